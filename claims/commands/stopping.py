"""Stop between two articles when the user or the system asks for it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

Item = TypeVar("Item")
SIGNALS = (signal.SIGINT, signal.SIGTERM)
STOPPING = b"Stopping after the article at hand; ask once more to stop at once.\n"


class Stopped(KeyboardInterrupt):
    """End a wait because the user asked to stop."""


class Stop:
    """Hear Ctrl-C and SIGTERM: the first ends the work after the article at hand, the second at once."""

    def __init__(self) -> None:
        """Start with nobody asking."""
        self._event = Event()

    @property
    def asked(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._event.is_set()

    def until(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass the items on until somebody asks to stop."""
        for item in items:
            if self.asked:
                return
            yield item
            if self.asked:
                return

    def sleep(self, seconds: float) -> None:
        """Wait, and raise Stopped as soon as somebody asks to stop."""
        if self._event.wait(seconds):
            raise Stopped

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hear the signals in this block, and leave it quietly when a wait in it was ended."""
        before = {number: signal.signal(number, self._hear) for number in SIGNALS}
        try:
            yield
        except Stopped:
            return
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self, number: int, frame: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self._event.set()
        # not through sys.stderr, which may be in the middle of a write
        os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, STOPPING)
