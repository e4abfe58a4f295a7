"""Show an open dispute: both sides, each claim in its own words, and why they were paired."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from claims.pages.cached import Opened
from claims.pages.marking import Line, Mark, Words, line, marks_within, show
from claims.pages.wording import SAYS, actors_words, count_words, said_words, scores_words
from claims.types import Article, Claim, NliScores, Pair, Span, Tier

SOURCE_REACH = 300
MEANINGS = (("source", "who says it · "), ("cue", "how it is said · "), ("content", "what is said"))
RELATIONS = {
    "denial": "denies what {first} asserts",
    "doubt": "doubts what {first} asserts",
    "contradiction": "contradicts {first}",
    "changed-position": "has changed position",
}


def show_dispute(opened: Opened, matching: Collection[str], tiers: Collection[Tier]) -> None:
    """Show both sides; claims in `matching` carry a badge, pairs of `tiers` are explained."""
    dispute = opened.dispute
    show(line(dispute.proposition, kind="proposition"))
    left, right = st.columns(2, gap="medium")
    with left:
        _side("Asserting", dispute.asserting, opened, matching)
    with right:
        _side("Denying", dispute.denying, opened, matching, needed=not dispute.doubting)
        if dispute.doubting:
            _side("Doubting", dispute.doubting, opened, matching)
    if dispute.uncommitted:
        _side("Taking no side", dispute.uncommitted, opened, matching)
    _reasons(opened, [pair for pair in opened.pairs if pair.tier in tiers])


def show_legend() -> None:
    """Say how the marked words are told apart."""
    words: list[str | Words] = []
    for role, meaning in MEANINGS:
        words += [Words(role, marks=(Mark(Span(0, len(role)), role),)), f" {meaning}"]
    show(line("Marked in each sentence: ", *words, kind="small"))


def show_claim(claim: Claim, article: Article, *, heading: str = "", badge: bool = False) -> None:
    """Show a claim: who, when, where, its words marked, and its proposition unless that is the heading."""
    whole = ", ".join(dict.fromkeys(whole for actor in claim.actors for whole in actor.part_of))
    name: list[str | Words] = [Words(actors_words(claim), "strong"), f" ({whole})" if whole else ""]
    mark = [Words("matches your filters", "badge")] if badge else []
    lines = [
        line(*name, f" {SAYS[claim.stance]}", *mark, kind="side"),
        line(said_words(claim), kind="small"),
        _quotation(claim, article),
        *_reading(claim, heading),
        _place(article),
    ]
    show(*lines, kind=f"card {claim.stance}")


def shown_span(claim: Claim) -> Span:
    """Return the claim's sentence, widened to a source that stands near it."""
    spans = [claim.sentence]
    spans += [span for span in claim.attribution.source if _near(span, claim.sentence)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _near(span: Span, sentence: Span) -> bool:
    return sentence.start - SOURCE_REACH <= span.start and span.end <= sentence.end + SOURCE_REACH


def _quotation(claim: Claim, article: Article) -> Line:
    shown = shown_span(claim)
    words = Words(shown.of(article.text), marks=marks_within(claim.attribution, shown))
    return line(words, kind="quote")


def _reading(claim: Claim, heading: str) -> list[Line]:
    if claim.resolution == "unresolved":
        return [line("What exactly is meant stands outside this sentence and was not found.", kind="small")]
    if claim.proposition == heading:
        return []
    return [line("Read as: ", claim.proposition, kind="small")]


def _place(article: Article) -> Line:
    title = Words(article.title or article.url or "the article", href=article.url)
    return line(Words(article.outlet or "outlet not named", "strong"), " · ", title, kind="small")


def _side(heading: str, ids: Sequence[str], opened: Opened, matching: Collection[str], *, needed: bool = True) -> None:
    if ids or needed:
        show(line(heading, kind="group"))
    if not ids and needed:
        st.text("Nobody in the articles read so far.")
    for claim in sorted((opened.claims[id_] for id_ in ids if id_ in opened.claims), key=_by_day):
        article, heading = opened.articles[claim.article_id], opened.dispute.proposition
        show_claim(claim, article, heading=heading, badge=claim.id in matching)


def _by_day(claim: Claim) -> tuple[bool, str]:
    return claim.said_on is None, str(claim.said_on)


def _reasons(opened: Opened, pairs: Sequence[Pair]) -> None:
    if not pairs:
        return
    with st.expander(f"Why these stand against each other ({count_words(len(pairs), 'pair')})"):
        for pair in sorted(pairs, key=lambda pair: -pair.score):
            _reason(pair, opened)


def _reason(pair: Pair, opened: Opened) -> None:
    first, second = opened.claims[pair.claim_id], opened.claims[pair.counterclaim_id]
    relation = RELATIONS[pair.relation].format(first=actors_words(first))
    show(
        line(Words(actors_words(second), "strong"), f" {relation}", Words(pair.tier, "badge"), kind="side"),
        line(f"Strength {pair.score:.0%}: ", pair.reason or "no reason was recorded"),
        line("1: ", first.proposition),
        line("2: ", second.proposition),
        _figures("If 1 holds, 2 ", pair.forward),
        _figures("If 2 holds, 1 ", pair.backward),
        kind="card other",
    )


def _figures(start: str, scores: NliScores) -> Line:
    return line(start, scores_words(scores), kind="small")
