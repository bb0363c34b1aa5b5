"""The objects that nearly every part of the window uses."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.audio.playing.player import Player
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.worker import Worker


@dataclass(frozen=True, eq=False)
class WindowParts:
    """The document, player, settings, messages and workers of a window.

    Parameters
    ----------
    sketch : Sketch
        The document.
    player : Player
        Plays it.
    settings : Settings
        Settings of the program.
    defaults : RenderDefaults
        Changes the render settings of the sketch and the defaults of new sketches.
    notice : Notice
        Shows messages.
    worker : Worker
        Reads and writes files.
    sound_worker : Worker
        Makes the sound of layers, so that strokes are heard during other work.
    render_worker : Worker
        Renders riffs, and holds the last used model.
    download_worker : Worker
        Downloads models.
    edit_worker : Worker
        Computes edits of the selection, so that files can be saved meanwhile.
    """

    sketch: Sketch
    player: Player
    settings: Settings
    defaults: RenderDefaults
    notice: Notice
    worker: Worker
    sound_worker: Worker
    render_worker: Worker
    download_worker: Worker
    edit_worker: Worker

    @property
    def workers(self) -> tuple[Worker, ...]:
        """All of the window's workers."""
        return self.worker, self.sound_worker, self.render_worker, self.download_worker, self.edit_worker
