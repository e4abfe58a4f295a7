"""What a cue and a content mean together: asserts, denies, doubts or neither."""

import time
from pathlib import Path
from shutil import copytree

import pytest

from claims.errors import DataError
from claims.evaluation.stance import stance_report
from claims.extraction.stance import read_stance
from claims.extraction.stance_tables import STANCE_DIR, load_tables, verb_forms

DENIES = [
    ("says", "it is impossible that the bridge fell"),
    ("said", "it is impossible a crab could grow so big"),
    ("said", "it would be impossible for the wounds to have come from a fall"),
    ("said", "there was no way the ship had sunk"),
    ("said", "the photo was faked"),
    ("said", "“These claims are absolutely, unequivocally and completely false,”"),
    ("denied", "that its drones had crossed the strait"),
    ("has flatly denied", "any part in the sabotage"),
    ("denies", "it"),
    ("have repeatedly and categorically denied", "shelling the hospital"),
    ("denied", "that the pilots had not been warned"),
    ("denied", "the allegations"),
    ("was quick to deny", "the rumours"),
    ("denial", "that the mine had been reopened"),
    ("denial of", "any link to the hackers"),
    ("issued a statement denying", "that a deal existed"),
    ("was denied by", "The claim that the reactor leaked"),
    ("were dismissed by", "The reports of a mutiny"),
    ("dismissed", "reports of a naval blockade"),
    ("dismissed", "it as a provocation"),
    ("is said to have dismissed", "the footage as doctored"),
    ("dismissed", "the idea that the treaty was dead"),
    ("has brushed aside", "accusations that he hid the money"),
    ("rejected", "accusations that it armed the rebels"),
    ("rejected as false", "a post on the village website"),
    ("rejected", "claims by the opposition of ballot stuffing"),
    ("refuted", "the suggestion of a cover-up"),
    ("rebutted", "the charge"),
    ("debunked", "a rumour that the bridge had collapsed"),
    ("rubbished", "the report"),
    ("scoffed at", "claims that its tanks were made of plywood"),
    ("waved", "the reports away as inventions"),
    ("have waved the reports away as inventions", ""),
    ("pushed back on", "suggestions that the minister lied"),
    ("pushed back hard against", "the notion that aid was stolen"),
    ("disputed", "that the vessel was in its waters"),
    ("took issue with", "the claim that taxes had risen"),
    ("contradicted", "the account of the guards"),
    ("called", "the allegations baseless"),
    ("called", "the accusation absurd"),
    ("has called the report", "a fabrication from start to finish"),
    ("called", "the video a hoax"),
    ("described", "the story as fake news"),
    ("branded", "the charges utterly false"),
    ("called … a lie", "the claim that the wells were poisoned"),
    ("denounced", "the allegations as groundless"),
    ("ruled out", "any involvement of its secret service"),
    ("does not believe", "that the ship was sunk on purpose"),
    ("refused to accept", "that the vote had been lost"),
    ("said", "it was a lie that soldiers had crossed the border"),
    ("said", "that the report was false"),
    ("said", "there was no truth to the rumours"),
    ("said", "there is absolutely no truth whatsoever in the story"),
    ("told reporters", "“This is fake news.”"),
    ("said", "the letter was a complete fabrication"),
    ("insisted", "the accusations against the bank have no basis in fact"),
    ("wrote", "“None of this is true”"),
    ("said", "nothing of the sort happened"),
    ("said", "nothing could be further from the truth"),
    ("said", "there is no such camp in the valley"),
    ("said", "it is not true that he denied the meeting"),
    ("said", "the president lied when he said the harvest was good"),
    ("said", "the general was wrong to claim that the town had fallen"),
    ("said", "he is being framed"),
    ("said", "his client is innocent"),
    ("says", "it never happened"),
    ("replied", "“That’s a lie.”"),
    ("said", "“We categorically deny these allegations”"),
    ("said", "he denied that the fund existed"),
    ("said", "“I never said that.”"),
    ("said", "no"),
    (":", "“It is simply not true that we knew.”"),
    ("according to", "the claim is entirely unfounded"),
    ("did not buy", "the argument that the delay was an accident"),
    ("said there was no truth to", "the rumour that the ferry had sunk"),
    ("is false", "That report"),
    ("said it had nothing to do with", "the explosion"),
    ("disagreed with", "the claim that prices had fallen"),
    ("pleaded not guilty to", "the charges"),
    ("says", "the letters are forgeries"),
    ("said", "reports that he had fled were “not true”"),
    ("said", "exactly the opposite is true"),
    ("put down as propaganda", "the story of the sinking"),
    ("said", "that simply isn’t true"),
    ("said", "the whole thing is nonsense"),
    ("hit back at", "claims that she lied"),
    ("turned out to be a hoax", "the story of the missing gold"),
]

