"""The iterations of a reconstruction, of which a graphics card repeats a recording.

Python takes longer to start the kernels of an iteration than a card takes to compute them. So the iterations over all
offsets of the frames are recorded once, and then started all at once (`riffdesk.devices`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import torch

from riffdesk.devices import Device
from riffdesk.dsp.phase.spectra import Frames, Spectra
from riffdesk.progress import check

_MOMENTUM = 0.9
_WORTH_RECORDING = 4  # times that a recording is used at least
_ROOM = 2.0  # free memory for a recording, relative to what an iteration takes
_SPECTRA_HELD = 6  # complex spectra of all frames computed at once that fit into the memory of an iteration


@dataclass(frozen=True, eq=False)
class Iterations:
    """The iterations of one span.

    Parameters
    ----------
    rows : list of Frames
        For successive iterations, in turn.
    targets : list of tensors ``[channels, frames, bands]``
        Target mel amplitudes of these frames.
    previous : tensor ``[channels, samples]``
        The previous sound.
    weight : tensor ``[samples]``
        That of the new sound.
    recorder : Device, optional
        A device that records calls, if the spectra are on one.
    """

    spectra: Spectra
    rows: list[Frames]
    targets: list[torch.Tensor]
    previous: torch.Tensor
    weight: torch.Tensor
    cancel: threading.Event | None
    recorder: Device | None = None

    def run(self, first: torch.Tensor, count: int, on_done: Callable[[int], None], *, is_gain: bool) -> torch.Tensor:
        """Return the sound after a number of iterations.

        Parameters
        ----------
        first : tensor ``[channels, samples]``
            The initial sound.
        on_done : callable
            Called with the number of iterations that are done.
        is_gain : bool
            Whether the first iteration is a gain on the previous sound, without momentum: that would invert the phase
            of the sound.
        """
        sound = last = self.mixed(first)
        cycle, done, recording = len(self.rows), 0, None
        while done < count:
            if done == (cycle if is_gain else 0) and count - done >= _WORTH_RECORDING * cycle:
                recording = self._recording(last, sound)
            if recording is not None and count - done >= cycle:
                check(self.cancel)
                last, sound = recording(torch.stack([last, sound])).unbind()
                done += cycle
            else:
                last, sound = sound, self._next(last, sound, done, self.cancel)
                if done == 0 and is_gain:
                    last = sound
                done += 1
            on_done(done)
        if recording is not None and self.recorder is not None:
            self.recorder.synchronise()  # the recording's memory is used until then
        return sound

    def mixed(self, sound: torch.Tensor) -> torch.Tensor:
        """Return a new sound crossfaded with the previous one."""
        return self.previous + self.weight * (sound - self.previous)

    def _next(
        self, last: torch.Tensor, sound: torch.Tensor, iteration: int, cancel: threading.Event | None
    ) -> torch.Tensor:
        """Return the sound after one more iteration."""
        ahead = sound + _MOMENTUM * (sound - last)
        index = iteration % len(self.rows)
        return self.mixed(self.spectra.step(ahead, self.targets[index], self.rows[index], cancel))

    def _cycle(self, sounds: torch.Tensor) -> torch.Tensor:
        """Return the last two sounds, ``[2, channels, samples]``, after one iteration over each row of frames."""
        last, sound = sounds.unbind()
        for iteration in range(len(self.rows)):
            last, sound = sound, self._next(last, sound, iteration, None)
        return torch.stack([last, sound])

    def _recording(self, last: torch.Tensor, sound: torch.Tensor) -> Callable[..., torch.Tensor] | None:
        """Return `_cycle` as a recording; None if the device does not record, or lacks the memory."""
        device = self.recorder
        if device is None or not device.records():
            return None
        spectrum = 8 * self.spectra.grid.bins * len(sound)
        if device.free_bytes() < _ROOM * _SPECTRA_HELD * spectrum * self.rows[0].at_once:
            return None
        try:
            return device.record(self._cycle, (torch.stack([last, sound]),))
        except RuntimeError:  # of memory, or of a part that cannot be recorded
            return None
