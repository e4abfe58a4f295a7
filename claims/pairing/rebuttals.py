"""Rate how probable it is that a claim is set against another one of its article, in whatever words.

Newspapers seldom deny word by word: who is accused gives another account, and gives it where an answer stands. Boosted
trees, trained by training/rebuttals.py on pairs that readers judged, weigh the place, the speakers and the words of two
claims, and what the rules of pairing make of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.inference import MODELS_DIR, read_weights
from claims.pairing.rebuttal_features import ordered_pairs
from claims.pairing.records import Vectors
from claims.types import Article, Claim, Tier

CHUNK = 1024
"""Rows that go through all trees at once: the 30,000 of a long transcript would take hundreds of megabytes."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Hold boosted trees, one row of nodes each, whose leaves add up to the log-odds of a rebuttal."""

    feature: NDArray[np.int64]
    """What a node asks for; below 0 at a leaf."""
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    """The node to go on with where the feature is at most the threshold."""
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    prior: float

    def rate(
        self, article: Article, claims: Sequence[Claim], vectors: Vectors, tiers: Mapping[frozenset[str], Tier]
    ) -> dict[frozenset[str], float]:
        """Return a probability for each two claims, by their ids, of which one may be set against the other.

        `vectors` has a row for each claim; `tiers` holds the pairs that the rules make.
        """
        pairs = list(ordered_pairs(article, claims, vectors, tiers))
        if not pairs:
            return {}
        rated: dict[frozenset[str], float] = {}
        probabilities = self.probabilities(np.array([features for _, _, features in pairs]))
        for (one, answer, _), probability in zip(pairs, probabilities, strict=True):
            ids = frozenset((one.id, answer.id))
            rated[ids] = max(float(probability), rated.get(ids, 0.0))
        return rated

    def probabilities(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability of a rebuttal for every row of features."""
        return np.concatenate([self._of(rows[at : at + CHUNK]) for at in range(0, len(rows) or 1, CHUNK)])

    def _of(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        trees = np.arange(len(self.feature))
        nodes = np.zeros((len(rows), len(trees)), np.int64)
        while (asked := self.feature[trees, nodes]).max(initial=-1) >= 0:
            below = np.take_along_axis(rows, np.maximum(asked, 0), axis=1) <= self.threshold[trees, nodes]
            further = np.where(below, self.left[trees, nodes], self.right[trees, nodes])
            nodes = np.where(asked < 0, nodes, further)
        logits: NDArray[np.float64] = self.prior + self.value[trees, nodes].sum(axis=1)
        return 1 / (1 + np.exp(-logits))


@cache
def load_trees(folder: Path | None = None) -> Trees:
    """Load the shipped trees, or those of another folder; raise ModelError when they are missing or damaged."""
    return read_weights(folder or MODELS_DIR / "rebuttals", _trees)


def _trees(stored: dict[str, Any]) -> Trees:
    return Trees(
        np.asarray(stored["feature"], np.int64),
        np.asarray(stored["threshold"], np.float64),
        np.asarray(stored["left"], np.int64),
        np.asarray(stored["right"], np.int64),
        np.asarray(stored["value"], np.float64),
        float(stored["prior"]),
    )
