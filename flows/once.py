"""One run from the command line: checks first, then the flow, with a Prefect server where none is given."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.errors import UnusableInput
from flows.scan import raw_files
from flows.settings import Settings, given_server, prepare_prefect
from flows.snapshots import output_lock

if TYPE_CHECKING:
    from flows.publication import RunSummary

_SECONDS_TO_ANSWER = 10.0


def run_once(settings: Settings) -> RunSummary:
    """Run the flow once.

    What would stop it at once is looked for before Prefect, which takes seconds, is loaded.

    Raises:
        UnusableInput: There is nothing to read, no place to write, or another run is at work there.
        ValidationFailed: A critical expectation failed; nothing was published.
        OSError: The disk filled up, or a folder went away, while the run was at work.
    """
    raw_files(settings.raw, settings.out)
    with output_lock(settings.out):
        pass
    prepare_prefect(settings.out)
    if given_server():
        check_server()
        return _run_flow(settings)
    from flows.server import api_server, wait_until_recorded

    begun_at = datetime.now(UTC)
    with api_server() as url:
        try:
            return _run_flow(settings)
        finally:
            wait_until_recorded(url, begun_at)


def check_server() -> None:
    """Raise UnusableInput when the Prefect server that the environment names does not answer."""
    import httpx

    try:
        httpx.get(f"{given_server()}/health", timeout=_SECONDS_TO_ANSWER).raise_for_status()
    except httpx.HTTPError as error:
        message = f"the Prefect server in PREFECT_API_URL ({given_server()}) does not answer: {error}"
        raise UnusableInput(message) from error


def _run_flow(settings: Settings) -> RunSummary:
    from flows.publish import publish_dataset, thread_runner

    return publish_dataset.with_options(task_runner=thread_runner(settings.workers))(settings)
