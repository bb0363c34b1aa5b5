"""Dates as the user's language writes them, without the system's own words for months."""

from __future__ import annotations

from datetime import datetime

from riffdesk.language import tr


def date(when: datetime) -> str:
    """Return a date, such as ``05 March 2026``."""
    return tr("{day:02} {month} {year}", day=when.day, month=_month(when), year=when.year)


def short_date(when: datetime) -> str:
    """Return a date with the first three letters of the month, such as ``05 Mar 2026``."""
    return tr("{day:02} {month} {year}", meaning="short", day=when.day, month=_month(when)[:3], year=when.year)


def _month(when: datetime) -> str:
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"),
        tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )[when.month - 1]  # fmt: skip
