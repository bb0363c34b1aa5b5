"""Evaluation of a model against real renders: the table of the model card, with the number of samples.

Prompts and noise are fixed, so the same model gives the same figures. Real clips are held-out ones, which are never
trained on.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.genres import GENRES
from riffdesk.compose.harmony import Key, key_of_chroma
from riffdesk.compose.score import Score
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.captions import caption_of
from riffdesk.training.clips.clip_rendering import PARAMS
from riffdesk.training.clips.shards import shards
from riffdesk.training.config import GUIDANCE, TrainingConfig
from riffdesk.training.evaluation import measures
from riffdesk.training.evaluation.classifier import Judge, Verdict, judge_view, judge_views, judged_views, trained_judge
from riffdesk.training.evaluation.free_text_prompts import FREE_TEXT
from riffdesk.training.evaluation.prompts import composed_score, drawn_spec, prompt_in_key, prompt_of, shown
from riffdesk.training.evaluation.report import Row, percent, write_report
from riffdesk.training.networks.autoencoder import held_out_psnr, load_images
from riffdesk.training.networks.sampling import Components, generate, load_components
from riffdesk.training.run_log import save_sheet

Images = NDArray[np.uint8]


class Evaluation:
    """An evaluation: the model, the judge, and the rows of finished measures."""

    def __init__(
        self,
        config: TrainingConfig,
        folder: Path,
        *,
        per_class: int,
        device: str,
        guidance: float,
        on_step: OnStep,
        composed: bool = False,
    ) -> None:
        self.config, self.device, self.on_step = config, device, on_step
        self.per_class, self.guidance, self.composed = per_class, guidance, composed
        self.parts: Components = load_components(folder, device)
        self.judge: Judge = trained_judge(config, device=device, on_step=on_step)
        self.rows: list[Row] = []
        self.generator = np.random.default_rng(99)

    def run(self) -> list[Row]:
        """Take all measures and return the rows."""
        steps: tuple[Callable[[], None], ...] = (
            self.judge_itself, self.autoencoder, self.instruments, self.grooves, self.modes, self.contrasts,
            self.genres, self.without, self.whole_distribution, self.variety, self.free_text, self.speed,
        )  # fmt: skip
        for number, step in enumerate(steps, 1):
            step()
            write_report(
                self.rows, self.folder / "report.json"
            )  # written after each measure, in case the run is killed
            self.on_step(Step(number, len(steps), f"Measured {step.__name__.replace('_', ' ')}"))
        return self.rows

    def generated(self, prompts: list[str], seed: int, negative: str = "", scores: Tensor | None = None) -> Images:
        """Return one image for each prompt, with given or composed scores."""
        if self.composed and scores is None:
            scores = torch.stack([composed_score(text, negative, seed + number) for number, text in enumerate(prompts)])
        return generate(
            self.parts,
            prompts,
            seed=seed,
            negative=negative,
            guidance=self.guidance,
            device=self.device,
            scores=scores,
            guide_notes=self.composed,
        )

    def judged(self, images: Images) -> Verdict:
        """Return the judge's verdict on images."""
        return judge_views(self.judge, judge_view(images), self.device)

    def judge_itself(self) -> None:
        """The judge on real clips, which is the upper bound of the other measures."""
        self.real_views, self.real_labels = judged_views(self.config, held_out=True)
        self.real_verdict = judge_views(self.judge, self.real_views, self.device)
        pairs = list(zip(self.real_labels, self.real_verdict.instruments, self.real_verdict.drums, strict=True))
        with_instrument = [label["family"] == name for label, name, _ in pairs if label["family"]]
        with_drums = [
            label["groove"] == name
            for label, _, name in pairs
            if label["groove"] != NO_DRUMS and not (label["family"] and label["bass"])
        ]
        self.instrument_ceiling, self.groove_ceiling = percent(with_instrument), percent(with_drums)
        self.drums_ceiling = percent([(label["groove"] != NO_DRUMS) == (name != NO_DRUMS) for label, _, name in pairs])

    def autoencoder(self) -> None:
        """The autoencoder alone."""
        images = load_images(self.config, True, 256)
        self.rows.append(
            Row(
                "autoencoder: PSNR of the mel image",
                len(images),
                held_out_psnr(self.parts.vae, images, self.device),
                "dB",
            )
        )

    def instruments(self) -> None:
        """Each instrument, alone or with drums."""
        specs = [self._spec(family, drums=number % 2 == 1) for family in FAMILIES for number in range(self.per_class)]
        images = self.generated([prompt_of(spec) for spec in specs], 1_000)
        verdict = self.judged(images)
        correct = [spec.family == name for spec, name in zip(specs, verdict.instruments, strict=True)]
        self.rows.append(Row("instrument, top-1 of 16", len(correct), percent(correct), real=self.instrument_ceiling))
        self._worst("instrument", [spec.family for spec in specs], correct)
        without_drums = [name == NO_DRUMS for spec, name in zip(specs, verdict.drums, strict=True) if not spec.drums]
        self.rows.append(
            Row('"no drums" without drums', len(without_drums), percent(without_drums), real=self.drums_ceiling)
        )
        self.sharpness(images)
        self.memorising(images)
        self._show("instruments", images)

    def grooves(self) -> None:
        """Each groove, drums alone or with one instrument; their tempo."""
        specs = []
        for groove in GROOVES:
            for number in range(self.per_class):
                family = "" if number % 2 == 0 else str(self.generator.choice(list(FAMILIES)))
                specs.append(self._spec(family, groove=groove))
        images = self.generated([prompt_of(spec) for spec in specs], 2_000)
        verdict = self.judged(images)
        correct = [spec.groove == name for spec, name in zip(specs, verdict.drums, strict=True)]
        self.rows.append(Row("groove, top-1 of 9", len(correct), percent(correct), real=self.groove_ceiling))
        self._worst("groove", [spec.groove for spec in specs], correct)
        drums = [name != NO_DRUMS for name in verdict.drums]
        self.rows.append(Row("drum prompts with drums", len(drums), percent(drums), real=self.drums_ceiling))
        tempos_agree = [
            measures.tempo_agrees(measures.tempo_of(measures.ink_of_images(image)), spec.bpm)
            for spec, image in zip(specs, images, strict=True)
        ]
        self.rows.append(
            Row(
                "tempo within 6%, octaves allowed, with drums",
                len(tempos_agree),
                percent(tempos_agree),
                real=self._real_tempo(),
            )
        )
        self._show("grooves", images)

    def modes(self) -> None:
        """Major and minor chords; chords in a key."""
        families = ("piano", "electric piano", "acoustic guitar", "organ", "strings", "synth pad")
        specs = [
            replace(self._spec(family, playing="chords"), mode=mode)
            for family in families
            for mode in ("major", "minor")
            for _ in range(max(1, self.per_class // 2))
        ]
        images = self.generated([prompt_of(spec) for spec in specs], 3_000)
        correct = [_mode(image) == spec.mode for spec, image in zip(specs, images, strict=True)]
        real = [
            _mode(image) == label["mode"]
            for image, label in self._real(
                lambda label: label["mode"] and label["playing"] == "chords" and label["family"] in families
            )
        ]
        self.rows.append(
            Row("major or minor by key profile, chords", len(correct), percent(correct), real=percent(real))
        )
        images = self.generated([prompt_in_key(spec) for spec in specs], 3_500)
        correct = [_key(image) == Key(spec.tonic, spec.mode) for spec, image in zip(specs, images, strict=True)]
        with_key = self._real(lambda label: label["playing"] == "chords" and label["family"] in families)
        real = [_key(image) == Score.of_json(label["score"]).key for image, label in with_key if "score" in label]
        self.rows.append(Row("key, tonic and mode, chords", len(correct), percent(correct), real=percent(real)))

    def contrasts(self) -> None:
        """Pairs of opposite words with the same noise: the second must give more than the first."""
        melodies = [f"{family.words[0]} melody, no drums" for name, family in FAMILIES.items() if name != "bass"]
        drums = [f"{groove} drums" for groove in GROOVES]
        for less, more, subjects, amount in (
            ("low", "high", melodies, measures.fundamental_band),
            ("sparse", "busy", melodies, measures.onsets_of),
            ("slow", "fast", drums, measures.onsets_of),
        ):
            less_ink, more_ink = (
                measures.ink_of_images(self.generated([f"{word} {subject}" for subject in subjects], 4_000))
                for word in (less, more)
            )
            correct = [amount(a) < amount(b) for a, b in zip(less_ink, more_ink, strict=True)]
            self.rows.append(Row(f"{less} / {more} ordered rightly (pairs)", len(correct), percent(correct)))

    def genres(self) -> None:
        """Genre words alone: instrument and drums must be among those that the word stands for."""
        verdict = self.judged(self.generated([genre.words[0] for genre in GENRES.values()], 4_500))
        instruments = [name in genre.families for name, genre in zip(verdict.instruments, GENRES.values(), strict=True)]
        drums = [
            (name if name != NO_DRUMS else "") in genre.grooves
            for name, genre in zip(verdict.drums, GENRES.values(), strict=True)
        ]
        self.rows.append(Row("genre words: a fitting instrument", len(instruments), percent(instruments)))
        self.rows.append(Row("genre words: fitting drums, or none", len(drums), percent(drums)))

    def without(self) -> None:
        """'drums' as the negative prompt of genres that have drums, and of prompts with drums."""
        pairs = zip(FAMILIES.values(), itertools.cycle(GROOVES), strict=False)
        named = [f"{family.words[0]} with {groove} drums" for family, groove in pairs]
        implied = [genre.words[0] for genre in GENRES.values() if "" not in genre.grooves]
        for kind, prompts in (("asked for", named), ("of genres", implied)):
            images = self.generated(prompts, 4_600, negative="drums")
            silent = [name == NO_DRUMS for name in self.judged(images).drums]
            self.rows.append(Row(f'drums {kind}, "drums" as negative prompt: none', len(silent), percent(silent)))

    def whole_distribution(self) -> None:
        """Frechet distance of images generated from captions, and scores, of held-out clips to real clips."""
        count = min(len(self.real_labels) // 2, self.per_class * 24)
        labels = self.real_labels[:count]
        specs = [ClipSpec.of_label(label) for label in labels]
        prompts = [caption_of(spec, np.random.default_rng(number)) for number, spec in enumerate(specs)]
        scores = None
        if self.composed:
            scores = torch.stack([shown(Score.of_json(label["score"]), label["begin"]) for label in labels])
        images = self.generated(prompts, 5_000, scores=scores)
        features = self.judged(images).features
        real = self.real_verdict.features
        distance = measures.frechet_distance(features, real[-count:])
        floor = measures.frechet_distance(real[:count], real[-count:])
        self.rows.append(Row("Frechet distance over real-to-real", count, distance / floor, "x"))
        save_sheet(self.folder / "captions.png", images[:64], columns=8, size=192)

    def variety(self) -> None:
        """Many seeds of one prompt over as many real renders of it."""
        from riffdesk.training.clips.clip_rendering import image_of_audio, render_audio
        from riffdesk.training.clips.soundfont import SoundFont

        soundfont, ratios = SoundFont(), []
        count = min(32, 4 * self.per_class)
        for family, groove in (("piano", NO_DRUMS), ("", "rock"), ("synth lead", "house")):
            spec = self._spec(family, groove=groove)
            prompt = f"{FAMILIES[family].words[0]} {spec.playing}, " if family else ""
            prompt += f"{groove} drums" if groove != NO_DRUMS else NO_DRUMS
            images = self.generated([prompt] * count, 6_000)
            real = []
            for number in range(count):
                rng = np.random.default_rng([6_000, number])
                real_spec = self._spec(family, groove=groove, playing=spec.playing, rng=rng)
                real.append(image_of_audio(render_audio(real_spec, rng, soundfont)))
            rows = [measures.ink_of_images(pictures).reshape(count, -1) for pictures in (images, np.stack(real))]
            ratios.append(measures.mean_pairwise_distance(rows[0]) / measures.mean_pairwise_distance(rows[1]))
        self.rows.append(
            Row("variety over real (mean pairwise ink distance, 3 prompts)", 3 * count, float(np.mean(ratios)), "")
        )

    def free_text(self) -> None:
        """Prompts in other words than the captions."""
        count = len(FREE_TEXT) if self.per_class >= 4 else 8 * self.per_class
        selected = FREE_TEXT[:: max(1, len(FREE_TEXT) // count)]
        names = self.judged(self.generated([prompt for prompt, _ in selected], 7_000)).instruments
        correct = [family == name for (_, family), name in zip(selected, names, strict=True)]
        self.rows.append(Row("free text: instrument, top-1", len(correct), percent(correct)))
        self._worst("free text", [family for _, family in selected], correct)

    def speed(self) -> None:
        """One clip from prompt to image."""
        self.generated(["piano"], 0)
        started = time.monotonic()
        self.generated(["rock drums"], 0)
        self.rows.append(
            Row("5.12 s clip, prompt to image, this machine as it was busy", 1, time.monotonic() - started, "s")
        )

    def sharpness(self, images: Images) -> None:
        """Gradients in time and frequency relative to those of real clips of instruments."""
        real = [image for image, _ in self._real(lambda label: bool(label["family"]), 128)]
        generated = [measures.gradients_of(measures.ink_of_images(image)) for image in images]
        real_gradients = [measures.gradients_of(measures.ink_of_images(image)) for image in real]
        ratio = np.median(generated, axis=0) / np.median(real_gradients, axis=0)
        self.rows.append(Row("note structure: onsets as sharp as real", len(images), float(ratio[0]), "x"))
        self.rows.append(Row("note structure: pitch lines as sharp as real", len(images), float(ratio[1]), "x"))

    def memorising(self, images: Images) -> None:
        """Share of clips that are nearer to a training clip than real held-out clips are."""
        training = np.concatenate([measures.thumbnails(shard.images) for shard in shards(self.config, False)])
        held_out = np.concatenate([measures.thumbnails(shard.images) for shard in shards(self.config, True)])
        limit = np.percentile(measures.nearest_distances(held_out, training), 1)
        near = measures.nearest_distances(measures.thumbnails(images), training) < limit
        self.rows.append(
            Row(
                "memorising: nearer to a training clip than real clips' 1st percentile",
                len(images),
                percent(list(near)),
            )
        )

    @property
    def folder(self) -> Path:
        """Where sheets and the report are written."""
        return self.config.folder / "evaluation"

    def _show(self, name: str, images: Images) -> None:
        """Write a sheet of up to four images of each class, two classes in a row."""
        of_classes = images.reshape(-1, self.per_class, *images.shape[1:])[:, :4]
        save_sheet(self.folder / f"{name}.png", of_classes.reshape(-1, *images.shape[1:]), columns=8, size=192)

    def _spec(self, family: str, *, rng: np.random.Generator | None = None, **options: Any) -> ClipSpec:
        return drawn_spec(family, rng or self.generator, **options)

    def _real(
        self, is_wanted: Callable[[dict[str, Any]], bool], max_count: int = 96
    ) -> list[tuple[Images, dict[str, Any]]]:
        clips: list[tuple[Images, dict[str, Any]]] = []
        for shard in shards(self.config, True):
            clips += [(i, label) for i, label in zip(shard.images, shard.labels, strict=True) if is_wanted(label)]
            if len(clips) >= max_count:
                break
        return clips[:max_count]

    def _real_tempo(self) -> float:
        real = self._real(lambda label: label["groove"] != NO_DRUMS and not label["bass"])
        return percent(
            [
                measures.tempo_agrees(measures.tempo_of(measures.ink_of_images(image)), label["bpm"])
                for image, label in real
            ]
        )

    def _worst(self, kind: str, names: list[str], correct: list[bool]) -> None:
        """Report the classes that are recognised least often."""
        shares = {
            name: percent([is_correct for n, is_correct in zip(names, correct, strict=True) if n == name])
            for name in set(names)
        }
        worst = sorted(shares.items(), key=lambda item: item[1])[:4]
        self.on_step(Step(0, 0, f"Weakest {kind}: " + ", ".join(f"{name} {share:.0f}%" for name, share in worst)))


def evaluate(
    config: TrainingConfig,
    folder: Path,
    *,
    per_class: int = 8,
    guidance: float = GUIDANCE,
    device: str = "cpu",
    composed: bool = False,
    on_step: OnStep = ignore_steps,
) -> list[Row]:
    """Measure the model in a folder and write ``evaluation/report.json`` with the rows.

    Parameters
    ----------
    config : TrainingConfig
        Where the rendered clips are.
    folder : Path
        An exported model.
    per_class : int
        Clips for each instrument and groove; the other counts follow from it.
    guidance : float
        Of the clips generated.
    device : str
        'cpu' or 'cuda'.
    composed : bool
        Whether the model gets the notes that riffdesk composes from each prompt, as in the program.
    on_step : callable
        Called after each measure.
    """
    evaluation = Evaluation(
        config, folder, per_class=per_class, device=device, guidance=guidance, composed=composed, on_step=on_step
    )
    return evaluation.run()


def _mode(image: Images) -> str:
    return _key(image).mode


def _key(image: Images) -> Key:
    return key_of_chroma(measures.chroma_of(measures.ink_of_images(image), PARAMS))
