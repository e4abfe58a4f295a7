"""Kill an ingest at random points and look for what is lost: python -m benchmarks.kill_ingest [--kills N].

A child process adds generated articles (`store_filters`) one after another and is killed with SIGKILL; then the store
must open, hold every article that the child reported, whole, and take the rest from where it stopped.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claims.storage import Store

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = 150
CHILD = f"""
import sys
from benchmarks.store_filters import add_generated, generated_article
from claims.storage import Store
with Store(sys.argv[1]) as store:
    for number in range({ARTICLES}):
        if not store.has_article(generated_article(number).id):
            add_generated(store, number)
            print(number, flush=True)
"""


def main() -> None:
    """Kill as often as asked and print what was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        landed = run(folder, given.kills, random.Random(given.seed))
    print(f"{given.kills} kills, {landed} of them while it wrote: nothing lost, nothing double")


def run(folder: str, kills: int, chance: random.Random) -> int:
    """Kill an ingest again and again; return how many kills came before it was done. Stops at the first fault."""
    landed, held, reported, url = 0, ARTICLES, set[int](), ""
    for number in range(kills):
        if held == ARTICLES:
            reported, url = set(), f"sqlite:///{folder}/{number}.db"
        said, killed = ingest(url, chance.uniform(0.02, 0.6))
        reported |= said
        landed += killed
        held = look(url, reported)
    said, _ = ingest(url, None)
    look(url, set(range(ARTICLES)))
    return landed


def ingest(url: str, seconds: float | None) -> tuple[set[int], bool]:
    """Run the child and kill it so many seconds after its first article; return what it reported and whether it was."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, url], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if child.stdout is None:
        raise SystemExit("The child has no output.")
    first = child.stdout.readline()
    if seconds is not None:
        time.sleep(seconds)
        child.kill()
    rest = child.stdout.read()
    child.wait()
    return {int(line) for line in (first + rest).split() if line.strip().isdigit()}, child.returncode < 0


def look(url: str, reported: set[int]) -> int:
    """Stop where the store misses what was reported, or does not hold together; return how many articles it has."""
    with Store(url) as store:
        found = store.counts()
        faults = store.faults()
    if faults or not len(reported) <= found.articles <= ARTICLES or found.claims != 10 * found.articles:
        raise SystemExit(f"{url} holds {found} of {len(reported)} reported articles. {' '.join(faults)}")
    return found.articles


if __name__ == "__main__":
    main()
