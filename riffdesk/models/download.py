"""Downloads of models from Hugging Face. Nothing else in riffdesk goes online, and this only on request.

The small files come first, so that an unsupported model is refused before its gigabytes are transferred; then the
weights, safetensors where there are any. An interrupted download continues where it stopped, within a file too.
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
from riffdesk.language import tr, translated
from riffdesk.models import stable_audio
from riffdesk.models.families import check_configs
from riffdesk.models.files.weights import SAFE, check_checkpoint, choose_weights, kind_of, shapes_in
from riffdesk.models.layout import (
    INDEX,
    NETWORKS,
    SETTINGS_FILE,
    SOURCE_FILE,
    read_json,
    single_file_layout,
)
from riffdesk.models.provenance import Terms, stated_licence
from riffdesk.progress import OnStep, Step, check

_TIMEOUT = 10.0  # seconds until the first answer
_CHUNK = 1 << 20
_PARTIAL = 206  # HTTP status: the response begins at the requested byte
_SPARE_BYTES = 200_000_000  # free space that must remain after a download
_TOOLS_CONFIG = "model_config.json"  # of a model of stable-audio-tools
_SMALL = re.compile(
    r"model_index\.json|riffdesk\.json|[Ll][Ii][Cc][Ee][Nn][CcSs][Ee][^/]*|README\.md"
    r"|tokenizer/(vocab\.json|merges\.txt|tokenizer\.json|tokenizer_config\.json|special_tokens_map\.json)"
    r"|scheduler/scheduler_config\.json|(text_encoder|unet|vae|duration_embedder|transformer)/config\.json"
)


@dataclass(frozen=True)
class _Remote:
    """A file of a repository: name, size in bytes, and SHA-256 if the server states it."""

    name: str
    size: int
    digest: str | None


def fetch(
    repo_id: str, part: Path, on_step: OnStep, cancel: threading.Event | None, *, endpoint: str | None = None
) -> None:
    """Download the files of a repository that riffdesk needs.

    Parameters
    ----------
    repo_id : str
        As ``owner/name``.
    part : Path
        The folder; complete when this returns. If it exists, the download in it is continued.
    on_step, cancel
        Progress in megabytes, and the event that cancels.
    endpoint : str, optional
        A mirror's address.

    Raises
    ------
    UserError
        If there is no such model, no network, too little disk space, or riffdesk cannot play the model.
    Cancelled
        If ``cancel`` was set; the files downloaded until then are kept.
    """
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repo_id):
        raise UserError(
            tr("'{repo_id}' is no name of a model on Hugging Face, which looks like owner/name.", repo_id=repo_id)
        )
    check(cancel)
    with _user_errors(repo_id, part):
        info = _info(HfApi(endpoint=endpoint), repo_id, part)
        part.mkdir(parents=True, exist_ok=True)
        source = {"repository": repo_id, "revision": info.sha}
        (part / SOURCE_FILE).write_text(json.dumps(source), encoding="utf-8")
        remotes = {sibling.rfilename: _remote(sibling) for sibling in info.siblings or ()}
        small, weights = choose_files(repo_id, remotes)
        if terms := _terms(info, small):
            on_step(Step(0, 0, terms, Terms(terms)))
        check(cancel)
        _check_free_space(part, [remotes[name] for name in small + weights])
        fetching = _Download(repo_id, info.sha, part, on_step, cancel, endpoint)
        fetching.total = sum(remotes[name].size for name in small + weights)
        for name in small:
            fetching.fetch(remotes[name])
        if INDEX in small:
            check_configs(part)
        for name in weights:
            fetching.fetch(remotes[name])
    if INDEX not in small:
        _check_single(part, part / weights[0])


def _terms(info: Any, names: Collection[str]) -> str:
    """Return the licences of a repository: what its card states, and those of the family of its model."""
    stated = stated_licence(info.card_data or {})
    sentences = [tr("Licence of {repo_id}: {stated}.", repo_id=info.id, stated=stated)] if stated else []
    return " ".join([*sentences, translated(stable_audio.TERMS)] if _is_stable_audio(names) else sentences)


def _is_stable_audio(names: Collection[str]) -> bool:
    """Return whether the files of a repository are those of Stable Audio 3."""
    return "duration_embedder/config.json" in names


def choose_files(repo_id: str, names: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the files of a repository that riffdesk needs: the small ones, and those of weights.

    Raises
    ------
    UserError
        If there is no model among them, or several.
    """
    names = [name for name in names if not {"", ".", ".."} & set(re.split(r"[/\\]", name))]  # none leaves the folder
    small = sorted(name for name in names if _SMALL.fullmatch(name))
    if INDEX not in small:
        if _TOOLS_CONFIG in names:
            raise UserError(
                tr(
                    "{repo_id} holds weights in the layout of stable-audio-tools. Fetch its files from "
                    "https://huggingface.co/{repo_id}/tree/main with a browser, and convert them if they are "
                    "of Stable Audio 3: riffdesk models convert",
                    repo_id=repo_id,
                )
            )
        small = [name for name in small if "/" not in name and name != SETTINGS_FILE]
        return small, [_single(repo_id, sorted(name for name in names if name.endswith(SAFE) and "/" not in name))]
    weights: list[str] = []
    for part in stable_audio.NETWORKS if _is_stable_audio(names) else NETWORKS:
        chosen = choose_weights(part, [name.removeprefix(f"{part}/") for name in names if name.startswith(f"{part}/")])
        if chosen is None:
            raise UserError(tr("{repo_id} is not complete: it has no weights in {part}.", repo_id=repo_id, part=part))
        weights += [f"{part}/{name}" for name in chosen.names]
    return small, weights


