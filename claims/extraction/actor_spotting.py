"""Find the names in an article: those of the tables first, then those of the recogniser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.actor_names import Name, is_title, name_text, plainly_first
from claims.extraction.actor_recogniser import recognised_names
from claims.extraction.actor_rows import fold
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import (
    ANY_COUNTRY,
    BODY_NOUNS,
    CELEBRATED,
    DESK,
    HUMAN,
    NAME_PARTICLES,
    OUTLET_NOUNS,
    TITLES,
)
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMMON = HUMAN | BODY_NOUNS | OUTLET_NOUNS | DESK | frozenset(TITLES)
LONGEST = 12
"""Names of the tables have at most so many tokens; a hyphen is a token of its own."""
NEVER_FIRST = ("PRON", "DET", "SCONJ", "ADV", "AUX", "VERB", "ADP")


def find_names(doc: Doc, table: ActorTable, on: date | None) -> list[Name]:
    """Return the names in the order of the text; none overlap."""
    candidates = [*_from_tables(doc, table, on), *recognised_names(doc, table), *_from_capitals(doc)]
    surnames = {doc[name.end - 1].text for name in candidates if name.end - name.start > 1}
    candidates = [n for n in candidates if not _is_calling(doc, n, surnames) and not _is_shortened_state(doc, n)]
    candidates = [n for n in candidates if not _only_opens(doc, n)]
    candidates.sort(key=lambda name: (name.start - name.end, name.actor is None, name.kind != "person"))
    taken: set[int] = set()
    kept = []
    for name in candidates:
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    kept.sort(key=lambda name: name.start)
    home = _country_of_article(kept, table)
    return [_at_home(doc, name, kept, home, table) for name in kept]


def _is_calling(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """Tell whether the recogniser took the "Singer" of a headline for a name; where somebody is called so it is one."""
    word = doc[name.start]
    single = name.actor is None and name.end - name.start == 1
    titled = name.start > 0 and is_title(doc[name.start - 1])
    return single and not titled and word.lower_ in HUMAN | CELEBRATED and word.text not in surnames


def _is_shortened_state(doc: Doc, name: Name) -> bool:
    """Tell whether a name only says where a town lies: the "Calif." of "Redlands, Calif."."""
    after = doc[name.end].text if name.end < len(doc) else ""
    dotted = doc[name.end - 1].text.endswith(".") or (after == "." and not doc[name.end].whitespace_)
    placed = name.start > 1 and doc[name.start - 1].text == "," and doc[name.start - 2].pos_ == "PROPN"
    return name.actor is None and name.end - name.start == 1 and placed and dotted


def _only_opens(doc: Doc, name: Name) -> bool:
    """Tell whether a capital only opens a sentence: the "Tennis" of "Tennis champion Ada Roe said"."""
    first, words = doc[name.start], doc[name.end : name.end + 2]
    single = name.actor is None and name.end - name.start == 1 and first.ent_type_ not in ("ORG", "GPE", "NORP")
    if not single or not first.is_sent_start or first.dep_ != "compound" or len(words) < 2:
        return False
    role = words[0].text.islower() and (words[0].lemma_ in HUMAN or words[1].text.istitle())
    return role and first.text not in doc[name.end :].text


def _at_home(doc: Doc, name: Name, names: Sequence[Name], home: str | None, table: ActorTable) -> Name:
    """Give "the Supreme Court" to the country that it is said to be of, else to the article's country.

    Where the country that it usually is of is named at all, it stays there.
    """
    if name.actor is None or fold(name.text) not in ANY_COUNTRY:
        return name
    usual = name.actor.part_of[-1:]
    others = (other.actor for other in names if other.actor is not None and fold(other.text) not in ANY_COUNTRY)
    is_named = any((actor.name, *actor.part_of)[-1:] == usual for actor in others)
    country = _named_behind(doc, name, names) or (None if is_named else home)
    if country is None or country in name.actor.part_of:
        return name
    return replace(name, actor=table.body_of(name.text, country))


def _named_behind(doc: Doc, name: Name, names: Sequence[Name]) -> str | None:
    """Return the country of "the Supreme Court of the United Kingdom"."""
    after = [t.lower_ for t in doc[name.end : name.end + 2]]
    start = name.end + 1 + (after[1:] == ["the"])
    known = (other.actor for other in names if other.start == start and after[:1] in (["of"], ["in"]))
    return next((actor.name for actor in known if actor is not None and actor.kind == "country"), None)


def _country_of_article(names: Sequence[Name], table: ActorTable) -> str | None:
    """Return the country of at least twice as many names as any other, itself or its people and bodies."""
    counts: Counter[str] = Counter()
    for actor in (name.actor for name in names if fold(name.text) not in ANY_COUNTRY):
        whole = table.named((actor.name, *actor.part_of)[-1]) if actor is not None else None
        if whole is not None and whole.kind == "country":
            counts[whole.name] += 1
    return plainly_first(counts)


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
