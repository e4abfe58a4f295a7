"""The stages together, with the shipped models, on short articles written for these tests."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from claims.evaluation.gold import read_gold
from claims.inference import load_models
from claims.pairing import Remembered
from claims.pipeline import extract, ingest, reanalyse
from claims.reading import read_articles
from claims.storage import Store
from claims.types import STANCES, Article, ClaimQuery

CORPORA = os.environ.get("CLAIMS_CORPORA")
DAY = date(2023, 3, 9)

FERRIES = """The port union in Gdynia said on Monday that the shipping company Baltona Lines had paid inspectors \
to ignore cracks in two ferries. Union leader Marta Wilk told reporters that the payments began in 2021.

Baltona Lines denied that it had paid inspectors to ignore cracks. “We employ the best welders on the coast,” its \
spokesman Jan Rolski said on Tuesday. The transport ministry said it would examine the ferries next week. Passengers \
at the harbour said the evening ferry was late again."""

LEEDS = """A post shared by thousands of users claims that the city of Leeds will ban private cars from its centre \
in May.

The claim is false. A spokeswoman for Leeds City Council, Joan Petty, said that private cars would stay welcome in \
the centre. “The letter is a fabrication,” she said. The council said the road signs in the photograph stand in \
Dublin. Shopkeepers said that trade had been slow in February, and a baker complained that flour had become dear."""

MARKET = """Sudan accused Chad on Thursday of shelling a market in El Geneina. At least nine traders were killed, \
Sudanese officials said.

Chad’s foreign minister, Abderaman Koulamallah, dismissed the accusation. He said that Chadian troops had stayed in \
their barracks. The African Union called on both sides to show restraint. The United States declined to comment. \
Residents said the market had reopened by Saturday, and a teacher said that pupils were back in class."""

LAKE = """The lake froze early this winter. Children skated along the northern shore, and a baker sold warm bread \
from a cart. The ice was thick enough for horses by the second week, and the old race took place as planned. Nine \
sledges started at noon. Snow fell in the evening, and lamps were lit along the pier."""


def todo(reason, *values):
    """Mark a row that ought to hold and does not."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


ARTICLES = {"ferries": FERRIES, "leeds": LEEDS, "market": MARKET, "lake": LAKE}
OUTLET = "Orrin Ledger"


@cache
def models():
    return load_models()


def article_of(text, **fields):
    return Article.of(text, **{"outlet": OUTLET, "published_on": DAY, **fields})


class Told:
    """Hold what the pipeline made of one text."""

    def __init__(self, text):
        self.article = article_of(text)
        with Store("sqlite://") as store:
            (self.outcome,) = ingest([self.article], store, models())
            self.claims = store.find_claims(ClaimQuery())
            self.pairs = store.find_pairs(ClaimQuery())
            self.disputes = store.find_disputes(ClaimQuery())

    def who(self, stance, *words):
        """Return the actors of the claims of a stance whose proposition has all the words."""
        return {
            name
            for claim in self.claims
            if claim.stance == stance and all(word in claim.proposition.casefold() for word in words)
            for name in claim.actor_names
        }

    def likely(self):
        """Return (asserting names, denying names) of every likely denial."""
        by_id = {claim.id: claim for claim in self.claims}
        return [
            (by_id[pair.claim_id].actor_names, by_id[pair.counterclaim_id].actor_names)
            for pair in self.pairs
            if pair.tier == "likely"
        ]


@cache
def told(text):
    return Told(text)


def is_wellformed(claim, article, claims):
    """Check one claim against its article's text."""
    text, attribution = article.text, claim.attribution
    spans = (*attribution.source, *attribution.cue, *attribution.content, claim.sentence)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.of(text).strip() for span in spans)
    assert attribution.cue or attribution.content
    for part in (attribution.source, attribution.cue, attribution.content):
        assert not any(one.overlaps(other) for i, one in enumerate(part) for other in part[:i])
    assert any(claim.sentence.overlaps(span) for span in (*attribution.cue, *attribution.content))
    assert claim.sentence.of(text) == claim.sentence.of(text).strip()
    assert claim.stance in STANCES
    assert claim.proposition.strip() == claim.proposition != ""
    assert (claim.said_on is None) == (claim.said_on_basis is None)
    assert claim.antecedent_id is None or claim.antecedent_id in claims
    assert claim.antecedent_id != claim.id
    assert (claim.antecedent_id is None) == (claim.antecedent_confidence is None)
    assert claim.resolution != "antecedent" or claim.antecedent_id is not None
    assert claim.article_id == attribution.article_id == article.id


