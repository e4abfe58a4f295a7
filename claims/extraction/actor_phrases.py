"""Cut a source into the phrases that each name one actor."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.actor_words import (
    BODY_NOUNS,
    CLAUSE_STARTS,
    CONJUNCTIONS,
    DETERMINERS,
    EDGE_WORDS,
    HUMAN,
    LONG_CONJUNCTIONS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

SEAT = re.compile(r"[RDI]-\s?[A-Z][\w.]*(?:\s[A-Z][\w.]*)?$")
"""Party and state behind the name of a lawmaker: "R-Tenn.", "D-N.Y."."""
FIELDS_AFTER = ("of", "for", "on", "and")
ORGANS = BODY_NOUNS | {"minister", "secretary", "director", "head", "professor", "school"}
ORGANS |= {"center", "centers", "centre", "centres"}
NEVER_MEMBERS = ("VERB", "AUX", "ADP", "SCONJ")
DESCRIBING = frozenset(("a", "an", "the", "another", "its", "his", "her", "their", "one", "who", "which"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Mark the tokens `start` to `end` that name one actor, with what is said about it after commas."""

    start: int
    end: int
    apposed: tuple[tuple[int, int], ...] = ()


NameEnd = Callable[[int], "int | None"]
"""Given a token: the end of the name that begins there, None when none does."""


def split_source(doc: Doc, start: int, end: int, name_end: NameEnd) -> list[Phrase]:
    """Return one phrase for each member of the list in tokens `start` to `end`; "senators such as A and B" has two.

    "Roe, an aide to senators such as A and B," is Roe.
    """
    such = next((t.i for t in doc[start : end - 2] if t.lower_ == "such" and t.nbor().lower_ == "as"), None)
    if such is not None:
        start, end = (start, such) if any(t.text == "," for t in doc[start:such]) else (such + 2, end)
    parts = _parts(doc, start, end, name_end)
    listed = any(joined == "and" for _, _, joined in parts)
    phrases: list[Phrase] = []
    for a, b, joined in parts:
        a, b = trim(doc, a, b)
        if a >= b:
            continue
        last = phrases[-1] if phrases else None
        if last and not _begins_phrase(doc, last, (a, b), joined, listed=listed, name_end=name_end):
            phrases[-1] = Phrase(last.start, last.end, (*last.apposed, (a, b)))
        else:
            phrases.append(Phrase(a, b))
    return phrases


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens without marks, prepositions and conjunctions at their edges."""
    while start < end and (_is_mark(doc, start) or doc[start].lower_ in EDGE_WORDS):
        start += 1
    while end > start and (_is_mark(doc, end - 1) or doc[end - 1].lower_ in EDGE_WORDS):
        end -= 1
    return start, end


def without_determiners(doc: Doc, start: int, end: int) -> int:
    """Return the first token after the determiners; "most of the voters" keeps its "most"."""
    first = start
    while start < end - 1 and doc[start].lower_ in DETERMINERS and not _is_people(doc, start):
        start += 1
    return first if start > first and doc[start].lower_ == "of" else start


def _is_people(doc: Doc, at: int) -> bool:
    """Tell whether a "those" stands for people: "those close to her"."""
    return bool(doc[at].lower_ == "those" and doc[at].dep_ != "det")


def clause_start(doc: Doc, start: int, end: int) -> int:
    """Return where a relative or participle clause begins in the phrase; `end` when none does."""
    for token in doc[start + 1 : end]:
        named = token.dep_ == "acl" and token.tag_ == "VBN" and token.nbor(-1).ent_type_ in ("PERSON", "ORG")
        if named or token.tag_ == "WDT" or (token.lower_ in CLAUSE_STARTS and token.pos_ not in ("NOUN", "PROPN")):
            return int(token.i)
    return end


def _is_mark(doc: Doc, at: int) -> bool:
    token = doc[at]
    return bool(token.is_space or token.is_quote or (token.is_punct and token.text not in ("'", "’")))


def _parts(doc: Doc, start: int, end: int, name_end: NameEnd) -> list[tuple[int, int, str]]:
    """Return (start, end, joint before) of what commas and conjunctions part outside names and brackets."""
    parts: list[tuple[int, int, str]] = []
    begin, joint, at, depth = start, "", start, 0
    while at < end:
        named = name_end(at)
        if named and named <= end:
            at = named
            continue
        depth += (doc[at].text in "([") - (doc[at].text in ")]")
        width = 0 if depth > 0 else _joint_width(doc, at, begin, end)
        if width:
            parts.append((begin, at, joint))
            joint = "," if doc[at].text in (",", ";", "–", "—") else "and"
            begin = at + width
            at = begin
        else:
            at += 1
    parts.append((begin, end, joint))
    return _merge_empty(parts)


def _merge_empty(parts: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Fold the empty part between a comma and its "and" into one joint."""
    kept: list[tuple[int, int, str]] = []
    for a, b, joint in parts:
        if kept and kept[-1][0] >= kept[-1][1]:
            joint = "and" if "and" in (joint, kept[-1][2]) else joint
            kept.pop()
        kept.append((a, b, joint))
    return kept


