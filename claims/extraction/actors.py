"""Say who the sources and short names of one article are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.extraction.actor_heads import is_first_person, tokens_of
from claims.extraction.actor_participants import Participant
from claims.extraction.actor_phrases import Phrase, split_source, trim, without_determiners
from claims.extraction.actor_resolution import PhraseResolver, distinct
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import HUMAN, PERSONAL
from claims.extraction.introduced import Introductions
from claims.extraction.places import Places
from claims.types import Actor, Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

QUOTATION = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)

TWO = ("both", "neither")

__all__ = ["ActorTable", "ArticleActors"]

OWN_ARTICLE = re.compile(
    r"\b(?:earlier|previous|prior|original|initial|first|older) versions? of (?:this|the|our) "
    r"(?:article|story|report|post|piece)\b",
    re.IGNORECASE,
)
"""How a correction names the article that it stands in."""


class ArticleActors:
    """Resolve the mentions of one article; `doc` is spaCy's reading of its text, `heading` of a title beside it."""

    def __init__(self, doc: Doc, article: Article, table: ActorTable, heading: Doc | None = None) -> None:
        self._doc, self._article, self._table = doc, article, table
        self._resolver = PhraseResolver(doc, table, article.published_on)
        self.introductions = Introductions(doc, heading)
        self.places = Places(doc, table.is_country)
        self._common = {token.text for token in doc if token.pos_ == "NOUN" and token.is_lower}

    def of_source(self, spans: Sequence[Span], *, quote: Span | None = None) -> tuple[Actor, ...]:
        """Return the actors that a source names; a first person inside `quote` is who says the quotation."""
        return distinct(actor for span in _joined(spans, self._article.text) for actor in self._of_span(span, quote))

    def name_of(self, span: Span) -> str | None:
        """Return the name that a pronoun, short name or description stands for; None when unsure."""
        start, end = trim(self._doc, *tokens_of(self._doc, span.start, span.end))
        if end > start and self._doc[end - 1].text in ("'s", "’s"):
            end -= 1
        if start >= end:
            return None
        first = self._doc[start]
        if end - start == 1 and first.lower_ in PERSONAL:
            return " and ".join(actor.name for actor in self._resolver.pronoun(first)) or None
        if first.lower_ in PERSONAL:
            owner = " and ".join(actor.name for actor in self._resolver.pronoun(first))
            return f"{owner}'s {self._doc[start + 1 : end].text}" if owner else None
        return self._name_of_words(start, end)

    def is_person(self, token: Token) -> bool:
        """Tell whether a noun is, or belongs to, the name of a person."""
        known = self._participant(token)
        return known.kind == "person" if known is not None else token.ent_type_ == "PERSON"

    def mentions_of(self, name: str) -> list[TokenSpan]:
        """Return where an actor of a name is mentioned by it."""
        at = self._resolver.participants.at
        known = self._resolver.participants.by_name(name)
        return [self._doc[start : at[start][0].end] for start in (known.mentions if known is not None else ())]

    def only_body(self) -> str | None:
        """Return the one body outside the tables that the article names; None where it names none or several."""
        bodies = {p.name for p in self._resolver.participants.all() if p.kind == "body"}
        found = [name for name in bodies if self._table.named(name) is None]
        return found[0] if len(found) == 1 else None

    def is_surely_person(self, name: str) -> bool:
        """Tell whether something besides the recogniser says whose a name is: a sex, a role, the tables."""
        known = [p for p in self._resolver.participants.all() if p.name == name]
        return any(p.gender or p.roles & HUMAN for p in known) or self._table.named(name) is not None

    def is_country(self, name: str) -> bool:
        """Tell whether the tables know a name as a country's."""
        return self._table.is_country(name)

    def may_be(self, token: Token, pronoun: Token) -> bool:
        """Tell whether the person that a name is of may be meant by "he" or "she"."""
        known = self._participant(token)
        return known is None or self.fits(known.name, pronoun)

    def fits(self, name: str, pronoun: Token) -> bool:
        """Tell whether the person of a name may be meant by "he" or "she", as far as the sex is known."""
        known, gender = self._resolver.participants.by_name(name), PERSONAL.get(pronoun.lower_, ("", ""))[0]
        return known is None or not known.gender or not gender or known.gender == gender

    def is_common_word(self, token: Token) -> bool:
        """Tell whether a capitalised word is a common noun elsewhere in the article."""
        return token.lower_ in self._common

    def celebrated(self, span: Span) -> str | None:
        """Return the name of the one famous person whom the article is about, for "the singer"; None when unsure."""
        actor = self._resolver.celebrated(Phrase(*tokens_of(self._doc, span.start, span.end)))
        return actor.name if actor else None

    def outlet_actor(self) -> Actor:
        """Return the article's outlet as an actor, named "the article" when there is none."""
        name = " ".join((self._article.outlet or "").split())
        return Actor.of(name or "the article", "outlet")

    def _participant(self, token: Token) -> Participant | None:
        known = self._resolver.participants.around(token.i)
        return known[1] if known is not None else None

    def _name_of_words(self, start: int, end: int) -> str | None:
        begin = without_determiners(self._doc, start, end)
        known = self._resolver.participants.at.get(begin)
        if known and known[0].end == end:
            longer = known[1].kind == "person" and known[1].name != known[0].text
            return known[1].name if longer else None
        if begin == start:
            return None
        actor = self._resolver.role(Phrase(start, end))
        return actor.name if actor else None

    def _of_span(self, span: Span, quote: Span | None) -> Iterator[Actor]:
        first, last = tokens_of(self._doc, span.start, span.end)
        if last - first == 1 and self._doc[first].lower_ in TWO:
            yield from self._resolver.two(self._doc[first])
            return
        start, end = trim(self._doc, first, last)
        if start >= end:
            return
        if (is_first_person(self._doc[start]) and end - start == 1) or OWN_ARTICLE.search(self._doc[start:end].text):
            quote = quote or self._quotation_around(self._doc[start].idx)
            yield from self._speaker_of(quote) if quote else (self.outlet_actor(),)
            return
        for phrase in split_source(self._doc, start, end, self._resolver.name_end):
            yield from self._resolver.actors(phrase)

    def _quotation_around(self, at: int) -> Span | None:
        """Return the quotation of the paragraph that holds the character; None outside quotation marks."""
        text = self._article.text
        first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        last = last if last >= 0 else len(text)
        for match in QUOTATION.finditer(text, first, last):
            if match.start() < at < match.end():
                return Span(match.start(), match.end())
        return None

    def _speaker_of(self, quote: Span) -> Iterator[Actor]:
        """Yield who says a quotation: the subject nearest to it in its paragraph, outside quotation marks."""
        text = self._article.text
        first = text.rfind("\n", 0, quote.start) + 1
        last = text.find("\n", quote.end)
        last = last if last >= 0 else len(text)
        subjects = [
            token
            for token in self._doc
            if token.dep_ == "nsubj" and (first <= token.idx < quote.start or quote.end <= token.idx < last)
        ]
        subjects.sort(key=lambda t: min(abs(t.idx - quote.end), abs(quote.start - t.idx)))
        for token in subjects:
            if not is_first_person(token) and token.head.pos_ == "VERB":
                left, right = token.left_edge.i, token.right_edge.i + 1
                for phrase in split_source(self._doc, left, right, self._resolver.name_end):
                    yield from self._resolver.actors(phrase)
                return


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Join spans that only marks and white space part."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip(" ,.\t\"'“”’"):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
