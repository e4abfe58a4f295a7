"""Gather the people and bodies that an article mentions, with their genders and the roles it gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.actor_names import Name, family_name
from claims.extraction.actor_roles import described_by, roles_of
from claims.extraction.actor_rows import Gender, fold
from claims.extraction.actor_spotting import find_names
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import FEMALE, HUMAN, MALE, NAME_PARTICLES, NAME_SUFFIXES, PERSONAL, TITLES
from claims.extraction.syntax import is_quoted
from claims.types import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


FOREMOST = 3
"""How many times as often as another bearer of a surname the one is named whom it means: his wife is named once.
Chosen, not measured; on the annotated articles as many actors are right as without."""
ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&-]{1,9}")


@dataclass(eq=False, slots=True)
class Participant:
    """Hold somebody or something that the article names."""

    actor: Actor
    gender: Gender = ""
    roles: set[str] = field(default_factory=set)
    """Lower-case nouns that describe it: "mayor", "company"."""
    described_by: set[str] = field(default_factory=set)
    """Keys of every word of its titles and appositions, and of its own name and wholes."""
    mentions: list[int] = field(default_factory=list)
    """Index of the first token of each mention, in the order of the text."""

    @property
    def name(self) -> str:
        """Return the canonical name."""
        return self.actor.name

    @property
    def kind(self) -> ActorKind:
        """Return the kind of actor."""
        return self.actor.kind

    def take_for_person(self) -> None:
        """Note of somebody that he is a person, where the name alone does not say so."""
        self.actor = replace(self.actor, kind="person")


class Participants:
    """Hold the participants of one article by name, by surname and by abbreviation."""

    def __init__(self, doc: Doc, table: ActorTable, on: date | None) -> None:
        self._doc, self._table = doc, table
        self._by_key: dict[str, Participant] = {}
        self._people: dict[str, list[Participant]] = {}
        self.at: dict[int, tuple[Name, Participant]] = {}
        """First token of a mention → the name and who it is."""
        self._around: dict[int, tuple[Name, Participant]] = {}
        self._titled: set[Participant] = set()
        """Whose title says the sex, which "Malik" alone does not, though it is a man's given name too."""
        names = find_names(doc, table, on)
        for name in sorted(names, key=_introducing_first):
            self._add(name)
        self._add_missed_surnames(names)
        self._add_roles(on)
        found = dict.fromkeys(self._by_key.values())
        self._ordered = sorted(found, key=lambda p: p.mentions[0] if p.mentions else len(doc))

    def all(self) -> list[Participant]:
        """Return every participant once, in the order of their first mention."""
        return self._ordered

    def by_name(self, text: str) -> Participant | None:
        """Return who bears exactly this name or abbreviation."""
        return self._by_key.get(fold(text))

    def by_part(self, text: str, near: int, gender: Gender = "") -> Participant | None:
        """Return whom a surname or given name means at token `near`: nearest before, else first after."""
        words = _parts(text)
        if not words:
            return None
        bearers = [p for p in self._people.get(words[-1], ()) if not (gender and p.gender) or p.gender == gender]
        family = [p for p in bearers if family_name(p.name) == words[-1] or fold(p.name).startswith(words[-1])]
        usual = [p for p in family if text in p.actor.aliases]
        family = usual or family
        told = self._told_apart(family, near) or _foremost(family, near)
        return told or nearest(family or bearers, near)

    def _told_apart(self, bearers: list[Participant], near: int) -> Participant | None:
        """Return the one bearer of a surname who has the office before it, or the sex of "she" behind it."""
        if len(bearers) < 2 or near >= len(self._doc):
            return None
        titles = {fold(t.text) for t in self._doc[max(0, near - 2) : near] if t.pos_ in ("PROPN", "NOUN")} & HUMAN
        titled = [p for p in bearers if titles & p.described_by | titles & p.roles]
        if len(titled) == 1:
            return titled[0]
        name, sentence = self._doc[near], self._doc[near].sent
        behind = [t for t in self._doc[near : sentence.end] if PERSONAL.get(t.lower_, ("", ""))[0]][:1]
        own = name.dep_ in ("pobj", "dobj") and any(
            t.dep_ == "poss" and is_quoted(t) == is_quoted(name) for t in behind
        )
        own = own and not any(t.pos_ == "PROPN" or t.lemma_.lower() in HUMAN for t in self._doc[near + 1 : behind[0].i])
        sexed = [p for p in bearers if own and p.gender == PERSONAL[behind[0].lower_][0]]
        return sexed[0] if len(sexed) == 1 and all(p.gender for p in bearers) else None

    def around(self, at: int) -> tuple[Name, Participant] | None:
        """Return the mention that token `at` belongs to; None when no name holds it."""
        return self._around.get(at)

    def _add(self, name: Name) -> None:
        participant = self._find(name) or self._new(name)
        participant.mentions.append(name.start)
        participant.mentions.sort()
        self.at[name.start] = (name, participant)
        self._around.update(dict.fromkeys(range(name.start, name.end), (name, participant)))
        titled = self._titled_gender(name.start)
        if titled and participant not in self._titled:
            self._titled.add(participant)
            participant.gender = titled
        self._add_abbreviation(name, participant)

    def _add_missed_surnames(self, names: list[Name]) -> None:
        """Add lone surnames that neither the tables nor the recogniser took for a name."""
        taken = {i for name in names for i in range(name.start, name.end)}
        for token in self._doc:
            if token.i not in taken and token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN"):
                bearers = self._people.get(fold(token.text), ())
                if any(family_name(person.name) == fold(token.text) for person in bearers):
                    self._add(Name(token.i, token.i + 1, token.text, "person", None))

    def _find(self, name: Name) -> Participant | None:
        single = len(_parts(name.text)) == 1
        if single and (name.kind == "person" or not name.actor):
            bearer = self.by_part(name.text, name.start, self._titled_gender(name.start))
            if bearer:
                return bearer
        elif single and not self._table.is_demonym(name.text):
            namesake = self._namesake(name)
            if namesake:
                return namesake
        key = fold(name.actor.name if name.actor else name.text)
        known = self._by_key.get(key) or (self._shortened(name, key) if single and not name.actor else None)
        return known or (self._variant(key) if name.kind == "person" and not single else None)

    def _shortened(self, name: Name, key: str) -> Participant | None:
        """Return the body that "the Gazette" (of the Penryn Gazette) or "Acme" (of Acme Harbour) takes up."""
        with_article = name.start > 0 and self._doc[name.start - 1].lower_ == "the"
        bodies = {k: p for k, p in self._by_key.items() if p.kind in ("body", "outlet") and " " in k}
        if with_article:
            found = [p for k, p in bodies.items() if k.split(" ")[-1] == key]
        else:
            found = [p for k, p in bodies.items() if k.split(" ")[0] == key and name.kind == "body"]
        return found[0] if len({id(p) for p in found}) == 1 else None

    def _namesake(self, name: Name) -> Participant | None:
        """Return the person of the article whose surname this place or body also is ("Washington")."""
        word = fold(name.text)
        return next((p for p in self._people.get(word, ()) if family_name(p.name) == word and " " in p.name), None)

    def _variant(self, key: str) -> Participant | None:
        """Return the person whose name is another form of this one: an initial, a nickname, a middle name."""
        words = key.split()
        for person in self._people.get(words[-1], ()):
            other = fold(person.name).split()
            if other[-1] == words[-1] and len(other) > 1 and self._same_given(words[0], other[0]):
                return person
        return None

    def _same_given(self, one: str, other: str) -> bool:
        if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
            return True
        return other in self._table.nicknames.get(one, ()) or one in self._table.nicknames.get(other, ())

    def _new(self, name: Name) -> Participant:
        actor = name.actor or Actor.of(name.text, name.kind)
        participant = Participant(actor)
        self._by_key[fold(actor.name)] = participant
        if actor.kind == "person":
            participant.gender = self._table.gender(actor.name)
            for word in _parts(actor.name):
                self._people.setdefault(word, []).append(participant)
        return participant

    def _titled_gender(self, start: int) -> Gender:
        for token in reversed(self._doc[max(0, start - 3) : start]):
            if not (token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text == "."):
                return ""
            word = token.lower_.rstrip(".")
            if TITLES.get(word) or word in MALE or word in FEMALE:
                return TITLES.get(word) or gender_of(word)
        return ""

    def _add_abbreviation(self, name: Name, participant: Participant) -> None:
        after = [token.text for token in self._doc[name.end : name.end + 3]]
        if len(after) == 3 and (after[0], after[2]) == ("(", ")") and ABBREVIATION.fullmatch(after[1]):
            self._by_key.setdefault(fold(after[1]), participant)

    def _is_introduced(self, name: Name) -> bool:
        """Tell whether a name stands before what a person is: "Roe, a chemistry professor"."""
        root = self._doc[name.start : name.end].root
        apposed = [t for t in root.children if t.dep_ == "appos" and t.lemma_.lower() in HUMAN]
        return any(t.lower_ in ("a", "an") for noun in apposed for t in noun.children)

    def _add_roles(self, on: date | None) -> None:
        for name, participant in self.at.values():
            roles = roles_of(self._doc, name.start, name.end)
            place = self._doc[name.start].ent_type_ in ("GPE", "LOC", "FAC")
            human = participant.kind == "person" or (participant.kind == "unknown" and not place)
            participant.roles |= roles if human else roles - HUMAN
            participant.described_by |= described_by(self._doc, name.start, name.end)
            if human and self._is_introduced(name):
                participant.take_for_person()
            if participant.kind == "person" and not participant.gender:
                participant.gender = "m" if roles & MALE else "f" if roles & FEMALE else ""
        for participant in set(self._by_key.values()):
            participant.roles.update(self._table.nouns(participant.name))
            for whole in (participant.name, *participant.actor.part_of, *participant.actor.aliases):
                participant.described_by.update(fold(whole).split())
            if participant.kind == "person":
                participant.roles.update(self._table.offices_of(participant.name, on))
            else:
                participant.roles.add(fold(participant.name).split(" ")[-1])


