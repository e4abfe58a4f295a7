"""Give "’s" and "’re" the lemma and part of speech that the shipped model gives only to "'s" and "'re"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "contractions"
LEMMAS = {"’s": "be", "’re": "be", "’m": "be", "’ve": "have", "’ll": "will"}
VERBAL = ("VBZ", "VBP", "VBD", "MD")


@Language.component(COMPONENT)  # type: ignore[untyped-decorator]
def name_contractions(doc: Doc) -> Doc:
    """Set the lemma and part of speech of verbs that a curly apostrophe opens."""
    for token in doc:
        lemma = LEMMAS.get(token.lower_)
        if lemma is not None and token.tag_ in VERBAL:
            perfect = token.lower_ == "’s" and token.dep_ == "aux" and token.head.tag_ == "VBN"
            token.lemma_ = "have" if perfect else lemma
            token.pos_ = "AUX"
    return doc
