"""Take a negative statement that answers somebody's assertion for the denial that it is.

"He is not dead" is a denial where somebody reported his death, and plain narration elsewhere. The NLI model
says which: an assertion of the article must entail the statement's positive form. It is one too where it says
again what the article has denied.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.actors import ArticleActors
from claims.extraction.circumstances import ANSWERED
from claims.extraction.found import Found
from claims.extraction.lexicon import (
    ACCUSE,
    ACCUSING,
    DEED_STEM,
    DENIAL_VERBS,
    FALSEHOODS,
    NEGATION,
    SHELL_NOUNS,
)
from claims.extraction.negation import INDEFINITE, negation_of
from claims.extraction.negative_statements import Statement, find_statements, narrated_statements
from claims.extraction.pointers import Resolved
from claims.extraction.propositions import Draft
from claims.extraction.questions import answered_questions
from claims.extraction.readings import COMING_ABOUT, Reading
from claims.extraction.syntax import SHOWING_NOUNS, child, children, token_range
from claims.folding import goes_on
from claims.inference import Encoder, Models
from claims.types import Attribution

ENTAILED = 0.6
"""Entailment from which an assertion counts as answered."""
SAME_MATTER = 0.5
"""Cosine below which an assertion and a statement are about different things, whatever the NLI model says."""
DENIED = 0.3
"""Entailment from which what is denied elsewhere in the article counts as denied again."""
DENIED_COSINE = 0.5
"""Cosine from which it does where the statement has a source. Of 103 statements in 118 annotated articles that no
assertion entails 15 are over one of these two, and 13 of them are denials; of the others 37 of 88."""
DENIED_LEAST = 0.1
"""Entailment below which nearness alone is not enough: another matter of the same persons. One of the 13 is lost."""
NEAR = 0.3
"""Cosine below which two propositions are not compared by the NLI model."""
READ = 160
"""Readings of an article that are looked through for what a statement answers: it bounds a very long text."""
Answered = tuple[Statement, int | None, float | None]
"""A statement, the index of the reading that it answers and how surely; None where it is only denied again."""
TRIED = frozenset("convict charge indict sentence prosecute jail try".split())
"""What a court does: who has not been convicted denies no deed."""
OPENS_ANSWER = re.compile(rf"[“\"'‘\s]*(?:No,\s|{ANSWERED.pattern})", re.IGNORECASE)
"""How a negative statement begins that says by itself that it answers one."""
ANSWERED_ASIDE = re.compile(rf"^(?:{ANSWERED.pattern})[^,.]*,\s*|,\s*(?:{ANSWERED.pattern})[^,.]*", re.IGNORECASE)
"""What a statement may be cut of once it is known that it answers."""
LYING = frozenset("lie liar hoaxer impostor imposter faker fraudster fraud sham forgery fabricate fake invent".split())
"""What nobody is said not to be, or not to do, whom nobody called so."""
CLEARING = re.compile(r"\bnothing (?:wrong|illegal|improper)\b|\bnothing to do with\b|\bno (?:part|role|hand) in\b")
"""How somebody says that he did not do what he is accused of."""
LEAST_STEM = 4
"""Letters of a noun at least by which the verb of its deed is known: "plan"."""
SHOWING = frozenset("doubt evidence indication proof question reason record trace".split())
"""What there is none of where no deed is denied."""
DEPICTING = ("show", "depict", "portray", "picture", "feature")
UNNAMED = frozenset("he she it they this that these those".split())


def turn_answers(
    doc: Doc, article_id: str, resolved: Sequence[Resolved], actors: ArticleActors, models: Models
) -> list[Resolved]:
    """Return the readings with those turned into denials that answer somebody, and the narration that does."""
    statements = [s for s in find_statements(doc, resolved, actors) if not _opens_with(s, ("that", "this"))]
    answered = _answered(statements, resolved, models)
    done = {id(statement) for statement, _, _ in answered}
    left = [statement for statement in statements if id(statement) not in done and not _opens_with(statement, UNNAMED)]
    again: list[Answered] = [(statement, None, None) for statement in _denied_again(left, resolved, models)]
    turned = list(resolved)
    for statement, antecedent, entailment in (*answered, *again):
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


def outright_denials(
    doc: Doc, article_id: str, readings: Sequence[Reading], actors: ArticleActors
) -> Iterator[Reading]:
    """Yield the narration that answers somebody by its words alone: "No, the dam has not burst", "Did it? No."."""
    for question in answered_questions(doc, actors):
        yield _denial_of(article_id, question.answer, question.words, question.head, question.statement, actors)
    told = [Resolved(reading, reading.stance, reading.draft.text, "stated") for reading in readings]
    for statement in narrated_statements(doc, told, actors):
        text = statement.sentence.text
        if OPENS_ANSWER.match(text) or ANSWERED.search(text) or _is_of_picture(statement.head):
            yield _own_denial(article_id, statement, (None, None), actors).reading


def _is_of_picture(head: Token) -> bool:
    """Tell whether it is said what a picture does not show, though it is shown for it: "the video does not show X"."""
    picture = child(head, "nsubj") if head.lemma_.lower() in DEPICTING else None
    shown = picture is not None and picture.lemma_.lower() in SHOWING_NOUNS
    return shown and child(head, "dobj", "ccomp") is not None


def _answered(statements: Sequence[Statement], resolved: Sequence[Resolved], models: Models) -> list[Answered]:
    pairs = [
        (statement, index)
        for statement in statements
        for index, item in enumerate(resolved[:READ])
        if _may_answer(statement, index, item, resolved)
    ]
    best: dict[int, tuple[float, Statement, int]] = {}
    for statement, index in pairs:
        said = _presupposes(resolved[index].proposition, statement)
        said = said or goes_on(resolved[index].proposition, statement.core) or _clears(statement, resolved[index])
        if said and id(statement) not in best:
            best[id(statement)] = (1.0, statement, index)
    open_pairs = [(statement, index) for statement, index in pairs if id(statement) not in best]
    pairs = _of_one_matter(open_pairs, resolved, models.encoder)
    scores = models.nli.score([(resolved[index].proposition, statement.core) for statement, index in pairs])
    for (statement, index), score in zip(pairs, scores, strict=True):
        if score.entailment >= ENTAILED and score.entailment > best.get(id(statement), (0.0,))[0]:
            best[id(statement)] = (score.entailment, statement, index)
    return [(statement, index, round(entailment, 4)) for entailment, statement, index in best.values()]


def _opens_with(statement: Statement, pronouns: Container[str]) -> bool:
    """Tell whether narration is about something that its words do not name: "they are not like storms"."""
    first = statement.positive.replace("’", " ").replace("'", " ").split(maxsplit=1)[:1]
    return statement.index is None and bool(first) and first[0].lower() in pronouns


def _denied_again(statements: Sequence[Statement], resolved: Sequence[Resolved], models: Models) -> list[Statement]:
    """Return the statements whose positive form is already denied or doubted by another reading.

    Who says "contrary to rumours, it has not" answers somebody too, and so does who says that somebody or something
    does not exist that anybody is said to have named, whatever was said of it. That something is no fake nobody
    says unasked.
    """
    sourced = [(s, s.index) for s in statements if s.index is not None]
    said = [
        s
        for s, index in sourced
        if OPENS_ANSWER.match(_words_of(s, index, resolved)) or _is_no_sham(s.head) or _contradicts(resolved[index])
    ]
    unreal = [(statement, names) for statement in statements if (names := _unreal(statement))]
    told = [(index, _words(item.proposition)) for index, item in enumerate(resolved) if unreal]
    said += [s for s, names in unreal if any(index != s.index and words >= names for index, words in told)]
    return said + _already_denied([s for s in statements if s not in said], resolved, models)


def _contradicts(said: Resolved) -> bool:
    """Tell whether somebody denies a report by saying it: "the port was not sold, Roe said, contradicting a report"."""
    cue = said.reading.cue
    beside = children(cue, "advcl") if cue is not None else []
    denying = [t for t in beside if t.tag_ == "VBG" and t.lemma_.lower() in DENIAL_VERBS | {"contradict"}]
    told = (story.lemma_.lower() in SHELL_NOUNS for t in denying for story in children(t, "dobj"))
    return any(t.lemma_.lower() == "contradict" for t in denying) or any(told)


def _is_no_sham(head: Token) -> bool:
    """Tell whether a negative statement is that something is no fake, or that somebody did not lie."""
    said = child(head, "attr", "acomp", "oprd") if head.lemma_ == "be" else head
    return said is not None and said.lemma_.lower() in (LYING if said == head else LYING | FALSEHOODS - {"wrong"})


def _words_of(statement: Statement, index: int, resolved: Sequence[Resolved]) -> str:
    """Return the words of what somebody says, up to the end of the statement's sentence."""
    first = resolved[index].reading.tokens[0]
    return str(first.doc[first.i : statement.sentence.end].text)


