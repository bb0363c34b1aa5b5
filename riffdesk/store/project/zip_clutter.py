"""Files and folders that file managers and zip programs add to an archive, which are ignored when it is read."""

from __future__ import annotations

from collections.abc import Sequence

_FILES = (".DS_Store", "Thumbs.db", "desktop.ini", ".directory")
_FOLDERS = ("__MACOSX",)


def is_clutter(name: str) -> bool:
    """Return whether an entry of an archive is a folder, or a file that a file manager has added.

    Examples
    --------
    >>> [is_clutter(name) for name in ("layers/", "__MACOSX/layers/._ink.npy", "layers/01/ink.npy")]
    [True, True, False]
    """
    *folders, file = name.split("/")
    return not file or file in _FILES or file.startswith("._") or any(folder in _FOLDERS for folder in folders)


def enclosing_folder(names: Sequence[str], file: str) -> str:
    """Return the folder, with its slash, that contains all entries of an archive; '' if there is none.

    Parameters
    ----------
    names : sequence of str
        The entries of the archive.
    file : str
        A file that has to be in the folder.

    Examples
    --------
    >>> enclosing_folder(["song/project.json", "song/layers/01/ink.npy"], "project.json")
    'song/'
    """
    folders = {name.partition("/")[0] + "/" for name in names if "/" in name}
    if len(folders) != 1 or not all("/" in name for name in names):
        return ""
    (folder,) = folders
    return folder if folder + file in names else ""
