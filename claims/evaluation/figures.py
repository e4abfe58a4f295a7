"""Turn counts into precision, recall and F1, with intervals over the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

RESAMPLES = 2000
SEED = 13
COVERAGE = (2.5, 97.5)
INTERVAL = "_interval"

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """Name one thing that was missed or is wrong, with the sentence it stands in."""

    doc: str
    what: str
    sentence: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Hold the figures of an evaluation, nested by what they measure, and what went wrong."""

    figures: Figures
    missed: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Count in one article what was predicted and what is gold, each with how much of it is right."""

    predicted: int = 0
    right: int = 0
    """Of `predicted`."""
    gold: int = 0
    found: int = 0
    """Of `gold`; not always `right`, as several predictions may find one thing."""
    missed: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()


def ratio(part: float, whole: float) -> float | None:
    """Return the share to three places; None of nothing."""
    return round(part / whole, 3) if whole else None


def f1(score: Score) -> float | None:
    """Return the harmonic mean of precision and recall; None when nothing is gold or predicted."""
    if not score.predicted or not score.gold:
        return None
    precision, recall = score.right / score.predicted, score.found / score.gold
    return ratio(2 * precision * recall, precision + recall) or 0.0


def interval(parts: Sequence[float], wholes: Sequence[float]) -> list[float] | None:
    """Return the 95 % bootstrap interval of sum(parts) / sum(wholes), whole articles drawn again.

    The draw is seeded, so the same counts give the same interval; None when nothing was counted.
    """
    if not sum(wholes):
        return None
    drawn = np.random.default_rng(SEED).integers(0, len(parts), size=(RESAMPLES, len(parts)))
    tops, bottoms = np.asarray(parts, float)[drawn].sum(1), np.asarray(wholes, float)[drawn].sum(1)
    shares = tops[bottoms > 0] / bottoms[bottoms > 0]
    low, high = np.percentile(shares, COVERAGE)
    return [round(float(low), 3), round(float(high), 3)]


def summarise(scores: Sequence[Score]) -> Figures:
    """Return precision, recall and F1 over all articles, each share with its interval by article."""
    right, predicted = [s.right for s in scores], [s.predicted for s in scores]
    found, gold = [s.found for s in scores], [s.gold for s in scores]
    total = Score(sum(predicted), sum(right), sum(gold), sum(found))
    return {
        "precision": ratio(total.right, total.predicted),
        "precision" + INTERVAL: interval(right, predicted),
        "recall": ratio(total.found, total.gold),
        "recall" + INTERVAL: interval(found, gold),
        "f1": f1(total),
        "gold": total.gold,
        "predicted": total.predicted,
    }


def flatten(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each figure with its dotted name: ("pairs.likely.precision", 0.6)."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from flatten(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
