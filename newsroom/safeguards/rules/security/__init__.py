"""What would help somebody to break out, to break in, or to harm (UU 14/2008 art. 17, UU 22/2022).

Ordinary news of searches, roll calls and training passes; concrete details block.
"""

from .cameras import cameras
from .guarding import guard_strength
from .keys import keys
from .locations import high_risk_locations
from .premises import premises
from .secrets import secrets
from .transfers import transfers
from .weapons import weapons

SECURITY = (
    guard_strength,
    premises,
    keys,
    cameras,
    weapons,
    transfers,
    high_risk_locations,
    secrets,
)