# Who asserts and who denies what


def test_a_denied_payment():
    found = told(FERRIES)
    assert found.who("denies", "paid", "inspectors") == {"Baltona Lines"}
    assert found.who("asserts", "paid", "inspectors", "cracks") == {"port union in Gdynia"}
    assert found.who("asserts", "payments", "2021") == {"Marta Wilk"}
    assert (("port union in Gdynia",), ("Baltona Lines",)) in found.likely()


def test_what_nobody_disputes_is_in_no_likely_pair():
    found = told(FERRIES)
    assert found.who("asserts", "evening ferry") != set()
    assert len(found.likely()) == 1


def test_each_speaker_has_the_day_that_the_text_states():
    found = told(FERRIES)
    days = {claim.actor_names[0]: (claim.said_on, claim.said_on_basis) for claim in found.claims if claim.actors}
    assert days["port union in Gdynia"] == (date(2023, 3, 6), "stated")
    assert days["Jan Rolski"] == (date(2023, 3, 7), "stated")
    assert days["Marta Wilk"] == (DAY, "published")


def test_an_article_that_calls_a_post_false_denies_it_itself():
    found = told(LEEDS)
    assert found.who("asserts", "leeds will ban private cars") >= {"post shared by thousands of users"}
    assert OUTLET in found.who("denies", "leeds will ban private cars")
    assert (("post shared by thousands of users",), (OUTLET,)) in found.likely()


def test_what_a_denier_says_besides_is_not_the_disputed_claim():
    found = told(LEEDS)
    assert found.who("asserts", "road signs", "dublin") == {"Leeds City Council"}


def test_nobody_but_the_post_asserts_what_the_article_denies():
    assert told(LEEDS).who("asserts", "will ban private cars") == {"post shared by thousands of users"}


def test_an_accusation_and_its_dismissal():
    found = told(MARKET)
    assert found.who("asserts", "chad shelled a market") == {"Sudan"}
    assert found.who("denies", "chad shelled a market") == {"Abderaman Koulamallah"}
    assert (("Sudan",), ("Abderaman Koulamallah",)) in found.likely()
    (denial,) = [claim for claim in found.claims if claim.stance == "denies"]
    assert denial.resolution == "antecedent"
    assert denial.quote == "indirect"


def test_a_call_and_a_refusal_to_comment_are_other():
    found = told(MARKET)
    assert found.who("other") == {"African Union", "United States"}
    assert {"African Union", "United States"}.isdisjoint(found.who("asserts") | found.who("denies"))


def test_who_declined_to_comment_stands_in_the_dispute():
    found = told(MARKET)
    by_id = {claim.id: claim for claim in found.claims}
    uncommitted = {name for dispute in found.disputes for id_ in dispute.uncommitted for name in by_id[id_].actor_names}
    assert uncommitted == {"United States"}


def test_no_proposition_says_that_who_declined_will_comment():
    assert not any("will comment" in claim.proposition for claim in told(MARKET).claims)


def test_an_article_where_nobody_says_anything_has_no_claims():
    found = told(LAKE)
    assert found.outcome.added
    assert (found.claims, found.pairs, found.disputes) == ([], [], [])


# The sentence with two deniers and three who maintain

