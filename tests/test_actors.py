"""Actors: the tables, the sources of an article, and the names that short forms stand for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from spacy.tokens import Span as TokenSpan

from claims.errors import DataError
from claims.extraction.actor_recogniser import recognised_names
from claims.extraction.actor_rows import FOLDER
from claims.extraction.actor_spotting import find_names
from claims.extraction.actors import ActorTable, ArticleActors
from claims.extraction.language import load_language
from claims.types import Article, Span

DAY = date(2024, 10, 24)


@pytest.fixture(scope="session")
def table() -> ActorTable:
    return ActorTable.load()


def read(
    marked: str, table: ActorTable, *, day: date | None = DAY, outlet: str | None = None
) -> tuple[ArticleActors, list[Span]]:
    """Return the resolver of a text and the spans that stand in [[ ]] in it."""
    spans: list[Span] = []
    text = ""
    for part in re.split(r"(\[\[.*?\]\])", marked, flags=re.DOTALL):
        if part.startswith("[["):
            spans.append(Span(len(text), len(text) + len(part) - 4))
            part = part[2:-2]
        text += part
    article = Article.of(text, published_on=day, outlet=outlet)
    return ArticleActors(load_language()(text), article, table), spans


def source_names(marked: str, table: ActorTable, **options: date | None) -> list[str]:
    actors, spans = read(marked, table, **options)  # type: ignore[arg-type]
    return [actor.name for actor in actors.of_source(spans)]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("Russian officials", "Russian officials"),
        ("senior Russian diplomats", "Russian diplomats"),
        ("US intelligence officials", "American intelligence officials"),
        ("Washington", "United States"),
        ("the U.S.", "United States"),
        ("Tehran", "Iran"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Downing Street", "United Kingdom"),
        ("the Élysée", "France"),
        ("Zhongnanhai", "China"),
        ("Foggy Bottom", "State Department"),
        ("the White House", "White House"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("Myanmar", "Burma"),
        ("the Czech Republic", "Czechia"),
        ("Holland", "Netherlands"),
        ("Britain", "United Kingdom"),
        ("the UAE", "United Arab Emirates"),
        ("Brussels", "European Union"),
        ("authorities in Damascus", "Syrian authorities"),
        ("the government of Peru", "Peruvian government"),
        ("Canada's embassy in Lima", "Canada"),
        ("the Israeli military", "Israel Defense Forces"),
        ("the FSB", "Federal Security Service"),
        ("the IAEA", "International Atomic Energy Agency"),
        ("Iran's foreign ministry", "Iranian foreign ministry"),
        ("the Ministry of Defence of Poland", "Polish defence ministry"),
        ("French intelligence", "French intelligence service"),
        ("a spokesman for the European Commission", "European Commission"),
        ("a NATO spokeswoman", "NATO"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Lukashenka", "Alexander Lukashenko"),
        ("Mr. Putin", "Vladimir Putin"),
        ("President Emmanuel Macron", "Emmanuel Macron"),
    ],
)
def test_find_names_the_speaker(table: ActorTable, mention: str, name: str) -> None:
    actor = table.find(mention, DAY)
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize(
    "mention", ["us", "turkey", "who", "the country", "officials", "a spokesman", "ice", "Acme Harbour Ltd"]
)
def test_find_leaves_common_words_alone(table: ActorTable, mention: str) -> None:
    assert table.find(mention, DAY) is None


@pytest.mark.parametrize(
    ("mention", "day", "name"),
    [
        ("the Kremlin chief", date(2024, 1, 1), "Vladimir Putin"),
        ("the Kremlin spokesman", date(2024, 1, 1), "Dmitry Peskov"),
        ("the Kenyan president", date(2020, 1, 1), "Uhuru Kenyatta"),
        ("the Kenyan president", date(2024, 1, 1), "William Ruto"),
        ("Kenya's president", date(2024, 1, 1), "William Ruto"),
        ("the Belarusian leader", date(2024, 1, 1), "Alexander Lukashenko"),
        ("the German leader", date(2015, 1, 1), "Angela Merkel"),
        ("the US secretary of state", date(2014, 7, 1), "John Kerry"),
        ("the US secretary of state", date(2023, 2, 3), "Antony Blinken"),
        ("the British foreign secretary", date(2023, 5, 1), "James Cleverly"),
        ("the UN chief", date(2012, 1, 1), "Ban Ki-moon"),
        ("NATO's secretary general", date(2025, 3, 1), "Mark Rutte"),
        ("the president of the United States", date(2021, 1, 10), "Donald Trump"),
        ("the Chinese foreign ministry spokeswoman", date(2023, 2, 3), "Mao Ning"),
    ],
)
def test_offices_go_by_the_day(table: ActorTable, mention: str, day: date, name: str) -> None:
    actor = table.find(mention, day)
    assert actor is not None
    assert actor.name == name


def test_an_office_without_a_day_names_only_who_held_it_for_ten_years(table: ActorTable) -> None:
    assert table.find("the Belarusian leader") is not None
    assert table.find("the US president") is None


@pytest.mark.parametrize(
    ("mention", "chain"),
    [
        ("Dmitry Peskov", ("Kremlin", "Russia")),
        ("the White House", ("United States",)),
        ("US Senate", ("Congress", "United States")),
        ("the European Commission", ("European Union",)),
        ("Lloyd Austin", ("United States",)),
        ("Iran's foreign ministry", ("Iran",)),
        ("Ukraine", ()),
    ],
)
def test_who_is_part_of_what(table: ActorTable, mention: str, chain: tuple[str, ...]) -> None:
    actor = table.find(mention, DAY)
    assert actor is not None
    assert actor.part_of == chain


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[[France, the EU and Japan]] said the plan was dead.", ["France", "European Union", "Japan"]),
        ("[[Minsk and Caracas]] called it a lie.", ["Belarus", "Venezuela"]),
        ("Yet [[Ukraine, the EU and Israel]] all maintain it.", ["Ukraine", "European Union", "Israel"]),
        ("[[Tehran and the Kremlin]] have waved the reports away.", ["Iran", "Russia"]),
        ("[[Russian and Chinese officials]] denied it.", ["Russian officials", "Chinese officials"]),
        ("[[The governments of Mali and Niger]] denied it.", ["Mali", "Niger"]),
        ("[[Neither London nor Paris]] denied it.", ["United Kingdom", "France"]),
        ("[[Both Poland and Latvia]] said so.", ["Poland", "Latvia"]),
        ("[[Norway, as well as Sweden,]] said so.", ["Norway", "Sweden"]),
        (
            "[[The Centers for Disease Control and Prevention]] said the water was clean.",
            ["Centers for Disease Control and Prevention"],
        ),
        ("[[Johnson and Johnson]] denied the charge.", ["Johnson & Johnson"]),
        ("[[The ministry of defence and security]] denied the report.", ["ministry of defence and security"]),
        ("[[Bosnia and Herzegovina]] rejected the claim.", ["Bosnia and Herzegovina"]),
        ("[[Residents and shopkeepers]] said the smell was old.", ["residents", "shopkeepers"]),
        (
            "[[Marta Quill, a lawyer for the owners, and Osric Dane, the harbour master,]] denied it.",
            ["Marta Quill", "Osric Dane"],
        ),
        ("[[A judge who ruled that Norway and Sweden could not vote]] said so.", ["judge"]),
        ("[[Ada Holm, a clerk who looks into rumours and old myths,]] said so.", ["Ada Holm"]),
        ("[[Local officials, the Penryn Water Board and county police]] denied it.", None),
    ],
)
def test_lists_are_split_and_names_are_not(table: ActorTable, marked: str, names: list[str] | None) -> None:
    found = source_names(marked, table)
    assert found == names if names is not None else len(found) == 3


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[[Kremlin spokesman Dmitry Peskov]] dismissed it.", "Dmitry Peskov"),
        ("[[Dmitry Peskov, the Kremlin spokesman,]] dismissed it.", "Dmitry Peskov"),
        ("[[Penryn County Judge H.M. Tolliver]] said no.", "H.M. Tolliver"),
        ("[[The town's mayor, Walter Ames,]] said no.", "Walter Ames"),
        ("[[Walter Ames, who runs the port,]] said no.", "Walter Ames"),
        ("[[A man named Bertram Oakes]] said no.", "Bertram Oakes"),
        ("[[Forum user HarbourRat]] said no.", "HarbourRat"),
        ("[[Mr Ames]] said no. Walter Ames runs the port.", "Walter Ames"),
        ("[[Greece's Hellenic Coast Patrol]] denied it.", "Hellenic Coast Patrol"),
        ("[[A spokesman for Iran's foreign ministry]] denied it.", "Iranian foreign ministry"),
        (
            "[[The company's spokesman]] denied it. Acme Harbour Ltd, a company in Hull, builds boats.",
            "Acme Harbour Ltd",
        ),
        ("[[Mbeki Industries’]] chief denied it.", "Mbeki Industries"),
        ("[[A spokeswoman for Orbex]] said no. Orbex, a drone maker, is in Leeds.", "Orbex"),
        ("[[The drone maker]] said no. Orbex, a drone maker, is in Leeds.", "Orbex"),
        ("Reports that Brightline Inc. will close are false, [[the company]] says.", "Brightline Inc."),
        ("[[Most of the voters]] said no.", "most of the voters"),
        ("Brightline’s Jason Oakes wrote a post. [[Oakes]] said no.", "Jason Oakes"),
        ("[[Walter Ames (R-Hull)]] said no.", "Walter Ames"),
        ("[[A study by the Penryn Water Board]] said no.", "Penryn Water Board"),
        ("[[Pyongyang's UN delegation]] said no.", "North Korea"),
        ("[[Two senior US officials, speaking in private,]] said no.", "American officials"),
        ("[[The Hamas-run health ministry]] said no.", "Gaza health ministry"),
        ("[[A Pentagon spokesman, Brigadier General Pat Ryder,]] said no.", "Pat Ryder"),
        ("[[Western agencies]] said no.", "Western agencies"),
        ("[[“Officials”]] said no.", "officials"),
        ("[[officials]] said no.", "officials"),
        ("[[Critics]] said no.", "critics"),
        ("[[Two people familiar with the matter]] said no.", "two people familiar with the matter"),
        ("[[Several US lawmakers]] said no.", "US lawmakers"),
        ("[[*The  Penryn\nGazette*]] said no.", "Penryn Gazette"),
    ],
)
def test_one_source_has_one_name(table: ActorTable, marked: str, name: str) -> None:
    assert source_names(marked, table) == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Walter Ames is the mayor of Penryn. [[Ames]] denied it.", "Walter Ames"),
        ("[[Ames]] denied it. Walter Ames is the mayor of Penryn.", "Walter Ames"),
        ("Walter Ames met the press. [[He]] denied it.", "Walter Ames"),
        ("Walter Ames and Helen Marsh met. [[She]] denied it.", "Helen Marsh"),
        ("Helen Marsh sued Walter Ames. [[He]] denied it.", "Walter Ames"),
        (
            "Walter Ames, the city's mayor, arrived late. Helen Marsh left. [[The mayor]] denied it.",
            "Walter Ames",
        ),
        ("Mr Robert Ames met Mrs Joan Ames. [[Mrs Ames]] denied it.", "Joan Ames"),
        ("Robert Ames spoke to Joan Ames. [[Mr Ames]] denied it.", "Robert Ames"),
        ("Acme Harbour Ltd builds boats. [[It]] denied leaking oil.", "Acme Harbour Ltd"),
        ("The Food Hygiene Board (FHB) met. [[The FHB]] denied it.", "Food Hygiene Board"),
        ("NASA launched it. [[The agency]] denied the rumour.", "NASA"),
        ("Poland closed the border. [[The country]] denied it.", "Poland"),
        (
            "Singer Clara Voss cancelled her show. [[The singer's reps]] denied it.",
            "Clara Voss's representatives",
        ),
        ("Clara Voss cancelled her show. [[Her lawyer]] denied it.", "Clara Voss's lawyer"),
        ("Clara Voss's agent Tim Rudd came. [[The singer's agent]] denied it.", "Tim Rudd"),
        ("A court in Hull met. The Hull court adjourned. [[The court]] denied it.", "Hull court"),
        ("Bob Larkin is back. [[Robert Larkin]] denied it.", "Bob Larkin"),
        ("A woman was held. [[She]] denied it.", "woman"),
        ("Walter Ames, [[who]] denied it, left.", "Walter Ames"),
        ("The Penryn Gazette is new. [[The Gazette]] denied it.", "Penryn Gazette"),
        ("Sen. Ann Pell arrived. [[The senator]] denied it.", "Ann Pell"),
    ],
)
def test_short_forms_find_their_names_in_the_article(table: ActorTable, marked: str, name: str) -> None:
    assert source_names(marked, table) == [name]


def test_two_people_with_one_surname_stay_apart(table: ActorTable) -> None:
    text = "Joan Ames denied it. [[Ames]] left. Later Robert Ames came. [[Ames]] stayed."
    actors, spans = read(text, table)
    assert [actors.of_source([span])[0].name for span in spans] == ["Joan Ames", "Robert Ames"]


def test_they_takes_up_a_list_of_people(table: ActorTable) -> None:
    marked = "Walter Ames and Helen Marsh met the press. [[They]] denied it."
    assert source_names(marked, table) == ["Walter Ames", "Helen Marsh"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[[A story published by the Penryn Gazette]] said so.", "Penryn Gazette"),
        ("[[An article on the Penryn Gazette website]] said so.", "Penryn Gazette"),
        ("[[A posting on the Coast Whisper website that claimed a wreck]] said so.", "Coast Whisper"),
        ("[[A satirical site called “Coast Whisper”]] said so.", "Coast Whisper"),
        ("[[A report in the Guardian]] said so.", "Guardian"),
        ("A fake story was published by the Coast Whisper. [[The story]] said so.", "Coast Whisper"),
        (
            "The tale began on coastwhisper.net, a fake news site. [[The website]] said so.",
            "Coast Whisper",
        ),
        ("The tale began on coastwhisper.es, a fake news site. [[The website]] said so.", "coastwhisper.es"),
        ("The tale began on huzwer.net, a fake news site. [[The website]] said so.", "huzwer.net"),
        ("[[A report]] said so.", "report"),
        ("The Coast Whisper posted a story. Then people worried. [[A story]] said so.", "Coast Whisper"),
        ("Coast Whisper was also responsible for [[a hoax]] that said so.", "Coast Whisper"),
        ("The tale began with the Coast Whisper, [[a satirical site]] that said so.", "Coast Whisper"),
        (
            "A story on the Coast Whisper spread. A hoax started on the Penryn Gazette. [[The hoax]] said so.",
            "Penryn Gazette",
        ),
        ("[[The report]] said so.", "report"),
        (
            "[[A hoax report that went round]] said so. It was begun by the Coast Whisper, a satirical site.",
            "Coast Whisper",
        ),
        ("A fake site called Coast Whisper published a story. [[A report]] said so.", "Coast Whisper"),
        ("[[A hoax story]] said so. According to the website National Report, it rained.", "National Report"),
        ("The tale began on the World News Daily Report. [[The site]] said so.", "World News Daily Report"),
        ("The Gull Ledger had the first tale. [[The paper]] said so.", "Gull Ledger"),
        ("A tale went round. [[A new rumour]] said so.", "rumors"),
        ("A story, entitled “Acme Corp Confirms It”, originated from Hulzer.com. [[The story]] said so.", "Hulzer.com"),
        (
            "The tale began on Hulzer.com. It held a fake quote from Acme scientist Earl Dane. [[The report]] said so.",
            "Hulzer.com",
        ),
    ],
)
def test_reports_lead_to_their_outlet(table: ActorTable, marked: str, name: str) -> None:
    assert source_names(marked, table) == [name]


def test_what_follows_a_comma_and_acts_is_no_apposition(table: ActorTable) -> None:
    marked = "Iraq fears Ebola. Though some have seen Ebola, [[the country's health ministry]] has denied it."
    assert source_names(marked, table) == ["Iraq's health ministry"]


def test_the_chief_of_a_countrys_staff_is_not_the_countrys_chief(table: ActorTable) -> None:
    assert source_names("[[The chief of Russia's general staff]] said so.", table) == [
        "chief of Russia's general staff"
    ]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("CAIRO — [[An Iraqi official]] denied it. Iraq’s Interior Ministry spokesman Saad Odeh spoke.", ["Saad Odeh"]),
        ("[[A Kenyan official]] denied it. Iraq’s Interior Ministry spokesman Saad Odeh spoke.", ["Kenyan official"]),
        (
            "[[A former Harlow Tour player]] says that Tom Reed was banned. Dan Oakes told a radio show so on Friday.",
            ["Dan Oakes"],
        ),
        (
            "[[A former Harlow Tour player]] says so. Dan Oakes told a radio show. Ann Reed wrote a letter.",
            ["former Harlow Tour player"],
        ),
        (
            "[[An Iraqi official]] denied it. Iraq’s oil minister Ali Haddad spoke. Iraq’s Interior Ministry spokesman "
            "Saad Odeh did too.",
            ["Iraqi official"],
        ),
    ],
)
def test_a_lead_says_what_somebody_is_and_the_text_who(table: ActorTable, marked: str, names: list[str]) -> None:
    assert source_names(marked, table) == names


def test_a_report_without_one_plain_outlet_keeps_its_words(table: ActorTable) -> None:
    reports = "A story published by the Coast Whisper and a hoax published by the Penryn Gazette spread. "
    marked = reports + "[[The story]] said so."
    assert source_names(marked, table) == ["story"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Russia met. [[The Russian defence minister]] said so.", "Andrei Belousov"),
        ("Russia said so. Moscow met. [[The defence minister]] said so.", "Andrei Belousov"),
        ("Russia met China. [[The defence minister]] said so.", "defence minister"),
    ],
)
def test_bare_offices_need_a_plain_country(table: ActorTable, marked: str, name: str) -> None:
    assert source_names(marked, table) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Nairobi, Kenya voted. [[The Supreme Court]] said so.", "Kenyan supreme court"),
        ("[[The Supreme Court of the United Kingdom]] said so.", "British supreme court"),
        ("President Rodrigo Duterte left. [[The Senate]] said so.", "Philippine Senate"),
        ("Washington met Kenya. [[The Senate]] said so.", "US Senate"),
        ("In Moscow the Kremlin met. Barack Obama of the United States left. [[The Senate]] said so.", "US Senate"),
        ("[[The Senate]] said so.", "US Senate"),
    ],
)
def test_a_body_that_many_countries_have_is_the_articles(table: ActorTable, text: str, name: str) -> None:
    assert source_names(text, table) == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "[[French, German and Italian officials]] denied the report.",
            ["French officials", "German officials", "Italian officials"],
        ),
        ("[[The German and French governments]] said so.", ["Germany", "France"]),
        ("[[Kurdish fighters and Syrian doctors]] said so.", ["Kurdish fighters", "Syrian doctors"]),
    ],
)
def test_a_list_of_nations_shares_its_noun(table: ActorTable, marked: str, names: list[str]) -> None:
    assert source_names(marked, table) == names


def test_a_surname_of_the_tables_gives_way_to_a_person_of_the_article(table: ActorTable) -> None:
    assert source_names("Rosa Merkel sells boats. [[Merkel]] denied it.", table) == ["Rosa Merkel"]


def test_a_capital_that_is_a_surname_here_is_the_person(table: ActorTable) -> None:
    assert source_names("Denise Washington sells boats. [[Washington]] denied it.", table) == ["Denise Washington"]


@pytest.mark.parametrize("marked", ["[[You]] deny it.", "Nobody came. [[He]] denied it.", "[[,]] said no."])
def test_a_pronoun_without_anybody_names_nobody(table: ActorTable, marked: str) -> None:
    assert source_names(marked, table) == []


def test_a_role_with_another_mark_is_another_person(table: ActorTable) -> None:
    marked = "Ann Pell, the Liberal nominee, left. [[The Conservative nominee]] denied it."
    assert source_names(marked, table) == ["Conservative nominee"]


def test_no_spans_no_actors(table: ActorTable) -> None:
    actors, _ = read("Nobody spoke.", table)
    assert actors.of_source([]) == ()


def test_a_first_person_in_a_quotation_is_who_says_it(table: ActorTable) -> None:
    text = "Walter Ames told reporters: “[[I]] deny it.”"
    actors, spans = read(text, table)
    quote = Span(text.index("“"), text.index("”") - 4)
    assert [actor.name for actor in actors.of_source(spans, quote=quote)] == ["Walter Ames"]


def test_the_outlet_speaks_for_itself(table: ActorTable) -> None:
    named, spans = read("[[We]] deny it.", table, outlet="Penryn  Gazette")
    nameless, _ = read("It rained.", table)
    assert [actor.name for actor in named.of_source(spans)] == ["Penryn Gazette"]
    assert named.outlet_actor().kind == "outlet"
    assert nameless.outlet_actor().name == "the article"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Walter Ames spoke. [[He]] sold boats.", "Walter Ames"),
        ("Walter Ames spoke about [[his]] boats.", "Walter Ames"),
        ("Walter Ames spoke. [[Ames]] sold boats.", "Walter Ames"),
        ("Walter Ames spoke. [[Ames's]] boats sank.", "Walter Ames"),
        ("Walter Ames, the mayor, spoke. [[The mayor]] sold boats.", "Walter Ames"),
        ("Poland closed its border. [[The country]] sold boats.", "Poland"),
        ("Hamas met on Monday. [[The group]] sold boats.", "Hamas"),
        ("Poland sent boats. [[Its]] boats sank.", "Poland"),
        ("The fire spread to [[Moscow]].", None),
        ("They sank [[the boats]].", None),
        ("[[It]] rained.", None),
        ("Walter Ames sold [[Walter Ames]] a boat.", None),
    ],
)
def test_short_names_in_running_text(table: ActorTable, marked: str, name: str | None) -> None:
    actors, spans = read(marked, table)
    assert actors.name_of(spans[-1]) == name


def test_names_hold_no_marks_and_no_line_breaks(table: ActorTable) -> None:
    marked = "[[**“Harbour\n  Watch”**]], [[`Hull` Council]] and [[<b>Ames</b>]] spoke."
    actors, spans = read(marked, table)
    for actor in actors.of_source(spans):
        assert not re.search(r"[\n*_`“”\"<>\[\]]|  ", actor.name)


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("bodies.csv", "Harbour Watch,,Atlantis,,", "Atlantis"),
        ("bodies.csv", "Harbour Watch,,,planet,", "planet"),
        ("bodies.csv", ",,,,", "name"),
        ("people.csv", "Walter Ames,,president,,Peru,24 May,,", "24 May"),
        ("people.csv", "Walter Ames,,president,,Atlantis,,,", "Atlantis"),
        ("aliases.csv", "Lyonesse,Atlantis,name", "Atlantis"),
        ("aliases.csv", "Lyonesse,Peru,place", "place"),
        ("bodies.csv", "Penryn, Hull and Co,,,,,", "fields"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, file: str, line: str, says: str) -> None:
    folder = copytree(FOLDER, tmp_path / "actors")
    with (folder / file).open("a", encoding="utf-8") as rows:
        rows.write(f"{line}\n")
    with pytest.raises(DataError, match=says):
        ActorTable.load(folder)


def test_a_row_that_a_user_adds_counts(tmp_path: Path) -> None:
    folder = copytree(FOLDER, tmp_path / "actors")
    with (folder / "bodies.csv").open("a", encoding="utf-8") as rows:
        rows.write("Hull Harbour Board,HHB,United Kingdom,,board\n")
    actor = ActorTable.load(folder).find("the HHB")
    assert actor is not None
    assert (actor.name, actor.part_of) == ("Hull Harbour Board", ("United Kingdom",))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"countries\.csv|first_names\.csv"):
        ActorTable.load(tmp_path)


def test_the_tables_are_large_enough(table: ActorTable) -> None:
    assert len(set(table.names())) >= 1000


def test_every_country_name_finds_itself(table: ActorTable) -> None:
    for name in table.names():
        actor = table.actor(name)
        if actor.kind == "country":
            found = table.find(name)
            assert found is not None
            assert found.name == name


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Emmanuel Macron", "Emmanuel Macron's spokesman"), ("Joe Biden", "Matthew Miller")],
)
def test_a_possessed_role_belongs_to_the_owners_country(table: ActorTable, asked: str, name: str) -> None:
    text = (
        "Matthew Miller, spokesman for the US State Department, said the depot was empty. "
        f"{asked} was asked about it. [[His own spokesman]] had rejected the report."
    )
    assert source_names(text, table, day=date(2024, 5, 6)) == [name]


def test_a_part_of_a_country_is_no_person(table: ActorTable) -> None:
    doc = load_language()("Southern Israel does not have any piers.")
    doc.set_ents([TokenSpan(doc, 0, 2, label="PERSON")])
    assert [name.text for name in find_names(doc, table, None)] == ["Israel"]


@pytest.mark.parametrize(("last", "names"), [("Atoll", []), ("Roe", ["Midway Roe"])])
def test_land_that_the_recogniser_takes_for_a_person_does_not_speak(last, names):
    doc = load_language()(f"Midway {last} slept.")
    doc.ents = [TokenSpan(doc, 0, 2, label="PERSON")]
    assert [name.text for name in recognised_names(doc, ActorTable.load())] == names


def test_land_that_is_a_place_to_the_recogniser_may_speak():
    doc = load_language()("Tolm Island slept.")
    doc.ents = [TokenSpan(doc, 0, 2, label="GPE")]
    assert [name.text for name in recognised_names(doc, ActorTable.load())] == ["Tolm Island"]


@pytest.mark.parametrize(
    ("text", "name", "label", "kind"),
    [
        ("The plaintiff, Mrs Odile Varga-Kent, slipped.", "Mrs Odile Varga-Kent", "ORG", "person"),
        ("The duke saw Countess Ulla Sand yesterday.", "Countess Ulla Sand", "LAW", "person"),
        ("His girlfriend, model Oda Triss, slept.", "Oda Triss", "ORG", "person"),
        ("The nan, Dorena, was asked.", "Dorena", "DATE", "person"),
        ("The town's harbour pilot, Lucan Threlk, slept.", "Lucan Threlk", "ORG", "person"),
        ("Promoter Tilda Hembry slept.", "Promoter Tilda Hembry", "ORG", "person"),
        ("The owner, Marlow Foods, slept.", "Marlow Foods", "ORG", "body"),
        ("The tenant, Marlow College, slept.", "Marlow College", "ORG", "body"),
    ],
)
def test_a_title_or_a_role_says_that_a_name_is_a_persons(table, text, name, label, kind):
    doc = load_language()(text)
    at = doc.char_span(text.index(name), text.index(name) + len(name))
    doc.ents = [TokenSpan(doc, at.start, at.end, label=label)]
    bare = name.removeprefix("Mrs ").removeprefix("Countess ").removeprefix("Promoter ")
    assert [(found.text, found.kind) for found in find_names(doc, table, None)] == [(bare, kind)]


def test_a_role_in_a_paragraph_of_its_own_is_read(table: ActorTable) -> None:
    text = "It rained.\n\nThe harbour pilot, Lucan Threlk, slept. [[The pilot]] said it was cold."
    assert source_names(text, table) == ["Lucan Threlk"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Clerk Nora Pell said the box was empty. A doctor saw the boy. It was locked, [[she]] said.",
            ["Nora Pell"],
        ),
        (
            "Guard Ivo Brandt said the gate was open. Nobody was near Port Amity. [[He]] said the dog had barked.",
            ["Ivo Brandt"],
        ),
        (
            'The pilots\' captain, Eskil Darnow, said both were fathers. "They did nothing wrong," [[he]] said.',
            ["Eskil Darnow"],
        ),
        (
            "The second was from the duke's accountant, Beatriz Oronta, [[who]] said the money was gone.",
            ["Beatriz Oronta"],
        ),
        ("Ana Berg said the cap was dead. Olaf Prim agreed. [[Both]] said rents had risen.", ["Ana Berg", "Olaf Prim"]),
        ("Ana Berg and Olaf Prim met. [[Neither]] said so.", ["Ana Berg", "Olaf Prim"]),
        ("Olaf Prim spoke. Mia Holm sang. Ana Berg left. [[Both]] said rents had risen.", []),
        ("[[An official there]] said the bridge was safe.", ["official"]),
        ("Some young fans sang on the pier, [[others]] were angry about it.", ["other fans"]),
        ("Many residents praised the plan. [[Some]] said it would flood the road.", ["some residents"]),
        ("The soldiers were questioned. [[One of them]] said the gate was open.", ["one of the soldiers"]),
        ("It was cold. [[Others]] said it was warm.", ["others"]),
        ("[[Ada Holm, R-Ohio, and Ole Munk, D-N.Y.,]] said it was warm.", ["Ada Holm", "Ole Munk"]),
        ("[[Farmers such as Ada Holm and Ole Munk]] said it was warm.", ["Ada Holm", "Ole Munk"]),
        ("[[Ada Holm, an adviser to painters such as Ole Munk and Mia Berg,]] said it was warm.", ["Ada Holm"]),
        ("[[Ada Holm, a Liberal and former mayor who sang in Orsk,]] said it was warm.", ["Ada Holm"]),
        ("Actor Corin Hale left. He was ill, [[the 34-year-old]] said.", ["Corin Hale"]),
        ("Sergeant Omar Reed left. Zelfi, a baker, said he saw Reed. [[He]] said Reed was ill.", ["Zelfi"]),
        ("The GOP newcomer left. [[He]] said it was warm.", []),
        ("Sgt. Walter Bean fired at Marcus Dill. [[The officer]] said he had been hit.", ["Walter Bean"]),
        ("Lord Ainsley sold his shares. [[The peer]] said he had no tip.", ["Ainsley"]),
        ("Emeka Nwo won three titles. [[The coach]] said he was tired.", ["Nwo"]),
        ("Striker Ivo Lind missed a penalty. [[The coach]] said the grass was wet.", ["coach"]),
        ("Ada Holm met Ole Munk. [[The 34-year-old]] said it was warm.", ["Ada Holm"]),
        ("The striker Erik Holm left. [[The Dane]] said he was ill.", ["Erik Holm"]),
        ("The striker Erik Holm left. [[The Kremlin]] said he was ill.", ["Russia"]),
        ("The striker Erik Holm left. [[The French]] said he was ill.", ["France"]),
    ],
)
def test_who_goes_on_speaking(table: ActorTable, marked: str, names: list[str]) -> None:
    assert source_names(marked, table) == names


@pytest.mark.parametrize(
    ("name", "gender", "given"), [("Rowena Roe", "f", False), ("Anna Roe", "f", True), ("Zq Roe", "", False)]
)
def test_a_census_name_tells_a_gender_and_no_more(table: ActorTable, name: str, gender: str, given: bool) -> None:
    assert table.gender(name) == gender
    assert (name.split()[0].lower() in table.genders) == given
