"""Keep claims and pairs that people made: as rows like any others, and in the corrections that bring them back."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, or_, select

from claims.storage.actors import upsert_actors
from claims.storage.disputes import SIDES, drop_empty_disputes
from claims.storage.rows import ARTICLE_COLUMNS, article_of, claim_row, pair_row, storable, storable_actor
from claims.storage.schema import articles, claim_actors, claims, dispute_claims, disputes, pairs
from claims.storage.statements import insert_rows
from claims.types import STANCES, Actor, Attribution, Claim, NliScores, Pair, Span

SIDE_OF = dict(zip(STANCES, SIDES, strict=True))


def claim_value(claim: Claim, vector: NDArray[Any]) -> dict[str, Any]:
    """Return the claim as a JSON value, with its vector."""
    value = asdict(claim) | {"said_on": claim.said_on.isoformat() if claim.said_on else None}
    return value | {"vector": base64.b64encode(np.asarray(vector, dtype="<f2").tobytes()).decode()}


def claim_of_value(value: Mapping[str, Any]) -> tuple[Claim, NDArray[Any]]:
    """Return the claim of a JSON value and its vector."""
    fields = {name: each for name, each in value.items() if name != "vector"}
    spans = {part: tuple(Span(**span) for span in fields["attribution"][part]) for part in ("source", "cue", "content")}
    attribution = Attribution(fields["article_id"], confidence=fields["attribution"]["confidence"], **spans)
    actors = tuple(
        Actor(**{**actor, "aliases": tuple(actor["aliases"]), "part_of": tuple(actor["part_of"])})
        for actor in fields["actors"]
    )
    day = date.fromisoformat(fields["said_on"]) if fields["said_on"] else None
    made = {"attribution": attribution, "actors": actors, "sentence": Span(**fields["sentence"]), "said_on": day}
    return Claim(**{**fields, **made}), np.frombuffer(base64.b64decode(value["vector"]), dtype="<f2")


def put_claim(connection: Connection, claim: Claim, vector: NDArray[Any]) -> None:
    """Insert the claim unless it or its article is missing or known."""
    article = connection.execute(select(*ARTICLE_COLUMNS).where(articles.c.id == claim.article_id)).one_or_none()
    known = connection.scalar(select(claims.c.number).where(claims.c.id == claim.id))
    if article is None or known is not None:
        return
    actors = [storable_actor(actor) for actor in claim.actors]
    upsert_actors(connection, actors)
    insert_rows(connection, claims, [claim_row(claim, article_of(article), vector)])
    rows = ({"claim_id": claim.id, "position": place, "actor_id": a.id} for place, a in enumerate(actors))
    insert_rows(connection, claim_actors, rows)


def drop_claim(connection: Connection, claim_id: str) -> None:
    """Delete a claim with its pairs and its places in disputes."""
    touched = _disputes_of(connection, [claim_id])
    connection.execute(delete(pairs).where(or_(pairs.c.claim_id == claim_id, pairs.c.counterclaim_id == claim_id)))
    connection.execute(delete(dispute_claims).where(dispute_claims.c.claim_id == claim_id))
    connection.execute(delete(claim_actors).where(claim_actors.c.claim_id == claim_id))
    connection.execute(delete(claims).where(claims.c.id == claim_id))
    drop_empty_disputes(connection, touched)


def pair_value(pair: Pair) -> dict[str, Any]:
    """Return the pair as a JSON value; the ids are of the claims that stand at its anchors."""
    return asdict(pair)


def pair_of_value(value: Mapping[str, Any], first: Claim, second: Claim) -> Pair:
    """Return the pair of a JSON value between these claims."""
    scores = {name: NliScores(**value[name]) for name in ("forward", "backward")}
    return Pair(**{**value, **scores, "claim_id": first.id, "counterclaim_id": second.id})


def put_pair(connection: Connection, pair: Pair, first: Claim, second: Claim) -> None:
    """Insert the pair, and set its claims against each other in a dispute: one of theirs, or a new one."""
    if connection.scalar(select(pairs.c.id).where(pairs.c.id == pair.id)) is None:
        connection.execute(insert(pairs).values(pair_row(pair)))
    found = sorted(_disputes_of(connection, [first.id])) or sorted(_disputes_of(connection, [second.id]))
    if not found:
        connection.execute(insert(disputes).values(id=first.id, proposition=storable(first.proposition)))
        found = [first.id]
    answering = replace(second, stance="denies") if second.stance == "asserts" else second
    for claim in (first, answering):
        _join(connection, found[0], claim)


def drop_pair(connection: Connection, pair_id: str) -> None:
    """Delete a pair, and the place that it alone gave its counterclaim in a dispute."""
    row = connection.execute(select(pairs).where(pairs.c.id == pair_id)).one_or_none()
    if row is None:
        return
    connection.execute(delete(pairs).where(pairs.c.id == pair_id))
    for claim_id in (row.counterclaim_id, row.claim_id):
        met = or_(pairs.c.claim_id == claim_id, pairs.c.counterclaim_id == claim_id)
        if connection.scalar(select(pairs.c.id).where(met).limit(1)) is None:
            touched = _disputes_of(connection, [claim_id])
            connection.execute(delete(dispute_claims).where(dispute_claims.c.claim_id == claim_id))
            drop_empty_disputes(connection, touched)


def _join(connection: Connection, dispute_id: str, claim: Claim) -> None:
    members = select(dispute_claims.c.claim_id).where(dispute_claims.c.dispute_id == dispute_id)
    held = list(connection.scalars(members))
    if claim.id not in held:
        row = {"dispute_id": dispute_id, "claim_id": claim.id, "side": SIDE_OF[claim.stance], "position": len(held)}
        insert_rows(connection, dispute_claims, [row])


def _disputes_of(connection: Connection, claim_ids: list[str]) -> set[str]:
    chosen = select(dispute_claims.c.dispute_id).where(dispute_claims.c.claim_id.in_(claim_ids))
    return set(connection.scalars(chosen))
