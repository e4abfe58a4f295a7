"""Take a negative statement that answers somebody's assertion for the denial that it is.

"He is not dead" is a denial where somebody reported his death, and plain narration elsewhere. The NLI model
says which: an assertion of the article must entail the statement's positive form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.extraction.actors import ArticleActors
from claims.extraction.contents import head_of, trim
from claims.extraction.negation import negation_of, render_positive
from claims.extraction.pointers import Resolved
from claims.extraction.pronouns import ContentNames
from claims.extraction.propositions import Draft
from claims.extraction.readings import Found, Reading
from claims.extraction.syntax import child, children, token_range
from claims.extraction.wording import FIRST_PLURAL, FIRST_SINGULAR, Voice, Word, finish, phrase
from claims.inference import Encoder, Models
from claims.types import Attribution, Span

ENTAILED = 0.6
"""Entailment from which an assertion counts as answered."""
SAME_MATTER = 0.5
"""Cosine below which an assertion and a statement are about different things, whatever the NLI model says."""
READ = 160
"""Readings of an article that are looked through for what a statement answers: it bounds a very long text."""


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


def turn_answers(
    doc: Doc, article_id: str, resolved: Sequence[Resolved], actors: ArticleActors, models: Models
) -> list[Resolved]:
    """Return the readings with those turned into denials that answer somebody, and the narration that does."""
    statements = [*_attributed(resolved, actors), *_narrated(doc, resolved, actors)]
    answered = _answered(statements, resolved, models)
    turned = list(resolved)
    for statement, antecedent, entailment in answered:
        if statement.index is not None:
            turned[statement.index] = replace(
                turned[statement.index],
                stance="denies",
                proposition=statement.positive,
                antecedent=antecedent,
                confidence=entailment,
            )
        else:
            turned.append(_own_denial(article_id, statement, (antecedent, entailment), actors))
    return turned


def _attributed(resolved: Sequence[Resolved], actors: ArticleActors) -> Iterator[Statement]:
    for index, item in enumerate(resolved):
        reading = item.reading
        if item.stance != "asserts" or item.resolution != "stated" or not reading.tokens or reading.found.in_turn:
            continue
        kept, head = _negative_clause(trim(reading.tokens))
        if head is None or _is_modal(head) or _is_open_question(head):
            continue
        speaker = reading.actors[0].name if len(reading.actors) == 1 else None
        names = ContentNames(head.doc, actors, reading.actors, kept)
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


def _narrated(doc: Doc, resolved: Sequence[Resolved], actors: ArticleActors) -> Iterator[Statement]:
    """Yield negative sentences that no attribution covers."""
    taken = [
        span
        for item in resolved
        if item.reading.found.attribution.source or item.reading.found.own_voice
        for span in (*item.reading.found.attribution.content, *_told_cue(item))
    ]
    for sentence in doc.sents:
        head = sentence.root
        if head.pos_ not in ("VERB", "AUX") or not _is_negated(head) or sentence.text.rstrip().endswith("?"):
            continue
        if sentence[0].tag_ in ("WP", "WRB"):
            continue
        if any(span.start <= head.idx < span.end for span in taken) or _is_in_person(sentence) or _is_modal(head):
            continue
        if _is_open_question(head):
            continue
        kept = trim([t for t in sentence if not t.is_space])
        names = ContentNames(doc, actors, (), kept)
        positive = _positive(kept, head, Voice(None, names))
        yield Statement(positive, _core(kept, head, names, None), None, head, sentence)


def _told_cue(item: Resolved) -> tuple[Span, ...]:
    """Return the cue by which something is told; none for "has not claimed": that it was not said, the text says."""
    cue = item.reading.cue
    unsaid = item.stance == "other" and cue is not None and child(cue, "neg") is not None
    return () if unsaid and not item.reading.declines else item.reading.found.attribution.cue


def _is_in_person(sentence: TokenSpan) -> bool:
    """Tell whether somebody speaks of himself or to somebody: an interview or a letter, not narration."""
    return any(token.lower_ in IN_PERSON for token in sentence)


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
    return negation.i + 1 >= len(head.doc) or negation.nbor().lower_ not in ("only", "just", "merely", "simply", "but")


AFFIRMED = frozenset("question doubt secret wonder surprise mistake coincidence stranger".split())
"""What there is none of where something is affirmed."""


def _is_open_question(head: Token) -> bool:
    """Tell whether a statement says only what is not known: "it is not clear whether X"."""
    asked = [t for clause in head.children if clause.dep_ in ("ccomp", "csubj", "advcl") for t in clause.children]
    wondered = any(t.lower_ in ("why", "how", "where", "when") for t in asked)
    return wondered or any(t.lower_ == "whether" for t in head.subtree)


IN_PERSON = FIRST_SINGULAR | FIRST_PLURAL.keys() | {"you", "your", "yours"}
VERBAL = ("VERB", "AUX")
ADJUNCTS = ("advcl", "npadvmod", "appos", "relcl", "parataxis", "conj", "cc", "advmod")


def _says_alive(head: Token) -> bool:
    """Tell whether a clause is "is very much alive", which denies that somebody is dead."""
    said = child(head, "acomp") if head.lemma_ in ("be", "remain") and child(head, "neg") is None else None
    return said is not None and bool(said.lower_ == "alive")


def _positive(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Write what a negative statement denies."""
    if not _says_alive(head):
        return render_positive(tokens, head, voice)
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


