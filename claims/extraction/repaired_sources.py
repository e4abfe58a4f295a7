"""Find by syntax who speaks where the tagger gives no source, a wrong one, or a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.contents import head_of, tokens_of
from claims.extraction.lexicon import (
    ACCUSE,
    APPEARING,
    CALLED,
    DENIAL_VERBS,
    HEARSAY,
    NAMING,
    NO_CLAIM,
    PLACES,
    SHELL_NOUNS,
)
from claims.extraction.receivers import is_answered, only_receives, passive_doer, what_they_read
from claims.extraction.stance import read_stance
from claims.extraction.syntax import (
    SUBJECTS,
    child,
    children,
    possessor,
    subtree_span,
    that_clause,
    token_range,
    whole_text,
)
from claims.extraction.talk import TALK
from claims.extraction.wording import ALLEGED
from claims.types import Attribution, Span

MISREAD = 8
"""Tokens before a verb among which its relative clause begins. Chosen, not measured."""
HEARSAY_ADVERBS = frozenset(word for word in ALLEGED if word.endswith("ly")) | {"apparently"}
"""Cues that say of nobody that he said it."""


def mend_source(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Give an attribution the source that its cue has by syntax, and a source its whole list."""
    adverb, *rest = tokens_of(doc, attribution.cue)
    if adverb.lower_ in HEARSAY_ADVERBS and (not rest or _is_no_saying(rest)):
        verb = (token_range(rest),) if rest else ()
        heard = replace(attribution, cue=(token_range([adverb]),), content=(*verb, *attribution.content))
        return _of_nobody(doc, heard, adverb)
    if _is_told_by_talk(doc, attribution):
        return replace(attribution, source=())
    attribution = _subject_as_source(attribution, cue)
    source = _without_deed(doc, _found_source(doc, attribution, cue), cue)
    return replace(attribution, source=_whole_lists(doc, source, attribution.cue))


def _is_no_saying(words: Sequence[Token]) -> bool:
    """Tell whether words are only a deed that is talked of: the "emailed" of "reportedly emailed the bank"."""
    told = any(child(t, "ccomp") is not None for t in words)
    return not told and read_stance(" ".join(t.text for t in words), "").rule.startswith("unknown")


