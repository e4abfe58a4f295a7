"""Ask the NLI model only for the pairs of texts that the store has no scores of."""

from __future__ import annotations

from collections.abc import Sequence

from claims.pairing.records import NliModel, ScoreSource
from claims.types import NliScores, content_id


class Remembered:
    """Score like a model, from the store where it can; `new` holds what the model was asked for."""

    def __init__(self, model: NliModel, fingerprint: str, store: ScoreSource) -> None:
        self._model, self._fingerprint, self._store = model, fingerprint, store
        self.name = model.name
        self.new: dict[str, NliScores] = {}
        """Scores by the ids under which the store is to keep them."""

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return the three probabilities of each pair, in order."""
        ids = [content_id("nli", self._fingerprint, *pair) for pair in pairs]
        known = {**self._store.nli_scores(ids), **self.new}
        missing = {id_: pair for id_, pair in zip(ids, pairs, strict=True) if id_ not in known}
        if missing:
            self.new.update(zip(missing, self._model.score(list(missing.values())), strict=True))
        return [known.get(id_) or self.new[id_] for id_ in ids]
