"""Open a model folder (model.onnx, tokenizer.json, config.json) and run it, without the network."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.inference.batching import Batch, bucket, pad
from claims.inference.int8 import int8_graph

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MODELS_DIR = Path(__file__).resolve().parents[2] / "data" / "models"
MODEL_FILE, TOKENIZER_FILE, CONFIG_FILE = "model.onnx", "tokenizer.json", "config.json"
CHUNK = 1024
"""Most texts that are held as encodings at once."""

_QUIET_AND_OFFLINE = (
    ("HF_HUB_OFFLINE", "1"),
    ("TRANSFORMERS_OFFLINE", "1"),
    ("HF_HUB_DISABLE_TELEMETRY", "1"),
    ("TRANSFORMERS_NO_ADVISORY_WARNINGS", "1"),
    ("TOKENIZERS_PARALLELISM", "true"),
)
_NO_TELEMETRY = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
"""From 1.29 on onnxruntime sends what it runs to its maker, and keeps an id of the machine, unless one of these is set
before it is first loaded; the name has changed between releases."""
_REFUSALS = (
    "Fail",
    "InvalidArgument",
    "InvalidGraph",
    "InvalidProtobuf",
    "NoModel",
    "NoSuchFile",
    "NotImplemented",
    "RuntimeException",
)
"""What onnxruntime raises, each a plain Exception, for a model file that it cannot use."""


@dataclass(frozen=True, slots=True)
class Network:
    """Hold an open model: its session, its tokenizer and its configuration."""

    folder: Path
    session: InferenceSession
    tokenizer: Tokenizer
    config: dict[str, Any]
    pad_id: int

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the names of the output columns in their order; empty for a model without a head."""
        names: dict[str, str] = self.config.get("id2label") or {}
        return tuple(names[key] for key in sorted(names, key=int))

    def outputs(
        self, texts: Sequence[str] | Sequence[tuple[str, str]]
    ) -> Iterator[tuple[int, Encoding, NDArray[np.float32]]]:
        """Yield each text's index, its encoding and its row of the model's output, in no particular order.

        A row of a model that answers for every word piece ends with the rows of the padding.
        """
        for start in range(0, len(texts), CHUNK):
            encodings = self.tokenizer.encode_batch(list(texts[start : start + CHUNK]))
            for indices in bucket([len(encoding) for encoding in encodings]):
                chosen = [encodings[index] for index in indices]
                rows = self._run(pad(chosen, self.pad_id))
                for index, encoding, row in zip(indices, chosen, rows, strict=True):
                    yield start + index, encoding, row

    def _run(self, batch: Batch) -> NDArray[np.float32]:
        inputs = {"input_ids": batch.ids, "attention_mask": batch.mask, "token_type_ids": batch.segments}
        wanted = {node.name for node in self.session.get_inputs()}
        output = self.session.run(None, {name: inputs[name] for name in inputs if name in wanted})[0]
        return np.asarray(output, dtype=np.float32)


def load_network(folder: Path, max_length: int) -> Network:
    """Open a model folder; texts beyond `max_length` word pieces are cut, in a pair the longer text first.

    Raises ModelError when a file is missing or damaged.
    """
    check_files(folder)
    config = _read_object(folder / CONFIG_FILE)
    tokenizer, pad_id = _load_tokenizer(folder, max_length)
    if pad_id is None:
        pad_id = config.get("pad_token_id") or 0
    return Network(folder, _open_session(model_file(folder) or folder / MODEL_FILE), tokenizer, config, pad_id)


def model_file(folder: Path) -> Path | None:
    """Return the ONNX file of a model folder, beside its configuration or in `onnx`; None where there is none."""
    return next((path for path in (folder / MODEL_FILE, folder / "onnx" / MODEL_FILE) if path.is_file()), None)


def quiet_and_offline() -> None:
    """Keep the Hugging Face libraries quiet and off the network, before they are first loaded."""
    for name, value in _QUIET_AND_OFFLINE:
        os.environ.setdefault(name, value)


def check_files(folder: Path) -> None:
    """Raise ModelError when the folder or one of the files of a model is not there."""
    if not folder.is_dir():
        raise ModelError(
            f"There is no model folder {folder}; check the path, or restore data/models from the repository."
        )
    missing = [name for name in (TOKENIZER_FILE, CONFIG_FILE) if not (folder / name).is_file()]
    if model_file(folder) is None:
        missing.insert(0, MODEL_FILE)
    if missing:
        raise ModelError(
            f"The model folder {folder} is incomplete ({', '.join(missing)} missing); "
            "export the model again (training/README.md) or restore the folder from the repository."
        )


def _read_object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise damaged(path) from error
    if not isinstance(value, dict):
        raise damaged(path)
    return value


def _load_tokenizer(folder: Path, max_length: int) -> tuple[Tokenizer, int | None]:
    if not isinstance(_read_object(folder / TOKENIZER_FILE).get("model"), dict):
        raise damaged(folder / TOKENIZER_FILE)
    quiet_and_offline()
    from transformers import PreTrainedTokenizerFast

    try:
        loaded = PreTrainedTokenizerFast.from_pretrained(str(folder), local_files_only=True)
    except (KeyError, OSError, TypeError, ValueError) as error:
        raise damaged(folder / TOKENIZER_FILE) from error
    # Set once: transformers sets them again on every call, which fails when two threads share a tokenizer.
    backend: Tokenizer = loaded.backend_tokenizer
    backend.no_padding()
    backend.enable_truncation(max_length, strategy="longest_first")
    return backend, loaded.pad_token_id


def _open_session(path: Path) -> InferenceSession:
    os.environ.update(dict.fromkeys(_NO_TELEMETRY, "1"))
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count() or 1
    options.log_severity_level = 3
    # A memory pattern would be kept for every shape of batch, and they all differ.
    options.enable_mem_pattern = False
    graph = int8_graph(path)
    if graph is None:
        # A user's own model may multiply in INT8: on processors without VNNI that overflows unless this is set.
        options.add_session_config_entry("session.x64quantprecision", "1")
    refusals = tuple(getattr(states, name) for name in _REFUSALS)
    try:
        return onnxruntime.InferenceSession(graph or str(path), options, providers=["CPUExecutionProvider"])
    except refusals as error:
        raise damaged(path) from error


def damaged(path: Path) -> ModelError:
    """Return the error that says that a file of a model folder cannot be used."""
    return ModelError(
        f"The file {path.name} of the model folder {path.parent} is damaged; "
        "export the model again (training/README.md) or restore the folder from the repository."
    )


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
