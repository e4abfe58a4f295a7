"""Find what an article repeats: the versions of one address, and near-copies anywhere in the store."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from claims.copies import VERSION_SHARED, bands, is_copy, shared, shingles
from claims.storage.finding import find_articles
from claims.storage.recording import corrections_of
from claims.storage.rows import correction_row, url_key
from claims.storage.schema import article_bands, articles, corrections
from claims.storage.statements import insert_rows, rows_with
from claims.types import Anchor, Article, CorrectionField, Span

CARRIED: tuple[CorrectionField, ...] = ("stance", "actors", "proposition", "said_on", "note")
LOOKED_AT = 20
"""Articles of one address, the latest first, among which the version before is looked for; some files give all of
theirs the address of the front page."""


def note_version(connection: Connection, article_id: str, url: str | None, text: str) -> None:
    """Note the bands of the article that was added last, and the version that it follows."""
    numbers = dict.fromkeys(bands(text))
    insert_rows(connection, article_bands, ({"band": band, "article_id": article_id} for band in numbers))
    if url is None:
        return
    chosen = (articles.c.url_id == url_key(url), articles.c.id != article_id)
    latest_first = select(articles.c.id, articles.c.text).where(*chosen).order_by(articles.c.number.desc())
    before = list(connection.execute(latest_first.limit(LOOKED_AT)))
    ours = shingles(text) if before else frozenset()
    earlier = next((other.id for other in before if shared(ours, shingles(other.text)) >= VERSION_SHARED), None)
    _follow(connection, article_id, earlier)


def links_of(connection: Connection, article_id: str) -> tuple[str | None, list[str]]:
    """Return the version before an article and those that follow it."""
    before = connection.scalar(select(articles.c.earlier_id).where(articles.c.id == article_id))
    return before, list(connection.scalars(select(articles.c.id).where(articles.c.earlier_id == article_id)))


def restore_links(connection: Connection, article_id: str, links: tuple[str | None, list[str]]) -> None:
    """Put an article that was taken out and in again where it stood among its versions."""
    before, after = links
    _follow(connection, article_id, before)
    for later in after:
        _follow(connection, later, article_id)


def _follow(connection: Connection, article_id: str, earlier: str | None) -> None:
    connection.execute(update(articles).where(articles.c.id == article_id).values(earlier_id=earlier))


def note_all(connection: Connection) -> None:
    """Note the bands and versions of every article of a store that knew of neither, the first added first."""
    for row in list(connection.execute(select(articles.c.id, articles.c.url).order_by(articles.c.number))):
        text = connection.scalar(select(articles.c.text).where(articles.c.id == row.id)) or ""
        found_by = url_key(row.url) if row.url else None
        connection.execute(update(articles).where(articles.c.id == row.id).values(url_id=found_by))
        note_version(connection, row.id, row.url, text)


def carry_over(connection: Connection, article_id: str) -> None:
    """Make what people corrected in the version before hold in this one, where the same words stand once.

    Corrections that join two places (reviews, pairs, disputes) stay with the version that they were made in.
    """
    before, _ = links_of(connection, article_id)
    if before is None or corrections_of(connection, [article_id]):
        return
    text, new = (
        connection.scalar(select(articles.c.text).where(articles.c.id == id_)) or "" for id_ in (before, article_id)
    )
    for made in reversed(corrections_of(connection, [before])):
        words = made.anchor.span.of(text)
        if made.undone_at is None and made.field in CARRIED and made.other is None and new.count(words) == 1:
            start = new.index(words)
            moved = replace(made, anchor=Anchor(article_id, Span(start, start + len(words))))
            connection.execute(insert(corrections).values(correction_row(moved)))


def forget(connection: Connection, article_id: str) -> None:
    """Drop what was noted of an article; a later version then follows the one before it."""
    before, after = links_of(connection, article_id)
    for later in after:
        _follow(connection, later, before)
    connection.execute(delete(article_bands).where(article_bands.c.article_id == article_id))


def near_copies(connection: Connection, article_id: str) -> list[str]:
    """Return the ids of the other articles that repeat most of an article, or it of theirs, the earliest first."""
    own = list(connection.scalars(select(article_bands.c.band).where(article_bands.c.article_id == article_id)))
    met = set(connection.scalars(select(article_bands.c.article_id).where(article_bands.c.band.in_(own))))
    columns = select(articles.c.id, articles.c.number, articles.c.text)
    found = sorted(
        rows_with(connection, columns, articles.c.id, sorted(met | {article_id})), key=lambda row: row.number
    )
    texts = {row.id: shingles(row.text) for row in found}
    ours = texts.pop(article_id, frozenset())
    return [id_ for id_, theirs in texts.items() if is_copy(ours, theirs)]


def versions_of(connection: Connection, article_id: str) -> list[Article]:
    """Return the versions of an article that are stored, itself too, in the order of reading."""
    url_id = connection.scalar(select(articles.c.url_id).where(articles.c.id == article_id))
    same = articles.c.id == article_id if url_id is None else articles.c.url_id == url_id
    rows = {row.id: row for row in connection.execute(select(articles.c.id, articles.c.earlier_id).where(same))}
    if article_id not in rows:
        return []
    before, at = list[str](), rows[article_id].earlier_id
    while at in rows and at not in before:
        before, at = [at, *before], rows[at].earlier_id
    after, at = list[str](), article_id
    while later := [id_ for id_, row in rows.items() if row.earlier_id == at and id_ not in after]:
        at = later[0]
        after.append(at)
    chain = [*before, article_id, *after]
    return sorted(find_articles(connection, chain), key=lambda article: chain.index(article.id))
