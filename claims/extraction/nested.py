"""Find attributions by syntax where the tagger gives one level: nouns of saying, and verbs inside a content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import BODY_NOUNS, HUMAN, OUTLET_NOUNS
from claims.extraction.contents import tokens_of
from claims.extraction.deeds import amount_span
from claims.extraction.found import Found
from claims.extraction.lexicon import (
    APPEARING,
    DENIAL_VERBS,
    DENIALS,
    FALSEHOODS,
    HEARSAY,
    NAMING,
    NO_CLAIM,
    PLACES,
    SAYINGS,
    SHELL_NOUNS,
    SPREADING,
    TELLING,
)
from claims.extraction.receivers import drawn_from, passive_doer
from claims.extraction.stance import read_stance
from claims.extraction.syntax import (
    SUBJECTS,
    child,
    children,
    follows_bare,
    is_quoted,
    objects,
    of_phrase,
    possessor,
    subtree_span,
    that_clause,
    token_range,
    whole_text,
)
from claims.types import Attribution, Span

CARRIERS = OUTLET_NOUNS | {"media", "press"}
LISTED = ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "NUM")
CONFIRMING = frozenset("confirm announce conclude reveal find show prove".split())
"""Verbs that make one where their clause denies something."""
SAYING_VERBS = frozenset(
    "say claim allege maintain insist assert believe think contend argue state report tell speculate warn admit "
    "concede acknowledge boast brag radio testify swear complain counter".split()
)
"""Verbs that make a second level when they stand inside a content ("the minister said that the general believes …")."""
PUBLISHED = ("report", "story", "article", "investigation")
CHARGED = ("accuse", "charge", "indict")
"""Verbs of whose passive the subject is said to have done something."""


def find_nested(doc: Doc, known: Sequence[Attribution], article_id: str) -> list[Found]:
    """Return the attributions that syntax finds and whose cue is in none of `known`."""
    cues = _begun_in(doc, [span for attribution in known for span in attribution.cue])
    contents = _begun_in(doc, [span for attribution in known for span in attribution.content])
    found: list[Found] = []
    for token in doc:
        if token.i in cues:
            continue
        found += (Found(item, "asserts", unsaid=not item.source) for item in _of_noun(token, article_id))
        found += map(Found, _of_verb(token, article_id, inside=token.i in contents))
        found += map(Found, _of_phrase(token, article_id))
        found += map(Found, (*_of_apposed(token, article_id), *_of_denial(token, article_id)))
        found += map(Found, _of_denied(token, article_id))
        found += (Found(item, "asserts") for item in _of_accusation(token, article_id))
        found += (Found(item, "asserts") for item in _of_charge(token, article_id))
        found += (Found(item, "asserts") for item in _of_origin(token, article_id))
        found += (Found(item, "asserts") for item in _of_estimate(token, article_id))
        found += (Found(item, "asserts") for item in _of_hearsay(token, article_id))
        found += (Found(item, "asserts") for item in _of_spreading(token, article_id))
    return found


def _begun_in(doc: Doc, spans: Iterable[Span]) -> set[int]:
    """Return the places of the tokens that begin in one of the spans."""
    return {t.i for span in spans for t in tokens_of(doc, [span]) if t.idx >= span.start}


def _of_noun(noun: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "Ukraine's claims that X" as what Ukraine claims, "talk that X" as said by nobody named."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in SHELL_NOUNS - NO_CLAIM:
        return
    owner = possessor(noun) or _nation(noun) or _carrier(noun)
    clause = (
        that_clause(noun) or _is_that(noun) or _hung_higher(noun) or (of_phrase(noun) if owner is not None else None)
    )
    if clause is None:
        return
    source = (_with_name(_without_case(subtree_span(owner), noun.doc), noun.doc),) if owner is not None else ()
    content = _without_verdict(noun, _without_name_given(noun, subtree_span(clause)))
    if source and source[0].overlaps(content):
        return
    cue = [t for t in noun.children if t.dep_ in ("amod", "det", "compound") and (owner is None or t.i > owner.i)]
    yield Attribution(article_id, source, (token_range([*cue, noun]),), (content,), 1.0)


def _without_verdict(noun: Token, content: Span) -> Span:
    """End what a report says before the verdict that the parser took in: "reports that X are wide of the mark"."""
    if content.start < noun.idx:
        return content
    text = Span(noun.idx, content.end).of(whole_text(noun.doc))
    reading = read_stance("said", text)
    frame = reading.frame if reading.rule.startswith("claim-is") else None
    cut = noun.idx + frame.start if frame is not None else content.end
    told = Span(content.start, cut).of(whole_text(noun.doc)).rstrip()
    return Span(content.start, content.start + len(told)) if told else content


def _without_name_given(noun: Token, content: Span) -> Span:
    """End what a report says before the name that it is given: "called the report that X “categorically untrue”"."""
    words = [t for t in tokens_of(noun.doc, (content,)) if t.is_alpha]
    named = noun.head.lemma_.lower() in NAMING and bool(words) and is_quoted(words[-1]) and not is_quoted(words[0])
    last = next((t for t in reversed(words) if not is_quoted(t)), None) if named else None
    return Span(content.start, last.idx + len(last.text)) if last is not None else content


def _nation(noun: Token) -> Token | None:
    """Return whose claim "a US claim", "the Russian accusation" is."""
    nations = (t for t in children(noun, "compound", "amod", "nmod") if t.ent_type_ in ("GPE", "NORP"))
    return next(nations, None) if noun.lemma_.lower() in SAYINGS else _paper(noun)


def _paper(noun: Token) -> Token | None:
    """Return whose report "the Orlin Echo report" is."""
    names = (t for t in children(noun, "compound", "nmod") if t.pos_ == "PROPN" and t.ent_type_ == "ORG")
    return next(names, None) if noun.lemma_.lower() in PUBLISHED else None


def _carrier(noun: Token) -> Token | None:
    """Return where "claims in local media", "reports in the Echo" stand."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    places = children(behind, "pobj") if behind.lower_ == "in" else []
    return next((t for t in places if _is_outlet_name(t) or t.lemma_.lower() in CARRIERS), None)


