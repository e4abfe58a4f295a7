"""Score ordered pairs of sentences by natural language inference."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.errors import ModelError
from claims.inference.network import MODEL_FILE, MODELS_DIR, Network, check_files, load_network, softmax
from claims.inference.recall import Recall
from claims.types import NliScores

PAIR_PIECES = 128
"""Longest pair, in word pieces, as in training; the longer text is cut first."""
NLI_LABELS = ("entailment", "neutral", "contradiction")


class Nli:
    """Run a pair classification model with the three labels of NLI, in whatever order it has them."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._columns = _columns_of(network)
        self._recall: Recall[tuple[str, str], NliScores] = Recall()

    @classmethod
    def load(cls, folder: Path | None = None) -> Nli:
        """Load the model from a folder; None stands for the shipped one."""
        if folder is not None:
            check_nli_folder(folder)
        return cls(load_network(folder or MODELS_DIR / "nli", PAIR_PIECES))

    @property
    def name(self) -> str:
        """Return the model's own short name, or the name of its folder."""
        own = self._network.config.get("_name_or_path") or self._network.folder.resolve().name
        return str(own).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Score each (premise, hypothesis); the result is in the order of the pairs."""
        return self._recall.get(pairs, self._run)

    def _run(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        found: dict[int, NliScores] = {}
        for index, _, row in self._network.outputs(pairs):
            found[index] = NliScores(*(float(value) for value in softmax(row)[self._columns]))
        return [found[index] for index in range(len(pairs))]


def _columns_of(network: Network) -> list[int]:
    named = [label.casefold() for label in network.labels]
    if sorted(named) != sorted(NLI_LABELS):
        raise ModelError(
            f"The model folder {network.folder} is not an NLI model: id2label in its config.json must name "
            f"{', '.join(NLI_LABELS)}; choose another folder."
        )
    return [named.index(label) for label in NLI_LABELS]


def check_nli_folder(folder: Path) -> None:
    """Raise ModelError for what a user gave as NLI model and this version cannot run."""
    if not (folder / MODEL_FILE).is_file():
        raise ModelError(
            f"The NLI model {folder} is not a folder with {MODEL_FILE}: this version runs only models "
            "exported to ONNX, no hub names and no torch checkpoints; export it (training/README.md) "
            "or leave the option out."
        )
    check_files(folder)
