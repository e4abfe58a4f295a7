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
    "rumour": "rumours",
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
SPREAD = ("nsubj", "nsubjpass", "dobj")
"""What talk is in its clause where it does something or something is done to it."""


def talk_of(cue: Sequence[Token]) -> Actor | None:
    """Return who tells "rumours of X spread", "denied rumours that X", "it is reported that X"; None for another cue.

    Of talk that only is there ("there are rumours that X") nobody is the teller.
    """
    for token in cue:
        name = TALK.get(token.lemma_.lower())
        spread = (token.dep_ in SPREAD and child(token.head, "expl") is None) or (
            token.tag_ == "VBN" and bool(children(token, "auxpass"))
        )
        if name is not None and spread and child(token, "agent") is None:
            return Actor.of(name, "group")
        if token.lower_ == "reportedly":
            return Actor.of(TALK["report"], "group")
    head = cue[0].head if cue else None
    if head is not None and cue[0].dep_ in ("acl", "relcl") and head.lemma_.lower() in TALK:
        return Actor.of(TALK[head.lemma_.lower()], "group")
    return None


def told_by(noun: Token) -> Actor | None:
    """Return who tells "a new rumour" of no named outlet; None for another noun."""
    rumour = noun.lemma_.lower() in ("rumor", "rumour") and noun.tag_ == "NN"
    return Actor.of(TALK[noun.lemma_.lower()], "group") if rumour else None


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
    if name in EVERYWHERE or name == "social media":
        return Actor.of("social media users", "group")
    return Actor.of(f"{actor.name} users", "group") if name in PLATFORMS else actor
