"""Score the stance, the actors and the day of claims that stand where readers marked one.

A gold claim is found by the predicted claim of its article that shares its cue and most of its content; where none
shares the cue, by the one that shares most of the content. Only contested claims are marked, so a claim that was not
marked is not wrong. Stance and actors are asked of the found ones. The days are not marked: they are counted by what
they rest on, with those later than the article, of which there must be none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.evaluation.figures import Figures, Finding, Report, interval, ratio
from claims.evaluation.gold import AUTHOR, GoldArticle, GoldClaim
from claims.evaluation.pairs import same_actors
from claims.evaluation.stance import stance_figures
from claims.types import Claim, Span


class Found(NamedTuple):
    """Hold a gold claim with the predicted one that stands there; None when there is none."""

    article: GoldArticle
    gold: GoldClaim
    claim: Claim | None


def claims_report(gold: Sequence[GoldArticle], claims: Iterable[Claim]) -> Report:
    """Measure the claims that were predicted in the gold articles."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    groups = [[_find(article, each, by_article[article.article.id]) for each in article.claims] for article in gold]
    rows = [row for group in groups for row in group]
    stances: Counter[tuple[str, str]] = Counter(
        (row.gold.stance, row.claim.stance) for row in rows if row.claim is not None
    )
    figures = {
        "documents": len(gold),
        "found": _share([[row.claim is not None for row in group] for group in groups]),
        "stance": stance_figures(stances),
        "actors": _share([[_has_actors(row) for row in group if row.claim is not None] for group in groups]),
        "days": _days(gold, by_article),
    }
    return Report(figures, tuple(_missed(rows)), tuple(_wrong(rows)))


def _find(article: GoldArticle, gold: GoldClaim, claims: Sequence[Claim]) -> Found:
    best = max(claims, key=lambda claim: _likeness(claim, gold), default=None)
    return Found(article, gold, best if best is not None and any(_likeness(best, gold)[:2]) else None)


def _likeness(claim: Claim, gold: GoldClaim) -> tuple[bool, int, bool, bool]:
    """Rank a claim; of the sentences of one content the one in gold's sentence comes first, then gold's stance."""
    attribution = claim.attribution
    return (
        _shared(attribution.cue, gold.cue) > 0,
        _shared(attribution.content, gold.content),
        claim.sentence.overlaps(gold.anchor),
        claim.stance == gold.stance,
    )


def _shared(spans: Sequence[Span], gold: Span | None) -> int:
    known = gold or Span(0, 0)
    return sum(max(0, min(span.end, known.end) - max(span.start, known.start)) for span in spans)


def _share(groups: Sequence[Sequence[bool]]) -> Figures:
    right, asked = [sum(group) for group in groups], [len(group) for group in groups]
    return {"right": ratio(sum(right), sum(asked)), "right_interval": interval(right, asked), "asked": sum(asked)}


def _has_actors(row: Found) -> bool:
    if row.claim is None:
        return False
    if row.gold.actors == AUTHOR:
        return not row.claim.attribution.source
    return same_actors(row.claim.actor_names, row.gold.actors)


def _days(gold: Sequence[GoldArticle], claims: dict[str, list[Claim]]) -> Figures:
    counts: Counter[str] = Counter()
    for article in gold:
        published = article.article.published_on
        for claim in claims[article.article.id]:
            counts[claim.said_on_basis or "undated"] += 1
            counts["later_than_article"] += bool(published and claim.said_on and claim.said_on > published)
    return {name: counts[name] for name in ("stated", "published", "undated", "later_than_article")}


def _missed(rows: Sequence[Found]) -> Iterator[Finding]:
    for row in rows:
        if row.claim is None:
            yield _finding(row, f"{row.gold.stance}, not found", ", ".join(row.gold.actors))


def _wrong(rows: Sequence[Found]) -> Iterator[Finding]:
    for row in rows:
        if row.claim is None:
            continue
        if row.claim.stance != row.gold.stance:
            yield _finding(row, f"{row.gold.stance} taken for {row.claim.stance}", row.claim.proposition)
        if not _has_actors(row):
            names = (", ".join(each) or "nobody" for each in (row.gold.actors, row.claim.actor_names))
            yield _finding(row, "actors", " taken for ".join(names))


def _finding(row: Found, what: str, detail: str) -> Finding:
    return Finding(
        row.gold.id, what, Span.of(row.gold.anchor, row.article.article.text), f"{row.article.doc}: {detail}"
    )
