"""Add articles: pasted, uploaded or from a folder, with the outcome of each in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import streamlit as st

from claims import pipeline
from claims.errors import ClaimsError, InputError
from claims.pages import marking
from claims.pages.cached import Snapshot, open_snapshot, shared_models
from claims.pages.wording import count_words
from claims.reading import read_articles, read_bytes, read_pasted
from claims.types import Article

KINDS = ("txt", "md", "html", "htm", "json", "jsonl", "csv")
Read = Iterable[Article | InputError]
"""What reading gives: articles, and the errors of inputs that could not be read."""


def show() -> None:
    """Draw the view."""
    snapshot = open_snapshot()
    st.subheader("Add articles")
    st.text("Articles are read on this machine; nothing is sent anywhere. What is there already is skipped.")
    pasted, uploaded, folder = st.tabs(["Paste text", "Upload files", "Read a folder"])
    with pasted:
        _paste(snapshot)
    with uploaded:
        _upload(snapshot)
    with folder:
        _folder(snapshot)


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
            _add(snapshot, [error])
        else:
            _add(snapshot, [article])


def _upload(snapshot: Snapshot) -> None:
    with st.form("upload", border=False):
        files = st.file_uploader("Files", type=list(KINDS), accept_multiple_files=True)
        sent = st.form_submit_button("Add these files", type="primary")
    if sent and not files:
        st.text("Choose one or more files first.")
    elif sent:
        _add(snapshot, chain.from_iterable(read_bytes(file.name, file.getvalue()) for file in files))


def _folder(snapshot: Snapshot) -> None:
    with st.form("folder", border=False):
        path = st.text_input("Folder or file on this machine")
        st.text("Everything in it that can be read is added, folders inside it included.")
        sent = st.form_submit_button("Add this folder", type="primary")
    if sent and not path.strip():
        st.text("Type the path of a folder first.")
    elif sent:
        _add(snapshot, read_articles([Path(path.strip()).expanduser()]))


def _add(snapshot: Snapshot, read: Read) -> None:
    bar = st.progress(0.0, text="Reading …")
    items = list(read)
    articles = [item for item in items if isinstance(item, Article)]
    failed = [str(item) for item in items if isinstance(item, InputError)]
    added: list[str] = []
    try:
        for sentence in _outcomes(snapshot, articles):
            added.append(sentence)
            share = len(added) / len(articles)
            bar.progress(share, text=f"{len(added)} of {count_words(len(articles), 'article')} done")
    except ClaimsError as error:
        failed.append(f"{error} {count_words(len(articles) - len(added), 'article')} left out.")
    bar.empty()
    _tell(added, failed)


def _outcomes(snapshot: Snapshot, articles: list[Article]) -> Iterator[str]:
    if not articles:
        return
    for outcome in pipeline.ingest(articles, snapshot.store, shared_models()):
        name = _name(outcome.article)
        if not outcome.added:
            yield f"{name}: already there, nothing added."
        else:
            found = f"{count_words(outcome.claims, 'claim')} and {count_words(outcome.pairs, 'pair')}"
            yield f"{name}: added, with {found}."


def _name(article: Article) -> str:
    return article.path or article.title or f"{article.text[:40].strip()} …"


def _tell(added: list[str], failed: list[str]) -> None:
    for sentence in failed:
        marking.show_error(sentence)
    if added:
        marking.show(*map(marking.line, added), kind="note")
    if not added and not failed:
        st.text("Nothing to read was found.")
