"""What the tone brush sounds like: every semitone from A2 to A6, in cents, and how pure it is."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi
from riffdesk.sketch.brush import Stroke, ToneTip
from riffdesk.sketch.sketch import Sketch
from tests.benchmarks.table import figure
from tests.measure import cents, over_the_rest_db, pitch_of

pytestmark = pytest.mark.bench

PARAMS = SpectrogramParams()
HOP = PARAMS.hop


def test_every_semitone_from_a2_to_a6() -> None:
    off, clear = {}, {}
    for midi in range(45, 94):
        sketch, hertz = Sketch(), hertz_of_midi(midi)
        band = float(PARAMS.band_of(hertz))
        stroke = Stroke(sketch, ToneTip(), (20, band))
        stroke.move((120, band))
        stroke.commit()
        part = reconstruct(sketch.layers[0].ink[:, :140], PARAMS)[35 * HOP : 105 * HOP]
        off[midi], clear[midi] = cents(pitch_of(part), hertz), over_the_rest_db(part, hertz)
    worst, least = max(off, key=lambda midi: abs(off[midi])), min(clear, key=lambda midi: clear[midi])
    furthest = f"{off[worst]:+.1f} cents at {name_of_midi(worst)}"
    figure("tone-brush lines A2 to A6, furthest off pitch", furthest, "10 cents")
    figure("the same, least above everything else", f"{clear[least]:.0f} dB at {name_of_midi(least)}", "20 dB")
    assert max(map(abs, off.values())) < 10
    assert min(clear.values()) > 20


def test_a_scale_is_recognisable() -> None:
    sketch = Sketch()
    scale = [60, 62, 64, 65, 67, 69, 71, 72]
    for number, midi in enumerate(scale):
        band = float(PARAMS.band_of(hertz_of_midi(midi)))
        stroke = Stroke(sketch, ToneTip(harmonics=3), (10 + 60 * number, band))
        stroke.move((60 + 60 * number, band))
        stroke.commit()
    sound = reconstruct(sketch.layers[0].ink, PARAMS)
    heard = [
        round(midi_of(pitch_of(sound[(18 + 60 * number) * HOP : (52 + 60 * number) * HOP])))
        for number in range(len(scale))
    ]
    figure("notes of a C major scale heard rightly", f"{np.sum(np.equal(heard, scale))} of {len(scale)}", "8 of 8")
    assert heard == scale
