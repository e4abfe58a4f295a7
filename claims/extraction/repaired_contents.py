"""Mend by syntax what is said where the tagger cuts a content short or runs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.contents import ADVERBIAL, CIRCUMSTANCES, head_of, is_finite, tokens_of, trim
from claims.extraction.deeds import NOMINAL, OWNING, amount_span
from claims.extraction.disagreeing import disagreement
from claims.extraction.lexicon import (
    COPULAS,
    DENIAL_VERBS,
    FALSEHOODS,
    HEARSAY,
    SHELL_NOUNS,
    SHELL_PRONOUNS,
    TELLING,
)
from claims.extraction.receivers import ADDRESSING, is_answered
from claims.extraction.stance import read_stance
from claims.extraction.syntax import (
    FINITE,
    SAYING_PARTICIPLES,
    child,
    children,
    is_quoted,
    subtree_span,
    that_clause,
    token_range,
    whole_text,
)
from claims.extraction.talk import TALK, TRUTHS
from claims.extraction.voice import find_verdict
from claims.types import Attribution, Span

CIRCULATING = ("spread", "circulate", "surface", "emerge", "swirl")
"""What posts do behind what they say: "posts announcing that Roe had died spread on Sunday"."""
CLAIMED = frozenset("claims reports allegations accusations rumours rumors suggestions".split())
POINTERS = frozenset(["that", "this", "it", "so", "which", "what"])
BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")
"""What stands between a subject and its verb."""
FAR_SUBJECT = 12
"""Tokens between a verb and a subject that is taken in."""
SHORTEST_CLAUSE = 3
LABEL = 4
"""Words that a content has at least with a label behind it."""
VERDICT = re.compile(
    r"\s+(?:(?:has|have|had)\s+)?(?:since\s+)?(?:turn(?:s|ed) out|prove[sdn]?)"
    r"(?:\s+to be)?(?:\s+(?:a|\w+ly))?\s+(\w+)\b",
    re.IGNORECASE,
)
"""A verb that says what a report turned out to be, and the first word of that."""


def mend_content(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Give a cue whose content is a mere "that" its clause, and end a content where the text goes on by itself."""
    amount = amount_span(cue)
    if amount is not None and all(amount.contains(span) for span in attribution.content):
        return replace(attribution, content=(amount,))
    attribution = _of_contrary(doc, attribution, cue)
    attribution = replace(attribution, content=_within_relative(doc, attribution.content, cue))
    attribution = _without_stray(doc, _without_noun(doc, _without_teller(doc, attribution), cue), cue)
    attribution = replace(attribution, content=_without_setting(doc, _of_subject(doc, attribution.content, cue), cue))
    attribution = replace(attribution, content=_without_deed(doc, _only_dismissal(doc, attribution.content), cue))
    attribution = replace(attribution, content=_without_topic(doc, attribution.content, cue))
    attribution = _with_claims(doc, _with_to(doc, attribution))
    attribution = _with_participle(doc, replace(attribution, content=_whole_clause(doc, attribution, cue)))
    content = _without_addressee(doc, attribution.content, cue)
    content = _within_phrase(_without_conjuncts(content, cue), tokens_of(doc, attribution.cue))
    content = _before_verdict(doc, _within_subject(doc, content, cue), cue)
    attribution = replace(attribution, content=content)
    attribution = replace(attribution, content=with_verb(doc, attribution))
    attribution = replace(attribution, content=_with_subject(doc, attribution))
    attribution = replace(attribution, content=_with_opening(doc, attribution))
    attribution = replace(attribution, content=_around_cue(doc, attribution, cue))
    attribution = replace(attribution, content=_with_its_matter(doc, attribution, cue))
    return replace(attribution, content=_before_label(doc, attribution.content))


