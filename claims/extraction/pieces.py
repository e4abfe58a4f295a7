"""Cut a content into the sentences that say something by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.contents import OPENERS, head_of, trim
from claims.extraction.expletives import is_expletive
from claims.extraction.lexicon import HEARSAY, SHELL_NOUNS
from claims.extraction.syntax import FINITE, SUBJECTS, children, is_quoted

FEWEST_WORDS = 3
"""Words below which a further sentence of a long quotation ("Never.", "Not at all.") makes no claim of its own."""
PERSONS = ("he", "she", "they")
UNSPECIFIED = frozenset("nobody anybody everybody somebody everyone anyone someone nothing everything".split())
"""Pronouns that take up nothing."""
EXACTLY = ("exactly", "precisely", "just")
"""Words before the first of a question's clause."""
POINTING = frozenset(("it", "this", "that", "these", "those", *PERSONS))
"""Subjects that leave a sentence hanging on the one before."""


def split_sentences(tokens: Sequence[Token], cue: Sequence[Token]) -> list[list[Token]]:
    """Split a content at sentence ends and before a further "that …", leaving out what is too short to say anything."""
    left_out = {token.i for token in cue if token.lemma_.lower() not in HEARSAY}
    pieces: list[list[Token]] = []
    for token in tokens:
        if token.i in left_out:
            continue
        if pieces and pieces[-1][-1].sent == token.sent and not _opens_clause(token, pieces[-1]):
            pieces[-1].append(token)
            continue
        if pieces and len(pieces[-1]) > 1 and pieces[-1][-1].dep_ == "cc":
            pieces[-1].pop()
        pieces.append([token])
    long = [piece for piece in pieces if sum(t.is_alpha for t in piece) >= FEWEST_WORDS]
    verbal = [piece for piece in long if any(t.pos_ in ("VERB", "AUX") for t in piece)]
    return verbal or long[:1] or pieces[:1]


def _opens_clause(token: Token, before: Sequence[Token]) -> bool:
    """Tell whether a further clause of a content begins: "that" behind other words, in "X, and that Y", a quotation.

    In "the plan was good and that it would pass" the second half is told of the first.
    """
    if token.is_quote and token.i and token.nbor(-1).text == ":":
        behind = token.doc[token.i : token.sent.end]
        return all(any(t.tag_ in FINITE for t in half) for half in (before, behind))
    if before[-1].dep_ == "cc" and _is_of_talk(token):
        return True
    if token.lower_ != "that" or token.dep_ != "mark":
        return False
    own = not any(t.pos_ == "PRON" and t.lower_ not in UNSPECIFIED for t in children(token.head, *SUBJECTS))
    listed = before[-1].dep_ == "cc" or before[-1].text == ","
    joined = own and listed and any(t.dep_ in SUBJECTS for t in before)
    return joined or bool(token.i > before[-1].i + 1)


def _is_of_talk(first: Token) -> bool:
    """Tell whether a clause begins of what others say: "the books were sound and the accusation had no basis"."""
    noun = first.head if first.lower_ in ("the", "these", "those") else first
    judged = noun.head.lemma_ in ("be", "have") and noun.head.dep_ == "conj"
    beside = noun.dep_ == "nsubj" and judged and not is_quoted(first)
    return beside and noun != first and noun.lemma_.lower() in SHELL_NOUNS and noun.head.tag_ in FINITE


def hangs(tokens: Sequence[Token], text: str) -> bool:
    """Tell whether a sentence, written out as `text`, still begins with a pronoun that nobody could place."""
    word = _first_word(text)
    first = next((t for t in trim(tokens) if not t.is_punct), None)
    if word not in POINTING or first is None or first.lower_ != word or first.dep_ not in SUBJECTS:
        return False
    return word != "it" or not is_expletive(first)


def takes_up_talk(tokens: Sequence[Token], text: str) -> bool:
    """Tell whether a sentence hangs on what was told, and not on a person: "it was wonderful"."""
    return hangs(tokens, text) and _first_word(text) not in PERSONS


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].lower().split("’")[0].split("'")[0] if text else ""


def asks(tokens: Sequence[Token]) -> bool:
    """Tell whether a content says nothing yet: a question, an order or a free relative ("what he expected")."""
    spoken = [t for t in tokens if not t.is_punct]
    while len(spoken) > 1 and spoken[0].lower_ in EXACTLY:
        spoken = spoken[1:]
    last = next((t for t in reversed(tokens) if t.text not in OPENERS), None)
    if not spoken or last is None or last.text == "?" or (last.i + 1 < len(last.doc) and last.nbor().text == "?"):
        return True
    if len(spoken) == 1:
        return False
    head = head_of(spoken)
    order = head is not None and head.tag_ == "VB" and head.i <= spoken[min(1, len(spoken) - 1)].i
    if order and not children(head, "nsubj", "nsubjpass", "aux"):
        return True
    free = spoken[0].head in spoken or spoken[0].tag_ == "WRB"
    return free and spoken[0].tag_ in ("WP", "WRB", "WDT") and spoken[0].lower_ != "that"
