"""Say what was done, where the words name it: accusations, names given, nouns for events."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.clauses import SUBJECT_FORMS, is_plural, plural_token, render_clause
from claims.extraction.contents import head_of, without_answers
from claims.extraction.dates import WEEKDAYS
from claims.extraction.introduced import full_phrase
from claims.extraction.lexicon import (
    ACCUSE,
    ACCUSING,
    CALLED,
    DEED_STEM,
    DENIAL_VERBS,
    FIGURES,
    JUDGE,
    NAMING,
    ORDERING,
    SEEMING,
    SHELL_NOUNS,
    SHELL_PRONOUNS,
)
from claims.extraction.receivers import accused_aside
from claims.extraction.syntax import (
    FINITE,
    SUBJECTS,
    child,
    children,
    of_phrase,
    start_before,
    subtree_span,
    token_range,
)
from claims.extraction.wording import Voice, Word, finish, inflect, name_pronouns, phrase
from claims.types import Span

HOLDING = frozenset("involve include concern regard contain follow compare base relate call name".split())
"""Participles that say what a thing is about, not what it does."""
INTENDED = {"plan": "had plans", "intention": "had the intention"}
"""What a noun with "to" or "of" says that its denier meant to do."""
OWNING = DENIAL_VERBS | frozenset("denial admit confess acknowledge concede claim accept admission confession".split())
"""Cues that say of the speaker himself what their noun names."""
OBJECT_FORMS = ("me", "us", "them", "him", "her")
"""Pronouns that cannot be a subject, left where nobody knows whom they mean."""
ASKING = frozenset("demand urge request recommend ask require".split())
"""Verbs whose clause says what is to be done whenever its verb is bare: of a plural too."""
WISHING = ASKING | {"suggest", "propose", "insist"}
"""Verbs whose clause with a bare verb says what is to be done."""
SHORT_PLEA = 4
"""Words of "not guilty, your honour"."""
CAUSES = frozenset("cause motive factor reason source explanation culprit".split())
"""What something is ruled out as."""
STANDING = frozenset("in at ahead behind with leading trailing level tied up down on".split())
"""Words with which a poll says where somebody stands."""
UPHOLDING = frozenset("maintain protest proclaim insist assert".split())
"""Verbs with "his innocence"."""
CHANGING = frozenset("grow rise mount increase fall exist remain linger loom miss fail lead work run follow".split())
"""Verbs whose participle mostly says what a thing is like."""
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "I", "our": "we"}
"""What the owner of an event is as a subject."""
REPORTED = ("report", "presume", "declare", "pronounce")
TOTALS = FIGURES | {"total"}
RULINGS = frozenset("ruling law rule decision order policy provision bill measure".split())
"""Nouns whose participle says what they are, and not what they did: "the ruling permitting marriage"."""
SEEING = frozenset("show see find hear picture depict".split())
RETURNED = ("accuse", "blame")
"""Verbs of a charge that two make against each other."""
DEED = ("of", "for", "with", "over", "on")
"""Prepositions before what somebody is accused of."""
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
    "execution": "was executed",
    "kidnapping": "was kidnapped",
    "abduction": "was abducted",
    "capture": "was captured",
    "poisoning": "was poisoned",
    "resignation": "resigned",
    "dismissal": "was dismissed",
    "defection": "defected",
    "divorce": "divorced",
    "pregnancy": "was pregnant",
}
"""What a noun says happened to whom it names."""
QUALITIES = {
    "fairness": "fair",
    "impartiality": "impartial",
    "neutrality": "neutral",
    "independence": "independent",
    "integrity": "honest",
    "legality": "legal",
    "legitimacy": "legitimate",
    "constitutionality": "constitutional",
    "safety": "safe",
    "effectiveness": "effective",
    "efficacy": "effective",
    "necessity": "necessary",
    "wisdom": "wise",
    "fitness": "fit",
    "loyalty": "loyal",
    "feasibility": "feasible",
}
"""What a noun says that something is like."""
ATTACKS = frozenset(
    "abduction ambush assassination assault attack blast bombing explosion hijacking kidnapping killing massacre "
    "murder raid shooting stabbing".split()
)
"""What somebody claims or denies responsibility for."""
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
    "victory": "won",
}
"""What a denied noun says that its denier did or was ("denied any involvement in X")."""


def accusation(cue: Token | None, voice: Voice) -> str:
    """Say what was done: "accused Russia of blowing up the dam" becomes "Russia blew up the dam."."""
    if cue is None or cue.lemma_.lower() not in ACCUSE | JUDGE or cue.pos_ != "VERB":
        return ""
    target = child(cue, "nsubjpass") or child(cue, "dobj") or accused_aside(cue)
    if target is None:
        return ""
    deed = deed_of(cue, target)
    if returns_charge(cue):
        deed = charged_before(cue) or deed
    if cue.lemma_.lower() in JUDGE and (deed is None or deed.tag_ != "VBG" or deed.head.lower_ != "for"):
        return ""
    if deed is None:
        who = phrase(list(target.subtree), voice)
        said = cue.lemma_ == "blame" and cue.tag_ != "VBG" and who
        return finish([Word(who), Word(_be(target)), Word("responsible")]) if said else ""
    return say_deed(cue, target, deed, voice)


def returns_charge(cue: Token | None) -> bool:
    """Tell whether a charge does not say of what: "blamed Norland", "accused Norland of doing so"."""
    if cue is None or cue.lemma_.lower() not in RETURNED:
        return False
    deed = deed_of(cue, child(cue, "nsubjpass") or child(cue, "dobj"))
    return deed is None or _is_the_same(deed)


def charged_before(word: Token) -> Token | None:
    """Return of what somebody was last accused, or blamed for, in a word's sentence or the one before."""
    for verb in reversed(word.doc[start_before(word, 1) : word.i]):
        if verb.lemma_.lower() == "responsibility" and verb.dep_ == "dobj":
            owned = next((t for p in children(verb, "prep") if p.lower_ == "for" for t in children(p, "pobj")), None)
            if owned is not None:
                return owned
        target = child(verb, "nsubjpass") or child(verb, "dobj") if verb.lemma_.lower() in RETURNED else None
        deed = deed_of(verb, target) if target is not None else None
        if deed is not None and not _is_the_same(deed):
            return deed
    return None


