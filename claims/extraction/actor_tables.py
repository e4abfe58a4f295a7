"""Find the actor that a mention names: countries, bodies and office-holders out of data/actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from claims.extraction.actor_index import ActorIndex
from claims.extraction.actor_offices import Offices
from claims.extraction.actor_rows import (
    FOLDER,
    Gender,
    fold,
    read_genders,
    read_institutions,
    read_nicknames,
    read_offices,
)
from claims.extraction.actor_words import (
    GOVERNMENT,
    GOVERNMENT_BRANCHES,
    GOVERNMENT_MODIFIERS,
    OFFICIALS,
    QUANTIFIERS,
    SPEAKS_FOR,
    TITLES,
)
from claims.types import Actor

PLACE_LINKS = ("of", "in", "for", "from", "at")


class ActorTable:
    """Hold the tables and answer who a mention is, on a given day."""

    def __init__(self, folder: Path) -> None:
        self._index = ActorIndex(folder)
        self._offices = Offices(read_offices(folder), self._index.terms, self._index.wholes)
        self._institutions = read_institutions(folder)
        self.genders = read_genders(folder / "first_names.csv")
        """Gender by given name; what begins with one of these is taken for the name of a person."""
        self._more_genders = read_genders(folder / "census_names.csv")
        self.nicknames = read_nicknames(folder)
        self.longest = self._index.longest
        self.is_demonym = self._index.is_demonym
        self.names = self._index.names

    @staticmethod
    def load(folder: Path | None = None) -> ActorTable:
        """Return the tables of `folder`; those of the checkout are read once."""
        return _shipped() if folder is None else ActorTable(folder)

    def find(self, mention: str, on: date | None = None) -> Actor | None:
        """Return whom the mention names as a speaker on that day; None when the tables do not say."""
        text = _bare(mention)
        return (
            self.named(text, on)
            or self._titled(text, on)
            or self._by_government(text)
            or self._by_office(text, on)
            or self._by_institution(text)
            or self._by_spokesperson(text, on)
        )

    def named(self, text: str, on: date | None = None) -> Actor | None:
        """Return the actor that has exactly this name, alias, abbreviation, demonym or seat."""
        name = self._index.canonical(text)
        return self.actor(name, on) if name else None

    def actor(self, name: str, on: date | None = None) -> Actor:
        """Return the actor of a canonical name of these tables."""
        return self._index.actor(name, on)

    def gender(self, name: str) -> Gender:
        """Return the gender that the people tables or the given name's table know; empty when unknown."""
        for term in self._index.terms.get(name, ()):
            if term.gender:
                return term.gender
        given = fold(name).split(" ")[0]
        return self.genders.get(given) or self._more_genders.get(given, "")

    def is_country(self, name: str) -> bool:
        """Tell whether a name is known as a country's."""
        known = self.named(name)
        return known is not None and known.kind == "country"

    def nouns(self, name: str) -> tuple[str, ...]:
        """Return the common nouns that may take up a country or body again."""
        whole = self._index.wholes.get(name)
        return whole.nouns if whole else ()

    def offices_of(self, name: str, on: date | None) -> tuple[str, ...]:
        """Return the words for the offices that a person holds on that day, or ever when `on` is None."""
        terms = [t for t in self._index.terms.get(name, ()) if on is None or t.covers(on)]
        return tuple(word for term in terms for word in self._offices.words_of(term.office))

    def holder(self, office: str, place: str, on: date | None) -> Actor | None:
        """Return who holds the office, in any of its words, of a country or body on that day."""
        name = self._offices.holder(fold(office), place, on)
        return self.actor(name, on) if name else None

    def whole_in(self, words: str) -> tuple[str, ...]:
        """Return the chain of the first country or body in a description: "US lawmakers" → United States."""
        tokens = words.split()
        for start in range(len(tokens)):
            for end in range(min(len(tokens), start + 5), start, -1):
                actor = self.named(_bare(" ".join(tokens[start:end])))
                if actor and actor.kind in ("country", "body", "group"):
                    return (actor.name, *actor.part_of)
        return ()

    def _titled(self, text: str, on: date | None) -> Actor | None:
        """Resolve "Mr. Putin" and "President Vladimir Putin"."""
        words = text.split()
        while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
            words = words[1:]
        actor = self.named(" ".join(words), on) if len(words) < len(text.split()) else None
        return actor if actor and actor.kind == "person" else None

    def _by_government(self, text: str) -> Actor | None:
        """Resolve "senior Russian officials", "Canada's embassy in Lima", "the government of Peru".

        Officials and governments keep their name, as part of their country; what only stands for the country is it.
        """
        for place, head in reversed(list(_place_and_head(_without_post(text)))):
            if head and head[-1] in GOVERNMENT and all(word in GOVERNMENT_MODIFIERS for word in head[:-1]):
                actor = self._place(place)
                if actor:
                    return self._officials(actor, head)
        return None

    def _officials(self, whole: Actor, head: list[str]) -> Actor:
        if head[-1] not in OFFICIALS:
            return whole
        of = self._index.adjectives.get(whole.name, whole.name)
        name = " ".join((of, *(word for word in head[:-1] if word in GOVERNMENT_BRANCHES), head[-1]))
        return Actor.of(name, "group", (), (whole.name, *whole.part_of))

    def _by_office(self, text: str, on: date | None) -> Actor | None:
        for place, head in _place_and_head(text.split()):
            office = " ".join(head)
            if self._offices.knows(office):
                for whole in self._place_names(place):
                    found = self.holder(office, whole, on)
                    if found:
                        return found
        return None

    def _by_institution(self, text: str) -> Actor | None:
        for place, head in _place_and_head(text.split()):
            institution = self._institutions.get(fold(" ".join(head)))
            country = self._place(place) if institution else None
            if country and institution and country.kind == "country":
                name = f"{self._index.adjectives.get(country.name, country.name)} {institution}"
                return self.named(name) or Actor.of(name, "body", (), (country.name, *country.part_of))
        return None

    def body_of(self, words: str, country: str) -> Actor:
        """Return a body that many countries have as that of one of them: the "Kenyan Senate"."""
        found = self._by_institution(f"{country} {words}")
        return found or Actor.of(f"{self._index.adjectives.get(country, country)} {words}", "body", (), (country,))

    def _by_spokesperson(self, text: str, on: date | None) -> Actor | None:
        for place, head in _place_and_head(text.split()):
            if " ".join(head) in SPEAKS_FOR:
                found = self._place(place) or self._by_institution(_bare(place))
                if found:
                    return found
        return None

    def _place(self, text: str) -> Actor | None:
        actor = self.named(_bare(text))
        return actor if actor and actor.kind != "person" else None

    def _place_names(self, text: str) -> Iterator[str]:
        text = _bare(text)
        if text in self._index.wholes:
            yield text
        for actor in (self.named(text), self._by_institution(text)):
            if actor and actor.kind != "person":
                yield actor.name


