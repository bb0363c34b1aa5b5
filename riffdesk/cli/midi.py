"""``riffdesk midi``: the score of a prompt as a MIDI file."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, keep_existing
from riffdesk.cli.choices import ForceOption, decimal_option, path_option
from riffdesk.cli.generation import SeedOption
from riffdesk.cli.riff_options import checked_chords, checked_key, checked_seconds
from riffdesk.cli.terminal import examples, report_errors, say, say_written
from riffdesk.errors import UserError
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframe

_BARS = 8


@app.command(
    "midi",
    epilog=examples(
        "riffdesk midi 'slow jazz with a piano' -o jazz.mid",
        "riffdesk midi 'funk, no bass' -o funk.mid --bars 16 --seed 7",
        "riffdesk midi 'strings' -o strings.mid --chords 'Cm | Ab | Eb | Bb' --bpm 84",
    ),
)
@report_errors
def midi(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="The music to compose.")],
    out: Annotated[Path, path_option("--out", "-o", metavar="OUT", help="The .mid file to write.")],
    seed: SeedOption = None,
    negative: Annotated[
        str, typer.Option(metavar="PROMPT", help="Words to avoid, such as instruments.", show_default=False)
    ] = "",
    seconds: Annotated[
        float | None, decimal_option(callback=checked_seconds, help="Length, up to the end of a bar.")
    ] = None,
    bars: Annotated[int | None, typer.Option(min=1, help="Length in bars instead.", show_default=str(_BARS))] = None,
    bpm: Annotated[
        float | None, decimal_option(low=MIN_TEMPO, high=MAX_TEMPO, help="Tempo, unless the prompt names one.")
    ] = None,
    beats: Annotated[
        int | None, typer.Option(min=1, max=MAX_BEATS, help="Beats in each bar, unless the prompt names a meter.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(callback=checked_key, metavar="KEY", help="Key, such as 'C minor', unless the prompt names one."),
    ] = None,
    chords: Annotated[
        str | None,
        typer.Option(callback=checked_chords, metavar="CHORDS", help="Chords, such as 'Cm | Ab | Eb Bb', bar by bar."),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Compose music from a prompt and write the notes as a MIDI file.

    Each part has a track; tempo, meter, key and chords are in the file as well. A line is printed for
    each word of the prompt that was understood. All other choices are random, from the seed: the same
    command line gives the same notes, and a longer score begins like a shorter one. With the same
    options, `riffdesk render` plays these notes by a model that takes scores.
    """
    if out.suffix.lower() not in (".mid", ".midi"):
        raise typer.BadParameter(f"'{out}' is no name for a score: it must end in .mid.")
    if seconds is not None and bars is not None:
        raise typer.BadParameter("give either --seconds or --bars.")
    keep_existing(out, force)
    check_folder(out)
    from riffdesk.compose.midi.score_midi import write_midi
    from riffdesk.compose.score import MAX_SECONDS
    from riffdesk.engine.riff.score.riff_score import riff_score, score_for_file, understood
    from riffdesk.models.registry import BUILT_IN
    from riffdesk.scripting.requests import with_options
    from riffdesk.sketch.recipe.recipe import Recipe

    options = {"negative": negative, "seed": seed, "bars": bars, "bpm": bpm, "beats": beats, "key": key}
    values = {name: value for name, value in (options | {"chords": chords}).items() if value is not None}
    # The recipe of `render` with these options; model and steps do not change the score.
    recipe = with_options(Recipe(BUILT_IN, (Keyframe(prompt=prompt),), seconds=1.0, steps=1), values)
    frame = riff_score(replace(recipe, seconds=1.0)).score
    bar = 60 * frame.beats_per_bar / frame.tempo
    length = math.ceil(seconds / bar - 1e-6) if seconds is not None else bars or _BARS
    if length * bar > MAX_SECONDS:
        raise UserError(f"A score has at most {MAX_SECONDS // 60} minutes; this would be {length * bar / 60:.0f}.")
    if seed == RANDOM_SEED:
        say(f"Seed: {recipe.keyframes[0].seed}.")
    for sentence in understood(recipe, "as given"):
        say(sentence)
    write_midi(out, score_for_file(recipe, length))
    say_written(out)
