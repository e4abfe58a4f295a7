"""Find who disagrees without saying more: "the league disagrees", "…, something the league disputes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.extraction.found import Found
from claims.extraction.lexicon import DENIAL_VERBS, TELLING
from claims.extraction.syntax import child, children, is_quoted, subtree_span, token_range
from claims.types import Attribution

SAYING = TELLING | frozenset("insist maintain contend".split())
"""Verbs with which "otherwise" says the contrary."""
BESIDE = ("prep", "ccomp", "xcomp", "dobj", "advcl", "acomp", "agent", "auxpass", "pcomp")
"""What says with whom or in what somebody disagrees, or something else that is said."""
OPEN = ("i", "we", "you", "who", "that", "which", "it")
"""Subjects that name nobody."""


def find_disagreements(doc: Doc, known: Sequence[Attribution], article_id: str) -> Iterator[Found]:
    """Yield the narrated denials that no known cue covers; what they deny was told before.

    Whether "disagreed with Roe" denies anything, the stance rules say.
    """
    taken = [span for item in known for span in item.cue]
    for verb in doc:
        subject, other = child(verb, "nsubj"), _contradicted(verb)
        words = [verb, other.head] if other is not None else disagreement(verb)
        if not words or subject is None or is_quoted(verb):
            continue
        cue = token_range(words)
        if not any(cue.overlaps(span) for span in taken):
            content = (subtree_span(other, without=children(other, "relcl", "punct", "appos")),) if other else ()
            attribution = Attribution(article_id, (subtree_span(subject),), (cue,), content, 1.0)
            yield Found(attribution, None if other else "denies")


def _contradicted(verb: Token) -> Token | None:
    """Return with whom somebody disagrees: the Roe of "the league disagreed with Roe"."""
    place = next((p for p in children(verb, "prep") if p.lower_ == "with"), None)
    other = child(place, "pobj") if place is not None and verb.lemma_.lower() == "disagree" else None
    return other if other is not None and other.ent_type_ in ("PERSON", "ORG") else None


def disagreement(verb: Token) -> list[Token]:
    """Return the words by which a verb says only that its subject disagrees; empty when it says anything else."""
    subject = child(verb, "nsubj")
    if subject is None or subject.lower_ in OPEN or any(t.tag_ == "MD" for t in children(verb, "aux")):
        return []
    if any(t.lower_ in ("if", "unless", "whether", "until") for t in children(verb, "mark")):
        return []
    lemma, negation = verb.lemma_.lower(), child(verb, "neg")
    if verb.dep_ == "relcl" and verb.head.lower_ == "something" and lemma in DENIAL_VERBS and negation is None:
        return [verb]
    if children(verb, *BESIDE):
        return []
    otherwise = next((t for t in children(verb, "advmod") if t.lower_ == "otherwise" and t.i > verb.i), None)
    if lemma in SAYING and negation is None and otherwise is not None:
        return [verb, otherwise]
    if lemma == "disagree" and negation is None:
        return [verb]
    return [negation, verb] if lemma == "agree" and negation is not None else []
