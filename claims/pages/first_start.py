"""Let every open tab watch while the demo store is built."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from claims.pages import marking
from claims.pages.cached import Snapshot, shared_models
from claims.pages.demo import DemoBuild

DISPATCHES = Path(__file__).resolve().parents[2] / "data" / "dispatches"


@st.cache_resource(show_spinner=False)
def demo_build(url: str | None, folder: Path = DISPATCHES) -> DemoBuild:
    """Return the one builder of this process for a store."""
    return DemoBuild(folder)


def show(snapshot: Snapshot) -> bool:
    """Show the building and start it when the store is new; tell whether the page has to wait for it."""
    build = demo_build(snapshot.url)
    if build.progress.state == "waiting" and build.missing(snapshot.store):
        build.start(snapshot.store, shared_models())
    if build.progress.state not in ("running", "failed"):
        return False
    st.title("Counterclaim")
    if build.progress.state == "failed":
        _show_failure(build, snapshot)
    else:
        _watch(build)
    return True


def _show_failure(build: DemoBuild, snapshot: Snapshot) -> None:
    st.text("The demo could not be built.")
    marking.show_error(build.progress.sentence)
    if st.button("Try again"):
        build.start(snapshot.store, shared_models())
        st.rerun()


@st.fragment(run_every=1.0)
def _watch(build: DemoBuild) -> None:
    progress = build.progress
    if progress.state != "running":
        st.rerun()
    st.text("First start: reading the demo articles. This happens once and takes a minute or two.")
    words = f"{progress.done} of {progress.total} articles read"
    st.progress(progress.done / max(progress.total, 1), text=words)


def show_demo_note(snapshot: Snapshot) -> None:
    """Say so when all there is to see is the demo."""
    if demo_build(snapshot.url).holds_demo(snapshot.store):
        st.caption("These are demo articles written for this project. Bring in your own under “Add articles”.")
