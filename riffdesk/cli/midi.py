"""``riffdesk midi``: the score of a prompt as a MIDI file."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, keep_existing
from riffdesk.cli.choices import ForceOption
from riffdesk.cli.generation import SeedOption
from riffdesk.cli.riff_options import checked_key, checked_seconds
from riffdesk.cli.terminal import calmly, examples, say, say_written
from riffdesk.errors import UserError
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.timeline import Keyframe, chosen_seed

if TYPE_CHECKING:
    from riffdesk.compose.chords import Progression
    from riffdesk.compose.words.frame import Setting

_BARS = 8


def _checked_chords(value: str | None) -> str | None:
    from riffdesk.compose.chords import chords_of

    try:
        chords_of(value or "")
    except UserError as error:
        raise typer.BadParameter(str(error)) from error
    return value


@app.command(
    "midi",
    epilog=examples(
        "riffdesk midi 'slow jazz with a piano' -o jazz.mid",
        "riffdesk midi 'funk, no bass' -o funk.mid --bars 16 --seed 7",
        "riffdesk midi 'strings' -o strings.mid --chords 'Cm | Ab | Eb | Bb' --bpm 84",
    ),
)
@calmly
def midi(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="What is to be played.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The .mid file to write.")],
    seed: SeedOption = None,
    negative: Annotated[str, typer.Option(metavar="PROMPT", help="What is to be absent.", show_default=False)] = "",
    seconds: Annotated[
        float | None, typer.Option(callback=checked_seconds, help="Length, up to the end of a bar.")
    ] = None,
    bars: Annotated[int | None, typer.Option(min=1, help="Length in bars instead.", show_default=str(_BARS))] = None,
    bpm: Annotated[
        float | None, typer.Option(min=MIN_TEMPO, max=MAX_TEMPO, help="Tempo, unless the prompt names one.")
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
        typer.Option(callback=_checked_chords, metavar="CHORDS", help="Chords, such as 'Cm | Ab | Eb Bb', bar by bar."),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Compose what a prompt asks for and write the notes as a MIDI file.

    Each part has a track; tempo, meter, key and chords are in the file as well. What was understood
    of the prompt is told in a line each. What neither the prompt nor an option tells is drawn from
    the seed: the same command line gives the same notes, and a longer score begins like a shorter one.
    """
    if out.suffix.lower() not in (".mid", ".midi"):
        raise typer.BadParameter(f"'{out}' is no name for a score: it must end in .mid.")
    if seconds is not None and bars is not None:
        raise typer.BadParameter("give either --seconds or --bars.")
    keep_existing(out, force)
    check_folder(out)
    from riffdesk.compose.chords import chords_of
    from riffdesk.compose.composition import compose_riff
    from riffdesk.compose.midi.score_midi import write_midi
    from riffdesk.compose.score import MOST_SECONDS
    from riffdesk.compose.words.spec_of_words import read_words

    chosen = chosen_seed(Keyframe.seed if seed is None else seed)
    setting = _setting(prompt, bpm, beats, key, chords_of(chords or ""))
    reading = read_words(prompt, negative=negative, seed=chosen, setting=setting)
    bar = 60 * reading.spec.beats_per_bar / reading.spec.tempo
    length = math.ceil(seconds / bar - 1e-9) if seconds is not None else bars or _BARS
    if length * bar > MOST_SECONDS:
        raise UserError(f"A score has at most {MOST_SECONDS // 60} minutes; this would be {length * bar / 60:.0f}.")
    if chosen != seed and seed is not None:
        say(f"Seed: {chosen}.")
    for sentence in reading.understood:
        say(sentence)
    write_midi(out, compose_riff(reading.spec, chosen, length))
    say_written(out)


def _setting(prompt: str, bpm: float | None, beats: int | None, key: str | None, chords: Progression) -> Setting:
    """Return what the options settle, or the prompt where it names tempo or key."""
    from riffdesk.compose.words.frame import Setting
    from riffdesk.compose.words.spec_of_words import key_named

    tempo, named_key = tempo_in(prompt), key_in(prompt)
    named = {what for what, told in (("tempo", tempo), ("key", named_key)) if told}
    whole = key_named(named_key or key or "")
    return Setting(tempo or bpm, beats, whole, chords, frozenset(named), source="as given")
