"""Find where an article speaks in its own voice: it calls a report false, a hoax, or unproven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import HUMAN
from claims.extraction.deeds import EVENTS, has_deed_before
from claims.extraction.lexicon import (
    COPULAS,
    DEBUNKING,
    FALSEHOODS,
    HEARSAY,
    SHELL_NOUNS,
    SHELL_PRONOUNS,
    TELLING,
    UNPROVEN,
)
from claims.extraction.negation import is_elliptical, negation_of
from claims.extraction.syntax import (
    SAYING_PARTICIPLES,
    SUBJECTS,
    child,
    children,
    is_quoted,
    subtree_span,
    that_clause,
    token_range,
)
from claims.types import Span, Stance

TOLD = HEARSAY - frozenset("site website page blog letter document".split())
TOLD |= frozenset("claim allegation advertisement advert ad".split())
"""What can be called false in passing; a fake website is not a false report."""
STORIES = frozenset("report rumor rumour story claim allegation".split())
NOTHING = ("none", "nothing", "neither")
SPEAKING = frozenset("speak talk complain warn denounce decry condemn dismiss call describe brand".split())
"""Verbs whose subject, and not the text, gives the name to what is called false."""
FALSELY = frozenset(
    "falsely baselessly incorrectly inaccurately wrongly wrongfully erroneously mistakenly untruthfully".split()
)
"""Adverbs by which a text calls what somebody says false: "it was falsely reported that X"."""
OPEN = ("could", "may", "might", "can")
"""Verbs that leave open whether something is false: "the pictures could be faked"."""
PLAYED = ("prank", "joke")
"""What a video may be without anything in it being called false."""
AFFIRMING = ("true", "accurate", "real", "correct", "legitimate", "authentic")
ASCERTAINING = frozenset("find show prove reveal confirm expose determine discover know".split())
"""Verbs whose passive says what a report is: "was found to be false"."""
OF_WORDS = frozenset("true untrue false accurate unfounded baseless groundless unconfirmed unverified debunked".split())
"""What "they" may be called where reports are meant; of people it makes no sense."""
ABSENT = ("nonexistent", "non-existent")
"""What reports may be without being false: then there are none."""
NEGATORS = {"not", "n't", "n’t", "never", "no", "hardly"}
INVENTING = frozenset("fabricate fake invent doctor concoct".split())
"""What is done to a false story by who tells it."""
MISSING: dict[str, Stance] = {
    "evidence": "doubts",
    "proof": "doubts",
    "truth": "denies",
    "indication": "doubts",
    "sign": "doubts",
    "confirmation": "doubts",
    "basis": "denies",
}
"""What a sentence may say there is none of, and the stance that this comes to."""
FAILING = {
    "hold": ("up", "water"),
    "stand": ("up",),
    "add": ("up",),
    "check": ("out",),
    "fall": ("apart", "flat"),
}
"""What a false claim does not do, or what it does, with the words that belong to the verb."""
SEARCHING = frozenset("find see uncover discover detect".split())
SUPPORTING = frozenset("substantiate support confirm prove corroborate verify back".split())
"""What nothing does to an unproven report."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Hold a place where the text itself denies or doubts what is reported."""

    cue: Span
    """The words that call it false or unproven."""
    content: Span
    """The words that name what is called so."""
    stance: Stance
    anchor: Token
    stated: bool = True
    """The sentence says what is false; False where it only names it in passing ("the fake report")."""
    passing: bool = False
    """A noun is called so ("a hoax that said X"); False where a sentence says it ("that is a hoax")."""


