"""Measure the parts of the pipeline on annotated files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from claims.commands.articles import IN_MEMORY, run_pipeline
from claims.commands.options import Database, NliModel
from claims.commands.output import print_json, print_table, watched
from claims.evaluation.figures import INTERVAL, Figures, Finding, Report, flatten
from claims.evaluation.rows import Row, read_rows
from claims.types import TIERS, ClaimQuery

app = typer.Typer(
    help="Measure a part on an annotated file.",
    no_args_is_help=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AnnotatedFile = Annotated[
    str, typer.Argument(metavar="FILE", help="Annotated JSONL file; gzip too.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Listing = Annotated[bool, typer.Option("--list", help="Also list what was missed or is wrong.")]


@app.command()
def attribution(file: AnnotatedFile, json_: AsJson = False, list_: Listing = False) -> None:
    """Score attributions, by role and as wholes.

    \b
    python -m claims evaluate attribution polnear/dev.jsonl.gz
    """
    from claims.evaluation.attribution import FIELDS, attribution_report
    from claims.inference import load_models
    from claims.pipeline import extract

    models = load_models()
    rows = watched(list(read_rows(file, FIELDS)), "Articles")
    report = attribution_report(rows, lambda article: (claim.attribution for claim in extract(article, models)))
    print_report(report, json_, list_)


@app.command()
def nli(file: AnnotatedFile, json_: AsJson = False, list_: Listing = False, nli_model: NliModel = None) -> None:
    """Score the NLI model on labelled pairs.

    \b
    python -m claims evaluate nli nli/news-dev.jsonl
    """
    from claims.evaluation.nli import FIELDS, nli_report
    from claims.inference import load_models

    print_report(nli_report(read_rows(file, FIELDS), load_models(nli_model).nli.score), json_, list_)


@app.command()
def pairs(file: AnnotatedFile, json_: AsJson = False, list_: Listing = False, nli_model: NliModel = None) -> None:
    """Score denials and pairs on gold articles.

    \b
    python -m claims evaluate pairs gold/dev.jsonl
    python -m claims evaluate pairs gold/dev.jsonl --list
    """
    from claims.evaluation.gold import read_gold
    from claims.evaluation.pairs import pairs_report
    from claims.storage import Store

    gold = read_gold(file)
    with Store(IN_MEMORY) as store:
        list(run_pipeline([each.article for each in gold], store, nli_model, len(gold)))
        report = pairs_report(gold, store.find_claims(), store.find_pairs(ClaimQuery(tiers=TIERS)))
    print_report(report, json_, list_)


@app.command()
def claims(file: AnnotatedFile, json_: AsJson = False, list_: Listing = False, nli_model: NliModel = None) -> None:
    """Score stance, actors and days of the claims in gold articles.

    \b
    python -m claims evaluate claims gold/dev.jsonl --list
    """
    from claims.evaluation.claims import claims_report
    from claims.evaluation.gold import read_gold
    from claims.storage import Store

    gold = read_gold(file)
    with Store(IN_MEMORY) as store:
        list(run_pipeline([each.article for each in gold], store, nli_model, len(gold)))
        report = claims_report(gold, store.find_claims())
    print_report(report, json_, list_)


@app.command()
def corrections(db: Database = None, json_: AsJson = False, list_: Listing = False) -> None:
    """Score the store by what people confirmed, rejected and corrected in it.

    \b
    python -m claims evaluate corrections --list
    """
    from claims.evaluation.corrections import corrections_report
    from claims.storage import Store

    with Store(db) as store:
        print_report(corrections_report(store), json_, list_)


@app.command()
def stance(file: AnnotatedFile, json_: AsJson = False, list_: Listing = False) -> None:
    """Score the stances that cue and content give.

    \b
    python -m claims evaluate stance stance/dev.jsonl
    """
    from claims.evaluation.stance import FIELDS, predicted_stance, stance_report

    rows = list(read_rows(file, FIELDS))
    wrong = (
        Finding(str(row.get("id", "")), f"{row['stance']} taken for {found}", _words(row), row["content"])
        for row in (rows if list_ else ())
        if (found := predicted_stance(row)) != row["stance"]
    )
    print_report(Report(stance_report(rows), wrong=tuple(wrong)), json_, list_)


def _words(row: Row) -> str:
    return str(row.get("context") or row["cue"])


def print_report(report: Report, as_json: bool, listing: bool) -> None:
    """Print the figures, and on request what was missed or is wrong."""
    if as_json:
        lists = {"missed": report.missed, "wrong": report.wrong} if listing else {}
        print_json(report.figures | {name: [asdict(each) for each in found] for name, found in lists.items()})
        return
    print_table(("figure", "value", "95 % interval"), _figure_rows(report.figures))
    if listing:
        for title, found in (("Missed", report.missed), ("Wrong", report.wrong)):
            rows = [(each.doc, each.what, each.sentence, each.detail) for each in found]
            print_table(("article", "what", "sentence", "detail"), rows, title)


def _figure_rows(figures: Figures) -> Iterator[tuple[str, Any, str]]:
    flat = dict(flatten(figures))
    for name, value in flat.items():
        if not name.endswith(INTERVAL):
            low_high = flat.get(name + INTERVAL)
            yield name, value, "" if low_high is None else f"{low_high[0]:.3f}–{low_high[1]:.3f}"
