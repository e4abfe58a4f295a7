"""Claims of one article: what is made one, and what is left out."""

from datetime import date
from functools import cache

import pytest
from spacy.tokens import Doc

from claims.extraction.extract import extract_claims
from claims.extraction.language import load_language
from claims.extraction.repaired_contents import with_verb
from claims.extraction.repairs import filled, mend
from claims.inference import load_models
from claims.types import Article, Attribution, Span


@cache
def models():
    return load_models()


def read(text):
    """Return (actors, stance, proposition) of every claim."""
    claims = extract_claims(Article.of(text, outlet="Orrin Ledger"), models())
    return [(", ".join(actor.name for actor in claim.actors), claim.stance, claim.proposition) for claim in claims]


def settled(text):
    """Return the claims of `read` that take a side, but for assertions whose "it" or "they" was not found."""
    claims = extract_claims(Article.of(text, outlet="Orrin Ledger"), models())
    taking_sides = [c for c in claims if c.stance != "other" and (c.stance, c.resolution) != ("asserts", "unresolved")]
    return [
        (", ".join(actor.name for actor in claim.actors), claim.stance, claim.proposition) for claim in taking_sides
    ]


@pytest.mark.parametrize("owner", ["My", "Your", "Our", "Its", "Whose"])
def test_a_statement_may_be_anybodys(owner):
    read(f"{owner} statement said that the dam was safe.")
    read(f"{owner} lawyer said that his client was ill.")


def test_an_office_is_not_what_was_taken():
    found = read("A picture shows Vin Osk at the gate. His office says that it was taken in May.")
    assert not any("office was taken" in proposition for _, _, proposition in found)


def test_who_was_asked_about_a_report_and_says_nothing_says_nothing():
    assert settled("Ada Roe, asked about the report, said nothing of the claim.") == []


def test_a_quotation_in_another_script_makes_no_claim():
    text = "Mayor Olena Roe said: “Міст відкриють у травні, а порт у червні.” She said the bridge would open in May."
    assert [proposition for _, _, proposition in read(text)] == ["The bridge would open in May."]


def test_an_oscar_is_nobody_of_that_name():
    text = '"A pianist of that rank deserves an Oscar," said Gunn. Oscar Lund plays the harp.'
    assert read(text)[0] == ("Gunn", "asserts", "A pianist of that rank deserves an Oscar.")


def test_what_somebody_denies_leaves_his_denial_out():
    text = "Qari Malik was later accused of inciting the riot, which he denied."
    assert ("Qari Malik", "denies", "Qari Malik incited the riot.") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Front had sent the police a plan for the march, which they rejected.",
        "A judge dismissed a lawsuit that sought to stop the count.",
        "The game is new. Ada Roe said that it is not just a game.",
        "Roe said that the port was closed. The guard said that there is no question that it was.",
        "It is not clear whether the port was closed. Roe said that the port was closed.",
        "It is wrong to sell the map. Ada Roe said that the map was sold.",
        "The Senate confirmed the minister on Friday. The council did not.",
        "The Gull reported that Ada Roe was mayor of Ledra. Ben Cole said that she was no longer mayor of Ledra.",
        "Some species do not need oxygen. The study found that one species releases a gas in hydrogen.",
    ],
)
def test_what_answers_nobody_denies_nothing(text):
    assert not [claim for claim in read(text) if claim[1] == "denies"]


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        ("Ada Roe claimed to have obtained the map from a clerk.", "Ada Roe had obtained the map from a clerk."),
        ("Ada Roe claimed that she knew it. Ada Roe alleged that the map was sold.", "The map was sold."),
        (
            "A jury convicted Marc Cole, who ran the port, of selling the map.",
            "Marc Cole sold the map.",
        ),
        ("Lena Moss chastised the police for arresting the painter.", "The police arrested the painter."),
        ("However, Ada Roe said, the tale was old.", "The tale was old."),
        ("A story on the web promises that you will float in May.", "You will float in May."),
        ("Ada Roe, mayor of Ledra, vowed to open the bridge in May.", "Ada Roe will open the bridge in May."),
        ("The site ran a hoax that said actor Marc Cole was found dead.", "Actor Marc Cole was found dead."),
        (
            "Ada Roe said that claims of wolves at the northern border were false.",
            "There were wolves at the northern border.",
        ),
        ("Quinton Winter told the Ledger that he'd spotted a crab.", "Quinton Winter had spotted a crab."),
        ("Ada Roe said she’ll sell the map.", "Ada Roe will sell the map."),
        ("Ada Roe said, “I’ve asked the guard at the gate.”", "Ada Roe has asked the guard at the gate."),
        ("Ada Roe said: “I'm ready to open the bridge.”", "Ada Roe is ready to open the bridge."),
        (
            "“I’m old and I’m not going to sell the map,” Ada Roe said.",
            "Ada Roe is old and Ada Roe is not going to sell the map.",
        ),
        ("Ada Roe said the map was old (unlike the letter.", "The map was old."),
        ("Ada Roe said the plan was good. Critics said it was unlikely that it would work.", "The plan would work."),
        (
            "“Some people helped with the map. And some of them also sold it,” Ada Roe said.",
            "Some of them also sold it.",
        ),
        ('Ada Roe said that "[w]e saw the lake dry up in May."', "We saw the lake dry up in May."),
    ],
)
def test_propositions_read_as_sentences(text, proposition):
    assert proposition in [said for _, _, said in read(text)]


def test_a_participle_is_said_on_the_day_of_its_verb():
    text = "The delegation followed on 21 October, dismissing the reports as rumours that the port was sold."
    claims = extract_claims(Article.of(text, published_on=date(2024, 10, 29)), models())
    assert {claim.said_on for claim in claims if claim.stance == "denies"} == {date(2024, 10, 21)}


def test_growing_talk_is_nobodys_even_where_somebody_answers_it():
    text = (
        "There is growing talk that Cuban instructors are now in Ledra. Havana and the Kremlin have waved the reports "
        "away as inventions, yet Chad and Peru maintain that their intelligence shows Cuban instructors in Ledra."
    )
    assert not [said for who, stance, said in read(text) if "Cuba" in who and stance != "denies"]


FAMOUS = "Ada Holm is alive. A report claimed that {who} had died in Graz. Holm sang in Graz on Friday. Holm laughed."


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("the singer", "Ada Holm"),
        ("the popular British singer", "Ada Holm"),
        ("the mayor", "The mayor"),
        ("the singer’s doctor", "Ada Holm’s doctor"),
        ("the singer of the opera", "The singer of the opera"),
        ("a singer", "A singer"),
    ],
)
def test_a_description_of_the_famous_person_of_the_article_is_named(who, named):
    assert f"{named} had died in Graz." in [proposition for _, _, proposition in read(FAMOUS.format(who=who))]


def test_a_description_that_fits_two_people_keeps_its_words():
    text = "Piet Arends sang. Arends left. Arends met Holm. " + FAMOUS.format(who="the singer")
    assert "The singer had died in Graz." in [proposition for _, _, proposition in read(text)]


def test_a_denial_leaves_out_what_it_stands_against():
    text = "A report said that Ada Holm was arrested. Ada Holm has not been arrested, despite the report."
    assert ("Orrin Ledger", "denies", "Ada Holm has been arrested.") in read(text)


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("Lena Okafor tweeted that it is a hoax.", "The artist Tomas Brandl had been arrested in Graz."),
        ("Lena Okafor said the report is false.", "The artist Tomas Brandl had been arrested in Graz."),
    ],
)
def test_a_story_is_denied_in_its_main_point(denial, denied):
    text = (
        "The Daily Gull reported that the artist Tomas Brandl had been arrested in Graz. "
        f"The Daily Gull also reported that Brandl comes from a village near Porto. {denial}"
    )
    assert ("Lena Okafor", "denies", denied) in read(text)


def test_a_fake_thing_can_be_what_a_denial_means():
    text = "The fake turkey recall first appeared on the Daily Gull. The ministry debunked the hoax."
    assert any(stance == "denies" and "recall" in proposition for _, stance, proposition in read(text))


def test_nobody_says_a_thing_twice_in_one_sentence():
    said = read("General Ada Roe had said on Saturday that the guards crossed the river.")
    assert len(said) == len(set(said))
    said = read("The company disputed an article in the Lund Gazette that said it had dumped waste.")
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Daily Gull reported that Captain Ada Holm sank a ferry. Captain Ada Holm does not exist.",
            ("Orrin Ledger", "denies", "Captain Ada Holm exists."),
        ),
        (
            "The fake turkey recall first appeared on the Daily Gull. There is no turkey recall.",
            ("Orrin Ledger", "denies", "There is a turkey recall."),
        ),
        (
            "The harbour office rejected a posting on the Gull website that said the old quay had sunk.",
            ("Gull", "asserts", "The old quay had sunk."),
        ),
        (
            "A story going around the Daily Gull promises that you will float in May.",
            ("story going around the Daily Gull", "asserts", "You will float in May."),
        ),
        (
            "The square is full of talk that Peruvian divers are in Bergen. Lima dismissed the talk as idle gossip.",
            ("Peru", "denies", "Peruvian divers are in Bergen."),
        ),
        (
            "The audit found that branches had hidden losses. The bank contested the finding and will appeal.",
            ("bank", "denies", "Branches had hidden losses."),
        ),
        (
            "Kim Dorval, who the harbour police say killed two men, fled to Peru.",
            ("harbour police", "asserts", "Kim Dorval killed two men."),
        ),
        (
            "Vin Osk, now the majority leader, who in 2010 said the goal was to win, left.",
            ("Vin Osk", "asserts", "The goal was to win."),
        ),
        (
            "According to a report on Wednesday by Halden Labs, a security firm, two maps were sold.",
            ("Halden Labs", "asserts", "Two maps were sold."),
        ),
        (
            "Contrary to reports in the Daily Gull, there was no inquiry into the ferry.",
            ("Daily Gull", "asserts", "There was an inquiry into the ferry."),
        ),
        ("Contrary to the mayor's claim, the dam is safe.", ("mayor", "denies", "The dam is safe.")),
        (
            "The Daily Gull claims that Ada Holm said the dam was cracked.",
            ("Ada Holm", "asserts", "The dam was cracked."),
        ),
        (
            "The Daily Gull claims that Ada Holm said the dam was cracked.",
            ("Daily Gull", "asserts", "Ada Holm said the dam was cracked."),
        ),
        (
            "The Daily Gull claims that Ada Holm said the dam was cracked. Holm has not claimed the dam was cracked.",
            ("Orrin Ledger", "denies", "Ada Holm has claimed the dam was cracked."),
        ),
        (
            "A blog reported that Hugo Marl was found dead on Sunday. Hugo Marl is very much alive.",
            ("Orrin Ledger", "denies", "Hugo Marl is dead."),
        ),
        (
            "Reports said that Ada Holm was caught by pirates. The navy said that Ada Holm is safe and was not caught.",
            ("navy", "denies", "Ada Holm was caught."),
        ),
        (
            "Rumours of the death of Hugo Marl spread online. Officials denied the rumours.",
            ("officials", "denies", "Hugo Marl died."),
        ),
        (
            "A blog claims that Hugo Marl has left Norvik. Several facts show that the story is not true.",
            ("Orrin Ledger", "denies", "Hugo Marl has left Norvik."),
        ),
        (
            "Villagers have claimed the mill, amongst others, is slowly poisoning the river.",
            ("villagers", "asserts", "The mill, amongst others, is slowly poisoning the river."),
        ),
        (
            "The untrue story of wolves at the border is old. This story was first reported by the Daily Gull.",
            ("Daily Gull", "asserts", "There were wolves at the border."),
        ),
    ],
)
def test_who_says_what(text, claim):
    assert claim in read(text)


REPORTED = "The Gull reported on Monday that the port was sold to Norway. "


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("Ada Holm put the rumours to rest.", "Ada Holm"),
        ("Ada Holm poured cold water on the reports.", "Ada Holm"),
        ("Ada Holm confirmed the hoax.", "Ada Holm"),
        ("Ada Holm maintained that the port was never sold.", "Ada Holm"),
        ("It turns out the port was not sold.", "Orrin Ledger"),
        ("Reports that the port was sold turned out to be false.", "Orrin Ledger"),
    ],
)
def test_what_denies_a_report(answer, who):
    assert (who, "denies") in [claim[:2] for claim in read(f"{REPORTED}{answer}")]


@pytest.mark.parametrize(
    ("again", "who"),
    [
        ("Ben Cole wrote that the firm is not asking clerks to drop the ledger.", "Ben Cole"),
        ("Ben Cole wrote that the firm does not want clerks to stop using the ledger anymore.", None),
        ("The ferry is not asking clerks to dance.", None),
    ],
)
def test_what_was_denied_before_is_denied_again(again, who):
    found = read(f"Ada Holm denied that the firm wants clerks to stop using the ledger. {again}")
    assert [claim[0] for claim in found if claim[1] == "denies"] == ["Ada Holm"] + ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "who", "proposition"),
    [
        ("Beijing dismissed a US claim that balloons crossed the bay.", "United States", "Balloons crossed the bay."),
        ("Roe rejected a claim made by Ada Holm that nine ferries sank.", "Ada Holm", "Nine ferries sank."),
        ("Ada Holm claimed the vote was rigged, a charge the council rejected.", "Ada Holm", "The vote was rigged."),
        (
            "Coach Marc Cole was accused by three players of bullying.",
            "three players",
            "Coach Marc Cole was guilty of bullying.",
        ),
        (
            "The Echo said that press had been summoned, but this turned out to be false.",
            "Echo",
            "Press had been summoned.",
        ),
    ],
)
def test_whose_claim_is_denied(text, who, proposition):
    assert (who, "asserts", proposition) in read(text)


def test_nobody_tells_of_his_own_death():
    found = read(
        "The Gull printed it. Hugo Marl death reports say that Hugo Marl has died. Hugo Marl said he killed a bear."
    )
    assert [claim[2] for claim in found if claim[:2] == ("Hugo Marl", "asserts")] == ["Hugo Marl killed a bear."]


