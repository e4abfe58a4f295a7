"""Read each attribution: who speaks, with which stance, about what, in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.extraction.actor_heads import is_first_person
from claims.extraction.actors import ArticleActors
from claims.extraction.contents import head_of, tokens_of, without_answers
from claims.extraction.deeds import EVENTS, denies_guilt
from claims.extraction.lexicon import FALSEHOODS, HEARSAY, NEGATION, SHELL_NOUNS
from claims.extraction.negation import negation_of
from claims.extraction.pieces import asks, hangs, points_at_person, split_sentences
from claims.extraction.pronouns import ContentNames, is_person_noun, spoken_of
from claims.extraction.propositions import Draft, draft_proposition
from claims.extraction.relatives import is_open, with_relative
from claims.extraction.stance import StanceReading, read_stance
from claims.extraction.syntax import child, children, sentence_at, that_clause
from claims.extraction.talk import talk_of, tells_own_death, users_of
from claims.extraction.wording import ALLEGED, Voice, Word, finish
from claims.types import Actor, Attribution, Quote, Span, Stance

DECLINING = ("decline", "neither")
"""Beginnings of the names of stance rules for a refusal to comment."""
CONTRARY = "contrary"
"""Name of the rule by which a text says the opposite of its source."""
EASE = frozenset("easy difficult hard possible impossible tough simple".split())
"""What a text may call the denying of something, that denies nothing."""
IMPERSONAL = frozenset("evidence fact factor detail clue sign circumstance inspection fact-checking".split())
"""Sources that are nobody: what "all evidence suggests" the text itself says."""
ANYBODY = ("anyone", "anybody", "whoever")
"""Who nobody need be: "anyone who doubts the result"."""
IDIOM = 4
"""Words beside a cue's verb or behind the content that may make an idiom of it."""
FINDING = frozenset("find see know identify name rule comment discuss mention address investigate charge prove".split())
"""Verbs by which who does not do it says nothing of whether something alleged is so."""
ANSWERED = re.compile(
    r"\bcontrary to (?:\w+ ){0,3}?(?:reports?|claims?|rumou?rs?|allegations?|stories|speculation)\b|"
    r"\bas (?:has|have|had) been (?:claimed|alleged|reported|rumou?red|suggested|asserted)\b|"
    r"\bas (?:was|were|is|are) (?:claimed|alleged|rumou?red)\b|"
    r"\bas (?:some|many|several|others|critics) (?:have )?(?:claim|claimed|allege|alleged|suggest|suggested)\b",
    re.IGNORECASE,
)
"""Words by which a statement says that it answers a claim."""
JUDGING = frozenset("court judge tribunal senate jury justice magistrate".split())
CASES = frozenset("complaint charge case lawsuit suit petition appeal bill motion indictment".split())
MUTUAL = ("each other", "one another")
TRADING = ("trade", "exchange", "swap")
SHAMS = ("hoax", "prank", "fabrication", "falsehood")
"""What it is to confirm that nothing of a report is so."""
AWAY = ("away", "aside", "off", "down", "out")
"""Adverbs that belong to their verb: "waved away", "brushed aside"."""
QUOTE_MARKS = '"“”«»'


@dataclass(frozen=True, slots=True)
class Found:
    """Hold an attribution with what the finder already knows of it."""

    attribution: Attribution
    stance: Stance | None = None
    """Given by a finder that reads the stance itself (the outlet's own voice); None where cue and content decide."""
    own_voice: bool = False
    unsaid: bool = False
    """Found by syntax alone and said by nobody named ("talk that X"): it counts only where a denial points at it."""
    passing: bool = False
    """The outlet calls it false in passing ("a hoax that said X"): it counts only where it says so nowhere outright."""
    in_turn: bool = False
    """A sentence of a transcript, of which nobody tells: who speaks stands in the label of the turn.

    It answers the question before it, which asserts nothing, so that "it never happened" denies nobody's claim.
    """
    within: tuple[Span, ...] = ()
    """Source of the attribution whose content this one stands in; empty when it stands in none."""


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
    pieces = split_sentences(tokens_of(doc, attribution.content), cue_tokens) or [[]]
    readings = [_read_piece(doc, found, piece, cue_tokens, cue, who, actors) for piece in pieces]
    readings = [each for reading in readings for each in _each_of_the_other(reading, cue_tokens)]
    alone = [each for each in readings if each.stance != "asserts" or not hangs(each.tokens, each.draft.text)]
    return alone or [_taken_back(each) for each in readings[:1]]


