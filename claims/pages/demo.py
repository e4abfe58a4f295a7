"""Read the demo articles into a new store, in the background."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from claims import pipeline
from claims.errors import ClaimsError
from claims.inference import Models
from claims.reading import read_articles
from claims.storage import Store
from claims.types import Article

DIED = "Reading the demo articles stopped unexpectedly; the terminal shows why."


@dataclass(frozen=True, slots=True)
class Progress:
    """Say how far the building is."""

    state: Literal["waiting", "running", "done", "failed"] = "waiting"
    done: int = 0
    total: int = 0
    sentence: str = ""
    """What went wrong; empty unless `state` is failed."""


class DemoBuild:
    """Read the demo articles into a store, in one background thread however often it is started."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles: list[Article] | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        """Return how far it is; a thread that died of an unforeseen error counts as failed."""
        with self._lock:
            died = self._thread is not None and not self._thread.is_alive()
            present = self._progress
        return Progress("failed", sentence=DIED) if died and present.state == "running" else present

    def missing(self, store: Store) -> list[Article]:
        """Return the demo articles still to be read; none once the store holds others."""
        articles = self._demo_articles()
        stored = store.counts().articles
        if stored >= len(articles):
            return []
        known = {article.id for article in store.find_articles([article.id for article in articles])}
        return [article for article in articles if article.id not in known] if len(known) == stored else []

    def holds_demo(self, store: Store) -> bool:
        """Tell whether the store holds demo articles and nothing else."""
        articles = self._demo_articles()
        if not articles or store.counts().articles != len(articles):
            return False
        return len(store.find_articles([article.id for article in articles])) == len(articles)

    def start(self, store: Store, models: Models) -> None:
        """Start building unless it is under way."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self._progress = Progress("running", total=len(self._demo_articles()))
            self._thread = threading.Thread(target=self._build, args=(store, models), daemon=True)
            self._thread.start()

    def _demo_articles(self) -> list[Article]:
        if self._articles is None:
            self._articles = list(_read(self._folder)) if self._folder.is_dir() else []
        return self._articles

    def _build(self, store: Store, models: Models) -> None:
        articles = self._demo_articles()
        try:
            for done, _ in enumerate(pipeline.ingest(articles, store, models), start=1):
                self._progress = Progress("running", done, len(articles))
        except ClaimsError as error:
            self._progress = Progress("failed", sentence=str(error))
        else:
            self._progress = Progress("done", len(articles), len(articles))


def _read(folder: Path) -> list[Article]:
    articles: list[Article] = []
    for item in read_articles([folder]):
        if isinstance(item, ClaimsError):
            raise item
        articles.append(item)
    return articles
