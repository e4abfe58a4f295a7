"""Tell who is no source of what is said: who is told it, hears or looks into it, or feels something about it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.extraction.actor_heads import is_first_person
from claims.extraction.contents import head_of, tokens_of
from claims.extraction.lexicon import (
    ACCUSE,
    ACQUITTING,
    CALMING,
    DENIAL_VERBS,
    DENIALS,
    HEARSAY,
    NO_CLAIM,
    PLACES,
    SHELL_NOUNS,
    SHELL_PRONOUNS,
)
from claims.extraction.syntax import SUBJECTS, child, children, objects, subtree_span
from claims.types import Span

HANDLING = frozenset(
    "address assess aware await broach comment consider discuss evaluate examine explore face field follow get handle "
    "hear inspect investigate look monitor probe pursue react receive reply respond review scrutinise scrutinize study "
    "test weigh".split()
)
"""What is done with a claim by whom others make it to or against: "investigates reports that", "faces charges that"."""
LASHING = ("hit", "lash", "laugh", "scoff", "sneer")
"""Verbs with "at" for what is done to what others say."""
STAGES = ("trial", "court", "dock", "custody", "jail", "prison")
"""Where somebody is who is accused: "went on trial accused of theft"."""
ADDRESSING = frozenset(
    "advise alert apprise assure brief give inform notify promise remind reassure send show tell warn".split()
)
"""Verbs whose passive subject is told something."""
AMONG = ("among", "amongst")
READING = frozenset("hear read see view visit watch".split())


def only_receives(doc: Doc, source: Sequence[Span], cue: Token) -> bool:
    """Tell whether none of the words of a source stand for somebody who says what the cue introduces."""
    tokens = tokens_of(doc, source)
    told = _is_told(tokens, cue) or _handles(tokens, cue) or _feels(tokens, cue)
    told = told or any(accused_aside(t) in tokens for t in (cue, *children(cue, "acl"))) or _is_only_prompted(cue)
    return bool(tokens) and (told or bool(_read_in(tokens, cue)))


def what_they_read(doc: Doc, source: Sequence[Span], cue: Token) -> tuple[Span, ...]:
    """Return the page of "those who read the page were told that X", the report of "in a report we read that X"."""
    tokens = tokens_of(doc, source)
    read = [t for t in tokens if t.dep_ == "dobj" and t.head.lemma_.lower() in READING]
    return tuple(subtree_span(t) for t in (*read, *_read_in(tokens, cue)) if t.lemma_.lower() in HEARSAY)


def _read_in(source: Sequence[Token], cue: Token) -> list[Token]:
    """Return the report of "in a report of the port we read that X"."""
    read = cue.lemma_.lower() in READING and any(is_first_person(t) and t.head == cue for t in source)
    places = (t for t in children(cue, "prep") if t.lower_ in PLACES) if read else ()
    return [t for place in places for t in children(place, "pobj") if t.lemma_.lower() in HEARSAY]


def is_answered(noun: Token) -> bool:
    """Tell whether a noun is what somebody denies or plays down, and others say or fear: "played down fears that X"."""
    hit = noun.dep_ == "pobj" and noun.head.lower_ == "at" and noun.head.head.lemma_ in LASHING
    return noun.pos_ == "NOUN" and (hit or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENIAL_VERBS | CALMING))


def drawn_from(denial: Token) -> tuple[Token | None, Token | None]:
    """Return who denies, and what, in "the claim drew a denial from Roe", "the report met with a denial from Roe"."""
    if denial.lemma_.lower() not in DENIALS:
        return None, None
    verb = denial.head.head if denial.dep_ == "pobj" else denial.head
    story = child(verb, *SUBJECTS)
    by = [p for p in (*children(denial, "prep"), *children(verb, "prep")) if p.lower_ == "from" and p.i > denial.i]
    who = child(by[0], "pobj") if by else None
    drawn = story is not None and story.i < verb.i < denial.i and story.lemma_.lower() in SHELL_NOUNS | SHELL_PRONOUNS
    return (who, story) if drawn else (None, None)


def passive_doer(cue: Token) -> Span | None:
    """Return who does it in "the reports were denied by an official"."""
    passive = cue.lemma_.lower() in DENIAL_VERBS | ACCUSE | ACQUITTING and (
        child(cue, "auxpass") is not None or _is_aside(cue)
    )
    agent = child(cue, "agent") if passive or is_told(cue) else None
    doer = child(agent, "pobj") if agent is not None else None
    return subtree_span(doer) if doer is not None else None


def is_told(cue: Token) -> bool:
    """Tell whether a cue is "was told", whose subject hears what its agent says."""
    return cue.tag_ == "VBN" and cue.lemma_.lower() in ADDRESSING and child(cue, "auxpass") is not None


def _is_told(source: Sequence[Token], cue: Token) -> bool:
    return is_told(cue) and child(cue, "nsubjpass") in source


def _is_only_prompted(cue: Token) -> bool:
    """Tell whether a report only made somebody speak: "“I'm alive,” the actor wrote after reports of his death"."""
    prompts = cue.pos_ == "NOUN" and cue.dep_ == "pobj" and cue.head.lower_ in ("after", "amid", "following", "despite")
    return prompts and cue.lemma_.lower() in HEARSAY and child(cue, "poss") is None


def accused_aside(cue: Token) -> Token | None:
    """Return who is accused by a participle beside his name: the Roe of "accused of theft, Roe said …"."""
    if not _is_aside(cue) or cue.lemma_.lower() not in ACCUSE:
        return None
    if cue.dep_ == "acl" and cue.head.lower_ in STAGES and cue.head.dep_ == "pobj":
        return child(cue.head.head.head, *SUBJECTS)  # "went on trial accused of theft"
    return cue.head if cue.dep_ == "acl" else child(cue.head, *SUBJECTS)


def _is_aside(cue: Token) -> bool:
    """Tell whether a cue is such a participle: "accused of theft, Roe said …", "Roe, accused of theft by Lee, …"."""
    return cue.tag_ == "VBN" and cue.dep_ in ("acl", "advcl") and not children(cue, "aux", "auxpass", "nsubj", "dobj")


def _handles(source: Sequence[Token], cue: Token) -> bool:
    """Tell whether the source is the subject of "investigates claims that X", whichever of the words are the cue."""
    handled = (t for word in (cue, *children(cue, "acomp")) for t in objects(word))
    noun = cue if cue.pos_ == "NOUN" else next(filter(_is_claim, handled), None)
    if noun is None or not _is_claim(noun):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.head.dep_ == "agent":  # "was dogged by claims that X"
        return child(verb, "nsubjpass") in source
    if verb.lemma_.lower() not in HANDLING:
        return False
    holder = verb.head if verb.pos_ == "ADJ" else verb
    while not (subjects := children(holder, *SUBJECTS)) and holder.dep_ in ("conj", "xcomp"):
        holder = holder.head
    return any(subject in source for subject in subjects)


def _is_claim(noun: Token) -> bool:
    return noun.lemma_.lower() in SHELL_NOUNS - NO_CLAIM


def _feels(source: Sequence[Token], cue: Token) -> bool:
    """Tell whether the source is the fans of "the news caused grief among fans", where the grief is not the cue."""
    head = head_of(source)
    among = head.head if head is not None and head.dep_ == "pobj" and head.head.lower_ in AMONG else None
    what = cue.head if cue.pos_ == "ADP" else cue
    return among is not None and cue != among and what != among.head
