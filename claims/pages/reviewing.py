"""Confirm and reject pairs, correct claims, and take changes back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import streamlit as st

from claims.citing import citation
from claims.pages import marking
from claims.pages.cached import Snapshot, find_choices
from claims.pages.changing import change, is_read_only
from claims.pages.marking import Words, line, show
from claims.pages.wording import SAYS, changed_words, day_words
from claims.storage import Store
from claims.types import STANCES, Article, Claim, Correction, CorrectionField, Pair


def show_pair_controls(snapshot: Snapshot, pair: Pair) -> None:
    """Draw the buttons that confirm, reject or leave open a pair."""
    if is_read_only():
        return
    choices = (("Confirm", "confirmed"), ("Reject", "rejected"), ("Leave open", None))
    for column, (label, review) in zip(st.columns([1, 1, 1, 4]), choices, strict=False):
        column.button(
            label,
            key=f"{label}-{pair.id}",
            disabled=pair.review == review,
            on_click=change,
            args=(snapshot.store.review_pair, pair.id, review),
            width="stretch",
        )


def show_claim_controls(
    snapshot: Snapshot, claim: Claim, article: Article, place: str, dispute_id: str | None = None
) -> None:
    """Draw what can be done with a claim; `place` tells apart two places that show it on one page."""
    cited, corrected, read = st.columns([1, 1, 2])
    if dispute_id:
        read.link_button("Whole article", f"claims?open={claim.id}", type="tertiary", icon=":material/article:")
    with cited.popover("Cite", type="tertiary", icon=":material/format_quote:"):
        st.code(citation(claim, article), language=None, wrap_lines=True)
        st.text("A link to this claim on this page:")
        st.code(claim_link(claim.id), language=None, wrap_lines=True)
    if not is_read_only():
        with corrected.popover("Correct", type="tertiary", icon=":material/edit:"):
            _form(snapshot, claim, f"{place}-{claim.id}")
            if dispute_id:
                st.button(
                    "Does not belong to this dispute",
                    key=f"apart-{place}-{claim.id}",
                    on_click=change,
                    args=(snapshot.store.take_claim_apart, claim.id, dispute_id),
                )


def claim_link(claim_id: str) -> str:
    """Return the address of the claim on the page as it is being read."""
    base = (st.context.url or "").split("?")[0].rstrip("/")
    base = base.removesuffix("/claims")
    return f"{base}/claims?open={claim_id}"


def _form(snapshot: Snapshot, claim: Claim, key: str) -> None:
    with st.form(f"correct-{key}", border=False):
        st.selectbox("Stance", STANCES, STANCES.index(claim.stance), format_func=SAYS.__getitem__, key=f"stance-{key}")
        names = list(dict.fromkeys([*claim.actor_names, *find_choices(snapshot).actors]))
        st.multiselect(
            "Actors", names, list(claim.actor_names), accept_new_options=True, key=f"actors-{key}", placeholder="Nobody"
        )
        st.text_area("Proposition, in positive form", claim.proposition, key=f"proposition-{key}")
        st.date_input("Day", claim.said_on, date(1900, 1, 1), format="YYYY-MM-DD", key=f"said_on-{key}")
        st.text_input("Note", key=f"note-{key}", max_chars=1000)
        st.form_submit_button("Save", type="primary", on_click=change, args=(_save, snapshot.store, claim, key))


def _save(store: Store, claim: Claim, key: str, by: str) -> None:
    state = st.session_state
    day: date | None = state[f"said_on-{key}"]
    given: dict[CorrectionField, tuple[Any, Any]] = {
        "stance": (state[f"stance-{key}"], claim.stance),
        "actors": (state[f"actors-{key}"], list(claim.actor_names)),
        "proposition": (" ".join(state[f"proposition-{key}"].split()) or claim.proposition, claim.proposition),
        "said_on": (day.isoformat() if day else None, claim.said_on.isoformat() if claim.said_on else None),
        "note": (" ".join(state[f"note-{key}"].split()), ""),
    }
    for field, (value, before) in given.items():
        if value != before:
            store.correct_claim(claim.id, field, value, by)


def show_changes(snapshot: Snapshot, made: Sequence[Correction], articles: dict[str, Article], place: str) -> None:
    """Draw the changes, the latest first, each with what was before and a button that takes it back."""
    for correction in made:
        words, button = st.columns([5, 1])
        with words:
            show(*_change_lines(correction, articles.get(correction.anchor.article_id)), kind="card other")
        if not is_read_only() and correction.undone_at is None:
            button.button(
                "Undo",
                key=f"undo-{place}-{correction.number}",
                on_click=change,
                args=(snapshot.store.undo_correction, correction.number),
                width="stretch",
            )


def _change_lines(correction: Correction, article: Article | None) -> list[marking.Line]:
    who = Words(correction.made_by or "somebody", "strong")
    said = [line(who, f", {day_words(correction.made_at.date())}: ", *changed_words(correction))]
    if article is not None:
        said.append(line("on the words: ", correction.anchor.span.of(article.text), kind="small"))
    if correction.undone_at is not None:
        by = f" by {correction.undone_by}" if correction.undone_by else ""
        said.append(line(f"taken back on {day_words(correction.undone_at.date())}", by, kind="small"))
    return said


def notes_on(claim: Claim, made: Collection[Correction]) -> list[Correction]:
    """Return the notes that stand on the claim's words, the earliest first."""
    spans = (*claim.attribution.cue, *claim.attribution.content)
    notes = [c for c in made if c.field == "note" and c.undone_at is None and c.anchor.article_id == claim.article_id]
    return [note for note in reversed(notes) if any(note.anchor.span.overlaps(span) for span in spans)]
