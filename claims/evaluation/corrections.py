"""Score what the program made by what people said of it: reviews of pairs and corrections of claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claims.evaluation.figures import Figures, Finding, Report
from claims.handmade import BY_HAND
from claims.storage import Store
from claims.types import REVIEWS, TIERS, ClaimQuery, Correction, Pair, Review

FIELDS = ("stance", "actors", "proposition", "said_on")


def corrections_report(store: Store) -> Report:
    """Return the precision of reviewed pairs by tier, and how many claims had each field corrected.

    Reviewed pairs and corrected claims are those that people came upon, no sample: the figures say what is wrong, not
    how often it is.
    """
    pairs = {review: store.find_pairs(ClaimQuery(tiers=TIERS, review=review)) for review in REVIEWS}
    reviewed = {review: [pair for pair in found if pair.model != BY_HAND] for review, found in pairs.items()}
    standing = [correction for correction in store.corrections_of() if correction.undone_at is None]
    fields: Counter[str] = Counter(correction.field for correction in standing)
    figures: Figures = {f"pairs.{tier}": _precision(reviewed, tier) for tier in TIERS}
    figures["corrected"] = {name: fields[name] for name in FIELDS}
    figures["missed"] = {"claims": fields["claim"], "pairs": fields["pair"]}
    return Report(figures, wrong=tuple(_findings(store, standing)))


def _precision(reviewed: Mapping[Review, list[Pair]], tier: str) -> Figures:
    counts = {review: sum(pair.tier == tier for pair in found) for review, found in reviewed.items()}
    total = sum(counts.values())
    return counts | {"precision": round(counts["confirmed"] / total, 3) if total else None}


def _findings(store: Store, standing: list[Correction]) -> list[Finding]:
    articles = {a.id: a for a in store.find_articles({made.anchor.article_id for made in standing})}
    return [
        Finding(
            articles[made.anchor.article_id].title or made.anchor.article_id,
            f"{made.field}: {made.before} → {made.value}",
            made.anchor.span.of(articles[made.anchor.article_id].text),
        )
        for made in standing
        if made.field in FIELDS and made.anchor.article_id in articles
    ]
