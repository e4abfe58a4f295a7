"""Score predicted denials and pairs against gold articles.

A predicted denial is right when its cue or content lies in the sentence of a gold claim that denies or
doubts; recall counts what every reader marked, one denial a place and actor. Gold pairs are grouped into
edges, so that a restatement counts once. A predicted pair is right when its two claims lie in the sentences
of a gold pair and both actors are right; pairs across articles are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.evaluation.figures import Figures, Finding, Report, Score, interval, ratio, summarise
from claims.evaluation.gold import AUTHOR, GoldArticle, GoldClaim, GoldPair
from claims.types import TIERS, Claim, Pair, Span, Tier

SHARED_PART = 0.5
"""Share of the shorter of span and sentence that must lie in the other."""
SIDES = " ⟷ "


class Edge(NamedTuple):
    """Name what restatements of one gold pair have in common."""

    deniers: tuple[str, ...]
    asserters: tuple[str, ...]
    proposition: str
    """The denied one; empty for contradictions."""
    kind: str


def pairs_report(gold: Sequence[GoldArticle], claims: Iterable[Claim], pairs: Sequence[Pair]) -> Report:
    """Measure claims and pairs (of every tier) that were predicted on the gold articles."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    found = [(article, by_article[article.article.id]) for article in gold]
    denials = [score_denials(article, mine) for article, mine in found]
    likely = [score_pairs(article, mine, pairs, TIERS[:1]) for article, mine in found]
    shown = [score_pairs(article, mine, pairs, TIERS) for article, mine in found]
    figures = {
        "documents": len(gold),
        "denials": summarise(denials) | _denier_figures(found),
        "pairs": {"likely": summarise(likely), "likely_or_possible": summarise(shown)},
    }
    scores = denials + likely
    return Report(
        figures,
        tuple(finding for score in scores for finding in score.missed),
        tuple(finding for score in scores for finding in score.wrong),
    )


def score_denials(gold: GoldArticle, claims: Sequence[Claim]) -> Score:
    """Score the predicted claims of stance `denies` in one article."""
    predicted = [claim for claim in claims if claim.stance == "denies"]
    disputing = [claim for claim in gold.claims if claim.disputes]
    wrong = [p for p in predicted if not any(lies_in(p, g.anchor) for g in disputing)]
    wanted = wanted_denials(gold)
    missed = [g for g in wanted if not any(lies_in(p, g.anchor) for p in predicted)]
    return Score(
        len(predicted),
        len(predicted) - len(wrong),
        len(wanted),
        len(wanted) - len(missed),
        tuple(_finding(gold, "denial", claim) for claim in missed),
        tuple(_finding(gold, "denial", claim) for claim in wrong),
    )


def wanted_denials(gold: GoldArticle) -> list[GoldClaim]:
    """Return the denials that every reader marked, one a place and actor."""
    wanted: list[GoldClaim] = []
    for claim in gold.claims:
        if claim.stance == "denies" and claim.core and not any(_restates(claim, other) for other in wanted):
            wanted.append(claim)
    return wanted


def score_pairs(gold: GoldArticle, claims: Sequence[Claim], pairs: Sequence[Pair], tiers: Sequence[Tier]) -> Score:
    """Score the predicted pairs of one article; a pair with a claim of another article does not count."""
    by_id = {claim.id: claim for claim in claims}
    mine = [
        (by_id[pair.claim_id], by_id[pair.counterclaim_id])
        for pair in pairs
        if pair.tier in tiers and pair.claim_id in by_id and pair.counterclaim_id in by_id
    ]
    edges = _edges(gold)
    hits = [set(_matching_edges(pair, edges)) for pair in mine]
    wrong = [pair for pair, hit in zip(mine, hits, strict=True) if not hit]
    core, seen = _core_edges(gold), set[Edge]().union(*hits)
    missed = [group for group in core.values() if not any(_finds(edge, group) for edge in seen)]
    return Score(
        len(mine),
        len(mine) - len(wrong),
        len(core),
        len(core) - len(missed),
        tuple(_missed_pair(gold, edges[group[0]][0]) for group in missed),
        tuple(_finding(gold, "pair", *pair) for pair in wrong),
    )


def lies_in(claim: Claim, sentence: Span) -> bool:
    """Tell whether half of a cue or content span lies in the sentence (or half of the sentence in it)."""
    return any(_half_shared(span, sentence) for span in claim.attribution.cue + claim.attribution.content)


