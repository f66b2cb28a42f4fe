"""The table `entities`: the people, organisations and places of the whole dataset."""

import polars as pl

from schemas.table import STRINGS, Column, Table
from schemas.vocabulary import EntityLabel

ENTITIES = Table(
    name="entities",
    description="One thing in the world, across all articles.",
    primary_key=("entity_id",),
    columns=(
        Column(
            "entity_id",
            pl.String(),
            "Made from the title of its page, else from label and name; the same in every dataset.",
        ),
        Column("name", pl.String(), "Canonical name."),
        Column("label", pl.String(), "Kind of thing.", values=tuple(EntityLabel)),
        Column("country", pl.String(), "ISO 3166-1 alpha-3 code, where one country fits.", nullable=True),
        Column("wikidata_id", pl.String(), "Wikidata item, where it is certain.", nullable=True),
        Column(
            "wikipedia_title",
            pl.String(),
            "Title of the English Wikipedia article, where certain.",
            nullable=True,
        ),
        Column("aliases", STRINGS, "Other names the articles use, sorted."),
        Column("roles", STRINGS, "Offices and functions as the articles give them, sorted."),
        Column("n_mentions", pl.Int32(), "Number of mentions."),
        Column("n_documents", pl.Int32(), "Number of articles that mention it."),
        Column(
            "first_published", pl.Date(), "Earliest publication date among those articles.", nullable=True
        ),
        Column("last_published", pl.Date(), "Latest publication date among those articles.", nullable=True),
    ),
)
