"""Keep sentences inside their paragraph (the parser joins a headline to the line below it) and within a length."""

from __future__ import annotations

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "paragraph_starts"
LONGEST_SENTENCE = 200
"""Tokens after which a sentence begins where no mark has ended one; the longest of PolNeAR dev has 96. What looks
through a sentence for each of its words takes time by the square of its length: 20,000 characters took 75 s."""


@Language.component(COMPONENT)  # type: ignore[untyped-decorator]
def start_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence at the first word after a line break, and where one has gone on for too long."""
    starts = np.zeros((len(doc), 1), dtype=np.uint64)
    start = 0
    for token in doc[1:]:
        before = doc[token.i - 1].text
        if not token.is_space and ("\n" in before or token.i - start >= LONGEST_SENTENCE):
            starts[token.i] = 1
            start = token.i
        elif before in (".", "!", "?"):
            start = token.i
    # All at once: setting is_sent_start looks through the whole text each time.
    return doc.from_array([SENT_START], starts) if starts.any() else doc
