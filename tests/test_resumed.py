"""A speaker's second verb, which the parser hangs in what he said, makes a claim of its own."""

from functools import cache

import pytest

from claims.extraction.extract import extract_claims
from claims.inference import load_models
from claims.types import Article


@cache
def models():
    return load_models()


@pytest.mark.parametrize(
    ("sentence", "said", "denied"),
    [
        (
            "Ada Lund told the Echo that the shop is open and denied reports of a fire.",
            "The shop is open.",
            "There was a fire.",
        ),
        (
            "Ada Lund said she had been told by neighbours that the mayor is fine, and dismissed the reports of a "
            "fire.",
            "Ada Lund had been told by neighbours that the mayor is fine.",
            "There was a fire.",
        ),
        (
            "Ada Lund said she had spoken to the owner, who was fine, and denied there had been a fire.",
            "Ada Lund had spoken to the owner, who was fine.",
            "There had been a fire.",
        ),
        (
            "Ada Lund said she was looking into the reports but denied selling the bridge.",
            "Ada Lund was looking into the reports.",
            "Ada Lund sold the bridge.",
        ),
    ],
)
def test_who_said_one_thing_and_denied_another(sentence, said, denied):
    claims = extract_claims(Article.of(sentence), models())
    assert [(c.actor_names, c.stance, c.proposition) for c in claims] == [
        (("Ada Lund",), "asserts", said),
        (("Ada Lund",), "denies", denied),
    ]
