"""Read the stance of an attribution from cue and content, and from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.extraction.contents import head_of, is_finite, text_of, tokens_of
from claims.extraction.deeds import amount_put, counted, denies_guilt, excluded, takes_place
from claims.extraction.found import Found
from claims.extraction.lexicon import (
    ACCUSE,
    FALSEHOODS,
    HEARSAY,
    JUDGING,
    NAMING,
    NEGATION,
    NO_CLAIM,
    SEEMING,
    SHELL_NOUNS,
    UNPROVEN,
)
from claims.extraction.negation import negation_of
from claims.extraction.pronouns import is_person_noun
from claims.extraction.stance import StanceReading, read_stance
from claims.extraction.syntax import SUBJECTS, child, children, is_quoted, sentence_at, that_clause
from claims.extraction.wording import ALLEGED
from claims.types import Stance

ASKED = "asked"
"""Name of the rule by which somebody answers a question with yes or no."""
SHORT_ANSWER = 6
"""Tokens of an answer, marks and all, that says nothing without its question."""
_ANSWER = (
    r"(?:^|[“\"'‘:,] ?|\b(?:said|says|answered|replied|responded|insisted) )(?:{})"
    r"(?= ?(?:[.,!”\"'’—–-]|$| when\b| as\b))"
)
_BRIEF = r"(?:it|he|she|they|i|we) (?:is|was|are|were|does|did|do|has|had|have|would|could|will) ?"
SAYS_NO = re.compile(
    _ANSWER.format(
        r"no|nope|never|(?:absolutely|certainly|definitely|of course) not|not at all|no way|not true|"
        rf"{_BRIEF}(?:not|n['’]t)"
    ),
    re.IGNORECASE,
)
SAYS_YES = re.compile(
    _ANSWER.format(rf"yes|yeah|absolutely|certainly|definitely|of course|{_BRIEF}(?:indeed)?"), re.IGNORECASE
)
CONTRARY = "contrary"
"""Name of the rule by which a text says the opposite of its source."""
LIES = "speaker-lies"
"""Name of the frame and rule by which one who told something lies."""
DISAGREES = "disagrees"
"""Name of the rule by which somebody disagrees with one who said something."""
NO_SUCH = "no such"
"""Name of the rule by which what was told of is not so: "gave no such order"."""
EASE = frozenset("easy difficult hard possible impossible tough simple".split())
"""What a text may call the denying of something, that denies nothing."""
IDIOM = 4
"""Words beside a cue's verb or behind the content that may make an idiom of it."""
TRYING = frozenset("try attempt seek hope work aim fail".split())
"""Verbs by whose infinitive somebody has not done it yet."""
FINDING = frozenset("find see know identify name rule comment discuss mention address investigate charge prove".split())
"""Verbs by which who does not do it says nothing of whether something alleged is so."""
ANSWERED = re.compile(
    r"\bcontrary to (?:\w+ ){0,3}?(?:reports?|claims?|rumou?rs?|allegations?|stories|speculation|belief)\b|"
    r"\bdespite (?:\w+ ){0,3}?(?:reports?|claims?|rumou?rs?|speculation) (?:to the contrary|otherwise)\b|"
    r"\bdespite (?:\w+ ){0,2}?(?:reports?|claims?|rumou?rs?|speculation)"
    r"(?: (?:on|in|by|from|made) [^,.”]{1,60})?(?= ?[,.”]|$)|"
    r"(?:^[“\"'‘\s]*|, )contrary to what (?:\w+ ){1,3}?(?:said|says?|claimed|claims?|told|tells?|thought|believed)\b|"
    r"\bdespite what (?:\w+ ){1,2}?(?:may have |might have |have )?(?:read|heard|been told|seen|said|claimed)\b|"
    r"\bwhatever (?:\w+ ){1,3}?(?:may|might) have (?:told|heard|read|said|claimed|written)(?: you)?\b|"
    r"\bas (?:has|have|had) been (?:claimed|alleged|reported|rumou?red|suggested|asserted)\b|"
    r"\bas (?:was|were|is|are) (?:claimed|alleged|rumou?red)\b|"
    r"\bas (?:falsely |wrongly )?(?:claimed|alleged|suggested) (?:in|by|on)\b|"
    r"\bas (?:some|many|several|others|critics) (?:have )?(?:claim|claimed|allege|alleged|suggest|suggested)\b",
    re.IGNORECASE,
)
"""Words by which a statement says that it answers a claim."""
CASES = frozenset(
    "objection complaint charge case lawsuit suit petition appeal bill motion indictment conviction verdict "
    "sentence".split()
)
SUPPOSING = ("assume", "suppose", "imagine")
"""Verbs by which something is only put for the sake of argument."""
INCLINED = ("apt", "likely", "prone", "inclined", "unable")
"""What people are to do who are not said to have done it: "readers are apt to believe it"."""
EVIDENT = ("show", "prove", "demonstrate", "reveal")
"""Verbs whose "would show" does not say that it is so."""
SHAMS = ("hoax", "prank", "fabrication", "falsehood")
"""What it is to confirm that nothing of a report is so."""
MISTAKEN = ("wrong", "incorrect")
AWAY = ("away", "aside", "off", "down", "out")
"""Adverbs that belong to their verb: "waved away", "brushed aside"."""

