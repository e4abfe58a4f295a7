"""Score ordered pairs of sentences by natural language inference."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from claims.errors import ModelError
from claims.inference.cards import ModelCard
from claims.inference.checkpoint import Checkpoint
from claims.inference.network import MODELS_DIR, Network, load_network, softmax
from claims.inference.recall import Recall
from claims.types import NliScores

PAIR_PIECES = 128
"""Longest pair, in word pieces, as in training; the longer text is cut first."""
WEIGHTS = (".onnx", ".safetensors", ".bin")
NLI_LABELS = ("entailment", "neutral", "contradiction")


class Nli:
    """Run a pair classification model with the three labels of NLI, in whatever order it has them."""

    def __init__(self, network: Network | Checkpoint, name: str | None = None) -> None:
        self._network = network
        self._columns = _columns_of(network)
        self._recall: Recall[tuple[str, str], NliScores] = Recall()
        self.name = name or _name_of(network)
        """The model's own short name, its name on the hub, or the name of its folder."""

    @classmethod
    def load(cls, folder: Path | None = None) -> Nli:
        """Load an ONNX model from a folder; None stands for the shipped one."""
        return cls(load_network(folder or MODELS_DIR / "nli", PAIR_PIECES))

    @cached_property
    def fingerprint(self) -> str:
        """Return a hash of the weights: what another model gave, also one of the same name, has another."""
        digest = hashlib.sha256()
        for file in sorted(self._network.folder.iterdir()):
            if file.suffix in WEIGHTS:
                with file.open("rb") as weights:
                    digest.update(hashlib.file_digest(weights, "sha256").digest())
        return digest.hexdigest()[:16]

    def card(self) -> ModelCard:
        """Describe the model by what can be seen of it."""
        runtime = "onnxruntime" if isinstance(self._network, Network) else "torch"
        folder = self._network.folder
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        return ModelCard(self.name, folder, size, {"runs_on": runtime, "labels": ", ".join(self._network.labels)})

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Score each (premise, hypothesis); the result is in the order of the pairs."""
        return self._recall.get(pairs, self._run)

    def _run(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        found: dict[int, NliScores] = {}
        for index, *_, row in self._network.outputs(pairs):
            found[index] = NliScores(*(float(value) for value in softmax(row)[self._columns]))
        return [found[index] for index in range(len(pairs))]


def _name_of(network: Network | Checkpoint) -> str:
    own = network.config.get("_name_or_path") if isinstance(network, Network) else None
    return str(own or network.folder.resolve().name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _columns_of(network: Network | Checkpoint) -> list[int]:
    named = [label.casefold() for label in network.labels]
    if sorted(named) != sorted(NLI_LABELS):
        raise ModelError(
            f"The model folder {network.folder} is not an NLI model: id2label in its config.json must name "
            f"{', '.join(NLI_LABELS)}; choose another folder."
        )
    return [named.index(label) for label in NLI_LABELS]
