"""Find the words of a content that say something: tokens of its spans, their head, what only joins them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Token

from claims.extraction.lexicon import CALLED, DENIAL_VERBS
from claims.extraction.syntax import FINITE, child, children, is_quoted, is_surplus
from claims.types import Span

COMPLEMENTISERS = frozenset(("that", "whether", "if", "because"))
OPENERS = set("\"“”‘’'«»-–—:;,.…()[]") | {"--", "...", "``", "''"}
QUOTES = ('"', "“", "«", "''", "``")
INNER = ("'", "‘", "’")
"""Marks of a quotation inside a quotation."""
LINKS = frozenset(
    (
        "in addition|on top of that|on the top of that|for example|for instance|as a result|in fact|of course|"
        "in other words|by contrast|in contrast|after all|at the same time|above all|to be sure|that said|at any rate|"
        "in any case|among other things|other things|on the other hand|on the contrary|in short|more importantly|"
        "most importantly|to that end|even so|in a way|look|listen|like|folks|you know|so yeah|believe me|come on|"
        "be clear|let 's be clear|let ’s be clear|let us be clear|let me be clear|make no mistake|to be clear|"
        "to be fair|to be honest|first of all|well first of all|second of all|not to mention|turns out|"
        "the truth is|the fact is|the thing is|the point is|the reality is"
    ).split("|")
)
"""What ties a sentence to the one before, or only stresses it, a comma behind it."""
LONGEST_LINK = 5
"""Words of the longest of them."""
STRESSING = ("the fact is that", "the truth is that", "the reality is that", "the point is that")
"""What only stresses the clause that follows."""
TYING = ("so", "now")
"""Adverbs that only go on from what was said before, where no adjective follows ("so many")."""
ADVERBIAL = frozenset("during after before since until till despite while unlike throughout in amid without".split())
"""Prepositions that no cue asks for: "during the trip" belongs to what is said."""
PAIRED = ("either", "neither", "both", "nor", "not")
CIRCUMSTANCES = ("as", "when", "while", "after", "before", "since", "until")
"""What opens the clause that says when a thing was told of."""
GRANTING = ("while", "although", "though")
"""What opens a clause that a denial grants and does not deny."""
ADDING = frozenset("accuse add argue attribute blame call claim deny describe dismiss insist reject say".split())
"""Verbs by whose participle a text goes on to tell what the same speaker said."""
SPELLS = ("minute", "hour", "day", "week", "month", "year")
CONCESSIONS = ("despite", "contrary", "notwithstanding")
DASHES = ("—", "–", "--")
OBJECTS = ("dobj", "pobj", "attr", "appos")
SUBJECT_DEPS = {"nsubj", "nsubjpass", "expl", "csubj"}
AUXILIARIES = {"aux", "auxpass"}
TIME_WORDS = frozenset(
    "a an the same day week month earlier later before after again also then on at in afterwards".split()
)
FRONT = 7
"""Tokens among which a "that" may follow a phrase of time ("the same day that …")."""


def tokens_of(doc: Doc, spans: Iterable[Span]) -> list[Token]:
    """Return the tokens that the spans touch, in order, without line breaks."""
    chosen: dict[int, Token] = {}
    for span in spans:
        piece = doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in piece if piece is not None else ():
            if not token.is_space:
                chosen[token.i] = token
    return [chosen[i] for i in sorted(chosen)]


def trim(tokens: Sequence[Token], *, opening: bool = True) -> list[Token]:
    """Cut quotation marks and other punctuation off both ends, and what only joins the words to the cue."""
    kept = _without_relative(_without_adverb(_without_false_start(tokens))) if opening else list(tokens)
    while kept and (
        kept[0].text in OPENERS or kept[0].is_space or kept[0].tag_ == "POS" or (opening and _joins(kept[0], kept))
    ):
        kept.pop(0)
    if opening:
        kept = _from_complementiser(kept)
        kept = kept[2:] if [t.lower_ for t in kept[:2]] == ["in", "which"] else kept
    kept = _without_rest(kept)
    while kept and _is_loose_end(kept[-1]) and not _closes_bracket(kept):
        kept.pop()
    return kept


def _closes_bracket(tokens: Sequence[Token]) -> bool:
    """Tell whether the last word is the bracket that a mere phrase ends with: "by women (61 percent)"."""
    opening = next((place for place in range(len(tokens) - 1, 0, -1) if tokens[place].text == "("), 0)
    phrase = not any(t.tag_ in FINITE for t in tokens[opening:])
    return tokens[-1].text == ")" and opening > 0 and phrase


def _is_loose_end(token: Token) -> bool:
    """Tell whether a last word says nothing: a mark, an "and", the "as" before a name that was cut off."""
    return bool(
        token.text in OPENERS or token.text in "?!" or token.is_space or token.tag_ == "CC" or token.text == "as"
    )


def _without_rest(tokens: list[Token]) -> list[Token]:
    """Cut off what a semicolon begins and a verb does not follow: "she was exempted; he"."""
    last = max((place for place, t in enumerate(tokens) if t.text == ";"), default=0)
    return tokens[:last] if last and not any(t.pos_ in ("VERB", "AUX") for t in tokens[last:]) else tokens


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """Cut what stands between two dashes: "Lee—the actor of the film—had died" says that Lee had died."""
    dashes = [place for place, t in enumerate(tokens) if t.text in DASHES]
    if len(dashes) != 2:
        return list(tokens)
    kept = [*tokens[: dashes[0]], *tokens[dashes[1] + 1 :]]
    return kept if any(t.pos_ in ("VERB", "AUX") for t in tokens[dashes[1] + 1 :]) else list(tokens)


def without_concession(tokens: Sequence[Token]) -> list[Token]:
    """Drop what a denial stands against, which is not denied: "…, despite a report stating the contrary"."""
    against = {t.i for token in tokens if token.lower_ in CONCESSIONS and _concedes(token) for t in token.subtree}
    granted = [t.head for t in tokens if t.lower_ in GRANTING and t.dep_ == "mark" and t.head.dep_ == "advcl"]
    against |= {t.i for clause in granted if clause in tokens for t in clause.subtree}
    rest = trim([t for t in tokens if t.i not in against])
    return rest or list(tokens)


def _concedes(word: Token) -> bool:
    """Tell whether a word opens what something stands against: "contrary to what posts claim", "despite claims"."""
    to = word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"
    return bool(word.dep_ == "prep" or (word.lower_ == "contrary" and to and word.head != word))


def without_contrast(tokens: Sequence[Token]) -> list[Token]:
    """End words told indirectly before ", while footage showed smoke", ", even as he left", which the text adds."""
    for place, token in enumerate(tokens):
        clause = token.head
        even = token.lower_ == "even" and place + 1 < len(tokens) and tokens[place + 1].lower_ == "as"
        clause = tokens[place + 1].head if even else clause
        adds = even or (token.lower_ in ("while", "whereas") and token.dep_ == "mark" and clause.dep_ == "advcl")
        if place > 1 and adds and tokens[place - 1].text == "," and child(clause, "nsubj", "nsubjpass") is not None:
            return list(tokens) if is_quoted(token) else trim(list(tokens[:place]))
    return list(tokens)


def without_afterthought(tokens: list[Token], cue: Token) -> list[Token]:
    """End words told indirectly where the text goes on: ", attributing X to Y", ", a day before Z", ", but he differs".

    What is said now, behind what was said then, is the text's.
    """
    for place, token in enumerate(tokens):
        if place < 2 or tokens[place - 1].text != "," or is_quoted(token):
            continue
        saying = token.tag_ == "VBG" and token.lemma_.lower() in ADDING
        clause = token.head if token.lower_ == "but" else None
        now = next((t for t in children(clause, "conj") if t.i > token.i), None) if clause is not None else None
        told = now is not None and now.tag_ in ("VBZ", "VBP") and not children(now, "mark")
        differs = cue.tag_ == "VBD" and told and now is not None and child(now, "nsubj") is not None
        if saying or differs or _is_dated(tokens[place:]):
            return trim(tokens[: place - 1])
    return tokens


def _is_dated(tokens: Sequence[Token]) -> bool:
    """Tell whether words are "a day before he left", "two hours after the fire"."""
    words = [t.lower_ for t in tokens[:3]]
    counted = len(words) == 3 and (words[0] in ("a", "an", "just") or tokens[0].tag_ == "CD")
    return counted and words[1].rstrip("s") in SPELLS and words[2] in ("after", "before")


def without_circumstance(tokens: list[Token], cue: Token | None) -> list[Token]:
    """Drop when a thing was told of, which the content says of the telling: "reported a fire as the storm hit"."""
    thing = child(cue, "dobj") if cue is not None else None
    if cue is None or thing is None or thing not in tokens or thing.pos_ != "NOUN":
        return tokens
    later = [t for t in children(cue, "advcl") if t in tokens and t.i > thing.i and not is_quoted(t)]
    clause = next((t for t in later if t.left_edge.lower_ in CIRCUMSTANCES), None)
    return trim([t for t in tokens if t.i < clause.left_edge.i]) if clause is not None else tokens


def within_marks(tokens: Sequence[Token]) -> list[Token]:
    """Return the clause that another is quoted with, without where he said it: "'the lake shrinks' in an interview"."""
    first = next((t for t in tokens if t.text not in INNER), None)
    if first is None or not first.i or first.nbor(-1).text not in INNER or first.nbor(-1).whitespace_:
        return list(tokens)
    closing = next((place for place, t in enumerate(tokens) if t.i > first.i and _closes(t)), 0)
    inner, rest = [t for t in tokens[:closing] if t.i >= first.i], tokens[closing + 1 :]
    whole = any(t.tag_ in FINITE for t in inner) and bool(rest) and rest[0].pos_ == "ADP"
    return inner if whole and not any(t.tag_ in FINITE for t in rest) else list(tokens)


def _closes(mark: Token) -> bool:
    return mark.text in INNER and not mark.nbor(-1).whitespace_ and bool(mark.whitespace_)


def without_at_all(tokens: Sequence[Token]) -> list[Token]:
    """Drop the "at all" of a denial: that the dam was hit at all is denied by denying that it was hit."""
    phrase = {
        i
        for t in tokens
        if t.lower_ == "at" and t.i + 1 < len(t.doc)
        for i in (t.i, t.i + 1)
        if t.nbor().lower_ == "all"
    }
    return [t for t in tokens if t.i not in phrase] or list(tokens)


def _without_false_start(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop what is said again behind a dash: "We will – we will look at it"."""
    spoken = [t for t in tokens if not t.is_quote]
    dash = next((place for place, t in enumerate(spoken) if t.text in (*DASHES, "--")), 0)
    again = [t.lower_ for t in spoken[dash + 1 : 2 * dash + 1]]
    return spoken[dash + 1 :] if dash > 1 and again == [t.lower_ for t in spoken[:dash]] else tokens


