"""Build records by hand: every argument has a default, and spans are given as the words they mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.types import (
    Actor,
    Article,
    Attribution,
    Claim,
    Dispute,
    NliScores,
    Pair,
    Span,
    content_id,
)

TEXT = "Harland said on Monday that the bridge at Tolm was closed. Officials denied the claim."
RUSSIA = Actor.of("Russia", "country", ("Moscow",))
KREMLIN = Actor.of("Kremlin", "body", (), ("Russia",))
PESKOV = Actor.of("Dmitry Peskov", "person", ("Peskov",), ("Kremlin", "Russia"))
UKRAINE = Actor.of("Ukraine", "country", ("Kyiv",))
DAY = date(2024, 10, 14)


def make_article(text: str = TEXT, **fields: Any) -> Article:
    """Return an article of the Tolm Herald of 14 October 2024 unless `fields` say otherwise."""
    given = {"outlet": "Tolm Herald", "title": "Bridge", "published_on": DAY, **fields}
    return Article.of(text, **given)


def span_of(text: str, words: str) -> Span:
    """Return where the words stand first in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(
    article: Article | None = None,
    proposition: str = "The bridge at Tolm was closed.",
    actors: Sequence[Actor | str] = (UKRAINE,),
    stance: str = "asserts",
    **fields: Any,
) -> Claim:
    """Return a claim of the article whose sentence is the whole text unless `sentence` is given.

    `source`, `cue`, `content` and `sentence` may be words of the text or spans.
    """
    article = article or make_article()
    named = tuple(Actor.of(actor) if isinstance(actor, str) else actor for actor in actors)
    spans = {part: _spans(article.text, fields.pop(part, ())) for part in ("source", "cue", "content")}
    confidence = fields.pop("confidence", 0.9)
    sentence = _spans(article.text, fields.pop("sentence", article.text))[0]
    said_on = fields.pop("said_on", article.published_on)
    given: dict[str, Any] = {
        "id": content_id("claim", article.id, proposition, stance, *(actor.name for actor in named), *spans.values()),
        "article_id": article.id,
        "attribution": Attribution(article.id, confidence=confidence, **spans),
        "actors": named,
        "stance": stance,
        "proposition": proposition,
        "resolution": "stated",
        "quote": "indirect",
        "sentence": sentence,
        "said_on": said_on,
        "said_on_basis": None if said_on is None else "published",
        "version": "test",
    }
    return Claim(**{**given, **fields})


def _spans(text: str, words: str | Span | Sequence[Span]) -> tuple[Span, ...]:
    if isinstance(words, str):
        return (span_of(text, words),)
    return (words,) if isinstance(words, Span) else tuple(words)


def make_pair(claim: Claim | str, counterclaim: Claim | str, **fields: Any) -> Pair:
    """Return a likely denial with score 0.9 between the two unless `fields` say otherwise."""
    given: dict[str, Any] = {
        "relation": "denial",
        "tier": "likely",
        "score": 0.9,
        "forward": NliScores(0.9, 0.05, 0.05),
        "backward": NliScores(0.5, 0.25, 0.25),
        "model": "scripted",
        "reason": "the denied proposition follows from the asserted one",
    }
    return Pair(_id(claim), _id(counterclaim), **{**given, **fields})


def _id(claim: Claim | str) -> str:
    return claim if isinstance(claim, str) else claim.id


def make_dispute(*members: Claim, id: str | None = None, proposition: str | None = None) -> Dispute:
    """Return the dispute of the claims, each on the side of its stance; the first one founds it."""
    sides = {
        side: tuple(claim.id for claim in members if claim.stance == stance)
        for side, stance in (
            ("asserting", "asserts"),
            ("denying", "denies"),
            ("doubting", "doubts"),
            ("uncommitted", "other"),
        )
    }
    return Dispute(id or members[0].id, proposition or members[0].proposition, **sides)


def make_vectors(count: int, seed: int = 0) -> NDArray[np.float16]:
    """Return vectors of unit length that depend on nothing but the arguments."""
    numbers = np.random.default_rng(seed).normal(size=(count, 384))
    return (numbers / np.linalg.norm(numbers, axis=1, keepdims=True)).astype(np.float16)
