"""A loaded model: the components of a diffusers folder, what follows from their configs, and calls that fit memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from riffdesk.diffusion.memory import in_batches
from riffdesk.diffusion.starter.score_unet import ScoreUNet
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.models.suggestion import Suggestion


@dataclass(eq=False)
class Model:
    """The components of a text-to-image model, on their device.

    Parameters
    ----------
    name : str
        What the user calls it.
    tokenizer, text_encoder, unet, vae
        As transformers and diffusers load them.
    scheduler_config : dict
        Config of the scheduler it came with; `riffdesk.diffusion.schedulers` makes others from it.
    params : SpectrogramParams
        How its images are spaced; ``bands`` is their height.
    device, dtype
        Where the networks are and what they compute in.
    suggestion : Suggestion
        Settings with which it does well.
    absences : dict
        Words of absence that it was trained with, by what is absent: ``{"drums": "no drums"}``. A negative prompt
        that names one of these is told to it in the prompt, too; most models have none.
    words : dict
        Vectors ``[tokens, width]`` of words that were added to it, by the word in small letters.
    rows : int
        How many windows go through the network together, each with and without the prompt counting as
        two; halved where memory runs out.
    """

    name: str
    tokenizer: Any
    text_encoder: Any
    unet: Any
    vae: Any
    scheduler_config: dict[str, Any]
    params: SpectrogramParams
    device: torch.device
    dtype: torch.dtype
    suggestion: Suggestion = field(default_factory=Suggestion)
    absences: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Tensor] = field(default_factory=dict)
    rows: int = 2

    @property
    def factor(self) -> int:
        """Pixels of the image for each latent, along either side."""
        return int(2 ** (len(self.vae.config.block_out_channels) - 1))

    @property
    def channels(self) -> int:
        """Channels of the latents."""
        return int(self.unet.config.in_channels)

    @property
    def takes_score(self) -> bool:
        """Whether the network is shown the notes that it plays."""
        return isinstance(self.unet, ScoreUNet)

    @property
    def latent_size(self) -> tuple[int, int]:
        """Height and width of the latents that the network was trained on."""
        size = self.unet.config.sample_size
        height, width = (size, size) if isinstance(size, int) else size
        return int(height), int(width)

    @property
    def columns(self) -> int:
        """Columns of ink in one window."""
        return self.latent_size[1] * self.factor

    def predict(self, latents: Tensor, time: Tensor | float, embeddings: Tensor, score: Tensor | None = None) -> Tensor:
        """Return what the network predicts for noisy latents.

        Parameters
        ----------
        latents : float32 ``[n, channels, height, width]``
            As the scheduler scales them for the network.
        time : float or tensor
            The scheduler's timestep, the same for all.
        embeddings : ``[n, tokens, width]``
            Of the text encoder.
        score : ``[n, SCORE_WIDTH, height, width]``, optional
            What a model that `takes_score` plays, see `riffdesk.diffusion.starter.score_unet.score_input`; zeros, or
            nothing at all, where no notes are shown.

        Returns
        -------
        float32 ``[n, channels, height, width]`` on the model's device
            Computed in batches of ``rows``: slice n is in batch ``n // rows``.

        Raises
        ------
        UserError
            If there is too little memory even for one.
        """

        def call(some: slice) -> Tensor:
            given = latents[some].to(self.device, self.dtype, memory_format=torch.channels_last)
            heard = embeddings[some].to(self.device, self.dtype)
            shown = {} if score is None else {"score": score[some].to(self.device, self.dtype)}
            predicted: Tensor = self.unet(given, time, heard, return_dict=False, **shown)[0]
            return predicted.float()

        prediction, self.rows = in_batches(call, len(latents), self.rows, "a riff with this model")
        return prediction

    def encode(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return the distribution of the latents of images.

        Parameters
        ----------
        images : float32 ``[n, 3, height, width]``
            Values from -1 to 1; height and width are multiples of ``factor``.

        Returns
        -------
        mean, deviation : float32 ``[n, channels, height / factor, width / factor]``
            In the scale that the network works in. A sample is ``mean + deviation * noise``.
        """

        def call(some: Tensor) -> Tensor:
            posterior = self.vae.encode(some).latent_dist
            return torch.cat([posterior.mean - self._shift, posterior.std], dim=1)

        mean, deviation = self._through_vae(call, images).chunk(2, dim=1)
        return mean * self._scale, deviation * self._scale

    def decode(self, latents: Tensor) -> Tensor:
        """Return the images of latents: float32 ``[n, 3, height * factor, width * factor]``, about -1 to 1.

        Raises
        ------
        UserError
            If there is too little memory even for one at a time, or the latents are no numbers.
        """
        if not bool(latents.isfinite().all()):
            raise UserError(f"{self.name} computed something that is no number: its weights are damaged. Get it again.")
        return self._through_vae(lambda some: self.vae.decode(some).sample, latents / self._scale + self._shift)

    @property
    def _scale(self) -> float:
        return float(self.vae.config.scaling_factor)

    @property
    def _shift(self) -> float:
        return float(self.vae.config.get("shift_factor") or 0)

    def _through_vae(self, call: Callable[[Tensor], Tensor], values: Tensor) -> Tensor:
        """Return float32 results of the autoencoder, which goes over to fp32 for good where fp16 overflows.

        Raises
        ------
        UserError
            If they are no numbers even then.
        """

        def some_of(some: slice) -> Tensor:
            return call(values[some].to(self.device, self.vae.dtype)).float()

        # One image at a time on the CPU, so that none depends on the others; else all, and fewer if memory is short.
        most = 1 if self.device.type == "cpu" else len(values)
        result, _ = in_batches(some_of, len(values), most, "this model's images")
        if self.vae.dtype != torch.float32 and not bool(result.isfinite().all()):
            self.vae.to(torch.float32)
            result, _ = in_batches(some_of, len(values), most, "this model's images")
        if not bool(result.isfinite().all()):
            raise UserError(
                f"The autoencoder of {self.name} computes something that is no number: its weights are damaged, or did "
                "not survive being halved to fp16. Get the model again, in another version if there is one."
            )
        return result
