"""Read the weights of the small models that need no ONNX session."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from claims.errors import ModelError

Made = TypeVar("Made")
WEIGHTS_FILE = "weights.json"


def read_weights(folder: Path, make: Callable[[Any], Made]) -> Made:
    """Return what `make` makes of a folder's weights; raise ModelError when they are missing or damaged."""
    path = folder / WEIGHTS_FILE
    try:
        return make(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is missing or damaged; restore it from the project's checkout.") from error