def _is_outlet_name(token: Token) -> bool:
    """Tell whether a name in "reports in the Echo", "in the weekly Echo" is one of an outlet, and not of a place."""
    if any(t.lower_ in CARRIERS for t in token.children):
        return True
    return token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "WORK_OF_ART", "PRODUCT")


def _hung_higher(noun: Token) -> Token | None:
    """Return the clause of "denied claims in local media that X", which the parser hangs on the denial."""
    clause = child(noun.head, "ccomp") if noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENIAL_VERBS else None
    if clause is not None and follows_bare(clause, noun):
        return clause
    if clause is None or clause.left_edge.dep_ != "mark" or clause.left_edge.lower_ != "that":
        return None
    owner = possessor(noun)
    last = max(noun.right_edge.i, owner.right_edge.i if owner is not None else 0)
    return clause if all(t.pos_ == "PROPN" for t in noun.doc[last + 1 : clause.left_edge.i]) else None


def _is_that(noun: Token) -> Token | None:
    """Return the clause of "the charge is that X"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or noun.lemma_.lower() in HEARSAY:
        return None
    clause = child(verb, "ccomp")
    return clause if clause is not None and any(t.dep_ == "mark" for t in clause.children) else None


def _without_case(span: Span, doc: Doc) -> Span:
    tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
    kept = [t for t in tokens or () if not (t.dep_ == "case" and t.i == tokens[-1].i)]
    return token_range(kept) if kept else span


def _with_name(span: Span, doc: Doc) -> Span:
    """Widen "the traders' group" to "the traders' group Shopfront First", whose name the parser hung elsewhere."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    last = tokens[-1] if tokens else None
    if last is None or last.lemma_.lower() not in BODY_NOUNS | HUMAN or not last.text.islower():
        return span
    while last.i + 1 < len(doc) and last.nbor().pos_ == "PROPN":
        last = last.nbor()
    return Span(span.start, last.idx + len(last.text))


def _of_verb(verb: Token, article_id: str, *, inside: bool) -> Iterator[Attribution]:
    """Yield a clause of denial anywhere, and a clause of saying inside somebody's content.

    There "I think" and "he believes" are mostly the speaker's own words again: a pronoun makes no second level.
    """
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in (DENIAL_VERBS | SAYING_VERBS | CONFIRMING if inside else DENIAL_VERBS):
        return
    subject = _subject(verb)
    object_ = child(verb, "ccomp", "dobj", "xcomp")
    if lemma in CONFIRMING and (object_ is None or not _denies(verb, object_)):
        return
    label = _label_of(verb) if object_ is None and subject is not None else None
    if label is not None and subject is not None:
        cue = token_range([*children(verb, "aux", "auxpass", "neg"), verb])
        yield Attribution(article_id, (subtree_span(subject),), (cue,), (label,), 1.0)
        return
    if subject is not None and object_ is not None and _is_told(verb, subject):
        teller = Span(verb.head.left_edge.idx, subject.idx - 1)
        yield Attribution(article_id, (teller,), (token_range([verb]),), (subtree_span(object_),), 1.0)
    if subject is None or object_ is None or subject.lower_ in ("that", "which", "it"):
        return
    said = object_.dep_ == "ccomp" and subject.pos_ != "PRON" and not any(t.tag_ == "TO" for t in verb.lefts)
    if lemma in SAYING_VERBS | CONFIRMING and not said:
        return
    auxiliaries = children(verb, "aux", "auxpass", "neg")
    yield Attribution(
        article_id,
        (_whole_source(subject, verb),),
        (token_range([*auxiliaries, verb]),),
        (subtree_span(object_),),
        1.0,
    )


