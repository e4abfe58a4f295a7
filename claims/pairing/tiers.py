"""Hold the scores and thresholds of pairs, each with the measurement that chose it.

Measured by `training/tiers.py` with the NLI weights counterclaim-nli-2 in INT8, cross-validated by article (for
news pairs by premise) on 1,118 news pairs, 197 gold pairs of claims of one article as readers wrote them (105 denials
hold), 441 pairs as the program cuts them from the same articles (72 hold) and the nearest pairs across gold
articles (3 hold). The numbers below name these sets news, gold, pipeline, across.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from claims.types import NliScores, Tier

DENIAL_WEIGHTS = (-1.42, 0.74, 1.77, -0.49)
"""Of a logistic regression: constant, log-odds of the entailment, cosine, and names on both sides that the
other lacks. Log loss 0.276 against 0.279 for the entailment alone, which knows no difference between propositions of
one event and of two; average precision of what the program cuts 0.52 against 0.48. Contradiction, the other direction
and figures made it no better and are left out."""

LIKELY_DENIAL = 0.65
"""In one article, at 0.6: gold P 0.91, R 0.95; news P 0.92, R 0.73; pipeline P 0.67, R 0.47, where few pairs hold and
many propositions are cut badly. Of 100 likely pairs of Wikinews and the rumours corpus that readers judged, 12 lay
between 0.6 and 0.65 and 2 of these held; on the annotated articles none is lost (at 0.7 recall falls from 0.49
to 0.44)."""
POSSIBLE_DENIAL = 0.35
"""In one article: gold P 0.86, R 0.95; news P 0.89, R 0.86; pipeline P 0.58, R 0.53."""
LIKELY_ACROSS = 0.9
"""Across articles, where few candidates hold: P 0.60, R 1.00 at 0.8 and P 1.00, R 1.00 at 0.9 (few hold)."""
POSSIBLE_ACROSS = 0.72
"""Across articles: P 0.60, R 1.00, as from 0.5 to 0.8; at 0.35 P 0.50."""
POSSIBLE_REBUTTAL = 0.35
"""Rating by the rebuttal model from which two claims of one article are a possible pair. In ten folds on 780 articles
of the corpora, likely pairs of the rules included: P 0.52 and R 0.47 from 0.3 on, 0.62 and 0.41 from 0.4 on, where all
pairs of the rules have 0.46 and 0.41; on 192 invented articles 0.69 and 0.22, 0.76 and 0.14, the rules 0.68 and 0.11.
Gold dev, no part of the training: 0.68 and 0.58, rules 0.55 and 0.58. Of the rules' possible pairs rated 0.8 and more
21 of 27 hold; as likely pairs they would lower the precision of these on gold dev, and stay possible."""
POSSIBLE_BACKWARD = 0.8
"""Entailment of the asserted by the denied proposition alone: at most possible. Chosen, not measured."""

LIKELY_CONTRADICTION = 0.9
"""In one article, the weaker direction. News P 0.92, R 0.45; of 2 that ClaimDiff has none holds."""
LIKELY_CONTRADICTION_ACROSS = 0.95
"""Across 278 Wikinews articles 3 pairs passed 0.9 and none held: restatements and counts of other places."""
POSSIBLE_CONTRADICTION = 0.7
"""In one article: news P 0.87, R 0.63. Across articles only what is strict is kept."""
LIKELY_CONTRADICTION_COSINE = 0.7
POSSIBLE_CONTRADICTION_COSINE = 0.5
"""Sentences about different things are taken for contradictions too (0.91 both ways at cosine 0.2)."""

FIGURES_COSINE = 0.8
"""Least cosine of two figures for one thing: cases of a country and of the world lie below it."""
EQUIVALENT = 0.75
"""The weaker entailment of two propositions of one dispute. Chosen, like the next, not measured."""
MERGING = 0.9
"""The same, where a claim makes one dispute out of two that were apart."""
MIN_COSINE = 0.35
"""Least cosine of a candidate that shares no rare name; chosen, not measured."""
LIKELY_DAYS = 60
"""Beyond two months things may have changed: a pair of different actors is at most possible."""
UNNAMED_COSINE = 0.75
"""Least cosine of a likely pair across articles without a name in common; chosen on reading Wikinews."""
_LEAST = 0.005
"""Probabilities are kept this far from 0 and 1 before their log-odds are taken."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what a score is made from; `forward` has the asserted (or earlier) proposition as premise."""

    forward: NliScores
    backward: NliScores
    cosine: float
    names_part: bool
    """Whether each proposition names something that the other does not."""
    together: bool
    """Whether both stand in one article."""


def denial_score(evidence: Evidence) -> float:
    """Rate from 0 to 1 that asserting the one and denying the other is a pair."""
    entailment = min(max(evidence.forward.entailment, _LEAST), 1 - _LEAST)
    constant, entailed, near, apart = DENIAL_WEIGHTS
    odds = constant + entailed * log(entailment / (1 - entailment)) + near * evidence.cosine
    return 1 / (1 + exp(-(odds + apart * evidence.names_part)))


def contradiction_score(evidence: Evidence) -> float:
    """Rate from 0 to 1 that the two asserted propositions exclude each other."""
    return min(evidence.forward.contradiction, evidence.backward.contradiction)


def denial_tier(evidence: Evidence) -> Tier | None:
    """Choose the tier of a denial by its score alone; None when it is no pair."""
    score = denial_score(evidence)
    if score >= (LIKELY_DENIAL if evidence.together else LIKELY_ACROSS):
        return "likely"
    entailed_back = evidence.backward.entailment >= POSSIBLE_BACKWARD and not evidence.names_part
    if score >= (POSSIBLE_DENIAL if evidence.together else POSSIBLE_ACROSS) or entailed_back:
        return "possible"
    return None


def contradiction_tier(evidence: Evidence) -> Tier | None:
    """Choose the tier of two assertions that may contradict each other; None when they are no pair."""
    score, cosine = contradiction_score(evidence), evidence.cosine
    if cosine < POSSIBLE_CONTRADICTION_COSINE or score < POSSIBLE_CONTRADICTION:
        return None
    least = LIKELY_CONTRADICTION if evidence.together else LIKELY_CONTRADICTION_ACROSS
    if cosine >= LIKELY_CONTRADICTION_COSINE and score >= least and not evidence.names_part:
        return "likely"
    return "possible" if evidence.together or score >= LIKELY_CONTRADICTION else None


def contradicts_strictly(forward: NliScores, backward: NliScores) -> bool:
    """Tell whether two propositions exclude each other beyond the threshold of a likely contradiction."""
    return min(forward.contradiction, backward.contradiction) >= LIKELY_CONTRADICTION
