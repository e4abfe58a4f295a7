"""Say what an actor does with a content: assert, deny, doubt it, or none of these.

1. The cue's words give a role (deny, dismiss, call, doubt, want …) and whether it is negated.
2. The words after the cue's verb and the content give the kind of object (a claim, an offer, a clause …).
3. A frame in the content ("it was a lie that", "the report … is false") decides where the cue asserts.
4. Otherwise the row of data/stance/rules.csv for role, negation and object decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.lexicon import HEARSAY
from claims.extraction.stance_objects import object_kind
from claims.extraction.stance_tables import ROLES, Frame, StanceTables, load_tables, plain, word_set, words_of
from claims.types import Span, Stance

_GOVERNORS = frozenset(("decline", "want"))
_LINKS = word_set("to of from")
_FRAMED = frozenset(("assert", "tell", "state", "suggest", "confirm", "concede", "believe", "unknown"))
_NEGATIONS = word_set("not never no neither nor without hardly nobody nothing none")
_NOT_NEGATING = word_set("only just merely simply")
_NOBODY = re.compile(r"^(?:no one|no-one|nobody|none|neither|no \w+|few)\b")
_BE = word_set("is are was were be been being 's 're")
_BREAKS = frozenset(",;:")
_BARE = word_set(": , in among under of for by from to per via with")
"""A cue of nothing but these says that the content is the source's."""
_ADDRESSEE = re.compile(r"^(?:[\w'-]+\s){1,4}(?=that\s)")
"""Who is told, at the head of the content: "the agency that …"."""
_RELATIVE = re.compile(r"[\w,]\s+(?:that|which|who)[\s\"']*$")
_CONDITION = re.compile(r"(?<!\bthat)\s*(?:if|unless|until)\b")
"""What follows where something is not denied: "it would not happen if the voters slept"."""
_STORIES = HEARSAY | {f"{word}s" for word in HEARSAY} | {"stories"}
"""What promises or threatens only in the words of its author: "a story that promises you will float" says so."""
_GAP = 3
_SPLIT_REACH = 8
_FRAME_REACH = 500
_REACH = 6

_NEGATIVE_CLAUSE = re.compile(
    r"^[\s\"']*+(?:(?:that|but|and|so|well)\s)?(?:"
    r"(?:no|none|nobody|neither|nothing|not once|(?:at|in|on|under|by) no \w+(?= (?:did|do|does|had|has|have)\b))\b"
    r"(?! doubt| question)|"
    r"(?:(?!that\b|which\b|who\b|whom\b|because\b|if\b|when\b|but\b|whether\b)[^\s,;:]++\s){0,12}?"
    r"(?:(?:is|are|was|were|am|do|does|did|has|have|had|will|would|could|should|must|can|\w+'(?:s|re|m|d|ll|ve))\s"
    r"(?:\w+ly\s|also\s|still\s)?[\"']*(?:not|never|no longer|no|nothing|nobody)|"
    r"(?:\w+n't|cannot|never|neither))\b)"
    r"(?! only| just| merely| simply| doubt| question)"
)


@dataclass(frozen=True, slots=True)
class StanceReading:
    """Hold a stance, what decided it, and which words of the content carry it."""

    stance: Stance
    rule: str
    """The name of the frame, or role and object of the row, that decided."""
    frame: Span | None = None
    """In the content: the words to cut away so that the proposition is left; None when the cue carries it.

    What is left may be empty ("that is a lie") or a claim noun ("the report … is false"): then the
    proposition stands elsewhere.
    """
    negated: bool = False
    """The content is itself a negative statement ("no troops crossed") that the source asserts."""


@dataclass(frozen=True, slots=True)
class _Cue:
    role: str
    negated: str
    tail: str
    """The cue's words after its phrase."""


def read_stance(cue: str, content: str, *, source: str = "", sentence: str = "") -> StanceReading:
    """Read the stance of a source from the words of the attribution as they stand in the article."""
    tables = load_tables()
    cue_text, content_text, source_text = plain(cue), plain(content), plain(source)
    framed = _cue_frame(tables, cue_text, source_text)
    if framed is not None:
        return StanceReading(framed.stance, framed.name)
    read = _read_cue(tables, cue_text, source_text)
    if read.role == "unknown" or (read.role == "decline" and content_text.startswith("to ")):
        read = _read_split_cue(tables, cue_text, content_text, source_text) or read
    if read.role in _FRAMED and read.negated == "no":
        found = _content_frame(tables, content_text[:_FRAME_REACH])
        if found is not None:
            return StanceReading(found[0].stance, found[0].name, found[1])
    if read.role == "want" and not _STORIES.isdisjoint(source.split()):  # the Daily Post asks as a person does
        read = _Cue("assert", read.negated, read.tail)
    between = _between(cue, content, sentence)
    kind = object_kind(tables, read.role, plain(f"{read.tail} {between}").strip(), content)
    stance = tables.stance_of(read.role, read.negated, kind)
    said = _ADDRESSEE.sub("", content_text) if read.role == "tell" else content_text
    negated = stance == "asserts" and _NEGATIVE_CLAUSE.match(said) is not None
    rule = f"{read.role}-{kind}" + ("-negated" if read.negated != "no" else "")
    return StanceReading(stance, rule, None, negated)


