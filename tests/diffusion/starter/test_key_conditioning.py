"""What shows a key: how it is read, and which bands belong to it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from riffdesk.diffusion.starter.key_conditioning import KEYBOARD_WIDTH, KEYS, KeyReader, key_number, keyboard
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.dsp.params import SpectrogramParams

ASKED = torch.tensor([100.0])


def pictures(tonic: int, mode: str, asked: Tensor = ASKED) -> Tensor:
    """Return scale, chord and tonic by band, the lowest first: ``[3, 512]``."""
    shown = keyboard(50 * torch.eye(KEYS)[key_number(tonic, mode)][None], asked, 32, 5)
    assert shown.shape == (1, KEYBOARD_WIDTH, 32, 5)
    assert torch.equal(shown[..., :1].expand_as(shown), shown)
    return shown[0, ..., 0].unflatten(0, (3, PATCH)).transpose(1, 2).flatten(1).flip(1)


def band_of(pitch: int) -> int:
    hertz = SpectrogramParams().hertz_of(np.arange(512))
    return int(np.abs(hertz - 440 * 2 ** ((pitch - 69) / 12)).argmin())


@pytest.mark.parametrize(
    ("tonic", "mode", "scale", "chord"),
    [
        (0, "major", "C D E F G A B", "C E G"),
        (9, "minor", "A B C D E F G", "A C E"),
        (4, "minor", "E F# G A B C D", "E G B"),
    ],
)
def test_the_pictures_show_scale_chord_and_tonic_in_every_octave(tonic: int, mode: str, scale: str, chord: str) -> None:
    names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]
    shown = pictures(tonic, mode)
    for pitch in range(60, 96):  # below, a semitone is narrower than a band or two
        name = names[pitch % 12]
        for picture, members in zip(shown, (scale.split(), chord.split(), [names[tonic]]), strict=True):
            # Bands do not lie on pitches, so what is meant is nearer to one than to nothing, and the rest is not.
            assert (picture[band_of(pitch)] > 0.55) == (name in members), (pitch, name)


def test_keys_that_share_a_scale_differ_in_chord_and_tonic() -> None:
    major, minor = pictures(0, "major"), pictures(9, "minor")
    assert torch.allclose(major[0], minor[0], atol=1e-5)
    assert not torch.allclose(major[1], minor[1])
    assert not torch.allclose(major[2], minor[2])


def test_nothing_is_shown_where_no_key_is_asked_for() -> None:
    assert pictures(0, "major", torch.tensor([-100.0])).abs().max() == 0


def test_a_doubtful_key_is_shown_in_part() -> None:
    scores = torch.full((1, KEYS), -50.0)
    scores[0, [key_number(0, "major"), key_number(7, "major")]] = 0
    both = keyboard(scores, ASKED, 32, 1)
    one, other = (keyboard(50 * torch.eye(KEYS)[None, key_number(tonic, "major")], ASKED, 32, 1) for tonic in (0, 7))
    assert torch.allclose(both, (one + other) / 2, atol=1e-5)


def test_the_reader_has_a_score_for_each_key() -> None:
    torch.manual_seed(0)
    scores, asked = KeyReader(16)(torch.randn(5, 77, 16))
    assert scores.shape == (5, KEYS)
    assert asked.shape == (5,)
