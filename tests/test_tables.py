"""Hold the frames, the CSV and the JSON object to their columns and words."""

from __future__ import annotations

import csv
import io
import json
import math
from datetime import date

import pandas as pd
import pytest

from claims import tables
from claims.sides import sides_text
from claims.storage import Store
from claims.types import Actor, Claim, ClaimQuery, Dispute, heading_of
from tests.records import (
    KREMLIN,
    PESKOV,
    RUSSIA,
    UKRAINE,
    make_article,
    make_claim,
    make_dispute,
    make_pair,
    make_vectors,
)

STATES = Actor.of("United States", "country")
TEXT = "Kyiv said the depot at Tolm burned. Moscow denied it."
WHOLE = "The depot at Tolm burned."


class World:
    """Kyiv asserts twice, Washington once, Moscow denies; one lone denial; one claim outside any dispute."""

    def __init__(self, store: Store) -> None:
        self.herald = make_article(TEXT, path="in/a.md", url="https://tolm.example/1")
        self.gazette = make_article(
            "Washington said the depot burned.", outlet="Gazette", published_on=date(2024, 10, 23)
        )
        self.undated = make_article("Somebody denied it.", outlet=None, title=None, published_on=None)
        self.kyiv = make_claim(
            self.herald, WHOLE, [UKRAINE], source="Kyiv", cue="said", content="the depot at Tolm burned",
            sentence="Kyiv said the depot at Tolm burned.",
        )  # fmt: skip
        self.moscow = make_claim(
            self.herald, WHOLE, [RUSSIA], "denies", said_on=date(2024, 10, 10), sentence="Moscow denied it."
        )
        self.states = make_claim(self.gazette, WHOLE, [STATES, UKRAINE])
        self.lone = make_claim(self.undated, "The mayor fled.", [PESKOV], "denies")
        self.calm = make_claim(self.gazette, "The night was calm.", [])
        self.strong = make_pair(self.kyiv, self.moscow, score=0.75)
        self.weak = make_pair(self.states, self.moscow, score=0.9, tier="possible")
        self.dispute = make_dispute(self.states, self.kyiv, self.moscow)
        self.unanswered = make_dispute(self.lone)
        store.add_article(
            self.herald, [self.kyiv, self.moscow], make_vectors(2), [self.strong],
            [make_dispute(self.kyiv, self.moscow, id=self.dispute.id)], {},
        )  # fmt: skip
        store.add_article(self.gazette, [self.states, self.calm], make_vectors(2), [self.weak], [self.dispute], {})
        store.add_article(self.undated, [self.lone], make_vectors(1), [], [self.unanswered], {})


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def test_claims_table_shows_each_matching_claim_in_its_sentence(store: Store, world: World) -> None:
    frame = tables.claims_table(store)
    assert tuple(frame.columns) == tables.CLAIM_COLUMNS
    assert list(frame.claim_id) == [c.id for c in (world.states, world.calm, world.kyiv, world.moscow, world.lone)]
    row = frame.iloc[2]
    assert row.said_on == row.published_on == pd.Timestamp(2024, 10, 14)
    assert (row.actor, row.stance, row.basis, row.resolution) == ("Ukraine", "asserts", "published", "stated")
    assert row.sentence == "Kyiv said the depot at Tolm burned."
    assert (row.outlet, row.url, row.title) == ("Tolm Herald", "https://tolm.example/1", "Bridge")
    assert list(frame.actor) == ["United States, Ukraine", "", "Ukraine", "Russia", "Dmitry Peskov"]
    assert list(frame.disputed) == [True, False, True, True, True]
    assert pd.isna(frame.said_on.iloc[-1])
    only = tables.claims_table(store, ClaimQuery(actors=("Russia",), until=date(2024, 12, 31)))
    assert list(only.claim_id) == [world.moscow.id]


