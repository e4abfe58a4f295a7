"""Turn a content's words into one standalone sentence: subject in, tense right."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.contents import AUXILIARIES, head_of, is_finite, subject_of, trim
from claims.extraction.wording import Namer, Word, finish, inflect, name_pronouns


def render_clause(
    tokens: Sequence[Token], subject: str | None, namer: Namer, speaker: str | None = None, *, past: bool = False
) -> str:
    """Write tokens as a sentence; `subject` fills in for a gerund, an infinitive or a bare verb.

    An infinitive is about the future ("vowed to win"), with `past` about what was ("claimed to be ill"). A noun
    phrase becomes "There was …". `speaker` replaces the first person. Returns "" when nothing is left.
    """
    kept = trim(tokens)
    head = head_of(kept)
    if head is None:
        return ""
    words = [Word(token.text, token) for token in kept]
    if head.pos_ in ("VERB", "AUX"):
        words = _finite(words, head, kept, subject, past=past)
    elif head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in kept):
        words = _existence(words, head)
    return finish(name_pronouns(words, namer, speaker))


def _finite(
    words: list[Word], head: Token, tokens: Sequence[Token], subject: str | None, *, past: bool = False
) -> list[Word]:
    """Give a verb without tense its tense, and a verb without subject its subject."""
    if subject_of(head, tokens) is not None and is_finite(head, tokens):
        return words
    own = subject_of(head, tokens)
    if own is not None:
        return [_tensed(word, head, plural_token(own)) for word in words]
    if subject is None:
        return words
    front = [word for word in words if word.token is None or word.token.tag_ != "TO" or word.token.head != head]
    if is_finite(head, tokens):
        return [Word(subject), *front]
    infinitive = len(front) < len(words)
    if infinitive and head.tag_ == "VBN" and any(t.lower_ == "have" and t.dep_ in AUXILIARIES for t in head.children):
        return [Word(subject), *(Word("had", w.token) if w.token and w.token.lower_ == "have" else w for w in front)]
    if infinitive and past:
        return [Word(subject), *_verb_group(front, head, " and " in subject)]
    if infinitive:
        return [Word(subject), Word("will"), *front]
    if head.tag_ == "VB":
        return words
    plural = " and " in subject
    return [Word(subject), *_verb_group(front, head, plural)]


def _verb_group(words: list[Word], head: Token, plural: bool) -> list[Word]:
    """Put the first verb of a gerund group ("having been taken", "not taking") into the past."""
    group = [
        word
        for word in words
        if word.token is not None
        and (word.token == head or (word.token.head == head and word.token.dep_ in AUXILIARIES))
    ]
    if not group:
        return words
    return [_tensed(word, group[0].token, plural) if word is group[0] else word for word in words]


def _tensed(word: Word, verb: Token | None, plural: bool) -> Word:
    if word.token is None or word.token != verb or word.token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return word
    if word.token.lower_ == "having":
        return Word("had", word.token)
    return Word(inflect(word.token.lemma_, "VBD", plural) or word.text, word.token)


def plural_token(token: Token) -> bool:
    """Tell whether a noun or pronoun, with what is coordinated with it, is plural."""
    return (
        token.tag_ in ("NNS", "NNPS")
        or token.lower_ in ("they", "we", "these", "those")
        or any(child.dep_ == "conj" for child in token.children)
    )


def _existence(words: list[Word], head: Token) -> list[Word]:
    """Turn a noun phrase into "There was …": a denied thing is denied to exist or to have happened."""
    if words[0].token is not None and words[0].token.lower_ in ("any", "all", "the"):
        words = words[1:]
    verb = "were" if plural_token(head) else "was"
    lead = [Word("There"), Word(verb)]
    first = words[0].token if words else None
    if verb == "was" and head.tag_ == "NN" and first is not None and not _has_determiner(first, head):
        lead.append(Word("an" if first.text[:1].lower() in "aeiou" else "a"))
    return [*lead, *words]


def _has_determiner(first: Token, head: Token) -> bool:
    return (
        first.dep_ in ("det", "poss", "nummod")
        or first.tag_ in ("DT", "PRP$", "NNP", "CD")
        or (first == head and not any(child.dep_ == "amod" for child in head.children))
    )
