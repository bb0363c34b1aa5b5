"""Files of jobs: lists make a grid, names never collide, and what is wrong is said with its line."""

from __future__ import annotations

import itertools
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.batch import job_file
from riffdesk.batch.job_file import Job, read_jobs
from riffdesk.errors import UserError
from riffdesk.files import safe_name
from riffdesk.scripting.requests import request_of


def jobs_of(folder: Path, text: str) -> tuple[Job, ...]:
    path = folder / "jobs.yaml"
    path.write_bytes(text.encode())
    return read_jobs(path)


def told(jobs: tuple[Job, ...], *keys: str) -> list[tuple[object, ...]]:
    return [(job.prompt, *(job.settings.get(key) for key in keys)) for job in jobs]


def test_lists_make_a_grid_and_the_rest_is_the_same_for_all(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompts: [jazz, funk]\nseeds: [1, 2]\nguidance: [3, 7.5]\nsteps: 20\n")
    assert told(jobs, "seed", "guidance", "steps") == [
        (prompt, seed, guidance, 20) for prompt in ("jazz", "funk") for seed in (1, 2) for guidance in (3, 7.5)
    ]


def test_jobs_have_settings_of_their_own_and_share_the_others(tmp_path: Path) -> None:
    text = """
steps: 20
scheduler: euler a
jobs:
  - prompt: jazz
    seed: [1, 2]
  - prompt: funk
    steps: [5, 6]
"""
    assert told(jobs_of(tmp_path, text), "seed", "steps", "scheduler") == [
        ("jazz", 1, 20, "Euler a"),
        ("jazz", 2, 20, "Euler a"),
        ("funk", 42, 5, "Euler a"),
        ("funk", 42, 6, "Euler a"),
    ]


def test_riffs_in_few_steps_are_asked_for(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompt: jazz\nfast: [yes, no]\nsteps: 6")
    assert [job.options for job in jobs] == [{"fast": fast, "steps": 6, "seed": 42} for fast in (True, False)]


def test_values_are_what_the_key_asks_for_whatever_yaml_would_make_of_them(tmp_path: Path) -> None:
    text = "prompt: [no, 1984, '', 2001-01-01, on, ~]\nseed: 010\nloop: yes\nseconds: 7"
    jobs = jobs_of(tmp_path, text)
    assert [job.prompt for job in jobs] == ["no", "1984", "", "2001-01-01", "on", "~"]
    assert jobs[0].options == {"seed": 10, "loop": True, "seconds": 7.0}


def test_loras_are_tried_in_turn_and_those_of_one_riff_are_a_list_in_the_list(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompt: jazz\nlora: [tape:0.8, [tape:0.5, dust]]\n")
    assert [job.options["loras"] for job in jobs] == [[("tape", 0.8)], [("tape", 0.5), ("dust", 1.0)]]


def test_files_are_looked_for_beside_the_file_of_jobs(tmp_path: Path) -> None:
    (tmp_path / "hum.wav").touch()
    jobs = jobs_of(tmp_path, "prompt: jazz\ninit: [hum.wav, bossa, gone.wav]")
    assert [job.options["init"] for job in jobs] == [tmp_path / "hum.wav", "bossa", "gone.wav"]
    assert [job.settings["init"] for job in jobs] == ["hum.wav", "bossa", "gone.wav"]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.text(max_size=70), st.integers(0, 9)), min_size=1, max_size=8))
def test_names_are_made_of_prompt_and_seed_and_never_collide(
    tmp_path_factory: pytest.TempPathFactory, asked: list[tuple[str, int]]
) -> None:
    import json

    folder = tmp_path_factory.mktemp("jobs")
    listed = [{"prompt": prompt, "seed": seed, "steps": steps} for prompt, seed in asked for steps in (1, 2)]
    jobs = jobs_of(folder, json.dumps({"jobs": listed}))
    assert len({job.name.casefold() for job in jobs}) == len(jobs) == 2 * len(set(asked))
    for job in jobs:
        assert f" {job.settings['seed']} " in job.name
        assert job.name == safe_name(job.name)
        assert len(job.name.encode()) <= 200