def test_pairs_table_shows_both_sides(store: Store, world: World) -> None:
    frame = tables.pairs_table(store, ClaimQuery(tiers=("likely", "possible")))
    assert tuple(frame.columns) == tables.PAIR_COLUMNS
    assert list(frame.claim_id) == [world.states.id, world.kyiv.id]
    row = frame.iloc[1]
    assert (row.claim_actor, row.counterclaim_actor) == ("Ukraine", "Russia")
    assert (row.claim_said_on, row.counterclaim_said_on) == (
        pd.Timestamp(2024, 10, 14),
        pd.Timestamp(2024, 10, 10),
    )
    assert row.claim_proposition == row.counterclaim_proposition == WHOLE
    assert (row.relation, row.tier, row.score, row.reason) == ("denial", "likely", 0.75, world.strong.reason)
    assert list(tables.pairs_table(store).tier) == ["likely"]


def test_disputes_table_names_both_sides_with_days(store: Store, world: World) -> None:
    frame = tables.disputes_table(store)
    assert tuple(frame.columns) == tables.DISPUTE_COLUMNS
    first, second = frame.iloc[0], frame.iloc[1]
    assert (first.title, second.title) == ("Bridge", "Somebody denied it.")
    assert first.sides == "Ukraine 14 Oct, United States 23 Oct ⟷ Russia 10 Oct"
    assert (first.asserting, first.denying, first.doubting) == ("Ukraine, United States", "Russia", "")
    assert (first.first_day, first.latest_day) == (pd.Timestamp(2024, 10, 10), pd.Timestamp(2024, 10, 23))
    assert (first.outlets, first.claims, first.strength) == (2, 3, 0.75)
    assert second.sides == "nobody named ⟷ Dmitry Peskov"
    assert pd.isna(second.first_day)
    assert math.isnan(second.strength)
    assert list(frame.dispute_id) == [world.dispute.id, world.unanswered.id]


def test_strength_counts_the_tiers_that_are_asked_for(store: Store, world: World) -> None:
    frame = tables.disputes_table(store, ClaimQuery(tiers=("likely", "possible")))
    assert frame.strength.iloc[0] == 0.9
    assert math.isnan(tables.disputes_table(store, ClaimQuery(actors=("Kremlin",))).strength.iloc[0])


def test_dispute_names_the_article_in_which_its_proposition_stands(store: Store) -> None:
    old, new = (make_article(f"The text of {title}.", title=title) for title in ("Old", "New"))
    founding, denial = make_claim(old, "It burned.", [UKRAINE]), make_claim(new, WHOLE, [RUSSIA], "denies")
    dispute = make_dispute(founding, denial, proposition=WHOLE)
    store.add_article(old, [founding], make_vectors(1), [], [], {})
    store.add_article(new, [denial], make_vectors(1), [], [dispute], {})
    assert list(tables.disputes_table(store).title) == ["New"]


@pytest.mark.parametrize(
    ("title", "text", "heading"),
    [
        ("Bridge", "It fell.", "Bridge"),
        (None, "\n  It fell. \nNobody was hurt.", "It fell."),
        (None, "It fell, " * 40, ("It fell, " * 40)[:120].rpartition(" ")[0] + " …"),
        (None, "x" * 300, "x" * 120 + " …"),
    ],
)
def test_untitled_article_is_named_by_its_first_line(title: str | None, text: str, heading: str) -> None:
    assert heading_of(title, text) == heading


def test_filtered_dispute_is_shown_whole(store: Store, world: World) -> None:
    frame = tables.disputes_table(store, ClaimQuery(outlets=("Gazette",)))
    assert list(frame.claims) == [3]
    assert frame.sides.iloc[0].endswith("⟷ Russia 10 Oct")


def _sides(asserting: list[Claim], denying: list[Claim], doubting: list[Claim]) -> str:
    sides = [tuple(claim.id for claim in side) for side in (asserting, denying, doubting)]
    claims = {claim.id: claim for claim in (*asserting, *denying, *doubting)}
    return sides_text(Dispute("d", WHOLE, *sides), claims)


def test_side_names_each_actor_once_with_its_first_day() -> None:
    days = [date(2024, 10, 9), None, date(2023, 1, 2), date(2024, 3, 1)]
    claims = [make_claim(None, f"P{n}", [UKRAINE], said_on=day) for n, day in enumerate(days)]
    other = make_claim(None, "Q", [STATES], said_on=None)
    assert _sides([other, *claims], [], []) == "Ukraine 2 Jan, United States ⟷ nobody named"


