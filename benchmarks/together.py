"""Two ingests and five readers on one store at once: python -m benchmarks.together [--seconds N] [--db URL].

Both ingests add the same generated articles, so that they race for each; the readers ask what the page asks. At the end
no process may have failed, and every article must be there once and whole. `--db` names another database than a new
SQLite file, such as postgresql+psycopg://user@localhost/name, which must be empty.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from multiprocessing.synchronize import Event

from benchmarks.store_filters import COUNTRIES, add_generated, generated_article
from claims import tables
from claims.storage import Store
from claims.types import ClaimQuery

WRITERS, READERS = 2, 5


def main() -> None:
    """Run as long as asked and print what was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=180)
    options.add_argument("--db")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(run(given.db or f"sqlite:///{folder}/claims.db", given.seconds))


def run(url: str, seconds: float) -> str:
    """Return a sentence about what the processes did; stops at the first fault."""
    Store(url).close()
    context = multiprocessing.get_context("spawn")
    end = context.Event()
    works = [(write, (url, end))] * WRITERS + [(read, (url, end))] * READERS
    running = [context.Process(target=work, args=arguments) for work, arguments in works]
    for process in running:
        process.start()
    time.sleep(seconds)
    end.set()
    for process in running:
        process.join(60)
    failed = [process.exitcode for process in running if process.exitcode != 0]
    with Store(url) as store:
        counts, faults = store.counts(), store.faults()
    if failed or faults or counts.claims != 10 * counts.articles:
        raise SystemExit(f"{len(failed)} processes failed; {counts}; {' '.join(faults)}")
    return f"{counts.articles} articles and {counts.claims} claims in {seconds:.0f} s, no error, nothing lost or double"


def write(url: str, end: Event) -> None:
    """Add one generated article after another; the other writer may be faster."""
    number = 0
    with Store(url) as store:
        while not end.is_set():
            if not store.has_article(generated_article(number).id):
                add_generated(store, number, known_is_fine=True)
            number += 1


def read(url: str, end: Event) -> None:
    """Ask what the page asks; what is found must be whole."""
    country = ClaimQuery(actors=(COUNTRIES[3].name,))
    with Store(url) as store:
        while not end.is_set():
            tables.disputes_table(store, limit=200)
            for dispute in store.latest_disputes(country, 50)[0]:
                if len(store.claims_by_id(dispute.claim_ids)) != len(dispute.claim_ids):
                    raise SystemExit(f"The dispute {dispute.id} names claims that are not there.")
            store.find_actors(country)


if __name__ == "__main__":
    main()
