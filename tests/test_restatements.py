"""One pair for what an article says twice, and no likely pair on a loose reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.pairing.relations import Verdict
from claims.pairing.restatements import once
from claims.types import Actor, Claim, Span
from tests.records import RUSSIA, UKRAINE, make_article, make_claim

TEXT = "Ukraine says P. Russia denies it. Again Russia denies it. A report says P. A post says P."
ARTICLE = make_article(TEXT)
REPORT, FAKE_REPORT, POST = (Actor.of(name, "group") for name in ("report", "fake report", "post"))


def claim_at(place: int, actors: list[Actor], stance: str = "denies") -> Claim:
    claim = make_claim(ARTICLE, f"P{place}.", actors, stance)
    return replace(claim, id=f"{place}", sentence=Span(place * 10, place * 10 + 5))


def verdict(one: Claim, other: Claim, tier: str = "likely", score: float = 0.9) -> Verdict:
    return Verdict(one, other, "denial", tier, score, "", True)  # type: ignore[arg-type]


ASSERTED = claim_at(0, [UKRAINE], "asserts")
FIRST, AGAIN = claim_at(1, [RUSSIA]), claim_at(2, [RUSSIA])


def alike(one: Claim, other: Claim) -> float:
    return 0.9


def unlike(one: Claim, other: Claim) -> float:
    return 0.1


def test_the_first_of_two_denials_of_one_matter_is_kept() -> None:
    pairs = [verdict(ASSERTED, AGAIN, score=0.99), verdict(ASSERTED, FIRST)]
    assert once(pairs, alike) == [pairs[1]]


def test_a_likely_pair_is_kept_before_an_earlier_possible_one() -> None:
    pairs = [verdict(ASSERTED, FIRST, "possible"), verdict(ASSERTED, AGAIN)]
    assert once(pairs, alike) == [pairs[1]]


def test_two_matters_between_the_same_actors_are_two_pairs() -> None:
    other = claim_at(3, [UKRAINE], "asserts")
    pairs = [verdict(ASSERTED, FIRST), verdict(other, AGAIN)]
    assert once(pairs, unlike) == pairs


def test_the_same_claim_answered_twice_is_one_pair_whatever_the_words() -> None:
    pairs = [verdict(ASSERTED, FIRST), verdict(ASSERTED, AGAIN)]
    assert once(pairs, unlike) == pairs[:1]


@pytest.mark.parametrize(("tellers", "kept"), [((REPORT, FAKE_REPORT), 1), ((REPORT, POST), 2)])
def test_nameless_tellers_that_are_called_alike_count_as_one(tellers: tuple[Actor, Actor], kept: int) -> None:
    pairs = [verdict(claim_at(4 + at, [teller], "asserts"), FIRST) for at, teller in enumerate(tellers)]
    assert len(once(pairs, alike)) == kept


def test_pairs_of_two_articles_are_never_taken_together() -> None:
    elsewhere = replace(AGAIN, article_id="elsewhere")
    pairs = [verdict(ASSERTED, FIRST), verdict(ASSERTED, elsewhere)]
    assert once(pairs, alike) == pairs


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_pairs_does_not_matter(order: int) -> None:
    pairs = [verdict(ASSERTED, FIRST), verdict(ASSERTED, AGAIN)][::order]
    assert [found.counterclaim.id for found in once(pairs, alike)] == ["1"]


def test_nameless_sources_of_two_nations_are_two() -> None:
    israeli, syrian = (Actor.of(name, "group") for name in ("Israeli sources", "Syrian sources"))
    pairs = [verdict(claim_at(place, [who], "asserts"), FIRST) for place, who in ((0, israeli), (3, syrian))]
    assert once(pairs, alike) == pairs
