"""Offer what the filters show as files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from claims.exports import FORMATS, make_export
from claims.pages.cached import Snapshot
from claims.types import ClaimQuery


def show(snapshot: Snapshot, query: ClaimQuery, name: str) -> None:
    """Draw the menu of files; each is made when its button is pressed."""
    with st.popover("Export", icon=":material/download:"):
        st.text("What the filters select, with the words and links.")
        for key, kind in FORMATS.items():
            st.download_button(
                kind.label,
                partial(make_export, key, snapshot.store, query),
                file_name=f"{name}.{kind.suffix}",
                mime=kind.mime,
                key=f"export-{name}-{key}",
                on_click="ignore",
                width="stretch",
            )
