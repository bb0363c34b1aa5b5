"""Keeps what sounds in step with what is drawn: strokes go to the engine, its sound to the player."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.audio.player import Player
from riffdesk.engine.render import update_sound
from riffdesk.engine.request import SoundRequest
from riffdesk.sketch.edits import Change
from riffdesk.sketch.mixer import tracks
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.worker import Worker

_PAUSE_MS = 150  # strokes this close together are rendered as one


class Sounding(QObject):
    """Watches the sketch; renders layers that no longer sound as they look, and hands the player its tracks."""

    failed = Signal(Exception)

    def __init__(self, sketch: Sketch, player: Player, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._worker = sketch, player, worker
        self._render = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._render.timeout.connect(self._render_stale)
        self._hand_over = QTimer(self, singleShot=True, interval=0)
        self._hand_over.timeout.connect(self._set_tracks)
        self._document = 0
        self._given_up: set[str] = set()
        sketch.subscribe(self._on_change)
        self._on_change(Change("document"))
        self._on_change(Change("state"))

    def _on_change(self, change: Change) -> None:
        if change.what == "document":
            self._document += 1
            self._given_up.clear()
        elif change.what == "ink" and change.layer_id is not None:
            self._given_up.discard(change.layer_id)
        if change.what in ("sound", "state", "document"):
            self._hand_over.start()
            self._render.start()

    def _set_tracks(self) -> None:
        state = self._sketch.state
        sounds = {layer.id: self._sketch.sound(layer.id) for layer in state.layers}
        self._player.set_tracks(tracks(state, sounds), state.samples)

    def _render_stale(self) -> None:
        for layer in self._sketch.layers:
            sound = self._sketch.sound(layer.id)
            if sound.stale is not None and sound.rendering is None and layer.id not in self._given_up:
                self._submit(layer.id)

    def _submit(self, layer_id: str) -> None:
        layer, sound = self._sketch.layer(layer_id), self._sketch.sound(layer_id)
        columns = self._sketch.begin_rendering(layer_id)
        if columns is None:
            return
        document = self._document

        def end(audio: Any) -> None:
            # An answer for a document that was closed meanwhile has nobody to go to.
            if document == self._document:
                self._sketch.end_rendering(layer_id, audio)

        def fail(error: Exception) -> None:
            # Not again before the next stroke; the amber line says that sound is missing.
            self._given_up.add(layer_id)
            end(None)
            self.failed.emit(error)

        request = SoundRequest(layer, sound, columns, self._sketch.params)
        self._worker.submit(
            update_sound, request, f"Making the sound of {layer.name}", end, fail, key=f"sound of {layer_id}"
        )
