"""Keep the vectors that were read, so that the next article reads only the new ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Text, cast, func, or_, select

from claims.storage.filters import Condition, claim_conditions
from claims.storage.rows import VECTOR_SIZE, Vectors, vectors_of
from claims.storage.schema import claims
from claims.storage.statements import CHUNK
from claims.types import ClaimQuery

_Numbers = NDArray[np.int64]


class KnownVectors:
    """Hold vectors by the numbers of their claims, which are never changed, only added and removed.

    SQLite gives the numbers of removed last claims again: then the last one known is another claim, and all is read
    anew. Of 100,000 claims the numbers are listed in 13 ms, where ids and vectors take 231.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._forget()

    def find(
        self, connection: Connection, since: date | None, until: date | None, undated: bool
    ) -> tuple[list[str], Vectors]:
        """Return ids and vectors of the claims of these days in the order of adding."""
        window = claim_conditions(ClaimQuery(since=since, until=until))
        condition = _or_undated(window) if undated else [claims.c.said_on.is_not(None), *window]
        wanted = _numbers(connection, condition)
        with self._lock:
            if not self._holds_still(connection):
                self._forget()
            self._read(connection, np.setdiff1d(wanted, self._numbers, assume_unique=True), condition)
            wanted = wanted[np.isin(wanted, self._numbers, assume_unique=True)]
            places = np.searchsorted(self._numbers, wanted)
            ids = self._ids
            if len(places) == len(ids):
                return list(ids), self._vectors
            return [ids[place] for place in places.tolist()], self._vectors[places]

    def _forget(self) -> None:
        self._numbers: _Numbers = np.zeros(0, np.int64)
        self._ids: list[str] = []
        self._vectors: Vectors = np.zeros((0, VECTOR_SIZE), np.float16)
        self._room: Vectors = self._vectors

    def _holds_still(self, connection: Connection) -> bool:
        if not self._ids:
            return True
        last = select(claims.c.id).where(claims.c.number == int(self._numbers[-1]))
        return bool(connection.scalar(last) == self._ids[-1])

    def _read(self, connection: Connection, missing: _Numbers, window: Sequence[Condition]) -> None:
        """Read what is missing: by number while it is little, else the whole window."""
        if not len(missing):
            return
        few = len(missing) <= CHUNK
        chosen = [claims.c.number.in_(missing.tolist())] if few else window
        statement = select(claims.c.number, claims.c.id, claims.c.vector).where(*chosen).order_by(claims.c.number)
        rows: Sequence[Any] = connection.execute(statement).all()
        new = np.isin(np.fromiter((row[0] for row in rows), np.int64, len(rows)), missing)
        rows = [row for row, is_new in zip(rows, new, strict=True) if is_new]
        in_order = not (rows and self._ids) or rows[0][0] > self._numbers[-1]
        self._numbers = np.concatenate([self._numbers, np.fromiter((row[0] for row in rows), np.int64, len(rows))])
        self._ids = [*self._ids, *(row[1] for row in rows)]
        self._append(vectors_of([row[2] for row in rows]))
        if not in_order:
            order = np.argsort(self._numbers, kind="stable")
            self._numbers, self._vectors = self._numbers[order], self._vectors[order]
            self._ids = [self._ids[place] for place in order.tolist()]
            self._room = self._vectors

    def _append(self, vectors: Vectors) -> None:
        """Write vectors behind the others; a view that was given out before stays as it is."""
        start, end = len(self._vectors), len(self._vectors) + len(vectors)
        if end > len(self._room):
            room = np.empty((max(end, 2 * start), VECTOR_SIZE), np.float16)
            room[:start] = self._vectors
            self._room = room
        self._room[start:end] = vectors
        self._vectors = self._room[:end]


def _numbers(connection: Connection, condition: Sequence[Condition]) -> _Numbers:
    """Return the numbers of the claims, ascending; as one text: a row for each would take ten times as long."""
    listed = select(func.aggregate_strings(cast(claims.c.number, Text), " ")).where(*condition)
    text = connection.scalar(listed) or ""
    return np.sort(np.array(text.split(), np.int64))


def _or_undated(window: list[Condition]) -> list[Condition]:
    if not window:
        return []
    first, *rest = window
    for condition in rest:
        first = first & condition
    return [or_(first, claims.c.said_on.is_(None))]
