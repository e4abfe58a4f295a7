"""Export checkpoints to data/models/<name>/: an ONNX graph with INT8 weights, tokenizer and card.

    CLAIMS_CORPORA=CORPORA python -m training.export --attribution DIR --nli DIR --encoder DIR

1. The checkpoint is loaded in 32-bit floats and traced to ONNX with free batch and sequence lengths.
2. The weights are rounded to INT8 (quantize.py).
3. Both graphs are measured on the dev sets (measure.py) and the figures go into the card.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
import transformers
import yaml

from claims.inference import MODELS_DIR
from training.measure import Figures, compare_encoders, measure_attribution, measure_encoder, measure_nli
from training.quantize import quantize_weights

logger = logging.getLogger("export")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
CARDS = Path(__file__).parent / "cards"
SPEEDS = ("windows_per_second", "pairs_per_second", "sentences_per_second")
"""Printed, but not written into a card: they belong to the machine."""


@dataclass(frozen=True)
class Recipe:
    """Say how one of the models is loaded and measured."""

    title: str
    """The name in config.json; it is stored with every pair, so change it with the weights."""
    architecture: Any
    measure: Callable[[Path], Figures]
    per_piece: bool
    """Whether the model answers for every word piece, not for the whole text."""


RECIPES = {
    "attribution": Recipe(
        "counterclaim-attribution-2", transformers.AutoModelForTokenClassification, measure_attribution, True
    ),
    "nli": Recipe("counterclaim-nli-2", transformers.AutoModelForSequenceClassification, measure_nli, False),
    "encoder": Recipe("all-MiniLM-L6-v2", transformers.AutoModel, measure_encoder, True),
}


class FirstOutput(torch.nn.Module):
    """Give the traced graph one output: the logits, or the last hidden states."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
        """Return the first output of the model."""
        return self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)[0]


def export(name: str, checkpoint: Path, out: Path) -> dict[str, Figures]:
    """Export one model into `out/name` and return its figures, full precision beside INT8."""
    recipe, folder = RECIPES[name], out / name
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / name
        write_side_files(recipe, checkpoint, full)
        trace(recipe, checkpoint, full / "model.onnx")
        shutil.copytree(full, folder, dirs_exist_ok=True)
        onnx.save(quantize_weights(onnx.load(full / "model.onnx")), folder / "model.onnx")
        figures = {"full": recipe.measure(full), "int8": recipe.measure(folder)}
        if name == "encoder":
            figures["int8"] |= compare_encoders(full, folder)
    scores = {kind: {k: v for k, v in found.items() if k not in SPEEDS} for kind, found in figures.items()}
    write_card(name, recipe, folder, scores)
    return figures


def write_side_files(recipe: Recipe, checkpoint: Path, folder: Path) -> None:
    """Write configuration and tokenizer; the lengths that training fixed in them are left to the program."""
    folder.mkdir(parents=True)
    config = read_json(checkpoint / "config.json") | {"_name_or_path": recipe.title}
    config.pop("dtype", None)
    write_json(folder / "config.json", config, indent=2)
    tokenizer = read_json(checkpoint / "tokenizer.json") | {"truncation": None, "padding": None}
    write_json(folder / "tokenizer.json", tokenizer, indent=None)
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 512}
    special = {f"{token}_token": f"[{token.upper()}]" for token in ("cls", "sep", "pad", "unk", "mask")}
    write_json(folder / "tokenizer_config.json", settings | special, indent=2)


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file."""
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def write_json(path: Path, value: dict[str, Any], indent: int | None) -> None:
    """Write an object as JSON with a newline at its end."""
    path.write_text(json.dumps(value, indent=indent, ensure_ascii=False) + "\n", encoding="utf-8")


def trace(recipe: Recipe, checkpoint: Path, path: Path) -> None:
    """Write the checkpoint as an ONNX graph in 32-bit floats, and check it against torch on another shape."""
    model = recipe.architecture.from_pretrained(
        checkpoint, dtype=torch.float32, attn_implementation="eager", local_files_only=True
    )
    wrapped = FirstOutput(model).eval()
    free = {0: "batch", 1: "sequence"}
    torch.onnx.export(
        wrapped,
        sample_inputs(3, 17),
        str(path),
        input_names=list(INPUTS),
        output_names=["output"],
        dynamic_axes=dict.fromkeys(INPUTS, free) | {"output": free if recipe.per_piece else {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    check_against_torch(wrapped, path)


def sample_inputs(texts: int, pieces: int) -> tuple[Any, Any, Any]:
    """Return made-up word pieces of which the last text has only half."""
    ids = torch.arange(texts * pieces).reshape(texts, pieces) * 7 + 1000
    mask = torch.ones_like(ids)
    mask[-1, pieces // 2 :] = 0
    return ids, mask, torch.zeros_like(ids)


def check_against_torch(model: torch.nn.Module, path: Path) -> None:
    """Stop when the graph and the checkpoint differ on a shape that was not traced."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    inputs = sample_inputs(5, 61)
    with torch.no_grad():
        wanted = model(*inputs).numpy()
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feed = {name: value.numpy() for name, value in zip(INPUTS, inputs, strict=True)}
    gap = float(abs(session.run(None, feed)[0] - wanted).max())
    if gap > 1e-3:
        raise SystemExit(f"The exported graph {path.name} differs from the checkpoint by {gap:.4f}.")


def write_card(name: str, recipe: Recipe, folder: Path, figures: dict[str, Figures]) -> None:
    """Write README.md: the text in cards/ with the measured figures as metadata and as a table."""
    _, metadata, body = (CARDS / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    head = {"name": recipe.title} | yaml.safe_load(metadata) | {"figures": figures}
    rows = [f"| {key} | {figures['full'].get(key, '')} | {value} |" for key, value in figures["int8"].items()]
    table = "\n".join(["| figure | full precision | INT8 weights |", "|---|---|---|", *rows])
    front = yaml.safe_dump(head, sort_keys=False, allow_unicode=True)
    (folder / "README.md").write_text(f"---\n{front}---\n{body.replace('{figures}', table)}", encoding="utf-8")


def main() -> None:
    """Export the models whose checkpoints are given."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in RECIPES:
        parser.add_argument(f"--{name}", type=Path, metavar="DIR", help=f"checkpoint of the {name} model")
    parser.add_argument("--out", type=Path, default=MODELS_DIR, help="where the model folders go")
    arguments = vars(parser.parse_args())
    for name in RECIPES:
        if arguments[name]:
            logger.info("%s %s", name, json.dumps(export(name, arguments[name], arguments["out"]), indent=2))


if __name__ == "__main__":
    main()
