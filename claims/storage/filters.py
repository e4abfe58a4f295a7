"""Turn a ClaimQuery into conditions on the table of claims; every value is a bound parameter."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, Select, and_, false, func, or_, select

from claims.storage.rows import outlet_key, storable
from claims.storage.schema import actor_parts, articles, claim_actors, claims, pairs
from claims.types import ClaimQuery, actor_id

MOST_WORDS = 200
"""A query of more different words than this matches nothing: no sentence has so many."""
LONGEST_WORD = 1000
"""So does a word of more characters; SQLite refuses a pattern of 50,000 bytes."""

Condition = ColumnElement[bool]


def claim_conditions(query: ClaimQuery) -> list[Condition]:
    """Return what a claim must fulfil; none for an empty query."""
    conditions = [*_actors(query), *_days(query), *_stances(query), *_outlets(query), *_words(query.words)]
    chosen = [] if query.claim_ids is None else [claims.c.id.in_(query.claim_ids)]
    return [*conditions, *_about(query.about), *_added(query), *chosen]


def matching_ids(conditions: list[Condition]) -> Select[tuple[str]]:
    """Return the query for the ids of the claims that fulfil every condition."""
    return select(claims.c.id).where(*conditions)


def pair_conditions(query: ClaimQuery) -> list[Condition]:
    """Return what a pair must fulfil: its tier, and a claim on either side that matches."""
    found: list[Condition] = [pairs.c.tier.in_(query.tiers)] if query.tiers else []
    found.append(review_condition(pairs.c.review, query))
    conditions = claim_conditions(query)
    if conditions:
        # Named once, so that a database looks through the claims once for both sides.
        matching = select(matching_ids(conditions).cte("matching"))
        found.append(or_(pairs.c.claim_id.in_(matching), pairs.c.counterclaim_id.in_(matching)))
    return found


def review_condition(column: Column[str], query: ClaimQuery) -> Condition:
    """Return what the state of review of a pair or dispute must be."""
    if query.review is None:
        return or_(column.is_(None), column != "rejected")
    return column.is_(None) if query.review == "open" else column == query.review


def _actors(query: ClaimQuery) -> list[Condition]:
    if not query.actors:
        return []
    wholes = [actor_id(storable(name)) for name in query.actors]
    parts = select(actor_parts.c.actor_id).where(actor_parts.c.whole_id.in_(wholes))
    return [claims.c.id.in_(select(claim_actors.c.claim_id).where(claim_actors.c.actor_id.in_(parts)))]


def _days(query: ClaimQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.since is not None:
        found.append(claims.c.said_on >= query.since)
    if query.until is not None:
        found.append(claims.c.said_on <= query.until)
    return found


def _stances(query: ClaimQuery) -> list[Condition]:
    return [claims.c.stance.in_(query.stances)] if query.stances else []


def _outlets(query: ClaimQuery) -> list[Condition]:
    if not query.outlets:
        return []
    keys = [outlet_key(outlet) for outlet in query.outlets]
    return [claims.c.article_id.in_(select(articles.c.id).where(articles.c.outlet_id.in_(keys)))]


def _words(text: str) -> list[Condition]:
    words = list(dict.fromkeys(storable(text).casefold().split()))
    if not words:
        return []
    if len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_WORD:
        return [false()]
    return [and_(*(claims.c.words.contains(word, autoescape=True) for word in words))]


def _about(names: tuple[str, ...]) -> list[Condition]:
    given = [storable(name).casefold().strip() for name in names]
    if not any(given):
        return []
    if max(map(len, given)) > LONGEST_WORD:
        return [false()]
    return [or_(*(func.lower(claims.c.proposition).contains(name, autoescape=True) for name in given if name))]


def _added(query: ClaimQuery) -> list[Condition]:
    if query.added_since is None:
        return []
    return [claims.c.article_id.in_(select(articles.c.id).where(articles.c.added_on >= query.added_since))]