DISPUTES = {
    "brushed aside": (
        "There is growing speculation that Cuban pilots are now flying bombers over Belarus.",
        "Havana and the Kremlin have brushed the stories aside as fairy tales, yet Poland, NATO and Canada all "
        "insist that their satellites show dozens of Cuban pilots in Belarus.",
        {"Cuba", "Kremlin"},
        {"Poland", "NATO", "Canada"},
        "cuban pilots",
    ),
    "waved away": (
        "There are growing rumours that Syrian gunners are now in northern Chad.",
        "Damascus and Minsk have waved the rumours away as fables, yet Chad, the African Union and Italy all "
        "maintain that their patrols have met scores of Syrian gunners in northern Chad.",
        {"Syria", "Belarus"},
        {"Chad", "African Union", "Italy"},
        "syrian gunners",
    ),
    "dismissed": (
        "The port is full of talk that Venezuelan divers are now in Bergen.",
        "Caracas and Tehran dismissed the talk as idle gossip, but Norway, NATO and Denmark all say that their "
        "navies have photographed a group of Venezuelan divers in Bergen.",
        {"Venezuela", "Iran"},
        {"Norway", "NATO", "Denmark"},
        "venezuelan divers",
    ),
    "laughed off": (
        "The border is rife with reports that Vietnamese sappers are now in Kosovo.",
        "Hanoi and Belgrade have laughed the reports off as fantasies, yet Kosovo, the EU and Albania all "
        "claim that their agents have counted forty Vietnamese sappers in Kosovo.",
        {"Vietnam", "Serbia"},
        {"Kosovo", "European Union", "Albania"},
        "vietnamese sappers",
    ),
}
"""(first sentence, second sentence, deniers, asserters, words of the disputed proposition)"""


def disputes(**weak):
    """Return a row a dispute; `weak` gives the reason for each that fails, its name with an underscore."""
    rows = []
    for name, row in DISPUTES.items():
        reason = weak.get(name.replace(" ", "_"))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        rows.append(pytest.param(*row, marks=marks, id=name))
    return pytest.mark.parametrize(("talk", "answer", "deniers", "asserters", "words"), rows)


def in_tables(deniers, found):
    """Let Russia stand for its Kremlin where the tables take the seat for the country."""
    names = found.who("denies")
    return {"Russia" if name == "Kremlin" and "Russia" in names else name for name in deniers}


@disputes()
def test_both_deny_the_presence(talk, answer, deniers, asserters, words):
    found = told(f"{talk} {answer}")
    assert found.who("denies", words) == in_tables(deniers, found)
    assert {claim.resolution for claim in found.claims if claim.stance == "denies"} == {"antecedent"}


@disputes()
def test_all_three_assert_it(talk, answer, deniers, asserters, words):
    assert told(f"{talk} {answer}").who("asserts", words) == asserters


@disputes()
def test_the_two_and_the_three_are_a_likely_pair(talk, answer, deniers, asserters, words):
    found = told(f"{talk} {answer}")
    assert [(set(one), set(other)) for one, other in found.likely()] == [(asserters, in_tables(deniers, found))]


@disputes()
def test_the_talk_alone_makes_no_likely_pair(talk, answer, deniers, asserters, words):
    found = told(f"{talk} {answer.split(', ')[0]}.")
    assert found.likely() == []


# What is no denial

REFUSALS = [
    "Perrin did not deny that he had hidden the paintings.",
    "Perrin didn’t deny the accusation.",
    "Perrin has never denied the accusation.",
    "Perrin neither confirmed nor denied the accusation.",
    "Perrin would not confirm or deny the accusation.",
    "Perrin declined to comment on the accusation.",
    "Perrin refused to comment.",
    "Perrin had no comment.",
    "“No comment,” Perrin said.",
    "Perrin could not be reached for comment.",
    "The court rejected a request by Perrin to travel to Geneva.",
    "The court denied Perrin bail.",
    "Perrin was denied entry to Switzerland.",
    "The bank rejected an offer by Perrin to resign.",
    "Perrin dismissed his lawyer.",
    "Perrin refused to leave his house.",
]
CHARGE = "Prosecutors in Lyon said that the banker Luc Perrin had hidden paintings from the tax office."


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_is_no_denial(refusal):
    found = told(f"{CHARGE} {refusal}")
    assert found.who("asserts", "hidden paintings") == {"prosecutors in Lyon"}
    assert [claim.proposition for claim in found.claims if claim.stance == "denies"] == []
    assert found.pairs == []


