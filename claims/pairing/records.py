"""Define what pairing asks of the store and the models, and what it gives back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from claims.types import Article, Claim, Dispute, NliScores, Pair, Tier

Vectors = NDArray[np.float32]


class ClaimSource(Protocol):
    """Give the stored claims that a new article's claims are compared with; the `Store` is one."""

    def find_cosines(
        self, rows: Vectors, since: date | None = None, until: date | None = None, *, undated: bool = True
    ) -> tuple[list[str], Vectors]:
        """Return claim ids said in the window, and the undated ones, with a column of cosines to `rows` each."""

    def claims_by_id(self, ids: Collection[str]) -> dict[str, Claim]:
        """Return the claims with these ids."""

    def find_articles(self, ids: Collection[str] | None = None) -> list[Article]:
        """Return the articles with these ids."""

    def disputes_of(self, claim_ids: Collection[str]) -> list[Dispute]:
        """Return the disputes that hold any of the claims, each whole."""


class ScoreSource(Protocol):
    """Give what an NLI model gave before; the `Store` is one."""

    def nli_scores(self, ids: Collection[str]) -> dict[str, NliScores]:
        """Return the scores that are kept under these ids."""


class SentenceEncoder(Protocol):
    """Turn sentences into vectors of unit length."""

    def embed(self, texts: Sequence[str]) -> NDArray[Any]:
        """Return one row a text."""


class NliModel(Protocol):
    """Score ordered pairs of (premise, hypothesis)."""

    @property
    def name(self) -> str:
        """Name the model in the pairs that it scored."""

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return the three probabilities of each pair, in order."""


class RebuttalModel(Protocol):
    """Rate pairs of claims of one article by where and by whom they are said."""

    def rate(
        self, article: Article, claims: Sequence[Claim], vectors: Vectors, tiers: Mapping[frozenset[str], Tier]
    ) -> Mapping[frozenset[str], float]:
        """Return the probability that one of two claims, by their ids, is set against the other.

        `vectors` has a row a claim; `tiers` holds the pairs that the rules make; two claims that are not in the result
        are left to the rules.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """Hold what pairing found for the claims of one article."""

    vectors: NDArray[np.float16]
    """One row a claim, in the order of the claims."""
    pairs: tuple[Pair, ...]
    disputes: tuple[Dispute, ...]
    """New and changed disputes, each whole."""
    redirects: dict[str, str]
    """Ids of disputes that were merged away → the surviving id."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Set two claims beside each other for scoring, in the order in which they came (stored before new)."""

    first: Claim
    second: Claim
    cosine: float
    shared: frozenset[str]
    """Rare names that both propositions hold."""
    together: bool
    """Whether they stand in one article or in copies of one article."""

    @property
    def key(self) -> tuple[str, str]:
        """Return the two ids in order."""
        return self.first.id, self.second.id