def _each_of_the_other(reading: Reading, cue: Sequence[Token]) -> list[Reading]:
    """Read "Norland and Sudland accused each other of X" as what each says of the other; of "both sides" as nothing."""
    both = (spoken_of(reading.actors),) if any(t.lemma_ in TRADING for t in cue) and len(reading.actors) > 1 else ()
    text = reading.draft.text
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
    """Let words assert nothing that say by themselves of no one and nothing what they say: "it was wonderful"."""
    return reading if points_at_person(reading.draft.text) else replace(reading, stance="other", rule="hangs")


def _speakers(doc: Doc, found: Found, cue: Sequence[Token], actors: ArticleActors) -> tuple[Actor, ...]:
    if found.own_voice:
        return (actors.outlet_actor(),)
    source = tokens_of(doc, found.attribution.source)
    first_person = len(source) == 1 and is_first_person(source[0])
    who = actors.of_source(found.within if first_person and found.within else found.attribution.source)
    nobody = who and all(actor.name.split()[-1].removesuffix("s") in IMPERSONAL for actor in who)
    if nobody:
        return (actors.outlet_actor(),)
    talk = None if who or source or found.unsaid else talk_of(cue)
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
    content = _text(piece)
    reading = _stance_of_piece(doc, found, piece, cue_tokens, cue)
    kept = without_answers(_without_frame(piece, reading.frame))
    unnamed = found.own_voice or not found.attribution.source
    source = tokens_of(doc, found.attribution.source)
    name = None if unnamed else spoken_of(who, source) or None
    answers = reading.stance in ("denies", "doubts") or reading.rule == CONTRARY
    flips = answers and reading.frame is None and reading.negated
    voice = Voice(
        name,
        ContentNames(doc, actors, () if unnamed else who, kept, source, found.in_turn),
        spoken_of(who) if len(who) == 1 and (who[0].kind == "person" or who[0].name[:1].isupper()) else None,
    )
    stance: Stance = (
        "other"
        if any(actor.name in ANYBODY for actor in who)
        or (piece and reading.stance != "other" and (asks(with_relative(piece, cue)) or is_open(piece, cue)))
        else reading.stance
    )
    if stance == "other" and not found.attribution.source and _tells(cue_tokens, piece):
        stance = "asserts"
    if reading.rule.startswith(DECLINING):
        draft = Draft(content, bare=True)
    else:
        draft = draft_proposition(kept, cue, voice, stance=stance, positive=flips)
    if draft.topic:
        stance = "other"
    if stance == "asserts" and tells_own_death(who, draft.text):
        who = ()
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


