"""What the user is asked and told about a file that is brought in: channels, scale, black or white, tempo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QMessageBox, QWidget

from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest
from riffdesk.engine.image_level import LevelledInk, LevelRequest, level_ink
from riffdesk.errors import readable
from riffdesk.sketch.length import of_length, of_tempo
from riffdesk.sketch.sketch import Sketch
from riffdesk.store.image.image_file import ImageInk
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import plain

Submit = Callable[[Any, object, str, Callable[[Any], object]], None]
"""Sends a request to the worker: a function, what to call it with, a label, and what to do with the answer."""

_SAME_TEMPO = 0.05  # bpm


def read_instead(window: QWidget, request: ImportRequest, sound: ImportedAudio) -> list[ImportRequest]:
    """Ask how a sound is meant that can be taken in several ways.

    Returns
    -------
    list of ImportRequest
        What to read in place of it; empty if it is right as it was read.
    """
    again = [request]
    name = readable(request.path.name)
    if sound.channels and request.channel is None:
        text = f"{name} has {len(sound.channels)} channels: {', '.join(sound.channels)}."
        if not _first(window, "Channels", text, "Mix them down", "A layer for each"):
            again = [replace(request, channel=channel) for channel in range(len(sound.channels))]
    if sound.scale != 1 and not request.keep_scale:
        text = f"{name} is far above full scale, as whole numbers kept as floats are."
        if not _first(window, "Level", text, "Turn it down", "Leave it as it is"):
            again = [replace(one, keep_scale=True) for one in again]
    return [] if again == [request] else again


def is_inverted(window: QWidget, name: str) -> bool:
    """Ask whether a picture that looks so is drawn in white on black."""
    text = f"{name} seems to be drawn in white on black. In a spectrogram image dark is loud."
    return _first(window, "White on black", text, "Turn it over", "Leave it as it is")


def with_level(
    submit: Submit, notice: Notice, name: str, image: ImageInk, *, then: Callable[[ImageInk], object]
) -> None:
    """Go on with an image; with one that does not say how loud it is, at the level of other layers."""

    def go_on(levelled: LevelledInk) -> None:
        then(replace(image, ink=levelled.ink))
        if levelled.gain_db < 0:
            notice.tell(f"{name} does not say how loud it is: turned down by {-levelled.gain_db:.0f} dB.")

    if image.has_level:
        then(image)
    else:
        submit(level_ink, LevelRequest(image.ink, image.params), f"Listening to {name}", go_on)


def take_tempo(sketch: Sketch, notice: Notice, sound: ImportedAudio, *, untouched: bool) -> None:
    """Let a new sketch have the tempo, meter and loop of the sound that it begins with; another one is offered it.

    That is a part of the undo step that added the sound. Whatever else is to be said about the sound is said with it.
    """
    words = list(sound.notes)
    tempo = sound.tempo if sound.recipe is None else None  # a recipe tells its own
    is_loop = sound.loop and sound.recipe is None
    if untouched:
        state = sketch.state
        if tempo is not None:
            state = of_tempo(state, tempo, sound.beats_per_bar or state.beats_per_bar)
            words.append(f"The sketch has the tempo of {sound.name}, {tempo:g} bpm.")
        if is_loop and state.samples == sound.audio.shape[-1]:
            state = of_length(state, state.samples, circular=True)
        sketch.update(state)  # a part of the step that added the layer
    elif tempo is not None and abs(tempo - sketch.state.tempo) > _SAME_TEMPO:
        words.append(f"{sound.name} is at {tempo:g} bpm, and the sketch at {sketch.state.tempo:g}.")
        notice.offer(" ".join(words), (f"Take {tempo:g} bpm", lambda: sketch.set_tempo(tempo)))
        return
    if sound.notes:
        notice.warn(" ".join(words))
    elif words:
        notice.tell(" ".join(words))


def _first(window: QWidget, title: str, text: str, first: str, second: str) -> bool:
    """Ask for one of two things; return whether it is the first, as it is where the question is closed."""
    box = QMessageBox(window)
    box.setObjectName("importQuestion")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(plain(text))
    usual = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(second, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(usual)
    box.setEscapeButton(usual)
    box.exec()
    is_other = box.clickedButton() is other
    box.deleteLater()
    return not is_other
