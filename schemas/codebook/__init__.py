"""The event codebook: the sixteen PLOVER types, one TOML file each, loaded and checked on import.

The types, their modes and quadrants are those of the PLOVER manual of 2021, and `cameo` names the
CAMEO root codes that become the type; every wording is ours. `intensity` is Goldstein-like: it is the
value that the Goldstein scale, as carried over to CAMEO, gives to the root code, and where one type
unites several roots the mean of them (REQUEST: 02 and 10; ASSAULT: 18, 19 and 20). RETREAT shares
root 08 with CONCEDE and takes the value of its own codes 084 and 085.

A file lists groups of triggers: verbs (`"call off"` is a verb and its particle or preposition; an adjective
as a predicate, `is ready to`, is one, too), nouns, and conditions. `copydesk.events` matches them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

from schemas.vocabulary import QuadClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TYPE_CODES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)

_TYPE_KEYS = {
    "code",
    "definition",
    "quad_class",
    "intensity",
    "modes",
    "cameo",
    "planned_as",
    "refused_as",
    "triggers",
    "examples",
    "counter_examples",
}
_OPTIONAL_TYPE_KEYS = {"planned_as", "refused_as"}
_GROUP_KEYS = {
    "verbs",
    "nouns",
    "objects",
    "subjects",
    "near",
    "unless",
    "mode",
    "governs",
    "two_sided",
    "direct",
}
_LOWEST_INTENSITY, _HIGHEST_INTENSITY = -10.0, 10.0


class TriggerKind(StrEnum):
    """What part of speech names the event."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to name an event.

    Attributes:
        kind: Whether `lemma` is a verb or a noun.
        lemma: Dictionary form, in lower case.
        particle: Particle or preposition a verb needs beside it, or "".
        objects: Lemmas, one of which must be what the verb is done to; empty where anything will do.
        subjects: Lemmas, one of which must be who or what does it; empty where anybody will do.
        near: Lemmas, one of which must stand anywhere below the naming word; empty where none need.
        unless: Lemmas that make it another thing where it is done to them: to release an album.
        mode: The mode it implies, if any.
        governs: Whether it is the outer verb that decides: what is promised, refused or demanded is
            part of this event and no event of its own.
        two_sided: Whether it counts only with actors on both sides, or two on one.
        direct: Whether it counts only where its object, if it has one, is itself an actor: to meet
            Merkel is to talk, to meet Merkel's demands is not.
    """

    kind: TriggerKind
    lemma: str
    particle: str = ""
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    mode: str | None = None
    governs: bool = False
    two_sided: bool = False
    direct: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER event type.

    Attributes:
        code: Its name, as published.
        definition: What counts as one.
        quad_class: Verbal or material, cooperation or conflict.
        intensity: Goldstein-like score, -10 (conflict) to 10 (cooperation).
        modes: The modes it can have.
        cameo: The CAMEO codes, whole roots or single ones, that become this type.
        planned_as: The type of the announcement that one will follow; None if it stays this type.
        refused_as: The type of the announcement that none will follow; None if it stays this type.
        triggers: The words that name one.
        examples: Sentences that tell one.
        counter_examples: Sentences that look like one and are none.
    """

    code: str
    definition: str
    quad_class: QuadClass
    intensity: float
    modes: tuple[str, ...]
    cameo: tuple[str, ...]
    planned_as: str | None
    refused_as: str | None
    triggers: tuple[Trigger, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


def parse_event_type(toml: str, file_name: str) -> EventType:
    """Read one type from the text of its file.

    Raises:
        ValueError: A key is unknown or missing, a value has the wrong type or lies outside its
            vocabulary, or a trigger is listed twice; the message names the file and the entry.
    """
    entries = tomllib.loads(toml)
    _check_keys(entries, _TYPE_KEYS, file_name)
    missing = sorted(_TYPE_KEYS - _OPTIONAL_TYPE_KEYS - entries.keys())
    if missing:
        raise _fault(file_name, f"missing {missing}")
    modes = _strings(entries, "modes", file_name)
    return EventType(
        code=_one_of(entries, "code", TYPE_CODES, file_name),
        definition=_text(entries, "definition", file_name),
        quad_class=QuadClass(_one_of(entries, "quad_class", tuple(QuadClass), file_name)),
        intensity=_intensity(entries, file_name),
        modes=modes,
        cameo=_strings(entries, "cameo", file_name),
        planned_as=_one_of(entries, "planned_as", TYPE_CODES, file_name) if "planned_as" in entries else None,
        refused_as=_one_of(entries, "refused_as", TYPE_CODES, file_name) if "refused_as" in entries else None,
        triggers=_triggers(entries["triggers"], modes, file_name),
        examples=_strings(entries, "examples", file_name),
        counter_examples=_strings(entries, "counter_examples", file_name),
    )


def check_codebook(event_types: Mapping[str, EventType]) -> None:
    """Check what no single file can know.

    Raises:
        ValueError: A type of the sixteen is missing, or two types claim the same trigger.
    """
    missing = sorted(set(TYPE_CODES) - event_types.keys())
    if missing:
        raise _fault("codebook", f"no file for {missing}")
    owners: dict[tuple[str, ...], str] = {}
    for code, event_type in event_types.items():
        for trigger in event_type.triggers:
            for key in _trigger_keys(trigger):
                owner = owners.setdefault(key, code)
                if owner != code:
                    raise _fault("codebook", f"trigger {' '.join(key)!r} is in both {owner} and {code}")


def _fault(file_name: str, what: str) -> ValueError:
    return ValueError(f"{file_name}: {what}")


def _check_keys(entries: Mapping[str, object], known: set[str], file_name: str) -> None:
    unknown = sorted(entries.keys() - known)
    if unknown:
        raise _fault(file_name, f"unknown key {unknown[0]!r}")


def _text(entries: Mapping[str, object], key: str, file_name: str) -> str:
    value = entries[key]
    if not isinstance(value, str) or not value.strip():
        raise _fault(file_name, f"{key} is {value!r}, expected a text")
    return value


def _one_of(entries: Mapping[str, object], key: str, values: tuple[str, ...], file_name: str) -> str:
    value = _text(entries, key, file_name)
    if value not in values:
        raise _fault(file_name, f"{key} is {value!r}, expected one of {', '.join(values)}")
    return value


def _strings(entries: Mapping[str, object], key: str, file_name: str) -> tuple[str, ...]:
    value = entries.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise _fault(file_name, f"{key} is {value!r}, expected a list of texts")
    repeated = sorted({item for item in value if value.count(item) > 1})
    if repeated:
        raise _fault(file_name, f"{key} has {repeated[0]!r} twice")
    return tuple(value)


def _flag(entries: Mapping[str, object], key: str, file_name: str) -> bool:
    value = entries.get(key, False)
    if not isinstance(value, bool):
        raise _fault(file_name, f"{key} is {value!r}, expected true or false")
    return value


def _intensity(entries: Mapping[str, object], file_name: str) -> float:
    value = entries["intensity"]
    if not isinstance(value, float) or not _LOWEST_INTENSITY <= value <= _HIGHEST_INTENSITY:
        raise _fault(file_name, f"intensity is {value!r}, expected a decimal number from -10.0 to 10.0")
    return value


def _triggers(groups: object, modes: tuple[str, ...], file_name: str) -> tuple[Trigger, ...]:
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise _fault(file_name, "triggers is no list of groups")
    triggers = tuple(trigger for group in groups for trigger in _group(group, modes, file_name))
    seen: set[tuple[str, ...]] = set()
    for trigger in triggers:
        for key in _trigger_keys(trigger):
            if key in seen:
                raise _fault(file_name, f"trigger {' '.join(key)!r} is listed twice")
            seen.add(key)
    return triggers


def _group(entries: Mapping[str, object], modes: tuple[str, ...], file_name: str) -> Iterator[Trigger]:
    _check_keys(entries, _GROUP_KEYS, file_name)
    mode = _one_of(entries, "mode", modes, file_name) if "mode" in entries else None
    for kind, key in ((TriggerKind.VERB, "verbs"), (TriggerKind.NOUN, "nouns")):
        for words in _strings(entries, key, file_name):
            lemma, _, particle = words.partition(" ")
            yield Trigger(
                kind=kind,
                lemma=lemma,
                particle=particle,
                objects=_strings(entries, "objects", file_name),
                subjects=_strings(entries, "subjects", file_name),
                near=_strings(entries, "near", file_name),
                unless=_strings(entries, "unless", file_name),
                mode=mode,
                governs=_flag(entries, "governs", file_name),
                two_sided=_flag(entries, "two_sided", file_name),
                direct=_flag(entries, "direct", file_name),
            )


def _trigger_keys(trigger: Trigger) -> Iterator[tuple[str, ...]]:
    """What no second trigger may ask for; with actors on both sides the same words may tell another type."""
    near = f"near {trigger.near[0]}" if trigger.near else ""
    sides = "with two sides" if trigger.two_sided else ""
    doers = [f"by {subject}" for subject in trigger.subjects] or [""]
    for noun, doer in product(trigger.objects or ("",), doers):
        words = (trigger.kind.value, trigger.lemma, trigger.particle, noun, doer, near, sides)
        yield tuple(word for word in words if word)


def _load() -> dict[str, EventType]:
    loaded: dict[str, EventType] = {}
    for resource in files("schemas.codebook").iterdir():
        if resource.name.endswith(".toml"):
            event_type = parse_event_type(resource.read_text(encoding="utf-8"), resource.name)
            if event_type.code in loaded:
                raise _fault(resource.name, f"code {event_type.code} has a file already")
            loaded[event_type.code] = event_type
    check_codebook(loaded)
    return {code: loaded[code] for code in TYPE_CODES}


EVENT_TYPES: dict[str, EventType] = _load()
"""The sixteen types by code, in the manual's order."""

EVENT_MODES: tuple[str, ...] = tuple(sorted({mode for kind in EVENT_TYPES.values() for mode in kind.modes}))
"""Every mode of every type, sorted."""
