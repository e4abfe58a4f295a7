"""Measure the stances that the cue and the content give against stances that readers marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from claims.evaluation.figures import Figures, Score, f1, ratio
from claims.extraction.stance import read_stance
from claims.types import STANCES

FIELDS = ("cue", "content", "stance")
"""What a row must have; `source` and `context` (its sentence) are used where they are given."""


def stance_report(rows: Iterable[Mapping[str, Any]]) -> Figures:
    """Return precision, recall and F1 of every stance, their macro F1, accuracy and the confusion.

    The confusion is gold stance → predicted stance → count.
    """
    return stance_figures(Counter((str(row["stance"]), predicted_stance(row)) for row in rows))


def stance_figures(counts: Counter[tuple[str, str]]) -> Figures:
    """Return the figures of counted (gold stance, predicted stance) pairs."""
    classes = {stance: _figures(counts, stance) for stance in STANCES}
    scores = [figures["f1"] for figures in classes.values() if figures["gold"]]
    return {
        "classes": classes,
        "macro_f1": ratio(sum(score or 0.0 for score in scores), len(scores)),
        "accuracy": ratio(sum(counts[stance, stance] for stance in STANCES), counts.total()),
        "rows": counts.total(),
        "confusion": {gold: {found: counts[gold, found] for found in STANCES} for gold in STANCES},
    }


def predicted_stance(row: Mapping[str, Any]) -> str:
    """Return the stance that is read from a row of the stance corpus."""
    reading = read_stance(row["cue"], row["content"], source=row.get("source") or "", sentence=row.get("context") or "")
    return reading.stance


def _figures(counts: Counter[tuple[str, str]], stance: str) -> Figures:
    right = counts[stance, stance]
    predicted = sum(count for (_, found), count in counts.items() if found == stance)
    gold = sum(count for (marked, _), count in counts.items() if marked == stance)
    return {
        "precision": ratio(right, predicted),
        "recall": ratio(right, gold),
        "f1": f1(Score(predicted, right, gold, right)),
        "gold": gold,
        "predicted": predicted,
    }