def _of_nobody(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Drop the source of "reportedly"; where it is the subject of what is told, it belongs there."""
    about = child(cue.head, *SUBJECTS)
    told = attribution.source if about is not None and about in tokens_of(doc, attribution.source) else ()
    return replace(attribution, source=(), content=(*told, *attribution.content))


def _is_told_by_talk(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether a source does something else than the talk of the cue: the video of "the video, after rumours …"."""
    talk = next((t for t in tokens_of(doc, attribution.cue) if t.lemma_.lower() in TALK and t.dep_ in SUBJECTS), None)
    speaker = head_of(tokens_of(doc, attribution.source))
    if talk is None or speaker is None or speaker.dep_ not in SUBJECTS:
        return False
    return bool(speaker.head != talk.head) and not talk.is_ancestor(speaker)


def _subject_as_source(attribution: Attribution, cue: Token) -> Attribution:
    """Take who speaks out of a content that holds him as a piece: "[Roe] confessed [to lying]", "said [Roe]"."""
    quoted = _is_quoted_as(cue)
    subject = child(cue, "nsubjpass") if quoted else _speaking_subject(cue)
    named = attribution.source and not quoted and not _is_opposed(tokens_of(cue.doc, attribution.source))
    if named or subject is None or cue.pos_ != "VERB" or len(attribution.content) < 2:
        return attribution
    held = [span for span in attribution.content if span.start <= subject.idx < span.end]
    own = [span for span in held if span.end <= cue.idx or span == subtree_span(subject)]
    if not own:
        return attribution
    rest = tuple(span for span in attribution.content if span not in own)
    return replace(attribution, source=tuple(own), content=rest)


def _is_opposed(source: Sequence[Token]) -> bool:
    """Tell whether a source is what somebody speaks against: the reports of "…, contrary to media reports"."""
    return any(t.dep_ == "pobj" and t.head.lower_ == "to" and t.head.head.lower_ == "contrary" for t in source)


def _is_quoted_as(cue: Token) -> bool:
    """Tell whether a cue is "was quoted as saying", whose subject speaks."""
    return cue.lemma_.lower() in ("quote", "cite") and any(t.lower_ == "as" for t in children(cue, "prep"))


def _speaking_subject(cue: Token) -> Token | None:
    """Return who speaks: the police of "who police say fled", where the parser gives the verb both for subjects."""
    subjects = children(cue, "nsubj")
    spoken = [t for t in subjects if t.tag_ not in ("WDT", "WP")]
    return next(iter(spoken or subjects), None)


def _found_source(doc: Doc, attribution: Attribution, cue: Token) -> tuple[Span, ...]:
    """Return the source, or where none is linked the one that the cue's verb names by its syntax."""
    words = tokens_of(doc, attribution.source)
    owner = _owner(cue)
    if owner is not None and owner not in words:
        return (subtree_span(owner, without=children(owner, "case")),)
    if any(_plays_down(token, cue) for token in words) or _stands_on_platform(words, cue):
        return ()
    seen = next((t.head.head for t in words if t.dep_ == "pobj" and t.head.dep_ == "agent"), None)
    is_by = seen is not None and seen.dep_ == "acl" and seen.head not in words
    if seen is not None and is_by and seen.head.dep_ in SUBJECTS and seen.head.head == cue:
        return (Span(seen.head.left_edge.idx, seen.idx - 1),)
    if _is_named_apart(cue, words):
        return ()
    if only_receives(doc, attribution.source, cue) and passive_doer(cue) is None:
        return what_they_read(doc, attribution.source, cue)
    misread = _misread_relative(cue)
    if misread:
        return (token_range(misread),)
    if cue.pos_ != "VERB":
        return () if _draws(cue, words) else attribution.source
    accused = _accused_before(cue)
    if accused is not None:
        return (subtree_span(accused),)
    if _is_accused(cue) and any(_answers(token, cue) or _is_whom(token, cue) for token in words):
        return ()
    answering = _asked(cue)
    if answering is not None:
        return (subtree_span(answering),)
    doer = passive_doer(cue)
    if doer is not None and not any(doer.overlaps(span) for span in attribution.cue):
        return (doer,)
    pair = child(cue, "nsubj")
    beside = pair is not None and all(not t.is_punct for t in doc[pair.i : cue.i])
    if pair is not None and beside and pair.lower_ in ("both", "neither") and pair not in words:
        return (token_range([pair]),)
    if attribution.source and not _is_by_another(cue, words):
        return _of_clause(attribution.source, cue)
    told_of = _told_of(cue) if not attribution.source else None
    if told_of is not None:
        return (subtree_span(told_of),)
    relative = child(cue, "nsubj") if cue.dep_ == "relcl" and not attribution.source else None
    if relative is not None and relative.lower_ == "who":
        return (token_range([relative]),)
    noun, span = _speaking_noun(cue)
    if noun is None or span is None or not _can_tell(noun, cue) or "\n" in span.of(whole_text(doc)):
        return attribution.source
    taken = (*attribution.cue, *attribution.content)
    return attribution.source if any(span.overlaps(other) for other in taken) else (span,)


def _told_of(cue: Token) -> Token | None:
    """Return who claims something himself of whom it is told: "Roe is said to have fled and claimed that X"."""
    verb = cue
    while verb.dep_ == "conj" and child(verb, *SUBJECTS) is None:
        verb = verb.head
    heard = verb.head if verb.dep_ == "xcomp" else verb
    told = verb != cue and heard.tag_ == "VBN" and child(heard, "xcomp") is not None
    return child(heard, "nsubjpass") if told else None


def _owner(cue: Token) -> Token | None:
    """Return whose story a cue is: the Echo of "“Rubbish,” Roe wrote after the Echo's story that X"."""
    told = that_clause(cue) or child(cue, "relcl")
    owner = possessor(cue) if cue.pos_ == "NOUN" and told is not None else None
    named = owner is not None and owner.pos_ in ("NOUN", "PROPN") and owner.ent_type_ != "DATE"
    return owner if named and cue.lemma_.lower() in SHELL_NOUNS - NO_CLAIM else None


def _stands_on_platform(source: Sequence[Token], cue: Token) -> bool:
    """Tell whether a cue is the "on social media" of "dismissed rumours on social media that X", which others say."""
    talk = cue.head if cue.pos_ == "ADP" else cue
    return cue.pos_ == "ADP" and is_answered(talk) and any(t.head == talk.head for t in source)


def _misread_relative(cue: Token) -> list[Token]:
    """Return the authority of ", which the health authority disputes", where the parser takes the verb for a noun."""
    before = cue.doc[max(cue.sent.start, cue.i - MISREAD) : cue.i]
    which = next((t for t in before if t.lower_ == "which" and t.i and t.nbor(-1).text == ","), None)
    misread = cue.lower_ == "disputes" and cue.pos_ == "NOUN" and which is not None
    return [t for t in before if which is not None and t.i > which.i] if misread else []


def _draws(story: Token, source: Sequence[Token]) -> bool:
    """Tell whether a source only answers: "the claim drew a rebuttal from the ministry", "was rejected by police"."""
    answers = [t for t in source if t.dep_ == "pobj" and t.head.lower_ in ("from", "by")]
    verbs = (verb for p in answers if p.head.head != story for verb in (p.head.head, p.head.head.head))
    return story.dep_ in SUBJECTS and any(verb == story.head for verb in verbs)


def _plays_down(token: Token, cue: Token) -> bool:
    """Tell whether a word is the subject of "played down fears that X": others have them than who calms them."""
    verb = cue.head.head if cue.dep_ == "pobj" else cue.head
    return is_answered(cue) and token.dep_ in SUBJECTS and bool(token.head == verb)


def _is_accused(cue: Token) -> bool:
    """Tell whether a cue is "was accused"."""
    return cue.lemma_.lower() in ACCUSE and child(cue, "auxpass") is not None


def _answers(token: Token, cue: Token) -> bool:
    """Tell whether a word is the subject of what is told next: the "he" of "was accused of fraud but he denied it"."""
    return token.dep_ in SUBJECTS and token.head.dep_ == "conj" and bool(token.head.head == cue)


def _is_whom(token: Token, cue: Token) -> bool:
    """Tell whether a word is who is accused, or the name before the "who" that is: "Roe, who was accused of fraud"."""
    subject = child(cue, "nsubjpass")
    relative = subject is not None and subject.tag_ == "WP" and cue.dep_ == "relcl"
    return subject is not None and (token == subject or (relative and token == cue.head))


def _is_named_apart(cue: Token, source: Sequence[Token]) -> bool:
    """Tell whether a source acts in the main clause alone: "after Holm was declared the winner, Roe left"."""
    passive = child(cue, "auxpass") is not None and child(cue, "nsubjpass") is not None
    aside = passive and cue.dep_ == "advcl" and cue.lemma_.lower() in NAMING | CALLED
    return aside and any(t.dep_ in SUBJECTS and t.head == cue.head for t in source)


def _asked(cue: Token) -> Token | None:
    """Return who is asked, and answers: the Roe of "asked by the judge if he had fled, Roe said no"."""
    asked = cue.lemma_ == "ask" and cue.tag_ == "VBN" and cue.dep_ == "advcl" and cue.i < cue.head.i
    return child(cue.head, "nsubj") if asked and child(cue, "agent") is not None else None


def _is_by_another(cue: Token, source: Sequence[Token]) -> bool:
    """Tell whether a source is the agent of another verb: "posts claiming that X are not supported by the ministry"."""
    agents = [t for t in source if t.dep_ == "pobj" and t.head.dep_ == "agent"]
    return cue.dep_ == "acl" and cue.tag_ == "VBG" and any(t.head.head == cue.head.head for t in agents)


def _accused_before(cue: Token) -> Token | None:
    """Return who is accused and then answers: the Roe of "Roe was accused of fraud by the bank but denied it"."""
    before = cue.head if cue.dep_ == "conj" else None
    if before is None or not _is_accused(before) or cue.lemma_.lower() not in DENIAL_VERBS:
        return None
    return child(before, "nsubjpass") if child(cue, *SUBJECTS) is None else None


def _without_deed(doc: Doc, source: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """End the source of "was accused by three players of bullying" before the deed."""
    if cue.lemma_.lower() != "accuse" or child(cue, "agent") is None or not source:
        return source
    of = next(
        (t for t in tokens_of(doc, source[-1:]) if t.lower_ == "of" and t.head.tag_ in ("NNS", "NNP", "NN")), None
    )
    gerund = of is not None and of.i + 1 < len(doc) and doc[of.i + 1].lower_.endswith("ing")
    return (*source[:-1], Span(source[-1].start, of.idx - 1)) if of is not None and gerund else source


def _can_tell(noun: Token, cue: Token) -> bool:
    """Tell whether a noun that the tagger passed by is a story or what carries one."""
    return noun.lemma_.lower() in HEARSAY or (cue.lemma_.lower() in APPEARING and noun.pos_ in ("NOUN", "PROPN"))


def _of_clause(source: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Return the "who" of "agents who accused him" for a source that stands outside its clause and its noun.

    Who speaks inside what another tells is named there: the Roe of "the Echo claims that Roe said …".
    """
    subject = _speaking_subject(cue)
    doer = _doer_before(source, cue) if subject is None else None
    if doer is not None:
        return (subtree_span(doer),)
    if _tells_of(source, cue) and subject is not None and subject.i < cue.i:
        own = subtree_span(subject)
        return source if any(span.overlaps(own) for span in source) else (own,)
    if cue.dep_ != "relcl" or subject is None or subject.tag_ not in ("WDT", "WP") or subject.i < cue.head.i:
        return source
    named = Span(cue.head.left_edge.idx, subject.idx + len(subject.text))
    return source if any(span.overlaps(named) for span in source) else (token_range([subject]),)


def _doer_before(source: tuple[Span, ...], cue: Token) -> Token | None:
    """Return the mayor of "Mayor denies theft, says files were planted", where the theft was taken for the speaker."""
    first = next((t for t in children(cue, "ccomp") if t.i < cue.i), None)
    thing = child(first, "dobj") if first is not None else None
    taken = thing is not None and any(span.start <= thing.idx < span.end for span in source)
    return child(first, "nsubj") if first is not None and taken else None


def _tells_of(source: tuple[Span, ...], cue: Token) -> bool:
    """Tell whether the source speaks the clause in which the cue stands, and not the cue itself."""
    teller = cue.head
    if cue.dep_ != "ccomp" or teller.pos_ != "VERB" or teller.i > cue.i:
        return False
    return any(s.start <= t.idx < s.end for t in children(teller, "nsubj", "nsubjpass") for s in source)


def _speaking_noun(cue: Token) -> tuple[Token | None, Span | None]:
    """Return whose words a verb says: its subject, the noun of its clause ("a story that …"), where they appeared."""
    carrier = cue.dep_ == "relcl" or (cue.dep_ == "acl" and cue.tag_ == "VBG")
    subject = _speaking_subject(cue)
    if carrier and (subject is None or subject.tag_ in ("WDT", "WP")):
        noun = cue.head
        return noun, Span(noun.left_edge.idx, noun.idx + len(noun.text))
    if cue.lemma_.lower() in APPEARING:
        place = next((t for p in children(cue, "prep") if p.lower_ in PLACES for t in children(p, "pobj")), None)
        return place, subtree_span(place) if place is not None else None
    return subject, subtree_span(subject) if subject is not None else None


def _whole_lists(doc: Doc, source: Sequence[Span], cue: Sequence[Span]) -> tuple[Span, ...]:
    wide = (_whole_story(doc, _whole_list(doc, _with_noun(doc, span, cue), cue), cue) for span in source)
    return tuple(_without_all(doc, span) for span in wide if not _is_article(doc, span))


def _is_article(doc: Doc, span: Span) -> bool:
    """Tell whether a source is only the "a" of "a rumour cropped up", whose noun is the cue."""
    return all(t.dep_ == "det" and t.lower_ in ("a", "an", "the") for t in tokens_of(doc, (span,)))


def _with_noun(doc: Doc, span: Span, cue: Sequence[Span]) -> Span:
    """Widen a lone "the" to "the bank"."""
    tokens = tokens_of(doc, (span,))
    if not tokens or any(t.dep_ != "det" for t in tokens) or tokens[-1].head.pos_ not in ("NOUN", "PROPN"):
        return span
    noun = tokens[-1].head
    wide = Span(span.start, noun.idx + len(noun.text))
    return span if any(wide.overlaps(other) for other in cue) else wide


def _without_all(doc: Doc, span: Span) -> Span:
    """Drop the "all" of "Poland, Norway and Denmark all maintain"."""
    tokens = tokens_of(doc, (span,))
    if len(tokens) < 2 or tokens[-1].lower_ not in ("all", "both", "each"):
        return span
    return Span(span.start, tokens[-2].idx + len(tokens[-2].text))


def _to_the_end(head: Token, span: Span, cue: Sequence[Span]) -> Span:
    """Widen "Caracas" to "Caracas and Tehran"."""
    last = head
    while (other := child(last, "conj")) is not None and other.pos_ in ("NOUN", "PROPN"):
        last = other
    wide = Span(span.start, max(span.end, last.idx + len(last.text)))
    return span if any(wide.overlaps(other) for other in cue) else wide


def _whole_story(doc: Doc, span: Span, cue: Sequence[Span]) -> Span:
    """Widen "a story" to "a story published on the Echo website": what carries a story says whose it is."""
    noun = head_of(tokens_of(doc, (span,)))
    if noun is None or noun.lemma_.lower() not in HEARSAY or not cue or cue[0].start < span.end:
        return span
    relative = {t.i for clause in noun.subtree if clause.dep_ == "relcl" for t in clause.subtree}
    words = [t for t in noun.subtree if t.idx < cue[0].start and t.i not in relative and not t.is_punct]
    end = max((t.idx + len(t.text) for t in words), default=span.end)
    return Span(span.start, max(end, span.end))


def _whole_list(doc: Doc, span: Span, cue: Sequence[Span]) -> Span:
    """Widen "the EU and Israel" to "Ukraine, the EU and Israel" when the list's head was left out."""
    tokens = tokens_of(doc, (span,))
    head = head_of(tokens)
    if head is not None:
        span = _to_the_end(head, span, cue)
    if head is None or head.dep_ != "conj":
        return span
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN") and first.head.i < tokens[0].i:
        first = first.head
    if first is head or first.dep_ not in ("nsubj", "nsubjpass"):
        return span
    start = min(t.idx for t in first.subtree)
    wide = Span(start, span.end)
    return span if any(wide.overlaps(other) for other in cue) else wide
