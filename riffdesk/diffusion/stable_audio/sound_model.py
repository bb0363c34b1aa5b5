"""A loaded Stable Audio 3: its networks, and calls of them that can be interrupted and fit into memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from riffdesk.diffusion.calls.memory import in_batches
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import check

_MAX_TOKENS = 256  # that the model was trained with, whatever the tokenizer says
_LATENTS_AT_ONCE = 64  # of the autoencoder

OnPart = Callable[[int, int], None]
"""Called with the number of finished parts of a sound, and of all parts."""


@dataclass(frozen=True, eq=False)
class TextCondition:
    """A prompt for the transformer.

    Parameters
    ----------
    states : ``[1, tokens, width]``
        Hidden states of the text encoder, padded.
    is_word : bool ``[1, tokens]``
        False for padding.
    """

    states: Tensor
    is_word: Tensor


@dataclass(eq=False)
class SoundModel:
    """The components of Stable Audio 3, on their device.

    Parameters
    ----------
    name : str
        Its name in the list of models.
    tokenizer, text_encoder, duration_embedder, transformer, vae
        As transformers and diffusers load them.
    scheduler_config : dict
        Config of its scheduler.
    device, dtype
        Device and precision of the networks.
    max_seconds : float
        Length of its longest riff.
    rows : int
        Size of a batch for the transformer; a riff with and without its prompt is two rows. Halved when memory runs
        out.
    """

    name: str
    tokenizer: Any
    text_encoder: Any
    duration_embedder: Any
    transformer: Any
    vae: Any
    scheduler_config: dict[str, Any]
    device: torch.device
    dtype: torch.dtype
    max_seconds: float
    rows: int = 2

    @property
    def rate(self) -> int:
        """Samples per second of its sound."""
        return int(self.vae.config.sampling_rate)

    @property
    def audio_channels(self) -> int:
        """Channels of its sound: 1 or 2."""
        return int(self.vae.config.audio_channels)

    @property
    def samples_per_latent(self) -> int:
        """Samples of sound per latent."""
        return int(self.vae.downsampling_ratio)

    @property
    def channels(self) -> int:
        """Channels of the latents."""
        return int(self.vae.config.latent_dim)

    @torch.no_grad()
    def condition(self, text: str, cancel: threading.Event | None = None) -> TextCondition:
        """Return a prompt for the transformer.

        Parameters
        ----------
        cancel : threading.Event, optional
            Read before each layer of the text encoder.

        Raises
        ------
        UserError
            If it has more tokens than the model takes.
        """
        most = most_tokens(self.tokenizer)
        count = len(self.tokenizer(text).input_ids)
        if count > most:
            raise UserError(
                tr(
                    "The prompt has {count} tokens, and {name} takes {most} at most, which is about {words} "
                    "words. Shorten it.",
                    count=count,
                    name=self.name,
                    most=most,
                    words=most * 3 // 4,
                )
            )
        ids, is_word = (values.to(self.device) for values in tokens_of(self.tokenizer, text))

        def call(_: slice) -> Tensor:
            states: Tensor = self.text_encoder(ids, attention_mask=is_word)[0]
            return states

        with _interrupted(self.text_encoder.encoder.layers, cancel):
            states = self._in_working_precision(self.text_encoder, call, 1, tr("a riff with this model"))
        return TextCondition(states, is_word.bool())

    def predict(
        self,
        latents: Tensor,
        time: Tensor,
        conditions: Sequence[TextCondition],
        seconds: float,
        kept: Tensor | None = None,
        cancel: threading.Event | None = None,
    ) -> Tensor:
        """Return the velocity, noise minus sound, that the transformer predicts for each of several prompts.

        Parameters
        ----------
        latents : float32 ``[1, channels, n]``
            Noisy latents.
        time : Tensor
            The scheduler's timestep, a single number.
        conditions : sequence of TextCondition
        seconds : float
            Length of the riff.
        kept : float32 ``[1, 1 + channels, n]``, optional
            Whether each latent is kept, 0 or 1, and the kept latents, with 0 for others.
        cancel : threading.Event, optional
            Read before each block of the transformer.

        Returns
        -------
        float32 ``[len(conditions), channels, n]`` on the model's device
        """
        length = self.duration_embedder(torch.tensor([seconds], dtype=torch.float32, device=self.device))
        states = torch.cat([self._with_length(one.states, length) for one in conditions]).to(self.dtype)
        is_word = torch.cat([torch.nn.functional.pad(one.is_word, (0, 1), value=True) for one in conditions])

        def call(rows: slice) -> Tensor:
            count = len(states[rows])
            given = None if kept is None else kept.to(self.device, self.dtype).expand(count, -1, -1)
            predicted: Tensor = self.transformer(
                latents.to(self.device, self.dtype).expand(count, -1, -1),
                time.to(self.device, torch.float32).expand(count),
                encoder_hidden_states=states[rows],
                global_hidden_states=length.to(self.dtype).expand(count, -1),
                encoder_attention_mask=is_word[rows],
                local_add_cond=given,
                return_dict=False,
            )[0]
            return predicted.float()

        with _interrupted(self.transformer.transformer_blocks, cancel):
            prediction, self.rows = in_batches(call, len(conditions), self.rows, tr("a riff with this model"))
        return prediction

    def encode(self, sound: Tensor, cancel: threading.Event | None = None) -> Tensor:
        """Return the latents of a sound.

        Parameters
        ----------
        sound : float32 ``[channels, samples]``
            At the model's rate; padded with silence to whole latents.
        cancel : threading.Event, optional
            Read before each layer of the autoencoder.

        Returns
        -------
        float32 ``[1, channels, ceil(samples / samples_per_latent)]`` on the model's device
        """
        per_latent = self.samples_per_latent
        count = -(-sound.shape[-1] // per_latent)
        padded = torch.nn.functional.pad(sound, (0, count * per_latent - sound.shape[-1]))[None]

        def encode_part(start: int, stop: int) -> Tensor:
            part = padded[..., start * per_latent : stop * per_latent]
            latents: Tensor = self.vae.encode(part.to(self.device, self.vae.dtype)).latents
            return latents

        return self._in_parts(self.vae.encoder, encode_part, count, 1, cancel)

    def decode(self, latents: Tensor, cancel: threading.Event | None = None, on_part: OnPart | None = None) -> Tensor:
        """Return the sound of latents.

        Parameters
        ----------
        latents : float32 ``[1, channels, n]``
        cancel : threading.Event, optional
            Read before each layer of the autoencoder.

        Returns
        -------
        float32 ``[channels, n * samples_per_latent]`` on the model's device

        Raises
        ------
        UserError
            If there is too little memory, or the latents or the sound are not finite.
        """
        if not bool(latents.isfinite().all()):
            raise UserError(
                tr("{name} computed invalid numbers: its weights are damaged. Get it again.", name=self.name)
            )

        def decode_part(start: int, stop: int) -> Tensor:
            sound: Tensor = self.vae.decode(latents[..., start:stop].to(self.device, self.vae.dtype)).sample
            return sound

        per_latent = self.samples_per_latent
        return self._in_parts(self.vae.decoder, decode_part, latents.shape[-1], per_latent, cancel, on_part)[0]

    def _with_length(self, states: Tensor, length: Tensor) -> Tensor:
        """Return a prompt's hidden states with the embedding of the length as a last token."""
        return torch.cat([states, length.to(states.dtype)[:, None]], dim=1)

    def _in_parts(
        self,
        network: Any,
        call: Callable[[int, int], Tensor],
        count: int,
        width: int,
        cancel: threading.Event | None,
        on_part: OnPart | None = None,
    ) -> Tensor:
        """Return the results of the autoencoder for latents, computed some at a time.

        Its attention reaches over a few latents in each layer and knows no positions but relative ones, so that a part
        with as many latents around it as all layers reach gives the same as the whole. Parts begin with whole chunks.

        Parameters
        ----------
        call : callable
            Returns the result for latents ``start`` to ``stop``, ``[1, channels, (stop - start) * width]``.
        """
        config = self.vae.config
        reach = getattr(self.vae, "reach", 0) or config.sliding_window * sum(config.encoder_transformer_depths)
        starts = range(0, count, _LATENTS_AT_ONCE)
        results = []
        blocks = [layer for block in network.blocks for layer in block.transformers]
        with _interrupted(blocks, cancel):
            for number, start in enumerate(starts):
                check(cancel)
                stop = min(count, start + _LATENTS_AT_ONCE)
                first, last = max(0, start - reach), min(count, stop + reach)

                def call_part(_: slice, first: int = first, last: int = last) -> Tensor:
                    return call(first, last)

                result = self._in_working_precision(self.vae, call_part, 1, tr("this model's sound"))
                results.append(result[..., (start - first) * width : (stop - first) * width])
                if on_part is not None:
                    on_part(number + 1, len(starts))
        return torch.cat(results, dim=-1)

    def _in_working_precision(self, network: Any, call: Callable[[slice], Tensor], rows: int, task: str) -> Tensor:
        """Return float32 results of a network, which is converted to fp32 for good if half precision overflows.

        Raises
        ------
        UserError
            If there is too little memory, or the results are not finite in fp32 either.
        """
        result, _ = in_batches(lambda part: call(part).float(), rows, rows, task)
        if network.dtype != torch.float32 and not bool(result.isfinite().all()):
            self._to_full_precision(network)
            result, _ = in_batches(lambda part: call(part).float(), rows, rows, task)
        if not bool(result.isfinite().all()):
            raise UserError(
                tr("{name} computed invalid numbers: its weights are damaged. Get it again.", name=self.name)
            )
        return result

    def _to_full_precision(self, network: Any) -> None:
        """Convert a network to fp32, or leave all of it in half precision if memory runs out on the way."""
        try:
            network.to(torch.float32)
        except BaseException:
            network.to(self.dtype)
            raise


def most_tokens(tokenizer: Any) -> int:
    """Return the number of tokens of the longest prompt."""
    return min(int(tokenizer.model_max_length), _MAX_TOKENS)


def tokens_of(tokenizer: Any, text: str) -> tuple[Tensor, Tensor]:
    """Return the tokens of a prompt that is not too long, and where they are no padding: int ``[1, tokens]`` each.

    Raises
    ------
    ValueError, TypeError, AttributeError
        If the tokenizer is damaged.
    """
    most = most_tokens(tokenizer)
    if most < 1:
        raise ValueError(tr("its tokenizer takes no tokens"))
    tokens = tokenizer(text, padding="max_length", max_length=most, return_tensors="pt")
    return tokens.input_ids, tokens.attention_mask


@contextmanager
def _interrupted(layers: Sequence[Any], cancel: threading.Event | None) -> Iterator[None]:
    """Read ``cancel`` before each call of a layer in the block."""
    handles = [layer.register_forward_pre_hook(lambda *_: check(cancel)) for layer in layers if cancel is not None]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
