"""The commands of the Region menu: effects on what is selected of the layer, or on all of it."""

from __future__ import annotations

from riffdesk.arrays import Array
from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.paint.effects.effect import Effect, Place, apply_effect, begin_effect
from riffdesk.sketch.paint.effects.noise import noise_profile
from riffdesk.sketch.paint.modifiers import Grid
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.numbers import Numbers
from riffdesk.ui.window_parts import WindowParts

_LIVE_SECONDS = 60  # of a region that is changed while its numbers are asked for
NOTHING = "There is no sound to change here: the layer is silent."
PROFILE_TAKEN = "The noise profile is taken. Denoise uses it until another is taken."


class RegionEffects:
    """Applies effects to the active layer, each as one undo step; their numbers are seen and heard while asked for."""

    def __init__(self, parts: WindowParts, canvas: SpectrogramCanvas, numbers: Numbers) -> None:
        self._sketch, self._canvas, self._notice, self._numbers = parts.sketch, canvas, parts.notice, numbers
        self._noise: Array | None = None
        parts.sketch.subscribe(self._forget_noise, DocumentOpened)

    def run(self, effect: Effect) -> None:
        """Apply an effect to the selection, or to the whole layer without one."""
        self._canvas.cancel_drag()
        sketch = self._sketch
        region = self._canvas.selection or Region.everything(sketch)
        ink = sketch.active_layer.tiles.read(region.start, region.stop, region.bands)
        if not (ink if region.mask is None else ink * region.mask).any():
            self._notice.tell(NOTHING)
            return
        # In a loop the columns are stretched to fill it, so that a beat has not as many as elsewhere.
        tempo = 60 * sketch.params.columns_per_second / Grid.of(sketch.state, "beat").step
        place = Place(sketch.params, tempo, sketch.state.key, noise=self._noise)
        edit = begin_effect(sketch, effect, region)
        if not effect.parameters:
            apply_effect(edit, effect, region, place, {})
            edit.commit()
        elif self._numbers.ask(
            effect.name,
            effect.parameters,
            lambda values: apply_effect(edit, effect, region, place, values),
            live=region.stop - region.start <= _LIVE_SECONDS * sketch.params.columns_per_second,
        ):
            edit.commit()
        else:
            edit.abort()

    def take_noise_profile(self) -> None:
        """Take what is selected for noise, which Denoise turns down."""
        if self._canvas.selection is not None:
            self._noise = noise_profile(self._sketch.active_layer.tiles, self._canvas.selection)
            self._notice.tell(PROFILE_TAKEN)

    def _forget_noise(self, _: DocumentOpened) -> None:
        self._noise = None
