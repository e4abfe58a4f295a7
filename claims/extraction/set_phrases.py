"""Find attributions that a set phrase makes: "in the view of X", "if X is to be believed", "X was wrong to say"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.extraction.contents import tokens_of
from claims.extraction.disagreeing import OPEN
from claims.extraction.found import Found
from claims.extraction.lexicon import TELLING
from claims.extraction.negation import negation_of
from claims.extraction.syntax import (
    SUBJECTS,
    child,
    children,
    is_quoted,
    of_phrase,
    possessor,
    subtree_span,
    that_clause,
    token_range,
)
from claims.extraction.voice import searched
from claims.types import Attribution, Span

VIEWS = frozenset("view opinion estimation judgment judgement telling words".split())
"""What a clause stands in as somebody's: "in the view of Roe", "in Roe's words"."""
MISTAKEN = frozenset("wrong mistaken incorrect wide off".split())
"""What somebody was who told what is not so; "wide" and "off" are of the mark."""
HEARERS = ("we", "i", "you")
"""Who is told, or hears, what somebody unnamed says."""
BEGGING = ("beg", "begs", "begged")
NOT_SO = ("not so,", "not true,", "not at all,", "nonsense,", "rubbish,", "wrong,", "untrue,", "not quite,")
"""How a sentence opens that is a denial by itself."""
SPEAKING = TELLING | frozenset("accuse insist boast argue".split())


def find_phrases(doc: Doc, known: Sequence[Attribution], article_id: str) -> list[Found]:
    """Return what set phrases attribute, of what nobody is known to have said."""
    spoken = {t.i for item in known if item.source for t in tokens_of(doc, item.content)}
    cues = {t.i for item in known if item.source and item.content for t in tokens_of(doc, item.cue)}
    found: list[Found] = []
    for token in doc:
        found += (Found(item, "asserts", unsaid=True) for item in _of_hearers(token, article_id))
        if token.i in spoken or is_quoted(token):
            continue
        told = (*_of_view(token, article_id), *_of_belief(token, article_id))
        found += (Found(item, "asserts") for item in told)
        found += map(Found, _of_no(token, article_id))
        if token.i not in cues:
            found += map(Found, (*_of_difference(token, article_id), *_of_search(token, article_id)))
        found += (Found(item, "denies", own_voice=True) for item in _of_mistake(token, article_id))
    return found


