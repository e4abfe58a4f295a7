"""Read each attribution: who speaks, with which stance, about what, in which sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claims.extraction.actor_heads import is_first_person
from claims.extraction.actor_words import DOCUMENTS
from claims.extraction.actors import ArticleActors
from claims.extraction.circumstances import ASKED, CONTRARY, LIES, NO_SUCH, stance_of_piece
from claims.extraction.contents import INNER, gapped, head_of, is_finite, text_of, tokens_of, trim, without_answers
from claims.extraction.deeds import EVENTS, has_deed_before
from claims.extraction.found import Found
from claims.extraction.lexicon import DEBUNKING, HEARSAY, SEEMING, SHELL_NOUNS
from claims.extraction.negation import as_asserted
from claims.extraction.own_words import without_own_telling
from claims.extraction.pieces import asks, hangs, split_sentences, takes_up_talk
from claims.extraction.pronouns import ContentNames, is_person_noun, spoken_of, told_about
from claims.extraction.propositions import Draft, draft_proposition
from claims.extraction.relatives import is_open, with_relative
from claims.extraction.syntax import FINITE, children, is_quoted, of_phrase, sentence_at
from claims.extraction.talk import talk_of, tells_own_death, users_of
from claims.extraction.wording import ALLEGED, Voice, Word, finish
from claims.types import Actor, Quote, Span, Stance

DECLINING = ("decline", "neither")
"""Beginnings of the names of stance rules for a refusal to comment."""
IMPERSONAL = frozenset("evidence fact factor detail clue sign circumstance inspection fact-checking".split())
"""Sources that are nobody: what "all evidence suggests" the text itself says."""
ANYBODY = ("anyone", "anybody", "whoever")
"""Who nobody need be: "anyone who doubts the result"; nor is "no leader" anybody."""
OPEN_MATTERS = ("fate", "future", "status")
"""What is thrown into question without anything being denied of it."""
WARY = ("skeptical", "sceptical", "wary")
"""What people are of a thing that there is: "skeptical of free trade"."""
MUTUAL = ("each other", "one another")
TRADING = ("trade", "exchange", "swap")
NARRATING = frozenset("recall describe recount tell relate remember".split())
"""Verbs whose "how" opens what happened: "described how the tent fell"."""
SELF = re.compile(r"(?P<name>[A-Z][\w’'-]+ [A-Z][\w’' -]*?) is (?P=name)\b")
"""How somebody introduces himself: "I am Ada Roe"."""
WHOLE = ("it-is-false", "nothing-of-the-sort", "it-never-happened", "none-of-it-is-true", "made-up")
"""Frames that say all: "it is a hoax | that has gone round", "nothing like this happened | in our shop"."""
INNOCENT = "is-innocent"
"""Name of the frames that deny by saying that somebody is innocent: what is denied is that he is guilty."""
OPPOSITE = "opposite"
"""Name of the frames that say the contrary of what was told, whatever follows: "it was the other way round: he …"."""
ANSWERING_ONLY = (LIES, "nothing-wrong")
"""Frames that deny what was told before, and say something by themselves where nothing was: "Roe is lying"."""
BESIDE = ("ADP", "CCONJ", "SCONJ")
COMING_ABOUT = frozenset("exist happen occur take make give issue hold sign send pay place reach".split())
"""Verbs of which "no such thing" is the subject that says only that there was none: "no such deal was signed"."""
QUOTE_MARKS = '"“”«»'


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one attribution, or one sentence of a longer content, as it was read."""

    found: Found
    actors: tuple[Actor, ...]
    stance: Stance
    draft: Draft
    tokens: tuple[Token, ...]
    """The words of the content in this sentence; empty when the cue stands alone."""
    cue: Token | None
    sentence: Span
    """Sentence of the content; of the cue when there is none."""
    rule: str
    """Name of what decided the stance."""

    @property
    def declines(self) -> bool:
        """Tell whether the source was asked and neither affirmed nor denied."""
        return self.stance == "other" and self.rule.startswith(DECLINING)

    @property
    def start(self) -> int:
        """Return the character at which the reading's words begin."""
        return self.tokens[0].idx if self.tokens else self.found.attribution.cue[0].start


def read_attribution(doc: Doc, found: Found, actors: ArticleActors) -> list[Reading]:
    """Return one reading for each sentence of the content that says something by itself."""
    attribution = found.attribution
    cue_tokens = tokens_of(doc, attribution.cue)
    who = _speakers(doc, found, cue_tokens, actors)
    cue = head_of(cue_tokens)
    pieces = split_sentences(_told_how(tokens_of(doc, attribution.content), cue), cue_tokens) or [[]]
    said = [without_own_telling(piece) for piece in pieces]
    readings = [_read_piece(doc, found, piece, cue_tokens, cue, who, actors) for piece in said]
    readings = [each for reading in readings for each in _each_of_the_other(reading, cue_tokens)]
    alone = [each for each in readings if each.stance != "asserts" or not hangs(each.tokens, each.draft.text)]
    return alone or [_taken_back(each) for each in readings[:1]]


