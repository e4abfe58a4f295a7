"""Find whom a definite description takes up again: "the mayor", "the agency", "the court"."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.actor_heads import head_noun, kind_of
from claims.extraction.actor_names import name_text, plainly_first
from claims.extraction.actor_participants import Participant, Participants, gender_of, nearest
from claims.extraction.actor_phrases import Phrase, without_determiners
from claims.extraction.actor_pronouns import WITHIN
from claims.extraction.actor_rows import fold
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import (
    ANY_BODY,
    BODY_NOUNS,
    CELEBRATED,
    FIRMS,
    HUMAN,
    INDEFINITE_ARTICLES,
    KINDS,
    NO_FIRMS,
    OF_OTHERS,
    POSSESSIVES,
    SPOKES,
)
from claims.extraction.lexicon import DENIAL_VERBS, TELLING
from claims.extraction.syntax import start_before
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


OFFICIAL = SPOKES | frozenset("minister chief secretary director officer commissioner governor mayor general".split())
LEAD = 12
"""Tokens before the first sentence at most: a place, a day, a line of the agency."""
BELOW = 2
"""Sentences below a lead in which the one is named whom it only describes. In 118 annotated articles two more sources
are right so, and none is wrong that was not before."""
LEADS = 2
"""How many times as often as anybody else the person is named whom an article is about."""
NEAR = 8
"""Tokens before a name among which its country stands: "Iraq's Interior Ministry spokesman NAME"."""


FORMER = "former "
AGE = re.compile(r"the (?:now )?\d+-year-old(?: man| woman)?")
COLLECTIVE = ("ese", "ish", "sh", "ch", "iss", "s")
"""Endings of demonyms that mean a people and no single person: "the French"."""
BACK = 2
"""Sentences before one that takes somebody up in which he is named. Chosen, not measured."""
NATIVES = frozenset("man woman native resident teenager".split())
"""What somebody is called with his country or place: "the Danish woman", "the Ohio man"."""
MEMBERS = frozenset("Democrat Republican Conservative Tory Liberal Libertarian Socialist".split())
"""What somebody is called for his party."""
MOST_WORDS = 3
"""Words of a description that only takes somebody up: "the Danish politician"."""


class Descriptions:
    """Know the roles of an article's participants, and whose offices the article is plainly about."""

    def __init__(self, doc: Doc, participants: Participants, table: ActorTable, on: date | None) -> None:
        self._doc, self._participants, self._table, self._on = doc, participants, table, on
        self._chunks = list(doc.noun_chunks) if doc.has_annotation("DEP") else []
        self._names: dict[str, list[tuple[int, str]]] | None = None

    def bearer(self, phrase: Phrase) -> Actor | None:
        """Resolve a definite description to the participant whom the article introduced so."""
        head = head_noun(self._doc, phrase)
        start = without_determiners(self._doc, phrase.start, phrase.end)
        whole = fold(name_text(self._doc, start, phrase.end))
        place = self._table.whole_in(self._doc[start : phrase.end].text)
        marks = self._marks(start, head)
        fitting = [
            p
            for p in self._participants.all()
            if (head.lower_ in p.roles or whole in p.roles)
            and not (p.kind == "person" and head.lower_ in BODY_NOUNS - HUMAN)
            and (not place or not p.actor.part_of or set(place) & {p.name, *p.actor.part_of})
            and (whole in p.roles or all(word in p.described_by for word in marks))
        ]
        before = [p for p in fitting if p.mentions and p.mentions[0] < phrase.start]
        chosen = nearest(before, phrase.start) if before else fitting[0] if len(fitting) == 1 else None
        if chosen is None and whole.startswith(FORMER):
            return self._by_former_office(whole.removeprefix(FORMER))
        return chosen.actor if chosen else self._by_office(whole) or self._only_body(Phrase(start, phrase.end))

    def named_later(self, phrase: Phrase) -> Actor | None:
        """Resolve "an Iraqi official", "a marine biologist" of the first sentence to the one named below it.

        A lead says what somebody is, the text under it who.
        """
        head = head_noun(self._doc, phrase)
        offices = OFFICIAL if head.lower_ == "official" else {head.lower_}
        indefinite = self._doc[phrase.start].lower_ in INDEFINITE_ARTICLES and head.lower_ in {"official", *HUMAN}
        if not indefinite or self._doc[phrase.start].sent.start > LEAD:
            return None
        place = set(self._table.whole_in(self._doc[phrase.start : phrase.end].text))
        fitting = [
            p.actor
            for p in self._participants.all()
            if p.kind == "person" and p.roles & offices and p.mentions and p.mentions[0] >= phrase.end
            if not place
            or place & set(self._table.whole_in(self._doc[max(0, p.mentions[0] - NEAR) : p.mentions[0]].text))
        ]
        if not fitting:
            return self._speaking_next(phrase, head)
        return fitting[0] if len(fitting) == 1 else None

    def _speaking_next(self, phrase: Phrase, head: Token) -> Actor | None:
        """Return the one person whom the sentences right below the lead bring in as a subject."""
        following = list(self._doc[phrase.end :].sents)[1 : 1 + BELOW]
        if head.lower_ == "official" or not following:
            return None
        gender = gender_of(head.lower_)
        found = [
            p
            for p in self._participants.all()
            if self._is_person(p) and following[0].start <= p.mentions[0] < following[-1].end
            if self._speaks(p.mentions[0]) and not p.roles - {head.lower_} & HUMAN and _may_be(p, gender)
        ]
        return found[0].actor if len(found) == 1 else None

    def celebrated(self, phrase: Phrase) -> Actor | None:
        """Resolve "the singer" to the one person whom the whole article is about, whatever it calls them elsewhere."""
        head = head_noun(self._doc, phrase)
        gender = gender_of(head.lower_)
        people = [p for p in self._participants.all() if self._is_person(p) and _may_be(p, gender)]
        people.sort(key=lambda p: -len(p.mentions))
        marked = any(token.lower_ in OF_OTHERS for token in self._doc[phrase.start : phrase.end])
        if head.lower_ not in CELEBRATED or marked or not people:
            return None
        leading, others = people[0], people[1:]
        alone = all(len(leading.mentions) >= LEADS * len(p.mentions) and head.lower_ not in p.roles for p in others)
        return leading.actor if alone and len(leading.mentions) > 1 else None

    def just_named(self, phrase: Phrase) -> Actor | None:
        """Resolve "the officer", "the 34-year-old" to the one person whom its sentence and the two before name."""
        words = [t for t in self._doc[phrase.start : phrase.end] if t.text not in POSSESSIVES]
        aged = AGE.fullmatch("".join(t.text_with_ws for t in words).strip().lower())
        head = head_noun(self._doc, phrase)
        kinds = KINDS.get(head.lower_)
        if not aged and (kinds is None or head.tag_ != "NN" or len(words) > MOST_WORDS):
            return None
        if any(t.lower_ in OF_OTHERS or t.pos_ in ("ADP", "PROPN", "VERB") for t in words):
            return None
        if not aged and any(t.pos_ == "NOUN" for t in words if t != head):
            return None
        return self._only_person(phrase.start, gender_of(head.lower_), kinds)

    def countryman(self, phrase: Phrase) -> Actor | None:
        """Resolve "the Dane", "the Danish woman" to the one person whom its sentence and the two before name.

        "The French" are many. Among several persons "the Dane" is one without a name, and never the country.
        """
        words = [t for t in self._doc[phrase.start : phrase.end] if t.text not in POSSESSIVES]
        name = words[-1].text if len(words) == 2 else ""
        native = len(words) == 3 and words[2].lower_ in NATIVES and words[1].text[:1].isupper()
        member = name in MEMBERS and words[-1].dep_ not in ("amod", "compound", "nmod")
        single = self._table.is_demonym(name) and not name.lower().endswith(COLLECTIVE)
        if not (native or member or single):
            return None
        near = self._people_before(phrase.start, gender_of(words[-1].lower_) if native else "", None)
        if len(near) == 1:
            return near[0].actor
        return Actor.of(name, "person") if single and not member else None

    def _only_person(self, at: int, gender: str, kinds: frozenset[str] | None) -> Actor | None:
        """Return the one person named shortly before, or the only one of them who is a subject."""
        first, fitting = start_before(self._doc[at], BACK), self._people_before(at, gender, kinds)
        leading = [p for p in fitting if any(first <= place < at and self._is_subject(place) for place in p.mentions)]
        found = fitting if len(fitting) == 1 else leading
        return found[0].actor if len(found) == 1 else None

    def _people_before(self, at: int, gender: str, kinds: frozenset[str] | None) -> list[Participant]:
        """Return the persons whom a sentence and the two before name; `kinds` are the only roles that they may have."""
        first = start_before(self._doc[at], BACK)
        return [
            p
            for p in self._participants.all()
            if any(first <= place < at for place in p.mentions) and self._is_person(p) and _may_be(p, gender)
            if kinds is None or not p.roles & HUMAN - kinds
        ]

    def _is_person(self, participant: Participant) -> bool:
        """Tell whether somebody is a person, by kind or, where that is unknown, by the recogniser."""
        if participant.kind != "unknown":
            return participant.kind == "person"
        return any(self._doc[at].ent_type_ == "PERSON" for at in participant.mentions)

    def introduced_name(self, phrase: Phrase) -> Actor | None:
        """Resolve "the court" to "Paris court" when the article introduced it with a proper modifier."""
        start = without_determiners(self._doc, phrase.start, phrase.end)
        if start == phrase.start and phrase.end - start < 2:
            return None
        key = self._doc[start : phrase.end].text.lower()
        if not key.strip() or any(t.pos_ == "PROPN" for t in self._doc[start : phrase.end]):
            return None
        for end, text in reversed(self._introduced().get(key.split()[-1], [])):
            if end <= phrase.start and text.lower().endswith(f" {key}"):
                return Actor.of(text, kind_of(self._doc, phrase), (), self._table.whole_in(text))
        return None

    def _introduced(self) -> dict[str, list[tuple[int, str]]]:
        """Return the noun phrases that open with a name, with their ends, by their last word."""
        if self._names is None:
            self._names = {}
            for chunk in self._chunks:
                begin = without_determiners(self._doc, chunk.start, chunk.end)
                if self._doc[begin].text[:1].isupper() and self._doc[begin].pos_ == "PROPN":
                    text = name_text(self._doc, begin, chunk.end)
                    self._names.setdefault(text.lower().split(" ")[-1], []).append((chunk.end, text))
        return self._names

    def _only_body(self, phrase: Phrase) -> Actor | None:
        """Resolve "the company" to the one body outside the tables that the article named before.

        Among several it is the one that its sentence named as a subject. A group or a charity is no company where
        another may be.
        """
        bodies = [
            p
            for p in self._participants.all()
            if (p.kind == "body" or p.roles & ANY_BODY)
            and p.mentions[0] < phrase.start
            and self._table.named(p.name) is None
            and not all(at and self._doc[at - 1].lower_ in WITHIN for at in p.mentions)
        ]
        called = self._doc[phrase.start : phrase.end].text.removesuffix("'s").removesuffix("’s")
        if called in FIRMS:
            bodies = [p for p in bodies if p.roles & FIRMS or not p.roles & NO_FIRMS] or bodies
        first = self._doc[phrase.start].sent.start
        here = [p for p in bodies if any(first <= at < phrase.start and self._is_subject(at) for at in p.mentions)]
        only = bodies if len(bodies) == 1 else here
        return only[0].actor if called in ANY_BODY and len(only) == 1 else None

    def _is_subject(self, at: int) -> bool:
        return self._doc[self._participants.at[at][0].end - 1].dep_ in ("nsubj", "nsubjpass")

    def _speaks(self, at: int) -> bool:
        verb = self._doc[self._participants.at[at][0].end - 1].head
        return self._is_subject(at) and verb.lemma_.lower() in TELLING | DENIAL_VERBS

    def _marks(self, start: int, head: Token) -> list[str]:
        """Return the words that tell bearers of a role apart: "Democratic" nominee, "appeals" court."""
        words = [t for t in self._doc[start : head.i] if t.text not in POSSESSIVES]
        modifiers = [t for t in words if not self._is_place(t)]
        return [
            fold(t.text) for t in modifiers if t.text[:1].isupper() or (t.dep_ == "compound" and t.head.i == head.i)
        ]

    def _is_place(self, token: Token) -> bool:
        known = self._participants.at.get(token.i)
        place = known is not None and known[1].kind in ("country", "unknown")
        return place or self._table.is_demonym(token.text)

    def _by_office(self, office: str) -> Actor | None:
        """Resolve a bare office ("the defence minister") in the country that the article is plainly about."""
        country = self.plain_country()
        return self._table.holder(office, country, self._on) if country else None

    def _by_former_office(self, office: str) -> Actor | None:
        """Resolve "the former president" to the one person of the article who is known to have been it."""
        held = [
            p
            for p in self._participants.all()
            if p.kind == "person" and p.mentions and office in self._table.offices_of(p.name, None)
            if self._on is None or office not in self._table.offices_of(p.name, self._on)
        ]
        return held[0].actor if len(held) == 1 else None

    def plain_country(self) -> str | None:
        """Return the country that the article names at least twice as often as any other."""
        counts: Counter[str] = Counter()
        for participant in self._participants.all():
            if participant.kind == "country":
                counts[participant.name] += len(participant.mentions)
        return plainly_first(counts)


def _may_be(participant: Participant, gender: str) -> bool:
    """Tell whether somebody may be of a gender; "" is any."""
    return not gender or participant.gender in ("", gender)
