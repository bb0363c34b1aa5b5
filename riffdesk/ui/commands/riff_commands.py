"""The commands of the Riff menu."""

from __future__ import annotations

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
            "&Write the prompt",
            ("P",),
            window.riffs.panel.focus_prompt,
            hint="Go to the field for the prompt; Return comes back to the canvas",
        ),
        Command(
            "actionLibrary",
            "&Library",
            ("Ctrl+L",),
            window.library.show,
            hint="Find, hear and use every riff that was made, in this sketch and others",
        ),
        Command(
            "actionGenerate",
            "&Generate",
            ("Ctrl+Return",),
            generation.generate,
            hint="Make a riff of the prompt, as long as the sketch; one that is not kept is replaced, a click away",
        ),
        Command(
            "actionVariations",
            "&Variations",
            ("Ctrl+Shift+Return",),
            window.riffs.variations.make,
            hint="Make the same prompt with other seeds, to choose from",
        ),
        Command(
            "actionTakeBefore",
            "Take &before",
            ("PgUp",),
            lambda: sketch.hear_take(-1),
            hint="Hear the take before this one, to compare",
            needs="There is no take before this one",
        ),
        Command(
            "actionTakeAfter",
            "Take &after",
            ("PgDown",),
            lambda: sketch.hear_take(+1),
            hint="Hear the take after this one, to compare",
            needs="There is no take after this one",
        ),
        Command(
            "actionCompareTakes",
            "&A/B: back to the last take",
            ("A",),
            sketch.compare_takes,
            hint="Hear the take that you heard last, and this one again, to compare the two while they play",
            needs="There is no other take",
        ),
        Command(
            "actionKeepTake",
            "&Keep this take",
            ("K",),
            sketch.keep_take,
            hint="Keep this take: the next riff is a new layer beside it",
            needs="The layer has no takes",
        ),
        Command(
            "actionMakeReal",
            "&Make the layer real",
            ("Ctrl+M",),
            lambda: generation.make_real(all_layers=False),
            hint="Make music of what is drawn on the layer, closer to it or freer",
        ),
        Command(
            "actionMakeAllReal",
            "Make &all layers real",
            ("Ctrl+Shift+M",),
            lambda: generation.make_real(all_layers=True),
            hint="Make music of what is heard of all layers, closer to it or freer",
        ),
        Command(
            "actionRepaint",
            "&Repaint",
            ("Ctrl+R",),
            lambda: generation.repaint(canvas.selection),
            hint="Regenerate the masked part, or else the selection; the rest stays as it is",
        ),
        Command(
            "actionRenderTimeline",
            "Render the &timeline",
            ("Ctrl+T",),
            generation.render_timeline,
            hint="Make a riff that walks through all keyframes, as long as the sketch",
        ),
        Command(
            "actionRenderChanged",
            "Render &what changed",
            ("Ctrl+Shift+T",),
            continuation.render_changed,
            hint="Regenerate the layer where the timeline has changed since; the rest stays as it is",
        ),
        Command(
            "actionContinueRight",
            "Continue to the ri&ght",
            ("Ctrl+K",),
            continuation.continue_right,
            hint="Continue the layer after its end, by four bars",
        ),
        Command(
            "actionContinueLeft",
            "Continue to the le&ft",
            ("Ctrl+Shift+K",),
            continuation.continue_left,
            hint="Continue the layer before its beginning, by four bars; all else moves to the right",
        ),
        Command(
            "actionCompare",
            "&Compare with what it was made of",
            ("C",),
            generation.compare,
            hint="Hear the layers that this one was made from instead of it, and back",
        ),
        Command(
            "actionAddPart",
            "Add a &part…",
            (),
            window.riffs.layer_parts.add_part,
            hint="Have a bass, drums, chords, a melody or a counter-melody composed and played to what is heard",
        ),
        Command(
            "actionSplitLayer",
            "&Split the layer",
            (),
            window.riffs.layer_parts.split,
            hint="Split the layer into what is struck, the bass and what is held, which sum to it exactly",
        ),
        Command(
            "actionReadNotes",
            "&Notes from the drawing",
            (),
            window.riffs.playing_notes.read_drawing,
            hint="Read the notes of what is drawn, or of a hummed or imported line, to edit and to play them",
        ),
        Command(
            "actionPlayNotes",
            "Play the notes a&gain",
            ("Ctrl+P",),
            window.riffs.playing_notes.play_again,
            hint="Make the layer anew in the bars whose notes have changed; the rest stays as it is",
            needs="The layer's notes are those that are heard: change some with the note tool first",
        ),
        Command(
            "actionUseRecipe",
            "&Use the layer's recipe",
            ("Ctrl+Shift+R",),
            window.riffs.render_requests.use_recipe,
            hint="Set prompt, seed, model and all other settings to those that made the layer",
        ),
        Command(
            "actionClearMask",
            "C&lear mask",
            (),
            sketch.clear_mask,
            hint="Remove the mask",
        ),
        Command(
            "actionCancelRiff",
            "Cance&l the riff",
            ("Ctrl+.",),
            generation.cancel,
            hint="Stop the riff that is being made and leave everything as it was",
            needs="No riff is being made",
        ),
        Command("actionModels", "M&odels…", (), window.riffs.models.show_dialog, hint="Add, get and remove models"),
        Command(
            "actionComputing",
            "Compute &on…",
            (),
            window.riffs.computing.show_dialog,
            hint="Choose the graphics card or the processor that riffs are made on",
        ),
    )
