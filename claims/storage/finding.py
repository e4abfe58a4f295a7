"""Find what is stored; each function runs a fixed number of queries, whatever it finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, case, distinct, func, select

from claims.storage.disputes import MEMBERS, disputes_of_rows
from claims.storage.filters import Condition, claim_conditions, matching_ids, pair_conditions, review_condition
from claims.storage.rows import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    PAIR_COLUMNS,
    actor_of,
    article_of,
    claim_of,
    pair_of,
)
from claims.storage.schema import actor_parts, actors, articles, claim_actors, claims, dispute_claims
from claims.storage.schema import disputes as disputes_table
from claims.storage.schema import pairs as pairs_table
from claims.storage.statements import CHUNK, rows_with
from claims.types import Actor, Article, Claim, ClaimQuery, Dispute, Pair, heading_of

_START = 400
"""Characters of a text that are read for the heading of an untitled article."""
_UNDATED_LAST = case((claims.c.said_on.is_(None), 1), else_=0)


def find_articles(connection: Connection, ids: Collection[str] | None) -> list[Article]:
    """Return the articles in the order of adding."""
    statement = select(articles.c.number, *ARTICLE_COLUMNS)
    if ids is None:
        rows = list(connection.execute(statement))
    else:
        rows = list(rows_with(connection, statement, articles.c.id, ids))
    return [article_of(row) for row in sorted(rows, key=lambda row: row.number)]


def addresses(connection: Connection) -> dict[str, date]:
    """Return the addresses of the articles, each with the latest day of adding."""
    statement = select(articles.c.url, func.max(articles.c.added_on)).where(articles.c.url.is_not(None))
    return {row[0]: row[1] for row in connection.execute(statement.group_by(articles.c.url))}


def headings_of(connection: Connection, article_ids: Collection[str]) -> dict[str, tuple[str | None, str]]:
    """Return outlet and heading of each of these articles, without reading their whole texts."""
    start = func.substr(articles.c.text, 1, _START).label("start")
    statement = select(articles.c.id, articles.c.outlet, articles.c.title, start)
    rows = rows_with(connection, statement, articles.c.id, article_ids)
    return {row.id: (row.outlet, heading_of(row.title, row.start)) for row in rows}


def find_claims(connection: Connection, query: ClaimQuery, limit: int | None = None) -> list[Claim]:
    """Return the matching claims, the latest day first, undated ones last."""
    statement = select(*CLAIM_COLUMNS).where(*claim_conditions(query))
    ordered = statement.order_by(_UNDATED_LAST, claims.c.said_on.desc(), claims.c.number).limit(limit)
    return _claims_of(connection, connection.execute(ordered).all())


def count_claims(connection: Connection, query: ClaimQuery) -> int:
    """Return how many claims match."""
    return connection.scalar(select(func.count()).select_from(claims).where(*claim_conditions(query))) or 0


def claims_of_article(connection: Connection, article_id: str) -> list[Claim]:
    """Return the claims of an article in the order in which they were made."""
    statement = select(*CLAIM_COLUMNS).where(claims.c.article_id == article_id).order_by(claims.c.number)
    return _claims_of(connection, connection.execute(statement).all())


def claims_by_id(connection: Connection, ids: Collection[str]) -> dict[str, Claim]:
    """Return the known ones of these claims, in the order of the ids."""
    rows = list(rows_with(connection, select(*CLAIM_COLUMNS), claims.c.id, ids))
    found = {claim.id: claim for claim in _claims_of(connection, rows)}
    return {id_: found[id_] for id_ in ids if id_ in found}


def find_pairs(connection: Connection, query: ClaimQuery) -> list[Pair]:
    """Return the pairs of the query's tiers with a matching claim on either side, the surest first."""
    statement = select(*PAIR_COLUMNS).where(*pair_conditions(query))
    ordered = statement.order_by(pairs_table.c.score.desc(), pairs_table.c.id)
    return [pair_of(row) for row in connection.execute(ordered)]


def pairs_of(connection: Connection, claim_ids: Collection[str]) -> list[Pair]:
    """Return the pairs of every tier that have one of the claims, the surest first."""
    found = {
        pair.id: pair
        for column in (pairs_table.c.claim_id, pairs_table.c.counterclaim_id)
        for pair in map(pair_of, rows_with(connection, select(*PAIR_COLUMNS), column, claim_ids))
    }
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.id))


def find_disputes(connection: Connection, query: ClaimQuery) -> list[Dispute]:
    """Return whole disputes with at least one matching claim, the latest `said_on` first."""
    return disputes_of_rows(connection.execute(MEMBERS.where(*_chosen_disputes(query))))


