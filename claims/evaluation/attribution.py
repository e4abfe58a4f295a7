"""Score predicted attributions against articles annotated in PolNeAR's manner.

Words of each role are counted as sets. The spans of a role are right by overlap when they share a word with gold's,
exactly when they have the same words, marks left out (as in Citron's evaluation on PARC3). Whole attributions are
linked one to one in text order: half of the shorter content shared, source and cue touching wherever gold has them;
exactly, when all three roles have gold's words. Spans and wholes are also given by the kind of quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from claims.errors import InputError
from claims.evaluation.figures import Figures, Finding, Report, Score, summarise
from claims.evaluation.gold import gold_article
from claims.evaluation.rows import Row
from claims.extraction.readings import quote_kind
from claims.types import Article, Attribution, Quote, Span

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
KINDS: tuple[Quote, ...] = get_args(Quote)
FIELDS = ("id", "text", "attributions")
SHARED_PART = 0.5
"""Share of the shorter content that a linked attribution must share."""

Spans = tuple[Span, ...]
Find = Callable[[Article], Iterable[Attribution]]
Words = frozenset[int]


class Roles(NamedTuple):
    """Hold the spans of one attribution, gold or predicted."""

    source: Spans
    cue: Spans
    content: Spans


class Marked:
    """Hold the attributions of one article, gold and predicted, and count what is right."""

    def __init__(self, doc: str, text: str, gold: Sequence[Roles], predicted: Sequence[Roles]) -> None:
        self.doc, self.text, self.gold, self.predicted = doc, text, gold, predicted
        self._starts = [match.start() for match in re.finditer(r"\w+", text)]
        self.links = list(_links(gold, predicted))

    def words(self, role: Role) -> Score:
        """Count the words of one role: those that any attribution of the article gives it."""
        wanted, given = (
            self._words(span for roles in chosen for span in getattr(roles, role))
            for chosen in (self.gold, self.predicted)
        )
        right = len(wanted & given)
        return Score(len(given), right, len(wanted), right)

    def spans(self, role: Role, kind: Quote | None, *, exact: bool) -> Score:
        """Count the distinct spans of one role in contents of a kind (None: all) that gold, of any kind, has too."""
        wanted, given = (self._distinct(role, kind, chosen) for chosen in (self.gold, self.predicted))
        all_wanted, all_given = (self._distinct(role, None, chosen) for chosen in (self.gold, self.predicted))

        def right(mine: Iterable[Words], others: set[Words]) -> int:
            return sum(each in others if exact else any(each & other for other in others) for each in mine)

        return Score(len(given), right(given, all_wanted), len(wanted), right(wanted, all_given))

    def wholes(self, kind: Quote | None, *, exact: bool) -> Score:
        """Count the attributions with contents of a kind (None: all) that are linked one to one."""
        links = [(gold, found) for gold, found in self.links if not exact or self._same(gold, found)]
        wanted = [roles for roles in self.gold if roles.content and self._is(roles, kind)]
        given = [roles for roles in self.predicted if self._is(roles, kind)]
        found, used = [gold for gold, _ in links], [roles for _, roles in links]
        missed, wrong = _without(wanted, found), _without(given, used)
        return Score(
            len(given),
            len(given) - len(wrong),
            len(wanted),
            len(wanted) - len(missed),
            tuple(_finding(self.doc, self.text, roles) for roles in missed),
            tuple(_finding(self.doc, self.text, roles) for roles in wrong),
        )

    def _words(self, spans: Iterable[Span]) -> Words:
        characters = set(_positions(spans))
        return frozenset(start for start in self._starts if start in characters)

    def _distinct(self, role: Role, kind: Quote | None, chosen: Sequence[Roles]) -> set[Words]:
        found = {self._words(getattr(roles, role)) for roles in chosen if self._is(roles, kind)}
        return found - {frozenset()}

    def _same(self, gold: Roles, predicted: Roles) -> bool:
        return all(self._words(one) == self._words(other) for one, other in zip(gold, predicted, strict=True))

    def _is(self, roles: Roles, kind: Quote | None) -> bool:
        return kind is None or quote_kind(self.text, roles.content) == kind


def attribution_report(rows: Iterable[Row], find: Find) -> Report:
    """Measure what `find` finds in each annotated article; what it gives twice counts once."""
    marked: list[Marked] = []
    for row in rows:
        article, gold = _gold_of(row)
        marked.append(Marked(row["id"], article.text, gold, _distinct(find(article))))
    linked = [each.wholes(None, exact=False) for each in marked]
    figures: Figures = {"documents": len(marked)}
    for role in ROLES:
        figures[role] = summarise([each.words(role) for each in marked]) | _span_figures(marked, role, None)
    figures["linked"] = summarise(linked) | {"exact": summarise([each.wholes(None, exact=True) for each in marked])}
    for kind in KINDS:
        figures[kind] = {role: _span_figures(marked, role, kind) for role in ROLES}
        for name, exact in (("linked", False), ("linked_exact", True)):
            figures[kind][name] = summarise([each.wholes(kind, exact=exact) for each in marked])
    return Report(
        figures,
        tuple(finding for score in linked for finding in score.missed),
        tuple(finding for score in linked for finding in score.wrong),
    )


def _span_figures(marked: Sequence[Marked], role: Role, kind: Quote | None) -> Figures:
    return {
        name: summarise([each.spans(role, kind, exact=exact) for each in marked])
        for name, exact in (("overlap", False), ("exact", True))
    }


def _links(gold: Sequence[Roles], predicted: Sequence[Roles]) -> Iterator[tuple[Roles, Roles]]:
    """Yield gold attributions with a predicted one of their own in which all three roles touch."""
    free = list(predicted)
    for roles in gold:
        match = next((other for other in free if _link(roles, other)), None) if roles.content else None
        if match is not None:
            free.remove(match)
            yield roles, match


def _without(rows: Sequence[Roles], taken: Sequence[Roles]) -> list[Roles]:
    left = list(taken)
    kept = []
    for roles in rows:
        if roles in left:
            left.remove(roles)
        else:
            kept.append(roles)
    return kept


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


def _distinct(attributions: Iterable[Attribution]) -> list[Roles]:
    """Merge what was given more than once, as by the claims that were made from one attribution."""
    return list(dict.fromkeys(Roles(each.source, each.cue, each.content) for each in attributions))


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