OTHER = [
    ("disagree on", "how far the line should go"),
    ("disagree over", "who pays for the bridge"),
    ("did not deny", "that the shells were theirs"),
    ("never denied", "the meeting"),
    ("has not denied", "knowing the suspect"),
    ("did not dispute", "the figures"),
    ("no longer denies", "that the site exists"),
    ("declined to comment", "on the report"),
    ("declined", "to comment"),
    ("would not comment on", "the allegations"),
    ("did not respond to", "a request for comment"),
    ("did not immediately respond to", "the accusation"),
    ("had no comment on", "the claims"),
    ("refused to confirm", "that the envoy had left"),
    ("refused to deny", "the rumours"),
    ("declined to confirm or deny", "the strike"),
    ("neither confirmed nor denied", "the report"),
    ("would neither confirm nor deny", "that talks were held"),
    ("could not confirm", "the number of dead"),
    ("stopped short of denying", "the story"),
    ("rejected", "the offer of a ceasefire"),
    ("rejected", "a bid by the airline"),
    ("rejected", "his appeal"),
    ("rejected", "calls for an early election"),
    ("has rejected", "the request to extradite the banker"),
    ("turned down", "the proposal"),
    ("was denied", "bail"),
    ("was denied", "entry to the country"),
    ("were denied", "access to the wounded"),
    ("denied", "him entry"),
    ("denied", "the journalists access to the site"),
    ("denied", "the motion"),
    ("denied", "her request for asylum"),
    ("dismissed", "the minister"),
    ("was dismissed", "The police chief"),
    ("hopes", "that the talks resume"),
    ("wished", "the team luck"),
    ("ordered", "the troops to withdraw"),
    ("asked", "whether the dam was safe"),
    ("promised", "to rebuild the school"),
    ("wants", "the sanctions lifted"),
    ("wants to deny", "the rebels a victory"),
    ("demanded", "that the captives be freed"),
    ("urged", "both sides to show restraint"),
    ("called for", "an inquiry into the claims"),
    ("told", "residents not to drink the water"),
    ("warned", "the neighbours not to interfere"),
    ("opposes", "the pipeline"),
    ("warned", "against believing the rumours"),
    ("was unable to verify", "the report"),
    ("challenged", "the ministry to publish its files"),
    ("contested", "the election"),
    ("accepted", "the offer"),
    ("did not say", "when the ships would sail"),
    ("could not rule out", "that the blast was deliberate"),
    ("did not call", "the report a lie"),
    ("ruled out", "sending soldiers"),
    ("said", "“No comment.”"),
    ("said", "he would not comment on the inquiry"),
]

DOUBTS = [
    ("said", "the idea that the dam leaks was highly unlikely"),
    ("doubts", "that the truce will hold"),
    ("questioned", "whether the tape was genuine"),
    ("cast doubt on", "the official account"),
    ("called into question", "the number of victims"),
    ("is sceptical", "that the bank can be saved"),
    ("remains skeptical of", "the report"),
    ("is not sure", "that the votes were counted"),
    ("said", "there was no evidence that the plane was hit"),
    ("said", "it had no knowledge of such an order"),
    ("said", "he doubted the ship had ever sailed"),
    ("found no evidence that", "the judge was bribed"),
    ("said", "she was not convinced that the signature was real"),
    ("could not be independently verified", "The claim"),
    ("unverified", "the footage"),
    ("There is no evidence", "that the well was poisoned"),
    ("said", "the reports could not be verified"),
]

