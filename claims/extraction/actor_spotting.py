"""Find the names in an article: those of the tables first, then those of the recogniser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.actor_names import Name, name_text
from claims.extraction.actor_recogniser import recognised_names
from claims.extraction.actor_rows import fold
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import BODY_NOUNS, HUMAN, NAME_PARTICLES, OUTLET_NOUNS, TITLES
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMMON = HUMAN | BODY_NOUNS | OUTLET_NOUNS | frozenset(TITLES)
LONGEST = 12
"""Names of the tables have at most so many tokens; a hyphen is a token of its own."""
NEVER_FIRST = ("PRON", "DET", "SCONJ", "ADV", "AUX", "VERB", "ADP")


def find_names(doc: Doc, table: ActorTable, on: date | None) -> list[Name]:
    """Return the names in the order of the text; none overlap."""
    candidates = [*_from_tables(doc, table, on), *recognised_names(doc, table), *_from_capitals(doc)]
    candidates.sort(key=lambda name: (name.start - name.end, name.actor is None, name.kind != "person"))
    taken: set[int] = set()
    kept = []
    for name in candidates:
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _from_tables(doc: Doc, table: ActorTable, on: date | None) -> Iterator[Name]:
    for token in doc:
        if not _may_begin(token):
            continue
        longest = 2 * table.longest.get(fold(token.text), 1) - 1
        for end in range(min(len(doc), token.i + min(longest, LONGEST)), token.i, -1):
            actor = _named(doc, token.i, end, table, on)
            if actor:
                yield Name(token.i, end, name_text(doc, token.i, end), actor.kind, actor)
                break


def _from_capitals(doc: Doc) -> Iterator[Name]:
    """Yield proper nouns inside sentences that neither the tables nor the recogniser know ("Orbex")."""
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ or not token.text[:1].isupper() or not token.is_alpha:
            continue
        before, after = doc[max(0, token.i - 1)], doc[min(len(doc) - 1, token.i + 1)]
        beside = [t for t in (before, after) if t.i != token.i and t.pos_ == "PROPN"]
        if not beside and not token.text.isupper() and token.lower_ not in COMMON:
            yield Name(token.i, token.i + 1, token.text, "unknown", None)


def _may_begin(token: Token) -> bool:
    if token.text[:1].isupper() or any(c.isupper() for c in token.text):
        return not (token.is_sent_start and token.pos_ in NEVER_FIRST)
    return token.lower_ in NAME_PARTICLES and token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _named(doc: Doc, start: int, end: int, table: ActorTable, on: date | None) -> Actor | None:
    first, last = doc[start], doc[end - 1]
    text = doc[start:end].text
    if not (last.text[-1:].isalnum() or last.text[-1:] == ".") or "\n" in text:
        return None
    actor = table.named(text, on)
    return actor if actor and (end - start > 1 or _may_be_name(first, actor)) else None


def _may_be_name(token: Token, actor: Actor) -> bool:
    """Tell whether one word of the tables is a name here ("Sharif"), not a common word ("Economist")."""
    if token.lower_ in HUMAN:
        return False
    if actor.kind == "person":
        return bool(token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "GPE", "LOC", "TIME", "EVENT"))
    return bool(actor.kind == "country" or token.pos_ == "PROPN")
