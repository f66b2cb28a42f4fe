"""From a cue to its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.quotes.attribute import attribute_cue, index_speakers, speaker_at, subject_of_sentence
from copydesk.quotes.cues import find_cues
from copydesk.records import Mention
from copydesk.spans import Span
from schemas.vocabulary import MentionForm, MentionLabel
from tests.factories import make_sentences

if TYPE_CHECKING:
    from datetime import date


def make_mention(text: str, written: str, name: str | None = None, on: date | None = None) -> Mention:
    start = text.index(written)
    label = MentionLabel.DATE if on else MentionLabel.PERSON
    return Mention(
        Span(start, start + len(written)), 0, label, MentionForm.NAME, 0.9, 0, name=name, resolved_date=on
    )


def speaker_of(text: str, lemma: str = "say") -> str | None:
    (sentence,) = make_sentences(text)
    cue = next(cue for cue in find_cues(sentence) if cue.lemma == lemma)
    speaker = attribute_cue(cue, (), index_speakers(text, ())).speaker
    return None if speaker is None else speaker.span.of(text)


def test_subject_of_the_verb_speaks() -> None:
    assert speaker_of("Mayor Anna Berg said the bridge was safe.") == "Mayor Anna Berg"


def test_speaker_of_a_relative_clause_is_the_noun_before_it() -> None:
    assert speaker_of("He met the mayor, who said the bridge was safe.") == "the mayor"


def test_agent_of_a_passive_speaks() -> None:
    assert speaker_of("It was reported by engineers that the bridge was safe.", "report") == "engineers"


def test_hearer_does_not_speak() -> None:
    assert speaker_of("The mayor was told that the bridge was safe.", "tell") is None


def test_person_asked_does_not_ask() -> None:
    assert speaker_of("Asked whether the bridge was safe, the mayor said it was.", "ask") is None


def test_quoted_person_speaks() -> None:
    assert speaker_of("The mayor was quoted as saying that the bridge was safe.") == "The mayor"


def test_second_verb_shares_the_subject() -> None:
    assert speaker_of("The mayor smiled and said the bridge was safe.") == "The mayor"


def test_participle_shares_the_subject() -> None:
    assert speaker_of("The mayor closed the road, saying that the bridge was unsafe.") == "The mayor"


def test_according_to_names_its_speaker() -> None:
    assert speaker_of("The bridge is safe, according to the mayor.", "according to") == "the mayor"


def test_owner_of_a_claim_speaks() -> None:
    assert speaker_of("A claim by the mayor that all was well caused a stir.", "claim") == "the mayor"


def test_mention_of_the_head_names_the_speaker() -> None:
    text = "Mayor Anna Berg said the bridge was safe."
    (sentence,) = make_sentences(text)
    speakers = index_speakers(text, (make_mention(text, "Anna Berg", "Anna Maria Berg"),))
    speaker = attribute_cue(find_cues(sentence)[0], (), speakers).speaker
    assert speaker is not None
    assert (speaker.mention, speaker.name) == (0, "Anna Maria Berg")


def test_name_inside_a_common_phrase_does_not_name_the_speaker() -> None:
    text = "A lawyer for Anna Berg said the bridge was safe."
    (sentence,) = make_sentences(text)
    speakers = index_speakers(text, (make_mention(text, "Anna Berg", "Anna Berg"),))
    speaker = attribute_cue(find_cues(sentence)[0], (), speakers).speaker
    assert speaker is not None
    assert (speaker.mention, speaker.name) == (None, None)


def test_sentence_about_a_thing_has_no_personal_subject() -> None:
    text = "The bridge was closed by Anna Berg."
    (sentence,) = make_sentences(text)
    speakers = index_speakers(text, (make_mention(text, "Anna Berg", "Anna Berg"),))
    assert subject_of_sentence(sentence, (), speakers) is None


def test_name_behind_a_comma_names_the_speaker() -> None:
    text = "The head of the bank, Eva Lind, said it was open."
    sentence = make_sentences(text)[0]
    mention = make_mention(text, "Eva Lind", "Eva Lind")
    (cue,) = find_cues(sentence)
    speaker = attribute_cue(cue, (), index_speakers(text, (mention,))).speaker
    assert speaker is not None
    assert speaker.name == "Eva Lind"


def test_day_before_the_speaker_is_no_part_of_the_name() -> None:
    assert speaker_of("On Saturday Mr Lind said that it was open.") == "Mr Lind"


def named_at(text: str, words: str, names: tuple[str, ...]) -> str | None:
    sentences = make_sentences(text)
    mentions = tuple(make_mention(text, name, name) for name in names)
    start = text.index(words)
    speaker = speaker_at(Span(start, start + len(words)), sentences, index_speakers(text, mentions))
    return None if speaker is None else speaker.name


def test_who_is_the_person_named_before() -> None:
    assert named_at("They met Eva Lind, who said it was open.", "who", ("Eva Lind",)) == "Eva Lind"


def test_who_is_the_person_that_its_noun_explains() -> None:
    text = "They met Eva Lind, a lawyer who said it was open."
    assert named_at(text, "who", ("Eva Lind",)) == "Eva Lind"


def test_who_may_be_nobody_named() -> None:
    assert named_at("They met lawyers who said Eva Lind was late.", "who", ("Eva Lind",)) is None


def test_who_may_be_several_people() -> None:
    text = "They met two lawyers, Eva Lind and Karl Holm, who say it was open."
    assert named_at(text, "who", ("Eva Lind", "Karl Holm")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Both Oslo and Bergen said it was open.", "Both Oslo and Bergen"),
        ("Eva Lind and her aides said it was open.", "Eva Lind and her aides"),
    ],
)
def test_several_who_speak_together_have_no_one_name(text: str, words: str) -> None:
    assert named_at(text, words, ("Oslo", "Bergen") if "Oslo" in text else ("Eva Lind",)) is None


def test_an_office_with_and_in_it_is_one_speaker() -> None:
    text = "Eva Lind, the minister of trade and industry, said it was open."
    assert named_at(text, text[: text.index(", said")], ("Eva Lind",)) == "Eva Lind"
