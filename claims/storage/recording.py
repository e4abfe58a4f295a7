"""Keep the record of corrections, and find the claims that stand where one was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from claims.storage.finding import claims_by_id
from claims.storage.rows import correction_of, correction_row, storable
from claims.storage.schema import claims, corrections
from claims.types import Anchor, Claim, Correction, CorrectionField, Span, anchor_of

PLACED = 0.5
"""Share of the longer of two stretches that must be common for a claim to stand where a correction was made."""


def corrections_of(connection: Connection, article_ids: Iterable[str] | None = None) -> list[Correction]:
    """Return the corrections in these articles, or all, the latest first."""
    statement = select(corrections).order_by(corrections.c.number.desc())
    if article_ids is not None:
        ids = [storable(id_) for id_ in article_ids]
        inside = or_(corrections.c.article_id.in_(ids), corrections.c.other_article_id.in_(ids))
        statement = statement.where(inside)
    return [correction_of(row) for row in connection.execute(statement)]


def record(
    connection: Connection,
    places: tuple[Anchor, Anchor | None],
    field: CorrectionField,
    values: tuple[Any, Any],
    by: str,
) -> Correction:
    """Write down a correction: what was changed to what (`values`: after, before) and by whom."""
    value, before = values
    made = Correction(0, *places, field, value, before, " ".join(by.split()), now())
    result = connection.execute(insert(corrections).values(correction_row(made)))
    return replace(made, number=int(result.inserted_primary_key[0]))  # type: ignore[index]


def now() -> datetime:
    """Return the present time in UTC, as it is stored."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def claims_at(connection: Connection, anchor: Anchor) -> list[Claim]:
    """Return the claims that stand best where the anchor is; none where nothing stands there."""
    ids = list(connection.scalars(select(claims.c.id).where(claims.c.article_id == anchor.article_id)))
    shares = [(_share(anchor_of(claim).span, anchor.span), claim) for claim in claims_by_id(connection, ids).values()]
    best = max((share for share, _ in shares), default=0.0)
    return [claim for share, claim in shares if share == best >= PLACED]


def _share(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, one.end - one.start, other.end - other.start)
