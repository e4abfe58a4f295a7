"""Hold the names of an article and the text rules that make a name of words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.actor_rows import fold
from claims.extraction.actor_words import HEADLINE_WORDS, NAME_PARTICLES, NAME_SUFFIXES, POSSESSIVES, TITLES
from claims.types import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MARKS = "\"“”‘’'*_`#[]()<>|"
PAGEANTS = ("Universe", "World", "America", "USA", "Earth", "International")
"""What follows "Miss" where that is no form of address."""


@dataclass(frozen=True, slots=True)
class Name:
    """Hold a name as it stands in the article: tokens `start` to `end`, titles and possessive left out."""

    start: int
    end: int
    text: str
    kind: ActorKind
    actor: Actor | None
    """The actor of the tables; None for a name that the tables do not hold."""


def plainly_first(counts: Counter[str]) -> str | None:
    """Return what is counted at least twice as often as anything else; None when nothing is."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def name_text(doc: Doc, start: int, end: int) -> str:
    """Return the words of the tokens as a name: white space folded, quotation and Markdown marks left out."""
    return clean(doc[start:end].text)


def clean(text: str) -> str:
    """Fold white space and drop quotation marks, Markdown, control and bidirectional characters."""
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    text = re.sub(r"^(?!The\b)([A-Z]\w+) [\"“‘'][^\"“”‘’']{1,20}[\"”’'] (?=[A-Z])", r"\1 ", text)  # Ada “Bo” Roe
    text = re.sub(r"‘([^‘’]*)’(?!\w)", r"\1", text)
    text = re.sub(r"(?<!\w)[‘’'](?=\w)|(?<=\w)[‘](?!\w)|[\"“”„«»*_`#\[\]<>|]", "", text)
    return " ".join(text.split()).strip(" ,;:-–—'’‘.") + _closing_stop(text)


def _closing_stop(text: str) -> str:
    return "." if re.search(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|[A-Z]\.[A-Z])\.$", text.strip(" ,;:\"”'")) else ""


def trim_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens without determiner, titles, marks, possessive and what follows a line break."""
    while start < end and (
        _is_edge(doc[start]) or (end - start > 1 and is_title(doc[start])) or _are_people(doc[start:end])
    ):
        start += 1
    broken = next((t.i for t in doc[start:end] if (t.is_space and "\n" in t.text) or _measures(t, start)), end)
    end = min(end, broken)
    while end > start and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in POSSESSIVES or _is_said(doc[end - 1])):
        end -= 1
    return start, end


def is_title(token: Token) -> bool:
    """Tell whether the token is a title, or begins one, that stands before a name ("Mr", "Judge", "Crown Prince")."""
    royal = token.text == "Crown" and token.i + 1 < len(token.doc) and token.nbor().text in ("Prince", "Princess")
    crowned = token.text in PAGEANTS and token.i > 0 and token.nbor(-1).text == "Miss"
    return royal or crowned or token.lower_.rstrip(".") in TITLES


def _are_people(name: Span) -> bool:
    """Tell whether a name begins with whose people it is among: "Floridians Anna Roe and Mark Lund"."""
    return len(name) > 2 and name[0].tag_ == "NNPS" and name.root.ent_type_ == "PERSON"


def _measures(token: Token, start: int) -> bool:
    """Tell whether a figure behind a name counts something and is no part of it: "NAME 785 miles"."""
    behind = token.i > start and token.i + 1 < len(token.doc)
    return bool(behind and token.like_num and token.nbor().text.islower())


def _is_edge(token: Token) -> bool:
    return token.is_space or token.pos_ == "DET" or (token.is_punct and token.text not in ".") or token.text in MARKS


def _is_said(token: Token) -> bool:
    if token.lower_ not in HEADLINE_WORDS or token.i == 0:
        return False
    return not (token.text.istitle() and token.nbor(-1).lower_ in NAME_PARTICLES)


def family_name(name: str) -> str:
    """Return the key of the last part of a person's name, suffixes left out."""
    words = [word for word in fold(name).split() if word not in NAME_SUFFIXES]
    return words[-1] if words else ""
