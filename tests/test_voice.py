"""Where an article itself calls a report false or unproven, and where it does not."""

import pytest

from claims.extraction.language import load_language
from claims.extraction.verdicts import find_verdicts
from claims.extraction.voice import find_called_false, find_own_voice
from claims.types import Span


def todo(reason, *values):
    """Mark a row that ought to hold and does not."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


DENIES = [
    ("That report is false.", "That report"),
    ("The claim is untrue.", "The claim"),
    todo(
        "the parser makes the inserted participle the main verb",
        "The story, shared thousands of times, is bogus.",
        "The story",
    ),
    todo(
        "only “nothing” with a coordinate noun is known, and here the lie hangs on “but” as a preposition",
        "The rumour was nothing but a lie.",
        "The rumour",
    ),
    ("The video is a hoax.", "The video"),
    ("The letter turned out to be a hoax.", "The letter"),
    ("The letter turned out to be fake.", "The letter"),
    ("The picture proved to be a fabrication.", "The picture"),
    ("None of this is true.", "this"),
    ("None of these claims is accurate.", "these claims"),
    ("The report is not true.", "The report"),
    ("The quotation isn't real.", "The quotation"),
    ("The rumour was never true.", "The rumour"),
    ("The story was debunked.", "The story"),
    ("The rumour has been thoroughly discredited.", "The rumour"),
    ("The photo was doctored.", "The photo"),
    ("The message was exposed as a hoax.", "The message"),
    ("The story of a drained lake is a myth.", "The story"),
    ("There is no truth to the rumour that the bank will close.", "that the bank will close"),
    ("The false report that the bank will close spread quickly.", "that the bank will close"),
]

DOUBTS = [
    ("So far there is nothing substantiating the rumours.", "the rumours"),
    ("Nothing supports the story that the bank will close.", "the bank will close"),
    ("There is no evidence that the bank will close.", "that the bank will close"),
    ("There was no proof of a break-in at the vault.", "of a break-in at the vault"),
    ("No evidence for the theory has emerged.", "for the theory"),
    ("The report is unconfirmed.", "The report"),
    ("The claim remains unproven.", "The claim"),
    ("The unverified report that the bank will close spread quickly.", "that the bank will close"),
]

SILENT = [
    "The sailor was wrongly convicted of piracy.",
    "Nobody falsely claimed that the bank will close.",
    "Lindqvist spoke of a false report that the bank will close.",
    "Its spokesman, Karl Roe, spoke of fake news.",
    "There was nothing to eat in the house.",
    "There was no sign of the three sailors.",
    "Is the report false?",
    "Was the story a hoax?",
    "Is there no evidence that the bank will close?",
    "If the report is false, the editor must resign.",
    "The editor must resign if the report is false.",
    "Nobody knows whether the story is a hoax.",
    "Unless the story is false, the bank is lost.",
    "If the story was debunked, the editor must resign.",
    "The report is not false.",
    "The claim isn't untrue.",
    "The story was never debunked.",
    "The rumour is no hoax.",
    "He crossed the border with a fake passport.",
    "The runner was disqualified after a false start.",
    "The alarm was false.",
    "The dentist sells false teeth.",
    "She signed with an invented name.",
    "The report is true.",
    "The report is long.",
    "The bridge is wrong for lorries.",
    "There is evidence that the bank will close.",
    "No report has been published.",
    "The comedian told a joke.",
    "Two ‘prank’ videos were filmed at the bank.",
    "The bank will close on Friday.",
    "",
]


def found_in(text, taken=()):
    doc = load_language()(text)
    return find_own_voice(doc, [span_of(text, words) for words in taken])


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("text", "content"), DENIES)
def test_the_article_calls_it_false(text, content):
    (item,) = found_in(text)
    assert item.stance == "denies"
    assert content in item.content.of(text)


@pytest.mark.parametrize(("text", "content"), DOUBTS)
def test_the_article_calls_it_unproven(text, content):
    (item,) = found_in(text)
    assert item.stance == "doubts"
    assert content in item.content.of(text)


@pytest.mark.parametrize("text", SILENT)
def test_the_article_calls_nothing_false(text):
    assert found_in(text) == []


@pytest.mark.parametrize("text", [row[0] for row in DENIES + DOUBTS if not hasattr(row, "values")])
def test_cue_and_content_lie_in_the_text_and_apart(text):
    for item in found_in(text):
        assert item.cue.of(text).strip()
        assert item.content.of(text).strip()
        assert 0 <= item.cue.start < item.cue.end <= len(text)
        assert 0 <= item.content.start < item.content.end <= len(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("That report is false.", "is false"),
        ("The letter turned out to be a hoax.", "turned out to be a hoax"),
        ("The story was debunked.", "was debunked"),
        ("There is no evidence that the bank will close.", "no evidence"),
        ("The message was exposed as a hoax.", "was exposed as a hoax"),
    ],
)
def test_the_cue_is_the_words_that_call_it_so(text, cue):
    (item,) = found_in(text)
    assert item.cue.of(text) == cue


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Lindqvist said the report is false.", "the report is false"),
        (
            "Lindqvist said there is no evidence that the bank will close.",
            "there is no evidence that the bank will close",
        ),
    ],
)
def test_what_somebody_else_says_is_not_the_articles_voice(text, spoken):
    assert found_in(text) != []
    assert found_in(text, [spoken]) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The story is a hoax,” Lindqvist said.",
        "The county wrote:\n“A website wrote of a flood. This report is false.”",
        "The pictures could have been faked.",
        "The report may be fake.",
        "The story sounded good, but it might not have been true.",
        "The channel shows its prank video.",
        "The report said the man had been lying down.",
    ],
)
def test_what_is_quoted_or_left_open_is_not_the_articles_voice(text):
    assert found_in(text) == []


def test_the_articles_own_words_beside_a_quotation_count():
    text = "Lindqvist said the bank would close. The report is false."
    (item,) = found_in(text, ["the bank would close"])
    assert item.content.of(text) == "The report"


def test_what_is_stated_outright_makes_mention_in_passing_superfluous():
    text = "The fake story spread in May. The story is false."
    (item,) = found_in(text)
    assert item.stated
    assert item.cue.of(text) == "is false"


def test_what_is_said_only_in_passing_counts_once():
    text = "The fake story spread in May. Many readers shared the fake story."
    (item,) = found_in(text)
    assert not item.stated
    assert item.content.start < text.index(".")


def test_two_reports_called_false_are_two():
    text = "The report of a flood is false. The photo was doctored."
    assert [item.content.of(text) for item in found_in(text)] == ["The report of a flood", "The photo"]


@pytest.mark.parametrize(
    ("text", "spoken", "contents"),
    [
        todo(
            "the parser takes “that” for the object of “close”, so the clause for a relative one",
            "Lindqvist complained about the fake report that the bank will close.",
            "the fake report that the bank will close",
            ["that the bank will close"],
        ),
        ("Lindqvist complained about the fake report.", "the fake report", []),
        (
            "Lindqvist asked if the fake report that the bank will close was read.",
            "if the fake report that the bank will close was read",
            [],
        ),
        ("Lindqvist said the bank will close.", "the bank will close", []),
    ],
)
def test_a_source_calls_something_false_in_passing_only_where_it_says_what(text, spoken, contents):
    doc = load_language()(text)
    found = find_called_false(doc, span_of(text, spoken))
    assert len(found) == len(contents)
    assert all(words in item.content.of(text) for words, item in zip(contents, found, strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Claim: The pier at Norvik has burnt down.\n\nFALSE\n\nExample: none.", [("denies", "FALSE")]),
        ("The claim: The pier at Norvik has burnt down.\nRating: Mostly false.\n", [("denies", "Mostly false")]),
        ("Rumour:\nThe pier at Norvik has burnt down.\n\nStatus: Unproven", [("doubts", "Unproven")]),
        ("Claim: The pier at Norvik has burnt down.\n\nTRUE\n\nOrigins: none.", []),
        ("Claim: The pier at Norvik has burnt down.\n\nThe report is false, but who told it?", []),
        ("FALSE\n\nClaim: The pier at Norvik has burnt down.", []),
        (
            "Claim: The pier has burnt down.\n\nTRUE\n\nClaim: The mayor has sold the pier.\n\nFAKE",
            [("denies", "FAKE")],
        ),
    ],
)
def test_a_fact_check_labels_the_claim_and_its_verdict(text, wanted):
    found = list(find_verdicts(text))
    assert [(each.stance, each.label.of(text)) for each in found] == wanted
    assert all("pier" in each.content.of(text) for each in found)
