"""Turn the words of a content into a proposition, or find that they only point at one said elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claims.extraction.actor_words import BODY_NOUNS
from claims.extraction.clauses import marks_second, render_clause
from claims.extraction.contents import (
    AUXILIARIES,
    head_of,
    trim,
    within_marks,
    without_afterthought,
    without_asides,
    without_at_all,
    without_circumstance,
    without_concession,
    without_contrast,
)
from claims.extraction.deeds import (
    accusation,
    amount_span,
    bidding,
    caused,
    doing,
    estimate,
    event,
    guilt,
    guilt_denied,
    guilty_of,
    misread_gerund,
    named_thing,
    naming,
    nominal,
    plea,
    polled,
    quality,
    reported_so,
    returns_charge,
    ruled_out,
    seen_doing,
    takes_place,
    wished_for,
)
from claims.extraction.judgements import judged_of
from claims.extraction.lexicon import (
    FALSEHOODS,
    HEARSAY,
    NAMING,
    NO_CLAIM,
    SAYINGS,
    SEEMING,
    SHELL_NOUNS,
    SHELL_PRONOUNS,
    TELLING,
    UNPROVEN,
)
from claims.extraction.negation import is_elliptical, negation_of, render_positive
from claims.extraction.pronouns import is_person_noun
from claims.extraction.relatives import heard_of, with_relative
from claims.extraction.syntax import (
    FINITE,
    SAYING_PARTICIPLES,
    SUBJECTS,
    TOLD_BARE,
    child,
    children,
    is_quoted,
    of_phrase,
    that_clause,
)
from claims.extraction.topics import is_misread, is_name, is_topic
from claims.extraction.wording import DEMONSTRATIVES, Voice, Word, finish, name_pronouns, phrase
from claims.types import Stance

LABELS = frozenset(
    "wishful absurd propaganda slander smear fiction fantasy fable exaggeration forgery distortion politically "
    "motivated".split()
)
OF_PAST = frozenset(
    "claim allege purport profess report say believe think appear seem know admit deny find show prove hold rumor "
    "consider understand suspect presume rumour estimate".split()
)
"""Cues whose infinitive is not about the future."""
LASTING = frozenset(
    "be have own hold live know include contain cost weigh want need like love hate belong involve".split()
)
"""Verbs for what is so already, where it is only talked of."""
BEING_SO = frozenset(
    "existence accuracy truth truthfulness veracity authenticity validity credibility reliability correctness".split()
)
"""What is doubted of a thing where it is doubted that there is it, or that it is so."""
SHELL_REACH = 3
"""Tokens at the head of a content among which "report that" may stand."""
PLACED = 10
"""Tokens behind a shell noun among which its "that" may stand. Chosen, not measured."""
ADVERBIAL = ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ", "PART")
ANNOUNCED = 5
"""Tokens among which a colon ends what only announces a clause."""
ACCOUNTS = ("account", "version", "description", "testimony", "narrative")
"""Nouns of what somebody says of a thing that is known."""
VIEWS = frozenset("image picture view perception portrayal depiction description reputation".split())
"""Nouns by which something is seen as something: "the image of Roe as a driver"."""
SHORTEST = 3
"""Words of "it did", which takes up what was said before."""
LABEL = 6
"""Most words of a name given to what is denied."""
EMPTY = ("PRON", "AUX", "PART", "DET", "ADV", "CCONJ", "PUNCT")
OPPOSITE = ("the", "contrary", "opposite", "otherwise")
SHOWING = frozenset(
    "show indicate suggest prove confirm reveal demonstrate count detect observe see find spot identify track".split()
)
"""What a speaker's evidence does."""


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
    topic: bool = False
    """A noun phrase of which the source only speaks ("described the plans"): nothing is asserted of it."""
    misread: bool = False
    """A sentence in which the parser saw no verb."""


