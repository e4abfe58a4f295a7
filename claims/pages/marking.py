"""Show words that came from outside: the one place where text becomes HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import streamlit as st

from claims.citing import web_address
from claims.types import Attribution, Span

ROLES = ("source", "cue", "content")
STYLE = Path(__file__).with_name("style.css")
ICON = Path(__file__).with_name("icon.svg")
WORDMARK = Path(__file__).with_name("wordmark.svg")


@dataclass(frozen=True, slots=True)
class Mark:
    """Give a role to a stretch of shown words; offsets refer to `Words.text`."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Words:
    """Hold a stretch of plain text that is shown isolated from what stands around it."""

    text: str
    kind: str = ""
    """Suffix of a class in style.css; empty for plain words. Never taken from an article."""
    marks: tuple[Mark, ...] = ()
    href: str | None = None
    """Where the words lead; anything but http and https is left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """Put words side by side in a block of their own."""

    words: tuple[Words, ...]
    kind: str = "line"


def line(*words: str | Words, kind: str = "line") -> Line:
    """Make a line from plain strings and words."""
    return Line(tuple(part if isinstance(part, Words) else Words(part) for part in words), kind)


def marks_within(attribution: Attribution, shown: Span) -> tuple[Mark, ...]:
    """Return the marks that fall into the shown stretch, counted from its start."""
    return tuple(_clipped(attribution, shown))


def _clipped(attribution: Attribution, shown: Span) -> Iterator[Mark]:
    for role in ROLES:
        spans: tuple[Span, ...] = getattr(attribution, role)
        for span in spans:
            if span.overlaps(shown):
                start, end = max(span.start, shown.start), min(span.end, shown.end)
                yield Mark(Span(start - shown.start, end - shown.start), role)


def show(*lines: Line, kind: str = "block") -> None:
    """Show lines of outside text: every piece is escaped, marked and isolated here and nowhere else."""
    body = "".join(_line_html(item) for item in lines)
    st.html(f'<div class="{_classes(kind)}">{body}</div>')


def show_error(sentence: str) -> None:
    """Show what went wrong as plain text, whatever names the sentence quotes."""
    show(line(Words("Error: ", "strong"), sentence), kind="error")


def show_note(sentence: str) -> None:
    """Show a remark as plain text."""
    show(line(sentence), kind="note")


def add_style() -> None:
    """Bring the project's own style sheet into the page."""
    st.html(STYLE)


def _line_html(item: Line) -> str:
    return f'<div class="{_classes(item.kind)}">{"".join(map(_words_html, item.words))}</div>'


def _words_html(words: Words) -> str:
    inner = "".join(_pieces(words.text, words.marks))
    address = web_address(words.href)
    if address:
        inner = f'<a href="{_escape(address)}" target="_blank" rel="noopener noreferrer">{inner}</a>'
    return f'<bdi class="{_classes(words.kind or "words")}">{inner}</bdi>'


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    edges = sorted({0, len(text), *_edges(marks, len(text))})
    for start, end in pairwise(edges):
        roles = [mark.role for mark in marks if mark.span.start <= start and end <= mark.span.end]
        yield _marked(text[start:end], [role for role in ROLES if role in roles])


def _edges(marks: Iterable[Mark], length: int) -> Iterator[int]:
    for mark in marks:
        yield min(max(mark.span.start, 0), length)
        yield min(max(mark.span.end, 0), length)


def _marked(text: str, roles: Sequence[str]) -> str:
    if not roles:
        return _escape(text)
    title = " in ".join(reversed(roles))
    return f'<mark class="{_classes(" ".join(roles))}" title="{title}">{_escape(text)}</mark>'


def _classes(kinds: str) -> str:
    return _escape(" ".join(f"cc-{kind}" for kind in kinds.split()))


def _escape(text: str) -> str:
    # A lone surrogate (JSON allows it) cannot travel to the browser.
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"))
