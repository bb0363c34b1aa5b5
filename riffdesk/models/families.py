"""Families of models: how a folder of each is recognised, its description, and its generator.

A family is one module with two functions, which is imported when the first of its models is used:

- one that describes a model folder from its small files (`Description`), for lists, settings and checks;
- one that loads it, and returns its generator (`riffdesk.engine.generator.Generator`).
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.models.files.weights import weights_of
from riffdesk.models.layout import INDEX, NETWORKS, Layout, read_json, read_layout
from riffdesk.models.stable_audio import PIPELINE, read_stable_audio
from riffdesk.models.suggestion import Suggestion


class Description(Protocol):
    """A model folder without its networks."""

    @property
    def params(self) -> SpectrogramParams:
        """Spectrogram parameters of its own images; requests may have others."""

    @property
    def columns(self) -> int:
        """Columns of ink that it makes at a time, >= 1."""

    @property
    def suggestion(self) -> Suggestion:
        """Settings that it recommends."""

    @property
    def terms(self) -> str:
        """Licences of the published weights of its family, for the user; '' if only its files state any."""

    @property
    def takes_score(self) -> bool:
        """Whether it plays the notes of a score."""

    @property
    def is_foreign(self) -> bool:
        """Whether it works best with a picture of the notes as init."""

    @property
    def makes_whole(self) -> bool:
        """Whether a riff is made as a whole, by a scheduler of the model's own: no clips, loops or walks."""

    @property
    def is_stable_diffusion(self) -> bool:
        """Whether its network is that of Stable Diffusion 1.x, for which LoRAs are published."""

    @property
    def pickled(self) -> Sequence[str]:
        """Names of files or networks whose weights are pickles; they must be read without running code."""


@dataclass(frozen=True)
class Family:
    """A family of models.

    Parameters
    ----------
    marker : str
        Name of the file that a folder of the family has at its top.
    describe : str
        ``module:function`` of ``(folder) -> Description``. It raises `UserError` if the folder is damaged, not
        complete, or of a kind that it does not know.
    load : str
        ``module:function`` of ``(entry, *, loras, words, compiled, on_step, cancel) -> Generator``, with the
        parameters and errors of `riffdesk.diffusion.loading.load_model`.
    check : str
        ``module:function`` of ``(RenderRequest) -> None``, which raises `UserError` for a request that the family does
        not support, before the model is loaded; '' for none.
    pipeline : str
        Beginning of the name of the pipeline in the marker, which distinguishes it from families with the same marker.
    """

    marker: str
    describe: str
    load: str
    check: str = ""
    pipeline: str = ""

    def has(self, folder: Path) -> bool:
        """Return whether a folder is one of the family's."""
        path = folder / self.marker
        return path.is_file() and (not self.pipeline or _pipeline_in(path).startswith(self.pipeline))


RIFFUSION = Family(INDEX, "riffdesk.models.families:diffusers_layout", "riffdesk.engine.riff.strip_generator:load")
"""Latent diffusion of spectrogram images in diffusers layout: Riffusion's models, Stable Diffusion, and the starter."""

STABLE_AUDIO = Family(
    INDEX,
    "riffdesk.models.stable_audio:describe_stable_audio",
    "riffdesk.engine.riff.stable_audio.generator:load",
    check="riffdesk.engine.riff.stable_audio.support:check_support",
    pipeline=PIPELINE,
)
"""Latent diffusion of sound: Stable Audio 3 in diffusers layout."""

FAMILIES = (STABLE_AUDIO, RIFFUSION)
"""All families; of several with the same marker, those of a certain pipeline first."""


def is_model_folder(folder: Path) -> bool:
    """Return whether a folder has the marker of a family."""
    return any(family.has(folder) for family in FAMILIES)


def family_of(path: Path) -> Family:
    """Return the family of a model folder or file; `RIFFUSION` for a checkpoint in one file, and without a marker."""
    return next((family for family in FAMILIES if family.has(path)), RIFFUSION)


def describe_folder(folder: Path) -> Description:
    """Return the description of a model folder; UserError if it cannot be played."""
    description: Description = function_of(family_of(folder).describe)(folder)
    return description


def check_configs(folder: Path) -> None:
    """Check the configs of a folder in diffusers layout whose weights are not there yet.

    Raises
    ------
    UserError
        If it is a model of another kind, or a component is missing.
    """
    if STABLE_AUDIO.has(folder):
        read_stable_audio(folder)
    else:
        read_layout(folder)


def diffusers_layout(folder: Path) -> Layout:
    """Return the layout of a folder whose networks all have weights; UserError if one has none."""
    layout = read_layout(folder)
    return replace(layout, pickled=tuple(part for part in NETWORKS if not weights_of(folder, part).safe))


def _pipeline_in(marker: Path) -> str:
    """Return the name of the pipeline in a ``model_index.json``; '' if it cannot be read, which is reported later."""
    try:
        return str(read_json(marker).get("_class_name", ""))
    except UserError:
        return ""


def function_of(path: str) -> Any:
    """Return the function at ``module:function``."""
    module, _, name = path.partition(":")
    return getattr(importlib.import_module(module), name)
