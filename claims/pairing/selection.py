"""Gather everything that has to be scored for one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.pairing.antecedents import find_antecedents
from claims.pairing.candidates import Nearby, among_stored, comparable, within_article
from claims.pairing.records import Candidate, ClaimSource, NliModel, Vectors
from claims.pairing.relations import in_order, is_undecided
from claims.pairing.scoring import NliTable
from claims.pairing.tiers import MIN_COSINE
from claims.pairing.wire import Copies, find_copies, repeated
from claims.types import Article, Claim, Dispute

REPRINT_COSINE = 0.97
"""Least cosine of two propositions whose articles are compared word by word for wire copies."""
ANSWERED = 5
"""Stored claims that an uncommitted answer meets, to find the dispute that it answers."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Hold the claims that are set beside each other, by the question that is asked of them."""

    paired: tuple[Candidate, ...]
    opened: tuple[Candidate, ...]
    """Assertions elsewhere that a denial of unnamed words may refer to."""
    answering: tuple[Candidate, ...]
    """Claims that an uncommitted answer may answer."""
    copies: Copies

    @property
    def all(self) -> tuple[Candidate, ...]:
        """Return every candidate."""
        return self.paired + self.opened + self.answering


def select(
    article: Article, claims: Sequence[Claim], vectors: Vectors, nearby: Nearby, store: ClaimSource
) -> Selection:
    """Choose the candidates of an article's claims, each group of wire copies standing in by one claim."""
    copies = _copies(article, claims, nearby, store)
    met = (*within_article(claims, vectors), *among_stored(claims, nearby, copies.articles))
    return Selection(
        tuple(candidate for candidate in met if not _is_repeated(candidate, claims, copies)),
        tuple(c for c in find_antecedents(article, claims, nearby) if c.second.id not in copies.first),
        tuple(_answering(claims, vectors, nearby)),
        copies,
    )


def find_touched(selection: Selection, store: ClaimSource) -> list[Dispute]:
    """Read the stored disputes that hold any claim of the selection, in the order of their ids."""
    ids = {id_ for candidate in selection.all for id_ in candidate.key}
    ids.update(selection.copies.first, selection.copies.first.values())
    return sorted(store.disputes_of(ids), key=lambda dispute: dispute.id) if ids else []


def score_selection(
    selection: Selection, claims: Sequence[Claim], disputes: Sequence[Dispute], nli: NliModel
) -> NliTable:
    """Score the candidates, and the new claims against the disputes that they may belong to.

    The other direction of a candidate is asked for only where the first leaves open whether it is a pair.
    """
    table = NliTable()
    for candidate in selection.paired:
        table.want_forward(*in_order(candidate))
    for candidate in (*selection.opened, *selection.answering):
        table.want(candidate.first.proposition, candidate.second.proposition)
    own = {claim.id: claim for claim in claims}
    for dispute in disputes:
        members = set(dispute.claim_ids)
        for candidate in selection.all:
            if members & set(candidate.key):
                for claim in (own[id_] for id_ in candidate.key if id_ in own):
                    table.want(claim.proposition, dispute.proposition)
    table.score(nli)
    for candidate in selection.paired:
        if is_undecided(candidate, table):
            table.want(*in_order(candidate))
    table.score(nli)
    return table


def _copies(article: Article, claims: Sequence[Claim], nearby: Nearby, store: ClaimSource) -> Copies:
    alike = {
        other.id: other
        for row in range(len(claims))
        for other in nearby.claims.values()
        if nearby.cosine(row, other) >= REPRINT_COSINE
    }
    alike |= {other.id: other for other in repeated(nearby.claims.values())}
    if not alike:
        return Copies()
    texts = {other.id: other for other in store.find_articles({claim.article_id for claim in alike.values()})}
    order = {id_: place for place, id_ in enumerate(texts)}
    stored = sorted(alike.values(), key=lambda claim: (order.get(claim.article_id, len(order)), claim.id))
    return find_copies(article, claims, stored, texts)


def _is_repeated(candidate: Candidate, claims: Sequence[Claim], copies: Copies) -> bool:
    """Tell whether a candidate repeats, by copies, one that was or will be judged."""
    own = {claim.id for claim in claims}
    copied = [id_ in copies.first for id_ in candidate.key]
    if own >= set(candidate.key):
        return all(copied)
    represented = {copies.first[id_] for id_ in own if id_ in copies.first}
    return any(copied) or candidate.first.id in represented


def _answering(claims: Sequence[Claim], vectors: Vectors, nearby: Nearby) -> Iterable[Candidate]:
    cosines = vectors @ vectors.T
    for row, claim in enumerate(claims):
        if claim.stance != "other" or claim.resolution == "unresolved":
            continue
        for at, other in enumerate(claims):
            if comparable(other) and cosines[row, at] >= MIN_COSINE:
                yield Candidate(other, claim, float(cosines[row, at]), frozenset(), True)
        stored = [other for other in nearby.claims.values() if comparable(other)]
        stored.sort(key=lambda other: (-nearby.cosine(row, other), other.id))
        for other in stored[:ANSWERED]:
            if nearby.cosine(row, other) >= MIN_COSINE:
                yield Candidate(other, claim, nearby.cosine(row, other), frozenset(), False)
