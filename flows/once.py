"""One run from the command line: checks first, then the flow, with a Prefect server where none is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.scan import raw_files
from flows.settings import Settings, prepare_prefect, server_is_given
from flows.snapshots import output_lock

if TYPE_CHECKING:
    from flows.publication import RunSummary


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
    if server_is_given():
        return _run_flow(settings)
    from flows.server import api_server, wait_until_recorded

    with api_server() as url:
        try:
            return _run_flow(settings)
        finally:
            wait_until_recorded(url)


def _run_flow(settings: Settings) -> RunSummary:
    from flows.publish import publish_dataset, thread_runner

    return publish_dataset.with_options(task_runner=thread_runner(settings.workers))(settings)
