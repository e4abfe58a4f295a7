"""Compare the words and the names of propositions without a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.actor_tables import ActorTable
from claims.folding import WORD, fold

_POSSESSIVE = re.compile(r"['’]s?$")
_STEM = 5
"""Letters that a name and its adjective share ("Chechnya", "Chechen")."""
_NOUN_ENDINGS = ("s", "ing", "ion", "ment", "ness", "ity", "ance", "ence", "ure")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())


_OPENERS = word_set(
    "a an the this that these those there it its he she they we i you his her their our my no not all any "
    "some many most several few both each every one two three four five six seven eight nine ten in on at "
    "by for from with without of to as if when while after before during since until and or but so what "
    "who how why where is are was were has have had will would could should may might must do does did "
    "only even more less nobody nothing someone something everyone another other such up about over under "
    "between against people"
)
"""Words that a sentence opens with in capitals without being a name."""

_VERBS = word_set("is was has had will did does would can could may might took gave said made met fell left")
"""Verbs without -ed that follow a one-word subject."""
_COMMON_NAMES = word_set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday president minister prime government ministry parliament "
    "congress senate court house state states united department mr mrs ms dr general secretary police "
    "army party republic north south east west northern southern eastern western european union american "
    "english news twitter facebook internet christmas god"
)
"""Names found in reports of every kind: sharing them says nothing about the event."""


@dataclass(frozen=True, slots=True)
class Names:
    """Hold what a sentence names: countries as "=" and one name however they are called, others by word."""

    all: frozenset[str]
    sure: frozenset[str]
    """Without a word that may have its capital only from opening the sentence."""


@lru_cache(maxsize=65536)
def names_of(text: str) -> Names:
    """Read the names of a sentence off its capitals and the actor tables."""
    table = ActorTable.load()
    found: set[str] = set()
    sure: set[str] = set()
    for run in _runs(text):
        things = _country_of(table, run.name)
        if not things:
            things = {thing for word in run.words for thing in _country_of(table, word) or {word}}
        found |= things
        if run.is_sure or table.named(run.name.title()):
            sure |= things
    return Names(frozenset(found) - _COMMON_NAMES, frozenset(sure) - _COMMON_NAMES)


def rare_names(text: str) -> frozenset[str]:
    """Return the names in `text` that point to an event: not those of countries, months or offices."""
    return frozenset(name for name in names_of(text).all if not name.startswith("="))


def shared_names(one: str, other: str) -> frozenset[str]:
    """Return the rare names that both sentences hold, and one of them surely."""
    sure = names_of(one).sure | names_of(other).sure
    return rare_names(one) & rare_names(other) & sure


def have_name_in_common(one: str, other: str) -> bool:
    """Tell whether the sentences name one thing, be it a country."""
    return bool(names_of(one).all & names_of(other).all)


def names_part(one: str, other: str) -> bool:
    """Tell whether each sentence surely names somebody or something that the other does not."""
    ours, theirs = names_of(one), names_of(other)
    return _lacks(ours.sure, theirs.all) and _lacks(theirs.sure, ours.all)


@dataclass(frozen=True, slots=True)
class _Run:
    words: tuple[str, ...]
    is_sure: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)


def _runs(text: str) -> Iterator[_Run]:
    """Yield the stretches of capitalised words, folded."""
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if run and (text[run[-1].end() : match.start()].strip() or run[-1].group() != _bare(run[-1])):
            yield _run(text, run)
            run = []
        if _is_capital(match):
            run.append(match)
        elif run:
            yield _run(text, run)
            run = []
    if run:
        yield _run(text, run)


def _run(text: str, matches: list[re.Match[str]]) -> _Run:
    words = tuple(fold(_bare(match)) for match in matches)
    opens = text[: matches[0].start()].rstrip()[-1:] in ("", ".", "!", "?")
    return _Run(words, len(words) > 1 or not opens or _is_subject(text, matches[0]))


def _bare(match: re.Match[str]) -> str:
    return _POSSESSIVE.sub("", match.group())


def _is_capital(match: re.Match[str]) -> bool:
    word = _bare(match)
    return len(word) > 1 and word[0].isupper() and fold(word) not in _OPENERS


def _is_subject(text: str, opening: re.Match[str]) -> bool:
    """Tell whether the word that opens a sentence is its whole subject, as a name is ("Brook was seen")."""
    if opening.group() != _bare(opening):
        return True
    following = WORD.match(text, opening.end() + 1)
    if following is None or opening.group().endswith(_NOUN_ENDINGS):
        return False
    return following.group() in _VERBS or following.group().endswith("ed")


def _country_of(table: ActorTable, name: str) -> set[str]:
    actor = table.named(name.upper() if len(name) <= 3 else name.title())
    if actor is None or actor.kind not in ("country", "body"):
        return set()
    return {"=" + fold((actor.name, *actor.part_of)[-1])}


def _lacks(names: frozenset[str], others: frozenset[str]) -> bool:
    return any(not any(_alike(name, other) for other in others) for name in names)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