def draft_proposition(
    tokens: Sequence[Token], cue: Token | None, voice: Voice, *, stance: Stance, positive: bool
) -> Draft:
    """Return the proposition of a content; `positive` takes the negation of its main verb away."""
    accused = (
        (ruled_out(cue, voice) if stance == "denies" else "")
        or judged_of(cue, voice)
        or polled(tokens, cue, voice)
        or reported_so(cue, voice)
        or accusation(cue, voice)
        or caused(cue, voice)
        or estimate(tokens, cue, voice)
    )
    if accused:
        return Draft(accused, misread=returns_charge(cue) or (cue is not None and amount_span(cue) is not None))
    pleaded = plea(tokens, cue, voice)
    if pleaded is not None:
        return Draft(pleaded or guilty_of([], voice) or finish([Word(t.text, t) for t in tokens]), bare=not pleaded)
    blamed = guilt_denied(tokens, voice) if stance == "denies" else ""
    if blamed:
        return Draft(blamed, bare=not any(t.lower_ == "of" for t in tokens))
    guilty = guilt(tokens, cue, voice) if stance == "denies" else ""
    if guilty:
        return Draft(guilty, vague=True, pointer=head_of(tokens))
    if stance in ("denies", "doubts"):
        tokens = named_thing(tokens, cue)
    else:
        named = naming(tokens, cue, voice)
        if named:
            return Draft(named)
    pointed = _pointed_at([t for t in tokens if not t.is_punct])
    if pointed is not None:
        return Draft(finish([Word(t.text, t) for t in tokens]), bare=True, pointer=pointed)
    whole = with_relative(_with_semicolons(tokens), cue)
    if whole and whole[0] not in tokens:
        voice = replace(voice, subject=None)
    said = trim(without_asides(within_marks(whole)))
    if cue is not None and said and cue.i < said[0].i:
        said = without_afterthought(without_contrast(said), cue)
    kept = _behind_shell(_behind_saying(_behind_colon(without_circumstance(said, cue))), stance)
    kept = kept[1:] if len(kept) > 1 and kept[0].lower_ == "that" and kept[1].tag_ == "VBG" else kept
    if stance in ("denies", "doubts"):
        kept = without_at_all(without_concession(kept))
        kept = kept[1:] if len(kept) > 1 and kept[0].lower_ in ("if", "whether") and kept[0].dep_ == "mark" else kept
    if stance == "denies":
        kept = _behind_label(_without_label(_first_clause(kept), cue))
        kept = kept[1:] if len(kept) > 1 and kept[0].lower_ == "any" and kept[1].pos_ != "ADP" else kept
    kept = _what_exists(kept)
    if kept and kept[0].tag_ == "VBG" and any(t.tag_ in FINITE and (t.head not in kept or t.head == t) for t in kept):
        words = [Word(t.text, t) for t in kept if t == kept[0] or not marks_second(t)]
        words = name_pronouns(words, voice.namer, voice.speaker)
        return Draft(finish(words), misread=True)
    head = head_of(kept)
    if head is None:
        return Draft("", bare=True)
    told = cue is not None and cue.is_punct and (kept[0] != head or head.tag_ == "VB")
    if told and (kept[0].pos_ in ("NOUN", "PROPN") or (head.tag_ == "VB" and kept[0].lemma_ in ("do", head.lemma_))):
        voice = replace(voice, subject=None)  # "Roe: Crews Fleeing" is of the crews
    if cue is not None and cue.lower_ == "according":  # its source does nothing
        voice = replace(voice, subject=_subject_before(head, voice))
    heard = heard_of(cue)
    voice = replace(voice, subject=phrase(heard, voice)) if heard else voice
    raised = _raised(head, cue)
    if raised is not None:
        about = list(raised.subtree)
        if raised.tag_ in ("WDT", "WP") and cue is not None and cue.dep_ == "relcl":
            about = [t for t in cue.head.subtree if t.i <= raised.i]
        kept = [t for t in kept if t not in about]
        voice = replace(voice, subject=phrase([t for t in about if t.tag_ not in ("WDT", "WP")], voice))
    quoted = _quoted(kept) or _own_evidence(kept, head)
    if quoted:
        return Draft(render_clause(quoted, voice.subject, voice.namer, voice.speaker))
    if stance == "asserts" and len(kept) == 1 and head.tag_ == "PRP" and head.lower_ not in SHELL_PRONOUNS:
        return Draft(finish([Word(head.text, head)]), bare=True, topic=True)
    if cue is not None and stance == "denies" and _speaks(head, cue):
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True, pointer=head)
    shell = _shell(kept, head) or _held_true(head)
    if shell is not None:
        return _from_shell(shell, kept, voice)
    if all(t.pos_ in EMPTY or t.lower_ in (*OPPOSITE, "of") or (stance == "denies" and _is_label(t)) for t in kept):
        if stance == "asserts" and negation_of(head) is not None:  # "he was never there" affirms nothing
            return Draft(finish(name_pronouns([Word(t.text, t) for t in kept], voice.namer, voice.speaker)), topic=True)
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True)
    if stance in ("denies", "doubts") and head.pos_ == "PROPN" and is_name(kept):
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True, pointer=head)
    wished = wished_for(kept, head, cue)
    if wished:
        return Draft(finish(name_pronouns(wished, voice.namer, voice.speaker)))
    bidden = bidding(kept, head, cue, voice) if stance == "asserts" else ""
    if bidden:
        return Draft(bidden)
    if stance == "denies" and _only_does(kept, head):
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True)
    happened = quality(kept, head, voice) if stance in ("denies", "doubts") else ""
    taken_part = nominal(kept, head, cue, voice)
    if taken_part and stance == "denies" and kept[-1] == head:
        return Draft(taken_part, vague=True, pointer=head)
    happened = happened or event(kept, head, voice) or taken_part
    happened = happened or misread_gerund(kept, head, cue, voice) or doing(kept, head, voice)
    happened = happened or seen_doing(kept, head, cue, voice)
    if happened:
        return Draft(happened)
    if stance == "asserts" and is_misread(kept, head, cue):
        words = name_pronouns([Word(t.text, t) for t in kept], voice.namer, voice.speaker)
        return Draft(finish(words), misread=True)
    topic = stance == "asserts" and (
        is_topic(kept, head, cue) or _is_topic_of(cue, head) or _spells_out(kept, head, cue)
    )
    if topic or (stance == "other" and head.pos_ in ("NOUN", "PROPN", "PRON")):
        words = name_pronouns([Word(t.text, t) for t in kept], voice.namer, voice.speaker)
        return Draft(finish(words), vague=True, pointer=head, topic=topic)
    if stance == "denies" and is_elliptical(head, without=children(head, "advcl")):
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True)
    if stance == "asserts" and is_elliptical(head) and len(kept) <= SHORTEST and negation_of(head) is None:
        return Draft(finish([Word(t.text, t) for t in kept]), bare=True)
    happening = _only_happened(kept, head) if stance == "denies" else None
    if happening is not None:
        text = render_positive(kept, head, voice) if positive else render_clause(kept, voice.subject, voice.namer)
        return Draft(text, vague=True, pointer=happening)
    if positive:
        return Draft(render_positive(kept, head, voice))
    return Draft(
        render_clause(kept, voice.subject, voice.namer, voice.speaker, tense=_tense_of(cue, head)),
        vague=head.pos_ in ("NOUN", "PROPN", "PRON"),
        pointer=head if head.pos_ in ("NOUN", "PROPN") else None,
    )