def _told_how(content: list[Token], cue: Token | None) -> list[Token]:
    """Drop the "how" of "recalled how the tent fell", which tells that it fell; "how many fell" stays."""
    words = [t for t in content[:2] if not t.is_punct]
    telling = cue is not None and cue.lemma_.lower() in NARRATING and len(words) == 2 and words[0].lower_ == "how"
    clause = words[0].head if telling else None
    whole = clause is not None and clause.pos_ in ("VERB", "AUX") and is_finite(clause, content)
    return content[1:] if whole and words[1].pos_ in ("DET", "NOUN", "PROPN", "PRON") else content


def _each_of_the_other(reading: Reading, cue: Sequence[Token]) -> list[Reading]:
    """Read "Norland and Sudland accused each other of X" as what each says of the other; of "both sides" as nothing."""
    both = (spoken_of(reading.actors),) if any(t.lemma_ in TRADING for t in cue) and len(reading.actors) > 1 else ()
    text = reading.draft.text
    source = tokens_of(cue[0].doc, reading.found.attribution.source) if cue else []
    if any(t.lower_ == "each" for t in source) and text.startswith("The other "):
        return [replace(reading, stance="other", rule="mutual")]
    mutual = next((words for words in (*MUTUAL, *both) if text.lower().startswith(f"{words.lower()} ")), None)
    if mutual is None or reading.stance not in ("asserts", "denies"):
        return [reading]
    if len(reading.actors) != 2:
        return [replace(reading, stance="other", rule="mutual")]
    said = Word(text[len(mutual) :].strip())
    return [
        replace(reading, actors=(one,), draft=replace(reading.draft, text=finish([Word(spoken_of([other])), said])))
        for one, other in (reading.actors, reading.actors[::-1])
    ]


def _taken_back(reading: Reading) -> Reading:
    """Let words assert nothing that only point at what was told: "took it to be true"."""
    pointing = reading.draft.bare and takes_up_talk(reading.tokens, reading.draft.text)
    return replace(reading, stance="other", rule="hangs") if pointing else reading


def _speakers(doc: Doc, found: Found, cue: Sequence[Token], actors: ArticleActors) -> tuple[Actor, ...]:
    if found.own_voice:
        return (actors.outlet_actor(),)
    source = tokens_of(doc, found.attribution.source)
    first_person = len(source) == 1 and is_first_person(source[0])
    who = actors.of_source(found.within if first_person and found.within else found.attribution.source)
    nobody = who and all(actor.name.split()[-1].removesuffix("s") in IMPERSONAL for actor in who)
    if nobody:
        return (actors.outlet_actor(),)
    if not source and any(t.lemma_.lower() in DEBUNKING and t.tag_ == "VBN" for t in cue):
        return (actors.outlet_actor(),)
    talk = None if who or source else talk_of(cue)
    return (talk,) if talk is not None else users_of(who, cue[0].sent if cue else ())