_GROUNDS = re.compile(
    r"(?:that )?there (?:is|was|were|are) no (?:\w+ )?(?:basis|reason|reasons) for (?:an?|any|another) (?!claim|charge)"
)
"""How somebody says that something should not be done: "there was no basis for a new trial"."""


def stance_of_piece(
    doc: Doc, found: Found, piece: list[Token], cue_tokens: list[Token], cue: Token | None
) -> StanceReading:
    """Read the stance from cue and content, and from what stands around them."""
    if found.stance:
        return StanceReading(found.stance, "own voice", None, False)
    sentence = sentence_at(doc, piece[0].idx if piece else cue_tokens[0].idx)
    asked = _question_in(sentence)
    if asked is not None and piece:
        answer = _answer_in(sentence, asked)
        if answer is not None and asked in piece:
            return StanceReading(answer, ASKED, None, False)
        if answer is not None and asked.i not in range(piece[0].i, piece[-1].i) and len(piece) <= SHORT_ANSWER:
            return StanceReading("other", ASKED, None, False)
    content = _taken_up(piece, cue) or text_of(piece)
    source = _source_words(doc, found, cue)
    reading = read_stance(cue_words(cue_tokens), content, source=source, sentence=sentence.text)
    if reading.rule.startswith("unknown") and cue is not None and piece:
        reading = _of_idiom(cue, piece, content, source) or reading
    if reading.rule in ("no-truth", "no-evidence") and _GROUNDS.match(content):
        return StanceReading("asserts", "no grounds", None, True)
    if piece and (amount_put(cue) is not None or counted(cue) is not None):
        reading = StanceReading("asserts", "estimate", None, False)
    if reading.rule == "unknown-thing" and cue is not None and _is_told_clause(piece, cue):
        reading = StanceReading("asserts", "unknown-statement", reading.frame, reading.negated)
    if piece and (_is_contrary(doc, found, piece) or (reading.negated and _is_answered(doc, found, sentence))):
        negated = reading.negated or read_stance("said", content).negated
        return StanceReading("asserts" if negated else "denies", CONTRARY, None, negated)
    if reading.stance in ("denies", "doubts") and found.in_turn:
        return StanceReading("asserts", "in a turn", None, False)
    if reading.stance == "asserts" and cue is not None and cue.lemma_.lower() == "confirm" and _is_sham(piece):
        return StanceReading("denies", "confirms the hoax", None, False)
    if reading.stance == "asserts" and cue is not None and cue.lemma_.lower() in ACCUSE and negation_of(cue):
        return StanceReading("other", "not accused", None, False)
    if reading.stance != "other" and _is_undone(cue):
        return StanceReading("other", "not done", None, False)
    if reading.stance == "asserts" and _is_supposed(cue):
        return StanceReading("other", "supposed", None, False)
    if _accuses_of_lying(cue):
        return StanceReading("denies", LIES, None, False)
    if (_names_somebody(cue) and any(t.lemma_.lower() == "liar" for t in piece)) or _calls_somebody_wrong(piece):
        return StanceReading("denies", LIES, None, False)
    if reading.stance == "denies" and _names_somebody(cue):
        return StanceReading("asserts", "names somebody", None, False)
    if reading.rule.startswith("deny") and _is_spoken_out(piece):
        told = read_stance("said", content)
        negated = told.negated or told.stance == "denies"
        return StanceReading("denies" if negated else told.stance, "denied in these words", told.frame, told.negated)
    if reading.rule.startswith("ruleout") and _is_only_tried(cue):
        return StanceReading("other", "only tried", None, False)
    if reading.stance in ("denies", "doubts") and _is_only_judged(cue):
        return StanceReading("other", "only judged", None, False)
    if reading.stance == "doubts" and cue is not None and _is_surprise(cue):
        return StanceReading("other", "surprised", None, False)
    untold = _untold(piece, cue) if reading.stance == "asserts" and cue is not None else None
    if untold is not None:
        return StanceReading("other", untold, None, False)
    spoken_about = _spoken_about(piece, cue)
    if spoken_about is not None and reading.stance == "asserts":
        return StanceReading("denies" if _is_called_false(spoken_about) else "other", "spoken about", None, False)
    if reading.stance in ("denies", "doubts") and _is_called_unsound(cue_tokens, bool(found.attribution.source)):
        return StanceReading("asserts", "talk", None, False)
    if reading.stance in ("denies", "doubts") and any(_is_denial_of(t) for t in piece):
        return StanceReading("other", "denies a denial", None, False)
    if denies_guilt(piece, cue):
        return StanceReading("denies", "plea", None, False)
    if reading.stance == "denies" and _is_ruling(head_of(tokens_of(doc, found.attribution.source)), cue, piece):
        return StanceReading("other", "ruling", None, False)
    if reading.stance == "asserts" and reading.negated and _answers_allegation(piece, sentence):
        return StanceReading("denies", "alleged", None, True)
    if reading.stance == "asserts" and _is_of_no_such(piece):
        return StanceReading("denies", NO_SUCH, None, True)
    if reading.stance == "asserts" and reading.negated and (_never_was(piece) or _clears_himself(piece, source)):
        return StanceReading("denies", "never was", None, True)
    if cue is not None and cue.lemma_ == "disagree" and reading.rule == "dismiss-thing" and _is_somebody(piece):
        return StanceReading("denies", DISAGREES, None, False)
    if reading.rule == "ruleout-gerund" and excluded(cue) is not None:
        return StanceReading("denies", "ruled out", None, False)
    return reading


