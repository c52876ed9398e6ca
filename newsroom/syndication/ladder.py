"""When to try again: the ladder that Standard Webhooks 1.0.0 suggests, about 75 hours in all."""

from datetime import timedelta

#: How long to wait before each try.
LADDER = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)

#: The share of a wait that chance may add, so that outlets do not get everything at once.
JITTER = 0.2

#: An outlet that asks for a longer wait than this is taken at its word only so far.
LONGEST_ASKED = timedelta(hours=48)


def wait_after(tries: int, *, chance: float, asked: timedelta | None = None) -> timedelta | None:
    """How long to wait after that many tries, or None where the ladder ends.

    ``chance`` runs from 0 to 1 and only lengthens the wait. ``asked`` is the outlet's Retry-After:
    never sooner than that.
    """
    if tries >= len(LADDER):
        return None
    wait = LADDER[tries] * (1 + JITTER * chance)
    return max(wait, min(asked or timedelta(0), LONGEST_ASKED))
