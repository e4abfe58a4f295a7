"""Compare words whatever their case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
"""A word with the marks inside it: “U.S”, “well-known”."""


def fold(text: str) -> str:
    """Return the words of `text` in one case without accents and punctuation, for equality tests."""
    if text.isascii():
        return " ".join(WORD.findall(text.lower()))
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(WORD.findall(plain.casefold()))
