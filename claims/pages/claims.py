"""Show all claims by actor and day, and the one that is open."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from claims.pages import cards, dispute, downloads, empty, marking, missed, session, versions
from claims.pages.cached import Snapshot, claims_table, count_claims, open_snapshot, resolved
from claims.pages.filters import STANCE_LABELS
from claims.pages.opened import OpenedClaim, open_claim, open_dispute
from claims.pages.reviewing import notes_on, show_claim_controls
from claims.pages.table import show_cut, show_table
from claims.pages.wording import NOBODY, SAYS, count_words, filters_words
from claims.types import ClaimQuery, Span, Stance, content_id

CONTENDING: tuple[Stance, ...] = ("asserts", "denies", "doubts")
"""Stances that are listed where none is chosen; who takes no side is shown on request."""

COLUMNS = {
    "said_on": st.column_config.DateColumn("Day", format="D MMM YYYY", width=85),
    "actor": st.column_config.TextColumn("Actor", width=130),
    "stance": st.column_config.TextColumn("Stance", width=85),
    "proposition": st.column_config.TextColumn("Proposition", width=270),
    "title": st.column_config.TextColumn("In the article", width=150),
    "outlet": st.column_config.TextColumn("Outlet", width=95),
    "disputed": st.column_config.CheckboxColumn("Disputed", width=65),
}


def show() -> None:
    """Draw the view."""
    snapshot, view = open_snapshot(), session.current()
    query = resolved(snapshot, view.query)
    listed = query if query.stances else replace(query, stances=CONTENDING)
    frame, number = claims_table(snapshot, listed), count_claims(snapshot, listed)
    marking.show(marking.line(*filters_words(query, number, "claim", "by"), kind="heading"))
    beside = count_claims(snapshot, query) - number
    if beside:
        taking = f"{count_words(beside, 'more statement')} {'takes' if beside == 1 else 'take'} no side"
        marking.show(marking.line(f"{taking} (stance “{STANCE_LABELS['other']}”).", kind="small"))
    if frame.empty:
        empty.show(query, "claim", lambda other: count_claims(snapshot, other))
    else:
        worded = frame.assign(
            stance=frame["stance"].map(SAYS), actor=frame["actor"].where(frame["actor"] != "", NOBODY)
        )
        show_table(worded, COLUMNS, "claim_id", content_id("claims", snapshot.counts, listed))
        show_cut(number)
        downloads.show(snapshot, listed, "claims")
    if view.opened:
        _show_open(snapshot, view.opened, query)
    elif not frame.empty:
        st.caption("Select a row to see the claim in its own words.")


def _show_open(snapshot: Snapshot, claim_id: str, query: ClaimQuery) -> None:
    found = open_claim(snapshot, claim_id)
    if found is None:
        marking.show_note("The claim that the link leads to is not here.")
        return
    cards.show_legend()
    claim, article = found.claim, found.article
    cards.show_claim(claim, article, notes_on(claim, found.changes))
    show_claim_controls(snapshot, claim, article, "claim")
    _show_article(found)
    versions.show(claim, found.versions, found.copies)
    missed.show(snapshot, claim, article)
    for each in found.disputes:
        opened = open_dispute(snapshot, each.id)
        if opened is not None:
            marking.show(marking.line("The dispute it stands in", kind="heading"))
            dispute.show_dispute(snapshot, opened, frozenset(), query.tiers)


def _show_article(found: OpenedClaim) -> None:
    article, whole = found.article, Span(0, len(found.article.text))
    with st.expander("The whole article, with all its claims marked"):
        claims = sorted(found.others, key=lambda other: other.id != found.claim.id)
        marks = tuple(mark for other in claims for mark in marking.marks_within(other.attribution, whole))
        title = marking.line(article.title or "", kind="side")
        marking.show(title, marking.line(marking.Words(article.text, marks=marks), kind="article"))