def _within_relative(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Keep what "Roe, who has always denied it, was freed" says in the clause: Roe, who was freed, is none of it."""
    subject = child(cue, "nsubj") if cue.dep_ == "relcl" else None
    if subject is None or subject.lower_ != "who" or any(is_quoted(t) for t in tokens_of(doc, content)):
        return content
    clause = subtree_span(cue)
    inside = (Span(max(s.start, clause.start), s.end) for s in content if s.overlaps(clause))
    return tuple(inside) or content


def _of_contrary(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Give "X, contrary to what Roe claims" the X, of which Roe claims the opposite."""
    what, who, to = child(cue, "dobj"), child(cue, "nsubj"), cue.head
    opposed = to.nbor(-1) if to.lower_ == "to" and to.i else None
    if what is None or who is None or opposed is None or what.lower_ != "what" or opposed.lower_ != "contrary":
        return attribution
    before = trim([t for t in doc[opposed.sent.start : opposed.i] if not t.is_space])
    if len(before) < SHORTEST_CLAUSE:
        return attribution
    return replace(attribution, source=(subtree_span(who),), content=(token_range(before),))


def _without_topic(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Drop what words are about before they stand: "said of the report that she was ill: “Not true.”"."""
    tokens = tokens_of(doc, content[:1])
    marks = (t for t in tokens[:-1] if t.text == ":" and t.nbor().is_quote)
    colon = next(marks, None)
    if colon is None or is_quoted(tokens[0]):
        return content
    about = [t for p in children(cue, "prep") if p.lower_ in ("of", "about") for t in children(p, "pobj")]
    if not about or about[0].lemma_.lower() not in SHELL_NOUNS or about[0].i > tokens[0].i:
        return content
    return (Span(colon.nbor().idx, content[0].end), *content[1:])


def _without_addressee(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Drop who is told something: the daily Post of "told the daily Post that the wells had been shut"."""
    told, clause = child(cue, "dobj", "dative"), child(cue, "ccomp")
    that = clause.left_edge if clause is not None else None
    words = tokens_of(doc, content[:1])
    if told is None or that is None or not words or that.lower_ != "that" or that.i <= words[0].i:
        return content
    heard = cue.lemma_.lower() in (*ADDRESSING, "tell") and all(
        told.is_ancestor(t) or t == told for t in words if t.i < that.i
    )
    return (Span(that.idx, content[0].end), *content[1:]) if heard and that.idx < content[0].end else content


def _whole_clause(doc: Doc, attribution: Attribution, cue: Token) -> tuple[Span, ...]:
    words = [t for t in tokens_of(doc, attribution.content) if not t.is_punct]
    told = that_clause(cue) if cue.pos_ == "NOUN" else None
    if told is not None and words and words[0] == told.left_edge and all(t.pos_ not in ("VERB", "AUX") for t in words):
        return (subtree_span(told),)
    if told is not None and words and words[0].lower_ in ("by", "from") and words[0].i < told.left_edge.i:
        return (subtree_span(told),)
    torn = bool(words) and all(t.pos_ in ("DET", "ADJ", "ADP") or t.tag_ == "PRP$" for t in words)
    if not torn and (len(words) > 1 or (words and words[0].lower_ not in POINTERS)):
        return attribution.content
    deed = child(cue, "xcomp") if words and words[0].tag_ == "WDT" and words[0].head == cue else None
    if deed is not None and deed.i > cue.i:
        return (*attribution.content, subtree_span(deed))
    clause = child(cue, "ccomp") or (child(cue, "dobj") if torn else None)
    if clause is None or (words and not torn and words[0].dep_ != "mark"):
        return attribution.content
    found = subtree_span(clause)
    if torn:
        found = Span(max([found.start, *(span.end + 1 for span in attribution.cue if span.end < found.end)]), found.end)
    taken = (*attribution.source, *attribution.cue)
    return attribution.content if any(found.overlaps(span) for span in taken) else (found,)


def _without_teller(doc: Doc, attribution: Attribution) -> Attribution:
    """Drop what is told of the source: the rest of "X will win, according to a poll | that shows Y"."""
    first = next(iter(tokens_of(doc, attribution.cue)), None)
    to = child(first, "prep") if first is not None and first.lower_ == "according" else None
    teller = child(to, "pobj") if to is not None else None
    clause = child(teller, "relcl") if teller is not None else None
    if clause is None or len(attribution.content) < 2:
        return attribution
    told = subtree_span(clause)
    kept = tuple(span for span in attribution.content if not told.contains(span))
    return replace(attribution, content=kept or attribution.content)


def _without_noun(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Drop the noun that the cue's clause belongs to: the "study" of "a study that found it harmful"."""
    if cue.dep_ != "relcl" or len(attribution.content) < 2:
        return attribution
    kept = tuple(s for s in attribution.content if any(t != cue.head for t in tokens_of(doc, (s,))))
    return replace(attribution, content=kept or attribution.content)


def _without_stray(doc: Doc, attribution: Attribution, cue: Token) -> Attribution:
    """Drop a noun of the frame before a whole clause: the "book" of "in talks on the book, Roe said he would not vote".

    So go what only says who speaks ("according to Roe, head of the port, X") and the "there were" of another clause.
    What is talked of ("of the claim that X, Roe said it was a lie") stays.
    """
    first, *rest = attribution.content or (None,)
    if first is None or not rest:
        return attribution
    words, clause = tokens_of(doc, (first,)), head_of(tokens_of(doc, rest))
    noun = head_of(words)
    if noun is None or clause is None or not _subjects(clause):
        return attribution
    if all(t.dep_ == "expl" or t.lemma_ == "be" for t in words):
        return replace(attribution, content=tuple(rest))
    apposed = noun.dep_ == "appos" and noun.head in tokens_of(doc, attribution.source)
    if clause.dep_ not in ("ccomp", "ROOT") or (first.start > cue.idx and not apposed):
        return attribution
    framed = noun.dep_ in ("pobj", "dobj") and noun.lemma_.lower() not in SHELL_NOUNS
    plain = (framed or apposed) and all(t.pos_ not in ("VERB", "AUX") and not t.is_quote for t in words)
    return replace(attribution, content=tuple(rest)) if plain else attribution


def _only_dismissal(doc: Doc, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Drop what is not said beside a mere "Fake news": the story of "“Fake news,” he wrote after the Echo's story"."""
    dismissed = len(content) > 1 and read_stance("said", content[0].of(whole_text(doc))).rule == "plain-no"
    return content[:1] if dismissed else content


def _without_deed(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Drop what the speaker did by saying it: the "laying rumours to rest" of "X, the coroner ruled, laying …"."""
    deeds = [t for t in children(cue, "advcl") if t.tag_ == "VBG" and t.i > cue.i]
    done = {t.i for deed in deeds if deed.lemma_ not in SAYING_PARTICIPLES for t in deed.subtree if not is_quoted(t)}
    words = [[t.i for t in tokens_of(doc, (s,)) if not t.is_punct] for s in content]
    kept = tuple(s for s, places in zip(content, words, strict=True) if not places or not done.issuperset(places))
    return kept if kept and kept[0].start < cue.idx else content


def _without_setting(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Drop what is said to be so beside the telling: the video of "X, the firm said, despite a video that showed Y"."""
    beside = [p for p in children(cue, "prep") if p.i > cue.i and not is_quoted(p)]
    about = [p for p in beside if p.lower_ in ("of", "about") and cue.lemma_.lower() in TELLING]
    matters = [subtree_span(p) for p in about if not any(t.lemma_.lower() in SHELL_NOUNS for t in children(p, "pobj"))]
    settings = [p for p in beside if p.lower_ in ADVERBIAL]
    settings += [t for t in children(cue, "advcl") if t.i > cue.i and t.left_edge.lower_ in CIRCUMSTANCES]
    set_in = [subtree_span(p) for p in settings]
    told = [s for s in content if s.of(whole_text(doc)).startswith("that ")]
    dropped = [s for s in content if any(b.start <= s.start and b.contains(s) for b in set_in)]
    dropped += [s for s in content if any(b.start <= s.start < b.end for b in matters)]
    kept = tuple(s for s in content if s in told or s not in dropped)
    return kept if kept and kept[0].start < cue.idx else content


def _of_subject(doc: Doc, content: tuple[Span, ...], cue: Token) -> tuple[Span, ...]:
    """Drop another clause before "no decision is expected"."""
    about = child(cue, "nsubjpass") if cue.dep_ == "conj" else None
    start = about.left_edge.idx if about is not None and about.i < cue.i else 0
    kept = tuple(s for s in content if s.start >= start)
    return kept or content


def _with_claims(doc: Doc, attribution: Attribution) -> Attribution:
    """Move a last noun from the cue to the content: "says claims that X are false", "claims responsibility for X".

    So with "denied knowing | about the money", and with "played down fears that X": who has the fears is another than
    who calms them.
    """
    words, first = tokens_of(doc, attribution.cue), min(attribution.content, default=None)
    if len(words) < 2 or first is None:
        return attribution
    last = words[-1]
    claims = last.head if last.dep_ == "prep" and last.head in words else last
    told = is_answered(claims) or (claims.lower_ in CLAIMED and words[-2].lemma_ in TELLING)
    told = told and first.of(whole_text(doc)).split()[0] in ("that", "of")
    owned = claims.lemma_.lower() in NOMINAL and claims.dep_ == "dobj" and claims.head.lemma_ in OWNING
    deed = last.tag_ == "VBG" and last.head in words and last.head.lemma_.lower() in DENIAL_VERBS
    if not (told or owned or deed) or first.start != last.idx + len(last.text) + 1:
        return attribution
    cue = tuple(Span(s.start, min(s.end, claims.idx - 1)) for s in attribution.cue if s.start < claims.idx)
    rest = tuple(span for span in attribution.content if span != first)
    return replace(attribution, cue=cue, content=(Span(claims.idx, first.end), *rest))


def _with_to(doc: Doc, attribution: Attribution) -> Attribution:
    """Move a last "to" from the cue to the content: "the letter purports | to show that X"."""
    words, first = tokens_of(doc, attribution.cue), min(attribution.content, default=None)
    last = words[-1] if len(words) > 1 else None
    if last is None or first is None or last.tag_ != "TO" or first.start != last.idx + len(last.text_with_ws):
        return attribution
    cue = tuple(Span(s.start, min(s.end, last.idx - 1)) for s in attribution.cue if s.start < last.idx)
    rest = tuple(span for span in attribution.content if span != first)
    return replace(attribution, cue=cue, content=(Span(last.idx, first.end), *rest))


def _with_participle(doc: Doc, attribution: Attribution) -> Attribution:
    """Move a leading "claiming" from the content to the cue: "an article claiming that …"."""
    words = tokens_of(doc, attribution.content)
    first = next((t for t in words if not t.is_punct), None)
    if first is None or first.tag_ != "VBG" or first.lemma_ not in SAYING_PARTICIPLES or first.dep_ == "csubj":
        return attribution
    clause = child(first, "ccomp")
    if len(words) == 1 and clause is not None:
        return replace(attribution, cue=(*attribution.cue, token_range(words)), content=(subtree_span(clause),))
    if len(words) < 3:
        return attribution
    end = first.idx + len(first.text)
    rest = tuple(Span(max(span.start, end), span.end) for span in attribution.content if span.end > end)
    return replace(attribution, cue=(*attribution.cue, Span(first.idx, end)), content=rest)


def _without_conjuncts(content: Sequence[Span], cue: Token) -> tuple[Span, ...]:
    """Drop what else the speaker does, and what the text says of it: "and will appeal", "but this proved false"."""
    joined = [t for t in children(cue, "conj") if t.i > cue.i and t.ent_type_ != "DATE" and not _is_second_half(t)]
    other = [t for t in joined if not _subjects(t) or _judges(t)]
    if cue.pos_ != "VERB" or not other:
        return tuple(content)
    joint = next((t for t in reversed(children(cue, "cc")) if cue.i < t.i < other[0].i), other[0])
    whole = Span(joint.idx, subtree_span(other[-1]).end)
    cut = (Span(s.start, min(s.end, whole.start)) if s.start < whole.start < s.end <= whole.end else s for s in content)
    kept = tuple(s for s in cut if not whole.start <= s.start < whole.end)
    return kept or tuple(content)


def _within_phrase(content: tuple[Span, ...], cue: Sequence[Token]) -> tuple[Span, ...]:
    """End the content of "was full of rumours of his death, but …" where the phrase ends."""
    told = len(cue) > 1 and cue[-1].lower_ in ("of", "about") and cue[-2].lemma_.lower() in TALK
    matter = child(cue[-1], "pobj") if told else None
    if matter is None or not any(span.start <= matter.idx < span.end for span in content):
        return content
    end = subtree_span(matter).end
    return tuple(Span(span.start, min(span.end, end)) for span in content if span.start < end)


def _is_second_half(token: Token) -> bool:
    """Tell whether the parser hung up the second half of a word by itself: the "engaged" of "re-engaged"."""
    return bool(token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_)


def _subjects(verb: Token) -> list[Token]:
    return children(verb, "nsubj", "nsubjpass", "expl")


def _judges(verb: Token) -> bool:
    """Tell whether a clause says that what was told before it is false: "but this turned out to be false"."""
    about = any(t.lower_ in SHELL_PRONOUNS for t in _subjects(verb))
    return about and verb.lemma_ in COPULAS and any(t.lower_ in FALSEHOODS for t in verb.subtree)


def _within_subject(doc: Doc, content: Sequence[Span], cue: Token) -> tuple[Span, ...]:
    """End the content of "a story claiming that X is a hoax", "reports that X shocked us" where the subject ends."""
    spread = _spread_behind(cue)
    if spread is not None:
        return _before(content, spread)
    noun = cue
    while noun.dep_ in ("acl", "relcl", "advcl", "ccomp", "xcomp", "conj") and noun.head != noun:
        noun = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ not in ("NOUN", "PROPN"):
        return tuple(content)
    verb, last = noun.head, subtree_span(noun).end
    if verb.i <= cue.i:
        return tuple(content)
    cut = (Span(s.start, min(s.end, last)) if s.start <= verb.idx < s.end else s for s in content)
    inside = tuple(span for span in cut if span.start < min(span.end, verb.idx))
    return inside or tuple(content)


def _spread_behind(cue: Token) -> Token | None:
    """Return the "spread" of "posts announcing that Roe had died spread on Sunday", which the parser takes in."""
    posts = child(cue, "nsubj") if cue.tag_ == "VBG" and not children(cue, "aux") else None
    if posts is None or posts.lemma_.lower() not in HEARSAY:
        return None
    inside = (t for t in cue.subtree if t.lemma_ in CIRCULATING and not children(t, "aux", "auxpass"))
    return next((t for t in inside if t.i > cue.i + 1), None)


def _before(content: Sequence[Span], word: Token) -> tuple[Span, ...]:
    cut = (Span(s.start, min(s.end, word.idx - 1)) for s in content if s.start < word.idx)
    return tuple(span for span in cut if span.start < span.end) or tuple(content)


def _before_verdict(doc: Doc, content: Sequence[Span], cue: Token) -> tuple[Span, ...]:
    """End a content before what the text says of it: "reports that X turned out to be false", ", but it was a lie"."""
    content = _before_but(doc, content)
    story = cue.lemma_.lower() in HEARSAY and not _subjects(cue)
    found = VERDICT.search(content[-1].of(whole_text(doc))) if content and story else None
    if found is None or found[1].lower() not in FALSEHOODS:
        return tuple(content)
    return (*content[:-1], Span(content[-1].start, content[-1].start + found.start()))


def _before_but(doc: Doc, content: Sequence[Span]) -> tuple[Span, ...]:
    """End what is told indirectly before a "but" behind which the text calls it false.

    Who says himself that others tell something says also that it is false.
    """
    words = tokens_of(doc, content)
    head = head_of(words)
    if head is None or head.lemma_.lower() in TELLING:
        return tuple(content)
    others = [t for t in words[2:] if t.nbor(-1).lower_ == "but" and not is_quoted(t)]
    answers = [t for t in others if _is_called_false(t) or _disagrees(t, head)]
    before = trim([t for t in words if answers and t.i < answers[0].i - 1])
    if not before:
        return tuple(content)
    end = before[-1]
    return tuple(Span(s.start, min(s.end, end.idx + len(end.text))) for s in content if s.start <= end.idx)


def _disagrees(first: Token, told: Token) -> bool:
    """Tell whether a token begins a clause beside what is told by which another only disagrees."""
    beside = [*children(told, "conj"), *children(told.head, "conj")]
    return any(disagreement(verb) and verb.left_edge.i <= first.i <= verb.i for verb in beside)


def _is_called_false(subject: Token) -> bool:
    """Tell whether the words from a token on say that what it points at is false."""
    verdicts = (find_verdict(t) for t in subject.doc[subject.i : subject.sent.end])
    return any(item is not None and item.content.start == subject.idx for item in verdicts)


def _before_label(doc: Doc, content: Sequence[Span]) -> tuple[Span, ...]:
    """End the content of "X was rigged, a charge the commission rejected" before "a charge"."""
    words = tokens_of(doc, content[-1:])
    lone = words[0] if len(words) == 1 and len(content) > 1 and words[0].i else None
    if lone is not None and lone.lemma_.lower() in SHELL_NOUNS and lone.nbor(-1).lower_ in ("a", "an", "the"):
        return tuple(content[:-1])
    if len(words) < 2 or words[-1].lemma_.lower() not in SHELL_NOUNS or words[-2].lower_ not in ("a", "an", "the"):
        return tuple(content)
    if len(words) == 2 and len(content) > 1:
        return tuple(content[:-1])
    if len(words) < LABEL or words[-3].text not in (",", "—", "–"):
        return tuple(content)
    return (*content[:-1], Span(content[-1].start, words[-4].idx + len(words[-4].text)))


def _with_subject(doc: Doc, attribution: Attribution) -> tuple[Span, ...]:
    """Take in the subject that the tagger left before a finite verb."""
    words = tokens_of(doc, attribution.content)
    head = head_of(words)
    if head is None or head.pos_ not in ("VERB", "AUX") or not _has_tense(head):
        return attribution.content
    subject = child(head, "nsubj", "nsubjpass")
    if subject is None or subject.left_edge.i >= words[0].i:
        return attribution.content
    whole = Span(subtree_span(subject).start, words[0].idx)
    taken = (*attribution.source, *attribution.cue)
    near = words[0].i - subject.i <= FAR_SUBJECT and "\n" not in whole.of(whole_text(doc))
    if not near or any(whole.overlaps(span) for span in taken):
        return attribution.content
    first = min(attribution.content)
    return (Span(whole.start, first.end), *sorted(set(attribution.content) - {first}))


def _with_opening(doc: Doc, attribution: Attribution) -> tuple[Span, ...]:
    """Take in how a sentence opens whose content begins in the middle of a clause: "[When ballots] are counted, …"."""
    words = [t for t in tokens_of(doc, attribution.content) if not t.is_punct]
    head = head_of(words)
    if len(words) < 2 or head is None or head.pos_ not in ("VERB", "AUX") or not _subjects(head):
        return attribution.content
    first = words[0]
    verb = first.head if first.dep_ in ("aux", "auxpass") else first
    inner = verb.dep_ == "advcl" and verb.head == head and first.tag_ in FINITE and verb.left_edge.i < first.i
    torn = _is_torn(first, head)
    opening = head.left_edge
    while opening.i < first.i and (opening.is_punct or opening.is_space or opening.tag_ == "CC"):
        opening = opening.nbor()
    whole = Span(opening.idx, first.idx)
    taken = (*attribution.source, *attribution.cue)
    if not (inner or torn) or opening.i >= first.i or any(whole.overlaps(span) for span in taken):
        return attribution.content
    return (Span(whole.start, min(attribution.content).end), *sorted(attribution.content)[1:])


def _is_torn(first: Token, head: Token) -> bool:
    """Tell whether a phrase hangs on a verb of another clause right before it: "Roe announced | his candidacy, …"."""
    while first.head.i > first.i and first.head != head:
        first = first.head
    before = first.head
    return bool(before.i < first.i and before != head and before.pos_ == "VERB" and head.is_ancestor(before))


def _is_cut_off(subject: Token, last: Token) -> bool:
    """Tell whether words are a subject whose verb comes right behind them: "Rehana, famed for killing, [was shot]".

    What the news of something does ("spread fast") is no part of it.
    """
    verb = subject.head
    if (
        subject.lemma_.lower() in HEARSAY
        or subject.dep_ not in ("nsubj", "nsubjpass")
        or verb.pos_ not in ("VERB", "AUX")
        or verb.i <= last.i
    ):
        return False
    return all(t.is_punct or t.dep_ in BEFORE_VERB for t in subject.doc[last.i + 1 : verb.i])


def _around_cue(doc: Doc, attribution: Attribution, cue: Token) -> tuple[Span, ...]:
    """Take in the verb behind the cue where only its subject was found: "the plan, Roe said, [breaks the law]"."""
    subject = head_of(tokens_of(doc, attribution.content))
    verb = _verb_behind(subject, cue) if subject is not None and len(attribution.content) == 1 else None
    last = max((*attribution.source, *attribution.cue))
    if verb is None or last.end > verb.idx:
        return attribution.content
    behind = Span(last.end, verb.right_edge.idx + len(verb.right_edge))
    words = [t for t in tokens_of(doc, (behind,)) if t.idx >= last.end and not t.is_space]
    while words and words[0].is_punct and not words[0].is_quote:
        words = words[1:]
    words = words[:-1] if words and words[-1].text == "." else words
    if not words or "\n" in behind.of(whole_text(doc)):
        return attribution.content
    return (*attribution.content, token_range(words))


def _with_its_matter(doc: Doc, attribution: Attribution, cue: Token) -> tuple[Span, ...]:
    """Take in what there is no truth in: "there is no truth, Roe said, [in reports that X]"."""
    words = [t for t in tokens_of(doc, attribution.content) if not t.is_punct]
    behind = next((p for p in children(cue, "prep") if p.lower_ in ("in", "to", "behind") and p.i > cue.i), None)
    matter = child(behind, "pobj") if behind is not None else None
    open_ = bool(words) and words[-1].lower_ in TRUTHS and words[0].tag_ == "EX" and words[-1].i < cue.i
    if behind is None or matter is None or not open_ or matter.lemma_.lower() not in SHELL_NOUNS:
        return attribution.content
    return (*attribution.content, subtree_span(behind))


def _verb_behind(subject: Token, cue: Token) -> Token | None:
    """Return the verb of a subject that a cue in commas parts from it, also where the parser joins it to the cue."""
    verb = subject.head if subject.dep_ in ("nsubj", "nsubjpass") and cue.head == subject.head else None
    if subject.head == cue and subject.pos_ in ("NOUN", "PROPN") and child(cue, "cc") is None:
        verb = next((t for t in children(cue, "conj") if not _subjects(t) and _has_tense(t)), None)
    parted = verb is not None and subject.i < cue.i < verb.i and any(t.text == "," for t in verb.doc[cue.i : verb.i])
    return verb if parted and verb is not None and verb.pos_ in ("VERB", "AUX") else None


def _has_tense(verb: Token) -> bool:
    """Tell whether a verb can be the clause's: with a tense, or bare where the parser passed by its auxiliary."""
    return verb.tag_ == "VB" or is_finite(verb, list(verb.subtree))


def with_verb(doc: Doc, attribution: Attribution) -> tuple[Span, ...]:
    """Let a content that breaks off before its verb go on to the end of the clause: "the town was slowly [sinking]"."""
    words = [t for t in tokens_of(doc, attribution.content) if not t.is_punct]
    verb = _verb_to_come(words)
    if verb is None:
        return attribution.content
    final = max(attribution.content)
    rest = Span(final.end, verb.right_edge.idx + len(verb.right_edge.text))
    if (
        rest.end <= rest.start
        or any(rest.overlaps(span) for span in (*attribution.source, *attribution.cue))
        or "\n" in rest.of(whole_text(doc))
    ):
        return attribution.content
    return (*sorted(set(attribution.content) - {final}), Span(final.start, rest.end))


def _verb_without_subject(words: Sequence[Token], last: Token) -> Token | None:
    """Return the verb right behind words without one, for which the parser found no subject: "…, [was shot]"."""
    if any(t.tag_ in FINITE for t in words) or not any(t.pos_ in ("NOUN", "PROPN") for t in words):
        return None
    after = next((t for t in last.doc[last.i + 1 : last.sent.end] if not t.is_punct), None)
    if after is None or after.tag_ not in FINITE or (after.i > last.i + 1 and after.dep_ != "auxpass"):
        return None
    verb = after.head if after.dep_ in ("aux", "auxpass") else after
    return verb if not _subjects(verb) and verb.lemma_.lower() not in TELLING else None


def _verb_to_come(words: Sequence[Token]) -> Token | None:
    """Return the verb that must follow the words: the "sinking" of "the town was slowly", the "said" of "that Roe"."""
    last = words[-1] if words else None
    subject = head_of(words)
    if subject is not None and last is not None and _is_cut_off(subject, last):
        return subject.head
    if last is not None and (behind := _verb_without_subject(words, last)) is not None:
        return behind
    if last is not None and last.dep_ == "neg" and last.head.lemma_ == "be" and last.head in words:
        said = child(last.head, "acomp", "attr")
        return last.head if said is not None and said.left_edge.i == last.i + 1 else None
    if last is None or last.head.i <= last.i or last.head.pos_ != "VERB":
        return None
    verb = last.head
    if last.dep_ in BEFORE_VERB:
        begun = any(t in words for t in children(verb, "nsubj", "nsubjpass", "expl", "aux", "auxpass"))
    else:
        begun = last.dep_ in ("nsubj", "nsubjpass") and any(t.dep_ == "mark" and t.head == verb for t in words)
    return verb if begun else None
