"""Imports diffusers with the modules that the starter's networks need, and without the two thousand others.

``import diffusers`` and one network import transformers, scipy, torch's compiler and every other network: three times
as long as torch itself. Riffdesk's own processes call `import_few`. The classes are diffusers' own and
compute the same. For another model `import_all` drops them, and the next import is that of all of diffusers.
Scripts that import riffdesk never get the reduced diffusers.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

_COMPILER = "torch._dynamo"
_OPTIONAL = ("peft", "scipy", "torchao", "torchaudio", "transformers")  # diffusers works without them
_COLLECTIONS = tuple(f"diffusers.models.{name}" for name in ("autoencoders", "transformers", "unets"))
_wanted = False
_reduced = False


def import_few() -> None:
    """Let this process import diffusers' modules on demand; called before the first import of diffusers."""
    global _wanted
    _wanted = True


@contextmanager
def few_modules() -> Iterator[None]:
    """Import few of diffusers' modules in the block, if `import_few` was called before diffusers was imported."""
    global _reduced
    if not _wanted or _reduced or "diffusers" in sys.modules:
        yield
        return
    _reduced = True
    with _in_place(_COMPILER, sys.modules.get(_COMPILER) or _no_compiler()), ExitStack() as hidden:
        for name in _OPTIONAL:
            hidden.enter_context(_in_place(name, None))  # None makes it look not installed, also to diffusers
        importlib.import_module("diffusers.models")
        for name in _COLLECTIONS:
            _as_bare_package(name)
        yield


def import_all() -> None:
    """Make the next import of diffusers load all of its modules."""
    global _wanted, _reduced
    _wanted = False
    if _reduced:
        _reduced = False
        for name in [name for name in sys.modules if name.partition(".")[0] == "diffusers"]:
            del sys.modules[name]


@contextmanager
def _in_place(name: str, module: types.ModuleType | None) -> Iterator[None]:
    """Replace a module for imports in the block, by another one or none."""
    modules: dict[str, Any] = sys.modules
    present, before = name in modules, modules.get(name)
    modules[name] = module
    try:
        yield
    finally:
        if present:
            modules[name] = before
        else:
            del modules[name]


def _as_bare_package(name: str) -> None:
    """Register a package without running it, as that would import each of its modules."""
    spec = importlib.util.find_spec(name)
    if spec is None:
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    setattr(sys.modules[parent], child, module)


def _no_compiler() -> types.ModuleType:
    """Return a stand-in for torch's compiler, whose marks change nothing for a network that is not compiled."""

    def disable(function: Any = None, *_: Any, **__: Any) -> Any:
        return function if function is not None else disable

    module: Any = types.ModuleType(_COMPILER)
    module.__path__ = []
    module.disable = disable
    module.allow_in_graph = lambda marked: marked
    return module  # type: ignore[no-any-return]
