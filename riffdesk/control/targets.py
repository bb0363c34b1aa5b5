"""What MIDI controllers and OSC move: levels, which follow a fader, and commands, which a button or key gives."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.engine.session.jam_message import JAM_ROLES, MAX_SCENES
from riffdesk.language import mark, translated

LEVEL, PRESS = "level", "press"
BPM = "bpm"
"""Name of the tempo in beats per minute, which no controller has; OSC does."""
ACTION = "action:"
"""Begins the name of a target that is a command of the window; its object name follows."""


@dataclass(frozen=True)
class Target:
    """Something that can be moved.

    Parameters
    ----------
    name : str
        As in the settings.
    title : str
        For people, in English; with a field for the part.
    kind : str
        ``level``: set to the value of the controller. ``press``: done when the controller goes up through its middle.
    part : str
        Part or scene of a jam; '' for no such target.
    """

    name: str
    title: str
    kind: str = LEVEL
    part: str = ""

    @property
    def text(self) -> str:
        """The title in the user's language."""
        title = translated(self.title)
        return title.format(part=translated(self.part)) if self.part else title


TARGETS = (
    Target("layer.gain", mark("Level of the layer")),
    Target("layer.pan", mark("Pan of the layer")),
    Target("layer.mute", mark("Mute of the layer"), PRESS),
    Target("layer.solo", mark("Solo of the layer"), PRESS),
    Target("master", mark("Master volume")),
    Target("tempo", mark("Tempo, 60 to 187 bpm")),
    Target("play", mark("Play or stop"), PRESS),
    Target("record", mark("Record the jam"), PRESS),
    Target("brush.size", mark("Size of the brush")),
    Target("brush.strength", mark("Strength of the brush")),
    *(Target(f"jam.{role}.level", mark("Jam: level of the {part}"), part=role) for role in JAM_ROLES),
    *(Target(f"jam.{role}.mute", mark("Jam: mute of the {part}"), PRESS, role) for role in JAM_ROLES),
    Target("jam.fill", mark("Jam: fill"), PRESS),
    Target("jam.other", mark("Jam: something else"), PRESS),
    *(
        Target(f"jam.scene.{number}", mark("Jam: scene {part}"), PRESS, str(number))
        for number in range(1, MAX_SCENES + 1)
    ),
)
"""All targets but the commands of the window."""


def scaled(value: float, low: float, high: float) -> float:
    """Return the place between two ends at a value from 0 to 1.

    Examples
    --------
    >>> scaled(0.5, -60, 12)
    -24.0
    """
    return low + min(max(value, 0.0), 1.0) * (high - low)


def centred(value: float) -> float:
    """Return -1 to 1 for a value from 0 to 1; 64 of 127, the middle of a knob, is exactly 0.

    Examples
    --------
    >>> centred(0.0), centred(64 / 127), centred(1.0)
    (-1.0, 0.0, 1.0)
    """
    step = min(max(value, 0.0), 1.0) * 127 - 64
    return max(-1.0, step / 64) if step < 0 else step / 63
