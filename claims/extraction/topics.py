"""Tell the things that a source only speaks of from those that it says are there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from claims.extraction.actor_words import HUMAN
from claims.extraction.lexicon import APPEARING, CLAIMING, CLAUSAL, EXISTENCE
from claims.extraction.syntax import FINITE, asks_inside, child, children

LONG_NAME = 4
"""Most words of a name."""
LONG_FRAGMENT = 10
"""Most words of a sentence without a verb, "Not left or right": in a longer one the parser missed it."""
FEWEST_OF_CLAUSE = 5
"""Words from which "she said" is followed by a clause, not by a mere name of something."""


def is_misread(tokens: Sequence[Token], head: Token, cue: Token | None) -> bool:
    """Tell whether a clause of which the parser made a noun phrase is said: "the signs in the photo stand in …".

    A "that" before it shows that it is one, also where its verb is taken for an adjective.
    """
    if head.pos_ == "NOUN" and any(t.tag_ == "MD" for t in children(head, "aux")):
        return True  # "will tax rainwater"
    verbal = any(t.tag_ in FINITE for t in tokens)
    marked = any(t.dep_ == "mark" and t.lower_ == "that" for t in head.children)
    if _is_spoken_about(tokens, cue):
        return False
    if marked and not verbal and head.tag_ not in ("VB", "VBG"):
        return True
    fragment = len(tokens) <= LONG_FRAGMENT and bool(tokens) and _goes_on(tokens[0])
    said = cue is not None and cue.lemma_.lower() in CLAUSAL and not fragment
    return said and not verbal and head.pos_ in ("NOUN", "PROPN") and len(tokens) >= FEWEST_OF_CLAUSE


def _goes_on(first: Token) -> bool:
    """Tell whether a word opens another sentence of a quotation, which may be a mere "Not left or right."."""
    before = first.nbor(-1) if first.i else first
    return before.text in (".", "?", "!")


def is_topic(tokens: Sequence[Token], head: Token, cue: Token | None) -> bool:
    """Tell whether a content is a thing of which its cue does not say that it is there.

    Of "the clot's existence" nobody says that it is there: it is taken for known; in "found its voice on taxes"
    something else is found.
    """
    if _is_spoken_about(tokens, cue) or _is_described(tokens, cue):
        return True
    if head.pos_ not in ("NOUN", "PROPN", "PRON") or any(t.tag_ in FINITE and not _is_beside(t) for t in tokens):
        return False
    if cue is None or head.pos_ == "PRON" or is_name(tokens):
        return True
    if child(head, "poss") is not None or _is_headline(tokens) or head.lemma_ in ("percent", "%"):
        return True
    found = child(cue, "dobj")
    if head.dep_ == "pobj" and found is not None and found not in tokens:
        return True
    lemma = cue.lemma_.lower()
    claiming = cue.pos_ == "NOUN" and lemma in CLAIMING
    appears = lemma in APPEARING and head.i < cue.i
    return not (claiming or appears or cue.is_punct or lemma in EXISTENCE)


def _is_spoken_about(tokens: Sequence[Token], cue: Token | None) -> bool:
    """Tell whether all that is said stands behind an "about": "knows all about Roe, what he does and how"."""
    about = tokens[0].nbor(-1) if tokens and tokens[0].i else None
    thing = child(about, "pobj") if about is not None and about.lower_ == "about" else None
    if thing is None or cue is None or cue.pos_ != "VERB" or thing.left_edge != tokens[0]:
        return False
    inside = {t.i for t in thing.subtree}
    return all(t.i in inside or asks_inside(t) for t in tokens if t.tag_ in FINITE or t.tag_ == "VBG")


def _is_described(tokens: Sequence[Token], cue: Token | None) -> bool:
    """Tell whether a content is a thing and what somebody did with it: "brought up remarks Roe had made of them"."""
    opening = list(takewhile(lambda t: t.pos_ in ("DET", "ADJ", "NUM", "PRON"), tokens))
    words = tokens[len(opening) : len(opening) + 3]
    if len(words) < 3 or cue is None or cue.lemma_.lower() in CLAUSAL:
        return False
    noun, who, verb = words
    thing = noun.pos_ == "NOUN" and noun.lemma_.lower() not in HUMAN and not any(t.tag_ == "PRP" for t in opening)
    acting = who.pos_ == "PROPN" or who.lower_ in ("i", "he", "she", "we", "they")
    alone = [t for t in tokens if t.tag_ in FINITE] == [verb]
    return thing and acting and who.dep_ != "compound" and alone


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Tell whether the words are written as in a title, in which the parser takes verbs for names."""
    words = [t for t in tokens if t.is_alpha]
    return len(words) > LONG_NAME and sum(t.is_title for t in words) * 2 > len(words)


def _is_beside(verb: Token) -> bool:
    """Tell whether a verb stands in a clause that only describes a noun: "the returns that showed the loss"."""
    return any(t.dep_ in ("relcl", "acl") for t in (verb, *verb.ancestors))


def is_name(tokens: Sequence[Token]) -> bool:
    """Tell whether a content is only a name: who contradicts the Kremlin denies what it says.

    A person may be described before it: "the British artist Banks".
    """
    person = bool(tokens) and tokens[-1].pos_ == "PROPN" and tokens[-1].ent_type_ == "PERSON"
    described = ("ADJ", "NOUN") if person else ()
    return all(t.pos_ in ("PROPN", "DET", "PUNCT", *described) for t in tokens)
