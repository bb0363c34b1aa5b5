"""Sentences for the user about the expected duration of a render, and faster alternatives."""

from __future__ import annotations

from riffdesk.engine.events import Forecast
from riffdesk.language import plural, tr
from riffdesk.models.registry import BUILT_IN

LONG = 60.0
"""Minimum duration in seconds for a message before the render."""

_FEW_STEPS = 20  # with which most schedulers give good riffs


def forecast_text(forecast: Forecast) -> str:
    """Return sentences about the duration and faster alternatives; '' below `LONG`."""
    if forecast.seconds < LONG:
        return ""
    place = tr("the graphics card ({device})", device=forecast.device) if forecast.device else tr("the processor")
    text = plural(
        forecast.riffs,
        "This riff takes about {duration} with {model} on {place}.",
        "{count} riffs take about {duration} with {model} on {place}.",
        duration=_duration(forecast.seconds),
        model=forecast.model,
        place=place,
    )
    first, *others = _advice(forecast)
    faster = first
    for other in others:
        faster = tr("{one}, or {other}", one=faster, other=other)
    return " ".join((text, tr("Faster: {advice}.", advice=faster)))


def _advice(forecast: Forecast) -> list[str]:
    advice = []
    if forecast.riffs > 1:
        advice.append(tr("a single riff, about {duration}", duration=_duration(forecast.seconds / forecast.riffs)))
    if forecast.steps > _FEW_STEPS:
        fewer = forecast.seconds * _FEW_STEPS / forecast.steps
        advice.append(
            tr(
                "{fewer} steps in place of {steps}, about {duration}",
                fewer=_FEW_STEPS,
                steps=forecast.steps,
                duration=_duration(fewer),
            )
        )
    if forecast.windows > 1:
        shorter = forecast.seconds / forecast.windows
        advice.append(
            tr(
                "{seconds:.0f} s of sound, about {duration}",
                seconds=forecast.window_seconds,
                duration=_duration(shorter),
            )
        )
    if forecast.model != BUILT_IN:
        advice.append(tr("the built-in model, {model}", model=BUILT_IN))
    if not forecast.device:
        advice.append(tr("a graphics card (Riff > Compute on…)"))
    return advice or [tr("another model")]


def _duration(seconds: float) -> str:
    """Return a duration as text, rounded to the precision of a forecast."""
    if seconds < 45:
        return f"{max(5, 5 * round(seconds / 5))} s"
    if seconds < 90:
        return tr("a minute")
    minutes = seconds / 60
    if minutes < 100:
        return tr("{minutes:.0f} minutes", minutes=minutes)
    return tr("{minutes:.1f} hours", minutes=minutes / 60)
