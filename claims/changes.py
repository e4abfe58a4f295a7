"""Tell what changed between two versions of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"'”’»)\]]*(?=\s|$)|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a sentence that only one of two versions has."""

    change: Literal["added", "removed"]
    text: str


def changes(before: str, after: str) -> list[Passage]:
    """Return the sentences that were removed and added, in the order of the text."""
    return list(_changed(_SENTENCE.findall(before), _SENTENCE.findall(after)))


def _changed(before: list[str], after: list[str]) -> Iterator[Passage]:
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (Passage("removed", sentence) for sentence in before[a:b])
            yield from (Passage("added", sentence) for sentence in after[c:d])
