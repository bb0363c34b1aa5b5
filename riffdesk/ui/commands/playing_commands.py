"""The commands of the Play menu."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts

QUALITIES = {
    "actionQualityGood": ("good", tr("&Good"), tr("Good quality: drafts are refined to it when you pause")),
    "actionQualityBest": ("best", tr("&Best"), tr("Closer to the drawing, five times as slow")),
    "actionQualityReference": (
        "reference",
        tr("&Reference"),
        tr("Riffusion's own method, to compare: slower still, and less exact"),
    ),
}


def playing_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands of playback, metronome and sound quality."""
    return (
        Command(
            "actionStart",
            tr("To the &start"),
            ("Home",),
            lambda: window.playback.seek(0.0),
            "start",
            hint=tr("Move the playhead to the start"),
        ),
        Command(
            "actionPlay",
            tr("&Play or stop"),
            ("Space",),
            window.playback.toggle,
            "play",
            hint=tr("Play from the playhead, or stop"),
        ),
        Command(
            "actionPlaySelection",
            tr("Pla&y the selection"),
            ("Shift+Space",),
            window.selection_playing.toggle,
            hint=tr("Play only the selected time and frequencies of the layer"),
            needs=tr("Select something on the canvas first"),
        ),
        Command(
            "actionSelectionRoll",
            tr("A &beat before and after"),
            (),
            window.selection_playing.set_roll,
            checkable=True,
            hint=tr("Play the selection once, with a beat of the mix before it and after it"),
        ),
        Command(
            "actionEnd",
            tr("To the &end"),
            ("End",),
            lambda: window.playback.seek(window.sketch.seconds),
            "end",
            hint=tr("Move the playhead to the end"),
        ),
        Command(
            "actionLoop", tr("&Loop"), ("L",), window.playback.set_loop, "loop", True, tr("Loop the selection, or all")
        ),
        Command(
            "actionCircular",
            tr("Se&amless loop"),
            (),
            window.sketch.set_circular,
            "seamless",
            checkable=True,
            hint=tr("Seamless loop: the end of the sketch flows into its beginning"),
        ),
        Command(
            "actionMetronome",
            tr("&Metronome"),
            ("Shift+M",),
            window.metronome.set_on,
            "metronome",
            True,
            tr("Metronome: a click at every beat, to play and draw in time; never exported"),
        ),
        Command(
            "actionCountIn",
            tr("C&ount-in"),
            ("Shift+C",),
            window.metronome.set_count_in,
            checkable=True,
            hint=tr("Count-in: a bar of clicks before playing, to start in time"),
        ),
        Command(
            "actionTapTempo",
            tr("&Tap tempo"),
            ("Shift+T",),
            window.metronome.tap,
            hint=tr("Tap the tempo: press at every beat; after two seconds without a tap, start again"),
            repeats=False,
        ),
        Command(
            "actionHearTones",
            tr("&Hear tones while drawing"),
            ("Shift+H",),
            window.canvas.set_tones_heard,
            checkable=True,
            hint=tr("The tone brush sounds while it draws, though nothing plays; it is not recorded or exported"),
        ),
        Command(
            "actionPlayRiffs",
            tr("Play &riffs while they are made"),
            (),
            window.set_play_riffs,
            checkable=True,
            hint=tr("Play a riff as soon as its first part is ready"),
        ),
        *(
            Command(action, text, (), window.select_quality, "", True, hint)
            for action, (_, text, hint) in QUALITIES.items()
        ),
        Command(
            "actionRefreshDevices",
            tr("Look for sound &devices"),
            (),
            window.playback.refresh_devices,
            hint=tr("Find headphones and sound cards that were plugged in since the start"),
        ),
    )
