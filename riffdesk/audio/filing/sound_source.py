"""Opening sound files with libsndfile, with corrected headers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from riffdesk.audio.filing.channels import Layout, layout_of
from riffdesk.audio.filing.formats.mpeg_frames import mpeg_sound
from riffdesk.audio.filing.formats.spliced_file import SplicedFile
from riffdesk.audio.filing.formats.truncation import is_cut_ogg
from riffdesk.audio.filing.formats.wav_repair import wav_file
from riffdesk.errors import UserError, readable
from riffdesk.input_file import is_regular, open_input
from riffdesk.language import tr
from riffdesk.system import SYSTEM


@dataclass(frozen=True, eq=False)
class SoundSource:
    """An open sound file.

    Parameters
    ----------
    file : binary file
        Its bytes.
    sound : soundfile.SoundFile
        Its samples.
    layout : tuple of str, optional
        Loudspeakers of more than two channels; None if they are unknown.
    notes : tuple of str
        Sentences for the user about damage.
    unused_bits : int
        Bits of each sample that hold nothing, according to the header.
    """

    file: BinaryIO
    sound: Any
    layout: Layout | None
    notes: tuple[str, ...]
    unused_bits: int = 0


@dataclass(frozen=True, eq=False)
class _CorrectedFile:
    """A file with a corrected header, if it needs one, and a note about it for the user."""

    file: SplicedFile | None = None
    speakers: int | None = None
    note: str = ""
    unused_bits: int = 0


@contextmanager
def open_sound_source(path: Path, cancel: threading.Event | None = None) -> Iterator[SoundSource]:
    """Open a sound file or a pipe.

    Raises
    ------
    UserError
        If it is missing, empty, no sound file, or too damaged to be read.
    Cancelled
        If ``cancel`` was set while waiting for a pipe.
    """
    import soundfile

    name = readable(path.name)
    with open_input(path, cancel) as file:
        if not file.read(1):
            raise UserError(tr("{name} is empty. Choose another file.", name=name))
        no_sound = tr(
            "{name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file.", name=name
        )
        if path.suffix.lower() == ".raw":
            raise UserError(no_sound)  # libsndfile needs rate and channels for raw samples
        try:
            mended = _mended(file, name)
            file.seek(0)
            sound = soundfile.SoundFile(mended.file or (SYSTEM.path_for_libraries(path) if is_regular(path) else file))
        except soundfile.SoundFileError as error:
            raise UserError(no_sound) from error
        # soundfile seeks after every block, which fails in a FLAC without a length and is inexact in an MP3.
        sound.seekable = lambda: False
        with sound:
            try:
                layout = layout_of(sound.format, sound.channels, mended.speakers) if sound.channels > 2 else None
                notes = (mended.note,) if mended.note else ()
                yield SoundSource(file, sound, layout, notes, mended.unused_bits)
            except soundfile.SoundFileError as error:
                raise UserError(tr("{name} is too damaged to be read. Get another copy of it.", name=name)) from error


def truncation_note(name: str, seconds: float, header_seconds: float) -> str:
    """Return a note for the user about a truncated file."""
    return tr(
        "{name} is cut short: {seconds:.1f} of {header_seconds:.1f} s remain, and were read.",
        name=name,
        seconds=seconds,
        header_seconds=header_seconds,
    )


def _mended(file: BinaryIO, name: str) -> _CorrectedFile:
    wav = wav_file(file)
    if wav is not None:
        note = ""
        if wav.size_unknown:
            note = tr(
                "{name} does not state its length, as when a recorder loses power. It was read to its end.", name=name
            )
        elif wav.header_seconds:
            note = truncation_note(name, wav.seconds, wav.header_seconds)
        return _CorrectedFile(wav.file, wav.format.speakers, note, wav.format.unused_bits)
    mpeg = mpeg_sound(file)
    if mpeg is not None:
        note = ""
        if mpeg.header_seconds > mpeg.seconds:
            note = truncation_note(name, mpeg.seconds, mpeg.header_seconds)
        elif mpeg.other_rate_frames:
            note = tr(
                "{name} has parts of different sample rates. Only parts with the first one's rate were read.", name=name
            )
        return _CorrectedFile(mpeg.file, None, note)
    if is_cut_ogg(file):
        return _CorrectedFile(note=tr("{name} is cut short. The remaining part was read.", name=name))
    return _CorrectedFile()