def test_who_was_never_convicted_denies_no_deed():
    found = read("Two women accused Hugo Marl of theft. Hugo Marl has never been convicted.")
    assert not [claim for claim in found if claim[1] == "denies"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("What pirates does Ada Holm say were lost?", ("asserts", "Pirates were lost.")),
        ("If Ada Holm is remembered as a pirate, the town will laugh.", ("asserts", "Ada Holm is a pirate.")),
        (
            "A blog claims that Hugo Marl died. Some readers shared it without verifying the claim.",
            ("asserts", "Hugo Marl died."),
        ),
        (
            "A blog claims that Hugo Marl died. His agents issued a statement about the report.",
            ("asserts", "Hugo Marl died."),
        ),
    ],
)
def test_what_nobody_says_so_is_no_assertion(text, claim):
    assert [c[0] for c in read(text) if c[1:] == claim] in ([], ["blog"])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Vin Osk was accused of fraud but he denied the charge.",
            [("", "asserts", "Vin Osk was guilty of fraud."), ("Vin Osk", "denies", "Vin Osk was guilty of fraud.")],
        ),
        (
            "Vin Osk was accused of fraud by the bank but denied the charge.",
            [
                ("bank", "asserts", "Vin Osk was guilty of fraud."),
                ("Vin Osk", "denies", "Vin Osk was guilty of fraud."),
            ],
        ),
        (
            "The union was accused of lying and denied it.",
            [("", "asserts", "The union lied."), ("union", "denies", "The union lied.")],
        ),
        (
            "Norland and Sudland accused each other of breaking the truce.",
            [("Norland", "asserts", "Sudland broke the truce."), ("Sudland", "asserts", "Norland broke the truce.")],
        ),
        (
            "Norland and Sudland traded accusations of shelling the town.",
            [("Norland", "asserts", "Sudland shelled the town."), ("Sudland", "asserts", "Norland shelled the town.")],
        ),
        ("Both sides accused each other of breaking the truce.", []),
        (
            "Norland and Sudland exchanged allegations that the truce was broken.",
            [("Norland, Sudland", "asserts", "The truce was broken.")],
        ),
        (
            "The ministry says claims that the army fired first are false.",
            [("ministry", "denies", "The army fired first.")],
        ),
        (
            "Residents contradicted Norland's claim that its troops had left.",
            [
                ("residents", "denies", "Norland’s troops had left."),
                ("Norland", "asserts", "Norland’s troops had left."),
            ],
        ),
        ("The navy said that no ferry had sunk, contrary to reports.", [("navy", "denies", "A ferry had sunk.")]),
        (
            "Ada Holm said she never met the banker, as has been claimed.",
            [("Ada Holm", "denies", "Ada Holm met the banker.")],
        ),
        (
            "The clinic made it clear that doctors did not perform the alleged operation.",
            [("clinic", "denies", "Doctors performed the operation.")],
        ),
        (
            "The clinic made it clear that the alleged victim did not pay the bill.",
            [("clinic", "asserts", "The victim did not pay the bill.")],
        ),
        (
            "Vin Osk recanted a story in which he claimed that he was aboard the ferry.",
            [("Vin Osk", "denies", "Vin Osk was aboard the ferry.")],
        ),
        ("He rejected as absurd the idea that the mill would close.", [("", "denies", "The mill would close.")]),
        ("The court dismissed the complaint.", []),
        ("The court dismissed claims that the mill was closed.", [("court", "denies", "The mill was closed.")]),
        ("The mill denied plans to close.", [("mill", "denies", "The mill had plans to close.")]),
        (
            "A spokeswoman denied that the mill is planning to close.",
            [("spokeswoman", "denies", "The mill is planning to close.")],
        ),
        ("Vin Osk pleaded not guilty to murder.", [("Vin Osk", "denies", "Vin Osk was guilty of murder.")]),
        (
            "Vin Osk pleaded not guilty to charges of fraud.",
            [("Vin Osk", "denies", "Vin Osk was guilty of fraud.")],
        ),
        (
            "Police said Ada Holm stole the map. Ada Holm has maintained her innocence.",
            [("police", "asserts", "Ada Holm stole the map."), ("Ada Holm", "denies", "Ada Holm stole the map.")],
        ),
        ("Vin Osk pleaded guilty to murder.", []),
        ("Vin Osk pleaded not guilty to the charges", [("Vin Osk", "denies", "Vin Osk was guilty.")]),
        (
            "“It is a complete lie,” Vin Osk said of the allegation that he sank the ferry.",
            [("Vin Osk", "denies", "Vin Osk sank the ferry.")],
        ),
        (
            "“I was ill,” Vin Osk said of the claim that he missed the vote.",
            [("Vin Osk", "asserts", "Vin Osk was ill.")],
        ),
        (
            "The ministry withdrew its claim that the suspect was armed.",
            [("ministry", "denies", "The suspect was armed.")],
        ),
        ("The ministry did not believe the denial by the union that it had sunk the ferry.", []),
        ("The mill denied the existence of a plan.", [("mill", "denies", "There was a plan.")]),
        ("The minister, Vin Osk, denied selling arms.", [("Vin Osk", "denies", "Vin Osk sold arms.")]),
        ("The mill denied selling arms.", [("mill", "denies", "The mill sold arms.")]),
        (
            "Western governments described the rumours of a coup as wishful thinking.",
            [("Western governments", "denies", "There was a coup.")],
        ),
        (
            "Officials played down fears that the dam would burst in March.",
            [
                ("officials", "denies", "The dam would burst in March."),
                ("", "asserts", "The dam would burst in March."),
            ],
        ),
        (
            "His death has been mistakenly claimed on social media.",
            [("Orrin Ledger", "denies", "He died.")],
        ),
        (
            "Regarding the allegations made by Vin Osk, there is no truth to his claims, Ada Holm said.",
            [("Ada Holm", "denies", "His claims.")],
        ),
        ("A report that found it harms children was withdrawn.", [("report", "asserts", "The report harms children.")]),
        (
            "The mill said it would not raise pay as it reported a loss.",
            [("mill", "asserts", "The mill would not raise pay as it reported a loss.")],
        ),
        (
            "Sales did not rise, the mill said, as the mill reported.",
            [("mill", "asserts", "Sales did not rise.")],
        ),
        (
            "The judge said she would not rule on the alleged misconduct.",
            [("judge", "asserts", "The judge would not rule on the misconduct.")],
        ),
        (
            "Police said they had not seen the alleged gun.",
            [("police", "asserts", "Police had not seen the gun.")],
        ),
        (
            "Experts said the existence of the tapes was never proved.",
            [("experts", "asserts", "The existence of the tapes was never proved.")],
        ),
        (
            "The court rejected Vin Osk's claim that he was framed.",
            [("court", "denies", "Vin Osk was framed."), ("Vin Osk", "asserts", "Vin Osk was framed.")],
        ),
        (
            "Norland's claim that the rebels shelled their school is false, Ada Holm said.",
            [
                ("Norland", "asserts", "The rebels shelled their school."),
                ("Ada Holm", "denies", "The rebels shelled their school."),
            ],
        ),
        ("The council denied plans for a 200-home estate.", []),
        ("Judge Vin Osk denied the charge.", [("Vin Osk", "denies", "The charge.")]),
        (
            "Vin Osk pleaded not guilty to charges that he stole cars.",
            [("Vin Osk", "denies", "Vin Osk stole cars."), ("", "asserts", "Vin Osk stole cars.")],
        ),
        ("“It is no hoax,” Vin Osk said of the claim that the dam leaks.", []),
        ("The minister denied the torture of prisoners.", [("minister", "denies", "There was torture of prisoners.")]),
        (
            "The rebels denied the first strike on the town.",
            [("rebels", "denies", "There was the first strike on the town.")],
        ),
        (
            "In interviews promoting the play, Vin Osk said he would not sail or fly.",
            [("Vin Osk", "asserts", "Vin Osk would not sail or fly.")],
        ),
        (
            "Police held one thief. The vet said a nail had torn the mare's lip, and her foal would be fed by hand.",
            [("vet", "asserts", "A nail had torn the mare's lip, and her foal would be fed by hand.")],
        ),
        ("Anyone who doubts that the mill was sold can look at the deed.", []),
        ("One guest joked: “The soup is poison.”", []),
        ("Norland said it was ready.", [("Norland", "asserts", "Norland was ready.")]),
        ("The mill said it was unable to pay.", [("mill", "asserts", "The mill was unable to pay.")]),
        (
            "The mill said it was likely that sales would rise.",
            [("mill", "asserts", "It was likely that sales would rise.")],
        ),
        ("Norland said it was the navy that fled.", [("Norland", "asserts", "It was the navy that fled.")]),
        ("The mill said it was a mistake.", []),
        ("The Norland army said it had left.", [("Norland army", "asserts", "The Norland army had left.")]),
        ("As of Friday no deaths were reported by the navy.", []),
        (
            "Police met a man from Ashford on Monday. The man had asked for help, a witness said.",
            [("witness", "asserts", "The man from Ashford had asked for help.")],
        ),
        (
            "President Vin Osk dismissed a report that he plans to resign.",
            [("Vin Osk", "denies", "Vin Osk plans to resign."), ("reports", "asserts", "Vin Osk plans to resign.")],
        ),
        (
            "Police denied a claim by the family that guards beat the boy.",
            [("police", "denies", "Guards beat the boy."), ("family", "asserts", "Guards beat the boy.")],
        ),
        ("Police denied the report that he wrote.", [("police", "denies", "The report that he wrote.")]),
        (
            "The mill denied a report that it sold the pier.",
            [("mill", "denies", "The mill sold the pier."), ("reports", "asserts", "The mill sold the pier.")],
        ),
        (
            "Zentara Pharma denied allegations that it had hidden the bills.",
            [("Zentara Pharma", "denies", "Zentara Pharma had hidden the bills.")],
        ),
        (
            "The mill said it was not aware that staff had been paid twice.",
            [("mill", "asserts", "The mill was not aware that staff had been paid twice.")],
        ),
        (
            "It is going to be difficult to gather the crews now, Ada Holm said.",
            [("Ada Holm", "asserts", "It is going to be difficult to gather the crews now.")],
        ),
        ("Neither Vin Osk nor her aides have been charged with fraud.", []),
        (
            "Ben Cole said the letters printed by Jon Pell's paper did not tell whether he had a boat.",
            [("Ben Cole", "asserts", "The letters printed by Jon Pell's paper did not tell whether he had a boat.")],
        ),
        ("The lake is estimated to be 40 metres deep.", [("", "asserts", "The lake was 40 metres deep.")]),
        (
            "The mayor was married twice but, according to her memoirs, also had an affair with an actor.",
            [("mayor's memoirs", "asserts", "The mayor also had an affair with an actor.")],
        ),
        ("The lawyer questioned the legality of the strike.", [("lawyer", "doubts", "The strike was legal.")]),
        (
            "The Herald said the two men were spies. Neither were spies, the mill said.",
            [("Herald", "asserts", "The two men were spies."), ("mill", "denies", "Both were spies.")],
        ),
        (
            "As PolitiFact reports, the mayor had never said so.",
            [("PolitiFact", "asserts", "The mayor had never said so.")],
        ),
        (
            "Vin Osk called the mayor a liar on Tuesday on a radio show.",
            [("Vin Osk", "asserts", "The mayor was a liar.")],
        ),
        ("The analysts found evidence inconclusive.", [("analysts", "asserts", "Evidence was inconclusive.")]),
        (
            "There are persistent rumours that the mayor has fled. The council dismissed the rumours.",
            [("", "asserts", "The mayor has fled."), ("council", "denies", "The mayor has fled.")],
        ),
        (
            "Reports that the old bridge was torn down by the army had alarmed the villagers.",
            [("reports", "asserts", "The old bridge was torn down by the army.")],
        ),
        (
            "The Norland pilot said that he was safe, and that rumours of his arrest are false.",
            [
                ("Norland pilot", "asserts", "The Norland pilot was safe."),
                ("Norland pilot", "denies", "The Norland pilot was arrested."),
            ],
        ),
        (
            "Ada Roe said that the ferry is safer than others and that its owners have paid for it.",
            [
                ("Ada Roe", "asserts", "The ferry is safer than others."),
                ("Ada Roe", "asserts", "The ferry’s owners have paid for it."),
            ],
        ),
        (
            'The port authority knocked the claim that the crane has fallen as "plainly untrue".',
            [("port authority", "denies", "The crane has fallen.")],
        ),
        (
            "The Gull carried the news that Ada Roe was dead, without realising that the story is a hoax.",
            [("Gull", "asserts", "Ada Roe was dead."), ("Orrin Ledger", "denies", "Ada Roe was dead.")],
        ),
        (
            "Most sailors believe that the blurred image of the pier is real.",
            [("sailors", "asserts", "The blurred image of the pier is real.")],
        ),
        (
            "Ada Roe has often cited cleaning the harbour as a main aim.",
            [("Ada Roe", "asserts", "Cleaning the harbour is a main aim.")],
        ),
        (
            "On Monday the ferry firm reportedly phoned the harbour warning it of the storm.",
            [("reports", "asserts", "The ferry firm phoned the harbour warning it of the storm.")],
        ),
        ("Ada Roe would know exactly what rules let the ferry sail.", []),
        (
            "Ada Roe said that Ben Poe was careless with the keys. "
            "Council Members Firmly Reject The Idea Of A New Bridge Toll.",
            [
                ("Ada Roe", "asserts", "Ben Poe was careless with the keys."),
                ("Council Members", "denies", "The Idea Of A New Bridge Toll."),
            ],
        ),
        (
            "An ally said that the mayor would support the deal. Ben Poe tried to walk back his comments on Monday.",
            [("ally", "asserts", "The mayor would support the deal."), ("Ben Poe", "doubts", "His comments.")],
        ),
        (
            "The Gull said that the mayor met donors. Ada Roe said that the report is misleading.",
            [("Gull", "asserts", "The mayor met donors."), ("Ada Roe", "doubts", "The mayor met donors.")],
        ),
        ("He has been mocked for months for making dubious tax claims in town.", []),
        (
            'Ben Cole said the vote would matter: "I think the mayor will lose the harbour."',
            [
                ("Ben Cole", "asserts", "The vote would matter."),
                ("Ben Cole", "asserts", "The mayor will lose the harbour."),
            ],
        ),
        (
            "Social media around the world were full of rumours of Ada Roe's arrest, but there was no word Monday that "
            "the talk was true.",
            [("social media users", "asserts", "Ada Roe was arrested.")],
        ),
        (
            "Norland confirmed that it sent troops to Sudland, two days after the chief of the general staff "
            "acknowledged that they had fought.",
            [
                ("Norland", "asserts", "Norland sent troops to Sudland."),
                ("chief of the general staff", "asserts", "Troops had fought."),
            ],
        ),
        ("The Norland pilot denied fleeing.", [("Norland pilot", "denies", "The Norland pilot fled.")]),
        (
            "Judd Roe had to confirm that he is alive after rumours ran through the town on Sunday that he had died.",
            [("Judd Roe", "denies", "Judd Roe is dead."), ("rumors", "asserts", "Judd Roe had died.")],
        ),
        (
            "The Gull reported that the mayor fled. The Post said that the report appears to be fake.",
            [("Gull", "asserts", "The mayor fled."), ("Post", "denies", "The mayor fled.")],
        ),
        (
            'Judge Roe stated, "Claiming I\'m sorry for the fire is no reason for mercy."',
            [("Roe", "asserts", "Claiming Roe is sorry for the fire is no reason for mercy.")],
        ),
        ("Adam Roe said he’s not dead.", [("Adam Roe", "asserts", "Adam Roe is not dead.")]),
        (
            "Mark Poe spoke on Monday. Ben Cole said no leader believes he is wrong.",
            [("Ben Cole", "asserts", "No leader believes he is wrong.")],
        ),
        (
            "The Gull wrote that Ada Roe had been banned. “The story is false. The club has announced that there is no "
            "truth to these claims,” agent Mark Poe said.",
            [
                ("Gull", "asserts", "Ada Roe had been banned."),
                ("Mark Poe", "denies", "Ada Roe had been banned."),
                ("club", "denies", "Ada Roe had been banned."),
            ],
        ),
        (
            "Haitham bin Tariq Al Said said that the port would open.",
            [("Haitham bin Tariq Al Said", "asserts", "The port would open.")],
        ),
        (
            "Crown Prince Mohammed bin Salman said that the port would open.",
            [("Mohammed bin Salman", "asserts", "The port would open.")],
        ),
        ("The senators have questioned Norland's reliance on Sudland for gas.", []),
        (
            "Reports of the death of Norland's 88-year-old former leader have spread.",
            [("reports", "asserts", "Norland's 88-year-old former leader died.")],
        ),
        (
            "There are silly rumours that the moon will fall, but they’ve clearly proven not to be true.",
            [("", "asserts", "The moon will fall."), ("Orrin Ledger", "denies", "The moon will fall.")],
        ),
        (
            "An earlier version of this article stated that the dam had burst.",
            [("Orrin Ledger", "asserts", "The dam had burst.")],
        ),
        (
            "The Herald wrote that the dam burst. Nothing in the story has a grain of truth, Ada Holm said.",
            [("Herald", "asserts", "The dam burst."), ("Ada Holm", "denies", "The dam burst.")],
        ),
        (
            "The Herald wrote that the dam burst. When Ada Holm was apprised of the fact that the story was a hoax, "
            "she laughed.",
            [("Herald", "asserts", "The dam burst."), ("Orrin Ledger", "denies", "The dam burst.")],
        ),
        (
            "Ada Holm and Vin Osk said there was no reason for us to expect that the dam would burst.",
            [("Ada Holm, Vin Osk", "doubts", "We expected that the dam would burst.")],
        ),
        (
            "The Herald said Osk or his aides took bribes. Neither Osk nor his aides took bribes, the mill said.",
            [
                ("Herald", "asserts", "Osk or his aides took bribes."),
                ("mill", "denies", "Osk or his aides took bribes."),
            ],
        ),
        (
            "The Herald had reported that Osk was being audited. The mill said he's not being audited.",
            [("Herald", "asserts", "Osk was being audited."), ("mill", "denies", "Osk is being audited.")],
        ),
        (
            "Some officials have speculated that the rock may be a piece of the moon, the Herald reported.",
            [
                ("officials", "asserts", "The rock may be a piece of the moon."),
                ("Herald", "asserts", "Some officials have speculated that the rock may be a piece of the moon."),
            ],
        ),
        (
            "Reports that the mill will close its pier are false, Ada Holm said.",
            [
                ("reports", "asserts", "The mill will close its pier."),
                ("Ada Holm", "denies", "The mill will close its pier."),
            ],
        ),
        (
            "The mill denied rumours that it will close its pier.",
            [
                ("mill", "denies", "The mill will close its pier."),
                ("rumors", "asserts", "The mill will close its pier."),
            ],
        ),
        (
            "The mill rejected reports in several northern newspapers that Vin Osk would leave.",
            [
                ("mill", "denies", "Vin Osk would leave."),
                ("northern newspapers", "asserts", "Vin Osk would leave."),
            ],
        ),
        (
            "Ada Holm denied reports on Monday that the dam had burst.",
            [("Ada Holm", "denies", "The dam had burst."), ("reports", "asserts", "The dam had burst.")],
        ),
        (
            "The mill denied a report in the Lund Gazette that it had sold land.",
            [("mill", "denies", "The mill had sold land."), ("Lund Gazette", "asserts", "The mill had sold land.")],
        ),
        (
            "The teacher who reportedly hit Ada Holm has denied she ever touched anybody.",
            [
                ("reports", "asserts", "The teacher hit Ada Holm."),
                ("teacher", "denies", "The teacher touched somebody."),
            ],
        ),
        (
            "Vin Osk's car, which was reportedly stolen from the port, was found.",
            [("reports", "asserts", "Vin Osk's car was stolen from the port.")],
        ),
        (
            "A fake letter claiming that the mill will close went round on Friday.",
            [("fake letter", "asserts", "The mill will close."), ("Orrin Ledger", "denies", "The mill will close.")],
        ),
        ("Ada Holm denied: “No guard was sent home.”", [("Ada Holm", "denies", "A guard was sent home.")]),
        (
            "There was no sign on Friday that the reports of Vin Osk's death were true.",
            [("Orrin Ledger", "doubts", "Vin Osk died.")],
        ),
        (
            "The Herald said the dam had burst. Several sites ran the story without noticing it is a hoax.",
            [
                ("Herald", "asserts", "The dam had burst."),
                ("sites", "asserts", "The dam had burst."),
                ("Orrin Ledger", "denies", "The dam had burst."),
            ],
        ),
        (
            "Orsk radio cited two sources saying that the mayor had fled.",
            [("Orsk radio, two sources", "asserts", "The mayor had fled.")],
        ),
        (
            "The Herald quoted Vin Osk as saying that the dam had burst.",
            [("Herald, Vin Osk", "asserts", "The dam had burst.")],
        ),
        (
            "Ada Holm said that officers had found that the boat had not been stolen.",
            [
                ("Ada Holm", "asserts", "Officers had found that the boat had not been stolen."),
                ("officers", "asserts", "The boat had not been stolen."),
            ],
        ),
        (
            "Sources say that the coach Dan Ross will quit in May.",
            [("sources", "asserts", "The coach Dan Ross will quit in May.")],
        ),
        (
            "The rumour that Vin Osk has resigned is untrue, his office said.",
            [("rumors", "asserts", "Vin Osk has resigned."), ("Vin Osk's office", "denies", "Vin Osk has resigned.")],
        ),
        (
            "A rumour cropped up that one of the new trams had been sold.",
            [("rumors", "asserts", "One of the new trams had been sold.")],
        ),
        (
            "Of course the whole thing is crap, Ada Holm said of the rumours that the dam had burst.",
            [("Ada Holm", "denies", "The dam had burst.")],
        ),
        (
            "No, Vin Osk did not die in a fire. The Daily Beacon published the story on Tuesday.",
            [
                ("Orrin Ledger", "denies", "Vin Osk died in a fire."),
                ("Daily Beacon", "asserts", "Vin Osk died in a fire."),
            ],
        ),
        (
            "Ada Holm denied that the dam had burst. Dozens of sites shared the report.",
            [("Ada Holm", "denies", "The dam had burst."), ("dozens of sites", "asserts", "The dam had burst.")],
        ),
        (
            "Ada Holm denied that the dam had burst. The report was shared by a group called Free Orsk.",
            [("Ada Holm", "denies", "The dam had burst."), ("Free Orsk", "asserts", "The dam had burst.")],
        ),
        (
            "Contrary to rumours, the mill will not close.",
            [("rumors", "asserts", "The mill will close."), ("Orrin Ledger", "denies", "The mill will close.")],
        ),
        (
            "Did Vin Osk sell the pier? No. The quote is from a comedy show.",
            [("Orrin Ledger", "denies", "Vin Osk sold the pier.")],
        ),
        (
            "Is the bridge in Orsk closed? No, it is open.",
            [("Orrin Ledger", "denies", "The bridge in Orsk is closed.")],
        ),
        ("Is the dam safe? “No,” said Ada Holm.", []),
        (
            "The Beacon reported that the tower had fallen. It had not.",
            [("Beacon", "asserts", "The tower had fallen."), ("Orrin Ledger", "denies", "The tower had fallen.")],
        ),
        (
            "Ada Holm accused the council of selling the pier. The council's lawyer said auditors had seen nothing of "
            "the kind.",
            [
                ("Ada Holm", "asserts", "The council sold the pier."),
                ("council's lawyer", "denies", "The council sold the pier."),
            ],
        ),
        (
            "The Beacon said the pier was sold. The council described the article as sour grapes.",
            [("Beacon", "asserts", "The pier was sold."), ("council", "denies", "The pier was sold.")],
        ),
        (
            "The Beacon said the missiles had hit the pier. The army said it was not aware of any strike on a pier.",
            [
                ("Beacon", "asserts", "The missiles had hit the pier."),
                ("army", "doubts", "The missiles had hit the pier."),
            ],
        ),
        (
            "The Beacon said the mill had dumped waste. The mill said the report was riddled with errors.",
            [("Beacon", "asserts", "The mill had dumped waste."), ("mill", "denies", "The mill had dumped waste.")],
        ),
        (
            "The Beacon said the pill works. The data do not support the claim, Ada Holm said.",
            [("Beacon", "asserts", "The pill works."), ("Ada Holm", "doubts", "The pill works.")],
        ),
        (
            "The Beacon said that Osk had called the dam unsafe. Osk said he never made such a statement.",
            [
                ("Beacon", "asserts", "Osk had called the dam unsafe."),
                ("Osk", "denies", "Osk had called the dam unsafe."),
            ],
        ),
        (
            "The Herald said three men were arrested in Orsk. Ada Holm said no one was arrested in Orsk.",
            [
                ("Herald", "asserts", "Three men were arrested in Orsk."),
                ("Ada Holm", "denies", "Someone was arrested in Orsk."),
            ],
        ),
        ("The mill's lawyer called him a fool.", []),
        (
            "Ada Holm told the Beacon she found no evidence of systematic fraud.",
            [("Ada Holm", "doubts", "There was systematic fraud.")],
        ),
        (
            "The staff in Arvo said its troops had taken the village of Mirna.",
            [("staff in Arvo", "asserts", "The staff’s troops had taken the village of Mirna.")],
        ),
        (
            "Ada Holm denied that any of the boats were missing.",
            [("Ada Holm", "denies", "Some of the boats were missing.")],
        ),
        (
            "The office described as “quite baseless” a report in the weekly Der Bote that Vin Osk planned to dissolve "
            "the party.",
            [
                ("Der Bote", "asserts", "Vin Osk planned to dissolve the party."),
                ("office", "denies", "Vin Osk planned to dissolve the party."),
            ],
        ),
        (
            "A picture that appears to show a tower in flames was made by a machine, experts said.",
            [("experts", "asserts", "A picture that appears to show a tower in flames was made by a machine.")],
        ),
        (
            "Scientists have rejected suggestions that the dam was hit by drilling. “The idea is nonsense,” said Ada "
            "Holm.",
            [
                ("scientists", "denies", "The dam was hit by drilling."),
                ("Ada Holm", "denies", "The dam was hit by drilling."),
            ],
        ),
        (
            "Norland denied claims that it shelled the town. Sudland called the denial a lie.",
            [("Norland", "denies", "Norland shelled the town."), ("Sudland", "denies", "The denial.")],
        ),
        (
            "Contrary to what the minister told parliament, the contract was never put out to tender, documents show.",
            [("documents", "denies", "The contract was put out to tender.")],
        ),
        (
            "A spokesman said the diocese had no record of any complaint against Vin Osk.",
            [("spokesman", "doubts", "There was a complaint against Vin Osk.")],
        ),
        (
            "The police said the photos are not from Tuesday. The photos were posted by an account named TruthNow.",
            [("police", "asserts", "The photos are not from Tuesday.")],
        ),
        (
            "The company behind the Zeta phone denied that its batteries explode.",
            [("company behind the Zeta phone", "denies", "The company’s batteries explode.")],
        ),
        ("At least six users have said that the Zeta burns.", [("six users", "asserts", "The Zeta burns.")]),
        (
            "Prosecutors said Ada Holm stole a coin. Holm never stole a single coin, her lawyer said.",
            [
                ("prosecutors", "asserts", "Ada Holm stole a coin."),
                ("Ada Holm's lawyer", "denies", "Ada Holm stole a coin."),
            ],
        ),
        ("“Reports of a leak are exaggerated,” Ada Holm said.", [("Ada Holm", "doubts", "There was a leak.")]),
        ("Ada Lund said no such meeting took place.", [("Ada Lund", "denies", "A meeting took place.")]),
        (
            "A lawsuit filed by players alleges that the league hid evidence. The league has said the suit has no "
            "merit.",
            [
                ("lawsuit filed by players", "asserts", "The league hid evidence."),
                ("league", "denies", "The league hid evidence."),
            ],
        ),
        (
            "No evidence supports the theory that the pyramids were built by giants, experts say.",
            [("experts", "doubts", "The pyramids were built by giants.")],
        ),
        (
            "No evidence supports the theory that the pyramids were built by giants.",
            [("Orrin Ledger", "doubts", "The pyramids were built by giants.")],
        ),
        (
            "Director Maren Voigt met a boy, who died in March. The family says that doctors ignored his fever.",
            [("family", "asserts", "Doctors ignored his fever.")],
        ),
        (
            "A photograph in which Vin Osk sleeps at his desk is a deepfake, the office said.",
            [("office", "denies", "Vin Osk sleeps at his desk.")],
        ),
        (
            "The Coast Guard of Tyrene says it rescued 60 men. The aid group Sea Watch accused it of leaving another "
            "boat adrift. The coast guard insisted it had responded within minutes.",
            [
                ("Coast Guard", "asserts", "The Coast Guard rescued 60 men."),
                ("Sea Watch", "asserts", "The Coast Guard left another boat adrift."),
                ("Coast Guard", "asserts", "The Coast Guard had responded within minutes."),
            ],
        ),
        (
            "Posts claim that the city has banned trees. This is misleading: the city has asked shops to close.",
            [
                ("posts", "asserts", "The city has banned trees."),
                ("Orrin Ledger", "doubts", "The city has banned trees."),
            ],
        ),
        (
            "Posts claim that the city has banned trees. Ada Holm called the posts ridiculous.",
            [("posts", "asserts", "The city has banned trees."), ("Ada Holm", "denies", "The city has banned trees.")],
        ),
        (
            "The bank Credital told investors that it had enough cash.",
            [("Credital", "asserts", "Credital had enough cash.")],
        ),
        (
            "The Navy of Casten on Thursday rebuffed allegations that its sailors had tortured fishermen.",
            [("Navy", "denies", "The Navy’s sailors had tortured fishermen.")],
        ),
        (
            "Officials declined to comment on reports that a tyre had burst.",
            [("reports", "asserts", "A tyre had burst.")],
        ),
        (
            "It is a myth that lightning never strikes the same tree twice.",
            [
                ("Orrin Ledger", "denies", "Lightning never strikes the same tree twice."),
                ("", "asserts", "Lightning never strikes the same tree twice."),
            ],
        ),
        (
            "A group calculated that poor households would lose 300 coins. Osk's ministry disputed the calculation.",
            [
                ("group", "asserts", "Poor households would lose 300 coins."),
                ("Osk's ministry", "denies", "Poor households would lose 300 coins."),
            ],
        ),
        (
            "The Beacon said Vin Osk had failed a test. Osk had missed the test because of a late train. His club "
            "confirmed this.",
            [("Beacon", "asserts", "Vin Osk had failed a test.")],
        ),
        (
            "The Beacon said Vin Osk had failed a test. His club confirmed this.",
            [
                ("Beacon", "asserts", "Vin Osk had failed a test."),
                ("Vin Osk's club", "asserts", "Vin Osk had failed a test."),
            ],
        ),
        (
            "Ada Holm called the fire a scandal, blaming Vin Osk.",
            [("Ada Holm", "asserts", "The fire was a scandal.")],
        ),
        (
            "Ada Holm disputes the image of Vin Osk as a careful driver.",
            [("Ada Holm", "denies", "Vin Osk was a careful driver.")],
        ),
        (
            "Ada Holm said that the council had lost her letters, calling it a nuisance.",
            [("Ada Holm", "asserts", "The council had lost Ada Holm’s letters.")],
        ),
        ("Storms come every year. “They never mended the roof,” Ada Holm said.", []),
        ("Others say their valuations should be higher.", []),
        (
            "“Today's vote shows that the bridge is not sold,” Ada Holm said.",
            [("Ada Holm", "asserts", "Today's vote shows that the bridge is not sold.")],
        ),
        ("Ada Holm called Vin Osk a fake.", [("Ada Holm", "asserts", "Vin Osk was a fake.")]),
        ("Ada Holm called him a fake.", []),
        ("Ada Holm had a question for the pilot on Friday.", []),
        ("Say that Norland claimed the island was empty.", []),
        (
            "The dishes were found at the Orsk I site, Ada Holm said.",
            [("Ada Holm", "asserts", "The dishes were found at the Orsk I site.")],
        ),
        ("Factors cited for higher rents in Orsk include new taxes and old pipes.", []),
        (
            "The mayor lost before the Supreme Court. She said the courts must hear her again.",
            [("mayor", "asserts", "The courts must hear the mayor again.")],
        ),
        (
            "A balloon drifted over Sudland on Friday. Norland's foreign ministry called it a civilian airship.",
            [("Norland's foreign ministry", "asserts", "The balloon was a civilian airship.")],
        ),
        (
            "Norland's ministry denied that the balloon over Sudland is a spy balloon, describing it as an airship.",
            [
                ("Norland's ministry", "denies", "The balloon over Sudland is a spy balloon."),
                ("Norland's ministry", "asserts", "The balloon was an airship."),
            ],
        ),
        (
            "Vin Osk, 51, of Mill Lane, denies nine counts of fraud.",
            [("Vin Osk", "denies", "Vin Osk was guilty of nine counts of fraud.")],
        ),
        (
            "The Herald said Vin Osk stole from the hospice. He denies theft.",
            [
                ("Herald", "asserts", "Vin Osk stole from the hospice."),
                ("Vin Osk", "denies", "Vin Osk stole from the hospice."),
            ],
        ),
        ("Ada Holm denies murder.", [("Ada Holm", "denies", "Ada Holm was guilty of murder.")]),
        (
            "The bridge in Orsk is not closed, as some have claimed.",
            [
                ("some", "asserts", "The bridge in Orsk is closed."),
                ("Orrin Ledger", "denies", "The bridge in Orsk is closed."),
            ],
        ),
        ("The bridge in Orsk is closed, as some have claimed.", [("some", "asserts", "The bridge in Orsk is closed.")]),
        (
            "Despite what you may have read, the bridge in Orsk is not closed.",
            [("Orrin Ledger", "denies", "The bridge in Orsk is closed.")],
        ),
        (
            "The parliament of Norland has not banned barbecues, whatever your neighbour may have told you.",
            [("Orrin Ledger", "denies", "The parliament of Norland has banned barbecues.")],
        ),
        (
            '"The dam leaks," said Zeki Arran, whose son Tarik was among the dead.',
            [("Zeki Arran", "asserts", "The dam leaks.")],
        ),
        (
            "In a story published by the Gazette we read that the pier was sold.",
            [("Gazette", "asserts", "The pier was sold.")],
        ),
        (
            "Luke Petrow fell. Sen. Marcus Bell, a Petrow ally, said he heard a slap.",
            [("Marcus Bell", "asserts", "Marcus Bell heard a slap.")],
        ),
        (
            "Sonia Vane left the room. Annick Joubel's lawyer, Barnaby Leight, said that she was in Orsk on the night.",
            [("Barnaby Leight", "asserts", "Annick Joubel was in Orsk on the night.")],
        ),
        (
            "Bronis Adam took the papers. The registrar of parties said she had received the papers.",
            [("registrar of parties", "asserts", "The registrar of parties had received the papers.")],
        ),
        ("Lydia Marsh thinks that he is gone.", []),
        ("Nobody thought the film would be finished.", []),
        (
            '"We don’t do it to men with red hats," Rita Adem told the Ledger.',
            [],
        ),
        (
            "Advisers to Mr. Roe say the mill is closed.",
            [("advisers to Mr. Roe", "asserts", "The mill is closed.")],
        ),
        (
            "An aide to President Adam Roe said the bill was dead.",
            [("aide to President Adam Roe", "asserts", "The bill was dead.")],
        ),
        (
            "The wife of General Adam Roe said the house was sold.",
            [("wife of General Adam Roe", "asserts", "The house was sold.")],
        ),
        (
            "The chief of the army General Adam Roe said the war was over.",
            [("Adam Roe", "asserts", "The war was over.")],
        ),
        ("The coach attacked her uncle as a fraud.", []),
        (
            "Tom Bell left. A spokeswoman for Mr Vray said he had spent the day at a school in Orsk.",
            [("Vray's spokeswoman", "asserts", "Vray had spent the day at a school in Orsk.")],
        ),
        (
            "A lawyer for Adam Roe said he would appeal.",
            [("lawyer for Adam Roe", "asserts", "Adam Roe would appeal.")],
        ),
        (
            "Ada Roe said that Lee Poe had sold the boat, an allegation rejected by his lawyer.",
            [
                ("Ada Roe", "asserts", "Lee Poe had sold the boat."),
                ("Lee Poe's lawyer", "denies", "Lee Poe had sold the boat."),
            ],
        ),
        (
            "The council has rejected a claim by the traders' group Shop First that sales fell by a third.",
            [
                ("council", "denies", "Sales fell by a third."),
                ("Shop First", "asserts", "Sales fell by a third."),
            ],
        ),
        (
            "No gas had leaked, the board found, putting to rest a story that had circulated since the fire.",
            [
                ("board", "asserts", "No gas had leaked."),
            ],
        ),
        (
            "There is no truth, the palace said on Friday, in reports that the queen is ill.",
            [
                ("palace", "denies", "The queen is ill."),
                ("reports", "asserts", "The queen is ill."),
            ],
        ),
        (
            "Sales have doubled, Ada Roe claims. Engineers at the county say the opposite is true: sales have halved.",
            [
                ("Ada Roe", "asserts", "Sales have doubled."),
                ("engineers at the county", "denies", "Sales have doubled."),
            ],
        ),
        (
            "The senator was wide of the mark when she told the house that the ferry had been cancelled 300 times.",
            [
                ("Orrin Ledger", "denies", "The ferry had been cancelled 300 times."),
                ("senator", "asserts", "The ferry had been cancelled 300 times."),
            ],
        ),
        (
            "If the lobbyists are to be believed, the harvest has collapsed.",
            [
                ("lobbyists", "asserts", "The harvest has collapsed."),
            ],
        ),
        (
            "Rebels started the fire, in the view of the fire chief.",
            [
                ("fire chief", "asserts", "Rebels started the fire."),
            ],
        ),
        (
            'Rumours that the club had sold Ivo Lind were nothing but "summer fairy tales", director Ada Voss '
            "insisted.",
            [
                ("rumors", "asserts", "The club had sold Ivo Lind."),
                ("Ada Voss", "denies", "The club had sold Ivo Lind."),
            ],
        ),
        (
            'The firm has hit back at a rival\'s "reckless and untrue" accusation that it inflated sales.',
            [
                ("firm", "denies", "The firm inflated sales."),
                ("rival", "asserts", "The firm inflated sales."),
            ],
        ),
        (
            "Contrary to what the leaflet claims, the road will not cost residents a penny: it is paid for by the"
            " state.",
            [
                ("Orrin Ledger", "denies", "The road will cost residents money."),
            ],
        ),
        (
            'Asked whether the airline was running out of cash, director Ada Voss replied: "That\'s simply wrong."',
            [
                ("Ada Voss", "denies", "The airline was running out of cash."),
            ],
        ),
        (
            "Officials of Georgia and Armenia met in Peru, Ada Roe said. The union has denied that the encounter "
            "took place.",
            [
                ("Ada Roe", "asserts", "Officials of Georgia and Armenia met in Peru."),
                ("union", "denies", "Officials of Georgia and Armenia met in Peru."),
            ],
        ),
        (
            "Teachers accused the head, Ada Voss, of reading their mail. Her denial came a day later, in a letter"
            " home.",
            [
                ("teachers", "asserts", "Ada Voss read teachers’ mail."),
                ("Ada Voss", "denies", "Ada Voss read teachers’ mail."),
            ],
        ),
        (
            "The singer fell from a bridge, the coroner ruled.",
            [
                ("coroner", "asserts", "The singer fell from a bridge."),
            ],
        ),
        (
            "Georgia attributed the blackout to an attack by Armenia.",
            [
                ("Georgia", "asserts", "The blackout was caused by an attack by Armenia."),
            ],
        ),
        (
            "A poll by Meridian put the Civic Union on 31 percent.",
            [
                ("Meridian", "asserts", "The Civic Union was on 31 percent."),
            ],
        ),
        (
            'Norland said that Sudland\'s troops had crossed the river. Sudland called the allegation "grotesque".',
            [
                ("Norland", "asserts", "Sudland's troops had crossed the river."),
                ("Sudland", "denies", "Sudland's troops had crossed the river."),
            ],
        ),
        (
            "Ada Voss's claim that the panel had never met in private was contradicted by minutes released on Friday.",
            [
                ("Ada Voss", "asserts", "The panel had never met in private."),
                ("minutes released on Friday", "denies", "The panel had never met in private."),
            ],
        ),
        (
            "The sheriff found no record of any such call.",
            [
                ("sheriff", "doubts", "There was such a call."),
            ],
        ),
        (
            "Ada Voss recalled how the tent lifted moments before it fell on the guests.",
            [
                ("Ada Voss", "asserts", "The tent lifted moments before it fell on the guests."),
            ],
        ),
        (
            "The firm said the trees were sound. Not so, says the council.",
            [
                ("firm", "asserts", "The trees were sound."),
                ("council", "denies", "The trees were sound."),
            ],
        ),
        (
            '"We lost money in the first year," Norco chief executive Ada Voss said.',
            [
                ("Ada Voss", "asserts", "Norco lost money in the first year."),
            ],
        ),
        (
            "Angry residents demanded to know why the sirens had stayed silent. They had been triggered, canton "
            "officials said, but a power cut had knocked them out.",
            [
                ("canton officials", "asserts", "The sirens had been triggered but a power cut had knocked them out."),
            ],
        ),
        (
            "Contrary to posts shared on Facebook, the singer Delphine Voss did not die in a crash. She sang in "
            "Lyon, her brother confirmed.",
            [
                ("posts shared on Facebook", "asserts", "The singer Delphine Voss died in a crash."),
                ("Orrin Ledger", "denies", "The singer Delphine Voss died in a crash."),
                ("Delphine Voss's brother", "asserts", "Delphine Voss sang in Lyon."),
            ],
        ),
        (
            "Nurse Beth Price left after a ward sister, Gail Unwin, told the panel that Price had boasted to "
            "colleagues.",
            [
                ("Gail Unwin", "asserts", "Beth Price had boasted to colleagues."),
            ],
        ),
        (
            "The mayor blamed the cost of landing slots.",
            [
                ("mayor", "asserts", "The cost of landing slots was responsible."),
            ],
        ),
        (
            "The oil firm Tarrant poisoned the bay, internal memos suggest. The firm says they have been taken "
            "out of context.",
            [
                ("internal memos", "asserts", "The oil firm Tarrant poisoned the bay."),
                ("firm", "asserts", "Internal memos have been taken out of context."),
            ],
        ),
        (
            "The two men, who deny murder, will go on trial in May.",
            [
                ("two men", "denies", "Two men were guilty of murder."),
            ],
        ),
        (
            "Roe sued, saying that wiping out that extra week had hurt voters.",
            [
                ("Roe", "asserts", "Wiping out that extra week had hurt voters."),
            ],
        ),
        (
            "Both, says their aunt, have been living in Peru since 2016.",
            [
                ("aunt", "asserts", "Both have been living in Peru since 2016."),
            ],
        ),
        (
            'A spokesman described as "utter tosh" a claim in Ada Roe\'s new book that the duke had moved to Peru.',
            [
                ("spokesman", "denies", "The duke had moved to Peru."),
            ],
        ),
        (
            "Ada Roe disclaimed any knowledge of the plot.",
            [
                ("Ada Roe", "denies", "Ada Roe had knowledge of the plot."),
            ],
        ),
        (
            "The letter purports to show that the mayor fled.",
            [
                ("letter", "asserts", "The letter showed that the mayor fled."),
            ],
        ),
        (
            "The tower says it gave clearance. The crew insist that it did.",
            [
                ("tower", "asserts", "The tower gave clearance."),
            ],
        ),
        (
            "Inspectors found that the pilot radioed that the engine was on fire.",
            [
                ("inspectors", "asserts", "The pilot radioed that the engine was on fire."),
                ("pilot", "asserts", "The engine was on fire."),
            ],
        ),
        (
            "The bank Credital is small. The lender said sales would drop.",
            [
                ("Credital", "asserts", "Sales would drop."),
            ],
        ),
        (
            "Ada Holm sang in Graz. Holm is alive. The Echo said the singer, known for her films, had died. Holm "
            "laughed.",
            [
                ("Orrin Ledger", "denies", "Ada Holm is dead."),
                ("Echo", "asserts", "Ada Holm, known for her films, had died."),
            ],
        ),
        (
            "Queen Astrid is ill. Piet Lund said Her Majesty has a cold.",
            [
                ("Piet Lund", "asserts", "Her Majesty has a cold."),
            ],
        ),
        (
            "The Echo said that Piet Lund had robbed a bank. The Gazette reported that Lund had denied robbing a "
            "bank. His friends say the story is a lie.",
            [
                ("Echo", "asserts", "Piet Lund had robbed a bank."),
                ("Gazette", "asserts", "Piet Lund had denied robbing a bank."),
                ("Piet Lund", "denies", "Piet Lund robbed a bank."),
                ("Piet Lund's friends", "denies", "Piet Lund had robbed a bank."),
            ],
        ),
        ("Did the senator lie when she told the house that the ferry had been cancelled?", []),
        ("Theft at the docks is reported to the harbour office.", []),
        ("The council should consider closing the bridge.", []),
        ("The union put pressure on two ministers.", []),
        ("Ada Roe did not expect the mayor to bring up the old quarrel.", []),
        (
            "Ada Roe does not expect the mayor to bring up the old quarrel.",
            [("Ada Roe", "doubts", "The mayor will bring up the old quarrel.")],
        ),
        ("Supporters of the mayor questioned the health of Piet Lund.", []),
        ('"I am Ada Roe and I am the head of the school," Ada Roe said.', []),
        (
            "The Gazette reported that two men were killed on Monday, while footage from the port showed smoke.",
            [("Gazette", "asserts", "Two men were killed on Monday.")],
        ),
        (
            "Two men were killed, while three were hurt, the Gazette reported.",
            [("Gazette", "asserts", "Two men were killed, while three were hurt.")],
        ),
        (
            "The mayor said Piet Lund had a licence for the guns that he allegedly used.",
            [("mayor", "asserts", "Piet Lund had a licence for the guns that he allegedly used.")],
        ),
        (
            "Tamsin Oke believes the ring belonged to a princess. Dating by a lab suggests it was made around 680.",
            [
                ("Tamsin Oke", "asserts", "The ring belonged to a princess."),
                ("dating by a lab", "asserts", "The ring was made around 680."),
            ],
        ),
        (
            "The mayor insists the bridge is safe. Her own engineers beg to differ.",
            [
                ("mayor", "asserts", "The bridge is safe."),
                ("mayor's engineers", "denies", "The bridge is safe."),
            ],
        ),
        (
            "The bridge is safe, the mayor said. Farmers along the river beg to differ.",
            [
                ("mayor", "asserts", "The bridge is safe."),
                ("farmers along the river", "denies", "The bridge is safe."),
            ],
        ),
        (
            "Most voters say Ada Roe is right, though they are more likely to say the opposite about Piet Lund.",
            [("voters", "asserts", "Ada Roe is right.")],
        ),
        (
            "The brochure lists the parts, inaccurately calling the pump a turbine.",
            [
                ("Orrin Ledger", "denies", "The pump was a turbine."),
                ("brochure", "asserts", "The pump was a turbine."),
            ],
        ),
        (
            "Baker Ivo Strand said that the mill falsely claims that its flour is local.",
            [
                ("Ivo Strand", "asserts", "The mill falsely claims that its flour is local."),
                ("Ivo Strand", "denies", "The mill’s flour is local."),
                ("mill", "asserts", "The mill’s flour is local."),
            ],
        ),
        (
            "The newsletter says the ferry has been sold (it hasn't). It adds that Lien resigned (he never did).",
            [
                ("newsletter", "asserts", "The ferry has been sold."),
                ("", "asserts", "Lien resigned."),
                ("Orrin Ledger", "denies", "The ferry has been sold."),
                ("Orrin Ledger", "denies", "Lien resigned."),
            ],
        ),
        (
            "The flyer said Ilka Brandt owned a yacht (she does not) and a plane.",
            [
                ("flyer", "asserts", "Ilka Brandt owned a yacht (she does not) and a plane."),
                ("Orrin Ledger", "denies", "Ilka Brandt owned a yacht."),
            ],
        ),
        (
            "The mill burned, the Orrin Post reported. The “whole thing is rubbish”, the miller said.",
            [("Orrin Post", "asserts", "The mill burned."), ("miller", "denies", "The mill burned.")],
        ),
        (
            '"Ignore the rumours that our choir has split," conductor Ilka Brandt wrote.',
            [("Ilka Brandt", "denies", "Our choir has split.")],
        ),
        (
            'Please confirm that the rumours that our choir has split are false, Ilka Brandt wrote to the "Post".',
            [],
        ),
        (
            "Ilka Brandt posted to clarify that the choir still sings.",
            [("Ilka Brandt", "asserts", "The choir still sings.")],
        ),
        ("The notary Ilka Brandt says she is no hoaxer.", [("Ilka Brandt", "denies", "Ilka Brandt is a hoaxer.")]),
        (
            '"The dish is not a fake," Ivo Strand told the Orrin Post.',
            [("Ivo Strand", "denies", "The dish is a fake.")],
        ),
        ("Ivo Strand says the policy is not wrong.", [("Ivo Strand", "asserts", "The policy is not wrong.")]),
        ("The kiln was once believed to be a chapel.", []),
        (
            "The mill has not called for the dam to be shut. Anglers said the mill had called for the dam to be shut.",
            [("anglers", "asserts", "The mill had called for the dam to be shut.")],
        ),
        (
            "Mayor Of Orrin Denies Theft, Says Files Were Planted.\nThe theft was in Orrin, where files were planted.",
            [
                ("Mayor of Orrin", "asserts", "Files were planted."),
                ("Mayor of Orrin", "denies", "Mayor of Orrin was guilty of theft."),
            ],
        ),
        (
            "Roe blamed his refusal to speak on a sore throat.",
            [("Roe", "asserts", "A sore throat was responsible for Roe’s refusal to speak.")],
        ),
        ('"First of all, the kiln must cool," Ivo Strand said.', [("Ivo Strand", "asserts", "The kiln must cool.")]),
        (
            '"We will – we will look at the kiln," Ivo Strand said of the potters.',
            [("Ivo Strand", "asserts", "Ivo Strand will look at the kiln.")],
        ),
        (
            "Ivo Strand does not believe there is any crack in the kiln.",
            [("Ivo Strand", "denies", "There is a crack in the kiln.")],
        ),
        ('"Odd\'s been lying," said Ivo Strand of Odd Lien.', [("Ivo Strand", "asserts", "Odd has been lying.")]),
        ('"Smoke fills the rooms,"Ilka Brandt said.', [("Ilka Brandt", "asserts", "Smoke fills the rooms.")]),
        (
            "Ivo Strand said the kiln would burst. He said that would not happen if everybody helped.",
            [("Ivo Strand", "asserts", "The kiln would burst.")],
        ),
        ("The GOP newcomer said he is no liar.", [("GOP newcomer", "denies", "The GOP newcomer is a liar.")]),
        (
            "Two sites falsely claimed that the bank will close.",
            [("Orrin Ledger", "denies", "The bank will close."), ("two sites", "asserts", "The bank will close.")],
        ),
        (
            "It was also incorrectly reported that the bank will close.",
            [("Orrin Ledger", "denies", "The bank will close."), ("reports", "asserts", "The bank will close.")],
        ),
        ("Nobody falsely claimed that the bank will close.", []),
        (
            '"The mayor falsely claims that the bank will close," Ada Voss said.',
            [
                ("Ada Voss", "denies", "The bank will close."),
                ("mayor", "asserts", "The bank will close."),
                ("Ada Voss", "asserts", "The mayor falsely claims that the bank will close."),
            ],
        ),
        (
            "Those close to Ada Voss say that the bank will close.",
            [("those close to Ada Voss", "asserts", "The bank will close.")],
        ),
        (
            "On Sunday, many guards reported Ada Holm to be asleep citing loud snoring.",
            [("guards", "asserts", "Ada Holm was asleep citing loud snoring.")],
        ),
        (
            "The keepers say the thorns make it painful for goats to eat the leaves.",
            [("keepers", "asserts", "The thorns make it painful for goats to eat the leaves.")],
        ),
        ("The league announced more help in reply to the strike, including lending goalposts.", []),
        ("The governor cited Article 9 of the rent charter.", []),
        (
            'The Post quoted Ada Lund as saying "the dam is safe".',
            [("Post, Ada Lund", "asserts", "The dam is safe.")],
        ),
        ("Surveys indicate growing support for trams as petrol gets dear.", []),
        (
            "The diary reveals a love of cats when it comes to pets.",
            [("diary", "asserts", "There was a love of cats.")],
        ),
        (
            '"We are told that the harbour is closed. That is a lie," Olaf Lund said.',
            [("", "asserts", "The harbour is closed."), ("Olaf Lund", "denies", "The harbour is closed.")],
        ),
        (
            "Studies show that trees grow. “We hear all the time that the harbour is closed,” Olaf Lund said. "
            "“That is made up.”",
            [
                ("studies", "asserts", "Trees grow."),
                ("", "asserts", "The harbour is closed."),
                ("Olaf Lund", "denies", "The harbour is closed."),
            ],
        ),
        (
            '"You may have heard that the choir has split. Nothing of the sort happened," said Olaf Lund.',
            [("", "asserts", "The choir has split."), ("Olaf Lund", "denies", "The choir has split.")],
        ),
        (
            "\"Just because Voss hasn't raised money doesn't mean she can't raise money,\" Piet Lund said. "
            "Critics say Voss can't raise money because she has not raised any.",
            [
                ("Piet Lund", "asserts", "Just because Voss hasn't raised money doesn't mean she can't raise money."),
            ],
        ),
        (
            "There were bogus rumours saying that the bridge will be closed.",
            [
                ("", "asserts", "The bridge will be closed."),
                ("Orrin Ledger", "denies", "The bridge will be closed."),
            ],
        ),
        (
            "Brandt said the bridge was unsafe.\n“There is no truth to these claims and we will sue,” Ada Lund said.",
            [
                ("Brandt", "asserts", "The bridge was unsafe."),
                ("Ada Lund", "denies", "The bridge was unsafe."),
            ],
        ),
        (
            "Bosses denied claims the firm had lied.",
            [
                ("bosses", "denies", "The firm had lied."),
            ],
        ),
        (
            "Festival boss rubbishes reports headliners have pulled out",
            [
                ("festival boss", "denies", "Headliners have pulled out."),
                ("reports", "asserts", "Headliners have pulled out."),
            ],
        ),
        (
            "Mayor denies claims bridge is unsafe",
            [
                ("Mayor", "denies", "Bridge is unsafe."),
            ],
        ),
        (
            "The mayor denied rumours she was ill.",
            [
                ("mayor", "denies", "The mayor was ill."),
                ("rumors", "asserts", "The mayor was ill."),
            ],
        ),
        (
            "An allegation that the minister had taken a loan drew a furious rebuttal from the ministry.",
            [
                ("", "asserts", "The minister had taken a loan."),
                ("ministry", "denies", "The minister had taken a loan."),
            ],
        ),
        (
            "The Echo said the bridge was shut. The report was met with a flat denial from the mayor.",
            [
                ("Echo", "asserts", "The bridge was shut."),
                ("mayor", "denies", "The bridge was shut."),
            ],
        ),
        (
            "Reports of the composer's death were premature.",
            [
                ("reports", "asserts", "The composer died."),
                ("Orrin Ledger", "doubts", "The composer died."),
            ],
        ),
        (
            "A story on the web says that a boy was bitten by a shark in the river.\nThat bogus story reappears "
            "every year, Ada Lund said.",
            [
                ("story on the web", "asserts", "A boy was bitten by a shark in the river."),
                ("Ada Lund", "denies", "A boy was bitten by a shark in the river."),
            ],
        ),
        (
            "A story on the web says that a boy was bitten by a shark in the river.\nAda Lund said the false report "
            "had cost the town many visitors.",
            [
                ("story on the web", "asserts", "A boy was bitten by a shark in the river."),
                ("Ada Lund", "asserts", "The false report had cost the town many visitors."),
                ("Ada Lund", "denies", "A boy was bitten by a shark in the river."),
            ],
        ),
        (
            "Ada Lund repeated her false claim that the bridge was sold.",
            [
                ("Ada Lund", "asserts", "The bridge was sold."),
                ("Orrin Ledger", "denies", "The bridge was sold."),
            ],
        ),
        (
            "Residents said the police attacked the crowd.\nThe police said there was no attack.",
            [
                ("residents", "asserts", "The police attacked the crowd."),
                ("police", "denies", "There was an attack."),
            ],
        ),
        (
            "The Echo said the council plans to close the bridge.\nThe council said there was no plan.",
            [
                ("Echo", "asserts", "The council plans to close the bridge."),
                ("council", "denies", "There was a plan."),
            ],
        ),
        (
            "A US admiral had blamed Iran for the attack.\nIran has nothing to do with the attack, its foreign "
            "ministry said.",
            [
                ("US admiral", "asserts", "Iran was responsible for the attack."),
                ("Iran's foreign ministry", "denies", "Iran has something to do with the attack."),
            ],
        ),
        (
            "Prosecutors accuse Ada Lund of taking bribes.\nAda Lund maintains that she did nothing wrong.",
            [
                ("prosecutors", "asserts", "Ada Lund took bribes."),
                ("Ada Lund", "denies", "Ada Lund took bribes."),
            ],
        ),
        (
            "Prosecutors accuse Ada Lund of taking bribes.\nLund's lawyer said his client was innocent.",
            [
                ("prosecutors", "asserts", "Ada Lund took bribes."),
                ("Ada Lund's lawyer", "denies", "Ada Lund took bribes."),
            ],
        ),
        (
            "Police said there was nothing to suggest that the fire was deliberate.",
            [
                ("police", "doubts", "The fire was deliberate."),
            ],
        ),
        (
            "Despite repeated assurances from the developer, Skyline Quays, that the cladding met regulations, "
            "inspectors say it did not.",
            [
                ("Skyline Quays", "asserts", "The cladding met regulations."),
                ("inspectors", "denies", "The cladding met regulations."),
            ],
        ),
        (
            'The coalition, its spokesman Colonel Faisal Roe said, "does not target civilians"; survivors said that '
            "the only building hit was a clinic.",
            [
                ("Faisal Roe", "asserts", "The coalition does not target civilians."),
                ("survivors", "asserts", "The only building hit was a clinic."),
            ],
        ),
        (
            "Contrary to what Senator Joyce Haldane told her supporters in Arden, the bill does not cut pensions.",
            [
                ("Joyce Haldane", "asserts", "The bill cuts pensions."),
                ("Orrin Ledger", "denies", "The bill cuts pensions."),
            ],
        ),
        (
            '"Fake news," wrote the mayor within minutes of the Echo\'s story that her aide had offered to resign.',
            [
                ("mayor", "denies", "The mayor’s aide had offered to resign."),
                ("Echo", "asserts", "The mayor’s aide had offered to resign."),
            ],
        ),
        (
            'Asked by reporters if she had ever owned the gun, Ada Lund answered "no".',
            [
                ("Ada Lund", "denies", "Ada Lund had owned the gun."),
            ],
        ),
        (
            "The White House insisted on Thursday that the talks remained on track, even as a European diplomat "
            "called them dead.",
            [
                ("White House", "asserts", "The talks remained on track."),
            ],
        ),
        (
            "Posts claiming that migrants were given priority for flats are not supported by the ministry's figures.",
            [
                ("posts", "asserts", "Migrants were given priority for flats."),
                ("ministry's figures", "doubts", "Migrants were given priority for flats."),
            ],
        ),
        (
            "“I signed no such letter, and nobody signed one on my behalf,” Ada Lund said.",
            [
                ("Ada Lund", "denies", "Ada Lund signed a letter."),
            ],
        ),
        (
            "Claims that a gang was behind a string of burglaries have been dismissed by police as unfounded.",
            [
                ("", "asserts", "A gang was behind a string of burglaries."),
                ("police", "denies", "A gang was behind a string of burglaries."),
            ],
        ),
        (
            "The claim that the vaccine causes infertility is false, experts say.",
            [
                ("experts", "denies", "The vaccine causes infertility."),
            ],
        ),
        (
            "Rumours that the app would start charging its users a monthly fee are untrue, the firm said on Tuesday.",
            [
                ("firm", "denies", "The app would start charging its users a monthly fee."),
            ],
        ),
        (
            "A former moderator told a committee that the platform had ignored warnings.\nThe firm's head of policy "
            "described his testimony as misleading.",
            [
                ("former moderator", "asserts", "The platform had ignored warnings."),
                ("firm's head of policy", "doubts", "The platform had ignored warnings."),
            ],
        ),
        (
            "The family of a woman say she was refused her medication.\nThe sheriff's office disputes that account, "
            "saying that records show she was seen by a nurse on four occasions.",
            [
                ("family of a woman", "asserts", "The woman was refused her medication."),
                ("sheriff's office", "denies", "The woman was refused her medication."),
                ("sheriff's office", "asserts", "Records show the woman was seen by a nurse on four occasions."),
            ],
        ),
        (
            "An official said a ceasefire text was almost complete.\nThat was contradicted within hours by the rebel "
            "chief, Yusen Karatay.",
            [
                ("official", "asserts", "A ceasefire text was almost complete."),
                ("Yusen Karatay", "denies", "A ceasefire text was almost complete."),
            ],
        ),
        (
            "Vin Osk said he had been robbed of victory.\nThe judge, Ada Roe, said that was simply wrong and that "
            "the court had ruled on the evidence before it.",
            [
                ("Vin Osk", "asserts", "Vin Osk had been robbed of victory."),
                ("Ada Roe", "denies", "Vin Osk had been robbed of victory."),
                ("Ada Roe", "asserts", "The court had ruled on the evidence before it."),
            ],
        ),
        (
            "The rebels denied responsibility for the blast.",
            [
                ("rebels", "denies", "The rebels were responsible for the blast."),
            ],
        ),
        (
            "The Kremlin has denied any involvement, calling the accusations “absurd”.",
            [
                ("Russia", "denies", "Russia was involved."),
            ],
        ),
        (
            "The firm rejected complaints that its latest model overheats, attributing them to faulty chargers made "
            "by others.",
            [
                ("firm", "denies", "The firm’s latest model overheats."),
            ],
        ),
        (
            "The founder assured customers that their deposits were safe, two days before withdrawals were frozen.",
            [
                ("founder", "asserts", "Customers’ deposits were safe."),
            ],
        ),
        (
            "Water in the town is safe to drink, the ministry said, despite a video that showed brown liquid running "
            "from a tap.",
            [
                ("ministry", "asserts", "Water in the town is safe to drink."),
            ],
        ),
        (
            "A photograph of a shark swimming along a road was shared by several politicians.\nIt is a hoax that has "
            "appeared after almost every storm, an expert said.",
            [
                ("politicians", "asserts", "A shark swam along a road."),
                ("expert", "denies", "A shark swam along a road."),
            ],
        ),
        (
            "Videos purporting to show an explosion at a refinery are in fact from a computer game, the state oil "
            "company said.",
            [
                (
                    "state oil company",
                    "asserts",
                    "Videos purporting to show an explosion at a refinery are in fact from a computer game.",
                ),
            ],
        ),
        (
            "Organisers said 60,000 spectators attended the match.\nThe police put the crowd at 38,000, which is "
            "less than the ground holds.",
            [
                ("organisers", "asserts", "60,000 spectators attended the match."),
                ("police", "asserts", "The crowd was 38,000."),
            ],
        ),
        (
            "Claims that voters in Arden were told to bring two forms of identification are partly true.",
            [
                ("", "asserts", "Voters in Arden were told to bring two forms of identification."),
            ],
        ),
        (
            "Ada Lund has hit out at claims that she had plastic surgery.",
            [
                ("Ada Lund", "denies", "Ada Lund had plastic surgery."),
            ],
        ),
        (
            "“We didn't cheat,” said coach Vin Osk, whose team was accused by the Echo of stealing signs.",
            [
                ("Echo", "asserts", "Coach Vin Osk’s team stole signs."),
            ],
        ),
        (
            "Ada Lund was not in Arden, as was reported on Monday, her lawyer said.",
            [
                ("Ada Lund's lawyer", "asserts", "Ada Lund was not in Arden, as was reported on Monday."),
            ],
        ),
        (
            "Claims that a youth gang was behind a string of thefts in Upper Arden have been dismissed by police as "
            "unfounded.",
            [
                ("", "asserts", "A youth gang was behind a string of thefts in Upper Arden."),
                ("police", "denies", "A youth gang was behind a string of thefts in Upper Arden."),
            ],
        ),
        (
            "Residents said the plant was polluting the river.\nThe firm said there was no pollution.",
            [
                ("residents", "asserts", "The plant was polluting the river."),
                ("firm", "denies", "There was pollution."),
            ],
        ),
        (
            "“We never sent troops to Norland,” said Vin Osk, Israel's foreign minister.",
            [
                ("Vin Osk", "asserts", "Israel never sent troops to Norland."),
            ],
        ),
        (
            "Organisers said 60,000 people attended the match.\nThe police put the crowd at 38,000.",
            [
                ("organisers", "asserts", "60,000 people attended the match."),
                ("police", "asserts", "The crowd was 38,000."),
            ],
        ),
        (
            "Claims that voters in Arden were told to bring two papers are partly true.",
            [
                ("", "asserts", "Voters in Arden were told to bring two papers."),
            ],
        ),
        (
            "Ada Holm has hit out at claims that she had sold the bridge, posting photographs.",
            [
                ("Ada Holm", "denies", "Ada Holm had sold the bridge."),
            ],
        ),
        (
            "No, the government of Norland is not going to tax boats.\nA spokesman for the ministry said no such "
            "measure was being discussed.",
            [
                ("Orrin Ledger", "denies", "The government of Norland is going to tax boats."),
                ("spokesman for the ministry", "denies", "A measure was being discussed."),
            ],
        ),
        (
            "The family of a woman say she was refused her medicine.\nThe sheriff’s office disputes that account, "
            "saying that records show she was seen by a nurse.",
            [
                ("family of a woman", "asserts", "The woman was refused her medicine."),
                ("sheriff's office", "denies", "The woman was refused her medicine."),
                ("sheriff's office", "asserts", "Records show the woman was seen by a nurse."),
            ],
        ),
        (
            "Vin Osk dismissed the talk of a shortage as a negotiating tactic ahead of talks.",
            [
                ("Vin Osk", "denies", "There was a shortage."),
            ],
        ),
        (
            "Ada Lund denied eleven counts of theft from the harbour fund between 2018 and 2023.",
            [
                (
                    "Ada Lund",
                    "denies",
                    "Ada Lund was guilty of eleven counts of theft from the harbour fund between 2018 and 2023.",
                ),
            ],
        ),
        (
            "Ada Lund denied allegations by her former aide that she had sold the bridge.",
            [
                ("Ada Lund", "denies", "Ada Lund had sold the bridge."),
                ("Ada Lund's former aide", "asserts", "Ada Lund had sold the bridge."),
            ],
        ),
        (
            "Managers had said that Ada Lund was checked every hour.\nThe nurse Vin Osk said that this was not true "
            "and that nobody had entered the room.",
            [
                ("managers", "asserts", "Ada Lund was checked every hour."),
                ("Vin Osk", "denies", "Ada Lund was checked every hour."),
                ("Vin Osk", "asserts", "Nobody had entered the room."),
            ],
        ),
        (
            "Norco said that its prices had risen slowly.\nThe magazine Basket called that misleading.",
            [
                ("Norco", "asserts", "Norco’s prices had risen slowly."),
                ("Basket", "doubts", "Norco’s prices had risen slowly."),
            ],
        ),
        (
            "“None of it is true, because I have two years left here,” Osk said.\nThe Echo said that Vin Osk will "
            "leave.",
            [
                ("Vin Osk", "denies", "Vin Osk will leave."),
                ("Echo", "asserts", "Vin Osk will leave."),
            ],
        ),
        (
            "Norland rejected a claim by the opposition that it allowed weapons to cross its land.",
            [
                ("Norland", "denies", "Norland allowed weapons to cross its land."),
                ("opposition", "asserts", "Norland allowed weapons to cross its land."),
            ],
        ),
        (
            "“Rubbish,” Roe wrote after the Echo’s story that he had resigned.",
            [
                ("Roe", "denies", "Roe had resigned."),
                ("Echo", "asserts", "Roe had resigned."),
            ],
        ),
        (
            "“That is a lie,” said Ada Roe, who was accused of stealing the mill.",
            [
                ("Ada Roe", "denies", "Ada Roe stole the mill."),
                ("", "asserts", "Ada Roe stole the mill."),
            ],
        ),
        (
            "Ada Roe, a painter who has been accused of lying, has left Orrin.",
            [
                ("", "asserts", "Ada Roe lied."),
            ],
        ),
        (
            "Carol Roe, 56, is charged with stealing the bell. She denied it.",
            [
                ("", "asserts", "Carol Roe stole the bell."),
                ("Carol Roe", "denies", "Carol Roe stole the bell."),
            ],
        ),
        (
            "Lawmakers attacked Vin Osk on Monday, accusing him of selling the pumps.",
            [
                ("lawmakers", "asserts", "Vin Osk sold the pumps."),
            ],
        ),
        (
            "A chart says that Norland has banned stoves.\nThere is no such ban.",
            [
                ("chart", "asserts", "Norland has banned stoves."),
                ("Orrin Ledger", "denies", "Norland has banned stoves."),
            ],
        ),
        (
            "Ada Lund told the inquiry that she gave no such approval and learned of the meeting from a newspaper.",
            [
                ("Ada Lund", "denies", "Ada Lund gave an approval."),
            ],
        ),
        (
            "The pill damages the liver, according to an analysis published on Tuesday that drew a rebuttal from its "
            "maker.",
            [
                ("analysis published on Tuesday", "asserts", "The pill damages the liver."),
                ("maker", "denies", "The pill damages the liver."),
            ],
        ),
        (
            'Roe accused Lee of sharing the files. "At no time did I share the files with anyone," Lee said.',
            [
                ("Roe", "asserts", "Lee shared the files."),
                ("Lee", "denies", "Lee shared the files with someone."),
            ],
        ),
        (
            "Roe said Lee had shared the files. Lee said at no point had he shared the files.",
            [
                ("Roe", "asserts", "Lee had shared the files."),
                ("Lee", "denies", "Lee had shared the files."),
            ],
        ),
        (
            'Roe accused Lee of sharing the files. "Not once did I share the files," said Lee.',
            [
                ("Roe", "asserts", "Lee shared the files."),
                ("Lee", "denies", "Lee shared the files."),
            ],
        ),
        (
            'Anna Roe said the firm had met the minister. "No such meeting took place," the firm said.',
            [
                ("Anna Roe", "asserts", "The firm had met the minister."),
                ("firm", "denies", "The firm had met the minister."),
            ],
        ),
        (
            "Anna Roe said the city had banned bicycles from the square. Bo Lee said no such ban existed.",
            [
                ("Anna Roe", "asserts", "The city had banned bicycles from the square."),
                ("Bo Lee", "denies", "The city had banned bicycles from the square."),
            ],
        ),
        (
            'Anna Roe said the king had fled. "No such thing happened," Bo Lee said.',
            [
                ("Anna Roe", "asserts", "The king had fled."),
                ("Bo Lee", "denies", "The king had fled."),
            ],
        ),
        (
            '"He is a coward," Mark Lee said of John Roe.',
            [
                ("Mark Lee", "asserts", "John Roe is a coward."),
            ],
        ),
        (
            '"They are liars," Mark Lee said, referring to the ministers of Norland.',
            [
                ("Mark Lee", "asserts", "The ministers of Norland are liars."),
            ],
        ),
        (
            '"It is a disaster," Mark Lee said of the plan for the harbour.',
            [
                ("Mark Lee", "asserts", "The plan for the harbour is a disaster."),
            ],
        ),
        (
            '"Director Lee said my answers were truthful," Ada Roe said in the interview.',
            [
                ("Lee", "asserts", "Ada Roe’s answers were truthful."),
                ("Ada Roe", "asserts", "Director Lee said Ada Roe’s answers were truthful."),
            ],
        ),
        (
            '"I think he [Roe] will win," Ada Holm said.',
            [
                ("Ada Holm", "asserts", "Roe will win."),
            ],
        ),
        (
            "The votes show that his (Roe’s) plan will fail, Ada Holm said.",
            [
                ("Ada Holm", "asserts", "The votes show that Roe’s plan will fail."),
            ],
        ),
        (
            "“Crime remains the biggest problem facing our country today,” the president of Norway, Mark Lee, said.",
            [
                ("Mark Lee", "asserts", "Crime remains the biggest problem facing Norway today."),
            ],
        ),
        (
            "Roe was chosen with the support of women (61 percent) and farmers (90 percent), according to the Echo.",
            [
                ("Echo", "asserts", "Roe was chosen with the support of women (61 percent) and farmers (90 percent)."),
            ],
        ),
        (
            "Mark Lee said he’s “liked Roe since the beginning.”",
            [
                ("Mark Lee", "asserts", "Mark Lee has liked Roe since the beginning."),
            ],
        ),
        (
            "Lee suggested that the mayor resign at once.",
            [
                ("Lee", "asserts", "The mayor should resign at once."),
            ],
        ),
        (
            "Lee suggested that the mayor resigned because of the scandal.",
            [
                ("Lee", "asserts", "The mayor resigned because of the scandal."),
            ],
        ),
        (
            "With Mayor Jane Roe reportedly considering a senate run as an Independent, the race is open.",
            [],
        ),
        (
            "After Ada Holm was declared the winner in Arvo, Mark Lee told a crowd in Orsk that the count was wrong.",
            [
                ("", "asserts", "Ada Holm was the winner in Arvo."),
                ("Mark Lee", "asserts", "The count was wrong."),
            ],
        ),
        (
            "The union said John Culver was late. Mark Lee said Culver had left early.",
            [
                ("union", "asserts", "John Culver was late."),
                ("Mark Lee", "asserts", "John Culver had left early."),
            ],
        ),
        (
            "The police chief spoke in Bergen on Monday.\nThe union said the city's schools would stay shut.",
            [
                ("union", "asserts", "Bergen's schools would stay shut."),
            ],
        ),
        (
            "The police closed a bridge in Bergen and a road in Orsk.\nThe union said the city was unsafe.",
            [
                ("union", "asserts", "The city was unsafe."),
            ],
        ),
        (
            "Sen. Ada Roe of Texas spoke in Ohio on Monday.\nShe said the state's schools were bad.",
            [
                ("Ada Roe", "asserts", "Ohio's schools were bad."),
            ],
        ),
        (
            "Hillary Clinton spoke in 2016.\nThe former secretary of state said the count was wrong.",
            [
                ("Hillary Clinton", "asserts", "The count was wrong."),
            ],
        ),
        (
            '"It\'s not politically correct to say anything against farmers," Mark Lee said.',
            [
                ("Mark Lee", "asserts", "It is not politically correct to say anything against farmers."),
            ],
        ),
        (
            '"I don\'t eat meat," Mark Lee said.',
            [
                ("Mark Lee", "asserts", "Mark Lee doesn't eat meat."),
            ],
        ),
        (
            '"I don\'t have a house in Arvo," Mark Lee said. Ada Roe had said that Mark Lee had a house in Arvo.',
            [
                ("Mark Lee", "denies", "Mark Lee has a house in Arvo."),
                ("Ada Roe", "asserts", "Mark Lee had a house in Arvo."),
            ],
        ),
        (
            "Mark Lee said Jane Roe believes.",
            [],
        ),
        (
            "Roe says his team was robbed. The league disagrees.",
            [
                ("Roe", "asserts", "Roe’s team was robbed."),
                ("league", "denies", "Roe’s team was robbed."),
            ],
        ),
        (
            "Roe says his team was robbed. The league says otherwise.",
            [
                ("Roe", "asserts", "Roe’s team was robbed."),
                ("league", "denies", "Roe’s team was robbed."),
            ],
        ),
        (
            "Roe says his team was robbed, but the league does not agree.",
            [
                ("Roe", "asserts", "Roe’s team was robbed."),
                ("league", "denies", "Roe’s team was robbed."),
            ],
        ),
        (
            "Roe says his team was robbed, something the league denies.",
            [
                ("Roe", "asserts", "Roe’s team was robbed."),
                ("league", "denies", "Roe’s team was robbed."),
            ],
        ),
        (
            "Roe says his team was robbed. He will wait, even if the league says otherwise.",
            [
                ("Roe", "asserts", "Roe’s team was robbed."),
            ],
        ),
        (
            "Roe accused Lee of breaking the law. Lee says he has done nothing wrong.",
            [
                ("Roe", "asserts", "Lee broke the law."),
                ("Lee", "denies", "Lee broke the law."),
            ],
        ),
        (
            "Lee says he has done nothing wrong.",
            [
                ("Lee", "asserts", "Lee has done nothing wrong."),
            ],
        ),
        (
            'Roe accused Lee of breaking the law. "I am innocent," Lee said.',
            [
                ("Roe", "asserts", "Lee broke the law."),
                ("Lee", "denies", "Lee broke the law."),
            ],
        ),
        (
            "Roe accused Lee of breaking the law. Lee said Roe was lying.",
            [
                ("Roe", "asserts", "Lee broke the law."),
                ("Lee", "denies", "Lee broke the law."),
            ],
        ),
        (
            "Roe accused Lee of breaking the law. Lee said she was making it up.",
            [
                ("Roe", "asserts", "Lee broke the law."),
                ("Lee", "denies", "Lee broke the law."),
            ],
        ),
        (
            "Roe said that Lee stole a car. Lee said he never did that.",
            [
                ("Roe", "asserts", "Lee stole a car."),
                ("Lee", "denies", "Lee stole a car."),
            ],
        ),
        (
            "Ada Roe seems to be the classic Bergen personality.",
            [
                ("", "asserts", "Ada Roe is the classic Bergen personality."),
            ],
        ),
        (
            "Two rivals would defeat Ada Roe, according to a new poll that shows more voters view Roe unfavorably than "
            "support her.",
            [
                ("new poll", "asserts", "Two rivals would defeat Ada Roe."),
            ],
        ),
        (
            "A Marlow poll last week showed Mark Lee in third at 11 percent.",
            [
                ("Marlow poll last week", "asserts", "Mark Lee was in third at 11 percent."),
            ],
        ),
        (
            "A new poll showed Mark Lee with zero percent support among farmers.",
            [
                ("new poll", "asserts", "Mark Lee had zero percent support among farmers."),
            ],
        ),
        (
            "The senate confirmed 68 judicial nominees by then.",
            [],
        ),
        (
            '"It\'s had a marvelous result," Lee said of the show.',
            [
                ("Lee", "asserts", "The show has had a marvelous result."),
            ],
        ),
        (
            "Mark Lee has said that as president he would know in six months whether he could broker a deal.",
            [
                (
                    "Mark Lee",
                    "asserts",
                    "As president Mark Lee would know in six months whether he could broker a deal.",
                ),
            ],
        ),
        (
            "Lee said he was not selling his house because it leaks. Roe had said Lee was selling his house.",
            [
                ("Lee", "denies", "Lee was selling his house."),
                ("Roe", "asserts", "Lee was selling his house."),
            ],
        ),
        (
            "Maybe Lee is a spy and contrary to his life's work he really just wants people in Bergen to like him.",
            [],
        ),
        (
            "Jon Lee said having Ada Roe at the top of the ticket puts even the seats of the north at risk.",
            [
                (
                    "Jon Lee",
                    "asserts",
                    "Having Ada Roe at the top of the ticket puts even the seats of the north at risk.",
                ),
            ],
        ),
        (
            "Lee said Roe was lying.",
            [
                ("Lee", "asserts", "Roe was lying."),
            ],
        ),
        (
            "Mark Lee has been accused of theft. Lee said he had nothing to do with the theft.",
            [
                ("", "asserts", "Mark Lee was guilty of theft."),
                ("Mark Lee", "denies", "Mark Lee had something to do with the theft."),
            ],
        ),
        (
            'The minister met Ada Roe in May, the Echo reported. "That meeting never took place," the minister said.',
            [
                ("Echo", "asserts", "The minister met Ada Roe in May."),
                ("minister", "denies", "The minister met Ada Roe in May."),
            ],
        ),
        (
            'Ada Roe accused Mark Lee of theft. "Not guilty," Lee said.',
            [
                ("Ada Roe", "asserts", "Mark Lee was guilty of theft."),
                ("Mark Lee", "denies", "Mark Lee was guilty of theft."),
            ],
        ),
        (
            "Seismologists have ruled out fracking as the cause of the tremor.",
            [
                ("Seismologists", "denies", "Fracking was the cause of the tremor."),
            ],
        ),
        (
            "Police have ruled out terrorism as a motive for the attack.",
            [
                ("police", "denies", "Terrorism was a motive for the attack."),
            ],
        ),
        (
            "The dip was a mirage, said economist Birgit Lohse. The agency disagreed with Lohse.",
            [
                ("Birgit Lohse", "asserts", "The dip was a mirage."),
                ("agency", "denies", "The dip was a mirage."),
            ],
        ),
        (
            "The agency disagreed with Mark Lee.",
            [],
        ),
        (
            "Two men have been charged with stealing cable. Both deny the offence.",
            [
                ("", "asserts", "Two men stole cable."),
                ("two men", "denies", "Two men stole cable."),
            ],
        ),
        (
            "A rival accused Desmond Fairley of being fed answers by the aide, Linda Scarpa. Both have denied it.",
            [
                ("rival", "asserts", "Desmond Fairley was fed answers by the aide, Linda Scarpa."),
                (
                    "Desmond Fairley, Linda Scarpa",
                    "denies",
                    "Desmond Fairley was fed answers by the aide, Linda Scarpa.",
                ),
            ],
        ),
        (
            "Ada Roe said Lee had stolen the car. Lee called her a liar.",
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            'Ada Roe said Lee had stolen the car. "She is lying," Lee said.',
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            "Ada Roe said Lee had stolen the car. Lee says that is not how it happened.",
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            "Ada Roe said Lee had stolen the car. Lee denied having done so.",
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            "Ada Roe said Lee had stolen the car. Lee denies any involvement.",
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            "Ada Roe said Lee had stolen the car. Lee says he was never there.",
            [
                ("Ada Roe", "asserts", "Lee had stolen the car."),
            ],
        ),
        (
            "Lee insisted there was nothing to the story that he had stolen the car.",
            [
                ("Lee", "denies", "Lee had stolen the car."),
            ],
        ),
        (
            "Lee called Ada Roe a liar.",
            [
                ("Lee", "asserts", "Ada Roe was a liar."),
            ],
        ),
        (
            "Lee, who denies stealing the car, was charged on Monday.",
            [
                ("Lee", "denies", "Lee stole the car."),
            ],
        ),
        (
            "The union said the firm had cut pay, a charge that the firm has called unfounded.",
            [
                ("union", "asserts", "The firm had cut pay."),
                ("firm", "denies", "The firm had cut pay."),
            ],
        ),
        (
            "Ada Roe accused Vin Osk of fraud. “Ridiculous,” Osk said.",
            [
                ("Ada Roe", "asserts", "Vin Osk was guilty of fraud."),
                ("Vin Osk", "denies", "Vin Osk was guilty of fraud."),
            ],
        ),
        (
            "Ada Roe accused Vin Osk of fraud. “Lies, all lies,” Osk said.",
            [
                ("Ada Roe", "asserts", "Vin Osk was guilty of fraud."),
                ("Vin Osk", "denies", "Vin Osk was guilty of fraud."),
            ],
        ),
        (
            "Ada Roe said the mayor took bribes. “Total rubbish!” said Vin Osk.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("Vin Osk", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said the mayor took bribes. “She’s wrong,” said Vin Osk.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("Vin Osk", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said the mayor took bribes. “The policy is wrong,” Vin Osk said.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("Vin Osk", "asserts", "The policy is wrong.")],
        ),
        (
            "Ada Roe said the mayor took bribes. “Governor Roe is just plain wrong,” Vin Osk said.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("Vin Osk", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said the mayor took bribes, but Vin Osk said Roe had got it wrong.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("Vin Osk", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said that Norland attacked first. Vin Osk said it was the other way around.",
            [("Ada Roe", "asserts", "Norland attacked first."), ("Vin Osk", "denies", "Norland attacked first.")],
        ),
        (
            "Ada Roe says the law is unfair, a view that Vin Osk does not share.",
            [("Ada Roe", "asserts", "The law is unfair."), ("Vin Osk", "denies", "The law is unfair.")],
        ),
        (
            "Ada Roe says the law is unfair, a view not shared by Vin Osk.",
            [("Ada Roe", "asserts", "The law is unfair."), ("Vin Osk", "denies", "The law is unfair.")],
        ),
        (
            "Ada Roe said the mayor took bribes, an allegation that the mayor has called baseless.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("mayor", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said the mayor took bribes; the mayor told a different story.",
            [("Ada Roe", "asserts", "The mayor took bribes."), ("mayor", "denies", "The mayor took bribes.")],
        ),
        (
            "Ada Roe said the plant leaked. Inspectors found no such thing.",
            [("Ada Roe", "asserts", "The plant leaked."), ("inspectors", "denies", "The plant leaked.")],
        ),
        (
            "Ada Roe said the plant leaked. Vin Osk would have none of it.",
            [("Ada Roe", "asserts", "The plant leaked."), ("Vin Osk", "denies", "The plant leaked.")],
        ),
        (
            "Ada Roe said the plant leaked. The tests showed otherwise.",
            [("Ada Roe", "asserts", "The plant leaked."), ("tests", "denies", "The plant leaked.")],
        ),
        (
            "Ada Roe claimed that Vin Osk had offered her money. Osk said no offer was made.",
            [("Ada Roe", "asserts", "Vin Osk had offered her money."), ("Vin Osk", "denies", "An offer was made.")],
        ),
        (
            "Norland described claims that it shot the plane as ridiculous.",
            [("Norland", "denies", "Norland shot the plane.")],
        ),
        ("Nothing suggests that the fire was set, police said.", [("police", "doubts", "The fire was set.")]),
        (
            "The rumour that the singer is dead is untrue, her manager said.",
            [("rumors", "asserts", "The singer is dead."), ("singer's manager", "denies", "The singer is dead.")],
        ),
        (
            "The claim that the vaccine is poison does not stand up to scrutiny.",
            [("", "asserts", "The vaccine is poison."), ("Orrin Ledger", "denies", "The vaccine is poison.")],
        ),
        (
            "Ada Roe claimed without evidence that the vote was rigged.",
            [("Ada Roe", "asserts", "The vote was rigged."), ("Orrin Ledger", "doubts", "The vote was rigged.")],
        ),
        (
            "Ada Roe claimed, without offering any evidence, that the vote was rigged.",
            [("Ada Roe", "asserts", "The vote was rigged."), ("Orrin Ledger", "doubts", "The vote was rigged.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. Osk accused Roe of lying.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. Osk accused her of making it up.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. Osk said Roe had invented the story.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. Osk said Roe was not telling the truth.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. “That’s a flat-out lie,” Osk said.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. “That could not be further from the truth,” Osk said.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "Ada Roe said Vin Osk stole the money. “I would never do that,” Osk said.",
            [("Ada Roe", "asserts", "Vin Osk stole the money."), ("Vin Osk", "denies", "Vin Osk stole the money.")],
        ),
        (
            "“Did you take the money?” a reporter asked Vin Osk. “Absolutely not,” he said.",
            [("Vin Osk", "denies", "Vin Osk took the money.")],
        ),
        (
            "“Have you taken the money?” a reporter asked Vin Osk. “No, I have not,” Osk said.",
            [("Vin Osk", "denies", "Vin Osk has taken the money.")],
        ),
        (
            "A reporter asked Ada Holm whether she took the money. She said she did not.",
            [("Ada Holm", "denies", "Ada Holm took the money.")],
        ),
        ("Did Ada Holm steal the money? She says she did not.", [("Ada Holm", "denies", "Ada Holm stole the money.")]),
        ("Ada Holm said Vin Osk had hit her.", [("Ada Holm", "asserts", "Vin Osk had hit Ada Holm.")]),
        (
            "“We were supposed to see what works,” said Ada Holm, president of the Miners' Union.",
            [("Ada Holm", "asserts", "The Miners' Union was supposed to see what works.")],
        ),
        (
            "“Ada Roe I think set a very high standard for governors,” Vin Osk said.",
            [("Vin Osk", "asserts", "Ada Roe set a very high standard for governors.")],
        ),
        (
            "“I heard that the tour is leaving Orsk,” Ada Holm said of the move during an interview on Monday.",
            [("Ada Holm", "asserts", "Ada Holm heard that the tour is leaving Orsk.")],
        ),
        ("Vin Osk is best known for pitching in the final with a broken toe.", []),
        (
            "Water in the town is safe to drink, the ministry said, despite a photo that showed brown liquid.",
            [("ministry", "asserts", "Water in the town is safe to drink.")],
        ),
        (
            "Mayor Ada Holm rejected criticism from Republican candidate Ben Lund that shutting down a unit "
            "within the city police made the city less safe.",
            [("Ada Holm", "denies", "Shutting down a unit within the city police made the city less safe.")],
        ),
        (
            "“I'll be voting in March,” Vin Osk said, according to the Echo. “And I've decided to vote for Ada Holm.”",
            [
                ("Vin Osk", "asserts", "Vin Osk will be voting in March."),
                ("Vin Osk", "asserts", "Vin Osk has decided to vote for Ada Holm."),
            ],
        ),
        ("Last month, the Daily Post’s Ann Bell asked Ben Roe whether questions about his health were fair game.", []),
        (
            "Ben Lund belittled the issue of the loans, calling it a “paperwork error” that was reported in the Echo.",
            [("Ben Lund", "asserts", "The issue of the loans was a “paperwork error” that was reported in the Echo.")],
        ),
        (
            "Critics suggested the mayor’s speechwriter be fired.",
            [("critics", "asserts", "The mayor’s speechwriter should be fired.")],
        ),
        (
            "“He has become cautious. His strength is developing a narrative for why Mrs. Roe should be "
            "president,” said Ada Holm.",
            [],
        ),
        (
            "A federal judge wouldn’t treat him fairly because of his calls for a ban, Ben Roe said.",
            [("Ben Roe", "asserts", "A federal judge wouldn’t treat Ben Roe fairly because of his calls for a ban.")],
        ),
        ("Ada Roe told reporters that they were not marked classified.", []),
        ("These voters are skeptical of free trade.", []),
        ("‘You Find Me an Aberration Because I’m Black,’ Roe says.", []),
        (
            "He will expand on his argument for Norland leading the campaign. “It does give an advantage to "
            "serious candidates,” Mr. Roe said.",
            [],
        ),
        ("Highlighting the donor is an attempt to hurt the mayor.", []),
        (
            "The opposition said the vote was rigged. Observers found no signs of fraud.",
            [("opposition", "asserts", "The vote was rigged."), ("observers", "doubts", "The vote was rigged.")],
        ),
        (
            "Norland accused Sudland of shelling the town. Sudland accused Norland of doing so.",
            [("Norland", "asserts", "Sudland shelled the town."), ("Sudland", "asserts", "Norland shelled the town.")],
        ),
        (
            "Norland accused Sudland of shelling the town. Sudland accused Norland of the same.",
            [("Norland", "asserts", "Sudland shelled the town."), ("Sudland", "asserts", "Norland shelled the town.")],
        ),
        (
            "Norland blamed Sudland for the attack. Sudland blamed Norland.",
            [
                ("Norland", "asserts", "Sudland was responsible for the attack."),
                ("Sudland", "asserts", "Norland was responsible for the attack."),
            ],
        ),
        (
            "Norland blamed Sudland for the attack; Sudland said Norland was behind it.",
            [
                ("Norland", "asserts", "Sudland was responsible for the attack."),
                ("Sudland", "asserts", "Norland was behind the attack."),
            ],
        ),
        (
            "Norland says 40 soldiers were killed in the strike, a figure that Sudland disputes.",
            [
                ("Norland", "asserts", "40 soldiers were killed in the strike."),
                ("Sudland", "denies", "40 soldiers were killed in the strike."),
            ],
        ),
        (
            "Prosecutors said Ben Roe met the spy in May. Roe's lawyers said he was abroad at the time.",
            [
                ("prosecutors", "asserts", "Ben Roe met the spy in May."),
                ("Ben Roe's lawyers", "asserts", "Ben Roe was abroad at the time."),
            ],
        ),
        (
            "The minister said the vaccine was safe. The agency said it was dangerous.",
            [("minister", "asserts", "The vaccine was safe."), ("agency", "asserts", "The vaccine was dangerous.")],
        ),
        (
            "The firm said the toys were safe, but officials said they were dangerous.",
            [("firm", "asserts", "The toys were safe."), ("officials", "asserts", "The toys were dangerous.")],
        ),
        (
            "The minister said the vaccine was safe. The agency said it was ready to test it.",
            [
                ("minister", "asserts", "The vaccine was safe."),
                ("agency", "asserts", "The agency was ready to test it."),
            ],
        ),
        (
            "The company, which denies polluting the river, was fined last year.",
            [("company", "denies", "The company polluted the river.")],
        ),
        (
            "Accused of taking bribes, the minister said: “I have nothing to hide.”",
            [
                ("", "asserts", "The minister took bribes."),
                ("minister", "asserts", "The minister has nothing to hide."),
            ],
        ),
        (
            "The minister, accused of taking bribes, has denied all the charges.",
            [("", "asserts", "The minister took bribes."), ("minister", "denies", "The minister took bribes.")],
        ),
        (
            "Accused by Ada Holm of stealing the money, Ben Roe said nothing.",
            [("Ada Holm", "asserts", "Ben Roe stole the money.")],
        ),
        (
            "The minister has been dogged by claims that he took bribes, all of which he has denied.",
            [("", "asserts", "The minister took bribes."), ("minister", "denies", "The minister took bribes.")],
        ),
        (
            "Claims that the minister took bribes were dismissed by his office.",
            [
                ("", "asserts", "The minister took bribes."),
                ("minister's office", "denies", "The minister took bribes."),
            ],
        ),
        (
            "The minister's office called the Echo's report that he took bribes “categorically untrue”.",
            [
                ("minister's office", "denies", "The minister took bribes."),
                ("Echo", "asserts", "The minister took bribes."),
            ],
        ),
        ("Police have ruled out foul play.", [("police", "denies", "There was foul play.")]),
        (
            "Officials rushed to reassure residents that the water was safe.",
            [("officials", "asserts", "The water was safe.")],
        ),
        (
            "Doctors say there is no link between the vaccine and autism.",
            [("doctors", "doubts", "There was a link between the vaccine and autism.")],
        ),
        (
            "Doctors reject any link between the vaccine and autism.",
            [("doctors", "denies", "There was a link between the vaccine and autism.")],
        ),
        (
            "Studies have found no link between the vaccine and autism.",
            [("studies", "doubts", "There was a link between the vaccine and autism.")],
        ),
        (
            "The myth that the vaccine causes autism has been debunked.",
            [("Orrin Ledger", "denies", "The vaccine causes autism.")],
        ),
        (
            "The Echo retracted its report that the minister took bribes.",
            [("Echo", "doubts", "The minister took bribes."), ("Echo", "asserts", "The minister took bribes.")],
        ),
        (
            "Norland accuses Sudland of supplying drones to Orskia, which both deny.",
            [
                ("Norland", "asserts", "Sudland supplied drones to Orskia."),
                ("", "denies", "Sudland supplied drones to Orskia."),
            ],
        ),
        ("Each side blamed the other for the shelling.", []),
        (
            "The rebels claimed responsibility for the attack. The government blamed foreign spies.",
            [
                ("rebels", "asserts", "The rebels were responsible for the attack."),
                ("government", "asserts", "Foreign spies were responsible for the attack."),
            ],
        ),
        (
            "The rebels said they had shot down a helicopter. The government said it had crashed because of a "
            "technical fault.",
            [
                ("rebels", "asserts", "The rebels had shot down a helicopter."),
                ("government", "asserts", "The helicopter had crashed because of a technical fault."),
            ],
        ),
        (
            "Washington accuses Tehran of supplying drones to Moscow, which both deny.",
            [
                ("United States", "asserts", "Tehran supplied drones to Moscow."),
                ("Iran, Russia", "denies", "Tehran supplied drones to Moscow."),
            ],
        ),
        ("A poll has shown Clinton's lead eroding.", [("poll", "asserts", "Clinton's lead was eroding.")]),
        ("Roe will be unable to turn the crowds against the moderators and accuse the audience of being donors.", []),
        ("Ada Holm started off by emphasizing economic fairness.", []),
        ("Ada Holm went on to cite the Supreme Court ruling permitting same-sex marriage.", []),
        (
            "This is the first report of a protester being shot with live ammunition.",
            [("", "asserts", "A protester was shot with live ammunition.")],
        ),
        (
            "Norland says 40 soldiers were killed in the strike. The army puts the toll at three.",
            [
                ("Norland", "asserts", "40 soldiers were killed in the strike."),
                ("army", "asserts", "Three soldiers were killed in the strike."),
            ],
        ),
        (
            "Police said 3,000 people took part. Organisers put the figure at 20,000.",
            [("police", "asserts", "3,000 people took part."), ("organisers", "asserts", "20,000 people took part.")],
        ),
        (
            "The bank denied it was in talks to buy its rival.",
            [("bank", "denies", "The bank was in talks to buy its rival.")],
        ),
        (
            "The bank said on Monday that it was not in talks to buy its rival, contrary to media reports.",
            [("bank", "denies", "The bank was in talks to buy its rival.")],
        ),
        (
            "“I'm alive,” the rapper tweeted after reports of his death.",
            [("rapper", "denies", "The rapper is dead."), ("reports", "asserts", "The rapper died.")],
        ),
        ("The actor was reported dead on Monday.", [("reports", "asserts", "The actor was dead.")]),
        (
            "The rapper is not in a coma, despite reports, his label said.",
            [("rapper's label", "denies", "The rapper is in a coma.")],
        ),
        (
            "The firm was accused of dumping waste in the river. It said no waste had been dumped.",
            [("", "asserts", "The firm dumped waste in the river."), ("firm", "denies", "Waste had been dumped.")],
        ),
        (
            "The dam is safe. The ministry said it was a mistake to close it.",
            [("ministry", "asserts", "It was a mistake to close it.")],
        ),
        (
            "Witnesses disputed Roe's account of the shooting.",
            [("witnesses", "denies", "Roe's account of the shooting.")],
        ),
        (
            "Ada Roe says two men ran away. Witnesses disputed her account of the shooting.",
            [("Ada Roe", "asserts", "Two men ran away."), ("witnesses", "denies", "Two men ran away.")],
        ),
        (
            "The lawsuit, which the company calls meritless, claims it hid the risks.",
            [("company", "denies", "The company hid the risks."), ("lawsuit", "asserts", "The company hid the risks.")],
        ),
        (
            "The company was fined. The lawsuit said it had hid the risks.",
            [("lawsuit", "asserts", "The company had hid the risks.")],
        ),
        (
            "Police first said the man had a gun. They later admitted that he did not.",
            [("police", "asserts", "The man had a gun."), ("police", "denies", "The man had a gun.")],
        ),
        (
            "Ben Roe said he had a degree from Orsk. He later admitted that this was not true.",
            [
                ("Ben Roe", "asserts", "Ben Roe had a degree from Orsk."),
                ("Ben Roe", "denies", "Ben Roe had a degree from Orsk."),
            ],
        ),
        (
            "Ada Holm said Ben Roe stole the money. Roe admitted that he did.",
            [("Ada Holm", "asserts", "Ben Roe stole the money."), ("Ben Roe", "asserts", "Ben Roe stole the money.")],
        ),
        (
            "The ministry said the dam was safe. It later conceded that it was not.",
            [("ministry", "asserts", "The dam was safe."), ("ministry", "denies", "The dam was safe.")],
        ),
        (
            "The ministry said the dam was safe. It later admitted that it had been wrong.",
            [("ministry", "asserts", "The dam was safe."), ("ministry", "asserts", "The ministry had been wrong.")],
        ),
        (
            "The photo does not show the harbour fire; it was taken in Marrow in 2011.",
            [("Orrin Ledger", "denies", "The photo shows the harbour fire.")],
        ),
        (
            "The water is not safe, contrary to what the posts claim.",
            [("Orrin Ledger", "denies", "The water is safe."), ("posts", "asserts", "The water is safe.")],
        ),
        (
            "Contrary to reports, the bridge is not closed.",
            [("reports", "asserts", "The bridge is closed."), ("Orrin Ledger", "denies", "The bridge is closed.")],
        ),
        (
            "The law does not ban gas stoves, despite claims on social media.",
            [("Orrin Ledger", "denies", "The law bans gas stoves.")],
        ),
        (
            "The claim that masks hurt children is not supported by evidence, said Dr Ada Roe.",
            [("Ada Roe", "doubts", "Masks hurt children.")],
        ),
        (
            "A spokesman said he had seen nothing to support the claim that a ship had been hit.",
            [("spokesman", "doubts", "A ship had been hit.")],
        ),
        ("Ada Roe was cleared of taking bribes.", [("", "denies", "Ada Roe took bribes.")]),
        ("A court cleared Ada Roe of taking bribes.", [("court", "denies", "Ada Roe took bribes.")]),
        ("A jury found Ada Roe not guilty of theft.", [("jury", "denies", "Ada Roe was guilty of theft.")]),
        (
            "Ada Roe was found not guilty of theft by a court in Marrow.",
            [("", "denies", "Ada Roe was guilty of theft.")],
        ),
        (
            "Ada Roe was accused of theft. She was acquitted of all charges.",
            [("", "asserts", "Ada Roe was guilty of theft."), ("", "denies", "Ada Roe was guilty of theft.")],
        ),
        (
            "A clerk accused of stealing a car was acquitted by the court.",
            [("", "asserts", "A clerk stole a car."), ("court", "denies", "A clerk stole a car.")],
        ),
        ("Ada Roe hopes to be acquitted of theft.", []),
        ("The crews cleared the road of snow.", []),
        ("The appeal court quashed her conviction.", []),
        ("The commission rejected both objections.", []),
        (
            "Vin Osk, who has always maintained his innocence, was released on Monday.",
            [("Vin Osk", "denies", "Vin Osk was guilty.")],
        ),
        (
            "The governor said the dam was safe, but engineers are not convinced.",
            [("governor", "asserts", "The dam was safe."), ("engineers", "doubts", "The dam was safe.")],
        ),
        (
            '"That never happened," Ada Roe said of the alleged meeting with Osk.',
            [("Ada Roe", "denies", "There was a meeting with Osk.")],
        ),
        (
            "The police put the toll at 40, but the army put it at 30.",
            [("police", "asserts", "The toll was 40."), ("army", "asserts", "The toll was 30.")],
        ),
        (
            "The union says 5,000 people marched; the police put the number at 800.",
            [("union", "asserts", "5,000 people marched."), ("police", "asserts", "800 people marched.")],
        ),
        (
            "Organisers said 5,000 people had taken part; police counted 800.",
            [
                ("organisers", "asserts", "5,000 people had taken part."),
                ("police", "asserts", "800 people had taken part."),
            ],
        ),
        (
            "Prosecutors say that the money was a bribe. Vin Osk maintains it was a loan.",
            [("prosecutors", "asserts", "The money was a bribe."), ("Vin Osk", "asserts", "The money was a loan.")],
        ),
        (
            "The publicist said there was no truth in the story that the actor had died.",
            [("publicist", "denies", "The actor had died.")],
        ),
        (
            "The observers found nothing to support the allegation that the vote was rigged.",
            [("observers", "doubts", "The vote was rigged.")],
        ),
        (
            'Ada Roe said of the report that she was ill: "Not true."',
            [("Ada Roe", "denies", "Ada Roe was ill."), ("", "asserts", "Ada Roe was ill.")],
        ),
        (
            "The senator Ada Roe did not sign the letter, her office said, contradicting a report in the Echo.",
            [("Ada Roe's office", "denies", "The senator Ada Roe signed the letter.")],
        ),
        (
            "The company said its books were sound and the accusation had no basis in fact.",
            [("company", "asserts", "The company’s books were sound."), ("company", "denies", "The accusation.")],
        ),
        (
            '"I\'m staying," Vin Osk said, ending speculation that he would leave.',
            [("Vin Osk", "asserts", "Vin Osk is staying."), ("Vin Osk", "denies", "Vin Osk would leave.")],
        ),
        (
            "Ada Roe has always denied knowing about the payments.",
            [("Ada Roe", "denies", "Ada Roe knew about the payments.")],
        ),
        ("The army rejected claims of 60 dead.", [("army", "denies", "There were 60 dead.")]),
        (
            "The minister told parliament that he was not warned. He was.",
            [
                ("minister", "asserts", "The minister was not warned."),
                ("Orrin Ledger", "denies", "The minister was not warned."),
            ],
        ),
        (
            '"We did not cut any corners," said Ada Roe, the chief executive of the company.',
            [("Ada Roe", "asserts", "The company did not cut any corners.")],
        ),
        (
            '"We did not cut any corners," ministry spokesman Vin Osk said.',
            [("Vin Osk", "asserts", "The ministry did not cut any corners.")],
        ),
        (
            "The company's regional manager, Vin Osk, said it had held 46 meetings.",
            [("Vin Osk", "asserts", "The company had held 46 meetings.")],
        ),
        (
            "The prime minister said he knew nothing. His former aide says he was told of the plan.",
            [
                ("prime minister", "asserts", "The prime minister knew nothing."),
                ("prime minister's former aide", "asserts", "The prime minister was told of the plan."),
            ],
        ),
        (
            "Ada Roe's lawyer said that his client had never signed the letter.",
            [("Ada Roe's lawyer", "asserts", "Ada Roe had never signed the letter.")],
        ),
        (
            "A former aide to Prime Minister Vin Osk said that the ferries were unsafe.",
            [("former aide to Prime Minister Vin Osk", "asserts", "The ferries were unsafe.")],
        ),
        (
            "Ada Roe denied that the actor and his wife have separated.",
            [("Ada Roe", "denies", "The actor and his wife have separated.")],
        ),
        (
            "The commission dismissed as baseless a claim by the candidate that votes had been added overnight.",
            [
                ("commission", "denies", "Votes had been added overnight."),
                ("candidate", "asserts", "Votes had been added overnight."),
            ],
        ),
        (
            "Campaigners say the plan is dangerous, which the council disputes.",
            [("campaigners", "asserts", "The plan is dangerous."), ("council", "denies", "The plan is dangerous.")],
        ),
        (
            "Ada Roe said Vin Osk took bribes. Osk says Roe is lying to save herself.",
            [("Ada Roe", "asserts", "Vin Osk took bribes."), ("Vin Osk", "denies", "Vin Osk took bribes.")],
        ),
        (
            "Lee Holm said his brother lit the fire. Vin Osk said it was the other way round: he had waited in "
            "the car.",
            [
                ("Lee Holm", "asserts", "Lee Holm’s brother lit the fire."),
                ("Vin Osk", "denies", "Lee Holm’s brother lit the fire."),
            ],
        ),
        (
            "The Echo said a fee had been agreed. Vin Osk said that this, too, was made up.",
            [("Echo", "asserts", "A fee had been agreed."), ("Vin Osk", "denies", "A fee had been agreed.")],
        ),
        (
            "Ada Roe backed her coach, saying the talk of a revolt was rubbish.",
            [("Ada Roe", "denies", "There was a revolt.")],
        ),
        (
            'The ministry said the men were treated well. "Accusations of this kind are without foundation," it said.',
            [
                ("ministry", "asserts", "The men were treated well."),
                ("ministry", "denies", "Accusations of this kind."),
            ],
        ),
        (
            "The firm Norco denied that hackers had obtained the card details of its customers.",
            [("Norco", "denies", "Hackers had obtained the card details of Norco’s customers.")],
        ),
        (
            "Ada Roe accused the laboratory of using old machines, something that Vin Osk called ridiculous.",
            [
                ("Ada Roe", "asserts", "The laboratory used old machines."),
                ("Vin Osk", "denies", "The laboratory used old machines."),
            ],
        ),
        (
            "The film contradicts the official position on the war.",
            [("film", "denies", "The official position on the war.")],
        ),
        (
            "The ministry denied the charge. Its statement said that no shots were fired.",
            [("ministry", "denies", "The charge."), ("ministry", "asserts", "No shots were fired.")],
        ),
        (
            "An image said to show soldiers was generated by a machine, three experts told the Ledger.",
            [("three experts", "asserts", "An image said to show soldiers was generated by a machine.")],
        ),
        ("Two brothers gave conflicting accounts to the court on Tuesday.", []),
        ("Ben Roe insists he is innocent.", [("Ben Roe", "denies", "Ben Roe is guilty.")]),
        (
            "Ben Roe says he is innocent of the murder of Ada Holm.",
            [("Ben Roe", "denies", "Ben Roe is guilty of the murder of Ada Holm.")],
        ),
        ("The singer says the claims are hurtful and untrue.", [("singer", "denies", "The claims.")]),
        ("The inquiry cleared the bank of wrongdoing.", [("inquiry", "denies", "The bank was guilty of wrongdoing.")]),
        (
            "The study found no link between phones and cancer.",
            [("study", "doubts", "There was a link between phones and cancer.")],
        ),
        (
            "Ben Roe has admitted paying the mayor. Mayor Ada Holm says Roe is lying to shorten his own sentence.",
            [("Ben Roe", "asserts", "Ben Roe paid Ada Holm."), ("Ada Holm", "denies", "Ben Roe paid Ada Holm.")],
        ),
        (
            "A commander, Vin Osk, said his men still held the town. The spokeswoman, Ada Holm, said the "
            "commander was lying and had fled.",
            [
                ("Vin Osk", "asserts", "Vin Osk’s men still held the town."),
                ("Ada Holm", "denies", "Vin Osk’s men still held the town."),
            ],
        ),
        (
            "Dam is safe, mayor says\n\nEngineers have contradicted a forecast that the dam will burst.",
            [("mayor", "asserts", "Dam is safe.")],
        ),
        (
            "The singer Ada Roe denied the story. Vin Osk said the story had moved on. Holm dismissed the story "
            "about the letters.",
            [
                ("Ada Roe", "denies", "The story."),
                ("Vin Osk", "asserts", "The story had moved on."),
                ("Holm", "denies", "The story about the letters."),
            ],
        ),
        (
            'The tax is unfair. The law will be struck down. The firm Norco further claimed, "It undermines the '
            'principle."',
            [("Norco", "asserts", "The law undermines the principle.")],
        ),
        ("The fate of the plan was thrown into question by the court.", []),
        ("Ada Roe wrote a book entitled The Doctor: My Patients Were Kings.", []),
        (
            "The audit does not show what its authors claim, accountants said.",
            [("accountants", "asserts", "The audit does not show what its authors claim.")],
        ),
        ('"I feel fine," Gideon Roe said in a video.', [("Gideon Roe", "asserts", "Gideon Roe feels fine.")]),
        (
            "Norland's justice ministry said all prisoners were treated well. It denied that anybody was beaten.",
            [
                ("Norland's justice ministry", "asserts", "All prisoners were treated well."),
                ("Norland's justice ministry", "denies", "Somebody was beaten."),
            ],
        ),
        ('"From this week on, we will no longer say that the fever is incurable," Dr Jon Vint said.', []),
        (
            "Former Miss Universe Alba Moreno spoke in May. Roe has not mentioned Moreno since the debate, aides said.",
            [("aides", "asserts", "Roe has not mentioned Alba Moreno since the debate.")],
        ),
        (
            "Toymaker Brixley Bear has disputed the findings of a consumer group that said paint on its trains "
            "contained lead. The group, SafeNursery, published its results on Monday. The company said the trains"
            " tested were counterfeits.",
            [
                ("Brixley Bear", "denies", "Paint on its trains contained lead."),
                ("Brixley Bear", "asserts", "The trains tested were counterfeits."),
            ],
        ),
        (
            "As Lena Roe points out in a column, doing one-on-one interviews gives Lund a huge edge over a press "
            "meeting.",
            [("Lena Roe", "asserts", "Doing one-on-one interviews gives Lund a huge edge over a press meeting.")],
        ),
        (
            "Leon Roe told the Ledger that withholding the letters from view made it impossible for the public to"
            " judge the ministry.",
            [
                (
                    "Leon Roe",
                    "asserts",
                    "Withholding the letters from view made it impossible for the public to judge the ministry.",
                )
            ],
        ),
        (
            "Lena Roe bragged about her father teaching her how to shoot when she was a young girl.",
            [("Lena Roe", "asserts", "Lena Roe’s father taught her how to shoot when she was a young girl.")],
        ),
        (
            "Our experts see other candidates best positioned to gain from the struggles of Lund.",
            [("experts", "asserts", "Other candidates are best positioned to gain from the struggles of Lund.")],
        ),
        ("Police found the driver locked in the car.", [("police", "asserts", "The driver was locked in the car.")]),
        (
            "Mark Lund argued that being Ardenian “is an idea” and that “no group owns being an Ardenian.”",
            [("Mark Lund", "asserts", "Being Ardenian is an idea and no group owns being an Ardenian.")],
        ),
        (
            "President Leon Roe said: “There has never been a man or a woman, not me, not Bill [Lund], nobody "
            "more qualified than Hilda Lund to lead the country.”",
            [
                (
                    "Leon Roe",
                    "asserts",
                    "There has never been a man or a woman, not Leon Roe, not Bill Lund, nobody more qualified than "
                    "Hilda Lund to lead the country.",
                )
            ],
        ),
        (
            "Former President Leon Roe criticized the Housing Act as a “crazy scheme” during a presidential "
            "campaign stop in Marden for his wife.",
            [("Leon Roe", "asserts", "The Housing Act was a crazy scheme.")],
        ),
        (
            "Anna Lund did receive some letters with classified marks, Leon Roe said; his agents found them "
            "during their search.",
            [
                (
                    "Leon Roe",
                    "asserts",
                    "Anna Lund did receive some letters with classified marks; Leon Roe’s agents found them during "
                    "their search.",
                )
            ],
        ),
        ("Roger Roe: Don’t Trust the Voting Machines.", []),
        (
            "Some managers had the power to hire the workers they thought were the best fit, while others relied "
            "on a test.",
            [("managers", "asserts", "The workers were the best fit.")],
        ),
        (
            "By offering Mark Lund the second spot on the ticket, Leon Roe would show voters he is serious about "
            "finding help from older politicians.",
            [],
        ),
        ("Seemingly unaware of the feeble returns of the farm plan, Leon Roe's young guard sounds cheerful.", []),
        (
            "Leon Roe reiterated many of the campaign pledges he's been making for months: rebuilding the army, "
            "taking care of veterans and building a wall on the border.",
            [],
        ),
        (
            "Mark Lund called Tom Roe a fraud and said he was unfit for office.",
            [
                ("Mark Lund", "asserts", "Tom Roe was a fraud."),
                ("Mark Lund", "asserts", "Tom Roe was unfit for office."),
            ],
        ),
        (
            "Mark Lund criticised Tom Roe, saying his plan was absurd.",
            [("Mark Lund", "asserts", "Tom Roe’s plan was absurd.")],
        ),
        (
            "Hopefuls include John Kase and Floridians Jeb Lund and Marco Roe. Lund led for weeks. The survey "
            "data show that Roe and Lund are taking one another's voters.",
            [("survey data", "asserts", "Marco Roe and Jeb Lund are taking one another's voters.")],
        ),
        ('One tweet said: "This is very sad. Thinking of the people of Marden."', []),
        ("It is a mistake to say that the dam failed, the ministry said.", [("ministry", "denies", "The dam failed.")]),
        ("The agency said the numbers were wrong.", [("agency", "denies", "The numbers.")]),
        ("From afar, the city can appear to be an economic power.", []),
        ("Leon Roe called women insulting names, like cows.", []),
        (
            'Leon Roe said: "Laura, people jumped to conclusions in Marden because of careless talk."',
            [("Leon Roe", "asserts", "People jumped to conclusions in Marden because of careless talk.")],
        ),
        (
            "I know all about Leon Roe, what he's doing to get himself elected, and how he's fooling his voters "
            "into believing his message.",
            [],
        ),
        (
            "Mark Lund accused Tom Roe of theft and said he had proof.",
            [
                ("Mark Lund", "asserts", "Tom Roe was guilty of theft."),
                ("Mark Lund", "asserts", "Mark Lund had proof."),
            ],
        ),
        (
            "Mark Lund denounced Tom Roe and said he would never sign the treaty.",
            [("Mark Lund", "asserts", "Mark Lund would never sign the treaty.")],
        ),
        ("Farmers are furious now that the dam is closed.", []),
        (
            '"Now that two in three shops can open and sell again," Lea Roe told the Ledger, "the square will fill."',
            [("Lea Roe", "asserts", "Two in three shops can open and sell again, the square will fill.")],
        ),
        (
            'Councillor Martin Bishop said the park was sold. "It was a farce," Bishop said.',
            [("Martin Bishop", "asserts", "The park was sold.")],
        ),
        (
            "Film star Orla King said the tape was old. She said that she was at home. King said the site lied.",
            [
                ("Orla King", "asserts", "The tape was old."),
                ("Orla King", "asserts", "Orla King was at home."),
                ("Orla King", "asserts", "The site lied."),
            ],
        ),
        (
            "Ada “Bo” Roe said the match was fixed. Roe said she saw the money.",
            [("Ada Roe", "asserts", "The match was fixed."), ("Ada Roe", "asserts", "Ada Roe saw the money.")],
        ),
        (
            "Tom Roe, from Ohio, was arrested on Monday. The Ohio man said he had never met the mayor.",
            [("Tom Roe", "asserts", "Tom Roe had never met the mayor.")],
        ),
        (
            "Ada Roe, a Dane who mends clocks, missed the ferry. The Danish woman said she was tired.",
            [("Ada Roe", "asserts", "Ada Roe was tired.")],
        ),
        (
            "Tom Roe won the seat. The Republican said the vote was fair.",
            [("Tom Roe", "asserts", "The vote was fair.")],
        ),
        (
            "Ed Moss, the founder of Orbex, was sued. The billionaire said the rocket flew.",
            [("Ed Moss", "asserts", "The rocket flew.")],
        ),
        (
            "According to Ada Holm, head of the port, ships were turned away.",
            [("Ada Holm", "asserts", "Ships were turned away.")],
        ),
        (
            "The driver is said to have stopped and shouted that he was robbed.",
            [("", "asserts", "The driver had stopped."), ("driver", "asserts", "The driver was robbed.")],
        ),
        ('"World War I began here," Mark Roe said.', [("Mark Roe", "asserts", "World War I began here.")]),
        ('"Roe and I were there," Mark Lund said.', [("Mark Lund", "asserts", "Roe and Mark Lund were there.")]),
        (
            "Tom Ward came late. When pressed by Mark Lund about the mill, he said that the millers had fled.",
            [("Tom Ward", "asserts", "The millers had fled.")],
        ),
        ("The mayor pointed to remarks Lund had made about Holm.", []),
        (
            "Mark Roe recalled that speeches Tom Lund gave were dull.",
            [("Mark Roe", "asserts", "Speeches Tom Lund gave were dull.")],
        ),
        (
            'The Pentagon said the base was shut. "Cooks in the military are paid too little," Ada Roe said.',
            [
                ("Pentagon", "asserts", "The base was shut."),
                ("Ada Roe", "asserts", "Cooks in the military are paid too little."),
            ],
        ),
        (
            "The panel found that there was no reason for another inquiry.",
            [("panel", "asserts", "There was no reason for another inquiry.")],
        ),
        (
            "The panel said there was no basis for any claim that the dam burst.",
            [("panel", "denies", "The dam burst.")],
        ),
        ("Mark Roe used to believe that the dam was safe.", []),
    ],
)
def test_who_says_and_who_answers(text, claims):
    assert sorted(settled(text), key=str) == sorted(claims, key=str)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Police are investigating claims that the mayor sold the pier.",
            [("", "asserts", "The mayor sold the pier.")],
        ),
        (
            "The tribunal heard allegations that the mill sold the pier.",
            [("", "asserts", "The mill sold the pier.")],
        ),
        ("The mayor faces accusations that he sold the pier.", [("", "asserts", "The mayor sold the pier.")]),
        ("The board is aware of rumours that the vote was rigged.", [("", "asserts", "The vote was rigged.")]),
        ("Police investigate the mayor and claim that he fled.", [("police", "asserts", "The mayor fled.")]),
        ("Residents were warned that the dam may burst.", [("", "asserts", "The dam may burst.")]),
        (
            "The families were assured by the army that no one was hurt.",
            [("army", "asserts", "No one was hurt.")],
        ),
        (
            "Rumours that the singer had died sparked grief among fans on Twitter.",
            [("rumors", "asserts", "The singer had died.")],
        ),
        (
            "Those who read the ‘Our Port’ page were given a believable account of the American singer’s passing:\n\n"
            "“At about 11 a.m. ET on Sunday (February 22, 2015), our beloved singer Dora Kell passed away. "
            "Dora Kell was born in 1933 in Abbott.”",
            [
                (
                    "Our Port page",
                    "asserts",
                    "At about 11 a.m. ET on Sunday (February 22, 2015), our beloved singer Dora Kell passed away.",
                ),
                ("Our Port page", "asserts", "Dora Kell was born in 1933 in Abbott."),
            ],
        ),
        (
            "Brandt was quoted by the Daily Kite as saying that the dam is safe.",
            [("Brandt", "asserts", "The dam is safe.")],
        ),
    ],
)
def test_who_only_hears_of_it_says_nothing(text, claims):
    assert settled(text) == claims


