"""Turn a content's words into one standalone sentence: complementiser off, subject in, tense right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lemminflect import getInflection
from spacy.tokens import Doc, Token

from claims.extraction.lexicon import FALSEHOODS
from claims.types import Span

Namer = Callable[[Span], str | None]
"""Gives the name that a pronoun or short name stands for, or None."""

COMPLEMENTISERS = frozenset(("that", "whether", "if", "because"))
OPENERS = set("\"“”‘’'«»-–—:;,.…()[]") | {"--", "...", "``", "''"}
POSSESSIVES = {"his", "her", "its", "their", "my", "our"}
SUBJECT_DEPS = {"nsubj", "nsubjpass", "expl", "csubj"}
AUXILIARIES = {"aux", "auxpass"}
REPLACED = {"PRP", "PRP$"}
FIRST_SINGULAR = {"i", "me", "my", "myself"}
FIRST_PLURAL = {"we", "us", "our", "ourselves"}
TIME_WORDS = frozenset(
    "a an the same day week month earlier later before after again also then on at in afterwards".split()
)
FRONT = 7
"""Tokens among which a "that" may follow a phrase of time ("the same day that …")."""
IRREGULAR = {("lie", "VBD"): "lied"}
"""Where two verbs share a lemma, the sense that news has."""
ALLEGED = frozenset("alleged allegedly supposed supposedly reportedly purported purportedly so-called".split())
_MARK_BEFORE = re.compile(r"\s+([,.;:!?%)\]])")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word of the sentence in the making: its text and whether a space follows."""

    text: str
    token: Token | None = None

    @property
    def space(self) -> str:
        """Return what follows the word in the article, one space for a word that was put in."""
        return self.token.whitespace_ if self.token is not None else " "


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
    kept = list(tokens)
    while kept and (kept[0].text in OPENERS or kept[0].is_space or (opening and _joins(kept[0], kept))):
        kept.pop(0)
    if opening:
        kept = _from_complementiser(kept)
    while kept and (kept[-1].text in OPENERS or kept[-1].text in "?!" or kept[-1].is_space):
        kept.pop()
    return kept


def _joins(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a first word only hangs the content on its cue: "that …", "of blowing up …"."""
    if token.lower_ in COMPLEMENTISERS:
        return token.dep_ not in ("nsubj", "nsubjpass", "dobj", "det") and token.head in (
            head_of(tokens),
            token,
        )
    governed = any(token.head == other for other in tokens)
    return token.dep_ in ("prep", "agent", "cc") and not governed and len(tokens) > 1


def _from_complementiser(tokens: list[Token]) -> list[Token]:
    """Drop what stands before the "that" of the main clause: "a day earlier that he had left"."""
    head = head_of(tokens)
    mark = next((t for t in tokens if t.dep_ == "mark" and t.lower_ == "that" and t.head == head), None)
    mark = mark or next((t for t in tokens[1:FRONT] if t.lower_ == "that"), None)
    if mark is None or not all(_is_time(t) for t in tokens if t.i < mark.i and t.head != head):
        return tokens
    return [t for t in tokens if t.i > mark.i]


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or token.lower_ in TIME_WORDS or token.is_punct


def head_of(tokens: Sequence[Token]) -> Token | None:
    """Return the token that the others hang on: the first whose head lies outside, verbs preferred."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head == token]
    verbs = [token for token in roots if token.pos_ in ("VERB", "AUX")]
    spoken = [token for token in roots if not token.is_punct]
    return (verbs or spoken or list(tokens) or [None])[0]


def subject_of(head: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the grammatical subject of a verb among the tokens."""
    inside = {token.i for token in tokens}
    for child in head.children:
        if child.dep_ in SUBJECT_DEPS and child.i in inside:
            return child
    return None


def is_finite(head: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb has a tense of its own or through an auxiliary."""
    inside = {token.i for token in tokens}
    if head.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        child.i in inside and child.dep_ in AUXILIARIES and child.tag_ in ("VBD", "VBZ", "VBP", "MD")
        for child in head.children
    )


def render_clause(tokens: Sequence[Token], subject: str | None, namer: Namer, speaker: str | None = None) -> str:
    """Write tokens as a sentence; `subject` fills in for a gerund, an infinitive or a bare verb.

    A noun phrase becomes "There was …". `speaker` replaces the first person. Returns "" when nothing is left.
    """
    kept = trim(tokens)
    head = head_of(kept)
    if head is None:
        return ""
    words = [Word(token.text, token) for token in kept]
    if head.pos_ in ("VERB", "AUX"):
        words = _finite(words, head, kept, subject)
    elif head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in kept):
        words = _existence(words, head)
    return finish(name_pronouns(words, namer, speaker))


def _finite(words: list[Word], head: Token, tokens: Sequence[Token], subject: str | None) -> list[Word]:
    """Give a verb without tense its tense, and a verb without subject its subject."""
    if subject_of(head, tokens) is not None and is_finite(head, tokens):
        return words
    own = subject_of(head, tokens)
    if own is not None:
        return [_tensed(word, head, plural_token(own)) for word in words]
    if subject is None:
        return words
    front = [word for word in words if word.token is None or word.token.tag_ != "TO" or word.token.head != head]
    if is_finite(head, tokens):
        return [Word(subject), *front]
    infinitive = len(front) < len(words)
    if infinitive:
        return [Word(subject), Word("will"), *front]
    if head.tag_ == "VB":
        return words
    plural = " and " in subject
    return [Word(subject), *_verb_group(front, head, plural)]


