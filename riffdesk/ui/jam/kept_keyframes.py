"""The timeline of kept bars of a jam: their prompts, with changes, blends and walks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riffdesk.engine.session.bar_words import without_drums
from riffdesk.engine.session.jam_request import JamBar
from riffdesk.sketch.recipe.timeline import Keyframe, Keyframes


@dataclass(frozen=True)
class _Span:
    """A time with a constant keyframe, or a part of a walk from one position, 0 to 1, to another."""

    seconds: float
    start: Keyframe
    end: Keyframe
    first: float = 0.0
    last: float = 0.0


def keyframes_of(bars: Sequence[JamBar], bar_seconds: float, *, has_drums: bool = True) -> Keyframes:
    """Return the keyframes of consecutive bars, from their beginning.

    A walk that had begun before them begins with the mean of its prompts, and with the seed that is nearer.

    Parameters
    ----------
    bars : sequence of JamBar
    bar_seconds : float
    has_drums : bool
        Whether drums are among the parts; else the prompts exclude them.
    """
    spans: list[_Span] = []
    for number, bar in enumerate(bars):
        span = _span_of(bar, number * bar_seconds, has_drums=has_drums)
        before = spans[-1] if spans else None
        if before is not None and (before.start, before.end, before.last) == (span.start, span.end, span.first):
            spans[-1] = replace(before, last=span.last)
        else:
            spans.append(span)
    keyframes: list[Keyframe] = []
    ends = [*(span.seconds for span in spans[1:]), len(bars) * bar_seconds]
    for span, end in zip(spans, ends, strict=True):
        if keyframes and replace(span.start, seconds=span.seconds, curve="hold") == keyframes[-1]:
            keyframes.pop()  # a walk has arrived
        if span.first == span.last:
            keyframes.append(replace(span.start, seconds=span.seconds, curve="hold"))
        else:
            keyframes.append(replace(_mean(span.start, span.end, span.first), seconds=span.seconds, curve="linear"))
            keyframes.append(replace(_mean(span.start, span.end, span.last), seconds=end, curve="hold"))
    return (*keyframes[:-1], replace(keyframes[-1], curve="linear"))


def _span_of(bar: JamBar, seconds: float, *, has_drums: bool) -> _Span:
    """Return the span of a bar."""

    def of_parts(keyframe: Keyframe) -> Keyframe:
        return keyframe if has_drums else replace(keyframe, negative=without_drums(keyframe.negative))

    (end,) = bar.recipe.keyframes
    if bar.walk is None:
        return _Span(seconds, of_parts(end), of_parts(end))
    walk = bar.walk
    first, last = (min(1.0, max(0.0, (at - walk.bar) / walk.bars)) for at in (bar.number, bar.number + 1))
    return _Span(seconds, of_parts(walk.start), of_parts(end), first, last)


def _mean(start: Keyframe, end: Keyframe, alpha: float) -> Keyframe:
    """Return a keyframe between two others."""
    if alpha in (0.0, 1.0):
        return end if alpha else start
    weights: Counter[str] = Counter()
    for keyframe, share in ((start, 1 - alpha), (end, alpha)):
        for prompt, weight in keyframe.blend or ((keyframe.prompt, 1.0),):
            weights[prompt] += share * weight  # type: ignore[assignment]
    nearer = end if alpha >= 0.5 else start
    guidance = (1 - alpha) * start.guidance + alpha * end.guidance
    blend = tuple(weights.items()) if len(weights) > 1 else ()
    return replace(nearer, prompt=weights.most_common(1)[0][0], guidance=guidance, blend=blend)
