"""Read the links out of feeds and site maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from claims.errors import InputError

MOST_LINKS = 1000
"""Links taken of one feed or site map, the first ones."""


@dataclass(frozen=True, slots=True)
class Link:
    """Hold one entry of a feed."""

    url: str
    title: str | None = None
    published_on: date | None = None


def read_feed(name: str, data: bytes) -> list[Link]:
    """Return the entries of an RSS or Atom feed or of a site map; raises InputError where it is none.

    Entities are never fetched or expanded; relative links are completed by `name`, the feed's own address.
    """
    found = list(_site_map(name, data)) or list(_entries(name, data))
    if not found:
        raise InputError(f"{name} is no feed with entries; give the address of an RSS or Atom feed or a site map.")
    return list({link.url: link for link in found[:MOST_LINKS]}.values())


def _entries(name: str, data: bytes) -> Iterator[Link]:
    import feedparser  # type: ignore[import-untyped]

    for entry in feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False).entries:
        link = entry.get("link")
        if link:
            stated = entry.get("published_parsed") or entry.get("updated_parsed")
            day = date(*stated[:3]) if stated else None
            yield Link(urljoin(name, link), " ".join(entry.get("title", "").split()) or None, day)


def _site_map(name: str, data: bytes) -> Iterator[Link]:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return
    if root.tag.rpartition("}")[2] != "urlset":
        return
    for entry in root:
        fields = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in entry}
        if fields.get("loc"):
            yield Link(urljoin(name, fields["loc"]))
