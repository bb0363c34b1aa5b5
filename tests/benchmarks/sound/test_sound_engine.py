"""The sound engine beside Riffusion's own inversion: likeness, time and memory, all on one thread.

Image error is in grey levels after one common gain, spectral convergence in dB of mel amplitude. The
reference starts from random phases and takes about twice as long as its sound: it is the median of three
seeds, as best is; everything else of five. Seconds are the processor's, so that a busy machine does not
lengthen the one more than the other; OMP_NUM_THREADS=1 keeps the reference on one thread, too. Real images
are taken from the folder in RIFFDESK_CLIPS, or from ``shared/data`` beside the repository, where there are any.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.store.image.image_file import ImageRequest, read_image
from tests.benchmarks.table import figure
from tests.clips import HELD_OUT, MUSIC, ink_of
from tests.measure import Array, convergence_db, image_error, riff

pytestmark = pytest.mark.bench

PARAMS = SpectrogramParams()
HOP = PARAMS.hop
DATA = Path(os.environ.get("RIFFDESK_CLIPS", Path(__file__).parents[4] / "shared" / "data"))
IMAGES = {"og_beat": DATA / "og_beat.png", "song": DATA / "clip.png"}
CLIPS = [*IMAGES, *MUSIC, "drawn", *HELD_OUT]
RUNS = {"reference": 3, "draft": 5, "good": 5, "best": 3}

LONG = """
import sys, time
import numpy as np
import torch
torch.set_num_threads(1)
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
ink = np.load(sys.argv[1])
params = SpectrogramParams()
reconstruct(ink[:, :20], params)
columns, runs = int(sys.argv[2]), int(sys.argv[3])
long = np.tile(ink, (1, -(-columns // ink.shape[1])))[:, :columns]
times = []
for _ in range(runs):
    began = time.process_time()
    reconstruct(long, params, quality=sys.argv[4])
    times.append(time.process_time() - began)
status = open("/proc/self/status").read()
print(np.median(times), int(status.split("VmHWM:")[1].split()[0]) / 1024)
"""


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def clip(name: str) -> tuple[Array, SpectrogramParams]:
    """Return a clip's ink and settings; skip where its file is missing."""
    if name not in IMAGES:
        return ink_of(name, PARAMS), PARAMS
    if not IMAGES[name].exists():
        pytest.skip(f"{IMAGES[name].name} is not here")
    image = read_image(ImageRequest(IMAGES[name]))
    return image.ink, image.params


@dataclass(frozen=True)
class Judged:
    """Medians over some seeds: seconds, grey levels, dB."""

    seconds: float
    error: float
    convergence: float


def judged(ink: Array, params: SpectrogramParams, quality: Quality) -> Judged:
    """Return how long a quality takes, and how like the ink its sound is."""
    rows = []
    for seed in range(RUNS[quality]):
        began = time.process_time()
        sound = reconstruct(ink, params, quality=quality, seed=seed)
        seconds = time.process_time() - began
        rows.append((seconds, image_error(ink, sound, params), convergence_db(ink, sound, params)))
    return Judged(*np.median(rows, axis=0).tolist())


def row(name: str, quality: Quality, got: Judged, reference: Judged, must: str) -> None:
    measured = (
        f"{reference.seconds / got.seconds:.1f}x faster ({got.seconds:.2f} s), error {got.error:.2f} "
        f"= {got.error / reference.error:.2f}x, {got.convergence:.1f} dB "
        f"= {got.convergence - reference.convergence:+.1f}"
    )
    figure(f"{name}, {quality}", measured, must)


@pytest.mark.parametrize("name", CLIPS)
def test_likeness_and_time_beside_the_reference(name: str) -> None:
    ink, params = clip(name)
    reconstruct(ink[:, :20], params)  # makes the matrices
    reference, draft, good, best = (judged(ink, params, quality) for quality in ("reference", "draft", "good", "best"))
    figure(
        f"{name}, {ink.shape[-1] / params.columns_per_second:.2f} s, reference",
        f"{reference.seconds:.2f} s, error {reference.error:.2f}, {reference.convergence:.1f} dB",
        "-",
    )
    row(name, "draft", draft, reference, "0.25 s for 5.12 s")
    row(name, "good", good, reference, "10x, 0.95x, +0.5 dB")
    row(name, "best", best, reference, "2x, 0.85x, 0 dB")
    assert good.error < 0.95 * reference.error
    assert good.convergence < reference.convergence + 0.5
    assert best.error < 0.85 * reference.error
    assert best.convergence < reference.convergence


@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_stroke_of_half_a_second_in_30_seconds(quality: Quality) -> None:
    ink = analyse(riff(30), PARAMS)[:, :3_000]
    before = reconstruct(ink, PARAMS, quality="draft")
    stroke = ink_of("drawn", PARAMS)[:, 150:200]
    times = []
    for start in range(200, 2_800, 400):
        changed = ink.copy()
        changed[:, start : start + 50] = np.maximum(ink[:, start : start + 50], stroke)
        began = time.process_time()
        reconstruct(changed, PARAMS, previous=before, changed=(start, start + 50), quality=quality)
        times.append(1_000 * (time.process_time() - began))
    figure(
        f"update of a 0.5 s stroke in a 30 s layer, {quality}",
        f"{np.median(times[1:]):.0f} ms, worst {max(times[1:]):.0f} ms",
        "60 ms" if quality == "draft" else "-",
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory a process had is read from /proc")
def test_time_against_length_and_memory_for_five_minutes(tmp_path: Path) -> None:
    """Print seconds of the processor, which other programs on the machine do not lengthen."""
    np.save(tmp_path / "ink.npy", analyse(riff(30), PARAMS)[:, :3_000])
    per_second = {}
    for seconds, runs in ((5, 9), (30, 3), (300, 1)):
        arguments = [str(tmp_path / "ink.npy"), str(seconds * 100), str(runs), "good"]
        done = subprocess.run(
            [sys.executable, "-c", LONG, *arguments], capture_output=True, text=True, timeout=600, check=True
        )
        took, megabytes = map(float, done.stdout.split())
        per_second[seconds] = took / seconds
        figure(f"good, {seconds} s of music", f"{1_000 * took / seconds:.0f} ms a second, {megabytes:.0f} MB", "-")
    figure("memory for 5 min, all of the process", f"{megabytes:.0f} MB", "1500 MB")
    spread = max(per_second.values()) / min(per_second.values())
    figure("time against length, 5 s to 5 min", f"within {100 * (spread - 1):.0f}% of linear", "15%")
    assert megabytes < 1_500
