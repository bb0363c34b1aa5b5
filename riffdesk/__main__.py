"""The window, or the command line: ``riffdesk [FILE]`` or ``riffdesk COMMAND ...``."""

from __future__ import annotations

import sys
from pathlib import Path

from riffdesk import cli
from riffdesk.diffusion import libraries


def main() -> int:
    """Run the command line and return the exit code."""
    libraries.import_few()
    return cli.run(sys.argv[1:], open_window=_open_window)


def _open_window(path: Path | None) -> int:
    # Qt is loaded only here, so that the command line starts quickly and runs without it.
    from riffdesk.ui.window.user_language import choose_language

    choose_language()
    from riffdesk.ui.window import app

    return app.main(path)


if __name__ == "__main__":
    sys.exit(main())
