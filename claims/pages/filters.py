"""Fill the query: the filters in the sidebar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from claims.pages import address, changing, session
from claims.pages.address import View
from claims.pages.cached import Choices, Snapshot, find_choices
from claims.pages.wording import REVIEWED
from claims.types import STANCES, TIERS, ClaimQuery, Stance

STANCE_LABELS: dict[Stance, str] = {
    "asserts": "Asserts",
    "denies": "Denies",
    "doubts": "Doubts",
    "other": "Takes no side",
}

POSSIBLE = (
    "Likely pairs are those whose words clearly contradict each other: of those read in other news about two in three "
    "hold. Possible pairs also stand where one speaker answers another, in other words: about two in five hold."
)


def show(snapshot: Snapshot) -> None:
    """Draw the filters in the sidebar."""
    choices = find_choices(snapshot)
    query = session.current().query
    version = "-".join(map(str, snapshot.counts))
    with st.sidebar:
        st.subheader("Filters")
        _several("Actor", "actors", query.actors, choices.actors, version)
        _days(query, choices)
        _stances(query)
        _several("Outlet", "outlets", query.outlets, choices.outlets, version)
        _seed("words", query.words)
        st.text_input("Words", key="words", placeholder="drone attack", on_change=_read, args=("words",))
        _seed("meaning", query.meaning)
        st.text_input(
            "Meaning",
            key="meaning",
            placeholder="soldiers sent abroad",
            help="Propositions that say something near to this in any words. The first search loads a model.",
            on_change=_read,
            args=("meaning",),
        )
        _about(query, choices, version)
        with st.expander("More filters", expanded=bool(query.added_since or query.review)):
            _seed("added_since", query.added_since)
            st.date_input(
                "Added since", None, format="YYYY-MM-DD", key="added_since", on_change=_read, args=("added_since",)
            )
            _seed("review", query.review)
            st.selectbox(
                "Review",
                (None, *address.REVIEW_STATES),
                format_func=lambda state: REVIEWED[state] if state else "all but rejected",
                key="review",
                on_change=_read,
                args=("review",),
            )
        _seed("possible", "possible" in query.tiers)
        st.toggle("Show possible pairs", key="possible", help=POSSIBLE, on_change=_read, args=("possible",))
        changing.ask_person()
        visited = changing.last_visit(snapshot.store)
        if visited is not None:
            new = replace(query, added_since=visited)
            label = "New since my last visit"
            st.button(label, on_click=session.remember, args=(View(new),), help=visited.isoformat(), width="stretch")
        st.button("Clear all filters", on_click=session.clear, disabled=query == ClaimQuery(), width="stretch")


def _several(label: str, name: str, chosen: tuple[str, ...], counts: dict[str, int], version: str) -> None:
    key = f"{name}-{version}"
    _seed(key, list(chosen))
    st.multiselect(
        label,
        list(counts),
        format_func=lambda choice: f"{choice} ({counts[choice]})",
        key=key,
        placeholder="All",
        on_change=_read,
        args=(name, key),
    )


def _about(query: ClaimQuery, choices: Choices, version: str) -> None:
    key = f"about-{version}"
    _seed(key, list(query.about))
    st.multiselect(
        "About",
        list(dict.fromkeys([*query.about, *choices.actors])),
        key=key,
        placeholder="Anybody and anything",
        help="Names or words that the proposition itself holds. Type any.",
        accept_new_options=True,
        on_change=_read,
        args=("about", key),
    )


def _stances(query: ClaimQuery) -> None:
    _seed("stances", list(query.stances))
    st.multiselect(
        "Stance",
        STANCES,
        format_func=lambda stance: STANCE_LABELS[stance],
        key="stances",
        placeholder="All",
        on_change=_read,
        args=("stances",),
    )


def _days(query: ClaimQuery, choices: Choices) -> None:
    given = [day for day in (*(choices.days or ()), query.since, query.until) if day]
    first, last = min(given, default=date.today()), max(given, default=date.today())
    for name, label in (("since", "From"), ("until", "To")):
        _seed(name, getattr(query, name))
        st.date_input(label, None, first, last, key=name, format="YYYY-MM-DD", on_change=_read, args=(name,))


def _seed(key: str, value: object) -> None:
    # A widget that already shows the value is left alone, so that quick clicks are not undone.
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _read(name: str, key: str | None = None) -> None:
    value: Any = st.session_state[key or name]
    if name == "possible":
        name, value = "tiers", TIERS if value else TIERS[:1]
    elif name in ("words", "meaning"):
        value = " ".join(value.split())[: address.MOST_WORDS]
    elif isinstance(value, list):
        value = tuple(value)
    session.remember(View(replace(session.current().query, **{name: value})))
