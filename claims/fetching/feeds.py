"""Read the links out of feeds and site maps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from claims.errors import InputError
from claims.fetching.bodies import GZIP, inflated
from claims.reading import parse_day
from claims.reading.decoding import decode_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_UNPACKED_BYTES = 10_000_000
"""Of a packed site map; unpacked ones are held to the same by the limits of the client."""
MOST_TITLE_CHARACTERS = 500

_ROOTS = ("rss", "feed", "RDF", "urlset", "sitemapindex")
_ENTRIES = ("item", "entry", "url", "sitemap")
_DAYS = ("pubDate", "published", "issued", "date", "publication_date")
"""Elements with the day of publication. Not `updated` and `lastmod`: a day of change is no day of publication."""
_CHANGES = ("lastmod", "updated", *_DAYS)
_TITLES = ("title",)
_XML_NAMES = ("amp", "lt", "gt", "quot", "apos")
_REFERENCE = re.compile(r"&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Link:
    """Hold one entry of a feed or site map."""

    url: str
    title: str | None = None
    published_on: date | None = None
    """None when the entry does not say; the day of a change never stands in for it."""
    changed_on: date | None = None
    """The latest day that the entry gives, for taking the newest first."""
    is_map: bool = False
    """True when it leads to another site map, not to a page."""


def read_feed(name: str, data: bytes) -> list[Link]:
    """Return the entries of an RSS or Atom feed or of a site map; raises InputError where it is none.

    Declared entities are refused, never fetched or expanded; relative links are completed by `name`, the feed's own
    address.
    """
    if data.startswith(GZIP):
        data = inflated([data], MOST_UNPACKED_BYTES, name)
    root = _root(name, data)
    found = {link.url: link for link in _links(name, root)}
    if not found and _local(root) not in _ROOTS:
        raise InputError(f"{name} is no feed; give the address of an RSS or Atom feed or a site map.")
    return list(found.values())


def _root(name: str, data: bytes) -> Element:
    """Return the parsed feed, once more after mending what is commonly wrong in feeds."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        try:
            root: Element = fromstring(data)
        except (ParseError, LookupError, UnicodeError):
            root = fromstring(_mended(name, data))
    except DefusedXmlException as error:
        raise InputError(f"{name} is no feed that is read: it declares entities; give another one.") from error
    except (ParseError, ValueError, InputError) as error:
        raise InputError(f"{name} is no feed; give the address of an RSS or Atom feed or a site map.") from error
    return root


def _mended(name: str, data: bytes) -> str:
    """Return the text with names of HTML spelled out, lone ampersands escaped and impossible characters left out."""
    text = decode_text(name, data, declares_encoding=True)
    return _NO_XML.sub("", _REFERENCE.sub(_reference, _DECLARATION.sub("", text))).lstrip()


def _reference(match: re.Match[str]) -> str:
    number, word = match[1], match[2]
    if number or word in _XML_NAMES:
        return match[0]
    meant = html5.get(f"{word};") if word else None
    return "".join(f"&#{ord(character)};" for character in meant) if meant else "&amp;" + match[0][1:]


def _links(name: str, root: Element) -> Iterator[Link]:
    for entry in root.iter():
        kind = _local(entry)
        if kind in _ENTRIES:
            address = _address(entry)
            url = urljoin(name, address) if address else ""
            if url.startswith(("http://", "https://")):
                days = [_day(each) for each in _texts(entry, _CHANGES)]
                yield Link(
                    url.partition("#")[0],
                    next((" ".join(each.split())[:MOST_TITLE_CHARACTERS] for each in _texts(entry, _TITLES)), None),
                    next(filter(None, map(_day, _texts(entry, _DAYS))), None),
                    max(filter(None, days), default=None),
                    kind == "sitemap",
                )


def _address(entry: Element) -> str | None:
    """Return the link of an entry: the text of its `link` or `loc`, else that of an Atom link to the page itself."""
    for child in entry:
        name, text = _local(child), (child.text or "").strip()
        if name in ("link", "loc") and text:
            return text
        if name == "link" and child.get("rel", "alternate") == "alternate" and child.get("href"):
            return child.get("href", "").strip()
        if name == "guid" and child.get("isPermaLink", "true") == "true" and text.startswith("http"):
            permanent = text
            return next((each for each in _texts(entry, ("link",))), permanent)
    return None


def _texts(entry: Element, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what the named elements of an entry hold, those of a `news` element included, in the order of names."""
    inner = [each for child in entry for each in (child, *(child if _local(child) == "news" else ()))]
    for name in names:
        for element in inner:
            text = "".join(element.itertext()).strip() if _local(element) == name else ""
            if text:
                yield text


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except ValueError:
        return None


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
