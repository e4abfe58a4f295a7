"""Pair claims by the rules, with scripted models."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from claims.folding import goes_on
from claims.pairing import pair_claims
from claims.pairing.answers import is_uncommitted
from claims.pairing.names import names_of, names_part, rare_names
from claims.pairing.numbers import figures_differ
from claims.pairing.relations import RETOLD
from claims.pairing.scoring import NliTable
from claims.pairing.times import times_apart
from claims.storage import Store
from claims.types import Actor, Claim, Pair
from tests.pairing_fakes import (
    DAY,
    ENTAILED,
    EXCLUDED,
    NEUTRAL,
    NORLAND,
    SUDLAND,
    VESTMARK,
    Desk,
    ScriptedEncoder,
    article_of,
    claim,
    desk,
)

CROSSED = "Norland soldiers crossed the river Ister."
INSIDE = "Foreign soldiers are across the river Ister."
UNRELATED = "The harvest was good."


def only(pairs: tuple[Pair, ...]) -> Pair:
    assert len(pairs) == 1
    return pairs[0]


def later(days: int) -> date:
    return DAY + timedelta(days=days)


# A denial and its assertion


@pytest.mark.parametrize("denial_first", [False, True])
def test_denial_pairs_with_the_assertion_that_entails_it(denial_first: bool) -> None:
    claims = [claim("asserts", CROSSED, SUDLAND), claim("denies", INSIDE, NORLAND)]
    placed, found = desk({(CROSSED, INSIDE): ENTAILED}).add(*(claims[::-1] if denial_first else claims))
    pair = only(found.pairs)
    asserted = next(c for c in placed if c.stance == "asserts")
    assert (pair.claim_id, pair.relation, pair.tier) == (asserted.id, "denial", "likely")
    assert (pair.forward.entailment, pair.backward.entailment, pair.model) == (0.96, 0.02, "scripted")
    assert 0.7 <= pair.score <= 1
    assert "denies" in pair.reason
    assert "entailment 0.96" in pair.reason


@pytest.mark.parametrize("first", ["asserts", "denies"])
def test_denial_finds_its_assertion_in_another_article(first: str) -> None:
    claims = [claim("asserts", CROSSED, SUDLAND), claim("denies", INSIDE, NORLAND)]
    if first == "denies":
        claims.reverse()
    at = desk({(CROSSED, INSIDE): ENTAILED})
    one, before = at.add(claims[0])
    other, found = at.add(claims[1], outlet="The Echo")
    pair = only(found.pairs)
    by_stance = {c.stance: c.id for c in (*one, *other)}
    assert before.pairs == ()
    assert (pair.claim_id, pair.counterclaim_id) == (by_stance["asserts"], by_stance["denies"])
    assert pair.tier == "likely"


def test_entailment_the_other_way_only_is_no_more_than_possible() -> None:
    claims = [claim("asserts", INSIDE, SUDLAND), claim("denies", CROSSED, NORLAND)]
    _, found = desk({(CROSSED, INSIDE): ENTAILED}).add(*claims)
    assert only(found.pairs).tier == "possible"


def test_neutral_propositions_make_no_pair() -> None:
    _, found = desk().add(claim("asserts", CROSSED, SUDLAND), claim("denies", UNRELATED, NORLAND))
    assert found.pairs == ()


@pytest.mark.parametrize(
    ("one", "other"), [("denies", "denies"), ("denies", "doubts"), ("doubts", "doubts"), ("other", "denies")]
)
def test_only_assertions_are_answered(one: str, other: str) -> None:
    _, found = desk().add(claim(one, CROSSED, SUDLAND), claim(other, CROSSED, NORLAND))
    assert found.pairs == ()


def test_doubt_is_no_more_than_possible() -> None:
    _, found = desk().add(claim("asserts", CROSSED, SUDLAND), claim("doubts", CROSSED, VESTMARK))
    pair = only(found.pairs)
    assert (pair.relation, pair.tier) == ("doubt", "possible")


def test_contradiction_is_looked_at_before_entailment() -> None:
    table = {(CROSSED, INSIDE): (0.4, 0.05, 0.55), (INSIDE, CROSSED): ENTAILED}
    _, found = desk(table).add(claim("asserts", CROSSED, SUDLAND), claim("denies", INSIDE, NORLAND))
    assert found.pairs == ()


def test_the_same_predicate_of_two_persons_is_no_likely_pair_across_articles() -> None:
    died, gone = "Anna Brook died.", "Peter Marsh is dead."
    at = desk({(died, gone): (0.91, 0.06, 0.03)}, {gone: 0.61})
    at.add(claim("asserts", died, SUDLAND))
    _, found = at.add(claim("denies", gone, NORLAND), outlet="The Echo")
    assert found.pairs == ()


# Two assertions


def contradiction(one: str, other: str, **kinds: object) -> tuple[Pair, ...]:
    table = {(one, other): EXCLUDED, (other, one): EXCLUDED}
    cosines = {other: kinds.pop("cosine", 1.0)}
    days = kinds.pop("days", 0)
    at = Desk(desk(table).nli, ScriptedEncoder(cosines))  # type: ignore[arg-type]
    at.add(claim("asserts", one, SUDLAND))
    _, found = at.add(claim("asserts", other, NORLAND, on=later(days)), outlet="The Echo")  # type: ignore[arg-type]
    return found.pairs


@pytest.mark.parametrize(
    ("one", "other", "tier"),
    [
        ("The bridge over the Ister stands.", "The bridge over the Ister does not stand.", "likely"),
        ("Ada never met Ivo.", "Ada met Ivo.", "likely"),
        ("Istria has 3,000 soldiers.", "Istria has 12,000 soldiers.", "likely"),
        ("The bridge over the Ister stands.", "The bridge over the Ister has fallen.", "possible"),
        ("Ada did not meet Ivo.", "Ada never met Ivo.", "possible"),
    ],
)
def test_assertions_that_exclude_each_other_contradict(one: str, other: str, tier: str) -> None:
    pair = only(contradiction(one, other))
    assert (pair.relation, pair.tier) == ("contradiction", tier)
    assert "0.96 and 0.96" in pair.reason


def test_the_earlier_assertion_comes_first() -> None:
    stands, fallen = "The bridge stands.", "The bridge has fallen."
    at = desk({(stands, fallen): EXCLUDED, (fallen, stands): EXCLUDED})
    [second], _ = at.add(claim("asserts", stands, SUDLAND, on=later(2)))
    [first], found = at.add(claim("asserts", fallen, NORLAND))
    assert (found.pairs[0].claim_id, found.pairs[0].counterclaim_id) == (first.id, second.id)


def test_contradiction_in_one_direction_is_none() -> None:
    stands, fallen = "The bridge stands.", "The bridge has fallen."
    _, found = desk({(stands, fallen): EXCLUDED}).add(
        claim("asserts", stands, SUDLAND), claim("asserts", fallen, NORLAND)
    )
    assert found.pairs == ()


def test_contradiction_of_distant_topics_is_none() -> None:
    assert contradiction("The bridge stands.", "The harvest failed.", cosine=0.4) == ()


def test_nearly_strict_contradiction_is_possible_across_articles() -> None:
    stands, fallen = "The bridge stands.", "The bridge does not stand."
    table = {(stands, fallen): (0.03, 0.05, 0.92), (fallen, stands): (0.03, 0.05, 0.92)}
    at = desk(table)
    _, inside = at.add(claim("asserts", stands, SUDLAND), claim("asserts", fallen, NORLAND))
    _, beyond = at.add(claim("asserts", fallen, VESTMARK, on=later(1)), outlet="The Echo")
    assert only(inside.pairs).tier == "likely"
    assert only(beyond.pairs).tier == "possible"


def test_contradiction_of_different_names_is_no_more_than_possible() -> None:
    pair = only(contradiction("Anna Brook consented.", "Peter Marsh consented."))
    assert pair.tier == "possible"


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (
            "Norland asks for gold, and it wants the gold at once.",
            "Vestmark asks for gold, and it wants the gold at once.",
            0,
        ),
        ("The dam in the east of Norland is safe now.", "The dam in the east of Norland is unsafe now.", 1),
        ("Norland has sent the gold to its banks.", "Norland hasn’t sent the gold to its banks.", 1),
        ("Norland has sent the gold to its banks.", "Norland has not sent the gold to its banks.", 1),
        ("Norland sent 30 tons of gold to its banks.", "Norland sent 90 tons of gold to its banks.", 1),
    ],
)
def test_what_differs_by_a_name_filled_in_is_no_contradiction(one: str, other: str, pairs: int) -> None:
    assert len(contradiction(one, other)) == pairs


@pytest.mark.parametrize(("days", "pairs"), [(0, 1), (9, 0)])
def test_figures_of_different_days_are_no_contradiction(days: int, pairs: int) -> None:
    found = contradiction("There are 3,000 soldiers at Istria.", "There are 12,000 soldiers at Istria.", days=days)
    assert len(found) == pairs


def test_least_counts_that_may_both_be_right_are_no_contradiction() -> None:
    assert contradiction("At least 1,279 people are ill.", "At least 118,381 people are ill.") == ()


def test_figures_of_distant_sentences_are_no_contradiction() -> None:
    one, other = "There are 3,000 soldiers at Istria.", "There are 12,000 soldiers on the coast."
    assert contradiction(one, other, cosine=0.75) == ()


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        ("Only three soldiers fell at Istria.", 1),
        ("At least 3,000 soldiers fell at Istria.", 1),
        ("Three soldiers fell on the coast.", 0),
        ("40 soldiers fell at Istria.", 0),
    ],
)
def test_other_figures_in_the_same_words_are_a_contradiction_however_far_the_sentences(other: str, pairs: int) -> None:
    assert len(contradiction("40 soldiers fell at Istria.", other, cosine=0.75)) == pairs


def test_events_of_different_times_are_no_contradiction() -> None:
    assert contradiction("The bridge fell in March.", "The bridge did not fall in October.") == ()


def test_denied_event_of_another_time_is_no_pair() -> None:
    march, october = "Soldiers crossed the Ister in March.", "Soldiers crossed the Ister in October."
    _, found = desk({(march, october): ENTAILED}).add(
        claim("asserts", march, SUDLAND), claim("denies", october, NORLAND)
    )
    assert found.pairs == ()


def test_denied_figure_other_than_the_asserted_is_no_more_than_possible() -> None:
    many, few = "12,000 soldiers crossed the Ister.", "3,000 soldiers crossed the Ister."
    _, found = desk({(many, few): ENTAILED}).add(claim("asserts", many, SUDLAND), claim("denies", few, NORLAND))
    assert only(found.pairs).tier == "possible"


# Who speaks

SPOKESMAN = Actor.of("Ivar Lund", "person", (), ("Norland Chancellery", "Norland"))
GENERAL = Actor.of("Olaf Berg", "person", (), ("Norland Army", "Norland"))


def test_same_actor_on_one_day_makes_no_pair() -> None:
    _, found = desk().add(claim("asserts", CROSSED, SPOKESMAN), claim("denies", CROSSED, SPOKESMAN))
    assert found.pairs == ()


@pytest.mark.parametrize("stances", [("asserts", "denies"), ("denies", "asserts")])
def test_same_actor_on_another_day_has_changed_position(stances: tuple[str, str]) -> None:
    at = desk()
    [first], _ = at.add(claim(stances[0], CROSSED, SPOKESMAN))
    [second], found = at.add(claim(stances[1], CROSSED, SPOKESMAN, on=later(200)))
    pair = only(found.pairs)
    assert (pair.claim_id, pair.counterclaim_id) == (first.id, second.id)
    assert (pair.relation, pair.tier) == ("changed-position", "likely")
    assert str(DAY) in pair.reason
    assert str(later(200)) in pair.reason


def test_weak_change_of_position_is_none() -> None:
    at = desk({(CROSSED, INSIDE): (0.7, 0.28, 0.02)})
    at.add(claim("asserts", CROSSED, SPOKESMAN))
    _, found = at.add(claim("denies", INSIDE, SPOKESMAN, on=later(5)))
    assert found.pairs == ()
    _, other = at.add(claim("denies", INSIDE, GENERAL, on=later(6)))
    assert only(other.pairs).tier == "possible"


@pytest.mark.parametrize(
    ("cosine", "name", "tier"),
    [(0.6, "Istria", "likely"), (0.6, "Osteria", "possible"), (0.9, "", "likely")],
)
def test_likely_pair_across_articles_has_a_name_in_common_or_is_near(cosine: float, name: str, tier: str) -> None:
    one, other = "Soldiers have shelled Istria.", f"The guns were fired at {name or 'the port'}."
    at = desk({(one, other): (0.995, 0.004, 0.001)}, {other: cosine})
    at.add(claim("asserts", one, SUDLAND))
    _, found = at.add(claim("denies", other, NORLAND), outlet="The Echo")
    assert [pair.tier for pair in found.pairs] == [tier]


def test_two_voices_of_one_country_pair() -> None:
    _, found = desk().add(claim("asserts", CROSSED, GENERAL), claim("denies", CROSSED, SPOKESMAN))
    assert only(found.pairs).relation == "denial"


def test_nameless_sources_of_two_articles_are_not_one_actor() -> None:
    officials = Actor.of("officials", "group")
    at = desk()
    at.add(claim("asserts", CROSSED, officials))
    _, found = at.add(claim("denies", CROSSED, officials, on=later(1)))
    assert only(found.pairs).relation == "denial"


def test_unattributed_assertion_is_no_more_than_possible() -> None:
    _, found = desk().add(claim("asserts", CROSSED, ()), claim("denies", CROSSED, NORLAND))
    assert only(found.pairs).tier == "possible"


@pytest.mark.parametrize("name", ["which", "You", "it"])
def test_pronoun_names_nobody(name: str) -> None:
    _, found = desk().add(claim("asserts", CROSSED, Actor.of(name)), claim("denies", CROSSED, NORLAND))
    assert only(found.pairs).tier == "possible"


@pytest.mark.parametrize("proposition", ["It is a fortress.", "We need soldiers there.", "This was the plan."])
def test_proposition_that_points_is_possible_in_its_article_and_nothing_beyond(proposition: str) -> None:
    at = desk()
    _, inside = at.add(claim("asserts", proposition, SUDLAND), claim("denies", proposition, NORLAND))
    assert only(inside.pairs).tier == "possible"
    _, beyond = at.add(claim("denies", proposition, VESTMARK, on=later(1)), outlet="The Echo")
    assert beyond.pairs == ()
    assert len(at.store.find_disputes()) == 2


def test_bare_existence_makes_no_pair_across_articles() -> None:
    at = desk()
    _, inside = at.add(claim("asserts", "There was a fort.", SUDLAND), claim("denies", "There was a fort."))
    _, beyond = at.add(claim("denies", "There was a fort.", VESTMARK, on=later(1)), outlet="The Echo")
    assert only(inside.pairs).tier == "likely"
    assert beyond.pairs == ()


# What a denial refers to


def test_antecedent_is_paired_directly() -> None:
    asserted = claim("asserts", CROSSED, SUDLAND)
    denial = claim("denies", INSIDE, NORLAND, words="the claims", resolution="antecedent", antecedent_id=asserted.id)
    _, found = desk().add(asserted, denial)
    pair = only(found.pairs)
    assert (pair.tier, pair.relation) == ("likely", "denial")
    assert f'denies: "the claims" = "{CROSSED}"' in pair.reason


def test_who_tells_of_a_denial_is_not_answered_by_it() -> None:
    telling = claim("asserts", "Officials doubt that soldiers crossed.", SUDLAND)
    at = desk({(telling.proposition, CROSSED): ENTAILED}, ratings={(telling.proposition, CROSSED): 0.9})
    article, (told, denied) = article_of(telling, claim("denies", CROSSED, NORLAND, cue="denied"))
    inside = replace(denied, attribution=replace(denied.attribution, cue=told.attribution.content))
    for answer, pairs in ((denied, 1), (inside, 0)):
        assert (
            len(pair_claims(article, [told, answer], Store("sqlite://"), at.encoder, at.nli, at.rebuttals).pairs)
            == pairs
        )


@pytest.mark.parametrize(
    ("confidence", "resolution", "tier"),
    [
        pytest.param(0.36, "antecedent", "possible", id="unsure antecedent"),
        pytest.param(0.38, "antecedent", "likely", id="sure antecedent"),
        pytest.param(1.0, "stated", "likely", id="presupposed existence"),
    ],
)
def test_link_is_as_likely_as_its_antecedent_is_sure(confidence: float, resolution: str, tier: str) -> None:
    asserted = claim("asserts", CROSSED, SUDLAND)
    fields = {"resolution": resolution, "antecedent_id": asserted.id, "antecedent_confidence": confidence}
    _, found = desk().add(asserted, claim("denies", INSIDE, NORLAND, words="the claims", **fields))
    assert only(found.pairs).tier == tier


@pytest.mark.parametrize(("entailment", "pairs"), [(0.4, 1), (0.2, 0)])
def test_entailed_bare_clause_is_a_link_where_the_rest_says_little_more(entailment: float, pairs: int) -> None:
    asserted = claim("asserts", CROSSED, SUDLAND)
    fields = {"resolution": "stated", "antecedent_id": asserted.id, "antecedent_confidence": 0.95}
    scores = {(CROSSED, INSIDE): (entailment, 1 - entailment, 0.0)}
    _, found = desk(scores).add(asserted, claim("denies", INSIDE, NORLAND, **fields))
    assert [pair.tier for pair in found.pairs] == ["likely"] * pairs


def test_loosely_linked_words_make_no_likely_pair() -> None:
    asserted = claim("asserts", CROSSED, SUDLAND)
    loose = replace(asserted.attribution, confidence=0.29)
    asserted = replace(asserted, attribution=loose)
    denial = claim("denies", INSIDE, NORLAND, words="the claims", resolution="antecedent", antecedent_id=asserted.id)
    _, found = desk().add(asserted, denial)
    pair = only(found.pairs)
    assert pair.tier == "possible"
    assert "loosely" in pair.reason


def test_words_without_antecedent_make_no_pair_inside_the_article() -> None:
    at = desk({(CROSSED, "the claims"): ENTAILED})
    _, found = at.add(
        claim("asserts", CROSSED, SUDLAND), claim("denies", "the claims", NORLAND, resolution="unresolved")
    )
    assert found.pairs == ()


OPEN = {"words": "the claims about Istria", "resolution": "unresolved"}


@pytest.mark.parametrize(("denied", "pairs"), [("They crossed the river that year.", 1), (CROSSED, 0)])
def test_what_is_denied_in_the_same_words_need_not_say_of_whom_it_is(denied: str, pairs: int) -> None:
    asserted = "They crossed the river that year."
    claims = claim("asserts", asserted, SUDLAND, resolution="unresolved"), claim("denies", denied, NORLAND)
    _, found = desk({(asserted, denied): ENTAILED}).add(*claims)
    assert len(found.pairs) == pairs


def test_open_denial_may_refer_to_what_was_said_elsewhere() -> None:
    at = desk()
    [asserted], _ = at.add(claim("asserts", "Soldiers shelled Istria.", SUDLAND))
    [denial], found = at.add(claim("denies", "the claims", NORLAND, on=later(1), **OPEN))
    pair = only(found.pairs)
    assert (pair.claim_id, pair.counterclaim_id, pair.tier) == (asserted.id, denial.id, "possible")
    assert "istria" in pair.reason


@pytest.mark.parametrize(
    ("proposition", "on"),
    [
        ("Soldiers shelled the port.", DAY),
        ("Soldiers shelled Istria.", None),
        ("Soldiers shelled Istria.", DAY - timedelta(days=10)),
    ],
    ids=["no name shared", "undated", "long before"],
)
def test_open_denial_does_not_reach_farther(proposition: str, on: date | None) -> None:
    at = desk()
    at.add(claim("asserts", proposition, SUDLAND, on=on))
    _, found = at.add(claim("denies", "the claims", NORLAND, **OPEN))
    assert found.pairs == ()


# Days


@pytest.mark.parametrize(
    ("proposition", "tiers"),
    [("Soldiers shelled Istria.", ["possible"]), ("Soldiers shelled the port.", [])],
    ids=["rare name shared", "none shared"],
)
def test_undated_claims_pair_across_articles_by_rare_names_only(proposition: str, tiers: list[str]) -> None:
    at = desk()
    at.add(claim("asserts", proposition, SUDLAND, on=None))
    _, found = at.add(claim("denies", proposition, NORLAND), outlet="The Echo")
    assert [pair.tier for pair in found.pairs] == tiers


def test_undated_claims_pair_inside_their_article() -> None:
    _, found = desk().add(claim("asserts", UNRELATED, SUDLAND, on=None), claim("denies", UNRELATED, NORLAND, on=None))
    assert only(found.pairs).tier == "likely"


@pytest.mark.parametrize(("days", "tiers"), [(50, ["likely"]), (100, ["possible"]), (500, [])])
def test_distance_in_days_lowers_the_tier(days: int, tiers: list[str]) -> None:
    at = desk()
    at.add(claim("asserts", CROSSED, SUDLAND))
    _, found = at.add(claim("denies", CROSSED, NORLAND, on=later(days)))
    assert [pair.tier for pair in found.pairs] == tiers


# Wire copies


def test_same_words_of_several_outlets_pair_once() -> None:
    at = desk()
    words = [claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND)]
    first, found = at.add(*words, outlet="The Post")
    copies, again = at.add(*words, outlet="The Echo")
    assert len(found.pairs) == 1
    assert again.pairs == ()
    assert {c.id for c in (*first, *copies)} == set(again.disputes[0].claim_ids)


def test_denial_meets_copies_as_one_claim() -> None:
    at = desk()
    [first], _ = at.add(claim("asserts", CROSSED, SUDLAND), outlet="The Post")
    at.add(claim("asserts", CROSSED, SUDLAND), outlet="The Echo")
    _, found = at.add(claim("denies", CROSSED, NORLAND), outlet="The Star")
    assert only(found.pairs).claim_id == first.id


def test_denial_beside_a_copy_pairs_inside_its_article() -> None:
    at = desk()
    [first], _ = at.add(claim("asserts", CROSSED, SUDLAND), outlet="The Post")
    placed, found = at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND), outlet="The Echo")
    assert only(found.pairs).claim_id == placed[0].id
    assert set(found.disputes[0].asserting) == {first.id, placed[0].id}


def test_same_words_said_again_weeks_later_are_no_copy() -> None:
    at = desk()
    at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND))
    _, found = at.add(
        claim("asserts", CROSSED, SUDLAND, on=later(30)),
        claim("denies", CROSSED, NORLAND, on=later(30)),
        published_on=later(30),
    )
    assert found.pairs


def test_same_sentence_about_other_things_is_no_copy() -> None:
    at = desk()
    at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND, words="that"))
    _, found = at.add(
        claim("asserts", UNRELATED, SUDLAND),
        claim("denies", UNRELATED, NORLAND, words="that"),
        outlet="The Echo",
    )
    assert len(found.pairs) == 1


def test_undated_copies_of_an_article_count_as_one_article() -> None:
    filler = [claim("other", f"Line {n} of the report on the harvest and the roads", ()) for n in range(6)]
    at = desk()
    at.add(claim("asserts", UNRELATED, SUDLAND, on=None), *filler, outlet="The Post")
    _, found = at.add(
        claim("asserts", UNRELATED, SUDLAND, on=None),
        *filler,
        claim("denies", UNRELATED, NORLAND, on=None),
        outlet="The Echo",
    )
    assert only(found.pairs).tier == "likely"


# The machine


def test_one_call_scores_each_pair_of_texts_once() -> None:
    at = desk()
    at.add(claim("denies", INSIDE, VESTMARK))
    at.nli.calls.clear()
    at.add(
        claim("asserts", CROSSED, SUDLAND),
        claim("asserts", CROSSED, VESTMARK),
        claim("denies", INSIDE, NORLAND),
        outlet="The Echo",
    )
    [call] = at.nli.calls
    assert len(call) == len(set(call))
    assert set(call) == {(CROSSED, INSIDE), (INSIDE, CROSSED)}


def test_equal_propositions_need_no_model() -> None:
    at = desk()
    _, found = at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED.upper(), NORLAND))
    assert at.nli.calls == []
    assert only(found.pairs).forward.entailment == 1.0


def test_vectors_follow_the_claims() -> None:
    _, found = desk(cosines={UNRELATED: 0.6}).add(
        claim("asserts", CROSSED, SUDLAND), claim("other", UNRELATED, NORLAND)
    )
    assert found.vectors.dtype == np.float16
    assert found.vectors[:, 0].tolist() == pytest.approx([1.0, 0.6], abs=1e-3)


def test_article_without_claims_gives_nothing() -> None:
    at = desk()
    at.add(claim("asserts", CROSSED, SUDLAND))
    _, found = at.add(published_on=None)
    assert found.vectors.shape == (0, 384)
    assert (found.pairs, found.disputes, found.redirects) == ((), (), {})


def test_same_input_gives_same_output() -> None:
    article, placed = article_of(
        claim("asserts", CROSSED, SUDLAND),
        claim("asserts", INSIDE, VESTMARK),
        claim("denies", INSIDE, NORLAND),
        claim("denies", CROSSED, GENERAL),
    )
    at = desk({(CROSSED, INSIDE): ENTAILED})
    runs = [pair_claims(article, placed, Store("sqlite://"), at.encoder, at.nli, at.rebuttals) for _ in range(2)]
    assert runs[0].pairs == runs[1].pairs
    assert len(runs[0].pairs) == 4
    assert runs[0].disputes == runs[1].disputes


def test_far_claims_are_not_scored() -> None:
    at = desk(cosines={UNRELATED: 0.1})
    at.add(claim("asserts", CROSSED, SUDLAND))
    at.add(claim("denies", UNRELATED, NORLAND), outlet="The Echo")
    assert at.nli.calls == []


def test_rare_names_reach_claims_that_are_less_near() -> None:
    fell, shelled = "Istria fell to the army.", "The shelling of Istria began."
    at = desk({(fell, shelled): ENTAILED}, {shelled: 0.3})
    at.add(claim("asserts", fell, SUDLAND))
    _, found = at.add(claim("denies", shelled, NORLAND), outlet="The Echo")
    assert [pair.relation for pair in found.pairs] == ["denial"]


@pytest.mark.parametrize(
    ("answer", "forward", "asked"),
    [
        ("denies", NEUTRAL, True),
        ("asserts", NEUTRAL, False),
        ("denies", EXCLUDED, False),
        ("asserts", EXCLUDED, True),
        ("denies", ENTAILED, True),
    ],
)
def test_the_other_direction_is_asked_for_where_the_first_leaves_it_open(
    answer: str, forward: tuple[float, float, float], asked: bool
) -> None:
    at = desk({(CROSSED, INSIDE): forward})
    at.add(claim("asserts", CROSSED, SUDLAND), claim(answer, INSIDE, NORLAND))
    scored = {pair for call in at.nli.calls for pair in call}
    assert (CROSSED, INSIDE) in scored
    assert ((INSIDE, CROSSED) in scored) is asked


# Figures, times, names


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("3,000 soldiers came.", "12,000 soldiers came.", True),
        ("3,000 soldiers came.", "Three thousand soldiers came.", False),
        ("412,300 tons were sold.", "4,12,300 tons were sold.", False),
        ("About 3,000 people marched.", "3,100 people marched.", False),
        ("At least 200 people died.", "250 people died.", False),
        ("Up to 200 people died.", "250 people died.", True),
        ("Inflation was 5%.", "Inflation was 6 per cent.", True),
        ("Inflation was 5 percent.", "Inflation was 5%.", False),
        ("The mast was 6.6 metres high.", "The mast was 7 metres high.", True),
        ("The loss was $3 million.", "The loss was $4.5 billion.", True),
        ("A dozen shells fell.", "Twelve shells fell.", False),
        ("Twenty-five men fled.", "25 men fled.", False),
        ("Three soldiers were killed.", "12 civilians were killed.", False),
        ("The bridge fell in 2014.", "The bridge fell in 2016.", False),
        ("Two ships sank on 4 May.", "Two ships sank on 9 May.", False),
        ("Soldiers came.", "12,000 soldiers came.", False),
    ],
)
def test_figures_are_compared_as_numbers(one: str, other: str, differ: bool) -> None:
    assert figures_differ(one, other) is differ
    assert figures_differ(other, one) is differ


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The bridge fell in 2014.", "The bridge fell in 2016.", True),
        ("The bridge fell in March.", "The bridge fell in October 2016.", True),
        ("The bridge fell on 4 May.", "The bridge fell on May 9.", True),
        ("The bridge fell on Monday.", "The bridge fell on Friday.", True),
        ("The bridge fell on 4 May 2016.", "The bridge fell in May.", False),
        ("Troops are there since 2014.", "Troops are there in 2016.", False),
        ("The bridge may fall.", "The bridge fell in March.", False),
        ("May Brook fled.", "May Brook fled in June.", False),
        ("The bridge fell.", "The bridge fell in 2016.", False),
    ],
)
def test_times_that_do_not_overlap_are_apart(one: str, other: str, apart: bool) -> None:
    assert times_apart(one, other) is apart
    assert times_apart(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("Anna Brook died.", "Peter Marsh is dead.", True),
        ("Anna Brook died.", "Peter Brook is dead.", True),
        ("Anna Brook died in Istria.", "Anna Brook died.", False),
        ("Kenya sent soldiers.", "Nairobi has sent soldiers.", False),
        ("Kenyan soldiers came.", "Soldiers of Japan came.", True),
        ("Soldiers came.", "Officials came.", False),
    ],
)
def test_names_on_both_sides_that_the_other_lacks(one: str, other: str, part: bool) -> None:
    assert names_part(one, other) is part


def test_countries_and_months_are_not_rare_names() -> None:
    assert rare_names("In March Japan shelled Istria, President Brook said.") == {"istria", "brook"}
    assert names_of("The Kremlin spoke.").all == {"=russia"}


@pytest.mark.parametrize(
    ("cue", "words", "uncommitted"),
    [
        ("declined", "to comment on the reports", True),
        ("neither confirmed nor denied", "that troops came", True),
        ("did not deny", "that troops came", True),
        ("did not immediately respond to", "the question", True),
        ("would not say whether", "troops came", True),
        ("demanded that", "the troops leave", False),
        ("asked whether", "troops came", False),
        ("promised", "to send troops", False),
    ],
)
def test_only_answers_that_take_no_side_are_uncommitted(cue: str, words: str, uncommitted: bool) -> None:
    article, [placed] = article_of(claim("other", "Troops came.", NORLAND, words=words, cue=cue))
    assert is_uncommitted(placed, article) is uncommitted


def test_claims_of_the_store_are_not_paired_again() -> None:
    at = desk()
    at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND))
    _, found = at.add(claim("asserts", CROSSED, VESTMARK), outlet="The Echo")
    assert len(found.pairs) == 1


def test_fakes_place_the_words() -> None:
    article, placed = article_of(claim("denies", CROSSED, NORLAND, words="the claims", cue="denied"))
    first: Claim = placed[0]
    assert first.attribution.content[0].of(article.text) == "the claims"
    assert first.attribution.cue[0].of(article.text) == "denied"


def test_proposition_that_calls_a_report_false_is_not_the_report() -> None:
    hoax, dead = "The report that Anna Brook died is a hoax.", "Anna Brook died."
    _, found = desk({(hoax, dead): ENTAILED}).add(claim("asserts", hoax, SUDLAND), claim("denies", dead, NORLAND))
    assert found.pairs == ()


@pytest.mark.parametrize(
    ("asserted", "denied", "cosine", "tier"),
    [
        ("The guards shot at the ferry.", "Was shot at.", 1.0, "possible"),
        ("Ada Roe sold the map of the port.", "There was a map.", 0.3, "possible"),
        ("Ada Roe sold the map of the port.", "There was a map.", 0.5, "likely"),
        ("The map of the port should be sold.", "There was a map.", 0.5, "possible"),
        ("The map should be sold.", "The map should be sold soon.", 0.9, "likely"),
    ],
)
def test_a_denial_that_says_too_little_is_no_likely_pair(asserted: str, denied: str, cosine: float, tier: str) -> None:
    at = desk({(asserted, denied): (0.97, 0.02, 0.01)}, {denied: cosine})
    _, found = at.add(claim("asserts", asserted, SUDLAND), claim("denies", denied, NORLAND))
    assert only(found.pairs).tier == tier


@pytest.mark.parametrize("confidence", [0.85, 0.95])
@pytest.mark.parametrize(("cosine", "tier"), [(0.6, "possible"), (0.7, "likely")])
def test_a_negative_statement_answers_only_what_is_near(confidence: float, cosine: float, tier: str) -> None:
    asserted = claim("asserts", CROSSED, SUDLAND)
    answered = {"resolution": "stated", "antecedent_id": asserted.id, "antecedent_confidence": confidence}
    at = desk({(CROSSED, INSIDE): ENTAILED}, {INSIDE: cosine})
    _, found = at.add(asserted, replace(claim("denies", INSIDE, NORLAND), **answered))
    assert only(found.pairs).tier == tier


@pytest.mark.parametrize(
    ("asserted", "pairs"),
    [
        ("The name of Ada Roe was not left off the list, despite a complaint.", 0),
        ("The name was left off the list, and nobody saw it.", 1),
    ],
)
def test_who_says_that_it_is_not_so_agrees_with_who_denies_it(asserted: str, pairs: int) -> None:
    denied = "The name was left off the list."
    _, found = desk({(asserted, denied): ENTAILED}).add(
        claim("asserts", asserted, SUDLAND), claim("denies", denied, NORLAND)
    )
    assert len(found.pairs) == pairs


def test_a_person_with_a_description_does_not_contradict_himself() -> None:
    short, long = Actor.of("Paul Clark", "person"), Actor.of("expert Paul Clark at the Museum", "person")
    at = desk({("The crab is real.", "The crab is huge."): (0.97, 0.02, 0.01)})
    _, found = at.add(claim("asserts", "The crab is real.", short), claim("denies", "The crab is huge.", long))
    assert found.pairs == ()


@pytest.mark.parametrize(
    ("text", "start", "goes"),
    [
        ("The port was sold to Norway.", "The port was sold.", True),
        ("The port was sold.", "The port was sold.", True),
        ("The port was sold.", "The port was sold to Norway.", False),
        ("The port was never sold.", "The port was sold.", False),
        ("The bridge is safe if nobody crosses it.", "The bridge is safe.", False),
        ("Ada Roe left Ledra.", "Ada Roe.", False),
    ],
)
def test_what_goes_on_from_a_sentence_entails_it(text: str, start: str, goes: bool) -> None:
    assert goes_on(text, start) is goes
    table = NliTable()
    table.want(text, start)
    assert table.knows(text, start) is goes


@pytest.mark.parametrize(
    ("proposition", "retold"),
    [
        ("Mr Chauhan said he was hurt at the camp.", True),
        ("A release on a website stated that the town was sealed off.", True),
        ("The group claimed responsibility for the raid.", False),
        ("Unconfirmed reports say the ferry sank.", True),
        ("The sources of the Orr say little of its age.", False),
        ("The site claimed to be run by a bank.", False),
        ("The committee knows of the suit, Gowan spokesman Piet Lund said in a statement.", True),
        ("The dam, Ada Roe said, is safe.", False),
    ],
)
def test_what_only_retells_somebody(proposition: str, retold: bool) -> None:
    assert (RETOLD.match(proposition) is not None) is retold
