"""Find which town "the city" means, and which of the United States "the state"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from claims.extraction.actor_words import HUMAN
from claims.extraction.syntax import start_before

TOWNS = ("city", "town", "village")
NEAR = 2
"""Sentences before the one that says "the city" in which the town is named. Chosen; in 250 articles of PolNeAR train 41
of 69 such nouns get a name; of 34 read, before a person's state was left aside, 32 had the right one."""
PLACING = frozenset("in at from near to of outside around across through".split())
"""Prepositions behind which a name is a place's at least once where it is one."""
STATES = frozenset(
    "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,"
    "Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,"
    "Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,"
    "Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,"
    "West Virginia,Wisconsin,Wyoming".split(",")
)
BOTH = ("New York", "Washington")
"""States whose names are towns' too: taken for neither."""


class Places:
    """Know the places that an article names; `is_country` tells whether a name is a country's."""

    def __init__(self, doc: Doc, is_country: Callable[[str], bool]) -> None:
        towns = [(ent, name) for ent in doc.ents if ent.label_ == "GPE" and (name := _name(ent))]
        placed = {name for ent, name in towns if ent.start and doc[ent.start - 1].lower_ in PLACING} - STATES
        known = [(ent, name) for ent, name in towns if name in placed and not is_country(name)]
        self._named = [(ent, name) for ent, name in [*known, *_states(doc)] if not _is_of_person(ent)]

    def of(self, noun: Token) -> str | None:
        """Return the one town named in its sentence before it or in the two before, the one state also farther up."""
        is_state = noun.lemma_.lower() == "state"
        if noun.tag_ != "NN" or not (is_state or noun.lemma_.lower() in TOWNS):
            return None
        first = start_before(noun, NEAR)
        before = [(ent, name) for ent, name in self._named if ent.end <= noun.i and (name in STATES) == is_state]
        found = {name for ent, name in before if first <= ent.start}
        if is_state:
            found = found or {name for _, name in before}
        elif any(_is_rival(t, found) for t in noun.doc[first : noun.i]):
            return None
        return found.pop() if len(found) == 1 and found.isdisjoint(BOTH) else None


def _is_rival(token: Token, near: set[str]) -> bool:
    """Tell whether a name that the recogniser took for none of a place stands as one: "a road in Orsk"."""
    place = token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ == "in"
    return place and token.ent_type_ not in ("DATE", "GPE") and not any(token.text in name for name in near)


def _states(doc: Doc) -> Iterator[tuple[Span, str]]:
    """Yield where states are named, also inside other names: "the Ohio Board of Elections"."""
    for token in doc:
        if token.is_title:
            spans = doc[token.i : token.i + 1], doc[token.i : token.i + 2]
            yield from ((span, span.text) for span in spans if span.text in STATES)


def _is_of_person(place: Span) -> bool:
    """Tell whether a place only says of somebody where he is from: "the Ohio senator", "Sen. Ada Roe of Ohio"."""
    word = place.root
    if word.dep_ == "pobj" and word.head.lower_ == "of":
        return word.head.head.ent_type_ == "PERSON" or word.head.head.lemma_.lower() in HUMAN
    return word.dep_ in ("compound", "nmod") and word.head.lemma_.lower() in HUMAN


def _name(place: Span) -> str:
    """Return the name of a place without an article; "" for what is no name."""
    words = [t.text for t in place if t.pos_ == "PROPN"]
    return " ".join(words) if all(word[:1].isupper() for word in words) else ""
