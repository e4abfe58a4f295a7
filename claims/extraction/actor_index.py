"""Index the actor tables by every name, abbreviation, demonym and seat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.errors import DataError
from claims.extraction.actor_rows import Term, Whole, fold, read_aliases, read_terms, read_wholes
from claims.types import Actor

ABBREVIATION = re.compile(r"[A-Z](?:[A-Z&]|\.(?=[A-Z])|[A-Z]\.){1,7}\.?(?:-[A-Z])?")


class ActorIndex:
    """Know the countries, bodies and people of a folder by what they are called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wholes: dict[str, Whole] = {whole.name: whole for whole in read_wholes(folder)}
        self.terms: dict[str, list[Term]] = {}
        self.adjectives: dict[str, str] = {}
        """Country → the adjective that institutions are named by ("Iranian")."""
        self._names: dict[str, str] = {}
        self._abbreviations: dict[str, str] = {}
        self._aliases: dict[str, list[str]] = {}
        self._demonyms: set[str] = set()
        for term in read_terms(folder):
            self.terms.setdefault(term.name, []).append(term)
        self._index_people()
        self._index_wholes()
        self._index_aliases()
        self._check_wholes()
        self.longest: dict[str, int] = {}
        """First word of a name → words of the longest name that begins with it."""
        for words in (key.split() for key in self._names if key):
            first = words[0].removesuffix("'s")
            self.longest[first] = max(len(words), self.longest.get(first, 1))

    def canonical(self, text: str) -> str | None:
        """Return the canonical name of exactly this name, alias, abbreviation, demonym or seat."""
        name = self._abbreviations.get(text.replace(".", ""))
        if name is None and any(c.isupper() for c in text):
            name = self._names.get(fold(text))
        return name

    def actor(self, name: str, on: date | None) -> Actor:
        """Return the actor of a canonical name."""
        aliases = tuple(self._aliases.get(name, ()))
        whole = self.wholes.get(name)
        if whole:
            return Actor.of(name, whole.kind, aliases, self._chain(whole.part_of))
        term = self._term_on(name, on)
        part_of = self._chain(term.body or term.country)
        if term.country and term.country not in part_of:
            part_of = (*part_of, *self._chain(term.country))
        return Actor.of(name, "person", aliases, part_of)

    def is_demonym(self, text: str) -> bool:
        """Tell whether the word is a demonym ("Kenyan"), which names a country and never a place."""
        return fold(text) in self._demonyms

    def names(self) -> Iterator[str]:
        """Yield every canonical name: countries, bodies, then people."""
        yield from self.wholes
        yield from self.terms

    def _index_people(self) -> None:
        for name, terms in self.terms.items():
            self._add(name, name)
            for alias in dict.fromkeys(alias for term in terms for alias in term.aliases):
                self._add(alias, name)

    def _index_wholes(self) -> None:
        for whole in self.wholes.values():
            for alias in (whole.name, *whole.aliases, *whole.seats):
                self._add(alias, whole.name)
            for demonym in whole.demonyms:
                self._add_demonym(demonym, whole.name)

    def _index_aliases(self) -> None:
        for alias, name, use in read_aliases(self.folder):
            if name not in self.wholes and name not in self.terms:
                raise DataError(
                    f"{self.folder / 'aliases.csv'} gives {alias!r} to {name!r}, which no table has: "
                    "write the name as in countries.csv, bodies.csv or people.csv"
                )
            if use == "demonym":
                self._add_demonym(alias, name)
            self._add(alias, name)

    def _check_wholes(self) -> None:
        terms = [
            (term.name, whole) for terms in self.terms.values() for term in terms for whole in (term.body, term.country)
        ]
        for name, whole in [*((w.name, w.part_of) for w in self.wholes.values()), *terms]:
            if whole and whole not in self.wholes:
                raise DataError(
                    f"{self.folder} puts {name!r} into {whole!r}, which no table has: "
                    "write the name as in countries.csv or bodies.csv"
                )

    def _add(self, alias: str, name: str) -> None:
        if alias != name:
            self._aliases.setdefault(name, []).append(alias)
        if ABBREVIATION.fullmatch(alias):
            self._abbreviations[alias.replace(".", "")] = name
        else:
            self._names[fold(alias)] = name

    def _add_demonym(self, word: str, name: str) -> None:
        self._names[fold(word)] = name
        self._demonyms.add(fold(word))
        self.adjectives.setdefault(name, word)

    def _chain(self, name: str) -> tuple[str, ...]:
        chain: list[str] = []
        while name and name not in chain:
            chain.append(name)
            whole = self.wholes.get(name)
            name = whole.part_of if whole else ""
        return tuple(chain)

    def _term_on(self, name: str, on: date | None) -> Term:
        terms = sorted(self.terms[name], key=lambda term: term.since or date.min)
        begun = [term for term in terms if on is None or term.since is None or term.since <= on]
        return (begun or terms[:1])[-1]
