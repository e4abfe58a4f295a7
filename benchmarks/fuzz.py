"""Read 20,000 texts that nobody would write, and time how reading grows: python -m benchmarks.fuzz [--seed N].

First the four properties of tests/test_fuzzing.py, 5,000 cases each: any bytes under any name, any text through the
whole extraction (twice, for the same answer), any words for stance and for days. Then the time of extraction over
texts of one, two and four times a length, by kind of text, medians of three: near 2 a doubling is linear.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from claims.extraction.extract import extract_claims
from claims.inference import Models, load_models
from claims.types import Article

ROOT = Path(__file__).resolve().parents[1]
LENGTHS = (10_000, 20_000, 40_000)
"""Characters."""
ROUNDS = 3
KINDS = {
    "sentences": "Harland said on Monday that the bridge at Tolm was closed, which the ministry denied. ",
    "one line without an end": "word ",
    "quotation marks": '"',
    "opened quotations": "“He said that “",
    "brackets": "([",
    "line ends": "a\n",
    "right to left": "\u202eשלום ",
    "emoji": "🙂",
    "control characters": "\x1b\x00\x07",
    "accusations within accusations": "Roe said that Orsk claimed that ",
    "lists of sources": "France, Poland and ",
}


def main() -> None:
    """Run the cases, then print a line for each kind of text; exit with 1 where a case failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    command = [sys.executable, "-m", "pytest", "-q", f"--hypothesis-seed={given.seed}", "tests/test_fuzzing.py"]
    started = perf_counter()
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "HYPOTHESIS_PROFILE": "long"}, check=False)
    print(f"20,000 cases, {perf_counter() - started:.0f} s, exit code {done.returncode}")
    print_times(load_models())
    sys.exit(done.returncode)


def print_times(models: Models) -> None:
    """Print a line for each kind of text."""
    print(f"{'text':32} {'seconds at ' + ', '.join(f'{n:,}' for n in LENGTHS):36} times a doubling")
    for name, piece in KINDS.items():
        seconds = [median(timed(made(piece, length), models) for _ in range(ROUNDS)) for length in LENGTHS]
        ratios = [later / before for before, later in pairwise(seconds)]
        print(
            f"{name:32} {', '.join(f'{s:.2f}' for s in seconds):36} {', '.join(f'{r:.1f}' for r in ratios)}", flush=True
        )


def made(piece: str, length: int) -> Article:
    """Return an article of the piece again and again."""
    return Article.of((piece * (length // len(piece) + 1))[:length])


def timed(article: Article, models: Models) -> float:
    """Return the seconds of one extraction."""
    started = perf_counter()
    extract_claims(article, models)
    return perf_counter() - started


if __name__ == "__main__":
    main()
