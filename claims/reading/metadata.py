"""Read what a page states about its article: JSON-LD (schema.org) first, then OpenGraph and the other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from claims.reading.days import parse_day

MOST_CHARACTERS = 1_000_000
"""A longer script is no description of an article."""
MOST_AUTHORS = 10
MOST_DEPTH = 4
"""Levels of @graph and mainEntity that are looked through."""
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$")
_INSIDE = ("@graph", "mainEntity")


@dataclass(frozen=True, slots=True)
class Stated:
    """Hold what a page says of its article; None for each thing that it does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None


def stated(tree: Any) -> Stated:
    """Return what the page states, each thing from the first place that has it."""
    meta = _meta(tree)
    described = _described(tree, meta)
    return Stated(
        title=_words(described.get("headline")) or meta.get("og:title"),
        outlet=_name(described.get("publisher")) or meta.get("og:site_name"),
        author=_names(described.get("author")) or _person(meta.get("article:author")) or _person(meta.get("author")),
        language=_language(described.get("inLanguage"), meta.get("og:locale"), tree.get("lang")),
        url=_address(described.get("url"), described.get("mainEntityOfPage"), meta.get("og:url")),
        published=_day(described.get("datePublished"), meta.get("article:published_time")),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Return the first content of every named meta element that has one."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name, content = element.get("property") or element.get("name"), element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def _described(tree: Any, meta: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the JSON-LD object of the page's article; {} where there is none, or several and none with its address."""
    scripts = (script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json")
    found = [item for script in scripts for item in _articles(_loaded(script))]
    canonical = {
        meta.get("og:url"),
        *(link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"),
    }
    own = (
        found
        if len(found) == 1
        else [item for item in found if _address(item.get("url"), item.get("mainEntityOfPage")) in canonical - {None}]
    )
    return own[0] if own else {}


def _loaded(script: str) -> Any:
    if len(script) > MOST_CHARACTERS:
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict) or depth > MOST_DEPTH:
            continue
        kinds = item.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield item
            continue
        for name in _INSIDE:
            yield from _articles(item.get(name), depth + 1)


def _words(value: Any) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text or None


def _name(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return _words(first.get("name")) if isinstance(first, dict) else _words(first)


def _names(value: Any) -> str | None:
    several: Iterable[Any] = value if isinstance(value, list) else [value]
    names = dict.fromkeys(name for name in map(_person, map(_name, several)) if name)
    return ", ".join(list(names)[:MOST_AUTHORS]) or None


def _person(name: str | None) -> str | None:
    """Return a name that is no address: many pages give a link to the author's profile."""
    return None if name is None or "://" in name else name


def _language(*values: Any) -> str | None:
    for value in values:
        code = _words(value.get("alternateName") if isinstance(value, dict) else value)
        if code and _LANGUAGE.match(code):
            return code.replace("_", "-")
    return None


def _address(*values: Any) -> str | None:
    for value in values:
        address = _words(value.get("@id") if isinstance(value, dict) else value)
        if address and _host(address):
            return address
    return None


def _host(address: str) -> str | None:
    """Return the host of a link to a page; None for anything else."""
    try:
        parts = urlsplit(address)
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def _day(*values: Any) -> str | None:
    for value in values:
        text = _words(value)
        if text is None:
            continue
        try:
            return parse_day(text).isoformat()
        except ValueError:
            continue
    return None