def _of_hearers(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "we are told that X", "I hear X" in somebody's words: nobody named says it."""
    told_of = verb.lemma_ in ("tell", "inform") and verb.tag_ == "VBN"
    if verb.lemma_ != "hear" and not told_of:
        return
    who = child(verb, "nsubjpass" if told_of else "nsubj")
    always = next((t for t in children(verb, "npadvmod", "dobj") if t.lemma_ == "time"), verb)
    told = child(verb, "ccomp") or child(always, "relcl", "acl", "ccomp")
    clause = told if who is not None and who.lower_ in HEARERS else None
    if clause is not None and negation_of(verb) is None and child(verb, "agent") is None:
        yield Attribution(article_id, (), (token_range([verb]),), (subtree_span(clause),), 1.0)


def _of_view(preposition: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "arsonists started the fires, in the view of the fire chief", "in Roe's opinion"."""
    noun = child(preposition, "pobj") if preposition.lower_ == "in" else None
    owner = _owner(noun) if noun is not None and noun.lemma_.lower() in VIEWS else None
    clause = preposition.head
    while clause.dep_ == "csubj":
        clause = clause.head
    if noun is None or owner is None or clause.pos_ not in ("VERB", "AUX") or child(clause, *SUBJECTS, "csubj") is None:
        return
    parts = _without(clause, {t.i for t in preposition.subtree})
    if parts:
        source = subtree_span(owner, without=children(owner, "case"))
        cue = token_range([preposition, noun] if owner.i > noun.i else [noun])
        yield Attribution(article_id, (source,), (cue,), parts, 1.0)


def _owner(noun: Token) -> Token | None:
    """Return whose view it is; None for "in our view"."""
    owner = possessor(noun) or next((t for p in children(noun, "prep") for t in children(p, "pobj")), None)
    return owner if owner is not None and owner.pos_ in ("NOUN", "PROPN") else None


def _without(clause: Token, cut: set[int]) -> tuple[Span, ...]:
    """Return the words of a clause before and behind those that are cut out, without marks at their ends."""
    words = [t for t in clause.subtree if t.i not in cut]
    first = min(cut)
    parts = ([t for t in words if t.i < first], [t for t in words if t.i > first])
    return tuple(token_range(part) for part in map(_without_marks, parts) if part)


def _without_marks(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    while tokens and (tokens[0].is_punct or tokens[0].is_space):
        tokens = tokens[1:]
    return tokens


def _of_belief(believed: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "if the lobbyists are to be believed, the harvest has collapsed": the lobbyists say so."""
    if believed.lower_ != "believed" or believed.tag_ != "VBN":
        return
    verb = believed.head if believed.dep_ == "xcomp" else believed
    who, clause = child(verb, *SUBJECTS), verb.head
    supposed = any(t.lower_ == "if" and t.dep_ == "mark" for t in verb.children)
    if not supposed or verb.dep_ != "advcl" or who is None or who.pos_ == "PRON":
        return
    parts = _without(clause, {t.i for t in verb.subtree})
    if parts:
        yield Attribution(article_id, (subtree_span(who),), (token_range([believed]),), parts, 1.0)


def _of_difference(differ: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "two members beg to differ", which the tagger passes by: what they deny was said before."""
    beg = differ.nbor(-2) if differ.lower_ == "differ" and differ.i > 1 else differ
    who = (child(beg, "nsubj") or child(differ, "nsubj")) if beg.lower_ in BEGGING else None
    words = [t for t in who.subtree if t.i < beg.i] if who is not None and who.lower_ not in OPEN else []
    if words:
        yield Attribution(article_id, (token_range(words),), (token_range([beg, differ]),), (), 1.0)


def _of_search(noun: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "observers found no signs of fraud" as what the observers say, where the tagger passes it by."""
    verb = searched(noun)
    who = child(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or who.pos_ not in ("NOUN", "PROPN"):
        return
    clause = that_clause(noun) or of_phrase(noun)
    if clause is not None:
        source = subtree_span(who, without=children(who, "relcl", "acl"))
        yield Attribution(article_id, (source,), (token_range([verb, noun]),), (subtree_span(clause),), 1.0)


def _of_no(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "not so, says the council", of which the tagger sees nothing."""
    if verb.lemma_ != "say":
        return
    opening = verb.doc[verb.sent.start : verb.i]
    who = child(verb, "nsubj")
    if opening.text.lower() in NOT_SO and who is not None and who.i > verb.i:
        source = subtree_span(who, without=children(who, "relcl", "acl"))
        yield Attribution(article_id, (source,), (token_range([verb]),), (token_range(opening[:-1]),), 1.0)


def _of_mistake(word: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "Roe was wrong to say that X", "lied when she said that X": the text itself denies it."""
    told = _told_by_mistake(word)
    clause = child(told, "ccomp") if told is not None else None
    if clause is not None and not any(child(t, "neg") for t in (word, word.head)):
        yield Attribution(article_id, (), (token_range([word]),), (subtree_span(clause),), 1.0)


def _told_by_mistake(word: Token) -> Token | None:
    """Return the saying that a text calls wrong; None for what may or may not be so."""
    lied = word.lemma_ == "lie" and word.pos_ == "VERB"
    verb = word if lied else word.head
    if not lied and (word.lower_ not in MISTAKEN or word.dep_ not in ("acomp", "prep") or verb.lemma_ != "be"):
        return None
    if word.lower_ in ("wide", "off") and not any(t.lower_ in ("mark", "base") for t in word.subtree):
        return None
    asked = any(t.lower_ in ("if", "whether") for v in (verb, *verb.ancestors) for t in v.children)
    open_ = asked or verb.sent.text.rstrip().endswith("?") or any(t.tag_ == "MD" for t in verb.children)
    inner = [*children(verb, "advcl", "xcomp"), *children(word, "xcomp", "advcl")]
    inner += [t for holder in (verb, word) for p in children(holder, "prep") for t in children(p, "pcomp")]
    return next((t for t in inner if t.lemma_.lower() in SPEAKING and not open_), None)
