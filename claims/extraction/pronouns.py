"""Name the pronouns inside a content, so that its proposition stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.extraction.actor_words import (
    AGENTS,
    BODY_NOUNS,
    DOCUMENTS,
    FIRST_PERSON,
    HUMAN,
    KIN,
    OUTLET_NOUNS,
    REPORTS,
    SPOKES,
)
from claims.extraction.actors import ArticleActors
from claims.extraction.contents import head_of
from claims.extraction.deeds import charged_before
from claims.extraction.expletives import is_disposed, is_expletive
from claims.extraction.introduced import full_phrase
from claims.extraction.lexicon import ACCUSING, CALLED, DENIAL_VERBS, FALSEHOODS, HEARSAY, JUDGE, SHELL_NOUNS, TELLING
from claims.extraction.speaking_for import spoken_for
from claims.extraction.syntax import (
    SUBJECTS,
    child,
    children,
    doer_beside,
    is_quoted,
    opens_sentence,
    possessor,
    start_before,
    subtree_span,
    token_range,
    whole_text,
)
from claims.extraction.wording import DEFINITE, FIRST_PLURAL, is_own_client, is_own_land
from claims.types import Actor, Span

ANYBODY = frozenset("some others many most several few all both one".split())
"""Words for people of whom "their" would say nothing if they took its place."""
UNNAMED_PERSONS = frozenset("boy girl child baby toddler teenager".split())
"""Persons whom a text mostly leaves without a name."""
BESIDE = ("appos", "compound")
"""What the name of who speaks is beside his role: "the nurse Ada Roe"."""
NO_PERSONS = ("GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT", "WORK_OF_ART")
PERSONS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_PERSON_NOUN = re.compile(
    r"(?:er|or|ist|man|woman|ian|boy|girl|star|chief|wife|son|priest|official|soldier|spouse|igrant|ipant"
    r"|[gsd]ident|stant|client|patient)$"
)
"""Endings of nouns for persons: a pronoun after one is left as it stands."""
_NAME_PARTS = re.compile(r"[\s-]")
THINGS = frozenset(
    "answer behavior behaviour border cancer career center chapter color colour computer corner cover danger dinner "
    "disaster door email error factor favor fever finger fire floor flower folder harbor honor horror humor labor "
    "layer letter liquor manner matter meter minor mirror monitor motor newsletter newspaper number offer order "
    "paper poster power printer quarter register river rumor rumour sector server shelter shoulder shower summer "
    "sweater temper terror theater thunder tower trailer transfer tremor trigger vapor water weather whisper winter "
    "wonder helicopter chopper tanker freighter trawler cruiser destroyer carrier".split()
)
"""Nouns with such an ending that are no persons."""
INDEFINITE = frozenset("some any many few several most more no each every another such".split())
"""Words whose noun is not named again by itself: "some of them" are not some of some people."""
EVALUATIONS = frozenset(
    "mistake shame pity disgrace honor honour error joke surprise relief coincidence tragedy".split()
)
"""What somebody calls all that was told: "it was a mistake"."""
SENTENCES_BACK = 2
PARTICLES = frozenset(
    "de del della di da das do dos du la le van von der den ter ten zu bin ibn ben al el abu the".split()
)
"""Words in small letters that begin a name."""
UNNAMED = frozenset("who which whose lot couple number".split())
"""First words of a source that "the" does not make anybody."""
CARRIED = frozenset("letter document video photo photograph picture image footage email website memo".split())
"""What carries a story and is a thing by itself, of which "it" may speak."""
REFERRING = frozenset("refer speak talk allude point".split())
"""Verbs by whose participle a text says whom words were about: "“He lied,” Roe said, referring to Lee"."""
ATTENDING = frozenset("aide adviser advisor assistant secretary colleague coach doctor".split())
"""Who speaks of the one whose he is, as kin and agents do: "his aide said he was ill"."""
COLLECTIVE = frozenset("staff family couple crew police team band camp entourage".split())
"""Nouns without a plural form whose people are "they"."""
PAPERS = ("lawsuit", "suit", "complaint", "indictment", "petition", "filing", "affidavit")
"""What is filed against somebody, and never speaks of itself as "it"."""
WRECKING = frozenset("crash explode sink burst derail ignite".split())
"""What a vehicle or a vessel does, and no ministry."""
REPORTERS = ("reporter", "journalist")
"""Who is only told something, and is not "they" in it."""
NOBODY = frozenset("none nothing nobody".split())
"""Nouns by the parser that no pronoun takes up."""
GENERAL = frozenset(
    "administration child congress court government king man minister parliament person police president prince queen "
    "school senate team woman".split()
)
"""Roles that are often spoken of in general, or that mean many: they keep their words. In 130 articles
33 propositions have another role replaced by its bearer, one by the wrong one; with these six of 67."""
BLAMING = (JUDGE - {"thank", "congratulate"}) | frozenset("call accuse rip assail chide label lambast deride".split())
"""Verbs of judging somebody, of whom the same sentence goes on to speak."""
FORCES = ("military", "army", "police", "navy")
"""Bodies of many: cooks in the military are not in the Pentagon, though it speaks for the military."""
OWN_STATES = frozenset(
    "have know want hope think believe feel expect plan regret intend prefer ready willing sure certain confident "
    "disappointed shocked glad proud sorry saddened angry concerned worried appalled surprised happy pleased".split()
)
"""What somebody who judges another says of himself: "accused Roe of theft and said he had proof"."""


class ContentNames:
    """Give names for the pronouns of one content; `who` are its speakers.

    `we` tells whether they are who says "we" there. In a turn of a transcript only the first person has a name: "he"
    may be anybody of whom was told before.
    """

    def __init__(
        self,
        doc: Doc,
        actors: ArticleActors,
        who: Sequence[Actor],
        content: Sequence[Token],
        source: Sequence[Token] = (),
        in_turn: bool = False,
        *,
        we: bool = True,
    ) -> None:
        self._doc, self._actors, self._who = doc, actors, who
        self._content, self._source = content, source
        self._in_turn, self._says_we = in_turn, we
        plural = (t for t in source if t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "we"))
        self._several = any(t.head not in source for t in plural)

    def __call__(self, span: Span) -> str | None:
        """Return what a pronoun, short name or "the singer" stands for; None when unsure or the content itself says."""
        token = next(iter(self._doc.char_span(span.start, span.end, alignment_mode="expand") or ()), None)
        if token is None:
            return None
        word = token.lower_
        if word in NEUTER | PLURAL and token.i + 1 < len(self._doc) and token.nbor().lower_ == "all":
            return None  # "it all" is everything that was told
        if self._is_said_of(token):
            if word in PERSONS:
                return self._another_person(span)
            thing = word in NEUTER | PLURAL
            name = (self._called_before(token) or self._subject_before(token, others=True)) if thing else None
            called = token.head.lemma_.lower() in CALLED and token.head.tag_ == "VBG"
            body = called and name is not None and name.split()[-1].lower() in BODY_NOUNS
            return None if body else name
        if word == "whose":
            return self._owner_before(token)
        client = self._client() if is_own_client(token) else None
        if client is not None:
            return client
        if self._in_turn and word in PERSONS | NEUTER | PLURAL:
            return None
        if word in DEFINITE:
            return self._thing(token, span)
        if token.tag_ == "NNP":
            return self._longer_name(token, span)
        claimant = self._claimant(token) or self._spoken_of_beside(token) or self._asked(token)
        if claimant is not None:
            return claimant
        doer = doer_beside(token)
        if word in PERSONS and any(t.i < token.i and t != doer and _may_be_he(t) for t in self._content):
            return None
        if word in PERSONS:
            name = self._judged(token) or self._person(span)
            if name is None or self._other_person(token, name) or self._says_of_self(token, name):
                return None
            return None if self._is_owners(token) else name
        if word in FIRST_PLURAL:
            name = spoken_for(self._doc, self._actors, self._who, self._source) if self._says_we else None
            return name if not is_own_land(token) or (name and self._actors.is_country(name)) else None
        if word not in NEUTER | PLURAL:
            return self._actors.name_of(span)
        told = (
            (self._parallel(token) or self._charged(token) or self._wrecked(token)) if token in self._content else None
        )
        if told is not None:
            return told
        if token not in self._content or _is_empty(token) or self._named_before(token) or self._is_again(token):
            return None
        head = head_of(self._source)
        if word in PLURAL and head is not None and head.lower_ in COLLECTIVE:
            return self._speaker(token)
        if word == "they" and len(self._who) == 1 and not self._several and self._who[0].kind in ("body", "unknown"):
            return self._subject_before(token) or self._speaker(token)
        return self._speaker(token) or self._object_of(token) or self._subject_before(token)

    def _spoken_of_beside(self, pronoun: Token) -> str | None:
        """Return whom words before the telling are about: the Lee of "“He lied,” Roe said of Lee".

        None where the content names somebody else before for whom the pronoun may stand.
        """
        head = head_of(self._source)
        about = told_about(head.head) if head is not None and head.dep_ in SUBJECTS else None
        third = pronoun.lower_ in PERSONS | NEUTER | PLURAL
        if about is None or not third or pronoun.i > about.i or not is_quoted(pronoun) or about in self._content:
            return None
        person = self._actors.is_person(about)
        if (pronoun.lower_ in PERSONS) != person or (person and not self._actors.may_be(about, pronoun)):
            return None
        if not person and not _agrees(about, pronoun):
            return None
        if self._other_person(pronoun, about.text) if person else self._named_before(pronoun):
            return None
        if about.pos_ != "PROPN":
            return full_phrase(about) or _noun_phrase(about)
        return self._name_at(about)

    def _asked(self, pronoun: Token) -> str | None:
        """Return who is asked about himself: the Roe of "a reporter asked Roe whether he would resign".

        So with "put it to Roe that he had lied".
        """
        head = head_of(self._source)
        asked = _whom_asked(head.head) if head is not None and head.dep_ == "nsubj" else None
        if asked is not None and asked.head.lower_ == "to" and asked.lower_ in ("him", "her"):
            return self._actors.name_of(token_range([asked])) or pronoun.text
        if asked is None or pronoun.lower_ not in PERSONS or is_quoted(pronoun) or not self._actors.is_person(asked):
            return None
        alone = asked not in self._content and self._actors.may_be(asked, pronoun)
        if not alone or self._other_person(pronoun, asked.text):
            return None
        return self._name_at(asked)

    def _name_at(self, noun: Token) -> str:
        """Return the name that a noun stands for, or is, without what is told of it."""
        span = subtree_span(noun, without=children(noun, "case", "appos", "relcl", "acl", "punct", "prep"))
        return self._actors.name_of(span) or span.of(whole_text(self._doc))

    def _client(self) -> str | None:
        """Return for whom a lawyer or agent speaks: the Roe of "Roe's lawyer said his client was at home"."""
        agent = next((t for t in self._source if t.lower_ in AGENTS), None)
        owner = child(agent, "poss") if agent is not None else None
        if owner is None or (owner.pos_ != "PROPN" and owner.lower_ not in PERSONS):
            return None
        return self._name_at(owner) if owner.pos_ == "PROPN" else self._actors.name_of(token_range([owner]))

    def _owner_before(self, whose: Token) -> str | None:
        """Return the coach of "the coach, whose team was accused of X", where the content begins behind him."""
        clause = next((t for t in whose.ancestors if t.dep_ == "relcl"), None)
        if clause is None or clause.head in self._content or clause.head.pos_ not in ("NOUN", "PROPN"):
            return None
        return _noun_phrase(clause.head)

    def _is_said_of(self, pronoun: Token) -> bool:
        """Tell whether a pronoun is the object of its cue, and so another than who speaks: "Roe called him a liar"."""
        inside = pronoun in self._content and pronoun.head in self._content
        if inside and pronoun.dep_ == "nsubj" and pronoun.tag_ == "PRP" and pronoun.head.pos_ == "NOUN":
            called = pronoun.head.head  # "considers it a success", where the parser makes a clause of the name
            return bool(self._source) and called.lemma_.lower() in CALLED and pronoun.i == called.i + 1
        return bool(self._source) and pronoun.dep_ == "dobj" and pronoun.tag_ == "PRP" and not inside

    def _called_before(self, pronoun: Token) -> str | None:
        """Return the plan of "Roe belittled the plan, calling it a toy"."""
        cue = pronoun.head
        noun = child(cue.head, "dobj") if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.head.i < cue.i else None
        if noun is None or noun.pos_ != "NOUN" or not _agrees(noun, pronoun) or is_person_noun(noun):
            return None
        return full_phrase(noun) or _noun_phrase(noun)

    def _thing(self, token: Token, span: Span) -> str | None:
        """Take "the singer" for whom the article is about, "the mayor" for the bearer, "the bill" for its first."""
        name = self._actors.celebrated(span) if token.lower_ == "the" else None
        if name is None and token.lower_ == "the" and _is_role(token.head):
            name = _with_article(self._actors.name_of(span))
            body = token.head.lemma_.lower() in BODY_NOUNS - HUMAN
            name = None if name and " " in name and body and self._actors.is_surely_person(name) else name
            part = token.head.lower_ in FORCES and name is not None and token.head.lower_ not in name.lower()
            name = None if part else name
        if name is not None:
            own = any(actor.name == name.removeprefix("the ") for actor in self._who)
            return None if name.islower() or own else name
        place = self._actors.places.of(token.head) if token.lower_ == "the" else None
        return place or self._actors.introductions.of(token.head)

    def _person(self, span: Span) -> str | None:
        """Take who the text speaks of; where that is no person, "Lee said he …" speaks of Lee."""
        kin = self._owner_of_speaker(span)
        if kin is not None:
            return kin
        name = self._actors.name_of(span)
        known = name is not None and not any(e.label_ in NO_PERSONS and e.text == name for e in self._doc.ents)
        alone = len(self._who) == 1 and self._who[0].kind in ("person", "unknown") and self._who[0].name[:1].isupper()
        alone = alone and not any(t.lower_ == "the" and t.head.pos_ == "PROPN" for t in self._source)
        alone = alone and not (self._who[0].kind == "unknown" and self._is_named_thing())
        pronoun = self._doc.char_span(span.start, span.end, alignment_mode="expand")[0]
        if name is not None and name.islower() and alone and self._who[0].kind == "person":
            return self._who[0].name
        if name is not None and self._another_since(name, span):
            return None
        if name is not None and self._only_describes_speaker(name, span):
            return spoken_of(self._who, self._source)
        if name is not None and known and not self._named_after(name, span):
            if len(self._who) == 1 and self._who[0].name == name:
                return spoken_of(self._who, self._source)
            described = name.split()[-1].islower() and name.split()[0].lower() not in ("the", "a", "an")
            return f"the {name}" if described else name
        return spoken_of(self._who, self._source) if alone and self._actors.fits(self._who[0].name, pronoun) else None

    def _judged(self, pronoun: Token) -> str | None:
        """Return the Roe of "called Roe a fraud and said he was unfit", "criticised Roe, saying his plan was absurd".

        Who says what he will do, or did to "him", speaks of himself.
        """
        judging = next((t for t in pronoun.ancestors if t.dep_ in ("conj", "advcl") and t not in self._content), None)
        subject = pronoun.head if pronoun.dep_ == "poss" else pronoun
        if judging is None or judging.head.lemma_.lower() not in BLAMING or subject.dep_ not in SUBJECTS:
            return None
        small = child(judging.head, "ccomp")
        person = child(judging.head, "dobj") or (child(small, "nsubj") if small is not None else None)
        if person is None or person.i > judging.i or not self._names_person(person):
            return None
        alike = [t for t in self._content if t != pronoun and t.lower_ in ("him", "her", "own", "himself", "herself")]
        verb = subject.head
        state = child(verb, "acomp") or verb
        planned = any(t.tag_ == "MD" for t in children(verb, "aux"))
        himself = alike or planned or state.lemma_.lower() in OWN_STATES
        return self._name_at(person) if not himself and self._actors.may_be(person, pronoun) else None

    def _is_named_thing(self) -> bool:
        """Tell whether the words for a source are the name of no person: "the Marlow Poll", "Herald Norway"."""
        head = head_of(self._source)
        noun = head is not None and head.lemma_.lower() in DOCUMENTS | REPORTS
        placed = head is not None and len(self._source) > 1 and head.ent_type_ in ("GPE", "LOC", "FAC")
        return noun or placed

    def _another_person(self, span: Span) -> str | None:
        """Return the person of whom somebody else says something: the Roe of "attacked Roe, accusing him of lying"."""
        name = self._actors.name_of(span)
        own = name is None or any(actor.name == name.removeprefix("the ") for actor in self._who)
        return None if own or name is None or name.islower() else name

    def _owner_of_speaker(self, span: Span) -> str | None:
        """Return whose daughter speaks where "his daughter said he died": "he" is the one of "his"."""
        pronoun = self._doc.char_span(span.start, span.end, alignment_mode="expand")[0]
        head = head_of(self._source)
        people = head is not None and (head.tag_ == "NNS" or head.lemma_.lower() in COLLECTIVE)
        named = child(head, "poss") if head is not None and people else None
        if named is not None and named.pos_ == "PROPN" and self._actors.may_be(named, pronoun):
            return self._name_at(named)
        near = KIN | AGENTS | SPOKES | ATTENDING
        owner = next((t for t in self._source[:1] if t.tag_ == "PRP$" and t.head.lemma_.lower() in near), None)
        same = owner is not None and {owner.lower_, pronoun.lower_} in ({"his", "he"}, {"her", "she"})
        name = self._actors.name_of(token_range([owner])) if same and owner is not None else None
        return f"the {name}" if name is not None and name.islower() else name

    def _another_since(self, name: str, span: Span) -> bool:
        """Tell whether somebody without a name, a boy, was spoken of after the name was last said: "he" may be he."""
        pronoun, parts = self._doc.char_span(span.start, span.end, alignment_mode="expand")[0], _NAME_PARTS.split(name)
        last = next((t.i for t in reversed(self._doc[: pronoun.i]) if t.text in parts and t.pos_ == "PROPN"), None)
        since = self._doc[last + 1 : pronoun.i] if last is not None else ()
        return any(t.lower_ in UNNAMED_PERSONS and self._actors.may_be(t, pronoun) for t in since)

    def _only_describes_speaker(self, name: str, span: Span) -> bool:
        """Tell whether "she" would be Poe in "the nurse who hit Poe denied she had": it is who speaks."""
        head, parts = head_of(self._source), _NAME_PARTS.split(name)
        token = self._doc.char_span(span.start, span.end, alignment_mode="expand")[0]
        if head is None or head.tag_ != "NN" or len(self._who) != 1 or token.dep_ not in SUBJECTS:
            return False
        beside = (*BESIDE, "poss", "pobj") if head.lower_ in AGENTS | SPOKES else BESIDE
        return is_person_noun(head) and any(t.text in parts and t.dep_ not in beside for t in self._source)

    def _named_after(self, name: str, span: Span) -> bool:
        """Tell whether the content names somebody behind the pronoun, which is then another's: "he met Roe"."""
        parts = _NAME_PARTS.split(name)
        return any(t.idx > span.start and t.pos_ == "PROPN" and t.text in parts for t in self._content)

    def _other_person(self, pronoun: Token, name: str) -> bool:
        """Tell whether the content itself names another person before as a subject: then the pronoun is theirs.

        What belongs to somebody ("his wealth") is anybody's whom it names before; and who speaks is not sure to be
        "he" where somebody owns something before: "Roe said that Poe's guards did not know whether he …".
        """
        before = [t for t in self._content if t.i < pronoun.i and self._names_person(t)]
        roles = (*SUBJECTS, "poss") if any(actor.name == name for actor in self._who) else SUBJECTS
        doer = doer_beside(pronoun)
        owners = before if pronoun.tag_ == "PRP$" else [t for t in before if t.dep_ in roles and t != doer]
        return any(t.text not in name.split() and self._actors.may_be(t, pronoun) for t in owners)

    def _names_person(self, token: Token) -> bool:
        return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and self._actors.is_person(token))

    def _says_of_self(self, pronoun: Token, name: str) -> bool:
        """Tell whether a speaker would have to be "he" in words of his own: between quotation marks he says "I"."""
        return any(actor.name == name for actor in self._who) and is_quoted(pronoun)

    def _is_owners(self, pronoun: Token) -> bool:
        """Tell whether "her" may be of a common noun that owns something before: "the elephant's mouth … her jaw"."""
        return pronoun.tag_ == "PRP$" and any(t.i < pronoun.i and owns_something(t) for t in self._content)

    def _longer_name(self, token: Token, span: Span) -> str | None:
        name = self._actors.name_of(span)
        one_of_them = any(t.lower_ in ("a", "an") and t.dep_ == "det" for t in token.children)
        if one_of_them or (opens_sentence(token) and self._actors.is_common_word(token)):
            return None
        return name if name is not None and token.text in name.split() and " of " not in name else None

    def _named_before(self, pronoun: Token) -> bool:
        """Tell whether a noun before it in the content may be what it stands for."""
        before = [t for t in self._content if t.i < pronoun.i]
        if pronoun.lower_ in PLURAL and any(t.dep_ in SUBJECTS and _is_anybody(t) for t in before):
            return True
        return any(
            t.pos_ in ("NOUN", "PROPN")
            and (t.dep_ != "compound" or t.pos_ == "PROPN")
            and not _is_on_its_own(t, pronoun)
            and _agrees(t, pronoun)
            and t.ent_type_ != "PERSON"
            and not _holds(t, pronoun)
            and not _is_denied_talk(t, pronoun)
            and not _carries(t.head if t.dep_ == "compound" else t)
            for t in before
        )

    def _is_again(self, pronoun: Token) -> bool:
        """Tell whether a pronoun only takes up one before it: "they had rung, but the rain had hidden them"."""
        alike = PLURAL if pronoun.lower_ in PLURAL else NEUTER
        return pronoun.dep_ not in SUBJECTS and any(t.lower_ in alike and t.i < pronoun.i for t in self._content)

    def _parallel(self, pronoun: Token) -> str | None:
        """Return the toys of "the firm said the toys were safe, but officials said they were dangerous".

        So with a noun for an adjective: "the money was a bribe … it was a loan".
        """
        said = child(pronoun.head, "acomp") or _called(pronoun.head)
        if said is None or pronoun.dep_ != "nsubj" or is_disposed(pronoun.head) or is_expletive(pronoun):
            return None
        for verb in reversed(self._doc[start_before(pronoun, 1) : pronoun.i]):
            alike = child(verb, "acomp") if said.dep_ == "acomp" else _called(verb)
            subject = child(verb, "nsubj") if verb.lemma_ == "be" and alike is not None else None
            if subject is None or verb.dep_ != "ccomp":
                continue
            thing = subject.pos_ == "NOUN" and not is_person_noun(subject) and subject.lemma_.lower() not in BODY_NOUNS
            return _noun_phrase(subject) if thing and _agrees(subject, pronoun) else None
        return None

    def _wrecked(self, pronoun: Token) -> str | None:
        """Return the helicopter of "… had shot down a helicopter. The government said it had crashed"."""
        verb = pronoun.head
        if pronoun.dep_ != "nsubj" or verb.lemma_ not in WRECKING or child(verb, "dobj") is not None:
            return None
        for token in reversed(self._doc[start_before(pronoun, 1) : pronoun.i]):
            if token.pos_ == "NOUN" and token.dep_ in ("dobj", *SUBJECTS) and _agrees(token, pronoun):
                body = token.lemma_.lower() in BODY_NOUNS or is_person_noun(token) or token in self._source
                if not body:
                    return full_phrase(token) or _noun_phrase(token)
        return None

    def _charged(self, pronoun: Token) -> str | None:
        """Return the attack of "blamed Sudland for the attack; Sudland said Norland was behind it"."""
        behind = pronoun.dep_ == "pobj" and pronoun.head.lower_ in ("behind", "for") and pronoun.lower_ == "it"
        blamed = behind and (pronoun.head.lower_ == "behind" or pronoun.head.head.lower_ == "responsible")
        deed = charged_before(pronoun) if blamed else None
        return _noun_phrase(deed) if deed is not None and deed.pos_ == "NOUN" else None

    def _speaker(self, pronoun: Token) -> str | None:
        """Take "the ministry said it had …" to speak of the ministry, "the two said they …" of both.

        Where the pronoun stands before who speaks ("it was shut, the ministry said"), it takes up what was told before.
        """
        first_person = len(self._source) == 1 and self._source[0].lower_ in FIRST_PERSON
        if not self._who or first_person or is_quoted(pronoun):
            return None
        if self._source and pronoun.i < self._source[0].i and pronoun.sent.start > 0:
            return None
        if pronoun.lower_ in NEUTER and any(t.lower_ == "i" for a in pronoun.ancestors for t in children(a, "nsubj")):
            return None
        if len(self._who) == 1 and self._who[0].name.lower() in ANYBODY:
            return None
        if len(self._who) > 1 and pronoun.lower_ in NEUTER:
            return None
        if len(self._who) == 1 and self._who[0].kind == "person" and self._actors.is_surely_person(self._who[0].name):
            led = pronoun.lower_ in NEUTER and pronoun.dep_ in (*SUBJECTS, "poss")
            return spoken_for(self._doc, self._actors, self._who, self._source) if led else None
        if pronoun.lower_ in NEUTER and self._several and self._who[0].kind not in ("body", "country", "outlet"):
            return None
        head = head_of(self._source)
        if head is not None and head.lower_ == "office" and pronoun.dep_ == "nsubjpass":
            return None  # "his office says that it was taken a year before"
        if head is not None and (_carries(head) or head.lemma_.lower() in HEARSAY - OUTLET_NOUNS or head.tag_ == "VBG"):
            return None
        if pronoun.lower_ in PLURAL and head is not None and head.tag_ == "NN" and is_person_noun(head):
            return None
        if head is not None and head.lemma_.lower() in PAPERS:
            return None
        cue_clause = pronoun.dep_ in (*SUBJECTS, "poss")
        if cue_clause and pronoun.lower_ in PLURAL and self._several and len(self._who) == 1:
            return self._as_written()
        return spoken_of(self._who, self._source) if cue_clause else None

    def _claimant(self, pronoun: Token) -> str | None:
        """Return whose claim a pronoun stands in: the Norland of "Norland's claim that its troops had left".

        None where the claim itself has a subject or a person before, for whom it may stand.
        """
        noun = next((t for t in pronoun.ancestors if t.lemma_.lower() in SHELL_NOUNS and t.pos_ == "NOUN"), None)
        denied = (t for t in map(_denied_talk, pronoun.ancestors) if t is not None and t.i < pronoun.i)
        noun = noun or next(denied, None)
        owner = child(noun, "poss") if noun is not None and noun.i < pronoun.i else None
        if noun is not None and self._is_about_denier(noun, pronoun):
            return self._accused(noun, pronoun)
        if noun is None or owner is None or owner.pos_ != "PROPN":
            return None
        denier = self._denier(noun, pronoun)
        if denier is not None:
            return denier
        doer = doer_beside(pronoun)
        between = (t for t in self._doc[noun.i + 1 : pronoun.i] if t != doer)
        rivals = [t for t in between if t.dep_ in SUBJECTS or t.ent_type_ == "PERSON"]
        fits = (pronoun.lower_ in PERSONS) == self._actors.is_person(owner) and self._actors.may_be(owner, pronoun)
        return (
            subtree_span(owner, without=children(owner, "case")).of(whole_text(self._doc))
            if fits and not rivals
            else None
        )

    def _denier(self, noun: Token, pronoun: Token) -> str | None:
        """Return who did something by another's claim: the Lee of "Lee denied Roe's claim that she did"."""
        verb = noun.head if noun.dep_ == "dobj" else None
        subject = child(verb, "nsubj") if verb is not None and verb.lemma_.lower() in DENIAL_VERBS else None
        if subject is None or pronoun.lower_ not in PERSONS or pronoun.dep_ not in SUBJECTS:
            return None
        person = subject.pos_ == "PROPN" and self._actors.is_person(subject) and self._actors.may_be(subject, pronoun)
        return _noun_phrase(subject) if person else None

    def _is_about_denier(self, noun: Token, pronoun: Token) -> bool:
        """Tell whether what others say is of whom they accuse, or who denies it: "denied claims by Norco that it lied".

        Of himself somebody with a name may speak too: "rejected a claim by Roe that he was robbed".
        """
        owner = possessor(noun)
        if owner is None or noun.lemma_.lower() in ACCUSING:
            return owner is not None
        denied = noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENIAL_VERBS
        return denied and child(noun, "poss") is None and (pronoun.lower_ in NEUTER or owner.pos_ == "NOUN")

    def _accused(self, noun: Token, pronoun: Token) -> str | None:
        """Return who is accused: the firm of "the firm denied a rival's accusation that it inflated sales"."""
        verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
        subject = child(verb, "nsubj") if verb is not None and noun.i > verb.i else None
        if subject is None or subject.pos_ not in ("NOUN", "PROPN") or not _agrees(subject, pronoun):
            return None
        if pronoun.lower_ in PERSONS:
            return _noun_phrase(subject) if self._actors.is_person(subject) or is_person_noun(subject) else None
        person = self._actors.is_person(subject) and self._actors.is_surely_person(subject.text)
        return _noun_phrase(subject) if not person else None

    def _as_written(self) -> str | None:
        """Return the speakers by the article's words: "most Republicans" are not their party."""
        head = head_of(self._source)
        if head is None or head.pos_ not in ("NOUN", "PROPN"):
            return None
        words = [t for t in head.subtree if t.i <= head.i]
        first = words[0].text if words[0].pos_ == "PROPN" else words[0].lower_
        return " ".join([first, *(t.text for t in words[1:])])

    def _subject_before(self, pronoun: Token, *, others: bool = False) -> str | None:
        """Take the nearest subject before it, in its sentence or the two before, that agrees; `others`: no speaker."""
        for token in reversed(self._doc[start_before(pronoun, SENTENCES_BACK) : pronoun.i]):
            told = token.lemma_.lower() in SHELL_NOUNS - CARRIED
            if told or token.pos_ not in ("NOUN", "PROPN") or _opens(token, pronoun):
                continue
            if token.lower_ in NOBODY | ANYBODY or ((others or is_quoted(pronoun)) and token in self._source):
                continue
            if token.dep_ in SUBJECTS and _agrees(token, pronoun):
                gerund = token.head.tag_ == "VBG" and not children(token.head, "aux")
                if gerund and token.head.dep_ in ("pcomp", "acl", "advcl", "ccomp"):
                    continue
                if token.sent != pronoun.sent and _is_under_pointer(token):
                    return None
                if pronoun.lower_ in PLURAL and is_quoted(pronoun) and not is_quoted(token) and not _are_people(token):
                    return None
                person = self._actors.is_person(token) or (pronoun.lower_ in NEUTER and is_person_noun(token))
                return None if person else _noun_phrase(token)
        return self._object_before(pronoun) if pronoun.lower_ in PLURAL else None

    def _object_of(self, pronoun: Token) -> str | None:
        """Return the plan of "Roe criticised the plan, saying it would cost jobs"."""
        cue = next((t for t in pronoun.ancestors if t.dep_ == "advcl" and t.tag_ == "VBG"), None)
        if cue is None or cue.head.i > cue.i or cue.lemma_.lower() not in TELLING or pronoun.dep_ not in SUBJECTS:
            return None
        objects = [*children(cue.head, "dobj"), *(t for p in children(cue.head, "prep") for t in children(p, "pobj"))]
        found = [t for t in objects if t.i < cue.i and t.pos_ == "NOUN" and _agrees(t, pronoun)]
        if not found or found[0].lemma_.lower() in SHELL_NOUNS or is_person_noun(found[0]):
            return None
        return _noun_phrase(found[0])

    def _object_before(self, pronoun: Token) -> str | None:
        """Take "they" to be the nearest plural object, in its sentence or the one before, where no subject fits."""
        for token in reversed(self._doc[start_before(pronoun, 1) : pronoun.i]):
            if token.pos_ == "NOUN" and token.dep_ == "dobj" and _agrees(token, pronoun):
                if token.lemma_.lower() in REPORTERS:
                    continue
                if is_quoted(pronoun) and not is_quoted(token) and not _are_people(token):
                    return None
                return _noun_phrase(token) if token.lemma_.lower() not in SHELL_NOUNS else None
        return None


