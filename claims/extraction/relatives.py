"""Give a clause back what a relative or question word took out of it: "the plan that Orsk says would save money"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.contents import head_of, subject_of
from claims.extraction.syntax import children

RELATIVE_TAGS = ("WDT", "WP")
ASKED = ("what", "how")
"""Words whose clause says nothing yet: what Orsk says her plan would do is not said there."""


def taken_out(cue: Token | None) -> Token | None:
    """Return the word that opens the cue's clause before who speaks there, wherever the parser hung it."""
    if cue is None:
        return None
    speaking = max((t.left_edge.i for t in children(cue, "nsubj") if t.i < cue.i), default=cue.i)
    clauses = (cue, *children(cue, "ccomp", "xcomp"))
    openers = (
        t
        for verb in clauses
        for t in verb.children
        if t.i < speaking and (t.tag_ in RELATIVE_TAGS or t.lower_ in ASKED)
    )
    return next(openers, None)


def heard_of(cue: Token | None) -> list[Token]:
    """Return of whom something is only heard: the pilot of "the pilot, who was reportedly shot"."""
    if cue is None or cue.dep_ != "advmod" or cue.head.dep_ != "relcl":
        return []
    return [t for t in cue.head.head.subtree if t.i < cue.head.left_edge.i and not t.is_punct]


def is_open(tokens: Sequence[Token], cue: Token | None) -> bool:
    """Tell whether a content is the open clause of a question: the "her plan would do" of "what Orsk says …"."""
    word = taken_out(cue)
    asked = word is not None and word.lower_ in ASKED and word not in tokens
    return asked and cue is not None and cue.dep_ not in ("ROOT", "relcl")


def with_relative(tokens: Sequence[Token], cue: Token | None) -> list[Token]:
    """Put the noun of a relative clause where its word was taken out: "the plan would save money"."""
    if cue is not None and heard_of(cue):
        return [t for t in cue.head.subtree if t != cue and (t.tag_ not in RELATIVE_TAGS or t.head != cue.head)]
    word = taken_out(cue)
    if cue is not None and word is None and _lacks_subject(tokens, cue):
        return [*(t for t in cue.head.subtree if t.i < cue.left_edge.i), *tokens]
    if cue is None or cue.dep_ != "relcl" or word is None or word.tag_ not in RELATIVE_TAGS or word.i < cue.head.i:
        return list(tokens)
    if word.head == cue and word.dep_ == "nsubjpass":
        return list(tokens)
    noun = [t for t in cue.head.subtree if t.i < word.i and not (t.is_punct and t.i == word.i - 1)]
    kept = [t for t in tokens if t.i > word.i]
    head = head_of(kept)
    beside = {t.i for t in tokens if t.i < word.i and not t.is_punct} - {t.i for t in noun}
    if head is None or head.pos_ not in ("VERB", "AUX") or beside:
        return list(tokens)
    deed = head.tag_ == "VBG" or any(t.tag_ == "TO" for t in children(head, "aux"))
    if subject_of(head, kept) is None and not deed:
        return [*noun, *kept]
    last = max([head, *(t for t in children(head, "prt", "neg") if t in kept)], key=lambda t: t.i)
    place = len(kept) if kept[-1].tag_ == "IN" else kept.index(last) + 1
    return [*kept[:place], *noun, *kept[place:]]


def _lacks_subject(tokens: Sequence[Token], cue: Token) -> bool:
    """Tell whether a clause has the noun of its cue for its subject: "the workers they thought were best"."""
    first = tokens[0] if tokens else None
    finite = first is not None and first.tag_ in ("VBD", "VBZ", "VBP", "MD")
    verb = first.head if first is not None and first.dep_ in ("aux", "auxpass") else first
    return finite and verb is not None and cue.dep_ == "relcl" and subject_of(verb, tokens) is None
