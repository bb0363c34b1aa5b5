"""What nearly every part of the window works with."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.audio.playing.player import Player
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.worker import Worker


@dataclass(frozen=True, eq=False)
class Parts:
    """The document, its player, the settings, the messages, and the threads for slow work; there is one of each.

    Parameters
    ----------
    sketch : Sketch
        The document.
    player : Player
        Plays it.
    settings : Settings
        Of the program.
    defaults : RenderDefaults
        Changes what riffs are asked for, and remembers it for new sketches.
    notice : Notice
        Shows messages.
    worker : Worker
        Reads and writes files.
    render_worker : Worker
        Renders riffs, and holds the model that was used last.
    download_worker : Worker
        Fetches models.
    """

    sketch: Sketch
    player: Player
    settings: Settings
    defaults: RenderDefaults
    notice: Notice
    worker: Worker
    render_worker: Worker
    download_worker: Worker
