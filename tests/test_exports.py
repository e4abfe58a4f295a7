"""Files of what the filters select: readable back, safe to open, without verdicts."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from html.parser import HTMLParser

import openpyxl
import pytest

from claims.citing import citation
from claims.exports import FORMATS, make_export
from claims.storage import Store
from claims.types import ClaimQuery
from tests.page_store import CHINA, HOSTILE, TROOPS, fill
from tests.records import UKRAINE, make_article, make_claim, make_dispute, make_vectors

UKRAINIAN = ClaimQuery(actors=("Ukraine",))


@pytest.fixture
def filled(store: Store) -> Store:
    """Give the disputes of the page's tests."""
    fill(store)
    return store


def made(name: str, store: Store, query: ClaimQuery = UKRAINIAN) -> str:
    return make_export(name, store, query).decode("utf-8-sig")


def test_csv_holds_the_matching_claims(filled: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(made("csv", filled))))
    assert [(row["actor"], row["stance"], row["proposition"]) for row in rows] == [("Ukraine", "asserts", TROOPS)]


def test_excel_has_a_sheet_for_each_table_and_runs_nothing(filled: Store) -> None:
    article = make_article("=HYPERLINK(1) said that =1+1 is so.")
    formula = make_claim(article, "=1+1", ["=HYPERLINK(1)"], "denies", cue="said", content="=1+1")
    filled.add_article(article, [formula], make_vectors(1, 9), [], [make_dispute(formula)], {})
    book = openpyxl.load_workbook(io.BytesIO(make_export("excel", filled, ClaimQuery())))
    assert book.sheetnames == ["Disputes", "Claims", "Pairs"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "'=1+1" in [cell.value for cell in cells]
    assert TROOPS in [cell.value for cell in cells]
    days = [cell.value for cell in book["Claims"]["A"][1:] if cell.value]
    assert all(hasattr(day, "year") for day in days)


def test_json_is_what_analyze_prints(filled: Store) -> None:
    assert set(json.loads(made("json", filled))) == {"articles", "claims", "pairs", "disputes"}


def test_linked_data_leads_from_the_proposition_to_article_and_actor(filled: Store) -> None:
    graph = {node["@id"]: node for node in json.loads(made("jsonld", filled))["@graph"]}
    (proposition,) = [node for node in graph.values() if node["@type"] == "Claim"]
    assert proposition["text"] == TROOPS
    quotations = [graph[each["@id"]] for each in proposition["appearance"]]
    stances = {each["value"] for node in quotations for each in node["additionalProperty"] if each["name"] == "stance"}
    assert stances == {"asserts", "denies", "other"}
    assert all(graph[node["prov:wasQuotedFrom"]["@id"]]["headline"] for node in quotations)
    assert {graph[each["@id"]]["name"] for node in quotations for each in node["creator"]} >= {
        "Ukraine",
        "Dmitry Peskov",
    }
    assert "ClaimReview" not in made("jsonld", filled)


class Reader(HTMLParser):
    """Gather tags, links and text of a report."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str | None] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_report_quotes_both_sides_with_links(filled: Store) -> None:
    read = Reader(made("report", filled))
    assert "Ukraine said on Monday that North Korean troops were already in Russia." in read.words
    assert "dismissed the report as another hoax" in read.words
    assert "https://news.example/soldiers-from-the-north" in read.links


def test_hostile_words_are_only_words_in_the_report(filled: Store) -> None:
    read = Reader(made("report", filled, ClaimQuery()))
    assert HOSTILE in read.words
    assert read.tags <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "small",
        "section",
    } | {*("strong", "blockquote", "bdi", "a")}
    assert all(link and link.startswith("https://") for link in read.links)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_selected_is_still_a_file(filled: Store, name: str) -> None:
    assert make_export(name, filled, ClaimQuery(words="nobody said this"))


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        (
            {"url": "https://news.example/a"},
            "(Ukraine, published on 14 October 2024). Tolm Herald, “Bridge”, https://news.example/a.",
        ),
        ({"url": "javascript:alert(1)"}, "(Ukraine, published on 14 October 2024). Tolm Herald, “Bridge”."),
        ({"outlet": None, "title": None, "published_on": None}, "(Ukraine, no day given). Outlet not named."),
    ],
)
def test_a_citation_says_words_actor_day_and_place(fields: dict[str, object], end: str) -> None:
    article = make_article("Ukraine said\nthat the bridge was closed.", **fields)
    claim = make_claim(article, "P.", [UKRAINE], "asserts", cue="said", content="the bridge was closed")
    assert citation(claim, article) == f"“Ukraine said that the bridge was closed.” {end}"


def test_a_stated_day_is_cited_as_said() -> None:
    article = make_article("China said on Monday that P holds.")
    said = {"said_on": date(2024, 10, 7), "said_on_basis": "stated"}
    claim = make_claim(article, "P.", [CHINA], "asserts", cue="said", content="P holds", **said)
    assert "(China, said on 7 October 2024)" in citation(claim, article)
