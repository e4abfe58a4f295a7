"""Any text at all: spans inside it, no exception, the same again.

A longer run: HYPOTHESIS_PROFILE=long pytest tests/test_fuzzing.py
"""

from __future__ import annotations

import gzip
import os
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.extraction.dates import said_on
from claims.extraction.extract import extract_claims
from claims.extraction.stance import read_stance
from claims.inference import Models, load_models
from claims.reading import read_bytes, read_pasted
from claims.types import STANCES, Article

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("short", max_examples=60, derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("long", max_examples=5000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

PIECES = (
    *(
        "“The dam leaks",
        "”",
        '"',
        "‘",
        "’",
        " said ",
        " denied that ",
        " it ",
        " the claims",
        ".",
        ", ",
        "\n",
        "\n\n",
        ":",
    ),
    *(
        "Harland",
        "the ministry",
        "Harland’s",
        "Kyiv",
        "I ",
        "we ",
        "who ",
        " not ",
        "no ",
        "never ",
        "has been accused of ",
    ),
    *(
        "on Monday",
        "May",
        "31 February",
        "a hoax",
        "fake news that ",
        "(",
        ")",
        "[",
        "]",
        "—",
        "…",
        "-",
        "N/A",
        "’s",
        "'s",
    ),
    *(
        "\u202e",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "\ud800",
        "🙂",
        "é",
        "שלום",
        "привет ",
        "中文",
        "\t",
        "\r",
        "\f",
        "\u2028",
        "<b>",
    ),
)
NAMES = tuple(
    f"a{suffix}" for suffix in (".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".zip", ".gz", ".warc", "", ".x")
)
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=60).map("".join)


@cache
def models() -> Models:
    return load_models()


@given(st.sampled_from(NAMES), st.one_of(st.binary(max_size=400), texts.map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_under_any_name_are_articles_or_sentences(name: str, data: bytes) -> None:
    for packed in ((name, data), (f"{name}.gz", gzip.compress(data))):
        for read in read_bytes(*packed):
            assert isinstance(read, Article | InputError)
            assert isinstance(read, Article) or "\n" not in str(read)


@given(texts)
def test_any_text_gives_claims_whose_words_stand_in_it(text: str) -> None:
    try:
        article = read_pasted(text, outlet="Gull", published_on=date(2024, 5, 6))
    except InputError:
        return
    found = extract_claims(article, models())
    for claim in found:
        attribution = claim.attribution
        for span in (*attribution.source, *attribution.cue, *attribution.content, claim.sentence):
            assert 0 <= span.start < span.end <= len(article.text)
        assert claim.stance in STANCES
        assert claim.proposition.strip()
    assert found == extract_claims(article, models())


@given(texts, texts)
def test_any_words_have_a_stance(cue: str, content: str) -> None:
    reading = read_stance(cue, content)
    assert reading.stance in STANCES
    assert reading.frame is None or 0 <= reading.frame.start <= reading.frame.end <= len(content)


@given(texts, st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 12, 31))))
def test_any_words_have_a_day_or_none(clause: str, published: date | None) -> None:
    day, basis = said_on(clause, published)
    assert (day is None) == (basis is None)


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100
        + "<p>The mayor of Velmar denied on Monday that the bridge was sold. Nobody asked him.</p>"
        + "</div>" * 100,
        "<article><p>" + "The mayor said that the bridge was sold. " * 200 + "</p></article>",
    ],
)
def test_deeply_nested_and_long_pages_are_read(text: str) -> None:
    (read,) = read_bytes("a.html", f"<html><body>{text}</body></html>".encode())
    assert isinstance(read, Article)


def test_a_line_of_a_megabyte_takes_no_longer_than_its_length_asks() -> None:
    with pytest.raises(InputError, match="more than the"):
        read_pasted("a " * 600_000)
    assert extract_claims(read_pasted("word " * 4000 + "Harland said that it rains."), models())