def _denies(verb: Token, clause: Token) -> bool:
    """Tell whether what is confirmed is a denial: "the league has confirmed that the race is not sold"."""
    reading = read_stance(verb.text, subtree_span(clause).of(whole_text(verb.doc)))
    return reading.stance == "denies" or (reading.negated and verb.lemma_.lower() in TELLING)


def _label_of(verb: Token) -> Span | None:
    """Return the "a charge" of "the vote was rigged, a charge the commission rejected"."""
    noun = verb.head
    if verb.lemma_.lower() not in DENIAL_VERBS or verb.dep_ not in ("relcl", "acl"):
        return None
    if noun.lemma_.lower() not in SAYINGS or that_clause(noun) is not None:
        return None
    return token_range([*children(noun, "det", "amod"), noun])


def _whole_source(subject: Token, verb: Token) -> Span:
    """Return the subject with what is listed beside it up to the verb, wherever the parser hung that."""
    span = subtree_span(subject)
    between = [t for t in subject.doc[subject.left_edge.i : verb.i] if not t.is_space]
    while between and between[-1].pos_ in ("ADV", "AUX", "PART", "PRON", "DET"):
        between.pop()
    listed = between and all(t.pos_ in LISTED for t in between) and any(t.lower_ == "and" for t in between)
    return token_range(between) if listed and subject in between else span


def _is_told(verb: Token, subject: Token) -> bool:
    """Tell whether a relative clause says what a story tells: "a posting on the Echo's site that said X"."""
    told = subject.tag_ == "WDT" and verb.dep_ == "relcl" and verb.head.lemma_.lower() in HEARSAY
    return told and verb.head.i < subject.i and child(verb, "ccomp") is not None


