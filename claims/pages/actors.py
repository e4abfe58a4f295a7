"""Show who speaks, whom they contradict and who contradicts them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from claims.pages import empty, marking, session
from claims.pages.cached import Snapshot, actors_table, count_claims, open_snapshot, oppositions_table, resolved
from claims.pages.regrouping import show_rename
from claims.pages.table import ONE_LINE, show_table
from claims.pages.wording import filters_words
from claims.tables import opposition_matrix
from claims.types import content_id

COLUMNS = {
    "actor": st.column_config.TextColumn("Actor", width=220),
    "part_of": st.column_config.TextColumn("Part of", width=180),
    "claims": st.column_config.NumberColumn("Claims", width=70, help="Its own and those of its parts"),
    "asserts": st.column_config.NumberColumn("Asserts", width=70),
    "denies": st.column_config.NumberColumn("Denies", width=70),
    "doubts": st.column_config.NumberColumn("Doubts", width=70),
}
AGAINST = {
    "asserting": st.column_config.TextColumn("Asserts", width=160),
    "denying": st.column_config.TextColumn("Denies, doubts or contradicts", width=160),
    "relation": st.column_config.TextColumn("How", width=120),
    "asserting_day": st.column_config.DateColumn("Asserted", format="D MMM YYYY", width=95),
    "denying_day": st.column_config.DateColumn("Answered", format="D MMM YYYY", width=95),
    "proposition": st.column_config.TextColumn("Proposition", width=300),
}
MATRIX = 15
"""Rows and columns of the matrix; the actors with most oppositions are shown."""


def show() -> None:
    """Draw the view."""
    snapshot, view = open_snapshot(), session.current()
    query = resolved(snapshot, view.query)
    frame = actors_table(snapshot, query)
    marking.show(marking.line(*filters_words(query, len(frame), "actor", "by"), kind="heading"))
    if frame.empty:
        empty.show(query, "actor", lambda other: count_claims(snapshot, other))
        return
    show_table(frame, COLUMNS, "actor", content_id("actors", snapshot.counts, query), row_height=ONE_LINE)
    whole = st.toggle("Count people and bodies as their country", help="Peskov within the Kremlin within Russia")
    against = oppositions_table(snapshot, query, whole)
    if view.opened in set(frame["actor"]):
        _show_actor(snapshot, against, str(view.opened))
    else:
        st.caption("Select a row to see whom the actor contradicts, and who contradicts it.")
        _show_matrix(against)


def _show_actor(snapshot: Snapshot, against: pd.DataFrame, name: str) -> None:
    st.button("Show only its claims in every view", on_click=session.filter_actor, args=(name,))
    show_rename(snapshot, name)
    changed = against["relation"] == "changed-position"
    for heading, rows in (
        ("What it denies, doubts or contradicts", against[(against["denying"] == name) & ~changed]),
        ("What others deny, doubt or contradict of it", against[(against["asserting"] == name) & ~changed]),
        ("Positions that it changed", against[(against["asserting"] == name) & changed]),
    ):
        marking.show(marking.line(heading, kind="group"))
        if rows.empty:
            st.text("Nothing in the articles read so far.")
        else:
            st.dataframe(rows[list(AGAINST)], hide_index=True, column_config=AGAINST)


def _show_matrix(against: pd.DataFrame) -> None:
    if against.empty:
        return
    marking.show(marking.line("Who answers whom: rows assert, columns deny, doubt or contradict", kind="group"))
    st.dataframe(opposition_matrix(against, MATRIX))
