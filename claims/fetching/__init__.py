"""Fetch pages and feeds from the network, only where a user asked for it and only from public addresses."""

from claims.fetching.articles import fetch_articles, fetch_feed
from claims.fetching.client import Client, Response

__all__ = ["Client", "Response", "fetch_articles", "fetch_feed"]
