"""Put the commands together as `python -m claims`, and turn every error meant for users into one sentence."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, cast

import typer

from claims import __version__
from claims.commands import articles, evaluate, models, stored, upkeep
from claims.commands.output import print_text, say
from claims.errors import ClaimsError

PROGRAM = "python -m claims"
HELP = {"help_option_names": ["-h", "--help"]}
USAGE_EXIT, FAILURE_EXIT, INTERRUPT_EXIT = 2, 1, 130

UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__bases__[0])
"""The base of all usage errors; where it is imported from differs between versions of Typer."""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=HELP,
)
for command in (
    articles.analyze,
    articles.ingest,
    articles.watch,
    articles.reanalyse,
    articles.remove,
    stored.disputes,
    stored.claims,
    stored.pairs,
    stored.actors,
    stored.export,
    upkeep.backup,
    upkeep.check,
    upkeep.migrate,
    models.nli,
    models.models,
):
    app.command(context_settings=HELP)(command)
app.add_typer(evaluate.app, name="evaluate")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 when something failed, 2 for wrong usage."""
    _write_unicode()
    try:
        code = app(args=arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        say(f"{error.format_message()} See {error.ctx.command_path if error.ctx else PROGRAM} --help.")
        return USAGE_EXIT
    except ClaimsError as error:
        say(str(error))
        return FAILURE_EXIT
    except (KeyboardInterrupt, typer.Abort):
        say("Stopped.")
        return INTERRUPT_EXIT
    except BrokenPipeError:
        _discard_output()
        return FAILURE_EXIT
    return int(code or 0)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Show who asserts and who denies each contested proposition in the news, and in which words.

    It never says what is true, and nothing leaves this machine but requests for links that you name.
    Each command has examples in its own --help.
    """
    if version:
        print_text(__version__)
    elif context.invoked_subcommand is None:
        print_text(context.get_help())
        raise typer.Exit(USAGE_EXIT)


def _write_unicode() -> None:
    """Write UTF-8 whatever the locale is; what it cannot express comes out as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Keep Python from complaining, when it ends, that nobody reads its output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
