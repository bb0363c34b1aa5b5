"""Messages of the window and of what works for it are in words that musicians know."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from riffdesk.ui.window.main_window import MainWindow

ROOT = Path(__file__).parent.parent.parent / "riffdesk"
WHERE = ("ui", "engine", "store", "audio", "diffusion/strip.py", "diffusion/strip_checks.py", "diffusion/model.py")
PRIVATE = re.compile(
    r"\b(stale|strips?|sections?|latents?|ink|init|tiles?|stretch(es)?|windows?|cells?)\b", re.IGNORECASE
)
ALLOWED = re.compile(r"another window|too long for the window|Windows(?=: | [DW])|Stretch(…| and scale)")
"""Windows are the program's or Microsoft's here; to stretch is what one does to a selection."""


def messages(tree: ast.AST) -> Iterator[str]:
    """Yield what could be a message: texts of several words that are not a docstring, without what is put into them."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    docs |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    errors = {  # which tell programmers of a bug
        id(inside)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ValueError"
        for inside in ast.walk(node)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docs | errors else None
        if isinstance(text, str) and " " in text.strip():
            yield text


def test_no_message_has_a_word_of_the_programs_own() -> None:
    paths = [path for where in WHERE for path in (sorted((ROOT / where).rglob("*.py")) or [ROOT / where])]
    assert len(paths) > 80
    found = [
        f"{path.name}: {text}"
        for path in paths
        for text in messages(ast.parse(path.read_text("utf-8")))
        if PRIVATE.search(ALLOWED.sub("", text)) and path.name != "theme.py"
    ]
    assert found == []


def test_no_menu_and_no_tooltip_has_one(window: MainWindow) -> None:
    told = [text for action in window.actions_.by_name.values() for text in (action.text(), action.toolTip())]
    assert len(told) > 100
    assert [text for text in told if PRIVATE.search(ALLOWED.sub("", text))] == []
