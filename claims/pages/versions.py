"""Show what an article was before and after, and who else printed it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from claims.changes import changes
from claims.pages import marking
from claims.pages.wording import count_words, day_words
from claims.types import Article, Claim

SIGNS = {"added": "+ ", "removed": "− "}


def show(claim: Claim, versions: Sequence[Article], copies: Sequence[Article]) -> None:
    """Name the near-copies of a claim's article, and list what changed from each of its versions to the next."""
    if copies:
        named = "; ".join(dict.fromkeys(map(_named, copies)))
        marking.show(marking.line(f"Mostly the same words: {named}.", kind="small"))
    if len(versions) < 2:
        return
    place = [version.id for version in versions].index(claim.article_id)
    if claim.sentence.of(versions[place].text) not in versions[-1].text:
        marking.show_note("The latest version of the article does not have this sentence any more.")
    with st.expander(f"Version {place + 1} of {len(versions)} that were read from this address"):
        for number, (before, after) in enumerate(pairwise(versions), 2):
            changed = changes(before.text, after.text)
            told = f"What changed in version {number}: {count_words(len(changed), 'sentence')}"
            marking.show(
                marking.line(told, kind="side"),
                *(marking.line(SIGNS[each.change], each.text, kind="line") for each in changed),
            )


def _named(article: Article) -> str:
    day = f", {day_words(article.published_on)}" if article.published_on else ""
    return f"{article.outlet or article.title or 'an article'}{day}"
