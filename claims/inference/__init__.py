"""Run the shipped models: ONNX sessions, batching, and the cards that describe them."""

from claims.inference.cards import ModelCard, describe_models
from claims.inference.encoder import Encoder
from claims.inference.network import MODELS_DIR
from claims.inference.nli import Nli
from claims.inference.registry import Models, load_models
from claims.inference.tagger import Tagger, Tags
from claims.inference.weights import read_weights

__all__ = [
    "MODELS_DIR",
    "Encoder",
    "ModelCard",
    "Models",
    "Nli",
    "Tagger",
    "Tags",
    "describe_models",
    "load_models",
    "read_weights",
]