def find_own_voice(doc: Doc, taken: Sequence[Span]) -> list[Labelled]:
    """Return the places outside `taken` (contents that somebody else speaks), one for each thing named.

    What is said in passing counts once, and only where the text nowhere says it outright: a text that calls
    a report false goes on to call it "the fake report".
    """
    found: list[Labelled] = []
    for token in doc:
        item = find_verdict(token) or _participle(token) or _unverified(token) or _missing(token)
        item = item or _no_such(token) or _attribute(token) or _adverb(token) or _elliptical(token) or _fails(token)
        item = item or _affirmed(token)
        if item is None or _is_taken(token, taken) or is_hypothetical(token) or _is_spoken(token):
            continue
        if not any(item.content.overlaps(other.content) for other in found):
            found.append(item)
    stated = [item for item in found if item.stated]
    return stated or found[:1]


def find_called_false(doc: Doc, content: Span) -> list[Labelled]:
    """Return what a source's words call false in passing: "fake news that X", "that bogus story"."""
    tokens = doc.char_span(content.start, content.end, alignment_mode="expand")
    labels = ((token, _attribute(token)) for token in tokens or ())
    return [
        item
        for token, item in labels
        if item is not None and item.content.start >= content.start and not is_hypothetical(token)
        if (item.content.start > content.start if item.stated else _is_known_story(token))
    ]


def _is_known_story(label: Token) -> bool:
    """Tell whether a label is of a story that was told before: the "bogus" of "that bogus story"."""
    noun = label.head
    known = any(t.lower_ in ("the", "this", "that", "these", "those", "such") for t in children(noun, "det", "amod"))
    return known and _stance_of(label) == "denies" and noun.lemma_.lower() in STORIES


def _is_taken(token: Token, taken: Iterable[Span]) -> bool:
    return any(span.start <= token.idx < span.end for span in taken)


def _is_spoken(token: Token) -> bool:
    """Tell whether a word is of a sentence within quotation marks: it is somebody's, and not the text's."""
    first = token.sent[0]
    return is_quoted(token) and (first.is_quote or is_quoted(first))


def is_hypothetical(token: Token) -> bool:
    """Tell whether what a word says is asked, or put as a condition."""
    sentence = token.sent
    if sentence.text.rstrip().endswith("?"):
        return True
    verbs = [token, *token.ancestors]
    return any(t.lower_ in ("if", "whether", "unless") and t.dep_ == "mark" for verb in verbs for t in verb.children)


def _stance_of(token: Token) -> Stance | None:
    words = {token.lower_, token.lemma_.lower()} if token.pos_ != "VERB" or token.lemma_ != "lie" else set()
    if words & FALSEHOODS:
        return "denies"
    return "doubts" if words & UNPROVEN else None


def find_verdict(token: Token) -> Labelled | None:
    """Match "the report is false", "it turned out to be a hoax", "that is not true", "is a bogus tale"."""
    said = _said_of(token)
    verb = _copula(said)
    if verb is None:
        return None
    negated = any(
        t.dep_ == "neg" or t.lower_ in NEGATORS for t in [*verb.children, *said.children, *said.head.children]
    )
    if any(t.lower_ in OPEN for t in (*verb.children, *said.children)):
        return None
    stance = None if token.lemma_.lower() in ABSENT else _stance_of(token)
    if token.lower_ in AFFIRMING and negated:
        stance, negated = "denies", False
    subject = _subject(verb) or _story_before(verb)
    if token.lower_ in AFFIRMING and subject is not None and subject.lower_ in NOTHING:
        stance, negated = "denies", False
        subject = next((t for p in children(subject, "prep") for t in children(p, "pobj")), subject)
    if stance is None or negated or subject is None or not _may_be_reported(subject, token):
        return None
    if token.lower_ == "wrong" and any(t.tag_ == "TO" and t.i > token.i for t in token.head.subtree):
        return None
    end = subtree_span(said).end if said.pos_ != "VERB" else token.idx + len(token)
    cue = Span(min(verb.idx, token.idx), end)
    content = subtree_span(subject) if _subject(verb) is not None else _up_to(subject, verb)
    return Labelled(cue, content, stance, token)


def _story_before(verb: Token) -> Token | None:
    """Return the "report" of "a report that X turned out to be false" where the parser lost it."""
    words = verb.doc[verb.sent.start : verb.i]
    stories = (t for t in words if t.lemma_.lower() in TOLD and t.nbor().lower_ == "that" and _may_be_noun(t))
    return next(stories, None) if verb.dep_ not in ("xcomp", "ROOT") else None