def _stance_of_piece(
    doc: Doc, found: Found, piece: list[Token], cue_tokens: list[Token], cue: Token | None
) -> StanceReading:
    """Read the stance from cue and content, and from what stands around them."""
    if found.stance:
        return StanceReading(found.stance, "own voice", None, False)
    sentence = sentence_at(doc, piece[0].idx if piece else cue_tokens[0].idx)
    content = _taken_up(piece, cue) or _text(piece)
    source = _source_words(doc, found, cue)
    reading = read_stance(cue_words(cue_tokens), content, source=source, sentence=sentence.text)
    if reading.rule.startswith("unknown") and cue is not None and piece:
        reading = _of_idiom(cue, piece, content, source) or reading
    if piece and _is_contrary(doc, found, piece):
        return StanceReading("asserts" if reading.negated else "denies", CONTRARY, None, reading.negated)
    if reading.stance in ("denies", "doubts") and found.in_turn:
        return StanceReading("asserts", "in a turn", None, False)
    if reading.stance == "asserts" and cue is not None and cue.lemma_.lower() == "confirm" and _is_sham(piece):
        return StanceReading("denies", "confirms the hoax", None, False)
    if reading.stance == "asserts" and (_is_supposed(cue) or _is_undone(cue)):
        return StanceReading("other", "supposed", None, False)
    if reading.stance in ("denies", "doubts") and _is_only_judged(cue):
        return StanceReading("other", "only judged", None, False)
    if reading.stance == "asserts" and _is_nothing_told(piece, cue):
        return StanceReading("other", "nothing told", None, False)
    spoken_about = _spoken_about(piece, cue)
    if spoken_about is not None and reading.stance == "asserts":
        return StanceReading("denies" if _is_called_false(spoken_about) else "other", "spoken about", None, False)
    if reading.stance in ("denies", "doubts") and any(_is_denial_of(t) for t in piece):
        return StanceReading("other", "denies a denial", None, False)
    if denies_guilt(piece, cue):
        return StanceReading("denies", "plea", None, False)
    if reading.stance == "denies" and _is_ruling(head_of(tokens_of(doc, found.attribution.source)), cue, piece):
        return StanceReading("other", "ruling", None, False)
    if reading.stance == "asserts" and reading.negated and _answers_allegation(piece, sentence):
        return StanceReading("denies", "alleged", None, True)
    return reading


def _is_nothing_told(piece: Sequence[Token], cue: Token | None) -> bool:
    """Tell whether a bare "no arrests" is what was reported: then nothing was."""
    thing = head_of(piece)
    if thing is None or cue is None or thing.pos_ != "NOUN" or cue.tag_ != "VBN":
        return False
    return cue in (thing.head, *thing.children) and any(t.lower_ == "no" for t in thing.lefts)


def _spoken_about(piece: Sequence[Token], cue: Token | None) -> Token | None:
    """Return the claim of "“…,” Roe said of the claim that X": others make it than who speaks of it."""
    noun = cue if cue is not None and cue.pos_ == "NOUN" else None
    if noun is None and piece and piece[0].lower_ == "that" and piece[0].i:
        noun = piece[0].nbor(-1)
    if noun is None or noun.lemma_.lower() not in SHELL_NOUNS or noun.head.lower_ not in ("of", "about"):
        return None
    told = noun.head.head.lemma_ in ("say", "tell", "write", "add") and child(noun, "poss") is None
    return noun if told and noun.dep_ == "pobj" else None


def _is_called_false(claim: Token) -> bool:
    """Tell whether the words of its sentence before a claim call it false, without a negation."""
    before = claim.doc[claim.sent.start : claim.i]
    return any(t.lemma_.lower() in FALSEHOODS for t in before) and NEGATION.search(before.text) is None


def _is_denial_of(token: Token) -> bool:
    """Tell whether a word is the denial of "did not believe its denial that X"."""
    return token.lemma_.lower() == "denial" and token.pos_ == "NOUN" and that_clause(token) is not None


def _is_ruling(source: Token | None, cue: Token | None, piece: Sequence[Token]) -> bool:
    """Tell whether a court decides on a case, and says nothing of what is so: "dismissed the complaint".

    Who denies a charge speaks of himself, be he a judge.
    """
    head = head_of(piece)
    if source is None or head is None or source.lemma_.lower() not in JUDGING or source.ent_type_ == "PERSON":
        return False
    own = head.lemma_.lower() == "charge" and cue is not None and cue.lemma_.lower() == "deny"
    return head.lemma_.lower() in CASES and not own and that_clause(head) is None


def _answers_allegation(piece: Sequence[Token], sentence: TokenSpan) -> bool:
    """Tell whether a negative statement says itself that it answers: "did not perform the alleged biopsy".

    Of an alleged culprit or victim it says something else.
    """
    return any(_calls_deed_alleged(t) for t in piece) or ANSWERED.search(sentence.text) is not None


