"""Put words together to a sentence: pronouns named, spaces, capital and full stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from lemminflect import getInflection
from spacy.tokens import Token

from claims.extraction.contents import AUXILIARIES, INNER, SUBJECT_DEPS, trim
from claims.extraction.syntax import is_added, is_quoted
from claims.types import Span

Namer = Callable[[Span], str | None]
"""Gives the name that a pronoun or short name stands for, or None."""
REPLACED = {"PRP", "PRP$", "WP$"}
FIRST_SINGULAR = {"i", "me", "my", "myself"}
FIRST_PLURAL = {"we": "it", "us": "it", "our": "its", "ourselves": "itself"}
"""With what stands for each once the body that speaks has been named."""
TITLES = frozenset("Majesty Majesties Highness Holiness Excellency Honor Honour Lordship Ladyship Grace".split())
"""What somebody is called by with a pronoun that is of nobody else: "Her Majesty"."""
PARTIAL = ("compound", "appos", "nmod", "attr", "amod", "npadvmod")
"""What a noun is to another that says who is meant, or of whom it is said."""
NUMBERED = ("compound", "nmod", "nummod", "amod", "npadvmod", "appos", "punct")
"""What an "I" is to another word that is a number."""
PARTS = frozenset("Act Book Chapter Class Part Phase Stage Title Type Volume War".split())
"""What is counted with an "I" behind it."""
IRREGULAR = {("lie", "VBD"): "lied"}
"""Where two verbs share a lemma, the sense that news has."""
CONTRACTED = {"'ve": "has", "’ve": "has", "'m": "is", "’m": "is", "'re": "is", "’re": "is"}
"""What a contraction beside "I" becomes beside the speaker's name."""
BRACKETED = 6
"""Words among which a bracket closes that holds a name."""
DEMONSTRATIVES = ("this", "that", "these", "those")
DEFINITE = ("the", *DEMONSTRATIVES)
ALLEGED = frozenset("alleged allegedly supposed supposedly reportedly purported purportedly so-called".split())
SHAM = frozenset("fake bogus hoax phony phoney made-up debunked discredited fabricated untrue".split())
"""What the narrator calls a thing of which somebody tells as real."""
_MARK_BEFORE = re.compile(r"\s+([,.;:!?%)\]])")
_LETTER = re.compile(r"(?:\[(\w)\]|^(\w)\])(?=\w)")
"""A letter in brackets at the head of a word, whose first bracket may have been cut off."""
_UNCLOSED = re.compile(r"\s*\([^)]*$")
"""A bracket that the end of the words left open, with what stands in it."""
_LONE_MARK = re.compile(r"(?:(?<=\s)|^)[‘']+(?=\w)")
_CLOSING_MARK = re.compile(r"(?<=[\w.,!?])[’']+(?=[\s.,;:!?]|$)")
_PLACED = re.compile(r"(.*\b[a-z]+) (?:in|at|from|for|near|on|with|to|behind) ")
"""A common noun with its place behind it."""
_SPACES = re.compile(r"\s+")
_RESUMED = re.compile(r"[”\"] [“\"](?=\w)")
"""Where a quotation goes on behind the words that tell of it."""
_TWICE = re.compile(r"\b(the|a|an) [“\"]?(?=(?:the|a|an)\b)", re.IGNORECASE)
"""An article before a quotation that begins with its own."""


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word of the sentence in the making: its text and whether a space follows."""

    text: str
    token: Token | None = None

    @property
    def space(self) -> str:
        """Return what follows the word in the article, one space for a word that was put in."""
        return self.token.whitespace_ if self.token is not None else " "


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold who speaks a content, for filling in subjects and the first person."""

    subject: str | None
    """Who did what a gerund says: the speaker's name; None when unknown."""
    namer: Namer
    speaker: str | None = None
    """Who "I" is; None when nobody is named."""


def inflect(lemma: str, tag: str, plural: bool = False) -> str | None:
    """Return the form of a verb for a Penn tag; "be" in the past knows the plural."""
    if (lemma, tag) in IRREGULAR:
        return IRREGULAR[lemma, tag]
    forms = getInflection(lemma, tag=tag)
    if not forms:
        return None
    return str(forms[-1] if plural and len(forms) > 1 else forms[0])


