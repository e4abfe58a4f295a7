"""Merge disputes that are about one proposition, and actors that are one."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import streamlit as st

from claims.errors import InputError
from claims.pages import session
from claims.pages.cached import Snapshot, find_choices
from claims.pages.changing import change, is_read_only
from claims.storage import Store


def show_merge(snapshot: Snapshot, dispute_id: str) -> None:
    """Draw the form that merges another dispute into the open one."""
    if is_read_only():
        return
    with st.expander("Merge with another dispute"), st.form(f"merge-{dispute_id}", border=False):
        st.text_input("The address of this page with the other dispute open", key=f"other-{dispute_id}")
        st.form_submit_button("Merge it into this one", on_click=change, args=(_merge, snapshot.store, dispute_id))


def opened_in(address: str) -> str:
    """Return the id that a link opens; the words themselves where they are no link."""
    return (parse_qs(urlsplit(address.strip()).query).get("open") or [address.strip()])[-1]


def _merge(store: Store, dispute_id: str, by: str) -> None:
    other = opened_in(st.session_state[f"other-{dispute_id}"])
    if not other:
        raise InputError("The address is missing; open the other dispute in a second tab and copy it from there.")
    store.merge_disputes(dispute_id, store.resolve_dispute(other), by)


def show_rename(snapshot: Snapshot, name: str) -> None:
    """Draw the form that makes an actor another one in every claim."""
    if is_read_only():
        return
    with st.popover("This is the same as …", icon=":material/merge:"), st.form(f"rename-{name}", border=False):
        names = [other for other in find_choices(snapshot).actors if other != name]
        st.selectbox("Actor", names, None, key="same", accept_new_options=True, placeholder="Choose or type a name")
        st.text("Every claim of it goes to that actor; each can be taken back under “Changes”.")
        st.form_submit_button("Make them one", on_click=change, args=(_rename, snapshot.store, name))


def _rename(store: Store, name: str, by: str) -> None:
    to = " ".join(str(st.session_state["same"] or "").split())
    if not to:
        raise InputError("Choose an actor first.")
    store.rename_actor(name, to, by)
    session.open_row(to)
