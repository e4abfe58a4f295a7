"""Drive the page in Debian's Chromium; what the test sees is what a reader sees."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from claims.storage import Store
from tests.page_store import BALLOON, HOSTILE, TROOPS, fill

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SCREENSHOTS = os.environ.get("COUNTERCLAIM_SCREENSHOTS")
SECONDS = 1000
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
HEADER, ROW = 36, 84

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}"),
]


class Served:
    """A page served on this machine from a store of its own."""

    def __init__(self, store_url: str, **settings: str) -> None:
        self.store_url = store_url
        port = _free_port()
        self.url = f"http://localhost:{port}"
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
        command += ["--server.port", str(port), "--server.fileWatcherType", "none"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "CLAIMS_DB": store_url, **settings}, stdout=subprocess.DEVNULL
        )

    def wait(self) -> None:
        """Return when the server answers."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("the page's server did not start")

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    url = f"sqlite:///{tmp_path_factory.mktemp('page') / 'claims.db'}"
    with Store(url) as store:
        fill(store)
    page = Served(url)
    page.wait()
    yield page
    page.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a fresh reader; what runs or leaves the machine fails the test."""
    opened = browser.new_context(viewport=WIDE, accept_downloads=False)
    opened.set_default_timeout(20 * SECONDS)
    outside: list[str] = []
    alarms: list[str] = []
    opened.on("request", lambda request: outside.append(request.url) if _is_outside(request.url) else None)
    opened.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    opened.on("weberror", lambda error: alarms.append(str(error.error)))
    yield opened
    opened.close()
    assert outside == []
    assert alarms == []


def _is_outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("localhost", "127.0.0.1")


def _open(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    expect(page.locator(".cc-heading").first).to_be_visible(timeout=30 * SECONDS)
    return page


def _heading(page: Page, words: str) -> None:
    expect(page.locator(".cc-heading").first).to_have_text(words, timeout=20 * SECONDS)


def _cell(page: Page, words: str = "") -> Locator:
    return page.locator("[data-testid=stDataFrame] [role=gridcell]").filter(has_text=words)


def _expect_rows(page: Page, *propositions: str, gone: str | None = None) -> None:
    for proposition in propositions:
        expect(_cell(page, proposition)).to_have_count(1)
    if gone is not None:
        expect(_cell(page, gone)).to_have_count(0)


def _choose(page: Page, label: str, option: str) -> None:
    # By keyboard: the menu moves while it opens, and a click meanwhile lands beside the option.
    page.get_by_label(label, exact=False).first.fill(option)
    page.get_by_role("option").filter(has_text=option).first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def _settle(page: Page) -> None:
    """Wait until what was entered has reached the server and the page is drawn again: a click before it is lost."""
    page.wait_for_timeout(500)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def _press(page: Page, name: str) -> None:
    """Press a button by keyboard: a click is lost while an opening part of the page moves it."""
    _settle(page)
    page.get_by_role("button", name=name).first.press("Enter")


def _open_row(page: Page, number: int) -> None:
    """Open a row of the table, whose canvas may move or be drawn anew under the first click."""
    opened = page.locator(".cc-proposition")
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    for _ in range(3):
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        box = canvas.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 17, box["y"] + HEADER + ROW * number + ROW / 2)
        with suppress(PlaywrightTimeoutError):
            opened.first.wait_for(timeout=8 * SECONDS)
            return
    raise AssertionError(f"row {number} does not open")


def test_an_actor_filter_changes_the_table_and_the_link_restores_it(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    _heading(page, "3 disputes")
    _expect_rows(page, TROOPS, BALLOON)
    _choose(page, "Actor", "China")
    _heading(page, "1 dispute with China")
    _expect_rows(page, BALLOON, gone=TROOPS)
    expect(page).to_have_url(f"{served.url}/?actor=China")
    again = _open(context, page.url)
    _heading(again, "1 dispute with China")
    expect(again.get_by_text("China (1)", exact=True)).to_be_visible()


def test_a_row_opens_both_sides_and_the_link_opens_them_elsewhere(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    _cell(page).first.wait_for(state="attached")
    _open_row(page, 0)
    expect(page.locator(".cc-proposition")).to_have_text(TROOPS)
    expect(page.locator("mark.cc-cue", has_text="dismissed")).to_be_visible()
    link = page.get_by_role("link", name="Soldiers from the north").first
    expect(link).to_have_attribute("href", "https://news.example/soldiers-from-the-north")
    expect(link).to_have_attribute("target", "_blank")
    again = _open(context, page.url)
    expect(again.locator(".cc-proposition")).to_have_text(TROOPS)


def test_a_claim_leads_to_its_words_in_the_article(served: Served, context: BrowserContext) -> None:
    page = _open(context, f"{served.url}/?actor=China")
    _cell(page).first.wait_for(state="attached")
    _open_row(page, 0)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Whole article").first.click()
    article = opened.value
    article.get_by_text("The whole article, with all its claims marked").click()
    expect(article.locator(".cc-article mark.cc-content").first).to_be_visible()


def test_filters_stay_from_view_to_view_and_back(served: Served, context: BrowserContext) -> None:
    page = _open(context, f"{served.url}/?actor=Russia")
    _heading(page, "1 dispute with Russia")
    page.get_by_role("link", name="Claims").click()
    _heading(page, "1 claim by Russia")
    page.get_by_role("link", name="Add articles").click()
    expect(page.get_by_label("Article text")).to_be_visible()
    page.get_by_role("link", name="Disputes").click()
    _heading(page, "1 dispute with Russia")
    expect(page).to_have_url(f"{served.url}/?actor=Russia")


def test_the_back_button_takes_a_filter_back(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    _choose(page, "Actor", "China")
    _heading(page, "1 dispute with China")
    page.go_back()
    _heading(page, "3 disputes")


def test_a_rejected_pair_goes_and_comes_back_when_it_is_undone(served: Served, context: BrowserContext) -> None:
    page = _open(context, f"{served.url}/?actor=China")
    _cell(page).first.wait_for(state="attached")
    _open_row(page, 0)
    page.get_by_label("Your name", exact=True).fill("Ada Holm")
    page.get_by_label("Your name", exact=True).press("Enter")
    page.get_by_text("Why these stand against each other").click()
    _press(page, "Reject")
    _heading(page, "No disputes with China")
    other = _open(context, f"{served.url}/?actor=China")
    _heading(other, "No disputes with China")
    page.get_by_text("What people changed here").click()
    expect(page.get_by_text("the pair is rejected")).to_be_visible()
    _press(page, "Undo")
    _heading(page, "1 dispute with China")
    page.get_by_role("link", name="Changes").click()
    expect(page.get_by_text("taken back on")).to_be_visible()
    expect(page.get_by_text("Ada Holm").first).to_be_visible()


def test_two_people_work_at_once_and_each_keeps_their_own_filters(served: Served, browser: Browser) -> None:
    contexts = [browser.new_context(viewport=WIDE) for _ in range(2)]
    one, two = (_open(context, served.url) for context in contexts)
    _choose(one, "Actor", "China")
    _choose(two, "Actor", "Ukraine")
    _heading(one, "1 dispute with China")
    _heading(two, "1 dispute with Ukraine")
    _cell(one).first.wait_for(state="attached")
    _open_row(one, 0)
    one.get_by_text("Why these stand against each other").click()
    _press(one, "Confirm")
    expect(one.get_by_text("What people changed here (")).to_be_visible()
    two.reload()
    _heading(two, "1 dispute with Ukraine")
    two.get_by_role("link", name="Changes").click()
    expect(two.get_by_text("the pair is confirmed")).to_be_visible()
    _press(two, "Undo")
    expect(two.get_by_text("taken back on").first).to_be_visible()
    for context in contexts:
        context.close()


def test_a_changed_day_changes_the_table(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    page.get_by_role("spinbutton", name="year, From").click()
    page.keyboard.type("20240101", delay=40)
    page.locator(".cc-heading").first.click()
    _heading(page, "1 dispute since 1 January 2024")
    _expect_rows(page, TROOPS, gone=BALLOON)


def test_an_uploaded_article_is_read_and_shows(browser: Browser, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'claims.db'}"
    with Store(url) as store:
        fill(store)
    apart = Served(url)
    text = "Velmar said that the dam was leaking. Harland denied that the dam was leaking."
    (tmp_path / "dam.txt").write_text(text, encoding="utf-8")
    try:
        apart.wait()
        context = browser.new_context(viewport=WIDE)
        page = _open(context, apart.url)
        page.get_by_role("link", name="Add articles").click()
        page.get_by_role("tab", name="Upload files").click()
        page.locator("input[type=file]").set_input_files(tmp_path / "dam.txt")
        _press(page, "Add these files")
        expect(page.get_by_text("dam.txt: added, with")).to_be_visible(timeout=60 * SECONDS)
        page.get_by_role("link", name="Disputes").click()
        _heading(page, "4 disputes")
        context.close()
    finally:
        apart.stop()


def test_what_the_filters_show_is_exported(served: Served, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE, accept_downloads=True)
    page = _open(context, f"{served.url}/?actor=China")
    _press(page, "Export")
    with page.expect_download(timeout=30 * SECONDS) as download:
        _press(page, "CSV")
    file = Path(download.value.path())
    assert download.value.suggested_filename == "disputes.csv"
    assert "China" in file.read_text(encoding="utf-8-sig")
    context.close()


def test_the_tables_own_unsafe_download_is_not_offered(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    _cell(page).first.wait_for(state="attached")
    page.locator("[data-testid=stDataFrame]").first.hover()
    expect(page.get_by_role("button", name="Search").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_be_hidden()


def test_read_only_has_nothing_to_change_with(browser: Browser, served: Served) -> None:
    apart = Served(served.store_url, CLAIMS_READ_ONLY="1")
    try:
        apart.wait()
        context = browser.new_context(viewport=WIDE)
        page = _open(context, f"{apart.url}/?actor=China")
        expect(page.get_by_role("link", name="Add articles")).to_have_count(0)
        expect(page.get_by_label("Your name")).to_have_count(0)
        _cell(page).first.wait_for(state="attached")
        _open_row(page, 0)
        expect(page.locator(".cc-proposition")).to_have_text(BALLOON)
        expect(page.get_by_role("button", name="Correct")).to_have_count(0)
        context.close()
    finally:
        apart.stop()


def test_the_timeline_and_the_actors_are_drawn(served: Served, context: BrowserContext) -> None:
    page = _open(context, f"{served.url}/timeline")
    expect(page.locator("[data-testid=stVegaLiteChart]").locator("canvas, svg").first).to_be_visible()
    page.get_by_role("link", name="Actors").click()
    _heading(page, "8 actors")


def test_hostile_text_is_shown_as_it_stands(served: Served, context: BrowserContext) -> None:
    page = _open(context, served.url)
    page.get_by_label("Actor").first.click()
    option = page.get_by_role("option").filter(has_text="alert(1)")
    expect(option).to_have_text(f"{HOSTILE} (1)")
    assert option.locator("script, strong, .katex, img").count() == 0
    option.click()
    page.keyboard.press("Escape")
    expect(page.locator(".cc-heading").first).to_contain_text(HOSTILE)
    _open_row(page, 0)
    opened = page.locator(".cc-card").first
    expect(opened).to_contain_text(HOSTILE)
    assert opened.locator("script, strong, .katex, a").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_needs_no_sideways_scrolling(served: Served, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport=NARROW, color_scheme=scheme)  # type: ignore[arg-type]
    page = _open(context, f"{served.url}/?actor=Russia")
    _cell(page).first.wait_for(state="attached")
    _open_row(page, 0)
    expect(page.locator(".cc-proposition")).to_be_visible(timeout=20 * SECONDS)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    red = int(background.split("(")[1].split(",")[0])
    assert (red < 100) == (scheme == "dark")
    context.close()


@pytest.mark.skipif(not SCREENSHOTS, reason="COUNTERCLAIM_SCREENSHOTS names no folder")
def test_first_start_builds_the_demo_and_is_photographed(context: BrowserContext, tmp_path: Path) -> None:
    folder = Path(SCREENSHOTS or "")
    folder.mkdir(parents=True, exist_ok=True)
    served = Served(f"sqlite:///{tmp_path / 'claims.db'}")
    try:
        served.wait()
        page = context.new_page()
        page.goto(served.url)
        expect(page.get_by_text("First start")).to_be_visible(timeout=30 * SECONDS)
        expect(page.locator(".cc-heading").first).to_be_visible(timeout=600 * SECONDS)
        _photograph(page, folder / "disputes.png")
        _open_row(page, 0)
        expect(page.locator(".cc-proposition")).to_be_visible()
        _photograph(page, folder / "dispute-open.png")
        link = page.url
        for view in ("Claims", "Actors", "Timeline"):
            page.get_by_role("link", name=view).click()
            expect(page.locator(".cc-heading").first).to_contain_text(view.lower().replace("timeline", "claims"))
            _photograph(page, folder / f"{view.lower()}.png")
        browser = context.browser
        assert browser is not None
        for scheme, size in (("dark", WIDE), ("light", NARROW), ("dark", NARROW)):
            apart = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            width = "wide" if size is WIDE else "narrow"
            _photograph(_open(apart, link), folder / f"dispute-{width}-{scheme}.png")
            apart.close()
    finally:
        served.stop()


def _photograph(page: Page, file: Path) -> None:
    page.locator("[role=gridcell], [data-testid=stVegaLiteChart]").first.wait_for(state="attached")
    page.wait_for_timeout(2 * SECONDS)
    page.screenshot(path=file)
