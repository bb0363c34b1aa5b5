"""LoRAs of every family that people have: each changes what it says, by numbers, or is named as what it is."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from riffdesk import paths
from riffdesk.diffusion.loading import load_model
from riffdesk.errors import UserError
from riffdesk.models.files.ldm_names import ldm_names
from riffdesk.models.files.lora import change_of
from riffdesk.models.files.lora_names import place_of
from riffdesk.models.files.weights import kind_of
from riffdesk.models.registry import add_model
from tests.diffusion.tiny import tiny_entry, tiny_model
from tests.models.checkpoints import SINGLE, _unet_name, unet_places

INNER = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q"
STEM = "lora_unet_" + INNER.replace(".", "_")
OUT = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_out.0"
CONV = "down_blocks.0.resnets.0.conv1"  # 8 to 8 channels, 3 x 3
WORDS = "encoder.layers.0.self_attn.q_proj"
TE = "text_model_" + WORDS.replace(".", "_")

Tensors = dict[str, torch.Tensor]


def randn(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


DOWN, UP = randn(2, 16, seed=1), randn(16, 2, seed=2)
A1, B1, A2, B2 = randn(16, 2, seed=3), randn(2, 16, seed=4), randn(16, 2, seed=5), randn(2, 16, seed=6)
ALPHA = torch.tensor(1.0)


def write(path: Path, tensors: Tensors, metadata: dict[str, str] | None = None) -> Path:
    tensors = {name: value.contiguous().clone() for name, value in tensors.items()}
    if path.suffix.lower() == ".safetensors":
        save_file(tensors, path, metadata)
    else:
        torch.save(tensors, path)
    return path


def changed(path: Path, weight: float = 1.0) -> Tensors:
    """Return what a LoRA changes in the tiny model, by the weight's name."""
    model = load_model(tiny_entry(SINGLE), loras=[(path, weight)])
    found = {}
    for part in ("unet", "text_encoder", "vae"):
        before, after = getattr(tiny_model(SINGLE), part).state_dict(), getattr(model, part).state_dict()
        found |= {name: after[name] - before[name] for name in before if not torch.equal(before[name], after[name])}
    return found


def check(path: Path, **expected: torch.Tensor) -> None:
    """Check the kind of a file, and that it changes these weights by these numbers."""
    assert kind_of(path) == "lora"
    wanted = {f"{name.replace('__', '.')}.weight": value for name, value in expected.items()}
    found = changed(path)
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        torch.testing.assert_close(found[name], value, atol=2e-4, rtol=1e-4)


def key(name: str) -> str:
    return name.replace(".", "__")


KOHYA = {f"{STEM}.lora_down.weight": DOWN, f"{STEM}.lora_up.weight": UP}
ATTENTION = INNER.rpartition(".")[0]


@pytest.mark.parametrize(
    "tensors",
    [
        KOHYA | {f"{STEM}.alpha": torch.tensor(2.0)},
        KOHYA,
        {f"unet.{INNER}.lora_A.weight": DOWN, f"unet.{INNER}.lora_B.weight": UP},
        {f"unet.{INNER}.lora.down.weight": DOWN, f"unet.{INNER}.lora.up.weight": UP},
        {
            f"unet.{ATTENTION}.processor.to_q_lora.down.weight": DOWN,
            f"unet.{ATTENTION}.processor.to_q_lora.up.weight": UP,
        },
        {f"{ATTENTION}.processor.to_q_lora.down.weight": DOWN, f"{ATTENTION}.processor.to_q_lora.up.weight": UP},
        {f"base_model.model.{INNER}.lora_A.weight": DOWN, f"base_model.model.{INNER}.lora_B.weight": UP},
        {f"base_model.model.{INNER}.lora_A.funk.weight": DOWN, f"base_model.model.{INNER}.lora_B.funk.weight": UP},
        {f"base_model.model.unet.{INNER}.lora_A.weight": DOWN, f"base_model.model.unet.{INNER}.lora_B.weight": UP},
        {name.replace("lora_unet_", "lycoris_"): value for name, value in KOHYA.items()},
    ],
    ids=["kohya", "no alpha", "diffusers", "diffusers 0.20", "diffusers 0.15", "no prefix", "peft", "peft adapter",
         "peft of a pipeline", "lycoris"],
)  # fmt: skip
def test_each_program_has_names_of_its_own_for_the_same_change(tmp_path: Path, tensors: Tensors) -> None:
    check(write(tmp_path / "one.safetensors", tensors), **{key(INNER): UP @ DOWN})