def _is_told_clause(piece: Sequence[Token], cue: Token) -> bool:
    """Tell whether a cue outside the tables has a whole clause by syntax: "the singer fell, the coroner ruled"."""
    head = head_of(piece)
    if head is None or head.dep_ != "ccomp" or head.head != cue or child(cue, "nsubj") is None:
        return False
    first = next((t for t in piece if not t.is_punct), head)
    return is_finite(head, piece) and child(head, *SUBJECTS) in piece and (first == head or head.is_ancestor(first))


def _question_in(sentence: TokenSpan) -> Token | None:
    """Return the verb of what somebody was asked: of "asked whether he had fled, Roe said no"."""
    for token in sentence:
        clause = child(token, "ccomp", "advcl") if token.lemma_ == "ask" and token.tag_ == "VBN" else None
        if clause is not None and any(t.lower_ in ("whether", "if") and t.dep_ == "mark" for t in clause.children):
            return clause
    return None


def _answer_in(sentence: TokenSpan, asked: Token) -> Stance | None:
    """Return what an answer of one word, or an elliptical one ("he had not"), makes of the question."""
    words = {t.i for t in asked.subtree}
    rest = " ".join(t.text for t in sentence if t.i not in words)
    if SAYS_NO.search(rest):
        return "denies"
    return "asserts" if SAYS_YES.search(rest) else None


