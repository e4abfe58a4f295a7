"""Pair the claims of one new article with each other and with the stored ones, and group them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.pairing.answers import is_uncommitted
from claims.pairing.antecedents import is_open, judge_open, surroundings
from claims.pairing.candidates import find_nearby
from claims.pairing.disputes import Grouping
from claims.pairing.rated import rated_verdicts
from claims.pairing.records import ClaimSource, NliModel, Pairing, RebuttalModel, SentenceEncoder, Vectors
from claims.pairing.relations import Verdict, judge
from claims.pairing.restatements import once
from claims.pairing.scoring import NliTable
from claims.pairing.selection import find_touched, score_selection, select
from claims.types import Article, Claim, Pair

DIMENSIONS = 384


def pair_claims(
    article: Article,
    claims: Sequence[Claim],
    store: ClaimSource,
    encoder: SentenceEncoder,
    nli: NliModel,
    rebuttals: RebuttalModel,
) -> Pairing:
    """Find the counterclaims of an article's claims, and the disputes that change by them.

    1. embed the propositions and read the near stored claims; 2. collapse wire copies and choose candidates;
    3. read the disputes they stand in; 4. score all texts in one call; 5. judge by rules; 6. drop and add pairs inside
    the article by the rebuttal model; 7. group.
    """
    claims = list(claims)
    vectors = _embed(article, claims, encoder)
    contending = [claim for claim in claims if claim.stance != "other" or is_uncommitted(claim, article)]
    rows = vectors[[claims.index(claim) for claim in contending]] if contending else vectors[:0]
    nearby = find_nearby(contending, rows, store)
    selection = select(article, contending, rows, nearby, store)
    disputes = find_touched(selection, store)
    founders = store.claims_by_id({dispute.id for dispute in disputes}) if disputes else {}
    table = score_selection(selection, contending, disputes, nli)
    words = {claim.id: _own_words(claim, article) for claim in claims}
    verdicts = [verdict for candidate in selection.paired if (verdict := judge(candidate, table, words))]
    first = [row for row, claim in enumerate(contending) if claim.id not in selection.copies.first]
    verdicts = rated_verdicts(article, [contending[row] for row in first], rows[first], verdicts, rebuttals, table, nli)
    grouping = Grouping(disputes, {**founders, **nearby.claims, **{c.id: c for c in contending}}, table)
    grouping.group(contending, verdicts, selection.copies.first)
    places = {claim.id: place for place, claim in enumerate(claims)}
    verdicts = once(verdicts, lambda one, other: float(vectors[places[one.id]] @ vectors[places[other.id]]))
    verdicts += [judge_open(candidate, words) for candidate in selection.opened]
    pairs = tuple(_pair(verdict, table, nli.name) for verdict in verdicts)
    return Pairing(vectors.astype(np.float16), pairs, grouping.changed(), grouping.redirects)


def _embed(article: Article, claims: Sequence[Claim], encoder: SentenceEncoder) -> Vectors:
    """Embed the propositions; a denial of unnamed words by what stands around it."""
    if not claims:
        return np.zeros((0, DIMENSIONS), np.float32)
    texts = [surroundings(claim, article) if is_open(claim) else claim.proposition for claim in claims]
    return np.asarray(encoder.embed(texts), np.float32)


def _own_words(claim: Claim, article: Article) -> str:
    return " ".join(" ".join(span.of(article.text) for span in claim.attribution.content).split())


def _pair(verdict: Verdict, table: NliTable, model: str) -> Pair:
    one, other = verdict.claim, verdict.counterclaim
    return Pair(
        one.id,
        other.id,
        verdict.relation,
        verdict.tier,
        verdict.score,
        table.of(one.proposition, other.proposition),
        table.of(other.proposition, one.proposition),
        model,
        verdict.reason,
    )
