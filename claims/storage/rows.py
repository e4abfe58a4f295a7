"""Turn records into rows of the tables and rows into records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row as SqlRow

from claims.storage.schema import articles, claims, pairs
from claims.types import (
    Actor,
    Anchor,
    Article,
    Attribution,
    Claim,
    Correction,
    NliScores,
    Pair,
    Span,
    actor_id,
    content_id,
)

Row = dict[str, Any]
Vectors = NDArray[np.float16]
Spans = tuple[Span, ...]

VECTOR_SIZE = 384
"""Numbers in a vector of the sentence encoder; what an empty store answers with."""

LONGEST_LANGUAGE = 35
"""Characters of the longest tag that RFC 5646 asks to make room for."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

ARTICLE_COLUMNS = [
    articles.c[name] for name in ("id", "text", "path", "url", "outlet", "title", "published_on", "author", "language")
]
CLAIM_COLUMNS = [column for column in claims.c if column.name not in ("words", "vector")]
PAIR_COLUMNS = [column for column in pairs.c if column.name != "id"]


def storable(text: str) -> str:
    """Put U+FFFD for each NUL and lone surrogate, which databases refuse; offsets stay as they are."""
    return _UNSTORABLE.sub("\ufffd", text)


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def outlet_key(outlet: str) -> str:
    """Return the hash by which articles of the outlet are found."""
    return content_id("outlet", storable(outlet))


def url_key(url: str) -> str:
    """Return the hash by which articles of the address are found."""
    return content_id("url", storable(url))


def article_row(article: Article, added_on: date) -> Row:
    """Return the row of `articles`."""
    return {
        "id": article.id,
        "outlet_id": None if article.outlet is None else outlet_key(article.outlet),
        "outlet": _storable(article.outlet),
        "published_on": article.published_on,
        "added_on": added_on,
        "path": _storable(article.path),
        "url": _storable(article.url),
        "title": _storable(article.title),
        "text": storable(article.text),
        "author": _storable(article.author),
        "language": None if article.language is None else storable(article.language)[:LONGEST_LANGUAGE],
        "url_id": None if article.url is None else url_key(article.url),
    }


def article_of(row: SqlRow[Any]) -> Article:
    """Return the article of a row of ARTICLE_COLUMNS."""
    return Article(
        row.id, row.text, row.path, row.url, row.outlet, row.title, row.published_on, row.author, row.language
    )


def storable_actor(actor: Actor) -> Actor:
    """Return the actor with every name storable; the id follows the name."""
    return Actor.of(
        storable(actor.name),
        actor.kind,
        tuple(storable(alias) for alias in actor.aliases),
        tuple(storable(whole) for whole in actor.part_of),
    )


def actor_row(actor: Actor) -> Row:
    """Return the row of `actors`."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "part_of": list(actor.part_of),
    }


def actor_of(row: SqlRow[Any]) -> Actor:
    """Return the actor of a row of `actors`."""
    return Actor(row.id, row.name, row.kind, tuple(row.aliases), tuple(row.part_of))


def part_rows(actor: Actor) -> list[Row]:
    """Return the rows of `actor_parts`: the actor under itself and under each of its wholes."""
    wholes = dict.fromkeys([actor.id, *(actor_id(name) for name in actor.part_of)])
    return [{"actor_id": actor.id, "whole_id": whole} for whole in wholes]


def _bounds(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(bounds: Iterable[Sequence[int]]) -> Spans:
    return tuple([Span(start, end) for start, end in bounds])


def claim_row(claim: Claim, article: Article, vector: NDArray[Any]) -> Row:
    """Return the row of `claims`."""
    attribution = claim.attribution
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "stance": claim.stance,
        "said_on": claim.said_on,
        "said_on_basis": claim.said_on_basis,
        "resolution": claim.resolution,
        "quote": claim.quote,
        "antecedent_id": claim.antecedent_id,
        "antecedent_confidence": claim.antecedent_confidence,
        "runner_up": _storable(claim.runner_up),
        "version": storable(claim.version),
        "confidence": float(attribution.confidence),
        "spans": {
            "source": _bounds(attribution.source),
            "cue": _bounds(attribution.cue),
            "content": _bounds(attribution.content),
            "sentence": _bounds([claim.sentence]),
        },
        "proposition": storable(claim.proposition),
        "words": storable(f"{claim.proposition}\n{claim.sentence.of(article.text)}").casefold(),
        "vector": np.asarray(vector, dtype="<f2").tobytes(),
    }


def claim_of(row: SqlRow[Any], claim_actors: tuple[Actor, ...]) -> Claim:
    """Return the claim of a row of CLAIM_COLUMNS and its actors in their order."""
    spans: Mapping[str, Any] = row.spans
    source, cue, content = (_spans(spans[part]) for part in ("source", "cue", "content"))
    return Claim(
        id=row.id,
        article_id=row.article_id,
        attribution=Attribution(row.article_id, source, cue, content, row.confidence),
        actors=claim_actors,
        stance=row.stance,
        proposition=row.proposition,
        resolution=row.resolution,
        quote=row.quote,
        sentence=_spans(spans["sentence"])[0],
        said_on=row.said_on,
        said_on_basis=row.said_on_basis,
        antecedent_id=row.antecedent_id,
        antecedent_confidence=row.antecedent_confidence,
        runner_up=row.runner_up,
        version=row.version,
    )


def pair_row(pair: Pair) -> Row:
    """Return the row of `pairs`."""
    return {
        "id": pair.id,
        "claim_id": pair.claim_id,
        "counterclaim_id": pair.counterclaim_id,
        "relation": pair.relation,
        "tier": pair.tier,
        "score": float(pair.score),
        "forward": [float(number) for number in astuple(pair.forward)],
        "backward": [float(number) for number in astuple(pair.backward)],
        "model": storable(pair.model),
        "reason": storable(pair.reason),
        "review": pair.review,
    }


def pair_of(row: SqlRow[Any]) -> Pair:
    """Return the pair of a row of PAIR_COLUMNS."""
    return Pair(
        row.claim_id,
        row.counterclaim_id,
        row.relation,
        row.tier,
        row.score,
        NliScores(*row.forward),
        NliScores(*row.backward),
        row.model,
        row.reason,
        row.review,
    )


def correction_row(correction: Correction) -> Row:
    """Return the row of `corrections`, without its number."""
    anchor, other = correction.anchor, correction.other
    return {
        "article_id": anchor.article_id,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "other_article_id": other.article_id if other else None,
        "other_start": other.span.start if other else None,
        "other_end": other.span.end if other else None,
        "field": correction.field,
        "value": correction.value,
        "before": correction.before,
        "made_by": storable(correction.made_by),
        "made_at": correction.made_at,
        "undone_by": storable(correction.undone_by),
        "undone_at": correction.undone_at,
    }


def correction_of(row: SqlRow[Any]) -> Correction:
    """Return the correction of a row of `corrections`."""
    other = None
    if row.other_article_id is not None:
        other = Anchor(row.other_article_id, Span(row.other_start, row.other_end))
    return Correction(
        row.number,
        Anchor(row.article_id, Span(row.start, row.end)),
        other,
        row.field,
        row.value,
        row.before,
        row.made_by,
        row.made_at,
        row.undone_at,
        row.undone_by,
    )


def vectors_of(blobs: Sequence[bytes]) -> Vectors:
    """Return one row of numbers for each stored vector."""
    if not blobs:
        return np.empty((0, VECTOR_SIZE), dtype=np.float16)
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), -1)
