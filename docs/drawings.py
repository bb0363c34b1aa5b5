"""Make the ten drawings of the guide with the mouse, measure how they sound, and take their pictures.

    xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python docs/drawings.py          # all, and writes docs/images
    xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python docs/drawings.py riser    # these alone

Every mark is made by events of the mouse and the keyboard on a real window. A figure that is out of bounds ends it with
an error.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pictures import HOME, Stage

import numpy as np  # isort: skip
from PySide6.QtCore import QEvent, Qt  # isort: skip
from PySide6.QtTest import QTest  # isort: skip
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSlider, QSpinBox, QWidget  # isort: skip

import soundfile  # isort: skip
from riffdesk.dsp.loudness import loudness  # isort: skip
from riffdesk.dsp.mix import db_of, true_peak  # isort: skip
from riffdesk.dsp.pitch import hertz_of_midi  # isort: skip

Place = tuple[float, float]  # seconds, hertz
Sound = np.ndarray
RATE, BEAT = 44_100, 0.5
LEFT = Qt.MouseButton.LeftButton
FFT = 1 << 18
"""Samples of the zero-padded FFT, with bins of 0.17 Hz."""


class Drawing(Stage):
    """A window in which one draws, and measures what is heard."""

    failed = False

    def begin(self, seconds: float = 8.0) -> None:
        """Begin a new sketch."""
        sketch = self.window.sketch
        sketch.mark_saved(sketch.history.position)
        self.do("actionNew")
        if seconds != sketch.seconds:
            sketch.set_length(seconds)
        self.do("actionFit")
        for name in ("actionHarmonics", "actionSnap", "actionCircular"):
            self.window.actions_[name].setChecked(False)

    def switch(self, name: str, on: bool = True) -> None:
        """Switch a modifier."""
        self.window.actions_[name].setChecked(on)

    def choose(self, name: str, value: object) -> None:
        """Set a field of the window."""
        field = self.window.findChild(QWidget, name)
        assert field is not None, name
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QLineEdit):
            field.setText(str(value))
        elif isinstance(field, QSpinBox | QSlider):
            field.setValue(value)

    def click(self, place: Place, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click on the canvas."""
        QTest.mouseClick(self.window.canvas.viewport(), LEFT, keys, self.window.canvas.point_at(*place))
        self.pause(0.05)

    def stroke(self, places: Sequence[Place]) -> None:
        """Drag the mouse through some places."""
        canvas = self.window.canvas
        QTest.mousePress(canvas.viewport(), LEFT, pos=canvas.point_at(*places[0]))
        for place in places[1:]:
            self._move(canvas.point_at(*place))
        QTest.mouseRelease(canvas.viewport(), LEFT, pos=canvas.point_at(*places[-1]))
        self.pause(0.05)

    def heard(self) -> Sound:
        """Return the sound of the layer, as good as it becomes: ``[samples]``."""
        self.rest()
        audio = self.window.sketch.active_layer.sound.audio
        assert audio is not None
        return audio.mean(axis=0)

    def show(self, name: str) -> None:
        """Take the picture of the canvas."""
        QApplication.sendEvent(self.window.canvas, QEvent(QEvent.Type.Leave))
        self.window.canvas.show_handle(None)
        self.pause()
        self.take(f"drawing-{name}", self.window.canvas)

    def check(self, what: str, measured: float, bound: float, unit: str, *, least: bool = False) -> None:
        """Print a figure against its bound."""
        good = measured >= bound if least else measured <= bound
        self.failed |= not good
        word = "at least" if least else "at most"
        print(f"  {what:<44} {measured:9.2f} {unit:<6} {word} {bound:g} {unit}{'' if good else '   OUT OF BOUNDS'}")

    def level(self, sound: Sound) -> None:
        """Print how loud a sound is."""
        print(f"  loudness {loudness(sound[None], RATE):.1f} LUFS, true peak {db_of(true_peak(sound[None])):.1f} dBTP")
        self.check("true peak", db_of(true_peak(sound[None])), 0.0, "dBTP")


