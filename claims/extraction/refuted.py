"""Find what a text calls false while it tells that somebody says it.

"The site inaccurately calls the pump a turbine", "a hoax report claims that X" and "the paper says that X (it
has not)" each tell what somebody says, and that it is not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.actors import ArticleActors
from claims.extraction.contents import tokens_of
from claims.extraction.found import Found
from claims.extraction.negation import as_asserted, negation_of
from claims.extraction.readings import Reading
from claims.extraction.syntax import child, children, is_quoted, token_range, whole_text
from claims.extraction.voice import FALSELY, calls_false
from claims.types import Attribution, Span, Stance

ASIDE = re.compile(
    r"\(\s*(?:(?:he|she|it|they|this|that|there|which)\s+"
    r"(?:(?:is|was|were|are|has|had|have|did|does|do|will|would)(?:n[’']t|\s+not)|never\s+(?:did|was|were|has|had))\b"
    r"|not true\b|untrue\b|false\b)[^()]{0,80}\)",
    re.IGNORECASE,
)
"""What says in brackets that what stands before them is not so: "(it hasn't)", "(he never did)"."""
GIVING = frozenset("offer provide cite present give show".split())
PROOF = ("evidence", "proof")
ASIDE_ON = re.compile(rf"\s*{ASIDE.pattern}.*$", re.IGNORECASE | re.DOTALL)


def refuted(doc: Doc, readings: Sequence[Reading], actors: ArticleActors) -> Iterator[Reading]:
    """Yield what somebody asserts and the text denies in the same breath, as a denial of the text's own.

    In "Roe said that the Echo falsely claims that X" Roe denies it.
    """
    asides = [match.span() for match in ASIDE.finditer(whole_text(doc))]
    for reading in readings:
        if reading.stance != "asserts" or reading.found.own_voice or not reading.tokens:
            continue
        outright = _falsely(doc, reading) or _aside(doc, asides, reading, readings)
        unproven = _without_evidence(doc, reading) if outright is None else None
        cue = outright or unproven or _by_who(doc, reading)
        if cue is not None:
            teller = reading.found.within
            content = reading.found.attribution.content
            denial = Attribution(reading.found.attribution.article_id, teller, (cue,), content, 1.0)
            stance: Stance = "doubts" if unproven is not None else "denies"
            yield replace(
                reading,
                found=Found(denial, stance, own_voice=not teller, passing=outright is None and unproven is None),
                actors=actors.of_source(teller) if teller else (actors.outlet_actor(),),
                stance=stance,
                draft=replace(reading.draft, text=as_asserted(ASIDE_ON.sub(".", reading.draft.text))),
            )


def _falsely(doc: Doc, reading: Reading) -> Span | None:
    """Return the adverb of "inaccurately calls the pump a turbine"; "does not falsely claim" calls nothing false."""
    cue = tokens_of(doc, reading.found.attribution.cue)
    words = [*cue, *(t for verb in cue for t in children(verb, "advmod"))]
    return next((token_range([t]) for t in words if t.lower_ in FALSELY and _is_plain(t, reading)), None)


def _without_evidence(doc: Doc, reading: Reading) -> Span | None:
    """Return the "without evidence" of "claimed without offering evidence that the vote was rigged"."""
    for verb in tokens_of(doc, reading.found.attribution.cue):
        for place in (p for p in children(verb, "prep") if p.lower_ == "without" and _is_plain(p, reading)):
            given = next((t for t in children(place, "pcomp") if t.lemma_ in GIVING), place)
            proof = child(given, "dobj", "pobj")
            if proof is not None and proof.lemma_.lower() in PROOF:
                return token_range([place, proof])
    return None


def _is_plain(adverb: Token, reading: Reading) -> bool:
    """Tell whether an adverb is of who tells: of the text, or of who says that somebody else says so."""
    return negation_of(adverb.head) is None and (bool(reading.found.within) or not is_quoted(adverb))


def _by_who(doc: Doc, reading: Reading) -> Span | None:
    """Return the "hoax" of "a hoax report says that X"."""
    words = tokens_of(doc, reading.found.attribution.source)
    return next((token_range([t]) for t in words if calls_false(t) and not is_quoted(t)), None)


def _aside(doc: Doc, asides: Sequence[tuple[int, int]], reading: Reading, readings: Sequence[Reading]) -> Span | None:
    """Return the brackets in the reading's sentence behind which no other reading begins first."""
    for start, end in asides:
        before = [r.start for r in readings if r.sentence == reading.sentence and r.start < start]
        inside = reading.sentence.start <= start < reading.sentence.end
        if inside and before and max(before) == reading.start and not is_quoted(_at(doc, start)):
            return Span(start, end)
    return None


def _at(doc: Doc, start: int) -> Token:
    return doc.char_span(start, start + 1, alignment_mode="expand")[0]
