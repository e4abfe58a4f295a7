"""Headlines are read as sentences: small letters but for names, every character in its place."""

from __future__ import annotations

import pytest

from claims.extraction.headlines import in_sentence_case, known_words, parse

BODY = "\nThe mayor of Orrin, Ada Lund, said the bank had denied theft. Nothing was stolen from the bank in Orrin."


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("Mayor Of Orrin Denies Theft From Bank", "Mayor of Orrin denies theft from bank"),
        ("MAYOR LUND SAYS NOTHING WAS STOLEN", "Mayor Lund says nothing was stolen"),
        ("Ada Lund’s Bank Can’t Find Its Files", "Ada Lund’s bank can’t find its files"),
        ("Lund: ‘The Bank Is Lying.’ Nobody Agrees", "Lund: ‘The bank is lying.’ Nobody agrees"),
        ("Orrin Mayor Reportedly Visited Brill", "Orrin mayor reportedly visited Brill"),
        ("Mark And Grace Denied Stealing Anything", "Mark and Grace denied stealing anything"),
        ("Mayor of Orrin denies theft from bank", "Mayor of Orrin denies theft from bank"),
        ("Ada Lund, Orrin", "Ada Lund, Orrin"),
    ],
)
def test_a_headline_keeps_the_capitals_of_names(headline: str, written: str) -> None:
    assert in_sentence_case(headline + BODY, known_words()) == written + BODY


def test_a_headline_that_is_quoted_is_written_so_too() -> None:
    text = f"The Orrin Post’s piece was titled “Mayor Denied Bank Theft Again”. {BODY}"
    assert "titled “Mayor denied bank theft again”" in in_sentence_case(text, known_words())


def test_a_line_of_words_that_nobody_knows_stays() -> None:
    text = f"Xyl Qorv Zed Wrox Plim{BODY}"
    assert in_sentence_case(text, known_words()) == text


def test_offsets_are_those_of_the_article() -> None:
    text = f"İzmir Mayor Denies Theft From Bank{BODY}"
    doc = parse(text)
    assert len(doc.text) == len(text)
    assert [text[t.idx : t.idx + len(t)].lower() for t in doc] == [t.lower_ for t in doc]
    assert [t.text for t in doc if t.text in ("Denies", "denies")] == ["denies"]


@pytest.mark.parametrize("dateline", ["ORRIN, Md., Oct. 4 (Echo) — ", "ORRIN - ", "PORT ORRIN (Echo) -- "])
def test_a_dateline_is_not_parsed_and_keeps_its_place(dateline: str) -> None:
    doc = parse(f"{dateline}The mayor denied theft.")
    assert next((token.text, token.idx) for token in doc if not token.is_space) == ("The", len(dateline))


@pytest.mark.parametrize("text", ["NATO – the alliance – denied theft.", "ORRIN - the port - denied theft."])
def test_a_name_before_a_dash_is_no_dateline(text: str) -> None:
    assert parse(text).text == text
