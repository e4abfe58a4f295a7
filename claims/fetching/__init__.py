"""Fetch pages and feeds from the network, only where a user asked for it and only from public addresses."""

from claims.fetching.articles import Seen, fetch_articles, fetch_feed
from claims.fetching.client import Client
from claims.fetching.exchange import Limits, Response

__all__ = ["Client", "Limits", "Response", "Seen", "fetch_articles", "fetch_feed"]