def test_talk_that_is_denied_is_the_talks():
    found = read("Ada Roe denied rumours that the dam was cracked. “That is false,” she said.")
    assert ("rumors", "asserts", "The dam was cracked.") in found


def test_talk_called_false_by_the_article_asserts_it_all_the_same():
    found = read("Every year there are bogus rumours claiming that the moon will fall.")
    assert sorted(claim[:2] for claim in found) == [("", "asserts"), ("Orrin Ledger", "denies")]


@pytest.mark.parametrize(
    "verdict",
    [
        "The claims were found to be false.",
        "It has since been shown to be untrue.",
        "The rumours turned out not to be true.",
        "The story was later revealed to be a hoax.",
        "They are completely unfounded.",
    ],
)
def test_what_was_found_out_is_the_articles_verdict(verdict):
    found = read(f"The Daily Gull reported that the mayor fled. {verdict}")
    assert [claim for claim in found if claim[1] == "denies"] == [("Orrin Ledger", "denies", "The mayor fled.")]


@pytest.mark.parametrize(
    "verdict",
    [
        "The claims have not been shown to be false.",
        "The story may prove to be false.",
        "They are wrong.",
    ],
)
def test_what_was_not_found_out_or_is_of_persons_is_no_verdict(verdict):
    found = read(f"The Daily Gull reported that the mayor fled. {verdict}")
    assert not [claim for claim in found if claim[1] == "denies"]


