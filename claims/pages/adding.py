"""Run articles through the pipeline with a bar, and say in a sentence what became of each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claims import pipeline
from claims.errors import ClaimsError, InputError
from claims.pages import marking
from claims.pages.cached import Snapshot, shared_models
from claims.pages.wording import count_words, remaining_words
from claims.types import Article

Read = Iterable[Article | InputError]
"""What reading gives: articles, and the errors of inputs that could not be read."""


NEXT_STAGE = {"extract": "comparing", "pair": "storing", "store": "reading"}
"""What is done to an article after the stage that has ended."""


@dataclass(slots=True)
class Outcomes:
    """Gather what becomes of the inputs of one run."""

    added: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    left: int = 0
    """Articles that are not done."""


def add(snapshot: Snapshot, read: Read) -> None:
    """Add what was read and say what became of it; any click ends the run after the article that is under way."""
    st.session_state["outcomes"] = outcomes = Outcomes()
    bar = st.progress(0.0, text="Reading …")
    # Any click starts the page anew and so ends this run between two articles; each of them is stored whole.
    stop = st.empty()
    stop.button("Stop", key="stop-adding")
    items = list(read)
    articles = [item for item in items if isinstance(item, Article)]
    outcomes.failed += [str(item) for item in items if isinstance(item, InputError)]
    outcomes.left = len(articles)
    began = time.monotonic()
    try:
        for sentence in _sentences(snapshot, articles, lambda stage, _: _show_stage(bar, outcomes, stage)):
            outcomes.added.append(sentence)
            outcomes.left -= 1
            done = len(outcomes.added)
            left = remaining_words((time.monotonic() - began) / done * outcomes.left)
            bar.progress(done / len(articles), text=f"{done} of {count_words(len(articles), 'article')} done{left}")
    except ClaimsError as error:
        outcomes.failed.append(f"{error} {count_words(outcomes.left, 'article')} left out.")
        outcomes.left = 0
    bar.empty()
    stop.empty()
    tell()


def _show_stage(bar: DeltaGenerator, outcomes: Outcomes, ended: str) -> None:
    done, total = len(outcomes.added), len(outcomes.added) + outcomes.left
    bar.progress(done / total, text=f"{done} of {count_words(total, 'article')} done, {NEXT_STAGE[ended]} the next")


def _sentences(snapshot: Snapshot, articles: list[Article], on_stage: pipeline.Stage) -> Iterator[str]:
    if not articles:
        return
    for outcome in pipeline.ingest(articles, snapshot.store, shared_models(), on_stage):
        name = _name(outcome.article)
        if not outcome.added:
            yield f"{name}: already there, nothing added."
        else:
            found = f"{count_words(outcome.claims, 'claim')} and {count_words(outcome.pairs, 'pair')}"
            yield f"{name}: added, with {found}."


def _name(article: Article) -> str:
    return article.path or article.title or f"{article.text[:40].strip()} …"


def tell() -> None:
    """Show what became of the last inputs; of a run that was stopped, how many articles it left out."""
    outcomes: Outcomes | None = st.session_state.pop("outcomes", None)
    if outcomes is None:
        return
    for sentence in outcomes.failed:
        marking.show_error(sentence)
    if outcomes.added:
        marking.show(*map(marking.line, outcomes.added), kind="note")
    if outcomes.left:
        marking.show_note(f"Stopped: {count_words(outcomes.left, 'article')} left out. What was added stays.")
    if not outcomes.added and not outcomes.failed and not outcomes.left:
        st.text("Nothing to read was found.")
