"""Weights from pickles, of which only numbers are read: no code that a file names is ever called.

A checkpoint of a training program holds more than weights: numpy scalars, the state of its callbacks, dates. All that
becomes inert placeholders. A file that names what could do harm, such as `os.system`, is refused with a sentence: it
would do none here, but it is no model.
"""

from __future__ import annotations

import pickle
import re
import sys
import tarfile
import warnings
import zipfile
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import torch
from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.models.files.lora_names import Shapes

_HARMLESS_MODULES = frozenset(
    [
        *("_codecs", "abc", "argparse", "collections", "copyreg", "datetime", "decimal", "enum", "fractions"),
        *(
            "functools",
            "inspect",
            "logging",
            "numbers",
            "random",
            "re",
            "time",
            "typing",
            "uuid",
            "weakref",
            "zoneinfo",
        ),
    ]
)
"""Of Python's own library, what checkpoints do hold; to name anything else of it is no habit of training programs."""

_HARMLESS = {
    "builtins": frozenset(
        [
            *("set", "frozenset", "dict", "list", "tuple", "str", "bytes", "bytearray", "int", "float", "complex"),
            *("bool", "object", "slice", "range"),
        ]
    ),
    "pathlib": frozenset(("Path", "PosixPath", "WindowsPath", "PurePath", "PurePosixPath", "PureWindowsPath")),
    "types": frozenset(("SimpleNamespace", "MappingProxyType")),
    "operator": frozenset(("itemgetter",)),
}
"""The same of modules of which the rest is not harmless."""

_HARMFUL_OF_TORCH = (
    *("torch.hub.", "torch.jit.", "torch.package.", "torch.load", "torch.serialization.load"),
    "torch.storage._load_from_bytes",
)
_MOST_DEPTH = 16  # of tables of weights in each other
_TOO_OLD = "is a pickle of a kind that riffdesk does not read. Look for a .safetensors version of it."


class _Placeholder:
    """Stands for whatever a pickle holds beside numbers, and does nothing."""

    dump_patches = False
    state: object = None

    def __new__(cls, *_: object, **__: object) -> _Placeholder:
        return super().__new__(cls)

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __call__(self, *_: object, **__: object) -> _Placeholder:
        return type(self)()

    def __setstate__(self, state: object) -> None:
        self.state = state

    def __setitem__(self, key: object, value: object) -> None:
        pass

    def append(self, _: object) -> None:
        """Take what a list would, and forget it."""

    def extend(self, _: object) -> None:
        """Take what a list would, and forget it."""

    def add(self, _: object) -> None:
        """Take what a set would, and forget it."""


class _HarmfulError(pickle.UnpicklingError):
    """A pickle names something that could do harm."""


class _UntypedError(pickle.UnpicklingError):
    """A pickle holds numbers that torch builds in a way of its own, of 8 bits for instance."""


class _Unpickler(pickle.Unpickler):
    """Builds tensors, tables and placeholders."""

    def find_class(self, module: str, name: str) -> Any:
        """Return what builds an object of this name."""
        full = f"{module}.{name}"
        if full in ("collections.OrderedDict", "torch.serialization.OrderedDict"):
            return OrderedDict
        if module in ("torch._utils", "torch._tensor") and name in _BUILDERS:
            builder = _BUILDERS[name]
            return lambda *arguments: builder(*arguments)  # its own, so that nothing can be set on the function itself
        if full == "torch.Size":
            return lambda *arguments: tuple(*arguments)
        if module == "torch" and isinstance(getattr(torch, name, None), torch.dtype):
            return getattr(torch, name)
        if name == "UntypedStorage":
            raise _UntypedError
        if _is_harmful(module, name):
            raise _HarmfulError(full)
        return type("Placeholder", (_Placeholder,), {})


_BUILDERS: Mapping[str, Callable[..., Any]] = {
    "_rebuild_tensor": torch._utils._rebuild_tensor,
    "_rebuild_tensor_v2": torch._utils._rebuild_tensor_v2,
    "_rebuild_tensor_v3": torch._utils._rebuild_tensor_v3,
    "_rebuild_parameter": lambda data, *_: data,
    "_rebuild_parameter_with_state": lambda data, *_: data,
}


