"""Make a claim or a pair that the program missed, out of what a person says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from claims.errors import InputError
from claims.types import (
    Actor,
    Article,
    Attribution,
    Claim,
    NliScores,
    Pair,
    Relation,
    Span,
    Stance,
    content_id,
)

BY_HAND = "by hand"
"""Version of a claim and model of a pair that a person made."""
UNSCORED = NliScores(0.0, 1.0, 0.0)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s|\n")


@dataclass(frozen=True, slots=True)
class Said:
    """Hold what a person says of a claim: words as they stand in the article, and how to read them."""

    content: str
    cue: str
    source: str = ""
    """Empty where the text names nobody."""
    actors: tuple[str, ...] = field(default=())
    stance: Stance = "asserts"
    proposition: str = ""
    """Empty where the content is the proposition."""
    said_on: date | None = None


def claim_by_hand(article: Article, said: Said) -> Claim:
    """Make the claim; raises InputError where words do not stand in the article, or stand there more than once."""
    content, cue = _place(article, said.content, "what is said"), _place(article, said.cue, "how it is said")
    source = (_place(article, said.source, "who says it"),) if said.source.strip() else ()
    proposition = " ".join((said.proposition or content.of(article.text)).split())
    actors = tuple(Actor.of(" ".join(name.split())) for name in said.actors if name.strip())
    spans = (*source, None, cue, None, content)
    return Claim(
        id=content_id("claim", article.id, *spans, *(actor.id for actor in actors), proposition),
        article_id=article.id,
        attribution=Attribution(article.id, source, (cue,), (content,), 1.0),
        actors=actors,
        stance=said.stance,
        proposition=proposition,
        resolution="stated",
        quote="indirect",
        sentence=_sentence(article.text, min(cue.start, content.start), max(cue.end, content.end)),
        said_on=said.said_on or article.published_on,
        said_on_basis="stated" if said.said_on else "published" if article.published_on else None,
        version=BY_HAND,
    )


def pair_by_hand(one: Claim, other: Claim) -> Pair:
    """Make the pair; raises InputError where neither asserts, or both are the same claim."""
    if one.id == other.id:
        raise InputError("A claim cannot be paired with itself; give the link of another claim.")
    if "asserts" not in (one.stance, other.stance) or "other" in (one.stance, other.stance):
        raise InputError(
            "One of the two must assert what the other denies, doubts or contradicts; correct a stance first."
        )
    first, second = (one, other) if one.stance == "asserts" else (other, one)
    relations: dict[Stance, Relation] = {"asserts": "contradiction", "denies": "denial", "doubts": "doubt"}
    reason = "set against each other by a person"
    return Pair(first.id, second.id, relations[second.stance], "likely", 1.0, UNSCORED, UNSCORED, BY_HAND, reason)


def _place(article: Article, words: str, part: str) -> Span:
    pieces = [re.escape(piece) for piece in words.split()]
    if not pieces:
        raise InputError(f"The words for {part} are missing; copy them from the article.")
    found = [Span(*match.span()) for match in re.finditer(r"\s+".join(pieces), article.text)]
    if not found:
        raise InputError(f"The words for {part} do not stand in the article; copy them as they stand.")
    if len(found) > 1:
        raise InputError(f"The words for {part} stand in the article {len(found)} times; copy more of them.")
    return found[0]


def _sentence(text: str, start: int, end: int) -> Span:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return Span(first, first + len(text[first:last].rstrip()))