@pytest.mark.parametrize("suffix", [".pt", ".bin", ".SAFETENSORS"])
def test_each_kind_of_file_holds_the_same_change(tmp_path: Path, suffix: str) -> None:
    check(write(tmp_path / f"one{suffix}", KOHYA), **{key(INNER): UP @ DOWN})


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_is_read_and_alpha_over_rank_is_the_scale(tmp_path: Path, dtype: torch.dtype) -> None:
    tensors = {name: value.to(dtype) for name, value in (KOHYA | {f"{STEM}.alpha": ALPHA}).items()}
    check(
        write(tmp_path / "one.safetensors", tensors), **{key(INNER): UP.to(dtype).float() @ DOWN.to(dtype).float() / 2}
    )


@pytest.mark.parametrize(
    ("down", "up"),
    [
        (f"lora_te_{TE}.lora_down.weight", f"lora_te_{TE}.lora_up.weight"),
        (f"lora_te1_{TE}.lora_down.weight", f"lora_te1_{TE}.lora_up.weight"),
        (f"text_encoder.text_model.{WORDS}.lora_A.weight", f"text_encoder.text_model.{WORDS}.lora_B.weight"),
        (
            f"text_encoder.text_model.{WORDS}.lora_linear_layer.down.weight",
            f"text_encoder.text_model.{WORDS}.lora_linear_layer.up.weight",
        ),
        (
            "text_encoder.text_model.encoder.layers.0.self_attn.to_q_lora.down.weight",
            "text_encoder.text_model.encoder.layers.0.self_attn.to_q_lora.up.weight",
        ),
        (f"base_model.model.text_model.{WORDS}.lora_A.weight", f"base_model.model.text_model.{WORDS}.lora_B.weight"),
    ],
)
def test_the_text_encoder_is_changed_alone_or_too(tmp_path: Path, down: str, up: str) -> None:
    check(write(tmp_path / "one.safetensors", {down: DOWN, up: UP}), **{key(WORDS): UP @ DOWN})
    both = {down: DOWN, up: UP} | KOHYA
    check(write(tmp_path / "both.safetensors", both), **{key(WORDS): UP @ DOWN, key(INNER): UP @ DOWN})


def test_the_way_out_of_attention_has_a_number_in_its_name(tmp_path: Path) -> None:
    stem = f"unet.{ATTENTION}.processor.to_out_lora"
    check(write(tmp_path / "one.pt", {f"{stem}.down.weight": DOWN, f"{stem}.up.weight": UP}), **{key(OUT): UP @ DOWN})


def lycoris(stem: str, **tensors: torch.Tensor) -> Tensors:
    return {f"{stem}.{role}": value for role, value in tensors.items()}


def test_loha_is_the_product_of_two_products(tmp_path: Path) -> None:
    tensors = lycoris(STEM, hada_w1_a=A1, hada_w1_b=B1, hada_w2_a=A2, hada_w2_b=B2, alpha=ALPHA)
    check(write(tmp_path / "one.safetensors", tensors), **{key(INNER): (A1 @ B1) * (A2 @ B2) / 2})


def test_lokr_is_a_kronecker_product(tmp_path: Path) -> None:
    small, large = randn(4, 2, seed=7), randn(4, 8, seed=8)
    whole = lycoris(STEM, lokr_w1=small, lokr_w2=large, alpha=ALPHA)  # without a rank, alpha is none
    check(write(tmp_path / "whole.safetensors", whole), **{key(INNER): torch.kron(small, large)})
    a, b = randn(4, 2, seed=9), randn(2, 8, seed=10)
    parts = lycoris(STEM, lokr_w1=small, lokr_w2_a=a, lokr_w2_b=b, alpha=ALPHA)
    check(write(tmp_path / "parts.safetensors", parts), **{key(INNER): torch.kron(small, a @ b) / 2})
    first = lycoris(STEM, lokr_w1_a=a, lokr_w1_b=randn(2, 2, seed=11), lokr_w2=large)
    check(write(tmp_path / "first.safetensors", first), **{key(INNER): torch.kron(a @ randn(2, 2, seed=11), large)})


