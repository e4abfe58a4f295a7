"""Read what the model cards say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.inference.network import MODELS_DIR

CARD_FILE = "README.md"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Describe a shipped model."""

    name: str
    folder: Path
    bytes: int
    """Size of the whole folder."""
    figures: dict[str, Any]
    """The card's metadata: licence, sizes, and the measured figures in full precision and as INT8."""


def describe_models(folder: Path | None = None) -> list[ModelCard]:
    """Return the cards of the models in a folder, by name; None stands for the shipped models."""
    return [_read_card(card.parent) for card in sorted((folder or MODELS_DIR).glob(f"*/{CARD_FILE}"))]


def _read_card(folder: Path) -> ModelCard:
    import frontmatter

    metadata = dict(frontmatter.load(str(folder / CARD_FILE)).metadata)
    size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    return ModelCard(str(metadata.get("name", folder.name)), folder, size, metadata)
