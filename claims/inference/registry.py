"""Load the three models lazily, each once."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.inference.encoder import Encoder
from claims.inference.nli import Nli, check_nli_folder
from claims.inference.tagger import Tagger


@dataclass(slots=True)
class Models:
    """Hold the models of a run; each is loaded when it is first asked for, also from several threads."""

    nli_folder: Path | None = None
    """None stands for the shipped NLI model."""
    _loaded: dict[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def tagger(self) -> Tagger:
        """Return the attribution model."""
        tagger: Tagger = self._once("tagger", Tagger.load)
        return tagger

    @property
    def nli(self) -> Nli:
        """Return the NLI model."""
        nli: Nli = self._once("nli", lambda: Nli.load(self.nli_folder))
        return nli

    @property
    def encoder(self) -> Encoder:
        """Return the sentence encoder."""
        encoder: Encoder = self._once("encoder", Encoder.load)
        return encoder

    def _once(self, name: str, load: Callable[[], object]) -> Any:
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = load()
            return self._loaded[name]


def load_models(nli: str | None = None) -> Models:
    """Name the models of a run; nothing is loaded yet, but a wrong NLI folder raises ModelError at once.

    `nli` is a folder with an ONNX model; without it CLAIMS_NLI_MODEL counts, then the shipped model.
    """
    chosen = nli or os.environ.get("CLAIMS_NLI_MODEL")
    if not chosen:
        return Models()
    check_nli_folder(Path(chosen))
    return Models(Path(chosen))
