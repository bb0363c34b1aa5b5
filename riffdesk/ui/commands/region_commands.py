"""The commands that change the selection, and those that make layers and files of it."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts
from riffdesk.ui.commands.effect_commands import NOISE_PROFILE, effect_commands

_SELECT = tr("Select something on the canvas first")
ON_REGION = (
    "actionGrowSelection", "actionShrinkSelection", "actionFeatherSelection", "actionSelectHarmonics",
    "actionSelectSimilar", "actionLayerFromSelection", "actionExportSelection", NOISE_PROFILE,
)  # fmt: skip
"""Commands that need a selection of ink."""


def region_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands on the selection."""
    regions = window.editing.regions
    return (
        Command(
            "actionReselect",
            tr("R&eselect"),
            ("Ctrl+Shift+D",),
            regions.reselect,
            hint=tr("Restore the previous selection"),
        ),
        Command(
            "actionInvertSelection",
            tr("&Invert selection"),
            ("Ctrl+Shift+I",),
            regions.invert,
            hint=tr("Select everything outside of the selection"),
        ),
        *(
            Command(f"action{name}Selection", text, (), act, hint=hint, needs=_SELECT)
            for name, text, act, hint in (
                ("Grow", tr("&Grow selection…"), regions.grow, tr("Let the selection grow on all sides")),
                ("Shrink", tr("S&hrink selection…"), regions.shrink, tr("Let the selection shrink on all sides")),
                ("Feather", tr("&Feather selection…"), regions.feather, tr("Give the selection soft edges")),
            )
        ),
        Command(
            "actionSelectHarmonics",
            tr("Se&lect harmonics"),
            ("Ctrl+Shift+H",),
            regions.select_harmonics,
            hint=tr("Add the whole multiples of the selected frequencies, as far as they do not touch each other"),
            needs=_SELECT,
        ),
        Command(
            "actionSelectSimilar",
            tr("Select si&milar…"),
            (),
            regions.select_similar,
            hint=tr("Select every place of the layer that sounds like the selection, such as all strokes of a drum"),
            needs=_SELECT,
        ),
        Command(
            "actionLayerFromSelection",
            tr("&New layer from selection"),
            ("Ctrl+J",),
            regions.new_layer,
            hint=tr("Copy the selection to a new layer, with its sound"),
            needs=_SELECT,
        ),
        Command(
            "actionExportSelection",
            tr("Export selec&tion…"),
            (),
            lambda: window.documents.export_part(regions.excerpt()),
            hint=tr("Export the selected part of the layer as a sound file, with the length of the selection"),
            needs=_SELECT,
        ),
        *effect_commands(window),
    )
