"""Name the sides of a dispute: who, and since which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from claims.types import Claim, Dispute

NOBODY = "nobody named"
"""Stands for a side whose claims name no actor, and for a side without claims."""

MOST = 3
"""Names that a side may have in the one line of a dispute."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Side = list[tuple[str, date | None]]


def side_of(claims: Iterable[Claim]) -> Side:
    """Return each actor of the claims once with its first day, the earliest first and undated ones last."""
    first: dict[str, date | None] = {}
    for claim in claims:
        for name in claim.actor_names:
            days = [day for day in (first.get(name), claim.said_on) if day is not None]
            first[name] = min(days, default=None)
    return sorted(first.items(), key=lambda item: (item[1] is None, item[1] or date.max))


def sides_text(dispute: Dispute, claims: Mapping[str, Claim]) -> str:
    """Return "who asserts, and since when ⟷ who denies or doubts, and since when".

    The year is left out where all days share it; of a long side the first are named and the others counted.
    """
    asserting, denying, doubting = (
        side_of(known(ids, claims)) for ids in (dispute.asserting, dispute.denying, dispute.doubting)
    )
    years = {day.year for side in (asserting, denying, doubting) for _, day in side if day is not None}
    answers = [_dated(*item, years) for item in denying] + [f"{_dated(*item, years)} (doubts)" for item in doubting]
    return f"{_listed([_dated(*item, years) for item in asserting])} ⟷ {_listed(answers)}"


def _listed(names: list[str]) -> str:
    if len(names) > MOST:
        return f"{', '.join(names[: MOST - 1])} and {len(names) - MOST + 1} more"
    return ", ".join(names) or NOBODY


def known(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[Claim]:
    """Return those of the claims that are at hand, in the order of the ids."""
    return [claims[id_] for id_ in ids if id_ in claims]


def names_of(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[str]:
    """Return the names of a side, the one with the earliest day first."""
    return [name for name, _ in side_of(known(ids, claims))]


def _dated(name: str, day: date | None, years: set[int]) -> str:
    if day is None:
        return name
    short = f"{name} {day.day} {_MONTHS[day.month - 1]}"
    return short if len(years) == 1 else f"{short} {day.year}"
