"""Weigh what the rules make of an article's claims against where and by whom they are said."""

from __future__ import annotations

from collections.abc import Sequence

from claims.pairing.candidates import beside
from claims.pairing.records import NliModel, RebuttalModel, Vectors
from claims.pairing.relations import Verdict, judge_rebuttal
from claims.pairing.scoring import NliTable
from claims.pairing.tiers import POSSIBLE_REBUTTAL
from claims.types import Article, Claim


def rated_verdicts(
    article: Article,
    claims: Sequence[Claim],
    vectors: Vectors,
    verdicts: Sequence[Verdict],
    rebuttals: RebuttalModel,
    table: NliTable,
    nli: NliModel,
) -> list[Verdict]:
    """Return the verdicts that hold by the model's ratings too, and those that only the ratings give.

    `claims` are the article's own, `vectors` has a row each. Pairs that are not rated stay as they are.
    """
    by_ids = {frozenset((verdict.claim.id, verdict.counterclaim.id)): verdict for verdict in verdicts}
    places = {claim.id: place for place, claim in enumerate(claims)}
    inside = {ids: verdict.tier for ids, verdict in by_ids.items() if ids <= places.keys()}
    ratings = rebuttals.rate(article, claims, vectors, inside)
    kept = {ids: verdict for ids, verdict in by_ids.items() if ids not in ratings or _holds(verdict, ratings[ids])}
    wanted = [ids for ids, rating in ratings.items() if rating >= POSSIBLE_REBUTTAL and ids not in by_ids]
    met = []
    for ids in wanted:
        one, other = sorted(places[id_] for id_ in ids)
        met.append(beside(claims[one], claims[other], float(vectors[one] @ vectors[other]), together=True))
        table.want(claims[one].proposition, claims[other].proposition)
    table.score(nli)
    for ids, candidate in zip(wanted, met, strict=True):
        verdict = judge_rebuttal(candidate, table, ratings[ids])
        if verdict is not None:
            kept[ids] = verdict
    return list(kept.values())


def _holds(verdict: Verdict, rating: float) -> bool:
    return verdict.tier == "likely" or rating >= POSSIBLE_REBUTTAL