def _verb_group(words: list[Word], head: Token, plural: bool) -> list[Word]:
    """Put the first verb of a gerund group ("having been taken", "not taking") into the past."""
    group = [
        word
        for word in words
        if word.token is not None
        and (word.token == head or (word.token.head == head and word.token.dep_ in AUXILIARIES))
    ]
    if not group:
        return words
    return [_tensed(word, group[0].token, plural) if word is group[0] else word for word in words]


def _tensed(word: Word, verb: Token | None, plural: bool) -> Word:
    if word.token is None or word.token != verb or word.token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return word
    if word.token.lower_ == "having":
        return Word("had", word.token)
    return Word(inflect(word.token.lemma_, "VBD", plural) or word.text, word.token)


def inflect(lemma: str, tag: str, plural: bool = False) -> str | None:
    """Return the form of a verb for a Penn tag; "be" in the past knows the plural."""
    if (lemma, tag) in IRREGULAR:
        return IRREGULAR[lemma, tag]
    forms = getInflection(lemma, tag=tag)
    if not forms:
        return None
    return str(forms[-1] if plural and len(forms) > 1 else forms[0])


def plural_token(token: Token) -> bool:
    """Tell whether a noun or pronoun, with what is coordinated with it, is plural."""
    return (
        token.tag_ in ("NNS", "NNPS")
        or token.lower_ in ("they", "we", "these", "those")
        or any(child.dep_ == "conj" for child in token.children)
    )


def _existence(words: list[Word], head: Token) -> list[Word]:
    """Turn a noun phrase into "There was …": a denied thing is denied to exist or to have happened."""
    if words[0].token is not None and words[0].token.lower_ in ("any", "all", "the"):
        words = words[1:]
    verb = "were" if plural_token(head) else "was"
    lead = [Word("There"), Word(verb)]
    first = words[0].token if words else None
    if verb == "was" and head.tag_ == "NN" and first is not None and not _has_determiner(first, head):
        lead.append(Word("an" if first.text[:1].lower() in "aeiou" else "a"))
    return [*lead, *words]


def _has_determiner(first: Token, head: Token) -> bool:
    return (
        first.dep_ in ("det", "poss", "nummod")
        or first.tag_ in ("DT", "PRP$", "NNP", "CD")
        or (first == head and not any(child.dep_ == "amod" for child in head.children))
    )


def name_pronouns(words: Sequence[Word], namer: Namer, speaker: str | None) -> list[Word]:
    """Replace the first pronoun for each person or body by its name."""
    named: set[str] = set()
    result: list[Word] = []
    for word in words:
        token = word.token
        if token is not None and _is_label(token):
            continue
        name = _name_for(token, namer, speaker) if token is not None and _may_be_named(token) else None
        if token is None or name is None or name in named or _is_plain(name, result, token):
            result.append(_agreeing(word, speaker))
            continue
        if token.lower_ not in FIRST_SINGULAR:
            named.add(name)
        possessive = token.tag_ == "PRP$"
        result.append(Word(f"{name}’s" if possessive else name, token))
    return result


def _is_plain(name: str, before: Sequence[Word], token: Token) -> bool:
    """Tell whether a word needs no name: it is the name, or a pronoun after a sentence part that names it."""
    if token.tag_ == "NNP" or token.lower_ in FIRST_SINGULAR:
        return bool(name == token.text)
    last = name.split()[-1]
    return any(last in word.text.split() for word in before)


def _may_be_named(token: Token) -> bool:
    """Tell whether a word is a pronoun, or a surname on its own."""
    if token.tag_ in REPLACED:
        return True
    alone = token.dep_ != "compound" and not any(t.dep_ in ("compound", "amod", "nummod") for t in token.children)
    return bool(token.tag_ == "NNP") and token.ent_type_ == "PERSON" and alone


def _is_label(token: Token) -> bool:
    """Tell whether a word is the narrator's doubt about what follows ("the fake recall", "was allegedly seen")."""
    return token.lower_ in ALLEGED or (token.dep_ in ("amod", "compound") and token.lower_ in FALSEHOODS)


def _name_for(token: Token, namer: Namer, speaker: str | None) -> str | None:
    if token.lower_ in FIRST_SINGULAR:
        return speaker
    if token.lower_ in FIRST_PLURAL:
        return None
    return namer(Span(token.idx, token.idx + len(token.text)))


def _agreeing(word: Word, speaker: str | None) -> Word:
    """Let a verb agree with the speaker's name where it stood beside "I"."""
    token = word.token
    if token is None or speaker is None or token.tag_ != "VBP":
        return word
    verb = token if token.dep_ not in AUXILIARIES else token.head
    if not any(child.dep_ in SUBJECT_DEPS and child.lower_ == "i" for child in verb.children):
        return word
    return Word(inflect(token.lemma_, "VBZ") or word.text, token)


def finish(words: Sequence[Word]) -> str:
    """Join words into a sentence with a capital and a full stop."""
    text = join(words)
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def join(words: Sequence[Word]) -> str:
    """Join words as they would be printed; words that stood apart get one space."""
    text = "".join(_spaced(words, index) for index in range(len(words)))
    return _balanced(_MARK_BEFORE.sub(r"\1", _SPACES.sub(" ", text)).strip(" ,;:–—-"))


def _spaced(words: Sequence[Word], index: int) -> str:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    adjacent = (
        following is not None
        and word.token is not None
        and following.token is not None
        and following.token.i == word.token.i + 1
    )
    return word.text + (word.space if adjacent else " ")


def _balanced(text: str) -> str:
    """Drop quotation marks that lost their partner when the content was cut."""
    for opening, closing in (("“", "”"), ("‘", "’")):
        if opening == "‘":
            continue
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
