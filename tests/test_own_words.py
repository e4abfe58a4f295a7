"""What a speaker says of his own telling is left away: "I can confirm that X" says X."""

from functools import cache

import pytest

from claims.extraction.extract import extract_claims
from claims.inference import load_models
from claims.types import Article


@cache
def models():
    return load_models()


def said(text):
    (claim,) = extract_claims(Article.of(text), models())
    return claim.stance, claim.proposition


@pytest.mark.parametrize(
    "opening",
    [
        "I think",
        "I know that",
        "I would say that",
        "I can confirm that",
        "I can tell you that",
        "I'm sure that",
        "I am confident that",
        "It is clear that",
        "It is true that",
        "There is no doubt that",
    ],
)
def test_what_only_opens_a_statement_is_left_away(opening):
    assert said(f"“{opening} the bridge is safe,” Ada Lund said.") == ("asserts", "The bridge is safe.")


def test_a_ministry_is_we_where_it_believes():
    assert said("“We believe that the bridge is safe,” the ministry said.") == ("asserts", "The bridge is safe.")


def test_it_was_clear_is_left_away_in_indirect_speech():
    assert said("Ada Lund said it was clear that the scene had been staged.") == (
        "asserts",
        "The scene had been staged.",
    )


def test_what_stands_before_the_opening_stays():
    text = "“While the bridge is old, I believe it is safe,” Ada Lund said."
    assert said(text) == ("asserts", "While the bridge is old, it is safe.")


@pytest.mark.parametrize(
    ("sentence", "proposition"),
    [
        ("“I don't think the bridge is safe,” Ada Lund said.", "Ada Lund doesn't think the bridge is safe."),
        ("“I thought the bridge was safe,” Ada Lund said.", "Ada Lund thought the bridge was safe."),
        ("“It is possible that the bridge was sold,” Ada Lund said.", "It is possible that the bridge was sold."),
        ("Ada Lund said she thinks the bridge is safe.", "Ada Lund thinks the bridge is safe."),
    ],
)
def test_doubt_and_what_was_thought_once_stay(sentence, proposition):
    assert said(sentence)[1] == proposition
