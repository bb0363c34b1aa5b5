"""The check marks of commands that switch a setting."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.ui.actions import Actions
from riffdesk.ui.commands.tool_commands import checked_pen
from riffdesk.ui.commands.view_commands import checked_language

_SWITCHES = {
    "actionLoop": "loop",
    "actionMetronome": "metronome",
    "actionCountIn": "count_in",
    "actionPlayRiffs": "play_riffs",
    "actionShowNotes": "show_notes",
    "actionMovedReplaces": "moved_replaces",
    "actionGrid": "show_grid",
    "actionPiano": "show_piano",
    "actionPartials": "show_partials",
    "actionWaveform": "show_waveform",
    "actionHearTones": "hear_tones",
    "actionMatchSnapshots": "match_snapshots",
    "actionSelectionRoll": "selection_roll",
}
"""The setting of each command."""


def check_switches(actions: Actions, settings: Settings) -> None:
    """Set the check marks."""
    for name, setting in _SWITCHES.items():
        actions[name].setChecked(getattr(settings, setting))
    for name in checked_pen(settings):
        actions[name].setChecked(True)
    actions[checked_language(settings)].setChecked(True)
    actions["actionLight"].setChecked(settings.theme == "light")
    actions["actionNoteAxis"].setChecked(settings.frequency_axis == "notes")