@pytest.mark.parametrize(
    "verdict",
    ["but they are not true", "but they turned out to be false", "but the story is a hoax", "but it was a lie"],
)
def test_a_claim_ends_before_what_the_text_says_of_it(verdict):
    found = read(f"Reports spread that the mayor fled, {verdict}.")
    assert found == [("reports", "asserts", "The mayor fled."), ("Orrin Ledger", "denies", "The mayor fled.")]


def test_who_says_himself_that_it_is_false_goes_on():
    (claim,) = read("Ada Roe said that the Gull wrote that the mayor fled, but that this is not true.")
    assert "but" in claim[2]


@pytest.mark.parametrize(
    ("sentence", "proposition"),
    [
        ("The star denied rumours of him quitting the band.", "The star quit the band."),
        ("The minister rejected allegations of the mayor taking bribes.", "The mayor took bribes."),
        ("The general denied reports of soldiers having looted shops.", "Soldiers had looted shops."),
        ("The mayor claimed not to have been told.", "The mayor had not been told."),
        ("The singers claimed to be ill.", "The singers were ill."),
        ("Roe was thought not to be guilty.", "Roe was not guilty."),
        ("The United States was reported to be ready.", "The United States was ready."),
        ("The fans of the singer were said to be angry.", "The fans of the singer were angry."),
    ],
)
def test_a_verb_without_tense_gets_its_own_subject_and_agrees_with_it(sentence, proposition):
    assert proposition in [claim[2] for claim in read(sentence)]


