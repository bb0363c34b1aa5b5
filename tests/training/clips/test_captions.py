from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.clip_spec import sample_spec
from riffdesk.compose.vocabulary import (
    ABSENCES,
    FAMILIES,
    GROOVE_WORDS,
    HOME_TONIC,
    MODE_WORDS,
    NO_DRUMS_WORDS,
    TONIC_NAMES,
)
from riffdesk.training.clips.captions import caption_of, caption_words, plain_prompt, prompt_phrases, says_key
from riffdesk.training.evaluation.free_text_prompts import FREE_TEXT
from riffdesk.training.networks.text_encoder import tokenize, write_tokenizer
from tests.training.specs import spec


def captions(count: int, **changes: object) -> list[str]:
    one = spec(**changes)
    return [caption_of(one, np.random.default_rng(seed)) for seed in range(count)]


def test_one_clip_is_worded_in_many_ways_and_the_same_seed_words_it_alike() -> None:
    assert len(set(captions(100))) > 90
    assert captions(5) == captions(5)


def test_an_instrument_is_nearly_always_named() -> None:
    names = FAMILIES["violin"].words
    named = [any(name in text.lower() for name in names) for text in captions(200, family="violin", sound=40)]
    assert np.mean(named) > 0.85  # the rest has a foreign word in the middle of the name


def test_drums_are_never_said_to_be_missing_where_they_play() -> None:
    for text in captions(200, family="flute", sound=73, groove="rock"):
        assert not any(words in text.lower() for words in NO_DRUMS_WORDS)


def test_where_a_genre_lacks_its_drums_the_caption_says_so() -> None:
    texts = [text.lower() for text in captions(300, family="synth lead", sound=81, genre="techno")]
    told = [any(words in text for words in NO_DRUMS_WORDS) for text in texts if re.search(r"\b(techno|rave)\b", text)]
    assert len(told) > 200
    assert np.mean(told) > 0.9  # the rest has a foreign word between the two


def test_drums_that_are_asked_for_and_do_not_play_are_taken_back_in_the_end() -> None:
    grooves = {word for words in GROOVE_WORDS.values() for word in words}
    asked = [text for text in captions(1000) if any(re.search(rf"\b{word}\b", text.lower()) for word in grooves)]
    assert len(asked) > 15
    assert all(text.lower().endswith(NO_DRUMS_WORDS) for text in asked)


def test_words_of_absence_are_those_of_captions() -> None:
    assert set(ABSENCES.values()) <= set(NO_DRUMS_WORDS)
    assert {"drums", "percussion", "drum kit"} <= set(ABSENCES)


@given(st.integers(0, 2**32))
def test_a_tempo_in_a_caption_is_the_clips(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = sample_spec(rng)
    text = caption_of(one, rng)
    numbers = {int(word) for word in text.replace("bpm", " ").split() if word.isdecimal() and len(word) > 1}
    assert numbers <= {one.bpm}


def test_the_plain_prompt_says_everything_but_the_home_keys_tonic() -> None:
    drums = spec(groove="rock", bass=True, tonic=HOME_TONIC)
    assert plain_prompt(drums) == "piano melody, rock drums, bass, major, 120 bpm"
    assert plain_prompt(spec(tonic=5)) == "piano melody, no drums, F major, 120 bpm"
    assert plain_prompt(spec(family="", playing="", groove="rock")) == "rock drums, 120 bpm"


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> object:
    return write_tokenizer(tmp_path_factory.mktemp("tokenizer"))


def test_the_phrases_for_completion_are_made_of_known_words() -> None:
    words = {word for phrases in prompt_phrases().values() for phrase in phrases for word in phrase.lower().split()}
    assert words <= set(caption_words())
    assert "piano" in prompt_phrases()["instrument"]
    assert "bossa nova drums" in prompt_phrases()["drums"]
    assert "D minor" in prompt_phrases()["key"]


def test_the_tokenizer_is_the_same_each_time_it_is_made(tokenizer: object, tmp_path: Path) -> None:
    for attempt in range(3):
        again = write_tokenizer(tmp_path / str(attempt))
        assert again.get_vocab() == tokenizer.get_vocab()  # type: ignore[attr-defined]


def test_every_word_of_the_captions_is_one_token(tokenizer: object) -> None:
    words = [word for word in caption_words() if word.isalpha()]
    assert [word for word in words if len(tokenizer.tokenize(word)) != 1] == []  # type: ignore[attr-defined]
    assert tokenizer.tokenize("119bpm 120")[0] == "119"  # type: ignore[attr-defined]


def test_any_text_can_be_read_and_capitals_do_not_matter(tokenizer: object) -> None:
    ids = tokenize(tokenizer, ["Xylotron ☃ 漢字 " * 60, "", "PIANO", "piano"])
    assert ids.shape == (4, 77)
    assert ids[2].tolist() == ids[3].tolist()


def test_the_tokenizer_reads_its_own_folder_alike(tokenizer: object, tmp_path: Path) -> None:
    from transformers import CLIPTokenizer

    write_tokenizer(tmp_path)
    again = CLIPTokenizer.from_pretrained(tmp_path)
    text = "a mellow rhodes over a lazy beat, 93 bpm"
    assert again(text).input_ids == tokenizer(text).input_ids  # type: ignore[operator]


def test_the_free_text_prompts_are_a_hundred_and_name_known_instruments() -> None:
    assert len(FREE_TEXT) == 100
    assert {family for _, family in FREE_TEXT} == set(FAMILIES)


def test_captions_name_the_key_that_is_played() -> None:
    generator = np.random.default_rng(0)
    named = 0
    for _ in range(400):
        one = spec(family="piano", tonic=int(generator.choice(list(TONIC_NAMES))), mode="minor")
        keys = re.findall(r"\b([A-G]) minor", caption_of(one, generator))
        assert all(key == TONIC_NAMES[one.tonic] for key in keys)
        named += bool(keys)
    assert 100 < named < 250


@pytest.mark.parametrize("mode", ["major", "minor"])
def test_a_mode_without_its_tonic_means_the_home_key(mode: str) -> None:
    generator = np.random.default_rng(0)
    words = re.compile(rf"\b(?:{'|'.join(MODE_WORDS[mode])})\b", re.IGNORECASE)
    heard = {True: 0, False: 0}
    for _ in range(400):
        one = spec(family="piano", tonic=int(generator.choice(list(TONIC_NAMES))), mode=mode)
        caption = caption_of(one, generator)
        at_home = one.tonic == HOME_TONIC
        if words.search(caption) and not re.search(r"\b[A-G]\b", caption):
            assert at_home, caption
            heard[at_home] += 1
        assert not (at_home and words.search(caption)) or says_key(caption, one)
    assert heard[True] > 20
