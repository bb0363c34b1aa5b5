"""The sketch: the present document with its history, and a method for each change, which makes one undo step."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np

from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated
from riffdesk.sketch.changes import with_render, with_rendered
from riffdesk.sketch.events import DocumentOpened, HistoryChanged, differences
from riffdesk.sketch.history import History, Revision, Step
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.ink_edit import InkEdit, LoopedEdit, Weights
from riffdesk.sketch.layer import Layer, layer_step_name
from riffdesk.sketch.length import length_error, of_length, of_tempo, with_new_layer, with_sound_of
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import check_meter, check_tempo, seconds_of
from riffdesk.sketch.observed_document import ObservedDocument
from riffdesk.sketch.recipe.timeline import Keyframes
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_LAYERS, MAX_SECONDS, State, empty_state, silent_ink
from riffdesk.sketch.takes import other_take, places_to_compared, with_kept
from riffdesk.sketch.tiles.ranges import Columns

NEW = mark("New sketch")


class Sketch(ObservedDocument):
    """The present document, its history and its listeners.

    All changes go through its methods. It does not use Qt, and is used from one thread only; its `state` may be passed
    to others.

    Parameters
    ----------
    state : State, optional
        The first document; an empty one by default.
    """

    def __init__(self, state: State | None = None) -> None:
        super().__init__(state or empty_state())
        self._edit: InkEdit | None = None
        self._new = True
        self.history = History(self._state, NEW)

    @property
    def modified(self) -> bool:
        """Whether it has unsaved changes."""
        return self._has_uncommitted_stroke or not self.history.at_saved

    @property
    def untouched(self) -> bool:
        """Whether it is a new sketch without any changes."""
        return self._new and len(self.history.steps) == 1 and all(layer.tiles.is_silent for layer in self.layers)

    def change(self, name: str, *, merge: str | None = None, **fields: object) -> Step:
        """Change fields of the state as one undo step.

        Parameters
        ----------
        name : str
            Name of the step in the Edit menu.
        merge : str, optional
            Consecutive steps with the same key become one, as while a slider is dragged.
        **fields
            New values of `State` fields.
        """
        self.settle()
        return self.take_step(name, replace(self._state, **fields), merge)  # type: ignore[arg-type]

    def take_step(self, name: str, state: State, merge: str | None = None, *, before: State | None = None) -> Step:
        """Replace the document as one undo step, or as part of the present step if that has the same merge key.

        Parameters
        ----------
        before : State, optional
            The document that undo returns to; the present one by default.
        """
        step = self.history.open_step(merge)
        if step is None:
            step = self.history.push(name, before or self._state, state, merge)
        else:
            step.revision = Revision()
        self.update(state)
        self._notify(HistoryChanged())
        return step

    def update(self, state: State) -> None:
        """Replace the document as part of the present step: for a stroke in progress, sound, and the active layer."""
        if not state.has_layer(state.active):
            state = replace(state, active=state.layers[-1].id)
        before, self._state = self._state, state
        for event in differences(before, state):
            self._notify(event)

    def set_tempo(self, tempo: float, name: str = "Tempo", merge: str = "tempo") -> None:
        """Set the tempo in beats per minute, 20 to 400. An empty sketch keeps its length in bars.

        Parameters
        ----------
        tempo : float
        name, merge
            As in `change`.
        """
        check_tempo(tempo)
        if tempo == self._state.tempo:
            return
        self.settle()
        self.take_step(name, of_tempo(self._state, float(tempo), self._state.beats_per_bar), merge)

    def set_beats_per_bar(self, beats: int) -> None:
        """Set the beats per bar, 1 to 16. An empty sketch keeps its length in bars."""
        check_meter(beats)
        if beats == self._state.beats_per_bar:
            return
        self.settle()
        self.take_step(tr("Meter"), of_tempo(self._state, self._state.tempo, int(beats)), "meter")

    def set_key(self, key: str) -> None:
        """Set the key, such as ``C minor``; '' for none. UserError if it is no key."""
        if key_of(key) != self._state.key:
            self.change(tr("Key"), merge="key", key=key_of(key))

    def set_length(self, seconds: float) -> None:
        """Set the length in seconds, one hop to 10 minutes; ink beyond it is cut off (undo brings it back)."""
        samples = round(seconds * self.params.sample_rate) if np.isfinite(seconds) else 0
        if not self.params.hop <= samples <= MAX_SECONDS * self.params.sample_rate:
            raise length_error(seconds)
        self.settle()
        # While the length is dragged, each step starts from the document before the drag, except for the active
        # layer and the render settings.
        dragging = self.history.open_step("length") is not None
        base = self._state
        if dragging:
            original = self.history.steps[self.history.index - 1].state
            base = replace(with_render(with_sound_of(original, base), self.render), active=base.active)
        self.take_step(tr("Length"), of_length(base, samples, circular=self._state.circular), "length")

    def set_bars(self, bars: float) -> None:
        """Set the length in bars at the sketch's tempo and meter, to the nearest sample."""
        self.set_length(seconds_of(bars, self._state.tempo, self._state.beats_per_bar))

    def set_circular(self, circular: bool) -> None:
        """Set whether the sketch is a seamless loop; its length stays."""
        if circular == self._state.circular:
            return
        self.settle()
        self.take_step(tr("Seamless loop"), of_length(self._state, self.samples, circular=bool(circular)))

    def set_keyframes(self, keyframes: Keyframes, *, merge: str | None = None) -> None:
        """Replace the keyframes of the seed timeline."""
        self.change(tr("Keyframes"), merge=merge, keyframes=keyframes)

    def set_render(self, **fields: object) -> None:
        """Change fields of the `RenderSettings`. Another quality makes all sound a draft."""
        self.settle()
        after = self._with_render(**fields)
        if after is not self._state:
            self.take_step(tr("Riff settings"), after, f"render {'+'.join(fields)}")

    def update_render(self, **fields: object) -> None:
        """Do as `set_render`, but as part of the present step."""
        self.update(self._with_render(**fields))

    def set_layer(self, layer_id: str, *, step: tuple[str, str] | None = None, **fields: object) -> None:
        """Change name, colour, gain_db, pan, mute or solo of a layer; UserError for a gain or pan out of range.

        ``step`` has the name and the merge key of the undo step, by default those of the fields.
        """
        replace(self.layer(layer_id), **fields).check_levels()  # type: ignore[arg-type]
        self.settle()  # only after the checks: an invalid change ends no stroke
        layer = replace(self.layer(layer_id), **fields)  # type: ignore[arg-type]
        names = "+".join(fields)
        name, merge = step or (layer_step_name(fields), f"{layer_id}:{names}")
        self.take_step(name, self._state.with_layer(layer), merge)

    def select_layer(self, layer_id: str) -> None:
        """Make a layer the active one, without an undo step."""
        self.layer(layer_id)
        self.settle()
        self.update(replace(self._state, active=layer_id))

    def new_layer(self, name: str | None = None) -> Layer:
        """Add an empty layer and select it."""
        empty = Layer(silent_ink(self.params, self.columns), name or tr("Layer {number}", number=len(self.layers) + 1))
        return self.add_layer(empty, samples=self.samples)

    def add_layer(
        self,
        layer: Layer,
        sound: Sound | None = None,
        *,
        samples: int | None = None,
        instead_of: Collection[str] = (),
        take_of: str | None = None,
        name: str = "",
        **fields: object,
    ) -> Layer:
        """Add a layer on top and select it; the sketch is lengthened to the layer's length.

        Parameters
        ----------
        layer : Layer
            Its ink has the sketch's bands. Shorter ink is padded with silence; its colour becomes the next free one.
        sound : Sound, optional
            Its sound; by default the layer's own. Without audio, all its columns are stale.
        samples : int, optional
            Exact length of its sound, where that ends inside the last column.
        instead_of : collection of str
            Ids of layers that are muted; the new layer is soloed if one of them is.
        take_of : str, optional
            Id of the layer that it replaces as its next take; see `riffdesk.sketch.takes`.
        name : str
            Name of the undo step; *Add layer* by default.
        **fields
            New values of `State` fields, in the same step.

        Returns
        -------
        Layer
            The added layer.
        """
        self.settle()
        if len(self.layers) >= MAX_LAYERS and take_of is None:
            raise UserError(tr("A sketch has at most {max_layers} layers.", max_layers=MAX_LAYERS))
        if sound is not None:
            layer = replace(layer, sound=sound)
        elif layer.sound.waveform is None and not layer.tiles.is_silent:
            layer = replace(layer, sound=layer.sound.painted((0, layer.columns)))
        after = replace(with_new_layer(self._state, layer, samples, instead_of, take_of), **fields)  # type: ignore[arg-type]
        self.take_step(name or tr("Add layer"), after)
        return after.layer(after.active)

    def remove_layer(self, layer_id: str) -> None:
        """Remove a layer; the last one is replaced by an empty one."""
        self.settle()
        index = [layer.id for layer in self.layers].index(layer_id)
        remaining = self.layers[:index] + self.layers[index + 1 :]
        if not remaining:
            remaining = (Layer(silent_ink(self.params, self.columns), tr("Layer 1")),)
        active = self._state.active if self._state.active != layer_id else remaining[max(0, index - 1)].id
        self.change(tr("Remove layer"), layers=remaining, active=active)

    def duplicate_layer(self, layer_id: str) -> Layer:
        """Add a copy of a layer."""
        self.settle()
        layer = self.layer(layer_id)
        copy = replace(layer, name=tr("{name} copy", name=layer.name), id=uuid.uuid4().hex, takes=None)
        return self.add_layer(copy, layer.sound, samples=self.samples, name=tr("Duplicate layer"))

    def hear_take(self, by: int) -> None:
        """Replace the active layer by another of its takes, ``by`` places after the present one (negative: before)."""
        self.settle()
        layer = self.active_layer
        take = other_take(layer, by) if by else None
        if take is not None:
            layers = tuple(take if one.id == layer.id else one for one in self.layers)
            self.change(tr("Other take"), merge="take", layers=layers, active=take.id)

    def compare_takes(self) -> None:
        """Replace the active layer by the take that was audible before it."""
        self.hear_take(places_to_compared(self.active_layer))

    def keep_take(self) -> None:
        """Keep the active layer's take and drop the others; the next riff makes another layer. See `with_kept`."""
        if self.active_layer.takes is not None:
            self.settle()
            layer, state = self.active_layer, self._state
            state = state if layer.recipe is None else with_kept(state, layer.recipe.keyframes)
            self.take_step(tr("Keep"), state.with_layer(replace(layer, takes=None)))

    def keep_variation(self, layer: Layer, samples: int, requested: Keyframes) -> Layer:
        """Add a riff as a kept layer.

        Parameters
        ----------
        layer : Layer
            With its sound and recipe.
        samples : int
            Exact length of its sound.
        requested : tuple of Keyframe
            The timeline when it was requested; see `riffdesk.sketch.takes.with_kept`.
        """
        self.settle()
        kept = self._state if layer.recipe is None else with_kept(self._state, layer.recipe.keyframes, requested)
        fields = {"keyframes": kept.keyframes, "made_from": kept.made_from}
        return self.add_layer(layer, samples=samples, name=tr("Keep"), **fields)  # type: ignore[arg-type]

    def move_layer(self, layer_id: str, to: int) -> None:
        """Move a layer to another place in the order, 0 = bottom."""
        self.settle()
        layer = self.layer(layer_id)
        remaining = [one for one in self.layers if one.id != layer_id]
        self.change(tr("Move layer"), layers=(*remaining[:to], layer, *remaining[to:]))

    # Ink

    def begin_stroke(self, name: str, within: Weights | None = None) -> InkEdit:
        """Start changing the active layer's ink, within some cells; one undo step when committed."""
        return self._begin(self._state.active, name, within)

    def begin_mask_stroke(self, name: str, within: Weights | None = None) -> InkEdit:
        """Start changing the mask, within some cells; one undo step when committed."""
        return self._begin(None, name, within)

    def _begin(self, layer_id: str | None, name: str, within: Weights | None) -> InkEdit:
        self.settle()
        self._edit = (LoopedEdit if self._state.circular else InkEdit)(self, layer_id, name, within)
        return self._edit

    def clear_mask(self) -> None:
        """Clear the mask; one undo step, if it was not empty."""
        if self._state.mask is not None and not self._state.mask.is_silent:
            self.change(tr("Clear mask"), mask=Ink.silent((self.params.bands,), self.columns))

    # Sound, without undo steps

    def set_sound(self, layer_id: str, sound: Sound) -> None:
        """Replace the sound of a layer."""
        self.update(self._state.with_layer(replace(self.layer(layer_id), sound=sound)))

    def mark_draft(self, layer_id: str, columns: Columns) -> None:
        """Mark columns of a layer as a draft."""
        self.set_sound(layer_id, self.sound(layer_id).drafted(columns))

    def take_sound(self, rendered_layer: Layer, columns: Columns, waveform: Waveform, *, draft: bool) -> bool:
        """Add the rendered audio of some columns of a layer; return False if it is out of date.

        Columns painted since the audio was requested stay stale; see `riffdesk.sketch.changes.with_rendered`.
        """
        after = with_rendered(self._state, rendered_layer, columns, waveform, draft=draft)
        if after is not None:
            self.update(after)
        return after is not None

    # History

    def mark_saved(self, position: Revision) -> None:
        """Remember which revision of the sketch is on disk."""
        self.history.mark_saved(position)
        self._notify(HistoryChanged())

    def open(self, state: State | None = None, *, new: bool = False) -> None:
        """Open another document, by default an empty one, with a new history.

        Parameters
        ----------
        new : bool
            Whether it is a new sketch rather than a saved one.
        """
        self.settle()
        before = self._state
        self._state = state or empty_state()
        self._new = new or state is None
        self.history = History(self._state, translated(NEW) if self._new else tr("Open"), limit=self.history.limit)
        self._notify(DocumentOpened())
        for event in differences(before, self._state):
            self._notify(event)
        self._notify(HistoryChanged())

    def undo(self) -> None:
        """Undo the newest step."""
        self.settle()
        self.go(self.history.index - 1)

    def redo(self) -> None:
        """Redo the next step."""
        self.settle()
        self.go(self.history.index + 1)

    def go(self, index: int) -> None:
        """Return to the document after a step of the history; 0 is the opened document."""
        self.settle()
        if 0 <= index < len(self.history.steps) and index != self.history.index:
            self.update(self.history.go(index, self._state))
            self._notify(HistoryChanged())

    def rewrite(self, since: Step, function: Callable[[State], State]) -> None:
        """Apply a function to the document after a step and to all later ones, without an undo step."""
        if self._edit is not None and self._edit.open and self.history.is_done(since):
            self._edit.before_state = function(self._edit.before_state)
        self.update(self.history.rewrite(since, function, self._state))
        self._notify(HistoryChanged())

    def settle(self) -> None:
        """Commit the stroke in progress, if there is one; a tentative one is aborted."""
        edit, self._edit = self._edit, None
        if edit is not None:
            edit.settle()

    @property
    def _has_uncommitted_stroke(self) -> bool:
        return self._edit is not None and self._edit.open and self._edit.before_state is not self._state

    def _with_render(self, **fields: object) -> State:
        return with_render(self._state, replace(self.render, **fields))  # type: ignore[arg-type]