def test_the_same_job_has_the_same_name_in_another_file(tmp_path: Path) -> None:
    many = jobs_of(tmp_path, "prompts: [jazz, funk]\nseeds: [1, 2, 3]\nsteps: 9")
    (one,) = jobs_of(tmp_path, "steps: 9\nseed: 2\nprompt: funk")
    assert one.name in {job.name for job in many}
    assert one.name.startswith("funk 2 ")


def test_the_same_job_is_done_once(tmp_path: Path) -> None:
    assert len(jobs_of(tmp_path, "prompt: [jazz, jazz, 'jazz']\nseed: [1, 1]")) == 1


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("prompt: jazz\nsteps: 5\nguidanse: 3", 3, "there is no setting 'guidanse'. Did you mean 'guidance'?"),
        ("jobs:\n  - prompt: jazz\n    sed: 3", 3, "there is no setting 'sed'. Did you mean 'seed'?"),
        ("prompt: jazz\nxyz: 3", 2, "there is no setting 'xyz'. There are: prompt, negative, seed"),
        ("prompt: jazz\nseed: 1\nseed: 2", 3, "'seed' is given twice"),
        ("prompt: jazz\nprompts: [funk]", 2, "'prompt' is given twice"),
        ("prompt: jazz\nsteps: many", 2, "'steps' is a whole number, not 'many'"),
        ("prompt: jazz\nsteps: [5, 6,\n 7.5]", 3, "'steps' is a whole number, not '7.5'"),
        ("prompt: jazz\nsteps: [5,\n 0]", 3, "1 to 1,000 steps, not 0"),
        ("prompt: jazz\nseconds: loud", 2, "'seconds' is a number, not 'loud'"),
        ("prompt: jazz\nseconds: .nan", 2, "'seconds' is a number, not '.nan'"),
        ("prompt: jazz\nseconds: nan", 2, "longer than 0 seconds"),
        ("prompt: jazz\nloop: yes\nbars: 0", 3, "more than 0, not 0"),
        ("prompt: jazz\nbpm: 0\nbars: 4", 2, "between 20 and 400 bpm, not 0"),
        ("prompt: jazz\nbars: [1, 2]\nbpm: 10000", 3, "between 20 and 400 bpm, not 10000"),
        ("prompt: jazz\nbeats: 2.5", 2, "'beats' is a whole number, not '2.5'"),
        ("prompt: jazz\nseconds: 4\nbars: 2", 1, "in seconds or in bars"),
        ("prompt: jazz\nseconds: -1", 2, "longer than 0 seconds, not -1 s"),
        ("prompt: jazz\nseed: 5000000000", 2, "from 0 to 4294967295"),
        ("prompt: jazz\nguidance: 31", 2, "from 0 to 30"),
        ("prompt: jazz\ndenoising: 2", 2, "from 0 to 1"),
        ("prompt: jazz\nscheduler: Eular", 2, "Did you mean 'Euler'?"),
        ("prompt: jazz\nscheduler: LCM\nsteps: 51", 1, "LCM takes 1 to 50 steps"),
        ("prompt: jazz\nquality: superb", 2, "'quality' is one of draft, good, best, reference, not 'superb'"),
        ("prompt: jazz\nloop: maybe", 2, "'loop' is true or false, not 'maybe'"),
        ("prompt: jazz\nlora: tape:much", 2, "'lora' is NAME or NAME:WEIGHT, not 'tape:much'"),
        ("prompt: jazz\nlora: tape:nan", 2, "no number"),
        ("prompt:\nseed: 1", 1, "'prompt' is a text, not ''"),
        ("prompt: jazz\nseed:", 2, "'seed' is a whole number, not ''"),
        ("prompt: jazz\nseed: []", 2, "a list with at least one value"),
        ("prompt: jazz\nseed: {from: 1}", 2, "'seed' is one value or a list of values"),
        ("prompt: jazz\nseed: [[1]]", 2, "'seed' is one value or a list of values"),
        ("prompt: &a [jazz, *a]", 1, "this list contains itself"),
        ("prompt: jazz\nlora: &a [*a]", 2, "this list contains itself"),
        ("jobs: &a\n  - *a", 1, "this list contains itself"),
        ("prompt: " + 40 * "[" + 40 * "]", 1, "nested too deeply"),
        ("prompt: jazz\nguidance: 7,5", 2, "'guidance' is a number, not '7,5'. Write it with a point: 7.5"),
        ("prompt: jazz\nsteps: [{a: [b]}]", 2, "'steps' is one value or a list of values"),
        ("seed: 1", 1, "there is no prompt"),
        ("steps: 3\njobs:\n  - prompt: jazz\n  - seed: 1", 4, "there is no prompt"),
        ("jobs: []", 1, "a list with at least one value"),
        ("jobs:\n  - jazz", 2, "settings are written as"),
        ("jobs:\n  - prompt: jazz\n    jobs: []", 3, "there is no setting 'jobs'"),
        ("- jazz\n- funk", 1, "settings are written as"),
        ("just words", 1, "settings are written as"),
        ("prompt: jazz\nsteps: [1, 2", 2, "this is no YAML"),
        ("prompt: jazz\n\tsteps: 3", 2, "this is no YAML, it is indented with a tab. Write spaces instead."),
        ("prompt: slow: jazz", 1, "needs quotes"),
        ("prompt: jazz\nsteps: 'five", 2, "this is no YAML"),
        ("prompt: jazz\n? [a, b]\n: 3", 2, "there is no setting"),
        ("prompt: jazz\n---\nprompt: funk", 2, "this is no YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, sentence: str) -> None:
    with pytest.raises(UserError) as error:
        jobs_of(tmp_path, text)
    assert str(error.value).startswith(f"jobs.yaml, line {line}: ")
    assert sentence in str(error.value)


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "\x00\x01", "\ud83d".encode("utf-16", "surrogatepass").decode("latin-1")]
)
def test_what_is_no_file_of_jobs_is_said_calmly(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match=r"jobs\.yaml"):
        jobs_of(tmp_path, text)
    with pytest.raises(UserError, match=r"Could not open gone\.yaml: No such file"):
        read_jobs(tmp_path / "gone.yaml")


