"""Tell English from other languages: the program reads English only."""

from __future__ import annotations

from functools import cache
from typing import Any

from claims.errors import LanguageError

LEAST_LETTERS = 100
"""Shorter texts are never refused: a headline may be all names."""
SAMPLE = 3000
"""Characters that are looked at."""
SURE = 0.9
"""Probability from which a text is refused. Of 2,843 English news texts none is, of their first 150 characters none;
the two French ones among them are."""
_ENGLISH = ("en", "pcm")
"""Nigerian Pidgin is what very short English is taken for."""
_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def check_english(place: str, text: str) -> None:
    """Raise LanguageError for a text in another language."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return
    language, probability = _identifier().classify(sample)
    if language not in _ENGLISH and float(probability) >= SURE:
        name = _NAMES.get(language, f"another language ({language})")
        raise LanguageError(f"{place} is in {name} and is left out; only English is read.")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
