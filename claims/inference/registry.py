"""Load the three models lazily, each once."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from claims.inference.chosen import check_chosen, load_chosen
from claims.inference.encoder import Encoder
from claims.inference.nli import Nli
from claims.inference.tagger import Tagger


@dataclass(slots=True)
class Models:
    """Hold the models of a run; each is loaded when it is first asked for, also from several threads."""

    nli_name: str | None = None
    """Folder or hub name of another NLI model; None stands for the shipped one."""
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
        nli: Nli = self._once("nli", lambda: load_chosen(self.nli_name) if self.nli_name else Nli.load())
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

    `nli` is a folder or a name on the Hugging Face hub; without it CLAIMS_NLI_MODEL counts, then the shipped model.
    """
    chosen = nli or os.environ.get("CLAIMS_NLI_MODEL")
    if not chosen:
        return Models()
    check_chosen(chosen)
    return Models(chosen)
