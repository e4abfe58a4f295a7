"""Find who speaks where somebody relays it: "the agency quoted the minister as saying that X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from claims.extraction.actor_words import OUTLET_NOUNS
from claims.extraction.lexicon import DENIAL_VERBS, HEARSAY
from claims.extraction.syntax import SAYING_PARTICIPLES, SUBJECTS, child, children, subtree_span, token_range
from claims.types import Attribution

CITING = ("quote", "cite")
SPEAKING = SAYING_PARTICIPLES | DENIAL_VERBS | frozenset("tell add warn insist confirm".split())


def with_cited(attribution: Attribution, cue: Token) -> Attribution:
    """Let who is quoted speak beside who quotes him; what a story quotes stays the story's, be it invented or not."""
    cited = _cited(cue) if cue.lemma_.lower() in CITING else None
    verb = next(_speaking(cited, cue), None) if cited is not None else None
    said = child(verb, "ccomp", "dobj") if verb is not None else None
    if cited is None or verb is None or said is None:
        return attribution
    content, who = subtree_span(said), token_range([t for t in cited.subtree if t.i <= cited.i])
    if not any(span.overlaps(content) for span in attribution.content):
        return attribution
    cues = token_range([cue]), token_range([verb])
    return replace(attribution, source=(*attribution.source, who), cue=cues, content=(content,))


def _cited(cue: Token) -> Token | None:
    """Return who is quoted or cited, where neither he nor who cites him is a story."""
    cited, citing = child(cue, "dobj"), child(cue, *SUBJECTS)
    nouns = [t for t in (cited, citing) if t is not None and t.pos_ != "PROPN"]
    return cited if not any(t.lemma_.lower() in HEARSAY - OUTLET_NOUNS for t in nouns) else None


def _speaking(cited: Token, cue: Token) -> Iterator[Token]:
    """Yield the saying of "quoted him as saying", "sources saying that X", "an officer who claimed that X"."""
    for preposition in (*children(cue, "prep"), *children(cited, "prep")):
        if preposition.lower_ == "as":
            yield from (t for t in children(preposition, "pcomp") if t.lemma_.lower() in SPEAKING)
    for verb in children(cited, "acl", "relcl"):
        subject = child(verb, *SUBJECTS)
        if verb.lemma_.lower() in SPEAKING and (verb.tag_ == "VBG" or (subject is not None and subject.tag_ == "WP")):
            yield verb
