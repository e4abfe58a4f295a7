"""Remember on which day somebody looked at the store before today."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, update

from claims.storage.rows import storable
from claims.storage.schema import visits
from claims.types import content_id


def visit(connection: Connection, person: str, today: date) -> date | None:
    """Record that the person looks today; return the last earlier day, None at the first visit."""
    id_ = content_id("person", storable(person).casefold())
    row = connection.execute(select(visits).where(visits.c.person_id == id_)).one_or_none()
    if row is None:
        connection.execute(insert(visits).values(person_id=id_, last_on=today))
        return None
    before: date | None = row.last_on if row.last_on < today else row.before_on
    mine = visits.c.person_id == id_
    connection.execute(update(visits).where(mine).values(last_on=max(today, row.last_on), before_on=before))
    return before
