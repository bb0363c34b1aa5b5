"""Fine-tuning a model on a folder of audio files, which gives a new model folder."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.filing.sound_files import read_audio
from riffdesk.errors import UserError, reason
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.clip_rendering import COLUMNS, PARAMS, SAMPLES, image_of_audio

if TYPE_CHECKING:
    from riffdesk.training.config import TrainingConfig

_SOUNDS = {".wav", ".flac", ".ogg", ".mp3", ".aif", ".aiff", ".opus"}
_MIN_SECONDS = 0.5
_TEXT_LEARNING_RATE = 1e-4
_STEP_COLUMNS = 128  # a clip begins every 1.28 s, so that short files give several


def finetune(
    sounds: Path,
    target: Path,
    config: TrainingConfig,
    *,
    base: Path,
    captions: Path | None = None,
    device: str = "cpu",
    on_step: OnStep = ignore_steps,
    warn: Callable[[str], None] = print,
) -> int:
    """Train a model on audio files and write it as a folder that riffdesk loads; return its size in bytes.

    Parameters
    ----------
    sounds : Path
        A folder with audio files, searched recursively.
    target : Path
        The new model folder.
    config : TrainingConfig
        Settings, such as ``[denoiser] minutes``; checkpoints are in its folder, and training continues from them.
    base : Path
        The model to start from, a variant of the starter.
    captions : Path, optional
        A CSV file with the columns ``file`` and ``caption``; files that it does not name, and all
        files without it, are captioned by their names.
    device : str
        'cpu' or 'cuda'.
    on_step, warn : callable
        Called with progress, and with a message for each file that is left out.

    Raises
    ------
    UserError
        If there is no usable sound, the captions cannot be read, or the base is no variant of the starter.
    """
    import torch

    from riffdesk.training.model_export import export_model
    from riffdesk.training.networks.autoencoder import as_tensor
    from riffdesk.training.networks.denoiser import Run, load_autoencoder, train
    from riffdesk.training.networks.latents import Latents
    from riffdesk.training.networks.sampling import load_components

    images, labels = clips_of_folder(sounds, captions, on_step=on_step, warn=warn)
    vae = load_autoencoder(base / "vae")
    parts = load_components(base)
    work = config.folder / "finetune" / target.name
    shutil.rmtree(work / "tokenizer", ignore_errors=True)
    shutil.copytree(base / "tokenizer", work / "tokenizer")
    vae.to(device)
    with torch.no_grad():
        latents = [
            vae.encode(as_tensor(images[i : i + 16]).to(device)).latent_dist.mode().half().cpu()
            for i in range(0, len(images), 16)
        ]
    data = Latents(torch.cat(latents).contiguous().numpy(), [{"caption": label} for label in labels])
    # A smaller learning rate, so that the model keeps its old sounds. The text encoder is trained too, as captions may
    # have new words.
    settings = replace(
        config.denoiser, learning_rate=config.denoiser.learning_rate / 5, text_learning_rate=_TEXT_LEARNING_RATE
    )
    networks = {"unet": parts.unet.train(), "text_encoder": parts.text_encoder.train()}
    for network in networks.values():
        network.requires_grad_(True)
    train(Run(work, settings, config.data.seed, parts.tokenizer, vae, networks, device), data, data, on_step)
    return export_model(work, base / "vae", target)


def clips_of_folder(
    sounds: Path,
    captions: Path | None = None,
    *,
    on_step: OnStep = ignore_steps,
    warn: Callable[[str], None] = print,
) -> tuple[NDArray[np.uint8], list[str]]:
    """Return the clips of all audio files in a folder, and a caption for each.

    Files shorter than a clip are repeated to fill one; files that cannot be read, and those shorter
    than half a second, are left out with a call of ``warn``.
    """
    if not sounds.is_dir():
        raise UserError(f"{sounds} is no folder. Give a folder with audio files.")
    files = sorted(path for path in sounds.rglob("*") if path.suffix.lower() in _SOUNDS and path.is_file())
    captions_by_file = _read_captions(captions) if captions else {}
    images: list[NDArray[np.uint8]] = []
    labels: list[str] = []
    for number, path in enumerate(files, 1):
        try:
            sound = read_audio(path, PARAMS.sample_rate).mean(axis=0)
        except UserError as error:
            warn(f"Left out: {error}")
            continue
        if len(sound) < _MIN_SECONDS * PARAMS.sample_rate:
            warn(f"Left out: {path.name} is shorter than half a second.")
            continue
        caption = captions_by_file.get(
            path.name, captions_by_file.get(path.relative_to(sounds).as_posix(), caption_of_name(path.stem))
        )
        cut = _clips(sound)
        images += cut
        labels += [caption] * len(cut)
        on_step(Step(number, len(files), "Reading sounds"))
    if not images:
        raise UserError(f"There is no usable sound in {sounds}. Put WAV, FLAC, OGG or MP3 files there.")
    return np.stack(images), labels


def caption_of_name(stem: str) -> str:
    """Return a caption made of a file's name: words in lower case, without numbers other than the tempo.

    Examples
    --------
    >>> caption_of_name("03_WarmPad-90bpm")
    'warm pad 90 bpm'
    """
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", stem)
    words = re.sub(r"(\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)", r"\1 ", words)
    parts = [word for word in re.split(r"[\s_\-.,()\[\]]+", words.lower()) if word]
    tempo = {i for i, word in enumerate(parts[:-1]) if parts[i + 1] == "bpm"}
    return " ".join(word for i, word in enumerate(parts) if not word.isdigit() or i in tempo)


def _clips(sound: NDArray[np.float32]) -> list[NDArray[np.uint8]]:
    """Return images of 5.12 s each, beginning every 1.28 s."""
    before = PARAMS.window
    clip_samples = COLUMNS * PARAMS.hop
    if len(sound) < clip_samples:
        sound = np.tile(sound, -(-clip_samples // len(sound)))
    last = max(0, len(sound) - clip_samples)
    padded = np.pad(sound, (before, SAMPLES), mode="constant").astype(np.float32)
    starts = range(0, last + 1, _STEP_COLUMNS * PARAMS.hop)
    return [image_of_audio(padded[start : start + SAMPLES]) for start in starts]


def _read_captions(path: Path) -> dict[str, str]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UserError(f"Could not read the captions in {path}: {reason(error)}.") from error
    if not rows or not {"file", "caption"} <= set(rows[0]):
        raise UserError(f"{path} should have the columns 'file' and 'caption' in its first line.")
    return {row["file"]: row["caption"] or "" for row in rows}
