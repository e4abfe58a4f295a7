"""Find wire copies, so that the same words of the same actor in several outlets count once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.copies import is_copy, shingles
from claims.folding import fold
from claims.types import Article, Claim

COPY_DAYS = 3
"""Days within which outlets reprint the same words; later the same words are said anew."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Say which claims and articles are copies of which."""

    first: Mapping[str, str] = field(default_factory=dict)
    """Claim id → id of the first claim with the same words; a first claim is not in it."""
    articles: frozenset[str] = frozenset()
    """Stored articles that the new article is a near-duplicate of."""


def copies_of(article: Article, others: Iterable[Article]) -> Iterator[str]:
    """Yield the ids of the articles that repeat most of the text of one, or it of theirs, whatever outlet and title."""
    ours = shingles(article.text)
    for other in others:
        if other.id != article.id and is_copy(ours, shingles(other.text)):
            yield other.id


def find_copies(
    article: Article, claims: Sequence[Claim], stored: Sequence[Claim], texts: Mapping[str, Article]
) -> Copies:
    """Find the claims among `claims` and `stored` (earliest first) whose words an earlier one has already.

    `texts` holds the articles by id; a stored claim whose article is not in it is taken for no copy.
    """
    near = frozenset(copies_of(article, texts.values()))
    return Copies(told_first((*stored, *claims), {**texts, article.id: article}), near)


def told_first(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, str]:
    """Return for each claim whose words an earlier one has already that one's id; `claims` come earliest first."""
    heads: dict[tuple[str, ...], list[Claim]] = {}
    first: dict[str, str] = {}
    for claim in claims:
        if claim.article_id not in articles:
            continue
        alike = heads.setdefault(_words_key(claim, articles[claim.article_id]), [])
        head = next((other for other in alike if _reprints(claim, other, articles)), None)
        if head is None:
            alike.append(claim)
        else:
            first[claim.id] = head.id
    return first


def repeated(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that share stance, actors and proposition with another one: the possible copies."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_claim_key(claim), []).append(claim)
    return [claim for group in groups.values() if len(group) > 1 for claim in group]


def _claim_key(claim: Claim) -> tuple[str, ...]:
    return (claim.stance, fold(claim.proposition), *sorted(actor.id for actor in claim.actors))


def _words_key(claim: Claim, article: Article) -> tuple[str, ...]:
    return (fold(claim.sentence.of(article.text)), *_claim_key(claim))


def _reprints(claim: Claim, head: Claim, articles: Mapping[str, Article]) -> bool:
    one, other = claim.article_id, head.article_id
    if one == other or (claim.resolution == "unresolved" and not any(copies_of(articles[one], [articles[other]]))):
        # "It denied the claims." stands in many articles, about other claims in each.
        return False
    if claim.said_on is None or head.said_on is None:
        return True
    return abs((claim.said_on - head.said_on).days) <= COPY_DAYS
