from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from typer.testing import CliRunner

from riffdesk.errors import UserError
from riffdesk.training.__main__ import app
from riffdesk.training.finetune import caption_of_name, clips_of_folder, finetune
from riffdesk.training.model_export import export_model
from riffdesk.training.networks.autoencoder import train_autoencoder
from riffdesk.training.networks.denoiser import train_denoiser
from riffdesk.training.networks.sampling import generate, load_components
from tests.training.specs import tiny_config, write_data

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept:DeprecationWarning")


def tone(path: Path, seconds: float, hertz: float = 440, rate: int = 44_100) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate), rate)


@pytest.mark.parametrize(
    ("stem", "caption"),
    [
        ("03_WarmPad-90bpm", "warm pad 90 bpm"),
        ("kitchen drums (take 2)", "kitchen drums take"),
        ("lofi 120 bpm", "lofi 120 bpm"),
        ("007", ""),
    ],
)
def test_file_names_become_captions(stem: str, caption: str) -> None:
    assert caption_of_name(stem) == caption


def test_long_files_give_several_clips_and_short_ones_are_repeated(tmp_path: Path) -> None:
    tone(tmp_path / "long hum.wav", 7.7)
    tone(tmp_path / "deep" / "short beep.wav", 1.0, rate=22_050)
    images, captions = clips_of_folder(tmp_path)
    assert captions == ["short beep"] + ["long hum"] * 3
    assert images.shape == (4, 512, 512)
    loudest = images[0][:, 50:460].min(axis=0)
    assert loudest.max() < 40  # it sounds through the whole clip
    assert abs(int(images[0][:, 256].argmin()) - int(images[1][:, 256].argmin())) <= 1


def test_captions_come_from_a_csv_where_it_names_the_file(tmp_path: Path) -> None:
    tone(tmp_path / "a.wav", 1.0)
    tone(tmp_path / "b.wav", 1.0)
    table = tmp_path / "captions.csv"
    table.write_text('file,caption\na.wav,"my kettle, boiling"\n')
    assert clips_of_folder(tmp_path, table)[1] == ["my kettle, boiling", "b"]
    table.write_text("name;words\n")
    with pytest.raises(UserError, match="caption"):
        clips_of_folder(tmp_path, table)


def test_what_cannot_be_used_is_named_and_left_out(tmp_path: Path) -> None:
    tone(tmp_path / "good.wav", 1.0)
    tone(tmp_path / "blink.wav", 0.1)
    (tmp_path / "broken.wav").write_bytes(b"RIFF....")
    said: list[str] = []
    assert clips_of_folder(tmp_path, warn=said.append)[1] == ["good"]
    assert ["blink.wav" in said[0], "broken.wav" in said[1]] == [True, True]


def test_a_folder_without_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(UserError, match="no usable sound"):
        clips_of_folder(tmp_path)
    with pytest.raises(UserError, match="no folder"):
        clips_of_folder(tmp_path / "none")


def test_the_command_needs_no_more_than_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def write(sounds: Path, target: Path, *_: object, **__: object) -> int:
        written.append(target)
        return 1

    monkeypatch.setattr("riffdesk.training.__main__._threads", lambda _: None)
    monkeypatch.setattr("riffdesk.training.finetune.finetune", write)
    (tmp_path / "hums").mkdir()
    monkeypatch.chdir(tmp_path / "hums")
    for arguments in ([str(tmp_path / "hums")], ["."], [".", "own"]):
        assert CliRunner().invoke(app, ["finetune", *arguments]).exit_code == 0
    assert written == [tmp_path / "hums-model", tmp_path / "hums-model", Path("own")]


def test_own_sounds_become_a_model_that_loads(tmp_path: Path) -> None:
    config = tiny_config(tmp_path / "work")
    write_data(config)
    train_autoencoder(config)
    train_denoiser(config)
    base = tmp_path / "base"
    export_model(config.folder / "denoiser", config.folder / "autoencoder" / "vae", base)
    tone(tmp_path / "sounds" / "hum.wav", 6.0)
    own = replace(config, denoiser=replace(config.denoiser, minutes=0.01))
    assert finetune(tmp_path / "sounds", tmp_path / "own", own, base=base) > 10_000
    images = [generate(load_components(folder), ["hum"], seed=1, steps=2) for folder in (base, tmp_path / "own")]
    assert not np.array_equal(*images)
