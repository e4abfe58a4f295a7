"""Add an article with all that was made of it; everything here runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import Connection, select

from claims.storage.actors import upsert_actors
from claims.storage.disputes import redirect_disputes, upsert_disputes
from claims.storage.rows import article_row, claim_row, pair_row, storable_actor
from claims.storage.schema import articles, claim_actors, claims, pairs
from claims.storage.statements import insert_rows, rows_with
from claims.types import Article, Claim, Dispute, Pair


@dataclass(frozen=True, slots=True)
class Addition:
    """Hold an article and what the pipeline made of it; `vectors` has a row for each claim."""

    article: Article
    claims: Sequence[Claim]
    vectors: NDArray[Any]
    pairs: Sequence[Pair]
    disputes: Sequence[Dispute]
    redirects: Mapping[str, str]


def has_article(connection: Connection, id_: str) -> bool:
    """Tell whether the article is stored."""
    return connection.scalar(select(articles.c.number).where(articles.c.id == id_)) is not None


def add(connection: Connection, addition: Addition) -> bool:
    """Write the addition; False and nothing written when its article is known."""
    if has_article(connection, addition.article.id):
        return False
    insert_rows(connection, articles, [article_row(addition.article, date.today())])
    _insert_claims(connection, addition)
    _insert_pairs(connection, addition.pairs)
    upsert_disputes(connection, addition.disputes)
    redirect_disputes(connection, addition.redirects)
    return True


def _insert_claims(connection: Connection, addition: Addition) -> None:
    # A claim that was made twice counts once, with its own vector.
    made = {claim.id: (claim, vector) for claim, vector in zip(addition.claims, addition.vectors, strict=True)}
    named = {claim.id: [storable_actor(actor) for actor in claim.actors] for claim, _ in made.values()}
    upsert_actors(connection, [actor for several in named.values() for actor in several])
    insert_rows(connection, claims, (claim_row(c, addition.article, vector) for c, vector in made.values()))
    insert_rows(
        connection,
        claim_actors,
        (
            {"claim_id": claim_id, "position": position, "actor_id": actor.id}
            for claim_id, several in named.items()
            for position, actor in enumerate(several)
        ),
    )


def _insert_pairs(connection: Connection, made: Sequence[Pair]) -> None:
    rows = {pair.id: pair_row(pair) for pair in made}
    known = {row.id for row in rows_with(connection, select(pairs.c.id), pairs.c.id, list(rows))}
    insert_rows(connection, pairs, (row for id_, row in rows.items() if id_ not in known))
