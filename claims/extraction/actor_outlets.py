"""Find the outlet behind a report: "a story published by the Daily Echo", "the website"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lemminflect import getAllLemmas

from claims.extraction.actor_names import clean, name_text
from claims.extraction.actor_participants import Participant, Participants
from claims.extraction.actor_rows import fold
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import HUMAN, ORIGINS, OUTLET_NOUNS, PLATFORMS, PUBLISHING, REPORTS, UNSOUND
from claims.extraction.contents import DASHES
from claims.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.extraction.actor_names import Name

DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12})(?:/\S*)?", re.IGNORECASE)
SAME_NAME_ENDINGS = (".com", ".net", ".org", ".co.uk")
NAME_LINKS = frozenset(("by", "on", "in", "from", "at", "via", "called", "named", "titled", "dubbed", "to"))
PASSED_OVER = ("DET", "ADJ", "ADV", "NOUN", "PUNCT", "ADP", "NUM")
MOST_WORDS, SHORTEST_WORD = 4, 3
"""Words of an outlet's name in its domain, and their letters."""
TITLED = ("entitled", "titled", "headlined")
LONGEST_TITLE = 40
"""Tokens within which a quoted headline ends. Chosen, not measured."""
NEXT = 3
"""Sentences within which the outlet of "a hoax story" is named next."""
REACH = 12
"""The outlet is named within so many tokens of the report."""