def _with_semicolons(tokens: Sequence[Token]) -> list[Token]:
    """Put back what stands between two clauses that a cue parts: "it was old, Roe said; nobody used it"."""
    kept: list[Token] = []
    for token in tokens:
        before = token.nbor(-1) if token.i else token
        if kept and kept[-1].i < before.i and before.text == ";":
            kept.append(before)
        kept.append(token)
    return kept


def _only_happened(tokens: Sequence[Token], head: Token) -> Token | None:
    """Return the encounter of "the encounter took place", of which the words say no more than that it happened."""
    subject = child(head, "nsubj")
    if subject is None or subject.tag_ != "NN" or not takes_place(head):
        return None
    known = [t for t in subject.lefts if t.lower_ in ("the", "that", "this", "such")]
    said = [t for t in (*subject.children, *head.children) if t.dep_ in ("prep", "amod", "compound", "relcl", "acl")]
    return subject if known and subject in tokens and not said else None


def _only_does(tokens: Sequence[Token], head: Token) -> bool:
    """Tell whether a deed is only taken up: "denied having done so", "that he did this"."""
    rest = [t for t in tokens if not t.is_punct and t.dep_ not in (*SUBJECTS, "aux", "auxpass", "mark") and t != head]
    return head.lemma_ == "do" and len(rest) == 1 and rest[0].lower_ in ("so", "this", "that", "it")


def _what_exists(tokens: list[Token]) -> list[Token]:
    """Return the plan of "the existence of a plan", the report of "the truth of a report", where that is all."""
    head = head_of(tokens)
    matter = of_phrase(head) if head is not None and head.lower_ in BEING_SO else None
    return [t for t in tokens if t.i >= matter.left_edge.i] if matter is not None else tokens


