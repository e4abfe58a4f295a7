"""Find the person whom a phrase names: with a title, with an apposition, or after "named"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.actor_heads import core
from claims.extraction.actor_names import Name, is_title, name_text
from claims.extraction.actor_participants import Participant, Participants
from claims.extraction.actor_phrases import Phrase, clause_start, without_determiners
from claims.extraction.actor_words import AGENTS, BODY_NOUNS, HUMAN, POSSESSIVES, SPOKES, TITLES
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMING = frozenset(("named", "called", "pseudonym", "nicknamed", "identified", "known", "alias", "dubbed"))
NAMELIKE = ("PROPN", "NOUN", "X")
NO_TITLE = ("ADP", "VERB", "SCONJ")
"""What stands in no title: "the firm Norco", but not "employees of the firm Norco"."""
OFFICE_OPENERS = ("prime", "vice", "deputy")
"""First words of an office that are no role before it: "an aide of Prime Minister NAME"."""
AFTER_NAMING = ("as", "only", "the", "by")


class NamedPeople:
    """Know the participants of an article and read the phrases that name one outright."""

    def __init__(self, doc: Doc, participants: Participants) -> None:
        self._doc, self._at, self._participants = doc, participants.at, participants

    def exact(self, phrase: Phrase) -> Actor | None:
        """Resolve a phrase that is a name and nothing else, but for determiners and titles."""
        start, end = core(self._doc, phrase)
        begin = self._past_titles(start, end)
        known = self._at.get(begin)
        if known and known[0].end == end:
            return known[1].actor
        text = name_text(self._doc, begin, end)
        participant = self._participants.by_name(text) if any(c.isupper() for c in text) else None
        if participant is None and end - begin == 1 and text[:1].isupper():
            gender = TITLES.get(self._doc[begin - 1].lower_.rstrip("."), "") if begin > start else ""
            participant = self._participants.by_part(text, begin, gender)
        return participant.actor if participant else None

    def described(self, phrase: Phrase) -> Actor | None:
        """Resolve "Kremlin spokesman NAME", "NAME of the port", "the mayor, NAME", "a man named NAME"."""
        start, end = phrase.start, clause_start(self._doc, phrase.start, phrase.end)
        named = self._after_naming(phrase) or self._at_end(start, end) or self._at_start(start, end)
        if named:
            return named
        for a, b in phrase.apposed:
            a = without_determiners(self._doc, a, b)
            apposed = self._at_end(a, b) or self._at_start(a, b) or self._wholly(a, b)
            if apposed:
                return apposed
        return None

    def _past_titles(self, start: int, end: int) -> int:
        while start < end - 1 and is_title(self._doc[start]) and start not in self._at:
            start += 1
        return start

    def _wholly(self, start: int, end: int) -> Actor | None:
        known = self._at.get(start)
        return known[1].actor if known and known[0].end == end and known[1].kind != "country" else None

    def _at_end(self, start: int, end: int) -> Actor | None:
        for at in range(start, end):
            known = self._at.get(at)
            if known and known[0].end == end and self._is_titled(known, start):
                return known[1].actor
        return self._unrecognised(start, end)

    def _unrecognised(self, start: int, end: int) -> Actor | None:
        """Read capitalised words after a role or kind as a name ("forum user HarbourRat", "search firm Findling")."""
        at = end
        while at > start and self._doc[at - 1].text[:1].isupper() and self._doc[at - 1].pos_ in NAMELIKE:
            at -= 1
        before = self._doc[at - 1] if at > start else None
        if before is None or at == end or before.lower_ not in HUMAN | BODY_NOUNS or not before.text.islower():
            return None
        if before.lower_ not in HUMAN and any(t.pos_ in NO_TITLE for t in self._doc[start:at]):
            return None
        return Actor.of(name_text(self._doc, at, end), "person" if before.lower_ in HUMAN else "body")

    def _is_titled(self, known: tuple[Name, Participant], start: int) -> bool:
        """Tell whether what stands before the name is its title, not a relation ("lawyer for NAME")."""
        name, participant = known
        after_role = name.start > start and self._doc[name.start - 1].lower_ in HUMAN
        if participant.kind != "person":
            return after_role and not participant.actor.part_of
        links = [t.i for t in self._doc[start : name.start] if t.pos_ == "ADP"]
        if links and any(t.lemma_.lower() in AGENTS | SPOKES | {"representative"} for t in self._doc[start : links[0]]):
            return False
        return all(self._doc[link].lower_ != "to" and self._has_role(link + 1, name.start) for link in links)

    def _has_role(self, start: int, end: int) -> bool:
        """Tell whether a role stands behind the noun of a preposition: "of the army General", not "of President"."""
        nouns = [token for token in self._doc[start:end] if token.pos_ in ("NOUN", "PROPN")]
        return not (nouns and nouns[0].lower_ in OFFICE_OPENERS) and any(
            token.lower_ in HUMAN or is_title(token) for token in nouns[1:]
        )

    def _at_start(self, start: int, end: int) -> Actor | None:
        known = self._at.get(self._past_titles(without_determiners(self._doc, start, end), end))
        if not known or known[1].kind != "person" or known[0].end >= len(self._doc):
            return None
        after = self._doc[known[0].end]
        goes_on = after.text in POSSESSIVES or after.pos_ in ("NOUN", "PROPN", "ADJ")
        return None if known[0].end < end and goes_on else known[1].actor

    def _after_naming(self, phrase: Phrase) -> Actor | None:
        cues = [t.i for t in self._doc[phrase.start + 1 : phrase.end] if t.lower_ in NAMING]
        for cue in cues:
            at = cue + 1
            while at < phrase.end and (self._doc[at].is_quote or self._doc[at].lower_ in AFTER_NAMING):
                at += 1
            end = at
            while end < phrase.end and self._doc[end].text[:1].isupper():
                end += 1
            if at in self._at or end > at:
                return self._at[at][1].actor if at in self._at else Actor.of(self._text(at, end), "person")
        return None

    def _text(self, start: int, end: int) -> str:
        return name_text(self._doc, start, end)