STATED_DENIALS = [
    "Perrin denied that he had hidden the paintings.",
    "Perrin denied hiding the paintings.",
    "Perrin said he never hid the paintings.",
    "Perrin said that he had not hidden any paintings.",
]
POINTING_DENIALS = [
    "Perrin denied the accusation.",
    "Perrin called the accusation absurd.",
    "“That is a lie,” Perrin said.",
    "The accusation was denied by Perrin.",
    "The accusation, Perrin said, was false.",
    "Perrin, who denies the accusation, has left Lyon.",
    "Perrin said there was no truth to the accusation.",
    "Perrin shrugged off the accusation as a fantasy.",
]


@pytest.mark.parametrize("denial", STATED_DENIALS)
def test_a_stated_denial_meets_the_charge_in_a_likely_pair(denial):
    found = told(f"{CHARGE} {denial}")
    assert found.who("denies", "paintings") == {"Luc Perrin"}
    assert (("prosecutors in Lyon",), ("Luc Perrin",)) in found.likely()


@pytest.mark.parametrize("denial", POINTING_DENIALS)
def test_a_pointing_denial_takes_the_charge_for_its_proposition(denial):
    found = told(f"{CHARGE} {denial}")
    assert found.who("denies", "paintings") == {"Luc Perrin"}
    (claim,) = [claim for claim in found.claims if claim.stance == "denies"]
    (charge,) = [claim for claim in found.claims if claim.stance == "asserts"]
    assert claim.resolution == "antecedent"
    assert claim.antecedent_id == charge.id
    assert claim.proposition == charge.proposition


@pytest.mark.parametrize("denial", POINTING_DENIALS)
def test_a_pointing_denial_meets_the_only_charge_in_a_likely_pair(denial):
    found = told(f"{CHARGE} {denial}")
    assert (("prosecutors in Lyon",), ("Luc Perrin",)) in found.likely()


@pytest.mark.parametrize(
    "answer",
    [
        "If the accusation is false, the prosecutors must pay his costs.",
        "Is the accusation false?",
        "Nobody in Lyon knows whether the accusation is false.",
    ],
)
def test_a_hypothesis_is_no_denial(answer):
    found = told(f"{CHARGE} {answer}")
    assert [claim.proposition for claim in found.claims if claim.stance == "denies"] == []


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("The museum said there were no paintings in the cellar.", "There were paintings in the cellar."),
        ("The museum lists no paintings by Perrin.", "There were paintings by Perrin."),
        ("The museum reported no losses in March.", "There were losses in March."),
        ("The museum said nobody had entered the cellar.", "Somebody had entered the cellar."),
    ],
)
def test_no_asserted_proposition_loses_its_negation(sentence, lost):
    found = told(sentence)
    assert lost not in [claim.proposition for claim in found.claims if claim.stance == "asserts"]


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman for Leeds City Council said that cars were welcome. “The letter is old,” she said.",
        "Perrin left Geneva on Friday. The bank said that the vault was empty.",
        "A man in Lyon said that the vault was empty. He said it had been open.",
        "Lyon was cold. The court denied his request to travel to Geneva, and the bank said it would sue.",
    ],
)
def test_neither_an_article_nor_a_place_speaks(text):
    names = {name for claim in told(text).claims for name in claim.actor_names}
    assert names
    assert {"A", "a", "The", "the", "Geneva", "Lyon"}.isdisjoint(names)


def test_he_is_no_town():
    found = told("The court in Geneva denied the request, and the bank rejected his offer to resign.")
    assert not any("Geneva’s offer" in claim.proposition for claim in found.claims)


BOTH = [
    "Norway dismissed Sweden’s claims that the dam was cracked.",
    "Norway rejected claims by Sweden that the dam was cracked.",
    "Norway said that Sweden’s report of a cracked dam was false.",
    "Norway dismissed Sweden’s claims that its dam was cracked.",
    todo("a demonym before a noun of saying is no source", "Norway denied a Swedish report that the dam was cracked."),
    "Sweden’s claim that the dam was cracked was denied by Norway.",
]


