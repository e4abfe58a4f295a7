"""Take over the names that spaCy's recogniser sees, without its usual mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extraction.actor_names import Name, is_title, name_text, trim_name
from claims.extraction.actor_roles import apposed_before
from claims.extraction.actor_rows import fold
from claims.extraction.actor_tables import ActorTable
from claims.extraction.actor_words import BODY_NOUNS, DESK, HUMAN
from claims.extraction.dates import WEEKDAYS
from claims.reading.days import MONTHS
from claims.types import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

COMPASS = frozenset("central eastern northern southern western".split())
LABELS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "unknown",
    "NORP": "group",
    "FAC": "body",
}


BEFORE_PERSONS = frozenset(
    "mr mrs ms sir dame dr prof capt cllr cmdr col cpl lt maj sgt rev baron baroness countess madam madame".split()
)
"""Titles that stand before nothing but persons; "general" and "king" begin names of bodies and places too."""
ROLES = HUMAN - frozenset("broker dealer leader owner producer seller user".split())
"""Roles of persons alone; bodies and accounts are leaders and owners too ("the owner, Acme Holdings")."""
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
MOST_TOKENS = 5
"""Tokens of a person's name at most; a hyphen is one."""
LAND = frozenset("atoll island islands archipelago peninsula reef lagoon canyon avenue boulevard".split())
"""Last words of names of places that nobody bears as a surname: taken for persons, these do not speak."""


def recognised_names(doc: Doc, table: ActorTable) -> list[Name]:
    """Return the names of the recogniser, and people that it missed or took for bodies; they may overlap."""
    places = [place for ent in doc.ents for place in _owner_and_person(doc, ent, table)]
    names = [name for ent, label in places if (name := _recognised(doc, ent, label, table))]
    names += _from_given_names(doc, table)
    names += _introduced_people(doc)
    return names + list(_people_taken_for_bodies(doc, names))


def _owner_and_person(doc: Doc, ent: Span, table: ActorTable) -> list[tuple[Span, str]]:
    """Part "Acme's Ada Holm", taken for one name, into the body and the person who belongs to it."""
    for at in range(ent.start + 1, ent.end - 1):
        if doc[at].text in ("'s", "’s") and _looks_like_person(doc, at + 1, ent.end, table):
            return [(doc[ent.start : at], ent.label_), (doc[at + 1 : ent.end], "PERSON")]
    return [(ent, ent.label_)]


def _recognised(doc: Doc, ent: Span, label: str, table: ActorTable) -> Name | None:
    first = ent.start + (doc[ent.start].tag_ == "VBG" and len(ent) > 1)
    first += _is_opening_role(doc[first]) and ent.end - first > 2
    start, end = trim_name(doc, first, _before_description(doc, first, ent.end))
    start, end = _around_nickname(doc, start, end) if label == "PERSON" and end - start == 1 else (start, end)
    if label not in LABELS or start >= end or not any(t.text[:1].isupper() for t in doc[start:end]):
        return None
    if _is_list(doc, start, end, table) or _only_in_headline(doc, start, end):
        return None
    if all(t.lower_ in DESK for t in doc[start:end]) or _is_region(doc, start, end, table):
        return None
    if label == "PERSON" and end - start > 1 and doc[end - 1].lower_ in LAND:
        return None
    start, end, kind = _corrected(doc, start, end, _kind(doc, start, end, LABELS[label], table), table)
    text = name_text(doc, start, end)
    is_demonym = kind == "person" and end - start == 1 and table.is_demonym(text)
    return Name(start, end, text, kind, None) if text and not is_demonym else None


