"""The document: layers of ink, their sound, keyframes, tempo; every change is one setter and one undo step."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.sketch.edits import Change, InkEdit, StateStep
from riffdesk.sketch.history import History, Step
from riffdesk.sketch.length import of_length, sound_in
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.state import (
    MASK,
    MAX_LAYERS,
    MAX_SECONDS,
    Array,
    Document,
    Layer,
    Sound,
    SoundPatch,
    State,
    copied,
    empty_state,
    ink_channels,
    mask_layer,
    patched,
    with_layer,
)
from riffdesk.sketch.tempo import check_meter, check_tempo, seconds_of
from riffdesk.sketch.timeline import Keyframes

Listener = Callable[[Change], None]


class Sketch:
    """The document that the window shows.

    All changes go through its methods, each is one undo step, and each tells the listeners.
    It knows no Qt and is used from one thread only.
    """

    def __init__(self, document: Document | None = None) -> None:
        self._listeners: list[Listener] = []
        self._edit: InkEdit | None = None
        self.open(document)

    # What it holds

    @property
    def state(self) -> State:
        """The whole document but for the sound."""
        return self._state

    @property
    def params(self) -> SpectrogramParams:
        """How the ink of every layer is spaced."""
        return self._state.params

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Layers, the first drawn at the bottom."""
        return self._state.layers

    @property
    def active_layer(self) -> Layer:
        """The layer that the tools paint on."""
        return self._state.layer(self._state.active)

    @property
    def columns(self) -> int:
        """Columns of every layer."""
        return self._state.columns

    @property
    def samples(self) -> int:
        """Length of the mix and of every stem in samples."""
        return self._state.samples

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self._state.samples / self._state.params.sample_rate

    @property
    def modified(self) -> bool:
        """Whether there are changes that are not saved."""
        return not self.history.at_saved

    @property
    def untouched(self) -> bool:
        """Whether this is a new sketch that nobody has done anything to."""
        return self.history.undo_name is None and not any(layer.ink.any() for layer in self.layers)

    def layer(self, layer_id: str) -> Layer:
        """Return the layer with this id; KeyError if it is gone."""
        return self._state.layer(layer_id)

    def sound(self, layer_id: str) -> Sound:
        """Return what a layer sounds like now."""
        return self._sounds.get(layer_id, Sound())

    @property
    def mask(self) -> Array | None:
        """Where to repaint, as painted by hand: float32 ``[bands, columns]``, 1 = anew, 0 = keep.

        None before the first stroke. It is not saved and not a layer, but its strokes can be undone as any others.
        """
        return None if self._mask is None else self._mask_layer().ink

    def document(self) -> Document:
        """Return a copy of everything, for the worker to save or export."""
        copies = tuple(copied(layer) for layer in self.layers)
        return Document(replace(self._state, layers=copies), {layer.id: self.sound(layer.id) for layer in copies})

    # Listening

    def subscribe(self, listener: Listener) -> None:
        """Have a function called after every change."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """No longer call a function."""
        self._listeners.remove(listener)

    def tell(self, change: Change) -> None:
        """Call the listeners; for edits and history steps, which change the sketch from inside."""
        for listener in tuple(self._listeners):
            listener(change)

    # Changing it

    def change(self, name: str, *, merge: str | None = None, **fields: object) -> None:
        """Change fields of the state as one undo step.

        Parameters
        ----------
        name : str
            What the Edit menu calls the step.
        merge : str, optional
            Steps in a row with the same key become one, as while a slider is dragged.
        **fields
            New values of `State` fields.
        """
        self.settle()
        after = replace(self._state, **fields)  # type: ignore[arg-type]
        last = self._open_step(merge)
        if last is not None:
            last.after = after
        else:
            self.history.push(StateStep(self, name, merge, self._state, after))
        self.become(after)
        self.tell(Change("state"))

    def set_tempo(self, tempo: float) -> None:
        """Set the tempo in beats per minute, 20 to 400."""
        check_tempo(tempo)
        self.change("Tempo", merge="tempo", tempo=float(tempo))

    def set_beats_per_bar(self, beats: int) -> None:
        """Set how many beats make a bar, 1 to 16."""
        check_meter(beats)
        self.change("Meter", merge="meter", beats_per_bar=int(beats))

    def set_length(self, seconds: float) -> None:
        """Set the length in seconds, one hop to 10 minutes; ink beyond it is cut off (undo brings it back)."""
        samples = round(seconds * self.params.sample_rate) if np.isfinite(seconds) else 0
        if not self.params.hop <= samples <= MAX_SECONDS * self.params.sample_rate:
            raise UserError(f"A sketch is between 0.01 and {MAX_SECONDS:g} seconds long, not {seconds:g}.")
        self.settle()
        # While the length is dragged, every step starts from what there was before the drag.
        last = self._open_step("length")
        whole = self._state if last is None else last.before
        after = of_length(whole, samples, circular=self._state.circular)
        self.change("Length", merge="length", samples=samples, columns=after.columns, layers=after.layers)

    def set_bars(self, bars: float) -> None:
        """Set the length in bars at the sketch's tempo and meter, to the nearest sample."""
        self.set_length(seconds_of(bars, self._state.tempo, self._state.beats_per_bar))

    def set_circular(self, circular: bool) -> None:
        """Let the end flow into the beginning, for a loop without a seam, or not; the length stays."""
        self.settle()
        after = of_length(self._state, self.samples, circular=bool(circular))
        self.change("Seamless loop", circular=after.circular, columns=after.columns, layers=after.layers)

    def set_keyframes(self, keyframes: Keyframes, *, merge: str | None = None) -> None:
        """Replace the keyframes of the seed timeline."""
        self.change("Keyframes", merge=merge, keyframes=keyframes)

    def set_layer(self, layer_id: str, **fields: object) -> None:
        """Change name, colour, gain_db, pan, mute or solo of a layer."""
        layer = self.layer(layer_id)
        changed = replace(layer, **fields)  # type: ignore[arg-type]
        names = "+".join(fields)
        self.change(f"Layer {names.replace('_db', '')}", merge=f"{layer_id}:{names}", layers=self._swapped(changed))

    def select_layer(self, layer_id: str) -> None:
        """Make a layer the one that tools paint on; not an undo step of its own."""
        self.layer(layer_id)
        self.become(replace(self._state, active=layer_id))
        self.tell(Change("state"))

    def new_layer(self, name: str | None = None) -> Layer:
        """Add an empty layer and select it."""
        empty = np.zeros((*ink_channels(self.params), self.params.bands, self.columns), np.float32)
        return self.add_layer(Layer(empty, name or f"Layer {len(self.layers) + 1}"), samples=self.samples)

    def add_layer(
        self, layer: Layer, sound: Sound | None = None, *, samples: int | None = None, instead_of: Collection[str] = ()
    ) -> Layer:
        """Add a layer on top and select it; the sketch grows to the layer's length.

        Parameters
        ----------
        layer : Layer
            Its ink has the sketch's bands. Shorter ink is padded with silence; its colour is the next free one.
        sound : Sound, optional
            What it sounds like. Without one its whole ink is waiting to be rendered.
        samples : int, optional
            Exact length of its sound, where that ends inside the last column.
        instead_of : collection of str
            Layers whose place it takes: they are muted, and it is soloed if one of them is.

        Returns
        -------
        Layer
            As added.
        """
        if len(self.layers) >= MAX_LAYERS:
            raise UserError(f"A sketch has at most {MAX_LAYERS} layers.")
        after = with_layer(self._state, layer, samples, instead_of)
        added = after.layers[-1]
        if sound is None:
            sound = Sound(None, ((0, added.columns),) if added.ink.any() else ())
        self._sounds[added.id] = sound
        self.change("Add layer", layers=after.layers, active=added.id, columns=after.columns, samples=after.samples)
        return added

    def remove_layer(self, layer_id: str) -> None:
        """Remove a layer; the last one is replaced by an empty one."""
        at = [layer.id for layer in self.layers].index(layer_id)
        rest = self.layers[:at] + self.layers[at + 1 :]
        if not rest:
            rest = (Layer(np.zeros_like(self.layers[at].ink), "Layer 1"),)
        active = self._state.active if self._state.active != layer_id else rest[max(0, at - 1)].id
        self.change("Remove layer", layers=rest, active=active)

    def duplicate_layer(self, layer_id: str) -> Layer:
        """Add a copy of a layer."""
        layer = self.layer(layer_id)
        copy = replace(copied(layer), name=f"{layer.name} copy", id=uuid.uuid4().hex)
        return self.add_layer(copy, self.sound(layer_id), samples=self.samples)

    def move_layer(self, layer_id: str, to: int) -> None:
        """Move a layer to another place in the order, 0 = bottom."""
        layer = self.layer(layer_id)
        rest = [other for other in self.layers if other.id != layer_id]
        rest.insert(to, layer)
        self.change("Move layer", layers=tuple(rest))

    def begin_stroke(self, name: str) -> InkEdit:
        """Start changing the active layer's ink; one undo step when committed."""
        self.settle()
        self._edit = InkEdit(self, self.active_layer, name)
        return self._edit

    def begin_mask_stroke(self, name: str) -> InkEdit:
        """Start changing the mask; one undo step when committed."""
        self.settle()
        self._edit = InkEdit(self, self._mask_layer(), name)
        return self._edit

    def clear_mask(self) -> None:
        """Mark nothing to repaint; one undo step, if there was anything."""
        if self.mask is not None and self.mask.any():
            edit = self.begin_mask_stroke("Clear mask")
            edit.touch(0, self.columns)
            edit.ink[...] = 0
            edit.commit()

    def ink_changed(self, layer_id: str, columns: Columns, audio: Array | None = None) -> None:
        """Tell that columns of a layer look different, and note that they no longer sound as they look.

        Where the layer's whole audio comes with them, they do.
        """
        if layer_id == MASK:
            self.tell(Change("mask", MASK, columns))
            return
        sound = self.sound(layer_id)
        self._sounds[layer_id] = sound.painted(columns) if audio is None else sound.repainted(columns, audio)
        self.tell(Change("ink", layer_id, columns))
        self.tell(Change("sound", layer_id))

    def mark_draft(self, layer_id: str, columns: Columns) -> None:
        """Note that columns of a layer could sound better."""
        self.set_sound(layer_id, self.sound(layer_id).drafted(columns))

    def begin_rendering(self, layer_id: str, columns: Columns) -> None:
        """Note that stale columns are being rendered from now on; what is painted on them later is stale anew."""
        self.set_sound(layer_id, self.sound(layer_id).begun(columns))

    def end_rendering(self, layer_id: str, patch: SoundPatch | None) -> None:
        """Take the draft of what was rendered; None if that was cancelled or failed, and it is stale again."""
        sound = self.sound(layer_id)
        if sound.rendering is not None:
            audio = None if patch is None else patched(self.layer(layer_id), sound, patch)
            self.set_sound(layer_id, sound.ended(audio))

    def refine(self, layer_id: str, columns: Columns, patch: SoundPatch) -> None:
        """Take better sound for columns that were a draft."""
        sound = self.sound(layer_id)
        self.set_sound(layer_id, sound.refined(columns, patched(self.layer(layer_id), sound, patch)))

    def mark_saved(self, position: Step | None) -> None:
        """Remember that the sketch, as it was at a position of its history, is on disk."""
        self.history.mark_saved(position)
        self.tell(Change("state"))

    def open(self, document: Document | None = None) -> None:
        """Become another document, a new one by default, with a history of its own."""
        self.settle()
        document = document or Document(empty_state(), {})
        self.history = History()
        self._state, self._sounds = document.state, dict(document.sounds)
        self._mask: Layer | None = None
        self.tell(Change("document"))
        self.tell(Change("state"))

    def undo(self) -> None:
        """Take the newest step back."""
        self.settle()
        if self.history.undo():
            self.tell(Change("state"))

    def redo(self) -> None:
        """Take the newest undone step again."""
        self.settle()
        if self.history.redo():
            self.tell(Change("state"))

    # Inside

    def settle(self) -> None:
        """Commit the stroke in progress, before anything else is done to the sketch."""
        edit, self._edit = self._edit, None
        if edit is not None:
            edit.commit()

    def _open_step(self, merge: str | None) -> StateStep | None:
        """Return the newest step if a change with this key continues it."""
        last = self.history.open_step
        return last if isinstance(last, StateStep) and merge and last.merge == merge else None

    def set_sound(self, layer_id: str, sound: Sound) -> None:
        """Have a layer sound otherwise, and tell; no undo step of its own."""
        self._sounds[layer_id] = sound
        self.tell(Change("sound", layer_id))

    def _mask_layer(self) -> Layer:
        """Return the mask as a layer to paint on, as wide as the sketch."""
        self._mask = mask_layer(self._mask, self.params, self.columns)
        return self._mask

    def _swapped(self, layer: Layer) -> tuple[Layer, ...]:
        return tuple(layer if other.id == layer.id else other for other in self.layers)

    def become(self, state: State) -> None:
        """Take over a state; whoever calls tells of it when the history knows of it too."""
        if state.active not in {layer.id for layer in state.layers}:
            state = replace(state, active=state.layers[-1].id)
        before, self._state = self._state, state
        for layer in state.layers:
            if layer.id in self._sounds and any(layer.id == other.id for other in before.layers):
                self._sounds[layer.id] = sound_in(state, before, layer, self._sounds[layer.id])
