"""Ask a parsed sentence what belongs to what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.types import Span

FINITE = ("VBD", "VBZ", "VBP", "MD")
"""Tags of verbs that have a tense."""
SUBJECTS = ("nsubj", "nsubjpass")
"""Dependencies of a subject with a verb of its own."""
COMPLEMENTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd")
"""Dependencies of what a verb may be complete with."""
TOLD_BARE = frozenset("claim report rumor rumour allegation suggestion speculation".split())
"""Nouns whose clause may follow without "that": "reports she took a picture"."""
SHOWING_NOUNS = frozenset("video footage photo photograph picture image clip screenshot recording".split())
"""What shows a scene: "a video in which Roe slaps a guard"."""
WITHOUT_OBJECT = frozenset("die happen occur exist arrive disappear vanish resign retire drown collapse".split())
"""Verbs that never have an object: what "the story that he had died" says is that he had."""
TELLING_OF = frozenset(
    "make spread write tell repeat publish share hear read see reject deny invent post file raise give issue release "
    "dismiss bring start circulate report peddle push post carry print run cite use mention know dispute refute".split()
)
"""What is done with a report: "the rumour that Roe spread" is no rumour of what Roe did."""

_QUOTED = "words between quotation marks"
_TEXT = "text"
"""Where a doc keeps its own text."""
_MARK = re.compile(r"\n|[“”\"]|''")


def subtree_span(token: Token, *, without: Iterable[Token] = ()) -> Span:
    """Return the characters from the first to the last token below `token`, less the subtrees in `without`."""
    cut = {inner.i for outer in without for inner in outer.subtree}
    kept = [inner for inner in token.subtree if inner.i not in cut and not inner.is_space]
    return token_range(kept or [token])


def token_range(tokens: Sequence[Token]) -> Span:
    """Return the characters from the first to the last of the tokens."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last.text))


def whole_text(doc: Doc) -> str:
    """Return the text of an article, joined once: a doc joins its words anew whenever it is asked."""
    data = doc.user_data
    if _TEXT not in data:
        data[_TEXT] = doc.text
    return str(data[_TEXT])


def sentence_at(doc: Doc, position: int) -> TokenSpan:
    """Return the sentence that holds a character."""
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    return span.sent if span is not None and len(span) else next(doc.sents)


def start_before(token: Token, sentences: int) -> int:
    """Return where the sentence begins that stands so many before a token's own, or the text."""
    first = int(token.sent.start)
    for _ in range(sentences):
        first = int(token.doc[first - 1].sent.start) if first > 0 else first
    return first


def doer_beside(token: Token) -> Token | None:
    """Return who does something to "him" and is not him: the Lee of "Lee gave him money", "Lee spoke to him"."""
    place = token.head if token.dep_ == "pobj" else token
    done_to = place.dep_ in ("dobj", "dative", "prep", "agent") and token.dep_ != "poss"
    reflexive = token.lower_.endswith(("self", "selves"))
    return child(place.head, "nsubj", "nsubjpass") if done_to and not reflexive else None


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children with one of these dependencies."""
    if not (token.n_rights or token.n_lefts):
        return []
    return [child for child in token.children if child.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of these dependencies."""
    if token.n_rights or token.n_lefts:
        for below in token.children:
            if below.dep_ in deps:
                return below
    return None


def objects(word: Token) -> list[Token]:
    """Return what a word has as objects, with and without a preposition."""
    return [*children(word, "dobj"), *(t for p in children(word, "prep") for t in children(p, "pobj"))]


def is_added(token: Token) -> bool:
    """Tell whether a clause does not say which thing is meant, but more of it: ", which was built in 1990"."""
    return bool(token.dep_ in ("relcl", "acl") and token.left_edge.i and token.left_edge.nbor(-1).text == ",")


def that_clause(noun: Token) -> Token | None:
    """Return the verb of the clause that says what a shell noun holds ("claims that X", "report claiming X").

    A relative clause ("the report that he wrote") is none.
    """
    for verb in children(noun, "acl", "ccomp", "relcl", "appos"):
        if _states(verb, noun):
            return verb
        if verb.tag_ == "VBG" and verb.lemma_ in SAYING_PARTICIPLES:
            inner = child(verb, "ccomp")
            if inner is not None:
                return inner
    made = [t for verb in children(noun, "acl") if verb.tag_ == "VBN" for t in children(verb, "ccomp")]
    return next((t for t in made if t.left_edge.lower_ == "that"), None) or _said_in(noun) or _shown_in(noun)


def _shown_in(noun: Token) -> Token | None:
    """Return the clause of "a video in which Roe slaps a guard"."""
    shown = noun.lemma_.lower() in SHOWING_NOUNS
    clauses = [t for t in children(noun, "relcl") if shown and _opens_with(t, "in", "which")]
    return next((t for t in clauses if children(t, "nsubj", "nsubjpass")), None)


def _said_in(noun: Token) -> Token | None:
    """Return the clause of "a posting on a website that said X"."""
    for verb in noun.subtree:
        if verb.dep_ == "relcl" and verb.lemma_ in SAYING_PARTICIPLES and verb.i > noun.i:
            subject, inner = child(verb, "nsubj"), child(verb, "ccomp")
            carried = subject is not None and subject.lower_ in ("that", "which")
            own = subject is not None and subject.tag_ == "PRP" and _opens_with(verb, "in", "which")
            if inner is not None and (carried or own):
                return inner
    return None


