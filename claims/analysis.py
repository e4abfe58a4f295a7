"""Turn what the store finds into the one JSON object that scripts read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.sides import names_of
from claims.types import TIERS, Article, Claim, ClaimQuery, Dispute, Pair, Span

if TYPE_CHECKING:
    from claims.storage import Store

_BOTH_TIERS = ClaimQuery(tiers=TIERS)


def analysis_json(store: Store, query: ClaimQuery = _BOTH_TIERS) -> dict[str, Any]:
    """Return articles, claims, pairs and disputes as one object of plain JSON values.

    A filter chooses claims; the claims that their pairs and disputes name are there too, so that every id
    leads somewhere. Without a filter all articles are there, also those without claims.
    """
    pairs, disputes = store.find_pairs(query), store.find_disputes(query)
    named = {id_ for pair in pairs for id_ in (pair.claim_id, pair.counterclaim_id)}
    named.update(id_ for dispute in disputes for id_ in dispute.claim_ids)
    claims = store.claims_by_id(named) | {claim.id: claim for claim in store.find_claims(query)}
    everything = ClaimQuery(tiers=query.tiers) == query
    ids = None if everything else {claim.article_id for claim in claims.values()}
    articles = {article.id: article for article in store.find_articles(ids)}
    return {
        "articles": [_article_json(article) for article in articles.values()],
        "claims": [_claim_json(c, articles[c.article_id]) for c in _in_reading_order(claims, articles)],
        "pairs": [_pair_json(pair) for pair in pairs],
        "disputes": [_dispute_json(dispute, claims) for dispute in disputes],
    }


def _in_reading_order(claims: Mapping[str, Claim], articles: Iterable[str]) -> list[Claim]:
    place = {id_: number for number, id_ in enumerate(articles)}
    return sorted(claims.values(), key=lambda c: (place[c.article_id], c.sentence, c.attribution.content, c.id))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _article_json(article: Article) -> dict[str, Any]:
    fields = {name: getattr(article, name) for name in ("id", "path", "url", "outlet", "title", "author", "language")}
    return {**fields, "published_on": _iso(article.published_on)}


def _claim_json(claim: Claim, article: Article) -> dict[str, Any]:
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "actors": list(claim.actor_names),
        "stance": claim.stance,
        "source": _spans_json(claim.attribution.source, article),
        "cue": _spans_json(claim.attribution.cue, article),
        "content": _spans_json(claim.attribution.content, article),
        "proposition": claim.proposition,
        "resolution": claim.resolution,
        "antecedent_confidence": claim.antecedent_confidence,
        "runner_up": claim.runner_up,
        "quote": claim.quote,
        "said_on": _iso(claim.said_on),
        "said_on_basis": claim.said_on_basis,
    }


def _spans_json(spans: Iterable[Span], article: Article) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.of(article.text)} for span in spans]


def _pair_json(pair: Pair) -> dict[str, Any]:
    fields = ("claim_id", "counterclaim_id", "relation", "tier", "score")
    scores = {"forward": asdict(pair.forward), "backward": asdict(pair.backward)}
    return {**{name: getattr(pair, name) for name in fields}, **scores}


def _dispute_json(dispute: Dispute, claims: Mapping[str, Claim]) -> dict[str, Any]:
    sides = ("asserting", "denying", "doubting")
    return {
        "id": dispute.id,
        "proposition": dispute.proposition,
        **{side: names_of(getattr(dispute, side), claims) for side in sides},
        "claim_ids": list(dispute.claim_ids),
    }
