"""The words of a content as one standalone sentence in positive form."""

import pytest

from claims.extraction.contents import head_of, tokens_of
from claims.extraction.language import load_language
from claims.extraction.propositions import draft_proposition
from claims.extraction.wording import Voice
from claims.types import Span

NAMES = {"he": "Paul Verrick", "she": "Ana Lindqvist", "his": "Paul Verrick", "her": "Ana Lindqvist"}


def todo(reason, *values):
    """Mark a row that ought to hold and does not."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def draft(sentence, cue, content, stance="asserts", speaker="Harlow", positive=False, names=NAMES):
    """Draft the content of a sentence; cue and content are words of it, the cue's own words left out."""
    doc = load_language()(sentence)
    start = sentence.index(content)
    cue_start = sentence.index(cue)
    cue_tokens = tokens_of(doc, [Span(cue_start, cue_start + len(cue))])
    tokens = [t for t in tokens_of(doc, [Span(start, start + len(content))]) if t not in cue_tokens]

    def name_of(span):
        return names.get(span.of(sentence).lower())

    voice = Voice(speaker, name_of, speaker)
    return draft_proposition(tokens, head_of(cue_tokens), voice, stance=stance, positive=positive)


RELATIVE = [
    (
        "Critics attacked the plan that Mayor Orsk says would save money.",
        "says",
        "would save money",
        "The plan would save money.",
    ),
    ("Kim Dorval, who police say killed two men, fled.", "say", "killed two men", "Kim Dorval killed two men."),
    ("He visited the town which the army claims it captured.", "claims", "it captured", "It captured the town."),
    (
        "The bridge, which officials said the rebels blew up, was old.",
        "said",
        "the rebels blew up",
        "The rebels blew up the bridge.",
    ),
]
"""What a relative pronoun took out of the content."""
RAISED = [
    (
        "They seek the ship, which was last known to be in the bay.",
        "was last known",
        "to be in the bay",
        "The ship was in the bay.",
    ),
    (
        "A study by Justin Levitt found 31 cases of fraud out of more than a billion ballots cast.",
        "found",
        "31 cases of fraud out of more than a billion ballots cast",
        "There were 31 cases of fraud out of more than a billion ballots cast.",
    ),
]
"""Whose subject is the cue's, and what has no verb of its own."""

OPENED = [
    (
        "Harlow named the fault: the pump is losing oil.",
        "named",
        "the fault: the pump is losing oil",
        "The pump is losing oil.",
    ),
    ("In addition, the pump lost oil, Harlow said.", "said", "In addition, the pump lost oil", "The pump lost oil."),
    (
        "Harlow claims, among other things, that the pump lost oil.",
        "claims",
        "among other things, that the pump lost oil",
        "The pump lost oil.",
    ),
    ("Harlow said the pump lost oil; he", "said", "the pump lost oil; he", "The pump lost oil."),
    ("Harlow said the pump lost oil, but Roe smiled.", "said", "the pump lost oil, but", "The pump lost oil."),
    (
        "Harlow blames the mill for raising prices and pushing down wages.",
        "blames",
        "the mill for raising prices and pushing down wages",
        "The mill raised prices and pushed down wages.",
    ),
    ("Harlow blamed two pumps.", "blamed", "two pumps", "Two pumps were responsible."),
]
"""What only opens or ends the words, and a second verb."""

THAT_CLAUSES = [
    ("Harlow said that the ferry was late.", "said", "that the ferry was late", "The ferry was late."),
    ("Harlow said the ferry was late.", "said", "the ferry was late", "The ferry was late."),
    (
        "“The ferry was late,” Harlow said.",
        "said",
        "“The ferry was late,”",
        "The ferry was late.",
    ),
    (
        "Harlow said on Friday that the quarry had flooded.",
        "said",
        "that the quarry had flooded",
        "The quarry had flooded.",
    ),
    (
        "Harlow claimed that three guards were bribed in Norvik.",
        "claimed",
        "that three guards were bribed in Norvik",
        "Three guards were bribed in Norvik.",
    ),
]

