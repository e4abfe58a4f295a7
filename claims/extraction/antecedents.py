"""Find which claim of the article the words of a denial point at ("the claims", "it", "such reports").

A conditional logit over the article's claims and "none of them", trained on denials that readers joined to what they
answer (training/antecedents.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from claims.extraction.antecedent_features import claim_features, pointer_features
from claims.inference import MODELS_DIR, read_weights
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
    cue_at: int | None = None
    """Place of its cue."""
    head_at: int | None = None
    """Place of the head of what is said."""


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
    own_voice: bool = False
    passing: bool = False
    """The outlet calls it false in passing ("a hoax")."""
    doubts: bool = False
    bare: bool = True
    """The words say nothing of the matter."""
    story: bool = False
    """They mean a story as a whole: "the report", "it is a hoax"."""
    retracts: bool = False
    """Who denies takes back what he said himself, if he is known to have said anything."""


@dataclass(frozen=True, slots=True)
class Cosines:
    """Hold how near the candidates are, in their order, to what stands around a pointer."""

    phrase: NDArray[np.float32]
    """To the pointing phrase; means nothing where the phrase says nothing."""
    sentence: NDArray[np.float32]
    """To the sentence of the denial."""
    title: NDArray[np.float32]
    """To the article's title or first line."""
    centrality: NDArray[np.float32]
    """Mean of the title's and those to the nearest other claims: how much the article is about it."""
    each_other: NDArray[np.float32]
    """A square matrix."""

    def of(self, chosen: Sequence[int]) -> Cosines:
        """Return the cosines of the candidates at these places."""
        places = np.asarray(chosen, dtype=np.intp)
        rows = (values[places] for values in (self.phrase, self.sentence, self.title, self.centrality))
        phrase, sentence, title, centrality = rows
        return Cosines(phrase, sentence, title, centrality, self.each_other[np.ix_(places, places)])


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Hold what a pointer's words most likely refer to, and what they may refer to instead."""

    claim: Candidate
    confidence: float
    """How sure it is, 0 to 1: its probability with that of what says the same."""
    runner_up: Candidate | None
    """The next best that says something else; None when no other reaches `LEAST`."""


EQUAL = 0.75
"""Cosine from which two claims say the same: of the surest fifth of the antecedents 0.76 are then right, 0.71 where
each stands for itself."""
LEAST = 0.05
"""Probability below which a claim is not named as a runner-up."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Hold what each feature of a claim, and of a pointer to none of them, adds to the logit."""

    claim: Mapping[str, float]
    none: Mapping[str, float]


@cache
def load_weights(folder: Path | None = None) -> Weights:
    """Load the shipped weights; raise ModelError when they are missing or damaged."""
    return read_weights(folder or MODELS_DIR / "antecedents", _weights)


def _weights(stored: dict[str, dict[str, float]]) -> Weights:
    return Weights(*({name: float(weight) for name, weight in stored[part].items()} for part in ("claim", "none")))


def probabilities(
    pointer: Pointer, candidates: Sequence[Candidate], cosines: Cosines, weights: Weights | None = None
) -> NDArray[np.float64]:
    """Return how probable it is that a pointer means each candidate; what is missing to 1 is that it means none."""
    chosen = weights or load_weights()
    rows = claim_features(pointer, candidates, cosines)
    logits = [sum(chosen.claim[name] * value for name, value in row.items()) for row in rows]
    of_none = pointer_features(pointer, candidates, cosines)
    none = sum(chosen.none[name] * value for name, value in of_none.items())
    raised = np.exp(np.array([*logits, none]) - max([*logits, none]))
    result: NDArray[np.float64] = raised[:-1] / raised.sum()
    return result


def find_antecedent(
    pointer: Pointer, candidates: Sequence[Candidate], cosines: Cosines, weights: Weights | None = None
) -> Antecedent | None:
    """Return the best antecedent; None when nobody else asserts anything in the article.

    `weights` are others than the shipped ones.
    """
    claims, cosines = of_others(pointer, candidates, cosines)
    if not claims:
        return None
    likely = probabilities(pointer, claims, cosines, weights)
    best = _said_by_somebody(int(likely.argmax()), claims, cosines, likely)
    same = cosines.each_other[best] >= EQUAL
    same[best] = True
    rest = np.where(same, 0.0, likely)
    rival = claims[int(rest.argmax())] if rest.max() >= LEAST else None
    return Antecedent(claims[best], round(float(likely[same].sum()), 4), rival)


def _said_by_somebody(best: int, claims: Sequence[Candidate], cosines: Cosines, likely: NDArray[np.float64]) -> int:
    """Return in place of what nobody is named as saying the likeliest claim that says the same and has a speaker.

    A denial answers somebody. Readers mostly chose the talk itself: right for 0.67 instead of 0.69 of the denials.
    """
    if claims[best].actors:
        return best
    same = [int(place) for place in np.flatnonzero(cosines.each_other[best] >= EQUAL)]
    return max((place for place in same if claims[place].actors), key=lambda place: likely[place], default=best)


def of_others(pointer: Pointer, candidates: Sequence[Candidate], cosines: Cosines) -> tuple[list[Candidate], Cosines]:
    """Return the claims that a denial may answer, with their cosines: none of those who deny, unless they take it back.

    Of "the Echo reported that Roe accused Poe of theft" the accusation is answered, and not that there was one.
    """
    own = {place for place, candidate in enumerate(candidates) if _is_own(pointer, candidate)}
    open_ = [place for place in range(len(candidates)) if place not in own]
    if pointer.retracts:
        own_words = [place for place in sorted(own) if candidates[place].beneath is None]
        open_ = own_words if own_words or _is_own_word(pointer.noun) else open_
    others = [(place, candidates[place]) for place in open_]
    told = Counter(candidate.cue_at for _, candidate in others)
    places = [place for place, candidate in others if not _only_tells_of(candidate, told)]
    return [candidates[place] for place in places], cosines.of(places)


def _only_tells_of(candidate: Candidate, told: Mapping[int | None, int]) -> bool:
    """Tell whether what a candidate says is that another one is said; `told` counts the places of cues."""
    at = candidate.head_at
    return at is not None and told.get(at, 0) > (candidate.cue_at == at)


def _is_own_word(noun: Token | None) -> bool:
    """Tell whether a noun is of who takes it back: "his comments" are nobody else's."""
    return noun is not None and any(t.tag_ == "PRP$" for t in noun.children)


def _is_own(pointer: Pointer, candidate: Candidate) -> bool:
    """Tell whether those who deny say it, or explain their denial with it: it is never the antecedent."""
    explains = candidate.beneath is not None and candidate.beneath == pointer.cue
    return explains or (bool(candidate.actors) and candidate.actors == pointer.deniers)
