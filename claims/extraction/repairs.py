"""Mend what the tagger cuts short or runs together, by syntax, before spans are linked or read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.actor_heads import is_first_person
from claims.extraction.contents import head_of, tokens_of
from claims.extraction.deeds import amount_span
from claims.extraction.lexicon import CLAUSAL, SEEMING, TELLING
from claims.extraction.receivers import drawn_from
from claims.extraction.relayed import with_cited
from claims.extraction.repaired_contents import mend_content
from claims.extraction.repaired_sources import mend_source
from claims.extraction.syntax import (
    SAYING_PARTICIPLES,
    child,
    children,
    is_quoted,
    subtree_span,
    token_range,
    whole_text,
)
from claims.extraction.tagger import RoleSpan
from claims.types import Attribution, Span

OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'
QUOTES = " \"”’'"
MARKS = f"{QUOTES},.?!"
LONGEST_HEADLINE = 120
"""Characters of a line that is a headline if nothing ends its sentence. Chosen, not measured."""
ENDS_SENTENCE = ".?!…:;,”\"’'"
RECORDING = frozenset("record show find conclude insist maintain".split())
FARTHEST_COMMA = 9
"""Tokens behind a cue in commas among which the speaker's end must stand. Chosen, not measured."""
NOTES = ("notes", "reports", "claims", "states", "points")
"""Verbs of saying that are nouns too."""


def split_contents(doc: Doc, tagged: Iterable[RoleSpan]) -> list[RoleSpan]:
    """Cut contents where a sentence ends outside quotation marks: two people may speak there.

    The content of a sentence without a cue may itself say who said what ("the navy said that X"): then it is cut.
    """
    tagged = _without_estimates(doc, list(tagged))
    pieces = [piece for item in tagged for piece in (_split(doc, item) if item.role == "Content" else (item,))]
    cues = [item.span for item in tagged if item.role == "Cue"]
    return [part for piece in pieces for part in (_who_and_what(doc, piece, cues) or [piece])]


def _without_estimates(doc: Doc, tagged: list[RoleSpan]) -> list[RoleSpan]:
    """Drop bits of what somebody else estimates from a content: "5,000 marched; the police put the number at 800"."""
    cues = [item.span for item in tagged if item.role == "Cue"]
    verbs = [t for t in doc if t.lemma_ == "put" and not any(span.start <= t.idx < span.end for span in cues)]
    amounts = [span for verb in verbs if (span := amount_span(verb)) is not None]
    return [item for item in tagged if item.role != "Content" or not any(a.contains(item.span) for a in amounts)]


def _who_and_what(doc: Doc, piece: RoleSpan, cues: Sequence[Span]) -> list[RoleSpan]:
    """Return source, cue and content of a piece that is a whole attribution by its syntax; nothing of any other."""
    if piece.role != "Content":
        return []
    tokens = list(doc.char_span(piece.span.start, piece.span.end, alignment_mode="expand") or ())
    root = next((t for t in tokens if t.head == t), None)
    if root is None or root.lemma_ not in CLAUSAL | SAYING_PARTICIPLES:
        return []
    subject, clause = child(root, "nsubj"), child(root, "ccomp")
    whole = Span(root.sent.start_char, root.sent.end_char)
    if subject is None or clause is None or subject.i > root.i or clause.i < root.i:
        return []
    if tokens[-1].sent != root.sent or is_first_person(subject) or is_quoted(root):
        return []
    if any(cue.overlaps(whole) for cue in cues) or subject.left_edge.i != tokens[0].i:
        return []
    said = subtree_span(clause)
    parts = {"Source": subtree_span(subject), "Cue": Span(root.idx, root.idx + len(root.text)), "Content": said}
    return [replace(piece, role=role, span=span) for role, span in parts.items()]


def _split(doc: Doc, item: RoleSpan) -> Iterator[RoleSpan]:
    start = item.span.start
    tokens = doc.char_span(item.span.start, item.span.end, alignment_mode="expand")
    quoted = False
    for before, token in zip(tokens or (), (tokens or ())[1:], strict=False):
        quoted = _in_quotation(before, quoted)
        beside = _teller_beside(token, item.span) if before.text == ";" and not quoted else None
        if beside is not None:
            yield replace(item, span=Span(start, before.idx))
            said = amount_span(beside) or subtree_span(child(beside, "ccomp") or beside)
            who = subtree_span(child(beside, "nsubj") or beside)
            parts = {"Source": who, "Cue": token_range([beside]), "Content": said}
            yield from (replace(item, role=role, span=span) for role, span in parts.items())
            return
        if token.is_sent_start and not quoted and start < before.idx + len(before.text):
            yield replace(item, span=Span(start, before.idx + len(before.text)))
            start = token.idx
    yield replace(item, span=Span(start, item.span.end))


