"""Resolve one phrase of a source: rules in order, the first that knows somebody decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.actor_descriptions import Descriptions
from claims.extraction.actor_heads import (
    core,
    head_noun,
    is_definite,
    kind_of,
    possessive_in,
    without_brackets,
)
from claims.extraction.actor_names import clean, name_text
from claims.extraction.actor_outlets import Outlets
from claims.extraction.actor_participants import Participants
from claims.extraction.actor_people import NamedPeople
from claims.extraction.actor_phrases import Phrase, clause_start, trim, without_determiners
from claims.extraction.actor_pronouns import Pronouns
from claims.extraction.actor_reports import Reports
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import (
    ANY_COUNTRY,
    BODY_NOUNS,
    DOCUMENTS,
    HUMAN,
    NAMELESS,
    PERSONAL,
    POSSESSIVES,
    PROPER_ADJECTIVES,
    RELATIVE,
    REPORTS,
    SPEAKS_FOR,
)
from claims.extraction.talk import told_by
from claims.types import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FULL_NOUNS = {"rep": "representative", "reps": "representatives"}
PEOPLE = ("person", "group")
WHOLES = ("country", "body", "outlet")
UNMARKED = ("", "CARDINAL", "PERCENT")
SHARES = {"others": "other", "some": "some", "many": "many", "several": "several", "most": "most"}
"""Words for a part of those who were named before, and how they stand before the noun."""
LONGEST_NAME = 12
"""A nameless source keeps at most so many of its words."""


AT_LEAST = re.compile(r"^(?:at (?:least|most)|least) (?=\w+ )", re.IGNORECASE)
"""What is left of "at least six users" before the number."""


class PhraseResolver:
    """Know the participants, outlets and pronouns of one article."""

    def __init__(self, doc: Doc, table: ActorTable, on: date | None) -> None:
        self._doc, self._table, self._on = doc, table, on
        self.participants = Participants(doc, table, on)
        self._people = NamedPeople(doc, self.participants)
        self._descriptions = Descriptions(doc, self.participants, table, on)
        self._outlets = Outlets(doc, self.participants, table)
        self._reports = Reports(doc, self.participants, self._outlets)
        self._pronouns = Pronouns(doc, self.participants)

    def actors(self, phrase: Phrase, *, definite: bool = False) -> list[Actor]:
        """Return whom the phrase names: one actor, several for "they", none for a pronoun without antecedent.

        `definite` takes an indefinite description ("a woman") for one that was introduced before.
        """
        phrase = without_brackets(self._doc, phrase)
        if phrase.end - phrase.start > 1 and self._doc[phrase.end - 1].lower_ == "own":
            phrase = Phrase(phrase.start, phrase.end - 1, phrase.apposed)
        first = self._doc[phrase.start]
        words = [t for t in self._doc[phrase.start : phrase.end] if not t.is_punct]
        dated = all(t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("a", "an", "the") for t in words)
        if dated and phrase.start not in self.participants.at:
            aged = self._descriptions.just_named(phrase)
            return [aged] if aged is not None else []
        if phrase.end - phrase.start == 1 and first.lower_ in PERSONAL:
            return self.pronoun(first)
        if first.lower_ in NAMELESS and (phrase.end - phrase.start == 1 or first.tag_ == "WP"):
            return self._relative(first)
        rules: tuple[Callable[[Phrase], Actor | None], ...] = (
            self._descriptions.countryman if is_definite(self._doc, phrase) else _nobody,
            self._people.exact,
            self._people.described,
            self._descriptions.named_later,
            self._reports.teller,
            self._authored,
            self._bearer if definite or is_definite(self._doc, phrase) else _nobody,
            self._spokesperson,
            self._from_tables,
            self._possessed,
            self._descriptions.introduced_name,
            self.celebrated if is_definite(self._doc, phrase) else _nobody,
        )
        found = self._sharing(phrase) or next((actor for rule in rules if (actor := rule(phrase))), None)
        return [found or self._of_group(phrase) or self._words(phrase)]

    def _of_group(self, phrase: Phrase) -> Actor | None:
        """Resolve "others" to "other fans" behind "some fans", "one of them" to "one of the guards"."""
        last = self._doc[phrase.end - 1]
        if last.lower_ == "them" and last.head.lower_ == "of" and phrase.end - phrase.start > 2:
            members = self._pronouns.antecedent(last)
            of = f"{self._doc[phrase.start : phrase.end - 1].text.lower()} the"
        elif phrase.end - phrase.start == 1 and last.lower_ in SHARES:
            members = self._pronouns.shared(last)
            of = SHARES[last.lower_]
        else:
            return None
        if len(members) != 1 or members[0].participant is not None:
            return None
        return Actor.of(f"{of} {self._doc[members[0].end - 1].text}", "group")

    def _sharing(self, phrase: Phrase) -> Actor | None:
        """Resolve the "Russian" of "Russian and Chinese officials" to "Russian officials", and the rest likewise."""
        first = self._doc[without_determiners(self._doc, phrase.start, phrase.end)]
        nation = first
        while nation.dep_ == "conj" and nation.head.ent_type_ == "NORP":
            nation = nation.head
        noun = nation.head
        listed = nation.dep_ == "amod" and first.ent_type_ == "NORP" and noun.i > first.i
        before = phrase.end - first.i == 1 and noun.i > phrase.end
        last_of_them = nation != first and noun.i < phrase.end
        if not (listed and (before or last_of_them)):
            return None
        last = max(t.i for t in self._doc[first.i : noun.i] if t.ent_type_ == "NORP")
        office = " ".join([first.text, *(t.text for t in self._doc[last + 1 : noun.i]), noun.lemma_])
        name = f"{office[: -len(noun.lemma_)]}{noun.text}"
        kind: ActorKind = "group" if noun.tag_ == "NNS" else "body" if noun.lemma_.lower() in BODY_NOUNS else "person"
        found = self._table.find(name, self._on) or self._table.find(office, self._on)
        return found or Actor.of(name, kind, (), self._table.whole_in(name))

    def _bearer(self, phrase: Phrase) -> Actor | None:
        """Resolve a description; "his own spokesman" is nobody who belongs to another country."""
        found, first = self._descriptions.bearer(phrase), self._doc[phrase.start]
        if found is None or first.lower_ not in PERSONAL:
            return found
        owners = self.pronoun(first)
        if len(owners) != 1 or not owners[0].part_of or not found.part_of:
            return found
        return found if {owners[0].name, *owners[0].part_of} & set(found.part_of) else None

    def name_end(self, at: int) -> int | None:
        """Return the end of the name that begins at token `at`."""
        known = self.participants.at.get(at)
        return known[0].end if known else None

    def pronoun(self, token: Token) -> list[Actor]:
        """Return whom a pronoun of the third person means."""
        found: list[Actor] = []
        for candidate in self._pronouns.antecedent(token):
            if candidate.participant:
                found.append(candidate.participant.actor)
            else:
                found += self.actors(Phrase(candidate.start, candidate.end), definite=True)
        return found

    def two(self, token: Token) -> list[Actor]:
        """Return the two persons, or the unnamed "two men", whom "both" or "neither" means; none when unsure."""
        named = [candidate.participant.actor for candidate in self._pronouns.two(token) if candidate.participant]
        unnamed = [] if named else self._pronouns.pair(token)
        return named or [actor for c in unnamed for actor in self.actors(Phrase(c.start, c.end), definite=True)]

    def role(self, phrase: Phrase) -> Actor | None:
        """Return whom a definite description ("the mayor", "the country") takes up again."""
        bearer = self._descriptions.bearer(phrase) if is_definite(self._doc, phrase) else None
        return bearer or self._descriptions.introduced_name(phrase)

    def celebrated(self, phrase: Phrase) -> Actor | None:
        """Return the person whom "the singer" means in an article about one famous person, or right behind a name."""
        return self._descriptions.celebrated(phrase) or self._descriptions.just_named(phrase)

    def _relative(self, token: Token) -> list[Actor]:
        """Return whom "who" or "which" stands for: the noun that its clause belongs to."""
        verb = token.head
        while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.i != verb.i:
            verb = verb.head
        if token.lower_ not in RELATIVE or verb.dep_ != "relcl":
            return []
        noun = verb.head
        while noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
            noun = noun.head
        people = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
        if token.lower_ == "who" and noun.pos_ == "NOUN" and noun.lemma_.lower() not in HUMAN:
            noun = people if people.lemma_.lower() in HUMAN else noun
        named = tuple((t.left_edge.i, t.i + 1) for t in noun.children if t.dep_ == "appos" and t.i < token.i)
        found = self.actors(Phrase(noun.left_edge.i, noun.i + 1, named)) if noun.i < token.i else []
        if token.lower_ == "who" and not any(actor.kind in PEOPLE for actor in found):
            return self._last_person(token.sent.start, token.i) or found
        return found

    def _last_person(self, start: int, end: int) -> list[Actor]:
        for at in range(end - 1, start - 1, -1):
            known = self.participants.at.get(at)
            if known and known[1].kind == "person":
                return [known[1].actor]
        return []

    def _authored(self, phrase: Phrase) -> Actor | None:
        """Resolve "a study by NAME", "NAME's statement", "her statement", "the NAME poll" to its author."""
        head = head_noun(self._doc, phrase)
        if head.lower_ not in DOCUMENTS and head.lower_ not in REPORTS:
            return None
        link = head.i + 1
        while link < phrase.end - 2 and (
            self._doc[link].ent_type_ == "DATE" or self._doc[link + 1].ent_type_ == "DATE"
        ):
            link += 1
        if link < phrase.end - 1 and self._doc[link].lower_ in ("by", "from"):
            inner = trim(self._doc, link + 1, phrase.end)
        elif head.i - 1 > phrase.start and possessive_in(self._doc, phrase.start, head.i) == head.i - 1:
            inner = (phrase.start, head.i - 1)
        elif self._doc[phrase.start].tag_ == "PRP$" and self._doc[phrase.start].lower_ in PERSONAL:
            owners = self.pronoun(self._doc[phrase.start])
            return owners[0] if len(owners) == 1 else None
        else:
            named = self._outlets.named_before(head.i)
            return named[1] if named and named[0] >= phrase.start else None
        found = self.actors(Phrase(*inner)) if inner[0] < inner[1] else []
        named_author = len(found) == 1 and found[0].name[:1].isupper()
        return found[0] if named_author else None

    def _spokesperson(self, phrase: Phrase) -> Actor | None:
        """Resolve an unnamed spokesperson of a body or country to it, of a person to "NAME's spokesman"."""
        head = head_noun(self._doc, phrase)
        if head.lower_ not in SPEAKS_FOR and head.lower_ != "office":
            return None
        after = head.i + 1
        if after < phrase.end and self._doc[after].lower_ in ("for", "of", "from", "at"):
            inner = trim(self._doc, after + 1, phrase.end)
        else:
            inner = trim(self._doc, phrase.start, head.i)
            if inner[0] < inner[1] and self._doc[inner[1] - 1].text in POSSESSIVES:
                inner = (inner[0], inner[1] - 1)
        if inner[0] >= inner[1]:
            return None
        of = self.actors(Phrase(*inner))
        if len(of) == 1 and (of[0].kind in WHOLES or (of[0].kind == "unknown" and of[0].name[:1].isupper())):
            return of[0]
        if len(of) == 1 and of[0].kind == "person":
            return self._belonging(of[0], head.lower_)
        return None

    def _from_tables(self, phrase: Phrase) -> Actor | None:
        start, end = core(self._doc, phrase)
        words = name_text(self._doc, start, end)
        found = self._table.find(words, self._on)
        country = self._descriptions.plain_country() if words.lower() in ANY_COUNTRY else None
        if country is None or found is None or country in found.part_of:
            return found
        return self._table.body_of(words, country)

    def _possessed(self, phrase: Phrase) -> Actor | None:
        """Resolve the owner in "the singer's reps", "his lawyer", "Malta's Harbour Authority"."""
        cut = possessive_in(self._doc, phrase.start, phrase.end)
        first = self._doc[phrase.start]
        if cut is None and first.lower_ in PERSONAL and phrase.end - phrase.start > 1:
            own = self._doc[phrase.start + 1].lower_ == "own" and phrase.end - phrase.start > 2
            owners, rest = self.pronoun(first), (phrase.start + 1 + own, phrase.end)
        elif cut is not None and any(t.pos_ == "ADP" for t in self._doc[phrase.start : cut]):
            return None
        elif cut is not None and phrase.start < cut < phrase.end - 1:
            owners, rest = self.actors(Phrase(phrase.start, cut)), (cut + 1, phrase.end)
        else:
            return None
        if len(owners) != 1:
            return None
        end = clause_start(self._doc, *rest)
        thing = name_text(self._doc, rest[0], end)
        if self._doc[end - 1].pos_ == "PROPN" and self._doc[end - 1].text[:1].isupper():
            return Actor.of(thing, "body", (), (owners[0].name, *owners[0].part_of))
        return self._belonging(owners[0], thing)

    def _belonging(self, owner: Actor, thing: str) -> Actor:
        words = thing.split(" ")
        thing = " ".join([*words[:-1], FULL_NOUNS.get(words[-1], words[-1])])
        kind: ActorKind = "person" if thing.split(" ")[-1] in HUMAN else "group"
        mark = "'" if owner.name.endswith("s") and owner.kind != "person" else "'s"
        chain = (owner.name, *owner.part_of) if owner.kind in ("country", "body") else owner.part_of
        return Actor.of(f"{owner.name}{mark} {thing}", kind, (), chain)

    def _is_common(self, token: Token) -> bool:
        """Tell whether the word has a capital only because a sentence begins with it."""
        opens = all(t.is_quote or t.is_space for t in self._doc[token.sent.start : token.i])
        proper = token.pos_ == "PROPN" or token.ent_type_ not in UNMARKED or token.lower_ in PROPER_ADJECTIVES
        return opens and not proper

    def _words(self, phrase: Phrase) -> Actor:
        talk = told_by(head_noun(self._doc, phrase))
        if talk is not None:
            return talk
        start, end = core(self._doc, phrase)
        opening = start - (start > phrase.start and self._doc[start - 1].text == "‘")
        words = AT_LEAST.sub("", name_text(self._doc, opening, end)).split()[:LONGEST_NAME]
        text = clean(" ".join(words)) or clean(self._doc[phrase.start : phrase.end].text)
        first = self._doc[start]
        if self._is_common(first):
            text = text[:1].lower() + text[1:] if text[1:2].islower() else text
        text = text.replace("rumour", "rumor")  # one name for one thing
        return Actor.of(text or "unnamed source", kind_of(self._doc, phrase), (), self._table.whole_in(text))


def _nobody(_: Phrase) -> None:
    return None


def distinct(actors: Iterator[Actor]) -> tuple[Actor, ...]:
    """Return each actor once, in the order of mention."""
    return tuple({actor.id: actor for actor in actors}.values())
