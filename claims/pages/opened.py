"""Read what an open row shows, each answer once until the store changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from claims.pages.cached import BY_STATE, KEPT, Snapshot
from claims.storage import Store
from claims.types import Article, Claim, Correction, Dispute, Pair


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold a dispute with all that is needed to show it."""

    dispute: Dispute
    claims: dict[str, Claim]
    articles: dict[str, Article]
    pairs: tuple[Pair, ...]
    changes: tuple[Correction, ...]
    """What people changed in its articles, the latest first."""


@dataclass(frozen=True, slots=True)
class OpenedClaim:
    """Hold a claim with all that is needed to show it."""

    claim: Claim
    article: Article
    others: tuple[Claim, ...]
    """Every claim of the article, the claim itself too."""
    disputes: tuple[Dispute, ...]
    changes: tuple[Correction, ...]
    """What people changed in the article, the latest first."""
    versions: tuple[Article, ...]
    """What was read from the article's address, itself too, in the order of reading."""
    copies: tuple[Article, ...]
    """Articles from elsewhere that repeat most of it, or it of them."""


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def open_dispute(snapshot: Snapshot, dispute_id: str) -> Opened | None:
    """Return a dispute with its claims, articles and pairs; None when the store has none of this id."""
    store = snapshot.store
    found = store.dispute_by_id(dispute_id)
    return _gathered(store, found) if found else None


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def open_claim(snapshot: Snapshot, claim_id: str) -> OpenedClaim | None:
    """Return a claim with its article and its disputes; None when the store has no such claim."""
    store = snapshot.store
    claim = store.claims_by_id([claim_id]).get(claim_id)
    if claim is None:
        return None
    (article,) = store.find_articles([claim.article_id])
    others = tuple(store.claims_of_article(article.id))
    changes = tuple(store.corrections_of([article.id]))
    versions = tuple(store.versions_of(article.id))
    copies = tuple(store.find_articles(set(store.near_copies(article.id)) - {version.id for version in versions}))
    return OpenedClaim(claim, article, others, tuple(store.disputes_of([claim_id])), changes, versions, copies)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def find_corrections(snapshot: Snapshot) -> tuple[list[Correction], dict[str, Article]]:
    """Return what people changed, the latest first, with the articles that are still there."""
    made = snapshot.store.corrections_of()
    articles = snapshot.store.find_articles({correction.anchor.article_id for correction in made})
    return made, {article.id: article for article in articles}


def _gathered(store: Store, dispute: Dispute) -> Opened:
    claims = store.claims_by_id(dispute.claim_ids)
    articles = _articles_of(store, claims.values())
    pairs = tuple(pair for pair in store.pairs_of(dispute.claim_ids) if _inside(pair, claims))
    return Opened(dispute, claims, articles, pairs, tuple(store.corrections_of(articles)))


def _articles_of(store: Store, claims: Collection[Claim]) -> dict[str, Article]:
    found = store.find_articles({claim.article_id for claim in claims})
    return {article.id: article for article in found}


def _inside(pair: Pair, claims: Collection[str]) -> bool:
    return pair.claim_id in claims and pair.counterclaim_id in claims
