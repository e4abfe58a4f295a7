"""Measure the page on a large store: python -m benchmarks.dashboard_load [--claims N] [--db URL].

Fills a store with generated claims (`store_filters`), starts the page's server, and prints in the browser: the load of
the first view, a change of filter from the click to the new heading (median and 95th percentile), and the server's
memory. Needs Chromium at /usr/bin/chromium.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.first_page import FLAGS, free_port, start
from benchmarks.store_filters import CLAIMS_AN_ARTICLE, add_generated
from claims.storage import Store

LOADS, CHANGES = 8, 5


def main() -> None:
    """Fill the store where that is needed and print one line for each measurement."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--db", help="a store that this script has filled; else a file that is deleted")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        url = given.db or f"sqlite:///{folder}/claims.db"
        with Store(url) as store:
            for number in range(store.counts().articles, given.claims // CLAIMS_AN_ARTICLE):
                add_generated(store, number)
            print(store.counts())
        port = free_port()
        server = start(url, port)
        try:
            browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            address = f"http://127.0.0.1:{port}"
            wait_for(browser, address)
            print_times("page load", [load(browser, address) for _ in range(LOADS)])
            print_times("filter change", changes(browser, address))
            print(f"server memory {resident(server.pid):.0f} MB")
        finally:
            server.terminate()
            server.wait()


def wait_for(browser: Browser, address: str) -> None:
    """Open the page once, so that the server runs and its caches are warm."""
    for _ in range(200):
        page = browser.new_page()
        try:
            page.goto(address)
            heading(page)
        except Exception:  # noqa: BLE001 — the server is not up yet
            time.sleep(0.2)
        else:
            return
        finally:
            page.close()
    raise SystemExit("The page's server did not start.")


def heading(page: Page, other_than: str = "") -> str:
    """Wait for the words above the table, and for words other than the given ones."""
    script = (
        "old => { const e = document.querySelector('.cc-heading'); return e && e.innerText !== old && e.innerText }"
    )
    return str(page.wait_for_function(script, arg=other_than, timeout=60_000, polling=10).json_value())


def load(browser: Browser, address: str) -> float:
    """Return the seconds from opening the page in a new session to its table."""
    page = browser.new_page()
    began = time.perf_counter()
    page.goto(address)
    heading(page)
    page.get_by_test_id("stDataFrame").first.wait_for()
    seconds = time.perf_counter() - began
    page.close()
    return seconds


def changes(browser: Browser, address: str) -> list[float]:
    """Return the seconds that each change of the filters takes, as a reader who turns from link to link in one tab."""
    page, taken = browser.new_page(), list[float]()
    page.goto(address)
    shown = heading(page)
    for number in range(CHANGES):
        for stance in ("Asserts", "Denies", "Doubts"):
            page.get_by_label("Stance").first.click()
            option = page.get_by_role("option").filter(has_text=stance).first
            option.wait_for()
            began = time.perf_counter()
            option.click()
            shown = heading(page, shown)
            taken.append(time.perf_counter() - began)
            page.keyboard.press("Escape")
        box = page.get_by_label("Words", exact=True)
        box.fill(f"w{number:04d}")
        began = time.perf_counter()
        box.press("Enter")
        shown = heading(page, shown)
        taken.append(time.perf_counter() - began)
        began = time.perf_counter()
        page.get_by_role("button", name="Clear all filters").first.click()
        shown = heading(page, shown)
        taken.append(time.perf_counter() - began)
    page.close()
    return taken


def print_times(name: str, seconds: list[float]) -> None:
    """Print median and 95th percentile."""
    worst = sorted(seconds)[min(len(seconds) - 1, int(0.95 * len(seconds)))]
    print(f"{name}: {statistics.median(seconds):.2f} s median, {worst:.2f} s at the 95th percentile of {len(seconds)}")


def resident(process: int) -> float:
    """Return the resident memory of a process in megabytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


if __name__ == "__main__":
    main()
