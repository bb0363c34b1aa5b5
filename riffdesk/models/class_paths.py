"""Class paths of riffdesk's own networks in model folders: the present ones, and those of earlier versions."""

from __future__ import annotations

from collections.abc import Mapping

RIFF_UNET = "riffdesk.diffusion.starter.riff_unet"
SCORE_UNET = "riffdesk.diffusion.starter.score_unet"
CHUNKED_AUTOENCODER = "riffdesk.diffusion.stable_audio.chunked_autoencoder"
PATCH_AUTOENCODER = "riffdesk.diffusion.starter.patch_autoencoder"

FORMER_MODULES: Mapping[str, str] = {
    "riffdesk.diffusion.riff_unet": RIFF_UNET,
    "riffdesk.diffusion.score_unet": SCORE_UNET,
    "riffdesk.diffusion.patch_autoencoder": PATCH_AUTOENCODER,
}
"""Former module names in fine-tunes of the starter, and the present name of each."""


def current_path(component: object) -> object:
    """Return a component of ``model_index.json``, ``[module, class]``, with the present name of its module.

    Any other value is returned unchanged.

    Examples
    --------
    >>> current_path(["riffdesk.diffusion.riff_unet", "RiffUNet"])
    ['riffdesk.diffusion.starter.riff_unet', 'RiffUNet']
    """
    if isinstance(component, list) and len(component) == 2 and isinstance(component[0], str):
        return [FORMER_MODULES.get(component[0], component[0]), component[1]]
    return component
