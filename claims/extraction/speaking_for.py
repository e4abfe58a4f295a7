"""Find for whom a speaker says "we": the body itself, or the one that he leads or speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import BODY_NOUNS
from claims.extraction.actors import ArticleActors
from claims.extraction.syntax import children, of_phrase, possessor, token_range
from claims.types import Actor

LEADING = frozenset(
    "manager executive ceo chairman chairwoman chief director president head coach captain founder minister ambassador "
    "envoy".split()
)
"""Whose "we" is the body that they lead: "the Arvo manager Ada Voss", "Norco's chief executive"."""
OF_FIRMS = frozenset("manager executive ceo chairman chairwoman founder".split())
"""Those who lead the only firm that an article names, where it says no more of whose they are."""


def spoken_for(doc: Doc, actors: ArticleActors, who: Sequence[Actor], source: Sequence[Token]) -> str | None:
    """Return the body whose "we" a content's is; None for anybody else's."""
    if len(who) != 1:
        return None
    if who[0].kind in ("country", "body"):
        return who[0].name
    words = [source] if any(_leads(t) for t in source) else _words_for(actors, who[0])
    leading = [t for phrase in words for t in phrase if _leads(t)]
    bodies = list(dict.fromkeys(body for phrase in words for body in _bodies_among(doc, phrase)))
    owned = next((body for t in leading if (body := _body_led(t, actors))), None)
    if owned is not None:
        return owned
    if not bodies and any(t.lower_ in OF_FIRMS for t in leading):
        return actors.only_body()
    return bodies[0] if leading and len(bodies) == 1 and bodies[0] != who[0].name else None


def _leads(token: Token) -> bool:
    return token.lower_.startswith("spokes") or token.lower_ in LEADING


def _body_led(leading: Token, actors: ArticleActors) -> str | None:
    """Return the firm of "the firm's safety chief", the ministry of "ministry spokesman Ada Roe"."""
    owner = possessor(leading) or of_phrase(leading)
    if owner is None or not any(t.lower_ == "the" for t in owner.lefts):
        owner = next((t for t in children(leading, "compound", "nmod") if t.text in BODY_NOUNS), None)
    if owner is None or owner.text not in BODY_NOUNS:
        return None
    name = actors.name_of(token_range([owner]))
    return name if name is not None and not name.islower() else f"the {owner.text}"


def _bodies_among(doc: Doc, words: Sequence[Token]) -> list[str]:
    """Return the bodies that stand among the words for somebody."""
    ents = (doc[words[0].i : words[-1].i + 1]).ents
    return list(dict.fromkeys(ent.text for ent in ents if ent.label_ in ("ORG", "GPE")))


def _words_for(actors: ArticleActors, speaker: Actor) -> list[Sequence[Token]]:
    """Return the phrases by which the article says whom somebody leads: "Norco's chief executive, Ada Voss"."""
    found: list[Sequence[Token]] = []
    for name in actors.mentions_of(speaker.name):
        head = name.root.head if name.root.dep_ == "appos" else name.root
        sentence = name.root.sent
        words = [t for t in head.subtree if sentence.start <= t.i < sentence.end]
        found += [words] if any(_leads(t) for t in words) else []
    return found
