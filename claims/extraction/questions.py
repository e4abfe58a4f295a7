"""Find questions that the article answers itself with no: "Did the dam burst? No."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from claims.extraction.actors import ArticleActors
from claims.extraction.lexicon import TELLING
from claims.extraction.pronouns import ContentNames
from claims.extraction.syntax import SUBJECTS, child, children, is_quoted
from claims.extraction.wording import Word, finish, inflect, name_pronouns

NO = re.compile(r"(?:no|nope|not true|false|absolutely not|not at all)[.,!—–-]?(?:\s|$)", re.IGNORECASE)
"""How an answer begins that denies what was asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """Hold a question of yes or no that was answered with no."""

    words: list[Token]
    answer: list[Token]
    """The first word of the answer."""
    head: Token
    statement: str
    """What was asked, as a statement."""


def answered_questions(doc: Doc, actors: ArticleActors) -> Iterator[Question]:
    """Yield the questions outside quotations whose next sentence says no."""
    sentences = list(doc.sents)
    for asked, answer in pairwise(sentences):
        words = [t for t in asked if not t.is_space]
        told = [t for t in answer if not t.is_space]
        if not words or not told or words[-1].text != "?" or is_quoted(words[0]) or is_quoted(told[0]):
            continue
        spoken = any(t.lemma_.lower() in TELLING and children(t, *SUBJECTS) for t in told)
        if NO.match(doc.text[told[0].idx : answer.end_char]) and not spoken:
            head = asked.root
            statement = _as_statement(words, head, actors)
            if statement:
                yield Question(words, told[:1], head, statement)


def _as_statement(words: list[Token], head: Token, actors: ArticleActors) -> str:
    """Turn a question round: "Is the dam safe?" becomes "The dam is safe."; "" for one that does not ask so."""
    first, subject = words[0], child(head, *SUBJECTS)
    if first.pos_ not in ("AUX", "VERB") or subject is None or first not in (head, *head.children):
        return ""
    rest = [Word(t.text, t) for t in words[1:] if t.text != "?"]
    names = ContentNames(head.doc, actors, (), words)
    if first.lemma_ == "do" and first != head:
        verb = inflect(head.lemma_, first.tag_) or head.text
        return finish(name_pronouns([Word(verb, head) if w.token == head else w for w in rest], names, None))
    described = [t for t in children(subject, "acl") if t.tag_ == "VBN"]  # where the parser takes "taken" for one
    parted = {t for verb in described if verb.right_edge.i >= words[-2].i for t in verb.subtree}
    last = max((t for t in subject.subtree if t not in parted), key=lambda t: t.i)
    place = next((at for at, word in enumerate(rest) if word.token == last), -1) + 1
    if place == len(rest):
        return ""
    return finish(name_pronouns([*rest[:place], Word(first.lower_, first), *rest[place:]], names, None))