def _joint_width(doc: Doc, at: int, begin: int, end: int) -> int:
    token = doc[at]
    if token.text in (",", ";", "–", "—"):
        return 1
    for words in LONG_CONJUNCTIONS:
        if tuple(t.lower_ for t in doc[at : at + len(words)]) == words:
            return len(words)
    if token.lower_ in CONJUNCTIONS and not _joins_inside(doc, at, begin, end):
        return 1
    return 0


def _joins_inside(doc: Doc, at: int, begin: int, end: int) -> bool:
    """Tell whether the conjunction joins parts of one name ("ministry of defence and security")."""
    if at == begin or at + 1 >= end:
        return False
    before, after = doc[at - 1], doc[at + 1]
    if _in_clause(doc, at, begin) or (before.head.i > at and before.head.ent_type_ == "PERSON" != before.ent_type_):
        return True
    modifies = before.pos_ in ("ADJ", "NUM", "ADV") and before.text.islower()
    if modifies and after.pos_ in ("ADJ", "NOUN", "NUM", "ADV"):
        return bool(after.text.islower() and before.head.i > at)
    if before.text == after.text or _are_roles_of_one(doc, at, begin, end):
        return True
    lead = [t.lower_ for t in doc[begin:at]]
    organ = next((i for i, word in enumerate(lead) if word in ORGANS), None)
    linked = organ is not None and any(word in FIELDS_AFTER for word in lead[organ + 1 :])
    return linked and not _starts_member(doc, at + 1, end)


def _are_roles_of_one(doc: Doc, at: int, begin: int, end: int) -> bool:
    """Tell whether one person has two roles: "former minister and party leader Ada Roe"."""
    roles = [t for t in doc[at:end] if t.lower_ in HUMAN]
    named = bool(roles) and roles[0].i + 1 < end and doc[roles[0].i + 1].text[:1].isupper()
    alone = all(t.pos_ != "DET" for t in doc[at:end]) and doc[begin].pos_ != "DET"
    return named and alone and doc[at - 1].lower_ in HUMAN and doc[at - 1].tag_ == "NN"


def _in_clause(doc: Doc, at: int, begin: int) -> bool:
    """Tell whether a conjunction joins what a relative clause speaks of: "a site that looks into myths and tales"."""
    joined = doc[at].head
    verb = joined.head
    within = any(t.dep_ in ("relcl", "acl") and begin <= t.head.i < t.i for t in (verb, *verb.ancestors))
    subjects = joined.dep_ in ("nsubj", "nsubjpass") and verb.i > at
    return within and (subjects or (joined.pos_ in ("NOUN", "VERB") and doc[at + 1].text.islower()))


def _starts_member(doc: Doc, at: int, end: int) -> bool:
    """Tell whether a new member of a list begins here: a determiner, a person's name, a role, a plural."""
    token = doc[at]
    if token.pos_ == "DET" or token.ent_type_ in ("PERSON", "GPE", "NORP") or token.lower_ in DETERMINERS:
        return True
    rest = [t for t in doc[at:end] if t.pos_ in ("NOUN", "PROPN")]
    return any(t.tag_ == "NNS" and t.lemma_.lower() in HUMAN for t in rest) or token.lower_ in HUMAN


def _begins_phrase(
    doc: Doc, last: Phrase, part: tuple[int, int], joined: str, *, listed: bool, name_end: NameEnd
) -> bool:
    """Tell whether the part is a new member of the list, not said about the phrase before it."""
    start, end = part
    if doc[start].pos_ in NEVER_MEMBERS or doc[start].lower_ in CLAUSE_STARTS or SEAT.match(doc[start:end].text):
        return False
    if joined != ",":
        return not (last.apposed and _goes_on_describing(doc, start, end))
    named_before = doc[last.end - 1].text[:1].isupper()
    if not listed:
        return False
    head = doc[start:end].root
    singular = head.tag_ not in ("NNS", "NNPS")
    if named_before and singular and doc[start].lower_ in ("a", "an"):
        return False
    if name_end(without_determiners(doc, start, end)) == end:
        return named_before or doc[last.end - 1].lower_ not in HUMAN
    described = doc[start].lower_ in DESCRIBING and singular and head.lower_ == head.text
    return not (named_before and described)


def _goes_on_describing(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a part is the "former senator" of "Roe, a Democrat and former senator"."""
    head = doc[start:end].root
    bare = doc[start].pos_ != "DET" and all(t.ent_type_ != "PERSON" for t in doc[start : head.i + 1])
    return bare and head.tag_ == "NN" and head.lemma_.lower() in HUMAN
