"""Leave away what a speaker says of his own telling: "I can confirm that X", "it is clear that X", "I think X"."""

from __future__ import annotations

from spacy.tokens import Token

from claims.extraction.contents import head_of
from claims.extraction.syntax import FINITE, child, children
from claims.extraction.wording import FIRST_PLURAL

TELLING = frozenset("assure believe confirm feel guess know promise reckon repeat report say stress tell think".split())
"""Verbs of which the speaker is himself the subject, now: "I thought so" is no longer so."""
MODAL = frozenset("can could do must 'd 'll ’d ’ll will would".split())
WITHHOLDING = frozenset("longer never hardly scarcely".split())
"""Adverbs by which he does not say it: "I will no longer say that X"."""
SURE = frozenset("certain confident convinced positive sure".split())
"""What a speaker is of what he says."""
PLAIN = frozenset("certain clear evident indisputable obvious plain true undeniable".split())
"""What is said of what he says."""
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
UNDOUBTED = ("doubt", "question")


def without_own_telling(piece: list[Token]) -> list[Token]:
    """Cut out the words between which and the clause that they introduce nothing else is said, and "I think" aside."""
    aside = {t for verb in piece if _is_thought_aside(verb) for t in verb.subtree}
    piece = [t for t in piece if t not in aside]
    head = head_of(piece)
    opening = _opening(head) if head is not None else None
    if head is None or opening is None:
        return piece
    subject, clause = opening
    first, last = subject.left_edge.i, clause.left_edge.i
    if clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark":
        last += 1
    verbs = [t for t in (clause, *clause.children) if t.tag_ in FINITE or t.tag_ == "MD"]
    whole = clause in piece and subject in piece and verbs and first < head.i < last
    return [t for t in piece if not first <= t.i < last] if whole else piece


def _is_thought_aside(verb: Token) -> bool:
    """Tell whether a verb is the "think" of "Governor Roe I think set a high standard"."""
    subject = child(verb, "nsubj") if verb.dep_ == "parataxis" and verb.tag_ == "VBP" else None
    alone = all(t.dep_ in ("nsubj", "punct") for t in verb.children)
    return subject is not None and subject.lower_ == "i" and verb.lemma_.lower() in TELLING and alone


def _opening(verb: Token) -> tuple[Token, Token] | None:
    """Return the subject of a verb by which the speaker only opens what he says, and the verb of what he says."""
    subject = child(verb, "nsubj", "expl")
    withheld = children(verb, "neg") or any(t.lower_ in WITHHOLDING for t in children(verb, "advmod"))
    if subject is None or withheld or any(t.lower_ not in MODAL for t in children(verb, "aux")):
        return None
    if subject.lower_ in ("i", *FIRST_PLURAL):
        clause = _told_by(verb)
    else:
        clause = _plain(verb, subject)
    return (subject, clause) if clause is not None and child(clause, *SUBJECTS) is not None else None


def _told_by(verb: Token) -> Token | None:
    """Return the clause of "I think X", "I can tell you X", "I am sure that X"; what was thought once is none."""
    if verb.lemma_ == "be" and verb.tag_ == "VBP":
        minded = next((t for t in children(verb, "acomp") if t.lower_ in SURE), None)
        return (child(minded, "ccomp") or child(verb, "ccomp")) if minded is not None else None
    return child(verb, "ccomp") if verb.lemma_.lower() in TELLING and verb.tag_ in ("VBP", "VB") else None


def _plain(verb: Token, subject: Token) -> Token | None:
    """Return the clause of "it is clear that X", "there is no doubt that X"."""
    if verb.lemma_ not in ("be", "'s", "’s"):
        return None
    if subject.dep_ == "expl" and subject.lower_ == "there":
        doubt = child(verb, "attr")
        no = doubt is not None and doubt.lower_ in UNDOUBTED and any(t.lower_ == "no" for t in doubt.children)
        return (child(doubt, "acl", "ccomp") or child(verb, "ccomp")) if doubt is not None and no else None
    quality = child(verb, "acomp") if subject.lower_ == "it" else None
    if quality is None or quality.lower_ not in PLAIN or children(quality, "neg"):
        return None
    clause = child(verb, "ccomp") or child(quality, "ccomp")
    return clause if clause is not None and clause.left_edge.lower_ == "that" else None
