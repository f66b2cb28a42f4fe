"""What copydesk publishes: every table, its columns and its closed vocabularies, declared once."""

from schemas.documents import DOCUMENTS
from schemas.entities import ENTITIES
from schemas.event_actors import EVENT_ACTORS
from schemas.events import EVENTS
from schemas.mentions import MENTIONS
from schemas.quotes import QUOTES
from schemas.rejects import REJECTS
from schemas.runs import RUNS
from schemas.segments import SEGMENTS
from schemas.sentences import SENTENCES
from schemas.table import Column, Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS,
        SEGMENTS,
        SENTENCES,
        ENTITIES,
        MENTIONS,
        QUOTES,
        EVENTS,
        EVENT_ACTORS,
        RUNS,
        REJECTS,
    )
}
"""Every published table by name, parents before children."""

__all__ = ["TABLES", "Column", "Table"]
