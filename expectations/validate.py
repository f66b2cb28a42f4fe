"""The door: frames in, verdict and Data Docs out. The only file that imports Great Expectations."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from expectations.outcome import Outcome, verdict_over
from expectations.suites import build_suites

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
    from great_expectations.expectations.expectation import Expectation as GxExpectation

    from expectations.expectation import Expectation, Frames
    from expectations.suites import Suite
    from expectations.verdict import Verdict

_SITE = "validation"


def validate_frames(frames: Frames, data_docs: Path) -> Verdict:
    """Judge a complete set of tables and write Great Expectations' Data Docs.

    A table that is missing or has the wrong columns is a failure, not an exception.

    Args:
        frames: Every published table by its name.
        data_docs: Folder of the site; its start page is `index.html`. An older site there is replaced.
    """
    suites = build_suites(frames)
    with warnings.catch_warnings():
        # Great Expectations warns about its own code: nothing that a reader of the run could mend.
        warnings.simplefilter("ignore")
        context = _quiet_context(data_docs)
        outcomes = [outcome for suite in suites for outcome in _judge(context, suite)]
        context.clean_data_docs(_SITE)
        context.build_data_docs([_SITE])
    return verdict_over(outcomes)


def _quiet_context(data_docs: Path) -> EphemeralDataContext:
    """A context that keeps everything in memory but the site, and sends nothing anywhere."""
    # Imported here, and only here, because it takes seconds.
    import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    site = {
        "class_name": "SiteBuilder",
        "show_how_to_buttons": False,
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(data_docs.absolute()),
        },
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
    }
    return gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(),
            data_docs_sites={_SITE: site},
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False),
        ),
    )


def _judge(context: EphemeralDataContext, suite: Suite) -> list[Outcome]:
    """Run one suite in Great Expectations; its name there is the table's."""
    import great_expectations as gx

    natives = [_native(expectation) for expectation in suite.expectations]
    gx_suite = context.suites.add(gx.ExpectationSuite(name=suite.table, expectations=natives))
    asset = context.data_sources.add_pandas(suite.table).add_dataframe_asset(suite.table)
    definition = gx.ValidationDefinition(
        name=suite.table, data=asset.add_batch_definition_whole_dataframe("all"), suite=gx_suite
    )
    result = context.validation_definitions.add(definition).run(
        batch_parameters={"dataframe": _batch(suite).to_pandas()},
        # Counts and examples cost a multiple of the verdict: asked for only where there is something to show.
        result_format="SUMMARY" if suite.failing_expectations() else "BOOLEAN_ONLY",
    )
    passed = {
        one.expectation_config.meta["name"]: bool(one.success)
        for one in result.results
        if one.expectation_config is not None
    }
    return [Outcome(suite, expectation, passed[expectation.name]) for expectation in suite.expectations]


def _native(expectation: Expectation) -> GxExpectation:
    """The expectation in Great Expectations' terms; without such, that the claim's own column is true."""
    from great_expectations import expectations as natives

    native = expectation.native
    kind = native.kind if native else "ExpectColumnValuesToBeInSet"
    arguments = dict(native.arguments) if native else {"column": expectation.name, "value_set": [True]}
    place = f"`{expectation.column}` " if expectation.column else ""
    gx_expectation: GxExpectation = getattr(natives, kind)(
        **arguments,
        severity=expectation.action.severity.value,
        description=f"{place}{expectation.words}",
        meta={"name": expectation.name, "action": expectation.action.value},
    )
    return gx_expectation


def _batch(suite: Suite) -> pl.DataFrame:
    """The columns that travel to pandas: what native expectations read, and one truth value a claim."""
    read = {
        column
        for expectation in suite.expectations
        if expectation.native
        for column in expectation.native.columns
    }
    claims = [
        expectation.holds.fill_null(value=True).alias(expectation.name)
        for expectation in suite.expectations
        if expectation.native is None
    ]
    return suite.rows.select(*(column for column in suite.rows.columns if column in read), *claims)
