"""Turn the words of a content into a proposition, or find that they only point at one said elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claims.extraction.clauses import (
    Namer,
    Word,
    finish,
    head_of,
    inflect,
    join,
    name_pronouns,
    plural_token,
    render_clause,
    trim,
)
from claims.extraction.lexicon import ACCUSE, FALSEHOODS, HEARSAY, NAMING, SHELL_NOUNS, SHELL_PRONOUNS
from claims.extraction.syntax import SAYING_PARTICIPLES, child, children, of_phrase, that_clause
from claims.types import Stance

DEED = ("of", "for", "with", "over", "on")
"""Prepositions before what somebody is accused of."""
POLAR = ("yet", "either", "any", "ever")
"""Words that only a negation brings."""
INDEFINITE = {"nobody": "somebody", "nothing": "something", "none": "some", "neither": "a"}
"""Words that deny by themselves, and what they deny."""
CUT_MODALS = {"wo": "will", "ca": "can", "sha": "shall"}
LABELS = frozenset("absurd propaganda slander smear fiction fantasy fable exaggeration politically motivated".split())
LABEL = 6
"""Most words of a name given to what is denied."""
EMPTY = ("PRON", "AUX", "PART", "DET", "ADV", "CCONJ", "PUNCT")
OPPOSITE = ("the", "contrary", "opposite", "otherwise")
SHOWING = frozenset(
    "show indicate suggest prove confirm reveal demonstrate count detect observe see find spot identify track".split()
)
"""What a speaker's evidence does."""
CALLED = ("call", "describe", "label", "brand", "term", "characterize", "characterise")
EVENTS = {
    "death": "died",
    "demise": "died",
    "passing": "died",
    "suicide": "committed suicide",
    "arrest": "was arrested",
    "detention": "was detained",
    "killing": "was killed",
    "murder": "was murdered",
    "assassination": "was assassinated",
    "kidnapping": "was kidnapped",
    "poisoning": "was poisoned",
    "resignation": "resigned",
    "dismissal": "was dismissed",
    "defection": "defected",
    "divorce": "divorced",
    "pregnancy": "was pregnant",
}
"""What a noun says happened to whom it names."""
NOMINAL = {
    "involvement": "was involved",
    "role": "had a role",
    "part": "had a part",
    "responsibility": "was responsible",
    "knowledge": "had knowledge",
    "connection": "had a connection",
    "link": "had links",
    "tie": "had ties",
    "wrongdoing": "did something wrong",
    "guilt": "was guilty",
    "participation": "took part",
    "complicity": "was complicit",
    "collusion": "colluded",
}
"""What a denied noun says that its denier did or was ("denied any involvement in X")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what a content comes to before antecedents are looked for."""

    text: str
    """A sentence; "" when nothing but a pointer is left."""
    bare: bool = False
    """The words only point at a proposition ("the claims", "it"); `text` is then the words themselves."""
    pointer: Token | None = None
    """The noun or pronoun that points, for finding its antecedent."""
    vague: bool = False
    """A noun phrase that names the matter but does not state it ("the arrest", "involvement")."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold who speaks a content, for filling in subjects and the first person."""

    subject: str | None
    """Who did what a gerund says: the speaker's name; None when unknown."""
    namer: Namer
    speaker: str | None = None
    """Who "I" is; None when nobody is named."""


def draft_proposition(
    tokens: Sequence[Token], cue: Token | None, voice: Voice, *, stance: Stance, positive: bool
) -> Draft:
    """Return the proposition of a content; `positive` takes the negation of its main verb away."""
    accused = _accusation(tokens, cue, voice)
    if accused:
        return Draft(accused)
    if stance in ("denies", "doubts"):
        tokens = _named_thing(tokens, cue)
    else:
        named = _naming(tokens, cue, voice)
        if named is not None:
            return named
    kept = _behind_saying(trim(tokens))
    if stance == "denies":
        kept = _without_label(_first_clause(kept))
        kept = kept[1:] if len(kept) > 1 and kept[0].lower_ == "any" and kept[1].pos_ != "ADP" else kept
    head = head_of(kept)
    if head is None:
        return Draft("", bare=True)
    quoted = _quoted(kept) or _own_evidence(kept, head)
    if quoted:
        return Draft(render_clause(quoted, voice.subject, voice.namer, voice.speaker))
    shell = _shell(kept, head) or _held_true(head)
    if shell is not None:
        return _from_shell(shell, kept, voice)
    if all(t.pos_ in EMPTY or t.lower_ in OPPOSITE or (stance == "denies" and _is_label(t)) for t in kept):
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True)
    if stance == "other" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return Draft(
            finish(name_pronouns([Word(t.text, t) for t in kept], voice.namer, voice.speaker)),
            vague=True,
            pointer=head,
        )
    event = _event(kept, head, voice)
    if event:
        return Draft(event)
    nominal = _nominal(kept, head, voice)
    if nominal:
        return Draft(nominal)
    if positive:
        return Draft(render_positive(kept, head, voice))
    return Draft(
        render_clause(kept, voice.subject, voice.namer, voice.speaker),
        vague=head.pos_ in ("NOUN", "PROPN", "PRON"),
        pointer=head if head.pos_ in ("NOUN", "PROPN") else None,
    )