def test_a_grid_too_large_is_refused_before_it_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = ", ".join(map(str, range(1, 1_001)))
    huge = "\n".join(f"{key}: [{seeds}]" for key in ("seed", "steps", "seconds"))
    with pytest.raises(UserError, match="more than 100,000 riffs"):
        jobs_of(tmp_path, f"prompt: jazz\n{huge}")
    monkeypatch.setattr(job_file, "MAX_RIFFS", 2_000)
    assert len(jobs_of(tmp_path, f"prompts: [jazz, soul]\nseed: [{seeds}]")) == 2_000
    with pytest.raises(UserError, match="more than 2,000 riffs"):
        jobs_of(tmp_path, f"prompts: [jazz, soul, funk]\nseed: [{seeds}]")


@pytest.mark.parametrize("key", ["init", "mask"])
def test_a_path_longer_than_a_file_name_may_be_is_no_file(tmp_path: Path, key: str) -> None:
    path = tmp_path / "jobs.yaml"
    path.write_text(f"prompt: drums\n{key}: {'x' * 5_000}\n")
    (job,) = read_jobs(path)
    with pytest.raises(UserError, match="xxx"):
        request_of(job.prompt, **job.options)


def test_each_random_seed_is_another_riff(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompt: jazz\nseeds: [-1, -1, 3, -1]\n")
    assert told(jobs, "seed") == [("jazz", -1), ("jazz", -1), ("jazz", 3), ("jazz", -1)]
    assert len({job.name for job in jobs}) == 4
    assert [job.name for job in jobs_of(tmp_path, "prompt: jazz\nseeds: [-1, -1, 3, -1]\n")] == [
        job.name for job in jobs
    ]
    seeds = [request_of(job.prompt, **job.options).recipe.keyframes[0].seed for job in jobs]
    assert len(set(seeds)) == 4
    assert min(seeds) >= 0


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("prompt: [drums]", ["[drums]"]),
        ("prompt: [drums] funk (bass:1.3)", ["[drums] funk (bass:1.3)"]),
        ("prompt: [drums] funk, [hats]", ["[drums] funk, [hats]"]),
        ("prompt: [[drums]]", ["[[drums]]"]),
        ("prompt: [[drums], funk]", ["[drums]", "funk"]),
        ("prompt: (bass:1.3), funk", ["(bass:1.3), funk"]),
        ("prompt: [drums] funk #2 # loud", ["[drums] funk #2"]),
        ("prompts: [drums]", ["drums"]),
        ("prompt: ['drums']", ["drums"]),
        ("prompt:\n  - drums", ["drums"]),
        ("prompt:\n  - [drums] it's funk\n  - jazz #2", ["[drums] it's funk", "jazz #2"]),
        ("prompt: jazz in C# minor", ["jazz in C# minor"]),
        ("prompt: jazz in C #2", ["jazz in C #2"]),
        ("prompt: jazz #2 #3 # my favourite", ["jazz #2 #3"]),
        ("prompt: jazz # my favourite #1", ["jazz"]),
        ("prompt: 'jazz' #1", ["jazz"]),
        ("prompt: jazz #2\r\nsteps: 4\r\n", ["jazz #2"]),
        ("jobs:\n  - prompt: jazz #2\n    steps: 3 #1\n", ["jazz #2"]),
        ("prompt: |\n  [drums] funk", ["[drums] funk"]),
    ],
)
def test_brackets_and_numbers_are_part_of_a_prompt(tmp_path: Path, text: str, prompts: list[str]) -> None:
    assert [job.prompt for job in jobs_of(tmp_path, text)] == prompts


