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
        ("Their boats are new.", "Their"),
        ("The council has not opened it.", None),
        ("We have not opened it.", "We"),
        ("The keeper likes our plan.", "our"),
        ("Our beloved singer Ana Roe died.", None),
        ("“The keeper owes you a boat.”", "you"),
        ("The keeper will show you the boat.", None),
        ("You must try something.", "You"),
        ("That vote split the town.", "That"),
        ("The keeper allowed that.", "that"),
        ("Ana Roe knew them.", "them"),
        ("They paid me.", "They"),
        ("The keeper paid me.", "me"),
        ("He sold two boats.", "He"),
        ("The keeper said he was tired.", None),
        ("It is clear that the dam failed.", None),
        ("It rained in Norvik.", None),
        ("Everyone fishes in this country.", None),
        ("This plan to close the port failed.", None),
        ("Those who stayed were safe.", None),
        ("The council changed the law, and that helped the fishermen.", None),
        ("Both sides kept their word.", None),
    ],
)
def test_a_word_that_takes_up_what_is_not_said(text, word):
    assert unplaced(text, words_of(text)) == word


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Many of which were sold.", False),
        ("The film of which many were proud was lost.", True),
        ("Every euro was accounted for.", True),
        ("The town was full of.", False),
    ],
)
def test_what_goes_on_from_words_before_it_is_no_sentence(text, whole):
    assert is_whole(text, words_of(text)) == whole


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        (
            "Most Harbourmen say they are tired of the strike.",
            "Most Harbourmen are tired of the strike.",
        ),
        (
            "While few actors were fans, Ana Lindqvist recalled going to fairs with her friends.",
            "Ana Lindqvist went to fairs with her friends.",
        ),
        (
            "Guccio said that Ana Roe's server was open, and he had read the letters.",
            "Ana Roe's server was open, and Guccio had read the letters.",
        ),
        (
            "Vandals hit the Harlow Islamic Center in May. Ana Roe said the center was closed for a week.",
            "The Harlow Islamic Center was closed for a week.",
        ),
        (
            "Acme Corp. closed its mill. Ana Roe said the company was broke.",
            "Acme Corp. was broke.",
        ),
        (
            "Mayor Ana Roe opened the bridge. Guccio said that the mayor was late.",
            "Ana Roe was late.",
        ),
        (
            'None of the clerks knew. "It never made sense to me that the bridge was sold," Ana Roe said.',
            "It never made sense to Ana Roe that the bridge was sold.",
        ),
        (
            "The law shields its bank, which the Gull describes as “full of holes”.",
            "Its bank is full of holes.",
        ),
    ],
)
def test_who_and_what_a_word_stands_for(text, proposition):
    assert proposition in [claim.proposition for claim in extract_claims(Article.of(text), models())]


def test_a_name_that_was_put_in_may_be_taken_up_again():
    assert unplaced("Ana Roe lost her keys.", words_of("She lost her keys.")) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The dam failed in March.", True),
        ("Most of the calves died before that.", True),
        ("The audit does not show what its authors claim.", True),
        ("Most of the calves died before the.", False),
        ("There were three deaths.", True),
        ("Norvik blew up the dam.", True),
        ("The gates don’t close.", True),
        ("Roe painting the gates.", False),
        ("A repair as being slow.", False),
        ("What was a loan.", False),
        ("How quiet the harbour can be.", False),
        ("If the mayor is elected.", False),
        ("Mostly deals with nets.", False),
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
            "Tarn fined the brewery Orel Malt in May. “The brewery wastes water,” Ana Roe said.",
            "Orel Malt wastes water.",
        ),
        (
            "The court stopped the sale of the harbour. Ana Roe said the sale was a mistake.",
            "The sale of the harbour was a mistake.",
        ),
        (
            "Senators wrote a bill that would close the port. Ana Roe said the bill comes too late.",
            "The bill that would close the port comes too late.",
        ),
        (
            "Two parties wrote a harbour bill. Ana Roe said the tax bill comes too late.",
            "The tax bill comes too late.",
        ),
        ("Ana Roe criticized the council for not closing the port.", "The council did not close the port."),
        ("Ana Roe told residents of Norvik to stay at home.", "Residents of Norvik should stay at home."),
    ],
)
def test_what_the_article_says_elsewhere_is_put_in(text, proposition):
    assert said(text).get(proposition) == "asserts"


def test_what_does_not_stand_alone_is_left_unresolved():
    text = "Ana Roe met the press in Norvik. “We told that to the council,” Roe said."
    claims = extract_claims(Article.of(text), models())
    (claim,) = [claim for claim in claims if claim.proposition == "We told that to the council."]
    assert (claim.stance, claim.resolution) == ("asserts", "unresolved")


def test_what_a_denial_points_at_keeps_its_side():
    text = "Ana Roe said: “They burned that ship.” The navy denied the claim."
    assert {claim.stance for claim in extract_claims(Article.of(text), models())} == {"asserts", "denies"}


def test_a_capital_that_only_opens_the_sentence_is_no_short_name():
    stances = said("Orel Salt closed a mine that sold salt. “Salt isn’t the reason,” Ana Roe said.")
    assert "Salt isn’t the reason." in stances