def name_pronouns(words: Sequence[Word], namer: Namer, speaker: str | None) -> list[Word]:
    """Replace the first pronoun for each person or body by its name."""
    named: set[str] = set()
    result: list[Word] = []
    land: Token | None = None
    words = _name_descriptions(_with_bracketed_names(words), namer)
    named_first = speaking(words, namer, speaker)
    inner = _in_inner_marks(words)
    for place, word in enumerate(words):
        token = word.token
        if token is not None and (_is_allegation(token) or token == land):
            continue
        if token in inner and token is not None and token.lower_ in FIRST_SINGULAR:
            result.append(word)
            continue
        name = _name_for(token, namer, speaker) if token is not None and _may_be_named(token) else None
        if token is not None and name in named and token.lower_ in FIRST_PLURAL:
            result.append(Word(FIRST_PLURAL[token.lower_], token))
            continue
        if token is None or name is None or name in named or _is_plain(name, result, token):
            result.append(_agreeing(word, named_first, inner))
            continue
        if token.tag_ in REPLACED and token.lower_ not in FIRST_SINGULAR and _is_named_in(name, words[place + 1 :]):
            result.append(_agreeing(word, named_first, inner))
            continue
        if token.lower_ not in FIRST_SINGULAR:
            named.add(name)
        if is_own_land(token) or (is_own_client(token) and name != speaker):
            land = token.head
            result.append(Word(name))
            continue
        result.append(Word(_owner(name) if token.tag_ in ("PRP$", "WP$") else name, token))
    return result


def is_own_land(token: Token) -> bool:
    """Tell whether a word is the "our" of "our country", which a country's name takes the place of."""
    return token.lower_ == "our" and token.head.i == token.i + 1 and token.head.lower_ in ("country", "nation")


def is_own_client(token: Token) -> bool:
    """Tell whether a word is the "his" of "his client", which the client's name takes the place of."""
    return token.tag_ == "PRP$" and token.head.i == token.i + 1 and token.head.lower_ in ("client", "clients")


def _in_inner_marks(words: Sequence[Word]) -> frozenset[Token]:
    """Return the words that another is quoted with inside a quotation: "she said 'my life is over' and left"."""
    found: list[Token] = []
    opened: list[Token] | None = None
    for word in words[1:]:
        token = word.token
        if token is None or not is_quoted(token):
            continue
        if token.text in INNER:
            opens = bool(token.i) and bool(token.nbor(-1).whitespace_)
            found += [] if opens or opened is None else opened
            opened = [] if opens else None
        elif opened is not None:
            opened.append(token)
    last = opened[-1] if opened else None
    ends = last is not None and any(t.text in INNER for t in last.doc[last.i + 1 : last.i + 3])
    return frozenset([*found, *(opened if ends and opened else ())])


def _with_bracketed_names(words: Sequence[Word]) -> list[Word]:
    """Put the name for the pronoun where the article gives it in brackets: "he (Roe) would go", "he [Roe]"."""
    result: list[Word] = []
    place = 0
    while place < len(words):
        token, name = words[place].token, _bracketed_name(words[place + 1 : place + BRACKETED])
        if token is not None and token.tag_ in REPLACED and name:
            *first, last = name
            result += [*first, Word(_owner(last.text)) if token.tag_ == "PRP$" else last]
            place = next(at for at in range(place, len(words)) if words[at].text in (")", "]")) + 1
        elif token is not None and token.ent_type_ == "PERSON" and name and words[place + 1].text == "[":
            result += [words[place], *(Word(w.text) for w in name)]  # "Bill [Lund]"
            place = next(at for at in range(place, len(words)) if words[at].text == "]") + 1
        else:
            result.append(words[place])
            place += 1
    return result


def _bracketed_name(words: Sequence[Word]) -> list[Word]:
    """Return the name in the brackets with which words begin, without an owner's mark; empty for anything else."""
    end = next((place for place, word in enumerate(words) if word.text in (")", "]")), 0)
    inner = list(words[1:end]) if words and words[0].text in ("(", "[") else []
    inner = inner[:-1] if inner and inner[-1].text in ("'s", "’s") else inner
    return inner if all(w.token is not None and w.token.pos_ == "PROPN" for w in inner) else []


def _owner(name: str) -> str:
    """Write whose something is: "the staff in Arvo" owns "the staff’s troops", and "Bank of Orsk" keeps its name."""
    described = _PLACED.match(name)
    noun = described[1] if described is not None else name
    return noun + ("’" if noun.endswith("s") else "’s")


def speaking(words: Sequence[Word], namer: Namer, speaker: str | None) -> frozenset[str]:
    """Return the pronouns of the first person that a name takes the place of: a verb beside them must agree."""
    named = {"i"} if speaker is not None else set[str]()
    ours = (w.token for w in words if w.token is not None and w.token.lower_ == "we")
    if any(namer(Span(t.idx, t.idx + len(t.text))) is not None for t in ours):
        named.add("we")
    return frozenset(named)


