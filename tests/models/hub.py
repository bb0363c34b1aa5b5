"""A small Hugging Face on this machine: what riffdesk asks the real one, and some of what can go wrong there."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

REVISION = "0123456789abcdef0123456789abcdef01234567"


class Hub:
    """Repositories by name, each a folder; and what was asked for.

    Attributes
    ----------
    asked : list of (path, range)
        Every file that was sent, with the first byte of it.
    break_after : int or None
        How many bytes of a file are sent before the network is gone.
    gone : bool
        Whether it is: every connection is cut at once.
    pause : float
        Seconds before each file is sent.
    corrupt : bool
        Whether a byte of every file of weights is changed on its way.
    whole : bool
        Whether files are always sent from their beginning, whatever is asked for.
    gated : bool
        Whether terms have to be accepted first.
    card : dict
        What the server tells of every repository's model card.
    """

    def __init__(self) -> None:
        self.repositories: dict[str, Path] = {}
        self.asked: list[tuple[str, int]] = []
        self.break_after: int | None = None
        self.gone = False
        self.pause = 0.0
        self.corrupt = False
        self.whole = False
        self.gated = False
        self.card: dict[str, str] = {}
        self.endpoint = ""

    def files(self, repository: str) -> list[dict[str, object]]:
        """Return what the server tells of a repository's files."""
        folder = self.repositories[repository]
        told = []
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                one: dict[str, object] = {"rfilename": name, "size": path.stat().st_size, "blobId": "0" * 40}
                if path.suffix in (".safetensors", ".bin", ".ckpt"):
                    digest = hashlib.sha256(path.read_bytes()).hexdigest()
                    one["lfs"] = {"sha256": digest, "size": path.stat().st_size, "pointerSize": 100}
                told.append(one)
        return told


@contextmanager
def running_hub() -> Iterator[Hub]:
    """Give a hub that answers until the block ends."""
    hub = Hub()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if hub.gone:
                self._hang_up()
                return
            path = unquote(urlsplit(self.path).path)
            if path.startswith("/api/models/"):
                self._tell(path.removeprefix("/api/models/").split("/revision/"))
            else:
                repository, name = path[1:].split("/resolve/")
                self._send(repository, name.partition("/")[2])

        def do_HEAD(self) -> None:
            self.do_GET()

        def _tell(self, asked: list[str]) -> None:
            if asked[0] not in hub.repositories:
                return self._refuse(404, "RepoNotFound")
            if hub.gated:
                return self._refuse(403, "GatedRepo")
            if len(asked) > 1 and asked[1] != REVISION:
                return self._refuse(404, "RevisionNotFound")
            info = {"id": asked[0], "modelId": asked[0], "sha": REVISION, "tags": [], "downloads": 0}
            info |= {"siblings": hub.files(asked[0]), "private": False, "cardData": hub.card}
            self._answer(200, json.dumps(info).encode(), {"Content-Type": "application/json"})

        def _send(self, repository: str, name: str) -> None:
            content = (hub.repositories[repository] / name).read_bytes()
            if hub.corrupt and name.endswith(".safetensors"):
                content = content[:-1] + bytes([content[-1] ^ 1])
            first = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
            first = 0 if hub.whole else first
            hub.asked.append((name, first))
            time.sleep(hub.pause)
            headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()}"', "X-Repo-Commit": REVISION}
            self._answer(200 if hub.whole else 206, content[first:], headers, hub.break_after)

        def _refuse(self, status: int, code: str) -> None:
            self._answer(status, b"{}", {"X-Error-Code": code, "Content-Type": "application/json"})

        def _answer(self, status: int, body: bytes, headers: dict[str, str], break_after: int | None = None) -> None:
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "HEAD":
                return
            if break_after is not None and len(body) > break_after:
                self.wfile.write(body[:break_after])
                self.wfile.flush()
                hub.gone = True
                self._hang_up()
                return
            self.wfile.write(body)

        def _hang_up(self) -> None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a listener who has hung up
    hub.endpoint = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