ASSERTS = [
    ("said", "it is impossible to win"),
    ("said", "it is impossible to say who won"),
    ("said", "troops are massed at the border"),
    ("accused", "the neighbour of jamming its radar"),
    ("alleged", "that the minister took bribes"),
    ("claimed", "to have sunk a frigate"),
    ("believes", "the hostages are alive"),
    ("warned", "that the dam could burst"),
    ("admitted", "that shells had hit the market"),
    ("confirmed", "the death of its commander"),
    ("according to", "the convoy left at dawn"),
    (":", "the talks have failed"),
    ("—", "“We have taken the hill”"),
    ("has maintained that", "its reactors are safe"),
    ("insisted", "that the election was stolen"),
    ("do not doubt", "that he will return"),
    ("called", "the ceasefire a first step"),
    ("dismissed", "him as a puppet of the generals"),
    ("said", "the rumour is not false"),
    ("said", "those are stereotypes that are untrue"),
    ("blamed", "the fire on arsonists"),
    ("report", "that the king had abdicated"),
    ("allegations", "that the water was poisoned"),
    ("false claims", "that the vaccine kills"),
    ("allegedly", "took bribes"),
    ("alleged", "fraud"),
    ("pleaded guilty to", "fraud"),
    ("said", "the passport was fake"),
    ("said", "the victims were innocent bystanders"),
    ("fraud allegations", "against the bank"),
    ("told", "the court she was forced to sign"),
    ("not only said", "that the plan had failed"),
]

NEGATED = [
    ("said", "its troops are not in the province"),
    ("said", "he never met the consul"),
    ("insisted", "no aircraft crossed the line"),
    ("maintains", "that it does not hold any prisoners"),
    ("said", "“We didn’t fire first”"),
    ("insisted", "there was no second gunman"),
    ("told", "the agency that it was not involved"),
    ("said", "the firm had never traded with the junta"),
]

FRAMES = [
    (
        "said",
        "it was a lie that soldiers had crossed the border",
        "it was a lie that",
        "soldiers had crossed the border",
    ),
    ("said", "that it is not true that he sold arms", "that it is not true that", "he sold arms"),
    ("said", "there is no truth to the claims", "there is no truth to", "the claims"),
    ("said", "the report is false", "is false", "the report"),
    ("said", "the rumours of a coup were utterly baseless", "were utterly baseless", "the rumours of a coup"),
    ("wrote", "“This video is fake news.”", "is fake news", "“This video .”"),
    ("said", "there was no such order", "there was no such", "order"),
    ("said", "it is false to say that the wells dried up", "it is false to say that", "the wells dried up"),
    ("said", "there is no evidence that the ship was hit", "there is no evidence that", "the ship was hit"),
    ("said", "he doubted that the ship was hit", "he doubted that", "the ship was hit"),
    ("said", "he denied that the fund existed", "he denied that", "the fund existed"),
    ("said", "“We deny that the fund existed”", "“We deny that", "the fund existed”"),
    (
        "said",
        "the general was wrong to claim that the town had fallen",
        "the general was wrong to claim that",
        "the town had fallen",
    ),
    (
        "said",
        "the president lied when he said the harvest was good",
        "the president lied when he said",
        "the harvest was good",
    ),
    ("said", "there’s a myth that the lake is bottomless", "there’s a myth that", "the lake is bottomless"),
    ("said", "it wasn’t true", "it wasn’t true", ""),
    ("said", "nothing of the sort happened", "nothing of the sort happened", ""),
]


@pytest.mark.parametrize(
    ("stance", "cue", "content"),
    [
        (stance, *row)
        for stance, rows in (("denies", DENIES), ("other", OTHER), ("doubts", DOUBTS), ("asserts", ASSERTS))
        for row in rows
    ],
)
def test_stance_of_phrasing(stance, cue, content):
    source = "" if cue in ("is false", "unverified", "fraud allegations") else "The ministry"
    reading = read_stance(cue, content, source=source)
    assert reading.stance == stance, reading.rule


@pytest.mark.parametrize(("cue", "content"), NEGATED)
def test_negative_statement_asserts_and_is_marked(cue, content):
    reading = read_stance(cue, content, source="The army")
    assert (reading.stance, reading.negated, reading.frame) == ("asserts", True, None)


@pytest.mark.parametrize(("cue", "content"), ASSERTS)
def test_positive_statement_is_not_marked_negated(cue, content):
    assert not read_stance(cue, content, source="The army").negated or "not" in content


