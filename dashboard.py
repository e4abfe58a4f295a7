"""Set up the page, open the store, and lead to the view that was asked for: `streamlit run dashboard.py`."""

from __future__ import annotations

import streamlit as st

from claims.errors import ClaimsError
from claims.pages import (
    actors,
    add_articles,
    changes,
    changing,
    claims,
    disputes,
    filters,
    first_start,
    marking,
    session,
    timeline,
)
from claims.pages.cached import open_snapshot


def main() -> None:
    """Draw one run of the page."""
    st.set_page_config("Counterclaim", page_icon=str(marking.ICON), layout="wide")
    st.logo(str(marking.WORDMARK), size="large", icon_image=str(marking.ICON))
    marking.add_style()
    views = [
        st.Page(disputes.show, title="Disputes", icon=":material/compare_arrows:", default=True),
        st.Page(claims.show, title="Claims", icon=":material/format_quote:", url_path="claims"),
        st.Page(actors.show, title="Actors", icon=":material/groups:", url_path="actors"),
        st.Page(timeline.show, title="Timeline", icon=":material/timeline:", url_path="timeline"),
    ]
    apart = [st.Page(changes.show, title="Changes", icon=":material/history:", url_path="changes")]
    if not changing.is_read_only():
        apart.append(st.Page(add_articles.show, title="Add articles", icon=":material/add:", url_path="add"))
    page = st.navigation([*views, *apart], position="top")
    try:
        snapshot = open_snapshot()
        if first_start.show(snapshot):
            return
        changing.show_refusal()
        if page in apart:
            session.leave_views()
        else:
            session.follow_address(snapshot, page.title)
            filters.show(snapshot)
            session.write_address()
        page.run()
        if page not in apart:
            first_start.show_demo_note(snapshot)
    except ClaimsError as error:
        marking.show_error(str(error))


main()