def _is_cited_for(piece: Sequence[Token]) -> bool:
    """Tell whether words only say for what something is cited: "factors cited for higher rents"."""
    return bool(piece) and "for" in (piece[0].lower_, piece[0].nbor(-1).lower_ if piece[0].i else "")


def _is_title(piece: Sequence[Token]) -> bool:
    """Tell whether words are a book's: "a book called “Women Who Work”"."""
    before = next((t for t in reversed(piece[0].doc[: piece[0].i]) if not t.is_quote), None) if piece else None
    if before is None:
        return False
    named = before.lower_ == "called" and before.dep_ == "acl" and all(t.is_title for t in piece if t.is_alpha)
    return named or before.lower_ in ("entitled", "titled")


def _untold(piece: Sequence[Token], cue: Token) -> str | None:
    """Return the name of the rule by which words that look asserted are told by nobody; None where somebody does."""
    if _is_title(piece):
        return "a title"
    if cue.lemma_ == "cite" and _is_cited_for(piece):
        return "cited for"
    if cue.lemma_ == "know" and any(p.lower_ == "for" for p in children(cue, "prep")):
        return "known for"
    modals = {t.lower_ for t in children(cue, "aux")}
    if cue.lemma_.lower() in SEEMING and modals & {"may", "might", "could", "can"}:
        return "may seem"
    if cue.lemma_ in EVIDENT and modals & {"would", "could", "might"}:
        return "would show"
    if _was_once_thought(cue):
        return "once thought"
    if cue.lemma_.lower() == "call" and any(t.lower_ == "names" and t.dep_ == "dobj" for t in piece):
        return "called names"
    if _says_since_when(piece):
        return "now that"
    if cue.tag_ == "VBN" and cue.left_edge.lower_ == "as" and any(t.dep_ == "neg" or t.lower_ == "not" for t in piece):
        return "as was reported"
    if _is_no_telling(piece, cue):
        return "no telling"
    return "nothing told" if _is_nothing_told(piece, cue) else None


def _says_since_when(piece: Sequence[Token]) -> bool:
    """Tell whether words outside quotation marks only say why now: "are worried now that the bill is due"."""
    head = head_of(piece)
    that = child(head, "mark") if head is not None else None
    if that is None or that.lower_ != "that" or is_quoted(that):
        return False
    return bool(that.i > 0 and that.nbor(-1).lower_ == "now")


def _is_nothing_told(piece: Sequence[Token], cue: Token) -> bool:
    """Tell whether a bare "no arrests" is what was reported: then nothing was."""
    thing = head_of(piece)
    if thing is None or thing.pos_ != "NOUN" or cue.tag_ != "VBN" or child(cue, "nsubj") is not None:
        return False
    return cue in (thing.head, *thing.children) and any(t.lower_ == "no" for t in thing.lefts)


def _is_surprise(cue: Token) -> bool:
    """Tell whether somebody did not expect what then happened; who does not expect it now doubts it."""
    return cue.lemma_ == "expect" and any(t.lower_ in ("did", "had") for t in children(cue, "aux"))


def _was_once_thought(cue: Token) -> bool:
    """Tell whether something is thought no more: "was once believed to be a bank", "used to think it was a bank"."""
    used = child(cue, "xcomp") if cue.lemma_ == "use" else None
    verb = used or cue
    once = used is not None or any(t.lower_ == "once" for t in children(verb, "advmod"))
    return once and verb.lemma_ in ("think", "believe", "consider")


