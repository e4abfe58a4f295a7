"""Give "the bill" the words by which its article introduced it: its name, or what says which bill is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from claims.extraction.actor_words import HUMAN
from claims.extraction.syntax import FINITE, children, is_added
from claims.extraction.wording import Word, join

BEFORE = ("compound", "amod", "nmod", "poss", "nummod")
PLACING = frozenset("of in on at against for between over into from with".split())
"""Prepositions whose phrase says which thing is meant."""
NAMED = frozenset("ORG PRODUCT WORK_OF_ART LAW FAC EVENT LOC".split())
NEAR = 200
"""Words before a noun among which its introduction is looked for: further up another thing may bear it. Chosen, not
measured."""
FAR = 2000
"""Words before a noun among which an only introduction is taken that names somebody. Chosen, not measured: in 130
articles it changes four propositions, all for the better."""
SOMEBODY = ("man", "woman", "boy", "girl")
NEXT_BUT_ONE = 40
"""Words between the sentence that speaks of "a man" and the one that says "the man". Chosen, not measured."""
LONGEST = 12
"""Words of an introduction that a proposition takes in."""
WITHOUT_ARTICLE = ("university", "college", "church", "magazine", "airport")
"""Last words of names that take no "the"."""
EMPTY = frozenset(
    "same other another such first second third last next new old recent latest early late former current previous "
    "following certain various own whole entire more most many few several only".split()
)
"""Adjectives that do not say which thing is meant."""
UNIQUE = frozenset(
    "country nation state city government president police world public media people election time day week month "
    "year way thing fact case number part end rest group one law future economy internet party campaign "
    "candidate race house side lot point place area home community family child question answer front lens "
    "table line".split()
)
"""Nouns that need no introduction, or stand for many things in one article."""

_CLASSING = re.compile(r"(?:ial|ical|ional|federal)$")
"""How adjectives end that say of what kind a thing is ("presidential"), and not how it is ("deadly")."""


class Introductions:
    """Know how the article first spoke of its things; `heading` is its title where that is no part of the text."""

    def __init__(self, doc: Doc, heading: Doc | None = None) -> None:
        self._mentions: dict[str, list[Token]] = {}
        self._heading = [token for token in heading or () if token.tag_ == "NN"]
        self._names: dict[str, list[Span]] = {}
        for token in doc:
            if token.pos_ == "NOUN":
                self._mentions.setdefault(token.lemma_.lower(), []).append(token)
        for entity in doc.ents:
            if entity.label_ in NAMED and len(entity) > 1 and entity[-1].is_title:
                self._names.setdefault(entity[-1].lower_, []).append(entity)

    def of(self, noun: Token) -> str | None:
        """Return a fuller phrase for "the NOUN"; None when the article says no more of it before."""
        lemma = noun.lemma_.lower()
        if any(t.dep_ != "det" for t in noun.lefts):
            return None
        if lemma in SOMEBODY:
            return self._somebody(noun)
        if lemma in UNIQUE:
            return None
        first = noun.left_edge.i
        before = [t for t in self._mentions.get(lemma, ()) if first - NEAR < t.i < first and t.tag_ == noun.tag_]
        named = next((name for t in reversed(before) if (name := _name(t))), None)
        named = named or (self._named_so(lemma, first) if noun.tag_ == "NN" else None)
        if named or any(t.dep_ == "case" for t in noun.children):
            return named
        if noun.tag_ == "NNS":
            return self._only_ones(before) if lemma not in HUMAN else None
        if noun.tag_ != "NN":
            return None
        near = next((phrase for t in reversed(before) if (phrase := full_phrase(t))), None)
        return near or self._far(lemma, first) or self._in_heading(lemma)

    def _in_heading(self, lemma: str) -> str | None:
        """Return the one phrase by which the title speaks of the noun: the "dam collapse" of "the collapse"."""
        told = [token for token in self._heading if token.lemma_.lower() == lemma]
        return full_phrase(told[0]) if len(told) == 1 else None

    def _only_ones(self, before: Sequence[Token]) -> str | None:
        """Return the one phrase with a name in it that says which are meant: "earthquakes in Puerto Rico"."""
        told = [(phrase, t) for t in before if (phrase := full_phrase(t))]
        named = any(inner.pos_ == "PROPN" for _, t in told for inner in (*t.subtree, *_words(_front(t))))
        return told[0][0] if named and len({phrase for phrase, _ in told}) == 1 else None

    def _far(self, lemma: str, first: int) -> str | None:
        """Return the one phrase with a name in it by which the article speaks of the noun farther up."""
        before = [t for t in self._mentions.get(lemma, ()) if first - FAR < t.i < first and t.tag_ == "NN"]
        return self._only_ones(before)

    def _somebody(self, noun: Token) -> str | None:
        """Return "the man from Ashford" for "the man" where the last sentence with one, close before, says "a man"."""
        before = [
            t for t in self._mentions.get(noun.lemma_.lower(), ()) if t.i < noun.left_edge.i and t.tag_ == noun.tag_
        ]
        last = before[-1] if before else None
        if last is None or not 0 <= noun.sent.start - last.sent.end <= NEXT_BUT_ONE:
            return None
        near = [t for t in before if t.sent == last.sent]
        unknown = len(near) == 1 and any(t.lower_ in ("a", "an") for t in last.lefts)
        return full_phrase(last) if unknown else None

    def _named_so(self, lemma: str, first: int) -> str | None:
        """Return the one name that ends with the noun: the "Islamic Center" of "the center"."""
        before = {entity.text.removeprefix("the ") for entity in self._names.get(lemma, ()) if entity.end <= first}
        if len(before) != 1:
            return None
        name = before.pop()
        return name if name.startswith("The ") or lemma in WITHOUT_ARTICLE else f"the {name}"


def _name(noun: Token) -> str | None:
    """Return the name beside a noun: "the brewery Orel", "Orel, a brewery", "Orel is a brewery"."""
    beside: list[Token] = [t for t in noun.children if t.dep_ == "appos"]
    if noun.dep_ in ("appos", "compound", "nmod"):
        beside.append(noun.head)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        beside += children(noun.head, "nsubj")
    for token in beside:
        thing = token.ent_type_ in NAMED or (token.ent_type_ == "PERSON" and noun.lemma_.lower() not in HUMAN)
        if token.pos_ == "PROPN" and thing:
            return str(next(ent.text for ent in token.doc.ents if ent.start <= token.i < ent.end))
    return None


def full_phrase(noun: Token) -> str | None:
    """Return a noun with what says which one is meant; None when nothing does, or only words that point elsewhere."""
    front = _front(noun)
    behind = [t for t in noun.children if _places(t)][:1]
    kept = sorted({*_words(front), noun, *_words(behind)}, key=lambda t: t.i)
    if not (front or behind) or len(kept) > LONGEST or any(_is_unfit(t) for t in kept):
        return None
    if not behind and not any(t.dep_ != "amod" or _CLASSING.search(t.lower_) for t in front):
        return None
    owned = any(t.dep_ == "poss" for t in front)
    return ("" if owned else "the ") + join([Word(t.lower_ if _has_only_place(t) else t.text, t) for t in kept])


def _front(noun: Token) -> list[Token]:
    """Return what stands before a noun and says which one is meant, also inside "the dam collapse survivors"."""
    own = [t for t in noun.children if t.dep_ in BEFORE and t.i < noun.i and not _is_empty(t)]
    if noun.dep_ != "compound" or own:
        return own
    beside = {t.i: t for t in noun.head.children if t.dep_ == "compound" and t.i < noun.i}
    first = noun.i
    while first - 1 in beside:
        first -= 1
    return [beside[i] for i in range(first, noun.i)]


def _is_empty(token: Token) -> bool:
    """Tell whether a word before a noun does not say which one is meant: "the latest attack", "Monday's attack"."""
    return token.lemma_.lower() in EMPTY or (token.dep_ == "poss" and token.ent_type_ == "DATE")


def _has_only_place(token: Token) -> bool:
    """Tell whether a word has its capital only from opening its sentence."""
    return token.is_sent_start is True and token.pos_ != "PROPN" and token.is_title


def _places(token: Token) -> bool:
    if is_added(token):
        return False
    if token.dep_ == "relcl":
        return token.tag_ in FINITE or any(t.tag_ in FINITE for t in children(token, "aux", "auxpass"))
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree)
    return token.dep_ == "prep" and token.lower_ in PLACING and not timed


def _is_unfit(token: Token) -> bool:
    return token.tag_ in ("PRP", "PRP$", "WP$") or token.text in '"“”()[]—–' or token.is_space or token.like_num


def _words(tokens: Iterable[Token]) -> set[Token]:
    return {inner for token in tokens for inner in token.subtree}
