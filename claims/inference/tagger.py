"""Tag the word pieces of a text as parts of sources, cues and contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.inference.network import MODELS_DIR, Network, load_network, softmax

WINDOW_PIECES = 512
"""Longest window that the model takes, in word pieces; what lies beyond it gets no tags."""
TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")


@dataclass(frozen=True, slots=True)
class Tags:
    """Hold the tags of one window, a row for every word piece; special tokens have no row."""

    offsets: NDArray[np.int32]
    """(n, 2) half-open character ranges in the window."""
    probabilities: NDArray[np.float32]
    """(n, 7), columns as in `labels`, each row adds up to 1."""
    labels: tuple[str, ...]


class Tagger:
    """Run the attribution model: BIO tags for source, cue and content."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def load(cls, folder: Path | None = None) -> Tagger:
        """Load the model from a folder; None stands for the shipped one."""
        network = load_network(folder or MODELS_DIR / "attribution", WINDOW_PIECES)
        if sorted(network.labels) != sorted(TAGS):
            raise ModelError(
                f"The model folder {network.folder} is not an attribution model: its labels must be "
                f"{', '.join(TAGS)}; choose another folder."
            )
        return cls(network)

    def tag(self, windows: Sequence[str]) -> list[Tags]:
        """Tag each window; the result is in the order of the windows."""
        labels = self._network.labels
        found: dict[int, Tags] = {}
        for index, encoding, row in self._network.outputs(windows):
            real = np.flatnonzero(np.asarray(encoding.special_tokens_mask) == 0)
            offsets = np.asarray(encoding.offsets, dtype=np.int32).reshape(-1, 2)[real]
            found[index] = Tags(offsets, softmax(row[real]), labels)
        return [found[index] for index in range(len(windows))]
