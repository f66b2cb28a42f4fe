"""Words that report."""

from __future__ import annotations

from copydesk.quotes.cues import Way, find_cues
from tests.factories import make_sentences


def cues_of(text: str) -> list[tuple[str, str]]:
    (sentence,) = make_sentences(text)
    return [
        (cue.lemma, " ".join(sentence.tokens[word].text for word in cue.words)) for cue in find_cues(sentence)
    ]


def test_verb_is_a_cue_by_its_lemma() -> None:
    assert cues_of("The mayor said that the bridge was safe.") == [("say", "said")]


def test_particle_belongs_to_the_cue() -> None:
    assert cues_of("The mayor cried out that the bridge was falling.") == [("cry", "cried out")]


def test_according_to_is_a_cue() -> None:
    assert cues_of("The bridge is safe, according to the mayor.") == [("according to", "according to")]


def test_quoted_as_saying_is_one_cue() -> None:
    assert cues_of("The mayor was quoted as saying that the bridge was safe.") == [
        ("quote", "quoted"),
        ("say", "quoted as saying"),
    ]


def test_narration_has_no_cue() -> None:
    assert cues_of("The old bridge collapsed into the river.") == []


def test_noun_is_a_cue_of_its_own_way() -> None:
    (sentence,) = make_sentences("Her claim that the bridge was safe surprised engineers.")
    assert [cue.ways for cue in find_cues(sentence)] == [frozenset({Way.NOUN})]


def test_denied_statement_is_less_sure() -> None:
    (plain,) = make_sentences("The mayor said that the bridge was safe.")
    (negated,) = make_sentences("The mayor did not say that the bridge was safe.")
    assert find_cues(negated)[0].confidence == find_cues(plain)[0].confidence / 2


def test_noun_taken_for_a_bare_verb_is_no_cue() -> None:
    assert cues_of('He has welcomed the US promise to "open the door" as a "very good" step.') == [
        ("welcome", "welcomed")
    ]


def test_statement_by_nobody_is_less_sure() -> None:
    (said,) = find_cues(make_sentences("Neither minister said that it was safe.")[0])
    (denied,) = find_cues(make_sentences("The minister did not say that it was safe.")[0])
    assert said.confidence == denied.confidence