def _may_be_noun(token: Token) -> bool:
    """Tell whether a word is a noun, or one that the parser took for a verb: "Reports that X turned out …"."""
    return token.pos_ == "NOUN" or (token.is_sent_start is True and _subject(token) is None)


def _up_to(noun: Token, verb: Token) -> Span:
    first = noun.nbor(-1) if noun.i and noun.nbor(-1).pos_ == "DET" else noun
    last = verb.nbor(-1)
    return Span(first.idx, last.idx + len(last.text))


def _said_of(token: Token) -> Token:
    """Return the complement that a word stands in: the noun of "a bogus tale", the "nothing" of "nothing but a lie"."""
    if token.dep_ in ("amod", "compound") and token.head.dep_ in ("attr", "oprd"):
        return token.head
    if token.dep_ == "conj" and token.pos_ == "NOUN":
        return next((t for t in token.head.children if t.lower_ == "nothing" and t.dep_ == "attr"), token)
    return token


def _copula(said: Token) -> Token | None:
    if said.dep_ not in ("acomp", "attr", "oprd", "xcomp"):
        return None
    verb = said.head
    while verb.lemma_ in COPULAS and _subject(verb) is None and verb.dep_ in ("xcomp", "conj"):
        verb = verb.head
    ascertained = verb.lemma_ in ASCERTAINING and bool(children(verb, "auxpass")) and not children(verb, "agent")
    return verb if ascertained or verb.lemma_ in COPULAS or verb.lower_ in ("’s", "'s") else None


def _may_be_reported(subject: Token, said: Token) -> bool:
    """Tell whether the subject is something told; a person called a fraud, or a wrong number, is not."""
    if subject.lemma_.lower() in SHELL_NOUNS or subject.lower_ in (*SHELL_PRONOUNS, *NOTHING):
        return True
    if subject.lower_ == "they":
        return said.lower_ in OF_WORDS
    return said.lemma_.lower() in ("hoax", "fabrication", "lie", "myth", "invention") and subject.ent_type_ != "PERSON"


def _subject(verb: Token) -> Token | None:
    return child(verb, *SUBJECTS)


def _participle(token: Token) -> Labelled | None:
    """Match "the story was debunked", "the photo had been doctored", "was confirmed as a hoax"."""
    if token.tag_ != "VBN":
        return None
    names = [t for p in children(token, "prep") if p.lower_ == "as" for t in children(p, "pobj", "amod")]
    if any(t.lower_ in OPEN for t in children(token, "aux")):
        return None
    made_up = token.lemma_ == "make" and any(t.lower_ == "up" for t in children(token, "prt"))
    invented = made_up or token.lemma_.lower() in INVENTING
    if not invented and token.lemma_.lower() not in DEBUNKING and not any(_stance_of(n) == "denies" for n in names):
        return None
    subject = child(token, "nsubjpass")
    if subject is None or not _is_told(subject) or child(token, "neg") or (child(token, "agent") and not invented):
        return None
    return Labelled(token_range([*children(token, "auxpass"), token, *names]), subtree_span(subject), "denies", token)


def _is_told(subject: Token) -> bool:
    """Tell whether a subject is something told: "the report", "it", "the whole thing"."""
    whole = subject.lemma_ == "thing" and any(t.lower_ in ("whole", "entire") for t in subject.children)
    return whole or subject.lemma_.lower() in SHELL_NOUNS | SHELL_PRONOUNS


def _unverified(token: Token) -> Labelled | None:
    """Match "the report could not be independently verified"."""
    subject = child(token, "nsubjpass") if token.tag_ == "VBN" and token.lemma_.lower() in SUPPORTING else None
    negation = child(token, "neg") if subject is not None else None
    if subject is None or negation is None or not _is_told(subject) or child(token, "agent"):
        return None
    cue = token_range([*children(token, "aux", "auxpass"), negation, token])
    return Labelled(cue, subtree_span(subject), "doubts", token)


