"""The devices that torch computes on, and their differences; no other module names a backend of torch.

Randomness does not depend on them: noise is always drawn on the processor and then moved, so that a seed means the same
everywhere (`riffdesk.diffusion.noise`).
"""

from __future__ import annotations

import gc
import importlib.util
import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

if TYPE_CHECKING:
    from collections.abc import Callable

    import torch

    TensorCall = Callable[..., torch.Tensor]

VARIABLE = "RIFFDESK_DEVICE"
"""Environment variable with the device that this process and its children compute on.

It is a name of `CHOICES`, or several with commas between them, of which the first available one counts.
"""

AUTO = "auto"
CHOICES = (AUTO, "cuda", "rocm", "xpu", "mps", "cpu")
"""Names of devices as in the settings; ``auto`` is the first available one."""

ON_THE_PROCESSOR = mark("or render on the processor: start riffdesk with --device cpu")
# Cards whose half precision gives NaN or grey images with Stable Diffusion:
# GTX 16: pytorch/pytorch#58123, huggingface/diffusers#2153; RX 5000: vladmandic/sdnext#900.
_WRONG_HALF = re.compile(r"GTX 16\d\d|RX 5[3-7]00|gfx101\d", re.IGNORECASE)


@dataclass(frozen=True)
class DeviceFacts:
    """Facts about a device for the user.

    Parameters
    ----------
    name, title, model : str
        As of `Device`.
    memory_gb : float
        Size of its memory in 10^9 bytes.
    precision : str
        Number format of networks.
    makes_sound : bool
        Whether sound is made on it too.
    """

    name: str
    title: str
    model: str
    memory_gb: float
    precision: str
    makes_sound: bool


@dataclass(frozen=True)
class Substitution:
    """The `riffdesk.progress.Step.partial` when the chosen device is missing and another computes; its sentence."""

    text: str


class Device:
    """A device: the processor, which computes everything in float32, and base of the graphics cards."""

    name: ClassVar[str] = "cpu"
    type: ClassVar[str] = "cpu"
    """Its name in torch."""
    title: ClassVar[str] = mark("processor")
    is_card: ClassVar[bool] = False
    """Whether many rows at once are faster than one after another."""
    makes_sound: ClassVar[bool] = True
    """Whether phase reconstruction runs on it: it needs complex FFTs."""
    channels_last: ClassVar[bool] = True
    """Whether convolutions are faster with the channels innermost."""
    copies_aside: ClassVar[bool] = False
    """Whether values are copied before they are sent to it, so that sending need not wait for its computations."""

    def is_present(self) -> bool:
        """Return whether it can be used."""
        return True

    def model(self) -> str:
        """Return its maker's name for it."""
        return tr("{count} threads", count=_torch().get_num_threads())

    def total_bytes(self) -> int:
        """Return the size of its memory."""
        return int(_system_memory().total)

    def free_bytes(self) -> int:
        """Return the size of its memory that is free, with torch's cache."""
        return int(_system_memory().available)

    def precision(self) -> Literal["float16", "float32"]:
        """Return the number format of networks."""
        return "float32"

    def dtype(self) -> torch.dtype:
        """Return torch's type for `precision`."""
        return getattr(_torch(), self.precision())  # type: ignore[no-any-return]

    def layout(self) -> torch.memory_format:
        """Return the order of the values of images and of the weights of their convolutions."""
        torch = _torch()
        return torch.channels_last if self.channels_last else torch.contiguous_format  # type: ignore[no-any-return]

    def compiles(self) -> bool:
        """Return whether torch.compile pays: not on the processor, where the tiny network alone takes 83 s."""
        return False

    def records(self) -> bool:
        """Return whether the kernels of a call can be recorded, and then started all at once."""
        return False

    def record(
        self, call: Callable[..., torch.Tensor], values: tuple[torch.Tensor, ...]
    ) -> Callable[..., torch.Tensor]:
        """Return a call for tensors of the same shapes as ``values``, which repeats the recorded kernels.

        Raises `RuntimeError` if memory runs out, or the call cannot be recorded, for example as it waits for the card.
        """
        raise NotImplementedError

    def make_deterministic(self) -> None:
        """Choose deterministic algorithms: the same input gives the same output."""

    def empty_cache(self) -> None:
        """Return memory in torch's cache to the system."""

    def synchronise(self) -> None:
        """Wait until all submitted work is done."""

    def facts(self) -> DeviceFacts:
        """Return facts about it for the user."""
        memory_gb = round(self.total_bytes() / 1e9, 1)
        return DeviceFacts(self.name, self.title, self.model(), memory_gb, self.precision(), self.makes_sound)


