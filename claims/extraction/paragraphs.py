"""Keep sentences inside their paragraph: the parser alone joins a headline to the line below it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "paragraph_starts"


@Language.component(COMPONENT)  # type: ignore[untyped-decorator]
def start_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence at the first word after a line break."""
    for token in doc[1:]:
        if not token.is_space and "\n" in doc[token.i - 1].text:
            token.is_sent_start = True
    return doc
