"""WartaPas: the newsroom of Indonesia's correctional facilities."""

__version__ = "0.1.0"
