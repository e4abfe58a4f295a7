"""Read what kind of sentence a proposition is, and choose the one that stands over a dispute."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.folding import fold
from claims.types import Claim

SHORTEST, LONGEST = 4, 28
"""Words of a proposition that reads well on one line of a table."""
_FRAGMENT = re.compile(r"^(?:that|whether|if|to|of|it|he|she|they|this|these|those|such|and|but|or)\b", re.IGNORECASE)
_WITHOUT_SUBJECT = re.compile(
    r"^(?:was|were|is|are|has|have|had|did|does|do|will|would|could|should|can)\b", re.IGNORECASE
)
"""A sentence that lost its subject ("Was shot at.")."""
_EXISTENCE = re.compile(r"^There (?:is|was|are|were|will be)\b")
_ADDRESS = re.compile(r"\b(?:I|[Mm]e|[Ww]e|us)\b(?!\.)")
"""Words whose meaning stays with who speaks; "US" in capitals is none of them, "you" is often anybody."""
_BARE = re.compile(r"^There (?:is|was|are|were)(?: \S+){1,3}$")
"""A thing that is said to be, and nothing about it: nearly everything about the thing entails it."""
_FALSEHOOD = re.compile(
    r"\b(?:hoax\w*|fake[sd]?|fabricat\w+|debunk\w*|untrue|satir\w+|false(?:ly)?|prank|baseless|bogus|lie[sd]?"
    r"|no (?:truth|evidence|proof|basis|indication)|not true|denie[sd]|den(?:y|ying))\b",
    re.IGNORECASE,
)
"""Words by which a proposition speaks of a report instead of making it; an NLI model reads past them."""
_PLAINLY_NOT = re.compile(
    r"^[^,;]*\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could)(?:n[’']t| not| never)\b", re.IGNORECASE
)
"""A negation at the verb, before the first comma."""
_PRESCRIBES = re.compile(r"\b(?:should|must|ought to|need to|needs to)\b")
_NEGATIVE = re.compile(r"\b(?:not|no|never|nobody|none|nothing|neither|cannot)\b|n[’']t\b", re.IGNORECASE)


_BESIDE = re.compile(
    r"""\s*\([^()]*\)
    | (?<=[^\W\d_]),\ (?:the|an?|who|which|whose)\b[^,]*,(?=\ (?:is|are|was|were|has|have|had|will|would|did|does)\b)
    | ,?\ (?:at\ the\ age\ of|aged)\ \d+\b,?
    | (?<=[^\W\d_]),\ \d{1,3},(?=\ )
    """,
    re.VERBOSE,
)
"""Brackets, appositions before the verb, and ages: said beside the matter, and not what is denied."""


def core(text: str) -> str:
    """Return a proposition without what it says beside its matter: who somebody is, how old, words in brackets."""
    return _BESIDE.sub("", text).strip()


def is_sentence(text: str) -> bool:
    """Tell whether the text can stand alone: a capital or figure first, no pronoun, of moderate length."""
    words = fold(text).split()
    opens_well = text[:1].isupper() or text[:1].isdigit()
    return opens_well and SHORTEST <= len(words) <= LONGEST and not _FRAGMENT.match(text)


def stands_alone(text: str) -> bool:
    """Tell whether the text says the same outside its article: no pronoun opens it, it says something."""
    return not (points(text) or _BARE.match(text))


def points(text: str) -> bool:
    """Tell whether the text opens with a pronoun, or speaks as or to somebody."""
    return bool(_FRAGMENT.match(text) or _WITHOUT_SUBJECT.match(text) or _ADDRESS.search(text))


def only_exists(text: str) -> bool:
    """Tell whether the text says of a thing that there is one: "There was a sexual assault."."""
    return bool(_EXISTENCE.match(text))


def is_negative(text: str) -> bool:
    """Tell whether a word of the text negates."""
    return bool(_NEGATIVE.search(text))


def negates(one: str, other: str) -> bool:
    """Tell whether one of two propositions is negative and the other is not."""
    return is_negative(one) != is_negative(other)


def agrees(asserted: str, denied: str) -> bool:
    """Tell whether who asserts a plainly negative statement agrees with who denies a positive one."""
    return bool(_PLAINLY_NOT.search(asserted)) and not _NEGATIVE.search(denied)


def prescribes(text: str) -> bool:
    """Tell whether the text says what should be, which says of no fact that it is one."""
    return bool(_PRESCRIBES.search(text))


def choose_statement(claims: Iterable[Claim]) -> str:
    """Choose the best-reading of equivalent propositions: stated, whole, of the asserting side."""
    return max(claims, key=_reads).proposition


def _reads(claim: Claim) -> tuple[bool, bool, bool, bool]:
    return (
        claim.resolution != "unresolved",
        is_sentence(claim.proposition),
        claim.stance == "asserts",
        claim.resolution == "stated",
    )


def disbelieves(one: str, other: str) -> bool:
    """Tell whether `one` calls false what `other` merely says: it holds the words, but does not say them."""
    return bool(_FALSEHOOD.search(one)) and not _FALSEHOOD.search(other)
