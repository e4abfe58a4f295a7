"""Merge two disputes into one, take a claim out of one, and undo both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from claims.storage.disputes import drop_empty_disputes, redirect_disputes
from claims.storage.schema import claims, dispute_claims, dispute_redirects, disputes
from claims.storage.statements import insert_rows, rows_with

Members = list[list[str]]
"""Claim id and side of each member, in their order."""


def dispute_value(connection: Connection, dispute_id: str) -> dict[str, Any]:
    """Return a dispute as a JSON value; {} when it is not stored."""
    proposition = connection.scalar(select(disputes.c.proposition).where(disputes.c.id == dispute_id))
    if proposition is None:
        return {}
    return {"id": dispute_id, "proposition": proposition, "members": _members(connection, dispute_id)}


def merge(connection: Connection, survivor_id: str, gone_id: str) -> None:
    """Move the members of one dispute into another and lead its id there."""
    _move(connection, _members(connection, gone_id), survivor_id)
    redirect_disputes(connection, {gone_id: survivor_id})


def unmerge(connection: Connection, value: Mapping[str, Any]) -> None:
    """Bring back a dispute that was merged away, with those of its members that are still there."""
    gone_id, members = value["id"], value["members"]
    ids = [claim_id for claim_id, _ in members]
    there = {row.id for row in rows_with(connection, select(claims.c.id), claims.c.id, ids)}
    survivor = connection.scalar(
        select(dispute_redirects.c.survivor_id).where(dispute_redirects.c.dispute_id == gone_id)
    )
    if survivor is None or not there:
        return
    connection.execute(delete(dispute_redirects).where(dispute_redirects.c.dispute_id == gone_id))
    connection.execute(insert(disputes).values(id=gone_id, proposition=value["proposition"]))
    mine = and_(dispute_claims.c.dispute_id == survivor, dispute_claims.c.claim_id.in_(there))
    connection.execute(delete(dispute_claims).where(mine))
    _move(connection, [[id_, side] for id_, side in members if id_ in there], gone_id)


def take_out(connection: Connection, claim_id: str, dispute_id: str) -> set[str]:
    """Take a claim out of a dispute; return the disputes that are gone with it."""
    mine = and_(dispute_claims.c.dispute_id == dispute_id, dispute_claims.c.claim_id == claim_id)
    connection.execute(delete(dispute_claims).where(mine))
    return drop_empty_disputes(connection, {dispute_id})


def put_back(connection: Connection, value: Mapping[str, Any], claim_id: str) -> None:
    """Put a claim back into the dispute it was taken out of, which comes back itself if it was left empty."""
    known = connection.scalar(select(disputes.c.id).where(disputes.c.id == value["id"]))
    if known is None:
        connection.execute(insert(disputes).values(id=value["id"], proposition=value["proposition"]))
    ids = [id_ for id_, _ in value["members"]]
    there = {row.id for row in rows_with(connection, select(claims.c.id), claims.c.id, ids)}
    back = [[id_, side] for id_, side in value["members"] if id_ in there and (known is None or id_ == claim_id)]
    _move(connection, back, value["id"])


def set_side(connection: Connection, claim_id: str, side: str) -> None:
    """Put a claim on another side wherever it stands."""
    connection.execute(update(dispute_claims).where(dispute_claims.c.claim_id == claim_id).values(side=side))


def _members(connection: Connection, dispute_id: str) -> Members:
    chosen = select(dispute_claims.c.claim_id, dispute_claims.c.side).where(dispute_claims.c.dispute_id == dispute_id)
    return [[row.claim_id, row.side] for row in connection.execute(chosen.order_by(dispute_claims.c.position))]


def _move(connection: Connection, members: Members, dispute_id: str) -> None:
    held = {id_ for id_, _ in _members(connection, dispute_id)}
    new = [(id_, side) for id_, side in members if id_ not in held]
    rows = [
        {"dispute_id": dispute_id, "claim_id": id_, "side": side, "position": len(held) + place}
        for place, (id_, side) in enumerate(new)
    ]
    insert_rows(connection, dispute_claims, rows)