class Outlets:
    """Hold the outlets of the reports that an article speaks of: where one is said to begin, and others."""

    def __init__(self, doc: Doc, participants: Participants, table: ActorTable) -> None:
        self._doc, self._participants, self._table = doc, participants, table
        self._origins: dict[str, tuple[int, Actor]] = {}
        self._others: dict[str, tuple[int, Actor]] = {}
        for token in doc:
            if token.lower_ in REPORTS and not self._is_in_name(token.i):
                self._read_report(token.i)
            if token.lower_ in OUTLET_NOUNS and not self._is_in_name(token.i):
                self._read_outlet_noun(token.i)

    def named_after(self, start: int, end: int) -> tuple[int, Actor] | None:
        """Return the outlet named after a report noun: "… published by X", "… on the X website"."""
        linked = False
        at = start
        while at < min(end, start + REACH):
            token = self._doc[at]
            if token.ent_type_ in ("DATE", "TIME"):
                at += 1
                continue
            title = self._title_end(at)
            if title is not None:
                at, start = title, title
                continue
            known = self._participants.at.get(at)
            if linked and self._named(at):
                wrote = known and known[1].kind == "person" and "written" in [t.lower_ for t in self._doc[at - 4 : at]]
                return None if wrote or self._is_employer(at) else self._named(at)
            if known and known[1].kind in ("country", "group"):
                at = known[0].end
                continue
            linked = linked or token.lower_ in NAME_LINKS or token.lower_ in OUTLET_NOUNS
            if not (
                token.pos_ in PASSED_OVER
                or token.lemma_ in ("be", "have")
                or token.lower_ in ORIGINS
                or token.lower_ in TITLED
                or token.lower_ in NAME_LINKS
            ):
                return None
            if token.text in (".", "!", "?") or token.is_space:
                return None
            at += 1
        return None

    def _title_end(self, at: int) -> int | None:
        """Return where a headline ends that is quoted whole: the report is "entitled “Roe confirms it”"."""
        if not self._doc[at].is_quote or self._doc[at - 1].lower_ not in TITLED:
            return None
        end = next((t.i + 1 for t in self._doc[at + 1 : at + LONGEST_TITLE] if t.is_quote), None)
        return end if end is not None and "\n" not in self._doc[at:end].text else None

    def _is_employer(self, at: int) -> bool:
        """Tell whether a name only says for whom somebody works: "a quote from Acme scientist Earl Dane"."""
        known = self._participants.at.get(at)
        behind = self._doc[known[0].end : known[0].end + 1] if known else ()
        return any(t.lower_ in HUMAN and t.pos_ == "NOUN" for t in behind)

    def named_before(self, at: int) -> tuple[int, Actor] | None:
        """Return the outlet named right before a report noun: "the X website", "X's report", "a X story"."""
        end = at
        while end > 0 and (self._doc[end - 1].lower_ in ("'s", "’s", "news") or self._doc[end - 1].is_quote):
            end -= 1
        for start in range(max(0, end - 6), end):
            known = self._participants.at.get(start)
            if known and known[0].end == end and self._may_be_outlet(known[1]):
                return None if self._is_place(known) else self._known(known)
        return None

    def _is_place(self, known: tuple[Name, Participant]) -> bool:
        """Tell whether a name is only where a paper appears: "the Santiago newspaper"."""
        span, participant = known
        marked = all(token.ent_type_ in ("GPE", "LOC") for token in self._doc[span.start : span.end])
        return marked and participant.kind != "outlet" and self._table.named(participant.name) is None

    def doer_of(self, at: int) -> tuple[int, Actor] | None:
        """Return who brought a report into the world: "X published a story", "X was responsible for a hoax"."""
        noun = self._doc[at]
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lower_ == "responsible":
            verb = verb.head.head
        elif noun.dep_ != "dobj" or verb.lemma_ not in PUBLISHING:
            return None
        subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
        if subject is None or self._doc[subject.i - 1].lower_ in ("like", "as"):
            return None
        called = next((t for t in subject.children if t.dep_ == "acl" and t.lower_ in ("called", "named")), None)
        if called is not None:
            return self._named(called.i + 1)
        places = range(subject.left_edge.i, subject.i + 1)
        behind = range(subject.i + 1, verb.i)
        named = next((found for place in places if (found := self._named(place))), None)
        return named or next((found for place in behind if (found := self._domain(place))), None)

    def antecedent(self, near: int) -> Actor | None:
        """Return the outlet that the reports come from: of the last sentence before `near`, else the only one after.

        Where the text says of none that a report began there, any outlet that it names.
        """
        for found in (self._origins, self._others):
            before = [(at, actor) for at, actor in found.values() if at < near]
            if before:
                last = self._doc[max(at for at, _ in before)].sent.start
                found_last = _only((at, actor) for at, actor in before if at >= last)
                return found_last[1] if found_last else None
        only = _only((self._origins or self._others).values())
        return only[1] if only else None

    def speaking_before(self, near: int) -> Actor | None:
        """Return the body that is the subject of the sentence before: "The Echo printed it. The paper says …"."""
        first = self._doc[near].sent.start
        sentence = self._doc[first - 1].sent if first > 0 else self._doc[near].sent
        subjects = [t for t in sentence if t.i < near and t.dep_ == "nsubj" and t.pos_ == "PROPN"]
        found = [outlet for token in subjects if (outlet := self._named(self._name_start(token.i)))]
        return found[0][1] if len(found) == 1 else None

    def _name_start(self, at: int) -> int:
        """Return where the name that a token belongs to begins."""
        known = self._participants.around(at)
        return self._run(at, at + 1)[0] if known is None else known[0].start

    def only_origin(self, start: int = 0, end: int | None = None) -> Actor | None:
        """Return the one outlet where the article's reports are said to begin; None where there are several.

        With `start` and `end` it must be named between these tokens.
        """
        last = len(self._doc) if end is None else end
        found = _only(self._origins.values())
        return found[1] if found and start <= found[0] < last else None

    def next_named(self, start: int) -> Actor | None:
        """Return the outlet that is named first behind a report, within three sentences."""
        places = sorted(((at, actor) for at, actor in self._others.values() if at >= start), key=lambda item: item[0])
        ends = [sentence.end for sentence in self._doc[start:].sents][:NEXT]
        return places[0][1] if places and ends and places[0][0] < ends[-1] else None

    def _read_report(self, at: int) -> None:
        self._note(self._others, self.named_before(at))
        after = self.named_after(at + 1, len(self._doc))
        self._note(self._origins if after and self._says_origin(at, after[0]) else self._others, after)
        self._note(self._origins, self.doer_of(at))

    def _says_origin(self, start: int, end: int) -> bool:
        return any(t.lower_ in ORIGINS or t.lower_ in UNSOUND for t in self._doc[start:end])

    def _read_outlet_noun(self, at: int) -> None:
        """Read "the satirical site X", "X, a fake news site", "the X website"."""
        lead = [t.lower_ for t in self._doc[max(0, at - 4) : at]]
        found = self._named_beside(at) or self.named_before(at)
        self._note(self._origins if UNSOUND.intersection(lead) else self._others, found)

    def _named_beside(self, at: int) -> tuple[int, Actor] | None:
        for position in self._after_noun(at):
            found = self._named(position)
            if found:
                return found
        start = at - 1
        while start > at - 6 and start > 0 and self._doc[start].text not in (",", *DASHES):
            start -= 1
        if self._doc[start].text in (",", *DASHES):
            while start > 0 and (self._doc[start - 1].ent_type_ == "DATE" or self._doc[start - 1].lower_ == "on"):
                start -= 1
            for begin in range(max(0, start - 4), start):
                known = self._participants.at.get(begin)
                if known and known[0].end == start and self._may_be_outlet(known[1]):
                    return self._known(known)
            begin = self._run(start, start)[0]
            apposed = self._doc[at].dep_ == "appos" and start - begin > 1
            return self._outlet(begin, Actor.of(name_text(self._doc, begin, start), "outlet")) if apposed else None
        return None

    def _after_noun(self, at: int) -> Iterator[int]:
        position = at + 1
        while position < min(len(self._doc), at + 5):
            yield position
            token = self._doc[position]
            if not (token.is_punct or token.lower_ in NAME_LINKS) or token.text == ".":
                return
            position += 1

    def _note(self, found: dict[str, tuple[int, Actor]], outlet: tuple[int, Actor] | None) -> None:
        if outlet:
            key = squashed(outlet[1].name)
            known = found.get(key)
            if known is None or outlet[0] < known[0]:
                found[key] = (outlet[0], known[1] if known else outlet[1])

    def _named(self, at: int) -> tuple[int, Actor] | None:
        domain = self._domain(at)
        if domain:
            return domain
        known = self._participants.at.get(at)
        if known and self._begins_title(at, known[0].end):
            return None
        if known:
            return self._known(known) if self._may_be_outlet(known[1]) else None
        end = self._run(at, at)[1]
        if end == at or self._begins_title(at, end):
            return None
        return self._outlet(at, Actor.of(name_text(self._doc, at, end), "outlet"))

    def _known(self, known: tuple[Name, Participant]) -> tuple[int, Actor] | None:
        """Return a participant as an outlet, by its whole name: "World Daily Report" where only a part was seen."""
        span, participant = known
        start, end = self._run(span.start, span.end)
        if (start, end) == (span.start, span.end) or self._table.named(participant.name):
            return self._outlet(span.start, participant.actor)
        return self._outlet(start, Actor.of(name_text(self._doc, start, end), "outlet"))

    def _is_in_name(self, at: int) -> bool:
        """Tell whether a noun is the end of a name: the "Report" of "World Daily Report"."""
        return at > 0 and self._is_name(at) and self._is_name(at - 1)

    def _run(self, start: int, end: int) -> tuple[int, int]:
        """Widen a place to the capitalised names around it."""
        while start > 0 and self._is_name(start - 1):
            start -= 1
        while end < len(self._doc) and self._is_name(end):
            end += 1
        return start, end

    def _is_name(self, at: int) -> bool:
        return bool(self._doc[at].text[:1].isupper() and self._doc[at].pos_ == "PROPN")

    def _begins_title(self, start: int, end: int) -> bool:
        """Tell whether a quoted headline begins here ("titled “Acme confirms …”"), not a quoted name."""
        quoted = start > 0 and self._doc[start - 1].is_quote
        return quoted and end < len(self._doc) and not self._doc[end].is_punct and not self._doc[end].is_quote

    def _may_be_outlet(self, participant: Participant) -> bool:
        """Leave out countries and people; the recogniser often takes an unknown outlet for a person."""
        if participant.kind in ("country", "group") or fold(participant.name) in UNSOUND:
            return False
        known = participant.gender or participant.roles or self._table.named(participant.name)
        return participant.kind != "person" or not known

    def _outlet(self, at: int, actor: Actor) -> tuple[int, Actor] | None:
        if fold(actor.name) in PLATFORMS or not actor.name:
            return None
        kind = "outlet" if self._table.named(actor.name) is None else actor.kind
        return (at, Actor.of(actor.name, kind, actor.aliases, actor.part_of))

    def _domain(self, at: int) -> tuple[int, Actor] | None:
        token = self._doc[at]
        if "." not in token.text or len(token) < 6:
            return None
        match = DOMAIN.fullmatch(clean(token.text))
        if not match or squashed(match[1]) in PLATFORMS:
            return None
        if not (token.like_url or match[1].lower().endswith(SAME_NAME_ENDINGS)):
            return None
        name = spelled_out(match[1])
        unknown = Actor.of(name, "outlet", (match[1],)) if name else Actor.of(match[1], "outlet")
        return (at, self._same_outlet(match[1]) or unknown)

    def _same_outlet(self, domain: str) -> Actor | None:
        """Return the outlet whose name is the domain's ("dailyecho.com" is the Daily Echo)."""
        known = self._table.named(domain) or self._table.named(domain.title())
        if known or not domain.lower().endswith(SAME_NAME_ENDINGS):
            return known
        wanted = squashed(domain)
        for participant in self._participants.all():
            if squashed(participant.name) == wanted and "." not in participant.name:
                return Actor.of(participant.name, "outlet", (domain,))
        return None


