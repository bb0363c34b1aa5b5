"""Opens sound files with libsndfile, with headers mended that it would believe."""

from __future__ import annotations

import os
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


@dataclass(frozen=True, eq=False)
class SoundSource:
    """An open sound file.

    Parameters
    ----------
    file : binary file
        Its bytes as they are.
    sound : soundfile.SoundFile
        Its samples, from the first on.
    layout : tuple of str, optional
        Which loudspeaker each of more than two channels is for; None if nobody knows.
    notes : tuple of str
        Sentences for the user about what was mended.
    """

    file: BinaryIO
    sound: Any
    layout: Layout | None
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Mended:
    """What libsndfile is given in place of a file, and what to say about it."""

    file: SplicedFile | None = None
    speakers: int | None = None
    note: str = ""


@contextmanager
def open_sound_source(path: Path, cancel: threading.Event | None = None) -> Iterator[SoundSource]:
    """Open a sound file, or a pipe that one comes through.

    Raises
    ------
    UserError
        If it is missing, empty or no sound file, or nothing of it can be read.
    Cancelled
        If ``cancel`` was set while waiting for a pipe.
    """
    import soundfile

    name = readable(path.name)
    with open_input(path, cancel) as file:
        if not file.read(1):
            raise UserError(f"{name} is empty. Choose another file.")
        no_sound = f"{name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file."
        if path.suffix.lower() == ".raw":
            raise UserError(no_sound)  # libsndfile asks for a rate and channels there
        try:
            mended = _mended(file, name)
            file.seek(0)
            sound = soundfile.SoundFile(mended.file or (_path_of(path) if is_regular(path) else file))
        except soundfile.SoundFileError as error:
            raise UserError(no_sound) from error
        # soundfile seeks after every block, which a FLAC without a length cannot, and an MP3 only roughly.
        sound.seekable = lambda: False
        with sound:
            try:
                layout = layout_of(sound.format, sound.channels, mended.speakers) if sound.channels > 2 else None
                notes = (mended.note,) if mended.note else ()
                yield SoundSource(file, sound, layout, notes)
            except soundfile.SoundFileError as error:
                raise UserError(f"{name} is damaged, and nothing of it can be read. Get another copy of it.") from error


def cut_short(name: str, seconds: float, promised: float) -> str:
    """Return what to say of a file that has a part of its sound."""
    return f"{name} is cut short: {seconds:.1f} of {promised:.1f} s are there, and were read."


def _path_of(path: Path) -> Path | bytes:
    """Return a path as libsndfile takes it, whatever bytes it consists of."""
    return path if os.name == "nt" else os.fsencode(path)


def _mended(file: BinaryIO, name: str) -> _Mended:
    wav = wav_file(file)
    if wav is not None:
        note = ""
        if wav.unknown:
            note = f"{name} does not tell its length, as when a recorder loses power. All that is there was read."
        elif wav.promised:
            note = cut_short(name, wav.seconds, wav.promised)
        return _Mended(wav.file, wav.format.speakers, note)
    mpeg = mpeg_sound(file)
    if mpeg is not None:
        note = ""
        if mpeg.promised > mpeg.seconds:
            note = cut_short(name, mpeg.seconds, mpeg.promised)
        elif mpeg.others:
            note = f"{name} was joined of parts of different sample rates. Only those of the first one's were read."
        return _Mended(mpeg.file, None, note)
    if is_cut_ogg(file):
        return _Mended(note=f"{name} is cut short. What is there was read.")
    return _Mended()
