from __future__ import annotations

import pytest

from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi, note_of


@pytest.mark.parametrize(
    ("hertz", "name", "cents"),
    [(440.0, "A4", 0), (445.0, "A4", 20), (261.6256, "C4", 0), (27.5, "A0", 0), (8.1758, "C-1", 0), (466.16, "A♯4", 0)],
)
def test_notes_have_their_names(hertz: float, name: str, cents: int) -> None:
    assert note_of(hertz) == (name, cents)


def test_midi_notes_and_hertz_are_each_others_inverse() -> None:
    for midi in range(0, 128):
        assert midi_of(hertz_of_midi(midi)) == pytest.approx(midi)
    assert name_of_midi(60) == "C4"
