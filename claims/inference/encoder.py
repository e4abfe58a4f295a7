"""Turn sentences into vectors whose dot product tells how near they are in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.inference.network import MODELS_DIR, Network, load_network
from claims.inference.recall import Recall

SENTENCE_PIECES = 256
"""Longest text, in word pieces, that the encoder was trained for."""
DIMENSIONS = 384


class Encoder:
    """Run the sentence encoder."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._recall: Recall[str, NDArray[np.float32]] = Recall()

    @classmethod
    def load(cls, folder: Path | None = None) -> Encoder:
        """Load the model from a folder; None stands for the shipped one."""
        network = load_network(folder or MODELS_DIR / "encoder", SENTENCE_PIECES)
        if network.config.get("hidden_size") != DIMENSIONS:
            raise ModelError(
                f"The model folder {network.folder} is not a sentence encoder with vectors of {DIMENSIONS} "
                "numbers; choose another folder."
            )
        return cls(network)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of unit length for each text, (n, 384): the mean over its word pieces."""
        rows = self._recall.get(texts, self._run)
        return np.array(rows, dtype=np.float32).reshape(len(rows), DIMENSIONS)

    def _run(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for index, encoding, row in self._network.outputs(texts):
            mean = row[: len(encoding)].mean(axis=0)
            vectors[index] = mean / max(float(np.linalg.norm(mean)), 1e-12)
        return list(vectors)
