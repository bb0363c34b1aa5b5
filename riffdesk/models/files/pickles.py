"""Reads weights from pickles as numbers only: no code that a file names is ever called.

A checkpoint of a training program contains more than weights: numpy scalars, the state of its callbacks, dates. All
of that becomes inert placeholders. A file that names harmful functions, such as `os.system`, is refused: they would
not be called, but the file is no model.
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
from riffdesk.language import mark, tr, translated
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
"""Modules of Python's standard library that checkpoints refer to; those of training programs need no others."""

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
"""Harmless classes of modules whose other contents are not harmless."""

_HARMFUL_OF_TORCH = (
    *("torch.hub.", "torch.jit.", "torch.package.", "torch.load", "torch.serialization.load"),
    "torch.storage._load_from_bytes",
)
_MAX_DEPTH = 16  # of nested tables of weights
_TOO_OLD = mark("{path} is a pickle of a kind that riffdesk does not read. Look for a .safetensors version of it.")


class _Placeholder:
    """Stands for any object in a pickle that is no tensor; does nothing."""

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
        """Ignore an item of a list."""

    def extend(self, _: object) -> None:
        """Ignore items of a list."""

    def add(self, _: object) -> None:
        """Ignore an item of a set."""


class _HarmfulError(pickle.UnpicklingError):
    """A pickle names a harmful function or class."""


class _UntypedError(pickle.UnpicklingError):
    """A pickle contains tensors of untyped storage, of 8 bits for instance."""


class _Unpickler(pickle.Unpickler):
    """Builds tensors, tables and placeholders."""

    def find_class(self, module: str, name: str) -> Any:
        """Return the function that builds objects of this class."""
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
    # Pickles of torch name Python's standard library as Python 2 did: commands.call is subprocess.call.
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
    """Return the content of a pickle of torch: tables, lists, texts and tensors, and placeholders for other objects.

    Tensors of a zip archive are mapped from the disk, not read.

    Raises
    ------
    UserError
        If it names harmful functions or classes, or cannot be read.
    """
    try:
        zipped = zipfile.is_zipfile(path)
        if zipped:
            with zipfile.ZipFile(path) as archive:
                if any(name.rpartition("/")[2] == "constants.pkl" for name in archive.namelist()):
                    raise UserError(
                        tr("{path} holds a program (TorchScript), not weights alone, and was refused.", path=path)
                    )
        elif tarfile.is_tarfile(path):
            raise UserError(translated(_TOO_OLD).format(path=path))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # placeholders have no source to compare
            return torch.load(path, map_location="cpu", pickle_module=_AS_MODULE, weights_only=False, mmap=zipped)
    except FileNotFoundError as error:
        raise UserError(tr("{path} no longer exists.", path=path)) from error
    except _HarmfulError as error:
        raise UserError(
            tr(
                "{path} was refused: beside numbers it holds '{error}', and to read that would be to run "
                "what somebody put into the file. Look for a .safetensors version of it.",
                path=path,
                error=error,
            )
        ) from error
    except _UntypedError as error:
        raise UserError(
            tr(
                "{path} holds numbers of a kind (of 8 bits, for instance) that riffdesk reads from "
                ".safetensors only. Look for a .safetensors version of it.",
                path=path,
            )
        ) from error
    except (
        OSError, RuntimeError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile, AttributeError, LookupError,
        TypeError, ValueError, OverflowError, AssertionError,
    ) as error:  # fmt: skip
        raise UserError(tr("{path} is damaged or was not copied to its end. Get it again.", path=path)) from error


def tensors_in(path: Path) -> dict[str, Tensor]:
    """Return the tensors in a pickle by name, from the top level or a nested ``state_dict``.

    Raises
    ------
    UserError
        As `read_pickle` does, and if there is none.
    """
    content = read_pickle(path)
    tables: list[object] = []
    while isinstance(content, dict) and isinstance(content.get("state_dict"), dict):
        if any(content is table for table in tables) or len(tables) == _MAX_DEPTH:
            raise UserError(
                tr("{path} is damaged: its table of weights (state_dict) holds itself. Get it again.", path=path)
            )
        tables.append(content)
        content = content["state_dict"]
    if not isinstance(content, dict):
        raise UserError(tr("{path} holds no table of weights.", path=path))
    return dict(_flat(content))


def strict_shapes(path: Path) -> Shapes:
    """Return names and shapes of the tensors in a pickle that torch itself will load, which must contain only tensors.

    Raises
    ------
    UserError
        If it contains other objects, or cannot be read.
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(path))
    except FileNotFoundError as error:
        raise UserError(tr("{path} no longer exists.", path=path)) from error
    except pickle.UnpicklingError as error:
        match = re.search(r"GLOBAL (\S+)", str(error))
        global_name = f"'{match[1].rstrip('.')}'" if match else "something"
        raise UserError(
            tr(
                "{path} was refused: beside numbers it holds {global_name}, and to read that would be to "
                "run what somebody put into the file. Look for a .safetensors version of it.",
                path=path,
                global_name=global_name,
            )
        ) from error
    except (OSError, RuntimeError, EOFError) as error:
        raise UserError(tr("{path} is damaged or was not copied to its end. Get it again.", path=path)) from error
    if not isinstance(content, dict):
        raise UserError(tr("{path} holds no table of weights.", path=path))
    return {name: tuple(value.shape) for name, value in content.items() if isinstance(value, Tensor)}


def _flat(table: Mapping[Any, Any]) -> Iterator[tuple[str, Tensor]]:
    """Yield the tensors of a table, and those of textual inversions, which are in a nested one."""
    for name, value in table.items():
        if isinstance(value, Tensor):
            yield str(name), value
        elif name == "string_to_param":
            state = value.state if isinstance(value, _Placeholder) else value
            inner = state.get("_parameters", state) if isinstance(state, dict) else {}
            yield from (
                (f"string_to_param.{key}", tensor) for key, tensor in inner.items() if isinstance(tensor, Tensor)
            )