def _calls_deed_alleged(token: Token) -> bool:
    """Tell whether a word calls alleged what somebody says was not done."""
    noun, verb = token.head, token.head.head
    called = token.dep_ == "amod" and token.lower_ in ALLEGED | {"rumored", "rumoured"}
    undone = noun.dep_ == "dobj" and verb.lemma_ not in FINDING and negation_of(verb) is not None
    return called and undone and not is_person_noun(noun)


def _is_sham(piece: Sequence[Token]) -> bool:
    """Tell whether what is confirmed is that a report is false: "the hoax"."""
    return len(piece) == 2 and piece[0].lower_ == "the" and piece[1].lemma_.lower() in SHAMS


def _of_idiom(cue: Token, piece: Sequence[Token], content: str, source: str) -> StanceReading | None:
    """Read a cue with the words beside the content that belong to it: "poured | cold water on", "put … | to rest"."""
    between = cue.doc[cue.i + 1 : piece[0].i] if cue.i < piece[0].i <= cue.i + IDIOM else ()
    after = [t for t in cue.doc[piece[-1].i + 1 : piece[-1].i + IDIOM] if t.is_alpha and t.sent == cue.sent]
    if cue.pos_ != "VERB" or not (between or after):
        return None
    words = " ".join(t.text for t in (cue, *between, *after))
    reading = read_stance(words, content, source=source)
    return reading if reading.stance in ("denies", "doubts") else None


def _is_contrary(doc: Doc, found: Found, piece: list[Token]) -> bool:
    """Tell whether the text says the opposite of its source: "contrary to reports in the Echo, there was no panel".

    What the source said is its own where it stands within the phrase: "contrary to his claim that the dam is safe".
    """
    source = tokens_of(doc, found.attribution.source)
    if not source or found.own_voice:
        return False
    before = doc[source[0].sent.start : source[0].i]
    opposed = next((t for t in reversed(before) if t.lower_ == "contrary"), None)
    if opposed is None or any(t.text == "," or t.pos_ == "VERB" for t in doc[opposed.i : source[0].i]):
        return False
    return not (piece[0].i > opposed.i and piece[0].dep_ == "mark")


def _is_only_judged(cue: Token | None) -> bool:
    """Tell whether a text only says how easy it is to deny: "it was not difficult to debunk the story"."""
    return cue is not None and bool({cue.lemma_.lower(), cue.head.lemma_.lower()} & EASE)


def _is_supposed(cue: Token | None) -> bool:
    """Tell whether it is only supposed that somebody says so: "if he is remembered as a reformer, …"."""
    if cue is None or cue.pos_ != "VERB":
        return False
    clauses = [t for t in (cue, *cue.ancestors) if t.dep_ == "advcl"]
    return any(mark.lower_ in ("if", "unless") for clause in clauses for mark in children(clause, "mark"))


def _is_undone(cue: Token | None) -> bool:
    """Tell whether somebody does something without saying so: "shared it without verifying the report"."""
    return cue is not None and cue.dep_ == "pcomp" and cue.head.lower_ == "without"


def _tells(cue: Sequence[Token], piece: Sequence[Token]) -> bool:
    """Tell whether nobody's words are told: "the square is full of talk that X", "rumours of the king's death"."""
    if not cue or not piece:
        return False
    head = head_of(piece)
    happened = head is not None and head.lemma_.lower() in EVENTS
    if happened and any(t.lemma_.lower() in HEARSAY for t in (*cue, *piece)):
        return True
    return cue[-1].lemma_.lower() in HEARSAY and piece[0].lower_ == "that"


def _source_words(doc: Doc, found: Found, cue: Token | None) -> str:
    """Return the words of the source; for the "that" of "a story that promises" the noun it stands for."""
    tokens = tokens_of(doc, found.attribution.source)
    relative = len(tokens) == 1 and tokens[0].tag_ in ("WDT", "WP") and cue is not None and cue.dep_ == "relcl"
    return cue.head.text if cue is not None and relative else _text(tokens)


