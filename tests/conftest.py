"""Offer stores to every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.storage import Store


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
