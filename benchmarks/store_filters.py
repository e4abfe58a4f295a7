"""Measure the store's filters on generated rows: python benchmarks/store_filters.py [--claims N] [--db URL].

Prints the median of several runs of each question, by the clock and in processor time, and the time to add
an article. A database that this script has filled is measured as it is.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claims import tables
from claims.storage import Store
from claims.types import (
    Actor,
    Article,
    Attribution,
    Claim,
    ClaimQuery,
    Dispute,
    NliScores,
    Pair,
    Span,
    Stance,
    content_id,
)

CLAIMS_AN_ARTICLE = 10
PAIRS_AN_ARTICLE = 2
FIRST_DAY = date(2023, 1, 1)
SYLLABLES = ("ta", "ro", "mel", "ki", "dun", "vos", "ar", "li", "pen", "gra", "shu", "on")
STANCES: tuple[Stance, ...] = (
    "asserts",
    "asserts",
    "asserts",
    "denies",
    "other",
    "asserts",
    "doubts",
    "denies",
)


def main() -> None:
    """Fill a store and print one line for each question."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument(
        "--db", help="address of a database that is empty or was filled here; else a file that is deleted"
    )
    given = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(given.db or f"sqlite:///{folder}/claims.db") as store,
    ):
        measure(store, given.claims, given.runs)


def measure(store: Store, claims: int, runs: int) -> None:
    """Print sizes, the time of adding, and the median of each question."""
    articles = claims // CLAIMS_AN_ARTICLE
    if store.counts().articles != articles:
        started = time.perf_counter()
        for number in range(articles):
            add_generated(store, number)
        seconds = time.perf_counter() - started
        print(f"added in {seconds:.0f} s, {1000 * seconds / articles:.1f} ms an article")
    print(store.counts())
    for name, ask in questions(store):
        times = [timed(ask) for _ in range(runs)]
        clock, processor = (statistics.median(t[place] for t in times) for place in (0, 1))
        print(f"{name:44s} {clock:8.0f} ms {processor:8.0f} ms cpu {times[0][2]:8d} found")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def questions(store: Store) -> Iterator[tuple[str, Callable[[], int]]]:
    """Yield the name of each question and the function that asks it."""
    queries = {
        "one person": ClaimQuery(actors=(ACTORS[90].name,)),
        "a country with its parts": ClaimQuery(actors=(COUNTRIES[3].name,)),
        "one week": ClaimQuery(since=FIRST_DAY + timedelta(200), until=FIRST_DAY + timedelta(206)),
        "stance and month": ClaimQuery(
            stances=("denies",), since=FIRST_DAY + timedelta(200), until=FIRST_DAY + timedelta(230)
        ),
        "outlet and stance": ClaimQuery(outlets=("Outlet 7",), stances=("doubts",)),
        "two rare words": ClaimQuery(words="W00042 w00043"),
        "country, month, word": ClaimQuery(
            actors=(COUNTRIES[3].name,), since=FIRST_DAY, until=FIRST_DAY + timedelta(90), words="w00"
        ),
    }
    for name, query in queries.items():
        yield f"find_claims: {name}", lambda query=query: len(store.find_claims(query))
        yield f"find_disputes: {name}", lambda query=query: len(store.find_disputes(query))
        yield f"find_pairs: {name}", lambda query=query: len(store.find_pairs(query))
    yield "find_disputes: everything", lambda: len(store.find_disputes())
    yield "find_actors: everything", lambda: len(store.find_actors())
    yield "find_actors: one week", lambda: len(store.find_actors(queries["one week"]))
    yield "find_outlets", lambda: len(store.find_outlets())
    yield "find_vectors: everything", lambda: len(store.find_vectors()[0])
    window = (FIRST_DAY + timedelta(200), FIRST_DAY + timedelta(206))
    rows = np.zeros((8, 384), np.float32)
    yield "find_cosines: one week and undated", lambda: len(store.find_cosines(rows, *window)[0])
    yield "disputes_table: one week", lambda: len(tables.disputes_table(store, queries["one week"]))
    yield "disputes_table: everything", lambda: len(tables.disputes_table(store))
    yield "find_claims: everything", lambda: len(store.find_claims())


def timed(ask: Callable[[], int]) -> tuple[float, float, int]:
    """Return milliseconds by the clock and of the processor, and how many were found."""
    clock, processor = time.perf_counter(), time.process_time()
    found = ask()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor), found


def _name(number: int) -> str:
    chosen = random.Random(number)
    return "".join(chosen.choices(SYLLABLES, k=4)).capitalize() + f" {number}"


COUNTRIES = [Actor.of(f"Country {number}", "country") for number in range(60)]
ACTORS = COUNTRIES + [
    Actor.of(_name(n), "person", (), (f"Ministry {n % 240}", f"Country {n % 60}")) for n in range(3000)
]
_WORDS = [f"w{number:05d}" for number in range(20_000)]


def generated_article(number: int) -> Article:
    """Return the article of this number."""
    chosen, day = random.Random(number), FIRST_DAY + timedelta(number % 700)
    sentences = [" ".join(chosen.choices(_WORDS, k=30)) + ".\n" for _ in range(20)]
    return Article.of("".join(sentences), outlet=f"Outlet {number % 50}", title=f"Title {number}", published_on=day)


def add_generated(store: Store, number: int, *, known_is_fine: bool = False) -> None:
    """Add the article of this number with ten claims, two pairs and a dispute."""
    article, chosen = generated_article(number), random.Random(-number)
    claims = [_claim(article, place, chosen) for place in range(CLAIMS_AN_ARTICLE)]
    vectors = np.random.default_rng(number).normal(size=(len(claims), 384)).astype(np.float16)
    pairs = [_pair(claims[place], claims[place + 3]) for place in range(PAIRS_AN_ARTICLE)]
    dispute = Dispute(claims[0].id, claims[0].proposition, (claims[0].id, claims[1].id), (claims[3].id,))
    if not store.add_article(article, claims, vectors, pairs, [dispute], {}) and not known_is_fine:
        raise SystemExit("The database is not empty.")


def _claim(article: Article, place: int, chosen: random.Random) -> Claim:
    start = 180 * place
    spans = [(Span(start + a, start + b),) for a, b in ((0, 6), (7, 13), (14, 170))]
    dated = chosen.random() > 0.05
    return Claim(
        id=content_id("claim", article.id, place),
        article_id=article.id,
        attribution=Attribution(article.id, *spans, 0.9),
        actors=(chosen.choice(ACTORS),),
        stance=STANCES[place % len(STANCES)],
        proposition=spans[2][0].of(article.text),
        resolution="stated",
        quote="indirect",
        sentence=Span(start, start + 180),
        said_on=article.published_on if dated else None,
        said_on_basis="published" if dated else None,
        version="generated",
    )


def _pair(claim: Claim, counterclaim: Claim) -> Pair:
    scores = NliScores(0.8, 0.1, 0.1)
    return Pair(claim.id, counterclaim.id, "denial", "likely", 0.8, scores, scores, "generated")


if __name__ == "__main__":
    main()