@pytest.mark.parametrize("text", BOTH)
def test_one_sentence_holds_the_claim_and_its_denial(text):
    found = told(text)
    assert found.who("asserts", "cracked") == {"Sweden"}
    assert found.who("denies", "cracked") == {"Norway"}
    assert found.likely() == [(("Sweden",), ("Norway",))]


@pytest.mark.parametrize(
    "text",
    [
        "Norway dismissed claims that its dam was cracked.",
        "Finland said that Norway had denied that its dam was cracked.",
    ],
)
def test_a_claim_of_nobody_named_makes_no_likely_pair(text):
    found = told(text)
    assert found.who("denies", "dam was cracked") == {"Norway"}
    assert found.likely() == []


def test_it_in_an_accusation_is_the_accused():
    found = told("Norway rejected Sweden’s accusation that it had shelled a village.")
    assert found.who("asserts", "norway had shelled") == {"Sweden"}
    assert found.who("denies", "norway had shelled") == {"Norway"}


def test_a_content_that_asserts_and_denies_is_two_claims():
    found = told(
        "A report in the Bergen Tribune said that Norway had lost a submarine. "
        "The navy said that all submarines were at sea and that the report was inaccurate."
    )
    assert found.who("asserts", "at sea") == {"navy"}
    assert found.who("denies", "lost a submarine") == {"navy"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police on Monday rejected as “malicious” claims that officers fired on students in Kisumu.",
        "Kenyan police on Monday rejected claims that officers fired on students in Kisumu.",
        "Kenyan police on Monday dismissed as nonsense a report that officers fired on students in Kisumu.",
    ],
)
def test_who_rejects_claims_does_not_assert_them(text):
    found = told(text)
    assert found.who("asserts", "fired on students") <= {"reports"}
    assert len(found.who("denies", "fired on students")) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "The bank denied the finding.",
        todo("“wrong” in a content denies no finding", "The watchdog’s finding is wrong, the bank insisted."),
        todo(
            "“wrong” in a content denies no finding",
            "The bank insisted that the watchdog’s findings were wrong.",
        ),
        "The bank scotched the rumour.",
        "The bank rubbished the report.",
        "The bank poured cold water on the report.",
        "The bank hit back at the report, calling it nonsense.",
        "The bank contested the finding and will appeal.",
    ],
)
def test_a_finding_is_denied(answer):
    found = told(f"The watchdog found that the bank had hidden losses of 3 million euros. {answer}")
    assert found.who("denies", "hidden losses") == {"bank"}
    assert "bank" not in found.who("asserts", "hidden losses")


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("Orla Finch, who said that the trams would stop, is the mayor.", "asserts", {"Orla Finch"}),
        ("Orla Finch, who has denied selling the trams, is the mayor.", "denies", {"Orla Finch"}),
        ("Norway, which denies that it sold the trams, has left.", "denies", {"Norway"}),
        ("The mayor, Orla Finch, who denies that she sold the trams, has left.", "denies", {"Orla Finch"}),
        ("Perrin, who has denied selling the trams, left Lyon.", "denies", {"Perrin"}),
    ],
)
def test_a_relative_pronoun_is_who_stands_before_it(text, stance, who):
    assert told(text).who(stance, "trams") == who


def test_neither_confirmed_nor_denied_in_a_side_clause_is_no_denial():
    found = told(
        "Norway says its dam is full. Finland disputes that, saying that satellite pictures show the lake at half its "
        "height, while Sweden has neither confirmed nor denied the figures."
    )
    assert found.who("denies") == {"Finland"}


@pytest.mark.parametrize(
    "text",
    [
        "There are rumours that the singer Kalle Brunn has died. Brunn is not dead.",
        "There are rumours that the singer Kalle Brunn has died. “I am not dead,” Brunn said.",
        "There are rumours that the singer Kalle Brunn has died. His manager said that Brunn was not dead.",
        "The site Norvik Live reported that the singer Kalle Brunn has died. Brunn is alive, his manager said.",
        "Rumours that the singer Kalle Brunn has died spread on Tuesday. The singer has not died.",
    ],
)
def test_a_negative_statement_answers_a_rumour(text):
    found = told(text)
    rumour = {claim.id for claim in found.claims if claim.stance == "asserts" and "has died" in claim.proposition}
    answers = {claim.id for claim in found.claims if claim.stance == "denies"}
    assert rumour
    assert answers or any(pair.relation == "contradiction" for pair in found.pairs)


