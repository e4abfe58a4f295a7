"""Find the readings whose words only point at what is said elsewhere ("the claims", "it"), and at what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Token

from claims.extraction.antecedents import Candidate, Cosines, Pointer
from claims.extraction.circumstances import LIES
from claims.extraction.contents import head_of, tokens_of
from claims.extraction.lexicon import FALSEHOODS, HEARSAY, NO_CLAIM, SAYINGS, SHELL_NOUNS
from claims.extraction.negation import negation_of
from claims.extraction.pieces import takes_up_talk
from claims.extraction.readings import Reading
from claims.extraction.standing import is_whole
from claims.extraction.syntax import SUBJECTS, child, children, that_clause, whole_text
from claims.folding import WORD
from claims.inference import Encoder

CONTENT_TAGS = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_QUESTION = re.compile(r"(?:what|how|why|who|where|when|whether)\b", re.IGNORECASE)
"""How a content opens that says of what somebody spoke, but not what he said of it."""
ANSWERING = frozenset("respond reply react answer address discuss hear read see verify investigate examine".split())
"""Cues that do not say that what is pointed at is so: "responded to the report"."""
ABOUT = ("about", "on", "regarding", "concerning")
IDENTITY = frozenset(("same", "exact", "very", "whole", "entire", "such", "own"))
"""Adjectives of a pointing phrase that say nothing of the matter: "the exact same rumour"."""
ADMITTING = ("admit", "acknowledge", "concede")
SHAMS = frozenset("hoax fake prank sham stunt".split())
"""What somebody calls a thing that he takes for staged."""
_STAGED = re.compile(r"\b(?:set-?up|staged|a scam|a sham|a stunt|scripted)\b", re.IGNORECASE)
"""How somebody says that what others show is no true thing."""
LONGEST_TITLE = 200
"""Characters of a first line that stands for a title."""
NEIGHBOURS = 3
"""Nearest other claims that tell how central a claim is."""


class Open(NamedTuple):
    """Hold a reading whose words point, with the claims that they may point at."""

    reading: Reading
    pointer: Pointer
    candidates: list[Candidate]
    cosines: Cosines


def find_open(doc: Doc, title: str | None, readings: Sequence[Reading], encoder: Encoder) -> list[Open]:
    """Return the readings whose words only point at what is denied or meant."""
    numbers = _sentence_numbers(doc)
    pointing = [reading for reading in readings if _points(reading)]
    candidates = [_candidate(i, r, numbers) for i, r in enumerate(readings) if pointing and _can_be_pointed_at(r)]
    answers = [r.cue for r in readings if r.stance in ("denies", "doubts") and r.cue not in r.tokens]
    told = {cue.i for cue in answers if cue is not None}
    candidates = [c for c in candidates if c.head_at not in told]
    near = _cosines(doc, pointing, title or _first_line(doc), candidates, encoder)
    found = []
    for reading, cosines in zip(pointing, near, strict=True):
        open_ = [
            i
            for i, c in enumerate(candidates)
            if not _same_words(c, reading)
            and not _both_call_it_sham(c, reading)
            and _may_mean(reading, readings[c.index])
            and not _is_far(c, reading, numbers)
        ]
        others = [candidates[i] for i in open_]
        found.append(Open(reading, _pointer(reading, numbers), others, cosines.of(open_)))
    return found


def _first_line(doc: Doc) -> str:
    return whole_text(doc).strip().split("\n")[0][:LONGEST_TITLE]


def _points(reading: Reading) -> bool:
    draft = reading.draft
    if reading.found.in_turn or (reading.stance == "other" and not reading.declines):
        return False
    if reading.stance == "asserts" and draft.pointer is not None and _is_new(draft.pointer):
        return False
    if reading.stance == "asserts" and reading.rule.startswith("call-"):
        return False
    if reading.stance == "asserts" and reading.cue is not None and _only_speaks_of(reading, reading.cue):
        return False
    return draft.bare or (draft.vague and reading.stance in ("denies", "doubts"))


def _only_speaks_of(reading: Reading, cue: Token) -> bool:
    """Tell whether a cue does not say that what is pointed at is so: "responded to it", "a word about it"."""
    last = tokens_of(cue.doc, reading.found.attribution.cue)[-1]
    return cue.lemma_.lower() in ANSWERING or last.lower_ in ABOUT


def _is_new(noun: Token) -> bool:
    """Tell whether a noun brings something up ("posted an article", "spreads hoaxes") instead of pointing at it."""
    articles = [t for t in noun.children if t.dep_ in ("det", "poss", "predet")]
    several = noun.tag_ == "NNS" and noun.pos_ == "NOUN" and not articles and not children(noun, "amod")
    return several or any(t.lower_ in ("a", "an", "another") for t in articles)


def _cosines(
    doc: Doc, pointing: Sequence[Reading], title: str, candidates: Sequence[Candidate], encoder: Encoder
) -> list[Cosines]:
    """Return for every pointing reading how near the candidates are to it."""
    if not pointing or not candidates:
        none = np.zeros(0, np.float32)
        return [Cosines(none, none, none, none, np.zeros((0, 0), np.float32)) for _ in pointing]
    around = [(_phrase(reading), reading.sentence.of(whole_text(doc))) for reading in pointing]
    rows = encoder.embed([title, *(c.proposition for c in candidates), *(text for pair in around for text in pair)])
    claims = rows[1 : len(candidates) + 1]
    each_other, to_title = claims @ claims.T, claims @ rows[0]
    others = each_other - 2 * np.eye(len(claims), dtype=np.float32)
    nearest = np.sort(others, axis=1)[:, -NEIGHBOURS:]
    central = np.concatenate([np.where(nearest < 0, 0, nearest), to_title[:, None]], axis=1).mean(axis=1)
    near = (rows[len(candidates) + 1 :] @ claims.T).reshape(len(pointing), 2, -1)
    return [Cosines(phrase, sentence, to_title, central, each_other) for phrase, sentence in near]


def _phrase(reading: Reading) -> str:
    return " ".join(token.text for token in _pointing(reading))


def _pointing(reading: Reading) -> list[Token]:
    """Return the words of the pointing phrase that say something: no label ("as idle gossip"), no addressee, no day."""
    noun = reading.draft.pointer
    if noun is None:
        return []
    aside = {t.i for p in noun.children if p.lower_ in ("to", "as") for t in p.subtree}
    return [
        t
        for t in noun.subtree
        if t in reading.tokens and t.i not in aside and t.ent_type_ != "DATE" and t.lower_ not in FALSEHOODS
    ]


def _can_be_pointed_at(reading: Reading) -> bool:
    draft = reading.draft
    said = reading.stance in ("asserts", "denies") or _is_asked(reading)
    if not said or draft.bare or not draft.text or _QUESTION.match(draft.text):
        return False
    if draft.vague and draft.pointer is not None and draft.pointer.pos_ == "PROPN" and draft.pointer.text[0].isupper():
        return False
    if reading.stance == "asserts" and takes_up_talk(reading.tokens, draft.text):
        return False
    fixed = draft.vague or draft.misread or reading.stance != "asserts"
    if not fixed and not is_whole(draft.text, reading.tokens):
        return False
    return not any(_calls_false(token) for token in reading.tokens)


def _is_asked(reading: Reading) -> bool:
    """Tell whether somebody was asked whether it is so: he answers it, and who asks says nothing."""
    asked = reading.cue is not None and reading.cue.lemma_ == "ask" and reading.cue.tag_ == "VBN"
    return asked and bool(reading.tokens) and reading.tokens[0].lower_ in ("whether", "if")


def _may_mean(reading: Reading, told: Reading) -> bool:
    """Tell whether a claim can be what a reading points at: a denial answers what somebody else asserts.

    "The idea is nonsense" may also mean the idea that somebody rejected before. Who published "the story" told what is
    denied, whoever denies it, and no negative statement. A negative one behind a denial says why, and what is told of
    the story ("the story has moved on") is no story.
    """
    noun, head = reading.draft.pointer, head_of(told.tokens)
    if reading.stance == "denies" and head is not None and _says_why(reading, head):
        return False
    if reading.rule == LIES and not _may_have_lied(reading.draft.text, told):
        return False
    if noun is not None and told.stance == "asserts" and _is_of_itself(noun, head):
        return False
    if reading.stance == "asserts" and told.stance == "asserts":
        return head is None or negation_of(head) is None
    if reading.stance == "asserts":
        story = noun is not None and noun.lemma_.lower() in HEARSAY | {"claim"}
        return story and not children(noun, "poss") and told.actors != reading.actors
    if told.stance == "asserts" or told.found.own_voice or not told.actors or _is_asked(told):
        return True
    names_talk = noun is not None and noun.lemma_.lower() in SHELL_NOUNS - NO_CLAIM
    return names_talk and any(t.lemma_.lower() in SAYINGS and that_clause(t) is not None for t in told.tokens)


def _may_have_lied(text: str, told: Reading) -> bool:
    """Tell whether who is said to lie, where he has a name, is among who tells something."""
    words = WORD.findall(text.casefold())
    if words[:1] in (["he"], ["she"], ["they"]):
        return True
    return any(set(words) & set(WORD.findall(actor.name.casefold())) for actor in told.actors)


def _says_why(reading: Reading, told: Token) -> bool:
    """Tell whether a claim is a negative statement in the sentence behind a denial: "a fake. She never said that X"."""
    words = reading.tokens or ((reading.cue,) if reading.cue is not None else ())
    behind = bool(words) and words[-1].sent.end == told.sent.start
    return behind and negation_of(told) is not None


def _is_of_itself(story: Token, head: Token | None) -> bool:
    """Tell whether a clause has the story for its subject: "the story has moved on", where it moves by itself."""
    lemma, subject = story.lemma_.lower(), child(head, *SUBJECTS) if head is not None else None
    return lemma in HEARSAY and subject is not None and subject.lemma_.lower() == lemma


def _is_far(candidate: Candidate, reading: Reading, numbers: dict[int, int]) -> bool:
    """Tell whether a claim stands before the last sentence where somebody confirms "this": it means what came last."""
    words = [t for t in reading.tokens if not t.is_punct]
    this = reading.stance == "asserts" and len(words) == 1 and words[0].lower_ == "this"
    return this and numbers[words[0].i] - candidate.sentence > 1


def _calls_false(token: Token) -> bool:
    """Tell whether a word calls what is told false; in "the fake recall" and "the union lied" none does."""
    if token.lemma_ == "lie" and token.pos_ == "VERB":
        return False
    labels_thing = token.dep_ in ("amod", "compound") and token.head.lemma_.lower() not in HEARSAY
    return token.lemma_.lower() in FALSEHOODS and not labels_thing


def _sentence_numbers(doc: Doc) -> dict[int, int]:
    return {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}


def _candidate(index: int, reading: Reading, numbers: dict[int, int]) -> Candidate:
    attribution = reading.found.attribution
    source = tokens_of(reading.tokens[0].doc, attribution.source)
    who = () if _is_asked(reading) else reading.actors
    return Candidate(
        index,
        numbers[reading.tokens[0].i],
        reading.tokens[0].idx,
        reading.draft.text,
        frozenset(actor.id for actor in who),
        frozenset(
            word
            for actor in who
            for name in (actor.name, *actor.aliases, *actor.part_of)
            for word in name.lower().split()
        ),
        reading.cue.lemma_.lower() if reading.cue is not None else "",
        _head_lemma(source, reading.cue),
        attribution.content,
        _accompanied(reading.cue),
        reading.cue.i if reading.cue is not None else None,
        _head_place(reading.tokens),
    )


def _head_place(tokens: Sequence[Token]) -> int | None:
    head = head_of(tokens)
    return int(head.i) if head is not None else None


def _accompanied(cue: Token | None) -> int | None:
    accompanies = cue is not None and cue.tag_ == "VBG" and cue.dep_ in ("advcl", "acl", "conj")
    return int(cue.head.i) if cue is not None and accompanies else None


def _head_lemma(tokens: Sequence[Token], cue: Token | None) -> str:
    """Return the lemma of a source's head; of what it stands for where it is the "that" of "a story that says"."""
    if len(tokens) == 1 and tokens[0].tag_ in ("WDT", "WP") and cue is not None and cue.dep_ == "relcl":
        return str(cue.head.lemma_.lower())
    inside = {token.i for token in tokens}
    return next((token.lemma_.lower() for token in tokens if token.head.i not in inside), "")


