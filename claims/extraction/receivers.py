"""Tell who is no source of what is said: who is told it, hears or looks into it, or feels something about it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.extraction.contents import tokens_of
from claims.extraction.lexicon import CALMING, DENIAL_VERBS, HEARSAY, NO_CLAIM, SHELL_NOUNS
from claims.extraction.syntax import SUBJECTS, child, children, objects, subtree_span
from claims.types import Span

HANDLING = frozenset(
    "address assess aware await comment consider discuss evaluate examine explore face field follow get handle hear "
    "inspect investigate look monitor probe pursue react receive reply respond review scrutinise scrutinize study "
    "test weigh".split()
)
"""What is done with a claim by whom others make it to or against: "investigates reports that", "faces charges that"."""
ADDRESSING = frozenset(
    "advise alert apprise assure brief give inform notify promise remind reassure send show tell warn".split()
)
"""Verbs whose passive subject is told something."""
AMONG = ("among", "amongst")
READING = frozenset("hear read see view visit watch".split())


def only_receives(doc: Doc, source: Sequence[Span], cue: Token) -> bool:
    """Tell whether none of the words of a source stand for somebody who says what the cue introduces."""
    tokens = tokens_of(doc, source)
    return bool(tokens) and (_is_told(tokens, cue) or _handles(tokens, cue) or _feels(tokens, cue))


def what_they_read(doc: Doc, source: Sequence[Span]) -> tuple[Span, ...]:
    """Return the page of "those who read the page were told that X": it tells them."""
    read = (t for t in tokens_of(doc, source) if t.dep_ == "dobj" and t.head.lemma_.lower() in READING)
    return tuple(subtree_span(t) for t in read if t.lemma_.lower() in HEARSAY)


def is_answered(noun: Token) -> bool:
    """Tell whether a noun is what somebody denies or plays down, and others say or fear: "played down fears that X"."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENIAL_VERBS | CALMING


def is_told(cue: Token) -> bool:
    """Tell whether a cue is "was told", whose subject hears what its agent says."""
    return cue.tag_ == "VBN" and cue.lemma_.lower() in ADDRESSING and child(cue, "auxpass") is not None


def _is_told(source: Sequence[Token], cue: Token) -> bool:
    return is_told(cue) and child(cue, "nsubjpass") in source


def _handles(source: Sequence[Token], cue: Token) -> bool:
    """Tell whether the source is the subject of "investigates claims that X", whichever of the words are the cue."""
    handled = (t for word in (cue, *children(cue, "acomp")) for t in objects(word))
    noun = cue if cue.pos_ == "NOUN" else next(filter(_is_claim, handled), None)
    if noun is None or not _is_claim(noun):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_.lower() not in HANDLING:
        return False
    holder = verb.head if verb.pos_ == "ADJ" else verb
    while not (subjects := children(holder, *SUBJECTS)) and holder.dep_ in ("conj", "xcomp"):
        holder = holder.head
    return any(subject in source for subject in subjects)


def _is_claim(noun: Token) -> bool:
    return noun.lemma_.lower() in SHELL_NOUNS - NO_CLAIM


def _feels(source: Sequence[Token], cue: Token) -> bool:
    """Tell whether the source is the fans of "the news caused grief among fans", where the grief is not the cue."""
    among = next((t.head for t in source if t.dep_ == "pobj" and t.head.lower_ in AMONG), None)
    what = cue.head if cue.pos_ == "ADP" else cue
    return among is not None and cue != among and what != among.head
