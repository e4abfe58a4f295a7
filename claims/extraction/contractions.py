"""Give "’s" and "’re" the lemma and part of speech that the shipped model gives only to "'s" and "'re".

The "'s" of "Roe's a liar" and "Roe's gone" it takes for a possessive; those stand before a noun without article.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "contractions"
LEMMAS = {"'s": "be", "’s": "be", "’re": "be", "’m": "be", "’ve": "have", "’ll": "will"}
VERBAL = ("VBZ", "VBP", "VBD", "MD")
FEELING = frozenset(
    "thrilled excited pleased delighted honored honoured concerned worried disappointed surprised scared interested "
    "ashamed embarrassed tired bored".split()
)
"""What one is, and has not: "she's thrilled"."""
OWNING = ("'s", "’s")
UNOWNED = frozenset("a an the not been my our your his her their its no never".split())
"""Words before which nothing is owned."""


@Language.component(COMPONENT)  # type: ignore[untyped-decorator]
def name_contractions(doc: Doc) -> Doc:
    """Set the lemma and part of speech of verbs that a curly apostrophe opens."""
    for token in doc:
        if token.lower_ in OWNING and _is_verb(token):
            token.tag_ = "VBZ"
        lemma = LEMMAS.get(token.lower_)
        if lemma is not None and token.tag_ in VERBAL:
            perfect = token.lower_ in OWNING and _is_perfect(token)
            token.lemma_ = "have" if perfect else lemma
            token.pos_ = "AUX"
    return doc


def _is_verb(token: Token) -> bool:
    """Tell whether an "'s" that was taken for a possessive is a verb."""
    if token.tag_ in VERBAL or token.i + 1 >= len(token.doc):
        return False
    return token.dep_ in ("aux", "auxpass") or (token.dep_ == "case" and token.nbor().lower_ in UNOWNED)


def _is_perfect(token: Token) -> bool:
    """Tell whether an "'s" stands for "has"."""
    been = token.i + 1 < len(token.doc) and token.nbor().lower_ in ("been", "got")
    return been or (token.dep_ == "aux" and token.head.tag_ == "VBN" and token.head.lower_ not in FEELING)
