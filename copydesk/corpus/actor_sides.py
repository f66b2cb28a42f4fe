"""Whether the same actors can stand behind two events."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.words import normal_words
from schemas.vocabulary import ActorRole, MentionLabel

# Who met whom is often told the other way round: here the two sides are one.
MUTUAL_TYPES = ("CONSULT", "COOPERATE")
# All intergovernmental bodies have this country code; NATO and the UN are not one actor for that.
_BODY = "IGO"


def actor_sides(events: pl.DataFrame, actors: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Gather the actors of each event, side by side.

    Args:
        events: `item`, `event_id` and `event_type`.
        actors: The table `event_actors` with its columns `entity_id` and `name` filled.
        mentions: The table.

    Returns:
        For each `item` the lists `source_people` and `source_camps`, `target_people` and `target_camps`
        (empty for mutual types, whose actors all count as sources), and `actor_words`, the words that
        name the actors and their offices.
    """
    is_person = (pl.col("label") == MentionLabel.PERSON).fill_null(value=False)
    state = pl.when(pl.col("country") != _BODY).then("country")
    other = pl.when(~is_person).then(pl.coalesce("entity_id", pl.col("text").str.to_lowercase()))
    sided = (
        events.join(actors, on="event_id")
        .join(mentions.select("mention_id", "label", office="role"), on="mention_id", how="left")
        .with_columns(
            side=pl.when(_is_mutual()).then(pl.lit(ActorRole.SOURCE)).otherwise("role"),
            person=pl.when(is_person).then("entity_id"),
            camp=pl.coalesce(state, other),
            naming=pl.concat_str("text", "name", "office", separator=" ", ignore_nulls=True),
        )
    )
    gathered = sided.group_by("item").agg(
        *[_of_side(side, "person").alias(f"{side}_people") for side in ActorRole],
        *[_of_side(side, "camp").alias(f"{side}_camps") for side in ActorRole],
        actor_words=normal_words(pl.col("naming")).explode().unique(),
    )
    nobody = pl.lit([], dtype=pl.List(pl.String))
    return (
        events.select("item", "event_type")
        .join(gathered, on="item", how="left", maintain_order="left")
        .with_columns(pl.exclude("item", "event_type").fill_null(nobody))
    )


def same_actors() -> pl.Expr:
    """Whether the actors of both events of a pair fit, as `with_both` puts them side by side.

    On each side that both events fill they share a person, if both name one, and a camp: a country,
    or a body or group without one. Of a mutual type one event has all actors of the other: who met
    whom is all there is to it.
    """
    fits = [_fits(f"{side}_{kind}") for side in ActorRole for kind in ("people", "camps")]
    shares = [_n_shared(f"{side}_{kind}") > 0 for side in ActorRole for kind in ("people", "camps")]
    return pl.all_horizontal(fits) & pl.any_horizontal(shares)


def all_actors() -> pl.Expr:
    """The people and camps of an event, whatever their side."""
    return pl.concat_list(
        f"{side}_{kind}" for side in ActorRole for kind in ("people", "camps")
    ).list.unique()


def same_people() -> pl.Expr:
    """Whether both events of a pair name the same people on both sides, or the same two in a mutual one."""
    both_sides = (_n_shared("source_people") > 0) & (_n_shared("target_people") > 0)
    return both_sides | (_is_mutual() & (_n_shared("source_people") > 1))


def _fits(actors: str) -> pl.Expr:
    n_fewer = pl.min_horizontal(pl.col(actors).list.len(), pl.col(f"{actors}_right").list.len())
    n_needed = pl.when(_is_mutual()).then(n_fewer).otherwise(n_fewer.clip(upper_bound=1))
    return _n_shared(actors) >= n_needed


def _n_shared(actors: str) -> pl.Expr:
    return pl.col(actors).list.set_intersection(f"{actors}_right").list.len()


def _of_side(side: ActorRole, column: str) -> pl.Expr:
    return pl.col(column).filter(pl.col("side") == side).drop_nulls().unique()


def _is_mutual() -> pl.Expr:
    return pl.col("event_type").is_in(MUTUAL_TYPES)
