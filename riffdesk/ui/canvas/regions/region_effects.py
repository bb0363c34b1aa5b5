"""The commands of the Region menu: effects on the selected part of the layer, or on all of it."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.effects.effect import Effect, apply_effect, begin_effect, place_in
from riffdesk.sketch.paint.effects.noise import noise_profile
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.numbers import Numbers
from riffdesk.ui.canvas.regions.trial import LongTrial, Trial
from riffdesk.ui.window_parts import WindowParts

_AT_ONCE = 300_000  # cells of a region that is changed without a thread of its own: 5 s of all bands
NOTHING = tr("There is no sound to change here: the layer is silent.")
NOTHING_AROUND = tr("Select less than the full length: the selection is filled from the sound before and after it.")
CHANGED = tr("Nothing was applied: the layer has changed its length, or was removed.")
PROFILE_TAKEN = tr("The noise profile is now a part of the sketch. Denoise uses it until you take another.")


class RegionEffects:
    """Applies effects to the active layer, each as one undo step, with a preview while the user sets the parameters."""

    def __init__(self, parts: WindowParts, canvas: SpectrogramCanvas, numbers: Numbers) -> None:
        self._sketch, self._canvas, self._notice, self._numbers = parts.sketch, canvas, parts.notice, numbers

    def run(self, effect: Effect) -> None:
        """Apply an effect to the selection, or without one to all of the layer."""
        self._canvas.cancel_drag()
        sketch = self._sketch
        region = self._canvas.selection or Region.everything(sketch)
        long = (region.stop - region.start) * (region.high - region.low) > _AT_ONCE
        source = effect.source(region, sketch)
        if source is None:
            self._notice.tell(NOTHING_AROUND)
            return
        if _is_silent(sketch.active_layer.tiles, source, long=long or source is not region):
            self._notice.tell(NOTHING)
            return
        place = place_in(sketch.state)
        if not effect.parameters and not long:
            edit = begin_effect(sketch, effect, region)
            apply_effect(edit, effect, region, place, {})
            edit.commit()
            return
        shown = self._canvas.shown_columns
        trial: Trial = LongTrial(sketch, effect, region, place, shown) if long else Trial(sketch, effect, region, place)
        failures: list[Exception] = []
        if trial.computation is not None:
            trial.computation.failed.connect(failures.append)
        if not self._numbers.ask(effect.name, effect.parameters, trial.attempt, computation=trial.computation):
            trial.abort()
            for failure in failures:
                self._notice.report(failure)
        elif not trial.keep():
            self._notice.tell(CHANGED)

    def take_noise_profile(self) -> None:
        """Take the selection as the noise profile for Denoise."""
        if self._canvas.selection is not None:
            noise = noise_profile(self._sketch.active_layer.tiles, self._canvas.selection)
            self._sketch.change(tr("Noise profile"), noise=tuple(noise.tolist()))
            self._notice.tell(PROFILE_TAKEN)


def _is_silent(tiles: Ink, region: Region, *, long: bool) -> bool:
    """Return whether a region has no ink; of a long one, whether the layer has none in its time."""
    if long:
        return tiles.is_silent_in((region.start, region.stop))
    ink = tiles.read(region.start, region.stop, region.bands)
    return not (ink if region.mask is None else ink * region.mask).any()