def _shell(tokens: Sequence[Token], head: Token) -> Token | None:
    """Return the shell noun or pronoun when the content is nothing but its phrase."""
    if head.pos_ in ("VERB", "AUX"):
        return None
    such = head.lemma_ == "thing" and any(t.lower_ in ("such", "kind", "sort", "whole", "entire") for t in tokens)
    if such or head.lower_ in OPPOSITE[1:] or (head.lower_ in SHELL_PRONOUNS and len(tokens) <= 3):
        return head
    if head.lemma_.lower() not in SHELL_NOUNS or (_is_of_any(head) and that_clause(head) is None):
        return None
    if head.i + 1 < len(head.doc) and head.nbor().tag_ == "CD":
        return None
    inside = {token.i for token in tokens}
    outer = [t for t in tokens if t.head.i not in inside and t != head and t.pos_ in ("VERB", "AUX")]
    return None if outer else head


def _speaks(head: Token, cue: Token) -> bool:
    """Tell whether what is contradicted speaks, or is held: "its own crew", "the official position"."""
    return cue.lemma_.lower() == "contradict" and head.pos_ == "NOUN" and that_clause(head) is None


def _pointed_at(tokens: Sequence[Token]) -> Token | None:
    """Return the account of "disputes that account", which the parser may misread, the that of "called that false"."""
    if len(tokens) != 2 or tokens[0].lower_ not in DEMONSTRATIVES:
        return None
    if tokens[1].lemma_.lower() in SHELL_NOUNS:
        return tokens[1]
    return tokens[0] if tokens[1].lemma_.lower() in FALSEHOODS | LABELS | UNPROVEN else None


def _is_of_any(noun: Token) -> bool:
    """Tell whether it is denied that there is one: "no record of any complaint against Roe"."""
    about = [t for t in children(noun, "prep") if t.lower_ in ("against", "from", "by")]
    return bool(about) and any(t.lower_ == "any" for t in noun.lefts)


def _raised(head: Token, cue: Token | None) -> Token | None:
    """Return who an infinitive is about where that stands as the cue's subject: "Verrick is believed to have fled"."""
    if cue is None or head.dep_ != "xcomp" or head.head != cue or child(head, "nsubj", "nsubjpass") is not None:
        return None
    return child(cue, "nsubj") if cue.lemma_.lower() in SEEMING else child(cue, "nsubjpass")


def _behind_colon(tokens: list[Token]) -> list[Token]:
    """Drop what only announces a clause: "the problem: the port is closed"."""
    colon = next((place for place, t in enumerate(tokens[:ANNOUNCED]) if t.text == ":"), None)
    if not colon or any(t.pos_ in ("VERB", "AUX") for t in tokens[:colon]):
        return tokens
    return trim(tokens[colon + 1 :]) if any(t.tag_ in FINITE for t in tokens[colon:]) else tokens


def _behind_saying(tokens: list[Token]) -> list[Token]:
    """Drop a relative clause's verb of saying: "that said the town was closed" says that it was."""
    saying = SAYING_PARTICIPLES | TELLING
    if len(tokens) > 2 and tokens[0].lower_ in ("that", "which") and tokens[1].lemma_ in saying:
        return trim(tokens[2:])
    if len(tokens) > 2 and tokens[0].dep_ == "relcl" and tokens[0].lemma_ in saying:
        return trim(tokens[1:])
    return tokens


def _subject_before(head: Token, voice: Voice) -> str | None:
    """Return the subject that a verb shares with the one it is joined to; None for any other."""
    subject = child(head.head, *SUBJECTS) if head.dep_ == "conj" else None
    return phrase(list(subject.subtree), voice) if subject is not None else None


def _tense_of(cue: Token | None, head: Token) -> str:
    """Return the tag of the tense that a cue's infinitive gets: "seems to be ill" is of now; "" for what is to come."""
    now = cue is not None and cue.lemma_.lower() in SEEMING and cue.tag_ in ("VBZ", "VBP")
    return "VBZ" if now else "VBD" if _is_of_past(cue, head) else ""


def _is_of_past(cue: Token | None, head: Token) -> bool:
    """Tell whether a cue's infinitive says what is or was: "claimed to be a doctor", not "is rumoured to arrive"."""
    if cue is None or cue.lemma_.lower() not in OF_PAST:
        return False
    to_come = cue.lemma_.lower() in ("rumor", "rumour") and head.tag_ == "VB" and head.lemma_ not in LASTING
    return not to_come or bool(children(head, "auxpass"))


