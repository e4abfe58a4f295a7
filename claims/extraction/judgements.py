"""Find who clears somebody or finds him guilty: "a jury acquitted Roe of theft", "Roe was found guilty of murder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import BODY_NOUNS, HUMAN
from claims.extraction.contents import tokens_of
from claims.extraction.deeds import CRIMES, deed_of, say_deed
from claims.extraction.found import Found
from claims.extraction.lexicon import ACCUSE, ACQUITTING, JUDGING, SHELL_NOUNS
from claims.extraction.negation import negation_of
from claims.extraction.receivers import passive_doer
from claims.extraction.syntax import child, children, is_quoted, subtree_span, token_range
from claims.extraction.voice import is_hypothetical
from claims.extraction.wording import Voice
from claims.types import Attribution, Span, Stance

FINDING = ("find", "declare")
COURTS = JUDGING | {"inquiry"}
CHARGES = CRIMES | SHELL_NOUNS | frozenset("wrongdoing misconduct involvement negligence count".split())
"""What somebody is cleared of, and no road is."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold who is judged, of what, and whether he did it."""

    judged: Token
    deed: Token
    stance: Stance


def find_judgement(verb: Token) -> Judgement | None:
    """Return whom a verb clears of what, or finds guilty: "cleared Roe of lying", "found Roe not guilty of theft"."""
    lemma = verb.lemma_.lower()
    guilty = next((t for t in children(verb, "oprd", "ccomp", "acomp", "xcomp") if t.lower_ == "guilty"), None)
    if lemma in FINDING and guilty is not None:
        judged = child(verb, "nsubjpass", "dobj") or child(guilty, "nsubj")
        deed = next((t for p in children(guilty, "prep") for t in children(p, "pobj", "pcomp")), None)
    elif lemma in ACQUITTING and verb.pos_ == "VERB":
        judged = child(verb, "nsubjpass", "dobj")
        deed = deed_of(verb, judged) or _charged_with(judged)
    else:
        return None
    if judged is None or deed is None or deed.head.lower_ != "of" or negation_of(verb) is not None:
        return None
    charged = deed.tag_ == "VBG" or deed.lemma_.lower() in CHARGES
    person = (
        judged.pos_ in ("PROPN", "PRON") or judged.ent_type_ == "PERSON" or judged.lemma_.lower() in HUMAN | BODY_NOUNS
    )
    if not charged or not (person or deed.tag_ == "VBG"):
        return None
    did = guilty is not None and child(guilty, "neg") is None
    return Judgement(judged, deed, "asserts" if did else "denies")


def _charged_with(judged: Token | None) -> Token | None:
    """Return the theft of "a clerk accused of theft was acquitted"."""
    charges = (t for t in children(judged, "acl", "relcl") if t.lemma_.lower() in ACCUSE) if judged is not None else ()
    return next((deed for t in charges if (deed := deed_of(t, None)) is not None and deed.head.lower_ == "of"), None)


def judged_of(cue: Token | None, voice: Voice) -> str:
    """Say what somebody is judged of: "Roe took bribes."; "" for charges that are told elsewhere."""
    judgement = find_judgement(cue) if cue is not None else None
    if cue is None or judgement is None or judgement.deed.lemma_.lower() in SHELL_NOUNS | {"count"}:
        return ""
    beside = [*_courts_by(judgement.deed), *(t for t in judgement.deed.lefts if t.lower_ == "any")]
    return say_deed(cue, judgement.judged, judgement.deed, voice, beside)


def find_judgements(doc: Doc, article_id: str) -> Iterator[Found]:
    """Yield the judgements that a text tells of; one that is only hoped for, or asked of a court, is none."""
    for verb in doc:
        judgement = find_judgement(verb) if verb.tag_ in ("VBD", "VBN", "VBZ") and not is_quoted(verb) else None
        if judgement is None or any(t.tag_ == "MD" for t in children(verb, "aux")) or is_hypothetical(verb):
            continue
        judge = child(verb, "nsubj") if child(verb, "nsubjpass") is None else None
        doer = _by_court(judgement.deed) or passive_doer(verb) if judge is None else subtree_span(judge)
        cue = token_range([*children(verb, "aux", "auxpass"), verb])
        deed = subtree_span(judgement.deed, without=_courts_by(judgement.deed))
        attribution = Attribution(article_id, (doer,) if doer is not None else (), (cue,), (deed,), 1.0)
        yield Found(attribution, judgement.stance)


def without_judgements(doc: Doc, known: Sequence[Attribution]) -> list[Attribution]:
    """Drop what the tagger makes of judgements, of which it does not see who is judged."""
    return [item for item in known if not any(find_judgement(t) for t in tokens_of(doc, item.cue))]


def _courts_by(deed: Token) -> list[Token]:
    """Return the "by a court" of "found guilty of murder by a court", which the parser hangs on the murder."""
    places = (p for t in deed.subtree for p in children(t, "prep", "agent") if p.lower_ == "by")
    return [p for p in places if any(t.lemma_.lower() in COURTS for t in children(p, "pobj"))]


def _by_court(deed: Token) -> Span | None:
    return next((subtree_span(t) for p in _courts_by(deed) for t in children(p, "pobj")), None)