def _is_no_telling(piece: Sequence[Token], cue: Token) -> bool:
    """Tell whether somebody only weighs a deed ("is considering a run"), or chooses ("confirmed two judges")."""
    head = head_of(piece)
    weighed = cue.lemma_ == "consider" and (cue.tag_ == "VBG" or (head is not None and head.tag_ == "VBG"))
    named = cue.lemma_ == "confirm" and head is not None and is_person_noun(head)
    brought = cue.lemma_ == "report" and cue.tag_ == "VBN" and child(cue, "ccomp", "xcomp") is None
    return weighed or named or (brought and any(p.lower_ == "to" for p in children(cue, "prep")))


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


def _is_called_unsound(cue: Sequence[Token], has_source: bool) -> bool:
    """Tell whether the article calls talk false or unproven ("bogus rumours that X"): the talk itself asserts it.

    So does who makes "an unsubstantiated claim that X".
    """
    told = SHELL_NOUNS - NO_CLAIM if has_source else HEARSAY
    talk = [t for t in cue if t.lemma_.lower() in told and t.pos_ == "NOUN"]
    return any(t.lemma_.lower() in FALSEHOODS | UNPROVEN for noun in talk for t in children(noun, "amod"))


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
    if head.lower_ in ("it", "which"):
        return any(t.lemma_.lower() in CASES for t in head.doc[head.sent.start : head.i])
    return head.lemma_.lower() in CASES and not own and that_clause(head) is None


def _answers_allegation(piece: Sequence[Token], sentence: TokenSpan) -> bool:
    """Tell whether a negative statement says itself that it answers: "did not perform the alleged biopsy".

    Of an alleged culprit or victim it says something else.
    """
    return any(_calls_deed_alleged(t) for t in piece) or ANSWERED.search(sentence.text) is not None


def _is_of_no_such(piece: Sequence[Token]) -> bool:
    """Tell whether a statement says that what was told of is not so: "I signed no such letter"."""
    head = head_of(piece)
    negation = negation_of(head) if head is not None else None
    after = negation.doc[negation.i : negation.i + 2].text.lower() if negation is not None else ""
    return after == "no such"


def _is_somebody(piece: Sequence[Token]) -> bool:
    """Tell whether somebody disagrees with one who speaks: "disagreed with the economist Ada Roe"."""
    head = head_of(piece)
    return head is not None and (head.pos_ == "PROPN" or is_person_noun(head))


def _never_was(piece: Sequence[Token]) -> bool:
    """Tell whether words say that what "that meeting" points at never was: "that meeting never took place"."""
    head = head_of(piece)
    was = head is not None and (takes_place(head) or head.lemma_ == "exist")
    subject = child(head, "nsubj") if head is not None and was else None
    return subject is not None and any(t.lower_ in ("that", "this") for t in subject.lefts)


def _clears_himself(piece: Sequence[Token], source: str) -> bool:
    """Tell whether somebody says that he had nothing to do with something."""
    head = head_of(piece)
    subject = child(head, "nsubj") if head is not None and head.lemma_ == "have" else None
    nothing = child(head, "dobj") if head is not None and subject is not None else None
    if head is None or subject is None or nothing is None or nothing.lower_ != "nothing":
        return False
    behind = [t.lower_ for t in nothing.doc[nothing.i + 1 : nothing.i + 4]]
    himself = subject.lower_ in ("i", "we", "he", "she", "they") or subject.text in source.split()
    return behind == ["to", "do", "with"] and himself


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
    behind = cue.doc[piece[-1].i + 1 : piece[-1].i + IDIOM] if cue.i < piece[-1].i else ()
    after = [t for t in behind if t.is_alpha and t.sent == cue.sent]
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
    if (
        opposed is None
        or not _is_against_talk(opposed)
        or any(t.text == "," or t.pos_ == "VERB" for t in doc[opposed.i : source[0].i])
    ):
        return False
    return not (piece[0].i > opposed.i and piece[0].dep_ == "mark")


