"""Tell whether a proposition stands alone: a whole sentence, without a pronoun or "that plan" left over."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from spacy.tokens import Token

from claims.extraction.actor_words import HUMAN
from claims.extraction.contents import AUXILIARIES, INNER
from claims.extraction.deeds import EVENTS, NOMINAL
from claims.extraction.expletives import is_expletive
from claims.extraction.language import load_language
from claims.extraction.pronouns import NEUTER, PERSONS, PLURAL, is_person_noun, owns_something
from claims.extraction.syntax import FINITE, SAYING_PARTICIPLES, SUBJECTS, asks_inside, children, is_quoted
from claims.extraction.wording import DEMONSTRATIVES, FIRST_PLURAL, FIRST_SINGULAR, inflect, is_numeral

PUT_IN = frozenset("was were will would should had is has are did does".split()) | {
    done.split()[0] for done in (*EVENTS.values(), *NOMINAL.values())
}
"""Verbs that a proposition is given where its words have none with a tense."""
HANGING = frozenset("of from with by for at into during than as".split())
"""Prepositions that end no sentence."""
BELIEVING = frozenset("believe think argue insist".split())
"""Verbs that, like those of saying, end no sentence."""
CONDITIONS = ("if", "unless", "because", "although", "while", "until")
FIRST = FIRST_SINGULAR | {"mine"}
_NOTHING_SAID = re.compile(r"There (?:was|were) (?:an? )?\S+\.$")
"""A proposition that only names a thing: which one, stands elsewhere."""
PEOPLE = HUMAN | frozenset("anyone everyone somebody someone nobody anybody everybody one who".split())
"""Lemmas that "he" or "she" may take up inside a sentence."""
ANAPHORIC = frozenset("move matter question claim allegation accusation suggestion statement remark comment".split())
"""Nouns that alone say nothing: "the move" is one that was told of before."""
UNNAMED = ("he", "she", "they")
"""What is put in for "him", "her", "them" where nobody has a name for whom is meant."""
TOGETHER = FIRST_PLURAL.keys() | {"ours"}
ADDRESSED = frozenset("you your yours yourself".split())
"""Pronouns that, these only between quotation marks, say who is meant to those who were there. Of 32 propositions with
one that readers judged 3 stand alone, of the 208 others 85."""
SEVERAL = frozenset(
    "everyone anyone those who nobody we group party team each one both some many all family police staff".split()
)
"""Words without a plural form that "they" may take up."""
PERIODS = frozenset("year month week day morning afternoon evening night time weekend season decade century".split())
HERE = PERIODS | frozenset("country nation world planet state city town election campaign cycle point moment".split())
"""Nouns whose "this" is about when and where the words were said."""
RELATIVE_REACH = 4
"""Words among which the "which" of "many of which" stands."""
OPENING = 4
"""Words among which a pronoun may stand before the name that it is for: "For her, Roe said, …"."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """Hold a word of the proposition with its token; None for a word that was put in: part of a name."""

    text: str
    token: Token | None

    @property
    def is_noun(self) -> bool:
        return self.token is None or self.token.pos_ in ("NOUN", "PROPN")


def unplaced(text: str, tokens: Sequence[Token]) -> str | None:
    """Return the first word of a proposition that takes up something which it does not say; None when it stands alone.

    `tokens` are the words of the article from which the proposition was made. Of propositions that readers judged, 24
    of the 25 with such a word did not stand alone, and 39 of the 75 without.
    """
    return _unplaced(_aligned(text, tokens), tokens)


def is_whole(text: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a proposition has a subject and a main verb with a tense, and is no question's clause."""
    return _is_whole(_aligned(text, tokens), tokens)


def says_something(text: str, tokens: Sequence[Token], *, misread: bool) -> bool:
    """Tell whether a proposition is whole, unless the parser misread it, and says more than that there is a thing."""
    return _NOTHING_SAID.match(text) is None and (misread or is_whole(text, tokens))


def _unplaced(words: Sequence[_Placed], tokens: Sequence[Token]) -> str | None:
    if not any(word.is_noun or _is_somebody(word.token) for word in words):
        return words[0].text if words else None
    first_person = any(t.lower_ in FIRST for t in tokens)
    persons = any(t.lower_ in FIRST | PERSONS for t in tokens)
    for place, word in enumerate(words):
        if word.token is None and place == 0 and word.text.lower() in UNNAMED:
            return word.text
        put_in = (first_person and word.text.lower() in PERSONS) or (persons and word.text.lower() in NEUTER)
        before = [w for w in words[:place] if not (put_in and w.token is None)]
        if word.token is not None and _points_back(word.token, before, words[place + 1 :]):
            return word.text
    return None


