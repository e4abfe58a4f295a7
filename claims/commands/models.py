"""Use and describe the models."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated, Any

import typer

from claims.commands.options import AnalysisFormat, NliModel
from claims.commands.output import finish, print_json, print_table, print_text
from claims.errors import InputError
from claims.evaluation.figures import flatten
from claims.evaluation.rows import Row, scan_rows

BATCH = 512
"""Pairs scored at a time, so that a file of any size streams through."""
PLACES = 6


def nli(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl", help="One {premise, hypothesis} a line; gzip too.")],
    nli_model: NliModel = None,
) -> None:
    """Print three probabilities for pairs of sentences.

    One JSON object a line: premise, hypothesis, entailment, neutral, contradiction.

    \b
    python -m claims nli pairs.jsonl
    echo '{"premise": "It rained.", "hypothesis": "It was dry."}' | python -m claims nli -
    """
    from claims.inference import load_models

    failures: list[InputError] = []
    rows = _usable(file, failures)
    models = load_models(nli_model)
    while batch := list(islice(rows, BATCH)):
        scores = models.nli.score([(row["premise"], row["hypothesis"]) for row in batch])
        for row, each in zip(batch, scores, strict=True):
            print_text(_line(row, (each.entailment, each.neutral, each.contradiction)))
    finish(failures)


def models(
    format_: Annotated[AnalysisFormat, typer.Option("--format", help="What to print.")] = AnalysisFormat.table,
    nli_model: NliModel = None,
) -> None:
    """Name the models, their folders and their figures; an NLI model of your own is loaded and tried.

    \b
    python -m claims models
    python -m claims models --format json
    python -m claims models --nli-model FOLDER
    """
    from claims.inference import describe_models, load_models

    cards = describe_models()
    chosen = load_models(nli_model)
    if chosen.nli_name is not None:
        cards = [card for card in cards if card.folder.name != "nli"] + [chosen.nli.card()]
    if format_ is AnalysisFormat.json:
        print_json({"models": [_card(each.name, str(each.folder), each.bytes, each.figures) for each in cards]})
        return
    for card in cards:
        print_table(
            ("figure", "value"),
            [("folder", card.folder), ("size", f"{card.bytes / 1e6:.1f} MB"), *flatten(card.figures)],
            card.name,
        )


def _usable(file: str, failures: list[InputError]) -> Iterator[Row]:
    for row in scan_rows(file, ("premise", "hypothesis")):
        if isinstance(row, InputError):
            failures.append(row)
        elif isinstance(row["premise"], str) and isinstance(row["hypothesis"], str):
            yield row
        else:
            failures.append(InputError(f"A premise or hypothesis in {file} is not text; write both as strings."))


def _line(row: Row, probabilities: Sequence[float]) -> str:
    labels = ("entailment", "neutral", "contradiction")
    rounded = (round(float(each), PLACES) for each in probabilities)
    return json.dumps(
        {
            "premise": row["premise"],
            "hypothesis": row["hypothesis"],
            **dict(zip(labels, rounded, strict=True)),
        },
        ensure_ascii=False,
    )


def _card(name: str, folder: str, size: int, figures: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "folder": folder,
        "bytes": size,
        "card": json.loads(json.dumps(figures, default=str)),
    }
