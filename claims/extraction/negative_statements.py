"""Find negative statements, which may be denials, and write what they say is not so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.extraction.actors import ArticleActors
from claims.extraction.circumstances import ANSWERED, CONTRARY
from claims.extraction.contents import head_of, tokens_of, trim
from claims.extraction.negation import OPENING, as_asserted, is_elliptical, negation_of, render_positive
from claims.extraction.pieces import takes_up_talk
from claims.extraction.pointers import Resolved
from claims.extraction.pronouns import ContentNames, spoken_of
from claims.extraction.syntax import child, children
from claims.extraction.wording import FIRST_PLURAL, FIRST_SINGULAR, Voice, Word, finish, phrase
from claims.types import Span

NOTHING = frozenset("new wrong special unusual surprising funny else more left".split())
"""What there is nothing of where nothing that was said is denied."""
AFFIRMED = frozenset("question doubt secret wonder surprise mistake coincidence stranger".split())
"""What there is none of where something is affirmed."""
UNSAID = frozenset("reason comment explanation detail response word motive date announcement cause".split())
"""What there is none of where nothing was said."""
UNDONE = ("call", "ask", "comment", "respond", "reply", "announce", "decide")
"""What somebody has not done yet, of which the text only tells: "it has not called for a vote"."""
IN_PERSON = FIRST_SINGULAR | FIRST_PLURAL.keys() | {"you", "your", "yours"}
VERBAL = ("VERB", "AUX")
ADJUNCTS = ("advcl", "npadvmod", "appos", "relcl", "parataxis", "conj", "cc", "advmod")


def find_statements(doc: Doc, resolved: Sequence[Resolved], actors: ArticleActors) -> list[Statement]:
    """Return the negative statements that somebody asserts, and those of the article's own narration."""
    return [*_attributed(resolved, actors), *narrated_statements(doc, resolved, actors)]


@dataclass(frozen=True, slots=True)
class Statement:
    """Hold a negative statement with its positive form."""

    positive: str
    core: str
    """Its positive form without adjuncts ("Rose has died"): what an assertion must entail."""
    index: int | None
    """Its place among the readings; None for the article's own narration."""
    head: Token
    sentence: TokenSpan


def _attributed(resolved: Sequence[Resolved], actors: ArticleActors) -> Iterator[Statement]:
    for index, item in enumerate(resolved):
        reading = item.reading
        if item.stance != "asserts" or item.resolution != "stated" or not reading.tokens or reading.found.in_turn:
            continue
        if reading.rule == CONTRARY or reading.found.unsaid or takes_up_talk(reading.tokens, reading.draft.text):
            continue
        kept, head = _negative_clause(trim(reading.tokens))
        if head is None or _is_modal(head) or _is_open_question(head) or _has_ended(head) or _is_no_reason(head):
            continue
        source = tokens_of(head.doc, reading.found.attribution.source)
        speaker = spoken_of(reading.actors, source) if len(reading.actors) == 1 else None
        names = ContentNames(head.doc, actors, reading.actors, kept, source)
        positive = _positive(kept, head, Voice(None, names, speaker))
        yield Statement(positive, _core(kept, head, names, speaker), index, head, head.sent)


def _negative_clause(tokens: Sequence[Token]) -> tuple[list[Token], Token | None]:
    """Return the main clause when it is negative, else the clause joined to it that is: "is safe and was not hit"."""
    head = head_of(tokens)
    if head is None or _is_negated(head):
        return list(tokens), head
    joined = next((t for t in children(head, "conj") if t in tokens and t.pos_ in VERBAL and _is_negated(t)), None)
    subject = child(head, "nsubj", "nsubjpass")
    whole = joined is not None and (joined.pos_ == "AUX" or bool(children(joined, "aux", "auxpass")))
    if joined is None or subject is None or not whole or children(joined, "nsubj", "nsubjpass", "expl"):
        return list(tokens), None
    words = {*subject.subtree, *joined.subtree}
    return [t for t in tokens if t in words], joined


def narrated_statements(doc: Doc, resolved: Sequence[Resolved], actors: ArticleActors) -> Iterator[Statement]:
    """Yield negative sentences that no attribution covers."""
    taken = [
        span
        for item in resolved
        if (item.reading.found.attribution.source and item.reading.rule != CONTRARY) or item.reading.found.own_voice
        for span in (*item.reading.found.attribution.content, *_told_cue(item))
    ]
    for sentence in doc.sents:
        head = _answering(sentence) or _told_of(sentence.root)
        if head.pos_ not in ("VERB", "AUX") or not _is_negated(head) or sentence.text.rstrip().endswith("?"):
            continue
        if sentence[0].tag_ in ("WP", "WRB"):
            continue
        if any(span.start <= head.idx < span.end for span in taken) or _is_in_person(sentence) or _is_modal(head):
            continue
        if _is_open_question(head) or _has_ended(head) or is_elliptical(head) or _is_unsaid(head):
            continue
        if head.lemma_ in UNDONE:
            continue
        words = sentence if head == sentence.root else head.subtree
        kept = trim([t for t in words if not t.is_space])
        names = ContentNames(doc, actors, (), kept)
        positive = _positive(kept, head, Voice(None, names))
        yield Statement(positive, _core(kept, head, names, None), None, head, sentence)