def _name_descriptions(words: Sequence[Word], namer: Namer) -> list[Word]:
    """Replace "the British singer" by the name where it is no part of a longer description and the name is not near."""
    result, place = list[Word](), 0
    given = set[str]()
    while place < len(words):
        length = _description_length(words[place:])
        first = words[place].token
        last = words[place + length - 1].token if length else None
        name = namer(Span(first.idx, last.idx + len(last.text))) if first is not None and last is not None else None
        if name is None or name in given or _is_named_in(name, [*words[:place], *words[place + max(length, 1) :]]):
            result.append(words[place])
            place += 1
        else:
            given.add(name)
            result.append(Word(name, last))
            place += length
    return result


def _description_length(words: Sequence[Word]) -> int:
    """Return how many words "the", adjectives and a noun are together; 0 where none begin here or more follows."""
    first = words[0].token
    if (
        first is None
        or first.lower_ not in DEFINITE
        or first.dep_ != "det"
        or first.head.pos_ != "NOUN"
        or first.head.dep_ in PARTIAL
    ):
        return 0
    noun = first.head
    last = _of_state(noun) or noun
    behind = [t for t in noun.children if t.i > noun.i and t.text not in ("'s", "’s") and not t.is_punct]
    if any(not is_added(t) and last not in t.children for t in behind):
        return 0
    tokens = [word.token for word in words[: last.i - first.i + 1]]
    return len(tokens) if tokens[-1] == last else 0


