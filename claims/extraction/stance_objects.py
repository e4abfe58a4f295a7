"""Tell what kind of thing a cue is said of: a clause, a claim, an offer, a question."""

from __future__ import annotations

import re

from claims.extraction.stance_tables import StanceTables, plain, word_set, words_of

_QUOTES = "\"'"
_OPEN_QUOTE = re.compile(r"^\s*(?:[\"“‘]|''|'\w)")
_QUESTION_WORDS = word_set("how why what when where who which whom")
_PRONOUNS = word_set("it this that them those these which such both all something so")
_DETERMINERS = word_set("the a an any all some these those this that such his her its their our")
_PERSONS = word_set("him her us me them you")
_NP_BREAKS = word_set("and or of that by from to for about against as over on in who which when whether , : ;")
_AUXILIARIES = word_set(
    "is are was were has have had will would can could did does do may might should must 's 're 'd 'll 've"
)
_VERBS = _AUXILIARIES - {"'s"}
_BEING_SO = word_set("show prove know own possess represent speak depict contain")
"""Infinitives for what is so already: "claims to know", "purports to show"."""
_ING_NOUNS = word_set("nothing anything something everything any meaning wrongdoing being during")
_RECIPIENT = re.compile(r"^(?:[A-Z][\w.'’-]*\s){1,4}(?:the|a|an|any|entry|access|bail)\b")
_JUDGED = frozenset(("dismiss", "denounce", "call"))
_LABELLED = frozenset(("dismiss", "denounce"))
_ANSWERING = frozenset(("deny", "denied", "dismiss", "denounce", "ruleout"))
_CLAIMS = frozenset(("claim", "text", "critic"))
_LABEL = re.compile(r"(?<![\w-])as\s")
_FOR = re.compile(r"(?<![\w-])(?:as\s|for\s(?:not|never|\w+ing|the|his|her|its|their|\"))")
_PLAN = re.compile(r"(?:(?:any|having|its|his|her|their)\s)?(?:plans|intentions?)\s(?:to|of)\b")
"""What somebody denies to intend: a plan that is denied is not one that is turned down."""
_ORDER = re.compile(
    r"(?:(?!(?:that|of|about|is|was|are|were|has|had|have|will|would|can|could|he|she|they|it|we|i|said)\b)"
    r"[\w.'’-]+\s){0,5}?(?:not\s)?(?:to\s\w|against\b)"
)
_SHARE = re.compile(
    r"(?:(?:about|nearly|only|some)\s)?(?:\d+(?:\.\d+)?\s?(?:%|percent|per cent)|a majority|most|half)(?!\w)"
)
"""How many are called something, and not which: "32% of the claims as false"."""
_NOUN_REACH = 9
_CLAUSE_REACH = 14


def object_kind(tables: StanceTables, role: str, before: str, content: str) -> str:
    """Return the kind of object: the words between the cue's verb and the content, then the content."""
    text = f"{before} {plain(content)}".strip(" ,:;")
    if role == "call" and _SHARE.match(text):
        return "share"
    if role in _JUDGED:
        judged = _judgement(tables, role, text, plain(content))
        if judged:
            return judged
    if role in ("judge", "denounce") and _FOR.search(text):
        return "label"
    if content.startswith("If "):
        return "statement"
    if not before and _OPEN_QUOTE.match(content) and role not in _ANSWERING:
        return "quote"
    if role == "deny" and _RECIPIENT.match(content.lstrip("\"'“‘ ")):
        return "recipient"
    if role in ("deny", "denied") and _PLAN.match(text):
        return "thing"
    if role == "tell" and _ORDER.match(text):
        return "order"
    if role in _LABELLED and before.startswith("as "):
        text = plain(content)
    return _kind_of_words(tables, words_of(text.lstrip(_QUOTES + " ")))


def _judgement(tables: StanceTables, role: str, text: str, content: str) -> str | None:
    label = _LABEL.search(text)
    if role in _LABELLED and label is None:
        return None
    start = label.end() if role in _LABELLED and label else 0
    match = tables.falsities.search(text, start)
    if match is not None and match.start() - start < 120:
        kind = str(match.lastgroup)
        words = words_of(text)
        doubted = kind == "unproven" and bool(words) and words[0] in _PRONOUNS
        if kind == "lie" or role in _LABELLED or doubted or _noun_kind(tables, words) in _CLAIMS:
            return kind
    return _labelled(tables, content) if role in _LABELLED else None


def _labelled(tables: StanceTables, text: str) -> str | None:
    return None if _noun_kind(tables, words_of(text)) in _CLAIMS else "label"


def _kind_of_words(tables: StanceTables, words: list[str]) -> str:
    if not words:
        return "none"
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("whether", "if"):
        return "whether"
    if first in _QUESTION_WORDS and second:
        return "question"
    if first == "to" and second in _DETERMINERS:
        return _kind_of_phrase(tables, words[1:])
    if first == "to" or (first == "not" and second == "to"):
        return "clause" if {"have", "be"} & set(words[1:3]) or second in _BEING_SO else "infinitive"
    if first.endswith("ing") and len(first) > 4 and first not in _ING_NOUNS:
        return "gerund"
    if first in _PERSONS and second in _DETERMINERS | {"entry", "access", "bail"}:
        return "recipient"
    return _kind_of_phrase(tables, words)


def _kind_of_phrase(tables: StanceTables, words: list[str]) -> str:
    kind, at = _noun(tables, words)
    if words[0] == "that" and len(words) > 2 and (kind is None or _goes_on(words, at)):
        return "clause"
    if kind == "offer" and at + 1 < len(words) and words[at + 1] in _VERBS:
        return "statement"
    if kind is not None:
        return kind
    if words[0] in _PRONOUNS | {"him", "her"} and (len(words) < 3 or words[1] in _NP_BREAKS):
        return "pronoun" if words[0] in _PRONOUNS else "thing"
    return "statement" if _has_verb(words) else "thing"


def _goes_on(words: list[str], at: int) -> bool:
    """Tell "that the deal existed" from "that deal" and "that deal as a trick"."""
    return words[1] in _DETERMINERS or (at + 1 < len(words) and words[at + 1] not in _NP_BREAKS)


def _noun_kind(tables: StanceTables, words: list[str]) -> str | None:
    return _noun(tables, words)[0]


def _noun(tables: StanceTables, words: list[str]) -> tuple[str | None, int]:
    """Return the kind of the first noun phrase's last known noun, and where that noun stands."""
    found, found_at = None, 0
    for at, word in enumerate(words[:_NOUN_REACH]):
        if at and (word in _NP_BREAKS or word in _VERBS) and (word != "and" or found is not None):
            break
        kind = tables.nouns.get(word)
        if kind is not None and kind not in ("lie", "wrong", "unproven"):
            found, found_at = kind, at
    return found, found_at


def _has_verb(words: list[str]) -> bool:
    for word in words[1:_CLAUSE_REACH]:
        if word in ("who", "which", "that", "when", "whose"):
            return False
        if word in _VERBS:
            return True
    return False
