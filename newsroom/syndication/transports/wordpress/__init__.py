"""WordPress by its REST interface, with an application password."""

from .transport import WordPress

__all__ = ["WordPress"]
