"""Show an open dispute: both sides, each claim in its own words, and why they were paired."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import streamlit as st

from claims.pages.cached import Snapshot
from claims.pages.cards import show_claim
from claims.pages.marking import Line, Words, line, show, show_note
from claims.pages.opened import Opened
from claims.pages.regrouping import show_merge
from claims.pages.reviewing import notes_on, show_changes, show_claim_controls, show_pair_controls
from claims.pages.wording import actors_words, count_words, scores_words
from claims.pairing.wire import told_first
from claims.types import Anchor, Claim, Correction, NliScores, Pair, Tier, anchor_of

RELATIONS = {
    "denial": "denies what {first} asserts",
    "doubt": "doubts what {first} asserts",
    "contradiction": "contradicts {first}",
    "changed-position": "has changed position",
}


def show_dispute(snapshot: Snapshot, opened: Opened, matching: Collection[str], tiers: Collection[Tier]) -> None:
    """Show both sides; claims in `matching` carry a badge, pairs of `tiers` are explained."""
    dispute = opened.dispute
    show(line(dispute.proposition, kind="proposition"))
    if dispute.review == "rejected":
        show_note("Every pair of this dispute was rejected; it is listed only when rejected ones are asked for.")
    left, right = st.columns(2, gap="medium")
    with left:
        _side(snapshot, "Asserting", dispute.asserting, opened, matching)
    with right:
        if dispute.denying or not dispute.doubting:
            _side(snapshot, "Denying", dispute.denying, opened, matching)
        if dispute.doubting:
            _side(snapshot, "Doubting", dispute.doubting, opened, matching)
    if dispute.uncommitted:
        _side(snapshot, "Taking no side", dispute.uncommitted, opened, matching)
    _reasons(snapshot, opened, [pair for pair in opened.pairs if pair.tier in tiers or pair.review])
    show_merge(snapshot, dispute.id)
    _changes(snapshot, opened)


def _side(snapshot: Snapshot, heading: str, ids: Sequence[str], opened: Opened, matching: Collection[str]) -> None:
    show(line(heading, kind="group"))
    if not ids:
        st.text("Nobody in the articles read so far.")
    side = sorted((opened.claims[id_] for id_ in ids if id_ in opened.claims), key=_by_day)
    for claim, *copies in _told_once(side, opened):
        article, proposition = opened.articles[claim.article_id], opened.dispute.proposition
        notes = notes_on(claim, opened.changes)
        matches = any(each.id in matching for each in (claim, *copies))
        also = [opened.articles[copy.article_id] for copy in copies]
        show_claim(claim, article, notes, heading=proposition, badge=matches, also=also)
        show_claim_controls(snapshot, claim, article, opened.dispute.id, opened.dispute.id)


def _told_once(claims: Sequence[Claim], opened: Opened) -> Iterable[list[Claim]]:
    """Put the claims together that are the same words of the same actors: wire copies, and versions of one article."""
    first = told_first(claims, opened.articles)
    alike: dict[str, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(first.get(claim.id, claim.id), []).append(claim)
    return alike.values()


def _by_day(claim: Claim) -> tuple[bool, str]:
    return claim.said_on is None, str(claim.said_on)


def _reasons(snapshot: Snapshot, opened: Opened, pairs: Sequence[Pair]) -> None:
    if not pairs:
        return
    with st.expander(f"Why these stand against each other ({count_words(len(pairs), 'pair')})"):
        for pair in sorted(pairs, key=lambda pair: -pair.score):
            _reason(pair, opened)
            show_pair_controls(snapshot, pair)


def _changes(snapshot: Snapshot, opened: Opened) -> None:
    mine = [anchor_of(claim) for claim in opened.claims.values()]
    made = [change for change in opened.changes if any(_meets(change, anchor) for anchor in mine)]
    if made:
        with st.expander(f"What people changed here ({len(made)})"):
            show_changes(snapshot, made, opened.articles, opened.dispute.id)


def _meets(change: Correction, place: Anchor) -> bool:
    anchors = (anchor for anchor in (change.anchor, change.other) if anchor is not None)
    return any(each.article_id == place.article_id and each.span.overlaps(place.span) for each in anchors)


def _reason(pair: Pair, opened: Opened) -> None:
    first, second = opened.claims[pair.claim_id], opened.claims[pair.counterclaim_id]
    relation = RELATIONS[pair.relation].format(first=actors_words(first))
    badges = [Words(word, "badge") for word in (pair.tier, pair.review) if word]
    show(
        line(Words(actors_words(second), "strong"), f" {relation}", *badges, kind="side"),
        line(f"Strength {pair.score:.0%}: ", pair.reason or "no reason was recorded"),
        line("1: ", first.proposition),
        line("2: ", second.proposition),
        _figures("If 1 holds, 2 ", pair.forward),
        _figures("If 2 holds, 1 ", pair.backward),
        kind="card other",
    )


def _figures(start: str, scores: NliScores) -> Line:
    return line(start, scores_words(scores), kind="small")
