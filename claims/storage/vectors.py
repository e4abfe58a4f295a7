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
from claims.storage.rows import VECTOR_SIZE, vectors_of
from claims.storage.schema import claims
from claims.storage.statements import CHUNK
from claims.types import ClaimQuery

_Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
LAST = 1000
"""Claims whose ids are compared to notice that numbers were given again: more than one article has. 3 ms."""


class KnownVectors:
    """Hold vectors by the numbers of their claims, which are never changed, only added and removed.

    They are held in single precision: each product with 100,000 halves would spend 80 ms on widening them.

    SQLite gives the numbers of removed last claims again: then one of the last known is another claim, and all is read
    anew, as it is when half of what is held was removed. Of 100,000 claims the numbers are listed in 13 ms, where ids
    and vectors take 231.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._forget()

    def find(self, connection: Connection) -> tuple[list[str], Vectors]:
        """Return ids and vectors of all claims in the order of adding."""
        ids, vectors, places = self._find(connection, None, None, undated=True)
        if len(places) == len(ids):
            return list(ids), vectors
        return [ids[place] for place in places.tolist()], vectors[places]

    def find_cosines(
        self, connection: Connection, rows: Vectors, since: date | None, until: date | None, undated: bool
    ) -> tuple[list[str], Vectors]:
        """Return ids of the claims of these days, and the products of `rows` with their vectors, one column each.

        All vectors that are held are multiplied: to copy those of the days out first takes ten times as long.
        """
        ids, vectors, places = self._find(connection, since, until, undated=undated)
        cosines = rows @ vectors.T
        if len(places) == len(ids):
            return list(ids), cosines
        return [ids[place] for place in places.tolist()], cosines[:, places]

    def _find(
        self, connection: Connection, since: date | None, until: date | None, *, undated: bool
    ) -> tuple[list[str], Vectors, _Numbers]:
        """Return the ids and vectors of all claims, and the places of those of these days."""
        everything = _numbers(connection, ())
        condition = claim_conditions(ClaimQuery(since=since, until=until))
        condition = _or_undated(condition) if undated else [claims.c.said_on.is_not(None), *condition]
        wanted = _numbers(connection, condition) if condition else everything
        with self._lock:
            if 2 * len(everything) < len(self._numbers) or not self._holds_still(connection):
                self._forget()
            self._read(connection, np.setdiff1d(everything, self._numbers, assume_unique=True))
            wanted = wanted[np.isin(wanted, self._numbers, assume_unique=True)]
            return self._ids, self._vectors, np.searchsorted(self._numbers, wanted)

    def _forget(self) -> None:
        self._numbers: _Numbers = np.zeros(0, np.int64)
        self._ids: list[str] = []
        self._vectors: Vectors = np.zeros((0, VECTOR_SIZE), np.float32)
        self._room: Vectors = self._vectors

    def _holds_still(self, connection: Connection) -> bool:
        """Tell whether the last known numbers that are still given belong to the claims that they belonged to."""
        known = dict(zip(self._numbers[-LAST:].tolist(), self._ids[-LAST:], strict=True))
        if not known:
            return True
        given = select(claims.c.number, claims.c.id).where(claims.c.number.between(min(known), max(known)))
        return all(known.get(number, name) == name for number, name in connection.execute(given))

    def _read(self, connection: Connection, missing: _Numbers) -> None:
        """Read what was added: by number while it is little and comes last, else everything."""
        if not len(missing):
            return
        comes_last = bool(self._ids) and missing[0] > self._numbers[-1]
        if len(missing) > CHUNK or not comes_last:
            self._forget()
        chosen = [claims.c.number.in_(missing.tolist())] if len(self._numbers) else []
        statement = select(claims.c.number, claims.c.id, claims.c.vector).where(*chosen).order_by(claims.c.number)
        rows: Sequence[Any] = connection.execute(statement).all()
        self._numbers = np.concatenate([self._numbers, np.fromiter((row[0] for row in rows), np.int64, len(rows))])
        self._ids = [*self._ids, *(row[1] for row in rows)]
        self._append(vectors_of([row[2] for row in rows]))

    def _append(self, vectors: NDArray[np.float16]) -> None:
        """Write vectors behind the others; a view that was given out before stays as it is."""
        start, end = len(self._vectors), len(self._vectors) + len(vectors)
        if end > len(self._room):
            room = np.empty((max(end, 2 * start), VECTOR_SIZE), np.float32)
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