def _shell(tokens: Sequence[Token], head: Token) -> Token | None:
    """Return the shell noun or pronoun when the content is nothing but its phrase."""
    if head.pos_ in ("VERB", "AUX"):
        return None
    such = head.lemma_ == "thing" and any(t.lower_ in ("such", "kind", "sort") for t in tokens)
    if such or head.lower_ in OPPOSITE[1:] or (head.lower_ in SHELL_PRONOUNS and len(tokens) <= 3):
        return head
    if head.lemma_.lower() not in SHELL_NOUNS:
        return None
    inside = {token.i for token in tokens}
    outer = [t for t in tokens if t.head.i not in inside and t != head and t.pos_ in ("VERB", "AUX")]
    return None if outer else head


def _behind_saying(tokens: list[Token]) -> list[Token]:
    """Drop a relative clause's verb of saying: "that said the town was closed" says that it was."""
    if len(tokens) > 2 and tokens[0].lower_ in ("that", "which") and tokens[1].lemma_ in SAYING_PARTICIPLES:
        return trim(tokens[2:])
    return tokens


def _without_label(tokens: list[Token]) -> list[Token]:
    """Drop the name given to what is denied, wherever the parser hung it: "… as groundless rumours"."""
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 :]
        if place and token.lower_ == "as" and 0 < len(rest) <= LABEL and any(_is_label(t) for t in rest):
            return tokens[:place]
    return tokens


def _is_label(token: Token) -> bool:
    return token.lemma_.lower() in FALSEHOODS | LABELS or (token.lemma_.lower() in HEARSAY and token.dep_ == "pobj")


def _first_clause(tokens: list[Token]) -> list[Token]:
    """End a denied clause before a coordinate one with its own subject and no "that": the text goes on there."""
    head = head_of(tokens)
    if head is None or head.pos_ not in ("VERB", "AUX"):
        return tokens
    for other in children(head, "conj"):
        own = children(other, "nsubj", "nsubjpass")
        joint = next((t for t in children(head, "cc") if head.i < t.i < other.i), None)
        if own and joint is not None and not children(other, "mark"):
            return trim([t for t in tokens if t.i < joint.i])
    return tokens


def _held_true(head: Token) -> Token | None:
    """Return what is said to be true: the report of "the report is true", the it of "it to be true"."""
    said = child(head, "acomp", "attr", "oprd")
    if head.lemma_ != "be" or said is None or said.lower_ not in ("true", "real", "accurate", "so"):
        return None
    subject = child(head, "nsubj")
    pointing = subject is not None and (subject.lemma_.lower() in SHELL_NOUNS or subject.lower_ in SHELL_PRONOUNS)
    return subject if pointing else None


def _quoted(tokens: Sequence[Token]) -> list[Token]:
    """Return what somebody is quoted as saying: the clause behind "the agency as saying"."""
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.tag_ == "VBG" and token.head.lower_ == "as" and token.lemma_ in SAYING_PARTICIPLES:
            clause = child(token, "ccomp")
            return [t for t in clause.subtree if t.i in inside] if clause is not None else []
    return []


