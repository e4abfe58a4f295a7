"""Show claims and denials by day and actor."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from claims.pages import cards, empty, marking, session
from claims.pages.cached import open_snapshot, resolved, timeline_table
from claims.pages.opened import open_claim
from claims.pages.reviewing import show_claim_controls
from claims.pages.wording import SAYS, filters_words
from claims.types import STANCES, content_id

MOST_ACTORS = 20
"""Rows of the chart; the actors with most claims are shown."""
COLOURS = {"asserts": "#2b7bba", "denies": "#d9730d", "doubts": "#8b6fc0", "other": "#808080"}
SHAPES = {"asserts": "circle", "denies": "cross", "doubts": "triangle-up", "other": "square"}
ROW = 34


def show() -> None:
    """Draw the view."""
    snapshot, view = open_snapshot(), session.current()
    query = resolved(snapshot, view.query)
    points = timeline_table(snapshot, query, MOST_ACTORS)
    number = int(points["claims"].sum())
    marking.show(marking.line(*filters_words(query, number, "dated claim", "by"), kind="heading"))
    if points.empty:
        empty.show(query, "dated claim", lambda other: len(timeline_table(snapshot, other, MOST_ACTORS)))
        return
    key = content_id("timeline", snapshot.counts, query)
    st.altair_chart(_chart(points), key=key, on_select=lambda: _open_selected(key), width="stretch")
    st.caption("The twenty actors with most claims. Scroll to zoom, drag to move; select a point to read it.")
    found = open_claim(snapshot, view.opened) if view.opened else None
    if found is not None:
        cards.show_legend()
        cards.show_claim(found.claim, found.article)
        show_claim_controls(snapshot, found.claim, found.article, "timeline")


def _chart(points: pd.DataFrame) -> alt.Chart:
    chosen = alt.selection_point(name="claim", fields=["claim_id"])
    stances = list(STANCES)
    days = alt.Axis(format="%-d %b %Y", labelOverlap=True)
    legend = alt.Legend(title=None, orient="top", labelExpr=_label_words())
    chart: alt.Chart = (
        alt.Chart(points)
        .mark_point(filled=True, opacity=0.85)
        .encode(
            x=alt.X(
                "said_on:T",
                title=None,
                scale=alt.Scale(padding=16),
                axis=days,
            ),
            y=alt.Y("actor:N", title=None, sort="-x", axis=alt.Axis(labelLimit=180)),
            yOffset=alt.YOffset("stance:N", scale=alt.Scale(domain=stances)),
            color=alt.Color("stance:N", scale=alt.Scale(domain=stances, range=list(COLOURS.values())), legend=legend),
            shape=alt.Shape("stance:N", scale=alt.Scale(domain=stances, range=list(SHAPES.values())), legend=legend),
            size=alt.Size("claims:Q", scale=alt.Scale(range=[60, 300]), legend=None),
            tooltip=[
                alt.Tooltip("said_on:T", title="Day", format="%-d %B %Y"),
                alt.Tooltip("actor:N", title="Actor"),
                alt.Tooltip("stance:N", title="Stance"),
                alt.Tooltip("claims:Q", title="Claims"),
                alt.Tooltip("proposition:N", title="Such as"),
            ],
        )
        .properties(height=max(220, ROW * points["actor"].nunique() + 60))
    )
    shown: alt.Chart = chart.add_params(chosen, alt.selection_interval(bind="scales", encodings=["x"]))
    return shown


def _label_words() -> str:
    words = ", ".join(f"'{stance}': '{says}'" for stance, says in SAYS.items())
    return f"({{{words}}})[datum.label]"


def _open_selected(key: str) -> None:
    chosen = st.session_state[key].selection.get("claim", [])
    session.open_row(chosen[0].get("claim_id") if chosen else None)