def test_convolutions_are_changed_as_well_with_a_core_between_or_without(tmp_path: Path) -> None:
    stem = "lora_unet_" + CONV.replace(".", "_")
    down, up = randn(2, 8, 3, 3, seed=1), randn(8, 2, 1, 1, seed=2)
    plain = {f"{stem}.lora_down.weight": down, f"{stem}.lora_up.weight": up}
    change = torch.einsum("or,rihw->oihw", up[..., 0, 0], down)
    check(write(tmp_path / "plain.safetensors", plain), **{key(CONV): change})
    down, core = randn(2, 8, 1, 1, seed=3), randn(2, 2, 3, 3, seed=4)
    tucker = {f"{stem}.lora_down.weight": down, f"{stem}.lora_mid.weight": core, f"{stem}.lora_up.weight": up}
    # As three layers after each other do: into the rank, the core, and out of the rank.
    image = randn(1, 8, 5, 5, seed=5)
    conv2d = torch.nn.functional.conv2d
    wanted = conv2d(conv2d(conv2d(image, down), core, padding=1), up)
    (found,) = changed(write(tmp_path / "tucker.safetensors", tucker)).values()
    torch.testing.assert_close(conv2d(image, found, padding=1), wanted, atol=1e-3, rtol=1e-3)


def test_tucker_of_loha_and_lokr_is_multiplied_out() -> None:
    weight = torch.zeros(8, 6, 3, 3)
    a, b, core = randn(2, 8, seed=1), randn(2, 6, seed=2), randn(2, 2, 3, 3, seed=3)
    whole = torch.einsum("ijkl,jr,ip->prkl", core, b, a)  # as LyCORIS writes it
    loha = {"hada_w1_a": a, "hada_w1_b": b, "hada_t1": core, "hada_w2_a": a, "hada_w2_b": b, "hada_t2": core}
    torch.testing.assert_close(change_of(loha, weight), whole * whole)
    lokr = {"lokr_w1": randn(2, 3, seed=4), "lokr_w2_a": randn(2, 4, seed=5), "lokr_w2_b": randn(2, 2, seed=6),
            "lokr_t2": core, "alpha": torch.tensor(1.0)}  # fmt: skip
    inner = torch.einsum("ijkl,jr,ip->prkl", core, lokr["lokr_w2_b"], lokr["lokr_w2_a"])
    found = change_of(lokr, weight)
    for row in range(2):
        for column in range(3):
            block = found[4 * row : 4 * row + 4, 2 * column : 2 * column + 2]
            torch.testing.assert_close(block, lokr["lokr_w1"][row, column] * inner / 2)


def test_whole_differences_and_those_of_norms_and_biases_are_added(tmp_path: Path) -> None:
    change, bias = randn(16, 16, seed=1), randn(16, seed=2)
    stem, norm = "lora_unet_" + OUT.replace(".", "_"), "lora_unet_down_blocks_1_attentions_0_norm"
    tensors = {f"{stem}.diff": change, f"{stem}.diff_b": bias, f"{norm}.w_norm": bias, f"{norm}.b_norm": -bias}
    found = changed(write(tmp_path / "one.safetensors", tensors), 0.5)
    wanted = {f"{OUT}.weight": change, f"{OUT}.bias": bias, "down_blocks.1.attentions.0.norm.weight": bias,
              "down_blocks.1.attentions.0.norm.bias": -bias}  # fmt: skip
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        torch.testing.assert_close(found[name], 0.5 * value, atol=1e-5, rtol=1e-4)


def test_ia3_multiplies_what_goes_in_or_out(tmp_path: Path) -> None:
    weight, by = tiny_model(SINGLE).unet.get_submodule(INNER).weight, randn(16, seed=1)
    for name, on_input in (("in", True), ("out", False)):
        tensors = lycoris(STEM, weight=by, on_input=torch.tensor(on_input))
        along = by[None] if on_input else by[:, None]
        check(write(tmp_path / f"{name}.safetensors", tensors), **{key(INNER): weight * along})


def test_pefts_config_tells_the_scale(tmp_path: Path) -> None:
    tensors = {f"base_model.model.{INNER}.lora_A.weight": DOWN, f"base_model.model.{INNER}.lora_B.weight": UP}
    path = write(tmp_path / "adapter_model.safetensors", tensors)
    for config, scale in (
        ({"lora_alpha": 6, "r": 2}, 3.0),
        ({"lora_alpha": 6, "r": 2, "use_rslora": True}, 6 / 2**0.5),
        ({"r": 2}, 1.0),
        ([], 1.0),
    ):
        (tmp_path / "adapter_config.json").write_text(json.dumps(config))
        check(path, **{key(INNER): UP @ DOWN * scale})
    (tmp_path / "adapter_config.json").write_text("[" * 100_000)
    check(path, **{key(INNER): UP @ DOWN})


