"""Show the table of disputes, and the one that is open."""

from __future__ import annotations

import streamlit as st

from claims.pages import cards, dispute, downloads, empty, marking, session
from claims.pages.cached import Snapshot, count_disputes, disputes_table, matching_claims, open_snapshot, resolved
from claims.pages.opened import open_dispute
from claims.pages.table import show_cut, show_table
from claims.pages.wording import filters_words
from claims.tables import grouped_disputes
from claims.types import ClaimQuery, content_id

STRENGTH = (
    "How sure the program is that the two sides speak of the same thing and contradict each other. Of likely pairs "
    "in annotated articles about two in three hold; in other news fewer do. Read the words."
)
GROUPS = {"": "By dispute", "actor": "By actor", "day": "By day"}
GROUP = st.column_config.TextColumn("Under", width=150)
COLUMNS = {
    "proposition": st.column_config.TextColumn("Proposition", width=195),
    "title": st.column_config.TextColumn("In the article", width=125),
    "sides": st.column_config.TextColumn("Sides", width=268, help="Who asserts it ⟷ who denies it, and since when"),
    "first_day": st.column_config.DateColumn("First", format="D MMM YYYY", width=80),
    "latest_day": st.column_config.DateColumn("Latest", format="D MMM YYYY", width=80),
    "outlets": st.column_config.NumberColumn("Outlets", width=55),
    "strength": st.column_config.ProgressColumn(
        "Strength",
        help=STRENGTH,
        format="%d%%",
        min_value=0,
        max_value=100,
        width=75,
    ),
    "review": st.column_config.TextColumn("Review", width=85, help="What people said of its pairs"),
}


def show() -> None:
    """Draw the view."""
    snapshot, view = open_snapshot(), session.current()
    query = resolved(snapshot, view.query)
    frame = disputes_table(snapshot, query)
    number = int(frame.attrs["total"])
    marking.show(marking.line(*filters_words(query, number, "dispute", "with"), kind="heading"))
    if frame.empty:
        empty.show(query, "dispute", lambda other: count_disputes(snapshot, other))
    else:
        by = _grouping()
        key = content_id("disputes", snapshot.counts, query, by)
        worded = frame.assign(strength=(frame["strength"] * 100).round(), review=frame["review"].fillna("open"))
        shown = COLUMNS if frame["review"].notna().any() else {k: v for k, v in COLUMNS.items() if k != "review"}
        if by:
            worded, shown = grouped_disputes(worded, by), {"group": GROUP, **shown}
        show_table(worded, shown, "dispute_id", key)
        show_cut(number)
        downloads.show(snapshot, query, "disputes")
    if view.opened:
        _show_open(snapshot, view.opened, query)
    elif not frame.empty:
        st.caption("Select a row to see both sides in their own words.")


def _grouping() -> str:
    """Ask under what the disputes stand; "" for nothing."""
    return (
        st.segmented_control(
            "Group by", list(GROUPS), format_func=GROUPS.__getitem__, default="", label_visibility="collapsed"
        )
        or ""
    )


def _show_open(snapshot: Snapshot, dispute_id: str, query: ClaimQuery) -> None:
    opened = open_dispute(snapshot, dispute_id)
    if opened is None:
        marking.show_note("The dispute that the link leads to is not here.")
        return
    matching = matching_claims(snapshot, query) if session.selects(query) else frozenset()
    cards.show_legend()
    dispute.show_dispute(snapshot, opened, matching, query.tiers)
