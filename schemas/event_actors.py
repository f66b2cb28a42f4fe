"""The table `event_actors`: the sides of an event."""

import polars as pl

from schemas.table import Column, Table
from schemas.vocabulary import ActorRole, Sector

EVENT_ACTORS = Table(
    name="event_actors",
    description="One actor on one side of an event.",
    primary_key=("event_id", "role", "ordinal"),
    columns=(
        Column("event_id", pl.String(), "The event.", references="events.event_id"),
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("role", pl.String(), "Side of the event.", values=tuple(ActorRole)),
        Column("ordinal", pl.Int32(), "Position among the actors of that side, from 0."),
        Column(
            "mention_id",
            pl.String(),
            "The mention in the text; null where the actor is no mention.",
            nullable=True,
            references="mentions.mention_id",
        ),
        Column("text", pl.String(), "The actor as written."),
        Column(
            "entity_id",
            pl.String(),
            "The thing in the world.",
            nullable=True,
            references="entities.entity_id",
        ),
        Column(
            "name",
            pl.String(),
            "Canonical name of the entity, or the resolved name in the article.",
            nullable=True,
        ),
        Column(
            "country",
            pl.String(),
            "Country the actor stands for (ISO 3166-1 alpha-3; `IGO` for intergovernmental bodies).",
            nullable=True,
        ),
        Column(
            "sector",
            pl.String(),
            "Part of society the actor stands for.",
            nullable=True,
            values=tuple(Sector),
        ),
    ),
)
