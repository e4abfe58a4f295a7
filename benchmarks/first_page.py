"""Time the first page: from the start of the process to the visible table, with a store that exists.

    python -m benchmarks.first_page

Needs Chromium at /usr/bin/chromium. The demo is read into a store in a temporary folder first; each of five runs
starts a new server. Median and worst are printed.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from claims.inference import load_models
from claims.pipeline import ingest
from claims.reading import read_articles
from claims.storage import Store
from claims.types import Article

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(url: str, port: int) -> subprocess.Popen:
    """Start the page's server."""
    options = ["--server.headless", "true", "--server.port", str(port), "--server.fileWatcherType", "none"]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "CLAIMS_DB": url}, stdout=subprocess.DEVNULL)


def first_table(browser, port: int) -> None:
    """Open the page as soon as it answers and wait for its table."""
    page = browser.new_page()
    for _ in range(600):
        try:
            page.goto(f"http://127.0.0.1:{port}")
            break
        except Exception:  # noqa: BLE001 — the server is not up yet
            time.sleep(0.05)
    page.get_by_test_id("stDataFrame").first.wait_for(timeout=60_000)
    page.close()


def main() -> None:
    """Print the seconds of each run."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        url = f"sqlite:///{folder}/claims.db"
        with Store(url) as store:
            found = (item for item in read_articles([ROOT / "data" / "dispatches"]) if isinstance(item, Article))
            list(ingest(found, store, load_models()))
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        taken = []
        for _ in range(RUNS):
            port = free_port()
            began = time.perf_counter()
            server = start(url, port)
            try:
                first_table(browser, port)
                taken.append(time.perf_counter() - began)
            finally:
                server.terminate()
                server.wait()
        print(f"first table after {statistics.median(taken):.1f} s (median of {RUNS}), worst {max(taken):.1f} s")


if __name__ == "__main__":
    main()
