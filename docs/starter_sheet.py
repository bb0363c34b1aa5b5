"""Draw docs/images/starter-sheet.png: what the built-in model makes of sixteen prompts, each with the seed 1.

.venv/bin/python docs/starter_sheet.py
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from riffdesk import render
from riffdesk.training.networks.denoiser import SHEET_PROMPTS
from riffdesk.training.run_log import save_sheet

SHEET = Path(__file__).parent / "images" / "starter-sheet.png"
COLUMNS = 512  # of each riff, 5.12 s


def main() -> None:
    """Render the riffs and draw them, low notes at the bottom and loud ones black."""
    riffs = [render(prompt, seed=1, seconds=5.12) for prompt in SHEET_PROMPTS]
    inks = [riff.ink[0] if riff.ink.ndim == 3 else riff.ink for riff in riffs]
    pictures = [np.uint8(255 - 255 * np.clip(ink[::-1, :COLUMNS] / max(ink.max(), 1e-6), 0, 1)) for ink in inks]
    save_sheet(SHEET, np.stack(pictures), 4)


if __name__ == "__main__":
    main()
