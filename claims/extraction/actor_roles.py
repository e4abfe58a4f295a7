"""Read the roles that an article gives a name: by title, by apposition and by "is"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.actor_rows import fold
from claims.extraction.actor_words import BODY_NOUNS, HUMAN, OUTLET_NOUNS, ROLE_FORMS, SPOKES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 9
"""A title or an apposition is looked for within so many tokens of the name."""
DESCRIPTIVE = ("NOUN", "PROPN", "ADJ", "NUM", "PART", "DET", "PRON", "ADV")
AGENTIVE = re.compile(r"(?:ist|ian|eer|man|woman|person|maker|keeper|holder|owner|worker|leader|trader|writer)$")
KNOWN = HUMAN | BODY_NOUNS | OUTLET_NOUNS | frozenset(TITLES)


def described_by(doc: Doc, start: int, end: int) -> set[str]:
    """Return the keys of all words of the titles and appositions beside the name ("democratic")."""
    lead = range(start - 1, max(-1, start - REACH), -1)
    tail = range(end + 1, min(len(doc), end + REACH)) if end < len(doc) and doc[end].text == "," else range(0)
    words: set[str] = set()
    for side in (lead, tail):
        for at in side:
            if doc[at].pos_ not in DESCRIPTIVE and doc[at].pos_ != "ADP":
                break
            words.add(fold(doc[at].text))
    return words


def roles_of(doc: Doc, start: int, end: int) -> set[str]:
    """Return the lower-case nouns that describe the name in tokens `start` to `end`."""
    roles = _before(doc, start) | apposed_before(doc, start) | _apposed_after(doc, end) | _stated(doc, start, end)
    roles |= {form for role in roles for form in ROLE_FORMS.get(role, ())}
    return roles | SPOKES if roles & SPOKES else roles


def _before(doc: Doc, start: int) -> set[str]:
    """Read "Kremlin spokesman NAME": the nouns that run up to the name."""
    roles = set()
    for token in reversed(doc[max(0, start - REACH) : start]):
        if token.pos_ not in DESCRIPTIVE and token.text not in ("-", "."):
            break
        if token.lower_ in ("'s", "’s") or token.pos_ == "DET":
            break
        if _is_role(token) and (token.i == start - 1 or token.lower_ in KNOWN):
            roles.add(_noun(token))
    return roles


def apposed_before(doc: Doc, start: int) -> set[str]:
    """Read "the town's mayor, NAME,": the head noun of the phrase before the comma."""
    if start < 2 or doc[start - 1].text != ",":
        return set()
    run: list[Token] = []
    for token in reversed(doc[max(0, start - 1 - REACH) : start - 1]):
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX", "CCONJ"):
            break
        run.insert(0, token)
    run = run[1:] if run and run[0].pos_ == "ADP" else run
    return _head_role(run) if run and run[0].pos_ in ("DET", "PRON", "PROPN", "ADJ") else set()


def _apposed_after(doc: Doc, end: int) -> set[str]:
    """Read "NAME, a spokesman for the port,": the head noun after the comma, unless it does something itself."""
    if end + 1 >= len(doc) or doc[end].text not in (",", "(", "–", "-", "—"):
        return set()
    run = []
    for token in doc[end + 1 : end + 1 + REACH]:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return set()
        if token.text in (",", ".", ")", "–", "—") or token.pos_ in ("VERB", "AUX") or token.is_space:
            break
        run.append(token)
    return _head_role(run)


def _stated(doc: Doc, start: int, end: int) -> set[str]:
    """Read "NAME is the mayor of …"."""
    root = doc[start:end].root
    if root.dep_ == "attr" and root.head.lemma_ == "be":
        subjects = [child for child in root.head.children if child.dep_ == "nsubj"]
        return {_noun(child) for child in subjects if child.lower_ in HUMAN}
    if root.dep_ not in ("nsubj", "nsubjpass") or root.head.lemma_ != "be":
        return set()
    return {_noun(child) for child in root.head.children if child.dep_ == "attr" and _is_role(child)}


def _head_role(run: list[Token]) -> set[str]:
    """Return the roles before the first preposition: "another lawyer for the victim" → lawyer."""
    roles: set[str] = set()
    for position, token in enumerate(run):
        if token.pos_ == "ADP" and position:
            break
        if (
            _is_role(token)
            and _is_known(token)
            and not (position + 1 < len(run) and run[position + 1].lower_ in ("'s", "’s"))
        ):
            roles.add(_noun(token))
    return roles


def _is_role(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and (token.text.islower() or _noun(token) in KNOWN)


def _is_known(token: Token) -> bool:
    return token.lower_ in KNOWN or bool(AGENTIVE.search(token.lower_))


def _noun(token: Token) -> str:
    return str(token.lower_.rstrip("."))