def _cue_frame(tables: StanceTables, cue: str, source: str) -> Frame | None:
    places = ("both", "cue") if source else ("both", "cue", "author")
    for frame in _candidates(tables, cue):
        if frame.place in places:
            find = frame.pattern.find if frame.place == "cue" else frame.pattern.find_anywhere
            if find(cue) is not None:
                return frame
    return None


def _content_frame(tables: StanceTables, content: str) -> tuple[Frame, Span] | None:
    for frame in _candidates(tables, content):
        if frame.place in ("content", "both"):
            span = frame.pattern.find(content)
            if span is None or _RELATIVE.search(content, 0, span.start) or _CONDITION.match(content, span.end):
                continue
            return frame, _trimmed(content, span)
    return None


def _candidates(tables: StanceTables, text: str) -> list[Frame]:
    found = {frame.order: frame for word in words_of(text) for frame in tables.frames.get(word, ())}
    return [found[order] for order in sorted(found)]


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _read_cue(tables: StanceTables, cue: str, source: str) -> _Cue:
    words = words_of(cue)
    found = list(_phrases(tables, words))
    if not found:
        role = "assert" if _BARE.issuperset(words) else "unknown"
        return _Cue(role, "yes" if _NEGATIONS & set(words) else "no", "")
    start, end, role = _governing(words, found)
    if role == "refused":
        role, negated = found[1][2], "refused"
    else:
        negated = "yes" if _is_negated(words, start) or _NOBODY.match(source) else "no"
    if role == "deny" and _is_passive(words, start, end):
        role = "denied"
    if role == "believe" and _NOBODY.match(source):
        role = "assert"  # what nobody thinks, nobody denies either
    return _Cue(role, negated, " ".join(words[end:]))


def _read_split_cue(tables: StanceTables, cue: str, content: str, source: str) -> _Cue | None:
    """Read a cue whose phrase ends in the content ("waved | the reports away", "refused | to believe")."""
    start = " ".join(content.split()[:_SPLIT_REACH])
    first = next(iter(_phrases(tables, words_of(f"{cue} {start}"))), None)
    if first is None or first[0] >= len(words_of(cue)):
        return None
    read = _read_cue(tables, f"{cue} {start}", source)
    return _Cue(read.role, read.negated, "")


def _phrases(tables: StanceTables, words: list[str]) -> Iterator[tuple[int, int, str]]:
    reached = 0
    for start, word in enumerate(words):
        if start < reached:
            continue
        for phrase in tables.phrases.get(word, ()):
            end = _match_end(words, start + 1, phrase.rest)
            if end is not None:
                reached = end
                yield start, end, phrase.role
                break


def _match_end(words: list[str], at: int, rest: tuple[str, ...]) -> int | None:
    for wanted in rest:
        window = words[at : at + _GAP + 1]
        if wanted not in window:
            return None
        at += window.index(wanted) + 1
    return at


def _governing(words: list[str], found: list[tuple[int, int, str]]) -> tuple[int, int, str]:
    first = found[0]
    if len(found) > 1 and first[2] in _GOVERNORS:
        between = words[first[1] : found[1][0]]
        if not between or _LINKS & set(between) or words[first[1] - 1] in _LINKS:
            refused = first[2] == "decline" and found[1][2] in ("believe", "concede")
            return (found[1][0], found[1][1], "refused") if refused else first
    return min(found, key=lambda match: (ROLES.index(match[2]), words[match[0] - 1] != "to" if match[0] else True))


def _is_negated(words: list[str], start: int) -> bool:
    before = words[max(0, start - _REACH) : start]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _BREAKS:
            return False
        if before[at] in _NEGATIONS:
            return (before[at + 1] if at + 1 < len(before) else "") not in _NOT_NEGATING
    return False


def _is_passive(words: list[str], start: int, end: int) -> bool:
    participle = words[start].endswith("ed") and "by" not in words[end:]
    return participle and not _BE.isdisjoint(words[max(0, start - 3) : start])


def _between(cue: str, content: str, sentence: str) -> str:
    at = sentence.find(content[:40]) if content else -1
    before = sentence.rfind(cue, 0, at) if at > 0 else -1
    if before < 0:
        return ""
    words = sentence[before + len(cue) : at]
    return words if len(words) <= 80 else ""