def test_long_side_is_counted_and_years_are_named_where_they_differ() -> None:
    names = [Actor.of(name) for name in ("Ann", "Bo", "Cy", "Di", "Ed")]
    claims = [make_claim(None, "P", [actor], said_on=date(2024, 3, n + 1)) for n, actor in enumerate(names)]
    assert _sides(claims[:3], [], []).startswith("Ann 1 Mar, Bo 2 Mar, Cy 3 Mar ⟷")
    assert _sides(claims, [], []).startswith("Ann 1 Mar, Bo 2 Mar and 3 more ⟷")
    later = make_claim(None, "P", [RUSSIA], "denies", said_on=date(2025, 3, 1))
    assert _sides(claims[:1], [later], []) == "Ann 1 Mar 2024 ⟷ Russia 1 Mar 2025"


def test_doubting_side_stands_with_the_answers_and_says_so() -> None:
    doubt = make_claim(None, "P", [STATES], "doubts")
    denial = make_claim(None, "P", [RUSSIA], "denies")
    unnamed = make_claim(None, "P", [])
    assert _sides([unnamed], [], [doubt]) == "nobody named ⟷ United States 14 Oct (doubts)"
    assert _sides([unnamed], [denial], [doubt]).endswith("⟷ Russia 14 Oct, United States 14 Oct (doubts)")


def test_actors_table_rolls_parts_up(store: Store, world: World) -> None:
    frame = tables.actors_table(store)
    assert tuple(frame.columns) == tables.ACTOR_COLUMNS
    rows = {row.actor: tuple(row)[1:] for row in frame.itertuples(index=False)}
    assert rows["Russia"] == ("country", "", 2, 0, 2, 0)
    assert rows["Dmitry Peskov"] == ("person", "Kremlin, Russia", 1, 0, 1, 0)
    assert rows[KREMLIN.name][2:] == (1, 0, 1, 0)
    assert rows["Ukraine"] == ("country", "", 2, 2, 0, 0)
    assert list(frame.claims) == sorted(frame.claims, reverse=True)
    asserted = tables.actors_table(store, ClaimQuery(stances=("asserts",)))
    assert set(asserted.actor) == {"Ukraine", "United States"}


@pytest.mark.parametrize(
    ("make", "columns"),
    [
        (tables.claims_table, tables.CLAIM_COLUMNS),
        (tables.pairs_table, tables.PAIR_COLUMNS),
        (tables.disputes_table, tables.DISPUTE_COLUMNS),
        (tables.actors_table, tables.ACTOR_COLUMNS),
    ],
)
def test_empty_store_gives_empty_frames_with_the_same_types(store: Store, make, columns) -> None:  # type: ignore[no-untyped-def]
    empty = make(store)
    assert tuple(empty.columns) == columns
    assert len(empty) == 0
    World(store)
    assert list(make(store).dtypes) == list(empty.dtypes)


def test_days_far_back_do_not_fail(store: Store) -> None:
    article = make_article(published_on=date(1, 1, 1))
    store.add_article(article, [make_claim(article)], make_vectors(1), [], [], {})
    assert tables.to_csv(tables.claims_table(store)).splitlines()[1].startswith('"0001-01-01",')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_made_harmless_in_csv(start: str) -> None:
    frame = pd.DataFrame({"text": [f"{start}1+1", "fine\r=1", None], "score": [-1.5, 0.0, 1.0]})
    rows = list(csv.reader(io.StringIO(tables.to_csv(frame), newline="")))
    assert rows[1:] == [[f"'{start}1+1", "-1.5"], ["fine\r=1", "0.0"], ["", "1.0"]]
    assert frame.text[0] == f"{start}1+1"


def test_csv_of_claims_reads_back(store: Store) -> None:
    article = make_article('A "quoted", long\nline = 1', title="=HYPERLINK()")
    store.add_article(article, [make_claim(article)], make_vectors(1), [], [], {})
    (row,) = csv.DictReader(io.StringIO(tables.to_csv(tables.claims_table(store)), newline=""))
    assert row["title"] == "'=HYPERLINK()"
    assert row["sentence"] == article.text
    assert row["said_on"] == "2024-10-14"


