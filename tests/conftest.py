"""Offer stores to every test."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from claims.storage import Store
from tests.postgresql import MISSING, is_installed, running_server

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the address of a PostgreSQL server, or skip where there is none."""
    if not is_installed():
        pytest.skip(MISSING)
    with running_server() as address:
        yield address


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty schema of its own."""
    address: str = request.getfixturevalue("postgresql")
    name = f"test_{next(_numbers)}"
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{address}?options=-csearch_path%3D{name}"


@pytest.fixture
def store() -> Iterator[Store]:
    """Give an empty store in memory."""
    with Store("sqlite://") as opened:
        yield opened


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    """Give the address of a database file that is not there yet."""
    return f"sqlite:///{tmp_path / 'claims.db'}"


@pytest.fixture
def file_store(file_url: str) -> Iterator[Store]:
    """Give an empty store in a file."""
    with Store(file_url) as opened:
        yield opened
