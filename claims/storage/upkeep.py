"""Look after a store: a copy that is whole, and a check of everything that must hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from claims.errors import StoreError
from claims.storage.finding import find_articles
from claims.storage.rows import VECTOR_SIZE
from claims.storage.schema import articles, claims, dispute_claims, disputes, pairs
from claims.types import Article

BYTES = 2
"""Of each number of a vector."""


def back_up(connection: Connection, address: str, target: Path) -> None:
    """Copy a SQLite store into a new file, consistent also while others write; raises StoreError where it cannot."""
    if connection.dialect.name != "sqlite":
        raise StoreError(f"The store {address} is no SQLite file: copy it with its own tool, such as pg_dump.")
    if target.exists():
        raise StoreError(f"{target} exists already: name a file that does not.")
    source = connection.connection.dbapi_connection
    partial = target.with_name(target.name + ".part")
    try:
        with closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)  # type: ignore[union-attr]
        partial.rename(target)
    except (sqlite3.Error, OSError) as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"{target} could not be written ({error}): choose another place or make room.") from error


def faults(connection: Connection) -> Iterator[str]:
    """Yield a sentence for everything in the store that does not hold."""
    yield from _of_the_file(connection)
    for parent, child, column in (
        (claims, pairs, "claim_id"),
        (claims, pairs, "counterclaim_id"),
        (claims, dispute_claims, "claim_id"),
        (disputes, dispute_claims, "dispute_id"),
        (articles, claims, "article_id"),
    ):
        yield from _orphans(connection, parent, child, column)
    texts = {article.id: len(article.text) for article in find_articles(connection, None)}
    yield from _of_articles(find_articles(connection, None))
    yield from _of_claims(connection, texts)
    yield from _empty_disputes(connection)


def _of_the_file(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield f"The file is damaged: {line}."


def _orphans(connection: Connection, parent: Table, child: Table, column: str) -> Iterator[str]:
    known = select(parent.c.id)
    lost = connection.scalar(select(func.count()).select_from(child).where(child.c[column].not_in(known))) or 0
    if lost:
        yield f"{lost} rows of {child.name} name a {column} that is not there."


def _of_articles(found: list[Article]) -> Iterator[str]:
    for article in found:
        made = Article.of(
            article.text,
            url=article.url,
            outlet=article.outlet,
            title=article.title,
            published_on=article.published_on,
        )
        if made.id != article.id and "\ufffd" not in article.text:
            yield f"The article {article.id} is not what its id says: it was changed after it was stored."


def _of_claims(connection: Connection, lengths: dict[str, int]) -> Iterator[str]:
    statement = select(claims.c.id, claims.c.article_id, claims.c.spans, func.length(claims.c.vector).label("size"))
    for row in connection.execute(statement):
        bounds = [bound for spans in row.spans.values() for bound in spans]
        length = lengths.get(row.article_id, 0)
        if any(not 0 <= start < end <= length for start, end in bounds):
            yield f"The claim {row.id} marks words outside its article."
        if row.size != VECTOR_SIZE * BYTES:
            yield f"The claim {row.id} has a vector of another size."


def _empty_disputes(connection: Connection) -> Iterator[str]:
    held = select(dispute_claims.c.dispute_id)
    empty = connection.scalar(select(func.count()).select_from(disputes).where(disputes.c.id.not_in(held))) or 0
    if empty:
        yield f"{empty} disputes hold no claim."