def test_parts_that_the_model_lacks_are_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    more = {name.replace("down_blocks_1", "down_blocks_7"): value for name, value in KOHYA.items()}
    with caplog.at_level(logging.WARNING):
        check(write(tmp_path / "one.safetensors", KOHYA | more), **{key(INNER): UP @ DOWN})
    assert "1 layers that this model does not have; they are left out" in caplog.text


REFUSED: dict[str, tuple[Tensors, dict[str, str], str]] = {
    "dora": (KOHYA | {f"{STEM}.dora_scale": torch.ones(16, 1)}, {}, "is a DoRA"),
    "peft dora": (
        {f"unet.{INNER}.lora_A.weight": DOWN, f"unet.{INNER}.lora_magnitude_vector": torch.ones(16)}, {}, "is a DoRA"
    ),
    "oft": ({f"{STEM}.oft_blocks": torch.ones(2, 4, 4), f"{STEM}.alpha": ALPHA}, {}, "is an OFT"),
    "glora": ({f"{STEM}.{part}.weight": DOWN for part in ("a1", "a2", "b1", "b2")}, {}, "is a GLoRA"),
    "xl by name": (KOHYA | {f"lora_te2_{TE}.lora_down.weight": DOWN}, {}, "made for a Stable Diffusion XL model"),
    "xl by width": (
        {"lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight": randn(2, 2048)},
        {},
        "made for a Stable Diffusion XL model",
    ),
    "sd 2 by width": (
        {"unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight": randn(2, 1024)},
        {},
        "made for a Stable Diffusion 2 model",
    ),
    "xl by metadata": (KOHYA, {"ss_base_model_version": "sdxl_base_v1-0"}, "made for a Stable Diffusion XL model"),
    "flux by metadata": (KOHYA, {"modelspec.architecture": "flux-1-dev/lora"}, "made for a Flux model"),
    "flux": ({"lora_unet_double_blocks_0_img_attn_proj.lora_down.weight": DOWN}, {}, "a model of another kind"),
    "sd 3": ({"transformer.transformer_blocks.0.attn.to_q.lora_A.weight": DOWN}, {}, "a model of another kind"),
}  # fmt: skip