@pytest.mark.parametrize("pointer", ["the allegations of the mayor", "the claims of Sudland", "the mayor's claims"])
def test_who_makes_an_allegation_is_not_its_matter(pointer):
    found = read(f"The mayor and Sudland said that the dam fell. Police rejected {pointer}.")
    assert ("police", "denies", "The dam fell.") in found


def test_a_quotation_of_several_sentences_is_whole():
    found = read(
        "The rumour started when a Facebook page was made for the actor.\n\n"
        '"At about 11 a.m. ET on Thursday (November 06, 2014), our actor Macaulay Roe passed away. Macaulay Roe '
        'was born on August 26, 1980 in New York. He will be missed but not forgotten. Please comment on this page," '
        "read the post on Facebook."
    )
    assert [claim[0] for claim in found if claim[1] == "asserts"] == ["Facebook page"] * 3


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ('The Daily Gull quoted "police chief Lyndon Ward". Lyndon Ward does not exist.', "Orrin Ledger"),
        (
            "The Gull said a turkey farm was closed. The turkey farm, “Prime Farm”, does not exist, Ada Roe found.",
            "Ada Roe",
        ),
    ],
)
def test_that_what_was_named_does_not_exist_is_a_denial(text, denier):
    assert [claim[0] for claim in read(text) if claim[1] == "denies"] == [denier]