def _behind_shell(tokens: list[Token], stance: Stance) -> list[Token]:
    """Drop "a report that" before a clause that the parser did not hang on its noun.

    Where it sees the verb in "the US claims that", only a denial is of the claims.
    """
    if len(tokens) > 1 and stance != "asserts" and _is_told_bare(tokens[0]):
        return tokens[1:]
    if len(tokens) > 1 and tokens[0].lower_ == "as" and tokens[1].lower_ in FALSEHOODS | UNPROVEN:
        tokens = tokens[2:]  # "dismissed as baseless a claim that X"
    for place, token in enumerate(tokens[:SHELL_REACH]):
        told = child(token, "nsubj") is not None and stance != "denies"
        noun = token.lemma_.lower() in SHELL_NOUNS and not told
        clause = _behind_that(tokens[place + 1 :]) if noun else []
        if clause:
            heads = (head_of(tokens), _hung_on_cue(tokens, clause))
            return trim(clause) if any(t is not None and t.pos_ in ("VERB", "AUX") for t in heads) else tokens
    return tokens


def _hung_on_cue(tokens: Sequence[Token], clause: Sequence[Token]) -> Token | None:
    """Return the verb of a clause that the parser hung on the cue, outside the content."""
    head = head_of(clause)
    return head if head is not None and head.head not in tokens else None


def _is_told_bare(noun: Token) -> bool:
    """Tell whether the parser took a noun and the subject behind it for one name: "denies claims bridge is unsafe"."""
    joined = noun.dep_ == "compound" and noun.tag_ == "NNS" and noun.lemma_.lower() in TOLD_BARE
    return joined and noun.head.dep_ in SUBJECTS


def _behind_that(tokens: list[Token]) -> list[Token]:
    """Return what stands behind "that", which may itself stand behind a day or a place: "reports on Monday that …"."""
    that = next((place for place, t in enumerate(tokens[:PLACED]) if t.lower_ == "that"), None)
    gerund = that is not None and that + 1 < len(tokens) and tokens[that + 1].tag_ == "VBG"  # "that closing it was …"
    if that is None or (tokens[that].dep_ in SUBJECTS and not gerund):
        return []
    if that and not all(t.pos_ in ADVERBIAL or t.dep_ == "amod" for t in tokens[:that]):
        return []
    plural = that + 1 < len(tokens) and tokens[that + 1].tag_ in ("NNS", "NNPS")  # no noun of "that": "that votes …"
    marks = gerund or plural or tokens[that].tag_ == "IN" or tokens[that].dep_ == "mark"
    return tokens[that + 1 :] if not that or (tokens[0].pos_ == "ADP" and marks) else []


def _without_label(tokens: list[Token], cue: Token | None) -> list[Token]:
    """Drop the name given to what is denied, wherever the parser hung it: "… as groundless rumours", "… “a lie”"."""
    quoted = next((place for place, t in enumerate(tokens) if place and t.is_quote), None)
    if quoted is not None and not any(is_quoted(t) for t in tokens[:quoted]) and _are_label(tokens[quoted:]):
        return tokens[:quoted]
    called = cue is not None and cue.lemma_.lower() in NAMING
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 :]
        labels = place > 1 and called and token.lower_ in ("a", "an") and token.head == tokens[-1]
        if labels and len(rest) <= LABEL and _is_label(tokens[-1]) and tokens[place - 1].pos_ != "ADP":
            return tokens[:place]
        if not place or token.lower_ != "as" or not rest:
            continue
        if len(rest) <= LABEL and any(_is_label(t) for t in rest):
            return tokens[:place]
        last = not any(t.lower_ == "as" for t in rest) and all(t.pos_ not in ("VERB", "AUX", "NOUN") for t in rest)
        if called and (last or all(t.tag_ not in FINITE for t in tokens)):
            return tokens[:place]
    return tokens


def _are_label(tokens: Sequence[Token]) -> bool:
    """Tell whether words between quotation marks at the end of a content call it something: “a tissue of lies”."""
    words = [t for t in tokens if t.is_alpha]
    return len(words) <= LABEL and all(is_quoted(t) for t in words) and any(_is_label(t) for t in words)


