"""What a person corrects: applied, recorded, undone, and still there when the article is read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.errors import InputError, StoreError
from claims.evaluation.corrections import corrections_report
from claims.handmade import Said, claim_by_hand, pair_by_hand
from claims.storage import Store
from claims.types import Claim, ClaimQuery, Pair
from tests.records import PESKOV, RUSSIA, UKRAINE, make_article, make_claim, make_dispute, make_pair, make_vectors


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give an empty store, in memory and on a PostgreSQL server."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    with Store(url) as opened:
        yield opened


TEXT = "Ukraine said on Monday that troops had crossed the river. Dmitry Peskov denied that troops had crossed."
ARTICLE = make_article(TEXT)
CROSSED = "Troops had crossed the river."
ASSERTED = make_claim(
    ARTICLE, CROSSED, [UKRAINE], "asserts", source="Ukraine", cue="said", content="troops had crossed the river"
)
DENIED = make_claim(
    ARTICLE, CROSSED, [PESKOV], "denies", source="Dmitry Peskov", cue="denied", content="that troops had crossed."
)
PAIR = make_pair(ASSERTED, DENIED)
REJECTED, CONFIRMED = ClaimQuery(review="rejected"), ClaimQuery(review="confirmed")


def add(store: Store, asserted: Claim = ASSERTED, denied: Claim = DENIED) -> None:
    pair, dispute = make_pair(asserted, denied), make_dispute(asserted, denied)
    store.add_article(ARTICLE, [asserted, denied], make_vectors(2), [pair], [dispute], {})


@pytest.fixture
def held(store: Store) -> Store:
    """Give a store with one dispute."""
    add(store)
    return store


def claim(store: Store, id_: str = DENIED.id) -> Claim:
    return store.claims_by_id([id_])[id_]


def pairs(store: Store, query: ClaimQuery = ClaimQuery()) -> list[Pair]:  # noqa: B008
    return store.find_pairs(query)


def test_a_rejected_pair_and_its_dispute_are_shown_only_on_request(held: Store) -> None:
    held.review_pair(PAIR.id, "rejected", "Ada")
    assert not pairs(held)
    assert not held.find_disputes()
    assert [pair.review for pair in pairs(held, REJECTED)] == ["rejected"]
    assert [dispute.review for dispute in held.find_disputes(REJECTED)] == ["rejected"]


def test_a_confirmed_pair_stays_and_can_be_asked_for(held: Store) -> None:
    assert not held.find_disputes(CONFIRMED)
    held.review_pair(PAIR.id, "confirmed")
    assert [pair.id for pair in pairs(held)] == [PAIR.id]
    assert len(held.find_disputes(CONFIRMED)) == 1
    assert not held.find_disputes(ClaimQuery(review="open"))


def test_a_dispute_with_another_pair_stays_when_one_is_rejected(held: Store) -> None:
    other = make_article("Kyiv also reported that troops had crossed the river.")
    again = make_claim(other, CROSSED, [UKRAINE], "asserts", cue="reported", content="troops had crossed the river")
    held.add_article(
        other, [again], make_vectors(1), [make_pair(again, DENIED)], [make_dispute(ASSERTED, again, DENIED)], {}
    )
    held.review_pair(PAIR.id, "rejected")
    assert len(held.find_disputes()) == 1


def test_who_changed_what_when_and_what_was_before(held: Store) -> None:
    made = held.correct_claim(DENIED.id, "stance", "doubts", "  Ada   Holm ")
    (kept,) = held.corrections_of([ARTICLE.id])
    assert kept == made
    assert (kept.made_by, kept.value, kept.before) == ("Ada Holm", "doubts", "denies")
    assert kept.anchor.span.of(TEXT) == "denied that troops had crossed."
    assert kept.undone_at is None


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("stance", "doubts", lambda c: c.stance == "doubts"),
        ("actors", ["Kremlin", "Russia"], lambda c: c.actor_names == ("Kremlin", "Russia")),
        ("actors", [], lambda c: c.actors == ()),
        ("proposition", "Troops had crossed.", lambda c: c.proposition == "Troops had crossed."),
        ("said_on", "2024-10-15", lambda c: (c.said_on, c.said_on_basis) == (date(2024, 10, 15), "stated")),
        ("said_on", None, lambda c: (c.said_on, c.said_on_basis) == (None, None)),
        ("note", "Checked with the agency.", lambda c: c == DENIED),
    ],
)
def test_a_correction_shows_and_its_undoing_restores(
    held: Store, field: str, value: object, seen: Callable[[Claim], bool]
) -> None:
    made = held.correct_claim(DENIED.id, field, value)  # type: ignore[arg-type]
    assert seen(claim(held))
    undone = held.undo_correction(made.number, "Piet")
    assert replace(claim(held), said_on_basis="published") == DENIED
    assert undone.undone_by == "Piet"
    assert undone.undone_at is not None
    assert held.undo_correction(made.number) == held.corrections_of()[0]


def test_a_known_actor_keeps_what_is_known_of_it(held: Store) -> None:
    held.correct_claim(ASSERTED.id, "actors", ["Dmitry Peskov"])
    assert claim(held, ASSERTED.id).actors[0].part_of == ("Kremlin", "Russia")
    assert len(held.find_claims(ClaimQuery(actors=("Russia",)))) == 2


def test_the_filters_follow_a_correction(held: Store) -> None:
    held.correct_claim(DENIED.id, "proposition", "A bridge was blown up.")
    assert [c.id for c in held.find_claims(ClaimQuery(words="bridge"))] == [DENIED.id]
    held.correct_claim(DENIED.id, "actors", [RUSSIA.name])
    assert [c.id for c in held.find_claims(ClaimQuery(actors=("Russia",)))] == [DENIED.id]


def test_a_corrected_stance_changes_sides(held: Store) -> None:
    held.correct_claim(DENIED.id, "stance", "doubts")
    (dispute,) = held.find_disputes()
    assert (dispute.denying, dispute.doubting) == ((), (DENIED.id,))


def test_a_corrected_proposition_stands_over_its_dispute(held: Store) -> None:
    held.correct_claim(ASSERTED.id, "proposition", "Soldiers had crossed the river.")
    assert held.find_disputes()[0].proposition == "Soldiers had crossed the river."


def test_undoing_the_later_of_two_leaves_the_earlier(held: Store) -> None:
    first = held.correct_claim(DENIED.id, "stance", "doubts")
    second = held.correct_claim(DENIED.id, "stance", "other")
    held.undo_correction(second.number)
    assert claim(held).stance == "doubts"
    held.undo_correction(first.number)
    assert claim(held).stance == "denies"


def test_undoing_the_earlier_of_two_leaves_the_later(held: Store) -> None:
    first = held.correct_claim(DENIED.id, "stance", "doubts")
    held.correct_claim(DENIED.id, "stance", "other")
    held.undo_correction(first.number)
    assert claim(held).stance == "other"


def test_corrections_outlive_the_claims_of_a_model(held: Store) -> None:
    held.review_pair(PAIR.id, "rejected", "Ada")
    held.correct_claim(ASSERTED.id, "actors", ["General Staff"])
    held.remove_article(ARTICLE.id)
    # A newer model cuts the content differently and reads another proposition: the claims have new ids.
    newer = make_claim(
        ARTICLE, "Soldiers crossed.", [UKRAINE], "asserts", cue="said", content="that troops had crossed the river"
    )
    denied = make_claim(ARTICLE, "Soldiers crossed.", [PESKOV], "denies", cue="denied", content="troops had crossed.")
    denied = replace(denied, attribution=DENIED.attribution)
    add(held, newer, denied)
    assert claim(held, newer.id).actor_names == ("General Staff",)
    assert not held.find_disputes()
    assert [pair.review for pair in pairs(held, REJECTED)] == ["rejected"]


def test_a_correction_is_not_moved_to_a_claim_that_stands_elsewhere(held: Store) -> None:
    held.correct_claim(ASSERTED.id, "actors", ["General Staff"])
    held.remove_article(ARTICLE.id)
    held.add_article(ARTICLE, [DENIED], make_vectors(1), [], [], {})
    assert claim(held).actor_names == ("Dmitry Peskov",)


def test_a_removed_article_leaves_nothing_but_what_was_corrected(held: Store) -> None:
    held.correct_claim(DENIED.id, "note", "x")
    assert held.remove_article(ARTICLE.id)
    assert not held.remove_article(ARTICLE.id)
    counts = held.counts()
    assert (counts.articles, counts.claims, counts.pairs, counts.disputes) == (0, 0, 0, 0)
    assert len(held.corrections_of()) == 1


def test_a_removed_article_leaves_the_other_articles_dispute(held: Store) -> None:
    other = make_article("The Kremlin rejected that troops had crossed.")
    again = make_claim(other, CROSSED, [RUSSIA], "denies", cue="rejected", content="that troops had crossed.")
    held.add_article(
        other, [again], make_vectors(1), [make_pair(ASSERTED, again)], [make_dispute(ASSERTED, DENIED, again)], {}
    )
    held.remove_article(ARTICLE.id)
    (dispute,) = held.find_disputes()
    assert dispute.claim_ids == (again.id,)
    assert not pairs(held)


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.review_pair("nowhere", "rejected"),
        lambda store: store.correct_claim("nowhere", "note", "x"),
        lambda store: store.undo_correction(99),
    ],
)
def test_what_is_not_there_is_said(held: Store, act: Callable[[Store], object]) -> None:
    with pytest.raises(StoreError, match=r"not in the store|no correction"):
        act(held)


def test_a_store_of_the_first_version_gets_room_for_corrections(file_url: str, tmp_path: Path) -> None:
    with Store(file_url) as store:
        add(store)
    path = tmp_path / "claims.db"
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE corrections")
        connection.execute("ALTER TABLE pairs DROP COLUMN review")
        connection.execute("ALTER TABLE disputes DROP COLUMN review")
        connection.execute("DELETE FROM schema_migrations WHERE name = 'm0002_corrections'")
    connection.close()
    with Store(file_url) as store:
        assert len(store.find_disputes()) == 1
        store.review_pair(PAIR.id, "rejected")
        assert not store.find_disputes()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ClaimQuery(about=("RIVER",)), 2),
        (ClaimQuery(about=("nowhere", "troops")), 2),
        (ClaimQuery(about=("100%",)), 0),
        (ClaimQuery(added_since=date(2000, 1, 1)), 2),
        (ClaimQuery(added_since=date(2900, 1, 1)), 0),
    ],
)
def test_the_newer_filters(held: Store, query: ClaimQuery, found: int) -> None:
    assert len(held.find_claims(query)) == found


def test_a_limit_keeps_the_latest(held: Store) -> None:
    older = make_article("China denied that a balloon flew.", published_on=date(2020, 1, 1))
    denied = make_claim(older, "A balloon flew.", ["China"], "denies", cue="denied", content="that a balloon flew")
    undated = make_article("Peru denied it.", published_on=None)
    unsaid = make_claim(undated, "It.", ["Peru"], "denies", cue="denied", content="it")
    held.add_article(older, [denied], make_vectors(1), [], [make_dispute(denied)], {})
    held.add_article(undated, [unsaid], make_vectors(1), [], [make_dispute(unsaid)], {})
    everything = held.find_disputes()
    for limit in (1, 2, 3):
        assert held.latest_disputes(ClaimQuery(), limit) == (everything[:limit], 3)
    assert held.count_disputes() == 3
    assert held.count_claims() == 4
    assert held.find_claims(limit=2) == held.find_claims()[:2]
    china = ClaimQuery(actors=("China",))
    assert (held.count_disputes(china), held.count_claims(china)) == (1, 1)
    found, number = held.latest_disputes(china, 5)
    assert ([dispute.proposition for dispute in found], number) == (["A balloon flew."], 1)
    assert held.latest_disputes(ClaimQuery(words="nobody said this"), 5) == ([], 0)


NEW = claim_by_hand(
    ARTICLE, Said("troops had crossed the river", "said on Monday", "Ukraine", ("Ukraine",), proposition="It was so.")
)
HAND_PAIR = pair_by_hand(NEW, DENIED)


def test_a_claim_and_a_pair_made_by_hand_are_like_any_other_until_undone(held: Store) -> None:
    claimed = held.add_claim(NEW, make_vectors(1)[0], "Ada")
    assert replace(claim(held, NEW.id), actors=()) == replace(NEW, actors=())
    assert claim(held, NEW.id).actors[0].part_of == UKRAINE.part_of
    paired = held.add_pair(HAND_PAIR, "Ada")
    assert HAND_PAIR.id in {pair.id for pair in pairs(held)}
    assert NEW.id in held.find_disputes()[0].asserting
    held.undo_correction(paired.number)
    assert {pair.id for pair in pairs(held)} == {PAIR.id}
    assert held.find_disputes()[0].claim_ids == (ASSERTED.id, DENIED.id)
    held.undo_correction(claimed.number)
    assert NEW.id not in held.claims_by_id([NEW.id])


def test_what_was_made_by_hand_comes_back_with_the_article(held: Store) -> None:
    held.add_claim(NEW, make_vectors(1)[0])
    held.add_pair(HAND_PAIR)
    ids, vectors = held.find_vectors()
    held.remove_article(ARTICLE.id)
    add(held)
    assert HAND_PAIR.id in {pair.id for pair in pairs(held)}
    again, others = held.find_vectors()
    assert sorted(again) == sorted(ids)
    assert others[again.index(NEW.id)].tolist() == vectors[ids.index(NEW.id)].tolist()


def test_a_pair_of_claims_in_no_dispute_founds_one(store: Store) -> None:
    store.add_article(ARTICLE, [ASSERTED, DENIED], make_vectors(2), [], [], {})
    made = store.add_pair(pair_by_hand(DENIED, ASSERTED))
    (dispute,) = store.find_disputes()
    assert (dispute.asserting, dispute.denying, dispute.proposition) == ((ASSERTED.id,), (DENIED.id,), CROSSED)
    store.undo_correction(made.number)
    assert store.find_disputes() == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Said("nowhere to be found", "said"), "what is said do not stand"),
        (Said("troops had crossed", "said"), "what is said stand in the article 2 times"),
        (Said("", "said"), "what is said are missing"),
        (Said("troops had crossed the river", "told"), "how it is said do not stand"),
        (Said("troops had crossed the river", "said", "Kyiv"), "who says it do not stand"),
    ],
)
def test_words_that_do_not_stand_in_the_article_once_are_refused(said: Said, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        claim_by_hand(ARTICLE, said)


def test_a_claim_by_hand_marks_its_sentence_over_line_breaks() -> None:
    article = make_article("First. Ukraine said that\ntroops had  crossed. Last.")
    made = claim_by_hand(article, Said("troops had crossed", "said", said_on=date(2024, 1, 2)))
    assert made.attribution.content[0].of(article.text) == "troops had  crossed"
    assert made.sentence.of(article.text) == "Ukraine said that\ntroops had  crossed."
    assert (made.said_on, made.said_on_basis, made.proposition) == (date(2024, 1, 2), "stated", "troops had crossed")


@pytest.mark.parametrize(
    ("one", "other"),
    [(DENIED, DENIED), (DENIED, replace(ASSERTED, stance="doubts")), (ASSERTED, replace(DENIED, stance="other"))],
)
def test_two_that_do_not_oppose_each_other_are_no_pair(one: Claim, other: Claim) -> None:
    with pytest.raises(InputError):
        pair_by_hand(one, other)


def test_sentences_of_one_quotation_are_corrected_apart(store: Store) -> None:
    article = make_article("Ukraine said: “The bridge fell. The road broke.”")
    parts = [
        make_claim(
            article, f"{words}.", [UKRAINE], "asserts",
            cue="said", content="The bridge fell. The road broke", sentence=f"{words}.",
        )
        for words in ("The bridge fell", "The road broke")
    ]  # fmt: skip
    store.add_article(article, parts, make_vectors(2), [], [], {})
    made = store.correct_claim(parts[1].id, "actors", ["Kyiv Council"])
    assert [claim(store, each.id).actor_names for each in parts] == [("Ukraine",), ("Kyiv Council",)]
    store.undo_correction(made.number)
    assert [claim(store, each.id).actor_names for each in parts] == [("Ukraine",), ("Ukraine",)]


OTHER = make_article("Peru said that a dam had burst. Chile denied that it had burst.")
BURST = make_claim(OTHER, "A dam had burst.", ["Peru"], "asserts", cue="said", content="that a dam had burst")
UNBURST = make_claim(OTHER, "A dam had burst.", ["Chile"], "denies", cue="denied", content="that it had burst")


@pytest.fixture
def two(held: Store) -> Store:
    """Give a store with two disputes."""
    dispute = make_dispute(BURST, UNBURST)
    held.add_article(OTHER, [BURST, UNBURST], make_vectors(2, 1), [make_pair(BURST, UNBURST)], [dispute], {})
    return held


def members(store: Store) -> dict[str, tuple[str, ...]]:
    return {dispute.proposition: dispute.claim_ids for dispute in store.find_disputes()}


def test_two_disputes_are_merged_and_parted_again(two: Store) -> None:
    before = members(two)
    made = two.merge_disputes(ASSERTED.id, BURST.id, "Ada")
    (merged,) = two.find_disputes()
    assert merged.proposition == CROSSED
    assert set(merged.claim_ids) == {ASSERTED.id, DENIED.id, BURST.id, UNBURST.id}
    assert merged.denying == (DENIED.id, UNBURST.id)
    assert two.resolve_dispute(BURST.id) == ASSERTED.id
    two.undo_correction(made.number)
    assert members(two) == before
    assert two.resolve_dispute(BURST.id) == BURST.id


def test_a_merge_holds_when_an_article_comes_back(two: Store) -> None:
    two.merge_disputes(ASSERTED.id, BURST.id)
    two.remove_article(ARTICLE.id)
    add(two)
    assert [len(ids) for ids in members(two).values()] == [4]


@pytest.mark.parametrize("who", [BURST, UNBURST])
def test_a_claim_is_taken_out_of_its_dispute_and_put_back(two: Store, who: Claim) -> None:
    before = members(two)
    made = two.take_claim_apart(who.id, BURST.id, "Ada")
    assert who.id not in members(two).get("A dam had burst.", ())
    assert CROSSED in members(two)
    two.undo_correction(made.number)
    assert {key: set(ids) for key, ids in members(two).items()} == {key: set(ids) for key, ids in before.items()}


def test_what_was_taken_out_stays_out_when_the_article_comes_back(two: Store) -> None:
    again = make_claim(OTHER, "A dam had burst.", ["Bolivia"], "denies", cue="Chile", content="denied that it")
    two.remove_article(OTHER.id)
    dispute = make_dispute(BURST, UNBURST, again)
    two.add_article(OTHER, [BURST, UNBURST, again], make_vectors(3, 1), [], [dispute], {})
    two.take_claim_apart(again.id, BURST.id)
    two.remove_article(OTHER.id)
    two.add_article(OTHER, [BURST, UNBURST, again], make_vectors(3, 1), [], [dispute], {})
    assert again.id not in members(two)["A dam had burst."]


def test_an_actor_is_renamed_in_every_claim(two: Store) -> None:
    assert two.rename_actor("Peru", "Lima Council", "Ada") == 1
    assert claim(two, BURST.id).actor_names == ("Lima Council",)
    assert two.rename_actor("nobody", "x") == 0
    two.undo_correction(two.corrections_of()[0].number)
    assert claim(two, BURST.id).actor_names == ("Peru",)


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.merge_disputes(ASSERTED.id, ASSERTED.id),
        lambda store: store.merge_disputes(ASSERTED.id, "nowhere"),
        lambda store: store.take_claim_apart(ASSERTED.id, BURST.id),
        lambda store: store.take_claim_apart("nowhere", BURST.id),
        lambda store: store.take_claim_apart(ASSERTED.id, "nowhere"),
    ],
)
def test_what_cannot_be_regrouped_is_said(two: Store, act: Callable[[Store], object]) -> None:
    before = members(two)
    with pytest.raises(StoreError, match="load the page again"):
        act(two)
    assert members(two) == before


def test_reviews_and_corrections_score_what_the_program_made(two: Store) -> None:
    two.review_pair(PAIR.id, "confirmed")
    two.review_pair(make_pair(BURST, UNBURST).id, "rejected")
    two.correct_claim(DENIED.id, "actors", ["Kremlin"])
    undone = two.correct_claim(DENIED.id, "stance", "doubts")
    two.undo_correction(undone.number)
    report = corrections_report(two)
    assert report.figures["pairs.likely"] == {"confirmed": 1, "rejected": 1, "precision": 0.5}
    assert report.figures["pairs.possible"]["precision"] is None
    assert report.figures["corrected"] == {"stance": 0, "actors": 1, "proposition": 0, "said_on": 0}
    assert [finding.what for finding in report.wrong] == ["actors: ['Dmitry Peskov'] → ['Kremlin']"]


def test_a_visit_gives_the_last_earlier_day(store: Store) -> None:
    first, second, third = date(2024, 5, 1), date(2024, 5, 3), date(2024, 5, 9)
    assert store.visit("Ada Holm", first) is None
    assert store.visit("Ada Holm", first) is None
    assert store.visit("ada holm", second) == first
    assert store.visit("Ada Holm", second) == first
    assert store.visit("Piet", second) is None
    assert store.visit("Ada Holm", third) == second