def _own_evidence(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Return what the speaker's own evidence is said to show: the matter of "their intelligence shows X"."""
    subject = child(head, "nsubj")
    own = child(subject, "poss") if subject is not None else None
    if (
        head.lemma_.lower() not in SHOWING
        or own is None
        or own.lower_ not in ("their", "its", "his", "her", "our", "my")
    ):
        return []
    return [t for t in tokens if t.i > head.i] if child(head, "ccomp", "dobj") is not None else []


def _from_shell(noun: Token, tokens: Sequence[Token], voice: Voice) -> Draft:
    inside = {token.i for token in tokens}
    clause = that_clause(noun)
    if clause is not None and clause.i in inside:
        inner = [t for t in clause.subtree if t.i in inside]
        return Draft(render_clause(inner, voice.subject, voice.namer, voice.speaker))
    matter = of_phrase(noun)
    if matter is not None and matter.i in inside:
        inner = [t for t in matter.subtree if t.i in inside]
        if matter.lemma_.lower() not in SHELL_NOUNS:
            text = render_clause(inner, voice.subject, voice.namer, voice.speaker)
            return Draft(text, vague=matter.pos_ != "VERB", pointer=noun)
    return Draft(finish([Word(t.text, t) for t in tokens]), bare=True, pointer=noun)


def _event(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Say "the Lee arrest", "the death of Lee" as what happened to Lee; "" for anything else."""
    happened = EVENTS.get(head.lemma_.lower())
    inside = {token.i for token in tokens}
    of = next((t for p in children(head, "prep") if p.lower_ == "of" for t in children(p, "pobj")), None)
    who = of or child(head, "poss") or next((t for t in children(head, "compound") if t.pos_ == "PROPN"), None)
    if happened is None or who is None or who.i not in inside:
        return ""
    name = _phrase([t for t in who.subtree if t.dep_ != "case" and t.i in inside], voice)
    rest = [t for t in tokens if t.i > max(head.i, who.i)]
    return finish([Word(name), Word(happened), *(Word(t.text, t) for t in rest)]) if name else ""


def _nominal(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Say "any involvement in the attack" of the speaker: "Ukraine was involved in the attack."."""
    said = NOMINAL.get(head.lemma_.lower())
    if said is None or voice.subject is None or child(head, "poss") is not None:
        return ""
    rest = [t for t in tokens if t.i > head.i]
    words = [Word(t.text, t) for t in rest]
    return finish([Word(voice.subject), Word(said), *name_pronouns(words, voice.namer, voice.speaker)])


def _accusation(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str:
    """Say what was done: "accused Russia of blowing up the dam" becomes "Russia blew up the dam."."""
    if cue is None or cue.lemma_.lower() not in ACCUSE or cue.pos_ != "VERB":
        return ""
    target = child(cue, "nsubjpass") or child(cue, "dobj")
    if target is None:
        return ""
    deed = _deed_of(cue, target)
    if deed is None:
        who = _phrase(list(target.subtree), voice)
        return finish([Word(who), Word("was responsible")]) if cue.lemma_ == "blame" and who else ""
    return _deed(cue, target, deed, voice)


def _deed_of(verb: Token, target: Token | None) -> Token | None:
    """Return what somebody is accused of, wherever the parser hung its preposition."""
    gerund = next((t for t in verb.subtree if t.dep_ == "pcomp" and t.head.lower_ in DEED and t.i > verb.i), None)
    if gerund is not None:
        return gerund
    holders = [verb] if target is None else [verb, target]
    for preposition in (p for holder in holders for p in children(holder, "prep")):
        if preposition.lower_ in DEED and preposition.i > verb.i:
            return child(preposition, "pcomp", "pobj")
    return None


def _deed(verb: Token, target: Token, deed: Token, voice: Voice) -> str:
    cut = {t.i for p in children(target, "prep") if deed in p.subtree for t in p.subtree}
    who = _phrase([t for t in target.subtree if t.i not in cut], voice)
    if not who:
        return ""
    if deed.pos_ in ("VERB", "AUX"):
        return render_clause(list(deed.subtree), who, voice.namer, voice.speaker)
    what = _phrase(list(deed.subtree), voice)
    blame_on = verb.lemma_ == "blame" and deed.head.lower_ == "on"
    doer, done = (what, who) if blame_on else (who, what)
    if not doer or not done:
        return ""
    link = "was responsible for" if verb.lemma_ == "blame" else "was guilty of"
    return finish([Word(doer), Word(link), Word(done)])


def _phrase(tokens: Sequence[Token], voice: Voice) -> str:
    return join(name_pronouns([Word(t.text, t) for t in trim(tokens, opening=False)], voice.namer, voice.speaker))


def _naming(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> Draft | None:
    """Say what a thing was called: "called the crash an accident" becomes "The crash was an accident."."""
    if cue is None or cue.lemma_.lower() not in CALLED:
        return None
    thing, name = _named_parts(cue)
    inside = {token.i for token in tokens}
    if thing is None or name is None or thing.i not in inside or name.i not in inside:
        return None
    given = {t.i for t in name.subtree} | {t.i for t in name.head.subtree if name.head.lower_ == "as"}
    what = _phrase([t for t in thing.subtree if t.i not in given or thing in name.subtree], voice)
    called = _phrase([t for t in name.subtree if t not in set(thing.subtree)], voice)
    if not what or not called:
        return None
    return Draft(finish([Word(what), Word("were" if plural_token(thing) else "was"), Word(called)]))


def _named_thing(tokens: Sequence[Token], cue: Token | None) -> Sequence[Token]:
    """Keep of "the report a lie" what was called so."""
    thing, name = _named_parts(cue) if cue is not None else (None, None)
    inside = {token.i for token in tokens}
    if cue is None or thing is None or name is None:
        return tokens
    if thing.i not in inside:
        pointing = thing.lemma_.lower() in SHELL_NOUNS or thing.lower_ in SHELL_PRONOUNS
        return list(thing.subtree) if name.i in inside and pointing else tokens
    if cue.lemma_.lower() not in NAMING and name.head.lower_ != "as":
        return tokens
    cut = {t.i for t in name.subtree} - {t.i for t in thing.subtree}
    return [t for t in tokens if t.i not in cut] or tokens


def _named_parts(verb: Token) -> tuple[Token | None, Token | None]:
    name = child(verb, "oprd")
    if name is not None:
        return child(verb, "dobj") or child(name, "nsubj") or child(verb, "nsubjpass"), name
    small = child(verb, "ccomp")
    if small is not None and small.pos_ in ("NOUN", "ADJ", "PROPN"):
        return child(small, "nsubj"), small
    as_phrase = next((p for p in children(verb, "prep") if p.lower_ == "as"), None)
    if as_phrase is not None:
        return child(verb, "dobj", "nsubjpass"), child(as_phrase, "pobj", "amod", "acomp")
    thing = child(verb, "dobj")
    as_phrase = next((p for p in children(thing, "prep") if p.lower_ == "as"), None) if thing is not None else None
    return thing, child(as_phrase, "pobj", "amod", "acomp") if as_phrase is not None else None


def render_positive(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Write a negative statement without its negation: "is not dead" becomes "is dead"."""
    if head.pos_ in ("NOUN", "PROPN"):
        kept = [t for t in tokens if t.lower_ != "no" or t.head != head]
        return render_clause(kept, voice.subject, voice.namer, voice.speaker)
    words = _without_negation([Word(t.text, t) for t in tokens], head)
    return finish(name_pronouns(words, voice.namer, voice.speaker))


def _without_negation(words: list[Word], head: Token) -> list[Word]:
    negation = negation_of(head)
    if negation is None:
        return words
    if negation.lower_ in INDEFINITE:
        return [Word(INDEFINITE[negation.lower_], None) if w.token == negation else w for w in words]
    if negation.lower_ == "no":
        single = negation.head.tag_ == "NN" and negation.head.dep_ in ("attr", "dobj", "nsubj")
        return [Word("a") if w.token == negation else w for w in words if w.token != negation or single]
    kept = [w for w in words if w.token is None or (w.token != negation and w.token.lower_ not in POLAR)]
    support = next((t for t in head.children if t.dep_ == "aux" and t.lemma_ == "do"), None)
    if support is None:
        return [Word(CUT_MODALS.get(w.text.lower(), w.text), w.token) for w in kept]
    verb = inflect(head.lemma_, support.tag_ if support.tag_ != "VB" else "VBP") or head.text
    return [Word(verb, head) if w.token == head else w for w in kept if w.token != support]


def negation_of(head: Token) -> Token | None:
    """Return the word that makes a clause negative: not, never, no, nobody; None for a positive clause."""
    direct = child(head, "neg")
    if direct is not None:
        return direct
    for argument in children(head, "nsubj", "nsubjpass", "attr", "dobj"):
        words = [argument, *(t for t in argument.children if t.dep_ in ("det", "neg", "predet", "cc", "preconj"))]
        found = next((t for t in words if t.lower_ == "no" or t.lower_ in INDEFINITE), None)
        if found is not None:
            return found
    return None