ASSERTED = [
    ("Harlow called for the weir to be removed.", "called for", "the weir to be removed", "The weir will be removed."),
    *THAT_CLAUSES,
    *RELATIVE,
    *RAISED,
    *OPENED,
    ("Harlow admitted stealing the ledger.", "admitted", "stealing the ledger", "Harlow stole the ledger."),
    ("Harlow admitted to lying under oath.", "admitted", "to lying under oath", "Harlow lied under oath."),
    ("Harlow promised to rebuild the pier.", "promised", "to rebuild the pier", "Harlow will rebuild the pier."),
    ("Harlow pledged to open the archive.", "pledged", "to open the archive", "Harlow will open the archive."),
    (
        "Prosecutors accused Verrick of forging the permits.",
        "accused",
        "Verrick of forging the permits",
        "Verrick forged the permits.",
    ),
    (
        "Prosecutors accused Verrick of forging the permits.",
        "accused Verrick of",
        "forging the permits",
        "Verrick forged the permits.",
    ),
    (
        "Prosecutors accused the brewery of treason.",
        "accused",
        "the brewery of treason",
        "The brewery was guilty of treason.",
    ),
    (
        "Verrick was accused by prosecutors of forging the permits.",
        "was accused",
        "forging the permits",
        "Verrick forged the permits.",
    ),
    (
        "The brewery was accused of poisoning the stream.",
        "was accused of",
        "poisoning the stream",
        "The brewery poisoned the stream.",
    ),
    (
        "The miners were accused of having blocked the road.",
        "were accused of",
        "having blocked the road",
        "The miners had blocked the road.",
    ),
    todo(
        "the parser takes the gerund for a compound noun: “was guilty of smuggling amber”",
        "Lindqvist was charged with smuggling amber.",
        "was charged",
        "smuggling amber",
        "Lindqvist smuggled amber.",
    ),
    (
        "The union blamed the ministry for the delay.",
        "blamed",
        "the ministry for the delay",
        "The ministry was responsible for the delay.",
    ),
    (
        "The union blamed the delay on the ministry.",
        "blamed",
        "the delay on the ministry",
        "The ministry was responsible for the delay.",
    ),
    (
        "The union blamed the ministry for losing the files.",
        "blamed",
        "the ministry for losing the files",
        "The ministry lost the files.",
    ),
    ("Harlow called the fire an accident.", "called", "the fire an accident", "The fire was an accident."),
    (
        "Harlow described the meeting as fruitful.",
        "described",
        "the meeting as fruitful",
        "The meeting was fruitful.",
    ),
    (
        "Harlow described the floods as a disaster.",
        "described",
        "the floods as a disaster",
        "The floods were a disaster.",
    ),
    (
        "“I sold the boat,” Harlow said.",
        "said",
        "“I sold the boat,”",
        "Harlow sold the boat.",
    ),
    ("“I own the boat,” Harlow said.", "said", "“I own the boat,”", "Harlow owns the boat."),
    ("“I am innocent,” Harlow said.", "said", "“I am innocent,”", "Harlow is innocent."),
    ("“My boat was stolen,” Harlow said.", "said", "“My boat was stolen,”", "Harlow’s boat was stolen."),
    (
        "Harlow said he had left the island.",
        "said",
        "he had left the island",
        "Paul Verrick had left the island.",
    ),
    (
        "Harlow said her sister had left the island.",
        "said",
        "her sister had left the island",
        "Ana Lindqvist’s sister had left the island.",
    ),
    (
        "The paper quoted the agency as saying the mine was closed.",
        "quoted",
        "the agency as saying the mine was closed",
        "The mine was closed.",
    ),
    (
        "Harlow confirmed the report that the mine was closed.",
        "confirmed",
        "the report that the mine was closed",
        "The mine was closed.",
    ),
]

CALLED = [
    ("Harlow deemed the bridge unsafe.", "deemed", "the bridge unsafe", "The bridge was unsafe."),
    ("Harlow cast the mayor as a liar.", "cast", "the mayor as a liar", "The mayor was a liar."),
    ("The mayor was hailed by Harlow as a hero.", "was hailed", "as a hero", "The mayor was a hero."),
    ("The bridge was deemed unsafe by Harlow.", "was deemed", "unsafe", "The bridge was unsafe."),
    ("Harlow billed himself as an honest man.", "billed", "himself as an honest man", "Harlow was an honest man."),
    (
        "The mayor, who was considered a liberal, left.",
        "was considered",
        "a liberal",
        "The mayor was a liberal.",
    ),
    ("The mayor seemed weaker.", "seemed", "weaker", "The mayor was weaker."),
    ("Harlow has deemed the bridge unsafe.", "has deemed", "the bridge unsafe", "The bridge is unsafe."),
    ("The mayor is known as a miser.", "is known", "as a miser", "The mayor is a miser."),
    ("The bridge appears to be unsafe.", "appears", "to be unsafe", "The bridge is unsafe."),
    ("The bridge appeared to be unsafe.", "appeared", "to be unsafe", "The bridge was unsafe."),
    ("Harlow considers Verrick to be a spy.", "considers", "Verrick to be a spy", "Verrick was a spy."),
    ("Verrick is believed to have fled.", "is believed", "to have fled", "Verrick had fled."),
]