def _only(named: Iterable[tuple[int, Actor]]) -> tuple[int, Actor] | None:
    found = list(named)
    return found[0] if len(found) == 1 else None


def spelled_out(domain: str) -> str | None:
    """Return the words that a domain runs together: "dailyecho.com" is called Daily Echo; None when it is no words.

    A domain of another ending may only look like an outlet's: "dailyecho.es" stays what it is.
    """
    if not domain.lower().endswith(SAME_NAME_ENDINGS):
        return None
    words = next(iter(sorted(_cuts(squashed(domain), MOST_WORDS), key=len)), [])
    return " ".join(word.title() for word in words) if len(words) > 1 else None


def _cuts(letters: str, most: int) -> Iterator[list[str]]:
    if len(letters) >= SHORTEST_WORD and getAllLemmas(letters):
        yield [letters]
    for at in range(SHORTEST_WORD, len(letters) - SHORTEST_WORD + 1) if most > 1 else ():
        if getAllLemmas(letters[:at]):
            yield from ([letters[:at], *rest] for rest in _cuts(letters[at:], most - 1))


def squashed(name: str) -> str:
    """Return letters and digits of an outlet's name alone, without the ending of a domain."""
    name = re.sub(r"\.(?:com|net|org|co|info|news|[a-z]{2})(?:\.[a-z]{2})?$", "", name.casefold())
    return re.sub(r"[^a-z0-9]", "", fold(name))
