"""Find who disagrees without saying more: "the league disagrees", "…, something the league disputes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.extraction.contents import tokens_of
from claims.extraction.found import Found
from claims.extraction.lexicon import DENIAL_VERBS, FALSEHOODS, FIGURES, NAMING, SHELL_NOUNS, TELLING
from claims.extraction.syntax import child, children, is_quoted, subtree_span, token_range
from claims.types import Attribution

SAYING = TELLING | frozenset("insist maintain contend show prove indicate find".split())
"""Verbs with which "otherwise" says the contrary."""
BESIDE = ("prep", "ccomp", "xcomp", "dobj", "advcl", "acomp", "agent", "auxpass", "pcomp")
"""What says with whom or in what somebody disagrees, or something else that is said."""
OPEN = ("i", "we", "you", "who", "that", "which", "it")
"""Subjects that name nobody."""
DISOWNING = frozenset("share accept believe endorse".split())
"""Verbs that, negated behind a view or claim, say that it is not one's own."""
VIEWS = SHELL_NOUNS | frozenset("opinion position stance assessment reading interpretation".split())
OUTRAGEOUS = frozenset("ridiculous absurd preposterous laughable ludicrous".split())
DISPUTED = FIGURES | {"estimate"}
TELLS = frozenset("tell have give offer".split())
CONVINCED = ("sure", "convinced", "persuaded")
UNCONVINCED = ("unconvinced", "sceptical", "skeptical", "doubtful")
VERSIONS = frozenset("story version account tale".split())


@dataclass(frozen=True, slots=True)
class Disowned:
    """Hold the clause by which somebody calls false, behind a noun, what that noun says."""

    verb: Token
    who: Token
    cue: tuple[Token, ...]


def find_disagreements(doc: Doc, known: Sequence[Attribution], article_id: str) -> Iterator[Found]:
    """Yield the narrated denials that no known cue covers; what they deny was told before.

    Whether "disagreed with Roe" denies anything, the stance rules say.
    """
    taken = [span for item in known for span in item.cue]
    for verb in doc:
        disowned = find_disowned(verb)
        subject, other = disowned.who if disowned is not None else child(verb, "nsubj"), _contradicted(verb)
        words: Sequence[Token] = [verb, other.head] if other is not None else disagreement(verb)
        words = disowned.cue if disowned is not None else words
        if not words or subject is None or is_quoted(verb):
            continue
        cue = token_range(words)
        if not any(cue.overlaps(span) for span in taken):
            content = (subtree_span(other, without=children(other, "relcl", "punct", "appos")),) if other else ()
            attribution = Attribution(article_id, (subtree_span(subject),), (cue,), content, 1.0)
            yield Found(attribution, None if other else "doubts" if unsure(verb) else "denies")


def without_disowned(doc: Doc, known: Sequence[Attribution]) -> list[Attribution]:
    """Drop what only tells that somebody disagrees: "that Lee has called baseless", "a different story"."""
    places = [{t.i for t in word.subtree} for verb in doc for word in _only_disagreeing(verb) if not is_quoted(verb)]
    return [item for item in known if not any(_is_within(doc, item, inside) for inside in places)]


def _only_disagreeing(verb: Token) -> list[Token]:
    """Return the heads of the words that say only that somebody disagrees, as "to differ" does behind "begs"."""
    if find_disowned(verb) is not None:
        return [verb]
    if verb.lemma_ == "beg" and child(verb, "neg") is None:
        return [t for t in children(verb, "xcomp") if t.lemma_ == "differ"]
    other = _other_version(verb)
    return [other] if other is not None and disagreement(verb) else []


def _is_within(doc: Doc, item: Attribution, places: set[int]) -> bool:
    content = [t.i for t in tokens_of(doc, item.content)]
    cue = [t.i for t in tokens_of(doc, item.cue)]
    return (bool(content) and places.issuperset(content)) or (bool(cue) and places.issuperset(cue))