def _is_whole(words: Sequence[_Placed], tokens: Sequence[Token]) -> bool:
    first = words[0].token if words else None
    if first is not None and first.tag_ in ("WP", "WDT", "WP$", "WRB") and first.lower_ != "when":
        return False
    if words and words[-1].token is not None and _is_cut_off(words[-1].token):
        return False
    opening = takewhile(lambda word: not word.is_noun, words[:RELATIVE_REACH])
    if any(_is_relative(word.token) for word in opening):
        return False
    inside = {word.token.i for word in words if word.token is not None}
    bare = [t for t in tokens if t.i not in inside and t.tag_ in ("VB", "VBP", "VBG", "VBN")]
    given = PUT_IN | {inflect(t.lemma_, tag) for t in bare for tag in ("VBD", "VBZ", "VBP")}
    verbs = [
        place
        for place, word in enumerate(words)
        if (word.text.lower() in given if word.token is None else _is_main_verb(word.token, inside, words[:place]))
    ]
    return any(_may_be_subject(word) for word in words[: max(verbs, default=0)])


def _is_relative(token: Token | None) -> bool:
    """Tell whether a word goes on from words outside: the "which" of "many of which were paid"."""
    return token is not None and token.tag_ in ("WDT", "WP") and token.i > 0 and token.nbor(-1).lower_ == "of"


def _is_somebody(token: Token | None) -> bool:
    """Tell whether a pronoun says by itself who is meant: "everyone", "those who stayed"."""
    if token is None or token.pos_ != "PRON":
        return False
    return token.lower_.endswith(("one", "body")) or bool(children(token, "relcl"))


def _is_cut_off(last: Token) -> bool:
    """Tell whether a sentence ends where more must follow: "the town has been", "representatives said"."""
    stranded = last.dep_ in ("prep", "prt") and bool(children(last.head, "auxpass"))
    points = last.lower_ in DEMONSTRATIVES and last.dep_ != "det"
    if (last.tag_ in ("DT", "CC", "TO", "PRP$", "WDT") and not points) or (last.lower_ in HANGING and not stranded):
        return True
    asked = any(t.tag_ == "WP" for t in children(last, "dobj"))
    speaking = last.lemma_.lower() in SAYING_PARTICIPLES | BELIEVING and last.tag_ in FINITE and not asked
    beneath = any(t.dep_ in ("relcl", "advcl", "acl") for t in (last, *last.ancestors))
    waits = last.pos_ == "AUX" and last.lower_ not in ("is", "are", "did", "does", "do", "be") and not beneath
    return speaking or waits


def _may_be_subject(word: _Placed) -> bool:
    return word.is_noun or (word.token is not None and word.token.pos_ in ("PRON", "DET", "NUM", "ADJ"))


def _is_main_verb(token: Token, inside: Container[int], before: Sequence[_Placed]) -> bool:
    verb = token.head if token.dep_ in AUXILIARIES else token
    if _is_filler(verb) or (token.tag_ not in FINITE and not _is_misread(token, inside, before)):
        return False
    while verb.head.i in inside and verb.head != verb:
        if verb.dep_ in ("relcl", "acl", "advcl") or asks_inside(verb):
            return False
        verb = verb.head
    return not any(t.i in inside and t.lower_ in CONDITIONS for t in children(verb, "mark"))


def _is_filler(verb: Token) -> bool:
    """Tell whether a verb only fills a pause: "you know", "I mean"."""
    speaks = any(t.lower_ in ("you", "i") for t in children(verb, "nsubj"))
    return verb.lemma_ in ("know", "mean", "guess") and speaks and not children(verb, "ccomp", "dobj", "xcomp")


def _is_misread(token: Token, inside: Container[int], before: Sequence[_Placed]) -> bool:
    """Tell whether a participle is a verb of the past, with its subject and no auxiliary ("police say killed two")."""
    if token.tag_ not in ("VB", "VBN") or children(token, *AUXILIARIES):
        return False
    follows_noun = token.tag_ == "VBN" and token.dep_ != "acl" and bool(before) and before[-1].is_noun
    return follows_noun or any(t.i in inside for t in children(token, "nsubj"))