def _teller_beside(first: Token, content: Span) -> Token | None:
    """Return the verb by which behind a semicolon somebody else tells something: "…; police counted 800"."""
    subjects = (t for t in first.doc[first.i : first.sent.end] if t.dep_ == "nsubj" and t.left_edge == first)
    subject = next(subjects, None)
    verb = subject.head if subject is not None else first
    clause = child(verb, "ccomp")
    told = verb.lemma_ in CLAUSAL | SAYING_PARTICIPLES | RECORDING and clause is not None and clause.i > verb.i
    named = subject is not None and subject.pos_ != "PRON" and content.start <= verb.idx < content.end
    return verb if named and (told or amount_span(verb) is not None) else None


def _in_quotation(token: Token, before: bool) -> bool:
    if any(mark in token.text for mark in OPENING):
        return True
    if any(mark in token.text for mark in CLOSING):
        return False
    return not before if STRAIGHT in token.text else before


def filled(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Close the gaps that the tagger left in a content, where nothing but untagged words of its sentence stands.

    On PolNeAR dev contents then have an exact F1 of 0.635, before 0.625; with gaps of at most 4 words 0.632.
    """
    taken = [span for item in attributions for span in (*item.source, *item.cue, *item.content)]
    return [replace(item, content=tuple(_closed(doc, item.content, taken))) for item in attributions]


def moved(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give a quotation that was linked to an earlier sentence to the cue right behind it, which has no content."""
    found = [_within_headline(doc, item) for item in attributions]
    for at, bare in enumerate(found):
        if bare.content or not bare.source or not bare.cue:
            continue
        start = min(span.start for span in (*bare.source, *bare.cue))
        for other, item in enumerate(found):
            if len(item.content) > 1 and _runs_up_to(doc, item, start):
                found[at] = replace(bare, content=item.content[-1:])
                found[other] = replace(item, content=item.content[:-1])
                break
    return _said_according_to(doc, _brought_back(doc, found))


def _within_headline(doc: Doc, item: Attribution) -> Attribution:
    """Keep to a headline what its cue says: behind "…, observatory says" and an empty line the text begins."""
    start = item.cue[0].start if item.cue else 0
    text = whole_text(doc)
    end = text.find("\n\n", start)
    line = text[text.rfind("\n", 0, start) + 1 : end].rstrip() if item.cue and end >= 0 else ""
    if not line or "\n" in line or len(line) > LONGEST_HEADLINE or line[-1] in ENDS_SENTENCE:
        return item
    return replace(item, content=tuple(span for span in item.content if span.start < end))


def _said_according_to(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Leave a quotation to who said it: “…,” Roe said, according to the Echo. “…”."""
    kept, text = list(found), whole_text(doc)
    for item in found:
        first = next(iter(tokens_of(doc, item.cue)), None)
        verb = first.head if first is not None and first.lower_ == "according" else None
        who = child(verb, "nsubj") if verb is not None and verb.lemma_.lower() in TELLING else None
        if verb is None or who is None or not item.content or text[item.content[0].start] not in OPENING + STRAIGHT:
            continue
        before = Span(item.content[0].start, min(item.content[0].end, who.left_edge.idx))
        if before.end <= before.start or verb.i < who.i:
            continue
        more = (s for s in item.content[1:] if s.start > verb.idx and text[s.start] in OPENING + STRAIGHT)
        said = replace(item, source=(subtree_span(who),), cue=(token_range([verb]),), content=(before, *more))
        kept[kept.index(item)] = said
        kept = [other for other in kept if other is said or verb not in tokens_of(doc, other.cue)]
    return kept


def _brought_back(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Give the first content of a later cue to the one that it stands behind.

    "Despite assurances from Roe that X, Poe said Y"; "Roe said X; Poe said Y".
    """
    for other, item in enumerate(found):
        first = item.content[0] if len(item.content) > 1 and item.cue else None
        if first is None or first.end > item.cue[0].start:
            continue
        for at, earlier in enumerate(found):
            end = max((span.end for span in (*earlier.source, *earlier.cue)), default=0)
            if other != at and earlier.cue and end <= first.start and _belongs(doc, first, earlier, end):
                found[at] = replace(earlier, content=(*earlier.content, first))
                found[other] = replace(item, content=item.content[1:])
                break
    return found


def _belongs(doc: Doc, content: Span, attribution: Attribution, end: int) -> bool:
    """Tell whether a content stands right behind an attribution that ends at `end`, and nothing goes on from it."""
    text = whole_text(doc)
    between = text[end : content.start].strip()
    bare = not attribution.content and between in ("", ",") and content.of(text).startswith("that ")
    parted = between in (",", ":", "") and text[content.end :].lstrip(QUOTES).startswith(";")
    return bare or (parted and bool(attribution.content))


def _runs_up_to(doc: Doc, item: Attribution, start: int) -> bool:
    """Tell whether the last content of an attribution ends where a source or cue begins, sentences behind its cue."""
    last, text = item.content[-1], whole_text(doc)
    if not item.cue or item.cue[-1].end > last.start or text[last.start] not in OPENING + STRAIGHT:
        return False
    if start < last.end or text[last.end : start].strip(MARKS):
        return False
    if not text[last.start : start].rstrip(QUOTES).endswith((",", "?", "!")):
        return False
    return any(t.is_sent_start for t in tokens_of(doc, (Span(item.cue[-1].end, last.start + 1),)))


def _closed(doc: Doc, content: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    pending: Span | None = None
    for span in sorted(content):
        if pending is not None and _is_gap(doc, Span(pending.end, span.start), taken):
            pending = Span(pending.start, span.end)
            continue
        if pending is not None:
            yield pending
        pending = span
    if pending is not None:
        yield pending


def _is_gap(doc: Doc, between: Span, taken: Sequence[Span]) -> bool:
    tokens = doc.char_span(between.start, between.end, alignment_mode="contract")
    if tokens is None or any(between.overlaps(span) for span in taken):
        return False
    words = between.of(whole_text(doc))
    one_sentence = not any(t.is_sent_start for t in tokens)
    return "\n" not in words and (one_sentence or _is_in_one_quotation(words, tokens))


def _is_in_one_quotation(text: str, tokens: Iterable[Token]) -> bool:
    """Tell whether a gap of several sentences opens and closes no quotation, and stands in one."""
    return not any(mark in text for mark in OPENING + CLOSING + STRAIGHT) and all(is_quoted(t) for t in tokens)


def mend(doc: Doc, attribution: Attribution) -> Attribution:
    """Give a source its whole list, and a cue whose content is a mere "that" its clause.

    What only seems to be so ("the picture appears to be staged") is said by nobody.
    """
    attribution = _turned(doc, _with_verb_for_noun(doc, attribution))
    cue = head_of(tokens_of(doc, attribution.cue))
    if cue is None:
        return attribution
    who, story = drawn_from(cue)
    if who is not None and story is not None:
        return replace(
            attribution, source=(subtree_span(who),), cue=(token_range([cue]),), content=(subtree_span(story),)
        )
    if cue.lemma_.lower() in SEEMING and child(cue, "xcomp", "oprd") in tokens_of(doc, attribution.content):
        about = child(cue, "nsubj")
        own = {t.idx for t in about.subtree} if about is not None else set()
        return replace(
            attribution, source=tuple(s for s in attribution.source if not any(s.start <= i < s.end for i in own))
        )
    if _is_said_by_nobody(cue):
        return replace(attribution, source=())
    return with_cited(mend_content(doc, mend_source(doc, attribution, cue), cue), cue)


def _with_verb_for_noun(doc: Doc, attribution: Attribution) -> Attribution:
    """Give "as PolitiFact reports, …" its cue, which parser and tagger take for a part of the name."""
    words = tokens_of(doc, attribution.source)
    if attribution.cue or len(words) < 2 or not words[0].i or words[0].nbor(-1).lower_ != "as":
        return attribution
    name, verb = words[-2:]
    if verb.lower_ not in NOTES or not name.text[:1].isupper():
        return attribution
    source = Span(attribution.source[0].start, name.idx + len(name))
    return replace(attribution, source=(source,), cue=(Span(verb.idx, verb.idx + len(verb)),))


def _turned(doc: Doc, attribution: Attribution) -> Attribution:
    """Give "two of the coins, say customs officers, date from 300" its speaker, who stands behind the cue."""
    cue, source, content = (
        tokens_of(doc, spans) for spans in (attribution.cue, attribution.source, attribution.content)
    )
    if len(cue) != 1 or not source or not content or not cue[0].i or cue[0].nbor(-1).text != ",":
        return attribution
    behind = list(doc[cue[0].i + 1 : cue[0].i + 1 + FARTHEST_COMMA])
    comma = next((place for place, t in enumerate(behind) if t.text == ","), 0)
    speaker = behind[:comma]
    if source[-1].i != cue[0].i - 2 or content[0] not in speaker or content[-1].i <= cue[0].i + comma + 1:
        return attribution
    told = {t.i for verb in speaker if verb.dep_ == "relcl" for t in verb.subtree}
    if any((t.pos_ in ("VERB", "AUX", "SCONJ") and t.i not in told) or t.is_quote for t in speaker):
        return attribution
    rest = Span(behind[comma + 1].idx, attribution.content[-1].end)
    return replace(attribution, source=(token_range(speaker),), content=(*attribution.source, rest))


def _is_said_by_nobody(cue: Token) -> bool:
    """Tell whether a cue is "it was reported that X"."""
    subject = child(cue, "nsubjpass", "nsubj", "expl")
    passive = bool(children(cue, "auxpass")) and subject is not None and subject.lower_ == "it"
    return passive and child(cue, "ccomp") is not None and child(cue, "agent") is None
