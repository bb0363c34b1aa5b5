"""A folder of Stable Audio 3: it is recognised, described and fetched like other models, and refused in a sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from riffdesk.errors import UserError
from riffdesk.models.download import choose_files
from riffdesk.models.families import RIFFUSION, STABLE_AUDIO, family_of
from riffdesk.models.provenance import Terms, licence_name
from riffdesk.models.registry import add_model, describe, find_model, get_model, remove_model
from riffdesk.models.stable_audio import BASE, NETWORKS, TERMS, TUNED, read_stable_audio
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.timeline import MAX_GUIDANCE
from tests.diffusion.tiny import tiny_folder
from tests.models.hub import Hub, running_hub
from tests.models.stable_audio import LONGEST, PER_LATENT, add_stable_audio, tiny_stable_audio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of the tiny model that may be changed."""
    return Path(shutil.copytree(tiny_stable_audio(), tmp_path / "copy"))


def change(path: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change a JSON file."""
    content = json.loads(path.read_text("utf-8"))
    edit(content)
    path.write_text(json.dumps(content), "utf-8")


def test_a_folder_is_recognised_by_its_pipeline_and_described_without_being_loaded() -> None:
    entry = add_stable_audio()
    facts = describe(find_model("tiny-audio"))
    assert entry.kind == "folder"
    assert (facts.suggestion, facts.columns, facts.seconds) == (TUNED, 600, 6.0)
    assert facts.params is not None
    assert facts.params.stereo
    assert facts.params.max_hz == 20_000
    assert not facts.takes_score
    assert not facts.prefers_guide
    assert facts.size == sum(path.stat().st_size for path in entry.path.rglob("*") if path.is_file())
    layout = read_stable_audio(entry.path)
    assert (layout.max_seconds, layout.samples_per_latent, layout.repaints) == (LONGEST, PER_LATENT, True)
    assert family_of(entry.path) is STABLE_AUDIO
    assert family_of(tiny_folder()) is RIFFUSION


def test_a_base_model_takes_many_steps_and_one_for_mono_has_mono_ink() -> None:
    assert read_stable_audio(tiny_stable_audio(tuned=False)).suggestion == BASE
    assert not read_stable_audio(tiny_stable_audio(channels=1)).params.stereo


def test_its_own_settings_come_first(folder: Path) -> None:
    settings = {"suggestion": {"steps": 4}, "spectrogram": {"bands": 128}, "later": 1}
    (folder / "riffdesk.json").write_text(json.dumps(settings))
    layout = read_stable_audio(folder)
    assert (layout.suggestion.steps, layout.suggestion.guidance, layout.params.bands) == (4, 1.0, 128)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"suggestion": {"steps": 0}}, "suggests settings that make no sense"),
        ({"suggestion": {"steps": MAX_STEPS + 1}}, "suggests settings that make no sense"),
        ({"suggestion": {"guidance": MAX_GUIDANCE + 1}}, "suggests settings that make no sense"),
        ({"suggestion": {"steps": 2.5}}, "the steps of its suggestion makes no sense"),
        ({"suggestion": {"guidance": True}}, "the guidance of its suggestion makes no sense"),
        ({"suggestion": [8]}, "its suggestion is no JSON object"),
        ({"spectrogram": {"bands": 64.5}}, "the bands of its spectrogram makes no sense"),
        ({"spectrogram": {"stereo": "yes"}}, "the stereo of its spectrogram makes no sense"),
        ({"spectrogram": {"max_hz": None}}, "the max_hz of its spectrogram makes no sense"),
        ({"spectrogram": {"bands": 1}}, r"riffdesk\.json is damaged: These spectrogram settings make no sense: 1 mel"),
        ({"max_seconds": "long"}, "its max_seconds makes no sense"),
        ({"max_seconds": 0}, "its max_seconds makes no sense"),
        ({"max_seconds": True}, "its max_seconds makes no sense"),
        ([], "it holds no JSON object"),
    ],
)
def test_settings_that_make_no_sense_are_named(folder: Path, settings: object, said: str) -> None:
    (folder / "riffdesk.json").write_text(json.dumps(settings))
    with pytest.raises(UserError, match=said):
        add_model(folder)


def test_a_pipeline_of_another_kind_says_what_can_be_played(folder: Path) -> None:
    for name in ("StableAudioPipeline", "MusicLDMPipeline", "FluxPipeline", ""):
        change(folder / "model_index.json", lambda index, name=name: index.__setitem__("_class_name", name))
        with pytest.raises(UserError, match=r"is a model of another kind .* and Stable Audio 3 in diffusers layout"):
            add_model(folder)


@pytest.mark.parametrize("part", [*NETWORKS, "tokenizer", "scheduler"])
def test_a_folder_without_a_component_is_refused(folder: Path, part: str) -> None:
    shutil.rmtree(folder / part)
    with pytest.raises(UserError, match=f"is not complete: the folder {part} is missing"):
        add_model(folder)
    change(folder / "model_index.json", lambda index: index.pop(part))
    with pytest.raises(UserError, match=f"is not complete: its model_index.json names no {part}"):
        add_model(folder)


@pytest.mark.parametrize("part", NETWORKS)
def test_a_network_without_weights_is_refused(folder: Path, part: str) -> None:
    for path in (folder / part).glob("*.safetensors"):
        path.unlink()
    with pytest.raises(UserError, match=f"there are no weights in {part}"):
        add_model(folder)
    for stem in ("pytorch_model", "diffusion_pytorch_model"):
        (folder / part / f"{stem}.bin").write_bytes(b"PK\3\4")
    with pytest.raises(UserError, match=f"The weights of the {part} .* are pickles"):
        add_model(folder)


@pytest.mark.parametrize(
    ("part", "name", "value", "said"),
    [
        ("transformer", "io_channels", 4, "takes 4 channels and its vae makes 8"),
        ("transformer", "cond_token_dim", 32, "takes words of width 32 and its text_encoder makes 16"),
        ("duration_embedder", "output_dim", 8, "its duration_embedder makes a width of 8"),
        ("duration_embedder", "max_val", "long", "its max_val makes no sense"),
        ("transformer", "depth", 10**9, "makes no sense"),
        ("vae", "encoder_strides", [0], "its encoder_strides makes no sense"),
        ("vae", "latent_dim", None, "its latent_dim makes no sense"),
        ("text_encoder", "encoder", None, "is no T5Gemma encoder"),
        ("transformer", "patch_size", 2, "joins several latents"),
        ("transformer", "num_memory_tokens", 10**6, "its num_memory_tokens makes no sense"),
        ("transformer", "local_add_cond_dim", 0, "its local_add_cond_dim makes no sense"),
        ("duration_embedder", "max_val", 1e308, "its max_val makes no sense"),
        ("duration_embedder", "max_val", 0, "its max_val makes no sense"),
        ("duration_embedder", "min_val", None, "its min_val makes no sense"),
        ("duration_embedder", "min_val", LONGEST, "its max_val makes no sense"),
        ("vae", "sliding_window", None, "its sliding_window makes no sense"),
        ("vae", "sliding_window", 0, "its sliding_window makes no sense"),
        ("vae", "sliding_window", [1, 1], "its sliding_window makes no sense"),
        ("vae", "sampling_rate", 1, "its sampling_rate makes no sense"),
        ("vae", "encoder_strides", [100_000], "its encoder_strides makes no sense"),
        ("vae", "encoder_strides", [16, 2], "differ in length"),
        ("vae", "audio_channels", 6, "makes sound with 6 channels"),
        ("vae", "dim_heads", 0, "its dim_heads makes no sense"),
    ],
)
def test_configs_that_do_not_match_are_refused(folder: Path, part: str, name: str, value: object, said: str) -> None:
    change(folder / part / "config.json", lambda config: config.__setitem__(name, value))
    with pytest.raises(UserError, match=said):
        add_model(folder)


def test_no_class_is_imported_that_riffdesk_does_not_know(folder: Path) -> None:
    change(folder / "model_index.json", lambda index: index.__setitem__("vae", ["os", "system"]))
    with pytest.raises(UserError, match=r"The vae of the model in .* is a system, which riffdesk does not know"):
        add_model(folder)


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub with the tiny model, called somebody/tiny-audio."""
    with running_hub() as hub:
        hub.repositories["somebody/tiny-audio"] = tiny_stable_audio()
        yield hub


def test_it_is_fetched_with_all_its_parts(hub: Hub) -> None:
    entry = get_model("somebody/tiny-audio", endpoint=hub.endpoint)
    assert describe(entry).suggestion == TUNED
    there = {path.relative_to(entry.path) for path in entry.path.rglob("*") if path.is_file()}
    wanted = {path.relative_to(tiny_stable_audio()) for path in tiny_stable_audio().rglob("*") if path.is_file()}
    assert there - wanted == {Path("riffdesk-source.json")}
    assert wanted <= there
    remove_model("tiny-audio")
    assert not entry.path.exists()


def test_configs_are_checked_before_the_weights_are_fetched(hub: Hub, folder: Path) -> None:
    change(folder / "vae" / "config.json", lambda config: config.__setitem__("latent_dim", 5))
    hub.repositories["somebody/tiny-audio"] = folder
    with pytest.raises(UserError, match="do not match"):
        get_model("somebody/tiny-audio", endpoint=hub.endpoint)
    assert not any(name.endswith(".safetensors") for name, _ in hub.asked)


def test_a_repository_in_the_other_layout_is_refused_before_the_download() -> None:
    with pytest.raises(UserError, match=r"in the layout of stable-audio-tools.*riffdesk models convert"):
        choose_files("somebody/sound", ["model.safetensors", "model_config.json", "README.md"])


def test_licences_are_told_before_the_download(hub: Hub) -> None:
    hub.card = {"license": "other", "license_name": "community", "license_link": "https://example.org/terms"}
    steps: list[Step] = []
    sent: list[int] = []

    def on_step(step: Step) -> None:
        steps.append(step)
        sent.append(len(hub.asked))

    entry = get_model("somebody/tiny-audio", on_step, endpoint=hub.endpoint)
    assert isinstance(steps[0].partial, Terms)
    assert sent[0] == 0
    stated = "Licence of somebody/tiny-audio: community, https://example.org/terms."
    assert steps[0].partial.text == f"{stated} {TERMS}"
    assert "Stability AI Community License" in TERMS
    assert "Gemma Terms of Use" in TERMS
    assert describe(entry).terms == TERMS


def test_other_models_tell_the_licence_of_their_card_and_nothing_without_one(hub: Hub) -> None:
    hub.repositories["somebody/tiny"] = tiny_folder()
    hub.card = {"license": "creativeml-openrail-m"}
    steps: list[Step] = []
    get_model("somebody/tiny", steps.append, endpoint=hub.endpoint)
    assert steps[0].partial == Terms("Licence of somebody/tiny: creativeml-openrail-m.")
    remove_model("tiny")
    hub.card = {}
    steps.clear()
    get_model("somebody/tiny", steps.append, endpoint=hub.endpoint)
    assert not any(isinstance(step.partial, Terms) for step in steps)


def test_a_card_with_another_licence_names_it(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("---\nlicense: other\nlicense_name: community\nlicense_link: https://example.org\n---\n")
    assert licence_name(card) == "community (README.md)"
