"""Read the make-up of a phrase: its core, its head noun, the kind of actor that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.actor_phrases import Phrase, clause_start, without_determiners
from claims.extraction.actor_words import DEFINITE, FIRST_PERSON, HUMAN, POSSESSIVES
from claims.types import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")
GROUPS = ("some", "others", "many", "people", "police", "authorities")

REFLEXIVES = ("himself", "herself", "itself", "themselves")
TITLED = ("titled", "entitled", "headlined")
LONGEST_TITLE_OF_OUTLET = 5
"""Tokens of a quoted name of an outlet; what is longer is a headline."""


def core(doc: Doc, phrase: Phrase) -> tuple[int, int]:
    """Return the phrase without determiners, relative clause and final possessive."""
    start = without_determiners(doc, phrase.start, phrase.end)
    end = clause_start(doc, start, phrase.end)
    while end - 1 > start and _is_loose(doc[end - 1]):
        end -= 1
    return start, end


def _is_loose(token: Token) -> bool:
    """Tell whether a last word says nothing of who is meant: "the men themselves", "Harlow’s", "officials there"."""
    relative = token.tag_ in ("WDT", "WP")
    return (
        relative or token.text in POSSESSIVES or bool(token.is_punct) or token.lower_ in (*REFLEXIVES, "there", "here")
    )


def head_noun(doc: Doc, phrase: Phrase) -> Token:
    """Return the last noun before a preposition, a clause or a bracket."""
    start, end = core(doc, phrase)
    head = None
    for token in doc[start:end]:
        ends = token.pos_ in ("ADP", "VERB", "AUX", "SCONJ") and token.dep_ != "amod"
        if head is not None and (ends or token.text == "(" or token.tag_ in ("WDT", "WP")):
            break
        head = token if token.pos_ in NOMINAL else head
    return head if head is not None else doc[start]


def without_brackets(doc: Doc, phrase: Phrase) -> Phrase:
    """Cut what brackets add, and the headline of a story: "Walter Ames (R-Hull)", "the site titled “Six Days …"."""
    after = doc[phrase.start + 1 : phrase.end]
    cut = next((t.i for t in after if t.text == "(" or _begins_headline(t)), phrase.end)
    return Phrase(phrase.start, cut, phrase.apposed)


def _begins_headline(token: Token) -> bool:
    """Tell whether a quoted headline follows ("titled “Six Days of Darkness to Come”"), longer than a name."""
    doc = token.doc
    if token.lower_ not in TITLED or token.i + 1 >= len(doc) or not doc[token.i + 1].is_quote:
        return False
    return not any(t.is_quote for t in doc[token.i + 2 : token.i + 2 + LONGEST_TITLE_OF_OUTLET])


def is_definite(doc: Doc, phrase: Phrase) -> bool:
    """Tell whether the phrase speaks of somebody known: "the", "her", "the town's"."""
    tokens = doc[phrase.start : phrase.end]
    return tokens[0].lower_ in DEFINITE or any(t.text in ("'s", "’s") for t in tokens)


def kind_of(doc: Doc, phrase: Phrase) -> ActorKind:
    """Return the kind of actor that a description without a name speaks of."""
    head = head_noun(doc, phrase)
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in GROUPS:
        return "group"
    if head.lower_ in HUMAN:
        return "person"
    return "body" if head.ent_type_ == "ORG" else "unknown"


def possessive_in(doc: Doc, start: int, end: int) -> int | None:
    """Return the first possessive mark of the tokens; one that closes a quotation ("the ‘About’ page") is none."""
    opened = next((token.i for token in doc[start:end] if token.text == "‘"), end)
    return next((token.i for token in doc[start:end] if token.text in POSSESSIVES and token.i < opened), None)


def tokens_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that characters `start` to `end` touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def is_first_person(token: Token) -> bool:
    """Tell whether a word is "I", "we" or "us"; "US" is a country."""
    return token.lower_ in FIRST_PERSON and token.text != "US"
