"""Give every reading its proposition: its own words, or those of the claim that its words point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claims.extraction.antecedent_features import UNRELATED
from claims.extraction.antecedents import Candidate, find_antecedent
from claims.extraction.circumstances import DISAGREES
from claims.extraction.contents import head_of
from claims.extraction.pointing import Open, find_open
from claims.extraction.readings import ANSWERING_ONLY, Reading
from claims.folding import WORD
from claims.inference import Encoder
from claims.types import Resolution, Stance

LEAST = 0.1
"""Probability below which a denial's words are left as they are: of the antecedents below it 0.10 are right."""
LEAST_ASSERTED = 0.4
"""Probability that somebody's "it" needs who asserts it: a denial answers something, an assertion need not. Of 0.3, 0.4
and 0.5 it gives the most right likely pairs on the annotated articles."""
FEWEST_NAMING = 2
"""Words of a pointing phrase, its noun left out, that name a matter: likely pairs of 48 annotated articles then have P
0.69, before 0.65, at the same R."""
STEM = 6
"""Letters that a noun and the verb it is made of share. Chosen, not measured."""
LEAST_VAGUE = 0.5
"""Probability from which a noun phrase ("the arrest") takes the proposition of the claim that it names: from there on
most antecedents are right."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Hold a reading with its proposition."""

    reading: Reading
    stance: Stance
    proposition: str
    resolution: Resolution
    antecedent: int | None = None
    """Index, among the resolved readings, of the claim that the words point at."""
    confidence: float | None = None
    """How sure the antecedent is, 0 to 1."""
    runner_up: str | None = None
    """Proposition of the claim that the words would point at next; None when they point at no other."""


def resolve_pointers(doc: Doc, title: str | None, readings: Sequence[Reading], encoder: Encoder) -> list[Resolved]:
    """Return every reading with a proposition, in the same order; pointers take an asserted claim's."""
    found = {id(item.reading): item for item in find_open(doc, title, readings, encoder)}
    resolved = [_resolve(found[id(r)]) if id(r) in found else _stated(r) for r in readings]
    return [_answer(item, resolved) if item.reading.declines else item for item in resolved]


def _answer(item: Resolved, resolved: Sequence[Resolved]) -> Resolved:
    """Let who declines to comment answer what is contested nearest to it, if anything is."""
    contested = [other for other in resolved if other.antecedent is not None and other.stance in ("denies", "doubts")]
    if not contested:
        return item
    near = min(contested, key=lambda other: abs(other.reading.start - item.reading.start))
    return replace(
        item,
        proposition=near.proposition,
        resolution="antecedent",
        antecedent=near.antecedent,
        confidence=near.confidence,
    )


def _stated(reading: Reading) -> Resolved:
    """Take the words as they are; who only points at something that was not found asserts nothing."""
    if reading.draft.pointer is not None and _only_names(reading):
        words = " ".join(t.text for t in _without_label(reading.draft.pointer))
        return Resolved(reading, reading.stance, f"{words[:1].upper()}{words[1:]}.", "unresolved")
    if reading.rule in ANSWERING_ONLY and reading.stance != "other":
        return Resolved(reading, "asserts", reading.draft.text, "stated")
    if reading.draft.bare:
        empty = reading.stance == "asserts" or reading.rule == DISAGREES
        stance: Stance = "other" if empty else reading.stance
        return Resolved(reading, stance, reading.draft.text, "unresolved")
    return Resolved(reading, reading.stance, reading.draft.text, "stated")


def _only_names(reading: Reading) -> bool:
    """Tell whether what is denied is a mere "the description", whose matter stands elsewhere and was not found."""
    noun = reading.draft.pointer
    words = _without_label(noun) if noun is not None else []
    definite = len(words) == 2 and words[0].lower_ in ("the", "this", "that", "these", "those")
    alone = reading.stance in ("denies", "doubts") and reading.draft.vague and definite and words[1].pos_ == "NOUN"
    return alone and (head_of(reading.tokens) == noun or reading.rule.startswith("claim-"))


def _without_label(noun: Token) -> list[Token]:
    """Return the words of a noun without the name that it is given: "the transcripts as a forgery"."""
    given = {t.i for p in noun.children if p.lower_ == "as" for t in p.subtree}
    return [t for t in noun.subtree if t.i not in given]


def _names_telling(item: Open, claim: Candidate) -> bool:
    """Tell whether a noun is made of the verb by which a claim is told: "calculated that X … the calculation"."""
    noun = item.reading.draft.pointer
    alike = noun is not None and len(claim.cue) >= STEM and noun.lemma_.lower()[:STEM] == claim.cue[:STEM]
    return alike and item.reading.stance in ("denies", "doubts")


def _is_of_another_matter(item: Open, claim: Candidate) -> bool:
    """Tell whether the pointing words name a matter ("the idea of a toll") with which the claim has no tie."""
    told = set(WORD.findall(claim.proposition.casefold()))
    place = next(place for place, other in enumerate(item.candidates) if other is claim)
    far = float(item.cosines.phrase[place]) < UNRELATED
    return far and len(item.pointer.words) >= FEWEST_NAMING and told.isdisjoint(item.pointer.words)


def _resolve(item: Open) -> Resolved:
    reading = item.reading
    found = find_antecedent(item.pointer, item.candidates, item.cosines)
    least = LEAST_VAGUE if not reading.draft.bare else LEAST_ASSERTED if reading.stance == "asserts" else LEAST
    least = LEAST if found is not None and _names_telling(item, found.claim) else least
    if found is None or found.confidence < least or _is_of_another_matter(item, found.claim):
        return _stated(reading)
    return Resolved(
        reading,
        reading.stance,
        found.claim.proposition,
        "antecedent",
        found.claim.index,
        found.confidence,
        found.runner_up.proposition if found.runner_up is not None else None,
    )
