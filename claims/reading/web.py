"""Read saved web pages: the article's text without what surrounds it, and what the page states about it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from claims.errors import InputError
from claims.reading.decoding import decode_text
from claims.reading.fields import Input, article_of, storable
from claims.reading.metadata import stated
from claims.types import Article

MAX_PAGE_BYTES = 20_000_000
"""trafilatura's own limit for a page."""

SHORT_ARTICLE = 100
"""Characters below which trafilatura falls back on all text of the page, run together; its usual 250 is too
much to ask of the two sentences of a denial."""

_PROSE = re.compile(r"(?:\S+[^\S\n]+){4,}\S*[.!?…][\"'”’»)\]]*\s*$", re.MULTILINE)
"""A line of five words or more that ends like a sentence; a list of links has none."""
_DATELINES = (
    ".//*[self::time or @itemprop='datePublished' or contains(@class,'date') or contains(@class,'publish') "
    "or contains(@class,'byline') or contains(@class,'timestamp') or contains(@id,'date')]"
    "[not(ancestor-or-self::footer or ancestor-or-self::nav or ancestor-or-self::aside)]"
    "[not(ancestor-or-self::*[contains(@class,'comment') or contains(@class,'related') or "
    "contains(@class,'copyright') or contains(@class,'update') or contains(@class,'modified')])]"
)
_MAX_DATELINES = 20
_MAX_DATELINE_CHARACTERS = 200


def read_page(input_: Input, data: bytes) -> Iterator[Article]:
    """Read the article of an HTML page, paragraphs parted by blank lines.

    What the page states comes from JSON-LD, then OpenGraph, then what trafilatura and htmldate find.
    A page that states no day has none; the day is never guessed from the text or a copyright line.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(
            f"{input_.name} is too large for a page (over {MAX_PAGE_BYTES // 1_000_000} MB); save its text."
        )
    tree = _tree(decode_text(input_.name, data, declares_encoding=True))
    document = _document(tree)
    text = _paragraphs(document.text or "") if document is not None else ""
    if document is None or not _PROSE.search(text):
        raise InputError(f"{input_.name} has no article in it; open the article's own page and save that.")
    said = stated(tree)
    fields = {
        "text": text,
        "title": said.title or document.title,
        "outlet": said.outlet or document.sitename,
        "url": said.url or document.url,
        "published": said.published or _stated_day(tree),
        "author": said.author or document.author,
        "language": said.language,
    }
    yield article_of(input_, input_.name, fields)


def _tree(text: str) -> Any:
    from trafilatura import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what we say in our own words
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # as UTF-8 bytes: trafilatura would read a str that looks like an address as one
    return load_html(storable(text).encode("utf-8"))


def _document(tree: Any) -> Any:
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    if tree is None:
        return None
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORT_ARTICLE))
    try:
        return bare_extraction(tree, include_comments=False, deduplicate=False, with_metadata=True, config=config)
    except RecursionError:
        return None


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _stated_day(tree: Any) -> str | None:
    """Return the day of the page's head, else that of the first dateline that has one."""
    from lxml import html  # type: ignore[import-untyped]

    head = tree.find(".//head")
    page = html.Element("html")
    if head is not None:
        page.append(_copied(head))
    for script in tree.xpath(".//body//script[@type='application/ld+json']"):
        page.append(_copied(script))
    return _day_of(page) or next(filter(None, map(_dateline_day, tree.xpath(_DATELINES)[:_MAX_DATELINES])), None)


def _copied(element: Any) -> Any:
    from copy import deepcopy

    copy = deepcopy(element)
    copy.tail = None
    return copy


def _dateline_day(element: Any) -> str | None:
    from lxml import html  # type: ignore[import-untyped]

    if len(element.text_content()) > _MAX_DATELINE_CHARACTERS:
        return None
    page = html.Element("html")
    page.append(_copied(element))
    return _day_of(page)


def _day_of(page: Any) -> str | None:
    from htmldate import find_date

    day = find_date(page, extensive_search=False, original_date=True, deferred_url_extractor=True)
    return str(day) if day else None
