"""Tag an article's words as source, cue or content: paragraphs packed into windows, tags joined to spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.inference import Tagger, Tags
from claims.types import Span

WINDOW_PIECES = 190
"""Word pieces a window may hold; the shipped tagger was trained on paragraphs packed up to this many."""
PIECES_PER_WORD = 1.25
"""Estimate that spares a second run of the tokenizer (measured on PolNeAR dev: 1.19 pieces a word)."""
_WORD = re.compile(r"\w+|[^\w\s]")
ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Hold a stretch of text that the tagger gave one role."""

    span: Span
    role: str
    """Source, Cue or Content."""
    confidence: float
    """Mean probability of the role over its word pieces."""


def tag_roles(text: str, tagger: Tagger) -> list[RoleSpan]:
    """Return the sources, cues and contents of a text in order of their first character."""
    windows = list(pack_windows(text))
    tags = tagger.tag([window.of(text) for window in windows])
    found = [
        role_span
        for window, window_tags in zip(windows, tags, strict=True)
        for role_span in join_tags(text, window.start, window_tags)
    ]
    return sorted(found, key=lambda item: item.span)


def pack_windows(text: str, limit: int = WINDOW_PIECES) -> Iterator[Span]:
    """Yield stretches of whole paragraphs of about `limit` word pieces; only a longer paragraph is cut."""
    start = end = None
    held = 0.0
    for piece in _pieces(text, limit):
        size = _estimated_pieces(piece.of(text))
        if start is not None and held + size > limit:
            yield Span(start, end or start)
            start, held = None, 0.0
        start = piece.start if start is None else start
        end = piece.end
        held += size
    if start is not None:
        yield Span(start, end or start)


def _pieces(text: str, limit: int) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        paragraph = Span(match.start(), match.end())
        if _estimated_pieces(paragraph.of(text)) <= limit:
            yield paragraph
        else:
            yield from _cut_paragraph(text, paragraph, limit)


def _cut_paragraph(text: str, paragraph: Span, limit: int) -> Iterator[Span]:
    """Cut at the last sentence end before the limit, else at a word."""
    start, held, last_end = paragraph.start, 0, None
    for match in _WORD.finditer(text, paragraph.start, paragraph.end):
        held += 1
        if match.group() in ".!?":
            last_end = match.end()
        if held * PIECES_PER_WORD >= limit:
            cut = last_end if last_end and last_end > start else match.end()
            yield Span(start, cut)
            held = len(_WORD.findall(text, cut, match.end()))
            start, last_end = cut, None
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _estimated_pieces(text: str) -> float:
    return PIECES_PER_WORD * len(_WORD.findall(text))


def join_tags(text: str, offset: int, tags: Tags) -> list[RoleSpan]:
    """Join the word pieces' tags of one window into spans; a word takes the tag of its first piece."""
    best = [tags.labels[i] for i in tags.probabilities.argmax(axis=1)] if len(tags.offsets) else []
    spans: list[RoleSpan] = []
    run: list[int] = []
    role = ""
    for index, label in enumerate([*best, "O"]):
        if 0 < index < len(best) and _continues_word(text, offset, tags, index):
            run += [index] if run else []
            continue
        prefix, _, name = label.partition("-")
        if run and (name != role or prefix == "B" or _begins_line(text, offset, tags, index)):
            spans.append(_role_span(text, offset, tags, run, role))
            run = []
        if name:
            role = name
            run.append(index)
    return spans


def _continues_word(text: str, offset: int, tags: Tags, index: int) -> bool:
    start, before = int(tags.offsets[index][0]), int(tags.offsets[index - 1][1])
    return start == before and text[offset + start].isalnum() and text[offset + start - 1].isalnum()


def _begins_line(text: str, offset: int, tags: Tags, index: int) -> bool:
    """Tell whether a line break stands before the piece; no span of PolNeAR crosses one."""
    before, start = int(tags.offsets[index - 1][1]), int(tags.offsets[index][0])
    return "\n" in text[offset + before : offset + start]


def _role_span(text: str, offset: int, tags: Tags, run: Sequence[int], role: str) -> RoleSpan:
    start = offset + int(tags.offsets[run[0]][0])
    end = offset + int(tags.offsets[run[-1]][1])
    columns = [i for i, label in enumerate(tags.labels) if label.endswith(role)]
    confidence = float(tags.probabilities[run][:, columns].sum(axis=1).mean())
    return RoleSpan(_whole_words(text, start, end), role, confidence)


def _whole_words(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
