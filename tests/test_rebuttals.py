"""Set claims of one article against each other by where and by whom they are said."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from claims.errors import ModelError
from claims.pairing.rebuttal_features import ordered_pairs
from claims.pairing.rebuttals import CHUNK, Trees, load_trees
from claims.types import Claim, Tier
from tests.pairing_fakes import ENTAILED, EXCLUDED, NORLAND, SUDLAND, VESTMARK, article_of, claim, desk

SLOW = "The engine took forty minutes to arrive."
QUICK = "The engine was there in thirteen minutes."
LATE = "The engine came late."
STUMP = {"feature": [[0, -1, -1]], "threshold": [[0.5, 0, 0]], "left": [[1, 0, 0]], "right": [[2, 0, 0]]}


def trees(*values: list[float], prior: float = 0.0) -> Trees:
    """Return one tree a list of values, all asking whether the first feature is above a half."""
    rows = {name: np.array(part * len(values)) for name, part in STUMP.items()}
    return Trees(**rows, value=np.array(values), prior=prior)


def test_leaves_of_all_trees_add_up_to_the_log_odds() -> None:
    rated = trees([0, -1.0, 2.0], [0, 0.5, 1.0], prior=-1.0).probabilities(np.array([[0.5], [0.6]]))
    assert rated == pytest.approx([1 / (1 + np.exp(1.5)), 1 / (1 + np.exp(-2.0))])


@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1])
def test_every_row_is_rated_however_many_there_are(count: int) -> None:
    rows = np.arange(count, dtype=np.float64).reshape(-1, 1)
    rated = trees([0, -1.0, 1.0]).probabilities(rows)
    assert (rated > 0.5).tolist() == (rows[:, 0] > 0.5).tolist()


def test_no_pairs_are_rated_without_asking_the_trees() -> None:
    article, placed = article_of(claim("asserts", SLOW, SUDLAND))
    assert trees([0, 1, 1]).rate(article, placed, np.ones((1, 2), np.float32), {}) == {}


@pytest.mark.parametrize("stored", [None, "{}", "[", json.dumps(STUMP)])
def test_missing_or_damaged_trees_are_named(tmp_path: Path, stored: str | None) -> None:
    if stored is not None:
        (tmp_path / "weights.json").write_text(stored)
    with pytest.raises(ModelError, match=r"weights\.json is missing or damaged"):
        load_trees(tmp_path)


def test_the_shipped_trees_ask_for_features_that_there_are() -> None:
    article, placed = article_of(claim("asserts", SLOW, SUDLAND), claim("denies", LATE, NORLAND))
    ((_, _, features),) = ordered_pairs(article, placed, np.ones((2, 2), np.float32), {})
    assert load_trees().feature.max() < len(features)


# Who may answer whom


def pairs_of(*claims: Claim) -> list[tuple[str, str]]:
    article, placed = article_of(*claims)
    found = ordered_pairs(article, placed, np.ones((len(placed), 2), np.float32), {})
    return [(one.proposition, answer.proposition) for one, answer, _ in found]


def test_only_an_assertion_is_answered_and_two_may_answer_each_other() -> None:
    told, rival, denied = (
        claim("asserts", SLOW, SUDLAND),
        claim("asserts", QUICK, NORLAND),
        claim("denies", LATE, NORLAND),
    )
    assert sorted(pairs_of(told, rival, denied)) == sorted([(SLOW, QUICK), (QUICK, SLOW), (SLOW, LATE)])


@pytest.mark.parametrize(
    "other",
    [
        claim("asserts", QUICK, SUDLAND),
        claim("other", QUICK, NORLAND),
        claim("denies", "it", NORLAND, resolution="unresolved"),
    ],
    ids=["same speaker", "no side taken", "not known what"],
)
def test_nobody_answers_himself_and_nothing_open_answers(other: Claim) -> None:
    assert pairs_of(claim("asserts", SLOW, SUDLAND), other) == []


def test_what_stands_between_is_told_apart_from_what_follows_at_once() -> None:
    told, between, answer = (
        claim("asserts", SLOW, SUDLAND),
        claim("asserts", LATE, VESTMARK),
        claim("denies", QUICK, NORLAND),
    )
    near = dict(features_of(told, answer))
    far = dict(features_of(told, between, answer))
    assert near[SLOW, QUICK] != far[SLOW, QUICK]


def features_of(*claims: Claim, tier: Tier | None = None) -> list[tuple[tuple[str, str], list[float]]]:
    article, placed = article_of(*claims)
    tiers = {} if tier is None else {frozenset((placed[0].id, placed[-1].id)): tier}
    found = ordered_pairs(article, placed, np.ones((len(placed), 2), np.float32), tiers)
    return [((one.proposition, answer.proposition), features) for one, answer, features in found]


def test_what_the_rules_make_of_two_claims_counts_for_the_other_pairs_of_their_speakers() -> None:
    said = (claim("asserts", SLOW, SUDLAND), claim("asserts", LATE, SUDLAND), claim("denies", QUICK, NORLAND))
    alone, opposed = dict(features_of(*said)), dict(features_of(*said, tier="likely"))
    assert alone[LATE, QUICK][-1] == 0
    assert opposed[LATE, QUICK][-2:] == [0, 1]
    assert opposed[SLOW, QUICK][-2:] == [2, 0]


# What the ratings make of the rules' pairs


@pytest.mark.parametrize(
    ("stance", "relation"), [("asserts", "contradiction"), ("denies", "denial"), ("doubts", "doubt")]
)
def test_what_is_set_against_a_claim_in_other_words_is_a_possible_pair(stance: str, relation: str) -> None:
    at = desk(ratings={(SLOW, QUICK): 0.6})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim(stance, QUICK, NORLAND))
    (pair,) = found.pairs
    assert (pair.relation, pair.tier, pair.score) == (relation, "possible", 0.6)
    assert "set against the other where it stands: 0.60" in pair.reason


def test_a_low_rating_alone_makes_no_pair() -> None:
    at = desk(ratings={(SLOW, QUICK): 0.3})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim("denies", QUICK, NORLAND))
    assert found.pairs == ()


def test_a_rating_alone_makes_no_likely_pair() -> None:
    at = desk(ratings={(SLOW, QUICK): 0.99})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim("denies", QUICK, NORLAND))
    assert [pair.tier for pair in found.pairs] == ["possible"]


@pytest.mark.parametrize(("rating", "tiers"), [(0.1, []), (0.5, ["possible"]), (0.99, ["possible"])])
def test_a_possible_pair_of_the_rules_falls_with_a_low_rating(rating: float, tiers: list[Tier]) -> None:
    at = desk({(LATE, SLOW): ENTAILED}, ratings={(SLOW, LATE): rating})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim("denies", LATE, NORLAND))
    assert [pair.tier for pair in found.pairs] == tiers
    assert set(at.rebuttals.tiers.values()) == {"possible"}


def test_a_likely_pair_of_the_rules_needs_no_rating() -> None:
    at = desk({(SLOW, LATE): ENTAILED}, ratings={(SLOW, LATE): 0.1})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim("denies", LATE, NORLAND))
    assert [pair.tier for pair in found.pairs] == ["likely"]


def test_who_denies_what_the_other_excludes_agrees_with_him() -> None:
    at = desk({(SLOW, QUICK): EXCLUDED}, ratings={(SLOW, QUICK): 0.9})
    _, found = at.add(claim("asserts", SLOW, SUDLAND), claim("denies", QUICK, NORLAND))
    assert found.pairs == ()


def test_pairs_with_other_articles_are_left_to_the_rules() -> None:
    at = desk({(SLOW, LATE): ENTAILED})
    at.rebuttals = load_trees()
    (told,), _ = at.add(claim("asserts", SLOW, SUDLAND))
    _, found = at.add(claim("denies", LATE, NORLAND), claim("asserts", QUICK, VESTMARK), outlet="The Echo")
    assert [pair.tier for pair in found.pairs if pair.claim_id == told.id] == ["likely"]
