"""Find which claim of the article the words of a denial point at ("the claims", "it", "such reports")."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claims.extraction.lexicon import ACCUSE, ACCUSING, HEARSAY, NEGATION
from claims.extraction.stance_tables import plain, words_of
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
    beneath: int | None = None
    """Place of the verb that its cue only accompanies: of "denied" in "denied the claims, saying that …"."""
    told: bool = False
    """Nobody says it, but the article calls it an untrue story: it was told."""
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
    cue: int | None = None
    """Place of the verb that denies."""
    denier_names: frozenset[str] = frozenset()
    """Words of the deniers' names, in lower case."""
    whole: bool = False
    """Whether the words mean a story as a whole: "the report", "it is a hoax"."""


SAME_SENTENCE, BEFORE, AFTER = 3.5, 2.2, 0.8
"""The order of DESIGN: the denial's own sentence, then before, then after."""
FAR = 0.12
"""What each sentence between takes away, up to `FARTHEST`."""
FARTHEST = 15
BEHIND = 1.0
"""What it takes away to stand behind the denial in its own sentence."""
NEXT = 0.4
"""What it adds to stand in the sentence just before."""
SAID_BY = 2.5
"""What it adds that the phrase names who said it."""
FITS = 0.4
"""What it adds that the claim is of the phrase's kind: an accusation, a story told."""
CENTRAL = 1.5
"""Weight of a claim's centrality: what a text denies is mostly what it is about."""
UNSAID = 1.0
"""What it takes away that nobody is named as saying it."""
ALIKE, UNRELATED = 5.0, 0.35
"""Weight of the cosine between phrase and proposition, and the cosine of unrelated ones.

All weights were chosen on 64 pointers: 28 of the annotated articles and 36 of PolNeAR train whose proposition was
written down for the stance corpus. Of the antecedents found, 0.57 and 0.44 have a cosine of 0.6 or more to
the written proposition (0.54 and 0.39 before); for a third of the pointers no claim of the article has."""
ALONE = 0.5
"""What it adds to have no rival: the text asserts nothing else that the words could point at."""
NEGATIVE = 1.5
"""What it takes away that the claim is itself a denial ("the dam was not hit"): seldom is that denied again."""
FOREIGN = 1.5
"""What it takes away that the phrase names somebody else ("Roe's claim")."""
ACCUSED = 0.6
"""What it adds that an accusation is about who denies it, and takes away that it is not.

This and the two before were chosen on 100 judged pairs of Wikinews and rumours: with them, and with what does not stand
alone left out, 27 of 70 hold instead of 31 of 95; on the annotated articles nothing changes."""
OWN = -10.0
"""Weight of a claim by those who deny: it is never the antecedent."""
SURE = 2.5
"""Weight of an antecedent that is as likely right as not: 0.66 of those above are right, 0.35 of those below."""
LEAST = 0.0
"""Weight below which the pointer is left unresolved."""


def confidence(weight: float, rival: float | None = None) -> float:
    """Return how sure an antecedent of this weight is, 0 to 1: beside its rival, and none at all at weight `SURE`."""
    others = math.exp(SURE - weight) + (math.exp(rival - weight) if rival is not None else 0.0)
    return round(1 / (1 + others), 4)


def weigh(pointer: Pointer, candidate: Candidate, similarity: float = 0.0) -> float:
    """Return how well a claim answers to a pointer; `OWN` when it cannot.

    `similarity` is the cosine between the pointing phrase and the proposition, 0 where the phrase says nothing.
    """
    if _is_own(pointer, candidate):
        return OWN
    score = _place(pointer, candidate)
    score += _kind_fits(pointer.noun, candidate)
    score += CENTRAL * candidate.centrality
    score -= 0.0 if candidate.actors or candidate.told else UNSAID
    if pointer.names:
        score += SAID_BY if pointer.names & candidate.names else -FOREIGN
    if NEGATION.search(candidate.proposition):
        score -= NEGATIVE
    if pointer.denier_names and pointer.noun is not None and pointer.noun.lemma_.lower() in ACCUSING:
        score += ACCUSED if pointer.denier_names & frozenset(words_of(plain(candidate.proposition))) else -ACCUSED
    if pointer.words:
        score += ALIKE * (similarity - UNRELATED)
    return score


def _is_own(pointer: Pointer, candidate: Candidate) -> bool:
    explains = candidate.beneath is not None and candidate.beneath == pointer.cue
    return explains or (bool(candidate.actors) and candidate.actors == pointer.deniers)


def _place(pointer: Pointer, candidate: Candidate) -> float:
    distance = abs(candidate.sentence - pointer.sentence)
    before = candidate.start < pointer.start
    if distance == 0:
        return SAME_SENTENCE - (0.0 if before else BEHIND)
    score = BEFORE if before else AFTER
    return score - FAR * min(distance, FARTHEST) + (NEXT if before and distance == 1 else 0.0)


def _kind_fits(noun: Token | None, candidate: Candidate) -> float:
    if noun is None:
        return 0.0
    lemma = noun.lemma_.lower()
    if lemma in ACCUSING:
        return 0.8 if candidate.cue in ACCUSE or candidate.cue in ACCUSING or candidate.cue == "allege" else 0.0
    if lemma in HEARSAY:
        told = candidate.source in HEARSAY or candidate.cue in HEARSAY or candidate.cue in ("claim", "report")
        return FITS if told else 0.0
    if lemma in ("claim", "assertion") and candidate.cue in ("claim", "assert", "say", "allege"):
        return 0.4
    return 0.0


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Hold what a pointer's words most likely refer to, and what they may refer to instead."""

    claim: Candidate
    weight: float
    runner_up: Candidate | None
    """The next best that says something else; None when no other reaches `LEAST`."""
    rival: float | None
    """Weight of the runner-up."""


def find_antecedent(
    pointer: Pointer, candidates: Sequence[Candidate], similarities: Sequence[float]
) -> Antecedent | None:
    """Return the best antecedent; None when the article asserts nothing else."""
    weighed = [
        (weigh(pointer, candidate, similarity), -abs(candidate.start - pointer.start), candidate)
        for candidate, similarity in zip(candidates, similarities, strict=True)
    ]
    ranked = sorted(weighed, key=lambda item: item[:2], reverse=True)
    if not ranked or ranked[0][0] <= OWN:
        return None
    alone = ALONE if sum(not _is_own(pointer, c) for c in candidates) == 1 else 0.0
    chosen = _main_point(ranked[0][2], pointer, candidates)
    others = ((weight, c) for weight, _, c in ranked if weight >= LEAST and c.proposition != chosen.proposition)
    rival, runner_up = next(others, (None, None))
    return Antecedent(chosen, ranked[0][0] + alone, runner_up, rival)


def _main_point(found: Candidate, pointer: Pointer, candidates: Sequence[Candidate]) -> Candidate:
    """Return what its teller said first: a story denied as a whole is denied in its main point, not its last detail."""
    if not pointer.whole or not found.actors or found.sentence == pointer.sentence:
        return found
    told = [c for c in candidates if c.actors == found.actors and c.start <= found.start]
    return min(told, key=lambda c: c.start)
