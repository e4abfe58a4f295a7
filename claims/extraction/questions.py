"""Find questions that are answered with no: "Did the dam burst? No.", "“Did you?” he asked. “No,” Roe said."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from claims.extraction.actors import ArticleActors
from claims.extraction.lexicon import TELLING
from claims.extraction.pronouns import ContentNames, spoken_of
from claims.extraction.propositions import Draft
from claims.extraction.readings import Reading
from claims.extraction.syntax import SUBJECTS, child, children, is_quoted, whole_text
from claims.extraction.wording import Word, finish, inflect, name_pronouns
from claims.types import Span

NO = re.compile(r"(?:no|nope|not true|false|absolutely not|not at all)[.,!—–-]?(?:\s|$)", re.IGNORECASE)
"""How an answer begins that denies what was asked."""

BARE_NO = ("plain-no", "not-so", "exclaimed")
"""Rules of an answer that says nothing but no."""
ASKING = 3
"""Sentences before an answer in which its question stands: the parser ends one behind "?" before "a reporter asked"."""
ADDRESSED = ("you", "your")
AGREEING = {"are": "is", "were": "was", "have": "has"}
"""Forms of the verb behind "you" → those behind the name that stands for it."""


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
        if NO.match(whole_text(doc)[told[0].idx : answer.end_char]) and not spoken:
            head = asked.root
            statement = _as_statement(words, head, actors)
            if statement:
                yield Question(words, told[:1], head, statement)


def with_questions(doc: Doc, readings: Sequence[Reading], actors: ArticleActors) -> list[Reading]:
    """Return the readings, those that only say no to a question right before them with what was asked."""
    found = list(readings)
    for place, reading in enumerate(readings):
        if reading.stance == "denies" and reading.rule in BARE_NO and reading.draft.bare and reading.actors:
            asked = _put_to(reading, readings[:place]) or _quoted_before(doc, reading, actors)
            if asked:
                found[place] = replace(reading, draft=Draft(asked))
    return found


def _put_to(answer: Reading, before: Sequence[Reading]) -> str:
    """Return what was asked in "a reporter asked Roe whether the dam leaks" in the sentence before."""
    first = answer.tokens[0].sent.start if answer.tokens else 0
    for reading in reversed(before if first else ()):
        words = [t for t in reading.tokens if not t.is_punct]
        asking = reading.cue is not None and reading.cue.lemma_ == "ask" and reading.actors != answer.actors
        if not asking or not words or words[0].lower_ not in ("if", "whether"):
            continue
        if words[0].sent == words[0].doc[first - 1].sent:
            text = reading.draft.text.removeprefix("If ").removeprefix("Whether ")
            return text[:1].upper() + text[1:]
    return ""


def _quoted_before(doc: Doc, answer: Reading, actors: ArticleActors) -> str:
    """Return what was asked in the last question of the sentences right before an answer."""
    first = answer.tokens[0].sent.start if answer.tokens else 0
    for _ in range(ASKING):
        if first == 0:
            return ""
        sentence = doc[first - 1].sent
        words = [t for t in sentence if not t.is_space and not t.is_quote]
        marks = [t for t in words if t.text == "?"]
        if marks:
            words = words[: words.index(marks[0]) + 1]
            return (
                _as_statement(words, sentence.root, actors, spoken_of(answer.actors)) if sentence.root in words else ""
            )
        if not any(t.lemma_ in ("ask", "shout") for t in words) and any(t.is_alpha for t in words):
            return ""
        first = sentence.start
    return ""


def _as_statement(words: list[Token], head: Token, actors: ArticleActors, you: str | None = None) -> str:
    """Turn a question round: "Is the dam safe?" becomes "The dam is safe."; "" for one that does not ask so.

    `you` is the name of who is asked.
    """
    first, subject = words[0], child(head, *SUBJECTS)
    if first.pos_ not in ("AUX", "VERB") or subject is None or first not in (head, *head.children):
        return ""
    rest = [Word(t.text, t) for t in words[1:] if t.text != "?"]
    known = ContentNames(head.doc, actors, (), words)

    def names(span: Span) -> str | None:
        return you if you and span.of(whole_text(head.doc)).lower() in ADDRESSED else known(span)

    one = bool(you) and subject.lower_ == "you"
    if first.lemma_ == "do" and first != head:
        tag = "VBZ" if one and first.tag_ == "VBP" else first.tag_
        verb = inflect(head.lemma_, tag) or head.text
        return finish(name_pronouns([Word(verb, head) if w.token == head else w for w in rest], names, None))
    described = [t for t in children(subject, "acl") if t.tag_ == "VBN"]  # where the parser takes "taken" for one
    parted = {t for verb in described if verb.right_edge.i >= words[-2].i for t in verb.subtree}
    last = max((t for t in subject.subtree if t not in parted), key=lambda t: t.i)
    place = next((at for at, word in enumerate(rest) if word.token == last), -1) + 1
    if place == len(rest):
        return ""
    auxiliary = AGREEING.get(first.lower_, first.lower_) if one else first.lower_
    return finish(name_pronouns([*rest[:place], Word(auxiliary, first), *rest[place:]], names, None))