BRUNN = "His manager said the singer Kalle Brunn was eating soup. A similar story about him was debunked in May."


@pytest.mark.xfail(strict=True, reason="a pronoun behind “about” is rendered as “There was Kalle Brunn’s manager.”")
def test_a_story_about_somebody_that_was_debunked_is_not_his_existence():
    found = told(BRUNN)
    assert not any(claim.proposition.startswith("There was Kalle Brunn") for claim in found.claims)
    assert found.likely() == []


def test_what_was_debunked_is_one_claim():
    found = told(BRUNN)
    assert len([claim for claim in found.claims if claim.stance == "denies"]) == 1


def test_a_complementiser_said_twice_is_left_out():
    found = told("Egypt disputes that, saying that satellite pictures show the lake at half its height.")
    assert found.who("asserts", "satellite pictures") == {"Egypt"}
    assert not any(claim.proposition.startswith("That") for claim in found.claims)


@pytest.mark.parametrize(
    ("source", "actor"),
    [
        ("Mayor Nora Babic", "Nora Babic"),
        todo(
            "the whole phrase becomes the name: “mayor of Split, Nora Babic”",
            "The mayor of Split, Nora Babic,",
            "Nora Babic",
        ),
        ("Nora Babic, the mayor of Split,", "Nora Babic"),
        ("The harbour’s director, Nora Babic,", "Nora Babic"),
        ("Police in Split", "police in Split"),
    ],
)
def test_the_person_named_is_the_actor(source, actor):
    assert told(f"{source} said on Sunday that the ferry had sunk.").who("asserts", "ferry") == {actor}


def test_a_countrys_ambassador_is_not_left_without_a_country():
    found = told("Bolivia’s ambassador in Lima said that the river had dried up.")
    (claim,) = found.claims
    (actor,) = claim.actors
    assert "Bolivia" in (actor.name, *actor.part_of)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We paid nobody,” Baltona Lines said in a statement.", "Baltona Lines paid"),
        ("“Our welders are the best,” Baltona Lines said in a statement.", "Baltona Lines"),
    ],
)
def test_we_is_the_body_that_speaks(text, wanted):
    assert any(wanted in claim.proposition for claim in told(text).claims)


# Spans, ids, and adding again

ODD = (
    "🛶 Naïve readers —\r\n\r\nMayor Zoë Łęcka said: “The dam, 🧱 built in 1950, has cracked.”\r\n\r\n"
    "\tThe firm Ørnvik denied that.\r\n"
)


@pytest.mark.parametrize("text", [*ARTICLES.values(), ODD], ids=[*ARTICLES, "odd characters"])
def test_every_claim_marks_words_of_its_text(text):
    found = told(text)
    known = {claim.id for claim in found.claims}
    assert len(known) == len(found.claims) == found.outcome.claims
    for claim in found.claims:
        is_wellformed(claim, found.article, known)


def test_odd_characters_do_not_move_the_marks():
    found = told(ODD)
    quoted = [
        span.of(ODD).strip("“”")
        for claim in found.claims
        for span in claim.attribution.content
        if "dam" in span.of(ODD)
    ]
    assert any(words.startswith("The dam") and words.endswith("cracked.") for words in quoted)
    assert "Ørnvik" in found.who("denies")


@pytest.mark.parametrize("text", [FERRIES, MARKET])
def test_the_same_text_gives_the_same_claims(text):
    assert [claim.id for claim in extract(article_of(text), models())] == [
        claim.id for claim in extract(article_of(text), models())
    ]