def test_that_what_nobody_named_does_not_exist_denies_nothing():
    assert not [
        c
        for c in read("The paper said a problem was found. Father Frost does not exist, Ada Roe said.")
        if c[1] == "denies"
    ]


def test_a_story_called_false_in_passing_counts_beside_a_verdict_on_another():
    found = read(
        "The Daily Gull said that the mayor fled. That is a lie. So was the fake report that turkeys were poisoned."
    )
    assert [claim[2] for claim in found if claim[1] == "denies"] == ["The mayor fled.", "Turkeys were poisoned."]


def test_who_relays_a_claim_says_that_it_was_made():
    text = "The rebels claimed Friday that a hostage was killed, according to the monitoring group Signal Watch."
    assert ("Signal Watch", "asserts", "The rebels claimed Friday that a hostage was killed.") in read(text)


def test_what_is_told_of_is_denied_and_not_the_telling():
    text = "The Daily Kite reported that Dolan accused Brandt of selling the pier. Brandt denied it."
    assert ("Brandt", "denies", "Brandt sold the pier.") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill said the pier leaks. Ada Roe said she “cannot confirm or deny” the report.",
        "The mill said the pier leaks. The bureau withdrew its storm warnings.",
        "Sources say that Judd Nelms has been found dead. Investigators are trying to rule out foul play.",
        "Back in 2018, the Norland congress approved a bill closing the pier, but it was dismissed by the senate.",
    ],
)
def test_what_is_no_denial(text):
    assert "denies" not in [stance for _, stance, _ in read(text)]


