"""Describe how a claim stands to another one of its article, for the model of rebuttals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.pairing.candidates import actor_ids, comparable
from claims.pairing.names import names_part, shared_names
from claims.pairing.numbers import figures_differ
from claims.pairing.records import Vectors
from claims.pairing.relations import is_same_actor
from claims.pairing.statements import is_negative, only_exists, prescribes
from claims.types import Article, Claim, Tier

REACH = 40
"""Claims before and behind one that are rated with it. Chosen, like the next three, not measured."""
_FAR = 2000
"""Characters from which on two are equally far apart."""
_LONGEST = 30
"""Words from which on propositions are equally long."""
_STEM = 5
"""Letters by which words are held to be the same."""
_TIERS: Mapping[Tier | None, int] = {None: 0, "possible": 1, "likely": 2}
_CAPITAL = re.compile(r"\b[A-Z]\w{2,}")
_WORD = re.compile(r"[a-z]{3,}")
_EMPTY = frozenset(
    "the and for with from was were been has have had that this its his her their they not said who which will would "
    "could are".split()
)
_CONTRAST = re.compile(
    r"^\W*(?:but|however|yet|while|though|although)\b|[,;] (?:but|however|while|whereas|though|although)\b",
    re.IGNORECASE,
)
_FOCUS = re.compile(
    r"\b(?:but|however|yet|while|whereas|instead|rather|actually|in fact|though|although|only|merely|simply|never"
    r"|nothing|nobody|none)\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\b(?:insist|counter|reject|dismiss|repl(?:y|ied)|respon|maintain|disput|defen|retort|den(?:y|ied)|hit back|push"
    r"|refut|contradict|disagree|argu|stress|clarif|explain|question|challeng|scoff|rebut)",
    re.IGNORECASE,
)
_CHARGING = re.compile(r"\b(?:accus|alleg|claim|charg|blam|complain|report|warn|suspect|suggest)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold what is asked of a claim again and again."""

    claim: Claim
    row: int
    """Of its vector."""
    start: int
    speaker: frozenset[str]
    called: frozenset[str]
    """Capitalised words of who speaks."""
    named: frozenset[str]
    """Capitalised words of the sentence."""
    within: frozenset[str]
    """The same of the proposition."""
    stems: frozenset[str]
    length: int
    is_negative: bool
    prescribes: bool
    contrasts: bool
    focuses: bool
    answers: bool
    """Whether its cue is a word for answering; `charges`, for accusing."""
    charges: bool
    by_outlet: bool


@dataclass(frozen=True, slots=True)
class _Turn:
    """Say who spoke before a claim."""

    last_other: frozenset[str] | None
    is_first: bool
    """Whether its speaker had not spoken before."""


def ordered_pairs(
    article: Article, claims: Sequence[Claim], vectors: Vectors, tiers: Mapping[frozenset[str], Tier]
) -> Iterator[tuple[Claim, Claim, list[float]]]:
    """Yield each assertion with each claim that may answer it, and the features of the two.

    `vectors` has a row for each claim; `tiers` holds the pairs that the rules make, by the two ids.
    """
    said = sorted(
        (_said(article, claim, row) for row, claim in enumerate(claims) if comparable(claim)), key=lambda one: one.start
    )
    cosines = vectors @ vectors.T
    speakers = {claim.id: actor_ids(claim) for claim in claims}
    opposed = Counter(frozenset(speakers[id_] for id_ in ids) for ids, tier in tiers.items() if tier == "likely")
    for at, answer in enumerate(said):
        near = range(max(0, at - REACH), min(len(said), at + REACH + 1))
        met = [place for place in near if place != at and _may_answer(said[place], answer)]
        best = max((float(cosines[said[place].row, answer.row]) for place in met), default=0.0)
        turn = _turn(said, at)
        for place in met:
            one = said[place]
            cosine = float(cosines[one.row, answer.row])
            tier = tiers.get(frozenset((one.claim.id, answer.claim.id)))
            features = [*_texts(one, answer), cosine, best - cosine, *_voices(one, answer)]
            features += [*_places(article, said, place, at), turn.last_other == one.speaker, turn.is_first]
            features += [_TIERS[tier], opposed[frozenset((one.speaker, answer.speaker))] - (tier == "likely")]
            yield one.claim, answer.claim, [float(value) for value in features]


def _turn(said: Sequence[_Said], at: int) -> _Turn:
    speaker = said[at].speaker
    before = [other.speaker for other in said[:at]]
    others = [other for other in before if other != speaker]
    return _Turn(others[-1] if others else None, speaker not in before)


def _may_answer(one: _Said, answer: _Said) -> bool:
    return one.claim.stance == "asserts" and not is_same_actor(one.claim, answer.claim)


def _texts(one: _Said, answer: _Said) -> list[float]:
    asserted, answered = one.claim.proposition, answer.claim.proposition
    shared = len(one.stems & answer.stems) / max(1, min(len(one.stems), len(answer.stems)))
    return [
        answer.claim.stance == "denies",
        answer.claim.stance == "doubts",
        answer.is_negative,
        one.is_negative,
        shared,
        len(shared_names(asserted, answered)),
        names_part(asserted, answered),
        figures_differ(asserted, answered),
        one.length,
        answer.length,
        one.prescribes,
        answer.prescribes,
        only_exists(answered),
        answer.claim.antecedent_id == one.claim.id,
        answer.claim.antecedent_id is not None,
    ]


def _voices(one: _Said, answer: _Said) -> list[float]:
    return [
        answer.contrasts,
        answer.focuses,
        answer.answers,
        one.charges,
        bool((one.called - answer.called) & answer.named),
        bool((one.called - answer.called) & answer.within),
        bool((answer.called - one.called) & one.named),
        bool((answer.called - one.called) & one.within),
        answer.by_outlet,
        one.by_outlet,
        not one.claim.actors,
        not answer.claim.actors,
        min(one.claim.attribution.confidence, answer.claim.attribution.confidence),
    ]


def _places(article: Article, said: Sequence[_Said], place: int, at: int) -> list[float]:
    one, answer = said[place], said[at]
    between = {other.speaker for other in said[min(place, at) + 1 : max(place, at)]} - {one.speaker, answer.speaker}
    start, end = sorted((one.start, answer.start))
    return [
        answer.start > one.start,
        min(end - start, _FAR),
        min(article.text.count("\n", start, end), 6),
        one.claim.sentence.overlaps(answer.claim.sentence),
        len(between),
        place / len(said),
    ]


def _said(article: Article, claim: Claim, row: int) -> _Said:
    words, text = claim.sentence.of(article.text), claim.proposition
    cue = " ".join(span.of(article.text) for span in claim.attribution.cue)
    spans = claim.attribution.content or (claim.sentence,)
    return _Said(
        claim,
        row,
        spans[0].start,
        actor_ids(claim),
        frozenset(_CAPITAL.findall(" ".join(claim.actor_names))),
        frozenset(_CAPITAL.findall(words)),
        frozenset(_CAPITAL.findall(text)),
        frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY),
        min(len(text.split()), _LONGEST),
        is_negative(text),
        prescribes(text),
        bool(_CONTRAST.search(words)),
        bool(_FOCUS.search(words)),
        bool(_ANSWERING.search(cue)),
        bool(_CHARGING.search(cue)),
        any(actor.kind == "outlet" for actor in claim.actors),
    )
