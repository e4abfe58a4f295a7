"""Tag as a name what the tagger takes for a common noun though the article has it as a person's: "Roe said"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "proper_nouns"


@Language.component(COMPONENT)  # type: ignore[untyped-decorator]
def tag_names(doc: Doc) -> Doc:
    """Set the tag of a capitalised noun that is a person's name elsewhere and never stands in small letters."""
    named = {token.text for token in doc if token.tag_ == "NNP" and token.ent_type_ == "PERSON"}
    small = {token.text for token in doc if token.is_lower}
    for token in doc:
        if token.tag_ == "NN" and token.text in named and token.lower_ not in small and not _stands_before_name(token):
            token.tag_, token.pos_ = "NNP", "PROPN"
    return doc


def _stands_before_name(token: Token) -> bool:
    """Tell whether a noun stands before a name whose title it is: "Mayor Roe"."""
    return bool(token.i + 1 < len(token.doc) and token.dep_ == "compound" and token.nbor().tag_ == "NNP")