def _of_state(noun: Token) -> Token | None:
    """Return the state of "the former secretary of state"."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return after[1] if noun.lower_ == "secretary" and [t.lower_ for t in after] == ["of", "state"] else None


def _is_named_in(name: str, after: Sequence[Word]) -> bool:
    """Tell whether the name follows: then the pronoun before it is somebody else ("she is not Roe's wife")."""
    last = name.split()[-1]
    return any(last in word.text.split() for word in after)


def _is_plain(name: str, before: Sequence[Word], token: Token) -> bool:
    """Tell whether a word needs no name: it is the name, or a pronoun after a sentence part that names it."""
    if token.tag_ == "NNP" or token.lower_ in FIRST_SINGULAR:
        return bool(name == token.text)
    last = name.split()[-1]
    return any(last in word.text.split() for word in before)


def is_numeral(token: Token) -> bool:
    """Tell whether an "I" is a number: "the Orsk I site", "World War I"."""
    if token.text != "I" or not token.i:
        return False
    before = token.nbor(-1)
    named = before.text in PARTS or (before.pos_ == "PROPN" and before.dep_ not in SUBJECT_DEPS)
    return token.dep_ in NUMBERED or named


def _may_be_named(token: Token) -> bool:
    """Tell whether a word is a pronoun, or a surname on its own."""
    if is_numeral(token):
        return False
    if token.tag_ == "PRP$" and token.head.text in TITLES:
        return False
    if token.lower_ == "us" and token.i > 1 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["one", "of"]:
        return False
    if token.tag_ in REPLACED:
        return not token.lower_.endswith(("self", "selves")) or token.lower_ in FIRST_PLURAL
    alone = token.dep_ != "compound" and not any(t.dep_ in ("compound", "amod", "nummod") for t in token.children)
    of_thing = token.head.lower_ == "of" and token.head.head.tag_ == "NNP" and token.i == token.head.head.i + 2
    alone = alone and not of_thing  # not the David of "Star of David"
    return bool(token.tag_ == "NNP") and token.ent_type_ not in ("DATE", "GPE", "NORP") and alone


def _is_allegation(token: Token) -> bool:
    """Tell whether a word is the narrator's doubt about what follows ("the fake recall", "was allegedly seen").

    Of "sold fake passports" it says what they are.
    """
    if token.lower_ in ALLEGED:
        due = token.i + 1 < len(token.doc) and token.nbor().tag_ == "TO"
        return bool(token.head.dep_ != "relcl") and not due
    known = any(t.dep_ in ("det", "poss") for t in token.head.children)
    return known and token.dep_ in ("amod", "compound") and token.lower_ in SHAM


def _name_for(token: Token, namer: Namer, speaker: str | None) -> str | None:
    if token.lower_ in FIRST_SINGULAR:
        return speaker
    return namer(Span(token.idx, token.idx + len(token.text)))


def _is_named(token: Token) -> bool:
    """Tell whether a word is a name, or a pronoun for which one may stand ("he'd" becomes "Lee had")."""
    return token.tag_ == "NNP" or (token.tag_ == "PRP" and token.lower_ in ("he", "she", "it", "they"))


def _in_full(token: Token) -> str:
    """Return the auxiliary that a contraction stands for."""
    mark = str(token.lower_).replace("’", "'")
    if mark == "'d":
        passive = any(t.dep_ == "auxpass" and t.tag_ == "VB" for t in token.head.children)
        return "had" if token.head.tag_ == "VBN" and not passive else "would"
    if mark == "'s":
        if any(word.lower_ == "being" for word in token.doc[token.i + 1 : token.i + 3]):
            return "is"
        if token.lemma_ == "have":
            return "has"
        active = any(child.dep_ == "dobj" for child in token.head.children)
        perfect = token.head.tag_ == "VBN" and (token.dep_ == "aux" or active or token.head.lower_ == "had")
        return "has" if perfect or (token.head.tag_ == "VBD" and token.dep_ in AUXILIARIES) else "is"
    return {"'ll": "will", "'re": "are", "'ve": "have"}.get(mark, mark)


def _agreeing(word: Word, speaking: Container[str], inner: Container[Token]) -> Word:
    """Let a verb agree with the name that stands where "I" or "we" stood; `speaking` are those that were named.

    Those in `inner` were not.
    """
    token = word.token
    if token is not None and token.lower_[:1] in "'’" and token.pos_ == "AUX" and token.i:
        before = token.nbor(-1)
        if _is_named(before) or (before.lower_ in speaking and token.tag_ == "MD"):
            return Word(_in_full(token), token)
    present = token is not None and (token.tag_ == "VBP" or token.lower_ in CONTRACTED)
    if token is None or not (present or (token.tag_ == "VBD" and token.lemma_ == "be")):
        return word
    verb = token if token.dep_ not in AUXILIARIES else token.head
    while verb.dep_ == "conj" and not any(child.dep_ in SUBJECT_DEPS for child in verb.children):
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_DEPS and child not in inner]
    if any(map(_is_joined, subjects)) or not any(child.lower_ in speaking for child in subjects):
        return word
    singular = "was" if token.tag_ == "VBD" else inflect(token.lemma_, "VBZ")
    return Word(CONTRACTED.get(token.lower_) or singular or word.text, token)


def _is_joined(subject: Token) -> bool:
    """Tell whether others stand beside a subject: "Roe and I", also where the parser hangs the verb on Roe."""
    misread = subject.i > 0 and subject.nbor(-1).lower_ == "and" and subject.head.head.pos_ == "PROPN"
    return misread or any(t.dep_ == "conj" for t in subject.children)


def finish(words: Sequence[Word]) -> str:
    """Join words into a sentence with a capital and a full stop."""
    text = join(words)
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def phrase(tokens: Sequence[Token], voice: Voice) -> str:
    """Write a part of a sentence, its pronouns named."""
    return join(name_pronouns([Word(t.text, t) for t in trim(tokens, opening=False)], voice.namer, voice.speaker))


def join(words: Sequence[Word]) -> str:
    """Join words as they would be printed; words that stood apart get one space."""
    text = "".join(_spaced(words, index) for index in range(len(words)))
    text = _RESUMED.sub(" ", text)
    told = _TWICE.sub("", _MARK_BEFORE.sub(r"\1", _SPACES.sub(" ", text)))
    return _SPACES.sub(" ", _balanced(told.strip(" ,;:–—-")))


def _spaced(words: Sequence[Word], index: int) -> str:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    adjacent = (
        following is not None
        and word.token is not None
        and following.token is not None
        and following.token.i == word.token.i + 1
    )
    if following is not None and adjacent and not word.space and _was_contracted(following):
        return word.text + " "
    return word.text + (word.space if adjacent else " ")


def _was_contracted(word: Word) -> bool:
    """Tell whether a word stands in full for a contraction: the "is" of "I'm" after the speaker's name."""
    return word.token is not None and not word.token.text[0].isalnum() and word.text[:1].isalnum()


def _without_lone_bracket(text: str) -> str:
    """Drop the first closing bracket that none opens, and whatever else is left over of a pair."""
    if text.count(")") == text.count("(") + 1:
        opened = 0
        for place, letter in enumerate(text):
            opened += (letter == "(") - (letter == ")")
            if opened < 0:
                return text[:place] + text[place + 1 :]
    return text if text.count("(") == text.count(")") else text.replace("(", "").replace(")", "")


def _balanced(text: str) -> str:
    """Drop marks that lost their partner when the content was cut, and the brackets of "[w]e"."""
    text = _LETTER.sub(r"\1\2", text)
    if text.count("[") != text.count("]"):
        text = text.replace("[", "").replace("]", "")
    if text.count("(") != text.count(")"):
        text = _without_lone_bracket(_UNCLOSED.sub("", text))
    text = _LONE_MARK.sub("", text) if len(_LONE_MARK.findall(text)) > len(_CLOSING_MARK.findall(text)) else text
    if text.count("''") % 2:
        text = text.replace("''", "")
    if text.count("“") != text.count("”") or text.find("”") < text.find("“"):
        text = text.replace("“", "").replace("”", "")
    return text.replace('"', "") if text.count('"') % 2 else text