def _already_denied(statements: Sequence[Statement], resolved: Sequence[Resolved], models: Models) -> list[Statement]:
    denied = [
        (index, item.proposition)
        for index, item in enumerate(resolved[:READ])
        if item.stance in ("denies", "doubts") and item.proposition and item.resolution != "unresolved"
        if NEGATION.search(item.proposition) is None
    ]
    if not denied or not statements:
        return []
    rows = models.encoder.embed([*(s.positive for s in statements), *(text for _, text in denied)])
    cosines = rows[: len(statements)] @ rows[len(statements) :].T
    pairs = [
        (place, column)
        for place, statement in enumerate(statements)
        for column, (index, _) in enumerate(denied)
        if index != statement.index and cosines[place, column] >= NEAR
    ]
    scores = models.nli.score([(denied[column][1], statements[place].core) for place, column in pairs])
    found = {
        place
        for (place, column), score in zip(pairs, scores, strict=True)
        if score.entailment >= DENIED
        or (
            statements[place].index is not None
            and cosines[place, column] >= DENIED_COSINE
            and score.entailment >= DENIED_LEAST
        )
    }
    return [statements[place] for place in sorted(found)]


def _presupposes(proposition: str, statement: Statement) -> bool:
    """Tell whether a proposition names what a statement says does not exist: who quotes X takes X to exist.

    "Captain Roe does not exist" is of a name, "there is no turkey recall" of a noun with a noun before it, "there was
    no approach" of what somebody is said to have done.
    """
    head = statement.head
    if head.lemma_ == "exist":
        subject = child(head, "nsubj")
        names = _unreal(statement) if subject is not None and subject.pos_ == "PROPN" else set()
    elif child(head, "expl") is not None and (thing := child(head, "attr", "nsubj")) is not None:
        compound = children(thing, "compound")
        if _is_bare(thing):
            return _has_deed(proposition, thing)
        names = {t.lower_ for t in (*compound, thing)} if compound else set()
    else:
        thing = child(head, "nsubjpass") if head.lemma_ in COMING_ABOUT else None
        return thing is not None and _is_bare(thing) and _has_deed(proposition, thing)
    return bool(names) and names <= _words(proposition)


