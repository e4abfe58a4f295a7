"""Read files, pages and tables into articles."""

from claims.reading.days import parse_day
from claims.reading.files import read_articles, read_bytes, read_pasted

__all__ = ["parse_day", "read_articles", "read_bytes", "read_pasted"]
