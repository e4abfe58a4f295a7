"""The command line: what goes to standard output and standard error, and the exit codes."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from claims.cli import main
from claims.commands.articles import _summary
from claims.commands.options import StanceChoice, TierChoice
from claims.commands.output import cell, plain
from claims.errors import InputError, ModelError, StoreError
from claims.inference import Models
from claims.pipeline import Outcome
from claims.storage import Store
from claims.types import STANCES, TIERS, Actor, Article, NliScores
from tests.records import make_claim, make_dispute, make_pair, make_vectors

ROOT = Path(__file__).resolve().parent.parent
CHARGE = "Ada Quill says the dam leaks."
DENIAL = "Bo Trent denies it."
TEXT = f"{CHARGE} {DENIAL}"
QUILL = Actor.of("Ada Quill", "person", (), ("Velmar",))
TRENT = Actor.of("=Bo Trent", "person")
MARKUP = "[bold]The dam[/bold] leaks.\x1b[31m"


def scripted_claims(article):
    """One assertion and one denial for every article that has the two sentences."""
    if TEXT not in article.text:
        return []
    spans = {"content": CHARGE, "sentence": CHARGE}
    denial = {"content": DENIAL, "sentence": DENIAL}
    return [
        make_claim(article, MARKUP, (QUILL,), "asserts", **spans),
        make_claim(article, MARKUP, (TRENT,), "denies", **denial),
    ]


def scripted_ingest(articles, store, models, on_stage=None):
    """Stand in for the pipeline: the two claims, their pair and their dispute."""
    for article in articles:
        claims = scripted_claims(article)
        pairs = [make_pair(*claims), make_pair(*reversed(claims), tier="possible")] if claims else []
        disputes = [make_dispute(*claims)] if claims else []
        added = store.add_article(article, claims, make_vectors(len(claims)), pairs, disputes, {})
        counts = (len(claims), len(pairs)) if added else (0, 0)
        yield SCRIPTED.Outcome(article, added, *counts)


SCRIPTED = ModuleType("claims.pipeline")


SCRIPTED.Outcome = Outcome
SCRIPTED.ingest = scripted_ingest
SCRIPTED.extract = lambda article, models: scripted_claims(article)


@pytest.fixture(autouse=True)
def _scripted_pipeline(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "claims.pipeline", SCRIPTED)
    monkeypatch.setenv("CLAIMS_DB", f"sqlite:///{tmp_path / 'default.db'}")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    def call(*arguments):
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "dam.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def filled(run, article):
    """A store with the article of 2 May 2024."""
    assert run("ingest", article, "--published", "2024-05-02")[0] == 0


def test_analyze_prints_exactly_one_json_object(run, article):
    code, out, err = run("analyze", article, "--published", "2 May 2024", "--format", "json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert list(found) == ["articles", "claims", "pairs", "disputes"]
    assert found["articles"][0]["published_on"] == "2024-05-02"
    assert [each["stance"] for each in found["claims"]] == ["asserts", "denies"]
    assert {each["tier"] for each in found["pairs"]} == {"likely", "possible"}
    assert found["disputes"][0]["asserting"] == ["Ada Quill"]


def test_analyze_stores_nothing(run, article, tmp_path):
    run("analyze", article)
    assert list(tmp_path.iterdir()) == [article]


def test_analyze_prints_tables_without_reading_markup_or_steering_the_terminal(run, article):
    code, out, _ = run("analyze", article)
    assert code == 0
    assert "[bold]" in out
    assert "\x1b" not in out
    assert [title for title in ("Disputes", "Pairs", "Claims") if title in out] == [
        "Disputes",
        "Pairs",
        "Claims",
    ]


def test_analyze_names_failed_inputs_at_the_end_and_does_the_others(run, article, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, err = run("analyze", "missing.txt", article, "empty.txt", "--format", "json")
    assert code == 1
    assert len(json.loads(out)["claims"]) == 2
    lines = err.strip().splitlines()
    assert [name for name in ("missing.txt", "empty.txt") if any(name in line for line in lines)] == [
        "missing.txt",
        "empty.txt",
    ]
    assert len(lines) == 2


def test_analyze_reads_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, out, _ = run("analyze", "-", "--format", "json")
    assert code == 0
    assert len(json.loads(out)["claims"]) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("analyze", "dam.txt", "--published", "2024-13-40"), "2024-13-40"),
        (("analyze", "dam.txt", "--format", "csv"), "csv"),
        (("analyze",), "PATH"),
        (("claims", "--since", "soonish"), "soonish"),
        (("claims", "--stance", "lies"), "lies"),
        (("pairs", "--tier", "sure"), "sure"),
        (("claims", "--nonsense"), "--nonsense"),
        (("nonsense",), "nonsense"),
        (("evaluate", "nonsense", "file"), "nonsense"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(run, article, arguments, told):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert "--help." in err


@pytest.mark.parametrize("error", [ModelError("The model is incomplete."), StoreError("Not our database.")])
def test_error_for_users_is_one_sentence_and_exit_code_1(run, article, monkeypatch, error):
    def fail(*arguments):
        raise error
        yield

    monkeypatch.setattr(SCRIPTED, "ingest", fail)
    assert run("analyze", article) == (1, "", f"{error}\n")


def test_interruption_ends_with_130(run, article, monkeypatch):
    def interrupt(*arguments):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(SCRIPTED, "ingest", interrupt)
    assert run("ingest", article)[0] == 130


def test_ingest_adds_an_article_once(run, article):
    assert run("ingest", article)[1] == "1 article added with 2 claims and 2 pairs; 0 known already.\n"
    assert run("ingest", article)[1] == "0 articles added with 0 claims and 0 pairs; 1 known already.\n"


def test_ingest_writes_to_the_database_that_is_named(run, article, file_url):
    assert run("ingest", article, "--db", file_url)[0] == 0
    with Store(file_url) as store:
        assert store.counts().claims == 2
    assert json.loads(run("claims", "--format", "json")[1]) == {"claims": []}
    assert len(json.loads(run("claims", "--db", file_url, "--format", "json")[1])["claims"]) == 2


def test_ingest_names_failed_inputs_and_keeps_the_others(run, article):
    code, out, err = run("ingest", "missing.txt", article)
    assert code == 1
    assert out.startswith("1 article added")
    assert "missing.txt" in err


def test_database_that_is_not_ours_is_one_sentence(run, tmp_path):
    (tmp_path / "notes.db").write_bytes(b"These are my notes. " * 100)
    code, out, err = run("claims", "--db", f"sqlite:///{tmp_path / 'notes.db'}")
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert "notes.db" in err


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "actors"),
    [
        ((), ["Ada Quill", "=Bo Trent"]),
        (("--actor", "Velmar"), ["Ada Quill"]),
        (("--actor", "Ada Quill", "--actor", "=Bo Trent"), ["Ada Quill", "=Bo Trent"]),
        (("--stance", "denies"), ["=Bo Trent"]),
        (("--stance", "denies", "--stance", "asserts"), ["Ada Quill", "=Bo Trent"]),
        (("--since", "2024-05-02", "--until", "2024-05-02"), ["Ada Quill", "=Bo Trent"]),
        (("--since", "2024-05-03"), []),
        (("--until", "2024-05-01"), []),
        (("--outlet", "Nowhere News"), []),
        (("--words", "quill leaks"), ["Ada Quill"]),
    ],
)
def test_filters_select_claims(run, arguments, actors):
    code, out, _ = run("claims", *arguments, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert sorted(row["actor"].lstrip("'") for row in rows) == sorted(actors)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["claims", "pairs", "disputes", "actors"])
def test_every_list_comes_as_table_csv_and_json(run, name):
    found = json.loads(run(name, "--format", "json")[1])
    rows = list(csv.reader(io.StringIO(run(name, "--format", "csv")[1])))
    table = run(name)[1]
    assert list(found) == [name]
    assert len(found[name]) == len(rows) - 1 > 0
    assert "Ada Quill" in table


@pytest.mark.usefixtures("filled")
def test_csv_cells_are_no_formulas(run):
    cells = [each for row in csv.reader(io.StringIO(run("claims", "--format", "csv")[1])) for each in row]
    assert "'=Bo Trent" in cells
    assert not [each for each in cells if each.startswith(("=", "+", "@"))]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "tiers"),
    [
        ((), ["likely"]),
        (("--tier", "possible"), ["possible"]),
        (("--tier", "likely", "--tier", "possible"), ["likely", "possible"]),
    ],
)
def test_pairs_are_the_likely_ones_unless_told(run, arguments, tiers):
    found = json.loads(run("pairs", *arguments, "--format", "json")[1])["pairs"]
    assert sorted(each["tier"] for each in found) == tiers


@pytest.mark.usefixtures("filled")
def test_dispute_is_shown_whole_when_one_claim_matches(run):
    dispute = json.loads(run("disputes", "--actor", "Ada Quill", "--format", "json")[1])["disputes"][0]
    assert (dispute["asserting"], dispute["denying"]) == (["Ada Quill"], ["=Bo Trent"])


def test_empty_store_says_how_to_fill_it(run):
    code, out, err = run("disputes")
    assert (code, out) == (0, "")
    assert "ingest" in err


@pytest.mark.usefixtures("filled")
def test_export_writes_csv_of_claims_or_the_whole_analysis(run, tmp_path):
    assert run("export", "--output", "claims.csv")[1] == ""
    assert len(list(csv.DictReader((tmp_path / "claims.csv").open(encoding="utf-8")))) == 2
    run("export", "--format", "json", "--output", "all.json")
    saved = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [len(saved[name]) for name in ("articles", "claims", "pairs", "disputes")] == [1, 2, 2, 1]
    assert json.loads(run("export", "--format", "json")[1]) == saved


@pytest.mark.usefixtures("filled")
def test_export_to_a_place_that_is_not_there_is_one_sentence(run):
    code, _, err = run("export", "--output", "nowhere/claims.csv")
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    assert "nowhere/claims.csv" in err


class ScriptedNli:
    name = "scripted"

    def score(self, pairs):
        return [NliScores(0.7, 0.2, 0.1) if one == other else NliScores(0.1, 0.2, 0.7) for one, other in pairs]


@pytest.fixture
def _scripted_nli(monkeypatch):
    monkeypatch.setattr(Models, "nli", property(lambda self: ScriptedNli()))


def sentence_pair(premise, hypothesis, **more):
    return json.dumps({"premise": premise, "hypothesis": hypothesis} | more)


@pytest.mark.usefixtures("_scripted_nli")
def test_nli_prints_three_probabilities_a_line_and_names_bad_lines(run, tmp_path):
    lines = (sentence_pair("a", "a"), "no json", sentence_pair("a", 1), sentence_pair("é", "b"))
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run("nli", "pairs.jsonl")
    first, last = (json.loads(line) for line in out.splitlines())
    assert code == 1
    assert (first["entailment"], first["neutral"], first["contradiction"]) == (0.7, 0.2, 0.1)
    assert (last["premise"], last["contradiction"]) == ("é", 0.7)
    assert "Line 2 of pairs.jsonl" in err
    assert len(err.strip().splitlines()) == 2


@pytest.mark.usefixtures("_scripted_nli")
def test_evaluate_nli_prints_figures_and_what_is_wrong(run, tmp_path):
    rows = (sentence_pair("a", "a", label="entailment"), sentence_pair("a", "b", label="neutral"))
    (tmp_path / "nli.jsonl").write_text("\n".join(rows))
    found = json.loads(run("evaluate", "nli", "nli.jsonl", "--json", "--list")[1])
    assert found["accuracy"] == 0.5
    assert [each["sentence"] for each in found["wrong"]] == ["a → b"]
    assert "a → b" in run("evaluate", "nli", "nli.jsonl", "--list")[1]
    assert "a → b" not in run("evaluate", "nli", "nli.jsonl")[1]


def marked(id_, stance, actor, words):
    start = TEXT.index(words)
    return {
        "id": id_,
        "stance": stance,
        "actors": [actor],
        "anchor": [start, start + len(words)],
        "proposition": "The dam leaks.",
    }


def test_evaluate_pairs_runs_the_pipeline_on_the_gold_articles(run, tmp_path):
    gold = {
        "doc": "dam",
        "text": TEXT,
        "claims": [marked("a", "asserts", "Ada Quill", CHARGE), marked("d", "denies", "Bo Trent", DENIAL)],
        "pairs": [{"denial": "d", "assertion": "a", "kind": "denial"}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold))
    code, out, _ = run("evaluate", "pairs", "gold.jsonl", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["denials"]["precision"], found["denials"]["recall"]) == (1, 1)
    assert found["pairs"]["likely"]["f1"] == 1
    assert found["pairs"]["likely_or_possible"]["predicted"] == 2
    told = json.loads(run("evaluate", "claims", "gold.jsonl", "--json", "--list")[1])
    assert (told["documents"], told["found"]["asked"]) == (1, 2)
    assert told["days"]["later_than_article"] == 0


def test_evaluate_attribution_extracts_without_pairing(run, tmp_path):
    row = {
        "id": "dam",
        "text": TEXT,
        "attributions": [{"source": [], "cue": [], "content": [[0, len(CHARGE)]]}],
    }
    (tmp_path / "polnear.jsonl").write_text(json.dumps(row))
    found = json.loads(run("evaluate", "attribution", "polnear.jsonl", "--json")[1])
    assert (found["linked"]["precision"], found["linked"]["recall"]) == (0.5, 1)


def test_evaluate_stance_gives_every_class(run, tmp_path):
    row = {"id": "1", "cue": "denied", "content": "that the dam leaked", "stance": "denies"}
    (tmp_path / "stance.jsonl").write_text(json.dumps(row))
    found = json.loads(run("evaluate", "stance", "stance.jsonl", "--json")[1])
    assert set(STANCES) <= set(found["classes"])
    assert found["classes"]["denies"]["f1"] == 1


@pytest.mark.parametrize("name", ["attribution", "claims", "nli", "pairs", "stance"])
def test_evaluating_a_missing_file_is_one_sentence(run, name):
    code, out, err = run("evaluate", name, "missing.jsonl")
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert "missing.jsonl" in err


@pytest.mark.parametrize(
    "command",
    [
        "analyze",
        "ingest",
        "watch",
        "reanalyse",
        "remove",
        "claims",
        "pairs",
        "disputes",
        "actors",
        "export",
        "nli",
        "models",
    ]
    + [f"evaluate {name}" for name in ("attribution", "nli", "pairs", "stance")],
)
def test_help_has_examples(run, command):
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert f"  python -m claims {command} " in out.replace("\n", " \n")


def test_choices_on_the_command_line_are_those_of_the_records():
    assert tuple(StanceChoice) == STANCES
    assert tuple(TierChoice) == TIERS


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (float("nan"), ""),
        (0.5, "0.5"),
        (2.0, "2"),
        (date(2024, 5, 2), "2024-05-02"),
        (["a", "b"], "a, b"),
        (0, "0"),
        ("‮abc\x07", "�abc�"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_table_cell(value, shown):
    assert cell(value) == shown


def test_emoji_and_accents_stay():
    assert plain("Zürich 🌊 Київ") == "Zürich 🌊 Київ"


@pytest.mark.parametrize("arguments", ["--version", "--help", "models", "models --format json"])
def test_reader_that_stops_early_gets_no_traceback(arguments):
    shell = f"{sys.executable} -m claims {arguments} | true"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_program_ends_with_the_exit_code():
    done = subprocess.run(
        [sys.executable, "-m", "claims", "analyze", "missing.txt", "--published", "never"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_article_is_removed_by_path_link_or_id(run, filled, article):
    code, out, _ = run("remove", article)
    assert (code, out.startswith("Removed ")) == (0, True)
    assert "holds no article" in run("claims")[2]
    code, out, err = run("remove", article)
    assert (code, out) == (1, "")
    assert "names no stored article" in err


@pytest.mark.parametrize(("name", "begins"), [("jsonld", "{"), ("report", "<!doctype html>")])
def test_export_prints_text_formats(run, filled, name, begins):
    code, out, _ = run("export", "--format", name)
    assert (code, out.startswith(begins)) == (0, True)


def test_excel_needs_a_file(run, filled, tmp_path):
    code, _, err = run("export", "--format", "excel")
    assert (code, "--output" in err) == (1, True)
    run("export", "--format", "excel", "--output", "all.xlsx")
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")


@pytest.fixture
def network(monkeypatch):
    """Scripted fetching: a page and a feed of two, one of which fails; the second look finds nothing new."""
    import claims.fetching as fetching

    def article(url):
        return Article.of(f"Ada Quill said that the dam leaks, as {url} has it.", url=url)

    def fetch_feed(url, client=None, seen=None):
        for link in (f"{url}/1", f"{url}/2"):
            if seen is None or link not in seen.links:
                yield (
                    article(link) if link.endswith("1") else InputError(f"{link} answers with the code 404; check it.")
                )
                if seen is not None:
                    seen.add(link)

    monkeypatch.setattr(fetching, "fetch_articles", lambda urls, client=None, published_on=None: map(article, urls))
    monkeypatch.setattr(fetching, "fetch_feed", fetch_feed)


def test_links_and_feeds_are_ingested_and_failures_named(run, network):
    code, out, err = run("ingest", "--url", "https://n.example/a", "--feed", "https://n.example/rss")
    assert code == 1
    assert out.startswith("2 articles added")
    assert "https://n.example/rss/2 answers with the code 404" in err


def test_pages_of_a_feed_that_are_stored_are_not_asked_for_again(run, network):
    for number in (1, 0):
        assert run("ingest", "--feed", "https://n.example/rss")[1].startswith(f"{number} article")


def test_ingest_counts_new_versions_and_near_copies():
    article = Article.of(TEXT)
    outcomes = [
        Outcome(article, True, 2, 1),
        Outcome(article, True, 2, 0, True),
        Outcome(article, True, 1, 0, False, 3),
    ]
    assert _summary(outcomes) == (
        "3 articles added with 5 claims and 1 pair; 0 known already. New versions of articles read before: 1. "
        "Near-copies of other articles: 1."
    )


def test_ingest_counts_what_is_in_other_languages(run, article, tmp_path):
    told = "Der Minister wies die Vorwürfe am Montag zurück und sagte, es gebe dafür keine Belege oder Zeugen im Dorf. "
    foreign = [tmp_path / name for name in ("a.txt", "b.txt")]
    for number, file in enumerate(foreign):
        file.write_text(told * (number + 2), encoding="utf-8")
    code, out, err = run("ingest", article, *foreign)
    assert (code, out) == (
        1,
        "1 article added with 2 claims and 2 pairs; 0 known already. In other languages, left out: 2.\n",
    )
    assert err.count("is in German and is left out") == 2


def test_ingest_needs_something_to_read(run):
    code, _, err = run("ingest")
    assert (code, "--url or --feed" in err) == (2, True)


def test_watch_looks_again_and_reads_only_what_is_new(run, network, monkeypatch):
    waits = []
    monkeypatch.setattr("claims.commands.articles.Stop.sleep", lambda stop, seconds: waits.append(seconds))
    code, out, err = run("watch", "--feed", "https://n.example/rss", "--every", "2", "--times", "2")
    assert (code, waits) == (0, [120])
    assert out == "1 article added with 0 claims and 0 pairs; 0 known already.\n"
    assert [line.split(" ")[0] for line in err.splitlines() if "known already" in line] == ["1"]
    assert err.count("404") == 1
    assert run("watch", "--feed", "https://n.example/rss", "--times", "1")[1].startswith("0 articles added")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["between articles", "while it waits", "while a page is waited for"])
def test_watch_stops_after_the_article_at_hand_with_a_summary(run, monkeypatch, number, moment):
    import claims.fetching as fetching

    def ask():
        threading.Timer(0.05, os.kill, (os.getpid(), number)).start()

    def fetch_feed(url, client, seen):
        yield Article.of("The mayor denied it.", url=f"{url}/1")
        if moment == "between articles":
            os.kill(os.getpid(), number)
            yield Article.of("The mayor asserts it.", url=f"{url}/2")
        ask()
        if moment == "while a page is waited for":
            client.sleep(60)

    monkeypatch.setattr(fetching, "fetch_feed", fetch_feed)
    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
    started = time.monotonic()
    code, out, _ = run("watch", "--feed", "https://n.example/rss", "--every", "5")
    assert (code, out) == (0, "1 article added with 0 claims and 0 pairs; 0 known already.\n")
    assert time.monotonic() - started < 5
    assert [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)] == before


def test_watch_asked_twice_stops_at_once(run, monkeypatch):
    import claims.fetching as fetching

    def fetch_feed(url, client, seen):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        yield Article.of("The mayor denied it.", url=url)

    monkeypatch.setattr(fetching, "fetch_feed", fetch_feed)
    assert run("watch", "--feed", "https://n.example/rss")[:2] == (130, "")


def test_a_copy_of_the_store_is_a_store(run, filled, tmp_path):
    assert run("backup", "copy.db")[0] == 0
    with Store(f"sqlite:///{tmp_path / 'copy.db'}") as copy, Store() as store:
        assert copy.counts() == store.counts()
        assert copy.faults() == []
    code, _, err = run("backup", "copy.db")
    assert (code, "exists already" in err) == (1, True)
    code, _, err = run("backup", "nowhere/copy.db")
    assert (code, "could not be written" in err) == (1, True)
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]


def test_a_whole_store_is_said_to_be_whole(run, filled):
    assert run("check") == (0, "The store is whole: 1 articles, 2 claims, 1 disputes.\n", "")


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("UPDATE articles SET text = 'x'", "marks words outside its article"),
        ("UPDATE articles SET title = 'another'", "is not what its id says"),
        ("UPDATE claims SET vector = x'00'", "has a vector of another size"),
        ("DELETE FROM dispute_claims", "1 disputes hold no claim"),
        ("DELETE FROM claims", "name a claim_id that is not there"),
    ],
)
def test_every_fault_is_a_line(run, filled, tmp_path, damage, says):
    with closing(sqlite3.connect(tmp_path / "default.db")) as connection, connection:
        connection.execute(damage)
    code, out, _ = run("check")
    assert code == 1
    assert says in out


def test_migrate_says_what_was_done(run, filled, tmp_path):
    assert run("migrate")[1] == "Nothing to do: the store is up to date.\n"
    with closing(sqlite3.connect(tmp_path / "default.db")) as connection, connection:
        connection.execute("DELETE FROM schema_migrations WHERE name = 'm0002_corrections'")
    assert run("migrate")[1] == "Done: m0002_corrections.\n"