def _read_piece(
    doc: Doc,
    found: Found,
    piece: list[Token],
    cue_tokens: list[Token],
    cue: Token | None,
    who: tuple[Actor, ...],
    actors: ArticleActors,
) -> Reading:
    sentence = sentence_at(doc, piece[0].idx if piece else cue_tokens[0].idx)
    content = text_of(piece)
    reading = stance_of_piece(doc, found, piece, cue_tokens, cue)
    kept = without_answers(_without_frame(piece, reading.frame))
    if reading.frame is not None and reading.stance == "doubts":
        kept = _with_link(piece, kept)
    opens = next((t for t in kept if not t.is_punct), None)
    if reading.rule in WHOLE and opens is not None and (opens.tag_ in FINITE or opens.pos_ in BESIDE):
        kept = []
    if reading.rule == OPPOSITE:
        kept = []
    if reading.rule == INNOCENT:
        kept = piece
    if reading.stance == "denies" and cue is not None and not any(t.is_alpha for t in kept):
        kept = _alleged(cue)
    if reading.rule in ANSWERING_ONLY:
        kept = piece
    if reading.rule == NO_SUCH:
        kept = _told_before(kept) or _first_deed(kept)
    if reading.rule == ASKED and kept and kept[0].lower_ in ("if", "whether"):
        kept = kept[1:]
    unnamed = found.own_voice or not found.attribution.source
    source = tokens_of(doc, found.attribution.source)
    name = None if unnamed or _is_writers(kept, source) else spoken_of(who, source) or None
    answers = reading.stance in ("denies", "doubts") or reading.rule == CONTRARY
    flips = answers and reading.frame is None and reading.negated
    first = actors.of_source(found.within) if _is_in_anothers_words(found, source, kept) else who
    voice = Voice(
        name,
        ContentNames(doc, actors, () if unnamed else who, kept, source, found.in_turn, we=first == who),
        spoken_of(first) if len(first) == 1 and (first[0].kind == "person" or first[0].name[:1].isupper()) else None,
    )
    stance: Stance = (
        "other"
        if any(actor.name in ANYBODY or actor.name.startswith("no ") for actor in who)
        or (
            piece
            and reading.rule not in (ASKED, CONTRARY)
            and reading.stance != "other"
            and (asks(with_relative(_behind_frame(piece, kept, reading.frame), cue)) or is_open(piece, cue))
        )
        else reading.stance
    )
    if stance == "other" and not found.attribution.source and _tells(cue_tokens, piece):
        stance = "asserts"
    if reading.rule.startswith(DECLINING):
        draft = Draft(content, bare=True)
    else:
        told: Stance = "asserts" if reading.rule in ANSWERING_ONLY else stance
        draft = draft_proposition(kept, cue, voice, stance=told, positive=flips)
        draft = replace(draft, text=as_asserted(draft.text)) if stance == "denies" else draft
        draft = replace(draft, bare=True) if reading.rule in ANSWERING_ONLY else draft
        if reading.rule == "is-framed" and draft.vague:
            draft = Draft(finish([Word(t.text, t) for t in kept]), bare=True, pointer=head_of(kept))
    if draft.topic or (stance == "doubts" and _only_questions(draft, cue_tokens)) or _is_only_somebody(draft):
        stance = "other"
    if stance == "asserts" and tells_own_death(who, draft.text):
        talk = talk_of(cue_tokens)
        who = (talk,) if talk is not None else ()
    return Reading(
        found,
        who,
        stance,
        draft,
        tuple(piece),
        cue,
        Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip())),
        reading.rule,
    )


def _is_writers(content: Sequence[Token], source: Sequence[Token]) -> bool:
    """Tell whether who wrote a note does what its quoted gerund says: the “Thinking of you” of a tweet."""
    note = head_of(source)
    quoted = bool(content) and content[0].tag_ == "VBG" and is_quoted(content[0])
    return quoted and note is not None and note.lemma_.lower() in DOCUMENTS


def _is_in_anothers_words(found: Found, source: Sequence[Token], content: Sequence[Token]) -> bool:
    """Tell whether "I" is who is quoted as telling: the Roe of "“Lee said my answers were true,” Roe said"."""
    quoted = bool(found.within) and bool(source) and is_quoted(source[0])
    return quoted and not any(t.text in INNER and not t.whitespace_ for t in content)


def _only_questions(draft: Draft, cue: Sequence[Token]) -> bool:
    """Tell whether somebody is asked, or what something is good for: "questioned its reliance on gas"."""
    if draft.vague and draft.text.startswith("There was ") and any(t.lemma_.lower() in WARY for t in cue):
        return True
    noun = draft.pointer
    if noun is not None and draft.vague and (is_person_noun(noun) or noun.lemma_.lower() in OPEN_MATTERS):
        return True
    of = of_phrase(noun) if noun is not None else None
    owned = noun is not None and (bool(children(noun, "poss")) or (of is not None and of.ent_type_ == "PERSON"))
    named = noun is not None and noun.lemma_.lower() not in SHELL_NOUNS and owned
    return named and draft.vague and draft.text.startswith(("There was ", "There were "))


def _is_only_somebody(draft: Draft) -> bool:
    """Tell whether of a known person it would be said that he exists, or is he: "attacked her uncle as a fraud"."""
    if SELF.match(draft.text):
        return True
    noun = draft.pointer
    if noun is None or not draft.vague or not draft.text.startswith(("There was ", "There were ")):
        return False
    return noun.ent_type_ == "PERSON" or (is_person_noun(noun) and bool(children(noun, "poss")))


def _tells(cue: Sequence[Token], piece: Sequence[Token]) -> bool:
    """Tell whether nobody's words are told: "the square is full of talk that X", "rumours of the king's death"."""
    if not cue or not piece:
        return False
    head = head_of(piece)
    happened = head is not None and head.lemma_.lower() in EVENTS
    if happened and any(t.lemma_.lower() in HEARSAY for t in (*cue, *piece)):
        return True
    return cue[-1].lemma_.lower() in HEARSAY and piece[0].lower_ == "that"


def _behind_frame(piece: list[Token], kept: list[Token], frame: Span | None) -> list[Token]:
    """Return what follows a frame with which a piece opens, be the frame an order: "ignore the reports that X"."""
    opens = frame is not None and frame.start == 0
    return kept if opens and any(t.is_alpha for t in kept) else piece


