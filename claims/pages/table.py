"""Show a frame as a table in which one row can be opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claims.pages import session
from claims.pages.cached import MOST_ROWS

ROW_HEIGHT = 84
"""Four lines; Streamlit wraps text only in rows of more than 64 pixels."""
ONE_LINE = 36
HEIGHT_ALONE = 600
HEIGHT_ABOVE_OPEN = 300
HEADER_HEIGHT = 40


def show_table(
    frame: pd.DataFrame, columns: Mapping[str, Any], id_column: str, key: str, *, row_height: int = ROW_HEIGHT
) -> None:
    """Show these columns; `key` has to change with the rows, so that a selection never means another row."""
    most = HEIGHT_ABOVE_OPEN if session.current().opened else HEIGHT_ALONE
    st.dataframe(
        frame[list(columns)],
        height=min(most, HEADER_HEIGHT + row_height * len(frame)),
        hide_index=True,
        column_config=columns,
        key=key,
        on_select=partial(_open_selected, key, tuple(frame[id_column])),
        selection_mode="single-row",
        row_height=row_height,
    )


def show_cut(number: int) -> None:
    """Say that only the latest are shown where there are more than the table takes."""
    if number > MOST_ROWS:
        st.caption("The latest five hundred are shown; filters narrow them, “Export” writes them all.")


def _open_selected(key: str, ids: tuple[str, ...]) -> None:
    rows = st.session_state[key].selection.rows
    session.open_row(ids[rows[0]] if rows else None)