def _is_the_same(deed: Token) -> bool:
    """Tell whether a charge only returns another: "accused Norland of doing so", "of the same thing"."""
    done = deed.lemma_ == "do" and any(t.lower_ in ("so", "it", "this", "that", "same") for t in deed.children)
    return done or (deed.lower_ in ("same", "thing") and any(t.lower_ in ("same", "the") for t in (deed, *deed.lefts)))


def deed_of(verb: Token, target: Token | None) -> Token | None:
    """Return what somebody is accused of, wherever the parser hung its preposition."""
    gerund = next((t for t in verb.subtree if t.dep_ == "pcomp" and t.head.lower_ in DEED and t.i > verb.i), None)
    if gerund is not None:
        return gerund
    doers = [t for agent in children(verb, "agent") for t in children(agent, "pobj")]
    holders = [t for t in (verb, target, *doers) if t is not None]
    for preposition in (p for holder in holders for p in children(holder, "prep")):
        blamed = verb.lemma_ == "blame" and preposition.lower_ == "of"
        deed = child(preposition, "pcomp", "pobj")
        dated = deed is not None and deed.ent_type_ in ("DATE", "TIME")
        if preposition.lower_ in DEED and preposition.i > verb.i and not blamed and not dated:
            return deed
    if verb.lemma_ == "blame" and target is not None and verb.tag_ != "VBG":
        blamed_on = (t for t in verb.subtree if t.lower_ == "on" and t.dep_ == "prep" and t.i > target.i)
        return next((child(t, "pobj") for t in blamed_on if child(t, "pobj") is not None), None)
    return None


def say_deed(verb: Token, target: Token, deed: Token, voice: Voice, without: Sequence[Token] = ()) -> str:
    """Say of somebody what he is charged with: "Roe took bribes.", "Roe was guilty of theft."."""
    left_out = {t.i for part in without for t in part.subtree}
    told = without_answers([t for t in deed.subtree if t.i not in left_out])
    blame_on = verb.lemma_ == "blame" and deed.head.lower_ == "on"
    about = target.doc[target.left_edge.i : deed.head.i] if blame_on else _named_before(target, verb)
    cut = {t.i for p in children(target, "prep") if deed in p.subtree for t in p.subtree}
    who = phrase([t for t in about if t.i not in cut], voice)
    who = SUBJECT_FORMS.get(who.lower(), who)
    if not who:
        return ""
    if deed.pos_ in ("VERB", "AUX"):
        return render_clause(told, who, voice.namer, voice.speaker)
    what = phrase(told, voice)
    doer, done = (what, who) if blame_on else (who, what)
    if not doer or not done:
        return ""
    link = "responsible for" if verb.lemma_ == "blame" else "guilty of"
    return finish([Word(doer), Word(_be(deed if blame_on else target)), Word(link), Word(done)])