def _whom_asked(verb: Token) -> Token | None:
    """Return the Roe of "asked Roe whether …", "put it to Roe that …"."""
    if verb.lemma_ == "ask":
        return child(verb, "dobj", "dative")
    to = next((p for p in children(verb, "prep", "dative") if p.lower_ == "to"), None) if verb.lemma_ == "put" else None
    return child(to, "pobj") if to is not None else None


def _is_on_its_own(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun would belong to itself: the paint of "paint on its trains"."""
    place = pronoun.head.head if pronoun.tag_ == "PRP$" else noun
    return bool(place.pos_ == "ADP" and place.head == noun)


def _called(verb: Token) -> Token | None:
    """Return the loan of "it was a loan"; "it was a lie" is of what was told."""
    name = child(verb, "attr") if verb.lemma_ == "be" else None
    if name is None or name.pos_ != "NOUN" or name.lemma_.lower() in SHELL_NOUNS | FALSEHOODS | EVALUATIONS:
        return None
    return name if any(t.lower_ in ("a", "an") for t in name.lefts) else None


def _is_under_pointer(subject: Token) -> bool:
    """Tell whether a subject stands only in what is told of "this": "this allowed us to know what the score was"."""
    main = child(subject.sent.root, *SUBJECTS)
    return main is not None and main.lower_ in ("this", "that", "it") and subject.head != subject.sent.root


def told_about(verb: Token) -> Token | None:
    """Return of whom somebody says something: "said of Lee", "wrote about the plan", "said, referring to Lee"."""
    telling = [verb] if verb.lemma_.lower() in TELLING | {"ask"} else []
    telling += [t for t in children(verb, "advcl") if t.tag_ == "VBG" and t.lemma_ in REFERRING]
    for told in telling:
        for place in children(told, "prep"):
            noun = child(place, "pobj")
            if noun is not None and place.lower_ in (("of", "about") if told == verb else ("of", "to")):
                pointer = noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in SHELL_NOUNS
                return None if pointer else noun
    return None


def _are_people(noun: Token) -> bool:
    """Tell whether a plural is of people or bodies, of whom somebody else speaks as "they"."""
    return noun.pos_ == "PROPN" or is_person_noun(noun) or noun.lemma_.lower() in BODY_NOUNS | HUMAN


def _denied_talk(verb: Token) -> Token | None:
    """Return the claims of "denied claims by an aide that she lied", whose clause the parser hangs on the denial."""
    told = child(verb, "dobj") if verb.lemma_.lower() in DENIAL_VERBS else None
    return told if told is not None and told.lemma_.lower() in SHELL_NOUNS else None


def _is_denied_talk(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun is the report of "denied a report in the Echo that it …", whose clause hangs on the verb."""
    return noun.dep_ == "dobj" and noun.lemma_.lower() in SHELL_NOUNS and noun.head.is_ancestor(pronoun)


def _carries(noun: Token) -> bool:
    """Tell whether a noun says where a report stands: the Echo of "denied a report in the Echo that it had …"."""
    placed = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on") and noun.head.i > 0
    return placed and noun.head.nbor(-1).lemma_.lower() in SHELL_NOUNS


def spoken_of(who: Sequence[Actor], source: Sequence[Token] = ()) -> str:
    """Return who speaks as the subject of a sentence: "the ministry" for one who is only described.

    It has an article where the words of the source have one: "the Lebanese army", but "newly released audio".
    """
    return " and ".join(f"the {actor.name}" if _takes_article(actor, source) else actor.name for actor in who)


def _takes_article(actor: Actor, source: Sequence[Token]) -> bool:
    names = actor.name.split()
    first = names[0]
    if first in UNNAMED:
        return False
    written = {part for name in names for part in (name.lower(), name.lower().rpartition("-")[2])}
    if any(t.lower_ in written and any(d.lower_ == "the" for d in t.lefts) and not _has_role(t) for t in source):
        role = first.islower() or names[-1].islower()
        return (role or actor.kind != "person") and first.lower() != "the"
    described = actor.kind != "group" or first.endswith(("'s", "’s"))
    if not described or not first.islower() or first in INDEFINITE | PARTICLES | NOBODY:
        return False
    named = next((t for t in source if first.startswith(t.lower_)), None)
    return named is None or any(t.dep_ == "det" and t.i < named.i for t in source)


def _has_role(name: Token) -> bool:
    """Tell whether a name has its "the" from the role before it: the Credital of "the bank Credital"."""
    roles = [t for t in name.lefts if t.pos_ == "NOUN" and t.dep_ in ("compound", "nmod")]
    return name.pos_ == "PROPN" and any(t.lower_ in BODY_NOUNS | HUMAN for t in roles)


def _is_role(noun: Token) -> bool:
    """Tell whether a noun is one by which an article takes up somebody, or a body, that it named: "the mayor"."""
    named = noun.lemma_.lower() in HUMAN | BODY_NOUNS and noun.lemma_.lower() not in GENERAL
    return named and noun.tag_ == "NN" and all(t.is_lower for t in (noun, *noun.lefts)) and not children(noun, "poss")


def _with_article(name: str | None) -> str | None:
    """Return "the Labour Party" for a name that ends in a common noun."""
    words = name.split() if name is not None else []
    return f"the {name}" if len(words) > 1 and words[-1].lower() in BODY_NOUNS | {"house", "office"} else name


def is_person_noun(token: Token) -> bool:
    """Tell whether a noun is one for persons, by the list or by its ending: "reporter", "spokesman"."""
    ending = token.lemma_.lower() not in THINGS and _PERSON_NOUN.search(token.lower_) is not None
    person = token.lemma_.lower() in HUMAN or ending
    return token.pos_ == "NOUN" and person


def _may_be_he(token: Token) -> bool:
    """Tell whether a noun is a person's for whom "he" may stand; "as president he would go" is of who is president."""
    return token.tag_ == "NN" and is_person_noun(token) and not (token.dep_ == "pobj" and token.head.lower_ == "as")


def owns_something(token: Token) -> bool:
    """Tell whether a word is a common noun that something belongs to: the elephant of "the elephant's mouth"."""
    return bool(token.dep_ == "poss" and token.tag_ == "NN" and token.lower_ not in THINGS and not token.ent_type_)


def _is_empty(token: Token) -> bool:
    """Tell whether an "it" refers to nothing, or to what was told: "it happened at dawn", "said it was a mistake"."""
    if token.lower_ != "it":
        return bool(token.dep_ == "expl")
    verb = token.head
    told = verb.lemma_ in ("happen", "occur") or (verb.lemma_ == "be" and verb.dep_ != "ROOT" and not is_disposed(verb))
    return told or is_expletive(token)


def _is_anybody(subject: Token) -> bool:
    """Tell whether a subject is somebody of whom one says "they": "a candidate", "everyone"."""
    if subject.pos_ == "PRON":
        return bool(subject.lower_.endswith(("one", "body")))
    return is_person_noun(subject) and any(t.lower_ in ("a", "an", "any", "every", "each", "no") for t in subject.lefts)


def _holds(noun: Token, pronoun: Token) -> bool:
    """Tell whether a pronoun stands in what a noun says: "the claim that it fled" is no claim that fled."""
    return noun.lemma_.lower() in SHELL_NOUNS and noun.is_ancestor(pronoun)


def _opens(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun only opens what is said: "his wording is that they destroyed it"."""
    verb = noun.head
    return bool(verb.lemma_ == "be" and verb.is_ancestor(pronoun) and any(t.dep_ == "ccomp" for t in verb.children))


def _agrees(noun: Token, pronoun: Token) -> bool:
    joined = noun.pos_ == "PROPN" and any(t.dep_ == "conj" and t.pos_ == "PROPN" for t in noun.children)
    plural = noun.tag_ in ("NNS", "NNPS") or joined
    return plural == (pronoun.lower_ in PLURAL)


def _noun_phrase(noun: Token) -> str | None:
    """Return a noun with what stands before it; None where it is known only by a pronoun: "whose car", "its car"."""
    words = [t for t in noun.subtree if t.i <= noun.i]
    if any(t.tag_ in ("WP$", "WDT", "WP", "PRP$") for t in words) or words[0].lower_ in INDEFINITE:
        return None
    if words[0].lower_ in ("a", "an") and len(words) > 1:
        return str("the " + "".join(t.text_with_ws for t in words[1:])).strip()
    lower = words[0].pos_ in ("DET", "ADJ", "NOUN", "PRON") and opens_sentence(words[0]) and not words[0].ent_type_
    first = words[0].text_with_ws.lower() if lower else words[0].text_with_ws
    return str(first + "".join(t.text_with_ws for t in words[1:])).strip()
