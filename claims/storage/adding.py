"""Add an article with all that was made of it; everything here runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import Connection, delete, or_, select

from claims.storage.actors import upsert_actors
from claims.storage.correcting import reapply, refresh_reviews
from claims.storage.disputes import drop_empty_disputes, redirect_disputes, redirects_of, upsert_disputes
from claims.storage.rows import article_row, claim_row, pair_row, storable_actor
from claims.storage.schema import articles, claim_actors, claims, dispute_claims, nli_scores, pairs
from claims.storage.statements import insert_rows, rows_with
from claims.storage.versions import carry_over, forget, links_of, note_version, restore_links
from claims.types import Article, Claim, Dispute, NliScores, Pair


@dataclass(frozen=True, slots=True)
class Addition:
    """Hold an article and what the pipeline made of it; `vectors` has a row for each claim."""

    article: Article
    claims: Sequence[Claim]
    vectors: NDArray[Any]
    pairs: Sequence[Pair]
    disputes: Sequence[Dispute]
    redirects: Mapping[str, str]
    scores: Mapping[str, NliScores] = field(default_factory=dict)
    """New results of the NLI model by the ids under which they are kept."""


def has_article(connection: Connection, id_: str) -> bool:
    """Tell whether the article is stored."""
    return connection.scalar(select(articles.c.number).where(articles.c.id == id_)) is not None


def add(connection: Connection, addition: Addition, added_on: date | None = None) -> bool:
    """Write the addition, with today as its day; False and nothing written when its article is known."""
    if has_article(connection, addition.article.id):
        return False
    insert_rows(connection, articles, [article_row(addition.article, added_on or date.today())])
    note_version(connection, addition.article.id, addition.article.url, addition.article.text)
    _insert_claims(connection, addition)
    _insert_pairs(connection, addition.pairs)
    _insert_scores(connection, addition.scores)
    upsert_disputes(connection, addition.disputes)
    redirect_disputes(connection, addition.redirects)
    carry_over(connection, addition.article.id)
    reapply(connection, addition.article.id)
    survivors = redirects_of(connection, [dispute.id for dispute in addition.disputes])
    refresh_reviews(connection, {survivors.get(dispute.id, dispute.id) for dispute in addition.disputes})
    return True


def put(connection: Connection, addition: Addition) -> bool:
    """Write the addition in the place of what is stored of its article, which keeps its day of adding."""
    id_ = addition.article.id
    added_on = connection.scalar(select(articles.c.added_on).where(articles.c.id == id_))
    links = links_of(connection, id_)
    remove(connection, id_)
    added = add(connection, addition, added_on)
    restore_links(connection, id_, links)
    return added


def remove(connection: Connection, article_id: str) -> bool:
    """Take an article away with its claims, their pairs and what is left empty of disputes; False when it is unknown.

    What people corrected in it stays recorded, and holds again when the article comes back.
    """
    if not has_article(connection, article_id):
        return False
    gone = select(claims.c.id).where(claims.c.article_id == article_id)
    touched = set(connection.scalars(select(dispute_claims.c.dispute_id).where(dispute_claims.c.claim_id.in_(gone))))
    connection.execute(delete(pairs).where(or_(pairs.c.claim_id.in_(gone), pairs.c.counterclaim_id.in_(gone))))
    connection.execute(delete(dispute_claims).where(dispute_claims.c.claim_id.in_(gone)))
    connection.execute(delete(claim_actors).where(claim_actors.c.claim_id.in_(gone)))
    connection.execute(delete(claims).where(claims.c.article_id == article_id))
    forget(connection, article_id)
    connection.execute(delete(articles).where(articles.c.id == article_id))
    refresh_reviews(connection, touched - drop_empty_disputes(connection, touched))
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


def scores_by_id(connection: Connection, ids: Collection[str]) -> dict[str, NliScores]:
    """Return what is kept of the NLI model under these ids."""
    rows = rows_with(connection, select(nli_scores), nli_scores.c.id, ids)
    return {row.id: NliScores(row.entailment, row.neutral, row.contradiction) for row in rows}


def _insert_scores(connection: Connection, made: Mapping[str, NliScores]) -> None:
    known = scores_by_id(connection, list(made))
    insert_rows(connection, nli_scores, ({"id": id_, **asdict(made[id_])} for id_ in made if id_ not in known))


def _insert_pairs(connection: Connection, made: Sequence[Pair]) -> None:
    rows = {pair.id: pair_row(pair) for pair in made}
    known = {row.id for row in rows_with(connection, select(pairs.c.id), pairs.c.id, list(rows))}
    insert_rows(connection, pairs, (row for id_, row in rows.items() if id_ not in known))
