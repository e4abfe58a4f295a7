"""Measure what an article costs as the store grows: python -m benchmarks.pairing_growth [--sizes 1000 10000 100000].

    CLAIMS_CORPORA=… python -m benchmarks.pairing_growth

The store is filled with claims whose propositions vary real ones of Wikinews: other names, other numbers, other days;
each is embedded as it would be. At every size twelve of the same Wikinews articles are taken in by the pipeline, into
a copy of the store: each meets variations of what it says itself, so there is no want of candidates. The median of each
stage is printed, with the pairs that the NLI model was asked for and the memory.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from claims.inference import Models, load_models
from claims.pipeline import extract, ingest
from claims.storage import Store
from claims.types import Actor, Article, Attribution, Claim, Span, content_id

FIRST_DAY = date(2019, 1, 1)
DAYS = 700
CLAIMS_AN_ARTICLE = 10
BASE_ARTICLES, PROBES = 60, 12
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
NUMBER = re.compile(r"\b\d+\b")
SYLLABLES = ("ta", "ro", "mel", "ki", "dun", "vos", "ar", "li", "pen", "gra", "shu", "on")


def main() -> None:
    """Print one line for each size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    sizes = sorted(options.parse_args().sizes)
    models, articles = load_models(), list(read_articles())
    base = [claim for article in articles[:BASE_ARTICLES] for claim in extract(article, models)]
    base = [claim for claim in base if claim.stance != "other" and claim.resolution == "stated"]
    probes = articles[: BASE_ARTICLES : BASE_ARTICLES // PROBES]
    for probe in probes:
        extract(probe, models)
    print(f"{len(base)} real propositions, {sum(len(p.text.split()) for p in probes) // PROBES} words a probe")
    with tempfile.TemporaryDirectory() as folder:
        path, filled = Path(folder) / "claims.db", 0
        for size in sizes:
            with Store(f"sqlite:///{path}") as store:
                for number in range(filled // CLAIMS_AN_ARTICLE, size // CLAIMS_AN_ARTICLE):
                    fill(store, number, base, models)
            filled = size
            shutil.copy(path, path.with_suffix(".copy"))
            measure(path.with_suffix(".copy"), size, probes, models)


def read_articles() -> Iterator[Article]:
    """Yield the articles of Wikinews."""
    path = Path(os.environ["CLAIMS_CORPORA"]) / "news" / "wikinews.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            day = FIRST_DAY + timedelta(number * 7 % DAYS)
            yield Article.of(json.loads(line)["text"], outlet="Wikinews", published_on=day)


def fill(store: Store, number: int, base: Sequence[Claim], models: Models) -> None:
    """Add an article with ten varied claims."""
    chosen, day = random.Random(number), FIRST_DAY + timedelta(number * 13 % DAYS)
    picked = [chosen.choice(base) for _ in range(CLAIMS_AN_ARTICLE)]
    texts = [varied(claim.proposition, chosen) for claim in picked]
    article = Article.of("\n".join(texts), outlet=f"Outlet {number % 50}", title=f"No. {number}", published_on=day)
    claims, start = [], 0
    for model, text in zip(picked, texts, strict=True):
        span, actor = Span(start, start + len(text)), Actor.of(f"Speaker {chosen.randrange(3000)}", "person")
        attribution = Attribution(article.id, (), (), (span,), 0.9)
        claims.append(
            Claim(
                id=content_id("claim", article.id, start),
                article_id=article.id,
                attribution=attribution,
                actors=(actor,),
                stance=model.stance,
                proposition=text,
                resolution="stated",
                quote="indirect",
                sentence=span,
                said_on=day,
                said_on_basis="published",
                version="varied",
            )
        )
        start += len(text) + 1
    vectors = models.encoder.embed(texts).astype(np.float16)
    store.add_article(article, claims, vectors, [], [], {})


def varied(text: str, chosen: random.Random) -> str:
    """Return a sentence with other names and numbers."""
    names = {name: "".join(chosen.choices(SYLLABLES, k=3)).capitalize() for name in NAME.findall(text)}
    text = NAME.sub(lambda match: names[match.group()], text)
    return NUMBER.sub(lambda match: str(chosen.randrange(1, 2 * int(match.group()) + 3)), text)


def measure(path: Path, size: int, probes: Sequence[Article], models: Models) -> None:
    """Take in the probes and print the median seconds of each stage."""
    seconds: dict[str, list[float]] = {"extract": [], "pair": [], "store": []}
    counted, score = Counter[str](), models.nli.score
    fresh = load_models()

    def count(pairs: Sequence[tuple[str, str]]) -> list:
        counted["pairs"] += len(pairs)
        return score(pairs)

    fresh._loaded |= {"tagger": models.tagger, "encoder": models.encoder, "nli": models.nli}
    models.nli.score = count  # type: ignore[method-assign]
    with Store(f"sqlite:///{path}") as store:
        outcomes = list(ingest(probes, store, fresh, lambda stage, spent: seconds[stage].append(spent)))
    models.nli.score = score  # type: ignore[method-assign]
    claims = sum(outcome.claims for outcome in outcomes)
    stages = ", ".join(f"{stage} {statistics.median(spent):.2f} s" for stage, spent in seconds.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:7d} claims: {stages} (medians of {len(probes)}), {counted['pairs'] / claims:.0f} ordered NLI pairs a "
        f"claim, {path.stat().st_size / 1e6:.0f} MB on disk, peak memory {peak:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
