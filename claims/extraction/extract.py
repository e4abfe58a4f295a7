"""Extract the claims of one article.

1. parse the text, its headlines as sentences, and tag sources, cues and contents
2. link them to attributions; add those that syntax finds and the article's own voice
3. read each: actors, stance, proposition
4. give pointing words ("the claims") their antecedent
5. take a negative statement that answers somebody for a denial
6. date it and make the claim
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.extraction.actors import ActorTable, ArticleActors
from claims.extraction.answers import outright_denials, turn_answers
from claims.extraction.contents import head_of, tokens_of
from claims.extraction.dates import said_on
from claims.extraction.disagreeing import find_disagreements, without_disowned
from claims.extraction.found import Found
from claims.extraction.headlines import parse
from claims.extraction.judgements import find_judgements, without_judgements
from claims.extraction.lexicon import SPREADING, TELLING
from claims.extraction.linking import link_attributions
from claims.extraction.nested import find_nested
from claims.extraction.pointers import Resolved, resolve_pointers
from claims.extraction.questions import with_questions
from claims.extraction.readings import Reading, quote_kind, read_attribution
from claims.extraction.refuted import refuted
from claims.extraction.repaired_contents import with_verb
from claims.extraction.repairs import filled, mend, moved, split_contents
from claims.extraction.resumed import with_resumed
from claims.extraction.set_phrases import find_phrases
from claims.extraction.stance import read_stance
from claims.extraction.standing import says_something, unplaced
from claims.extraction.tagger import tag_roles
from claims.extraction.talk import talk_of
from claims.extraction.turns import find_turns, is_told_of, of_turns, signed
from claims.extraction.verdicts import find_verdicts
from claims.extraction.voice import Labelled, find_called_false, find_own_voice
from claims.folding import WORD
from claims.inference import Models, Tagger
from claims.types import Article, Attribution, Claim, Span, content_id

CLAUSES = ("ccomp", "advcl", "conj", "parataxis", "relcl", "acl")
NOTICING = frozenset("realise realize notice".split())
LAST_LATIN = "\u024f"
VERSION = "27"
"""Version of the extraction, kept with every claim it makes."""
CASES = ("case", "instance", "respect", "way")
"""Nouns whose "in many cases" says how often something is so."""


def extract_claims(article: Article, models: Models) -> list[Claim]:
    """Return the claims of an article in the order of their words."""
    doc = parse(article.text)
    heading = parse(article.title) if article.title and article.title not in article.text else None
    actors = ArticleActors(doc, article, ActorTable.load(), heading)
    readings = read_attributions(doc, article, actors, models.tagger)
    readings = with_questions(doc, readings, actors)
    readings += [*outright_denials(doc, article.id, readings, actors), *refuted(doc, readings, actors)]
    resolved = resolve_pointers(doc, article.title, readings, models.encoder)
    return make_claims(article, doc, turn_answers(doc, article.id, resolved, actors, models))


def read_attributions(doc: Doc, article: Article, actors: ArticleActors, tagger: Tagger) -> list[Reading]:
    """Return what is found in an article as it was read, before pointing words have their antecedent."""
    found = find_attributions(doc, article, tagger)
    return [reading for item in found for reading in read_attribution(doc, item, actors)]


def find_attributions(doc: Doc, article: Article, tagger: Tagger) -> list[Found]:
    """Return what the tagger, syntax and the article's own voice give, in the order of the text."""
    tagged = split_contents(doc, tag_roles(article.text, tagger))
    linked = moved(doc, link_attributions(doc, article.id, tagged))
    linked = filled(doc, [mend(doc, item) for item in with_resumed(doc, linked)])
    turns = find_turns(article.text)
    known = [item for item in linked if _says_something(doc, item) or _denies_alone(article.text, item)]
    known = [item for item in known if not (_is_subject_itself(doc, item) or _is_by_no_one(doc, item))]
    known = without_disowned(doc, [item for item in known if not _is_spoken_of(doc, item, known)])
    known = without_judgements(doc, known)
    known = signed(known, turns, doc)
    told = list(of_turns(doc, article.id, turns, known))
    found = [*map(Found, known), *(Found(item, in_turn=True) for item in told)]
    known += told
    nested = [_to_its_verb(doc, item) for item in find_nested(doc, known, article.id)]
    nested = [item for item in nested if item.attribution.source or not _is_spoken(doc, item.attribution, known)]
    nested += find_phrases(doc, known, article.id)
    nested += [*find_disagreements(doc, known, article.id), *find_judgements(doc, article.id)]
    found += [*nested, *(list(_tested(article)) or _labelled(doc, article.id, known))]
    found = [_within(item, known) for item in found]
    return sorted(found, key=lambda item: (item.attribution.cue or item.attribution.content)[0])


