"""Time `analyze` on 100 news articles of 500 words: seconds, share of each stage, texts run twice, peak memory.

    CLAIMS_CORPORA=… python -m benchmarks.analyze_100

The articles are cut from Wikinews (the corpus `news/wikinews.jsonl.gz`), joined where one is shorter.
"""

import gzip
import json
import os
import resource
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.extraction import extract as extraction
from claims.inference import load_models
from claims.pipeline import ingest
from claims.storage import Store
from claims.types import Article

ARTICLES, WORDS = 100, 500


def articles(path: Path) -> Iterator[Article]:
    """Yield articles of about 500 words, cut between paragraphs."""
    held: list[str] = []
    count = made = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for paragraph in row["text"].split("\n\n"):
                held.append(paragraph)
                count += len(paragraph.split())
                if count >= WORDS:
                    made += 1
                    yield Article.of("\n\n".join(held), outlet="Wikinews", published_on=date(2020, 1, 1 + made % 28))
                    held, count = [], 0
                    if made == ARTICLES:
                        return


class Timed:
    """Pass calls on to a model or a function, adding up their seconds and counting the texts."""

    def __init__(self, call, seconds: Counter, name: str, texts: Counter | None = None) -> None:
        self.call, self.seconds, self.name, self.texts = call, seconds, name, texts

    def __call__(self, argument):
        """Call, and take the time."""
        if self.texts is not None:
            self.texts.update(argument)
        started = time.perf_counter()
        result = self.call(argument)
        self.seconds[self.name] += time.perf_counter() - started
        return result


def main() -> None:
    """Run the pipeline once over the articles and print the figures."""
    batch = list(articles(Path(os.environ["CLAIMS_CORPORA"]) / "news" / "wikinews.jsonl.gz"))
    words = sum(len(article.text.split()) for article in batch)
    models, seconds = load_models(), Counter()
    texts = {name: Counter() for name in ("tagger", "nli", "encoder")}
    models.tagger.tag = Timed(models.tagger.tag, seconds, "tagger", texts["tagger"])
    models.nli._run = Timed(models.nli._run, seconds, "nli", texts["nli"])
    models.encoder._run = Timed(models.encoder._run, seconds, "encoder", texts["encoder"])
    extraction.parse = Timed(extraction.parse, seconds, "spaCy")
    stages = Counter()
    started = time.perf_counter()
    with Store("sqlite://") as store:
        for _ in ingest(batch, store, models, lambda name, spent: stages.update({name: spent})):
            pass
        counts = store.counts()
    wall = time.perf_counter() - started
    print(f"{len(batch)} articles, {words} words, {wall:.1f} s, {words / wall:.0f} words/s, {counts}")
    for name, spent in [*stages.items(), *seconds.items()]:
        print(f"  {name:8} {spent:6.1f} s {100 * spent / wall:4.0f} %")
    for name, seen in texts.items():
        print(f"  {name:8} {seen.total()} texts, {seen.total() - len(seen)} of them run again")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
