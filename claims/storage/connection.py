"""Open a database by its address and run transactions on it, with errors that a user can read."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from claims.errors import StoreError
from claims.storage.migrations import migrate, missing_migrations

_DATA = Path(__file__).resolve().parents[2] / "data"
DEFAULT_URL = f"sqlite:///{_DATA / 'claims.db'}"
"""The store of the checkout: data/claims.db."""

BUSY_SECONDS = 30
"""How long another program's transaction is waited for."""

_EXAMPLES = "sqlite:///claims.db or postgresql+psycopg://user@host/name"


class Database:
    """Hold one engine; several threads may use it at once."""

    def __init__(self, url: str | None = None) -> None:
        """Open the database at `url`, else CLAIMS_DB, else the checkout's own, and bring it up to date."""
        parsed = _parse(url or os.environ.get("CLAIMS_DB") or DEFAULT_URL)
        self.address = shown(parsed)
        self._is_sqlite = parsed.get_backend_name() == "sqlite"
        self._in_memory = self._is_sqlite and parsed.database in (None, "", ":memory:")
        self._lock: AbstractContextManager[object] = threading.RLock() if self._in_memory else nullcontext()
        if parsed.database == str(_DATA / "claims.db"):
            _DATA.mkdir(exist_ok=True)
        self.migrated: tuple[str, ...] = ()
        self._engine = self._make_engine(parsed)
        self._bring_up_to_date()

    def close(self) -> None:
        """Give every connection back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run queries on one state of the database."""
        # SQLite reads one state by itself; elsewhere each query would see what was written meanwhile.
        options = {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ"}
        engine = self._engine.execution_options(**options)
        with self._errors_named(), self._lock, engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run one transaction that writes; an IntegrityError passes through, for the caller to judge."""
        engine = self._engine.execution_options(opening="BEGIN IMMEDIATE")
        with self._errors_named(), self._lock, engine.begin() as connection:
            yield connection

    @contextmanager
    def _errors_named(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise StoreError(self._sentence(error)) from error

    def _sentence(self, error: Exception) -> str:
        words = str(getattr(error, "orig", error)).casefold()
        for sign, sentence in _CAUSES:
            if sign in words:
                return sentence.format(self.address)
        return f"The database {self.address} failed: check that it can be reached, is whole and has room."

    def _make_engine(self, url: URL) -> Engine:
        try:
            if self._in_memory:
                memory = {"check_same_thread": False}
                engine = create_engine(url, poolclass=StaticPool, connect_args=memory)
            else:
                engine = create_engine(url, pool_pre_ping=not self._is_sqlite)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"The database {self.address} needs the Python package {error.name}: install it."
            ) from error
        except (SQLAlchemyError, TypeError, ValueError) as error:
            raise StoreError(
                f"The database address {self.address} cannot be used: write one such as {_EXAMPLES}."
            ) from error
        if self._is_sqlite:
            _listen_for_sqlite(engine)
        elif url.get_backend_name() == "postgresql":
            _listen_for_postgresql(engine)
        return engine

    def _bring_up_to_date(self) -> None:
        try:
            with self.reading() as connection:
                missing = missing_migrations(connection, self.address)
            # Only now is it known to be ours: the journal mode is written into the file.
            if self._is_sqlite and not self._in_memory:
                self._write_ahead()
            if missing is None or missing:
                with self.writing() as connection:
                    migrate(connection, self.address)
            self.migrated = tuple(migration.__name__ for migration in missing or ())
        except StoreError:
            self.close()
            raise

    def _write_ahead(self) -> None:
        engine = self._engine.execution_options(opening="")
        with self._errors_named(), engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")


_BUSY = "The database {} is busy with another program's writing: try again in a moment."
_FULL = "The disc that holds the database {} is full: make room and try again."
_ENDED = "The database {} ended the connection: check that its server runs and try again."
_CAUSES = (
    ("not a database", "The file {} is not a database: name another file or move this one away."),
    ("malformed", "The database {} is damaged: restore a copy or name another file."),
    ("unable to open", "The database {} cannot be opened: check that its folder exists and can be written."),
    ("lock timeout", _BUSY),
    ("no space left", _FULL),
    ("could not extend", _FULL),
    ("file too large", _FULL),
    ("read-only", "The database {} cannot be written: check the permissions of its user."),
    ("terminating connection", _ENDED),
    ("server closed the connection", _ENDED),
    ("connection refused", "The database {} cannot be reached: check that its server runs."),
    ("readonly", "The database {} cannot be written: check the permissions of the file and its folder."),
    ("locked", _BUSY),
    ("full", _FULL),
)
"""Words of the driver and the sentence to say for them, the first that fits."""


def shown(url: URL) -> str:
    """Return the address as messages may show it: no user, no password, no options."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    host = (url.host or "").rpartition("@")[2]
    return f"{url.drivername}://{host}/{url.database or ''}"


def _parse(address: str) -> URL:
    try:
        url = make_url(address)
        url.get_dialect()
    except (ArgumentError, ValueError, ImportError) as error:
        # An address that cannot be taken apart may hold a password anywhere.
        secret = "@" in address or "password" in address.casefold()
        name = "" if secret else f" {address}"
        raise StoreError(f"The database address{name} is not understood: write one such as {_EXAMPLES}.") from error
    return url


def _listen_for_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN comes only before the first change; `begin` below is in time for reading.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # "BEGIN IMMEDIATE" for writing: a transaction that turns from reading to writing later fails
        # without waiting when another one has written meanwhile.
        opening = connection.get_execution_options().get("opening", "BEGIN")
        if opening:
            connection.exec_driver_sql(opening)


def _listen_for_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS * 1000}ms'")
