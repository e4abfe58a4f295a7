"""Whether a proposition stands alone, and the words that its article gives it for that."""

from functools import cache

import pytest

from claims.extraction.extract import extract_claims
from claims.extraction.language import load_language
from claims.extraction.standing import is_whole, unplaced
from claims.inference import load_models
from claims.types import Article


@cache
def models():
    return load_models()


def words_of(text):
    return [token for token in load_language()(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Their strategy is very clear.", "Their"),
        ("The council has not opened it.", None),
        ("We have not opened it.", "We"),
        ("You have got to do something.", "You"),
        ("That speech went beyond the room.", "That"),
        ("If you continue that, you destroy the law.", "that"),
        ("Ana Roe knew them.", "them"),
        ("They consoled me.", "They"),
        ("The keeper consoled me.", "me"),
        ("He was a true leader.", "He"),
        ("The keeper said he was tired.", None),
        ("It is clear that the dam failed.", None),
        ("It rained in Norvik.", None),
        ("Everyone is free in this country.", None),
        ("This plan to close the port failed.", None),
        ("Those who stayed were safe.", None),
        ("The council changed the law, and that helped the fishermen.", None),
        ("Both sides kept their word.", None),
    ],
)
def test_a_word_that_takes_up_what_is_not_said(text, word):
    assert unplaced(text, words_of(text)) == word


def test_a_name_that_was_put_in_may_be_taken_up_again():
    assert unplaced("Ana Roe lost her keys.", words_of("She lost her keys.")) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The dam failed in March.", True),
        ("There were three deaths.", True),
        ("Norvik blew up the dam.", True),
        ("The gates don’t close.", True),
        ("Conway formulating the problem.", False),
        ("A process as being tricky.", False),
        ("What was a rant.", False),
        ("How strange frogs can be.", False),
        ("If the mayor is elected.", False),
        ("Currently focuses on load.", False),
        ("The picture that showed the dam.", False),
    ],
)
def test_a_whole_sentence_has_a_subject_and_a_verb_with_a_tense(text, whole):
    assert is_whole(text, words_of(text)) is whole


def test_a_verb_that_was_given_its_tense_counts():
    assert is_whole("Norvik blew up the dam.", words_of("blowing up the dam"))


def said(text):
    return {claim.proposition: claim.stance for claim in extract_claims(Article.of(text), models())}


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        (
            "Tarn banned the airline Orel Air in May. “The airline carries weapons,” Ana Roe said.",
            "Orel Air carries weapons.",
        ),
        (
            "The court stopped the sale of the harbour. Ana Roe said the sale was a mistake.",
            "The sale of the harbour was a mistake.",
        ),
        (
            "Senators wrote a bill that would close the port. Ana Roe said the bill is a bad idea.",
            "The bill that would close the port is a bad idea.",
        ),
        (
            "Two parties wrote a harbour bill. Ana Roe said the tax bill is a bad idea.",
            "The tax bill is a bad idea.",
        ),
        ("Ana Roe criticized the council for not closing the port.", "The council did not close the port."),
        ("Ana Roe told residents of Norvik to stay at home.", "Residents of Norvik should stay at home."),
    ],
)
def test_what_the_article_says_elsewhere_is_put_in(text, proposition):
    assert said(text).get(proposition) == "asserts"


def test_what_does_not_stand_alone_takes_no_side():
    stances = said("Ana Roe met the press in Norvik. “We made that clear to the council,” Roe said.")
    assert stances["We made that clear to the council."] == "other"


def test_what_a_denial_points_at_keeps_its_side():
    text = "Ana Roe said: “They burned that ship.” The navy denied the claim."
    assert {claim.stance for claim in extract_claims(Article.of(text), models())} == {"asserts", "denies"}


def test_a_capital_that_only_opens_the_sentence_is_no_short_name():
    stances = said("Orel Coal closed a mine that sold coal. “Coal isn’t the villain,” Ana Roe said.")
    assert "Coal isn’t the villain." in stances
