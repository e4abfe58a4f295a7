"""Remember what a model gave for recent texts, so that two stages that ask the same run it once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

REMEMBERED = 4096
"""Results that are kept, the latest used; more than one article needs, 6 MB of vectors at most."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recall(Generic[K, V]):
    """Hold the latest results of one model; usable from several threads."""

    def __init__(self, limit: int = REMEMBERED) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._held: OrderedDict[K, V] = OrderedDict()

    def get(self, keys: Sequence[K], run: Callable[[list[K]], Sequence[V]]) -> list[V]:
        """Return one result a key in order; `run` is called once, with the keys that are not held, or not at all."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        if missing:
            found.update(zip(missing, run(missing), strict=True))
        with self._lock:
            for key in found:
                self._held[key] = found[key]
                self._held.move_to_end(key)
            while len(self._held) > self._limit:
                self._held.popitem(last=False)
        return [found[key] for key in keys]