def _attribute(token: Token) -> Labelled | None:
    """Match "the false report that X", "a death hoax", "this fake story"; not "he spoke of fake news"."""
    attribute = _is_attribute(token)
    stance = _stance_of(token) if attribute else None
    hoax = token.lower_ == "hoax" and token.pos_ == "NOUN" and token.dep_ not in ("attr", "oprd", "acomp")
    if stance is None and not hoax:
        return None
    if any(verb.lemma_.lower() in SPEAKING and child(verb, "nsubj") is not None for verb in token.ancestors):
        return None
    if attribute:
        noun = token.head
        played = token.lower_ in PLAYED and that_clause(noun) is None
        if stance is None or played or not _may_be_false(noun) or _is_marked_off(token):
            return None
        clause = that_clause(noun)
        named = noun if clause is None or noun.lemma_.lower() in SHELL_NOUNS else clause
        return Labelled(token_range([token]), subtree_span(named), stance, token, clause is not None, True)
    clause = that_clause(token)
    named = token_range([*children(token, "compound", "amod", "poss", "det"), token])
    content = subtree_span(token) if clause is not None else named
    return Labelled(token_range([token]), content, "denies", token, clause is not None, True)


def _is_attribute(token: Token) -> bool:
    return token.dep_ in ("amod", "compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN")


def calls_false(token: Token) -> bool:
    """Tell whether a word calls what is told false in passing: the "hoax" of "a hoax report"."""
    false = _is_attribute(token) and token.lower_ not in PLAYED and _stance_of(token) == "denies"
    return false and _may_be_false(token.head) and not _is_marked_off(token)


def _may_be_false(noun: Token) -> bool:
    """Tell whether a noun is of something told: a report, or a page or letter that is said to claim something."""
    if noun.lemma_.lower() in TOLD:
        return True
    clause = that_clause(noun)
    said = clause is not None and clause.head.lemma_ in SAYING_PARTICIPLES
    return said and noun.lemma_.lower() not in HUMAN and not noun.ent_type_