def latest_disputes(connection: Connection, query: ClaimQuery, limit: int) -> tuple[list[Dispute], int]:
    """Return the first `limit` of these disputes, and how many there are, in one pass."""
    latest = (
        select(dispute_claims.c.dispute_id, func.count().over().label("total"))
        .join_from(dispute_claims, claims, claims.c.id == dispute_claims.c.claim_id)
        .join(disputes_table, disputes_table.c.id == dispute_claims.c.dispute_id)
        .where(*_chosen_disputes(query))
        .group_by(dispute_claims.c.dispute_id)
        .order_by(func.coalesce(func.max(claims.c.said_on), date.min).desc(), dispute_claims.c.dispute_id)
        .limit(limit)
    )
    rows = connection.execute(latest).all()
    ids = [row.dispute_id for row in rows]
    found = disputes_of_rows(rows_with(connection, MEMBERS, disputes_table.c.id, ids))
    return found, rows[0].total if rows else 0


def count_disputes(connection: Connection, query: ClaimQuery) -> int:
    """Return how many disputes have a matching claim."""
    return connection.scalar(select(func.count()).select_from(disputes_table).where(*_chosen_disputes(query))) or 0


def _chosen_disputes(query: ClaimQuery) -> list[Condition]:
    found = [review_condition(disputes_table.c.review, query)]
    conditions = claim_conditions(query)
    if conditions:
        joined = dispute_claims.c.claim_id == claims.c.id
        chosen = select(dispute_claims.c.dispute_id).join_from(dispute_claims, claims, joined).where(*conditions)
        found.append(disputes_table.c.id.in_(chosen))
    return found


def dispute_by_id(connection: Connection, id_: str) -> Dispute | None:
    """Return the dispute of this id, whole; None when there is none."""
    found = disputes_of_rows(connection.execute(MEMBERS.where(disputes_table.c.id == id_)))
    return found[0] if found else None


def disputes_of(connection: Connection, claim_ids: Collection[str]) -> list[Dispute]:
    """Return whole disputes that hold one of the claims, the latest `said_on` first."""
    statement = select(dispute_claims.c.dispute_id)
    chosen = {row.dispute_id for row in rows_with(connection, statement, dispute_claims.c.claim_id, claim_ids)}
    return disputes_of_rows(rows_with(connection, MEMBERS, disputes_table.c.id, chosen))


def find_actors(connection: Connection, query: ClaimQuery) -> list[tuple[Actor, int]]:
    """Return actors and wholes with the number of matching claims that each selects, most first."""
    counted = func.count(distinct(claim_actors.c.claim_id))
    statement = select(actor_parts.c.whole_id, counted).join_from(
        claim_actors, actor_parts, actor_parts.c.actor_id == claim_actors.c.actor_id
    )
    conditions = claim_conditions(query)
    if conditions:
        statement = statement.where(claim_actors.c.claim_id.in_(matching_ids(conditions)))
    counts = {row[0]: row[1] for row in connection.execute(statement.group_by(actor_parts.c.whole_id))}
    found = [actor_of(row) for row in _rows_or_all(connection, list(counts))]
    ordered = sorted(found, key=lambda actor: (-counts[actor.id], actor.name))
    return [(actor, counts[actor.id]) for actor in ordered]


def find_outlets(connection: Connection) -> list[tuple[str, int]]:
    """Return the named outlets with the number of their claims, most first."""
    counted = func.count(claims.c.number)
    statement = (
        select(func.min(articles.c.outlet), counted)
        .join_from(claims, articles, articles.c.id == claims.c.article_id)
        .where(articles.c.outlet_id.is_not(None))
        .group_by(articles.c.outlet_id)
    )
    rows = [(str(row[0]), int(row[1])) for row in connection.execute(statement)]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def find_days(connection: Connection) -> tuple[date, date] | None:
    """Return the first and the last `said_on`."""
    first, last = connection.execute(select(func.min(claims.c.said_on), func.max(claims.c.said_on))).one()
    return None if first is None or last is None else (first, last)


def _claims_of(connection: Connection, rows: Sequence[Row[Any]]) -> list[Claim]:
    statement = select(claim_actors.c.claim_id, claim_actors.c.position, claim_actors.c.actor_id)
    ids = [row.id for row in rows]
    named = sorted(tuple(row) for row in rows_with(connection, statement, claim_actors.c.claim_id, ids))
    wanted = {actor for _, _, actor in named}
    known = {row.id: actor_of(row) for row in _rows_or_all(connection, wanted)}
    of_claim: dict[str, list[Actor]] = {id_: [] for id_ in ids}
    for claim_id, _, actor in named:
        of_claim[claim_id].append(known[actor])
    return [claim_of(row, tuple(of_claim[row.id])) for row in rows]


def _rows_or_all(connection: Connection, ids: Collection[str]) -> list[Row[Any]]:
    """Return the rows of the actors: by their ids while these are few, else out of the whole table."""
    if len(ids) <= CHUNK:
        return list(rows_with(connection, select(actors), actors.c.id, ids))
    wanted = set(ids)
    return [row for row in connection.execute(select(actors)) if row.id in wanted]
