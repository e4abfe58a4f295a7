"""Let people change what the store holds: who they are, whether they may, and what went wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import streamlit as st

from claims.errors import ClaimsError
from claims.pages import marking
from claims.storage import Store


def is_read_only() -> bool:
    """Tell whether CLAIMS_READ_ONLY forbids every change, or signing in is asked for and nobody has."""
    if asks_sign_in() and not st.user.get("is_logged_in"):
        return True
    return os.environ.get("CLAIMS_READ_ONLY", "").strip().lower() not in ("", "0", "no", "false")


def asks_sign_in() -> bool:
    """Tell whether Streamlit's own sign-in is set up: an [auth] section in .streamlit/secrets.toml."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def person() -> str:
    """Return who changes something: the signed-in person, else the name that was typed, else nothing."""
    if asks_sign_in():
        return str(st.user.get("email") or st.user.get("name") or "")
    return " ".join(str(st.session_state.get("person", "")).split())


def ask_person() -> None:
    """Ask in the sidebar who changes something: to sign in where that is set up, else for a name."""
    if asks_sign_in():
        signed_in = bool(st.user.get("is_logged_in"))
        label, act = ("Sign out", st.logout) if signed_in else ("Sign in to review", st.login)
        st.button(label, on_click=act, help=person() if signed_in else None, width="stretch")
    elif not is_read_only():
        if "person" not in st.session_state:
            st.session_state["person"] = st.session_state.get("person-kept", "")
        st.text_input("Your name", key="person", help="Kept with what you confirm, reject or correct.", on_change=_keep)


def _keep() -> None:
    # A widget's value is dropped when a view without it is shown.
    st.session_state["person-kept"] = st.session_state["person"]


def last_visit(store: Store) -> date | None:
    """Return the day on which the person looked here before today; None for somebody unknown or new."""
    name = person()
    if not name or is_read_only():
        return None
    known = st.session_state.get("visit")
    if known is None or known[0] != name:
        known = st.session_state["visit"] = (name, store.visit(name, date.today()))
    return cast("date | None", known[1])


def change(act: Callable[..., object], *args: Any) -> None:
    """Do what a button or form asks; a refusal is shown on the next run. Callbacks call it."""
    if is_read_only():
        st.session_state["refused"] = "This page is read-only: nothing can be changed here."
        return
    try:
        act(*args, person())
    except ClaimsError as error:
        st.session_state["refused"] = str(error)


def show_refusal() -> None:
    """Show once why the last change was not made, if it was not."""
    refused = st.session_state.pop("refused", None)
    if refused:
        marking.show_error(refused)