def _has_deed(proposition: str, noun: Token) -> bool:
    """Tell whether a proposition has the verb that a noun is made of: the "offered" of "no offer was made"."""
    deed = noun.lemma_.lower()[:DEED_STEM]
    return any(word.startswith(deed) for word in _words(proposition))


def _clears(statement: Statement, accused: Resolved) -> bool:
    """Tell whether somebody who is accused says that he did nothing wrong, or had nothing to do with it."""
    cue = accused.reading.cue
    accuses = cue is not None and cue.lemma_.lower() in ACCUSE | ACCUSING
    if not accuses or CLEARING.search(statement.sentence.text) is None:
        return False
    one, other = (text.removeprefix("The ").split(maxsplit=1)[:1] for text in (statement.core, accused.proposition))
    return one == other


def _is_bare(noun: Token) -> bool:
    """Tell whether a noun stands alone, or with "of any kind", and is long enough to know its verb by."""
    more = [t for t in noun.children if t.dep_ not in ("det", "punct", "neg", "advmod")]
    alone = all(t.lower_ == "of" and any(c.lower_ == "any" for c in t.subtree) for t in more)
    return (
        alone and noun.tag_ in ("NN", "NNS") and len(noun.lemma_) >= LEAST_STEM and noun.lemma_.lower() not in SHOWING
    )


def _words(text: str) -> set[str]:
    return {word.strip(".,'’\"“”").lower() for word in text.split()}


def _unreal(statement: Statement) -> set[str]:
    """Return the words for what is said not to exist: of its name, or of a noun with a noun before it."""
    subject = child(statement.head, "nsubj")
    if subject is None or statement.head.lemma_ != "exist" or children(statement.head, "advcl", "xcomp", "prep"):
        return set()
    kinds = children(subject, "compound")
    if subject.pos_ == "NOUN":
        return {t.lower_ for t in (*kinds, subject)} if kinds else set()
    return {t.lower_ for t in subject.subtree if t.pos_ == "PROPN"}


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
    if _clears(statement, item) or _presupposes(item.proposition, statement):
        return True
    if statement.head.lemma_.lower() in TRIED and statement.head.lemma_.lower()[:5] not in _stems(item.proposition):
        return False
    if _is_of_nobody(statement) and not {*_stems(statement.head.text), *_stems(statement.head.lemma_)} & _stems(
        item.proposition
    ):
        return False
    return bool(_stems(statement.positive) & _stems(item.proposition))


def _is_of_nobody(statement: Statement) -> bool:
    """Tell whether a statement is of no one: that somebody knew him follows from whatever is said of him."""
    negation = negation_of(statement.head)
    nobody = negation is not None and (negation.lower_ in INDEFINITE or negation.head.lower_ == "one")
    return nobody and statement.head.lemma_ != "be"


def _stems(text: str) -> set[str]:
    return {word.strip(".,'’\"").lower()[:5] for word in text.split() if len(word) > 3}


def _own_denial(
    article_id: str, statement: Statement, answered: tuple[int | None, float | None], actors: ArticleActors
) -> Resolved:
    head = statement.head
    words = [t for t in statement.sentence if not t.is_space]
    negation = negation_of(head)
    cue = [t for t in (negation, head) if t is not None]
    denied = _without_answer(statement.positive)
    reading = _denial_of(article_id, cue, words, head, denied, actors)
    return Resolved(reading, "denies", denied, "stated", *answered)


def _without_answer(text: str) -> str:
    """Cut what only says that somebody is answered: ", as some have claimed"."""
    said = ANSWERED_ASIDE.sub("", text)
    return f"{said[:1].upper()}{said[1:]}"


def _denial_of(
    article_id: str, cue: Sequence[Token], words: Sequence[Token], head: Token, denied: str, actors: ArticleActors
) -> Reading:
    content = token_range(words)
    attribution = Attribution(article_id, (), (token_range(cue),), (content,), 1.0)
    return Reading(
        Found(attribution, "denies", own_voice=True),
        (actors.outlet_actor(),),
        "denies",
        Draft(denied),
        tuple(words),
        head,
        content,
        "narrated",
    )
