"""Folders of riffdesk: settings, data, cache, and the resources in the package."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APP = "riffdesk"


def config_dir() -> Path:
    """Return the folder of the settings file; ``RIFFDESK_HOME`` moves it, for tests and portable use."""
    home = os.environ.get("RIFFDESK_HOME")
    return Path(home) / "config" if home else Path(platformdirs.user_config_dir(_APP))


def data_dir() -> Path:
    """Return the folder of the user's models and library; ``RIFFDESK_HOME`` moves it."""
    home = os.environ.get("RIFFDESK_HOME")
    return Path(home) / "data" if home else Path(platformdirs.user_data_dir(_APP))


def cache_dir() -> Path:
    """Return the folder of files that may be deleted at any time; ``RIFFDESK_HOME`` moves it."""
    home = os.environ.get("RIFFDESK_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(_APP))


def models_dir() -> Path:
    """Return the folder that models are added to."""
    return data_dir() / "models"


def locks_dir() -> Path:
    """Return the folder of the locks between processes."""
    return data_dir() / "locks"


def resources_dir() -> Path:
    """Return the folder of icons and built-in models: in the checkout, or inside the installed package."""
    package = Path(__file__).parent
    checkout = package.parent / "resources"
    return checkout if checkout.is_dir() else package / "resources"


def child_environment() -> dict[str, str]:
    """Return the environment for a Python process that imports this riffdesk, and nothing from the working directory.

    The same holds for its own child processes.
    """
    package = str(Path(__file__).parents[1])
    # An empty entry is the working directory, and a relative one depends on it.
    others = (path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(path))
    return {**os.environ, "PYTHONPATH": os.pathsep.join((*others, package)), "PYTHONSAFEPATH": "1"}
