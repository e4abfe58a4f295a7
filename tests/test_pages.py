"""Test the page: what outside text becomes, filters and address, every view, and the first start."""

from __future__ import annotations

import ast
import html
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from claims import pipeline
from claims.errors import InputError, ModelError
from claims.inference import Models
from claims.pages import address, cached, cards, demo, marking, wording
from claims.pages.address import View
from claims.pipeline import Outcome
from claims.storage import Store
from claims.types import Actor, Article, ClaimQuery, Span
from tests.page_store import BALLOON, HOSTILE, LONG_WORD, TROOPS, fill
from tests.records import make_claim, make_vectors

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "claims" / "pages").glob("*.py"))
VIEW = """
from claims.pages import cached, filters, session, {name}
snapshot = cached.open_snapshot()
session.follow_address(snapshot, "{name}")
filters.show(snapshot)
session.write_address()
{name}.show()
"""


@pytest.fixture
def filled(file_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Give a filled store to the page; loading a model fails the test."""
    monkeypatch.setenv("CLAIMS_DB", file_url)
    monkeypatch.setattr(cached, "load_models", _no_models)
    with Store(file_url) as store:
        fill(store)
        yield store
    _close_stores()


@pytest.fixture
def new(file_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the page the address of a store that is not there yet."""
    monkeypatch.setenv("CLAIMS_DB", file_url)
    yield file_url
    _close_stores()


def _close_stores() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


def _no_models() -> None:
    raise ModelError("The page loaded a model.")


def _page(**params: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    return _with(app, params).run()


def _view(name: str, **params: str | list[str]) -> AppTest:
    return _with(AppTest.from_string(VIEW.format(name=name), default_timeout=30), params).run()


def _with(app: AppTest, params: dict[str, str | list[str]]) -> AppTest:
    for key, value in params.items():
        app.query_params[key] = value
    return app


def _html(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


def _text(app: AppTest) -> str:
    plain = "".join(_without_tags(_html(app)))
    return "\n".join([html.unescape(plain), *(element.value for element in app.text)])


def _without_tags(markup: str) -> Iterator[str]:
    for piece in markup.split("<"):
        yield piece.partition(">")[2]


def _propositions(app: AppTest) -> list[str]:
    assert not app.exception
    return list(app.dataframe[0].value["proposition"])


def _choose(app: AppTest, label: str, *values: str) -> AppTest:
    (widget,) = [each for each in app.multiselect if each.label == label]
    return widget.set_value(list(values)).run()


def _params(app: AppTest) -> dict[str, list[str]]:
    return {key: [value] if isinstance(value, str) else list(value) for key, value in app.query_params.items()}


def _dispute(store: Store, proposition: str) -> str:
    return next(each.id for each in store.find_disputes() if each.proposition == proposition)


class TestMarking:
    @pytest.fixture
    def shown(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        bodies: list[str] = []
        monkeypatch.setattr(st, "html", bodies.append)
        return bodies

    @pytest.mark.parametrize("text", ["<b>", "a & b", "\"'", "<script>alert(1)</script>", "</bdi></div>", "&lt;"])
    def test_every_piece_is_escaped(self, shown: list[str], text: str) -> None:
        marking.show(marking.line(text, marking.Words(text, marks=(marking.Mark(Span(0, 1), "cue"),))))
        (body,) = shown
        assert html.unescape("".join(_without_tags(body))) == text * 2
        assert "<b>" not in body
        assert "<script" not in body
        assert body.count("</div>") == 2

    def test_words_are_isolated(self, shown: list[str]) -> None:
        marking.show(marking.line("\u202eabc", "def"))
        assert '<bdi class="cc-words">\u202eabc</bdi><bdi class="cc-words">def</bdi>' in shown[0]

    def test_marks_may_lie_in_each_other(self, shown: list[str]) -> None:
        marks = (marking.Mark(Span(0, 6), "content"), marking.Mark(Span(2, 4), "source"))
        marking.show(marking.line(marking.Words("abcdef", marks=marks)))
        assert (
            '<mark class="cc-content" title="content">ab</mark>'
            '<mark class="cc-source cc-content" title="content in source">cd</mark>'
            '<mark class="cc-content" title="content">ef</mark>'
        ) in shown[0]

    def test_marks_beyond_the_words_are_cut(self, shown: list[str]) -> None:
        marking.show(marking.line(marking.Words("abc", marks=(marking.Mark(Span(2, 99), "cue"),))))
        assert 'ab<mark class="cc-cue" title="cue">c</mark></bdi>' in shown[0]

    def test_a_lone_surrogate_does_not_stop_the_page(self, shown: list[str]) -> None:
        marking.show(marking.line("a\ud800b"))
        assert "a?b" in shown[0]

    @pytest.mark.parametrize(
        ("url", "linked"),
        [
            ("https://news.example/a?b=1&c=2", True),
            ("http://news.example", True),
            (" https://news.example ", True),
            ("javascript:alert(1)", False),
            ("JaVaScRiPt:alert(1)", False),
            ("data:text/html,x", False),
            ("file:///etc/passwd", False),
            ("//news.example", False),
            ("https://", False),
            ("http://[", False),
            ("", False),
            (None, False),
        ],
    )
    def test_only_web_addresses_are_linked(self, shown: list[str], url: str | None, linked: bool) -> None:
        marking.show(marking.line(marking.Words("title", href=url)))
        assert ("href=" in shown[0]) == linked

    def test_an_address_cannot_leave_its_attribute(self, shown: list[str]) -> None:
        marking.show(marking.line(marking.Words("x", href='https://a.example/"onmouseover="alert(1)')))
        assert 'href="https://a.example/&quot;onmouseover=&quot;alert(1)"' in shown[0]


class TestAddress:
    @pytest.mark.parametrize(
        "view",
        [
            View(),
            View(ClaimQuery(actors=("Russia", "Ukraine"), stances=("denies",))),
            View(ClaimQuery(since=date(2024, 10, 1), until=date(2024, 10, 31), words="two words")),
            View(ClaimQuery(outlets=("The A & B",), tiers=("likely", "possible")), "abc"),
        ],
    )
    def test_a_link_restores_the_view(self, view: View) -> None:
        params = address.to_address(view)
        assert address.from_address(params, ["Russia", "Ukraine"], ["The A & B"]) == view

    def test_a_slow_browser_does_not_lose_the_filters_of_the_view_before(self, filled: Store) -> None:
        app = _view("claims", actor="Russia")
        app.session_state["page"] = None
        shown = []
        for _ in range(2):
            app.query_params.clear()
            shown.append("by Russia" in _text(app.run()))
        app.session_state["carried"] = -1e9
        app.query_params.clear()
        shown.append("by Russia" in _text(app.run()))
        assert shown == [True, True, False]

    def test_nothing_to_say_leaves_the_address_empty(self) -> None:
        assert address.to_address(View()) == {}

    @pytest.mark.parametrize(
        "params",
        [
            {"actor": ["Nobody"]},
            {"outlet": ["Nowhere"]},
            {"stance": ["believes"]},
            {"since": ["2024-13-45"]},
            {"until": ["soon"]},
            {"possible": ["maybe"]},
            {"words": ["   "]},
            {"other": ["x"]},
        ],
    )
    def test_what_says_nothing_is_ignored(self, params: dict[str, list[str]]) -> None:
        assert address.from_address(params, ["Russia"], ["The A"]) == View()

    def test_repeated_names_count_once(self) -> None:
        view = address.from_address({"actor": ["Russia", "Russia"]}, ["Russia"], [])
        assert view.query.actors == ("Russia",)


OCTOBER = {"since": date(2024, 10, 1), "until": date(2024, 10, 31)}


class TestWording:
    @pytest.mark.parametrize(
        ("query", "count", "sentence"),
        [
            (ClaimQuery(), 3, "3 disputes"),
            (
                ClaimQuery(actors=("Russia",), **OCTOBER),
                12,
                "12 disputes with Russia between 1 and 31 October 2024",
            ),
            (ClaimQuery(actors=("A", "B", "C")), 1, "1 dispute with A, B or C"),
            (ClaimQuery(since=date(2024, 9, 30)), 2, "2 disputes since 30 September 2024"),
            (ClaimQuery(until=date(2024, 9, 30)), 0, "No disputes until 30 September 2024"),
            (
                ClaimQuery(since=date(2024, 9, 30), until=date(2024, 10, 2)),
                2,
                "2 disputes between 30 September and 2 October 2024",
            ),
            (
                ClaimQuery(since=date(2023, 12, 30), until=date(2024, 1, 2)),
                2,
                "2 disputes between 30 December 2023 and 2 January 2024",
            ),
            (ClaimQuery(since=date(2024, 1, 2), until=date(2024, 1, 2)), 2, "2 disputes on 2 January 2024"),
            (ClaimQuery(stances=("asserts", "denies")), 2, "2 disputes, asserted or denied"),
            (
                ClaimQuery(outlets=("The A",), words="drone"),
                2,
                "2 disputes, reported by The A, with the words “drone”",
            ),
            (ClaimQuery(tiers=("likely", "possible")), 2, "2 disputes, possible pairs included"),
        ],
    )
    def test_filters_are_said_in_words(self, query: ClaimQuery, count: int, sentence: str) -> None:
        assert "".join(wording.filters_words(query, count, "dispute", "with")) == sentence

    def test_names_stand_in_pieces_of_their_own(self) -> None:
        assert "\u202eabc" in wording.filters_words(ClaimQuery(actors=("\u202eabc",)), 1, "claim", "by")

    @pytest.mark.parametrize(
        ("actors", "words"),
        [
            ((), "denies"),
            ((Actor.of("Ada Roe", "person"),), "denies"),
            ((Actor.of("United States", "country"),), "denies"),
            ((Actor.of("two governments", "group"),), "deny"),
            ((Actor.of("Ada Roe's press", "group"),), "denies"),
            ((Actor.of("Ada Roe", "person"), Actor.of("Ben Poe", "person")), "deny"),
        ],
    )
    def test_several_deny_and_one_denies(self, actors: tuple[Actor, ...], words: str) -> None:
        assert cards.stance_words(make_claim(actors=actors, stance="denies")) == words

    def test_only_set_filters_can_be_loosened(self) -> None:
        query = ClaimQuery(actors=("Russia",), words="drone")
        assert wording.looser(query) == [
            ("the actors", ClaimQuery(words="drone")),
            ("the words", ClaimQuery(actors=("Russia",))),
        ]


class TestDisputes:
    def test_the_table_opens_first_with_the_latest_on_top(self, filled: Store) -> None:
        app = _page()
        assert _propositions(app)[:2] == [TROOPS, BALLOON]
        assert "3 disputes" in _text(app)
        assert app.dataframe[0].value["sides"][1] == "United States 3 Feb ⟷ China 3 Feb"
        assert list(app.dataframe[0].value["strength"])[:2] == [94, 81]

    def test_a_chosen_actor_changes_table_words_and_address(self, filled: Store) -> None:
        app = _choose(_page(), "Actor", "China")
        assert _propositions(app) == [BALLOON]
        assert "1 dispute with China" in _text(app)
        assert _params(app) == {"actor": ["China"]}

    def test_a_whole_selects_its_parts_and_several_mean_any(self, filled: Store) -> None:
        assert _propositions(_page(actor=["Kremlin", "China"])) == [TROOPS, BALLOON]

    def test_days_stance_outlet_and_words_come_from_the_link(self, filled: Store) -> None:
        assert _propositions(_page(since="2024-10-01", until="2024-10-31")) == [TROOPS]
        assert _propositions(_page(stance="other")) == [TROOPS]
        assert _propositions(_page(outlet="Lakeside Courier", words="balloon")) == [BALLOON]

    def test_a_link_shows_its_filters_in_the_sidebar(self, filled: Store) -> None:
        app = _page(actor=["Russia"], since="2024-10-01", stance="denies", words="hoax", possible="yes")
        chosen = {widget.label: widget.value for widget in app.multiselect}
        assert chosen["Actor"] == ["Russia"]
        assert chosen["Stance"] == ["denies"]
        assert app.date_input[0].value == date(2024, 10, 1)
        assert app.text_input[0].value == "hoax"
        assert app.toggle[0].value is True

    def test_unknown_values_in_a_link_are_ignored(self, filled: Store) -> None:
        app = _page(actor="Nobody", since="never", stance="believes", outlet="Nowhere")
        assert len(_propositions(app)) == 3
        assert _params(app) == {}

    def test_an_empty_result_says_which_filter_to_loosen(self, filled: Store) -> None:
        app = _page(actor="China", since="2024-10-01")
        assert not app.dataframe
        assert "No disputes with China since 1 October 2024" in _text(app)
        assert "Without the actors there would be 1 dispute." in _text(app)
        assert "Without the dates there would be 1 dispute." in _text(app)

    def test_filters_can_be_cleared(self, filled: Store) -> None:
        app = _page(actor="China", words="balloon")
        next(button for button in app.button if button.label == "Clear all filters").click()
        app.run()
        assert len(_propositions(app)) == 3
        assert _params(app) == {}
        assert app.text_input[0].value == ""

    def test_an_open_dispute_shows_all_sides_with_words_day_outlet_and_link(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, TROOPS), actor="Russia")
        markup, text = _html(app), _text(app)
        assert '<mark class="cc-cue" title="cue">dismissed</mark>' in markup
        assert '<mark class="cc-source" title="source">The United States</mark>' in markup
        assert 'href="https://news.example/soldiers-from-the-north"' in markup
        assert "said on 14 October 2024 (the article names the day)" in text
        assert "published on 23 October 2024 (no other day is named)" in text
        assert "Lakeside Courier" in text
        assert "Russia takes no side" in text
        assert "Source: “The Kremlin spokesman, Dmitry Peskov” → Dmitry Peskov → Kremlin" in text
        assert "Or perhaps meant: Kyiv had asked for help." in text
        assert "Source: “Ukraine”" not in text
        assert markup.count("matches your filters") == 2
        assert markup.count("cc-card") >= 4

    def test_without_a_filter_no_claim_is_marked_as_matching(self, filled: Store) -> None:
        assert "matches your filters" not in _text(_page(open=_dispute(filled, TROOPS)))

    def test_possible_pairs_show_on_request(self, filled: Store) -> None:
        opened = _dispute(filled, TROOPS)
        likely, both = _text(_page(open=opened)), _text(_page(open=opened, possible="yes"))
        assert "If 1 holds, 2 follows 90%, stays open 5%, is ruled out 5%" in likely
        assert "only the topic is shared" not in likely
        assert "only the topic is shared" in both

    def test_a_link_to_a_dispute_that_is_gone_says_so(self, filled: Store) -> None:
        assert "is not here" in _text(_page(open="0" * 16))

    def test_a_denial_without_counterpart_has_an_empty_side(self, filled: Store) -> None:
        denial = next(each for each in filled.find_disputes() if not each.asserting)
        assert "Nobody in the articles read so far." in _text(_page(open=denial.id))

    def test_new_articles_show_without_a_restart(self, filled: Store) -> None:
        app = _page(words="harvest")
        assert not app.dataframe
        article = Article.of("The harvest of apples was denied.", outlet="New Outlet")
        _store_denial(filled, article)
        assert _propositions(app.run()) == ["The harvest of apples was denied."]


def _store_denial(store: Store, article: Article) -> None:
    from tests.records import make_claim, make_dispute

    claim = make_claim(article, article.text, ("The Orchard",), "denies")
    store.add_article(article, [claim], make_vectors(1, 9), [], [make_dispute(claim)], {})


class TestClaims:
    def test_only_the_matching_claims_are_listed(self, filled: Store) -> None:
        app = _view("claims", actor="Russia", stance=["denies", "other"])
        assert list(app.dataframe[0].value["actor"]) == ["Russia", "Dmitry Peskov"]
        assert list(app.dataframe[0].value["stance"]) == ["takes no side", "denies"]
        assert "2 claims" in _text(app)

    def test_who_takes_no_side_is_listed_on_request(self, filled: Store) -> None:
        app = _view("claims", actor="Russia")
        assert list(app.dataframe[0].value["stance"]) == ["denies"]
        assert "1 claim by Russia" in _text(app)
        assert "1 more statement takes no side (stance “Takes no side”)." in _text(app)

    def test_an_open_claim_shows_its_article_and_its_dispute(self, filled: Store) -> None:
        (claim,) = filled.find_claims(ClaimQuery(actors=("Ukraine",)))
        app = _view("claims", open=claim.id)
        assert "dismissed the report as another hoax" in _text(app)
        assert "The dispute it stands in" in _text(app)

    def test_an_open_claim_shows_what_changed_in_its_article_and_who_copied_it(self, filled: Store) -> None:
        from tests.records import make_claim

        words = " ".join(first + second for first in "bcdfghklm" for second in ("ado", "ero", "ilum", "ona", "usk"))
        texts = {"a": f"The quay <b>sank</b>. {words}.", "b": f"The pier sank. {words}."}
        first, second = (Article.of(text, url="https://g.example/1", outlet="Gull") for text in texts.values())
        copy = Article.of(f"{texts['a']} Ends.", url="https://t.example/1", outlet="Tolm Herald")
        claim = make_claim(first, "The quay sank.", sentence="The quay <b>sank</b>.")
        for article, made in ((first, [claim]), (second, []), (copy, [])):
            filled.add_article(article, made, make_vectors(len(made), 7), [], [], {})
        shown = _text(_view("claims", open=claim.id))
        assert "Mostly the same words: Tolm Herald." in shown
        assert "The latest version of the article does not have this sentence any more." in shown
        assert "What changed in version 2: 2 sentences" in shown
        assert "− The quay <b>sank</b>." in shown
        assert "+ The pier sank." in shown

    def test_the_same_words_in_several_places_are_one_card(self, filled: Store) -> None:
        from tests.records import make_claim, make_dispute

        text = "Orsk said the quay sank. Roe denied it."
        places = (
            ("Gull", "https://g.example/1"),
            ("Gull", "https://g.example/1"),
            ("Tolm Herald", "https://t.example/1"),
        )
        told = [
            Article.of(text + more, url=url, outlet=outlet)
            for more, (outlet, url) in zip(("", " More.", ""), places, strict=True)
        ]
        claims = [
            make_claim(each, "The quay sank.", ("Orsk",), sentence="Orsk said the quay sank.", content="the quay sank")
            for each in told
        ]
        for article, claim in zip(told, claims, strict=True):
            filled.add_article(article, [claim], make_vectors(1, 7), [], [], {})
        dispute = make_dispute(*claims)
        other = Article.of("The end.")
        filled.add_article(other, [], make_vectors(0), [], [dispute], {})
        shown = _text(_page(open=dispute.id))
        assert shown.count("Orsk said the quay sank.") == 1
        assert "The same words in: Tolm Herald" in shown

    def test_the_same_words_of_another_month_are_a_card_of_their_own(self, filled: Store) -> None:
        from tests.records import make_claim, make_dispute

        sentence = "Orsk said the quay sank."
        told = [
            Article.of(sentence, url=f"https://g.example/{month}", published_on=date(2024, month, 1))
            for month in (3, 5)
        ]
        claims = [make_claim(each, "The quay sank.", ("Orsk",), content="the quay sank") for each in told]
        for article, claim in zip(told, claims, strict=True):
            filled.add_article(article, [claim], make_vectors(1, 7), [], [], {})
        filled.add_article(Article.of("The end."), [], make_vectors(0), [], [make_dispute(*claims)], {})
        assert _text(_page(open=claims[0].id)).count(sentence) == 2

    def test_a_link_to_a_claim_that_is_gone_says_so(self, filled: Store) -> None:
        assert "is not here" in _text(_view("claims", open="0" * 16))


def _button(app: AppTest, label: str) -> Any:
    return next(button for button in app.button if button.label == label)


class TestReview:
    def test_a_rejected_pair_takes_its_dispute_away_until_it_is_undone(self, filled: Store) -> None:
        opened = _dispute(filled, BALLOON)
        app = _page(open=opened)
        _button(app, "Reject").click().run()
        assert BALLOON not in _propositions(app)
        assert "Every pair of this dispute was rejected" in _text(app)
        assert BALLOON in _propositions(_page(review="rejected"))
        _button(app, "Undo").click().run()
        assert BALLOON in _propositions(app)
        assert filled.corrections_of()[0].undone_at is not None

    def test_a_confirmed_pair_says_so_and_by_whom(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        next(each for each in app.text_input if each.label == "Your name").set_value("Ada Holm").run()
        _button(app, "Confirm").click().run()
        assert list(app.dataframe[0].value["review"]) == ["open", "confirmed", "open"]
        assert "Ada Holm" in _text(app)
        assert "the pair is confirmed" in _text(app)

    def test_a_corrected_claim_shows_what_was_before(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        next(each for each in app.text_area if each.value == BALLOON).set_value("The balloon spied.")
        next(each for each in app.text_input if each.label == "Note").set_value("Asked <b>twice</b>")
        next(each for each in app.button if each.label == "Save").click().run()
        assert "The balloon spied." in _propositions(app)
        assert f"it is read as “The balloon spied.”, was “{BALLOON}”" in _text(app)
        assert "Note: Asked <b>twice</b> (somebody)" in _text(app)

    def test_saving_without_a_change_records_nothing(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        next(each for each in app.button if each.label == "Save").click().run()
        assert filled.corrections_of() == []

    def test_all_changes_are_listed_and_can_be_taken_back(self, filled: Store) -> None:
        claim = filled.find_claims(ClaimQuery(words="balloon", stances=("denies",)))[0]
        filled.correct_claim(claim.id, "actors", ["Beijing"], "Piet")
        app = AppTest.from_string("from claims.pages import changes\nchanges.show()", default_timeout=30).run()
        assert "Piet" in _text(app)
        assert "the actors are Beijing, was China" in _text(app)
        _button(app, "Undo").click().run()
        assert "taken back on" in _text(app)

    def test_a_claim_can_be_cited(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        assert any(code.value.startswith("“The Pentagon maintains that the balloon") for code in app.code)
        assert any("claims?open=" in code.value for code in app.code)

    def test_read_only_hides_all_that_changes_anything(self, filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CLAIMS_READ_ONLY", "1")
        app = _page(open=_dispute(filled, BALLOON))
        labels = {button.label for button in app.button}
        assert not labels & {"Confirm", "Reject", "Leave open", "Save", "Undo"}
        assert "Your name" not in {each.label for each in app.text_input}
        assert BALLOON in _text(app)

    def test_read_only_refuses_what_a_forged_request_asks(self, filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        monkeypatch.setenv("CLAIMS_READ_ONLY", "1")
        _button(app, "Reject").click().run()
        assert "read-only" in _text(app)
        assert filled.corrections_of() == []


class TestGroups:
    def test_disputes_stand_under_each_of_their_actors_on_request(self, filled: Store) -> None:
        app = _page()
        app.segmented_control[0].set_value("actor").run()
        rows = app.dataframe[0].value[["group", "proposition"]].itertuples(index=False)
        assert [tuple(row) for row in rows if row.proposition == BALLOON] == [
            ("China", BALLOON),
            ("United States", BALLOON),
        ]

    def test_disputes_stand_under_their_day_on_request(self, filled: Store) -> None:
        app = _page()
        app.segmented_control[0].set_value("day").run()
        assert list(app.dataframe[0].value["group"]) == ["23 October 2024", "3 February 2023", "1 January 2022"]


class TestSignIn:
    def test_who_has_not_signed_in_can_change_nothing(self, filled: Store) -> None:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        app.secrets["auth"] = {"client_id": "x"}
        app.query_params["open"] = _dispute(filled, BALLOON)
        app.run()
        labels = {button.label for button in app.button}
        assert "Sign in to review" in labels
        assert not labels & {"Confirm", "Save"}


class TestRegrouping:
    def test_a_dispute_is_merged_into_the_open_one_and_parted_again(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        other = next(each for each in app.text_input if "other dispute" in each.label)
        other.set_value(f"http://localhost:8501/?open={_dispute(filled, TROOPS)}")
        _button(app, "Merge it into this one").click().run()
        assert TROOPS not in _propositions(app)
        assert "Ukraine said on Monday" in _text(app)
        assert f"merged the dispute “{TROOPS}” into this one" in _text(app)
        _button(app, "Undo").click().run()
        assert TROOPS in _propositions(app)

    def test_a_merge_with_nothing_is_refused_in_a_sentence(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, BALLOON))
        _button(app, "Merge it into this one").click().run()
        assert "The address is missing" in _text(app)

    def test_a_claim_that_does_not_belong_is_taken_out(self, filled: Store) -> None:
        app = _page(open=_dispute(filled, TROOPS))
        before = len([each for each in app.button if each.label == "Does not belong to this dispute"])
        _button(app, "Does not belong to this dispute").click().run()
        assert len([each for each in app.button if each.label == "Does not belong to this dispute"]) == before - 1
        assert "took the claim out of the dispute" in _text(app)

    def test_two_names_become_one_actor(self, filled: Store) -> None:
        app = _view("actors", open="China")
        next(each for each in app.selectbox if each.label == "Actor").set_value("Ukraine")
        _button(app, "Make them one").click().run()
        counts = dict(zip(app.dataframe[0].value["actor"], app.dataframe[0].value["claims"], strict=True))
        assert counts["Ukraine"] == 2
        assert "China" not in counts


class TestMissed:
    @pytest.fixture
    def opened(self, filled: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:
        """Open a claim of the article about the balloon; the encoder is scripted."""

        class Scripted:
            class encoder:
                embed = staticmethod(lambda texts: make_vectors(len(texts)))

        monkeypatch.setattr("claims.pages.missed.shared_models", Scripted)
        (claim,) = filled.find_claims(ClaimQuery(words="balloon", stances=("denies",)))
        return _view("claims", open=claim.id)

    def _type(self, app: AppTest, **words: str) -> None:
        for widget in (*app.text_input, *app.text_area):
            if widget.key and widget.key.removeprefix("missed-") in words:
                widget.set_value(words[widget.key.removeprefix("missed-")])

    def test_a_missed_claim_is_added_and_opened(self, opened: AppTest, filled: Store) -> None:
        self._type(opened, content="the balloon gathered intelligence", cue="maintains", proposition="It spied.")
        _button(opened, "Add this claim").click().run()
        assert "It spied." in [claim.proposition for claim in filled.find_claims()]
        assert "Read as: It spied." in _text(opened)

    def test_words_that_are_not_in_the_article_are_refused_in_a_sentence(self, opened: AppTest, filled: Store) -> None:
        before = filled.counts()
        self._type(opened, content="what nobody said", cue="maintains")
        _button(opened, "Add this claim").click().run()
        assert filled.counts() == before
        refused = AppTest.from_string("from claims.pages import changing\nchanging.show_refusal()")
        refused.session_state["refused"] = opened.session_state["refused"]
        assert "do not stand in the article" in _text(refused.run())

    def test_a_missed_pair_is_added_by_the_link_of_the_other_claim(self, opened: AppTest, filled: Store) -> None:
        (other,) = filled.find_claims(ClaimQuery(actors=("Ukraine",)))
        self._type(opened, other=f"http://localhost:8501/claims?open={other.id}")
        _button(opened, "Add this pair").click().run()
        assert other.id in {pair.claim_id for pair in filled.find_pairs() if pair.model == "by hand"}

    def test_an_article_is_removed_with_its_claims(self, opened: AppTest, filled: Store) -> None:
        _button(opened, "Remove it").click().run()
        assert filled.counts().articles == 3
        assert not filled.find_claims(ClaimQuery(words="balloon"))


class TestActors:
    def test_actors_with_their_counts_and_who_answers_whom(self, filled: Store) -> None:
        app = _view("actors")
        table, matrix = app.dataframe[0].value, app.dataframe[1].value
        assert dict(zip(table["actor"], table["claims"], strict=True))["Russia"] == 2
        assert matrix.loc["Ukraine", "Dmitry Peskov"] == 1

    def test_an_open_actor_shows_whom_it_answers(self, filled: Store) -> None:
        app = _view("actors", open="Dmitry Peskov")
        assert list(app.dataframe[1].value["asserting"]) == ["Ukraine"]

    def test_parts_count_as_their_country_at_a_switch(self, filled: Store) -> None:
        app = _view("actors")
        next(each for each in app.toggle if "country" in each.label).set_value(True).run()
        assert app.dataframe[1].value.loc["Ukraine", "Russia"] == 1


class TestTimeline:
    def test_dated_claims_are_drawn_by_actor_and_stance(self, filled: Store) -> None:
        app = _view("timeline", actor="China")
        assert "1 dated claim by China" in _text(app)

    def test_a_chosen_point_shows_its_claim(self, filled: Store) -> None:
        claim = filled.find_claims(ClaimQuery(actors=("China",)))[0]
        assert "China denies" in _text(_view("timeline", open=claim.id))


class TestFiltersOfReviewAndAbout:
    @pytest.mark.parametrize(
        ("params", "found"),
        [
            ({"about": "balloon"}, [BALLOON]),
            ({"about": ["balloon", "troops"]}, [TROOPS, BALLOON]),
            ({"added": "2900-01-01"}, None),
            ({"review": "confirmed"}, None),
            ({"review": "open", "about": "Balloon"}, [BALLOON]),
        ],
    )
    def test_they_come_from_the_link(self, filled: Store, params: dict[str, Any], found: list[str] | None) -> None:
        app = _page(**params)
        if found is None:
            assert "No dispute fits all the filters." in _text(app)
        else:
            assert _propositions(app) == found
        assert _params(app) == {key: value if isinstance(value, list) else [value] for key, value in params.items()}


class TestVisits:
    def test_what_is_new_since_the_last_visit_is_one_click_away(self, filled: Store) -> None:
        filled.visit("Ada Holm", date(2024, 5, 1))
        app = _page()
        assert "New since my last visit" not in [button.label for button in app.button]
        next(each for each in app.text_input if each.label == "Your name").set_value("Ada Holm").run()
        _button(app, "New since my last visit").click().run()
        assert _params(app) == {"added": ["2024-05-01"]}
        assert "added since 1 May 2024" in _text(app)

    def test_a_first_visit_offers_nothing(self, filled: Store) -> None:
        app = _page()
        next(each for each in app.text_input if each.label == "Your name").set_value("Piet").run()
        assert "New since my last visit" not in [button.label for button in app.button]


class TestHostileText:
    @pytest.mark.parametrize("name", ["disputes", "claims"])
    def test_it_reaches_the_page_only_as_cells_options_and_escaped_text(self, filled: Store, name: str) -> None:
        denial = next(each for each in filled.find_disputes() if not each.asserting)
        app = _view(name, open=denial.id, actor=HOSTILE, outlet=HOSTILE)
        assert "<script" not in _html(app)
        assert HOSTILE in _text(app)
        assert LONG_WORD in _text(app)
        assert "javascript:" not in _html(app)
        elements = [*app.markdown, *app.caption, *app.title, *app.header, *app.subheader, *app.error]
        assert not [each.value for each in elements if "alert(1)" in each.value]
        assert not [each.label for each in [*app.button, *app.multiselect, *app.expander] if "alert" in each.label]

    def test_what_streamlit_reads_as_markdown_is_never_computed(self) -> None:
        read_as_markdown = {
            *("markdown", "write", "caption", "title", "header", "subheader", "latex", "badge", "toast"),
            *("error", "warning", "info", "success", "exception", "metric"),
        }
        found = [
            f"{path.name}:{call.lineno}"
            for path in [*PAGES, ROOT / "dashboard.py"]
            for call in _calls(path)
            if call.func.attr in read_as_markdown  # type: ignore[attr-defined]
            and not all(isinstance(argument, ast.Constant) for argument in call.args)
        ]
        assert found == []

    def test_only_marking_writes_html(self) -> None:
        writers = {path.name for path in PAGES for call in _calls(path) if call.func.attr == "html"}  # type: ignore[attr-defined]
        assert writers == {"marking.py"}
        assert "unsafe_allow" not in "".join(path.read_text(encoding="utf-8") for path in PAGES)


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "st"]


def _scripted(
    told: list[Article] | None = None, wait: threading.Event | None = None, fail_at: int | None = None
) -> Callable[..., Iterator[Outcome]]:
    """Return a pipeline that stores articles without claims and says 2 claims, 1 pair."""

    def ingest(articles: Sequence[Article], store: Store, models: object, on_stage: object = None) -> Iterator[Outcome]:
        for number, article in enumerate(articles):
            if wait is not None:
                wait.wait(20)
            if number == fail_at:
                raise ModelError("The model folder is incomplete; fetch **it** again.")
            if told is not None:
                told.append(article)
            added = store.add_article(article, [], make_vectors(0), [], [], {})
            yield Outcome(article, added, 2 if added else 0, 1 if added else 0)

    return ingest


class TestAddArticles:
    @pytest.fixture
    def adding(self, filled: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:
        monkeypatch.setattr(cached, "load_models", lambda: None)
        monkeypatch.setattr(pipeline, "ingest", _scripted())
        script = "from claims.pages import add_articles\nadd_articles.show()"
        return AppTest.from_string(script, default_timeout=30).run()

    @staticmethod
    def _press(app: AppTest, label: str) -> AppTest:
        return next(button for button in app.button if button.label == label).click().run()

    def test_a_pasted_article_is_stored_with_what_was_typed(self, adding: AppTest, filled: Store) -> None:
        adding.text_area[0].set_value("The mayor denied that the bridge was sold.")
        fields = {each.label: each for each in adding.text_input}
        fields["Title"].set_value("Bridge")
        fields["Outlet"].set_value("The Ferry Post")
        fields["Link"].set_value("https://ferry.example/1")
        adding.date_input[0].set_value(date(2024, 5, 6))
        app = self._press(adding, "Add this article")
        assert "Bridge: added, with 2 claims and 1 pair." in _text(app)
        article = filled.find_articles()[-1]
        assert article.text == "The mayor denied that the bridge was sold."
        assert (article.outlet, article.url) == ("The Ferry Post", "https://ferry.example/1")
        assert article.published_on == date(2024, 5, 6)

    def test_the_same_article_again_adds_nothing(self, adding: AppTest, filled: Store) -> None:
        adding.text_area[0].set_value("The mayor denied it.")
        self._press(adding, "Add this article")
        assert "already there, nothing added" in _text(self._press(adding, "Add this article"))
        assert filled.counts().articles == 5

    def test_empty_text_is_an_error_in_a_sentence(self, adding: AppTest, filled: Store) -> None:
        assert "Error: " in _text(self._press(adding, "Add this article"))
        assert filled.counts().articles == 4

    def test_a_folder_is_read_and_each_file_has_its_outcome(
        self, adding: AppTest, filled: Store, tmp_path: Path
    ) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.txt").write_text("The mayor denied it.", encoding="utf-8")
        (folder / "b.txt").write_text("", encoding="utf-8")
        next(each for each in adding.text_input if each.label.startswith("Folder")).set_value(str(folder))
        text = _text(self._press(adding, "Add this folder"))
        assert "a.txt: added, with 2 claims and 1 pair." in text
        assert "Error: " in text
        assert "b.txt" in text

    def test_several_files_are_uploaded_and_each_has_its_outcome(self, adding: AppTest, filled: Store) -> None:
        files = [
            ("a.txt", b"The mayor denied it.", "text/plain"),
            ("b.jsonl", b'{"text": "The mayor said it."}\n[1]\n', "application/json"),
        ]
        adding.file_uploader[0].set_value(files)
        text = _text(self._press(adding, "Add these files"))
        assert text.count("added, with 2 claims and 1 pair.") == 2
        assert text.count("Error: ") == 1
        assert filled.counts().articles == 6

    @pytest.mark.parametrize(
        ("kind", "fetches"), [("articles", "fetch_articles"), ("feeds or site maps", "fetch_feed")]
    )
    def test_links_are_fetched_and_each_has_its_outcome(
        self, adding: AppTest, monkeypatch: pytest.MonkeyPatch, kind: str, fetches: str
    ) -> None:
        def scripted(links: list[str] | str, seen: object = None) -> Iterator[Article | InputError]:
            yield Article.of("The mayor denied it.", title=f"From {links}", url="https://news.example/a")
            yield InputError("https://news.example/b could not be fetched; try again later.")

        monkeypatch.setattr(f"claims.pages.add_articles.{fetches}", scripted)
        next(each for each in adding.text_area if each.label.startswith("Links")).set_value(" https://x.example/1 ")
        adding.radio[0].set_value(kind)
        said = _text(self._press(adding, "Fetch these"))
        assert "https://x.example/1" in said
        assert "added, with 2 claims" in said
        assert "Error: https://news.example/b could not be fetched" in said

    def test_no_link_given_is_said(self, adding: AppTest) -> None:
        assert "Paste one or more links first." in _text(self._press(adding, "Fetch these"))

    def test_no_file_chosen_is_said(self, adding: AppTest) -> None:
        assert "Choose one or more files first." in _text(self._press(adding, "Add these files"))

    def test_a_missing_folder_is_an_error_in_a_sentence(self, adding: AppTest, tmp_path: Path) -> None:
        missing = str(tmp_path / "not <b>here</b>")
        next(each for each in adding.text_input if each.label.startswith("Folder")).set_value(missing)
        app = self._press(adding, "Add this folder")
        assert "<b>" not in _html(app)
        assert "not <b>here</b>" in _text(app)

    def test_a_run_that_is_stopped_keeps_what_is_done_and_says_what_is_left(
        self, adding: AppTest, filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("a", "b", "c"):
            (tmp_path / f"{name}.txt").write_text(f"Text of {name}.", encoding="utf-8")
        real = pipeline.ingest

        def stopped(articles: Sequence[Article], *rest: Any) -> Iterator[Outcome]:
            for done, outcome in enumerate(real(articles, *rest)):
                if done == 1:
                    st.rerun()
                yield outcome

        monkeypatch.setattr(pipeline, "ingest", stopped)
        next(each for each in adding.text_input if each.label.startswith("Folder")).set_value(str(tmp_path))
        said = _text(self._press(adding, "Add this folder"))
        assert "a.txt: added" in said
        assert "Stopped: 2 articles left out. What was added stays." in said

    def test_a_model_that_cannot_be_loaded_is_an_error_in_a_sentence(
        self, adding: AppTest, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pipeline, "ingest", _scripted(fail_at=0))
        adding.text_area[0].set_value("The mayor denied it.")
        text = _text(self._press(adding, "Add this article"))
        assert "The model folder is incomplete; fetch **it** again. 1 article left out." in text


class TestFirstStart:
    @pytest.fixture(autouse=True)
    def light(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cached, "load_models", lambda: None)

    @pytest.fixture
    def dispatches(self, tmp_path: Path) -> Path:
        folder = tmp_path / "dispatches"
        folder.mkdir()
        for number in range(3):
            (folder / f"{number}.txt").write_text(f"The mayor denied report {number}.", encoding="utf-8")
        return folder

    def test_tabs_watch_one_builder_and_turn_to_the_page(self, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
        go, told = threading.Event(), []
        monkeypatch.setattr(pipeline, "ingest", _scripted(told, wait=go))
        first, second = _page(), _page()
        for app in (first, second):
            assert "First start" in _text(app)
            assert not app.dataframe
        go.set()
        _wait_for(lambda: "First start" not in _text(first.run()))
        assert "No disputes" in _text(first)
        assert len(told) == len({article.id for article in told}) == len(list((ROOT / "data/dispatches").glob("*.md")))
        assert [each.value for each in first.caption if "demo articles" in each.value]

    def test_a_failure_shows_its_sentence_and_can_be_tried_again(
        self, new: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pipeline, "ingest", _scripted(fail_at=2))
        app = _page()
        _wait_for(lambda: "could not be built" in _text(app.run()))
        assert "The model folder is incomplete; fetch **it** again." in _text(app)
        monkeypatch.setattr(pipeline, "ingest", _scripted())
        app.button[0].click().run()
        _wait_for(lambda: "No disputes" in _text(app.run()))

    def test_a_store_with_articles_is_left_alone(self, filled: Store, dispatches: Path) -> None:
        assert demo.DemoBuild(dispatches).missing(filled) == []

    def test_what_was_interrupted_goes_on(self, store: Store, dispatches: Path) -> None:
        build = demo.DemoBuild(dispatches)
        first, *rest = build.missing(store)
        store.add_article(first, [], make_vectors(0), [], [], {})
        assert build.missing(store) == rest
        assert not build.holds_demo(store)
        for article in rest:
            store.add_article(article, [], make_vectors(0), [], [], {})
        assert build.missing(store) == []
        assert build.holds_demo(store)

    def test_a_demo_article_among_others_does_not_start_it(self, store: Store, dispatches: Path) -> None:
        build = demo.DemoBuild(dispatches)
        for article in (build.missing(store)[0], Article.of("My own article.")):
            store.add_article(article, [], make_vectors(0), [], [], {})
        assert build.missing(store) == []

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
    def test_an_unforeseen_error_is_a_failure_too(
        self, store: Store, dispatches: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: Any) -> Iterator[Outcome]:
            raise ZeroDivisionError

        monkeypatch.setattr(pipeline, "ingest", broken)
        build = demo.DemoBuild(dispatches)
        build.start(store, Models())
        _wait_for(lambda: build.progress.state == "failed")
        assert build.progress.sentence == demo.DIED

    def test_starting_twice_reads_once(self, store: Store, dispatches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        go, told = threading.Event(), []
        monkeypatch.setattr(pipeline, "ingest", _scripted(told, wait=go))
        build = demo.DemoBuild(dispatches)
        for _ in range(2):
            build.start(store, Models())
        go.set()
        _wait_for(lambda: build.progress.state == "done")
        assert len(told) == 3


def _wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


class TestErrors:
    def test_a_file_that_is_no_database_is_said_in_a_sentence(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "holiday.db"
        file.write_bytes(b"no database" * 100)
        monkeypatch.setenv("CLAIMS_DB", f"sqlite:///{file}")
        app = _page()
        assert "Error: " in _text(app)
        assert "holiday.db" in _text(app)

    def test_page_modules_stay_small(self) -> None:
        long = [path.name for path in PAGES if len(path.read_text(encoding="utf-8").splitlines()) >= 150]
        assert long == []


def test_only_the_latest_rows_are_shown_and_all_are_counted(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.pages import table

    monkeypatch.setattr(cached, "MOST_ROWS", 1)
    monkeypatch.setattr(table, "MOST_ROWS", 1)
    app = _page()
    assert _propositions(app) == [TROOPS]
    assert "3 disputes" in _text(app)
    assert any("latest five hundred" in each.value for each in app.caption)
