"""Define the options that several commands share, and how their words become values."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from claims.types import TIERS, ClaimQuery, Tier


class Format(StrEnum):
    """Name what a list is printed as."""

    table = "table"
    csv = "csv"
    json = "json"


class AnalysisFormat(StrEnum):
    """Name what an analysis is printed as."""

    table = "table"
    json = "json"


class ExportFormat(StrEnum):
    """Name what a file is written as."""

    csv = "csv"
    excel = "excel"
    json = "json"
    jsonld = "jsonld"
    report = "report"


class StanceChoice(StrEnum):
    """Name a stance on the command line."""

    asserts = "asserts"
    denies = "denies"
    doubts = "doubts"
    other = "other"


class TierChoice(StrEnum):
    """Name a tier on the command line."""

    likely = "likely"
    possible = "possible"


def parse_date(value: str) -> date:
    """Turn a day as a person writes it into a date; a usage error when it is none."""
    from claims.reading import parse_day

    try:
        return parse_day(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2024-10-23.") from error


Paths = Annotated[
    list[str],
    typer.Argument(help="Files or folders to read; “-” is standard input.", metavar="PATH", show_default=False),
]
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(help="Files or folders to read; “-” is standard input.", metavar="[PATH]...", show_default=False),
]
Urls = Annotated[list[str] | None, typer.Option("--url", metavar="URL", help="Page to fetch. Repeatable.")]
Feeds = Annotated[
    list[str] | None,
    typer.Option("--feed", metavar="URL", help="RSS or Atom feed or site map whose pages to fetch. Repeatable."),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        parser=parse_date,
        metavar="DATE",
        help="Day for articles that do not give one.",
        show_default=False,
    ),
]
NliModel = Annotated[
    str | None,
    typer.Option(
        "--nli-model",
        metavar="MODEL",
        help="Folder or hub name of the NLI model to use in place of the shipped one (or CLAIMS_NLI_MODEL).",
        show_default=False,
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help="Database, as a SQLAlchemy URL (or CLAIMS_DB); data/claims.db if not given.",
        show_default=False,
    ),
]
ListFormat = Annotated[Format, typer.Option("--format", help="What to print.")]
Tiers = Annotated[
    list[TierChoice] | None,
    typer.Option("--tier", metavar="TIER", help="likely (what is meant if not given) or possible. Repeatable."),
]


def chosen_tiers(tiers: Sequence[TierChoice] | None, default: tuple[Tier, ...] = TIERS[:1]) -> tuple[Tier, ...]:
    """Return the tiers of a `--tier` option, or `default` when it was not given."""
    return tuple(tier.value for tier in tiers) if tiers else default


def query_of(
    actor: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Canonical name; Russia counts its parts in. Repeatable."),
    ] = None,
    since: Annotated[
        date | None, typer.Option(parser=parse_date, metavar="DATE", help="First day it was said.")
    ] = None,
    until: Annotated[date | None, typer.Option(parser=parse_date, metavar="DATE", help="Last day it was said.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Where it appeared. Repeatable.")] = None,
    stance: Annotated[
        list[StanceChoice] | None,
        typer.Option(metavar="STANCE", help="asserts, denies, doubts or other. Repeatable."),
    ] = None,
    words: Annotated[str, typer.Option(metavar="TEXT", help="Words that must all occur.", show_default=False)] = "",
) -> ClaimQuery:
    """Make the query that the filter options of a command stand for."""
    return ClaimQuery(
        tuple(actor or ()),
        since,
        until,
        tuple(each.value for each in stance or ()),
        tuple(outlet or ()),
        words,
    )


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of `query_of`, and hand them to it as its first argument."""
    filters = inspect.signature(query_of, eval_str=True).parameters
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

    @functools.wraps(command)
    def run(**options: Any) -> None:
        query = query_of(**{name: options.pop(name) for name in filters})
        command(query, **options)

    parameters = [each.replace(kind=each.KEYWORD_ONLY) for each in (*filters.values(), *own)]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
