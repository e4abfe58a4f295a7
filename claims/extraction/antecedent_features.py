"""Measure what speaks for a claim as what a denial's words point at: place, speaker, kind, nearness in meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claims.extraction.lexicon import ACCUSE, ACCUSING, HEARSAY, NEGATION

if TYPE_CHECKING:
    from claims.extraction.antecedents import Candidate, Cosines, Pointer

KINDS = ("none", "pronoun", "story", "claim")
"""What words point by: no word at all, "it", "the report" or an "it" called a hoax, "the allegation"."""
FARTHEST = 15
"""Sentences from which more distance changes nothing."""
CLAIMING = frozenset("claim allege assert accuse report suggest insist maintain".split())
HYPOTHETICAL = frozenset("might may could would should".split())
PERSONAL = frozenset("we i our you it they he she".split())
SHORT = 5
"""Words below which a proposition says little."""
UNRELATED = 0.35
"""Cosine of a phrase and a proposition that have nothing to do with each other."""
RESTATED = 0.7
"""Cosine from which another claim says nearly the same."""
MANY = 20


def kind_of(pointer: Pointer) -> str:
    """Return by what sort of word a denial points, one of `KINDS`."""
    if pointer.story:
        return "story"
    if pointer.noun is None:
        return "none"
    return "pronoun" if pointer.noun.pos_ == "PRON" else "claim"


def claim_features(pointer: Pointer, candidates: Sequence[Candidate], cosines: Cosines) -> list[Mapping[str, float]]:
    """Return the features of every claim, the same names for each."""
    before = [c.start for c in candidates if c.start < pointer.start]
    first, nearest = min(c.start for c in candidates), max(before, default=-1)
    told: dict[frozenset[str], int] = {}
    for claim in candidates:
        told[claim.actors] = min(claim.start, told.get(claim.actors, claim.start))
    mine = kind_of(pointer)
    rows: list[Mapping[str, float]] = []
    for place, claim in enumerate(candidates):
        by_kind = {
            **_position(pointer, claim),
            "first": claim.start == first,
            "nearest": claim.start == nearest,
            "first of its teller": claim.start == told[claim.actors],
            "central": float(cosines.centrality[place]),
        }
        split = {f"{name}, {kind}": (v if kind == mine else 0.0) for name, v in by_kind.items() for kind in KINDS}
        row = {**split, **_place(pointer, claim), **_words(pointer, claim), **_nearness(pointer, place, cosines)}
        rows.append({name: float(value) for name, value in row.items()})
    return rows


def pointer_features(pointer: Pointer, candidates: Sequence[Candidate], cosines: Cosines) -> Mapping[str, float]:
    """Return the features of a denial that points at no claim of the article."""
    kind = kind_of(pointer)
    features = {
        "always": True,
        "nothing points": kind == "none",
        "pronoun": kind == "pronoun",
        "story": kind == "story",
        "own voice": pointer.own_voice,
        "passing": pointer.passing,
        "doubts": pointer.doubts,
        "bare": pointer.bare,
        "says something": bool(pointer.words),
        "names somebody": bool(pointer.names),
        "claims": min(len(candidates), MANY) / MANY,
        "nearest in meaning": float(cosines.sentence.max(initial=0.0)),
    }
    return {name: float(value) for name, value in features.items()}


def _position(pointer: Pointer, claim: Candidate) -> dict[str, float]:
    distance, before = abs(claim.sentence - pointer.sentence), claim.start < pointer.start
    return {
        "same sentence": distance == 0,
        "distance before": min(distance, FARTHEST) / 10 if before else 0.0,
        "sentence before": distance == 1 and before,
    }


def _place(pointer: Pointer, claim: Candidate) -> dict[str, float]:
    distance, before = abs(claim.sentence - pointer.sentence), claim.start < pointer.start
    after = distance > 0 and not before
    return {
        "same sentence, before": distance == 0 and before,
        "same sentence, after": distance == 0 and not before,
        "before": distance > 0 and before,
        "after": after,
        "distance after": min(distance, FARTHEST) / 10 if after else 0.0,
        "sentence after": after and distance == 1,
    }


def _words(pointer: Pointer, claim: Candidate) -> dict[str, float]:
    words = claim.proposition.lower().rstrip(".").split()
    named = bool(pointer.names & claim.names)
    accusing = pointer.noun is not None and pointer.noun.lemma_.lower() in ACCUSING
    return {
        "said by whom the phrase names": named,
        "said by another": bool(pointer.names) and not named,
        "said by nobody": not claim.actors,
        "negative": NEGATION.search(claim.proposition) is not None,
        "told by a story": claim.source in HEARSAY or claim.cue in HEARSAY,
        "story told by a story": kind_of(pointer) == "story" and claim.source in HEARSAY,
        "existence": claim.proposition.startswith(("There was", "There were")),
        "cue claims": claim.cue in CLAIMING,
        "cue accuses": accusing and claim.cue in ACCUSE | ACCUSING,
        "no cue": not claim.cue,
        "short": len(words) < SHORT,
        "hypothetical": bool(HYPOTHETICAL.intersection(words)),
        "pronoun left": bool(PERSONAL.intersection(words)),
    }


def _nearness(pointer: Pointer, place: int, cosines: Cosines) -> dict[str, float]:
    others = np.delete(cosines.each_other[place], place)
    return {
        "phrase": float(cosines.phrase[place]) - UNRELATED if pointer.words else 0.0,
        "title": float(cosines.title[place]),
        "sentence": float(cosines.sentence[place]),
        "restated": bool((others > RESTATED).any()),
        "nearest claim": float(others.max(initial=0.0)),
    }