def names_meet(names: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two lists share a name: the same last word, or all words of the shorter name."""
    folded = [_fold(name) for name in names]
    return any(_same_name(one, other) for one in folded for other in map(_fold, others))


def same_actors(names: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether every name of each list has one in the other that means the same."""
    return all(names_meet([name], others) for name in names) and all(names_meet([name], names) for name in others)


def _fold(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9 ]", " ", plain).split()


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        return False
    return one[-1] == other[-1] or set(one) <= set(other) or set(other) <= set(one)


def _half_shared(span: Span, other: Span) -> bool:
    shared = min(span.end, other.end) - max(span.start, other.start)
    shorter = min(span.end - span.start, other.end - other.start)
    return span.overlaps(other) and shared >= SHARED_PART * shorter


def _restates(claim: GoldClaim, other: GoldClaim) -> bool:
    return claim.anchor.overlaps(other.anchor) and names_meet(claim.actors, other.actors)


def _is_by(claim: Claim, gold: GoldClaim) -> bool:
    return gold.actors == AUTHOR or names_meet(claim.actor_names, gold.actors)


def _answered(gold: GoldArticle) -> Iterator[tuple[Edge, GoldPair]]:
    for pair in gold.pairs:
        if pair.assertion is not None:
            denied = pair.denial.proposition if pair.kind == "denial" else ""
            yield Edge(_sorted(pair.denial), _sorted(pair.assertion), denied, pair.kind), pair


def _sorted(claim: GoldClaim) -> tuple[str, ...]:
    return tuple(sorted(claim.actors))


def _edges(gold: GoldArticle) -> dict[Edge, list[GoldPair]]:
    edges: dict[Edge, list[GoldPair]] = defaultdict(list)
    for edge, pair in _answered(gold):
        edges[edge].append(pair)
    return edges


def _core_edges(gold: GoldArticle) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[Edge]]:
    core: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Edge]] = defaultdict(list)
    for edge, pair in _answered(gold):
        if pair.core:
            core[edge[:2]].append(edge)
    return core


def _finds(edge: Edge, group: Sequence[Edge]) -> bool:
    wanted = group[0]
    meets = names_meet(edge.deniers, wanted.deniers) and names_meet(edge.asserters, wanted.asserters)
    return meets or edge in group


def _matching_edges(pair: tuple[Claim, Claim], edges: Mapping[Edge, Sequence[GoldPair]]) -> Iterator[Edge]:
    for edge, items in edges.items():
        if any(_joins(one, other, item) for item in items for one, other in (pair, pair[::-1])):
            yield edge


def _joins(denial: Claim, assertion: Claim, gold: GoldPair) -> bool:
    return gold.assertion is not None and all(
        lies_in(claim, marked.anchor) and _is_by(claim, marked)
        for claim, marked in ((denial, gold.denial), (assertion, gold.assertion))
    )


def _denier_figures(found: Sequence[tuple[GoldArticle, list[Claim]]]) -> Figures:
    """Give the share of found denials whose actor is right; the article's own voice is not asked."""
    verdicts = [list(_denier_verdicts(gold, claims)) for gold, claims in found]
    right, asked = [sum(v) for v in verdicts], [len(v) for v in verdicts]
    return {"denier_right": ratio(sum(right), sum(asked)), "denier_right_interval": interval(right, asked)}


def _denier_verdicts(gold: GoldArticle, claims: Sequence[Claim]) -> Iterator[bool]:
    for wanted in wanted_denials(gold):
        hits = [c for c in claims if c.stance == "denies" and lies_in(c, wanted.anchor)]
        if hits and wanted.actors != AUTHOR:
            yield any(names_meet(claim.actor_names, wanted.actors) for claim in hits)


def _side(names: Sequence[str], proposition: str) -> str:
    return f"{', '.join(names) or 'nobody named'}: {proposition}"


def _finding(gold: GoldArticle, what: str, *sides: Claim | GoldClaim) -> Finding:
    spans = [side.sentence if isinstance(side, Claim) else side.anchor for side in sides]
    words = SIDES.join(span.of(gold.article.text) for span in spans)
    details = [_side(side.actor_names if isinstance(side, Claim) else side.actors, side.proposition) for side in sides]
    return Finding(gold.doc, what, words, SIDES.join(details))


def _missed_pair(gold: GoldArticle, pair: GoldPair) -> Finding:
    sides = [side for side in (pair.denial, pair.assertion) if side is not None]
    return _finding(gold, f"pair ({pair.kind})", *sides)
