"""The commands of the Region menu."""

from __future__ import annotations

from riffdesk.sketch.paint.effects.catalogue import FAMILIES
from riffdesk.sketch.paint.effects.effect import Effect
from riffdesk.ui.actions import SEPARATOR, Command
from riffdesk.ui.commands.command_parts import CommandParts

NOISE_PROFILE = "actionNoiseProfile"
_HINTS = {
    "Gain": "Make the selection, or the whole layer, louder or quieter by some dB",
    "Fade in": "Let the selection rise from silence to its level",
    "Fade out": "Let the selection fall from its level to silence",
    "Normalise": "Bring the loudest place of the selection to a level",
    "Transpose": "Move the notes of the selection by semitones and cents",
    "Transpose in the scale": "Move each note of a line by steps of the scale of the sketch's key",
    "Quantise pitches": "Move each note of a line to the nearest note of the scale of the sketch's key",
    "Flip": "Turn the selection upside down",
    "Quantise onsets": "Move the beginnings of sounds to the beats; what is between them is stretched",
    "Stretch": "Make the selection longer or shorter at its own pitch",
    "Reverse": "Play the selection backwards",
    "Echo": "Repeat the selection after some beats, each time quieter",
    "Reverb tail": "Let the selection die away as in a hall",
    "Time-smear": "Spread the selection over time, so that it blurs",
    "Freeze": "Hold one moment of the selection to its end",
    "Gate": "Turn down what is quieter than a threshold",
    "Denoise": "Turn down what is no louder than the noise; take a noise profile first where there is noise alone",
}


def effect_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands of the Region menu, in its order."""
    effects = window.editing.regions.effects
    return (
        *(
            Command(
                action_of(effect),
                effect.name + ("…" if effect.parameters else ""),
                (),
                lambda effect=effect: effects.run(effect),
                hint=_HINTS[effect.name],
            )
            for family in FAMILIES
            for effect in family
        ),
        Command(
            NOISE_PROFILE,
            "Take noise profile",
            (),
            effects.take_noise_profile,
            hint="Take what is selected for noise, which Denoise turns down: select a place where there is noise alone",
            needs="Select a place where there is noise alone first",
        ),
    )


def action_of(effect: Effect) -> str:
    """Return the name of an effect's action, such as ``actionRegionFadeIn``."""
    return "actionRegion" + "".join(word.capitalize() for word in effect.name.replace("-", " ").split())


def effect_menu() -> tuple[str, ...]:
    """Return the names of the actions of the Region menu and its separators."""
    names: list[str] = []
    for family in FAMILIES:
        names += [*map(action_of, family), SEPARATOR]
    return (*names[:-1], NOISE_PROFILE)