def _to_its_verb(doc: Doc, found: Found) -> Found:
    attribution = found.attribution
    return replace(found, attribution=replace(attribution, content=with_verb(doc, attribution)))


def _is_spoken_of(doc: Doc, attribution: Attribution, known: Sequence[Attribution]) -> bool:
    """Tell whether a cue is the "reports" of "there is no truth, Roe said, in reports that X", which are not Roe's."""
    cue = tokens_of(doc, attribution.cue)
    others = (item for item in known if item is not attribution and item.source == attribution.source)
    noun = bool(cue) and all(t.pos_ == "NOUN" for t in cue)
    return noun and any(span.contains(attribution.cue[0]) for item in others for span in item.content)


def _is_spoken(doc: Doc, attribution: Attribution, known: Sequence[Attribution]) -> bool:
    """Tell whether somebody is known to say the content that syntax gives to nobody.

    Who denies "rumours that X" speaks of the rumours too, and they say it.
    """
    start, cue = attribution.content[0].start, attribution.cue[0]
    told = talk_of(tokens_of(doc, attribution.cue)) is not None
    others = (i for i in known if i.source and not (told and any(span.overlaps(cue) for span in i.content)))
    return any(span.start <= start <= span.start + len("that ") for item in others for span in item.content)


def _within(found: Found, known: Sequence[Attribution]) -> Found:
    for other in known:
        inside = any(span.overlaps(mine) for span in other.content for mine in found.attribution.source)
        if inside and other.source and other is not found.attribution:
            return replace(found, within=other.source)
    return found


def _labelled(doc: Doc, article_id: str, known: Sequence[Attribution]) -> list[Found]:
    """Return what the article calls false, and what a source calls so in passing ("fake news that X")."""
    said = [i for i in known if i.source and not (_is_unnoticed(doc, i) or _tells_on(doc, i))]
    own = find_own_voice(doc, [span for item in said for span in item.content])
    passing = [(label, item) for item in said for span in item.content for label in find_called_false(doc, span)]
    return [
        *(Found(_of_label(article_id, i, ()), i.stance, own_voice=True, passing=i.passing) for i in own),
        *(
            Found(_of_label(article_id, label, item.source), label.stance)
            for label, item in passing
            if label.stated or any(t.lemma_.lower() in TELLING for t in tokens_of(doc, item.cue))
        ),
    ]


