"""Tell an "it" that stands for something from one that only holds a place: "it is clear that he left"."""

from __future__ import annotations

from spacy.tokens import Token

from claims.extraction.syntax import child, children

WEATHER = frozenset("rain snow freeze thunder hail".split())
"""Verbs whose "it" is nothing: "it rained"."""
EMPTY_VERBS = frozenset("be seem appear turn take make become feel look".split())
"""Verbs whose "it" is nothing where a clause follows."""
LEADING = frozenset("go have use need continue".split())
"""Verbs that only lead to another: "it is going to be hard"."""
DISPOSED = frozenset(
    "able afraid anxious aware certain confident content determined due eager free glad happy keen open optimistic "
    "mistaken pleased prepared proud ready reluctant responsible set sorry sure unable unaware unwilling willing "
    "wrong".split()
)
"""What somebody is who is to do or knows something: "it is ready to talk" is said of a body."""
STATES = frozenset(
    "talk contact discussion negotiation touch charge breach debt control compliance favour favor possession trouble "
    "crisis pressure investigation siege war fault track course standby alert".split()
)
"""What a body is in, under or at, and no mere event: "it was in talks to buy its rival"."""
RENDERING = ("make", "find", "consider", "think", "deem", "keep")
"""Verbs with an "it" before an adjective for which a clause follows: "makes it dangerous to swim"."""
CLAUSES = ("ccomp", "xcomp", "csubj", "acl")
ADVERBIAL = ("if", "when", "before", "until", "to", "for")
CLEFT = ("that", "who", "for", "to")
"""What opens a clause behind "it was Ana" or "it is time"."""


def is_expletive(it: Token) -> bool:
    """Tell whether an "it" refers to nothing."""
    verb = _what_follows(it.head)
    if it.dep_ == "expl" or verb.lemma_ in WEATHER or _is_found_so(it):
        return True
    if is_disposed(verb) or not (verb.lemma_ in EMPTY_VERBS or verb.lower_ in ("'s", "’s")):
        return False
    named = children(verb, "acomp", "oprd")
    said = [t for word in (verb, *named) for t in children(word, *CLAUSES)]
    said += [t for t in children(verb, "advcl") if t.left_edge.lower_ in ADVERBIAL]
    said += [t for noun in children(verb, "attr") for t in children(noun, "relcl") if t.left_edge.lower_ in CLEFT]
    return any(t.i > it.i for t in said)


def _is_found_so(it: Token) -> bool:
    """Tell whether a clause follows for which the "it" of "makes it dangerous to swim" stands."""
    quality = it.head if it.head.pos_ == "ADJ" else next((t for t in it.head.children if t.dep_ == "oprd"), None)
    if quality is None or quality.i != it.i + 1 or it.i == 0 or it.nbor(-1).lemma_ not in RENDERING:
        return False
    return quality.i + 1 < len(it.doc) and quality.nbor().lower_ in ("to", "for", "that")


def _what_follows(verb: Token) -> Token:
    """Return the "be" of "is going to be", "has to be", "used to be"; any other verb itself."""
    being = child(verb, "xcomp") if verb.lemma_ in LEADING else None
    return being if being is not None and being.lemma_ in EMPTY_VERBS else verb


def is_disposed(verb: Token) -> bool:
    """Tell whether a verb says how somebody is minded, or in what he is: "was ready", "is in talks with Roe"."""
    state = verb.lemma_ == "be" and any(
        t.lemma_.lower() in STATES for place in children(verb, "prep") for t in children(place, "pobj")
    )
    return state or any(t.lower_ in DISPOSED for t in children(verb, "acomp", "oprd"))