def _is_harmful(module: str, name: str) -> bool:
    # Pickles of torch's call Python's own library by the names of Python 2: commands.call is subprocess.call.
    module, name = NAME_MAPPING.get((module, name), (IMPORT_MAPPING.get(module, module), name))
    root = module.partition(".")[0]
    if root == "torch":
        return f"{module}.{name}".startswith(_HARMFUL_OF_TORCH)
    standard = root in sys.stdlib_module_names or root in ("posix", "nt")
    return standard and root not in _HARMLESS_MODULES and name not in _HARMLESS.get(module, ())


def _load(file: IO[bytes], **options: Any) -> Any:
    return _Unpickler(file, **options).load()


_AS_MODULE = SimpleNamespace(Unpickler=_Unpickler, load=_load, __name__="riffdesk.models.files.pickles")


def read_pickle(path: Path) -> Any:
    """Return what a pickle of torch's holds: tables, lists, texts and tensors, and placeholders for all else.

    Tensors of a zip archive are mapped from the disk, not read.

    Raises
    ------
    UserError
        If it names something that could do harm, or cannot be read.
    """
    try:
        zipped = zipfile.is_zipfile(path)
        if zipped:
            with zipfile.ZipFile(path) as archive:
                if any(name.rpartition("/")[2] == "constants.pkl" for name in archive.namelist()):
                    raise UserError(f"{path} holds a program (TorchScript), not weights alone, and was refused.")
        elif tarfile.is_tarfile(path):
            raise UserError(f"{path} {_TOO_OLD}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # placeholders have no source to compare
            return torch.load(path, map_location="cpu", pickle_module=_AS_MODULE, weights_only=False, mmap=zipped)
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except _HarmfulError as error:
        raise UserError(
            f"{path} was refused: beside numbers it holds '{error}', and to read that would be to run what somebody "
            "put into the file. Look for a .safetensors version of it."
        ) from error
    except _UntypedError as error:
        raise UserError(
            f"{path} holds numbers of a kind (of 8 bits, for instance) that riffdesk reads from .safetensors only. "
            "Look for a .safetensors version of it."
        ) from error
    except (
        OSError, RuntimeError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile, AttributeError, LookupError,
        TypeError, ValueError, OverflowError, AssertionError,
    ) as error:  # fmt: skip
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error


def tensors_in(path: Path) -> dict[str, Tensor]:
    """Return the table of tensors in a pickle, by name, wherever in the file it is.

    Raises
    ------
    UserError
        As `read_pickle` does, and if there is none.
    """
    found = read_pickle(path)
    seen: list[object] = []
    while isinstance(found, dict) and isinstance(found.get("state_dict"), dict):
        if any(found is one for one in seen) or len(seen) == _MOST_DEPTH:
            raise UserError(f"{path} is damaged: its table of weights (state_dict) holds itself. Get it again.")
        seen.append(found)
        found = found["state_dict"]
    if not isinstance(found, dict):
        raise UserError(f"{path} holds no table of weights.")
    return dict(_flat(found))


def strict_shapes(path: Path) -> Shapes:
    """Return names and shapes of the tensors in a pickle that torch itself will read, and so must hold numbers only.

    Raises
    ------
    UserError
        If it holds anything else, or cannot be read.
    """
    try:
        found = torch.load(path, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(path))
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except pickle.UnpicklingError as error:
        named = re.search(r"GLOBAL (\S+)", str(error))
        what = f"'{named[1].rstrip('.')}'" if named else "something"
        raise UserError(
            f"{path} was refused: beside numbers it holds {what}, and to read that would be to run what somebody "
            "put into the file. Look for a .safetensors version of it."
        ) from error
    except (OSError, RuntimeError, EOFError) as error:
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error
    if not isinstance(found, dict):
        raise UserError(f"{path} holds no table of weights.")
    return {name: tuple(value.shape) for name, value in found.items() if isinstance(value, Tensor)}


def _flat(found: Mapping[Any, Any]) -> Iterator[tuple[str, Tensor]]:
    """Yield the tensors of a table, and those of textual inversions, which lie in a table of their own."""
    for name, value in found.items():
        if isinstance(value, Tensor):
            yield str(name), value
        elif name == "string_to_param":
            state = value.state if isinstance(value, _Placeholder) else value
            inner = state.get("_parameters", state) if isinstance(state, dict) else {}
            yield from ((f"string_to_param.{key}", one) for key, one in inner.items() if isinstance(one, Tensor))
