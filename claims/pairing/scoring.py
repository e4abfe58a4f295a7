"""Score the texts of one article's candidates in as few calls of the NLI model as it takes."""

from __future__ import annotations

from claims.folding import goes_on
from claims.pairing.records import NliModel
from claims.pairing.statements import core
from claims.types import NliScores

SAME = NliScores(1.0, 0.0, 0.0)
UNASKED = NliScores(0.0, 1.0, 0.0)
"""Of a direction that was not asked for, because the first one rules the pair out."""


class NliTable:
    """Gather ordered pairs of texts, score each once without what is said beside the matter, and look them up."""

    def __init__(self) -> None:
        self._wanted: dict[tuple[str, str], None] = {}
        self._scores: dict[tuple[str, str], NliScores] = {}

    def want(self, one: str, other: str) -> None:
        """Ask for the scores of two texts in both directions; equal texts need no model."""
        self.want_forward(one, other)
        self.want_forward(other, one)

    def want_forward(self, premise: str, hypothesis: str) -> None:
        """Ask for the scores of an ordered pair only."""
        if not goes_on(premise, hypothesis):
            self._wanted[premise, hypothesis] = None

    def score(self, nli: NliModel) -> None:
        """Score what was asked for and is not known yet; no call when there is nothing."""
        missing = [pair for pair in self._wanted if pair not in self._scores]
        if missing:
            texts = [(core(premise), core(hypothesis)) for premise, hypothesis in missing]
            self._scores.update(zip(missing, nli.score(texts), strict=True))

    def has(self, one: str, other: str) -> bool:
        """Tell whether the two texts have scores in both directions."""
        return self.knows(one, other) and self.knows(other, one)

    def knows(self, premise: str, hypothesis: str) -> bool:
        """Tell whether the ordered pair has scores."""
        return (premise, hypothesis) in self._scores or goes_on(premise, hypothesis)

    def of(self, premise: str, hypothesis: str) -> NliScores:
        """Return the scores of an ordered pair that was asked for."""
        known = self._scores.get((premise, hypothesis))
        if known is not None:
            return known
        if goes_on(premise, hypothesis):
            return SAME
        raise KeyError((premise, hypothesis))

    def asked(self, premise: str, hypothesis: str) -> NliScores:
        """Return the scores of an ordered pair, neutral when the other direction has ruled it out."""
        return self.of(premise, hypothesis) if self.knows(premise, hypothesis) else UNASKED

    def mutual(self, one: str, other: str) -> float:
        """Return the weaker of the two entailments; 0 when the pair was never scored."""
        if not self.has(one, other):
            return 0.0
        return min(self.of(one, other).entailment, self.of(other, one).entailment)
