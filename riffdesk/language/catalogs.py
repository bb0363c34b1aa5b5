"""Catalogs: the translations of one language, read from a file of Qt Linguist."""

from __future__ import annotations

from pathlib import Path

from riffdesk.paths import resources_dir

Messages = dict[tuple[str, str], tuple[str, ...]]
"""Translations by English text and meaning: one form, or those for one and for many, whose key is the text for many."""


def catalog_path(code: str) -> Path:
    """Return the file of a language."""
    return resources_dir() / "translations" / f"riffdesk_{code}.ts"


def read_catalog(path: Path) -> Messages:
    """Return the finished translations of a file; none, and a line in the log, if it cannot be read."""
    import xml.etree.ElementTree as ElementTree  # not loaded in English

    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        import logging

        logging.getLogger(__name__).warning("The translation %s cannot be read: %s", path, error)
        return {}
    messages: Messages = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None:  # unfinished, vanished or obsolete
            continue
        plural = message.get("numerus") == "yes"
        texts = translation.findall("numerusform") if plural else [translation]
        forms = tuple(text.text or "" for text in texts)
        if all(forms) and len(forms) == (2 if plural else 1):
            messages[message.findtext("source", ""), message.findtext("comment", "")] = forms
    return messages
