"""Find who speaks in interviews and transcripts: paragraphs that begin with the speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from claims.extraction.syntax import whole_text
from claims.extraction.wording import FIRST_PLURAL, FIRST_SINGULAR
from claims.types import Attribution, Span

_LABEL = re.compile(
    r"^[ \t\"“]*(?:\(\((?P<marked>[^()\n]{1,60})\)\)|(?P<plain>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):)[ \t]+(?=\S)",
    re.M,
)
FEWEST_TURNS = 3
"""Times that two labels together must begin a paragraph before plain ones ("ROE: …") are speakers and not headings."""
FEWEST_WORDS = 3
"""Words below which a sentence of a turn ("No.", "Not really.") says nothing by itself."""
OPENING = ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON")
"""What a source that names somebody begins with: "our doctor", "two keepers"."""
ABOUT = frozenset("PERSON ORG GPE NORP LOC FAC EVENT PRODUCT LAW WORK_OF_ART PERCENT MONEY QUANTITY".split())
"""Names and figures that say what a sentence is about."""
CERTAIN = 0.9
"""Confidence of an attribution made from a label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold what one speaker says until the next one does."""

    label: Span
    """The speaker's name or initials, without marks."""
    words: Span


def find_turns(text: str) -> list[Turn]:
    """Return the turns of a transcript in order; none where labels do not take turns.

    Marked labels ("((Roe))") always count; plain ones ("Roe: …") where at least two take turns, or behind a question
    that has a marked one. A paragraph that asks ends the turn: the answer is another's, labelled or not.
    """
    matches = list(_LABEL.finditer(text))
    plain = Counter(match["plain"] for match in matches if match["plain"])
    marked = any(match["marked"] for match in matches)
    repeated = {label for label, count in plain.items() if count > 1}
    spoken = len(repeated) > 1 and sum(plain[label] for label in repeated) > FEWEST_TURNS
    labels = [
        match
        for match in matches
        if match["marked"] or (spoken and match["plain"] in repeated) or (marked and _asks(text[: match.start()]))
    ]
    several = len({match["marked"] or match["plain"] for match in labels}) > 1
    return [
        Turn(_name(match), _words(text, match.end(), following.start() if following and several else None))
        for match, following in zip_longest(labels, labels[1:])
        if match is not None
    ]


def _asks(before: str) -> bool:
    return before.rstrip().endswith("?")


def _name(match: re.Match[str]) -> Span:
    return Span(*match.span("marked" if match["marked"] else "plain"))


def _words(text: str, start: int, following: int | None) -> Span:
    """Return what is said from `start` to the next label; to the end of a paragraph that asks or has none behind it."""
    line = text.find("\n", start)
    line = len(text) if line < 0 else line
    return Span(start, line if following is None or _asks(text[start:line]) else following)


def signed(known: Sequence[Attribution], turns: Sequence[Turn], doc: Doc) -> list[Attribution]:
    """Give what a speaker says of himself ("I think that …") his label; leave out what nobody named says in a turn.

    The turn itself covers what is left out. Beside the turns "I" and "we" are nobody whom the transcript names.
    """
    found = []
    for item in known:
        turn = next((turn for turn in turns if _stands_in(item, turn)), None)
        if turn is None:
            unnamed = bool(turns) and any(_is_first_person(span, whole_text(doc)) for span in item.source)
            found += [] if unnamed else [item]
        elif any(span.overlaps(turn.label) or _is_first_person(span, whole_text(doc)) for span in item.source):
            found.append(replace(item, source=(turn.label,)))
        elif any(_names(doc, span) for span in item.source):
            found.append(item)
    return found


def _is_first_person(source: Span, text: str) -> bool:
    return source.of(text).lower() in FIRST_SINGULAR | FIRST_PLURAL.keys()


def _names(doc: Doc, source: Span) -> bool:
    """Tell whether a source says who it is: a noun or name that opens it, no "she" or "you"."""
    tokens = doc.char_span(source.start, source.end, alignment_mode="expand")
    opening = tokens[0] if tokens is not None else None
    return opening is not None and opening.pos_ in OPENING and tokens.root.pos_ in ("NOUN", "PROPN")


def is_told_of(token: Token) -> bool:
    """Tell whether a word names what a sentence is about, so that it does not hang on the question before it."""
    return token.pos_ == "PROPN" or token.ent_type_ in ABOUT


def of_turns(doc: Doc, article_id: str, turns: Sequence[Turn], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield for every turn the sentences in which no attribution of its own stands."""
    cues = [span.start for item in known for span in item.cue]
    for turn in turns:
        tokens = doc.char_span(turn.words.start, turn.words.end, alignment_mode="contract")
        sentences = [Span(s.start_char, s.end_char) for s in tokens.sents] if tokens is not None else []
        content = [
            Span(max(s.start, turn.words.start), min(s.end, turn.words.end))
            for s in sentences
            if not any(s.start <= cue < s.end for cue in cues) and len(s.of(whole_text(doc)).split()) >= FEWEST_WORDS
        ]
        if content:
            yield Attribution(article_id, (turn.label,), (), tuple(content), CERTAIN)


def _stands_in(attribution: Attribution, turn: Turn) -> bool:
    return any(turn.words.overlaps(span) for span in attribution.content or attribution.cue)
