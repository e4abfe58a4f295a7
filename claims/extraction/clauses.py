"""Turn a content's words into one standalone sentence: subject in, tense right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lemminflect import getAllLemmas
from spacy.tokens import Token

from claims.extraction.contents import AUXILIARIES, OPENERS, head_of, is_finite, subject_of, trim
from claims.extraction.lexicon import UNCOUNTED
from claims.extraction.syntax import FINITE, children, is_quoted
from claims.extraction.wording import Namer, Word, finish, inflect, name_pronouns

_VOWEL = re.compile(r"[aeio]|u(?!ni|s[ei])", re.IGNORECASE)
"""How a word begins that takes "an"."""
_BEHIND_NOUN = re.compile(r"(?<=\w)(?:,| (?:about|at|by|for|from|in|of|on|that|to|which|who|with)\b)")
"""What ends the noun of a phrase."""
SUBJECT_FORMS = {"us": "we", "me": "I", "him": "he", "her": "she", "them": "they"}
"""What a pronoun is where its verb gets a tense: "for us to go" becomes "we will go"."""
TAKING = ("have", "be")
"""Verbs without a clause of their own."""
RELATED = ("relcl", "acl", "advcl", "ccomp")
"""What a clause is that a phrase has in it: "a plan that would cut rents"."""
SEEN = frozenset("see find feel think consider believe keep".split())
"""Verbs of how something is seen, which need no "to be"."""
TENSED = ("VBD", "VBZ", "VBP")
UNTENSED = ("be", "being", "have", "having")
"""Forms of an auxiliary before which a negation stands, and behind which it stands once they have a tense."""


def render_clause(
    tokens: Sequence[Token], subject: str | None, namer: Namer, speaker: str | None = None, *, tense: str = ""
) -> str:
    """Write tokens as a sentence; `subject` fills in for a gerund, an infinitive or a bare verb.

    An infinitive is about the future ("vowed to win"), with the Penn tag of a tense about what was or is ("claimed to
    be ill"). A noun phrase becomes "There was …". `speaker` replaces the first person. Returns "" when nothing is left.
    """
    kept = trim(tokens)
    head = head_of(kept)
    if head is None:
        return ""
    words = [
        Word(_inner(token, place), token) for place, token in enumerate(kept) if not (place and marks_second(token))
    ]
    if head.pos_ in ("VERB", "AUX"):
        words = _finite(words, head, kept, subject, tense)
    elif head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not _is_clause(tokens, kept):
        words = _existence(words, head)
    return finish(name_pronouns(words, namer, speaker))


def _is_clause(tokens: Sequence[Token], kept: Sequence[Token]) -> bool:
    """Tell whether words are a clause, also one whose verb the parser misses: "that coffee reduces the risk"."""
    first = next((t for t in tokens if t.text not in OPENERS), None)
    told = first is not None and first.lower_ == "that" and first.tag_ == "IN" and any(t.tag_ == "VBN" for t in kept)
    return told or any(t.tag_ in FINITE and (t.tag_ != "MD" or t.head.dep_ not in RELATED) for t in kept)


def _inner(token: Token, place: int) -> str:
    """Return a word as it is written at a place in a sentence: an article that opened one loses its capital."""
    return str(token.lower_ if place and token.is_sent_start and token.pos_ == "DET" else token.text)


def _opens_with_noun(tokens: Sequence[Token], head: Token) -> bool:
    """Tell whether the subject of a clause stands before it, hung elsewhere by the parser."""
    first = next((t for t in tokens if not t.is_punct and t.pos_ not in ("DET", "ADJ", "NUM", "ADV")), None)
    named = first is not None and first.i < head.i and first.pos_ in ("NOUN", "PROPN", "PRON")
    return named and first is not None and first.ent_type_ not in ("DATE", "TIME")


def _doer(gerund: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the noun that opens a clause and does what its gerund says: the soldiers of "soldiers looting shops"."""
    group = {gerund, *children(gerund, "aux", "auxpass", "neg", "advmod")}
    before = [t for t in tokens if t.i < min(t.i for t in group)]
    hung = gerund.dep_ in ("acl", "pcomp") or (bool(before) and _goes_before(before[-1], gerund))
    doer = before[-1] if before and hung else None
    while doer is not None and doer.head in before:
        doer = doer.head
    starts_with_it = doer is not None and doer.pos_ in ("NOUN", "PROPN", "PRON") and doer.left_edge == tokens[0]
    verbal = any(t.tag_ == "VBG" for t in group)
    return doer if starts_with_it and verbal else None


def _goes_before(noun: Token, gerund: Token) -> bool:
    """Tell whether a noun is the father of "bragged about her father teaching her", of which the parser makes two."""
    return bool(gerund.dep_ == "advcl" and noun.dep_ == "pobj" and noun.head.head == gerund.head)


def _raised_object(head: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the mayor of "reported the mayor to be dead", which the parser takes for what was reported."""
    to = next((t for t in head.children if t.tag_ == "TO"), None)
    things = children(head.head, "dobj") if to is not None and head.dep_ == "xcomp" else []
    return next((t for t in things if t in tokens and to is not None and t.right_edge.i + 1 == to.i), None)


def marks_second(token: Token) -> bool:
    """Tell whether a word is the "that" of "and that …", where the first "that" was dropped."""
    return bool(token.lower_ == "that" and token.dep_ == "mark" and token.nbor(-1).tag_ == "CC")


def _finite(words: list[Word], head: Token, tokens: Sequence[Token], subject: str | None, tense: str) -> list[Word]:
    """Give a verb without tense its tense, and a verb without subject its subject."""
    if subject_of(head, tokens) is not None and is_finite(head, tokens):
        return words
    if head.tag_ == "VBG" and head.i and head.nbor(-1).tag_ == "IN" and head.nbor(-1).lower_ == "that":
        return words
    if head.tag_ == "VBG" and any(t.tag_ in TENSED for t in children(head, "dep") if t in tokens):
        return words  # "videos purporting to show X are old", of which the parser loses the verb
    if head.tag_ == "VBG" and head == tokens[0] and head.lemma_ in TAKING and children(head, "ccomp"):
        return words  # "having Roe here helps", of which the parser makes "Roe helps" what is had
    own = subject_of(head, tokens) or _doer(head, tokens) or _raised_object(head, tokens)
    if own is not None:
        words = [Word(SUBJECT_FORMS.get(own.lower_, w.text), w.token) if w.token == own else w for w in words]
        to = next((t for t in head.children if t.tag_ == "TO" and t.i > own.i), None)
        known = [word for word in words if to is None or word.token != to]
        if to is not None and not tense and head.lemma_ != "be":
            first = next((t for t in children(head, "aux", "auxpass") if t.i > to.i), head)
            return [Word(f"will {w.text}", w.token) if w.token == first else w for w in known]
        if to is None and head.tag_ == "VB" and plural_token(own):
            return words
        if _is_state(head):
            return _with_be(words, head, plural=plural_token(own))
        return _verb_group(known, head, plural_token(own), tense)
    if subject is None or (is_finite(head, tokens) and _opens_with_noun(tokens, head)):
        return words
    if head.tag_ == "VB" and len(tokens) > 1 and tokens[1].tag_ == "TO" and tokens[0].pos_ == "PRON":
        return [Word("will", w.token) if w.token == tokens[1] else w for w in words]
    front = [word for word in words if word.token is None or word.token.tag_ != "TO" or word.token.head != head]
    if is_finite(head, tokens):
        return [Word(subject), *front] if _lacks_subject(head, tokens) else front
    infinitive = len(front) < len(words)
    perfect = head.tag_ == "VBN" and any(t.lower_ == "have" and t.dep_ in AUXILIARIES for t in head.children)
    if infinitive and (tense or perfect):
        return [Word(subject), *_verb_group(front, head, is_plural(subject), tense)]
    if infinitive:
        return [Word(subject), Word("will"), *front]
    if head.tag_ == "VB":
        return words
    if _is_state(head):
        return [Word(subject), *_with_be(front, head, plural=is_plural(subject))]
    return [Word(subject), *_verb_group(front, head, is_plural(subject))]


def _is_state(participle: Token) -> bool:
    """Tell whether a participle says how somebody is seen or feels: "feel trapped", "see the others best placed"."""
    bare = participle.tag_ == "VBN" and not children(participle, *AUXILIARIES)
    return bare and participle.dep_ in ("acomp", "ccomp", "oprd") and participle.head.lemma_ in SEEN


def _with_be(words: list[Word], participle: Token, *, plural: bool) -> list[Word]:
    """Put "is" or "was" before a participle and its adverbs."""
    now = participle.head.tag_ in ("VBZ", "VBP")
    form = ("are" if plural else "is") if now else ("were" if plural else "was")
    first = min([participle.i, *(t.i for t in children(participle, "advmod") if t.i < participle.i)])
    at = next((place for place, w in enumerate(words) if w.token is not None and w.token.i == first), 0)
    return [*words[:at], Word(form), *words[at:]]


def _lacks_subject(head: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a clause begins with its verb, and is not the rest of a quotation whose subject was cut off."""
    group = {head, *children(head, "aux", "auxpass", "neg")}
    before = [t for t in tokens if t.i < min(t.i for t in group) and not t.is_punct]
    return not is_quoted(head) and all(t.pos_ in ("ADV", "PART") for t in before)


def _verb_group(words: list[Word], head: Token, plural: bool, tense: str = "") -> list[Word]:
    """Put the first verb of a gerund group ("having been taken", "not taking") into a tense, the past by default."""
    group = [
        word
        for word in words
        if word.token is not None
        and (word.token == head or (word.token.head == head and word.token.dep_ in AUXILIARIES))
    ]
    if not group:
        return words
    negation = next(
        (w for w in words if w.token is not None and w.token.lower_ == "not" and w.token.head == head), None
    )
    if negation is not None and words.index(negation) < words.index(group[0]) and group[0].text in UNTENSED:
        rest = [word for word in words if word is not negation]
        at = rest.index(group[0]) + 1
        words = [*rest[:at], negation, *rest[at:]]
    bare = head.tag_ in ("VB", "VBG") and head.lemma_ != "be" and group[0].token == head
    if negation is not None and bare and words.index(negation) < words.index(group[0]):
        kept = [word for word in words if word is not negation]
        return [Word(f"did not {head.lemma_}", head) if word is group[0] else word for word in kept]
    joined = [t for t in children(head, "conj") if t.tag_ == "VBG"] if bare and head.tag_ == "VBG" else []
    return [
        _tensed(word, word.token, plural, tense or "VBD") if word is group[0] or word.token in joined else word
        for word in words
    ]


def _tensed(word: Word, verb: Token | None, plural: bool, tense: str) -> Word:
    if word.token is None or word.token != verb or word.token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return word
    name = word.text[:1].isupper() and not word.token.is_sent_start
    if name or (word.token.tag_ == "VBN" and word.text.endswith("ed")):
        return word
    if word.token.lower_ == "having":
        return Word("had", word.token)
    tag = "VBP" if plural and tense == "VBZ" else tense
    return Word(inflect(word.token.lemma_, tag, plural) or word.text, word.token)


def is_plural(subject: str) -> bool:
    """Tell whether words for a subject take "were": "the claims of the mayor", "Roe and Poe"."""
    noun = "".join(_BEHIND_NOUN.split(subject)[0].split()[-1:])
    lemmas = getAllLemmas(noun, upos="NOUN").get("NOUN", (noun,))
    known = subject.lower() in ("they", "these", "those", "we") or noun in ("people", "police")
    return known or " and " in subject or (noun.islower() and noun not in lemmas)


def plural_token(token: Token) -> bool:
    """Tell whether a noun or pronoun, with what is coordinated with it, is plural."""
    return (
        token.tag_ in ("NNS", "NNPS")
        or token.lower_ in ("they", "them", "we", "these", "those")
        or any(child.dep_ == "conj" for child in token.children)
    )


def _existence(words: list[Word], head: Token) -> list[Word]:
    """Turn a noun phrase into "There was …": a denied thing is denied to exist or to have happened."""
    opening = words[0].token.lower_ if words[0].token is not None else ""
    bare = words[0].token == head and head.i > 0 and head.nbor(-1).lower_ in ("no", "any")
    counted = bare and any(t.lower_ == "between" for t in head.children)  # "no link between smoke and cancer"
    known = opening == "the" and not _is_only_one(head)
    if known or opening in ("any", "all"):
        words = words[1:]
    verb = "were" if plural_token(head) else "was"
    lead = [Word("There"), Word(verb)]
    first = words[0].token if words else None
    if (
        verb == "was"
        and head.tag_ == "NN"
        and first is not None
        and head.lemma_.lower() not in UNCOUNTED
        and (known or counted or opening == "any" or not _has_determiner(first, head))
    ):
        if first.lower_ == "such":
            return [*lead, words[0], Word("a"), *words[1:]]
        lead.append(Word("a" if not _VOWEL.match(first.text) else "an"))
    if first is not None and first.is_sent_start and first.pos_ in ("DET", "NUM", "ADJ"):
        words = [Word(first.lower_, first), *words[1:]]
    return [*lead, *words]


def _is_only_one(noun: Token) -> bool:
    """Tell whether "the attack" is no attack among others: the first, the largest."""
    return any(t.tag_ == "JJS" or t.lower_ in ("only", "first", "last", "same") for t in noun.lefts)


def _has_determiner(first: Token, head: Token) -> bool:
    return (
        first.dep_ in ("det", "predet", "poss", "nummod")
        or first.lower_ == "such"
        or first.is_currency
        or first.text.endswith("$")
        or first.tag_ in ("DT", "PRP$", "NNP", "CD")
        or (first == head and not any(child.dep_ == "amod" for child in head.children))
    )