def _without_post(text: str) -> list[str]:
    """Return the words without quantifiers, leading modifiers and where the officials are ("in Lima")."""
    words = [word for word in text.split() if word.lower() not in QUANTIFIERS]
    for at in range(2, len(words) - 1):
        if words[at] in ("in", "at", "to") and words[at - 1].lower() in GOVERNMENT:
            words = words[:at]
            break
    while len(words) > 1 and words[0] in GOVERNMENT_MODIFIERS and words[1] not in PLACE_LINKS:
        words = words[1:]
    return words


def _place_and_head(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield ("Kenya", ["president"]) for "Kenyan president", "Kenya's president" and "president of Kenya"."""
    lower = [word.lower() for word in words]
    for cut in range(len(words) - 1, 0, -1):
        yield " ".join(words[:cut]), lower[cut:]
    for cut in range(1, len(words) - 1):
        if lower[cut] in PLACE_LINKS:
            yield " ".join(words[cut + 1 :]), lower[:cut]


def _bare(mention: str) -> str:
    text = " ".join(mention.split()).replace("’", "'").strip(" ,;:\"“”'*_`[]")
    text = text.strip("()") if text.count("(") != text.count(")") or text.startswith("(") else text
    text = re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)
    return text[:-2] if text.endswith("'s") else text


@lru_cache(maxsize=1)
def _shipped() -> ActorTable:
    return ActorTable(FOLDER)