def test_adding_again_adds_nothing():
    articles = [article_of(text) for text in ARTICLES.values()]
    with Store("sqlite://") as store:
        first = list(ingest(articles, store, models()))
        counts = store.counts()
        again = list(ingest(articles, store, models()))
        assert all(outcome.added for outcome in first)
        assert [(o.added, o.claims, o.pairs) for o in again] == [(False, 0, 0)] * len(articles)
        assert store.counts() == counts
    assert counts.articles == len(articles)
    assert counts.claims == sum(outcome.claims for outcome in first)
    assert counts.pairs == sum(outcome.pairs for outcome in first)


def test_a_known_article_runs_no_model():
    article = article_of(LAKE)
    with Store("sqlite://") as store:
        list(ingest([article], store, models()))
        (outcome,) = ingest([article], store, None)
    assert outcome.article is article
    assert not outcome.added


def test_an_article_is_added_when_its_outcome_is_asked_for():
    with Store("sqlite://") as store:
        outcomes = ingest([article_of(LAKE), article_of(MARKET)], store, models())
        assert store.counts().articles == 0
        next(outcomes)
        assert store.counts().articles == 1


def test_the_stages_are_reported_in_order():
    stages = []
    with Store("sqlite://") as store:
        list(ingest([article_of(LAKE)], store, models(), lambda stage, seconds: stages.append((stage, seconds))))
    assert [stage for stage, _ in stages] == ["extract", "pair", "store"]
    assert all(seconds >= 0 for _, seconds in stages)


def test_without_a_day_only_stated_days_count():
    article = article_of(FERRIES, published_on=None)
    assert {claim.said_on for claim in extract(article, models())} == {None}


def test_without_an_outlet_the_article_speaks_for_itself():
    claims = extract(article_of(LEEDS, outlet=None), models())
    assert "the article" in {name for claim in claims if claim.stance == "denies" for name in claim.actor_names}


@pytest.mark.skipif(not CORPORA, reason="CLAIMS_CORPORA does not name the folder of the annotated corpora")
def test_every_claim_of_the_gold_articles_marks_words_of_its_text():
    for gold in read_gold(Path(CORPORA) / "gold" / "dev.jsonl"):
        claims = extract(gold.article, models())
        known = {claim.id for claim in claims}
        assert claims, gold.doc
        assert len(known) == len(claims)
        for claim in claims:
            is_wellformed(claim, gold.article, known)


@pytest.mark.parametrize(
    "statement",
    [
        "The bridge is not closed for us.",
        "The bridge is not closed to you.",
        "The bridge should not be closed.",
    ],
)
def test_what_is_spoken_in_person_or_only_wished_for_is_no_denial_by_the_article(statement):
    found = told(f"The mayor of Tolm said that the bridge is closed. {statement}")
    assert OUTLET not in found.who("denies")


def test_a_plain_negative_that_answers_somebody_is_the_articles_own_denial():
    found = told("A post on the site of the Tolm Echo claimed that the bridge was closed. The bridge was not closed.")
    assert OUTLET in found.who("denies", "bridge")


def test_reading_again_gives_the_same_and_keeps_what_people_corrected():
    articles = [
        Article.of("Harland said that the bridge was closed.", outlet="Gull", published_on=date(2024, 5, 2)),
        Article.of("Velmar denied that the bridge was closed.", outlet="Post", published_on=date(2024, 5, 3)),
    ]
    with Store("sqlite://") as store:
        list(ingest(articles, store, models()))
        before, disputes = store.counts(), store.find_disputes(ClaimQuery())
        (pair,) = store.find_pairs(ClaimQuery(tiers=("likely", "possible")))
        store.review_pair(pair.id, "confirmed")
        (denial,) = store.find_claims(ClaimQuery(stances=("denies",)))
        store.correct_claim(denial.id, "actors", ["Velmar Council"])
        outcomes = list(reanalyse(store, models()))
        assert [outcome.added for outcome in outcomes] == [True, True]
        after = store.counts()
        assert (after.articles, after.claims, after.pairs, after.disputes) == (
            before.articles, before.claims, before.pairs, before.disputes
        )  # fmt: skip
        assert [each.proposition for each in store.find_disputes()] == [each.proposition for each in disputes]
        assert [each.review for each in store.find_pairs(ClaimQuery(review="confirmed"))] == ["confirmed"]
        assert store.find_claims(ClaimQuery(stances=("denies",)))[0].actor_names == ("Velmar Council",)