def _single(repo_id: str, files: list[str]) -> str:
    """Return the one file of weights in a repository without folders."""
    if not files:
        raise UserError(
            tr(
                "{repo_id} holds no model that riffdesk can play: neither a {index} nor a {suffix} file.",
                repo_id=repo_id,
                index=INDEX,
                suffix=SAFE,
            )
        )
    if len(files) > 1:
        raise UserError(
            tr(
                "{repo_id} holds several files: {files}. Fetch the one you want from "
                "https://huggingface.co/{repo_id}/tree/main with a browser, and add it: riffdesk models "
                "add FILE",
                repo_id=repo_id,
                files=", ".join(files),
            )
        )
    return files[0]


def _check_single(part: Path, path: Path) -> None:
    """Raise UserError for a single file that is no model, and delete it."""
    try:
        if kind_of(path) == "file":
            check_checkpoint(path, shapes_in(path), single_file_layout().unet)
    except UserError:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _info(api: HfApi, repo_id: str, part: Path) -> Any:
    """Return the server's description of a repository, at the revision of an interrupted download if there is one."""
    if (part / SOURCE_FILE).is_file():
        source = read_json(part / SOURCE_FILE)
        if source.get("repository") == repo_id:
            try:
                return api.model_info(repo_id, revision=source.get("revision"), files_metadata=True, timeout=_TIMEOUT)
            except RevisionNotFoundError:
                pass  # its owner has rewritten the history
        shutil.rmtree(part)
    return api.model_info(repo_id, files_metadata=True, timeout=_TIMEOUT)


def _remote(sibling: Any) -> _Remote:
    digest = sibling.lfs.sha256 if sibling.lfs else None
    return _Remote(sibling.rfilename, int(sibling.size or 0), digest)


