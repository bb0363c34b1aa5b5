"""Questions and messages about imported files: channels, level, inverted images, tempo."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QMessageBox, QWidget

from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest
from riffdesk.engine.image_level import LevelledInk, LevelRequest, level_ink
from riffdesk.errors import readable
from riffdesk.language import tr
from riffdesk.sketch.length import of_length, of_tempo
from riffdesk.sketch.sketch import Sketch
from riffdesk.store.image.image_file import ImageInk
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import question_text

Submit = Callable[[Any, object, str, Callable[[Any], object]], None]
"""Submits a job to the worker: a function, its request, a label, and a callback for the result."""

_SAME_TEMPO = 0.05  # bpm


def ask_how_to_import(window: QWidget, request: ImportRequest, sound: ImportedAudio) -> list[ImportRequest]:
    """Ask how to import a sound with several channels, or whose level is far above full scale.

    Returns
    -------
    list of ImportRequest
        Requests to read the file in another way; empty if the sound can be used as it was read.
    """
    requests = [request]
    name = readable(request.path.name)
    if sound.channels and request.channel is None:
        names = "" if all(channel.isdigit() for channel in sound.channels) else f": {', '.join(sound.channels)}"
        text = tr("{name} has {count} channels{names}.", name=name, count=len(sound.channels), names=names)
        hint = tr("They can be mixed into one layer, or each becomes a layer of its own.")
        if not _first_is_chosen(window, tr("Channels"), text, hint, tr("Mix them down"), tr("A layer for each")):
            requests = [replace(request, channel=channel) for channel in range(len(sound.channels))]
    if sound.scale != 1 and not request.keep_scale:
        text = tr("{name} is far too loud: its samples go far above full scale.", name=name)
        hint = tr(
            "They are probably integers stored as floats. Turned down by {gain:.0f} dB, it is as "
            "loud as it was recorded.",
            gain=20 * math.log10(sound.scale),
        )
        if not _first_is_chosen(window, tr("Level"), text, hint, tr("Turn it down"), tr("Leave it as it is")):
            requests = [replace(other, keep_scale=True) for other in requests]
    return [] if requests == [request] else requests


def ask_whether_inverted(window: QWidget, name: str) -> bool:
    """Ask whether to invert an image that seems to be drawn in white on black."""
    text = tr("{name} seems to be drawn in white on black.", name=name)
    hint = tr(
        "In a spectrogram image dark is loud: if it is inverted, its white lines sound; otherwise all black areas do."
    )
    return _first_is_chosen(window, tr("White on black"), text, hint, tr("Invert it"), tr("Leave it as it is"))


def adjust_level(
    submit: Submit, notice: Notice, name: str, image: ImageInk, *, then: Callable[[ImageInk], object]
) -> None:
    """Call ``then`` with an image; one without a stored level is first adjusted to the level of other layers."""

    def done(levelled: LevelledInk) -> None:
        then(replace(image, ink=levelled.ink))
        if levelled.gain_db < 0:
            notice.tell(
                tr("{name} has no level: turned down by {gain_db:.0f} dB.", name=name, gain_db=-levelled.gain_db)
            )

    if image.has_level:
        then(image)
    else:
        submit(level_ink, LevelRequest(image.ink, image.params), tr("Measuring the level of {name}", name=name), done)


def adopt_tempo(sketch: Sketch, notice: Notice, sound: ImportedAudio, *, untouched: bool) -> None:
    """Set the tempo, meter and loop of a new sketch to those of its first sound; for any other, offer the tempo.

    The change is a part of the undo step that added the sound. The message includes other notes about the sound.
    """
    messages = list(sound.notes)
    tempo = sound.tempo if sound.recipe is None else None  # a recipe has its own tempo
    is_loop = sound.loop and sound.recipe is None
    if untouched:
        state = sketch.state
        if tempo is not None:
            state = of_tempo(state, tempo, sound.beats_per_bar or state.beats_per_bar)
            messages.append(tr("The sketch has the tempo of {name}, {tempo:g} bpm.", name=sound.name, tempo=tempo))
        if is_loop and state.samples == sound.audio.shape[-1]:
            state = of_length(state, state.samples, circular=True)
        sketch.update(state)  # a part of the step that added the layer
    elif tempo is not None and abs(tempo - sketch.state.tempo) > _SAME_TEMPO:
        messages.append(
            tr(
                "{name} is at {tempo:g} bpm, and the sketch at {present:g}.",
                name=sound.name,
                tempo=tempo,
                present=sketch.state.tempo,
            )
        )
        notice.offer(" ".join(messages), (tr("Take {tempo:g} bpm", tempo=tempo), lambda: sketch.set_tempo(tempo)))
        return
    if sound.notes:
        notice.warn(" ".join(messages))
    elif messages:
        notice.tell(" ".join(messages))


def _first_is_chosen(window: QWidget, title: str, text: str, hint: str, first: str, second: str) -> bool:
    """Ask for one of two options; return whether the first is chosen, also by closing the dialog.

    Parameters
    ----------
    window : QWidget
    title : str
        Of the dialog.
    text : str
        Facts about the file.
    hint : str
        Effect of each option.
    first, second : str
        Titles of the buttons; Return and Esc press the first.
    """
    box = QMessageBox(window)
    box.setObjectName("importQuestion")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(question_text(text))
    box.setInformativeText(hint)
    first_button = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    second_button = box.addButton(second, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(first_button)
    box.setEscapeButton(first_button)
    box.exec()
    second_is_chosen = box.clickedButton() is second_button
    box.deleteLater()
    return not second_is_chosen
