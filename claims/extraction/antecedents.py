"""Find which claim of the article the words of a denial point at ("the claims", "it", "such reports")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claims.extraction.lexicon import ACCUSE, ACCUSING, HEARSAY
from claims.types import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold what is needed of an asserted claim to weigh it as an antecedent."""

    index: int
    """Its place among the article's drafts."""
    sentence: int
    """Number of the sentence that it stands in."""
    start: int
    proposition: str
    actors: frozenset[str]
    """Ids of the actors who say it."""
    names: frozenset[str]
    """Their names and the names of what they are part of, in lower case."""
    cue: str
    """Lemma of its cue."""
    source: str
    """Lemma of its source's head; "" when nobody is named."""
    content: tuple[Span, ...]
    centrality: float = 0.0
    """Mean cosine to the title and the nearest other claims: how much the article is about it."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Hold what is known of the denial whose words point."""

    sentence: int
    start: int
    noun: Token | None
    words: frozenset[str]
    """Lemmas of the names and nouns in the pointing phrase, the pointing noun left out."""
    deniers: frozenset[str]
    names: frozenset[str]
    """Lower-case names of the actors in the pointing phrase ("Ukraine's claims")."""


SAME_SENTENCE, BEFORE, AFTER = 3.0, 2.0, 1.0
"""The order of DESIGN: the denial's own sentence, then before, then after."""
FAR = 0.12
"""What each sentence between takes away."""
SAID_BY = 1.5
"""What it adds that the phrase names who said it."""
CENTRAL = 2.0
"""Weight of a claim's centrality: what a text denies is mostly what it is about."""
UNSAID = 0.7
"""What it takes away that nobody is named as saying it."""
ALIKE, UNRELATED = 3.0, 0.35
"""Weight of the cosine between phrase and proposition, and the cosine of unrelated ones."""


def weigh(pointer: Pointer, candidate: Candidate, similarity: float = 0.0) -> float:
    """Return how well a claim answers to a pointer; below 0 it does not.

    `similarity` is the cosine between the pointing phrase and the proposition, 0 where the phrase says nothing.
    """
    if candidate.actors and candidate.actors == pointer.deniers:
        return -1.0
    distance = abs(candidate.sentence - pointer.sentence)
    if distance == 0:
        score = SAME_SENTENCE
    else:
        score = BEFORE if candidate.start < pointer.start else AFTER
    score -= FAR * distance
    score += _kind_fits(pointer.noun, candidate)
    score += CENTRAL * candidate.centrality
    score -= 0.0 if candidate.actors else UNSAID
    if pointer.names:
        score += SAID_BY if pointer.names & candidate.names else -0.5
    if pointer.words:
        score += ALIKE * (similarity - UNRELATED)
    return score


def _kind_fits(noun: Token | None, candidate: Candidate) -> float:
    if noun is None:
        return 0.0
    lemma = noun.lemma_.lower()
    if lemma in ACCUSING:
        return 0.8 if candidate.cue in ACCUSE or candidate.cue in ACCUSING or candidate.cue == "allege" else 0.0
    if lemma in HEARSAY:
        told = candidate.source in HEARSAY or candidate.cue in HEARSAY or candidate.cue in ("claim", "report")
        return 0.8 if told else 0.0
    if lemma in ("claim", "assertion") and candidate.cue in ("claim", "assert", "say", "allege"):
        return 0.4
    return 0.0


def find_antecedent(
    pointer: Pointer, candidates: Sequence[Candidate], similarities: Sequence[float]
) -> tuple[Candidate | None, float]:
    """Return the best antecedent and its weight; None when nothing in the article answers."""
    weighed = [
        (weigh(pointer, candidate, similarity), -abs(candidate.start - pointer.start), candidate)
        for candidate, similarity in zip(candidates, similarities, strict=True)
    ]
    best = max(weighed, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        return None, 0.0
    return best[2], best[0]