SPOKEN = [
    ("Harlow said: “And it needs to stop.”", "said", "“And it needs to stop.”", "It needs to stop."),
    (
        "Harlow said: “Well, the pier has burnt down.”",
        "said",
        "“Well, the pier has burnt down.”",
        "The pier has burnt down.",
    ),
    ("Harlow said: “So the pier has burnt down.”", "said", "“So the pier has burnt down.”", "The pier has burnt down."),
    ("Harlow said: “So many people came.”", "said", "“So many people came.”", "So many people came."),
    ("“I’ll sell the boat,” Harlow said.", "said", "“I’ll sell the boat,”", "Harlow will sell the boat."),
    (
        "“It’s time to sell the boat,” Harlow said.",
        "said",
        "“It’s time to sell the boat,”",
        "It is time to sell the boat.",
    ),
    (
        "The report found the council rated the bridges as safe.",
        "found",
        "the council rated the bridges as safe",
        "The council rated the bridges as safe.",
    ),
    (
        "Harlow said that during the trip, the mast had broken and that the sail was lost.",
        "said",
        "that during the trip, the mast had broken and that the sail was lost",
        "During the trip, the mast had broken and the sail was lost.",
    ),
    (
        "Harlow said the lorry was driving on the wrong side.",
        "said",
        "the lorry was driving on the wrong side",
        "The lorry was driving on the wrong side.",
    ),
]

THERE = [
    (
        "Harlow said the road signs in the photograph stand in Norvik.",
        "said",
        "the road signs in the photograph stand in Norvik",
        "The road signs in the photograph stand in Norvik.",
    ),
    ("Harlow confirmed three deaths.", "confirmed", "three deaths", "There were three deaths."),
    ("Harlow reported a ban on nets.", "reported", "a ban on nets", "There was a ban on nets."),
    (
        "A video showed guards beating a prisoner.",
        "showed",
        "guards beating a prisoner",
        "Guards were beating a prisoner.",
    ),
]

TOPICS = [
    ("Harlow recalled its envoy.", "recalled", "its envoy"),
    ("Harlow announced a ban on nets.", "announced", "a ban on nets"),
    ("Harlow declared a day of mourning.", "declared", "a day of mourning"),
    ("Harlow described the mayor’s plans.", "described", "the mayor’s plans"),
    ("Harlow mentioned Norvik.", "mentioned", "Norvik"),
    ("Harlow praised his economic record.", "praised", "his economic record"),
    ("Harlow reported Norvik.", "reported", "Norvik"),
    ("Harlow found its voice on dog licences.", "found its voice on", "dog licences"),
]


@pytest.mark.parametrize(("sentence", "cue", "content", "wanted"), [*CALLED, *SPOKEN, *THERE])
def test_what_a_cue_says_of_its_content(sentence, cue, content, wanted):
    found = draft(sentence, cue, content)
    assert (found.text, found.topic) == (wanted, False)


@pytest.mark.parametrize(("sentence", "cue", "content"), TOPICS)
def test_a_thing_that_is_only_spoken_of_is_a_topic(sentence, cue, content):
    assert draft(sentence, cue, content).topic


