"""Interviews and transcripts: the label before a paragraph says who speaks."""

from functools import cache

import pytest

from claims.extraction.extract import extract_claims
from claims.extraction.turns import find_turns
from claims.inference import load_models
from claims.types import Article


@cache
def models():
    return load_models()


def turns_of(text):
    return [(turn.label.of(text), turn.words.of(text).strip()) for turn in find_turns(text)]


MARKED = """Ines Duarte runs the lighthouse at Cabo Rello.

((Ledger)) When did the lamp fail?

((Ines Duarte)) It failed in May. The Cabo Rello harbour office was told.

Then nothing happened for weeks.

((Ledger)) Who repaired it?

((Ines Duarte)) I'm the one who repaired the lamp in Lisbon.

The lighthouse opens again on Friday."""


def test_marked_labels_take_turns_until_the_next_one():
    assert turns_of(MARKED) == [
        ("Ledger", "When did the lamp fail?"),
        (
            "Ines Duarte",
            "It failed in May. The Cabo Rello harbour office was told.\n\nThen nothing happened for weeks.",
        ),
        ("Ledger", "Who repaired it?"),
        ("Ines Duarte", "I'm the one who repaired the lamp in Lisbon."),
    ]


def test_plain_labels_that_take_turns_are_speakers():
    text = "DUARTE: The lamp failed.\nROE: Who knew?\nDUARTE: The office.\nROE: Since when?\nDUARTE: Since March."
    assert [label for label, _ in turns_of(text)] == ["DUARTE", "ROE", "DUARTE", "ROE", "DUARTE"]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The lamp failed again.\n\nMORE: How lamps work.",
        "Note: The lamp failed.\nNote: It was repaired.",
        "The office said: The lamp failed.\nThe office said: It was repaired.",
        "",
    ],
)
def test_headings_and_running_text_are_no_speakers(text):
    assert turns_of(text) == []


def test_where_answers_have_no_label_the_question_ends_with_its_paragraph():
    text = "((Ledger)) When did the lamp fail?\n\nIt failed in March.\n\n((Ledger)) Who repaired it?\n\nThe keeper did."
    assert [words for _, words in turns_of(text)] == ["When did the lamp fail?", "Who repaired it?"]


def test_the_answers_are_claims_of_the_person_interviewed():
    claims = extract_claims(Article.of(MARKED, outlet="Rello Ledger"), models())
    said = {claim.proposition: [actor.name for actor in claim.actors] for claim in claims if claim.stance == "asserts"}
    assert said["The Cabo Rello harbour office was told."] == ["Ines Duarte"]
    assert said["Ines Duarte is the one who repaired the lamp in Lisbon."] == ["Ines Duarte"]
    assert ["Rello Ledger"] not in said.values()


def test_an_answer_that_names_nothing_hangs_on_its_question():
    claims = extract_claims(Article.of(MARKED, outlet="Rello Ledger"), models())
    stances = {claim.proposition: claim.stance for claim in claims}
    assert stances["Then nothing happened for weeks."] == "other"


def test_unlabelled_and_plainly_labelled_answers_are_not_the_askers():
    text = (
        "((Ledger)) When did the lamp fail?\n\nID: It failed in March.\n\n((Duarte)) It was old.\n\n"
        "((Ledger)) Who repaired it?\n\nThe keeper did.\n\n((Ledger)) Thanks."
    )
    assert turns_of(text) == [
        ("Ledger", "When did the lamp fail?"),
        ("ID", "It failed in March."),
        ("Duarte", "It was old."),
        ("Ledger", "Who repaired it?"),
        ("Ledger", "Thanks."),
    ]


def test_a_label_may_stand_behind_a_quotation_mark():
    text = "“DUARTE: The lamp failed.\n\n“ROE: Who knew?\n\n“DUARTE: The office.\n\n“ROE: Since when?"
    assert [label for label, _ in turns_of(text)] == ["DUARTE", "ROE", "DUARTE", "ROE"]


def test_in_a_turn_only_who_is_named_has_words_of_his_own():
    text = (
        "((Ledger)) What did Ines Duarte hear?\n\n((Roe)) She told me that Cabo Rello was dark. "
        "Our keeper said that Cabo Rello had no lamp.\n\n((Ledger)) Thank you."
    )
    claims = extract_claims(Article.of(text), models())
    said = {actor.name for claim in claims for actor in claim.actors}
    assert said == {"Ledger", "Roe", "keeper"}


def test_the_questions_assert_nothing():
    claims = extract_claims(Article.of(MARKED), models())
    assert {claim.stance for claim in claims if [actor.name for actor in claim.actors] == ["Ledger"]} == {"other"}


def test_every_span_is_in_the_text():
    for claim in extract_claims(Article.of(MARKED), models()):
        parts = claim.attribution
        assert all(span.of(MARKED).strip() for span in (*parts.source, *parts.cue, *parts.content))
