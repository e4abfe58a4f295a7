"""Find who tells a report: the outlet that it names, or that the article's reports come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.actor_heads import head_noun
from claims.extraction.actor_outlets import Outlets
from claims.extraction.actor_participants import Participants
from claims.extraction.actor_phrases import Phrase
from claims.extraction.actor_words import (
    DEFINITE,
    INDEFINITE_ARTICLES,
    OUTLET_NOUNS,
    PLATFORMS,
    REPORTS,
    TAKES_UP,
    UNSOUND,
)
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAGES = frozenset("page account group profile channel feed".split())
"""Where somebody posts on a platform."""


class Reports:
    """Know the outlets behind an article's reports."""

    def __init__(self, doc: Doc, participants: Participants, outlets: Outlets) -> None:
        self._doc, self._participants, self._outlets = doc, participants, outlets

    def teller(self, phrase: Phrase) -> Actor | None:
        """Resolve a report to the outlet that it names, or that the article's reports come from."""
        head = head_noun(self._doc, phrase)
        if head.lower_ not in REPORTS and head.lower_ not in OUTLET_NOUNS:
            return None
        last = phrase.apposed[-1][1] if phrase.apposed else phrase.end
        found = self._outlets.named_after(head.i + 1, last) or self._outlets.named_before(head.i)
        found = found if found and found[0] >= phrase.start else None
        for a, _ in phrase.apposed:
            known = self._participants.at.get(a)
            if not found and known and known[1].kind != "person":
                return known[1].actor
        if found:
            return found[1]
        beside = self._apposed_to(head)
        if beside:
            return beside
        page = self._page_of(head)
        if page is not None:
            return page
        if head.lower_ not in TAKES_UP:
            return None
        doer = self._outlets.doer_of(head.i)
        if doer:
            return doer[1]
        if self._doc[phrase.start].lower_ in INDEFINITE_ARTICLES:
            return self._introduced(phrase, head)
        found_before = self._outlets.antecedent(phrase.start)
        if found_before is None and head.lower_ in OUTLET_NOUNS:
            return self._outlets.speaking_before(phrase.start)
        return found_before

    def _page_of(self, post: Token) -> Actor | None:
        """Return the page or account on which "the post on Facebook" stands, where one was named before."""
        behind = self._doc[post.i + 1 : post.i + 3]
        definite = any(t.lower_ in DEFINITE for t in post.children)
        if not definite or len(behind) < 2 or behind[0].lower_ != "on" or behind[1].lower_ not in PLATFORMS:
            return None
        platform = behind[1].lower_
        named = (t for t in self._doc[1 : post.i] if t.lower_ in PAGES and t.nbor(-1).lower_ == platform)
        page = next(named, None)
        return Actor.of(f"{page.nbor(-1).text} {page.text}", "group") if page is not None else None

    def _introduced(self, phrase: Phrase, head: Token) -> Actor | None:
        """Return whose "a hoax story" or "a fake site" is: where the reports began, or the outlet named next."""
        sentence = self._doc[phrase.start].sent
        if head.lower_ in OUTLET_NOUNS:
            return self._outlets.only_origin(sentence.start, sentence.end)
        origin = self._outlets.only_origin()
        unsound = any(t.lower_ in UNSOUND for t in self._doc[phrase.start : phrase.end])
        return origin or (self._outlets.next_named(phrase.end) if unsound else None)

    def _apposed_to(self, head: Token) -> Actor | None:
        """Return the name that a description follows: "the Echo, a satirical site"."""
        name = self._doc[head.left_edge.i - 2] if head.dep_ == "appos" and head.left_edge.i > 1 else None
        known = self._participants.around(name.i) if name is not None else None
        return known[1].actor if known and known[1].kind not in ("person", "country") else None
