"""Class paths that model folders tell for riffdesk's own networks: those of today, and those of earlier versions."""

from __future__ import annotations

from collections.abc import Mapping

RIFF_UNET = "riffdesk.diffusion.starter.riff_unet"
SCORE_UNET = "riffdesk.diffusion.starter.score_unet"
PATCH_AUTOENCODER = "riffdesk.diffusion.starter.patch_autoencoder"

FORMER: Mapping[str, str] = {
    "riffdesk.diffusion.riff_unet": RIFF_UNET,
    "riffdesk.diffusion.score_unet": SCORE_UNET,
    "riffdesk.diffusion.patch_autoencoder": PATCH_AUTOENCODER,
}
"""Modules that had another name when fine-tunes of the starter were written, and their name now."""


def current_path(told: object) -> object:
    """Return a component of ``model_index.json``, ``[module, class]``, with the module's name of today.

    Anything else is returned as it is.

    Examples
    --------
    >>> current_path(["riffdesk.diffusion.riff_unet", "RiffUNet"])
    ['riffdesk.diffusion.starter.riff_unet', 'RiffUNet']
    """
    if isinstance(told, list) and len(told) == 2 and isinstance(told[0], str):
        return [FORMER.get(told[0], told[0]), told[1]]
    return told