def _named_before(target: Token, verb: Token) -> list[Token]:
    """Return the words for who is accused: of "Roe, a poet, who was accused of theft" the name alone."""
    who = verb.head if target.tag_ == "WP" and verb.dep_ == "relcl" else target
    while who.dep_ == "appos" and who.head.pos_ == "PROPN":
        who = who.head
    if who.pos_ != "PROPN":
        charges = {t.i for c in children(who, "acl", "relcl") if c.lemma_.lower() in ACCUSE for t in c.subtree}
        words = [t for t in who.subtree if t.i not in charges]
        return [t for t in words if (who == target and verb.head != target) or t.i <= who.i]
    added = {t.i for part in children(who, "appos", "relcl", "acl", "punct") for t in part.subtree}
    return [t for t in who.subtree if t.i not in added]


def takes_place(verb: Token) -> bool:
    """Tell whether a verb says only that something happened: "occurred", "took place"."""
    place = verb.lemma_ == "take" and any(t.lower_ == "place" for t in children(verb, "dobj"))
    return place or verb.lemma_ in ("happen", "occur")


def has_deed_before(noun: Token) -> bool:
    """Tell whether the text before a noun's sentence has its deed: "they met" before "no such meeting"."""
    stem = re.sub(r"(?<=\w{3})ing$", "", noun.lemma_.lower())[:DEED_STEM]
    return any(word.lower().startswith(stem) for t in noun.doc[: noun.sent.start] for word in (t.text, t.lemma_))


def caused(cue: Token | None, voice: Voice) -> str:
    """Say what "attributed the blackout to a storm" says: that it was caused by a storm."""
    if cue is None or cue.lemma_.lower() not in ("attribute", "ascribe"):
        return ""
    effect = child(cue, "dobj") or child(cue, "nsubjpass")
    to = next((p for p in children(cue, "prep", "dative") if p.lower_ == "to"), None)
    to = to or next((p for p in children(effect, "prep") if p.lower_ == "to"), None) if effect is not None else None
    cause = child(to, "pobj") if to is not None else None
    if effect is None or to is None or cause is None:
        return ""
    beside = {t.i for t in to.subtree}
    what, why = phrase([t for t in effect.subtree if t.i not in beside], voice), phrase(list(cause.subtree), voice)
    what = SUBJECT_FORMS.get(what.lower(), what)
    return finish([Word(what), Word(_be(effect)), Word("caused by"), Word(why)]) if what and why else ""


def amount_put(cue: Token | None) -> Token | None:
    """Return the "at" of "put the toll at 40", the "on" of "put the party on 31 percent"; "on two men" is no amount."""
    thing = child(cue, "dobj") if cue is not None and cue.lemma_ == "put" else None
    if cue is None or thing is None:
        return None
    for place in (*children(cue, "prep"), *children(thing, "prep")):
        share = any(t.lower_ in ("percent", "%", "cent") for t in place.subtree)
        if any(t.tag_ == "CD" for t in place.subtree) and (place.lower_ == "at" or (place.lower_ == "on" and share)):
            return place
    return None


def counted(cue: Token | None) -> Token | None:
    """Return the 800 of "police counted 800", of what the text has said before; "counted 800 votes" says it itself."""
    figure = child(cue, "dobj") if cue is not None and cue.lemma_ == "count" else None
    return figure if figure is not None and figure.tag_ == "CD" and _counted_in(figure) else None


def amount_span(cue: Token) -> Span | None:
    """Return the words of "put | the crowd at 38,000", "counted | 800"; None where no amount is put."""
    figure = counted(cue)
    if figure is not None:
        return subtree_span(figure)
    at = amount_put(cue)
    thing = child(cue, "dobj") if at is not None else None
    if thing is None or at is None or at.i < thing.i:
        return None
    added = {t.i for clause in at.subtree if clause.dep_ in ("relcl", "acl") for t in clause.subtree}
    words = [t for t in (*thing.subtree, *at.subtree) if t.i not in added]
    while words[-1].is_punct:
        words.pop()
    return token_range(words)


