"""Name who speaks where only talk is told of: "rumours", "reports", "Twitter users"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.actor_words import PLATFORMS
from claims.extraction.lexicon import HEARSAY
from claims.extraction.syntax import child, children
from claims.folding import fold
from claims.types import Actor

TALK = {
    "report": "reports",
    "rumor": "rumors",
    "rumour": "rumors",
    "speculation": "speculation",
    "gossip": "gossip",
    "chatter": "chatter",
    "whisper": "whispers",
}
"""Nouns of talk that nobody is named as spreading, and what those who spread it are called."""
DEATH = re.compile(
    r"(?:(?:(?:has|had) )?(?:died|passed away)|(?:is|was|ha[sd] been) (?:found dead|dead|killed))"
    r"(?:\.?$| (?:after|at|by|during|in|last|of|on|overnight|this)\b)"
)
BUZZING = frozenset("abuzz awash buzzing crazy flooded full rife swept wild".split())
"""What a platform is that talk goes round on; one that says something itself is a company."""
EVERYWHERE = frozenset("internet online social web".split())
"""Where talk goes round that is no platform of its own name."""
TRUTHS = frozenset("truth basis substance merit foundation".split())
"""What there is none of in talk that is denied."""
ANSWERING = ("comment", "respond", "react", "reply", "aware")
"""What somebody does to talk that goes round: "declined to comment on reports that X"."""
AROUND = ("amid", "over", "after", "following", "despite")
"""Prepositions before talk because or in spite of which something is done: "resigned over reports that X"."""
SPREAD = ("nsubj", "nsubjpass", "dobj")
"""What talk is in its clause where it does something or something is done to it."""


def talk_of(cue: Sequence[Token]) -> Actor | None:
    """Return who tells "rumours of X spread", "denied rumours that X", "it is reported that X"; None for another cue.

    Of talk that only is there ("there are rumours that X") nobody is the teller.
    """
    for token in cue:
        spread = (token.dep_ in SPREAD and child(token.head, "expl") is None) or (
            token.tag_ == "VBN" and bool(children(token, "auxpass"))
        )
        spread = spread or (token.dep_ == "pobj" and (_is_answered_in(token.head) or token.head.lower_ in AROUND))
        if spread and token.lemma_.lower() in TALK and child(token, "agent") is None:
            return _teller(token)
        if token.lower_ == "reportedly":
            return Actor.of(TALK["report"], "group")
    return _teller(_what_claims(cue[0])) if cue else None


def _is_answered_in(preposition: Token) -> bool:
    """Tell whether a phrase is of "declined to comment on reports", "there is no truth, Roe said, in reports"."""
    verb = preposition.head
    if verb.lemma_.lower() in ANSWERING:
        return True
    return preposition.lower_ == "in" and any(t.lower_ in TRUTHS and t.i < preposition.i for t in verb.subtree)


def _teller(noun: Token | None) -> Actor | None:
    name = TALK.get(noun.lemma_.lower()) if noun is not None else None
    return Actor.of(name, "group") if name is not None else None


def _what_claims(cue: Token) -> Token | None:
    """Return the noun before "rumours claiming that X" and "rumours, claiming that X, spread"."""
    if cue.dep_ in ("acl", "relcl"):
        return cue.head
    return child(cue.head, "nsubj") if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.i < cue.head.i else None


def told_by(noun: Token) -> Actor | None:
    """Return who tells "a new rumour" of no named outlet; None for another noun."""
    rumour = noun.lemma_.lower() in ("rumor", "rumour") and noun.tag_ == "NN"
    return _teller(noun) if rumour else None


def tells_own_death(who: Sequence[Actor], proposition: str) -> bool:
    """Tell whether somebody would say that he himself has died: in "Ada Roe death reports" others do."""
    if len(who) != 1 or who[0].kind != "person":
        return False
    name, text = f"{who[0].name} ", proposition.replace("’s ", " ").replace("'s ", " ")
    return text.startswith(name) and DEATH.match(text.removeprefix(name)) is not None


def users_of(who: Sequence[Actor], sentence: Sequence[Token]) -> tuple[Actor, ...]:
    """Return the users of a platform in place of it where it is full of talk: "Twitter is abuzz with rumours"."""
    words = {token.lower_ for token in sentence}
    told = any(token.pos_ == "NOUN" and token.lemma_.lower() in HEARSAY | TALK.keys() for token in sentence)
    if not told or words.isdisjoint(BUZZING):
        return tuple(who)
    return tuple(_users(actor) for actor in who)


def _users(actor: Actor) -> Actor:
    name = fold(actor.name)
    if name in EVERYWHERE or name.startswith("social media"):
        return Actor.of("social media users", "group")
    return Actor.of(f"{actor.name} users", "group") if name in PLATFORMS else actor
