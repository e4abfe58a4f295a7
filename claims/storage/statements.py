"""Select and insert many rows without one query for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, insert

from claims.storage import rows as stored

CHUNK = 5000
"""Ids in one query; SQLite takes 32,766 bound parameters, PostgreSQL 65,535."""


def rows_with(
    connection: Connection, statement: Select[Any], column: Column[str], ids: Collection[str]
) -> Iterator[Row[Any]]:
    """Yield the rows of `statement` whose `column` is one of `ids`, which may be any words at all."""
    for chunk in chunks(ids):
        yield from connection.execute(statement.where(column.in_(chunk)))


def chunks(ids: Collection[str]) -> Iterator[list[str]]:
    """Yield the different ids in lists that one query can take."""
    different = list(dict.fromkeys(stored.storable(id_) for id_ in ids))
    for start in range(0, len(different), CHUNK):
        yield different[start : start + CHUNK]


def insert_rows(connection: Connection, table: Table, rows: Iterable[stored.Row]) -> None:
    """Insert all rows in one go; none is fine."""
    many = list(rows)
    if many:
        connection.execute(insert(table), many)
