"""The commands of the Riff menu."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts


def riff_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that make riffs and choose takes."""
    sketch, generation, continuation, canvas = (
        window.sketch,
        window.riffs.generation,
        window.riffs.continuation,
        window.canvas,
    )
    return (
        Command(
            "actionWritePrompt",
            tr("&Write the prompt"),
            ("P",),
            window.riffs.panel.focus_prompt,
            hint=tr("Go to the field for the prompt; Return comes back to the canvas"),
        ),
        Command(
            "actionLibrary",
            tr("&Library"),
            ("Ctrl+L",),
            lambda: window.library.show(),
            hint=tr("Find, hear and use all riffs of this sketch and others"),
        ),
        Command(
            "actionLibraryFolder",
            tr("Add a fol&der to the library…"),
            (),
            lambda: window.library.add_folder(),
            hint=tr("List the sounds and MIDI files of one of your folders in the library, without copying them"),
        ),
        Command(
            "actionGenerate",
            tr("&Generate"),
            ("Ctrl+Return",),
            generation.generate,
            hint=tr(
                "Make a riff of the prompt, with the length of the sketch; a take that is not kept stays a click away"
            ),
        ),
        Command(
            "actionVariations",
            tr("&Variations"),
            ("Ctrl+Shift+Return",),
            window.riffs.variations.make,
            hint=tr("Make the same prompt with other seeds, to choose from"),
        ),
        Command(
            "actionTakeBefore",
            tr("Take &before"),
            ("PgUp",),
            lambda: sketch.hear_take(-1),
            hint=tr("Hear the take before this one, to compare"),
            needs=tr("There is no take before this one"),
        ),
        Command(
            "actionTakeAfter",
            tr("Take a&fter"),
            ("PgDown",),
            lambda: sketch.hear_take(+1),
            hint=tr("Hear the take after this one, to compare"),
            needs=tr("There is no take after this one"),
        ),
        Command(
            "actionCompareTakes",
            tr("&A/B: back to the last take"),
            ("A",),
            sketch.compare_takes,
            hint=tr("Switch to the previously heard take and back, to compare the two while they play"),
            needs=tr("There is no other take"),
        ),
        Command(
            "actionKeepTake",
            tr("&Keep this take"),
            ("K",),
            sketch.keep_take,
            hint=tr("Keep this take: the next riff is a new layer beside it"),
            needs=tr("The layer has no takes"),
        ),
        Command(
            "actionMakeReal",
            tr("&Make the layer real"),
            ("Ctrl+M",),
            lambda: generation.make_real(all_layers=False),
            hint=tr("Make music of the drawing on the layer, closer to it or freer"),
        ),
        Command(
            "actionMakeAllReal",
            tr("Make all layers real"),
            ("Ctrl+Shift+M",),
            lambda: generation.make_real(all_layers=True),
            hint=tr("Make music of all audible layers, closer to them or freer"),
        ),
        Command(
            "actionRepaint",
            tr("&Repaint"),
            ("Ctrl+R",),
            lambda: generation.repaint(canvas.selection),
            hint=tr("Regenerate the masked part, or else the selection; the rest stays as it is"),
        ),
        Command(
            "actionRenderTimeline",
            tr("Render the &timeline"),
            ("Ctrl+T",),
            generation.render_timeline,
            hint=tr("Make a riff that walks through all keyframes, with the length of the sketch"),
        ),
        Command(
            "actionRenderChanged",
            tr("Render what c&hanged"),
            ("Ctrl+Shift+T",),
            continuation.render_changed,
            hint=tr("Regenerate the layer where the timeline has changed since; the rest stays as it is"),
        ),
        Command(
            "actionContinueRight",
            tr("Cont&inue to the right"),
            ("Ctrl+K",),
            continuation.continue_right,
            hint=tr("Continue the layer after its end, by four bars"),
        ),
        Command(
            "actionContinueLeft",
            tr("Continue to th&e left"),
            ("Ctrl+Shift+K",),
            continuation.continue_left,
            hint=tr("Continue the layer before its beginning, by four bars; all else moves to the right"),
        ),
        Command(
            "actionCompare",
            tr("&Compare with what it was made of"),
            ("C",),
            generation.compare,
            hint=tr("Hear the layers that this one was made from instead of it, and back"),
        ),
        Command(
            "actionAddPart",
            tr("Add a &part…"),
            (),
            window.riffs.layer_parts.add_part,
            hint=tr("Compose and play a bass, drums, chords, a melody or a counter-melody to the audible layers"),
        ),
        Command(
            "actionSplitLayer",
            tr("&Split the layer"),
            (),
            window.riffs.layer_parts.split,
            hint=tr("Split the layer into percussive, bass and harmonic sound, which sum to it exactly"),
        ),
        Command(
            "actionReadNotes",
            tr("&Notes from the drawing"),
            (),
            window.riffs.playing_notes.read_drawing,
            hint=tr("Read the notes of a drawing, or of a hummed or imported line, to edit and to play them"),
        ),
        Command(
            "actionPlayNotes",
            tr("Pla&y the notes again"),
            ("Ctrl+P",),
            window.riffs.playing_notes.play_again,
            hint=tr("Regenerate the layer in the bars with changed notes; the rest stays as it is"),
            needs=tr("The layer plays its notes already: change some with the note tool first"),
        ),
        Command(
            "actionUseRecipe",
            tr("&Use the layer's recipe"),
            ("Ctrl+Shift+R",),
            window.riffs.recipe_maker.use_recipe,
            hint=tr("Set prompt, seed, model and all other settings to those of the layer"),
        ),
        Command(
            "actionClearMask",
            tr("Clear mask"),
            (),
            sketch.clear_mask,
            hint=tr("Remove the mask"),
        ),
        Command(
            "actionCancelRiff",
            tr("Cancel the riff"),
            ("Ctrl+.",),
            generation.cancel,
            hint=tr("Stop the riff in progress and undo its changes"),
            needs=tr("No riff is being made"),
        ),
        Command(
            "actionModels", tr("Models…"), (), window.riffs.models.show_dialog, hint=tr("Add, get and remove models")
        ),
        Command(
            "actionComputing",
            tr("Compute &on…"),
            (),
            window.riffs.computing.show_dialog,
            hint=tr("Choose the graphics card or the processor that riffs are made on"),
        ),
    )
