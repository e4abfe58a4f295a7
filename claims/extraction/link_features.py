"""Describe a cue and a source or content of one article by position and syntax, for the linker."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from claims.extraction.tagger import RoleSpan

SUBJECTS = {"nsubj", "nsubjpass", "agent", "pobj", "poss", "csubj"}
CLAUSES = {"ccomp", "xcomp", "acl", "dobj", "pobj", "pcomp", "parataxis", "prep", "advcl"}
QUOTES = "\"“”‘’'«»"


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold a role span with its tokens."""

    item: RoleSpan
    tokens: TokenSpan

    @property
    def start(self) -> int:
        """Return the index of the first token."""
        return int(self.tokens.start)

    @property
    def end(self) -> int:
        """Return the index after the last token."""
        return int(self.tokens.end)


def gap(one: Placed, other: Placed) -> int:
    """Return how many tokens lie between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


Counts = dict[str, NDArray[np.int64]]

_KINDS: dict[str, Callable[[Token], bool | None]] = {
    "mark": lambda token: token.is_punct or token.is_space,
    "break": lambda token: "\n" in token.text,
    "start": lambda token: token.is_sent_start,
    "comma": lambda token: token.text in ",;",
    "colon": lambda token: token.text == ":",
    "quote": lambda token: token.text in QUOTES,
}
"""What is counted between a cue and a span."""


def counts_before(placed: list[Placed]) -> Counts:
    """Return how many spans of each role begin, and how many tokens of some kinds stand, before each token."""
    doc = placed[0].tokens.doc if placed else ()
    size = len(doc) + 2
    counts = {role: np.zeros(size, dtype=np.int64) for role in ("Source", "Cue", "Content", *_KINDS)}
    for item in placed:
        counts[item.item.role][item.start + 1 :] += 1
    for token in doc:
        for kind, is_of in _KINDS.items():
            counts[kind][token.i + 1] = bool(is_of(token))
    for kind in _KINDS:
        np.cumsum(counts[kind], out=counts[kind])
    return counts


def features(cue: Placed, span: Placed, counts: Counts) -> list[float]:
    """Describe a cue and a source or content of the same article by position and syntax."""
    before = span.start < cue.start
    first, second = (span, cue) if before else (cue, span)
    length = max(second.start - first.end, 0)
    low, high = first.start + 1, max(second.start, first.start + 1)
    crossed = {role: float(counts[role][high] - counts[role][low]) for role in ("Source", "Cue", "Content")}
    between = {kind: counts[kind][first.end + length] - counts[kind][first.end] for kind in _KINDS}
    starts = counts["start"][max(second.start + 1, first.end)] - counts["start"][first.end]
    cue_head, head = cue.tokens.root, span.tokens.root
    return [
        float(before),
        math.log1p(length),
        float(length == between["mark"]),
        float(between["break"] > 0),
        float(starts),
        crossed["Source"],
        crossed["Cue"],
        crossed["Content"],
        float(_inside(head.head, cue)),
        float(_inside(head.head, cue) and head.dep_ in SUBJECTS),
        float(_inside(head.head, cue) and head.dep_ in CLAUSES),
        float(_inside(cue_head.head, span)),
        float(_hangs_below(head, cue)),
        float(_hangs_below(cue_head, span)),
        float(head.head == cue_head.head and head != cue_head),
        float(span.tokens[0].text in QUOTES),
        float(between["comma"] > 0),
        float(between["colon"] > 0),
        float(between["quote"] > 0),
        math.log1p(len(span.tokens)),
        float(cue_head.pos_ == "NOUN"),
        float(cue_head.pos_ in ("ADP", "SCONJ") or cue_head.lower_ == "according"),
        float(cue_head.dep_ in ("conj", "advcl", "xcomp")),
        float(_shares_subject(cue_head, span)),
    ]


def _inside(token: Token, placed: Placed) -> bool:
    return placed.start <= int(token.i) < placed.end


def _hangs_below(token: Token, placed: Placed) -> bool:
    """Tell whether one of the token's three nearest ancestors lies in the span."""
    for _ in range(3):
        if token.head == token:
            return False
        token = token.head
        if _inside(token, placed):
            return True
    return False


def _shares_subject(cue_head: Token, span: Placed) -> bool:
    """Tell whether the span is the subject of the verb that the cue is coordinated with."""
    verb = cue_head
    for _ in range(3):
        if any(child.dep_ in ("nsubj", "nsubjpass") and _inside(child, span) for child in verb.lefts):
            return True
        if verb.dep_ not in ("conj", "advcl", "xcomp", "ccomp"):
            return False
        verb = verb.head
    return False
