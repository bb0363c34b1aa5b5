"""Import of sounds, images and MIDI files: reads them in the background, and adds them to the sketch."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.layer_sound import convert
from riffdesk.engine.sound_requests import ConvertRequest
from riffdesk.errors import readable
from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import NEW_BARS, empty_state
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest
    from riffdesk.engine.riff.score.score_files import GivenScore
    from riffdesk.store.image.image_file import ImageInk

    FileContents = ImportedAudio | ImageInk | GivenScore


class FileImport(QObject):
    """Imports files into the sketch.

    Parameters
    ----------
    parts : WindowParts
    window : QWidget
        Parent of the questions.
    """

    recipe_found = Signal(object, bool)
    """The `Recipe` of an imported file, and whether the sketch was untouched before the import."""
    score_read = Signal(object)
    """The `GivenScore` of an imported MIDI file."""

    def __init__(self, parts: WindowParts, window: QWidget) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._defaults, self._notice, self._window = parts.defaults, parts.notice, window

    def import_file(self, path: Path) -> None:
        """Read a file and add it to the sketch."""
        params = self._sketch.params
        self.read(path, params, partial(self.add, path, params))

    def read(self, path: Path, params: SpectrogramParams, done: Callable[[FileContents], object]) -> None:
        """Read a file and call a function with its contents.

        Parameters
        ----------
        path : Path
        params : SpectrogramParams
            Bands and time grid of the ink of a sound.
        done : callable
        """
        from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
        from riffdesk.engine.riff.score.score_files import SCORES, read_score
        from riffdesk.store.image.image_file import IMAGES, ImageRequest, read_image

        if path.suffix.lower() in IMAGES:
            self._submit(read_image, ImageRequest(path), _label(path), done)
        elif path.suffix.lower() in SCORES:
            self._submit(read_score, path, _label(path), done)
        else:
            self._submit(import_audio, ImportRequest(path, params), _label(path), done)

    def add(self, path: Path, params: SpectrogramParams, contents: FileContents) -> None:
        """Add the contents of a file to the sketch; the parameters are those of `read`."""
        from riffdesk.audio.filing.sound_files import ImportRequest
        from riffdesk.engine.riff.score.score_files import GivenScore
        from riffdesk.store.image.image_file import ImageInk

        self._settings.last_folder = str(path.parent)
        if isinstance(contents, GivenScore):
            self.score_read.emit(contents)
        elif isinstance(contents, ImageInk):
            self._add_image(path, contents)
        elif self._sketch.params == params:
            self._add_sound(ImportRequest(path, params), contents)
        else:  # another sketch was opened in the meantime
            self.import_file(path)

    def _add_sound(self, request: ImportRequest, sound: ImportedAudio) -> None:
        """Add a sound as a layer, or read it in another way if the user chooses so."""
        from riffdesk.audio.filing.sound_files import import_audio
        from riffdesk.ui.document.import_questions import ask_how_to_import

        other_requests = ask_how_to_import(self._window, request, sound)
        for other in other_requests:
            self._submit(import_audio, other, _label(request.path), self._add_sound_layer)
        if not other_requests:
            self._add_sound_layer(sound)

    def _add_sound_layer(self, sound: ImportedAudio) -> None:
        from riffdesk.ui.document.import_questions import adopt_tempo

        untouched = self._sketch.untouched
        source = Source(Waveform.of(sound.audio), Ink.of(sound.ink))
        layer = Layer(source.tiles, sound.name, source=source, recipe=sound.recipe)
        self._add_layer(layer, Sound(source.waveform), sound.audio.shape[-1])
        adopt_tempo(self._sketch, self._notice, sound, untouched=untouched)

    def _add_image(self, path: Path, image: ImageInk) -> None:
        """Add an image as a layer, inverted if the user chooses so, and at the level of other layers."""
        from riffdesk.store.image.image_file import ImageRequest, read_image
        from riffdesk.ui.document.import_questions import adjust_level, ask_whether_inverted

        name = readable(path.stem)
        add = partial(adjust_level, self._submit, self._notice, name, then=partial(self._add_image_layer, name))
        if image.looks_inverted and ask_whether_inverted(self._window, name):
            self._submit(read_image, ImageRequest(path, invert=True), _label(path), add)
        else:
            add(image)

    def _add_image_layer(self, name: str, image: ImageInk) -> None:
        same_rate = image.params.sample_rate == self._sketch.params.sample_rate
        if self._sketch.untouched and same_rate and image.params != self._sketch.params:
            self._sketch.open(empty_state(image.params, self._defaults.new(), bars=NEW_BARS), new=True)
        params = self._sketch.params

        def add(ink: Any) -> None:
            self._add_layer(Layer(Ink.of(ink), name, recipe=image.recipe))

        if image.params.mono() == params.mono():
            add(image.ink)
        else:
            request = ConvertRequest(image.ink, image.params, params)
            self._submit(convert, request, tr("Fitting {name} to the sketch", name=name), add)

    def _add_layer(self, layer: Layer, sound: Sound | None = None, samples: int | None = None) -> None:
        untouched = self._sketch.untouched
        self._sketch.add_layer(layer, sound, samples=samples)
        if layer.recipe is not None:
            self.recipe_found.emit(layer.recipe, untouched)

    def _submit(self, function: Any, request: object, label: str, done: Callable[[Any], object]) -> None:
        self._worker.submit(function, request, label, done, self._notice.report)


def _label(path: Path) -> str:
    return tr("Importing {name}", name=readable(path.name))