def _tells_on(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether a source only tells a story on, to which the text gives its name: "repeated the false claim"."""
    cue = head_of(tokens_of(doc, attribution.cue))
    return cue is not None and cue.pos_ == "VERB" and cue.lemma_.lower() in SPREADING


def _is_unnoticed(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether the text says what its source missed: "without realising that the story is a hoax"."""
    words = tokens_of(doc, attribution.cue)
    missed = any(t.lemma_.lower() in NOTICING for t in words)
    return missed and any(t.lower_ == "without" or t.head.lower_ == "without" or t.dep_ == "neg" for t in words)


def _tested(article: Article) -> Iterator[Found]:
    """Yield what a fact-check tests, said by nobody named, and its own verdict; nothing else is then its own voice."""
    for verdict in find_verdicts(article.text):
        spans = (verdict.claim,), (verdict.content,)
        yield Found(Attribution(article.id, (), *spans, 1.0), "asserts", unsaid=True)
        spans = (verdict.label,), (verdict.content,)
        yield Found(Attribution(article.id, (), *spans, 1.0), verdict.stance, own_voice=True)


def _of_label(article_id: str, item: Labelled, source: tuple[Span, ...]) -> Attribution:
    return Attribution(article_id, source, (item.cue,), (item.content,), 1.0)


def _says_something(doc: Doc, attribution: Attribution) -> bool:
    return any((not t.is_stop and not t.is_punct) or t.pos_ == "PRON" for t in tokens_of(doc, attribution.content))


def _is_subject_itself(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether a cue is what its content says something of: "highlighting Roe is an attempt to win votes"."""
    cue, told = head_of(tokens_of(doc, attribution.cue)), head_of(tokens_of(doc, attribution.content))
    return cue is not None and told is not None and cue.dep_ in ("csubj", "csubjpass") and cue.head == told


def _is_by_no_one(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether a source is the cases of "in many cases", or a piece of a verb that nothing introduces."""
    words = tokens_of(doc, attribution.source)
    if not attribution.cue:
        return all(t.pos_ in ("VERB", "AUX", "PART") for t in words)
    head = head_of(words)
    noun = head.head if head is not None and head.dep_ == "amod" else head
    return noun is not None and noun.lemma_ in CASES and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _denies_alone(text: str, attribution: Attribution) -> bool:
    """Keep a cue without content where it denies: "…, which he denied"."""
    words = " ".join(span.of(text) for span in attribution.cue)
    return bool(attribution.source) and read_stance(words, "").stance == "denies"


def make_claims(article: Article, doc: Doc, resolved: Sequence[Resolved]) -> list[Claim]:
    """Date the readings and make them claims; what was read twice, or the article says again, is made once."""
    ids = [_claim_id(article, item) for item in resolved]
    pointed = {item.antecedent for item in resolved}
    claims: dict[str, Claim] = {}
    for index in _told_once(resolved):
        item = resolved[index]
        if item.proposition and not _is_foreign(item.proposition) and ids[index] not in claims:
            antecedent = ids[item.antecedent] if item.antecedent is not None else None
            if index not in pointed and item.stance == "asserts":
                item = _as_far_as_told(item)
            claims[ids[index]] = _claim(ids[index], article, doc, item, antecedent)
    return sorted(
        claims.values(),
        key=lambda claim: (claim.sentence, claim.attribution.cue or claim.attribution.content),
    )


def _as_far_as_told(item: Resolved) -> Resolved:
    """Leave a sentence unresolved that does not say of whom or what it is; what is no sentence asserts nothing.

    In a transcript nobody picked the sentence out, and what names nothing answers the question before it.
    """
    reading, text = item.reading, item.proposition
    if reading.found.in_turn and not any(is_told_of(token) for token in reading.tokens):
        return replace(item, stance="other")
    if item.resolution != "stated":
        return item
    whole = says_something(text, reading.tokens, misread=reading.draft.misread)
    if whole and unplaced(text, reading.tokens) is None:
        return item
    open_ = whole and not reading.found.in_turn
    return replace(item, resolution="unresolved") if open_ else replace(item, stance="other")


def _told_once(resolved: Sequence[Resolved]) -> Iterator[int]:
    """Yield the places of what makes a claim.

    In its own voice the article says a thing once, outright if it can; nobody says a thing twice in one sentence.
    What it doubts in passing and nobody states ("his dubious claims"), or an "it" that was not found, is left out.
    Talk that is denied in its own sentence says what it says ("reports that X are false, Roe said").
    Who denies something and calls "the accusations" absurd in one breath has denied it once.
    What is nobody's is the article's where it is found as that too ("it has been proven false").
    """
    pointed = {item.antecedent for item in resolved}
    own_voice = [item for item in resolved if item.reading.found.own_voice]
    outright = [item.proposition for item in own_voice if not item.reading.found.passing]
    verdicts = {(item.reading.sentence, item.stance, item.proposition) for item in own_voice}
    denied = {(item.reading.sentence, item.proposition) for item in resolved if item.stance == "denies"}
    labels = [span for item in own_voice for span in item.reading.found.attribution.cue]
    denying = {(item.reading.sentence, *_who(item)) for item in resolved if _denies_something(item)}
    own: set[tuple[str, str]] = set()
    said: set[tuple[object, ...]] = set()
    for index, item in enumerate(resolved):
        found = item.reading.found
        answered = bool(item.reading.actors) and (item.reading.sentence, item.proposition) in denied
        unsaid = found.unsaid and index not in pointed and not answered
        if unsaid or (found.passing and outright and not _is_another(item, outright)):
            continue
        only_named = item.resolution == "unresolved" and (item.stance == "doubts" or _is_pronoun(item))
        if found.own_voice and (only_named or (item.stance, item.proposition) in own):
            continue
        if found.own_voice:
            own.add((item.stance, item.proposition))
        if (
            item.resolution == "unresolved"
            and item.stance == "denies"
            and (item.reading.sentence, *_who(item)) in denying
        ):
            continue
        told = (item.reading.sentence, item.stance, item.proposition)
        nobodys = not (found.own_voice or found.unsaid or found.attribution.source) and index not in pointed
        if nobodys and any(label.overlaps(span) for label in labels for span in found.attribution.content):
            continue
        if told in verdicts and not item.reading.actors and index not in pointed:
            continue
        same = (*_who(item), *told)
        if same in said and index not in pointed:
            continue
        said.add(same)
        yield index


def _who(item: Resolved) -> tuple[str, ...]:
    return tuple(sorted({actor.id for actor in item.reading.actors}))


def _denies_something(item: Resolved) -> bool:
    return item.stance == "denies" and item.resolution != "unresolved" and bool(item.reading.actors)


def _is_pronoun(item: Resolved) -> bool:
    """Tell whether nothing but a pronoun is left of what the article calls false: "It."."""
    words = [token for token in item.reading.tokens if not token.is_punct]
    return len(words) == 1 and words[0].pos_ == "PRON"


def _is_another(item: Resolved, told: Sequence[str]) -> bool:
    """Tell whether what is stated has no word in common with anything that is told: it is another story."""
    words = {token.lower_ for token in item.reading.tokens if token.is_alpha and not token.is_stop}
    known = {word.casefold() for text in told for word in WORD.findall(text)}
    return item.resolution == "stated" and words.isdisjoint(known)


def _is_foreign(text: str) -> bool:
    """Tell whether a fifth of the words are of another script: a quotation in its own language."""
    words = text.split()
    return sum(any(letter.isalpha() and letter > LAST_LATIN for letter in word) for word in words) * 5 > len(words)


def _claim_id(article: Article, item: Resolved) -> str:
    attribution = item.reading.found.attribution
    spans = (*attribution.source, None, *attribution.cue, None, *attribution.content)
    actors = (actor.id for actor in item.reading.actors)
    return content_id("claim", article.id, *spans, *actors, item.proposition)


def _claim(id_: str, article: Article, doc: Doc, item: Resolved, antecedent: str | None) -> Claim:
    reading = item.reading
    attribution = reading.found.attribution
    day, basis = said_on(_clause(doc, item), article.published_on)
    return Claim(
        id=id_,
        article_id=article.id,
        attribution=attribution,
        actors=reading.actors,
        stance=item.stance,
        proposition=item.proposition,
        resolution=item.resolution,
        quote=quote_kind(article.text, attribution.content),
        sentence=reading.sentence,
        said_on=day,
        said_on_basis=basis,
        antecedent_id=antecedent,
        antecedent_confidence=item.confidence if antecedent is not None else None,
        runner_up=item.runner_up if antecedent is not None else None,
        version=VERSION,
    )


def _clause(doc: Doc, item: Resolved) -> str:
    """Return the cue's sentence without the content: what it says of the day is about the saying."""
    attribution = item.reading.found.attribution
    if item.reading.found.own_voice or not attribution.cue:
        return ""
    content = {token.i for token in tokens_of(doc, attribution.content)}
    cue = head_of(tokens_of(doc, attribution.cue))
    if cue is None:
        return ""
    words = cue.subtree if cue.pos_ in ("VERB", "AUX") else cue.sent
    if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.head.pos_ == "VERB" and cue.i > cue.head.i:
        beside = {t.i for other in cue.head.children if other.dep_ in CLAUSES and other != cue for t in other.subtree}
        words = [token for token in cue.head.subtree if token.i not in beside]
    elsewhere = {t.i for other in cue.children if _is_other_clause(other) for t in other.subtree}
    return " ".join(token.text for token in words if token.i not in content | elsewhere)


def _is_other_clause(token: Token) -> bool:
    return token.dep_ in ("conj", "parataxis") and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
