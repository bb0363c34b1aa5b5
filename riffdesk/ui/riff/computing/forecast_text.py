"""Sentences for the user about the expected duration of a render, and faster alternatives."""

from __future__ import annotations

from riffdesk.engine.events import Forecast
from riffdesk.models.registry import BUILT_IN

LONG = 60.0
"""Minimum duration in seconds for a message before the render."""

_FEW_STEPS = 20  # with which most schedulers give good riffs


def forecast_text(forecast: Forecast) -> str:
    """Return sentences about the duration and faster alternatives; '' below `LONG`."""
    if forecast.seconds < LONG:
        return ""
    place = f"the graphics card ({forecast.device})" if forecast.device else "the processor"
    riff = "This riff" if forecast.riffs == 1 else f"{forecast.riffs} riffs"
    verb = "takes" if forecast.riffs == 1 else "take"
    text = f"{riff} {verb} about {_duration(forecast.seconds)} with {forecast.model} on {place}."
    return f"{text} Faster: {', or '.join(_advice(forecast))}."


def _advice(forecast: Forecast) -> list[str]:
    advice = []
    if forecast.riffs > 1:
        advice.append(f"a single riff, about {_duration(forecast.seconds / forecast.riffs)}")
    if forecast.steps > _FEW_STEPS:
        fewer = forecast.seconds * _FEW_STEPS / forecast.steps
        advice.append(f"{_FEW_STEPS} steps in place of {forecast.steps}, about {_duration(fewer)}")
    if forecast.windows > 1:
        shorter = forecast.seconds / forecast.windows
        advice.append(f"{forecast.window_seconds:.0f} s of sound, about {_duration(shorter)}")
    if forecast.model != BUILT_IN:
        advice.append(f"the built-in model, {BUILT_IN}")
    if not forecast.device:
        advice.append("a graphics card (Riff > Compute on…)")
    return advice or ["another model"]


def _duration(seconds: float) -> str:
    """Return a duration as text, rounded to the precision of a forecast."""
    if seconds < 45:
        return f"{max(5, 5 * round(seconds / 5))} s"
    if seconds < 90:
        return "a minute"
    minutes = seconds / 60
    if minutes < 100:
        return f"{minutes:.0f} minutes"
    return f"{minutes / 60:.1f} hours"