def estimate(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str:
    """Say what "put the toll at 40" says: "The toll was 40."; "" for anything else that is put."""
    figure = counted(cue)
    if figure is not None:
        said = name_pronouns(_counted_in(figure), voice.namer, voice.speaker)
        return finish([Word(phrase(list(figure.subtree), voice)), *said])
    at = amount_put(cue)
    thing = child(cue, "dobj") if cue is not None else None
    if thing is None or at is None or thing not in tokens:
        return ""
    thing = _figure_before(thing)
    amount = {t.i for t in (amount_put(thing.head) or at).subtree}
    what = phrase([t for t in thing.subtree if t.i not in amount], voice)
    rest = [t for t in tokens if t.i > at.i] if at.lower_ == "at" else [t for t in tokens if t.i >= at.i]
    before = _counted_before(thing) if at.lower_ == "at" else []
    if before:
        return finish([Word(phrase(rest, voice)), *name_pronouns(before, voice.namer, voice.speaker)])
    return finish([Word(what), Word(_be(thing)), Word(phrase(rest, voice))]) if what and rest else ""


def _figure_before(thing: Token) -> Token:
    """Return the toll of "put the toll at 40, but Lee put it at 30"; the thing itself where it is no such "it"."""
    before = thing.doc[start_before(thing, 1) : thing.i] if thing.lower_ == "it" else ()
    return next((t for t in reversed(before) if t.lemma_.lower() in TOTALS), thing)


def _counted_before(total: Token) -> list[Word]:
    """Return what "the toll" counts, told before of a figure: the words behind the 40 of "40 soldiers were killed"."""
    known = total.lemma_.lower() in TOTALS and not children(total, "prep", "amod", "compound", "poss")
    return _counted_in(total) if known else []


def _counted_in(total: Token) -> list[Word]:
    """Return the words behind the figure of the last subject that has one, in a word's sentence or the one before."""
    for noun in reversed(total.doc[start_before(total, 1) : total.left_edge.i]):
        figure = child(noun, "nummod") if noun.dep_ in ("nsubj", "nsubjpass") else None
        if figure is not None and noun.head.pos_ == "VERB" and noun.head.dep_ in ("ccomp", "ROOT"):
            words = [t for t in noun.head.subtree if t.i >= noun.i and not t.is_punct]
            return [Word(t.text, t) for t in words]
    return []


def reported_so(cue: Token | None, voice: Voice) -> str:
    """Say how somebody is reported: "the actor was reported dead" becomes "The actor was dead."."""
    if cue is None or cue.lemma_.lower() not in REPORTED or child(cue, "neg") is not None:
        return ""
    who, how = child(cue, "nsubjpass"), child(cue, "oprd", "acomp")
    if who is None or how is None or how.pos_ != "ADJ":
        return ""
    name = phrase(list(who.subtree), voice)
    return finish([Word(name), Word(_be(who)), Word(phrase(list(how.subtree), voice))]) if name else ""


def polled(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str:
    """Say where a poll has somebody: "a poll showed Roe in third" becomes "Roe was in third."; "" for anything else."""
    poll = child(cue, "nsubj") if cue is not None and cue.lemma_ in ("show", "put", "have", "find", "give") else None
    thing = child(cue, "dobj") if cue is not None and poll is not None and poll.lemma_ in ("poll", "survey") else None
    rest = [t for t in tokens if thing is not None and t.i > thing.i]
    if thing is None or not rest or rest[0].lower_ not in STANDING or any(t.tag_ in FINITE for t in rest):
        return ""
    who = phrase([t for t in thing.subtree if t.i <= thing.i], voice)
    has = rest[0].lower_ == "with"
    words = name_pronouns([Word(t.text, t) for t in rest[has:]], voice.namer, voice.speaker)
    return finish([Word(who), Word("had" if has else _be(thing)), *words]) if who else ""


def bidding(tokens: Sequence[Token], head: Token, cue: Token | None, voice: Voice) -> str:
    """Say what others are to do: "told the crews to stay" becomes "The crews should stay."; "" for anything else."""
    to = next((t for t in children(head, "aux") if t.tag_ == "TO"), None)
    if cue is None or to is None or cue.lemma_.lower() not in ORDERING or head not in cue.subtree:
        return ""
    bidden = child(head, "nsubj") or _addressed(cue)
    if bidden is None or bidden.i > to.i:
        return ""
    who = phrase([t for t in bidden.subtree if t.i < to.i], voice)
    if who.lower() in OBJECT_FORMS:
        return ""
    rest = [Word(t.text, t) for t in tokens if t.i > to.i or (t.dep_ == "neg" and t.head == head)]
    return finish([Word(who), Word("should"), *name_pronouns(rest, voice.namer, voice.speaker)]) if who else ""


def wished_for(tokens: Sequence[Token], head: Token, cue: Token | None) -> list[Word]:
    """Give what "demanded that Roe resign" asks for its "should"; empty for what is told as so: "suggested he left"."""
    if cue is None or cue.lemma_.lower() not in WISHING or head.head != cue:
        return []
    if child(head, "mark") is None and _first(head).text != "be":
        return []
    subject = child(head, "nsubj", "nsubjpass")
    bare = head.text == head.lemma_ if child(head, "aux", "auxpass") is None else _first(head).text == "be"
    open_ = subject is not None and (bare and (cue.lemma_.lower() in ASKING or not plural_token(subject)))
    if subject is None or not open_ or subject not in tokens:
        return []
    first = _first(head)
    return [word for t in tokens for word in ([Word("should")] if t == first else []) + [Word(t.text, t)]]


def _first(verb: Token) -> Token:
    """Return the first word of a verb with its negation and auxiliaries."""
    return min((verb, *children(verb, "aux", "auxpass", "neg")), key=lambda t: t.i)


def _addressed(cue: Token) -> Token | None:
    whom = child(cue, "nsubjpass") or child(cue, "dobj", "dative")
    on = next((p for p in children(cue, "prep") if p.lower_ in ("on", "upon", "to", "with")), None)
    return whom or (child(on, "pobj") if on is not None else None)


CRIMES = frozenset(
    "murder manslaughter rape theft fraud assault perjury arson robbery burglary bribery blackmail kidnapping stalking "
    "treason espionage embezzlement forgery harassment conspiracy libel".split()
)
"""What somebody is tried for: who denies it says that he is not guilty of it."""
CASUALTIES = ("dead", "wounded", "injured", "missing", "hurt")
OCCASIONS = frozenset(
    "rally interview speech statement tweet post conference briefing debate hearing meeting event stop appearance "
    "broadcast show podcast letter memo email dinner visit".split()
)
"""Nouns of where something is said."""
OBLIQUE = ("him", "her", "them", "me", "us", "it")


def naming(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str:
    """Say what a thing was called: "called the crash an accident" becomes "The crash was an accident."."""
    if cue is None:
        return ""
    thing, name = _named_parts(cue) if cue.lemma_.lower() not in SEEMING else _seeming_parts(cue)
    inside = {token.i for token in tokens}
    if thing is None or name is None or name.i not in inside or _is_weighed(cue, name):
        return ""
    if cue.lemma_.lower() not in CALLED | SEEMING and (
        name.head.lower_ != "as"
        or not (thing.i in inside or thing.dep_ == "nsubjpass")
        or (cue.lemma_ in ("show", "reveal", "highlight") and children(thing, "prep"))  # "the worth of wood as a fuel"
    ):
        return ""
    given = {t.i for t in name.subtree} | {t.i for t in name.head.subtree if name.head.lower_ == "as"}
    what = _thing_words(thing, cue, voice) or phrase(
        [t for t in thing.subtree if t.i not in given or thing in name.subtree], voice
    )
    named = {t.i for t in thing.subtree} if thing in name.subtree else set()
    words = _before_occasion(_before_day([t for t in name.subtree if t.i not in named]), name)
    called = phrase(_with_hyphens(words), voice)
    if not what or not called or what.lower() in OBLIQUE:
        return ""
    return finish([Word(what), Word(_be(thing, present=_is_present(cue))), Word(called)])


def _is_weighed(cue: Token, name: Token) -> bool:
    """Tell whether a name is no name: "is considering a run as an Independent", "cites a verse (“… as judges”)"."""
    bracketed = any(t.text == "(" for t in name.doc[cue.i : name.i])
    return bracketed or (cue.lemma_ == "consider" and cue.tag_ == "VBG")


def _before_day(words: list[Token]) -> list[Token]:
    """End a name before the day on which it was given: "a liar on Tuesday on the radio"."""
    day = next((place for place, t in enumerate(words) if place and t.lower_ in WEEKDAYS), None)
    if day is None:
        return words
    return words[: day - 1] if words[day - 1].dep_ == "prep" and day > 1 else words[:day]


def _before_occasion(words: list[Token], name: Token) -> list[Token]:
    """End a name before where it was given: "a “sham” during a visit to Marden", "a thief at a rally"."""
    told = [p for p in name.rights if p.lower_ == "during" or (p.dep_ == "prep" and _is_occasion(child(p, "pobj")))]
    return [t for t in words if t.i < told[0].i] if told else words


def _is_occasion(noun: Token | None) -> bool:
    if noun is None or noun.lemma_ not in OCCASIONS:
        return False
    return any(t.lower_ in ("a", "an") or t.tag_ == "PRP$" for t in noun.lefts)


def _be(noun: Token, *, present: bool = False) -> str:
    """Return the form of "be" for a subject."""
    singular, plural = ("is", "are") if present else ("was", "were")
    return plural if plural_token(noun) else singular


def _is_present(verb: Token) -> bool:
    """Tell whether a verb is told as of now: "calls", "has called", "is known"."""
    auxiliaries = children(verb, "aux", "auxpass")
    return verb.tag_ in ("VBZ", "VBP") or any(t.tag_ in ("VBZ", "VBP") for t in auxiliaries)


def _with_hyphens(words: list[Token]) -> list[Token]:
    """Return words with the rest of a last one that the tokenizer cut at its hyphen: "a non-starter"."""
    while words and words[-1].i + 2 < len(words[-1].doc) and _goes_on(words[-1]):
        words = [*words, words[-1].nbor(), words[-1].nbor(2)]
    return words


def _goes_on(token: Token) -> bool:
    return not token.whitespace_ and token.nbor().text == "-"


def _thing_words(thing: Token, cue: Token, voice: Voice) -> str:
    """Return who or what a pronoun stands for by syntax: "itself" for the speaker, "which" for the noun before it."""
    if thing.lower_.endswith(("self", "selves")):
        return voice.subject or ""
    if thing.tag_ in ("WDT", "WP") and cue.dep_ == "relcl":
        return phrase([t for t in cue.head.subtree if t.i < cue.left_edge.i], voice)
    return ""


def _seeming_parts(verb: Token) -> tuple[Token | None, Token | None]:
    return child(verb, "nsubj"), child(verb, "acomp", "oprd", "attr")


def named_thing(tokens: Sequence[Token], cue: Token | None) -> Sequence[Token]:
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
    if thing in name.children:
        cut = {i for i in cut if i > thing.i}
    return [t for t in tokens if t.i not in cut] or tokens


def excluded(cue: Token | None) -> tuple[Token, Token] | None:
    """Return the gas and the cause of "ruled out gas as the cause"; None for anything else."""
    ruled = cue is not None and cue.lemma_ == "rule" and any(t.lower_ == "out" for t in cue.children)
    if cue is None or not ruled:
        return None
    name = next((child(p, "pobj") for t in cue.subtree for p in children(t, "prep") if p.lower_ == "as"), None)
    thing = child(cue, "dobj") or child(cue, "advcl", "xcomp", "nsubjpass")
    return (thing, name) if thing is not None and name is not None and name.lemma_.lower() in CAUSES else None


def ruled_out(cue: Token | None, voice: Voice) -> str:
    """Say what "ruled out gas as the cause of the blast" denies: "Gas was the cause of the blast."; else ""."""
    parts = excluded(cue)
    if parts is None:
        return ""
    thing, name = parts
    called = set(name.subtree)
    what = phrase([t for t in thing.subtree if t not in called and t.lower_ != "as" and t.i < name.i], voice)
    return finish([Word(what), Word(_be(thing)), Word(phrase(list(name.subtree), voice))]) if what else ""


def _named_parts(verb: Token) -> tuple[Token | None, Token | None]:
    name = child(verb, "oprd")
    if name is not None:
        return child(verb, "dobj") or child(name, "nsubj") or child(verb, "nsubjpass"), name
    small = child(verb, "ccomp")
    if small is not None and small.pos_ in ("NOUN", "ADJ", "PROPN"):
        return child(small, "nsubj"), small
    deed = next((t for t in children(verb, "xcomp") if t.tag_ == "VBG"), None)
    as_phrase = next((p for p in children(verb, "prep") if p.lower_ == "as"), None)
    if as_phrase is not None:
        return child(verb, "dobj", "nsubjpass") or deed, child(as_phrase, "pobj", "amod", "acomp")
    thing = child(verb, "dobj") or deed
    if thing is None:
        return None, None
    called = next((t for t in children(thing, "nmod", "compound") if t.lemma_.lower() in SHELL_NOUNS), None)
    if called is not None and any(t.is_quote for t in thing.doc[called.i : thing.i]):
        return called, thing
    as_phrase = next((p for p in children(thing, "prep") if p.lower_ == "as"), None)
    if as_phrase is None:
        return thing, next((t for t in thing.rights if t.dep_ == "amod" and t.pos_ == "ADJ"), None)
    return thing, child(as_phrase, "pobj", "amod", "acomp")


def quality(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Say "the legality of the strike", of which there is doubt, as "The strike was legal."; "" for anything else."""
    matter = of_phrase(head) if head.lemma_.lower() in QUALITIES else None
    if matter is None or matter not in tokens:
        return ""
    what = phrase([t for t in matter.subtree if t in tokens], voice)
    return finish([Word(what), Word(_be(matter)), Word(QUALITIES[head.lemma_.lower()])]) if what else ""


def event(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Say "the Lee arrest", "the death of Lee" as what happened to Lee; "" for anything else."""
    if head.lower_ in CASUALTIES and tokens[0].tag_ == "CD" and tokens[0] != head:
        return finish([Word("There were"), *(Word(t.text, t) for t in tokens)])
    happened = EVENTS.get(head.lemma_.lower())
    inside = {token.i for token in tokens}
    of = next((t for p in children(head, "prep") if p.lower_ == "of" for t in children(p, "pobj")), None)
    who = of or child(head, "poss") or next((t for t in children(head, "compound") if t.pos_ == "PROPN"), None)
    if happened is None or who is None or who.i not in inside:
        return ""
    name = phrase([t for t in who.subtree if t.i in inside and not (t.dep_ == "case" and t.head == who)], voice)
    name = OWNERS.get(name.lower(), name.removesuffix("’s").removesuffix("’")) if who.tag_ == "PRP$" else name
    rest = [t for t in tokens if t.i > max(head.i, who.i)]
    return finish([Word(name), Word(happened), *(Word(t.text, t) for t in rest)]) if name else ""


def nominal(tokens: Sequence[Token], head: Token, cue: Token | None, voice: Voice) -> str:
    """Say "any involvement in the attack" of who denies or admits it: "Ukraine was involved in the attack."."""
    said = NOMINAL.get(head.lemma_.lower()) if cue is not None and cue.lemma_.lower() in OWNING else None
    intends = head.pos_ == "NOUN" and any(t.i == head.i + 1 for t in tokens)
    if said is None and intends and cue is not None and cue.lemma_.lower() == "deny":
        said = INTENDED.get(head.lemma_.lower()) if head.nbor().lower_ in ("to", "of") else None
    owned = child(head, "poss") is not None or (head.tag_ == "NNS" and head.lemma_.lower() in ("part", "role"))
    others = any(p.lower_ == "between" for p in children(head, "prep"))
    if said is None or voice.subject is None or owned or others:
        return ""
    rest = [t for t in tokens if t.i > head.i]
    words = [Word(t.text, t) for t in rest] or _for_what(head)
    said = said.replace("was ", "were ", 1) if is_plural(voice.subject) and said.startswith("was ") else said
    return finish([Word(voice.subject), Word(said), *name_pronouns(words, voice.namer, voice.speaker)])


def _for_what(noun: Token) -> list[Word]:
    """Return the attack for which somebody claims a responsibility of which no more is said: the last one told of."""
    told = (t for t in reversed(noun.doc[: noun.i]) if t.pos_ == "NOUN" and t.lemma_.lower() in ATTACKS)
    attack = next(told, None) if noun.lemma_.lower() == "responsibility" else None
    return [Word("for"), Word(full_phrase(attack) or f"the {attack.text}")] if attack is not None else []


def plea(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str | None:
    """Say what "pleaded not guilty to murder" denies: "Roe was guilty of murder."; "" where that is told elsewhere.

    None for anything else.
    """
    if not denies_guilt(tokens, cue):
        return None
    to = next((t for t in tokens if t.lower_ == "to"), None)
    crime = [t for t in tokens if to is not None and t.i > to.i]
    charged = next((t for t in crime if t.lemma_.lower() in ACCUSING), None)
    if charged is not None:
        of = next((t for t in crime if t.i == charged.i + 1 and t.lower_ == "of"), None)
        crime = [t for t in crime if of is not None and t.i > of.i]
    return guilty_of(crime, voice) if crime else ""


def guilt_denied(tokens: Sequence[Token], voice: Voice) -> str:
    """Say of what somebody is called innocent that he is guilty of it; "" where nobody is called so."""
    said = next((t for t in tokens if t.lower_ == "innocent" and t.dep_ in ("acomp", "oprd")), None)
    words = [Word("guilty" if t == said else t.text, t) for t in tokens if t.dep_ != "mark" and not t.is_punct]
    return finish(name_pronouns(words, voice.namer, voice.speaker)) if said is not None else ""


def guilt(tokens: Sequence[Token], cue: Token | None, voice: Voice) -> str:
    """Say what "denies two counts of theft", "denies murder" denies: that somebody was guilty of it."""
    head = head_of(tokens)
    known = any(t.lower_ in ("against", "by", "that") or (t.lower_ == "the" and t.head == head) for t in tokens)
    if cue is None or cue.lemma_ != "deny" or head is None or known:
        return ""
    counts = head.lemma_ == "count" and of_phrase(head) is not None
    if not counts and head.lemma_.lower() not in CRIMES:
        return ""
    return guilty_of(tokens, voice)


def guilty_of(crime: Sequence[Token], voice: Voice) -> str:
    """Say that who speaks was guilty, of a crime where one is named; "" where nobody speaks."""
    if voice.subject is None:
        return ""
    words = name_pronouns([Word(t.text, t) for t in crime], voice.namer, voice.speaker)
    was = "were guilty" if is_plural(voice.subject) else "was guilty"
    return finish([Word(voice.subject), Word(f"{was} of" if words else was), *words])


def denies_guilt(tokens: Sequence[Token], cue: Token | None) -> bool:
    """Tell whether somebody pleads not guilty, or answers so, or maintains his innocence."""
    lemma, words = (cue.lemma_.lower() if cue is not None else ""), [t.lower_ for t in tokens if not t.is_punct]
    innocent = bool(tokens) and tokens[0].tag_ == "PRP$" and tokens[0].head.lower_ == "innocence"
    pleads = words[:2] == ["not", "guilty"] and (lemma == "plead" or len(words) <= SHORT_PLEA)
    return pleads or (lemma in UPHOLDING and innocent)


def misread_gerund(tokens: Sequence[Token], head: Token, cue: Token | None, voice: Voice) -> str:
    """Say "selling arms" of who denies it, where the parser took the gerund for a word before the noun.

    "Growing concern" is such a word.
    """
    first = tokens[0]
    owning = cue is not None and cue.lemma_.lower() in ("deny", "admit", "confess") and first.lemma_ not in CHANGING
    if not owning or voice.subject is None or first.tag_ != "VBG" or first.head != head or head.pos_ != "NOUN":
        return ""
    verb = inflect(first.lemma_, "VBD")
    rest = name_pronouns([Word(t.text, t) for t in tokens[1:]], voice.namer, voice.speaker)
    return finish([Word(voice.subject), Word(verb), *rest]) if verb else ""


def doing(tokens: Sequence[Token], head: Token, voice: Voice) -> str:
    """Say "a crowd waiting at the gate" as what the crowd does: "A crowd was waiting at the gate."."""
    verb = next((t for t in children(head, "acl") if t.tag_ in ("VBG", "VBN") and t in tokens), None)
    if verb is None or head.pos_ not in ("NOUN", "PROPN") or head.lemma_.lower() in SHELL_NOUNS | RULINGS:
        return ""
    if verb.lemma_ in HOLDING or (child(verb, "dobj") is None and child(verb, "prep", "advmod", "agent") is None):
        return ""
    if any(t.tag_ == "MD" for t in tokens if t.i < verb.i):  # a verb was taken for a noun: "will tax water sold here"
        return ""
    first = verb.left_edge.i
    who = phrase([t for t in tokens if t.i < first], voice)
    passive = child(verb, "auxpass") if verb.tag_ == "VBN" else None
    being = passive if passive is not None and passive.lower_ == "being" else None
    done = phrase([t for t in tokens if t.i >= first and t != being], voice)
    return finish([Word(who), Word(_be(head)), Word(done)]) if who and done else ""


def seen_doing(tokens: Sequence[Token], head: Token, cue: Token | None, voice: Voice) -> str:
    """Say "showed Roe's lead eroding", of which the parser makes one phrase: "Roe's lead was eroding."."""
    before = [t for t in tokens if t.i < head.i]
    who = before[-1] if before else head
    seen = cue is not None and cue.lemma_.lower() in SEEING and head.tag_ == "VBG" and head.head == cue
    if not seen or who.pos_ not in ("NOUN", "PROPN") or who.head != head or who.dep_ in SUBJECTS:
        return ""
    doing_it = phrase([t for t in tokens if t.i >= head.i], voice)
    return finish([Word(phrase(before, voice)), Word(_be(who)), Word(doing_it)])
