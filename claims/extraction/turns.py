"""Find who speaks in interviews and transcripts: paragraphs that begin with the speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc

from claims.extraction.wording import FIRST_PLURAL, FIRST_SINGULAR
from claims.types import Attribution, Span

_LABEL = re.compile(
    r"^[ \t]*(?:\(\((?P<marked>[^()\n]{1,60})\)\)|(?P<plain>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):)[ \t]+(?=\S)", re.M
)
FEWEST_TURNS = 3
"""Times that two labels together must begin a paragraph before plain ones ("ROE: …") are speakers and not headings."""
FEWEST_WORDS = 3
"""Words below which a sentence of a turn ("No.", "Not really.") says nothing by itself."""
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

    Marked labels ("((Roe))") always count; plain ones ("Roe: …") where at least two take turns.
    """
    matches = list(_LABEL.finditer(text))
    plain = Counter(match["plain"] for match in matches if match["plain"])
    repeated = {label for label, count in plain.items() if count > 1}
    spoken = len(repeated) > 1 and sum(plain[label] for label in repeated) > FEWEST_TURNS
    labels = [match for match in matches if match["marked"] or (spoken and match["plain"] in repeated)]
    several = len({match["marked"] or match["plain"] for match in labels}) > 1
    return [
        Turn(_name(match), _words(text, match.end(), following.start() if following and several else None))
        for match, following in zip_longest(labels, labels[1:])
        if match is not None
    ]


def _name(match: re.Match[str]) -> Span:
    return Span(*match.span("marked" if match["marked"] else "plain"))


def _words(text: str, start: int, following: int | None) -> Span:
    """Return what is said from `start` to the next label; to the end of the paragraph where none follows."""
    end = text.find("\n", start) if following is None else following
    return Span(start, len(text) if end < 0 else end)


def signed(known: Sequence[Attribution], turns: Sequence[Turn], text: str) -> list[Attribution]:
    """Give what a speaker says of himself ("I think that …") his label; leave out what nobody says in a turn.

    The turn itself covers what is left out.
    """
    found = []
    for item in known:
        turn = next((turn for turn in turns if _stands_in(item, turn)), None)
        if turn is not None and any(_is_own(span, turn, text) for span in item.source):
            found.append(replace(item, source=(turn.label,)))
        elif turn is None or item.source:
            found.append(item)
    return found


def _is_own(source: Span, turn: Turn, text: str) -> bool:
    return source.overlaps(turn.label) or source.of(text).lower() in FIRST_SINGULAR | FIRST_PLURAL.keys()


def of_turns(doc: Doc, article_id: str, turns: Sequence[Turn], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield for every turn the sentences in which no attribution of its own stands."""
    cues = [span.start for item in known for span in item.cue]
    for turn in turns:
        tokens = doc.char_span(turn.words.start, turn.words.end, alignment_mode="contract")
        sentences = [Span(s.start_char, s.end_char) for s in tokens.sents] if tokens is not None else []
        content = [
            Span(max(s.start, turn.words.start), min(s.end, turn.words.end))
            for s in sentences
            if not any(s.start <= cue < s.end for cue in cues) and len(s.of(doc.text).split()) >= FEWEST_WORDS
        ]
        if content:
            yield Attribution(article_id, (turn.label,), (), tuple(content), CERTAIN)


def _stands_in(attribution: Attribution, turn: Turn) -> bool:
    return any(turn.words.overlaps(span) for span in attribution.content or attribution.cue)
