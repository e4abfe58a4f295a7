"""Write headlines as sentences are, for the parser and for propositions: "Mayor Denies Theft" is "Mayor denies theft".

The parser takes every word with a capital for a name. The rest of the article says which of them are names. It takes
the place of a dateline for the subject of the sentence behind it, so that it is parsed without.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.extraction.actors import ActorTable
from claims.extraction.language import load_language

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 200
"""Characters of a headline at most."""
FEWEST = 4
"""Words of a headline at least; fewer may be a name."""
SMALL = frozenset(
    "a an the and or but nor as at by for from in into of off on over to up via with vs v than that is not no its ca "
    "wo".split()
)
"""Words that a headline may leave small."""
CAPITALS = 0.85
"""Share of the other words that have a capital."""
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
TITLED = re.compile(r"(?:titled|headlined|headline|reads|read)\W{1,3}([“\"‘][^“”\"\n]{15,200}[”\"’])")
"""What somebody else's headline is quoted with."""
SENTENCE_START = re.compile(r"(?:^|[.!?:…]|\n)[\s“”\"‘’'()\[\]—–-]*$")
CONTRACTION = re.compile(r"(?:n[’']t|[’'](?:ll|re|ve|d|m))$")
DATELINE = re.compile(
    r"^[A-Z][A-Z.’'/ -]{2,40}?(?:, [A-Z][\w.]*(?: [A-Z][\w.]+)?(?: \d{1,2})?(?:, \d{4})?)*"
    r"(?: \([^()\n]{2,40}\))? ?(?:--|[-–—]) (?=[A-Z“\"‘'])",
    re.MULTILINE,
)
"""Where, when and for whom a report was written: "FLINT, Mich., Oct. 4 (UPI) — "."""
OPENING = 600
"""Characters of an article in which a dateline may stand, behind headlines and names. Chosen, not measured."""
INFLECTED = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly")
ENDINGS = {"ies": "y", "ied": "y", "ing": "e"}


@dataclass(frozen=True, slots=True)
class Words:
    """Hold what is known of words that an article writes in its headline alone."""

    common: frozenset[str]
    """Base forms of verbs, adjectives and the like. Nouns are left as the headline has them: towns are among them."""
    given: Container[str]
    """Given names."""

    def is_common(self, word: str) -> bool:
        """Tell whether a word is a form of a base form ("shows", "recruiting", "denied") and no given name."""
        word = CONTRACTION.sub("", word)
        stems = [word[: -len(e)] if e else word for e in INFLECTED if word.endswith(e)]
        stems += [word[: -len(e)] + base for e, base in ENDINGS.items() if word.endswith(e)]
        stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2:-1]]
        known = any(stem in self.common for stem in stems if len(stem) > 1)
        return word in SMALL or (known and word not in self.given)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Hold how an article writes its words where it writes sentences."""

    small: Counter[str]
    capital: Mapping[str, Counter[str]]

    def of(self, word: str, words: Words) -> str:
        """Return a headline's word as a sentence has it."""
        key = word.lower()
        forms = self.capital.get(key, Counter())
        if forms.total() > self.small[key]:
            return forms.most_common(1)[0][0] if word.isupper() and len(word) > 1 else word
        return key if len(key) == len(word) and (self.small[key] or words.is_common(key)) else word


def parse(text: str) -> Doc:
    """Parse an article's text with its headlines in sentence case and no dateline; offsets are those of the text."""
    return load_language()(in_sentence_case(_without_dateline(text), known_words()))


def _without_dateline(text: str) -> str:
    """Return the text with spaces in place of its dateline."""
    found = DATELINE.search(text, 0, OPENING)
    return text if found is None else text[: found.start()] + " " * len(found.group()) + text[found.end() :]


def in_sentence_case(text: str, words: Words) -> str:
    """Return the text with its headlines in sentence case, every character in its place.

    Where the article writes a word elsewhere, it is written so.
    """
    spans = list(_headlines(text))
    if not spans:
        return text
    spelling = _spelling(text, spans)
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], _as_sentence(text[start:stop], spelling, words)]
        end = stop
    return "".join([*pieces, text[end:]])


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are headlines, and the headlines that others quote."""
    start = 0
    for line in text.splitlines(keepends=True):
        if _is_headline(line):
            yield start, start + len(line)
        else:
            quoted = (m for m in TITLED.finditer(line) if _is_headline(m.group(1)))
            yield from ((start + m.start(1), start + m.end(1)) for m in quoted)
        start += len(line)


def _is_headline(line: str) -> bool:
    words = [word for word in WORD.findall(line) if word.lower() not in SMALL]
    if len(words) < FEWEST or len(line) > LONGEST:
        return False
    return bool(sum(word[0].isupper() for word in words) >= CAPITALS * len(words))


def _spelling(text: str, headlines: Sequence[tuple[int, int]]) -> Spelling:
    """Count how words are written outside headlines, and not at the start of a sentence."""
    small, capital = Counter[str](), defaultdict[str, Counter[str]](Counter)
    inside = iter(headlines)
    start, stop = next(inside)
    for match in WORD.finditer(text):
        while stop <= match.start():
            start, stop = next(inside, (len(text), len(text) + 1))
        if match.start() >= start:
            continue
        word = _bare(match.group())
        if word[0].islower():
            small[word.lower()] += 1
        elif not SENTENCE_START.search(text, max(0, match.start() - 12), match.start()):
            capital[word.lower()][word] += 1
    return Spelling(small, capital)


def _bare(word: str) -> str:
    return re.sub(r"[’'][sS]$", "", word)


def _as_sentence(line: str, spelling: Spelling, words: Words) -> str:
    pieces, end = list[str](), 0
    for match in WORD.finditer(line):
        bare = _bare(match.group())
        word = spelling.of(bare, words)
        if SENTENCE_START.search(line, 0, match.start()):
            word = word[:1].upper() + word[1:]
        pieces += [line[end : match.start()], word, match.group()[len(bare) :].lower()]
        end = match.end()
    return "".join([*pieces, line[end:]])


@cache
def known_words() -> Words:
    """Return the words of the parser's own lemmatiser that are no nouns, and the given names of the actor tables."""
    language = load_language()
    common = set(language.Defaults.stop_words)
    if language.has_pipe("lemmatizer"):
        tables = language.get_pipe("lemmatizer").lookups
        for name in ("lemma_index", "lemma_exc"):
            if tables.has_table(name):
                table = tables.get_table(name)
                common.update(*(table.get(kind, ()) for kind in ("verb", "adj", "adv")))
    return Words(frozenset(common), ActorTable.load().genders)
