"""Keep what the page shows in the session and in the address."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import cast

import streamlit as st

from claims.pages import address
from claims.pages.address import View
from claims.pages.cached import Snapshot, find_choices
from claims.types import ClaimQuery

EMPTY = View()
SETTLING = 2.0
"""Seconds that a browser may take to learn of its new address."""


def current() -> View:
    """Return what this session's page shows."""
    return cast(View, st.session_state.get("view", EMPTY))


def selects(query: ClaimQuery) -> bool:
    """Tell whether the query leaves out any claim."""
    return replace(query, tiers=EMPTY.query.tiers) != EMPTY.query


def open_row(opened: str | None) -> None:
    """Remember which dispute or claim is open; callbacks call it."""
    remember(replace(current(), opened=opened))


def filter_actor(name: str) -> None:
    """Show only what this actor says, beside the other filters; callbacks call it."""
    view = current()
    remember(replace(view, query=replace(view.query, actors=(name,)), opened=name))


def clear() -> None:
    """Take every filter away and close what is open."""
    remember(EMPTY)


def follow_address(snapshot: Snapshot, page: str) -> None:
    """Take the view from the address when a link or the back button changed it."""
    state = st.session_state
    params = {key: st.query_params.get_all(key) for key in address.KEYS}
    params = {key: values for key, values in params.items() if values}
    turned = state.get("page", page) != page
    state["page"] = page
    touched = state.pop("touched", False)
    if turned and not touched and not params:  # the menu leads to addresses without filters
        state["view"] = replace(current(), opened=None)
        state["carried"] = monotonic()
    elif not touched and params != state.get("written") and (params or not _is_settling()):
        choices = find_choices(snapshot)
        state["view"] = address.from_address(params, choices.actors, choices.outlets)
    state["written"] = params


def _is_settling() -> bool:
    """Tell whether a browser may not know yet that its address was given the filters carried from another view.

    A slow one that asks for another run meanwhile sends the address of the menu, without them.
    """
    return monotonic() - cast(float, st.session_state.get("carried", -SETTLING)) < SETTLING


def leave_views() -> None:
    """Keep the filters while a view without any is shown, whatever its address says."""
    st.session_state["page"] = None


def write_address() -> None:
    """Put the view into the address, so that a copied link restores it."""
    wanted = address.to_address(current())
    present = {key: st.query_params.get_all(key) for key in st.query_params}
    if present != wanted:
        st.query_params.from_dict(wanted)
    st.session_state["written"] = wanted


def remember(view: View) -> None:
    """Make this the view; widget callbacks call it, and what they say outdoes the address."""
    st.session_state["view"] = view
    st.session_state["touched"] = True