def _is_marked_off(token: Token) -> bool:
    """Tell whether a word alone stands in quotation marks: it is another's, and no verdict ("‘prank’ videos")."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return len(around) == 3 and around[0].text in "‘'“\"" and around[2].text in "’'”\""


def _elliptical(token: Token) -> Labelled | None:
    """Match "He did not." behind a sentence in which something is told."""
    if token.dep_ != "ROOT" or not is_elliptical(token):
        return None
    negation, subject = child(token, "neg"), child(token, "nsubj")
    if negation is None or subject is None or subject.tag_ != "PRP":
        return None
    words = [t for t in token.sent if not t.is_punct and not t.is_space]
    first = token.sent.start
    before = token.doc[first - 1].sent if first else ()
    if len(words) != len((subject, token, negation)) or not any(t.lemma_.lower() in TELLING for t in before):
        return None
    return Labelled(token_range([token, negation]), subtree_span(subject), "denies", token)


def _affirmed(token: Token) -> Labelled | None:
    """Match "He was." behind "Roe said that he was not warned"."""
    if token.lower_ not in ("was", "is", "did", "had", "has", "were", "are", "does"):
        return None
    words = [t for t in token.sent if not t.is_punct and not t.is_space]
    if words[1:] != [token] or words[0].tag_ != "PRP":
        return None
    before = token.doc[token.sent.start - 1].sent if token.sent.start else ()
    told = next((t for verb in before if verb.lemma_.lower() in TELLING for t in children(verb, "ccomp")), None)
    words_of = {t.lower_ for t in (told, *told.children)} if told is not None else set()
    if told is None or child(told, "neg") is None or token.lower_ not in words_of:
        return None
    return Labelled(token_range([token]), token_range(words[:1]), "denies", token)


def _fails(token: Token) -> Labelled | None:
    """Match "the claim does not hold up", "the story falls apart"."""
    subject = child(token, "nsubj") if token.pos_ == "VERB" else None
    if subject is None or subject.lemma_.lower() not in SHELL_NOUNS:
        return None
    negation = child(token, "neg")
    beside = [t for t in children(token, "prt", "advmod", "dobj") if t.lower_ in FAILING.get(token.lemma_.lower(), ())]
    if (
        not beside
        or (negation is None) != (token.lemma_ == "fall")
        or any(t.lower_ in OPEN for t in children(token, "aux"))
    ):
        return None
    words = [*children(token, "aux", "neg"), token, *beside]
    return Labelled(token_range(words), subtree_span(subject), "denies", token)


def _adverb(token: Token) -> Labelled | None:
    """Match "his death was mistakenly reported"; a clause that is falsely claimed has somebody who claims it."""
    verb = token.head
    told = token.lower_ in FALSELY and token.dep_ == "advmod" and verb.lemma_.lower() in TELLING
    happened = child(verb, "nsubjpass") if told and negation_of(verb) is None else None
    if happened is None or happened.lemma_.lower() not in EVENTS:
        return None
    return Labelled(token_range([token]), subtree_span(happened), "denies", token)


def _missing(token: Token) -> Labelled | None:
    """Match "there is no evidence that X", "no truth to the rumour", "nothing substantiates the story"."""
    if token.lower_ == "nothing" or (
        token.dep_ in SUBJECTS and token.head.lemma_.lower() in SUPPORTING and _is_none(token)
    ):
        return _nothing_supports(token)
    stance = MISSING.get(token.lemma_.lower())
    if stance is None or not _is_none(token) or searched(token) is not None:
        return None
    matter = [t for t in token.children if t.dep_ in ("prep", "acl", "ccomp", "relcl") and t.i > token.i]
    if not matter or (token.lemma_.lower() == "sign" and that_clause(token) is None):
        return None
    words = [t for m in matter for t in m.subtree]
    return Labelled(
        token_range([next(t for t in token.children if t.lower_ == "no"), token]),
        token_range(words),
        stance,
        token,
    )


def searched(noun: Token) -> Token | None:
    """Return the verb by which somebody found no evidence: who looked says so, and not the text."""
    verb = noun.head if noun.dep_ == "dobj" and (_is_none(noun) or noun.lower_ == "nothing") else None
    who = child(verb, "nsubj") if verb is not None and verb.lemma_ in SEARCHING else None
    return verb if who is not None and who.pos_ in ("NOUN", "PROPN") else None


def _no_such(token: Token) -> Labelled | None:
    """Match "There is no such ban", where a ban or something banned was told of; "no such report" denies no claim."""
    verb = token.head
    if token.lemma_.lower() in SHELL_NOUNS:
        return None
    if token.dep_ != "attr" or verb.dep_ != "ROOT" or child(verb, "expl") is None or token.i < token.sent.start + 3:
        return None
    if [t.lower_ for t in token.doc[token.i - 2 : token.i]] != ["no", "such"]:
        return None
    if not has_deed_before(token):
        return None
    return Labelled(token_range([verb, token.nbor(-2)]), token_range([token.nbor(-1)]), "denies", token)


def _is_none(token: Token) -> bool:
    """Tell whether a word is the evidence of "no evidence"."""
    return token.lemma_.lower() in MISSING and any(t.lower_ == "no" for t in token.children)


def _nothing_supports(token: Token) -> Labelled | None:
    verbs = [*children(token, "acl", "relcl"), token.head]
    verb = next((t for t in verbs if t.lemma_.lower() in SUPPORTING and t.pos_ == "VERB"), None)
    matter = child(verb, "dobj", "ccomp") if verb is not None else None
    if verb is None or matter is None or matter == token or token.i > verb.i or searched(token) is not None:
        return None
    return Labelled(token_range([token, verb]), subtree_span(matter), "doubts", token)
