"""Score an NLI model on labelled pairs of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.errors import InputError
from claims.evaluation.figures import Figures, Finding, Report, Score, interval, ratio, summarise
from claims.evaluation.rows import Row
from claims.types import NliScores

LABELS = ("entailment", "neutral", "contradiction")
FIELDS = ("premise", "hypothesis", "label")

ScorePairs = Callable[[Sequence[tuple[str, str]]], Sequence[NliScores]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Set the gold label of one pair against the likeliest one."""

    row: Row
    scores: NliScores

    @property
    def gold(self) -> str:
        """Return the label that the file gives."""
        return str(self.row["label"])

    @property
    def predicted(self) -> str:
        """Return the label of the highest probability."""
        return max(LABELS, key=lambda label: float(getattr(self.scores, label)))

    @property
    def right(self) -> bool:
        """Tell whether the two agree."""
        return self.gold == self.predicted


def nli_report(rows: Iterable[Row], score: ScorePairs) -> Report:
    """Measure accuracy, each label's precision, recall and F1, and accuracy by `kind` where rows have one."""
    known = [_checked(row) for row in rows]
    scores = score([(row["premise"], row["hypothesis"]) for row in known])
    verdicts = [Verdict(row, each) for row, each in zip(known, scores, strict=True)]
    figures: Figures = {"rows": len(verdicts), **_accuracy(verdicts)}
    figures |= {label: summarise([_label_score(label, verdict) for verdict in verdicts]) for label in LABELS}
    by_label = [figures[label]["f1"] for label in LABELS]
    figures["macro_f1"] = None if None in by_label else ratio(sum(by_label), len(LABELS))
    kinds = sorted({str(verdict.row["kind"]) for verdict in verdicts if "kind" in verdict.row})
    if kinds:
        figures["kinds"] = {kind: _accuracy(_of_kind(kind, verdicts)) for kind in kinds}
    return Report(figures, wrong=tuple(_finding(verdict) for verdict in verdicts if not verdict.right))


def _checked(row: Row) -> Row:
    if row["label"] not in LABELS:
        raise InputError(f"The label {row['label']!r} is not an NLI label; use one of {', '.join(LABELS)}.")
    return row


def _of_kind(kind: str, verdicts: Iterable[Verdict]) -> list[Verdict]:
    return [verdict for verdict in verdicts if str(verdict.row.get("kind")) == kind]


def _accuracy(verdicts: Sequence[Verdict]) -> Figures:
    right = [int(verdict.right) for verdict in verdicts]
    each = [1] * len(right)
    return {"accuracy": ratio(sum(right), len(right)), "accuracy_interval": interval(right, each)}


def _label_score(label: str, verdict: Verdict) -> Score:
    right = int(verdict.right and verdict.gold == label)
    return Score(int(verdict.predicted == label), right, int(verdict.gold == label), right)


def _finding(verdict: Verdict) -> Finding:
    row, scores = verdict.row, verdict.scores
    probabilities = " ".join(f"{label} {getattr(scores, label):.2f}" for label in LABELS)
    return Finding(
        str(row.get("kind", "")),
        f"{verdict.gold} taken for {verdict.predicted}",
        f"{row['premise']} → {row['hypothesis']}",
        probabilities,
    )
