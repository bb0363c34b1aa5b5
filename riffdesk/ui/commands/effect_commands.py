"""The commands of the Region menu."""

from __future__ import annotations

from riffdesk.language import tr, translated
from riffdesk.sketch.paint.effects.catalogue import FAMILIES
from riffdesk.sketch.paint.effects.effect import Effect
from riffdesk.ui.actions import SEPARATOR, Command
from riffdesk.ui.commands.command_parts import CommandParts

NOISE_PROFILE = "actionNoiseProfile"


def effect_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands of the Region menu, in its order."""
    effects = window.editing.regions.effects
    return (
        *(
            Command(
                action_of(effect),
                translated(effect.name) + ("…" if effect.parameters else ""),
                (),
                lambda effect=effect: effects.run(effect),
                hint=translated(effect.hint),
            )
            for family in FAMILIES
            for effect in family
        ),
        Command(
            NOISE_PROFILE,
            tr("Take noise profile"),
            (),
            effects.take_noise_profile,
            hint=tr("Take the selection as the noise that Denoise turns down: select a place with only noise"),
            needs=tr("Select a place with only noise first"),
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
