"""Stretches of a text that have been told of, so that none is told of twice. Fast for thousands."""

from bisect import bisect_right, insort
from collections.abc import Iterable

from newsroom.safeguards.reading import Span

#: Findings of one rule in one field. Nobody reads more, and the text is stopped anyway.
MOST = 300


class Stretches:
    """Spans that do not meet one another, in order."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.add(span)

    def __len__(self) -> int:
        return len(self._spans)

    def meet(self, span: Span) -> bool:
        """Whether the span shares a character with one of them."""
        at = bisect_right(self._spans, span)
        beside = self._spans[max(0, at - 1) : at + 1]
        return any(one.start < span.end and span.start < one.end for one in beside)

    def add(self, span: Span) -> bool:
        """Takes it in unless it meets another; whether it was taken."""
        if self.meet(span):
            return False
        insort(self._spans, span)
        return True