def _answering(sentence: TokenSpan) -> Token | None:
    """Return the negative clause of "contrary to reports, the road is not closed: it was repaired", "…; it was …"."""
    parted = any(t.text == ";" and t.head == sentence.root for t in sentence)
    if not (parted or sentence[0].lower_ in OPENING) or _is_negated(sentence.root):
        return None
    before = [t for t in children(sentence.root, "ccomp", "parataxis") if t.i < sentence.root.i]
    return next((t for t in before if t.pos_ in VERBAL and _is_negated(t) and children(t, "nsubj", "nsubjpass")), None)


def _told_of(root: Token) -> Token:
    """Return the verb of what a sentence tells: of the clause in "it turns out that the port was not sold"."""
    told = child(root, "ccomp") if root.lemma_ in ("turn", "emerge", "transpire") else None
    return told if told is not None and child(root, "neg") is None else root


def _told_cue(item: Resolved) -> tuple[Span, ...]:
    """Return the cue by which something is told; none for "has not claimed": that it was not said, the text says."""
    cue = item.reading.cue
    unsaid = item.stance == "other" and cue is not None and child(cue, "neg") is not None
    return () if unsaid and not item.reading.declines else item.reading.found.attribution.cue


def _is_in_person(sentence: TokenSpan) -> bool:
    """Tell whether somebody speaks of himself or to somebody: an interview or a letter, not narration.

    "Whatever you may have read" is said to everybody.
    """
    said = ANSWERED.search(sentence.text)
    start, end = said.span() if said is not None else (0, 0)
    places = ((token.idx - sentence.start_char, token.lower_) for token in sentence)
    return any(word in IN_PERSON and not start <= place < end for place, word in places)


def _has_ended(head: Token) -> bool:
    """Tell whether a statement says only that something is over: "is no longer mayor", "is not funny anymore"."""
    asides = [t for t in head.subtree if t.dep_ in ("relcl", "acl", "appos") and t != head]
    aside = {t.i for outer in asides for t in outer.subtree}
    words = [token.lower_ for token in head.subtree if token.i not in aside]
    phrases = zip(words, [*words[1:], ""], strict=True)
    return "anymore" in words or any(pair in (("no", "longer"), ("any", "longer"), ("any", "more")) for pair in phrases)


def _is_no_reason(head: Token) -> bool:
    """Tell whether a statement says what does not follow: "just because she has not does not mean she cannot"."""
    return head.lemma_ == "mean" and any(t.lower_ == "because" and t.i < head.i for t in head.sent)


def _is_unsaid(head: Token) -> bool:
    """Tell whether a statement only says that nothing was said: "no reason has been given"."""
    negation = negation_of(head)
    return negation is not None and negation.lower_ == "no" and negation.head.lemma_.lower() in UNSAID


def _is_modal(head: Token) -> bool:
    """Tell whether a statement says only what should, could or would not be."""
    return any(t.tag_ == "MD" and t.lower_ not in ("will", "wo") for t in head.children)


def _is_negated(head: Token) -> bool:
    """Tell whether a clause is negative; "not just a game" and "there is no question" are not, "is alive" is."""
    if _says_alive(head):
        return True
    negation = negation_of(head)
    if negation is None or negation.head.lemma_.lower() in AFFIRMED:
        return False
    if negation.lower_ == "nothing" and any(t.lower_ in NOTHING for t in children(negation, "amod", "advmod")):
        return False
    return negation.i + 1 >= len(head.doc) or negation.nbor().lower_ not in ("only", "just", "merely", "simply", "but")


def _is_open_question(head: Token) -> bool:
    """Tell whether a statement says only what is not known: "it is not clear whether X"."""
    asked = [t for clause in head.children if clause.dep_ in ("ccomp", "csubj", "advcl") for t in clause.children]
    wondered = any(t.lower_ in ("why", "how", "where", "when") for t in asked)
    return wondered or any(t.lower_ == "whether" for t in head.subtree)


def _says_alive(head: Token) -> bool:
    """Tell whether a clause is "is very much alive", which denies that somebody is dead."""
    said = child(head, "acomp") if head.lemma_ in ("be", "remain") and child(head, "neg") is None else None
    return said is not None and bool(said.lower_ == "alive")


def _positive(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Write what a negative statement denies."""
    if not _says_alive(head):
        return as_asserted(render_positive(tokens, head, voice))
    subject = child(head, "nsubj")
    who = phrase(list(subject.subtree), voice) if subject is not None else ""
    return finish([Word(who), Word("is"), Word("dead")]) if who else ""


def _core(tokens: Sequence[Token], head: Token, names: ContentNames, speaker: str | None) -> str:
    """Render the positive form of the bare clause: subject, verb and what the verb needs."""
    loose = [
        t
        for t in tokens
        if t != head and (t.dep_ in ADJUNCTS or (t.dep_ == "prep" and t.head == head and head.lemma_ != "be"))
    ]
    cut = {inner.i for t in loose if t.lower_ not in ("not", "n't", "n’t", "never") for inner in t.subtree}
    kept = [t for t in tokens if t.i not in cut]
    return _positive(kept or tokens, head, Voice(None, names, speaker))
