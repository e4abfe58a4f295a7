"""Bring a shipped NLI model back to a checkpoint in 32-bit floats, so that it can learn on.

    python -m training.restore data/models/nli checkpoints/nli/shipped

It is what `training/nli.py contrary` starts from.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

import onnx
import torch
import transformers
from onnx import ModelProto, numpy_helper


def restore(shipped: Path, out: Path) -> None:
    """Write what transformers reads; the weights are those that the INT8 values and their scales stand for."""
    config = transformers.AutoConfig.from_pretrained(shipped, local_files_only=True)
    model = transformers.AutoModelForSequenceClassification.from_config(config)
    model.load_state_dict(weights_of(onnx.load(shipped / "model.onnx")))
    model.save_pretrained(out)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(shipped / name, out / name)


def weights_of(model: ModelProto) -> dict[str, Any]:
    """Return the weights by their names in torch; the graph names a matrix only by the bias that is added after it."""
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    for name in [name.removesuffix("_int8") for name in known if name.endswith("_int8")]:
        values, shape = known.pop(f"{name}_int8") * known.pop(f"{name}_scale"), known.pop(f"{name}_shape", None)
        known[name] = values if shape is None else values.reshape(shape)
    added = {entry: node for node in model.graph.node if node.op_type == "Add" for entry in node.input}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in known:
            bias = next(entry for entry in added[node.output[0]].input if entry.endswith(".bias"))
            known[bias.removesuffix("bias") + "weight"] = known.pop(node.input[1]).T
    return {name.removeprefix("model."): torch.tensor(value.copy()) for name, value in known.items()}


def main() -> None:
    """Restore the model that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shipped", type=Path, help="folder with model.onnx")
    parser.add_argument("out", type=Path, help="folder to write")
    arguments = parser.parse_args()
    restore(arguments.shipped, arguments.out)


if __name__ == "__main__":
    main()