def _check_free_space(part: Path, remotes: list[_Remote]) -> None:
    stored = sum(path.stat().st_size for path in part.rglob("*") if path.is_file())
    needed = sum(remote.size for remote in remotes) - stored + _SPARE_BYTES
    free = shutil.disk_usage(part).free
    if needed > free:
        raise UserError(
            tr(
                "There is not enough room for this model: {needed:.1f} GB are needed in {parent}, and "
                "{free:.1f} GB are free. Make room, or move riffdesk's folder with RIFFDESK_HOME.",
                needed=needed / 1e9,
                parent=part.parent,
                free=free / 1e9,
            )
        )


class _Download:
    """Download of files from a repository at one revision to a folder."""

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
        """Download a file, or the rest of it."""
        path = self._part / remote.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file():
            partial = path.with_name(f"{path.name}.part")
            for chunk in self._missing(remote, partial):
                self._report(remote, chunk)
            self._verify(remote, partial)
            partial.rename(path)
        else:
            self._report(remote, remote.size)

    def _missing(self, remote: _Remote, partial: Path) -> Iterator[int]:
        """Append the missing bytes to a file; yield their number after each block."""
        with partial.open("ab") as file:
            size = min(file.tell(), remote.size)
            yield size
            if size == remote.size:
                return
            url = hf_hub_url(self._repo_id, remote.name, revision=self._revision, endpoint=self._endpoint)
            headers = {**build_hf_headers(), "Accept-Encoding": "identity", "Range": f"bytes={size}-"}
            with get_session().stream("GET", url, headers=headers, follow_redirects=True, timeout=_TIMEOUT) as response:
                hf_raise_for_status(response)
                if response.status_code != _PARTIAL:  # the server sends the complete file
                    file.truncate(0)
                    yield -size
                for chunk in response.iter_bytes(_CHUNK):
                    file.write(chunk)
                    yield len(chunk)

    def _verify(self, remote: _Remote, partial: Path) -> None:
        """Raise UserError and delete a file if its size or its SHA-256 differ from the server's."""
        intact = partial.stat().st_size == remote.size
        if intact and remote.digest:
            with partial.open("rb") as file:
                intact = hashlib.file_digest(file, "sha256").hexdigest() == remote.digest
        if not intact:
            partial.unlink()
            raise UserError(tr("{name} was damaged on the way. Try again.", name=remote.name))

    def _report(self, remote: _Remote, size: int) -> None:
        self._done += size
        check(self._cancel)
        done, total = self._done // 1_000_000, self.total // 1_000_000
        self._on_step(
            Step(done, total, tr("Fetching {name}: {done} of {total} MB", name=remote.name, done=done, total=total))
        )


@contextmanager
def _user_errors(repo_id: str, part: Path) -> Iterator[None]:
    """Raise errors of the network, the server and the disk as UserError."""
    page = f"https://huggingface.co/{repo_id}"
    try:
        yield
    except GatedRepoError as error:
        raise UserError(
            tr(
                "{repo_id} asks for its terms to be accepted: do so at {page}, log in with 'hf auth "
                "login', and try again.",
                repo_id=repo_id,
                page=page,
            )
        ) from error
    except RepositoryNotFoundError as error:
        raise UserError(
            tr("There is no model called {repo_id} on huggingface.co, or it is not public.", repo_id=repo_id)
        ) from error
    except (HfHubHTTPError, httpx2.HTTPError, OfflineModeIsEnabled) as error:
        started = part.is_dir() and any(path.name != SOURCE_FILE for path in part.rglob("*"))
        problem = tr("The connection to huggingface.co was lost") if started else tr("huggingface.co cannot be reached")
        raise UserError(
            tr(
                "{problem} ({reason}). Try again with a network; downloaded parts are kept. Or by "
                "hand: fetch the folder from {page} on another computer, copy it here, and run: riffdesk "
                "models add FOLDER",
                problem=problem,
                reason=reason(error).splitlines()[0],
                page=page,
            )
        ) from error
    except OSError as error:
        raise UserError(
            tr(
                "Could not write to {part}: {reason}. Downloaded parts are kept; make room and try again.",
                part=part,
                reason=reason(error),
            )
        ) from error