def _behind_label(tokens: list[Token]) -> list[Token]:
    """Drop a name that stands before what is denied: "rejected as absurd | the idea that he would resign"."""
    noun = next((t for t in tokens if t.lemma_.lower() in SHELL_NOUNS and that_clause(t) is not None), None)
    before = [t for t in tokens if noun is not None and t.i < noun.left_edge.i and not t.is_punct]
    labels = all(t.pos_ in ("ADJ", "ADP", "ADV", "DET") or t.tag_ == "VBN" or is_quoted(t) for t in before)
    return tokens[tokens.index(before[-1]) + 1 :] if before and labels else tokens


def _is_label(token: Token) -> bool:
    return token.lemma_.lower() in FALSEHOODS | LABELS or (token.lemma_.lower() in HEARSAY and token.dep_ == "pobj")


def _first_clause(tokens: list[Token]) -> list[Token]:
    """End a denied clause before a coordinate one with its own subject and no "that": the text goes on there.

    So with a bare "the claims": "there is no truth in the claims and we will sue".
    """
    beside = next((place for place, t in enumerate(tokens) if t.dep_ == "cc"), 0)
    named = all(t.pos_ not in ("VERB", "AUX") for t in tokens[:beside])
    verbs = [t.head if t.dep_ in AUXILIARIES else t for t in tokens[beside:] if t.tag_ in FINITE]
    own = [verb for verb in verbs if not any(s in tokens[:beside] for s in children(verb, *SUBJECTS))]
    if beside and named and any(verb.head not in tokens for verb in own):
        return trim(tokens[:beside])
    head = head_of(tokens)
    if head is None or head.pos_ not in ("VERB", "AUX"):
        return tokens
    joined = [*children(head, "conj"), *(children(head.head, "conj") if head.dep_ == "ccomp" else ())]
    for other in (t for t in joined if t in tokens):
        doer = children(other, "nsubj", "nsubjpass", "expl")
        joint = next((t for t in children(other.head, "cc") if head.i < t.i < other.i), None)
        if doer and joint is not None and not children(other, "mark"):
            return trim([t for t in tokens if t.i < joint.i])
    return tokens


def _held_true(head: Token) -> Token | None:
    """Return what is said to be true: the report of "the report is true", the it of "it to be true".

    Of "the blurred image of the pier" is said which one is meant.
    """
    said = child(head, "acomp", "attr", "oprd")
    if head.lemma_ != "be" or said is None or said.lower_ not in ("true", "real", "accurate", "so"):
        return None
    subject = child(head, "nsubj")
    if subject is None or children(subject, "amod", "compound", "relcl"):
        return None
    return subject if subject.lemma_.lower() in SHELL_NOUNS or subject.lower_ in SHELL_PRONOUNS else None


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
        or negation_of(head) is not None
        or own is None
        or (subject is not None and (is_person_noun(subject) or subject.lemma_.lower() in BODY_NOUNS))
        or own.lower_ not in ("their", "its", "his", "her", "our", "my")
    ):
        return []
    return [t for t in tokens if t.i > head.i] if child(head, "ccomp", "dobj") is not None else []


def _spells_out(tokens: Sequence[Token], head: Token, cue: Token | None) -> bool:
    """Tell whether a gerund only says which things are meant: "repeated his pledges: closing the port"."""
    things = children(cue, "dobj") if cue is not None and head.tag_ == "VBG" and head.head == cue else []
    return any(t in tokens and any(mark.text == ":" for mark in t.doc[t.i : head.i]) for t in things)


def _is_topic_of(cue: Token | None, matter: Token) -> bool:
    """Tell whether a cue that is a noun only names what it is about: the moon of "the claim about the moon"."""
    return cue is not None and cue.pos_ == "NOUN" and matter.head.head == cue and _is_only_about(matter)


def _is_only_about(matter: Token) -> bool:
    """Tell whether a claim speaks of something that is there anyhow: "the claim about Mars and the moon"."""
    known = matter.pos_ == "PROPN" or any(t.lower_ == "the" for t in matter.children)
    return known and matter.head.lower_ != "of" and matter.pos_ in ("NOUN", "PROPN")