def find_disowned(verb: Token) -> Disowned | None:
    """Return who calls false what a noun says: "a charge that Lee has called baseless", "a view Lee does not share"."""
    noun = verb.head.lemma_.lower()
    if verb.dep_ not in ("relcl", "acl") or noun not in VIEWS | DISPUTED | {"something"} or verb.head.i > verb.i:
        return None
    who, negation, lemma = child(verb, "nsubj"), child(verb, "neg"), verb.lemma_.lower()
    agent = next((t for by in children(verb, "agent") for t in children(by, "pobj")), None)
    if lemma in DISOWNING and negation is not None and verb.tag_ in ("VB", "VBN"):
        who = who or agent
        own = [t for t in children(verb, "dobj", "ccomp", "xcomp") if t.lower_ not in ("that", "which")]
        alone = not own and who is not None and who.lower_ not in OPEN
        return Disowned(verb, who, (negation, verb)) if alone and who is not None else None
    if who is None or negation is not None or who.lower_ in OPEN:
        return None
    if noun in DISPUTED and lemma in DENIAL_VERBS and any(t.lower_ == "a" for t in verb.head.lefts):
        return Disowned(verb, who, (verb,))
    label = child(verb, "oprd", "acomp") if lemma in NAMING else None
    label = label or next((t for t in children(verb, "ccomp") if lemma in NAMING and t.pos_ == "ADJ"), None)
    named = label is not None and label.lower_ in FALSEHOODS | OUTRAGEOUS
    return Disowned(verb, who, (verb, label)) if named and label is not None else None


def _contradicted(verb: Token) -> Token | None:
    """Return with whom somebody disagrees: the Roe of "the league disagreed with Roe"."""
    if verb.lemma_.lower() != "disagree":
        return None
    place = next((p for p in children(verb, "prep") if p.lower_ == "with"), None)
    other = child(place, "pobj") if place is not None else None
    return other if other is not None and other.ent_type_ in ("PERSON", "ORG") else None


def disagreement(verb: Token) -> list[Token]:
    """Return the words by which a verb says only that its subject disagrees; empty when it says anything else."""
    subject = child(verb, "nsubj")
    if subject is None or subject.lower_ in OPEN:
        return []
    lemma, negation = verb.lemma_.lower(), child(verb, "neg")
    modal = any(t.tag_ == "MD" for t in children(verb, "aux"))
    other = _other_version(verb) if negation is None else None
    if other is not None and not modal:
        return [verb, other]
    refused = child(verb, "dobj") if lemma == "have" and negation is None else None
    if refused is not None and refused.lower_ == "none" and refused.doc[refused.i : refused.i + 3].text == "none of it":
        return [verb, refused]
    if modal or any(t.lower_ in ("if", "unless", "whether", "until") for t in children(verb, "mark")):
        return []
    if verb.dep_ == "relcl" and verb.head.lower_ == "something" and lemma in DENIAL_VERBS and negation is None:
        return [verb]
    doubtful = unsure(verb)
    if doubtful:
        return doubtful
    if children(verb, *BESIDE):
        return []
    otherwise = next((t for t in children(verb, "advmod") if t.lower_ == "otherwise" and t.i > verb.i), None)
    if lemma in SAYING and negation is None and otherwise is not None:
        return [verb, otherwise]
    if lemma == "disagree" and negation is None:
        return [verb]
    return [negation, verb] if lemma == "agree" and negation is not None else []


def unsure(verb: Token) -> list[Token]:
    """Return the words by which somebody only doubts what was told: "are not so sure", "remain unconvinced"."""
    doubt = child(verb, "acomp") if verb.lemma_ in ("be", "remain") else None
    if (
        doubt is None
        or any(t.is_alpha for t in doubt.doc[doubt.i + 1 : doubt.i + 2])
        or children(doubt, "prep", "ccomp", "xcomp", "conj")
    ):
        return []
    negation = child(verb, "neg")
    if doubt.lower_ in CONVINCED:
        return [negation, doubt] if negation is not None else []
    return [verb, doubt] if doubt.lower_ in UNCONVINCED and negation is None else []


def _other_version(verb: Token) -> Token | None:
    """Return the object of "tells a different story", "has another version", "found no such thing"."""
    told = child(verb, "dobj")
    if told is None:
        return None
    kinds = {t.lower_ for t in told.lefts}
    if verb.lemma_ in ("find", "see") and told.lower_ == "thing" and {"no", "such"} <= kinds:
        return told
    differs = kinds & {"different", "another", "contrary"} or ("conflicting" in kinds and told.tag_ == "NN")
    return told if verb.lemma_ in TELLS and told.lemma_.lower() in VERSIONS and differs else None
