"""The prompts that were used, so that they can be found again."""

from __future__ import annotations

import time
from dataclasses import dataclass

from riffdesk.store.library.database import Database
from riffdesk.store.library.entry import MAX_TEXT

MAX_PROMPTS = 2_000
"""Maximum number of prompts; the least recently used are removed."""


@dataclass(frozen=True)
class UsedPrompt:
    """A prompt that was used.

    Parameters
    ----------
    prompt, negative : str
    used : float
        Time of its last use, in seconds since 1970.
    """

    prompt: str
    negative: str
    used: float


def remember_prompt(database: Database, prompt: str, negative: str = "") -> None:
    """Store a prompt as the one that was used last; an empty one is ignored."""
    prompt = prompt.strip()[:MAX_TEXT].encode(errors="replace").decode()
    negative = negative.strip()[:MAX_TEXT].encode(errors="replace").decode()
    if not prompt:
        return
    with database.writing() as connection:
        connection.execute("REPLACE INTO prompts VALUES (?, ?, ?)", (prompt, negative, time.time()))
        connection.execute(
            "DELETE FROM prompts WHERE prompt IN (SELECT prompt FROM prompts ORDER BY used DESC LIMIT -1 OFFSET ?)",
            (MAX_PROMPTS,),
        )


def forget_prompt(database: Database, prompt: str) -> None:
    """Remove a prompt from the history."""
    with database.writing() as connection:
        connection.execute("DELETE FROM prompts WHERE prompt = ?", (prompt,))


def used_prompts(database: Database, containing: str = "", count: int = 200) -> list[UsedPrompt]:
    """Return the prompts that were used last, the latest first.

    Parameters
    ----------
    containing : str
        Words that all have to be in the prompt, in any order and in upper or lower case.
    count : int
        Maximum number.
    """
    with database.reading() as connection:
        rows = connection.execute("SELECT prompt, negative, used FROM prompts ORDER BY used DESC").fetchall()
    words = containing.casefold().split()
    found = (UsedPrompt(*row) for row in rows if all(word in row["prompt"].casefold() for word in words))
    return [prompt for prompt, _ in zip(found, range(count), strict=False)]
