"""Score predicted attributions against articles annotated in PolNeAR's manner.

Words of each role are counted as sets. Whole attributions are linked one to one in text order: half of the
shorter content shared, source and cue touching wherever gold has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claims.errors import InputError
from claims.evaluation.figures import Figures, Finding, Report, Score, summarise
from claims.evaluation.gold import gold_article
from claims.evaluation.rows import Row
from claims.types import Article, Claim, Span

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
FIELDS = ("id", "text", "attributions")
SHARED_PART = 0.5
"""Share of the shorter content that a linked attribution must share."""

Spans = tuple[Span, ...]
Extract = Callable[[Article], Sequence[Claim]]


class Roles(NamedTuple):
    """Hold the spans of one attribution, gold or predicted."""

    source: Spans
    cue: Spans
    content: Spans


def attribution_report(rows: Iterable[Row], extract: Extract) -> Report:
    """Measure what `extract` finds in each annotated article."""
    words: dict[Role, list[Score]] = {role: [] for role in ROLES}
    linked: list[Score] = []
    for row in rows:
        article, gold = _gold_of(row)
        predicted = _distinct(extract(article))
        for role in ROLES:
            words[role].append(score_words(article.text, role, gold, predicted))
        linked.append(score_links(row["id"], article.text, gold, predicted))
    figures: Figures = {"documents": len(linked)}
    figures |= {role: summarise(scores) for role, scores in words.items()}
    figures["linked"] = summarise(linked)
    return Report(
        figures,
        tuple(finding for score in linked for finding in score.missed),
        tuple(finding for score in linked for finding in score.wrong),
    )


def score_words(text: str, role: Role, gold: Sequence[Roles], predicted: Sequence[Roles]) -> Score:
    """Count the words of one role: those that any attribution of the article gives it."""
    starts = [match.start() for match in re.finditer(r"\w+", text)]
    wanted, given = (
        {start for start in starts if start in characters}
        for characters in (_characters(chosen, role) for chosen in (gold, predicted))
    )
    right = len(wanted & given)
    return Score(len(given), right, len(wanted), right)


def score_links(doc: str, text: str, gold: Sequence[Roles], predicted: Sequence[Roles]) -> Score:
    """Count the gold attributions that have a predicted one of their own with all three roles touching."""
    wanted = [roles for roles in gold if roles.content]
    free = list(predicted)
    missed: list[Roles] = []
    for roles in wanted:
        match = next((other for other in free if _link(roles, other)), None)
        if match is None:
            missed.append(roles)
        else:
            free.remove(match)
    right = len(wanted) - len(missed)
    return Score(
        len(predicted),
        right,
        len(wanted),
        right,
        tuple(_finding(doc, text, roles) for roles in missed),
        tuple(_finding(doc, text, roles) for roles in free),
    )


def _gold_of(row: Row) -> tuple[Article, list[Roles]]:
    try:
        article = gold_article(row, row["id"])
        gold = [
            Roles(*(tuple(Span(*span) for span in marked[role]) for role in ROLES)) for marked in row["attributions"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"Article {row['id']!r} is not in PolNeAR's JSON format ({error!r}); see the README."
        ) from error
    return article, gold


def _distinct(claims: Iterable[Claim]) -> list[Roles]:
    """Merge the claims that were made from one attribution."""
    attributions = (claim.attribution for claim in claims)
    return list(dict.fromkeys(Roles(each.source, each.cue, each.content) for each in attributions))


def _characters(attributions: Iterable[Roles], role: Role) -> set[int]:
    return set(_positions(span for roles in attributions for span in getattr(roles, role)))


def _positions(spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from range(span.start, span.end)


def _link(gold: Roles, predicted: Roles) -> bool:
    wanted, given = set(_positions(gold.content)), set(_positions(predicted.content))
    shared = len(wanted & given)
    enough = shared > 0 and shared >= SHARED_PART * min(len(wanted), len(given))
    return enough and _touch(gold.source, predicted.source) and _touch(gold.cue, predicted.cue)


def _touch(gold: Spans, predicted: Spans) -> bool:
    return not gold or any(one.overlaps(other) for one in gold for other in predicted)


def _finding(doc: str, text: str, roles: Roles) -> Finding:
    detail = " · ".join(f"{role}: {_words(getattr(roles, role), text)}" for role in ROLES)
    return Finding(doc, "attribution", _surroundings(text, roles), detail)


def _words(spans: Spans, text: str) -> str:
    return " … ".join(span.of(text) for span in spans) or "—"


def _surroundings(text: str, roles: Roles) -> str:
    """Return the line or lines of the text that hold the attribution."""
    spans = roles.source + roles.cue + roles.content
    if not spans:
        return ""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    line_end = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if line_end < 0 else line_end]