@pytest.mark.parametrize(("tensors", "metadata", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_added_is_named_as_what_it_is(
    tmp_path: Path, tensors: Tensors, metadata: dict[str, str], sentence: str
) -> None:
    path = write(tmp_path / "one.safetensors", tensors, metadata)
    assert kind_of(path) == "lora"
    for act in (lambda: add_model(path), lambda: load_model(tiny_entry(SINGLE), loras=[(path, 1.0)])):
        with pytest.raises(UserError, match=sentence) as refused:
            act()
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("tensors", "sentence"),
    [
        ({f"{STEM}.lora_down.weight": DOWN}, "does not match this model"),
        (lycoris(STEM, hada_w1_a=A1, hada_w1_b=B1), "does not match this model"),
        (lycoris(STEM, diff=torch.ones(3, 3)), "has another shape"),
        (lycoris(STEM, lokr_w1=torch.ones(2, 2), lokr_w2=torch.ones(2, 2)), "has another shape"),
        (lycoris(STEM, diff=torch.full((16, 16), torch.nan)), "values that are no numbers"),
        (lycoris("lora_unet_input_blocks_1_1", diff=torch.ones(3, 3)), "none of its layers"),
    ],
)
def test_half_a_lora_or_one_of_another_shape_is_a_sentence(tmp_path: Path, tensors: Tensors, sentence: str) -> None:
    path = write(tmp_path / "one.safetensors", tensors)
    with pytest.raises(UserError, match=sentence):
        load_model(tiny_entry(SINGLE), loras=[(path, 1.0)])


def test_other_files_of_image_programs_are_named(tmp_path: Path) -> None:
    cases: list[tuple[str, str]] = [
        ("input_blocks.0.0.weight", "the network of a model alone"),
        ("decoder.conv_in.weight", "is an autoencoder"),
        ("control_model.input_blocks.0.0.weight", "is a ControlNet"),
    ]
    for name, sentence in cases:
        path = write(tmp_path / "one.safetensors", {name: torch.ones(2, 2)})
        with pytest.raises(UserError, match=sentence):
            kind_of(path)


def test_names_say_part_layer_and_role() -> None:
    assert place_of("model.diffusion_model.out.2.bias") is None
    place: Any = place_of(f"lora_te_{TE}.lokr_w2_b")
    assert (place.part, place.module, place.role) == ("text_encoder", WORDS.replace(".", "_"), "lokr_w2_b")


def of_everything(stem: Callable[[str], str], ends: tuple[str, str] = ("lora_down", "lora_up")) -> Tensors:
    """Return a LoRA of every layer of the tiny model's network, whose names a function makes of diffusers'."""
    tensors: Tensors = {}
    modules = [
        (name, one) for name, one in tiny_model(SINGLE).unet.named_modules() if isinstance(one, nn.Conv2d | nn.Linear)
    ]
    for seed, (name, module) in enumerate(modules):
        out, *inside = module.weight.shape
        tensors[f"{stem(name)}.{ends[0]}.weight"] = randn(2, *inside, seed=seed)
        tensors[f"{stem(name)}.{ends[1]}.weight"] = randn(out, 2, *[1] * (len(inside) - 1), seed=1_000 + seed)
    assert len(modules) > 40
    return tensors


def in_ldm(name: str) -> str:
    """Return LDM's name of a layer by the numbering that the tests' checkpoints are written with."""
    return _unet_name(f"{name}.", unet_places(tiny_model(SINGLE).unet)).rstrip(".")


@pytest.mark.parametrize(
    ("stem", "ends"),
    [
        (lambda name: "lora_unet_" + in_ldm(name).replace(".", "_"), ("lora_down", "lora_up")),
        (lambda name: "lycoris_" + in_ldm(name).replace(".", "_"), ("lora_down", "lora_up")),
        (lambda name: f"diffusion_model.{in_ldm(name)}", ("lora_A", "lora_B")),
        (lambda name: f"base_model.model.{in_ldm(name)}", ("lora_A", "lora_B")),
    ],
    ids=["kohya", "lycoris", "with points", "peft"],
)
def test_a_lora_in_ldm_names_gives_the_same_weights_to_the_bit(
    tmp_path: Path, stem: Callable[[str], str], ends: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    usual = write(tmp_path / "usual.safetensors", of_everything(lambda name: "lora_unet_" + name.replace(".", "_")))
    other = write(tmp_path / "other.safetensors", of_everything(stem, ends))
    assert kind_of(other) == "lora"
    one, two = (load_model(tiny_entry(SINGLE), loras=[(path, 0.7)]).unet.state_dict() for path in (usual, other))
    assert one.keys() == two.keys()
    assert all(torch.equal(one[name], two[name]) for name in one)
    plain = tiny_model(SINGLE).unet.state_dict()
    assert sum(not torch.equal(one[name], plain[name]) for name in one) > 40
    assert caplog.text == "", "nothing is left out"


def test_ldms_names_are_those_that_diffusers_reads_checkpoints_by() -> None:
    from accelerate import init_empty_weights
    from diffusers import UNet2DConditionModel
    from diffusers.loaders.single_file_utils import convert_ldm_unet_checkpoint

    config = UNet2DConditionModel.load_config(paths.resources_dir() / "models" / "sd1-configs", subfolder="unet")
    with init_empty_weights():
        names = list(UNet2DConditionModel.from_config(config).state_dict())
    found = ldm_names(names)
    assert found.keys() == set(names)
    assert len(set(found.values())) == len(names) == 686
    numbers = {other: torch.tensor(place) for place, other in enumerate(found.values())}
    read = convert_ldm_unet_checkpoint({f"model.diffusion_model.{name}": one for name, one in numbers.items()}, config)
    assert {name: int(one) for name, one in read.items()} == {name: place for place, name in enumerate(found)}


def test_a_lora_of_flux_in_names_like_ldms_is_still_told_apart(tmp_path: Path) -> None:
    stem = "diffusion_model.double_blocks.0.img_attn.proj"
    path = write(tmp_path / "f.safetensors", {f"{stem}.lora_A.weight": DOWN, f"{stem}.lora_B.weight": UP})
    with pytest.raises(UserError, match="made for a model of another kind"):
        changed(path)
    stem = "diffusion_model.blocks.0.self_attn.q"
    path = write(tmp_path / "w.safetensors", {f"{stem}.lora_A.weight": DOWN, f"{stem}.lora_B.weight": UP})
    with pytest.raises(UserError, match="made for a model of another kind"):
        changed(path)
