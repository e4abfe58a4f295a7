"""Bring a database to the present schema by named functions, each recorded in the transaction it runs in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Connection, insert, inspect, select, text

from claims.errors import StoreError
from claims.storage.schema import article_bands, articles, corrections, metadata, nli_scores, schema_migrations, visits
from claims.storage.versions import note_all

APPLICATION = "counterclaim"
"""Marks a database as this program's, in every row of `schema_migrations`."""

Migration = Callable[[Connection], None]


def m0001_first_tables(connection: Connection) -> None:
    """Create the tables of the first version."""
    metadata.create_all(connection)


def m0002_corrections(connection: Connection) -> None:
    """Make room for what people correct: the table of corrections, and the review of pairs and disputes."""
    metadata.create_all(connection, tables=[corrections])
    for table in ("pairs", "disputes"):
        present = {column["name"] for column in inspect(connection).get_columns(table)}
        if "review" not in present:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN review VARCHAR(16)"))


def m0003_visits(connection: Connection) -> None:
    """Make room for the days on which people last looked."""
    metadata.create_all(connection, tables=[visits])


def m0004_versions(connection: Connection) -> None:
    """Make room for authors, languages, versions and near-copies, and compare the articles that are there."""
    metadata.create_all(connection, tables=[article_bands])
    present = {column["name"] for column in inspect(connection).get_columns("articles")}
    for name, kind in (
        ("author", "TEXT"),
        ("language", "VARCHAR(35)"),
        ("url_id", "VARCHAR(64)"),
        ("earlier_id", "VARCHAR(64)"),
    ):
        if name not in present:
            connection.execute(text(f"ALTER TABLE articles ADD COLUMN {name} {kind}"))
    index = next(index for index in articles.indexes if index.name == "ix_articles_url_id")
    index.create(connection, checkfirst=True)
    note_all(connection)


def m0005_nli_scores(connection: Connection) -> None:
    """Make room for what the NLI model gave, so that no pair of texts is scored twice."""
    metadata.create_all(connection, tables=[nli_scores])


def m0006_runner_up(connection: Connection) -> None:
    """Make room for what a denial's words may mean instead of what they were taken for."""
    if "runner_up" not in {column["name"] for column in inspect(connection).get_columns("claims")}:
        connection.execute(text("ALTER TABLE claims ADD COLUMN runner_up TEXT"))


MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables,
    m0002_corrections,
    m0003_visits,
    m0004_versions,
    m0005_nli_scores,
    m0006_runner_up,
)
"""In the order in which they run; a new database gets the present tables at once and runs none of them."""


def missing_migrations(
    connection: Connection, address: str, migrations: Sequence[Migration] = MIGRATIONS
) -> list[Migration] | None:
    """Return what the database still lacks, None for an empty one; refuse a foreign or newer one."""
    recorded = _recorded_names(connection, address)
    if recorded is None:
        return None
    known = [migration.__name__ for migration in migrations]
    if not recorded <= set(known):
        raise StoreError(
            f"The database {address} was made by a newer version of Counterclaim: update the program "
            "or name another database."
        )
    return [migration for migration in migrations if migration.__name__ not in recorded]


def migrate(connection: Connection, address: str, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run what the database lacks and record it; the caller's transaction holds all of it."""
    missing = missing_migrations(connection, address, migrations)
    if missing is None:
        metadata.create_all(connection)
        _record(connection, migrations)
        return
    for migration in missing:
        migration(connection)
        _record(connection, [migration])


def _recorded_names(connection: Connection, address: str) -> set[str] | None:
    inspector = inspect(connection)
    tables = inspector.get_table_names()
    if not tables:
        return None
    if not _is_marked(connection, tables):
        raise StoreError(f"The database {address} holds tables that Counterclaim did not make: name another database.")
    return set(connection.scalars(select(schema_migrations.c.name)))


def _is_marked(connection: Connection, tables: Sequence[str]) -> bool:
    if schema_migrations.name not in tables:
        return False
    columns = {column["name"] for column in inspect(connection).get_columns(schema_migrations.name)}
    if not {"name", "application"} <= columns:
        return False
    return set(connection.scalars(select(schema_migrations.c.application))) == {APPLICATION}


def _record(connection: Connection, migrations: Sequence[Migration]) -> None:
    today = date.today()
    rows = [{"name": m.__name__, "application": APPLICATION, "applied_on": today} for m in migrations]
    connection.execute(insert(schema_migrations), rows)