class _Card(Device):
    """A graphics card whose module in torch has the functions of ``torch.cuda``."""

    is_card = True
    makes_sound = False

    @property
    def _module(self) -> Any:
        return getattr(_torch(), self.type)

    def is_present(self) -> bool:
        return hasattr(_torch(), self.type) and bool(self._module.is_available())

    def model(self) -> str:
        return str(self._module.get_device_properties(0).name)

    def total_bytes(self) -> int:
        return int(self._module.get_device_properties(0).total_memory)

    def free_bytes(self) -> int:
        held_back = self._module.memory_reserved() - self._module.memory_allocated()
        return int(self._module.mem_get_info()[0] + held_back)

    def compiles(self) -> bool:
        return importlib.util.find_spec("triton") is not None  # the compiler of kernels; torch for Windows has none

    def empty_cache(self) -> None:
        self._module.empty_cache()

    def synchronise(self) -> None:
        self._module.synchronize()


class Cuda(_Card):
    """An NVIDIA card."""

    name = type = "cuda"
    title = "CUDA"
    makes_sound = True
    copies_aside = True

    def is_present(self) -> bool:
        """Return whether torch was made for CUDA and finds a card."""
        return super().is_present() and not _is_rocm()

    def free_bytes(self) -> int:
        """Return what is free, at most what is left of the share of the card that this process may use."""
        allowed = self._module.get_per_process_memory_fraction() * self.total_bytes()
        return int(min(super().free_bytes(), allowed - self._module.memory_allocated()))

    def precision(self) -> Literal["float16", "float32"]:
        """Return float16, or float32 for a card that computes wrong numbers in half precision."""
        properties = self._module.get_device_properties(0)
        names = f"{properties.name} {getattr(properties, 'gcnArchName', '')}"
        return "float32" if _WRONG_HALF.search(names) else "float16"

    def records(self) -> bool:
        """Return True: as CUDA graphs."""
        return True

    def record(
        self, call: Callable[..., torch.Tensor], values: tuple[torch.Tensor, ...]
    ) -> Callable[..., torch.Tensor]:
        """Record a call as a CUDA graph, after two calls on a stream of their own, in which libraries prepare."""
        torch = _torch()
        inputs = [value.clone() for value in values]
        beside = torch.cuda.Stream()
        beside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(beside):
            for _ in range(2):
                call(*inputs)
        torch.cuda.current_stream().wait_stream(beside)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, capture_error_mode="thread_local"):
            output = call(*inputs)

        def replay(*values: Any) -> Any:
            for kept, value in zip(inputs, values, strict=True):
                kept.copy_(value)
            graph.replay()
            return output.clone()

        return replay

    def make_deterministic(self) -> None:
        """Choose algorithms of cuDNN, or of MIOpen, that round in the same way each time."""
        _torch().backends.cudnn.deterministic = True


class Rocm(Cuda):
    """An AMD card, which torch made for ROCm calls ``cuda`` too."""

    name = "rocm"
    title = "ROCm"
    copies_aside = False  # not tested

    def is_present(self) -> bool:
        """Return whether torch was made for ROCm and finds a card."""
        return _Card.is_present(self) and _is_rocm()

    def records(self) -> bool:
        """Return False: not tested."""
        return False


class Xpu(_Card):
    """An Intel card.

    In float32: NaN with Stable Diffusion 1.5 in half precision is reported in Comfy-Org/ComfyUI#8228 and, from the
    attention, in intel/torch-xpu-ops#5201. Sound is made on the processor, as not every torch for it has FFTs.
    """

    name = type = "xpu"
    title = "XPU"


