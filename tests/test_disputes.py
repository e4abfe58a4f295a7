"""Group pairs and equivalent claims into disputes, with scripted models and a store in memory."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claims.pairing.statements import choose_statement, core, is_sentence
from claims.types import Actor, Claim, Dispute
from tests.pairing_fakes import DAY, ENTAILED, EXCLUDED, NORLAND, SUDLAND, VESTMARK, Desk, claim, desk

CROSSED = "Soldiers crossed the river Ister."
FORDED = "Troops have forded the river Ister."
FOUGHT = "Soldiers fought beyond the river Ister."
FALLEN = "The bridge over the Ister does not stand."
STANDS = "The bridge over the Ister stands."
OTHERS = Actor.of("Osterby", "country")


def both_ways(one: str, other: str, scores: tuple[float, float, float] = ENTAILED) -> dict[Any, Any]:
    return {(one, other): scores, (other, one): scores}


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def stored(at: Desk) -> list[Dispute]:
    return at.store.find_disputes()


def only(at: Desk) -> Dispute:
    found = stored(at)
    assert len(found) == 1
    return found[0]


# What founds a dispute


@pytest.mark.parametrize("resolution", ["stated", "unresolved"])
def test_denial_without_counterpart_is_a_dispute(resolution: str) -> None:
    at = desk()
    [denial], found = at.add(claim("denies", "the claims of fraud", NORLAND, resolution=resolution))
    dispute = only(at)
    assert found.disputes == (dispute,)
    assert (dispute.id, dispute.asserting, dispute.denying) == (denial.id, (), (denial.id,))
    assert dispute.proposition == "the claims of fraud"


@pytest.mark.parametrize("stance", ["asserts", "doubts", "other"])
def test_other_lone_claims_found_none(stance: str) -> None:
    at = desk()
    at.add(claim(stance, CROSSED, NORLAND, words="to comment", cue="declined"))
    assert stored(at) == []


def test_pair_fills_both_sides() -> None:
    at = desk()
    [asserted, denial], _ = at.add(claim("asserts", CROSSED, SUDLAND), claim("denies", CROSSED, NORLAND))
    dispute = only(at)
    assert (dispute.asserting, dispute.denying) == ((asserted.id,), (denial.id,))


def test_antecedent_fills_both_sides_though_nobody_is_named() -> None:
    talk = claim("asserts", CROSSED, ())
    denial = claim("denies", CROSSED, NORLAND, words="the talk", resolution="antecedent", antecedent_id=talk.id)
    at = desk()
    [asserted, denied], found = at.add(talk, denial)
    dispute = only(at)
    assert found.pairs[0].tier == "possible"
    assert (dispute.asserting, dispute.denying) == ((asserted.id,), (denied.id,))


def test_contradiction_sets_the_later_assertion_on_the_denying_side() -> None:
    at = desk(both_ways(STANDS, FALLEN, EXCLUDED))
    [stands], _ = at.add(claim("asserts", STANDS, SUDLAND))
    [fallen], _ = at.add(claim("asserts", FALLEN, NORLAND, on=later(1)))
    dispute = only(at)
    assert (dispute.proposition, dispute.asserting, dispute.denying) == (STANDS, (stands.id,), (fallen.id,))


def test_doubted_assertion_is_a_dispute() -> None:
    at = desk()
    [asserted, doubt], _ = at.add(claim("asserts", CROSSED, SUDLAND), claim("doubts", CROSSED, VESTMARK))
    dispute = only(at)
    assert (dispute.asserting, dispute.denying, dispute.doubting) == ((asserted.id,), (), (doubt.id,))


# What joins


def test_dispute_keeps_its_id_when_claims_join() -> None:
    at = desk()
    [denial], _ = at.add(claim("denies", CROSSED, NORLAND))
    [asserted], _ = at.add(claim("asserts", CROSSED, SUDLAND))
    [second], found = at.add(claim("denies", CROSSED, VESTMARK, on=later(3)))
    dispute = only(at)
    assert dispute.id == denial.id
    assert (dispute.asserting, dispute.denying) == ((asserted.id,), (denial.id, second.id))
    assert found.redirects == {}


def test_equivalent_denials_share_a_dispute() -> None:
    at = desk(both_ways(CROSSED, FORDED))
    at.add(claim("denies", CROSSED, NORLAND))
    at.add(claim("denies", FORDED, SUDLAND))
    assert len(only(at).denying) == 2


def test_equivalent_denials_of_one_article_share_a_dispute() -> None:
    at = desk(both_ways(CROSSED, FORDED))
    at.add(claim("denies", CROSSED, NORLAND), claim("denies", FORDED, SUDLAND))
    assert len(only(at).denying) == 2


def test_entailment_one_way_does_not_join_denials() -> None:
    at = desk({(FOUGHT, CROSSED): ENTAILED})
    at.add(claim("denies", CROSSED, NORLAND))
    at.add(claim("denies", FOUGHT, NORLAND, on=later(1)))
    assert len(stored(at)) == 2


def test_unresolved_words_never_make_denials_equivalent() -> None:
    at = desk()
    at.add(claim("denies", "the claims", NORLAND, resolution="unresolved"))
    at.add(claim("denies", "the claims", SUDLAND, resolution="unresolved"))
    assert len(stored(at)) == 2


def test_stronger_assertion_joins_both_disputes_and_they_stay_apart() -> None:
    at = desk({(FOUGHT, CROSSED): ENTAILED})
    [crossed], _ = at.add(claim("denies", CROSSED, NORLAND))
    [fought], _ = at.add(claim("denies", FOUGHT, VESTMARK, on=later(1)))
    [asserted], _ = at.add(claim("asserts", FOUGHT, SUDLAND, on=later(2)))
    disputes = {dispute.id: dispute for dispute in stored(at)}
    assert {id_: d.asserting for id_, d in disputes.items()} == {
        crossed.id: (asserted.id,),
        fought.id: (asserted.id,),
    }
    assert (disputes[crossed.id].proposition, disputes[fought.id].proposition) == (CROSSED, FOUGHT)


def test_stronger_assertion_does_not_bring_its_equals_along() -> None:
    at = desk({(FOUGHT, CROSSED): ENTAILED})
    at.add(claim("denies", CROSSED, NORLAND), claim("asserts", FOUGHT, SUDLAND))
    at.add(claim("denies", FOUGHT, VESTMARK, on=later(1)))
    assert len(stored(at)) == 2


@pytest.mark.parametrize("together", [True, False])
def test_equivalent_assertion_of_the_denier_joins_its_side(together: bool) -> None:
    at = desk(both_ways(CROSSED, FORDED))
    claims = [claim("denies", CROSSED, NORLAND), claim("asserts", FORDED, NORLAND)]
    if together:
        at.add(*claims)
    else:
        at.add(claims[0])
        at.add(claims[1], outlet="The Echo")
    assert len(only(at).asserting) == 1


def test_possible_pair_joins_nothing() -> None:
    at = desk({(CROSSED, FORDED): ENTAILED})
    at.add(claim("denies", CROSSED, NORLAND))
    _, found = at.add(claim("asserts", FORDED, SUDLAND))
    assert [pair.tier for pair in found.pairs] == ["possible"]
    assert only(at).asserting == ()


def test_further_contradicting_assertion_joins_the_denying_side() -> None:
    at = desk(both_ways(STANDS, FALLEN, EXCLUDED))
    at.add(claim("asserts", STANDS, SUDLAND))
    at.add(claim("asserts", FALLEN, NORLAND, on=later(1)))
    [third], _ = at.add(claim("asserts", FALLEN, VESTMARK, on=later(2)))
    dispute = only(at)
    assert third.id in dispute.denying
    assert dispute.proposition == STANDS


def test_equivalent_doubt_joins_the_doubting_side() -> None:
    at = desk()
    at.add(claim("denies", CROSSED, NORLAND))
    [doubt], _ = at.add(claim("doubts", CROSSED, VESTMARK))
    assert only(at).doubting == (doubt.id,)


def test_changed_position_stands_on_both_sides() -> None:
    at = desk()
    [asserted], _ = at.add(claim("asserts", CROSSED, NORLAND))
    [denial], _ = at.add(claim("denies", CROSSED, NORLAND, on=later(9)))
    dispute = only(at)
    assert (dispute.asserting, dispute.denying) == ((asserted.id,), (denial.id,))


def test_figures_and_times_keep_disputes_apart() -> None:
    few, many = "3,000 soldiers crossed the Ister.", "12,000 soldiers crossed the Ister."
    march, october = "The bridge fell in March.", "The bridge fell in October."
    at = desk(both_ways(few, many) | both_ways(march, october))
    for day, text in enumerate((few, many, march, october)):
        at.add(claim("denies", text, NORLAND, on=later(day)))
    assert len(stored(at)) == 4


# Answers that take no side


def silent(proposition: str, **fields: Any) -> Claim:
    return claim("other", proposition, VESTMARK, words="to comment on it", cue="declined", **fields)


def test_uncommitted_answer_joins_by_its_antecedent() -> None:
    denial = claim("denies", CROSSED, NORLAND)
    answer = silent("it", resolution="antecedent", antecedent_id=denial.id)
    at = desk()
    [_, placed], _ = at.add(denial, answer)
    assert only(at).uncommitted == (placed.id,)


def test_uncommitted_answer_joins_by_equivalence() -> None:
    at = desk(both_ways(CROSSED, FORDED))
    at.add(claim("denies", CROSSED, NORLAND))
    [answer], _ = at.add(silent(FORDED))
    assert only(at).uncommitted == (answer.id,)


def test_uncommitted_answer_to_unnamed_words_joins_the_only_dispute_of_its_article() -> None:
    at = desk()
    [_, answer], _ = at.add(claim("denies", CROSSED, NORLAND), silent("it", resolution="unresolved"))
    assert only(at).uncommitted == (answer.id,)


def test_uncommitted_answer_to_unnamed_words_joins_none_of_two() -> None:
    at = desk()
    at.add(
        claim("denies", CROSSED, NORLAND),
        claim("denies", FALLEN, SUDLAND),
        silent("it", resolution="unresolved"),
    )
    assert [dispute.uncommitted for dispute in stored(at)] == [(), ()]


def test_wish_is_no_answer() -> None:
    at = desk()
    at.add(claim("denies", CROSSED, NORLAND), claim("other", CROSSED, VESTMARK, words="it", cue="demanded"))
    assert only(at).uncommitted == ()


# Merging


def bridged(strength: float) -> tuple[Desk, list[Claim], dict[str, str]]:
    """Let a denial be equivalent to the propositions of two disputes that were apart."""
    scores = (strength, 0.05, 0.01)
    middle = "Men of arms are over the Ister."
    at = desk(both_ways(CROSSED, middle, scores) | both_ways(FORDED, middle, scores))
    [newer], _ = at.add(claim("denies", FORDED, SUDLAND, on=later(2)))
    [older], _ = at.add(claim("denies", CROSSED, NORLAND, on=later(1)))
    [bridge], found = at.add(claim("denies", middle, VESTMARK, on=later(3)))
    return at, [older, newer, bridge], found.redirects


def test_merge_keeps_the_older_dispute_and_leaves_a_redirect() -> None:
    at, [older, newer, bridge], redirects = bridged(0.94)
    dispute = only(at)
    assert redirects == {newer.id: older.id}
    assert dispute.id == older.id == at.store.resolve_dispute(newer.id)
    assert set(dispute.denying) == {older.id, newer.id, bridge.id}


def test_weaker_bridge_joins_one_dispute_and_merges_none() -> None:
    at, _, redirects = bridged(0.8)
    assert redirects == {}
    assert sorted(len(dispute.denying) for dispute in stored(at)) == [1, 2]


# The words over it


def test_statement_is_a_whole_sentence_of_the_asserting_side() -> None:
    at = desk(both_ways("crossing the Ister", CROSSED))
    at.add(claim("denies", "crossing the Ister", NORLAND), claim("asserts", CROSSED, SUDLAND))
    assert only(at).proposition == CROSSED


def test_statement_stays_when_it_reads_well() -> None:
    at = desk(both_ways(CROSSED, FORDED))
    at.add(claim("denies", CROSSED, NORLAND))
    at.add(claim("asserts", FORDED, SUDLAND))
    assert only(at).proposition == CROSSED


def test_fragment_gives_way_to_a_sentence() -> None:
    at = desk(both_ways("crossing the Ister", CROSSED))
    [denial], _ = at.add(claim("denies", "crossing the Ister", NORLAND))
    at.add(claim("asserts", CROSSED, SUDLAND))
    dispute = only(at)
    assert (dispute.id, dispute.proposition) == (denial.id, CROSSED)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Soldiers crossed the Ister.", True),
        ("3,000 soldiers crossed the Ister.", True),
        ("crossing the Ister at night", False),
        ("It crossed the river at night.", False),
        ("They left.", False),
        ("Soldiers " + "and more soldiers " * 12 + "crossed.", False),
    ],
)
def test_sentences_that_stand_alone(text: str, good: bool) -> None:
    assert is_sentence(text) is good


def test_statement_prefers_what_was_stated() -> None:
    assert choose_statement([claim("denies", FORDED), claim("asserts", CROSSED)]) == CROSSED
    pointed = claim("asserts", FORDED, resolution="antecedent")
    assert choose_statement([pointed, claim("asserts", CROSSED)]) == CROSSED


# Wire copies


def test_copies_stand_beside_the_first_claim() -> None:
    at = desk()
    [denial], _ = at.add(claim("denies", CROSSED, NORLAND), outlet="The Post")
    [copy], found = at.add(claim("denies", CROSSED, NORLAND), outlet="The Echo")
    dispute = only(at)
    assert found.pairs == ()
    assert (dispute.id, dispute.denying) == (denial.id, (denial.id, copy.id))


@pytest.mark.parametrize(("lines", "disputes"), [(0, 2), (8, 1)], ids=["same sentence", "same article"])
def test_unresolved_denial_is_copied_with_its_article_only(lines: int, disputes: int) -> None:
    filler = [claim("other", f"Line {n} of a report on the harvest", ()) for n in range(lines)]
    at = desk()
    for outlet in ("The Post", "The Echo"):
        at.add(claim("denies", "the claims", NORLAND, resolution="unresolved"), *filler, outlet=outlet)
    assert len(stored(at)) == disputes
    assert sum(len(dispute.denying) for dispute in stored(at)) == 2


def test_unchanged_disputes_are_not_given_again() -> None:
    at = desk()
    at.add(claim("denies", CROSSED, NORLAND))
    _, found = at.add(claim("asserts", FALLEN, SUDLAND))
    assert found.disputes == ()


def test_order_of_unrelated_claims_changes_nothing() -> None:
    table = both_ways(CROSSED, FORDED)
    claims = [
        claim("denies", CROSSED, NORLAND),
        claim("asserts", FORDED, SUDLAND),
        claim("asserts", FALLEN, VESTMARK),
        claim("denies", FALLEN, OTHERS),
    ]
    sides = []
    for order in (claims, claims[::-1]):
        at = desk(table)
        at.add(*order)
        by_id = {c.id: c.proposition for c in at.store.find_claims()}
        sides.append(sorted((sorted(by_id[i] for i in d.asserting), d.proposition) for d in stored(at)))
    assert sides[0] == sides[1]
    assert len(sides[0]) == 2


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Ada Holm, the singer of the Gulls, has died.", "Ada Holm has died."),
        ("Ada Holm has died in Graz at the age of 52.", "Ada Holm has died in Graz."),
        ("Ada Holm, 52, has died.", "Ada Holm has died."),
        ("Ada Holm (December 1, 2014) has died.", "Ada Holm has died."),
        ("In 2014, the port was closed.", "In 2014, the port was closed."),
        ("Iran, the EU and Israel were told.", "Iran, the EU and Israel were told."),
        ("Iran, the EU, and Israel were told.", "Iran, the EU, and Israel were told."),
        ("About 1,200 troops, 52 tanks and a ship were seen.", "About 1,200 troops, 52 tanks and a ship were seen."),
        ("The bridge is 52 years old.", "The bridge is 52 years old."),
    ],
)
def test_what_is_said_beside_the_matter_is_not_compared(text: str, matter: str) -> None:
    assert core(text) == matter