def _says(owner: Token, noun: Token) -> bool:
    """Tell whether the "of" of a saying names who says it: "the claims of the mayor", "the allegations of Sudland"."""
    named = owner.pos_ == "PROPN" or (is_person_noun(owner) and any(t.lower_ == "the" for t in owner.children))
    of = next((p for p in children(owner, "prep") if p.lower_ == "of"), None) if owner.pos_ == "NUM" else None
    if noun.lemma_.lower() == "testimony" and (is_person_noun(owner) or of is not None):
        return True
    tells_more = [*children(noun, "acl"), *children(owner, "acl", "prep", "relcl", "amod")]
    return noun.lemma_.lower() in SAYINGS - NO_CLAIM and owner.head.lower_ == "of" and named and not tells_more


def _shown_as(matter: Token, noun: Token, voice: Voice) -> str:
    """Say what "the image of Roe as a careful driver" shows: that Roe was one."""
    role = next(
        (p for t in (matter, noun, noun.head) for p in children(t, "prep") if p.lower_ == "as" and p.i > matter.i), None
    )
    name = child(role, "pobj") if role is not None else None
    if role is None or name is None or noun.lemma_.lower() not in VIEWS:
        return ""
    who = phrase([t for t in matter.subtree if t.i < role.i], voice)
    return finish([Word(who), Word("was"), Word(phrase(list(name.subtree), voice))])


def _clause_words(clause: Token, tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a clause, also those behind it that the parser took for the subject of a verb cut away.

    In "rumours that it charges users a fee are untrue" it takes "a fee" to be untrue.
    """
    behind = [t for t in tokens if t.i > clause.right_edge.i]
    lost = bool(behind) and behind[0].pos_ not in ("PUNCT", "CCONJ") and any(t.head not in tokens for t in behind)
    within = [t for t in tokens if t == clause or clause.is_ancestor(t)]
    return [*within, *behind] if lost else within


def _has_lost_clause(clause: Token | None, tokens: Sequence[Token], that: int) -> bool:
    """Tell whether the parser hangs what follows a "that" on no noun, or on a verb behind it."""
    if clause is not None:
        return bool(clause.i > tokens[-1].i)
    if that + 1 == len(tokens):
        return False
    return tokens[that].dep_ == "mark" or (tokens[that].dep_ == "det" and tokens[that + 1].tag_ in ("NNS", "NNPS"))


def _from_shell(noun: Token, tokens: Sequence[Token], voice: Voice) -> Draft:
    inside = {token.i for token in tokens}
    clause = that_clause(noun)
    if clause is not None and clause.i in inside:
        inner = trim(_clause_words(clause, tokens))
        return Draft(render_clause(inner, voice.subject, voice.namer, voice.speaker))
    that = next((place for place, t in enumerate(tokens) if t.i > noun.i and t.lower_ == "that"), None)
    if that is not None and _has_lost_clause(clause, tokens, that):
        words = name_pronouns([Word(t.text, t) for t in tokens[that + 1 :]], voice.namer, voice.speaker)
        return Draft(finish(words), misread=True)
    if clause is not None and clause.i > noun.i:
        whole = sorted(clause.subtree, key=lambda t: t.i)
        return Draft(render_clause(whole, voice.subject, voice.namer, voice.speaker))
    matter = of_phrase(noun) if noun.pos_ != "PRON" else None
    known = matter is not None and any(t.lower_ == "the" or t.dep_ == "poss" for t in matter.lefts)
    if matter is not None and (
        matter.lower_ in ("events", "kind", "sort", "nature") or (known and noun.lemma_.lower() in ACCOUNTS)
    ):
        matter = None  # "his version of events", "claims of this kind", "his account of the shooting" say nothing
    if matter is not None and matter.i in inside and not _is_only_about(matter) and not _says(matter, noun):
        first = matter.left_edge.i
        inner = [t for t in noun.subtree if t.i >= first and t.i in inside and not t.is_punct]
        shown = _shown_as(matter, noun, voice)
        if shown:
            return Draft(shown)
        if matter.lemma_.lower() not in SHELL_NOUNS:
            happened = event(inner, matter, voice)
            if happened:
                return Draft(happened)
            text = render_clause(inner, voice.subject, voice.namer, voice.speaker)
            told = matter.pos_ == "VERB" or any(t.tag_ == "VBG" for n in (noun, matter) for t in children(n, "acl"))
            return Draft(text, vague=not told, pointer=noun)
    return Draft(finish([Word(t.text, t) for t in tokens]), bare=True, pointer=noun)
