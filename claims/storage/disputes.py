"""Write and read disputes: whole at each change, and with a redirect where two became one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from claims.storage.rows import storable
from claims.storage.schema import claims, dispute_claims, dispute_redirects, disputes
from claims.storage.statements import chunks, insert_rows, rows_with
from claims.types import Dispute, Review

SIDES = ("asserting", "denying", "doubting", "uncommitted")


def upsert_disputes(connection: Connection, given: Sequence[Dispute]) -> None:
    """Insert new disputes and add to changed ones; what was made for a merged one goes to its survivor.

    Members that the given dispute does not name stay behind those that it names: disputes only grow, and a claim that
    is read again founds its dispute anew under the id that others may still hold.
    """
    by_id = {dispute.id: dispute for dispute in given}
    survivors = redirects_of(connection, by_id)
    own = sorted(id_ for id_ in by_id if id_ not in survivors)
    known = {row.id for row in rows_with(connection, select(disputes.c.id), disputes.c.id, own)}
    rows = {id_: {"id": id_, "proposition": storable(by_id[id_].proposition)} for id_ in own}
    changed = [{**row, "dispute": id_} for id_, row in rows.items() if id_ in known]
    insert_rows(connection, disputes, (row for id_, row in rows.items() if id_ not in known))
    if changed:
        statement = update(disputes).where(disputes.c.id == bindparam("dispute"))
        connection.execute(statement, changed)
    kept = list(rows_with(connection, select(dispute_claims), dispute_claims.c.dispute_id, known))
    _delete_members(connection, known)
    _insert_members(connection, {id_: survivors.get(id_, id_) for id_ in by_id}, by_id)
    named = {(id_, claim_id) for id_ in known for claim_id in by_id[id_].claim_ids}
    others = [row for row in kept if (row.dispute_id, row.claim_id) not in named]
    places = {id_: len(by_id[id_].claim_ids) for id_ in known}
    insert_rows(
        connection,
        dispute_claims,
        (
            {"dispute_id": r.dispute_id, "claim_id": r.claim_id, "side": r.side, "position": places[r.dispute_id] + n}
            for n, r in enumerate(sorted(others, key=lambda row: row.position))
        ),
    )


def redirect_disputes(connection: Connection, redirects: Mapping[str, str]) -> None:
    """Take merged disputes away and lead their ids to the survivors, which hold their claims already."""
    steps = {old: survivor for old, survivor in redirects.items() if old != survivor}
    ends = {old: _end(old, steps) for old in steps}
    further = redirects_of(connection, set(ends.values()))
    merged = {old: further.get(end, end) for old, end in sorted(ends.items())}
    merged = {old: end for old, end in merged.items() if old != end}
    if not merged:
        return
    rows = [{"old": old, "survivor_id": end} for old, end in merged.items()]
    statement = update(dispute_redirects).where(dispute_redirects.c.survivor_id == bindparam("old"))
    connection.execute(statement, rows)
    _delete_members(connection, merged)
    for chunk in chunks(merged):
        connection.execute(delete(dispute_redirects).where(dispute_redirects.c.dispute_id.in_(chunk)))
        connection.execute(delete(disputes).where(disputes.c.id.in_(chunk)))
    new = ({"dispute_id": row["old"], "survivor_id": row["survivor_id"]} for row in rows)
    insert_rows(connection, dispute_redirects, new)


def drop_empty_disputes(connection: Connection, ids: Collection[str]) -> set[str]:
    """Take away those of the disputes in which nobody denies or doubts any more; return their ids."""
    statement = select(dispute_claims.c.dispute_id, dispute_claims.c.side)
    sides: dict[str, set[str]] = {id_: set() for id_ in ids}
    for row in rows_with(connection, statement, dispute_claims.c.dispute_id, ids):
        sides[row.dispute_id].add(row.side)
    empty = {id_ for id_, held in sides.items() if not held & {"denying", "doubting"}}
    _delete_members(connection, empty)
    for chunk in chunks(empty):
        connection.execute(delete(dispute_redirects).where(dispute_redirects.c.survivor_id.in_(chunk)))
        connection.execute(delete(disputes).where(disputes.c.id.in_(chunk)))
    return empty


def redirects_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Return the surviving dispute of each id that was merged away."""
    statement = select(dispute_redirects)
    rows = rows_with(connection, statement, dispute_redirects.c.dispute_id, ids)
    return {row.dispute_id: row.survivor_id for row in rows}


def disputes_of_rows(rows: Iterable[Row[Any]]) -> list[Dispute]:
    """Build the disputes from member rows, the latest `said_on` first and undated ones last."""
    members: dict[str, dict[str, list[tuple[int, str]]]] = {}
    propositions: dict[str, str] = {}
    reviews: dict[str, Review | None] = {}
    latest: dict[str, date] = {}
    for id_, proposition, review, claim_id, side, position, day in map(tuple, rows):
        propositions[id_] = proposition
        reviews[id_] = review
        members.setdefault(id_, {name: [] for name in SIDES})[side].append((position, claim_id))
        latest[id_] = max(latest.get(id_, date.min), day or date.min)
    order = sorted(propositions, key=lambda id_: (-latest[id_].toordinal(), id_))
    return [_dispute(id_, propositions[id_], members[id_], reviews[id_]) for id_ in order]


MEMBERS = (
    select(
        disputes.c.id,
        disputes.c.proposition,
        disputes.c.review,
        dispute_claims.c.claim_id,
        dispute_claims.c.side,
        dispute_claims.c.position,
        claims.c.said_on,
    )
    .join_from(disputes, dispute_claims, dispute_claims.c.dispute_id == disputes.c.id)
    .join(claims, claims.c.id == dispute_claims.c.claim_id)
)
"""Every claim of every dispute, as `disputes_of_rows` takes them."""


def _dispute(
    id_: str, proposition: str, members: Mapping[str, list[tuple[int, str]]], review: Review | None
) -> Dispute:
    asserting, denying, doubting, uncommitted = (
        tuple(claim_id for _, claim_id in sorted(members[side])) for side in SIDES
    )
    return Dispute(id_, proposition, asserting, denying, doubting, uncommitted, review)


def _end(start: str, steps: Mapping[str, str]) -> str:
    """Follow the steps to where they lead; a circle leads nowhere."""
    seen, place = {start}, steps[start]
    while place in steps and place not in seen:
        seen.add(place)
        place = steps[place]
    return start if place in seen else place


def _delete_members(connection: Connection, ids: Collection[str]) -> None:
    for chunk in chunks(ids):
        connection.execute(delete(dispute_claims).where(dispute_claims.c.dispute_id.in_(chunk)))


def _insert_members(connection: Connection, targets: Mapping[str, str], given: Mapping[str, Dispute]) -> None:
    statement = select(dispute_claims.c.dispute_id, dispute_claims.c.claim_id)
    stored = rows_with(connection, statement, dispute_claims.c.dispute_id, list(targets.values()))
    taken = {(row.dispute_id, row.claim_id) for row in stored}
    rows = []
    for id_, target in targets.items():
        for position, (side, claim_id) in enumerate(_members(given[id_])):
            if (target, claim_id) not in taken:
                taken.add((target, claim_id))
                row = {"dispute_id": target, "claim_id": claim_id, "side": side, "position": position}
                rows.append(row)
    insert_rows(connection, dispute_claims, rows)


def _members(dispute: Dispute) -> list[tuple[str, str]]:
    return [(side, claim_id) for side in SIDES for claim_id in getattr(dispute, side)]
