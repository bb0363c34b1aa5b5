"""Texts of the sources for translators: collected from calls in the code, written to files of Qt Linguist."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from riffdesk.language import ENGLISH, LANGUAGES
from riffdesk.language.catalogs import catalog_path

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_CONTEXT = "riffdesk"


class NotLiteral(ValueError):
    """A text for translators is not a literal."""


@dataclass(frozen=True)
class Text:
    """A text of the sources.

    Parameters
    ----------
    source : str
        The English text; of `plural` the one for many.
    meaning : str
    one : str
        The English text for 1, '' for a text that depends on no number.
    """

    source: str
    meaning: str = ""
    one: str = ""


def collect(folder: Path) -> dict[Text, list[str]]:
    """Return the texts of `tr`, `plural` and `mark` in a folder of sources, in the order of files and lines.

    Each text has the names of the files that it is in, such as ``riffdesk/ui/actions.py``.

    Raises
    ------
    NotLiteral
        If a call has a text that is not a literal.
    """
    found: dict[Text, list[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for text in _texts(ast.parse(path.read_text("utf-8")), name):
            files = found.setdefault(text, [])
            if name not in files:
                files.append(name)
    return found


def _texts(tree: ast.Module, name: str) -> Iterator[Text]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        function = call.func.id if isinstance(call.func, ast.Name) else ""
        if function not in ("tr", "plural", "mark"):
            continue
        meanings = [keyword.value for keyword in call.keywords if keyword.arg == "meaning"]
        meaning = _literal(meanings[0], name) if meanings else ""
        if function != "plural":
            yield Text(_literal(call.args[0], name), meaning)
        else:
            _, one, many = call.args
            yield Text(_literal(many, name), meaning, _literal(one, name))


def _literal(node: ast.expr, name: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotLiteral(f"{name}, line {node.lineno}: {ast.unparse(node)}")


def update(path: Path, code: str, texts: dict[Text, list[str]]) -> None:
    """Write the texts to a file of Qt Linguist: translations are kept, new texts unfinished, others removed.

    Parameters
    ----------
    path : Path
        The file, which need not exist.
    code : str
        Language, such as ``de``.
    texts : dict
        As `collect` returns them.
    """
    kept = _translations(path)
    lines = [_HEAD, f'<TS version="2.1" language="{code}" sourcelanguage="en">\n<context>\n']
    lines.append(f"    <name>{_CONTEXT}</name>\n")
    for text, files in texts.items():
        lines.append(_message(text, files, kept.get((text.source, text.meaning, bool(text.one)))))
    lines.append("</context>\n</TS>\n")
    path.write_text("".join(lines), "utf-8")


@dataclass(frozen=True)
class _Translation:
    state: str
    forms: Sequence[str]
    note: str


def _translations(path: Path) -> dict[tuple[str, str, bool], _Translation]:
    """Return what translators wrote, by source, meaning and whether it depends on a number."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation, plural = message.find("translation"), message.get("numerus") == "yes"
        if translation is None:
            continue
        forms = [form.text or "" for form in (translation.findall("numerusform") if plural else [translation])]
        key = message.findtext("source", ""), message.findtext("comment", ""), plural
        found[key] = _Translation(translation.get("type", ""), forms, message.findtext("translatorcomment", ""))
    return found


def _message(text: Text, files: Sequence[str], known: _Translation | None) -> str:
    known = known or _Translation("unfinished", ("", "") if text.one else ("",), "")
    lines = ['    <message numerus="yes">' if text.one else "    <message>"]
    lines += [f"        <location filename={quoteattr(f'../../{name}')}/>" for name in files]
    lines.append(f"        <source>{_escaped(text.source)}</source>")
    if text.meaning:
        lines.append(f"        <comment>{_escaped(text.meaning)}</comment>")
    if text.one:
        lines.append(f"        <extracomment>{_escaped(f'For 1: {text.one}')}</extracomment>")
    if known.note:
        lines.append(f"        <translatorcomment>{_escaped(known.note)}</translatorcomment>")
    state = f' type="{known.state}"' if known.state else ""
    if text.one:
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{_escaped(form)}</numerusform>" for form in known.forms]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{state}>{_escaped(known.forms[0])}</translation>")
    lines.append("    </message>\n")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def main() -> None:
    """Update the files of all languages but English."""
    texts = collect(Path(__file__).parents[1])
    for code in LANGUAGES:
        if code != ENGLISH:
            update(catalog_path(code), code, texts)
    print(f"{len(texts)} texts")


if __name__ == "__main__":
    main()