def _taken_up(piece: Sequence[Token], cue: Token | None) -> str:
    """Return what "which they rejected" is about: the words before it; empty where the content is more."""
    relative = cue is not None and cue.dep_ == "relcl" and all(t.tag_ in ("WDT", "WP") or t.is_punct for t in piece)
    return _text([t for t in cue.head.subtree if t.i < cue.left_edge.i]) if cue is not None and relative else ""


def cue_words(tokens: Sequence[Token]) -> str:
    """Return the cue with what its verbs need to be understood, tagged or not.

    That is auxiliaries, negations, particles, and the name given to the object ("waved … away as inventions").
    """
    extra = {
        other
        for token in tokens
        if token.pos_ in ("VERB", "AUX")
        for other in [*children(token, "aux", "auxpass", "neg", "prt"), *_name_given(token)]
    }
    return _text(sorted({*tokens, *extra, *_neither(tokens)}, key=lambda t: t.i))


def _neither(tokens: Sequence[Token]) -> list[Token]:
    """Return the rest of "neither confirmed nor denied" when only one verb of the two was tagged."""
    for token in tokens:
        verbs = (token, token.head) if token.dep_ == "conj" else (token, *children(token, "conj"))
        joints = [t for verb in verbs for t in children(verb, "cc", "preconj") if t.lower_ in ("neither", "nor")]
        if len(joints) > 1:
            return [*verbs, *joints]
    return []


def _name_given(verb: Token) -> list[Token]:
    away = [t for t in children(verb, "advmod") if t.lower_ in AWAY]
    return away + [t for p in children(verb, "prep") if p.lower_ == "as" for t in p.subtree]


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text + gap for token, gap in _gapped(tokens)).strip()


def _gapped(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield each token with the space that follows it; tokens that do not stand side by side get one."""
    for token, following in zip_longest(tokens, tokens[1:]):
        apart = following is None or following.i != token.i + 1
        yield token, " " if apart else token.whitespace_


def _without_frame(piece: list[Token], frame: Span | None) -> list[Token]:
    """Cut the words that carry the denial ("it was a lie that") out of a piece whose text is `_text(piece)`."""
    if frame is None:
        return piece
    kept: list[Token] = []
    cut: list[Token] = []
    position = 0
    for token, gap in _gapped(piece):
        (cut if frame.start <= position < frame.end else kept).append(token)
        position += len(token.text) + len(gap)
    return _called_so(kept, cut) or _with_its_subject(kept, cut)


def _with_its_subject(kept: list[Token], cut: list[Token]) -> list[Token]:
    """Give an infinitive back the subject that was cut with its frame: the "it" of "it was unlikely to work"."""
    head = head_of(kept)
    if head is None or head.tag_ != "VB" or children(head, "nsubj", "nsubjpass") or head.head not in cut:
        return kept
    marks = [t for t in children(head, "aux") if t.tag_ == "TO"]
    subjects = [s for t in cut if t.pos_ in ("VERB", "AUX") for s in children(t, "nsubj", "nsubjpass") if s in cut]
    return [*subjects[:1], *(t for t in marks if t in cut), *kept] if subjects else kept


def _called_so(kept: list[Token], cut: list[Token]) -> list[Token]:
    """Return what a cut predicate is said of: the report of "he thought the report was a lie"."""
    verbs = [t for t in cut if t.pos_ in ("VERB", "AUX")]
    subjects = [s for verb in verbs for s in children(verb, "nsubj", "nsubjpass") if s in kept]
    return [t for t in kept if t in set(subjects[0].subtree)] if subjects else []


def quote_kind(text: str, content: Sequence[Span]) -> Quote:
    """Tell whether the content stands in quotation marks wholly, partly or not at all."""
    words = [span.of(text).strip() for span in content]
    if not any(mark in part for part in words for mark in QUOTE_MARKS):
        return "indirect"
    whole = all(part[:1] in QUOTE_MARKS or part[-1:] in QUOTE_MARKS for part in words if part)
    inner = any(mark in part.strip(QUOTE_MARKS + ",.") for part in words for mark in QUOTE_MARKS)
    return "direct" if whole and not inner else "mixed"
