from __future__ import annotations

import time
from datetime import date

import pytest

from claims.extraction.dates import said_on

THURSDAY = date(2024, 10, 24)

STATED = [
    ("The minister said on Wednesday", date(2024, 10, 23)),
    ("the union said Wednesday", date(2024, 10, 23)),
    ("Late Tuesday, the court denied", date(2024, 10, 22)),
    ("The mayor told a meeting on Tuesday night", date(2024, 10, 22)),
    ("the company said on Thursday", date(2024, 10, 24)),
    ("the company said last Thursday", date(2024, 10, 17)),
    ("the bank said last Friday", date(2024, 10, 18)),
    ("the bank said on Monday of last week", date(2024, 10, 14)),
    ("the bank said on Friday last week", date(2024, 10, 18)),
    ("In Wednesday's statement the ministry denied", date(2024, 10, 23)),
    ("a source said on Sat.", date(2024, 10, 19)),
    ("the team denied on Tues.", date(2024, 10, 22)),
    ("he said today", date(2024, 10, 24)),
    ("this morning the harbour office announced", date(2024, 10, 24)),
    ("she said yesterday", date(2024, 10, 23)),
    ("the spokesman insisted last night", date(2024, 10, 23)),
    ("the clerk said the day before yesterday", date(2024, 10, 22)),
    ("the ministry denied a day earlier", date(2024, 10, 23)),
    ("a day earlier, the navy confirmed", date(2024, 10, 23)),
    ("had told the panel the day before", date(2024, 10, 23)),
    ("the panel said two days ago", date(2024, 10, 22)),
    ("the panel said 3 days earlier", date(2024, 10, 21)),
    ("the treasurer said on 12 May", date(2024, 5, 12)),
    ("the treasurer said on May 12th", date(2024, 5, 12)),
    ("the treasurer said on the 12th of May", date(2024, 5, 12)),
    ("the treasurer said on 12 May 2023", date(2023, 5, 12)),
    ("the treasurer said Oct. 14, 2024", date(2024, 10, 14)),
    ("the treasurer said on Monday, Oct. 14", date(2024, 10, 14)),
    ("the treasurer said on Monday 14 October 2024", date(2024, 10, 14)),
    ("the treasurer wrote on 2024-10-01", date(2024, 10, 1)),
    ("the treasurer said on 30 December", date(2023, 12, 30)),
    ("the treasurer said on 26 October", date(2024, 10, 26)),
    ("the treasurer said on 29 February", date(2024, 2, 29)),
    ("After months of talks in March, the envoy said on Monday", date(2024, 10, 21)),
    ("The firm, whose plant burnt on Sunday, said on Tuesday", date(2024, 10, 22)),
    ("said on Tuesday, after a meeting held on Sunday, the firm", date(2024, 10, 22)),
    ("After Monday's vote the envoy said on Tuesday", date(2024, 10, 22)),
    ("The May report was wrong, she said on Tuesday", date(2024, 10, 22)),
]

PUBLISHED = [
    "The minister said",
    "We deny",
    "He may say",
    "The minister sat and said",
    "The sun had set when the second witness said",
    "Marchers who march on said",
    "The minister will say on Monday",
    "The minister is expected to say on Monday",
    "next Wednesday, the minister says",
    "Tomorrow, says the minister",
    "The Sunday Times reported",
    "The Mail on Sunday reported",
    "Campaigners against Black Friday said",
    "USA Today reported",
    "After Monday's vote the envoy said",
    "Before 12 May the envoy has to resign, he said",
    "The treasurer, born on 3 May 1960, said",
    "The panel, founded in 2019, said",
    "The group has maintained since 2014",
    "said a day after the fire",
    "Shops that close on Mondays said",
    "He said at 10.12 May I speak",
    "Costs of $12 May trouble us, said",
]

NO_DAY = [
    "the envoy said in March",
    "the envoy said in March 2023",
    "the envoy said in 2023",
    "Last October the envoy denied",
    "the envoy said earlier this month",
    "the envoy said last week",
    "the envoy said last year",
    "for several days the envoy denied",
    "the envoy said a few days ago",
    "the envoy said half a year ago",
    "the envoy said between 12 and 14 May",
    "the envoy said on May 12-14",
    "the envoy said at the weekend",
    "the envoy said at the time",
    "the envoy said the next day",
    "on the same day the envoy denied",
    "the envoy denied two days before the vote",
    "the envoy had previously denied",
]


@pytest.mark.parametrize(("clause", "day"), STATED)
def test_stated_days(clause: str, day: date) -> None:
    assert said_on(clause, THURSDAY) == (day, "stated")


@pytest.mark.parametrize("clause", PUBLISHED)
def test_words_that_state_no_day_leave_the_day_of_publication(clause: str) -> None:
    assert said_on(clause, THURSDAY) == (THURSDAY, "published")
    assert said_on(clause, None) == (None, None)


@pytest.mark.parametrize("clause", NO_DAY)
def test_vague_times_give_no_day_rather_than_a_wrong_one(clause: str) -> None:
    assert said_on(clause, THURSDAY) == (None, None)


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("In Wednesday 's statement the ministry denied", date(2024, 10, 23)),
        ("the treasurer said on Monday , Oct. 14 , 2024 ,", date(2024, 10, 14)),
        ("the treasurer wrote on 2024 - 10 - 01 .", date(2024, 10, 1)),
        ("the treasurer said -- on Tuesday --", date(2024, 10, 22)),
    ],
)
def test_clauses_made_of_tokens(clause: str, day: date) -> None:
    assert said_on(clause, THURSDAY) == (day, "stated")


def test_a_full_date_needs_no_day_of_publication() -> None:
    assert said_on("the envoy said on 14 October 2024", None) == (date(2024, 10, 14), "stated")
    assert said_on("the envoy said on 14 October", None) == (None, None)
    assert said_on("the envoy said on Monday", None) == (None, None)


def test_a_date_after_publication_is_no_saying_day() -> None:
    assert said_on("the envoy, retiring on 1 May 2031, said", THURSDAY) == (THURSDAY, "published")


def test_an_impossible_date_is_no_day() -> None:
    assert said_on("the envoy said on 31 June 2024", THURSDAY) == (THURSDAY, "published")


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("the envoy denied a day earlier", date(2024, 10, 13)),
        ("the envoy said the next day", date(2024, 10, 15)),
        ("on the same day the envoy denied", date(2024, 10, 14)),
        ("the envoy denied two days ago", date(2024, 10, 22)),
    ],
)
def test_an_anchor_is_where_relative_days_count_from(clause: str, day: date) -> None:
    assert said_on(clause, THURSDAY, anchor=date(2024, 10, 14)) == (day, "stated")


def test_long_clauses_take_no_longer_than_their_length() -> None:
    started = time.perf_counter()
    said_on("1 - 2 and in the day of early late " * 100_000, THURSDAY)
    said_on(" " * 1_000_000, THURSDAY)
    assert time.perf_counter() - started < 1