def gender_of(noun: str) -> Gender:
    """Return the gender that a noun for people has by itself ("actress"); "" when it has none."""
    return "m" if noun in MALE else "f" if noun in FEMALE else ""


def _parts(name: str) -> list[str]:
    """Return the parts of a person's name that can stand alone."""
    return [w for w in fold(name).split() if len(w) > 1 and w not in NAME_PARTICLES and w not in NAME_SUFFIXES]


def _foremost(bearers: list[Participant], near: int) -> Participant | None:
    """Return the one whose family name alone means: named far more often before than any other bearer."""
    counted = sorted(((sum(m < near for m in p.mentions), at) for at, p in enumerate(bearers)), reverse=True)
    if len(counted) > 1 and counted[0][0] >= FOREMOST * max(counted[1][0], 1):
        return bearers[counted[0][1]]
    return None


def nearest(candidates: list[Participant], near: int) -> Participant | None:
    """Return the candidate mentioned last before token `near`, else first after it."""
    before = [(max(m for m in p.mentions if m < near), p) for p in candidates if any(m < near for m in p.mentions)]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    after = [(p.mentions[0], p) for p in candidates if p.mentions]
    return min(after, key=lambda pair: pair[0])[1] if after else None


def _introducing_first(name: Name) -> tuple[int, int]:
    """Sort full names of people before everything else, so that a surname finds a bearer introduced later."""
    full = name.kind == "person" and len(name.text.split()) > 1
    return (0 if full else 1, name.start)