def part_of(sound: Sound, start: float, stop: float) -> Sound:
    """Return a part of a sound, from and to a time in seconds."""
    return sound[round(start * RATE) : round(stop * RATE)]


def off_pitch(sound: Sound, hertz: float) -> float:
    """Return the distance in cents of the strongest partial within a whole tone of a frequency."""
    size = max(FFT, 1 << int(np.ceil(np.log2(len(sound)))))
    level = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), size))
    bins = np.arange(len(level)) * RATE / size
    near = np.flatnonzero(np.abs(1200 * np.log2(np.maximum(bins, 1) / hertz)) < 200)
    top = int(near[level[near].argmax()])
    left, middle, right = np.log(level[top - 1 : top + 2] + 1e-12)
    heard = (top + 0.5 * (left - right) / (left - 2 * middle + right)) * RATE / size
    return abs(1200 * float(np.log2(heard / hertz)))


def onset(sound: Sound, around: float) -> float:
    """Return the distance in ms of the steepest rise of level within 120 ms of a time in seconds."""
    step = 88  # 2 ms
    part = part_of(sound, max(0, around - 0.12), around + 0.12)
    frames = part[: len(part) // step * step].reshape(-1, step)
    level = np.sqrt(np.convolve((frames**2).mean(axis=1), np.ones(5) / 5, "same"))
    rise = np.convolve(level, np.r_[np.ones(6), -np.ones(6)], "same")
    return abs((int(rise.argmax()) + 0.5) * step / RATE - (around - max(0, around - 0.12))) * 1_000


def centroid(sound: Sound) -> float:
    """Return the centre of a sound's spectrum in Hz."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    return float((power * np.fft.rfftfreq(len(sound), 1 / RATE)).sum() / power.sum())


def clicks(sound: Sound) -> int:
    """Return how many steps between samples are over four times as large as the largest of the 50 ms around."""
    steps = np.abs(np.diff(sound.astype(np.float64)))
    width = 2_205
    count = 0
    for place in range(width, len(steps) - width, width):
        near = steps[place : place + width]
        around = max(np.quantile(steps[place - width : place + 2 * width], 0.99), 1e-4)
        count += int(np.count_nonzero(near > 4 * around))
    return count


# The drawings


def bass(stage: Drawing) -> None:
    """A bass line in C minor with harmonics, on the grid."""
    stage.begin()
    stage.window.sketch.set_key("C minor")
    stage.do("toolTone")
    for name in ("actionHarmonics", "actionMagnet", "actionSnap"):
        stage.switch(name)
    stage.choose("magnetTo", "scale")
    stage.choose("snapTo", "1/8")
    stage.choose("harmonicCount", 10)
    stage.choose("harmonicRolloff", 8)
    notes = (48, 48, 51, 55, 56, 55, 51, 50, 48, 48, 51, 55, 58, 56, 55, 50)
    for number, midi in enumerate(notes):
        start = number * BEAT
        stage.stroke([(start + 0.02, hertz_of_midi(midi) * 1.01), (start + 0.3, hertz_of_midi(midi) * 0.99),
                      (start + BEAT - 0.03, hertz_of_midi(midi))])  # fmt: skip
    sound = stage.heard()
    cents = [off_pitch(part_of(sound, n * BEAT + 0.1, n * BEAT + 0.4), hertz_of_midi(m)) for n, m in enumerate(notes)]
    stage.check("furthest off pitch of notes of half a second", max(cents), 8, "cents")
    changes = [n for n in range(1, len(notes)) if notes[n] != notes[n - 1]]
    stage.check("notes that change on a beat", len(changes), 12, "", least=True)
    stage.check("clicks", clicks(sound), 0, "")
    stage.level(sound)
    stage.show("bass")


def riser(stage: Drawing) -> None:
    """A riser: one bent line with harmonics."""
    stage.begin()
    stage.do("toolLine")
    stage.choose("linePaints", "tone")
    stage.switch("actionMagnet", False)
    stage.switch("actionHarmonics")
    stage.choose("harmonicCount", 5)
    stage.choose("harmonicRolloff", 6)
    stage.drag((0.5, 150), (7.5, 1_800))
    handle = stage.window.canvas.ghost.handle
    assert handle is not None
    middle = float(stage.window.sketch.params.hertz_of(stage.window.canvas.scale.band_at(handle[1])))
    stage.drag((handle[0], middle), (handle[0], 350))
    sound = stage.heard()
    tops = [dominant(part_of(sound, at, at + 0.15)) for at in np.arange(1, 7.3, 0.3)]
    stage.check("steps that rise", float(np.mean(np.diff(tops) > 0)), 1.0, "", least=True)
    stage.check("octaves from start to end", float(np.log2(tops[-1] / tops[0])), 2.5, "", least=True)
    stage.check("clicks", clicks(sound), 0, "")
    stage.level(sound)
    stage.show("riser")


def dominant(sound: Sound, lowest: float = 0.0) -> float:
    """Return the strongest frequency in Hz from a lowest one on."""
    level = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), FFT))
    level[: round(lowest * FFT / RATE)] = 0
    return float(level.argmax() * RATE / FFT)


def drums(stage: Drawing) -> None:
    """A drum loop of stamps."""
    stage.begin(4.0)
    stage.do("toolStamp")
    stage.switch("actionSnap")
    hits = []
    for kind, grid, drags in (
        ("hat", "1/8", [(0.01, 3.99)]),
        ("kick", "beat", [(at, at) for at in (0.02, 1.02, 1.27, 2.02, 3.02)]),
        ("snare", "beat", [(at, at) for at in (0.51, 1.51, 2.51, 3.51)]),
        ("clap", "1/16", [(3.76, 3.76)]),
    ):
        stage.choose("stamp", kind)
        stage.choose("snapTo", "1/16" if kind == "kick" else grid)
        for start, stop in drags:
            if start == stop:
                stage.click((start, 1_000))
            else:
                stage.stroke([(start + (stop - start) * part / 40, 1_000) for part in range(41)])
    sound = stage.heard()
    hits = [onset(sound, at) for at in (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5)]
    stage.check("furthest stroke off its beat", max(hits), 20, "ms")
    stage.level(sound)
    stage.show("drums")


def formants(stage: Drawing) -> None:
    """A formant that glides over a steady tone."""
    stage.begin(4.0)
    stage.do("toolTone")
    stage.switch("actionMagnet")
    stage.switch("actionHarmonics")
    stage.choose("magnetTo", "semitones")
    stage.choose("harmonicCount", 24)
    stage.choose("harmonicRolloff", 8)
    stage.choose("tone_strength", 50)
    stage.stroke([(0.2, 131), (2.0, 131), (3.8, 131)])
    stage.switch("actionHarmonics", False)
    stage.switch("actionMagnet", False)
    stage.do("toolDodge")
    stage.choose("dodge_size", 60)
    stage.choose("dodge_db", 24)
    stage.choose("dodge_hardness", 30)
    stage.stroke([(0.2 + 3.6 * part / 30, 500 * 5 ** (part / 30)) for part in range(31)])
    sound = stage.heard()
    peaks = [dominant(part_of(sound, at, at + 0.3), 400) for at in (0.5, 1.2, 1.9, 2.6, 3.3)]
    stage.check("Hz that the formant rises by each step", float(np.diff(peaks).min()), 120, "Hz", least=True)
    stage.check("off pitch", off_pitch(part_of(sound, 0.6, 3.4), hertz_of_midi(48)), 3, "cents")
    stage.check("clicks", clicks(sound), 0, "")
    stage.level(sound)
    stage.show("formants")
    stage.choose("tone_strength", 70)


def noise_sweep(stage: Drawing) -> None:
    """A sweep of noise, upwards."""
    stage.begin(4.0)
    stage.do("toolNoise")
    stage.choose("noise_size", 90)
    stage.stroke([(0.2 + 3.6 * part / 40, 500 + 6_500 * part / 40) for part in range(41)])
    sound = stage.heard()
    centres = [centroid(part_of(sound, at, at + 0.2)) for at in np.arange(0.5, 3.4, 0.4)]
    stage.check("Hz that the centre rises by each step", float(np.diff(centres).min()), 200, "Hz", least=True)
    stage.level(sound)
    stage.show("noise-sweep")


def pad(stage: Drawing) -> None:
    """Two chords with a slow attack and release."""
    stage.begin()
    stage.do("toolTone")
    stage.switch("actionMagnet")
    stage.switch("actionHarmonics")
    stage.choose("magnetTo", "semitones")
    stage.choose("harmonicCount", 4)
    stage.choose("harmonicRolloff", 12)
    stage.choose("toneAttack", 600)
    stage.choose("toneRelease", 900)
    stage.choose("tone_strength", 50)
    chords = ((0.3, (57, 60, 64, 69)), (4.0, (53, 57, 60, 65)))
    for start, chord in chords:
        for midi in chord:
            stage.stroke([(start, hertz_of_midi(midi)), (start + 1.2, hertz_of_midi(midi)),
                          (start + 2.4, hertz_of_midi(midi))])  # fmt: skip
    sound = stage.heard()
    off = [
        off_pitch(part_of(sound, start + 0.9, start + 2.3), hertz_of_midi(m)) for start, chord in chords for m in chord
    ]
    stage.check("furthest off pitch", max(off), 5, "cents")
    quiet, loud = (db_of(float(np.sqrt(np.mean(part_of(sound, at, at + 0.08) ** 2)))) for at in (0.35, 1.5))
    stage.check("dB that the attack rises", loud - quiet, 15, "dB", least=True)
    stage.check("clicks", clicks(sound), 0, "")
    stage.level(sound)
    stage.show("pad")
    for name in ("toneAttack", "toneRelease"):
        stage.choose(name, 0)
    stage.choose("tone_strength", 70)


def arpeggio(stage: Drawing) -> None:
    """An arpeggio of clicks, each a sixteenth."""
    stage.begin(4.0)
    stage.do("toolTone")
    for name in ("actionMagnet", "actionSnap", "actionHarmonics"):
        stage.switch(name)
    stage.choose("magnetTo", "semitones")
    stage.choose("snapTo", "1/8")
    stage.choose("harmonicCount", 3)
    notes = (60, 64, 67, 72, 76, 72, 67, 64) * 2
    for number, midi in enumerate(notes):
        stage.click((number * 0.25 + 0.03, hertz_of_midi(midi) * 1.008))
    sound = stage.heard()
    cents = [off_pitch(part_of(sound, n * 0.25 + 0.05, n * 0.25 + 0.22), hertz_of_midi(m)) for n, m in enumerate(notes)]
    stage.check("furthest off pitch", max(cents), 10, "cents")
    columns = np.flatnonzero(np.diff(stage.window.sketch.active_layer.ink.argmax(axis=0))) + 1
    stage.check("furthest note off the grid", float(max(abs(c - 25 * round(c / 25)) for c in columns) * 10), 0, "ms")
    stage.level(sound)
    stage.show("arpeggio")


def cleaned(stage: Drawing) -> None:
    """A recording with a whistle that is erased along its harmonics."""
    time = np.arange(6 * RATE) / RATE
    rng = np.random.default_rng(5)
    music = sum(
        0.2 * np.sin(2 * np.pi * hertz_of_midi(m) * time) * np.exp(-3 * ((time - at) % 6)) * (time >= at)
        for at, m in ((0.2, 57), (1.2, 60), (2.2, 64), (3.2, 69), (4.2, 64))
    )
    whistle = sum(0.08 / n * np.sin(2 * np.pi * 1_750 * n * time) for n in (1, 2))
    recording = (music + whistle + 0.001 * rng.standard_normal(len(time))).astype(np.float32)
    path = stage.folder / "recording.wav"
    soundfile.write(path, recording, RATE, subtype="FLOAT")
    stage.begin(6.0)
    stage.window.documents.import_paths([path])
    stage.wait(lambda: any(layer.source is not None for layer in stage.window.sketch.layers))
    before = stage.heard()
    stage.do("actionFit")
    stage.do("toolEraser")
    stage.switch("actionHarmonics")
    stage.choose("harmonicCount", 2)
    stage.choose("eraser_size", 22)
    stage.choose("eraser_hardness", 80)
    end = stage.window.sketch.seconds
    stage.stroke([(0.0, 1_750), (end / 2, 1_750), (end, 1_750)])
    after = stage.heard()

    def at(sound: Sound, hertz: float) -> float:
        part = part_of(sound, 0.5, 5.5)
        level = np.abs(np.fft.rfft(part * np.hanning(len(part))))
        middle = round(hertz * len(part) / RATE)
        return db_of(float(level[middle - 20 : middle + 20].max()))

    for hertz in (1_750, 3_500):
        stage.check(
            f"dB that the whistle is quieter at {hertz} Hz", at(before, hertz) - at(after, hertz), 25, "dB", least=True
        )
    kept = abs(at(before, hertz_of_midi(57)) - at(after, hertz_of_midi(57)))
    stage.check("dB that the music changed at 220 Hz", kept, 0.1, "dB")
    stage.level(after)
    stage.show("cleaned")
    stage.choose("eraser_size", 32)


def clone(stage: Drawing) -> None:
    """A motif that is cloned, and stamped twice as long."""
    stage.begin()
    stage.do("toolTone")
    stage.switch("actionMagnet")
    stage.switch("actionSnap")
    stage.choose("magnetTo", "semitones")
    stage.choose("snapTo", "1/8")
    motif = (69, 72, 76, 74)
    for number, midi in enumerate(motif):
        stage.stroke([(number * 0.25 + 0.02, hertz_of_midi(midi)), (number * 0.25 + 0.23, hertz_of_midi(midi))])
    stage.switch("actionSnap", False)
    stage.switch("actionMagnet", False)
    stage.do("toolClone")
    stage.choose("clone_size", 60)
    stage.choose("clone_hardness", 100)
    stage.click((0.5, 545), Qt.KeyboardModifier.ControlModifier)
    stage.stroke([(2.0, 545), (1.8, 545), (2.2, 545)])
    stage.do("toolSelect")
    stage.stroke([(0.0, 300), (0.5, 800), (0.999, 1_200)])
    stage.do("toolStamp")
    stage.window.findChild(QPushButton, "takeStamp").click()
    stage.choose("stampLength", "4")
    stage.switch("actionSnap")
    stage.choose("snapTo", "bar")
    stage.click((4.05, 700))
    sound = stage.heard()
    off = [
        off_pitch(part_of(sound, 4 + n * 0.5 + 0.12, 4 + n * 0.5 + 0.38), hertz_of_midi(m)) for n, m in enumerate(motif)
    ]
    stage.check("furthest off pitch, twice as long", max(off), 8, "cents")
    ink = stage.window.sketch.active_layer.ink
    offsets = [by for by in range(140, 161) if np.array_equal(ink[88:126, 30:70], ink[88:126, 30 + by : 70 + by])]
    stage.check("bit-identical copies of the motif", len(offsets), 1, "", least=True)
    stage.level(sound)
    stage.show("clone")
    stage.choose("stampLength", "own")


def loop(stage: Drawing) -> None:
    """A seamless loop with a tone that goes past the end into the start."""
    stage.begin(4.0)
    stage.window.sketch.set_bars(2)
    stage.switch("actionCircular")
    stage.do("toolTone")
    stage.switch("actionMagnet")
    stage.switch("actionHarmonics")
    stage.choose("magnetTo", "semitones")
    stage.choose("harmonicCount", 6)
    end = stage.window.sketch.seconds
    stage.stroke([(0.0, 220), (end / 2, 220), (end - 0.01, 220)])
    stage.do("toolBrush")
    stage.choose("brush_size", 48)
    stage.choose("brush_strength", 35)
    stage.switch("actionHarmonics", False)
    stage.switch("actionMagnet", False)
    stage.stroke([(end - 0.3, 3_000), (end - 0.1, 3_000), (end - 0.02, 3_000)])
    sound = stage.heard()[: stage.window.sketch.samples]
    ink = stage.window.sketch.active_layer.ink
    row = round(float(stage.window.sketch.params.band_of(3_000)))
    stage.check("ink of the brush in the first column", float(ink[row, 0]), 0.2, "", least=True)
    seam = np.r_[sound[-RATE // 2 :], sound[: RATE // 2]]
    stage.check("clicks at the seam", clicks(seam), 0, "")
    stage.check("off pitch across the seam", off_pitch(seam, 220), 3, "cents")
    stage.level(sound)
    stage.show("loop")
    stage.choose("brush_size", 16)
    stage.choose("brush_strength", 55)


def marks(stage: Drawing) -> None:
    """A mark of each tool, for the table of the guide."""
    stage.begin()
    stage.do("toolBrush")
    stage.stroke([(0.3, 4_000), (0.7, 4_600), (1.3, 4_000)])
    stage.do("toolNoise")
    stage.stroke([(1.9, 4_300), (3.1, 4_300)])
    stage.do("toolSpray")
    stage.stroke([(3.6, 4_300), (4.8, 4_300)])
    stage.do("toolTone")
    stage.stroke([(0.3, 220), (1.3, 220)])
    stage.do("toolLine")
    stage.switch("actionMagnet", False)
    stage.drag((1.8, 200), (3.2, 330))
    handle = stage.window.canvas.ghost.handle
    assert handle is not None
    middle = float(stage.window.sketch.params.hertz_of(stage.window.canvas.scale.band_at(handle[1])))
    stage.drag((handle[0], middle), (handle[0], middle * 1.6))
    stage.do("toolStamp")
    for kind, at in (("kick", 3.6), ("snare", 4.1), ("clap", 4.6)):
        stage.choose("stamp", kind)
        stage.click((at, 500))
    stage.choose("stamp", "text")
    stage.choose("stampText", "riff")
    stage.choose("stampTextHeight", 72)
    stage.window.settings.stamp_at_pointer = True
    stage.click((6.1, 1_300))
    stage.window.settings.stamp_at_pointer = False
    for number, tool in enumerate(("toolSmudge", "toolBlur", "toolDodge", "toolEraser", "toolOriginal")):
        at = 0.3 + 1.1 * number
        stage.do("toolBrush")
        stage.stroke([(at, 1_300), (at + 0.8, 1_300)])
        stage.do(tool)
        stage.choose(f"{tool.removeprefix('tool').lower()}_size", 32)
        stage.stroke([(at + 0.4, 1_300), (at + 0.6, 1_500), (at + 0.75, 1_900)])
    stage.do("toolClone")
    stage.choose("clone_size", 40)
    stage.click((0.8, 4_300), Qt.KeyboardModifier.ControlModifier)
    stage.stroke([(6.6, 4_300), (6.2, 4_200), (7.0, 4_200)])
    names = [step.name for step in stage.window.sketch.history.steps]
    stage.check("names of undo steps", len(set(names)), 13, "", least=True)
    stage.level(stage.heard())
    stage.show("marks")


DRAWINGS = (marks, bass, riser, drums, formants, noise_sweep, pad, arpeggio, cleaned, clone, loop)


def main(names: list[str]) -> None:
    """Make all drawings, or those that are named."""
    chosen = [drawing for drawing in DRAWINGS if not names or drawing.__name__ in names]
    if len(chosen) < len(names):
        raise SystemExit(f"There are: {', '.join(drawing.__name__ for drawing in DRAWINGS)}.")
    folder = Path(tempfile.mkdtemp(prefix="riffdesk-drawings-"))
    os.environ[HOME] = str(folder)
    try:
        stage = Drawing(folder)
        for drawing in chosen:
            print(drawing.__doc__, flush=True)
            drawing(stage)
        stage.window.sketch.mark_saved(stage.window.sketch.history.position)
        stage.window.close()
        stage.wait(lambda: not stage.window.isVisible())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if stage.failed:
        raise SystemExit("A figure is out of bounds.")


if __name__ == "__main__":
    main(sys.argv[1:])