def _aligned(text: str, tokens: Sequence[Token]) -> list[_Placed]:
    """Return the words of a text with the tokens that they are, in order."""
    words = [t.text for t in load_language().tokenizer(text)]
    matcher = SequenceMatcher(None, [w.lower() for w in words], [t.lower_ for t in tokens], autojunk=False)
    found = {a + k: tokens[b + k] for a, b, size in matcher.get_matching_blocks() for k in range(size)}
    return [_Placed(word, found.get(place)) for place, word in enumerate(words) if any(map(str.isalnum, word))]


def _points_back(token: Token, before: Sequence[_Placed], after: Sequence[_Placed]) -> bool:
    word = token.lower_
    if word == "our" and any(t.pos_ == "PROPN" for t in (token.head, token.head.head, *token.head.children)):
        return False
    if is_numeral(token):
        return False
    addressed = word in ADDRESSED and (
        is_quoted(token) or (token.i > 0 and token.nbor(-1).text in INNER and not before)
    )
    if word in FIRST | TOGETHER or addressed:
        return True
    if word in PERSONS:
        owner = token.tag_ == "PRP$" and (token.head.dep_ not in SUBJECTS or token.head.pos_ == "PROPN")
        ahead = after if owner or (token.dep_ == "pobj" and len(before) < OPENING) else ()
        owned = token.tag_ == "PRP$" and any(owns_something(w.token) for w in before if w.token is not None)
        return not owned and not any(_may_be_person(w) for w in before) and not any(_is_named(w) for w in ahead)
    if word in PLURAL:
        return not any(_may_be_several(w) for w in before)
    if word == "following" and token.dep_ == "amod":
        return True
    if word == "such" and token.dep_ == "amod" and not _is_compared(token):
        return not any(w.token is not None and w.token.lemma_ == token.head.lemma_ for w in before)
    if token.lemma_.lower() in ANAPHORIC and [t.lower_ for t in token.children] == ["the"]:
        return not any(w.token is not None and w.token.lemma_ == token.lemma_ for w in before)
    if word in NEUTER:
        return not is_expletive(token) and not any(_may_be_thing(w) for w in before)
    return word in DEMONSTRATIVES and _is_demonstrative(token, before)


def _is_compared(such: Token) -> bool:
    """Tell whether "such" says itself what it means: "such a storm that", "such goods as"."""
    behind = [t.lower_ for t in such.doc[such.i + 1 : such.sent.end]]
    return behind[:1] == ["a"] or "as" in behind or "that" in behind


def _is_named(word: _Placed) -> bool:
    return word.token is None or word.token.ent_type_ == "PERSON"


def _may_be_person(word: _Placed) -> bool:
    token = word.token
    return token is None or token.pos_ == "PROPN" or token.lemma_.lower() in PEOPLE or is_person_noun(token)


def _may_be_several(word: _Placed) -> bool:
    token = word.token
    if token is None:
        return word.text == "and" or word.text.endswith("s")
    plural = token.tag_ in ("NNS", "NNPS") or token.ent_type_ in ("ORG", "GPE", "NORP")
    return token.lower_ in SEVERAL or (word.is_noun and (plural or bool(children(token, "conj"))))


def _may_be_thing(word: _Placed) -> bool:
    token = word.token
    if token is None:
        return True
    return word.is_noun and token.tag_ in ("NN", "NNP") and token.ent_type_ not in ("PERSON", "DATE", "TIME")


def _is_demonstrative(token: Token, before: Sequence[_Placed]) -> bool:
    if token.tag_ in ("IN", "WDT") or token.pos_ == "SCONJ" or _takes_up_clause(token, before):
        return False
    if token.dep_ != "det":
        return not children(token, "relcl", "acl", "prep")
    noun = token.head
    if noun.lemma_.lower() in HERE and token.lower_ in ("this", "these"):
        return False
    if noun.lemma_.lower() in PERIODS and any(w.token is not None and w.token.ent_type_ == "DATE" for w in before):
        return False
    said = any(w.token is not None and w.token.lemma_ == noun.lemma_ for w in before)
    return not said and not children(noun, "relcl", "acl") and not any(t.lower_ == "of" for t in noun.children)


def _takes_up_clause(token: Token, before: Sequence[_Placed]) -> bool:
    """Tell whether a subject may take up a clause before it: "they changed the law, and that helped"."""
    if (token.head if token.dep_ == "det" else token).dep_ not in SUBJECTS:
        return False
    verbs = any(w.token is not None and w.token.pos_ == "VERB" and w.token != token.head for w in before)
    return verbs and any(w.is_noun for w in before)
