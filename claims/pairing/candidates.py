"""Choose which claims are set beside each other: never all against all.

Inside an article every assertion meets every denial and doubt, and the near assertions of other actors.
Among stored claims the nearest by embedding inside a window of days are taken, joined with those that
share rare names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from claims.pairing.names import shared_names
from claims.pairing.records import Candidate, ClaimSource, Vectors
from claims.pairing.statements import stands_alone
from claims.pairing.tiers import MIN_COSINE, POSSIBLE_CONTRADICTION_COSINE
from claims.types import Claim

WINDOW_DAYS = 400
"""A year and a month to either side: anniversaries and yearly talks renew a dispute, positions change slowly.
Beyond `tiers.LIKELY_DAYS` a pair of different actors is at most possible."""
NEAREST = 9
"""Stored claims of the opposed stance that a claim meets by cosine. Of the 127 pairs across articles that 20 and 8 more
by name gave in 198 articles on 17 rumours, 122 were of the ten nearest."""
NAMED = 4
"""Further stored claims that it meets because they share rare names."""
AGREEING = 4
"""Stored claims of its own stance that it meets, to find the dispute that it belongs to."""
FETCHED = 80
"""Nearest stored claims that are read to fill these places."""
NAMED_COSINE = 0.25
"""Least cosine of a candidate that shares rare names."""
IN_ARTICLE = 20
"""Assertions of its own article that a denial meets, nearest first."""
FLOOR = 0.15
"""Least cosine of a denial and an assertion of its article, unless the denial refers to it."""
RIVALS = 6
"""Assertions of its own article by other actors that an assertion meets, nearest first."""

CONTESTING = ("asserts", "denies", "doubts")


def comparable(claim: Claim) -> bool:
    """Tell whether the claim has a proposition that a model can compare."""
    return claim.stance in CONTESTING and claim.resolution != "unresolved"


def opposed(one: Claim, other: Claim) -> bool:
    """Tell whether the stances of the two claims could make a pair: two denials never do."""
    return comparable(one) and comparable(other) and "asserts" in (one.stance, other.stance)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Hold the stored claims near the new ones, with the cosines between them."""

    claims: Mapping[str, Claim]
    places: Mapping[str, int]
    cosines: Vectors
    """One row a new claim, one column a stored claim in the window."""

    def cosine(self, row: int, claim: Claim) -> float:
        """Return the cosine between a new claim, by its place, and a stored one."""
        return float(self.cosines[row, self.places[claim.id]])

    def near(self, row: int) -> Iterator[Claim]:
        """Yield the stored claims whose cosine with a new claim, by its place, lets them be candidates."""
        return (self.claims[id_] for id_, place in self.places.items() if self.cosines[row, place] >= NAMED_COSINE)


def find_nearby(claims: Sequence[Claim], vectors: Vectors, store: ClaimSource) -> Nearby:
    """Read the stored claims that are nearest to each new claim: one matrix product over the window."""
    days = [claim.said_on for claim in claims if claim.said_on is not None]
    if not claims:
        return Nearby({}, {}, np.zeros((0, 0), np.float32))
    window = timedelta(days=WINDOW_DAYS)
    undated = len(days) < len(claims)
    since, until = (None, None) if undated else (min(days) - window, max(days) + window)
    ids, cosines = store.find_cosines(vectors, since, until)
    wanted = {int(column) for row in cosines for column in _nearest(row)}
    found = store.claims_by_id([ids[column] for column in sorted(wanted)])
    places = {ids[column]: column for column in sorted(wanted) if ids[column] in found}
    return Nearby({id_: found[id_] for id_ in places}, places, cosines)


def within_article(claims: Sequence[Claim], vectors: Vectors) -> list[Candidate]:
    """Set the new claims beside each other."""
    cosines = vectors @ vectors.T
    kept: dict[tuple[int, int], None] = {}
    for row, claim in enumerate(claims):
        if not comparable(claim):
            continue
        rivals = [at for at in range(len(claims)) if at != row and _meets(claim, claims[at], float(cosines[row, at]))]
        rivals.sort(key=lambda at: (-float(cosines[row, at]), at))
        linked = [at for at in rivals if claims[at].id == claim.antecedent_id]
        limit = RIVALS if claim.stance == "asserts" else IN_ARTICLE
        for at in (*linked, *rivals[:limit]):
            kept[min(row, at), max(row, at)] = None
    return [beside(claims[a], claims[b], float(cosines[a, b]), together=True) for a, b in sorted(kept)]


def among_stored(claims: Sequence[Claim], nearby: Nearby, copied_articles: Collection[str] = ()) -> list[Candidate]:
    """Set each new claim beside the stored claims that are near to it."""
    found = []
    for row, claim in enumerate(claims):
        if not comparable(claim):
            continue
        met = [
            beside(other, claim, nearby.cosine(row, other), together=other.article_id in copied_articles)
            for other in nearby.near(row)
            if comparable(other)
        ]
        met.sort(key=lambda candidate: (-candidate.cosine, candidate.first.id))
        found += _best([candidate for candidate in met if _admissible(candidate)])
    return found


def beside(first: Claim, second: Claim, cosine: float, *, together: bool) -> Candidate:
    """Set two claims beside each other, with the rare names that they share."""
    return Candidate(first, second, cosine, shared_names(first.proposition, second.proposition), together)


def _nearest(row: Vectors) -> list[int]:
    near = np.flatnonzero(row >= NAMED_COSINE)
    order = near[np.argsort(-row[near], kind="stable")[:FETCHED]]
    return [int(column) for column in order]


def _meets(claim: Claim, other: Claim, cosine: float) -> bool:
    if not comparable(other):
        return _denies_the_same_words(claim, other)
    if claim.stance == "asserts" and other.stance == "asserts":
        return cosine >= POSSIBLE_CONTRADICTION_COSINE and actor_ids(claim) != actor_ids(other)
    return claim.stance != "asserts" and (cosine >= FLOOR or claim.antecedent_id == other.id)


def _denies_the_same_words(claim: Claim, other: Claim) -> bool:
    """Tell whether a denial is of the words of an assertion that do not say of whom or what: of the same, then."""
    return other.stance == "asserts" and claim.stance != "asserts" and claim.proposition == other.proposition


def actor_ids(claim: Claim) -> frozenset[str]:
    """Return who speaks, by id."""
    return frozenset(actor.id for actor in claim.actors)


def _admissible(candidate: Candidate) -> bool:
    first, second = candidate.first, candidate.second
    if first.stance == second.stance == "asserts" and candidate.cosine < POSSIBLE_CONTRADICTION_COSINE:
        return False
    if candidate.together:
        return True
    if not (stands_alone(first.proposition) and stands_alone(second.proposition)):
        return False
    if first.said_on is None or second.said_on is None:
        return bool(candidate.shared)
    return abs((first.said_on - second.said_on).days) <= WINDOW_DAYS


def _best(candidates: Sequence[Candidate]) -> list[Candidate]:
    near = [candidate for candidate in candidates if candidate.cosine >= MIN_COSINE]
    against = [candidate for candidate in near if _against(candidate)][:NEAREST]
    taken = {candidate.key for candidate in against}
    named = [candidate for candidate in candidates if candidate.shared and candidate.key not in taken]
    agreeing = [candidate for candidate in near if not _against(candidate)][:AGREEING]
    chosen = {c.key: c for c in (*against, *[c for c in named if _against(c)][:NAMED], *agreeing)}
    return list(chosen.values())


def _against(candidate: Candidate) -> bool:
    return opposed(candidate.first, candidate.second)