def test_analysis_is_the_documented_object(store: Store, world: World) -> None:
    found = tables.analysis_json(store)
    assert json.loads(json.dumps(found)) == found
    assert list(found) == ["articles", "claims", "pairs", "disputes"]
    assert found["articles"][0] == {
        "id": world.herald.id,
        "path": "in/a.md",
        "url": "https://tolm.example/1",
        "outlet": "Tolm Herald",
        "title": "Bridge",
        "author": None,
        "language": None,
        "published_on": "2024-10-14",
    }
    assert [a["published_on"] for a in found["articles"]] == ["2024-10-14", "2024-10-23", None]
    assert found["claims"][0] == {
        "id": world.kyiv.id,
        "article_id": world.herald.id,
        "actors": ["Ukraine"],
        "stance": "asserts",
        "source": [{"start": 0, "end": 4, "text": "Kyiv"}],
        "cue": [{"start": 5, "end": 9, "text": "said"}],
        "content": [{"start": 10, "end": 34, "text": "the depot at Tolm burned"}],
        "proposition": WHOLE,
        "resolution": "stated",
        "antecedent_confidence": None,
        "runner_up": None,
        "quote": "indirect",
        "said_on": "2024-10-14",
        "said_on_basis": "published",
    }
    assert [c["article_id"] for c in found["claims"]] == [
        a.id for a in (world.herald, world.herald, world.gazette, world.gazette, world.undated)
    ]
    assert (found["claims"][4]["said_on"], found["claims"][4]["said_on_basis"]) == (None, None)
    scores = {"entailment": 0.9, "neutral": 0.05, "contradiction": 0.05}
    assert found["pairs"][1] == {
        "claim_id": world.kyiv.id,
        "counterclaim_id": world.moscow.id,
        "relation": "denial",
        "tier": "likely",
        "score": 0.75,
        "forward": scores,
        "backward": {"entailment": 0.5, "neutral": 0.25, "contradiction": 0.25},
    }
    assert [pair["tier"] for pair in found["pairs"]] == ["possible", "likely"]
    assert found["disputes"][0] == {
        "id": world.dispute.id,
        "proposition": WHOLE,
        "asserting": ["Ukraine", "United States"],
        "denying": ["Russia"],
        "doubting": [],
        "claim_ids": [world.states.id, world.kyiv.id, world.moscow.id],
    }


def test_filtered_analysis_has_no_loose_ids(store: Store, world: World) -> None:
    found = tables.analysis_json(store, ClaimQuery(actors=("United States",)))
    claims = {claim["id"] for claim in found["claims"]}
    assert claims == {world.states.id, world.kyiv.id, world.moscow.id}
    assert {pair["claim_id"] for pair in found["pairs"]} <= claims
    assert {article["id"] for article in found["articles"]} == {world.herald.id, world.gazette.id}
    assert tables.analysis_json(store, ClaimQuery(words="no such words")) == {
        "articles": [],
        "claims": [],
        "pairs": [],
        "disputes": [],
    }


def test_analysis_lists_articles_without_claims(store: Store) -> None:
    article = make_article("Nothing here.")
    store.add_article(article, [], make_vectors(0), [], [], {})
    assert [a["id"] for a in tables.analysis_json(store)["articles"]] == [article.id]


@pytest.mark.parametrize(
    "make",
    [
        tables.claims_table,
        tables.pairs_table,
        tables.disputes_table,
        tables.actors_table,
        tables.analysis_json,
    ],
)
def test_number_of_queries_does_not_grow(store: Store, make, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    calls = []
    reading = store._database.reading
    monkeypatch.setattr(store._database, "reading", lambda: calls.append(1) or reading())  # type: ignore[func-returns-value]
    World(store)
    calls.clear()
    make(store)
    few = len(calls)
    for number in range(10):
        article = make_article(f"{TEXT} {number}")
        claims = [make_claim(article, WHOLE), make_claim(article, WHOLE, [RUSSIA], "denies")]
        store.add_article(article, claims, make_vectors(2), [make_pair(*claims)], [make_dispute(*claims)], {})
    calls.clear()
    make(store)
    assert len(calls) == few