def _opens_with(clause: Token, *words: str) -> bool:
    first = clause.left_edge.i
    return [t.lower_ for t in clause.doc[first : first + len(words)]] == list(words)


def _states(verb: Token, noun: Token) -> bool:
    """Tell whether a clause below a noun is a whole statement, not one about the noun."""
    subjects = children(verb, "nsubj", "nsubjpass", "expl", "csubj")
    own = [s for s in subjects if s.tag_ not in ("WDT", "WP") and s.lower_ != "that"]
    if not own:
        return False
    if any(s.lower_ == "that" and s.i < own[0].i for s in subjects):
        return True  # a second subject: "a claim that votes had been added"
    opening = min((t for t in verb.subtree if t.i > noun.i), key=lambda t: t.i, default=verb)
    if (
        verb.dep_ in ("relcl", "acl")
        and child(verb, "nsubjpass") is not None
        and opening.tag_ not in ("IN", "WRB", "WP")
    ):
        return True
    if opening.lower_ == "that" and (opening.dep_ == "dobj" or (opening.dep_ == "pobj" and opening.head == verb)):
        return is_surplus(opening)
    told_of = verb.lemma_.lower() in TELLING_OF and verb.tag_ in ("VBD", "VBZ", "VBP")
    if opening.lower_ == "that" and told_of and not children(verb, *COMPLEMENTS):
        return False
    if verb.dep_ in ("relcl", "acl") and follows_bare(verb, noun):
        return verb.lemma_.lower() not in TELLING_OF or any(t.i > verb.i for t in children(verb, *COMPLEMENTS))
    return verb.dep_ == "ccomp" or (opening.lower_ in ("that", "whether") and opening.dep_ in ("mark", "det"))


def follows_bare(verb: Token, noun: Token) -> bool:
    """Tell whether a clause stands right behind "claims", "reports", without a "that"."""
    behind = any(subject.left_edge.i == noun.i + 1 for subject in children(verb, *SUBJECTS, "expl"))
    return behind and noun.lemma_.lower() in TOLD_BARE


def is_surplus(that: Token) -> bool:
    """Tell whether a "that" which the parser took for an object opens a clause which has its objects already."""
    verb = that.head
    whole = verb.dep_ == "xcomp" and that.i < verb.head.i
    told = verb.head.lemma_.lower() in TOLD_BARE and verb.lemma_.lower() not in TELLING_OF
    return (
        whole or told or verb.lemma_.lower() in WITHOUT_OBJECT or any(t != that for t in children(verb, *COMPLEMENTS))
    )


SAYING_PARTICIPLES = frozenset("claim allege say suggest state assert report indicate announce".split())


def of_phrase(noun: Token) -> Token | None:
    """Return the noun or gerund that says what a shell noun is about ("allegations of fraud")."""
    for preposition in children(noun, "prep"):
        if preposition.lower_ in ("of", "about", "regarding", "concerning", "over", "into"):
            inner = child(preposition, "pobj", "pcomp")
            if inner is not None:
                return inner
    return None


def possessor(noun: Token) -> Token | None:
    """Return who a saying belongs to: "Ukraine's claims", "claims by Ukraine", "a claim made by Ukraine"."""
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in ("its", "their", "his", "her", "my", "our"):
        return owner
    made = [t for verb in children(noun, "acl") if verb.tag_ == "VBN" for t in children(verb, "agent")]
    behind = [noun.nbor()] if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "by" else []
    for preposition in (*children(noun, "prep", "agent"), *made, *behind):
        if preposition.lower_ in ("by", "from"):
            return child(preposition, "pobj")
    return owner


def is_quoted(token: Token) -> bool:
    """Tell whether a word stands between quotation marks that its paragraph opened."""
    data = token.doc.user_data
    if _QUOTED not in data:
        data[_QUOTED] = _quoted_words(token.doc)
    return token.i in data[_QUOTED]


def _quoted_words(doc: Doc) -> frozenset[int]:
    """Return the places of the words between quotation marks, in one pass."""
    marks, seen, found = list(_MARK.finditer(whole_text(doc))), Counter[str](), []
    marks.reverse()
    for token in doc:
        while marks and marks[-1].end() <= token.idx:
            mark = marks.pop().group()
            if mark == "\n":
                seen.clear()
            seen[mark] += 1
        if seen["“"] > seen["”"] or seen['"'] % 2 or seen["''"] % 2:
            found.append(token.i)
    return frozenset(found)


def asks_inside(verb: Token) -> bool:
    """Tell whether a verb is that of a question inside a sentence: "the bank, what it does and how it works"."""
    main = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    first = main.left_edge
    return bool(first.head == main and first.tag_ in ("WP", "WRB") and first.lower_ != "when")


def opens_sentence(token: Token) -> bool:
    """Tell whether a word is the first of its sentence, marks left aside."""
    return bool(token == next((t for t in token.sent if not t.is_punct and not t.is_space), None))
