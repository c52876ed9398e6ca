"""Who is named in a text: personal names, told apart from places, offices, institutions and events.

Pure and linear. ``census_of`` reads all fields of a release together, because a name is introduced
once with its office and then stands alone; ``disguised`` finds names one already knows.
"""

from .census import Census, census_of
from .found import Name

__all__ = ["Census", "Name", "census_of"]
