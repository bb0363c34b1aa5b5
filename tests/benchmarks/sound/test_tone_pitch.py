"""What the tone brush sounds like: every semitone from C2 to C7, in cents, how steady and how pure it is."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.sketch.sketch import Sketch
from tests.benchmarks.table import figure
from tests.dsp.phase.drawing import partial, warble_db
from tests.measure import cents, over_the_rest_db, pitch_of

pytestmark = pytest.mark.bench

PARAMS = SpectrogramParams()
HOP, WINDOW = PARAMS.hop, PARAMS.window
C2, A2, C7 = 36, 45, 96


@pytest.mark.parametrize("quality", ["draft", "good", "best"])
def test_every_semitone_from_c2_to_c7(quality: Quality) -> None:
    off, unsteady, clear = {}, {}, {}
    for midi in range(C2, C7 + 1):
        sketch, hertz = Sketch(), hertz_of_midi(midi)
        band = float(PARAMS.band_of(hertz))
        stroke = Stroke(sketch, ToneTip(), (20, band))
        stroke.move((140, band))
        stroke.commit()
        part = reconstruct(sketch.layers[0].ink[:, :160], PARAMS, quality=quality)[35 * HOP : 125 * HOP]
        off[midi], clear[midi] = abs(cents(pitch_of(part), hertz)), over_the_rest_db(part, hertz)
        unsteady[midi] = warble_db(partial(part, hertz)[WINDOW:-WINDOW])

    def worst(values: dict[int, float], first: int, last: int, unit: str) -> tuple[float, str]:
        midi = max(range(first, last + 1), key=lambda midi: values[midi])
        return values[midi], f"{values[midi]:.2f} {unit} at {name_of_midi(midi)}"

    high, low = worst(off, A2, C7, "cents"), worst(off, C2, A2 - 1, "cents")
    warble = worst(unsteady, C2, C7, "dB")
    figure(f"tone-brush lines A2 to C7, {quality}, furthest off pitch", high[1], "2 cents")
    figure(f"tone-brush lines C2 to G♯2, {quality}, furthest off pitch", low[1], "5 cents")
    figure(f"tone-brush lines C2 to C7, {quality}, deepest warble", warble[1], "0.5 dB")
    least = min(clear, key=lambda midi: clear[midi])
    figure("the same, least above everything else", f"{clear[least]:.0f} dB at {name_of_midi(least)}", "20 dB")
    assert high[0] < 2
    assert low[0] < 5
    assert warble[0] < 0.5
    assert clear[least] > 20


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
