"""Print results on standard output, and messages and progress on standard error.

Words out of articles are printed as they are: never as markup, and without characters that steer a terminal.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import typer
from rich import box
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from claims.errors import ClaimsError

PIPED_WIDTH = 160
"""Characters a line of a table that does not go to a terminal."""
STEERING = ("Cc", "Cf", "Cs")
"""Unicode categories that move the cursor, turn the writing direction or are no characters."""

Item = TypeVar("Item")


def say(sentence: str) -> None:
    """Print one message on standard error."""
    _console(stderr=True).print(Text(plain(sentence)), soft_wrap=True)


def print_json(result: object) -> None:
    """Print one JSON value."""
    print_text(json.dumps(result, ensure_ascii=False, indent=2))


def print_text(text: str) -> None:
    """Print text as it is, ending in one line break."""
    sys.stdout.write(text.removesuffix("\n") + "\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """Print rows in columns that fit the terminal."""
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    _console().print(table)


def cell(value: object) -> str:
    """Return what a table shows of a value."""
    match value:
        case None:
            return ""
        case float():
            return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
        case date():
            return value.isoformat()[:10]
        case list() | tuple():
            return ", ".join(cell(each) for each in value)
    return plain(str(value))


def plain(text: str) -> str:
    """Replace the characters that would steer the terminal."""
    return "".join(
        character
        if character == "\n" or unicodedata.category(character) not in STEERING
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def watched(items: Iterable[Item], doing: str, total: int | None = None) -> Iterator[Item]:
    """Pass the items on while a bar on standard error counts them; no bar where nobody watches."""
    console = _console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn(doing, markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(doing, total=total)
        for item in items:
            yield item
            progress.advance(task)


def finish(failures: Sequence[ClaimsError]) -> None:
    """Name the inputs that failed and end with exit code 1 if there are any."""
    for failure in failures:
        say(str(failure))
    if failures:
        raise typer.Exit(1)


def _console(*, stderr: bool = False) -> Console:
    stream: Any = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
