"""A wall around code whose bug must stop nothing else: formats, transports, safeguard rules."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import DatabaseError

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


def isolated(
    call: Callable[[], Answer], *expected: type[Exception], name: str
) -> Answer | Exception:
    """What the call answers, or the exception it ends with.

    ``expected`` are words of the trade; anything else is our own error and is logged under
    ``name``. Only the database's troubles pass through: they are nobody's answer.
    """
    try:
        return call()
    except DatabaseError:
        raise
    except expected as trouble:
        return trouble
    except Exception as error:  # the one broad except of the house
        logger.exception("%s broke", name)
        return error
