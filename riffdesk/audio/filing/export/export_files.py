"""The files of an export: their names, layers and samples."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.filing.sample_formats import SUFFIXES, Format
from riffdesk.dsp.mix import Track, stem
from riffdesk.errors import UserError
from riffdesk.files import safe_name
from riffdesk.language import tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import MIX, audible_layers, track_of, tracks
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.state import State

BLOCK = 1 << 16  # samples between two checks for cancellation


@dataclass(frozen=True, eq=False)
class ExportFile:
    """One file of an export.

    Parameters
    ----------
    key : str
        The id of its layer; `MIX` for the mix.
    ending : str
        End of its name.
    layers : tuple of Layer
        Its layers.
    tracks : tuple of Track
        Tracks that are summed in it.
    untouched : bool
        Whether it is a single unedited import.
    recipe : Recipe, optional
        Recipe of a single layer that a model made.
    """

    key: str
    ending: str
    layers: tuple[Layer, ...]
    tracks: tuple[Track, ...]
    untouched: bool
    recipe: Recipe | None


def export_files(
    document: State, *, mix: bool = True, stems: bool = True, left_out: Collection[str] = ()
) -> list[ExportFile]:
    """Return the files of a document: the mix, and then one for each layer from the lowest up.

    The mix is the sum of the audible layers. A layer that is not audible has a file too, whose name says that it is
    not in the mix.

    Parameters
    ----------
    document : State
    mix, stems : bool
        Whether the mix and the layers have files.
    left_out : collection of str
        Ids of layers without a file.
    """
    audible = audible_layers(document)
    files = [_file(MIX, "mix", audible, tracks(document))] if mix else []
    for number, layer in enumerate(document.layers, 1):
        if stems and layer.id not in left_out:
            waveform = layer.sound.waveform
            layer_tracks = () if waveform is None else (track_of(layer, waveform),)
            ending = f"{number:02} {_tidy(layer.name, 'Layer')}"
            files.append(
                _file(layer.id, ending + ("" if layer in audible else " (not in mix)"), (layer,), layer_tracks)
            )
    return files


def refuse_pending(files: Sequence[ExportFile]) -> None:
    """Raise a UserError if a layer in one of the files has stale columns."""
    for layer in (layer for file in files for layer in file.layers):
        if layer.sound.pending is not None:
            raise UserError(
                tr('The sound of the layer "{name}" is not ready. Wait for it, then export again.', name=layer.name)
            )


def file_names(files: Sequence[ExportFile], name: str, file_format: Format, number: int = 1) -> list[str]:
    """Return the names of the files of an export; ``number`` is added to the name from 2 on."""
    base = _tidy(name, "untitled") + (f" {number}" if number > 1 else "")
    return [f"{base} {file.ending}{SUFFIXES[file_format]}" for file in files]


def blocks(file: ExportFile, samples: int) -> Iterator[NDArray[np.float64]]:
    """Yield a file's sound in blocks ``[2, samples]``, summed in float64."""
    for start in range(0, samples, BLOCK):
        count = min(BLOCK, samples - start)
        total = np.zeros((2, count))
        for track in file.tracks:
            total += stem(replace(track, audio=track.audio[:, start : start + count]), count)
        yield total


def _tidy(name: str, fallback: str) -> str:
    """Return a name that every system accepts, without consecutive dots."""
    return safe_name(re.sub(r"\.{2,}", ".", name), fallback)


def _file(key: str, ending: str, layers: tuple[Layer, ...], file_tracks: tuple[Track, ...]) -> ExportFile:
    single_layer = (
        next((layer for layer in layers if layer.id == file_tracks[0].key), None) if len(file_tracks) == 1 else None
    )
    untouched = single_layer is not None and _is_untouched(file_tracks[0], single_layer)
    return ExportFile(key, ending, layers, file_tracks, untouched, single_layer.recipe if single_layer else None)


def _is_untouched(track: Track, layer: Layer) -> bool:
    if layer.source is None or (track.left, track.right) != (1, 1):
        return False
    return track.audio == layer.source.waveform