def _without_adverb(tokens: Sequence[Token]) -> list[Token]:
    """Drop the words that tie a sentence to the one before: "Instead, …", "And so …", "Well, …"."""
    spoken = [t for t in tokens if t.text not in OPENERS]
    if len(spoken) < 2:
        return list(tokens)
    first, second = spoken[:2]
    if " ".join(t.lower_ for t in spoken[:4]) in STRESSING:
        return _without_adverb([t for t in tokens if t.i > spoken[3].i])
    if (first.text, second.text) == ("I", "mean"):
        return _without_adverb([t for t in tokens if t.i > second.i and t.text not in OPENERS])
    if (first.pos_ in ("ADV", "CCONJ", "INTJ") or _is_addressed(first)) and _before_comma(first):
        return _without_adverb([t for t in tokens if t.i > first.i + 1])
    comma = next((place for place, t in enumerate(spoken[:LONGEST_LINK]) if _before_comma(t)), None)
    if comma is not None and " ".join(t.lower_ for t in spoken[: comma + 1]) in LINKS:
        return _without_adverb([t for t in tokens if t.i > spoken[comma].i + 1])
    going_on = second.pos_ in ("PRON", "DET", "PROPN", "ADP", "NOUN") or second.tag_ == "VBG"
    begins = first.tag_ == "CC" or (first.lower_ in TYING and going_on)
    return (
        _without_adverb([t for t in tokens if t.i > first.i]) if begins and first.lower_ not in PAIRED else list(tokens)
    )


