"""Show everything that people changed, and let it be taken back."""

from __future__ import annotations

import streamlit as st

from claims.pages import marking
from claims.pages.cached import open_snapshot
from claims.pages.opened import find_corrections
from claims.pages.reviewing import show_changes
from claims.pages.wording import count_words

MOST = 100


def show() -> None:
    """Draw the view."""
    snapshot = open_snapshot()
    made, articles = find_corrections(snapshot)
    words = count_words(len(made), "change")
    marking.show(marking.line(words[:1].upper() + words[1:], kind="heading"))
    if not made:
        st.text("Nobody has confirmed, rejected or corrected anything yet.")
    show_changes(snapshot, made[:MOST], articles, "all")
    if len(made) > MOST:
        st.text(f"The latest {MOST} are shown.")