def _same_words(candidate: Candidate, reading: Reading) -> bool:
    """Tell whether the claim is made of the pointing words themselves, all of them, or tells of the denial itself."""
    mine = reading.found.attribution
    tells_of_it = any(span.start <= cue.start < span.end for cue in mine.cue for span in candidate.content)
    return tells_of_it or (bool(mine.content) and candidate.content == mine.content)


def _both_call_it_sham(candidate: Candidate, reading: Reading) -> bool:
    """Tell whether who says that it was staged is joined by who calls it a hoax: they agree."""
    cue = tokens_of(reading.cue.doc, reading.found.attribution.cue) if reading.cue is not None else []
    called = any(t.lemma_.lower() in SHAMS for t in (*cue, *reading.tokens))
    return called and _STAGED.search(candidate.proposition) is not None


def _pointer(reading: Reading, numbers: dict[int, int]) -> Pointer:
    tokens = reading.tokens or ((reading.cue,) if reading.cue is not None else ())
    noun = reading.draft.pointer
    named = [t for t in reading.tokens if t.pos_ == "PROPN" or t.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]
    said = [t for t in _pointing(reading) if t.pos_ in CONTENT_TAGS and t != noun and not t.is_stop]
    words = frozenset(t.lower_ for t in said if t.lower_ not in IDENTITY)
    owners = [t for t in named if t.dep_ in ("poss", "amod", "compound", "pobj") and t.head in (noun, *_by(noun))]
    return Pointer(
        numbers[tokens[0].i] if tokens else 0,
        tokens[0].idx if tokens else 0,
        noun,
        words,
        frozenset(actor.id for actor in reading.actors),
        frozenset(t.lower_ for t in owners),
        reading.cue.i if reading.cue is not None else None,
        reading.found.own_voice,
        reading.found.passing,
        reading.stance == "doubts",
        reading.draft.bare,
        _means_story(reading),
        reading.rule.startswith("retract") or _admits(reading),
    )


def _admits(reading: Reading) -> bool:
    """Tell whether somebody takes back what he said himself: "later admitted that he did not"."""
    return reading.cue is not None and reading.cue.lemma_.lower() in ADMITTING


def _means_story(reading: Reading) -> bool:
    """Tell whether the words mean a story as a whole: "the report", or "it" where that is called a hoax."""
    noun = reading.draft.pointer
    if noun is not None and noun.lemma_.lower() in HEARSAY | FALSEHOODS:
        return True
    doc = reading.cue.doc if reading.cue is not None else None
    cue = tokens_of(doc, reading.found.attribution.cue) if doc is not None else []
    called = any(t.lemma_.lower() in FALSEHOODS for t in (*cue, *reading.tokens))
    return called and (noun is None or noun.pos_ == "PRON")


def _by(noun: Token | None) -> list[Token]:
    """Return the prepositions behind a pointing noun that name who says it: "reports by Roe", "claims of Roe"."""
    if noun is None:
        return []
    says = noun.lemma_.lower() in SAYINGS
    return [t for t in noun.children if t.lower_ == "by" or (says and t.lower_ == "of")]
