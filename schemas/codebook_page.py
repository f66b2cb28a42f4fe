"""The event codebook as a page to read: what every type means, what names it, what is none."""

from __future__ import annotations

from schemas.codebook import EVENT_TYPES, EventType, Trigger, TriggerKind

_HEAD = """\
# Event codebook

Generated from `schemas/codebook/` by `make docs`; do not edit.

Every event has one of these sixteen PLOVER types. The intensity is Goldstein-like, from -10 (conflict) to \
10 (cooperation). A deed that is only announced, or announced not to follow, is coded as the type named \
under *announced* and *refused*; where there is none, it keeps its type with the status planned or negated.

A trigger is a verb, an adjective as a predicate or a noun in its dictionary form, a verb's particle behind \
it. Behind a colon stand the words one of which must go with it, then who must do it, what must stand near \
it, and with which objects it is something else.
"""


def codebook() -> str:
    """The codebook in Markdown, an overview and a section for every type.

    >>> [line for line in codebook().splitlines() if line.startswith("## ")][:2]
    ['## Overview', '## AGREE']
    """
    return "\n".join([_HEAD, _overview(), *(_section(event_type) for event_type in EVENT_TYPES.values())])


def _overview() -> str:
    rows = [
        f"| [{each.code}](#{each.code.lower()}) | {each.quad_class} | {each.intensity:g} "
        f"| {_codes(each.modes)} | {_codes(each.cameo)} |"
        for each in EVENT_TYPES.values()
    ]
    return "\n".join(
        [
            "## Overview",
            "",
            "| type | quad class | intensity | modes | CAMEO |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _section(event_type: EventType) -> str:
    lines = [f"## {event_type.code}", "", event_type.definition, "", *_facts(event_type), ""]
    for title, triggers in _groups(event_type).items():
        lines += [f"{title}:", "", *(f"- {trigger}" for trigger in triggers), ""]
    lines += ["Examples:", "", *(f"- {text}" for text in event_type.examples), ""]
    lines += ["Counter-examples:", "", *(f"- {text}" for text in event_type.counter_examples), ""]
    return "\n".join(lines)


def _facts(event_type: EventType) -> list[str]:
    facts = [f"- quad class: `{event_type.quad_class}`; intensity: {event_type.intensity:g}"]
    facts.append(f"- CAMEO: {_codes(event_type.cameo)}")
    facts.append(f"- modes: {_codes(event_type.modes) or 'none'}")
    if event_type.planned_as:
        facts.append(f"- announced: `{event_type.planned_as}`")
    if event_type.refused_as:
        facts.append(f"- refused: `{event_type.refused_as}`")
    return facts


def _groups(event_type: EventType) -> dict[str, list[str]]:
    """The lines of the triggers by kind; entries that differ only in their words share a line."""
    groups: dict[str, list[str]] = {}
    for kind, title in ((TriggerKind.VERB, "Verbs"), (TriggerKind.NOUN, "Nouns")):
        conditions: dict[str, list[str]] = {}
        for trigger in event_type.triggers:
            if trigger.kind is kind:
                words = f"{trigger.lemma} {trigger.particle}".strip()
                conditions.setdefault(_condition(trigger), []).append(words)
        if conditions:
            groups[title] = [", ".join(words) + condition for condition, words in conditions.items()]
    return groups


def _condition(trigger: Trigger) -> str:
    """What must be so for the entry to count, and which mode it then has."""
    text = f": {', '.join(trigger.objects)}" if trigger.objects else ""
    text += f"; done by {', '.join(trigger.subjects)}" if trigger.subjects else ""
    text += f"; near {', '.join(trigger.near)}" if trigger.near else ""
    text += f"; not {', '.join(trigger.unless)}" if trigger.unless else ""
    notes = [
        note
        for applies, note in (
            (trigger.two_sided, "with two sides"),
            (trigger.direct, "with an actor as object"),
            (trigger.governs, "takes in the deed it tells of"),
        )
        if applies
    ]
    mode = f" → `{trigger.mode}`" if trigger.mode else ""
    return text + (f" ({'; '.join(notes)})" if notes else "") + mode


def _codes(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