def _answered(
    statements: Sequence[Statement], resolved: Sequence[Resolved], models: Models
) -> list[tuple[Statement, int, float]]:
    pairs = [
        (statement, index)
        for statement in statements
        for index, item in enumerate(resolved[:READ])
        if _may_answer(statement, index, item, resolved)
    ]
    best: dict[int, tuple[float, Statement, int]] = {}
    for statement, index in pairs:
        if _presupposes(resolved[index].proposition, statement) and id(statement) not in best:
            best[id(statement)] = (1.0, statement, index)
    pairs = _of_one_matter(pairs, resolved, models.encoder)
    scores = models.nli.score([(resolved[index].proposition, statement.core) for statement, index in pairs])
    for (statement, index), score in zip(pairs, scores, strict=True):
        if score.entailment >= ENTAILED and score.entailment > best.get(id(statement), (0.0,))[0]:
            best[id(statement)] = (score.entailment, statement, index)
    return [(statement, index, round(entailment, 4)) for entailment, statement, index in best.values()]


def _presupposes(proposition: str, statement: Statement) -> bool:
    """Tell whether a proposition names what a statement says does not exist: who quotes X takes X to exist.

    "Captain Roe does not exist" is of a name, "there is no turkey recall" of a noun with a noun before it.
    """
    head = statement.head
    if head.lemma_ == "exist":
        subject = child(head, "nsubj")
        names = {t.lower_ for t in subject.subtree if t.pos_ == "PROPN"} if subject is not None else set()
    elif child(head, "expl") is not None and (thing := child(head, "attr", "nsubj")) is not None:
        compound = children(thing, "compound")
        names = {t.lower_ for t in (*compound, thing)} if compound else set()
    else:
        return False
    return bool(names) and names <= {word.strip(".,'’\"“”").lower() for word in proposition.split()}


def _of_one_matter(
    pairs: Sequence[tuple[Statement, int]], resolved: Sequence[Resolved], encoder: Encoder
) -> list[tuple[Statement, int]]:
    """Keep the pairs whose two propositions are about the same thing."""
    texts = list(dict.fromkeys(text for s, index in pairs for text in (s.positive, resolved[index].proposition)))
    rows = dict(zip(texts, encoder.embed(texts), strict=True))
    return [(s, i) for s, i in pairs if float(rows[s.positive] @ rows[resolved[i].proposition]) >= SAME_MATTER]


def _may_answer(statement: Statement, index: int, item: Resolved, resolved: Sequence[Resolved]) -> bool:
    if item.stance != "asserts" or not item.proposition or item.resolution == "unresolved" or index == statement.index:
        return False
    if statement.index is not None and item.reading.actors == resolved[statement.index].reading.actors:
        return False
    return bool(_stems(statement.positive) & _stems(item.proposition))


def _stems(text: str) -> set[str]:
    return {word.strip(".,'’\"").lower()[:5] for word in text.split() if len(word) > 3}


def _own_denial(article_id: str, statement: Statement, answered: tuple[int, float], actors: ArticleActors) -> Resolved:
    head, sentence = statement.head, statement.sentence
    negation = negation_of(head)
    words = [t for t in sentence if not t.is_space]
    cue = token_range([t for t in (negation, head) if t is not None])
    content = token_range(words)
    attribution = Attribution(article_id, (), (cue,), (content,), 1.0)
    span = Span(words[0].idx, words[-1].idx + len(words[-1].text))
    reading = Reading(
        Found(attribution, "denies", own_voice=True),
        (actors.outlet_actor(),),
        "denies",
        Draft(statement.positive),
        tuple(words),
        head,
        span,
        "narrated",
    )
    return Resolved(reading, "denies", statement.positive, "stated", *answered)
