"""Fetches a named model from Hugging Face: the one thing in riffdesk that goes online, and only when it is asked to.

First the small files, so that a model of another kind is refused before its gigabytes come; then the
weights, safetensors where there are any. A fetch that was broken off goes on where it was, in the middle of
a file too.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from huggingface_hub import HfApi, get_session, hf_hub_url, hf_raise_for_status
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined] # documented, and exported late

from riffdesk.errors import UserError, reason
from riffdesk.models.files.weights import SAFE, check_checkpoint, choose_weights, kind_of, shapes_in
from riffdesk.models.layout import (
    INDEX,
    NETWORKS,
    SETTINGS_FILE,
    SOURCE_FILE,
    read_json,
    read_layout,
    single_file_layout,
)
from riffdesk.progress import OnStep, Step, check

_TIMEOUT = 10.0  # seconds for the first answer: without a network one hears at once
_CHUNK = 1 << 20
_PARTIAL = 206  # the HTTP status of an answer that begins in the middle
_ROOM = 200_000_000  # bytes that shall still be free afterwards
_SMALL = re.compile(
    r"model_index\.json|riffdesk\.json|[Ll][Ii][Cc][Ee][Nn][CcSs][Ee][^/]*|README\.md"
    r"|tokenizer/(vocab\.json|merges\.txt|tokenizer\.json|tokenizer_config\.json|special_tokens_map\.json)"
    r"|scheduler/scheduler_config\.json|(text_encoder|unet|vae)/config\.json"
)


@dataclass(frozen=True)
class _Remote:
    """A file to fetch: its name in the repository, its bytes, and their SHA-256 where the server tells it."""

    name: str
    size: int
    digest: str | None


def fetch(
    repo_id: str, part: Path, on_step: OnStep, cancel: threading.Event | None, *, endpoint: str | None = None
) -> None:
    """Fetch what riffdesk needs of a repository to a new folder.

    Parameters
    ----------
    repo_id : str
        As ``owner/name``.
    part : Path
        The folder. It is whole when this returns, and has a part of it before.
    on_step, cancel
        As everywhere; steps are megabytes.
    endpoint : str, optional
        A mirror's address.

    Raises
    ------
    UserError
        If there is no such model, no network, no room, or it is no model that riffdesk can play.
    Cancelled
        If ``cancel`` was set; what has come so far is kept.
    """
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repo_id):
        raise UserError(f"'{repo_id}' is no name of a model on Hugging Face, which looks like owner/name.")
    check(cancel)
    with _told(repo_id, part):
        info = _info(HfApi(endpoint=endpoint), repo_id, part)
        part.mkdir(parents=True, exist_ok=True)
        source = {"repository": repo_id, "revision": info.sha}
        (part / SOURCE_FILE).write_text(json.dumps(source), encoding="utf-8")
        remotes = {one.rfilename: _remote(one) for one in info.siblings or ()}
        small, weights = choose_files(repo_id, remotes)
        _check_room(part, [remotes[name] for name in small + weights])
        fetching = _Fetching(repo_id, info.sha, part, on_step, cancel, endpoint)
        fetching.total = sum(remotes[name].size for name in small + weights)
        for name in small:
            fetching.fetch(remotes[name])
        if INDEX in small:
            read_layout(part)
        for name in weights:
            fetching.fetch(remotes[name])
    if INDEX not in small:
        _check_single(part, part / weights[0])


def choose_files(repo_id: str, names: Collection[str]) -> tuple[list[str], list[str]]:
    """Return which files of a repository riffdesk needs: small ones, and weights.

    Raises
    ------
    UserError
        If there is no model among them, or several.
    """
    names = [name for name in names if not {"", ".", ".."} & set(re.split(r"[/\\]", name))]  # none leads elsewhere
    small = sorted(name for name in names if _SMALL.fullmatch(name))
    if INDEX not in small:
        small = [name for name in small if "/" not in name and name != SETTINGS_FILE]
        return small, [_single(repo_id, sorted(name for name in names if name.endswith(SAFE) and "/" not in name))]
    weights: list[str] = []
    for part in NETWORKS:
        chosen = choose_weights(part, [name.removeprefix(f"{part}/") for name in names if name.startswith(f"{part}/")])
        if chosen is None:
            raise UserError(f"{repo_id} is not complete: it has no weights in {part}.")
        weights += [f"{part}/{name}" for name in chosen.names]
    return small, weights


def _single(repo_id: str, files: list[str]) -> str:
    """Return the one file of weights in a repository without folders."""
    if not files:
        raise UserError(f"{repo_id} holds no model that riffdesk can play: neither a {INDEX} nor a {SAFE} file.")
    if len(files) > 1:
        raise UserError(
            f"{repo_id} holds several files: {', '.join(files)}. Fetch the one you want from "
            f"https://huggingface.co/{repo_id}/tree/main with a browser, and add it: riffdesk models add FILE"
        )
    return files[0]


def _check_single(part: Path, path: Path) -> None:
    """Refuse a single file that turned out to be no model, and let go of its gigabytes."""
    try:
        if kind_of(path) == "file":
            check_checkpoint(path, shapes_in(path), single_file_layout().unet)
    except UserError:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _info(api: HfApi, repo_id: str, part: Path) -> Any:
    """Return what the server tells of a repository, at the revision that was begun with."""
    if (part / SOURCE_FILE).is_file():
        begun = read_json(part / SOURCE_FILE)
        if begun.get("repository") == repo_id:
            try:
                return api.model_info(repo_id, revision=begun.get("revision"), files_metadata=True, timeout=_TIMEOUT)
            except RevisionNotFoundError:
                pass  # its owner has rewritten the history
        shutil.rmtree(part)
    return api.model_info(repo_id, files_metadata=True, timeout=_TIMEOUT)


def _remote(sibling: Any) -> _Remote:
    digest = sibling.lfs.sha256 if sibling.lfs else None
    return _Remote(sibling.rfilename, int(sibling.size or 0), digest)


def _check_room(part: Path, remotes: list[_Remote]) -> None:
    there = sum(path.stat().st_size for path in part.rglob("*") if path.is_file())
    needed = sum(remote.size for remote in remotes) - there + _ROOM
    free = shutil.disk_usage(part).free
    if needed > free:
        raise UserError(
            f"There is not enough room for this model: {needed / 1e9:.1f} GB are needed in {part.parent}, and "
            f"{free / 1e9:.1f} GB are free. Make room, or move riffdesk's folder with RIFFDESK_HOME."
        )


class _Fetching:
    """Files on their way from a repository at one revision to a folder."""

    def __init__(
        self,
        repo_id: str,
        revision: str,
        part: Path,
        on_step: OnStep,
        cancel: threading.Event | None,
        endpoint: str | None,
    ) -> None:
        self.total = 0
        self._done = 0
        self._repo_id, self._revision, self._endpoint, self._part = repo_id, revision, endpoint, part
        self._on_step, self._cancel = on_step, cancel

    def fetch(self, remote: _Remote) -> None:
        """Fetch a file, or what is still missing of it."""
        path = self._part / remote.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file():
            coming = path.with_name(f"{path.name}.part")
            for chunk in self._missing(remote, coming):
                self._tell(remote, chunk)
            self._verify(remote, coming)
            coming.rename(path)
        else:
            self._tell(remote, remote.size)

    def _missing(self, remote: _Remote, coming: Path) -> Iterator[int]:
        """Append what is missing to a file and yield how many bytes are there more."""
        with coming.open("ab") as file:
            there = min(file.tell(), remote.size)
            yield there
            if there == remote.size:
                return
            url = hf_hub_url(self._repo_id, remote.name, revision=self._revision, endpoint=self._endpoint)
            headers = {**build_hf_headers(), "Accept-Encoding": "identity", "Range": f"bytes={there}-"}
            with get_session().stream("GET", url, headers=headers, follow_redirects=True, timeout=_TIMEOUT) as answer:
                hf_raise_for_status(answer)
                if answer.status_code != _PARTIAL:  # the whole file after all
                    file.truncate(0)
                    yield -there
                for chunk in answer.iter_bytes(_CHUNK):
                    file.write(chunk)
                    yield len(chunk)

    def _verify(self, remote: _Remote, coming: Path) -> None:
        """Refuse a file that is not what the server said; it is fetched from its beginning the next time."""
        right = coming.stat().st_size == remote.size
        if right and remote.digest:
            with coming.open("rb") as file:
                right = hashlib.file_digest(file, "sha256").hexdigest() == remote.digest
        if not right:
            coming.unlink()
            raise UserError(f"{remote.name} did not arrive as it was sent. Try again.")

    def _tell(self, remote: _Remote, size: int) -> None:
        self._done += size
        check(self._cancel)
        done, total = self._done // 1_000_000, self.total // 1_000_000
        self._on_step(Step(done, total, f"Fetching {remote.name}: {done} of {total} MB"))


@contextmanager
def _told(repo_id: str, part: Path) -> Iterator[None]:
    """Turn what goes wrong between here and the server into one sentence with what to do."""
    page = f"https://huggingface.co/{repo_id}"
    try:
        yield
    except GatedRepoError as error:
        raise UserError(
            f"{repo_id} asks for its terms to be accepted: do so at {page}, log in with 'hf auth login', and try again."
        ) from error
    except RepositoryNotFoundError as error:
        raise UserError(f"There is no model called {repo_id} on huggingface.co, or it is not public.") from error
    except (HfHubHTTPError, httpx2.HTTPError, OfflineModeIsEnabled) as error:
        started = part.is_dir() and any(path.name != SOURCE_FILE for path in part.rglob("*"))
        what = "The connection to huggingface.co broke off" if started else "huggingface.co cannot be reached"
        raise UserError(
            f"{what} ({reason(error).splitlines()[0]}). Try again when there is a network; what has come is kept. "
            f"Or by hand: fetch the folder from {page} on another computer, copy it here, and run: "
            "riffdesk models add FOLDER"
        ) from error
    except OSError as error:
        raise UserError(
            f"Could not write to {part}: {reason(error)}. What has come is kept; make room and try again."
        ) from error
