"""Ink back to sound: phase reconstruction, whole or for the columns that changed.

The way from ink to sound, one module each:

- `reconstruction` is the story: what is wanted, what is there, and how the new sound is led into the old.
- `grid` says at which rate and on which frames the work is done.
- `span` is the part of a sound that is rendered anew.
- `clicks` takes lines one column wide for what they mean.
- `initial_sound` makes the sound to begin with, `initial_phase` the phase that new ink has in it.
- `spectra` holds the one step of the method: give a sound's spectra the wanted mel amplitudes, and go back to a sound.
- `reference` is Riffusion's own inversion, for comparison.
"""

from riffdesk.dsp.phase.reconstruction import QUALITIES, Quality, reconstruct

__all__ = ["QUALITIES", "Quality", "reconstruct"]