DENIED = [
    (
        "Harlow denied that the pump leaked, but there was a puddle.",
        "denied",
        "that the pump leaked, but there was a puddle",
        "The pump leaked.",
    ),
    ("Harlow denied that the dam was hit at all.", "denied", "that the dam was hit at all", "The dam was hit."),
    ("Harlow denied taking the ledger.", "denied", "taking the ledger", "Harlow took the ledger."),
    ("Harlow denied having taken the ledger.", "denied", "having taken the ledger", "Harlow had taken the ledger."),
    ("Harlow denied that the mine had reopened.", "denied", "that the mine had reopened", "The mine had reopened."),
    (
        "Harlow denied being paid by the brewery.",
        "denied",
        "being paid by the brewery",
        "Harlow was paid by the brewery.",
    ),
    (
        "Harlow denied having been warned.",
        "denied",
        "having been warned",
        "Harlow had been warned.",
    ),
    (
        "Harlow denied any involvement in the fire.",
        "denied",
        "any involvement in the fire",
        "Harlow was involved in the fire.",
    ),
    (
        "Harlow denied involvement in the fire.",
        "denied",
        "involvement in the fire",
        "Harlow was involved in the fire.",
    ),
    (
        "Harlow denied any role in the sale.",
        "denied",
        "any role in the sale",
        "Harlow had a role in the sale.",
    ),
    (
        "Harlow denied responsibility for the fire.",
        "denied",
        "responsibility for the fire",
        "Harlow was responsible for the fire.",
    ),
    (
        "Harlow denied any knowledge of the sale.",
        "denied",
        "any knowledge of the sale",
        "Harlow had knowledge of the sale.",
    ),
    (
        "Harlow dismissed reports that the mine had reopened.",
        "dismissed",
        "reports that the mine had reopened",
        "The mine had reopened.",
    ),
    (
        "Harlow rejected the allegation that the miners were bribed.",
        "rejected",
        "the allegation that the miners were bribed",
        "The miners were bribed.",
    ),
    (
        "Harlow dismissed a report claiming that the mine had reopened.",
        "dismissed",
        "a report claiming that the mine had reopened",
        "The mine had reopened.",
    ),
    (
        "Harlow rejected suggestions the miners were bribed.",
        "rejected",
        "suggestions the miners were bribed",
        "The miners were bribed.",
    ),
    (
        "Harlow rejected accusations of bribing the guards.",
        "rejected",
        "accusations of bribing the guards",
        "Harlow bribed the guards.",
    ),
    (
        "Harlow rejected allegations of bribery.",
        "rejected",
        "allegations of bribery",
        "There was bribery.",
    ),
    (
        "Harlow rejected rumours of a mutiny.",
        "rejected",
        "rumours of a mutiny",
        "There was a mutiny.",
    ),
    (
        "Harlow described reports that the mine had reopened as fiction.",
        "described",
        "reports that the mine had reopened as fiction",
        "The mine had reopened.",
    ),
    (
        "Harlow called the report that the mine had reopened a lie.",
        "called",
        "the report that the mine had reopened a lie",
        "The mine had reopened.",
    ),
    (
        "Harlow denied that he had forged the permits.",
        "denied",
        "that he had forged the permits",
        "Paul Verrick had forged the permits.",
    ),
    (
        "Harlow denied that the alleged payments were made.",
        "denied",
        "that the alleged payments were made",
        "The payments were made.",
    ),
    (
        "Harlow denied a plot to burn the pier.",
        "denied",
        "a plot to burn the pier",
        "There was a plot to burn the pier.",
    ),
]

POSITIVE = [
    ("Harlow said the mine is not open.", "said", "the mine is not open", "The mine is open."),
    ("Harlow said the mine isn't open.", "said", "the mine isn't open", "The mine is open."),
    ("Harlow said the mine was never opened.", "said", "the mine was never opened", "The mine was opened."),
    ("Harlow said Verrick does not own the mine.", "said", "Verrick does not own the mine", "Verrick owns the mine."),
    ("Harlow said Verrick did not sell the mine.", "said", "Verrick did not sell the mine", "Verrick sold the mine."),
    (
        "Harlow said the guards do not carry rifles.",
        "said",
        "the guards do not carry rifles",
        "The guards carry rifles.",
    ),
    ("Harlow said Verrick didn’t sell the mine.", "said", "Verrick didn’t sell the mine", "Verrick sold the mine."),
    ("Harlow said the mine won't close.", "said", "the mine won't close", "The mine will close."),
    ("“I never sold the mine,” Harlow said.", "said", "“I never sold the mine,”", "Harlow sold the mine."),
    ("“I do not own the mine,” Harlow said.", "said", "“I do not own the mine,”", "Harlow owns the mine."),
    ("Harlow said no guards were bribed.", "said", "no guards were bribed", "Guards were bribed."),
    ("Harlow said there is no strike.", "said", "there is no strike", "There is a strike."),
    ("Harlow said the mine has not closed yet.", "said", "the mine has not closed yet", "The mine has closed."),
]


def ids(rows):
    return [f"{row[1]}: {row[2]}" for row in map(values, rows)]


def values(row):
    return row.values if hasattr(row, "values") else row


@pytest.mark.parametrize(("sentence", "cue", "content", "proposition"), ASSERTED, ids=ids(ASSERTED))
def test_an_asserted_content_becomes_a_sentence(sentence, cue, content, proposition):
    found = draft(sentence, cue, content)
    assert found.text == proposition
    assert not found.bare


@pytest.mark.parametrize(("sentence", "cue", "content", "proposition"), DENIED, ids=ids(DENIED))
def test_a_denied_content_becomes_a_positive_sentence(sentence, cue, content, proposition):
    found = draft(sentence, cue, content, "denies")
    assert found.text == proposition
    assert not found.bare


