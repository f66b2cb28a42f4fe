"""The command line. Every command loads what it needs when it runs, so that `--help` is quick."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.errors import (
    EXIT_INTERRUPTED,
    EXIT_UNUSABLE,
    EXIT_VALIDATION_FAILED,
    UnusableInput,
    ValidationFailed,
)

if TYPE_CHECKING:
    from flows.settings import Settings

_out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Folder to publish into [default: data/processed]."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copydesk")
def cli() -> None:
    """Turn raw news text into a structured, validated Parquet dataset.

    Settings can also be given in the environment, as COPYDESK_OUT, COPYDESK_WORKERS and so on.
    Exit status: 0 success, 1 validation failed, 2 wrong use or unusable input, 130 interrupted.
    """


@cli.command()
@click.argument("raw", required=False, type=click.Path(path_type=Path))
@_out_option
@click.option("--workers", type=click.IntRange(min=1), help="Processes that extract [default: all cores].")
@click.option(
    "--assume-clean", is_flag=True, default=None, help="Take each record's text as the body, unchanged."
)
@click.option("--full", is_flag=True, default=None, help="Process everything again, reuse nothing.")
def run(**given: object) -> None:
    """Process every file under RAW [default: data/raw] that is new or changed; validate; publish."""
    settings = _settings(**given)
    from flows.console import show_summary
    from flows.once import run_once

    show_summary(run_once(settings))


@cli.command()
@_out_option
def validate(**given: object) -> None:
    """Check the published snapshot against every expectation; the exit status is the verdict."""
    settings = _settings(**given)
    from flows.check import check_snapshot

    check_snapshot(settings)


@cli.command()
@click.argument("doc")
@_out_option
def show(doc: str, **given: object) -> None:
    """Show one published article: DOC is a doc_id, its beginning, or a source path."""
    settings = _settings(**given)
    from flows.show import show_document

    show_document(settings.out, doc)


@cli.command()
@click.argument("file")
@click.option("--explain", is_flag=True, help="Show every line, and why it was kept or dropped, instead.")
def clean(file: str, *, explain: bool) -> None:
    """Clean the articles in FILE (- for standard input): one JSON object an article."""
    from flows.single import cleaned, write_json_lines

    if explain:
        from flows.explain import explain_articles

        explain_articles(cleaned(file))
    else:
        write_json_lines(cleaned(file), sys.stdout)


@cli.command()
@click.argument("file")
def extract(file: str) -> None:
    """Clean and extract the articles in FILE (- for standard input): one JSON object an article."""
    from flows.single import extracted, write_json_lines

    write_json_lines(extracted(file), sys.stdout)


def _settings(**given: object) -> Settings:
    """The settings from the command line, the environment and the defaults, in this order.

    Raises:
        UnusableInput: A setting in the environment is wrong.
    """
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        wrong = "; ".join(
            f"COPYDESK_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        )
        raise UnusableInput(f"wrong setting: {wrong}") from error


def main() -> None:
    """Run the command line and end the process with the exit status of the contract."""
    sys.exit(_exit_status())


def _exit_status() -> int:
    try:
        cli(standalone_mode=False)
    except ValidationFailed as failed:
        from flows.console import show_failures

        show_failures(failed.verdict)
        return _complain(str(failed), EXIT_VALIDATION_FAILED)
    except UnusableInput as error:
        return _complain(str(error), EXIT_UNUSABLE)
    except click.ClickException as error:
        error.show()
        return EXIT_UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        return _complain("interrupted; nothing half-done was published", EXIT_INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has seen enough; nor must Python try to flush the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        return _complain(f"{error.strerror or error}{place}; nothing half-done was published", EXIT_UNUSABLE)
    return 0


def _complain(message: str, exit_status: int) -> int:
    click.echo(f"copydesk: {message}", err=True)
    return exit_status


if __name__ == "__main__":
    main()
