"""A loaded model: the networks of a diffusers folder, their sizes, and calls in batches that fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from riffdesk.devices import device_of
from riffdesk.diffusion.calls.memory import in_batches
from riffdesk.diffusion.calls.recorded_calls import RecordedCalls
from riffdesk.diffusion.calls.transfer import sent_number
from riffdesk.diffusion.starter.score_unet import ScoreUNet
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.suggestion import Suggestion


@dataclass(eq=False)
class Model:
    """The components of a text-to-image model, on their device.

    Parameters
    ----------
    name : str
        Its name in the list of models.
    tokenizer, text_encoder, unet, vae
        As transformers and diffusers load them.
    scheduler_config : dict
        Config of its scheduler; `riffdesk.diffusion.schedulers` makes others from it.
    params : SpectrogramParams
        Parameters of its images; ``bands`` is their height.
    device, dtype
        Device and precision of the networks.
    suggestion : Suggestion
        Settings that it recommends.
    absences : dict
        Words of absence that it was trained with, by the absent thing: ``{"drums": "no drums"}``. They are added to
        the prompt when the negative prompt names the thing; most models have none.
    words : dict
        Vectors ``[tokens, width]`` of its textual inversions, by the word in lower case.
    rows : int
        Size of a batch for the network; a window with and without the prompt is two rows. Halved when memory runs
        out.
    recorded : RecordedCalls, optional
        Calls of the network, see `call_network`, on a device that records them.
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
    recorded: RecordedCalls | None = None

    @property
    def factor(self) -> int:
        """Pixels of the image per latent, along each side."""
        return int(2 ** (len(self.vae.config.block_out_channels) - 1))

    @property
    def channels(self) -> int:
        """Channels of the latents."""
        return int(self.unet.config.in_channels)

    @property
    def takes_score(self) -> bool:
        """Whether the network takes the notes of a score as input."""
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
        """Return the network's prediction for noisy latents.

        Parameters
        ----------
        latents : float32 ``[n, channels, height, width]``
            As the scheduler scales them for the network.
        time : float or tensor
            The scheduler's timestep, the same for all.
        embeddings : ``[n, tokens, width]``
            Hidden states of the text encoder.
        score : ``[n, SCORE_WIDTH, height, width]``, optional
            Notes for a model that `takes_score`, see `riffdesk.diffusion.starter.score_unet.score_input`; zeros or
            None without a score.

        Returns
        -------
        float32 ``[n, channels, height, width]`` on the model's device
            Computed in batches of ``rows``: slice n is in batch ``n // rows``.

        Raises
        ------
        UserError
            If there is too little memory for one row.
        """
        layout = device_of(self.device).layout()

        def call(rows: slice) -> Tensor:
            batch = latents[rows].to(self.device, self.dtype, memory_format=layout)
            text = embeddings[rows].to(self.device, self.dtype)
            scores = () if score is None else (score[rows].to(self.device, self.dtype),)
            if self.recorded is None:
                return call_network(self.unet, batch, time, text, *scores).float()
            return self.recorded(batch, sent_number(time, self.device), text, *scores).float()

        prediction, self.rows = in_batches(call, len(latents), self.rows, tr("a riff with this model"))
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
            In the network's scale. A sample is ``mean + deviation * noise``.
        """

        def call(batch: Tensor) -> Tensor:
            posterior = self.vae.encode(batch).latent_dist
            return torch.cat([posterior.mean - self._shift, posterior.std], dim=1)

        mean, deviation = self._through_vae(call, images).chunk(2, dim=1)
        return mean * self._scale, deviation * self._scale

    def decode(self, latents: Tensor) -> Tensor:
        """Return the images of latents: float32 ``[n, 3, height * factor, width * factor]``, about -1 to 1.

        Raises
        ------
        UserError
            If there is too little memory for one image, or the latents are not finite.
        """
        if not bool(latents.isfinite().all()):
            raise UserError(
                tr("{name} computed invalid numbers: its weights are damaged. Get it again.", name=self.name)
            )
        return self._through_vae(lambda batch: self.vae.decode(batch).sample, latents / self._scale + self._shift)

    @property
    def _scale(self) -> float:
        return float(self.vae.config.scaling_factor)

    @property
    def _shift(self) -> float:
        return float(self.vae.config.get("shift_factor") or 0)

    def _through_vae(self, call: Callable[[Tensor], Tensor], values: Tensor) -> Tensor:
        """Return float32 results of the autoencoder, which is converted to fp32 for good if fp16 overflows.

        Raises
        ------
        UserError
            If the results are not finite in fp32 either.
        """

        def call_batch(rows: slice) -> Tensor:
            return call(values[rows].to(self.device, self.vae.dtype)).float()

        # One image at a time on the CPU, so that results do not depend on the batch; else all, or fewer.
        batch = 1 if self.device.type == "cpu" else len(values)
        result, _ = in_batches(call_batch, len(values), batch, tr("this model's images"))
        if self.vae.dtype != torch.float32 and not bool(result.isfinite().all()):
            self.vae.to(torch.float32)
            result, _ = in_batches(call_batch, len(values), batch, tr("this model's images"))
        if not bool(result.isfinite().all()):
            raise UserError(
                tr(
                    "The autoencoder of {name} computes invalid numbers: its weights are damaged, or do not "
                    "work in fp16. Get the model again, in another version if there is one.",
                    name=self.name,
                )
            )
        return result


def call_network(unet: Any, batch: Tensor, time: Tensor | float, text: Tensor, score: Tensor | None = None) -> Tensor:
    """Return a network's prediction: latents, time and text as `Model.predict` has them."""
    options = {} if score is None else {"score": score}
    predicted: Tensor = unet(batch, time, text, return_dict=False, **options)[0]
    return predicted
