"""`python -m flows.serve`: run the flow on a schedule, reporting to the server in PREFECT_API_URL."""

from __future__ import annotations

import click

from flows.settings import given_server, keep_private

DEPLOYMENT = "scheduled"
EVERY_DAY_AT_FIVE = "0 5 * * *"


@click.command()
@click.option(
    "--cron", default=EVERY_DAY_AT_FIVE, show_default=True, help="When to run, in cron's five fields, UTC."
)
def serve(cron: str) -> None:
    """Run the pipeline on a schedule until interrupted; the settings come from COPYDESK_* variables."""
    if not given_server():
        message = "no Prefect server is named; start one with `prefect server start` and set PREFECT_API_URL"
        raise click.UsageError(message)
    keep_private()
    from flows.publish import publish_dataset

    publish_dataset.serve(name=DEPLOYMENT, cron=cron, limit=1)


if __name__ == "__main__":
    serve()
