"""Keep articles, claims, pairs and disputes in a database: SQLite by default, any other by its URL."""

from claims.storage.connection import DEFAULT_URL
from claims.storage.store import Counts, Store

__all__ = ["DEFAULT_URL", "Counts", "Store"]
