"""Look after the store: copies, checks, new versions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.commands.options import Database
from claims.commands.output import print_text, say


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write; it must not exist.")],
    db: Database = None,
) -> None:
    """Copy the store into a file, whole also while others write.

    \b
    python -m claims backup claims-2024-10-23.db
    """
    from claims.storage import Store

    with Store(db) as store:
        store.back_up(file)
        say(f"Written to {file}.")


def check(db: Database = None) -> None:
    """Check that everything in the store holds: the file, the links between rows, the words that are marked.

    Prints a line for each fault; the exit code is 1 when there is one.

    \b
    python -m claims check
    """
    from claims.storage import Store

    with Store(db) as store:
        found = store.faults()
        counts = store.counts()
    for fault in found:
        print_text(fault)
    if found:
        raise typer.Exit(1)
    print_text(f"The store is whole: {counts.articles} articles, {counts.claims} claims, {counts.disputes} disputes.")


def migrate(db: Database = None) -> None:
    """Bring the store to the form of this version; every command does so when it opens the store.

    \b
    python -m claims backup before.db && python -m claims migrate
    """
    from claims.storage import Store

    with Store(db) as store:
        ran = store.migrated
    print_text(f"Done: {', '.join(ran)}." if ran else "Nothing to do: the store is up to date.")
