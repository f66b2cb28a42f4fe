"""A Prefect server in a thread of this process, for runs that have no other server to report to.

Prefect's own ephemeral server is a child process: slower to start, loud at exit, and it can lose
task runs, because it is stopped before they are written down. Here the run waits until they are.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import uvicorn
from prefect.server.api.server import create_app
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

from flows.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_SECONDS_TO_START = 180.0
_SECONDS_TO_RECORD = 20.0
_SECONDS_TO_STOP = 10.0
_SECONDS_BETWEEN_LOOKS = 0.05


@contextmanager
def api_server() -> Iterator[str]:
    """Serve the Prefect API on a free loopback port while the context lasts.

    Yields:
        The address of the API, which Prefect uses inside the context.

    Raises:
        UnusableInput: The server did not start.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        app = create_app(ephemeral=True, final=True)
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="critical", lifespan="on", timeout_graceful_shutdown=2)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        _wait_until_started(server, thread)
        try:
            with temporary_settings({PREFECT_API_URL: url}):
                yield url
        finally:
            server.should_exit = True
            thread.join(_SECONDS_TO_STOP)


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            home = PREFECT_HOME.value()
            message = f"the Prefect server did not start; is there room for its database in {home}?"
            raise UnusableInput(message)
        time.sleep(_SECONDS_BETWEEN_LOOKS)


def wait_until_recorded(url: str, since: datetime) -> None:
    """Wait until the server has every task run that began at `since` or later in a final state.

    Task runs reach the database in batches, some time after the tasks have ended. Runs of the past that
    were killed stay unfinished for ever and are not waited for.
    """
    unfinished = {
        "flow_runs": {"start_time": {"after_": since.isoformat()}},
        "task_runs": {"state": {"type": {"any_": ["SCHEDULED", "PENDING", "RUNNING"]}}},
    }
    deadline = time.monotonic() + _SECONDS_TO_RECORD
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < deadline:
            try:
                answer = client.post(f"{url}/task_runs/count", json=unfinished)
            except httpx.HTTPError:
                # What became of the run matters more than its record.
                return
            if answer.is_success and answer.json() == 0:
                return
            time.sleep(_SECONDS_BETWEEN_LOOKS)
