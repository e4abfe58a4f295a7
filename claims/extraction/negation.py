"""Take the negation of a statement away: what is denied is its positive form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.clauses import render_clause
from claims.extraction.contents import without_concession
from claims.extraction.lexicon import UNCOUNTED
from claims.extraction.syntax import SUBJECTS, child, children
from claims.extraction.wording import Voice, Word, finish, inflect, name_pronouns, speaking

POLAR = ("yet", "either", "any", "ever", "anywhere", "single")
"""Words that only a negation brings."""
_ANY = re.compile(r"\b([Aa])ny(?=(?:body|one|thing|where)\b(?! but| like| close)| of\b)")
_THERE_IS = re.compile(r"\b(There (?:is|was)) any (?!of\b|more\b|other\b)([a-z])(?=[a-z]*[a-rt-z]\b)")
"""Of what somebody denies "there is any link"."""
_EVER = re.compile(r"(?<!\bas )(?<!-)\bever (?!since\b|more\b|after\b|so\b)", re.IGNORECASE)
_LEAST = re.compile(
    r"\b(?:(?:a|one|a single) (?:penny|cent|dime)|a single (?:euro|dollar|pound|krone|rouble|rupee|peso))\b"
)
"""The least sum, of which only a denial speaks: "never took a penny"."""
INDEFINITE = {"nobody": "somebody", "nothing": "something", "none": "some", "neither": "a"}
"""Words that deny by themselves, and what they deny."""
OPENING = ("no", "contrary", "despite")
"""How a statement opens that answers another."""
OCCASIONS = frozenset("time point stage moment way occasion circumstance mean account".split())
"""What "at no time" and its like are made with."""
CUT_MODALS = {"wo": "will", "ca": "can", "sha": "shall"}


def render_positive(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Write a negative statement without its negation: "is not dead" becomes "is dead"."""
    tokens = _without_second(_without_opening(without_concession(tokens), head), head)
    if head.pos_ in ("NOUN", "PROPN"):
        kept = [t for t in tokens if t.lower_ != "no" or t.head != head]
        return render_clause(kept, voice.subject, voice.namer, voice.speaker)
    said = [Word(t.text, t) for t in tokens]
    named = speaking(said, voice.namer, voice.speaker)
    words = _without_negation(said, head, third=any(t.lower_ in named for t in children(head, *SUBJECTS)))
    return finish(name_pronouns(words, voice.namer, voice.speaker))


def as_asserted(text: str) -> str:
    """Give what is denied the words of who asserts it: "she ever hit anybody" becomes "she hit somebody"."""
    text = _THERE_IS.sub(lambda match: f"{match[1]} {'an' if match[2] in 'aeiou' else 'a'} {match[2]}", text)
    text = _LEAST.sub("money", text)
    return _EVER.sub("", _ANY.sub(lambda match: "Some" if match[1] == "A" else "some", text))


