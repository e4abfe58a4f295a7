"""Find a speaker's second verb where the parser hangs it in what he said: "said the shop is open and denied X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import BODY_NOUNS, HUMAN
from claims.extraction.contents import tokens_of
from claims.extraction.lexicon import ACCUSE, DENIAL_VERBS, TELLING
from claims.extraction.pronouns import is_person_noun
from claims.extraction.syntax import SUBJECTS, child, children, is_quoted, token_range
from claims.types import Attribution

PRESENT = ("VBZ", "VBP", "MD")


def with_resumed(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Part each attribution whose content holds its speaker's second verb."""
    cues = [span for item in attributions for span in item.cue]
    return [
        part
        for item in attributions
        for part in _parted(doc, item)
        if part.cue == item.cue or not any(span.overlaps(cue) for span in part.cue for cue in cues)
    ]


def _parted(doc: Doc, item: Attribution) -> Iterator[Attribution]:
    *first, last = item.content or (None,)
    words = tokens_of(doc, (last,)) if last is not None else []
    cue = tokens_of(doc, item.cue)
    verb = next((t for t in words if _resumed_from(t) in cue), None)
    if verb is None:
        yield item
        return
    said = [t for t in words if t.i < (_joint(verb) or verb).i]
    while said and said[-1].is_punct:
        said.pop()
    denied = [t for t in words if t.i > verb.i]
    if not said or not denied:
        yield item
        return
    yield replace(item, content=(*first, token_range(said)))
    yield replace(item, cue=(token_range([verb]),), content=(token_range(denied),))


def _resumed_from(verb: Token) -> Token | None:
    """Return the "said" of "said the shop is open and denied reports", from which "denied" goes on.

    None where the verb may be told of whom the clause before is about: "said the mayor lied and denied reports".
    """
    before = verb.head
    answers = verb.lemma_.lower() in DENIAL_VERBS | ACCUSE and verb.tag_ in ("VBD", "VBN")
    if verb.dep_ != "conj" or not answers or children(verb, *SUBJECTS, "aux", "auxpass") or is_quoted(verb):
        return None
    told = before
    while told.dep_ == "conj" and told.head.pos_ in ("VERB", "AUX"):
        told = told.head
    teller = None
    while told.dep_ == "ccomp" and told.head.i < told.i:
        told = told.head
        if told.tag_ == "VBD" and told.lemma_.lower() in TELLING and child(told, "nsubj") is not None:
            teller = told
    return teller if _is_set_off(verb) or (verb.tag_ == "VBD" and _cannot_deny(before)) else None


def _joint(verb: Token) -> Token | None:
    return next((t for t in children(verb.head, "cc") if t.i < verb.i), None)


def _is_set_off(verb: Token) -> bool:
    joint = _joint(verb)
    return joint is not None and joint.i > 0 and joint.nbor(-1).text == ","


def _cannot_deny(before: Token) -> bool:
    """Tell whether a clause is of another time than a denial behind it, of a thing, or of who speaks: "said he was"."""
    if any(t.tag_ in PRESENT for t in (before, *children(before, "aux", "auxpass"))):
        return True
    subject = child(before, *SUBJECTS)
    if subject is None or subject.pos_ == "PRON":
        return subject is not None
    return subject.pos_ == "NOUN" and not is_person_noun(subject) and subject.lemma_.lower() not in HUMAN | BODY_NOUNS
