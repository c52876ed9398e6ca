"""The rules, each a pure function from a Matter to findings. New rule: new file, new line here.

A rule names its group and level, and in each finding the law or norm it serves. It sees texts only
as readings (matter.readings), which have taken the disguises off.
"""

from .attachments import attachments
from .day import DAY
from .faces import faces
from .identity_numbers import identity_numbers
from .language import language
from .people import PEOPLE
from .personal import PERSONAL
from .required_parts import required_parts
from .security import SECURITY
from .style import STYLE

RULES = (
    required_parts,
    identity_numbers,
    *PEOPLE,
    *PERSONAL,
    *SECURITY,
    *DAY,
    faces,
    attachments,
    language,
    *STYLE,
)

__all__ = ["RULES"]
