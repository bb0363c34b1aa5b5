"""Phase reconstruction: ink to sound, entirely or for the columns that changed.

The modules, in the order of the computation:

- `quality` has the names of its qualities.
- `reconstruction` is the entry, and calls the others.
- `grid` chooses the working sample rate and frames.
- `span` is the part of a sound that is rendered.
- `clicks` widens lines of one column to the shape of a click.
- `initial_sound` makes the sound before the first iteration, `initial_phase` the phase of new ink in it.
- `spectra` has one iteration: a gain on a sound's spectra towards the target mel amplitudes, and overlap-add.
- `iterations` repeats it.
- `card_sound` and `parallel_phase` are `clicks`, `initial_sound` and `initial_phase` for a graphics card.
- `reference` is Riffusion's own inversion, for comparison.
"""
