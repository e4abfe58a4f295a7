"""Turn the word patterns of data/stance/frames.csv into regular expressions.

A pattern is a row of items: `word`, `one|or|another`, `<slot>` (a row of slots.csv or a kind of words.csv),
each with `?` when it may be absent; `...` for up to 160 characters of one sentence; `^` and `$` for the ends
of the text; `[` and `]` around the words that are cut away as the frame (without them, the whole match is).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.types import Span

_JOINT = r"""["',…—–-]*\s[\s"'…—–-]*"""
_SPACE = r"""["']?\s["']?"""
"""What stands between the words of a phrase: a quotation may begin there (the "whole thing is rubbish")."""
_OPENING = (
    r"""[\s"'—–-]*"""
    r"""(?:(?:regarding|concerning|as for|as to|with regard to|with respect to)\b[^,.;]{1,120},[\s"']+)?"""
    r"""(?:(?:that|but|and|so|well|look|also|yes|no|still|yet|however|actually|listen|of course|clearly|obviously|"""
    r"""frankly|honestly)\b[\s,"'.]+)?"""
)
_GAP = r"[^.;!?]{0,160}?"
_CLOSING = r"""[\s"'.,!…]*$"""
_SPECIAL = {
    "be": (
        rf"(?:{_JOINT}(?:(?:has|have|had|will|would|may|could)\s)?(?:is|are|was|were|am|be|being|been|remains?|seems?|"
        rf"sounds?|(?:has |have |had )?(?:turned out|turns out|proved|proven|proves)(?:\sto be)?)|'s|'re|'m)"
    ),
    "isnot": (
        rf"(?:{_JOINT}(?:is|are|was|were|am|has|have)(?:n't|\s(?:\w+ly\s|just\s|all\s)?[\"']*(?:not|never))(?:\sbeen)?|"
        r"'(?:s|re|m)\s(?:\w+ly\s|just\s|all\s)?not)"
    ),
    "didnot": (
        rf"(?:{_JOINT}(?:do|does|did|ca|can|could|wo|would|has|have|had)(?:n't|\s[\"']*not|not)|{_JOINT}never|'ve\s(?:not|never))"
    ),
    "have": rf"(?:{_JOINT}(?:has|have|had)|'ve)",
    "adv": (
        rf"(?:{_JOINT}(?:(?!politically)\w+ly|and|just|all|so|very|quite|plain|pure|utter|total|complete|nothing but|"
        r"nothing,? more than|no more than|flat-out|outright|downright|bald-faced|barefaced|"
        r"a|an|the|such|another|one|more|now|also|already|even|still|far|"
        r"as|of|any|real|big|hard|credible|clear|direct|concrete|specific|factual|iota of|shred of|"
        r"grain of|single|piece of|whatsoever)){0,5}"
    ),
    "who": rf"{_JOINT}(?:[\w.'’…-]+\s){{0,4}}?[\w.'’-]+?",
}
_COMMON = frozenset(("it", "that", "he", "i", "there", "what", "no", "not", "the", "a", "to", "we", "claim"))
_KEYS = {"isnot": ("not", "never"), "didnot": ("not", "never")}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Match a frame in a plain text (lower case, straight quotes)."""

    regex: re.Pattern[str]
    anywhere: re.Pattern[str]
    """The same without its anchor to the beginning, where the table asks for it."""
    keys: tuple[str, ...]
    """A text without one of these words cannot match."""

    def find(self, text: str) -> Span | None:
        """Return the frame in the text, or None."""
        return _frame(self.regex.search(text))

    def find_anywhere(self, text: str) -> Span | None:
        """Return the frame in the text wherever it stands, or None."""
        return _frame(self.anywhere.search(text))


def _frame(match: re.Match[str] | None) -> Span | None:
    return None if match is None else Span(*match.span("frame"))


def compile_pattern(pattern: str, slots: Mapping[str, Sequence[str]], *, loose: bool = True) -> Pattern:
    """Compile one pattern, also without its anchor where it is `loose`.

    Raises KeyError for a slot that nobody defines, ValueError for one without a word that must be there.
    """
    items = pattern.split()
    anchored = items[0] == "^"
    body = _body([item for item in items if item != "^"], slots)
    if "[" not in items:
        body = f"(?P<frame>{body})"
    free = r"(?<![\w'])" + body
    regex = re.compile(_anchored(body) if anchored else free)
    return Pattern(regex, re.compile(free) if loose else regex, _keys(items, slots))


def _body(items: Sequence[str], slots: Mapping[str, Sequence[str]]) -> str:
    """Join the items' expressions; the first word of the match has nothing before it to be joined to."""
    body, begun = "", False
    for item in items:
        expression = _expression(item, slots)
        if begun or item in ("[", "]", "..."):
            body += expression
        elif item.endswith("?"):
            body += f"(?:{expression.removesuffix('?').replace(_JOINT, '', 1)}{_JOINT})?"
        else:
            body, begun = body + expression.replace(_JOINT, "", 1), True
    return body


def _anchored(body: str) -> str:
    """Anchor to the beginning; a frame that stands first takes the opening words with it."""
    group = "(?P<frame>"
    if body.startswith(group):
        return f"^{group}{_OPENING}{body.removeprefix(group)}"
    return f"^{_OPENING}{body}"


def _expression(item: str, slots: Mapping[str, Sequence[str]]) -> str:
    fixed = {"[": "(?P<frame>", "]": ")", "...": _GAP, "$": _CLOSING}
    if item in fixed:
        return fixed[item]
    name = item.removesuffix("?")
    expression = _SPECIAL.get(name.strip("<>")) if name.startswith("<") else None
    if expression is None:
        ordered = sorted(_alternatives(name, slots), key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", _SPACE) for word in ordered)
        expression = rf"{_JOINT}(?:{words})(?![\w-])"
    return f"(?:{expression})?" if item.endswith("?") else expression


def _alternatives(name: str, slots: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return slots[name[1:-1]] if name.startswith("<") else name.split("|")


def _keys(items: Sequence[str], slots: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    choices: list[tuple[str, ...]] = []
    for item in items:
        name = item.strip("<>")
        if item in ("^", "$", "[", "]", "...") or item.endswith("?"):
            continue
        if name in _SPECIAL:
            choices.extend([_KEYS[name]] if name in _KEYS else [])
        else:
            choices.append(tuple(dict.fromkeys(word.split()[0] for word in _alternatives(item, slots))))
    if not choices:
        raise ValueError("it has no word that must be there")
    return max(choices, key=_rarity)


def _rarity(words: Sequence[str]) -> tuple[int, int]:
    return (-len(_COMMON.intersection(words)), -len(words))