class Mps(_Card):
    """The graphics card of a Mac with Apple silicon, which shares the processor's memory.

    In float32: half precision crashes or gives NaN in huggingface/diffusers#4480 and #2521 and nagadomi/nunif#669. It
    has no float64. Channels stay outermost: the other order gives wrong numbers in pytorch/pytorch#180984 and #174345.
    Sound is made on the processor, as its complex numbers are not complete.
    """

    name = type = "mps"
    title = "MPS"
    channels_last = False

    def is_present(self) -> bool:
        """Return whether it can be used."""
        backends: Any = getattr(_torch(), "backends", None)
        return hasattr(backends, "mps") and bool(backends.mps.is_available())

    def model(self) -> str:
        """Return the same name for all: torch does not report the chip."""
        return tr("Apple silicon")

    def total_bytes(self) -> int:
        """Return the share of the common memory that the system recommends."""
        return int(self._module.recommended_max_memory())

    def free_bytes(self) -> int:
        """Return the free part of that share, at most the free memory of the machine."""
        unused = self.total_bytes() - int(self._module.current_allocated_memory())
        return max(0, min(unused, super(_Card, self).free_bytes()))

    def compiles(self) -> bool:
        """Return False: the compiler is a prototype in torch 2.11."""
        return False


_ALL: tuple[Device, ...] = (Cuda(), Rocm(), Xpu(), Mps(), Device())


@cache
def available() -> tuple[Device, ...]:
    """Return the devices of this machine, the fastest first and the processor last."""
    return tuple(device for device in _ALL if device.is_present())


def chosen(name: str | None = None) -> Device:
    """Return the device to compute on.

    Parameters
    ----------
    name : str, optional
        As in `VARIABLE`; by default that of the environment, and without it the fastest available one.

    Raises
    ------
    UserError
        If there is no such device.
    """
    wanted = name or os.environ.get(VARIABLE) or AUTO
    devices = available()
    for one in wanted.split(","):
        for device in devices:
            if one in (AUTO, device.name):
                return device
    names = ", ".join(device.name for device in devices)
    raise UserError(tr("This machine has no device '{wanted}'. It has: {names}.", wanted=wanted, names=names))


def choose(name: str, *, or_fastest: bool = False) -> None:
    """Set the device of this process and of those that it starts.

    Parameters
    ----------
    name : str
        One of `CHOICES`.
    or_fastest : bool
        Whether the fastest device is used instead if it is missing; otherwise renders fail.
    """
    os.environ.pop(VARIABLE, None)
    if name != AUTO:
        os.environ[VARIABLE] = f"{name},{AUTO}" if or_fastest else name


def choice() -> str:
    """Return the name of the chosen device, one of `CHOICES`, whether or not it is available."""
    return (os.environ.get(VARIABLE) or AUTO).split(",")[0]


def substitution() -> str:
    """Return a sentence about the chosen device if it is missing and another takes its place; otherwise ''."""
    wanted, device = choice(), chosen()
    if wanted in (AUTO, device.name):
        return ""
    title = next((one.title for one in _ALL if one.name == wanted), wanted)
    other = tr("graphics card ({title})", title=device.title) if device.is_card else translated(device.title)
    return tr("The chosen graphics card ({card}) is missing, so riffs are made on the {new}.", card=title, new=other)


def device_of(device: torch.device) -> Device:
    """Return the device that torch's own value stands for."""
    return next(one for one in available() if one.type == device.type)


def sound_device() -> str:
    """Return torch's name of the device that makes sound: the chosen one if it can, else the processor."""
    try:
        device = chosen()
    except UserError:  # a render reports it
        return Device.type
    return device.type if device.makes_sound else Device.type


def release() -> None:
    """Return unused memory to the system and the graphics cards, once torch is loaded."""
    gc.collect()
    if "torch" in sys.modules:
        for device in available():
            device.empty_cache()


def _is_rocm() -> bool:
    return getattr(_torch().version, "hip", None) is not None


def _system_memory() -> Any:
    import psutil  # slow to import

    return psutil.virtual_memory()


def _torch() -> Any:
    import torch  # slow to import

    return torch
