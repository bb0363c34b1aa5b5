"""``riffdesk jam``: music that is composed bar by bar and changed by messages, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, check_sound_name, keep_existing, say_reduced
from riffdesk.cli.choices import ForceOption, Subtype, SubtypeOption, decimal_option, path_option
from riffdesk.cli.generation import SeedOption
from riffdesk.cli.library.library_copies import LibraryOption, keep_copies
from riffdesk.cli.riff_options import checked_chords, checked_key, checked_seconds
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.timeline import MAX_GUIDANCE

_SECONDS = 60.0


def _checked_plan(value: str | None) -> str | None:
    """Check a plan; an invalid one is an error of the command line."""
    if value is None:
        return None
    from riffdesk.engine.session.jam_message import plan_of

    try:
        plan_of(value)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error
    return value


@app.command(
    "jam",
    epilog=examples(
        "riffdesk jam 'lofi hip hop' --seconds 60 -o jam.wav",
        "riffdesk jam 'funk' -o funk.flac --seconds 120 --bpm 104 --key 'E minor' --log funk.jsonl",
        "riffdesk jam 'lofi hip hop' -o jam.wav --messages log.jsonl",
    ),
)
@report_errors
def jam(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="The first prompt.")],
    out: Annotated[Path, path_option("--out", "-o", metavar="OUT", help="A .wav or .flac file to write.")],
    seconds: Annotated[float, decimal_option(callback=checked_seconds, help="Length.")] = _SECONDS,
    messages: Annotated[
        Path | None,
        path_option(metavar="FILE", help="Changes, one JSON object a line, such as {'bar': 8, 'prompt': 'techno'}."),
    ] = None,
    log: Annotated[
        Path | None, path_option(metavar="FILE", help="Write the messages that were applied, with their bars.")
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option(
            callback=_checked_plan, metavar="PLAN", help="Scenes and bars, such as 'A8 A8 B8 A8'; --messages has them."
        ),
    ] = None,
    apart: Annotated[
        bool, typer.Option("--apart", help="Render each part alone; repetitions are not rendered again.")
    ] = False,
    loop: Annotated[int, typer.Option(metavar="4|8", help="Length of the evolving loop in bars.")] = 8,
    seed: SeedOption = None,
    negative: Annotated[str | None, typer.Option(metavar="PROMPT", help="Words to avoid.", show_default=False)] = None,
    bpm: Annotated[
        float | None,
        decimal_option(
            low=MIN_TEMPO, high=MAX_TEMPO, help="Tempo, unless the prompt names one; by default what suits it."
        ),
    ] = None,
    beats: Annotated[
        int | None, typer.Option(min=1, max=MAX_BEATS, help="Beats in each bar.", show_default="4")
    ] = None,
    key: Annotated[
        str | None, typer.Option(callback=checked_key, metavar="KEY", help="Key, such as 'C minor', F# or Bbm.")
    ] = None,
    chords: Annotated[
        str | None, typer.Option(callback=checked_chords, metavar="CHORDS", help="Chords, such as 'Cm | Ab | Eb Bb'.")
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Few steps: 4 with a LoRA for that, 8 with the starter, as `render --fast`.")
    ] = False,
    steps: Annotated[
        int | None, typer.Option(min=1, max=MAX_STEPS, help="Denoising steps; by default what suits the model.")
    ] = None,
    guidance: Annotated[
        float | None, decimal_option(low=0, high=MAX_GUIDANCE, help="How strictly to follow prompt and notes.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A model; `riffdesk models list` shows them.", show_default="starter"),
    ] = None,
    subtype: SubtypeOption = Subtype.pcm24,
    force: ForceOption = False,
    library: LibraryOption = True,
) -> None:
    """Play a jam into a file: a loop of a few bars that evolves, without a window, as fast as it can.

    In each round of the loop, drums, bass, chords and melody are kept, varied, new or silent. Each
    line of --messages is a change at a bar, counted from 0: prompt, blend ({"techno": 0.7,
    "jazz": 0.3}), negative, chords, density, seed, guidance, vary (0 to 1), steps, stems (1 for all
    parts together to 4 for each alone), parts ({"drums": false}), levels ({"bass": -6}), muted
    (["drums"]), fill, again, other, scenes ({"B": {"prompt": "techno"}}), store, scene, over (bars
    of the walk there), plan, stop. Invalid lines are reported and skipped; the music
    continues. The same command line gives the same samples, and --log with --messages plays the same music
    again.

    The library keeps a copy of the sound, of at most 10 minutes, unless --no-library is given.
    """
    check_sound_name(out, subtype)
    keep_existing(out, force)
    check_folder(out)
    if loop not in (4, 8):
        raise typer.BadParameter(f"a loop has 4 or 8 bars, not {loop}.")
    if log is not None:
        check_folder(log)
        keep_existing(log, force)
    from riffdesk.engine.session.jam_message import MAX_STEMS, JamMessage, plan_of
    from riffdesk.engine.session.jam_request import JamBar, JamStarted
    from riffdesk.files import write_beside
    from riffdesk.scripting.jam import jam_request, log_line, read_messages, write_jam

    given = read_messages(messages, say) if messages is not None else ()
    if apart:
        given = (JamMessage(0, stems=MAX_STEMS), *given)
    if plan is not None:
        given = (*given, JamMessage(0, plan=plan_of(plan)))
    request = jam_request(
        prompt,
        loop_bars=loop, messages=given, negative=negative, seed=seed, bpm=bpm, beats=beats, key=key, chords=chords,
        fast=fast, steps=steps, guidance=guidance, model=model,
    )  # fmt: skip
    lines: list[str] = []

    def on_part(part: JamStarted | JamBar) -> None:
        if isinstance(part, JamStarted):
            say(" ".join(part.understood))
            return
        for notice in part.notices:
            say(f"Bar {part.number}: {notice}")
        lines.extend(log_line(message) for message in part.messages)

    with progress() as on_step:
        say_reduced(write_jam(request, seconds, out, subtype=subtype.code, on_part=on_part, on_step=on_step))
    if log is not None:
        with write_beside(log) as beside:
            beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        say_written(log)
    say_written(out)
    if library:
        keep_copies([out], "jam")
