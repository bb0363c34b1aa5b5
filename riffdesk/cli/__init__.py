"""The command line; neither Qt nor torch is loaded until a command needs it.

Each module holds commands that belong together and puts them into `riffdesk.cli.app.app` when it is imported.
"""

from riffdesk.cli import generation, jam, midi, parts, batch, files, recover, models, doctor  # noqa: F401, I001 - the order in which --help lists them
from riffdesk.cli.library import folder_commands, library_commands  # noqa: F401
from riffdesk.cli.desktop import desktop_commands  # noqa: F401
from riffdesk.cli.app import app, run

__all__ = ["app", "run"]
