"""Set up the page, open the store, and lead to the view that was asked for: `streamlit run dashboard.py`."""

from __future__ import annotations

import streamlit as st

from claims.errors import ClaimsError
from claims.pages import add_articles, claims, disputes, filters, first_start, marking, session
from claims.pages.cached import open_snapshot


def main() -> None:
    """Draw one run of the page."""
    st.set_page_config("Counterclaim", page_icon=str(marking.ICON), layout="wide")
    st.logo(str(marking.WORDMARK), size="large", icon_image=str(marking.ICON))
    marking.add_style()
    adding = st.Page(add_articles.show, title="Add articles", icon=":material/add:", url_path="add")
    views = [
        st.Page(disputes.show, title="Disputes", icon=":material/compare_arrows:", default=True),
        st.Page(claims.show, title="Claims", icon=":material/format_quote:", url_path="claims"),
        adding,
    ]
    page = st.navigation(views, position="top")
    try:
        snapshot = open_snapshot()
        if first_start.show(snapshot):
            return
        if page == adding:
            session.leave_views()
        else:
            session.follow_address(snapshot, page.title)
            filters.show(snapshot)
            session.write_address()
        page.run()
        if page != adding:
            first_start.show_demo_note(snapshot)
    except ClaimsError as error:
        marking.show_error(str(error))


main()