def _is_against_talk(contrary: Token) -> bool:
    """Tell whether something stands against what is said, and not against what is done: "contrary to his habit"."""
    to = next((t for t in contrary.doc[contrary.i + 1 : contrary.i + 2] if t.lower_ == "to"), None)
    noun = child(to, "pobj") if to is not None else None
    own = noun is not None and any(t.tag_ == "PRP$" for t in noun.subtree)
    return noun is None or not own or noun.lemma_.lower() in SHELL_NOUNS


def _is_answered(doc: Doc, found: Found, sentence: TokenSpan) -> bool:
    """Tell whether the source is the "some" of "the dam is not closed, as some have claimed", whom the text answers."""
    match = ANSWERED.search(sentence.text)
    source = tokens_of(doc, found.attribution.source)
    if match is None or not source or found.own_voice or not match.group().lower().startswith("as "):
        return False
    return match.start() <= int(source[0].idx) - int(sentence.start_char) < match.end()


def _is_only_judged(cue: Token | None) -> bool:
    """Tell whether a text only says how easy it is to deny: "it was not difficult to debunk the story"."""
    return cue is not None and bool({cue.lemma_.lower(), cue.head.lemma_.lower()} & EASE)


def _is_only_tried(cue: Token | None) -> bool:
    """Tell whether somebody has not ruled something out yet: "are trying to rule out foul play"."""
    return cue is not None and cue.dep_ == "xcomp" and cue.head.lemma_.lower() in TRYING


def _is_supposed(cue: Token | None) -> bool:
    """Tell whether it is only supposed that somebody says so: "if he is remembered as …", "assuming that X"."""
    if cue is None:
        return False
    first = cue.sent[0]
    supposes = cue.lemma_.lower() in SUPPOSING and cue.tag_ == "VBG"
    told = first.lower_ in (*SUPPOSING, "say") and first.tag_ == "VB"
    if supposes or (told and (first == cue or first.is_ancestor(cue))):
        return True
    first_of = cue.head if cue.dep_ == "conj" and cue.tag_ == "VB" else cue
    inclined = [*children(cue, "acomp"), *((first_of.head,) if first_of.dep_ == "xcomp" else ())]
    if any(t.lower_ in INCLINED for t in inclined):
        return True
    if cue.pos_ != "VERB":
        return False
    clauses = [t for t in (cue, *cue.ancestors) if t.dep_ == "advcl"]
    return any(mark.lower_ in ("if", "unless") for clause in clauses for mark in children(clause, "mark"))


def _names_somebody(cue: Token | None) -> bool:
    """Tell whether a person is given a name: "called him a fake" says nothing of what he said."""
    named = child(cue, "dobj") if cue is not None and cue.lemma_.lower() in NAMING else None
    if named is None:
        return False
    return named.lower_ in ("him", "her") or named.ent_type_ == "PERSON" or is_person_noun(named)


def _accuses_of_lying(cue: Token | None) -> bool:
    """Tell whether somebody is accused of telling what is not so: "accused Roe of lying", "of making it up"."""
    accuses = cue is not None and cue.lemma_ == "accuse" and child(cue, "nsubjpass") is None
    of = [p for p in children(cue, "prep") if p.lower_ == "of"] if cue is not None and accuses else []
    for deed in (t for p in of for t in children(p, "pcomp", "pobj")):
        told = child(deed, "dobj")
        if deed.lower_ == "lying" and all(t.is_punct for t in deed.children):
            return True
        up = deed.lemma_ == "make" and any(t.lower_ == "up" for t in children(deed, "prt"))
        made = up or deed.lemma_ in ("invent", "fabricate", "concoct")
        if made and told is not None and (told.lower_ in ("it", "this", "things") or _is_telling(told)):
            return True
    return False


def _is_telling(noun: Token) -> bool:
    """Tell whether a noun takes up what was told: "the story", "her claims"."""
    known = any(t.lower_ in ("the", "this", "that", "his", "her", "their", "its") for t in noun.lefts)
    return known and noun.lemma_.lower() in SHELL_NOUNS and that_clause(noun) is None


