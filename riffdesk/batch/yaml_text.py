"""Reading YAML with prompts in it: brackets and '#' are part of a text where YAML would interpret them.

``prompt: [drums]`` is a word of lower weight, not a list; in ``prompt: jazz in C #2`` no comment begins. A comment
has a space after its '#'.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riffdesk.errors import UserError, reason

if TYPE_CHECKING:
    from yaml import Node

_MAX_BYTES = 2_000_000  # size of a file
_MAX_DEPTH = 30  # of nested lists and mappings
_MAX_NODES = 300_000  # with the nodes of an alias counted each time
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WEIGHT_FIRST = re.compile(
    r"""
    ^(?P<key>[ ]*(?:-[ ]+)*(?:(?:prompts?|negative)[ ]*:[ ]+|-[ ]+))
    (?P<text>\[[^\[\]{}"'\#\n]*\][ ]*[^\s\#,:\]}][^\n]*?)
    (?P<end>(?:[ \t]+\#(?:[ \t][^\n]*)?)?\s*)$
    """,
    re.MULTILINE | re.VERBOSE,
)
_TEXT_AFTER_HASH = re.compile(r"(?:[ \t]+#(?![ \t\r\n]|$)[^\r\n]*?)(?=[ \t]+#(?:[ \t]|$)|[ \t]*(?:[\r\n]|\Z))")


@dataclass(frozen=True, eq=False)
class YamlText:
    """A parsed YAML file.

    Parameters
    ----------
    root : yaml.Node, optional
        Nodes with their styles, not converted to numbers or dates. None if the file is empty.
    text : str
        The text that the marks of the nodes refer to.
    """

    root: Node | None
    text: str

    def text_of(self, node: Node) -> str | None:
        """Return the text of a node that is expected to be a text; None if it is none."""
        if node.id == "scalar":
            value: str = node.value
            if node.style is not None:
                return value
            continuation = _TEXT_AFTER_HASH.match(self.text, node.end_mark.index)
            return value + (continuation.group() if continuation else "")
        if node.id == "sequence" and node.flow_style and len(node.value) == 1 and _is_plain(node.value[0]):
            return self.text[node.start_mark.index : node.end_mark.index]
        return None


def _is_plain(node: Node) -> bool:
    """Return whether a node is an unquoted text, or a list of one."""
    if node.id == "sequence":
        return bool(node.flow_style) and len(node.value) == 1 and _is_plain(node.value[0])
    return node.id == "scalar" and node.style is None and bool(node.value)


def read_yaml(path: Path) -> YamlText:
    """Return the nodes of a YAML file.

    Raises
    ------
    UserError
        If it cannot be read, is no YAML, or has recursive lists or too many nodes.
    """
    import yaml

    name = path.name
    if os.path.isdir(path):
        raise UserError(f"{name or path.absolute()} is a folder. Choose the file of jobs in it.")
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"Could not open {name}: {reason(error)}.") from error
    if len(data) > _MAX_BYTES:
        raise UserError(f"{name} has more than {_MAX_BYTES / 1e6:.0f} MB, too much for a file of jobs.")
    try:
        text = _decoded(data)
        root = _composed(text)
        if root is None:
            text = _WEIGHT_FIRST.sub(_quoted, text)
            root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise UserError(_no_yaml(name, error)) from error
    except RecursionError as error:
        raise UserError(f"{name}: its lists are nested too deeply for a file of jobs.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{name} is no text in UTF-8. Choose this encoding where you save it.") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UserError(f"{name} is no YAML text.") from error
    if root is not None:
        _check(root, name)
    return YamlText(root, text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    return data.decode()


def _composed(text: str) -> Node | None:
    """Return the nodes of a text; None if there are none, or text follows a list, as in '[drums] funk'."""
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError:
        return None


def _quoted(match: re.Match[str]) -> str:
    text = match["text"].replace("'", "''")
    return f"{match['key']}'{text}'{match['end']}"


def _no_yaml(name: str, error: Any) -> str:
    mark = error.problem_mark or error.context_mark
    line = f", line {mark.line + 1}" if mark else ""
    problem = error.problem or error.context
    if "'\\t'" in problem:
        return f"{name}{line}: this is no YAML, it is indented with a tab. Write spaces instead."
    return f"{name}{line}: this is no YAML, {problem}. A text with ':', '#', quotes or brackets in it needs quotes."


def _check(root: Node, name: str) -> None:
    """Raise UserError for lists that contain themselves, are nested too deeply, or have too many nodes with aliases."""
    counts: dict[int, int] = {}
    ancestors: set[int] = set()

    def refuse(node: Node, problem: str) -> None:
        raise UserError(f"{name}, line {node.start_mark.line + 1}: {problem}.")

    def count(node: Node) -> int:
        if node.id == "scalar":
            return 1
        if id(node) in ancestors:
            refuse(node, "this list contains itself")
        if id(node) in counts:
            return counts[id(node)]
        if len(ancestors) >= _MAX_DEPTH:
            refuse(node, "lists are nested too deeply here")
        ancestors.add(id(node))
        inner = node.value if node.id == "sequence" else [item for pair in node.value for item in pair]
        total = 1 + sum(map(count, inner))
        ancestors.remove(id(node))
        if total > _MAX_NODES:
            refuse(node, "its aliases expand to too many values")
        counts[id(node)] = total
        return total

    count(root)