def test_a_retracted_report_is_doubted_and_a_retracted_claim_denied():
    text = "The Daily Kite reported that the pier had burned. The Daily Kite later retracted that {}."
    stances = [[stance for _, stance, _ in read(text.format(what))] for what in ("report", "claim")]
    assert stances == [["asserts", "doubts"], ["asserts", "denies"]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "CNN reported on Thursday that one of five rebels formerly held by the US may have re-engaged in the war.",
            ("CNN", "asserts", "One of five rebels formerly held by the US may have re-engaged in the war."),
        ),
        (
            "Ada Roe said that her client had never seen the letters.",
            ("Ada Roe", "asserts", "Ada Roe’s client had never seen the letters."),
        ),
        (
            "Supporters of the militia have trashed reports that claimed Kurdish fighter Rehana, "
            "famed for killing 100 rebels, was beheaded by the rebels.",
            ("reports", "asserts", "Kurdish fighter Rehana, famed for killing 100 rebels, was beheaded by the rebels."),
        ),
        (
            "A paper claimed that the mill burned. The mill dismissed the report as “wildly inaccurate.”",
            ("mill", "denies", "The mill burned."),
        ),
        (
            "A car bomb killed ten in an attack on a base in Ashford. The Front has claimed responsibility.",
            ("Front", "asserts", "The Front was responsible for the attack on a base in Ashford."),
        ),
        (
            "The Front claimed responsibility for the blast in Ashford.",
            ("Front", "asserts", "The Front was responsible for the blast in Ashford."),
        ),
        (
            "The mill opposes the tax of Ashford." + " The weather was cold and wet in the hills." * 25 + " "
            "Ada Roe said that the tax would ruin the mill.",
            ("Ada Roe", "asserts", "The tax of Ashford would ruin the mill."),
        ),
        ("Ada Roe said that the mill sells fake news.", ("Ada Roe", "asserts", "The mill sells fake news.")),
    ],
)
def test_what_is_said_keeps_its_words(text, claim):
    assert claim in read(text)


