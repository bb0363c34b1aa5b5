"""Tooltips of the prompt panel."""

from __future__ import annotations

from riffdesk.language import tr

LENGTH = tr("Length of the riff, which is that of the sketch, in bars at its tempo and meter")
AS_SKETCH = tr("The recipe has another length than the sketch: click for the length of the sketch")
MODE = tr(
    "One piece: continuous music from beginning to end. Clips: as in Riffusion's app, one image after the other "
    "from the same start, crossfaded at the joins"
)
SEED = tr("The same seed gives the same riff; -1, or an empty field, is a random seed for each, which its take shows")
PROMPT = tr(
    "A description of the riff: instruments, style, tempo, key. (bass:1.3) counts more, [drums] less. "
    "Return moves the keyboard focus to the canvas, Shift+Return begins a new line"
)
NEGATIVE = tr("Words to avoid, like those of the prompt")
START = tr(
    "The start of a new riff; the slider below sets how close it stays to that. A composed guide is a picture of "
    "notes that are composed from the prompt, in its tempo and key and on its chords"
)
GUIDANCE = tr(
    "How closely the riff follows the prompt: more is closer to its words, less is freer and often more natural"
)
MODEL = tr("The model: each knows other sounds. The dots beside it add and get models")
SCHEDULER = tr(
    "The method of removing the noise from step to step; a matter of taste and speed. LCM and TCD are for models with "
    "a LoRA for few steps, which Fast adds"
)
PARTS = tr(
    "Generate makes drums, bass, chords and melody as separate layers that match, to be mixed and exported as "
    "stems; this takes longer, once for each layer"
)
COUNT = tr("Number of variations that are made at once")