@pytest.mark.parametrize(("cue", "content", "frame", "rest"), FRAMES)
def test_frame_is_cut_free(cue, content, frame, rest):
    found = read_stance(cue, content, source="The envoy").frame
    assert found is not None
    assert found.of(content) == frame
    assert " ".join((content[: found.start] + content[found.end :]).split()) == rest


@pytest.mark.parametrize("content", ["that the fund existed", "the claims", "it was a lie that the fund existed"])
def test_denying_cue_leaves_the_content_whole(content):
    reading = read_stance("denied", content)
    assert (reading.stance, reading.frame) == ("denies", None)


@pytest.mark.parametrize(
    ("source", "cue", "stance"),
    [
        ("The bank", "denies", "denies"),
        ("No one", "denies", "other"),
        ("Nobody", "disputes", "other"),
        ("Neither side", "denied", "other"),
    ],
)
def test_source_that_is_nobody_turns_the_cue(source, cue, stance):
    assert read_stance(cue, "that the vault was empty", source=source).stance == stance


@pytest.mark.parametrize(
    ("sentence", "content", "stance"),
    [
        (
            "Oslo rejected claims that its trawlers had fished there.",
            "its trawlers had fished there",
            "denies",
        ),
        ("Oslo rejected calls that its trawlers should leave.", "its trawlers should leave", "other"),
        ("Oslo rejected a request to free the crew.", "to free the crew", "other"),
    ],
)
def test_object_noun_outside_the_content_counts(sentence, content, stance):
    assert read_stance("rejected", content, source="Oslo", sentence=sentence).stance == stance


@pytest.mark.parametrize(
    ("source", "cue", "stance"),
    [
        ("", "false report", "denies"),
        ("The blogger", "false report", "asserts"),
        ("", "contrary to claims", "denies"),
    ],
)
def test_author_calls_a_report_false_only_where_nobody_else_speaks(source, cue, stance):
    assert read_stance(cue, "that the mayor had fled", source=source).stance == stance


@pytest.mark.parametrize(
    ("verb", "form"), [("deny", "denied"), ("rule", "ruled"), ("dismiss", "dismisses"), ("rebut", "rebutted")]
)
def test_verb_forms_follow_the_spelling(verb, form):
    assert form in verb_forms(verb)


@pytest.mark.parametrize("piece", ["\"'", "is a lie ", "the report ", "not ", "there is no ", "a "])
def test_long_content_takes_linear_time(piece):
    read_stance("said", "it")
    began = time.perf_counter()
    read_stance("said", piece * 20_000)
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize(
    ("table", "row", "names"),
    [
        ("rules.csv", "deny,no,weather,perhaps", "perhaps"),
        ("frames.csv", "mine,denies,content,<nosuchslot> that", "mine"),
        ("frames.csv", "mine,denies,moon,it was", "moon"),
        ("cues.csv", "scotch", "cues.csv"),
        ("cues.csv", "scotch,undo,", "undo"),
    ],
)
def test_unusable_row_is_named(tmp_path: Path, table, row, names):
    folder = copytree(STANCE_DIR, tmp_path / "stance")
    with (folder / table).open("a", encoding="utf-8") as stream:
        stream.write(row + "\n")
    with pytest.raises(DataError, match=names):
        load_tables(folder)


def test_missing_table_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"words\.csv"):
        load_tables(tmp_path)


def test_user_row_takes_effect(tmp_path: Path):
    folder = copytree(STANCE_DIR, tmp_path / "stance")
    with (folder / "cues.csv").open("a", encoding="utf-8") as stream:
        stream.write("snort at,deny,\n")
    assert [phrase.role for phrase in load_tables(folder).phrases["snorted"]] == ["deny"]


def test_report_counts_each_class():
    rows = [
        {"cue": "denied", "content": "the claims", "stance": "denies"},
        {"cue": "denied", "content": "that it fired", "stance": "asserts"},
        {"cue": "said", "content": "it fired", "stance": "asserts"},
    ]
    report = stance_report(rows)
    assert report["classes"]["denies"] == {
        "precision": 0.5,
        "recall": 1.0,
        "f1": 0.667,
        "gold": 1,
        "predicted": 2,
    }
    assert report["confusion"]["asserts"] == {"asserts": 1, "denies": 1, "doubts": 0, "other": 0}
    assert report["macro_f1"] == pytest.approx(0.667)