@pytest.mark.parametrize("key", ["seed", "steps", "guidance", "key", "scheduler", "quality", "loop", "lora"])
def test_a_setting_without_a_value_is_one_sentence(tmp_path: Path, key: str) -> None:
    with pytest.raises(UserError, match=rf"jobs\.yaml, line 2: '{key}' is .*, not ''"):
        jobs_of(tmp_path, f"prompt: jazz\n{key}:\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_editors_of_other_systems_are_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "jobs.yaml"
    path.write_bytes("prompt: 🎷 jazz #2\r\nseeds: [1, 2]\r\n".encode(encoding))
    assert told(read_jobs(path), "seed") == [("🎷 jazz #2", 1), ("🎷 jazz #2", 2)]


def test_the_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "hum.wav").touch()
    (job,) = jobs_of(tmp_path, "prompt: jazz\ninit: ~/hum.wav\nmodel: ~/m.safetensors\nlora: ~/tape.safetensors:0.5\n")
    assert job.options["init"] == tmp_path / "hum.wav"
    assert job.options["model"] == str(tmp_path / "m.safetensors")
    assert job.options["loras"] == [(str(tmp_path / "tape.safetensors"), 0.5)]


def test_aliases_that_stand_for_millions_are_refused_at_once(tmp_path: Path) -> None:
    names = "abcdefghi"
    lists = "\n".join(f"  - &{new} [{', '.join(['*' + old] * 9)}]" for old, new in itertools.pairwise(names))
    with pytest.raises(UserError, match=r"jobs\.yaml, line \d+: its aliases expand to too many values"):
        jobs_of(tmp_path, f"prompt: jazz\nlora:\n  - &a [x, x, x, x, x, x, x, x, x]\n{lists}\n")
    assert len(jobs_of(tmp_path, "prompt: &a [jazz, funk]\nnegative: *a")) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("prompt: jazz\nlora: &a [x, *a]\n", 2),
        ("prompt: jazz\nseeds:\n  - &a [1, [2, *a]]\n", 3),
        ("jobs: &a\n  - prompt: jazz\n    jobs: *a\n", 1),
        ("&a\nprompt: *a\n", 1),
    ],
)
def test_a_list_that_contains_itself_is_one_sentence(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(UserError, match=rf"^jobs\.yaml, line {line}: this list contains itself\.$"):
        jobs_of(tmp_path, text)


@pytest.mark.parametrize("text", ["prompt: " + "[" * 50_000, "x" * 3_000_000, "- " * 9_000 + "x"])
def test_huge_and_deep_files_are_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match=r"jobs\.yaml.* (nested too deeply|too much for a file of jobs)"):
        jobs_of(tmp_path, text)


@given(st.text(alphabet="prompt:[]{}&*#-' \"\n\tab,|>?!%@x1", max_size=60))
def test_any_text_is_jobs_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    with suppress(UserError):
        jobs_of(tmp_path_factory.getbasetemp(), text)


def test_a_file_in_another_encoding_is_told_which_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "jobs.yaml"
    path.write_bytes("prompt: Blechbl\u00e4ser\n".encode("latin-1"))
    with pytest.raises(UserError, match=r"jobs\.yaml is no text in UTF-8"):
        read_jobs(path)
