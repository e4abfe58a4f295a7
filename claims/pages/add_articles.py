"""Add articles: pasted, uploaded or from a folder."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import streamlit as st

from claims.errors import InputError
from claims.fetching import Seen, fetch_articles, fetch_feed
from claims.pages.adding import add, tell
from claims.pages.cached import Snapshot, open_snapshot
from claims.reading import read_articles, read_bytes, read_pasted

KINDS = ("txt", "md", "html", "htm", "json", "jsonl", "csv", "gz", "zip", "warc")


def show() -> None:
    """Draw the view."""
    snapshot = open_snapshot()
    st.subheader("Add articles")
    st.text(
        "Articles are read on this machine; only links that you name are fetched. What is there already is skipped."
    )
    tell()
    pasted, uploaded, folder, linked = st.tabs(["Paste text", "Upload files", "Read a folder", "Fetch links"])
    with pasted:
        _paste(snapshot)
    with uploaded:
        _upload(snapshot)
    with folder:
        _folder(snapshot)
    with linked:
        _links(snapshot)


def _paste(snapshot: Snapshot) -> None:
    with st.form("paste", border=False):
        text = st.text_area("Article text", height=240)
        left, middle, right = st.columns(3)
        title = left.text_input("Title")
        outlet = middle.text_input("Outlet")
        day = right.date_input("Published on", None, format="YYYY-MM-DD")
        url = st.text_input("Link", placeholder="https://")
        sent = st.form_submit_button("Add this article", type="primary")
    if sent:
        try:
            article = read_pasted(
                text,
                outlet=outlet.strip() or None,
                title=title.strip() or None,
                url=url.strip() or None,
                published_on=day,
            )
        except InputError as error:
            add(snapshot, [error])
        else:
            add(snapshot, [article])


def _upload(snapshot: Snapshot) -> None:
    with st.form("upload", border=False):
        files = st.file_uploader("Files", type=list(KINDS), accept_multiple_files=True)
        sent = st.form_submit_button("Add these files", type="primary")
    if sent and not files:
        st.text("Choose one or more files first.")
    elif sent:
        add(snapshot, chain.from_iterable(read_bytes(file.name, file.getvalue()) for file in files))


def _folder(snapshot: Snapshot) -> None:
    with st.form("folder", border=False):
        path = st.text_input("Folder or file on this machine")
        st.text("Everything in it that can be read is added, folders inside it included.")
        sent = st.form_submit_button("Add this folder", type="primary")
    if sent and not path.strip():
        st.text("Type the path of a folder first.")
    elif sent:
        add(snapshot, read_articles([Path(path.strip()).expanduser()]))


def _links(snapshot: Snapshot) -> None:
    with st.form("links", border=False):
        given = st.text_area("Links, one a line", placeholder="https://")
        kind = st.radio("They lead to", ("articles", "feeds or site maps"), horizontal=True)
        st.text("Pages are asked for under this program’s name, one a second, and only where robots.txt allows it.")
        sent = st.form_submit_button("Fetch these", type="primary")
    links = given.split()
    if sent and not links:
        st.text("Paste one or more links first.")
    elif sent and kind == "articles":
        add(snapshot, fetch_articles(links))
    elif sent:
        seen = Seen(snapshot.store.addresses())
        add(snapshot, chain.from_iterable(fetch_feed(link, seen=seen) for link in links))
