"""Run a Hugging Face NLI checkpoint that has no ONNX file with torch, which only this module loads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.inference.batching import bucket
from claims.inference.network import quiet_and_offline

HELD = 1024
"""Most pairs that are held as word pieces at once."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Hold a sequence classification model of transformers with its tokenizer."""

    folder: Path
    tokenizer: Any
    model: Any
    max_length: int

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the names of the output columns in their order."""
        names = self.model.config.id2label
        return tuple(str(names[key]) for key in sorted(names, key=int))

    def outputs(self, texts: Sequence[tuple[str, str]]) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield each pair's index and its row of logits, in no particular order."""
        import torch

        for start in range(0, len(texts), HELD):
            part = texts[start : start + HELD]
            pieces = self.tokenizer(
                [premise for premise, _ in part],
                [hypothesis for _, hypothesis in part],
                truncation="longest_first",
                max_length=self.max_length,
            )
            for indices in bucket([len(each) for each in pieces["input_ids"]]):
                rows = [{name: pieces[name][index] for name in pieces} for index in indices]
                with torch.inference_mode():
                    logits = self.model(**self.tokenizer.pad(rows, return_tensors="pt")).logits
                for index, row in zip(indices, logits.float().numpy(), strict=True):
                    yield start + index, np.asarray(row, dtype=np.float32)


def check_torch(folder: str | Path) -> None:
    """Raise ModelError where torch is not installed."""
    if find_spec("torch") is None:
        raise ModelError(
            f"The NLI model {folder} has no ONNX file, and torch, which could run it, is not installed; "
            "run “python3 -m pip install -r requirements-torch.txt”, or choose a model with ONNX."
        )


def load_checkpoint(folder: Path, max_length: int) -> Checkpoint:
    """Load a checkpoint from a folder; raise ModelError for one that is damaged or has no trained head."""
    check_torch(folder)
    quiet_and_offline()
    import torch
    import transformers
    from safetensors import SafetensorError

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    torch.set_num_threads(os.cpu_count() or 1)
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        model, report = transformers.AutoModelForSequenceClassification.from_pretrained(
            str(folder), local_files_only=True, output_loading_info=True, dtype=torch.float32
        )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, SafetensorError) as error:
        reason = str(error).strip().split("\n", 1)[0]
        raise ModelError(f"The NLI model {folder} could not be loaded ({reason}); choose another one.") from error
    if report["missing_keys"] or report["mismatched_keys"]:
        raise ModelError(f"The NLI model {folder} has no trained classification head; choose another one.")
    longest = min(max_length, getattr(model.config, "max_position_embeddings", None) or max_length)
    return Checkpoint(folder, tokenizer, model.eval(), longest)