@pytest.mark.parametrize(("sentence", "cue", "content", "proposition"), POSITIVE, ids=ids(POSITIVE))
def test_a_negation_is_taken_away(sentence, cue, content, proposition):
    assert draft(sentence, cue, content, "denies", positive=True).text == proposition


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "noun"),
    [
        ("Harlow denied the claims.", "denied", "the claims", "claims"),
        (
            "Harlow denied the allegations against the brewery.",
            "denied",
            "the allegations against the brewery",
            "allegations",
        ),
        ("Harlow rejected those accusations.", "rejected", "those accusations", "accusations"),
        ("Harlow rejected Norway’s claim.", "rejected", "Norway’s claim", "claim"),
        ("Harlow dismissed the story.", "dismissed", "the story", "story"),
        ("Harlow denied it.", "denied", "it", "it"),
        ("Harlow dismissed the video as fake.", "dismissed", "the video as fake", "video"),
        ("Harlow called the report a lie.", "called", "the report a lie", "report"),
        ("Harlow denied that the report was true.", "denied", "that the report was true", "report"),
        ("Harlow dismissed such rumours.", "dismissed", "such rumours", "rumours"),
    ],
)
def test_words_that_only_point_are_bare(sentence, cue, content, noun):
    found = draft(sentence, cue, content, "denies")
    assert found.bare
    assert found.pointer is not None
    assert found.pointer.text == noun


@pytest.mark.parametrize(
    ("content", "vague"),
    [
        ("the arrest", True),
        ("the sale of the pier", True),
        ("that the pier was sold", False),
        ("selling the pier", False),
    ],
)
def test_a_noun_phrase_is_vague_and_a_clause_is_not(content, vague):
    found = draft(f"Harlow denied {content}.", "denied", content, "denies")
    assert found.vague is vague
    assert not found.bare


@pytest.mark.parametrize(
    ("cue", "content", "stance", "wrong"),
    [
        ("lists", "no new rules for drivers", "asserts", "There were new rules for drivers."),
        ("reported", "no losses in March", "asserts", "There were losses in March."),
        ("said", "there was no strike", "asserts", "There was a strike."),
        ("said", "the mine is not open", "asserts", "The mine is open."),
        ("denied", "that the pilots had not been warned", "denies", "The pilots had been warned."),
    ],
)
def test_a_negation_stays_where_it_is_not_to_be_taken_away(cue, content, stance, wrong):
    assert draft(f"Harlow {cue} {content}.", cue, content, stance).text != wrong


@pytest.mark.parametrize(
    ("content", "proposition"),
    [
        ("that he had taken any bribes", "Paul Verrick had taken bribes."),
        ("taking any bribes", "Harlow took bribes."),
        ("that there was any strike", "There was a strike."),
        ("that anyone had been bribed", "Someone had been bribed."),
    ],
)
@pytest.mark.xfail(strict=True, reason="“any” outside the first place stays: “Harlow took any bribes.”")
def test_a_denied_any_is_left_out(content, proposition):
    assert draft(f"Harlow denied {content}.", "denied", content, "denies").text == proposition


@pytest.mark.parametrize(
    ("content", "proposition"),
    [
        ("nobody was bribed", "Somebody was bribed."),
        ("nothing was stolen", "Something was stolen."),
        ("none of the guards were bribed", "Some of the guards were bribed."),
    ],
)
def test_nobody_and_nothing_are_negations(content, proposition):
    assert draft(f"Harlow said {content}.", "said", content, "denies", positive=True).text == proposition


@pytest.mark.parametrize(
    "content",
    [
        "the road signs at the pier",
        "the photograph of the pier",
        "the charge of 40 crowns",
    ],
)
def test_a_thing_that_shares_its_noun_with_a_saying_is_no_pointer(content):
    assert not draft(f"Harlow showed {content}.", "showed", content).bare


def test_a_gerund_of_an_unnamed_speaker_gets_no_subject():
    found = draft("Officials denied taking the ledger.", "denied", "taking the ledger", "denies", speaker=None)
    assert "Harlow" not in found.text
    assert "ledger" in found.text


def test_a_first_person_of_an_unnamed_speaker_stays():
    found = draft("“I sold the boat,” said a man.", "said", "“I sold the boat,”", speaker=None)
    assert found.text == "I sold the boat."


def test_nothing_but_punctuation_is_bare():
    assert draft("“…” Harlow said.", "said", "“…”").bare


@pytest.mark.parametrize("rows", [ASSERTED, DENIED, POSITIVE])
def test_every_proposition_of_the_tables_is_one_capitalised_sentence(rows):
    for sentence, cue, content, _ in map(values, rows):
        stance = "asserts" if rows is ASSERTED else "denies"
        text = draft(sentence, cue, content, stance, positive=rows is POSITIVE).text
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith((".", "!", "?"))
        assert "  " not in text
