"""Write actors: one row a name, which later articles may complete, and the wholes it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, select, update

from claims.storage.rows import actor_of, actor_row, part_rows
from claims.storage.schema import actor_parts, actors
from claims.storage.statements import insert_rows, rows_with
from claims.types import Actor


def upsert_actors(connection: Connection, named: Sequence[Actor]) -> None:
    """Insert the actors and their wholes, or complete the rows that are there."""
    given = _merged(named)
    # A whole that never spoke is an actor too, so that it can be selected and counted.
    wholes = {whole.id: whole for actor in given.values() for whole in _wholes(actor)}
    wanted = {**wholes, **given}
    stored = {row.id: actor_of(row) for row in rows_with(connection, select(actors), actors.c.id, list(wanted))}
    new = [actor for id_, actor in sorted(wanted.items()) if id_ not in stored]
    completed = [completed_by(stored[id_], given[id_]) for id_ in sorted(given) if id_ in stored]
    changed = [actor for actor in completed if actor != stored[actor.id]]
    insert_rows(connection, actors, map(actor_row, new))
    if changed:
        statement = update(actors).where(actors.c.id == bindparam("actor"))
        connection.execute(statement, [{**actor_row(a), "actor": a.id} for a in changed])
    _insert_parts(connection, [*new, *changed])


def completed_by(old: Actor, new: Actor) -> Actor:
    """Return the stored actor with what a later article knows more of it."""
    return replace(
        old,
        kind=old.kind if new.kind == "unknown" else new.kind,
        aliases=tuple(dict.fromkeys(old.aliases + new.aliases)),
        part_of=new.part_of or old.part_of,
    )


def _merged(named: Iterable[Actor]) -> dict[str, Actor]:
    merged: dict[str, Actor] = {}
    for actor in named:
        merged[actor.id] = completed_by(merged[actor.id], actor) if actor.id in merged else actor
    return merged


def _wholes(actor: Actor) -> list[Actor]:
    return [Actor.of(name, part_of=actor.part_of[place:]) for place, name in enumerate(actor.part_of, start=1)]


def _insert_parts(connection: Connection, written: Sequence[Actor]) -> None:
    statement = select(actor_parts)
    ids = [actor.id for actor in written]
    known = {(r.actor_id, r.whole_id) for r in rows_with(connection, statement, actor_parts.c.actor_id, ids)}
    rows = [row for actor in written for row in part_rows(actor)]
    new = (row for row in rows if (row["actor_id"], row["whole_id"]) not in known)
    insert_rows(connection, actor_parts, new)
