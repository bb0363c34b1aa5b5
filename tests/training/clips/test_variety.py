from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from riffdesk.compose.composition import compose
from riffdesk.compose.vocabulary import FAMILIES, TONIC_NAMES
from riffdesk.dsp.mel import mel_amplitudes
from riffdesk.errors import UserError
from riffdesk.training.clips.captions import caption_of, plain_prompt
from riffdesk.training.clips.clip_rendering import PARAMS
from riffdesk.training.clips.shards import composed_clip, make_clip, shard_path
from riffdesk.training.clips.soundfont import SAMPLE_RATE, SoundFont, Timbre
from riffdesk.training.clips.variety import OTHER_PROGRAMS, other_sound, with_recording, with_variety
from tests.training.specs import spec, tiny_config


@pytest.fixture(scope="module")
def font() -> SoundFont:
    try:
        return SoundFont()
    except UserError as error:
        pytest.skip(str(error))


@functools.cache
def variations() -> list:
    return [
        with_variety(one, compose(one, n, 4), (0.0, 5.12), np.random.default_rng(n))
        for n in range(200)
        for one in [spec(bass=True, groove="rock", tonic=(0, 2, 4, 5, 7, 9)[n % 6])]
    ]


def test_variety_reaches_all_twelve_keys_and_stays_in_range() -> None:
    made = variations()[:120]
    assert {one.spec.tonic for one in made} == set(range(12))
    for one in made:
        assert one.score.key.tonic == one.spec.tonic
        for part in one.score.parts[:2]:
            family = FAMILIES[part.instrument]
            assert all(family.lowest - 4 <= note.pitch <= family.highest + 4 for note in part.notes)


def test_a_clip_in_a_key_says_so_only_where_the_key_has_a_name() -> None:
    made = variations()[:120]
    unnamed = [one.spec for one in made if one.spec.tonic not in TONIC_NAMES or not one.spec.mode]
    assert unnamed
    for one in unnamed:
        captions = [caption_of(one, np.random.default_rng(n)) for n in range(30)] + [plain_prompt(one)]
        assert not any(word in caption.split() for caption in captions for word in ("major", "minor", "happy", "sad"))
    named = next(one.spec for one in made if one.spec.tonic in TONIC_NAMES and one.spec.mode)
    assert "major" in plain_prompt(named)


def test_a_clip_whose_notes_no_words_tell_is_learned_with_its_score_only() -> None:
    made = variations()
    silent = [one for one in made if not any(part.notes for part in one.score.parts)]
    keyless = [one for one in made if not one.spec.mode]
    assert 10 < len(keyless) < 60
    assert all(one.score_only for one in [*silent, *keyless])


def test_players_differ_in_how_loud_and_how_long_they_play() -> None:
    plain = compose(spec(), 3, 4).parts[0]
    played = [with_variety(spec(), compose(spec(), 3, 4), (0, 5), np.random.default_rng(n)).score for n in range(40)]
    whole = [one.parts[0] for one in played if len(one.parts[0].notes) == len(plain.notes)]
    shares = [part.notes[0].length / plain.notes[0].length for part in whole]
    assert min(shares) < 0.6
    assert max(shares) > 1.0
    loudness = [np.mean([note.velocity for note in part.notes]) for part in whole]
    assert max(loudness) - min(loudness) > 20


def test_programs_without_names_are_called_by_their_family() -> None:
    drawn = {other_sound(spec(family="mallets", sound=12), np.random.default_rng(n)).sound for n in range(60)}
    assert drawn == {12, 13}
    assert "mallets" in plain_prompt(spec(family="mallets", sound=13))
    for family, programs in OTHER_PROGRAMS.items():
        assert not set(programs) & set(FAMILIES[family].programs)


def test_a_room_sounds_on_after_a_note_and_nothing_is_late() -> None:
    audio = np.zeros(2 * SAMPLE_RATE, np.float32)
    audio[10_000:20_000] = np.sin(2 * np.pi * 440 * np.arange(10_000) / SAMPLE_RATE)
    tails = []
    for number in range(40):
        made = with_recording(audio, np.random.default_rng(number))
        assert made.shape == audio.shape
        assert np.isfinite(made).all()
        assert np.abs(made[:9_000]).max() < 3e-3 * np.abs(made).max()  # a tilt rings a little in the lowest band
        tails.append(float(np.abs(made[22_000:30_000]).max() / np.abs(made).max()))
    assert 8 < sum(tail > 1e-3 for tail in tails) < 32


def test_a_darker_timbre_has_less_above_two_kilohertz(font: SoundFont) -> None:
    track = [(0, 48, 0.0, [(0.0, 1.0, 60, 100)])]

    def high_share(timbre: Timbre) -> float:
        mel = mel_amplitudes(font.render(track, SAMPLE_RATE, {0: timbre}), PARAMS)
        return float(mel[int(PARAMS.band_of(2_000)) :].sum() / mel.sum())

    assert high_share(Timbre(cutoff=-2_400)) < 0.8 * high_share(Timbre())


def test_a_clip_with_variety_depends_on_its_seed_alone_and_lies_apart(tmp_path: Path, font: SoundFont) -> None:
    config = tiny_config(tmp_path).data
    various = replace(config, variety=True)
    assert shard_path(tmp_path, various, 0) != shard_path(tmp_path, config, 0)
    assert shard_path(tmp_path, replace(various, fonts=["a.sf2"]), 0) != shard_path(tmp_path, various, 0)
    first, label = make_clip(various, 5, [font, font])
    make_clip(various, 6, [font, font])
    again, same = make_clip(various, 5, [font, font])
    assert np.array_equal(first, again)
    assert label == same
    assert label["score"] == composed_clip(various, 5)[1].score.to_json()


def test_labels_say_which_clips_are_played_as_instruments_sound(tmp_path: Path, font: SoundFont) -> None:
    config = tiny_config(tmp_path).data
    assert make_clip(config, 5, [font])[1]["clean"]
    various = [make_clip(replace(config, variety=True, clean_share=0.5), number, [font]) for number in range(8)]
    assert {label["clean"] for _, label in various} == {True, False}
    for number, (image, label) in enumerate(various):
        all_clean, _ = make_clip(replace(config, variety=True, clean_share=1.0), number, [font])
        assert label["clean"] == np.array_equal(image, all_clean)
