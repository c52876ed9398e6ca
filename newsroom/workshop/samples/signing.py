"""The signature of a sample editor, who has read every text and looked at every photo."""

import json
from datetime import datetime

from newsroom.releases.actions import Signature
from newsroom.releases.judging import judged
from newsroom.releases.matter import concerns_children
from newsroom.releases.models import Revision


def whole_signature(revision: Revision, *, at: datetime) -> Signature:
    """All that an approver of this revision can be asked to sign."""
    content = json.loads(revision.content)
    found = judged(revision.release, content, at=at)
    wanted = tuple(one.finding.fingerprint for one in found if one.wants_a_signature)
    return Signature(child_free=concerns_children(content), findings=wanted)