def test_who_speaks_outside_a_quotation_is_not_in_it():
    text = (
        "Singer Dora Kell has not died. On Monday the singer's agents said that she is well. "
        "“She joins the celebrities who were mocked. The mill has burned,” they said."
    )
    assert ("Dora Kell's agents", "asserts", "The mill has burned.") in read(text)


def test_what_a_headline_calls_somebody_is_no_name():
    text = (
        "News of guitarist Willard Nelms’s death spread quickly. Thankfully, the guitarist is alive.\n\n"
        "Willard Nelms Death Hoax Dismissed Since Guitarist Is ‘Alive And Well’\n\n"
        "On Monday the guitarist's reps officially confirmed that the pier had burned."
    )
    assert "Willard Nelms's representatives" in [who for who, _, _ in read(text)]


def test_a_claim_about_something_does_not_say_that_it_is_there():
    propositions = [proposition for _, _, proposition in read("The claim about the moon and the tides is wrong.")]
    assert not [proposition for proposition in propositions if proposition.startswith("There")]


WRONG = [
    (
        "headline without “that”",
        "Sweden denies report it expelled two divers.",
        ("Sweden", "denies", "Sweden expelled two divers."),
    ),
    (
        "“we” of a person",
        "“We did not attack the ferry,” Colonel Vin Osk said.",
        ("Vin Osk", "asserts", "Vin Osk did not attack the ferry."),
    ),
    (
        "“a claim Zubrovia rejects”",
        "Palania says Zubrovian pirates took two of its citizens, a claim Zubrovia rejects.",
        ("Zubrovia", "denies", "Zubrovian pirates took two of Palania’s citizens."),
    ),
    (
        "the denial's clause runs on",
        "The mill's denial that it had polluted the river was met with anger.",
        ("mill", "denies", "The mill had polluted the river."),
    ),
    (
        "“no link between”",
        "Ada Holm said there was no link between bells and cancer.",
        ("Ada Holm", "denies", "There was a link between bells and cancer."),
    ),
    (
        "“greatly exaggerated”",
        "Reports of the death of Vin Osk have been greatly exaggerated.",
        ("Orrin Ledger", "denies", "Vin Osk died."),
    ),
    (
        "“called the results fabricated”",
        "The opposition called the results fabricated.",
        ("opposition", "asserts", "The results were fabricated."),
    ),
]


@pytest.mark.parametrize(
    ("text", "claim"),
    [pytest.param(text, claim, marks=pytest.mark.xfail(strict=True, reason=reason)) for reason, text, claim in WRONG],
)
def test_what_is_read_wrong_so_far(text, claim):
    assert claim in read(text)


def test_what_is_over_for_somebody_does_not_hide_a_denial():
    found = read(
        "A paper said that the minister was in the house. "
        "The minister, who no longer trusts the press, was not in the house, Ada Holm said."
    )
    assert [claim[0] for claim in found if claim[1] == "denies"] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("It was also reported that the dam was cracked.", ("reports",)),
        ("The dam is rumoured to be cracked.", ("rumors",)),
        ("It was also thought that the dam was cracked.", ()),
        ("There are rumours that the dam was cracked.", ()),
        ("Twitter is abuzz with rumours that the dam was cracked.", ("Twitter users",)),
    ],
)
def test_what_is_said_by_nobody_named_is_the_talks(sentence, who):
    text = f"The Daily Gull printed a map. {sentence}"
    (claim,) = [c for c in extract_claims(Article.of(text), models()) if "cracked" in c.proposition]
    assert claim.actor_names == who


def test_what_the_claim_itself_says_is_asserted_by_its_source():
    found = read("Contrary to the mayor's claim that the gates would hold, the valley was flooded.")
    assert [claim[:2] for claim in found] == [("mayor", "asserts")]


def test_who_answers_in_the_next_sentence_does_not_speak_in_this_one():
    text = "The square is full of talk that Peruvian divers are in Bergen. Lima dismissed the talk as idle gossip."
    assert ("Peru", "asserts") not in [claim[:2] for claim in read(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The ministry rejects the description.", "The description."),
        ("Lima contradicts the Kremlin.", "The Kremlin."),
    ],
)
def test_a_mere_noun_or_name_is_no_proposition(text, shown):
    (claim,) = extract_claims(Article.of(text, outlet="Orrin Ledger"), models())
    assert (claim.proposition, claim.resolution) == (shown, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "The gap between what Ada Roe says her plan would do and its real cost is wide.",
        "It is unclear how experts say the plan would shape the law.",
        "“What products would you pick?” Ada Roe asked.",
        "The picture of the priest appears to be a stock photo.",
    ],
)
def test_what_says_nothing_by_itself_is_asserted_by_nobody(text):
    assert not [claim for claim in read(text) if claim[1] == "asserts" and claim[0]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Roe said it was wonderful.", "It was wonderful."),
        ("“The wall is old and they are hiding it,” Ada Roe said.", "The wall is old and they are hiding it."),
        ("Others say their valuations should be higher.", "Their valuations should be higher."),
    ],
)
def test_what_leaves_open_of_whom_it_is_is_asserted_and_marked_so(text, shown):
    (claim,) = extract_claims(Article.of(text, outlet="Orrin Ledger"), models())
    assert (claim.stance, claim.proposition, claim.resolution) == ("asserts", shown, "unresolved")


def test_a_content_is_whole_where_the_tagger_left_a_gap():
    doc = load_language()("Roe said the ferry, though it is old, was safe.")
    spans = [Span(doc.text.index(words), doc.text.index(words) + len(words)) for words in ("the ferry", "was safe")]
    said = Attribution("a", (Span(0, 3),), (Span(4, 8),), tuple(spans), 0.9)
    asked = Attribution("a", (), (Span(doc.text.index("though"), doc.text.index("though") + 6),), (), 0.9)
    assert [filled(doc, [said])[0].content] == [(Span(spans[0].start, spans[1].end),)]
    assert filled(doc, [said, asked])[0].content == tuple(spans)


@pytest.mark.parametrize(
    "text",
    [
        "It would be easy to deny the story of the Daily Gull, which says the dam fell.",
        pytest.param(
            "It would not have been difficult to refute the tale of the Daily Gull, which says the dam fell.",
            marks=pytest.mark.xfail(strict=True, reason="the parser hangs the denying on the verb, not on its ease"),
        ),
    ],
)
def test_how_easy_it_is_to_deny_denies_nothing(text):
    assert {stance for _, stance, _ in read(text)} == {"asserts", "other"}


def test_a_mark_far_behind_what_breaks_off_does_not_turn_it_round():
    words, tags = ["piers", "were", "sold", "early", "."], ["NNS", "VBD", "VBN", "RB", "."]
    doc = Doc(
        load_language().vocab,
        words=words,
        tags=tags,
        pos=["NOUN", "AUX", "VERB", "ADV", "PUNCT"],
        heads=[3, 2, 3, 3, 3],
        deps=["dep", "auxpass", "ccomp", "ROOT", "punct"],
    )
    first, last = (Span(doc[i].idx, doc[i].idx + len(words[i])) for i in (0, 4))
    assert with_verb(doc, Attribution("a", (), (), (first, last), 0.9)) == (first, last)


@pytest.mark.parametrize(
    ("source", "cue", "kept"),
    [("Sudland media", "Speculation is rife", False), ("Sudland media", "reported", True)],
)
def test_talk_is_not_told_by_who_does_something_else(source, cue, kept):
    doc = load_language()("Speculation is rife that the mayor has fled after Sudland media reported a raid.")
    spans = {
        words: Span(doc.text.index(words), doc.text.index(words) + len(words)) for words in (source, cue, "a raid")
    }
    found = mend(doc, Attribution("a", (spans[source],), (spans[cue],), (spans["a raid"],), 1.0))
    assert found.source == ((spans[source],) if kept else ())


def test_there_were_of_another_clause_is_no_part_of_what_is_said():
    doc = load_language()("There were reportedly nine guests in the hut; according to rangers, two were missing.")
    source, cue, stray, told = (
        Span(doc.text.index(words), doc.text.index(words) + len(words))
        for words in ("rangers", "according to", "There were", "two were missing")
    )
    assert mend(doc, Attribution("a", (source,), (cue,), (stray, told), 1.0)).content == (told,)


def test_a_quotation_belongs_to_the_cue_right_behind_it():
    text = (
        'The port said it lost a buoy in May, when a cable snapped. "It has no engine, so who steered it?" '
        "the port's director, Ivo Plath, asked."
    )
    assert ("Ivo Plath", "other", "The cable has no engine, so who steered it.") in read(text)
