"""Print and export what the store holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.commands.options import (
    Database,
    ExportFormat,
    Format,
    ListFormat,
    Tiers,
    chosen_tiers,
    with_filters,
)
from claims.commands.output import print_json, print_table, print_text, say
from claims.errors import InputError
from claims.types import TIERS, ClaimQuery

if TYPE_CHECKING:
    from pandas import DataFrame

    from claims.storage import Store

BYTE_ORDER_MARK = "\ufeff"
SHOWN = {
    "claims": ("said_on", "actor", "stance", "proposition", "sentence", "outlet"),
    "pairs": (
        *("claim_actor", "claim_said_on", "claim_proposition"),
        *("counterclaim_actor", "counterclaim_said_on", "counterclaim_proposition"),
        *("relation", "tier", "score"),
    ),
    "disputes": ("proposition", "sides", "claims", "outlets", "strength"),
    "actors": ("actor", "kind", "part_of", "claims", "asserts", "denies", "doubts"),
}
"""The columns of each table that a terminal has room for; CSV has all."""


@with_filters
def claims(query: ClaimQuery, db: Database = None, format_: ListFormat = Format.table) -> None:
    """List claims with stance, actor and day.

    \b
    python -m claims claims --actor Russia --stance denies
    python -m claims claims --since 2024-10-01 --format csv > claims.csv
    """
    _list("claims", query, db, format_)


@with_filters
def pairs(query: ClaimQuery, tier: Tiers = None, db: Database = None, format_: ListFormat = Format.table) -> None:
    """List pairs of a claim and its counterclaim.

    \b
    python -m claims pairs --actor Ukraine
    python -m claims pairs --tier likely --tier possible --format json
    """
    _list("pairs", replace(query, tiers=chosen_tiers(tier)), db, format_)


@with_filters
def disputes(query: ClaimQuery, db: Database = None, format_: ListFormat = Format.table) -> None:
    """List disputes: who asserts, who denies, and when.

    A dispute is shown whole when one of its claims matches.

    \b
    python -m claims disputes --actor Russia --since 2024-10-01
    python -m claims disputes --words "north korean" --format json
    """
    _list("disputes", query, db, format_)


@with_filters
def actors(query: ClaimQuery, db: Database = None, format_: ListFormat = Format.table) -> None:
    """List actors with the number of their claims.

    \b
    python -m claims actors
    python -m claims actors --stance denies --format csv
    """
    _list("actors", query, db, format_)


@with_filters
def export(
    query: ClaimQuery,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; standard output if not given.")
    ] = None,
    tier: Tiers = None,
    db: Database = None,
    format_: Annotated[ExportFormat, typer.Option("--format", help="What to write.")] = ExportFormat.csv,
) -> None:
    """Write what the filters select: claims as CSV, all as Excel, JSON or JSON-LD, disputes as a report to print.

    The JSON is one object of the shape that analyze prints.

    \b
    python -m claims export --output claims.csv
    python -m claims export --format json --actor Russia --output russia.json
    python -m claims export --format report --since 2024-10-01 --output october.html
    """
    from claims.exports import make_export
    from claims.storage import Store

    if format_ is ExportFormat.excel and output is None:
        raise InputError("An Excel file cannot be printed; name a file with --output FILE.")
    with Store(db) as store:
        data = make_export(format_.value, store, replace(query, tiers=chosen_tiers(tier, TIERS)))
    if output is None:
        print_text(data.decode().removeprefix(BYTE_ORDER_MARK))
    else:
        _write(output, data)


def print_lists(store: Store, query: ClaimQuery, names: Sequence[str]) -> None:
    """Print the named lists one after another, each as a table with its name above."""
    for name in names:
        frame = _frame(name, store, query)
        if len(frame):
            _print_frame(name, frame)
        else:
            say(f"No {name} found.")


def _list(name: str, query: ClaimQuery, db: str | None, format_: Format) -> None:
    from claims.storage import Store

    with Store(db) as store:
        if not store.counts().articles:
            say("The store holds no article yet; add some with python -m claims ingest PATH.")
        if format_ is Format.json:
            print_json({name: _records(name, store, query)})
        elif format_ is Format.csv:
            print_text(_csv(name, store, query))
        else:
            print_lists(store, query, (name,))


def _frame(name: str, store: Store, query: ClaimQuery) -> DataFrame:
    from claims import tables

    make: Callable[[Store, ClaimQuery], DataFrame] = {
        "claims": tables.claims_table,
        "pairs": tables.pairs_table,
        "disputes": tables.disputes_table,
        "actors": tables.actors_table,
    }[name]
    return make(store, query)


def _csv(name: str, store: Store, query: ClaimQuery) -> str:
    from claims.tables import to_csv

    return to_csv(_frame(name, store, query))


def _records(name: str, store: Store, query: ClaimQuery) -> list[dict[str, Any]]:
    """Return the list as `analyze --format json` gives it, and actors with the number of their claims."""
    from claims.tables import analysis_json

    if name == "actors":
        return [asdict(actor) | {"claims": count} for actor, count in store.find_actors(query)]
    found: list[dict[str, Any]] = analysis_json(store, query)[name]
    return found


def _print_frame(name: str, frame: DataFrame) -> None:
    shown = frame[list(SHOWN[name])]
    filled = shown.astype(object).where(shown.notna(), None)
    titles = [column.replace("_", " ") for column in SHOWN[name]]
    print_table(titles, filled.itertuples(index=False), name.capitalize())


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise InputError(f"{file} could not be written ({error.strerror}); choose another place.") from error
    say(f"Written to {file}.")
