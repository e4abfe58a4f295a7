"""Read articles whose contested claims and pairs were marked by readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.errors import InputError
from claims.evaluation.rows import Row, read_rows
from claims.types import Article, Span

AUTHOR = ("(author)",)
"""The actors of a gold claim that the article makes in its own voice."""
FIELDS = ("doc", "text", "claims", "pairs")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """Hold one contested claim as a reader marked it."""

    id: str
    stance: str
    actors: tuple[str, ...]
    anchor: Span
    """The sentence it stands in."""
    cue: Span | None
    content: Span | None
    proposition: str
    core: bool
    """False for what only one of two readers marked."""

    @property
    def disputes(self) -> bool:
        """Tell whether it answers somebody's claim."""
        return self.stance in ("denies", "doubts")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Join a denial with the assertion that it answers."""

    denial: GoldClaim
    assertion: GoldClaim | None
    """None when nobody in the article is given the assertion."""
    kind: str
    core: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """Hold an article with all that was marked in it."""

    doc: str
    article: Article
    claims: tuple[GoldClaim, ...]
    pairs: tuple[GoldPair, ...]


def read_gold(path: str | Path) -> list[GoldArticle]:
    """Read the annotated articles of a JSONL file; raise InputError when one is not in the gold format."""
    return list(_parse_all(path))


def gold_article(row: Row, doc: str) -> Article:
    """Make the article of a gold row; its address is "gold:" and the document's name."""
    published = row.get("published")
    return Article.of(
        row["text"],
        url=f"gold:{doc}",
        outlet=row.get("outlet"),
        title=row.get("title"),
        published_on=date.fromisoformat(published) if published else None,
    )


def _parse_all(path: str | Path) -> Iterator[GoldArticle]:
    for row in read_rows(path, FIELDS):
        try:
            yield _parse(row)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"Article {row['doc']!r} of {path} is not in the gold format ({error!r}); see the README."
            ) from error


def _parse(row: Row) -> GoldArticle:
    claims = {claim["id"]: _claim(claim) for claim in row["claims"]}
    pairs = tuple(
        GoldPair(
            claims[pair["denial"]],
            None if pair["assertion"] is None else claims[pair["assertion"]],
            pair["kind"],
            pair.get("core", True),
        )
        for pair in row["pairs"]
    )
    return GoldArticle(row["doc"], gold_article(row, row["doc"]), tuple(claims.values()), pairs)


def _claim(row: Row) -> GoldClaim:
    return GoldClaim(
        row["id"],
        row["stance"],
        tuple(row["actors"]),
        Span(*row["anchor"]),
        Span(*row["cue"]) if row.get("cue") else None,
        Span(*row["content"]) if row.get("content") else None,
        row["proposition"],
        row.get("core", True),
    )