def _of_phrase(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "waved the reports away as inventions": any verb whose words and object come to a denial."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in DENIAL_VERBS:
        return
    shell = next((t for t in objects(verb) if t.lemma_.lower() in SHELL_NOUNS and t.pos_ in ("NOUN", "PROPN")), None)
    subject = _subject(verb) if shell is not None else None
    if shell is None or subject is None:
        return
    words = [t for t in verb.subtree if t.i >= verb.i and not subject.is_ancestor(t)]
    phrase = " ".join(t.text for t in words)
    object_ = subtree_span(shell)
    if read_stance(verb.text, " ".join(t.text for t in words[1:]), sentence=phrase).stance != "denies":
        return
    cue = [*children(verb, "aux", "auxpass", "neg"), verb]
    yield Attribution(article_id, (subtree_span(subject),), (token_range(cue),), (object_,), 1.0)


def _of_apposed(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "troops crossed the river, claims rejected by Sudland": Sudland denies what they point at."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl":
        return
    noun, agent = verb.head, child(verb, "agent")
    who = child(agent, "pobj") if agent is not None else None
    known = any(t.lower_ in ("the", "this", "that", "these", "those") or t.tag_ == "PRP$" for t in noun.lefts)
    if who is None or agent is None or known:
        return
    apposed = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text in (",", "—", "–")
    if not apposed or noun.lemma_.lower() not in SHELL_NOUNS:
        return
    label = token_range([*children(noun, "det", "amod"), noun])
    cue = token_range([*(t for t in children(verb, "advmod") if t.i < verb.i), verb, agent])
    if read_stance(cue.of(whole_text(verb.doc)), label.of(whole_text(verb.doc))).stance in ("denies", "doubts"):
        yield Attribution(article_id, (subtree_span(who),), (cue,), (label,), 1.0)


def _of_denial(noun: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "her denial came a day later", "Roe's denial notwithstanding": what is denied was said before."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in DENIALS:
        return
    owner = child(noun, "poss")
    who, story = drawn_from(noun)
    if owner is None and who is not None and story is not None:
        yield Attribution(article_id, (subtree_span(who),), (token_range([noun]),), (subtree_span(story),), 1.0)
    elif owner is None:
        return
    elif that_clause(noun) is None and of_phrase(noun) is None and not any(t.tag_ == "TO" for t in noun.subtree):
        yield Attribution(article_id, (_without_case(subtree_span(owner), noun.doc),), (token_range([noun]),), (), 1.0)


def _of_denied(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "claims that X were dismissed by his office"."""
    if verb.lemma_.lower() not in DENIAL_VERBS:
        return
    story, doer = child(verb, "nsubjpass"), passive_doer(verb)
    told = story is not None and story.lemma_.lower() in SHELL_NOUNS and that_clause(story) is not None
    if doer is not None and story is not None and told and not children(verb, "neg"):
        cue = token_range([*children(verb, "auxpass"), verb, *children(verb, "agent")])
        yield Attribution(article_id, (doer,), (cue,), (subtree_span(story),), 1.0)


def _of_accusation(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "the agents, who accused him of selling the archive": what the agents say that he did."""
    if verb.lemma_.lower() != "accuse":
        return
    subject, accused = _subject(verb), child(verb, "dobj")
    if subject is None or accused is None:
        return
    deed = next((t for t in verb.subtree if t.dep_ in ("pcomp", "pobj") and t.head.lower_ == "of"), None)
    if deed is None or deed.i < accused.i:
        return
    source = subtree_span(subject)
    if subject.tag_ in ("WDT", "WP"):
        if verb.dep_ != "relcl":
            return
        source = token_range([t for t in verb.head.subtree if t.i < verb.left_edge.i and not t.is_punct] or [verb.head])
    content = token_range([*accused.subtree, *deed.subtree])
    yield Attribution(article_id, (source,), (token_range([verb]),), (content,), 1.0)


def _of_charge(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "Roe, who has been accused of lying", "Roe is charged with theft": nobody says so where no agent stands."""
    accused = child(verb, "nsubjpass") if verb.lemma_.lower() in CHARGED else None
    if accused is None or child(verb, "auxpass") is None or children(verb, "neg"):
        return
    deed = next((t for t in verb.subtree if t.dep_ in ("pcomp", "pobj") and t.head.lower_ in ("of", "with")), None)
    if deed is None or deed.i < verb.i or deed.head.head != verb:
        return
    doer = passive_doer(verb)
    source = (doer,) if doer is not None else ()
    content = (subtree_span(accused), subtree_span(deed))
    yield Attribution(article_id, source, (token_range([verb]),), content, 1.0)


def _of_estimate(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "the police put the crowd at 38,000", "police counted 800"."""
    amount = amount_span(verb)
    subject = _subject(verb) if amount is not None else None
    if subject is not None and amount is not None and subject.pos_ != "PRON":
        yield Attribution(article_id, (subtree_span(subject),), (token_range([verb]),), (amount,), 1.0)


def _of_origin(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "the fake recall first appeared on the Echo's site": what is called fake was told there."""
    thing = child(verb, "nsubj", "nsubjpass") if verb.lemma_.lower() in APPEARING else None
    if thing is None:
        return
    called = any(t.lemma_.lower() in FALSEHOODS for t in children(thing, "amod", "compound"))
    place = next((t for p in children(verb, "prep") if p.lower_ in PLACES for t in children(p, "pobj")), None)
    if called and place is not None and thing.lemma_.lower() not in HEARSAY:
        spans = subtree_span(place), token_range([verb]), subtree_span(thing)
        yield Attribution(article_id, (spans[0],), (spans[1],), (spans[2],), 1.0)


def _of_spreading(verb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "a site published the story", "the story was shared by a site": it tells what the story says."""
    if verb.lemma_.lower() not in SPREADING or verb.pos_ != "VERB":
        return
    agent = child(verb, "agent")
    teller = child(agent, "pobj") if agent is not None else child(verb, "nsubj")
    story = child(verb, "nsubjpass") if agent is not None else child(verb, "dobj")
    if teller is None or story is None or story.lemma_.lower() not in HEARSAY | {"claim"} or teller.pos_ == "PRON":
        return
    if that_clause(story) is None and any(t.lower_ in ("the", "this", "that") for t in story.lefts):
        who = subtree_span(teller, without=children(teller, "relcl"))
        spans = who, token_range([*children(verb, "aux", "auxpass", "neg"), verb]), subtree_span(story)
        yield Attribution(article_id, (spans[0],), (spans[1],), (spans[2],), 1.0)


def _of_hearsay(adverb: Token, article_id: str) -> Iterator[Attribution]:
    """Yield "the pilot, who was reportedly shot": what is told of somebody in a relative clause."""
    verb = adverb.head
    subject = child(verb, *SUBJECTS) if adverb.lower_ == "reportedly" and verb.dep_ == "relcl" else None
    if subject is None or subject.tag_ not in ("WP", "WDT"):
        return
    clause = [t for t in verb.subtree if t.i > subject.i and t != adverb]
    before, behind = [t for t in clause if t.i < adverb.i], [t for t in clause if t.i > adverb.i]
    parts = tuple(token_range(part) for part in (before, behind) if part)
    yield Attribution(article_id, (), (token_range([adverb]),), parts, 1.0)


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        subject = child(verb, "nsubj")
        if subject is not None:
            return subject
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None