def _without_frame(piece: list[Token], frame: Span | None) -> list[Token]:
    """Cut the words that carry the denial ("it was a lie that") out of a piece whose text is `text_of(piece)`."""
    if frame is None:
        return piece
    kept: list[Token] = []
    cut: list[Token] = []
    position = 0
    for token, gap in gapped(piece):
        (cut if frame.start <= position < frame.end else kept).append(token)
        position += len(token.text) + len(gap)
    if kept and cut and kept[0].i > cut[-1].i and kept[0].text == ":":
        return []
    return _called_so(kept, cut) or _with_its_subject(kept, cut)


def _alleged(cue: Token) -> list[Token]:
    """Return what a bare denial is of: the meeting of "“That never happened,” Roe said of the alleged meeting"."""
    noun = told_about(cue)
    called = next((t for t in noun.lefts if t.lower_ in ALLEGED), None) if noun is not None else None
    return [t for t in noun.subtree if t != called] if noun is not None and called is not None else []


def _with_link(piece: Sequence[Token], kept: list[Token]) -> list[Token]:
    """Give back the noun of "there is no link between smoke and cancer", which is doubted itself, and no sign of it."""
    noun = next((t for t in piece if t.lemma_.lower() == "link" and t.pos_ == "NOUN" and t not in kept), None)
    return [t for t in piece if noun is not None and t.i >= noun.i] or kept


def _with_its_subject(kept: list[Token], cut: list[Token]) -> list[Token]:
    """Give an infinitive back the subject that was cut with its frame: the "it" of "it was unlikely to work"."""
    head = head_of(kept)
    if head is None or head.tag_ != "VB" or children(head, "nsubj", "nsubjpass") or head.head not in cut:
        return kept
    marks = [t for t in children(head, "aux") if t.tag_ == "TO"]
    subjects = [s for t in cut if t.pos_ in ("VERB", "AUX") for s in children(t, "nsubj", "nsubjpass") if s in cut]
    return [*subjects[:1], *(t for t in marks if t in cut), *kept] if subjects else kept


def _is_followed_by_that(noun: Token) -> bool:
    return bool(noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "that")


def _told_before(tokens: list[Token]) -> list[Token]:
    """Return the "such" of "no such meeting took place", which points at the meeting that was told of before."""
    head = head_of(tokens)
    for noun in children(head, "nsubj", "nsubjpass") if head is not None and head.lemma_ in COMING_ABOUT else ():
        if noun.lower_ == "thing" or has_deed_before(noun):
            return [t for t in noun.lefts if t.lower_ == "such"]
    return []


def _first_deed(tokens: list[Token]) -> list[Token]:
    """Return what alone is denied in "gave no such order and left"."""
    head = head_of(tokens)
    joint = next((t for t in children(head, "cc") if t.i > head.i), None) if head is not None else None
    goes_on = head is not None and any(t.pos_ == "VERB" for t in children(head, "conj"))
    return trim([t for t in tokens if t.i < joint.i]) if joint is not None and goes_on else tokens


def _called_so(kept: list[Token], cut: list[Token]) -> list[Token]:
    """Return what a cut predicate is said of: the report of "he thought the report was a lie".

    In "rumours of his arrest spread on forums are untrue" the parser takes "spread" for a verb of its own, in "the
    claim that X causes pain is false" the pain for what is false.
    """
    noun = next((t for t in kept if t.pos_ not in ("DET", "ADJ", "PUNCT")), None)
    if noun is not None and noun.lemma_.lower() in SHELL_NOUNS and _is_followed_by_that(noun):
        return [t for t in kept if not cut or t.i < cut[0].i]
    verbs = [t for t in cut if t.pos_ in ("VERB", "AUX")]
    verbs += [t.head for t in verbs if t.dep_ == "xcomp" and t.head.lemma_.lower() in SEEMING]
    subjects = [s for verb in verbs for s in children(verb, "nsubj", "nsubjpass") if s in kept]
    parted = head_of(kept) if not subjects else None
    if parted is not None and parted.tag_ in ("VBN", "VBD") and not children(parted, "aux", "auxpass", "dobj"):
        subjects = [t for t in children(parted, "nsubj") if t.lemma_.lower() in SHELL_NOUNS]
    return [t for t in kept if t in set(subjects[0].subtree)] if subjects else []


def quote_kind(text: str, content: Sequence[Span]) -> Quote:
    """Tell whether the content stands in quotation marks wholly, partly or not at all."""
    words = [span.of(text).strip() for span in content]
    if not any(mark in part for part in words for mark in QUOTE_MARKS):
        return "indirect"
    whole = all(part[:1] in QUOTE_MARKS or part[-1:] in QUOTE_MARKS for part in words if part)
    inner = any(mark in part.strip(QUOTE_MARKS + ",.") for part in words for mark in QUOTE_MARKS)
    return "direct" if whole and not inner else "mixed"
