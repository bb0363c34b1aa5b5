"""The loss of the denoiser and its gradients, computed in the quickest of the ways that a graphics card has."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import torch
from clip_store import Batch
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.devices import chosen
from riffdesk.training.networks.sampling import new_scheduler

LAYOUTS = {"channels behind": torch.channels_last, "channels in front": torch.contiguous_format}
"""How tensors lie in memory."""

_TIMED = 4  # steps of which the quickest counts


class Gradients:
    """Gradients of a network's error in removing noise: mean squared error of the predicted velocity.

    Parameters
    ----------
    network : ScoreUNet
        Gradients are put into its parameters that require one.
    text_encoder : CLIPTextModel
    device : str

    Notes
    -----
    A card waits for Python while a step of some thousand small kernels is started. `choose` records one step as a CUDA
    graph, which is replayed from then on, if that is quicker.
    """

    def __init__(self, network: Any, text_encoder: Any, device: str) -> None:
        self.network, self.text_encoder, self.device = network, text_encoder, device
        self.computing = chosen(device)
        self.half: torch.dtype | None = torch.bfloat16
        """The precision of the network's calls, or None for float32."""
        share = new_scheduler("DDPMScheduler").alphas_cumprod.to(device)
        self._signal, self._noise = share.sqrt(), (1 - share).sqrt()
        self._recorded: Callable[..., Tensor] | None = None

    def __call__(self, batch: Batch, times: Tensor) -> Tensor:
        """Return the loss of a batch at noise levels ``[n]``, and leave its gradients in the parameters."""
        return (self._recorded or self._computed)(*self._inputs(batch, times))

    def text(self, tokens: Tensor) -> Tensor:
        """Return what the text encoder makes of tokens ``[n, 77]``."""
        with torch.no_grad():
            return self.text_encoder(tokens).last_hidden_state  # type: ignore[no-any-return]

    def error(self, network: Any, inputs: tuple[Tensor, ...]) -> Tensor:
        """Return the error of a network: inputs are latents, scores, noise levels, text and noise."""
        latents, scores, times, text, noise = inputs
        kept, added = (table[times][:, None, None, None] for table in (self._signal, self._noise))
        noisy, velocity = kept * latents + added * noise, kept * noise - added * latents
        with torch.autocast(self.device, self.half, enabled=self.half is not None):
            predicted = network(noisy, times, text, score=scores).sample
        return functional.mse_loss(predicted.float(), velocity)

    def forget(self) -> None:
        """Compute every step anew from here on, as when the way of computing it was changed."""
        self._recorded = None

    def choose(self, example: Batch, others: list[Any], say: Callable[[str], object]) -> str:
        """Take the quickest way whose gradients are finite, and return the name of the layout.

        Parameters
        ----------
        example : Batch
            Of the size of all others.
        others : list of modules
            Those that lie in memory as the network does: its averages.
        say : callable
            Is told how long each way takes.
        """
        times = torch.linspace(0, 999, len(example.tokens), device=self.device).long()
        found: dict[tuple[str, bool, bool], float] = {}
        records = self.computing.records()
        ways = [(False, False), (True, False), (True, True)] if records else [(False, False), (False, True)]

        def arrange(layout: str, *, recorded: bool, half_norms: bool) -> Batch:
            _set_norms(self.network, half=half_norms)
            for module in (self.network, *others):
                module.to(memory_format=LAYOUTS[layout])
            batch = example.arranged(LAYOUTS[layout])
            self.forget()
            if recorded:
                self._recorded = self.computing.record(self._computed, self._inputs(batch, times))
            return batch

        for layout in LAYOUTS:
            for recorded, half_norms in ways:
                name = _name(layout, recorded=recorded, half_norms=half_norms)
                try:
                    batch = arrange(layout, recorded=recorded, half_norms=half_norms)
                    seconds = min(self._timed(batch, times) for _ in range(_TIMED))
                except Exception as error:  # this way is not possible
                    say(f"{name}: {type(error).__name__}: {str(error)[:500]}")
                    continue
                unclear = list(self.unclear())
                say(f"{name}: {1000 * seconds:.1f} ms" + (f", not finite: {unclear[:5]}" if unclear else ""))
                if not unclear:
                    found[layout, recorded, half_norms] = seconds
        unsure = next(iter(LAYOUTS)), False, False
        layout, recorded, half_norms = min(found, key=lambda way: found[way], default=unsure)
        arrange(layout, recorded=recorded, half_norms=half_norms)
        say(f"Taken: {_name(layout, recorded=recorded, half_norms=half_norms)}")
        return layout

    def unclear(self) -> Iterator[str]:
        """Yield the names of the parameters whose gradients are not all finite."""
        for name, parameter in self.network.named_parameters():
            if parameter.grad is not None and not bool(parameter.grad.isfinite().all()):
                yield name

    def _inputs(self, batch: Batch, times: Tensor) -> tuple[Tensor, ...]:
        return batch.latents, batch.scores, times, self.text(batch.tokens), torch.randn_like(batch.latents)

    def _computed(self, *inputs: Tensor) -> Tensor:
        for parameter in self.network.parameters():
            parameter.grad = None
        loss = self.error(self.network, inputs)
        loss.backward()
        return loss.detach()

    def _timed(self, batch: Batch, times: Tensor) -> float:
        begin = time.monotonic()
        self(batch, times)
        self.computing.synchronise()
        return time.monotonic() - begin


def _name(layout: str, *, recorded: bool, half_norms: bool) -> str:
    norms = "half" if half_norms else "single"
    return f"{layout}, {'recorded' if recorded else 'not recorded'}, norms in {norms} precision"


def _set_norms(network: Any, *, half: bool) -> None:
    """Have the norms of a network return values as precise as those they get, or values in float32, as by default.

    What follows a norm is computed, and kept for the gradients, in the precision that it returns.
    """
    for module in network.modules():
        if isinstance(module, nn.GroupNorm | nn.LayerNorm):
            module.__dict__.pop("forward", None)
            if half:
                module.forward = partial(_norm, module)


def _norm(module: nn.GroupNorm | nn.LayerNorm, values: Tensor) -> Tensor:
    with torch.autocast(values.device.type, enabled=False):
        weight, bias = (parameter.to(values.dtype) for parameter in (module.weight, module.bias))
        if isinstance(module, nn.GroupNorm):
            return functional.group_norm(values, module.num_groups, weight, bias, module.eps)
        return functional.layer_norm(values, module.normalized_shape, weight, bias, module.eps)