def test_a_sentence_that_hangs_on_the_one_before_makes_no_claim():
    found = told("“The harbour wall has cracked. That is all we know,” Harlow said.")
    assert [claim.proposition for claim in found.claims] == ["The harbour wall has cracked."]


def test_between_quotation_marks_he_is_not_the_speaker():
    found = told("“He took the money and ran,” Paul Verrick said of the cashier.")
    assert not any("Verrick" in claim.proposition for claim in found.claims)


def test_the_thing_spoken_of_is_no_assertion():
    assert not [claim for claim in told("The mayor praised the harbour plan.").claims if claim.stance == "asserts"]


def test_a_content_around_its_cue_keeps_its_own_subject():
    found = told("Navy divers, the journalist wrote on Monday, had blown up the pipelines.")
    assert [claim.proposition for claim in found.claims] == ["Navy divers had blown up the pipelines."]


def test_themselves_is_nobody_else():
    found = told("The harbour guards denied striking the pier themselves.")
    assert [claim.proposition for claim in found.claims] == ["The harbour guards struck the pier themselves."]


def test_a_fact_checks_verdict_is_the_outlets_denial():
    found = told("Claim: The pier at Norvik has burnt down.\n\nFALSE\n\nIt was shared by thousands of readers in May.")
    assert found.who("denies", "pier", "burnt") == {OUTLET}


def test_who_accuses_inside_what_another_says_is_heard():
    found = told(
        "He claimed to be met by agents of Harbour Watch, who accused Verrick of selling the archive. He denied it."
    )
    assert found.who("asserts", "sold the archive") == {"Harbour Watch"}


def test_disputes_keep_their_ids_and_their_claims_as_articles_come_in():
    files = sorted((Path(__file__).parents[1] / "data" / "dispatches").glob("*.md"))[::3]
    articles = [read for read in read_articles(files) if isinstance(read, Article)]
    models, known = load_models(), dict[str, frozenset[str]]()
    with Store("sqlite://") as store:
        for _ in ingest(articles, store, models):
            now = {dispute.id: frozenset(dispute.claim_ids) for dispute in store.find_disputes()}
            for id_, claims in known.items():
                assert claims <= now[store.resolve_dispute(id_)]
            known = now
    assert len(known) > 5


def test_a_new_version_and_a_copy_found_no_second_dispute():
    """What an address, or another outlet, has again is counted once; only the other outlet's own voice is new."""
    more = " Later the museum reopened, and visitors came back in the rain to look at the old tram."
    first = article_of(LEEDS, url="https://gull.example/1")
    second = article_of(LEEDS + more, url="https://gull.example/1")
    copy = Article.of(LEEDS + more, url="https://tolm.example/1", outlet="Tolm Herald", published_on=DAY)
    outcomes, counts = [], []
    with Store("sqlite://") as store:
        for article in (first, second, copy):
            outcomes += ingest([article], store, models())
            counts.append((len(store.find_pairs()), [dispute.id for dispute in store.find_disputes()]))
    assert [(each.version, each.copies) for each in outcomes] == [(False, 0), (True, 0), (False, 2)]
    assert counts[1] == counts[0]
    assert counts[2] == (counts[0][0] + 1, counts[0][1])


def test_reading_again_asks_the_model_for_no_pair_again(monkeypatch):
    """What pairing asks the model is kept; the pairs are the same."""
    with Store("sqlite://") as store:
        asked = []
        monkeypatch.setattr("claims.pairing.remembered.Remembered.__init__", _recording(asked))
        list(ingest([article_of(MARKET)], store, models()))
        before = sorted(map(str, store.find_pairs()))
        list(reanalyse(store, models()))
        assert [len(remembered.new) > 0 for remembered in asked] == [True, False]
        assert sorted(map(str, store.find_pairs())) == before


def _recording(made):
    original = Remembered.__init__

    def init(self, *arguments):
        original(self, *arguments)
        made.append(self)

    return init
