"""Adding riffs and sound files to the library."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from riffdesk.analysis.sound_entry import entry_of
from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest, import_audio, write_audio
from riffdesk.dsp.mix import below_clipping
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, readable
from riffdesk.language import tr
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sound import Waveform
from riffdesk.store.library.entry import Entry, NewEntry
from riffdesk.store.library.library import Library


@dataclass(frozen=True, eq=False)
class KeepRequest:
    """Add a riff to the library.

    Parameters
    ----------
    ink : Ink or float32 ``[bands, columns]`` or ``[2, bands, columns]``
    waveform : Waveform or float32 ``[channels, samples]``
        Its sound, at ``params.sample_rate``. It is turned down if it would clip.
    recipe : Recipe
    params : SpectrogramParams
    kind, name : str
        See `riffdesk.store.library.entry.NewEntry`.
    limit : int
        Bytes that the library may take; 0 for any number.
    """

    ink: Ink | Array
    waveform: Waveform | Array
    recipe: Recipe
    params: SpectrogramParams
    kind: str
    name: str
    limit: int = 0


@dataclass(frozen=True)
class AddFileRequest:
    """Add a sound file to the library.

    Parameters
    ----------
    path : Path
    limit : int
        See `KeepRequest`.
    name : str
        By default that of the file.
    stars : int
    tags : tuple of str
    kind : str
        See `KeepRequest`; by default a riff if the file has a recipe, or else a sound.
    """

    path: Path
    limit: int = 0
    name: str = ""
    stars: int = 0
    tags: tuple[str, ...] = ()
    kind: str = ""


def keep_riff(request: KeepRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Entry:
    """Add a riff to the library, unless it has the same sound; return its entry.

    Raises
    ------
    UserError
        If it cannot be added; the library has not changed then.
    """
    audio, _ = below_clipping(np.asarray(request.waveform))
    params, recipe = request.params, request.recipe
    new = entry_of(audio, np.asarray(request.ink), params, recipe, kind=request.kind, name=request.name)
    with closing(Library()) as library:
        return _add(library, new, audio, params.sample_rate, recipe, request.limit)


def add_file(request: AddFileRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Entry:
    """Add a sound file to the library, unless it has the same sound; return its entry.

    Raises
    ------
    UserError
        If the file cannot be read, or the library cannot be changed.
    """
    with closing(Library()) as library:
        return add_file_to(library, request, on_step, cancel)


def add_file_to(
    library: Library, request: AddFileRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Entry:
    """Add a sound file to a library that is open; see `add_file`."""
    sound = import_audio(ImportRequest(request.path, SpectrogramParams()), on_step, cancel)
    new = replace(entry_of_file(sound, request), stars=request.stars, tags=request.tags)
    audio, _ = below_clipping(sound.audio)
    return _add(library, new, audio, SpectrogramParams().sample_rate, sound.recipe, request.limit)


def entry_of_file(sound: ImportedAudio, request: AddFileRequest) -> NewEntry:
    """Return the entry of a sound file that was read with the default parameters."""
    audio, _ = below_clipping(sound.audio)
    return entry_of(
        audio,
        sound.ink,
        SpectrogramParams(),
        sound.recipe,
        kind=request.kind or ("sound" if sound.recipe is None else "riff"),
        name=request.name or readable(request.path.stem),
        tempo=sound.tempo,
    )


def _add(library: Library, new: NewEntry, audio: Array, rate: int, recipe: Recipe | None, limit: int) -> Entry:
    if not np.any(audio):
        raise UserError(tr("{name} is silent, and was not put into the library.", name=new.name))

    def write(path: Path) -> None:
        write_audio(path, audio, rate, subtype="PCM_24", recipe=recipe)

    return library.add(new, write, limit=limit)
