"""Say that nothing is shown, and which filter to loosen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from claims.pages import marking, session
from claims.pages.wording import count_words, looser
from claims.types import ClaimQuery


def show(query: ClaimQuery, noun: str, count: Callable[[ClaimQuery], int]) -> None:
    """Say what each filter takes away; `count` tells how many `noun`s a query selects."""
    ways = [(name, count(other)) for name, other in looser(query)]
    if not ways:
        st.text(f"There are no {noun}s yet. Add articles, and they appear here.")
        return
    helpful = [f"Without {name} there would be {count_words(number, noun)}." for name, number in ways if number]
    lines = [f"No {noun} fits all the filters.", *(helpful or ["Loosening one of them is not enough."])]
    marking.show(*map(marking.line, lines), kind="note")
    st.button("Clear all filters", on_click=session.clear, key="clear-empty")
