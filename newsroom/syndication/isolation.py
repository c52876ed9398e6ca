"""A wall around formats and transports, so that a bug in one of them stops nothing else."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import DatabaseError

from .parcels import Refused, TryLater

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


def isolated(call: Callable[[], Answer]) -> Answer | Exception:
    """What the call answers, or the exception it ends with.

    TryLater and Refused are words of the trade; anything else is our own error and is logged. Only
    the database's troubles pass through: they are nobody's answer, and the lease brings the work
    back.
    """
    try:
        return call()
    except DatabaseError:
        raise
    except (TryLater, Refused) as trouble:
        return trouble
    except Exception as error:  # the one broad except of the house
        logger.exception("A format or transport broke")
        return error