def _without_opening(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Cut what says, before a first comma, that something is answered: "No, …", "contrary to rumours, …"."""
    words = [t for t in tokens if not t.is_punct]
    comma = next((t for t in tokens if t.text == "," and t.i < head.i), None)
    if not words or comma is None or words[0].lower_ not in OPENING:
        return list(tokens)
    return [t for t in tokens if t.i > comma.i]


def _without_second(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Cut the clause joined to a negative one that is negative itself or has its own subject: it is another claim.

    So with why it is not so: "he did not resign because nobody asked him".
    """
    joined = [
        t
        for t in children(head, "conj")
        if t.pos_ in ("VERB", "AUX") and (children(t, "nsubj", "nsubjpass", "expl", "mark") or child(t, "neg"))
    ]
    cut = {inner.i for t in joined for inner in t.subtree}
    reasons = [t for t in children(head, "advcl") if t.i > head.i and any(m.lower_ == "because" for m in t.children)]
    cut |= {inner.i for t in reasons for inner in t.subtree}
    cut |= {t.i for t in children(head, "cc") if joined and t.i < joined[0].i}
    return [t for t in tokens if t.i not in cut]


def _without_negation(words: list[Word], head: Token, *, third: bool) -> list[Word]:
    """Take the negation out; `third` has the verb agree with a name that comes in for "I"."""
    negation = negation_of(head)
    if negation is None:
        return words
    if negation == _fronted(head):
        return _without_support(_turned_back(words, head, negation), head)
    if negation.lower_ == "neither" and any(t.lower_ == "nor" for t in negation.head.children):
        return [Word("or", w.token) if w.text == "nor" else w for w in words if w.token != negation]
    if negation.lower_ == "neither" and negation.dep_ in SUBJECTS:
        return [Word("both") if w.token == negation else w for w in words]
    if negation.lower_ in INDEFINITE:
        return [Word(INDEFINITE[negation.lower_], None) if w.token == negation else w for w in words]
    if negation.lower_ == "no" and negation.head.lower_ == "one":
        if any(t.lower_ == "of" for t in children(negation.head, "prep")):
            return [w for w in words if w.token != negation and (w.token is None or w.token.lower_ not in POLAR)]
        return [Word("someone") if w.token == negation.head else w for w in words if w.token != negation]
    if negation.lower_ == "no":
        article = _article_for(negation)
        words = [w for w in words if w.token is None or w.token.lower_ != "such" or w.token.i != negation.i + 1]
        return [Word(article) if w.token == negation else w for w in words if w.token != negation or article]
    return _without_support([w for w in words if w.token != negation], head, third=third)


def _without_support(words: list[Word], head: Token, *, third: bool = False) -> list[Word]:
    """Drop the "do" of a negation and what only a negation brings: "did ever take" becomes "took"."""
    kept = [w for w in words if w.token is None or w.token.lower_ not in POLAR]
    support = next((t for t in head.children if t.dep_ == "aux" and t.lemma_ == "do"), None)
    if support is None:
        return [Word(CUT_MODALS.get(w.text.lower(), w.text), w.token) for w in kept]
    present = "VBZ" if third else "VBP"
    verb = inflect(head.lemma_, support.tag_ if support.tag_ not in ("VB", "VBP") else present) or head.text
    return [Word(verb, head) if w.token == head else w for w in kept if w.token != support]


def _fronted(head: Token) -> Token | None:
    """Return the head of "at no time" or "not once" where it opens a clause and turns it round: "did he …"."""
    subject = child(head, "nsubj", "nsubjpass")
    if subject is None:
        return None
    for opening in children(head, "prep", "advmod"):
        if opening.i > subject.i or not any(t.tag_[:2] in ("VB", "MD") for t in head.doc[opening.i : subject.i]):
            continue
        noun = child(opening, "pobj")
        if noun is not None and noun.lemma_.lower() in OCCASIONS and any(t.lower_ == "no" for t in noun.children):
            return opening
        if opening.lower_ == "once" and child(opening, "neg") is not None:
            return opening
    return None


def _turned_back(words: list[Word], head: Token, opening: Token) -> list[Word]:
    """Cut the fronted phrase and put the auxiliary behind the subject: "at no time had he" becomes "he had"."""
    phrase = set(opening.subtree)
    subject = {t for argument in children(head, "nsubj", "nsubjpass") for t in argument.subtree}
    kept = [w for w in words if w.token not in phrase]
    places = [at for at, w in enumerate(kept) if w.token in subject]
    if not places:
        return kept
    first, behind = places[0], places[-1] + 1
    turned = [w for w in kept[:first] if w.token is not None and w.token.tag_[:2] in ("VB", "MD")]
    return [*(w for w in kept[:first] if w not in turned), *kept[first:behind], *turned, *kept[behind:]]


def _article_for(negation: Token) -> str:
    """Return the "a" or "an" that takes the place of "no"; "" before a plural or what cannot be counted."""
    noun = negation.head
    if noun.head.lower_ in ("are", "were"):
        return ""
    if noun.tag_ != "NN" or noun.dep_ not in ("attr", "dobj", "nsubj", "nsubjpass") or noun.lemma_.lower() in UNCOUNTED:
        return ""
    following = next((t for t in negation.doc[negation.i + 1 :] if t.lower_ != "such"), noun)
    return "an" if following.lower_[:1] in "aeiou" else "a"


def negation_of(head: Token) -> Token | None:
    """Return the word that makes a clause negative: not, never, no, nobody, "at" of "at no time"; None without one."""
    direct = child(head, "neg") or _before_adjective(head) or _fronted(head)
    if direct is not None:
        return direct
    for argument in children(head, "nsubj", "nsubjpass", "attr", "dobj"):
        words = [argument, *(t for t in argument.children if t.dep_ in ("det", "neg", "predet", "cc", "preconj"))]
        found = next((t for t in words if t.lower_ == "no" or t.lower_ in INDEFINITE), None)
        if found is not None:
            return found
    return None


def _before_adjective(verb: Token) -> Token | None:
    """Return the "not" of "is not closed" where the parser hangs it on the adjective; "not only closed" is open."""
    said = child(verb, "acomp") if verb.lemma_ == "be" else None
    negation = child(said, "neg") if said is not None else None
    if said is None or negation is None:
        return None
    return negation if (negation.i, said.i) == (verb.i + 1, verb.i + 2) else None


def is_elliptical(head: Token, without: Sequence[Token] = ()) -> bool:
    """Tell whether a clause is no more than its subject and an auxiliary: "The others do not."."""
    auxiliary = head.lemma_ in ("be", "do", "have") or head.tag_ == "MD"
    beside = (t for t in head.children if not t.is_space and t not in without)
    return auxiliary and all(t.dep_ in ("nsubj", "neg", "punct", "cc", "advmod", "expl", "mark") for t in beside)
