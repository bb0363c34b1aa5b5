"""The commands of the Region menu: effects on what is selected of the layer, or on all of it."""

from __future__ import annotations

from riffdesk.arrays import Array
from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.effects.effect import Effect, Place, Values, apply_effect, begin_effect
from riffdesk.sketch.paint.effects.noise import noise_profile
from riffdesk.sketch.paint.modifiers import Grid
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.numbers import Numbers
from riffdesk.ui.window_parts import WindowParts

_LIVE_SECONDS = 60  # of a region that is changed while its numbers are asked for
NOTHING = "There is no sound to change here: the layer is silent."
CHANGED = "Nothing was applied: the layer has another length now, or is gone."
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
        if not effect.parameters:
            edit = begin_effect(sketch, effect, region)
            apply_effect(edit, effect, region, place, {})
            edit.commit()
            return
        trial = _Trial(sketch, effect, region, place)
        live = region.stop - region.start <= _LIVE_SECONDS * sketch.params.columns_per_second
        if not self._numbers.ask(effect.name, effect.parameters, trial.attempt, live=live):
            trial.abort()
        elif not trial.keep():
            self._notice.tell(CHANGED)

    def take_noise_profile(self) -> None:
        """Take what is selected for noise, which Denoise turns down."""
        if self._canvas.selection is not None:
            self._noise = noise_profile(self._sketch.active_layer.tiles, self._canvas.selection)
            self._notice.tell(PROFILE_TAKEN)

    def _forget_noise(self, _: DocumentOpened) -> None:
        self._noise = None


class _Trial:
    """An effect on the active layer while its numbers are asked for.

    A riff that arrives meanwhile is a step before it: the effect is taken back, and applied with the next numbers.
    """

    def __init__(self, sketch: Sketch, effect: Effect, region: Region, place: Place) -> None:
        self._sketch, self._effect, self._region, self._place = sketch, effect, region, place
        self._layer, self._added_before = sketch.active_layer, sketch.state.added_before
        self._values: Values = {}
        self._edit = self._begin()

    def attempt(self, values: Values) -> None:
        """Apply the effect with other numbers."""
        self._values = values
        if not self._edit.open and self._sketch.state.has_in_place(self._layer, self._added_before):
            self._sketch.select_layer(self._layer.id)
            self._edit = self._begin()
        if self._edit.open:
            apply_effect(self._edit, self._effect, self._region, self._place, values)

    def keep(self) -> bool:
        """Keep the effect as one undo step; return False if its layer is gone or has another length."""
        if not self._edit.open:
            self.attempt(self._values)
        kept = self._edit.open
        self._edit.commit()
        return kept

    def abort(self) -> None:
        """Take the effect back."""
        self._edit.abort()

    def _begin(self) -> InkEdit:
        edit = begin_effect(self._sketch, self._effect, self._region)
        edit.tentative = True
        return edit