def _is_addressed(name: Token) -> bool:
    """Tell whether a name is that of who is spoken to: "“Anna, I never took it”"."""
    return name.dep_ == "npadvmod" and name.ent_type_ == "PERSON" and child(name.head, *SUBJECT_DEPS) is not None


def _before_comma(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and bool(token.nbor().text == ",")


def _without_relative(tokens: list[Token]) -> list[Token]:
    """Drop a relative pronoun that is the subject of the cue: the "that" of "a story that promises you will float"."""
    first = tokens[0] if len(tokens) > 2 else None
    relative = first is not None and first.tag_ in ("WDT", "WP") and first.dep_ == "nsubj"
    return tokens[1:] if relative and first is not None and first.head not in tokens else tokens


def without_answers(tokens: Sequence[Token]) -> list[Token]:
    """Cut the clause in which another one answers: ", which he denied" is no part of what he is accused of."""
    clauses = [t for t in tokens if t.dep_ == "relcl" and t.left_edge in tokens]
    answers = [t for t in clauses if t.lemma_.lower() in DENIAL_VERBS or _calls_something(t)]
    cut = {inner.i for verb in answers for inner in verb.subtree}
    cut |= {verb.head.i for verb in answers if verb.head.lower_ == "something"}
    return [t for t in tokens if t.i not in cut] or list(tokens)


def _calls_something(verb: Token) -> bool:
    """Tell whether a clause is that of "something that Roe called ridiculous"."""
    return verb.head.lower_ == "something" and verb.lemma_.lower() in CALLED


def _joins(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a first word only hangs the content on its cue: "that …", "of blowing up …"."""
    if token.lower_ in COMPLEMENTISERS:
        if token.lower_ == "that" and token.tag_ == "IN":
            return len(tokens) > 1 and tokens[1].pos_ not in ("AUX", "VERB")
        if token.lower_ == "that" and token.dep_ == "dobj":
            return is_surplus(token)
        if token.lower_ == "that" and token.dep_ == "det" and token.head.dep_ in SUBJECT_DEPS:
            return _is_new(token.head) and token.i > 0 and token.nbor(-1).pos_ == "VERB"
        if token.lower_ == "if" and (token.text == "If" or token.head.dep_ == "advcl"):
            return False
        return token.dep_ not in ("nsubj", "nsubjpass", "dobj", "det") and token.head in (
            head_of(tokens),
            token,
        )
    governed = any(token.head == other for other in tokens)
    opens = bool(token.i) and token.nbor(-1).text in QUOTES
    tied = token.dep_ in ("prep", "agent", "cc") and token.lower_ not in ADVERBIAL and not (opens and token.is_title)
    return tied and not governed and len(tokens) > 1


def _is_new(noun: Token) -> bool:
    """Tell whether a noun is spoken of for the first time, so that a "that" before it does not point at it."""
    return not any(t.lemma_ == noun.lemma_ for t in noun.doc[: noun.i])


FEWEST = 3
"""Words of a clause with its "that" at least."""


def _from_complementiser(tokens: list[Token]) -> list[Token]:
    """Drop what stands before the "that" of the main clause: "a day earlier that he had left"."""
    head = head_of(tokens)
    mark = next((t for t in tokens if t.dep_ == "mark" and t.lower_ == "that" and t.head == head), None)
    mark = mark or next((t for t in tokens[1:FRONT] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if mark is None and len(tokens) > FEWEST and _opens_clause(*tokens[:3]) and any(t.tag_ in FINITE for t in tokens):
        return tokens[1:]
    if mark is None or (head is not None and head.i < mark.i and child(head, *SUBJECT_DEPS) is not None):
        return tokens
    if not all(_is_time(t) for t in tokens if t.i < mark.i and t.head != head):
        return tokens
    return [t for t in tokens if t.i > mark.i]


def _opens_clause(that: Token, first: Token, second: Token) -> bool:
    """Tell whether a "that" which the parser takes for a pronoun opens a clause: "told him in May that tea is bad"."""
    if that.text != "that" or that.is_sent_start or not that.i or not that.nbor(-1).is_alpha:
        return False
    verbal = first.pos_ in ("AUX", "VERB") and second.tag_ not in FINITE
    return that.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON", "VERB") and not verbal and first.pos_ not in ("ADV", "PART")


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or token.lower_ in TIME_WORDS or token.is_punct


def head_of(tokens: Sequence[Token]) -> Token | None:
    """Return the token that the others hang on: the first whose head lies outside, verbs preferred."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if (head_at := token.head.i) not in inside or head_at == token.i]
    verbs = [
        token
        for token in roots
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "prep"
        if not _has_purpose(token, roots) and not _only_describes(token, roots)
    ]
    spoken = [token for token in roots if not token.is_punct]
    head = (verbs or spoken or list(tokens) or [None])[0]
    return _verb_of_titled(head, inside) or head


def _verb_of_titled(noun: Token | None, inside: Collection[int]) -> Token | None:
    """Return the verb of "that the coach Ada Roe will quit", which the parser hangs on the coach."""
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ not in ("ccomp", "ROOT"):
        return None
    clause = next((t for t in noun.children if t.dep_ == "relcl" and t.i in inside), None)
    subject = next((t for t in clause.children if t.dep_ in SUBJECT_DEPS), None) if clause is not None else None
    named = subject is not None and subject.pos_ == "PROPN" and subject.left_edge.i == noun.i + 1
    return clause if named else None


def _only_describes(verb: Token, roots: Sequence[Token]) -> bool:
    """Tell whether a bare participle describes the thing before it: "31 of the ballots cast"."""
    if verb.tag_ != "VBN" or any(t.dep_ in SUBJECT_DEPS | AUXILIARIES for t in verb.children):
        return False
    return any(t.pos_ == "NOUN" and t.dep_ in OBJECTS and t.i < verb.i for t in roots)


def _has_purpose(verb: Token, roots: Sequence[Token]) -> bool:
    """Tell whether an infinitive only says what the thing before it is for: "new rules to help the fishermen"."""
    to = next((t for t in verb.children if t.tag_ == "TO"), None)
    return to is not None and any(t.i < to.i and t.pos_ == "NOUN" and t.dep_ in OBJECTS for t in roots)


def subject_of(head: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the grammatical subject of a verb among the tokens, also where the parser hung it on an auxiliary."""
    inside = {token.i for token in tokens}
    for verb in (head, *children(head, "aux", "auxpass")):
        for subject in children(verb, *SUBJECT_DEPS):
            if subject.i in inside:
                return subject
    return None


def is_finite(head: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb has a tense of its own or through an auxiliary."""
    inside = {token.i for token in tokens}
    if head.tag_ in FINITE:
        return True
    helping = [t for verb in (head, *children(head, "aux")) for t in children(verb, *AUXILIARIES)]
    return any(t.i in inside and t.tag_ in FINITE for t in helping)


def text_of(tokens: Sequence[Token]) -> str:
    """Return the words as they are read, with one space where others were left out."""
    return "".join(token.text + gap for token, gap in gapped(tokens)).strip()


def gapped(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield each token with the space that follows it; tokens that do not stand side by side get one."""
    for token, following in zip_longest(tokens, tokens[1:]):
        apart = following is None or following.i != token.i + 1
        yield token, " " if apart else token.whitespace_