def _calls_somebody_wrong(piece: Sequence[Token]) -> bool:
    """Tell whether all that is said is that a person is wrong, and not a policy: "Governor Roe is wrong"."""
    head = head_of(piece)
    subject = child(head, "nsubj") if head is not None and head.lemma_ == "be" else None
    said = child(head, "acomp") if head is not None else None
    if subject is None or said is None or said.lower_ not in MISTAKEN or negation_of(subject.head) is not None:
        return False
    more = [t for t in (*subject.head.children, *said.children) if t.dep_ not in ("nsubj", "acomp", "advmod", "punct")]
    return not more and (subject.ent_type_ == "PERSON" or is_person_noun(subject))


def _is_spoken_out(piece: Sequence[Token]) -> bool:
    """Tell whether a denial has its own words behind a colon: "Roe denied: “No guns were found.”"."""
    return bool(piece and piece[0].is_quote and piece[0].i and piece[0].nbor(-1).text == ":")


def _is_undone(cue: Token | None) -> bool:
    """Tell whether somebody does something without saying so: "shared it without knowing that it was a hoax".

    The narrator says that he does not know what is so: "unaware of the losses, the guard sounds cheerful".
    """
    if cue is not None and cue.lower_ == "unaware" and cue.dep_ == "advcl":
        return True
    return cue is not None and cue.dep_ == "pcomp" and cue.head.lower_ == "without"


def _source_words(doc: Doc, found: Found, cue: Token | None) -> str:
    """Return the words of the source; for the "that" of "a story that promises" the noun it stands for."""
    tokens = tokens_of(doc, found.attribution.source)
    relative = len(tokens) == 1 and tokens[0].tag_ in ("WDT", "WP") and cue is not None and cue.dep_ == "relcl"
    return cue.head.text if cue is not None and relative else text_of(tokens)


def _taken_up(piece: Sequence[Token], cue: Token | None) -> str:
    """Return what "which they rejected" is about: the words before it; empty where the content is more."""
    relative = cue is not None and cue.dep_ == "relcl" and all(t.tag_ in ("WDT", "WP") or t.is_punct for t in piece)
    return text_of([t for t in cue.head.subtree if t.i < cue.left_edge.i]) if cue is not None and relative else ""


def cue_words(tokens: Sequence[Token]) -> str:
    """Return the cue with what its verbs need to be understood, tagged or not.

    That is auxiliaries, negations, particles, and the name given to the object ("waved … away as inventions").
    """
    extra = {
        other
        for token in tokens
        if token.pos_ in ("VERB", "AUX")
        for other in [*children(token, "aux", "auxpass", "neg", "prt"), *_name_given(token)]
        if not is_quoted(other) or is_quoted(token)
    }
    passive = (t for t in tokens if t.tag_ == "VBN" and children(t, "auxpass"))
    agents = [by for t in passive for by in children(t, "agent") if by.i > t.i]
    return text_of(sorted({*tokens, *extra, *agents, *_neither(tokens)}, key=lambda t: t.i))


def _neither(tokens: Sequence[Token]) -> list[Token]:
    """Return the rest of "neither confirmed nor denied", "cannot confirm or deny" when only one verb was tagged."""
    for token in tokens:
        verbs = (token, token.head) if token.dep_ == "conj" else (token, *children(token, "conj"))
        joints = [t for verb in verbs for t in children(verb, "cc", "preconj") if t.lower_ in ("neither", "nor")]
        if len(joints) > 1:
            return [*verbs, *joints]
        either = token.dep_ == "conj" and any(t.lower_ == "or" for t in children(token.head, "cc"))
        negated = children(token.head, "neg") if either else []
        if negated:
            return [*children(token.head, "aux"), *negated, token.head, *children(token.head, "cc"), token]
    return []


def _name_given(verb: Token) -> list[Token]:
    away = [t for t in children(verb, "advmod") if t.lower_ in AWAY]
    return away + [t for p in children(verb, "prep") if p.lower_ == "as" for t in p.subtree]