def _around_nickname(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return where "Ada “Bo” Roe" begins and ends, of which the recogniser saw only the surname or the given name."""
    for first in (start - 4, start):
        words = doc[first : first + 5] if 0 <= first <= len(doc) - 5 else ()
        if words and words[1].is_quote and words[3].is_quote and words[2].text.istitle():
            named = all(t.pos_ == "PROPN" and t.text.istitle() and not is_title(t) for t in (words[0], words[4]))
            if named:
                return first, first + 5
    return start, end


def _is_region(doc: Doc, start: int, end: int, table: ActorTable) -> bool:
    """Tell whether the name is a country's with a point of the compass before it ("Southern Norland")."""
    compass = doc[start].lower_ in COMPASS and end - start > 1
    return compass and table.is_country(name_text(doc, start + 1, end))


def _before_description(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends that the recogniser ran on into "… and county officials"."""
    joints = [t.i for t in doc[start + 1 : end - 1] if t.lower_ == "and" and doc[t.i + 1].text.islower()]
    return joints[-1] if joints and not any(t.text[:1].isupper() for t in doc[joints[-1] : end]) else end


def _kind(doc: Doc, start: int, end: int, kind: ActorKind, table: ActorTable) -> ActorKind:
    if kind == "person" and doc[end - 1].lower_ in BODY_NOUNS:
        return "body"
    return "person" if kind != "person" and _looks_like_person(doc, start, end, table) else kind


def _corrected(doc: Doc, start: int, end: int, kind: ActorKind, table: ActorTable) -> tuple[int, int, ActorKind]:
    """Leave titles out, and add the surname that follows initials."""
    if end - start > 1 and is_title(doc[end - 1]) and not _is_surname(doc, end - 1, table):
        end, kind = end - 1, "unknown"
    start, kind = _after_title(doc, start, end, kind)
    if kind == "person" and end - start > 1 and doc[end - 1].text.isdigit():
        end -= 1  # "Ada Roe 384, Mark Lee 200"
    return start, _with_surname(doc, start, end) if kind == "person" else end, kind


def _from_given_names(doc: Doc, table: ActorTable) -> Iterator[Name]:
    """Yield runs of two or three capitalised words that begin with a known given name."""
    for token in doc:
        if token.pos_ == "PROPN" and not token.ent_type_ and fold(token.text) in table.genders:
            end = token.i + 1
            while end < len(doc) and end - token.i < 3 and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
                end += 1
            if end - token.i > 1:
                yield Name(token.i, end, name_text(doc, token.i, end), "person", None)


def _introduced_people(doc: Doc) -> Iterator[Name]:
    """Yield people whom a title or a role introduces, whatever the recogniser takes their names for.

    "Countess Ina Moll", "novelist Imre Dahl", "the club's treasurer, Ada Holm,".
    """
    for token in doc:
        end = _name_end(doc, token.i)
        if end is None or end - token.i > MOST_TOKENS:
            continue
        if _is_introduced(doc, token.i, end):
            yield Name(token.i, end, name_text(doc, token.i, end), "person", None)


def _is_introduced(doc: Doc, start: int, end: int) -> bool:
    if not start:
        return False
    before, words = doc[start - 1], sum(t.is_alpha for t in doc[start:end])
    if before.text[:1].isupper() and before.lower_.rstrip(".") in BEFORE_PERSONS:
        return True
    if words > 1 and before.lower_ in ROLES and (before.text.islower() or _is_opening_role(before)):
        return True
    behind = doc[end].text if end < len(doc) else "."
    dated = any(t.lower_ in CALENDAR for t in doc[start:end])
    return behind in (",", ".") and not dated and bool(apposed_before(doc, start) & ROLES)


def _name_end(doc: Doc, start: int) -> int | None:
    """Return the end of the run of capitalised words that begins here; None where none does, or it names no person."""
    before = doc[start - 1] if start else None
    opens = before is None or not _is_of_name(before) or is_title(before) or _is_opening_role(before)
    if not _is_of_name(doc[start]) or not opens:
        return None
    end = start + 1
    while end < len(doc) and (_is_of_name(doc[end]) or (doc[end].text == "-" and not doc[end - 1].whitespace_)):
        end += 1
    return None if any(t.lower_ in BODY_NOUNS or is_title(t) for t in doc[start:end]) else end


def _is_opening_role(token: Token) -> bool:
    """Tell whether a word says what somebody is, with a capital for the sentence that it begins."""
    return bool(token.is_sent_start) and token.lower_ in ROLES


def _is_of_name(token: Token) -> bool:
    return bool(token.text[:1].isupper() and (token.pos_ == "PROPN" or token.ent_type_ in LABELS))


def _is_surname(doc: Doc, at: int, table: ActorTable) -> bool:
    """Tell whether a title is somebody's surname: the King of "Martha King said", of "Orla King", if "King said"."""
    if at + 1 < len(doc) and doc[at + 1].pos_ == "PROPN":
        return False
    return fold(doc[at - 1].text) in table.genders or any(
        t.text == doc[at].text and t.dep_ == "nsubj" and t.left_edge == t and t.i + 1 < len(doc) and t.i != at
        for t in doc
    )


def _after_title(doc: Doc, start: int, end: int, kind: ActorKind) -> tuple[int, ActorKind]:
    """Return the kind and where the name begins in "Hull County Judge H.M. Dane", taken for one name."""
    titles = [t.i for t in doc[start : end - 1] if is_title(t) and t.text[:1].isupper()]
    rest = doc[titles[-1] + 1 : end] if titles else doc[end:end]
    words = [t for t in rest if not t.is_punct]
    fits = 0 < len(words) <= 3 and all(t.text[:1].isupper() and t.lower_ not in BODY_NOUNS for t in words)
    if fits and (kind == "person" or len(words) > 1):
        return titles[-1] + 1, "person"
    return start, kind


def _only_in_headline(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the name stands only in a headline in title case, where the recogniser guesses."""
    sentence = doc[start].sent
    words = [t for t in sentence if t.is_alpha]
    if len(words) < 4 or any(t.text in ".?!" for t in sentence[-3:] if t.text):
        return False
    if sum(t.text[:1].isupper() for t in words) < 0.7 * len(words):
        return False
    text = doc[start:end].text
    return text not in doc[: sentence.start].text and text not in doc[sentence.end :].text


def _with_surname(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name of which the recogniser saw the initials alone ("H.M." Dane)."""
    if "." not in doc[end - 1].text or end >= len(doc):
        return end
    after = doc[end]
    return end + 1 if after.pos_ == "PROPN" and after.text.istitle() and not after.ent_type_ else end


def _people_taken_for_bodies(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Yield names of two or three words, taken for bodies, whose last word returns like a surname."""
    alone = {t.text for t in doc if t.pos_ == "PROPN" and t.text.isalpha() and _stands_alone(t)}
    for name in names:
        words = name.text.split()
        if name.actor or name.kind == "person" or not 2 <= len(words) <= 3 or words[-1] not in alone:
            continue
        if all(word[:1].isupper() and word.isalpha() for word in words) and words[-1].lower() not in BODY_NOUNS:
            yield Name(name.start, name.end, name.text, "person", None)


def _stands_alone(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    beside = [t for t in (before, after) if t is not None and (t.pos_ in ("PROPN", "DET") or t.text.istitle())]
    return not beside and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj", "dobj")


def _is_list(doc: Doc, start: int, end: int, table: ActorTable) -> bool:
    """Tell whether the recogniser took a list of known names for one name ("France and Japan")."""
    cuts = [t.i for t in doc[start:end] if t.lower_ in ("and", "or", ",")]
    if not cuts:
        return False
    bounds = [start - 1, *cuts, end]
    parts = [(a + 1, b) for a, b in pairwise(bounds) if a + 1 < b]
    known = [p for p in parts if table.named(name_text(doc, *trim_name(doc, *p))) if trim_name(doc, *p)[0] < p[1]]
    return len(known) == len(parts)


def _looks_like_person(doc: Doc, start: int, end: int, table: ActorTable) -> bool:
    words = [t.text for t in doc[start:end]]
    given = fold(words[0]) in table.genders and 2 <= len(words) <= 3
    return given and all(w[:1].isupper() and w.replace("-", "").replace("'", "").isalpha() for w in words)
