"""Why a step may be refused. Each carries a sentence for the person who tried it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from facilities.clocks import on_clock
from newsroom.safeguards import Finding

from .models import Release, Revision, Transition
from .workflow import LABELS


class Refusal(Exception):
    """A step that may not be taken; ``str()`` says what to do, in the reader's language."""


class StepNotLawful(Refusal):
    """The release does not stand where the step begins: somebody was faster, or never did."""

    def __init__(self, release: Release, last: Transition | None) -> None:
        if last is None:
            super().__init__(_("This step is not possible here."))
            return
        super().__init__(
            _(
                "This step is no longer possible: %(person)s already took the step "
                "“%(step)s” on %(hour)s. Please reload the page."
            )
            % {
                "person": last.by,
                "step": LABELS[last.step][1],
                "hour": on_clock(last.at, release.facility.time_zone),
            }
        )


class OutOfScope(Refusal):
    """The person's memberships do not reach this release."""

    def __init__(self) -> None:
        super().__init__(_("Your role does not cover this step for this facility."))


class SelfApproval(Refusal):
    """Nobody approves what they wrote or submitted."""

    def __init__(self) -> None:
        super().__init__(
            _("You wrote or submitted this text. Please ask another editor to approve it.")
        )


class HigherDeskNeeded(Refusal):
    """The risk asks for an editor with a wider scope."""

    def __init__(self, level: str) -> None:
        super().__init__(
            _("Because of its risk this release needs an editor of this desk: %(level)s.")
            % {"level": level}
        )


class RevisionMoved(Refusal):
    """The text changed after the person opened it."""

    def __init__(self, latest: Revision) -> None:
        super().__init__(
            _(
                "The text was changed by %(person)s on %(hour)s while you had it open. "
                "Nothing of yours is lost: compare with the newest text and try again."
            )
            % {"person": latest.by, "hour": on_clock(latest.at, latest.release.facility.time_zone)}
        )


class NotApproved(Refusal):
    """No standing approval of this very text."""

    def __init__(self) -> None:
        super().__init__(_("This text has no valid approval yet."))


class Held(Refusal):
    """Somebody asked to wait."""

    def __init__(self) -> None:
        super().__init__(_("This release is on hold. Lift the hold first."))


class Embargoed(Refusal):
    """The embargo has not ended."""

    def __init__(self, release: Release, until: datetime) -> None:
        super().__init__(
            _("This release is under embargo until %(hour)s.")
            % {"hour": on_clock(until, release.facility.time_zone)}
        )


class HourPassed(Refusal):
    """A schedule must lie in the future."""

    def __init__(self) -> None:
        super().__init__(_("Choose a time in the future."))


class NoteMissing(Refusal):
    """The step needs a sentence of reason."""

    def __init__(self) -> None:
        super().__init__(_("Please write a note: the others need to know why."))


class UrgencyForbidden(Refusal):
    """Children and deaths are never published before the second approval."""

    def __init__(self) -> None:
        super().__init__(
            _("Releases about children or a death are never published before approval.")
        )


class PhotoGone(Refusal):
    """Somebody else has taken the photo out of the text meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            _("This photo was taken out of the text meanwhile. Reload the page and add it again.")
        )


class FaceGone(Refusal):
    """Somebody else has taken the face's box away, or the photo was replaced."""

    def __init__(self) -> None:
        super().__init__(_("These faces were changed by somebody else meanwhile. Reload the page."))


class ConsentMissing(Refusal):
    """A face shown by consent needs one that is on file, valid, and given for faces."""

    def __init__(self) -> None:
        super().__init__(
            _("Choose a valid consent of your facility that allows the face to be shown.")
        )


class ConsentTakenBack(Refusal):
    """What readers see names or shows somebody who no longer agrees to it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody in the published text has taken their consent back. Publish the "
                "correction, or withdraw the release."
            )
        )


class SearchGoesOn(Refusal):
    """The service is still looking for faces."""

    def __init__(self) -> None:
        super().__init__(_("The service is still looking for faces. Please wait a moment."))


class AttachmentGone(Refusal):
    """It was taken out of the working text meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This attachment was removed meanwhile. Reload the page."))


class TooManyAttached(Refusal):
    """As many attachments as a release may have are there."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _("A release takes at most %(most)d attachments. Remove one first.") % {"most": most}
        )


class TooMuchToCheck(Refusal):
    """A document with more words than are checked."""

    def __init__(self) -> None:
        super().__init__(
            _("This document is too long to be checked. Attach the pages that matter.")
        )


class PhotosNotReady(Refusal):
    """Files for readers are still being made from the photos."""

    def __init__(self) -> None:
        super().__init__(_("The photos are still being prepared. Try again in a few seconds."))


class PhotoUnusable(Refusal):
    """A photo from which no files could be made, however often it was tried."""

    def __init__(self) -> None:
        super().__init__(
            _("A photo could not be prepared for readers. Remove it and upload it again.")
        )


class NotDismissible(Refusal):
    """A block or a finding to sign for is not the officer's to wave away."""

    def __init__(self) -> None:
        super().__init__(
            _("This finding cannot be left as it is. Change the text, or ask the regional office.")
        )


class NotOverrulable(Refusal):
    """Only a block that a person may judge can be let pass."""

    def __init__(self) -> None:
        super().__init__(_("Nobody can allow this. Please change the text."))


class ChildFreeMissing(Refusal):
    """The child gate applies and the approver has not signed for it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This release speaks of children. Read every text and look at every photo, then "
                "sign that nothing in it leads to a child."
            )
        )


class NotSigned(Refusal):
    """Findings that leave only with an approver's signature, and have none."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        reasons = "\n".join(str(finding.reason) for finding in findings)
        super().__init__(_("Each of these needs the approver's signature:") + "\n" + reasons)
        self.findings = tuple(findings)


class Blocked(Refusal):
    """Safeguards found something that must not leave, or a required part is missing."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding.reason) for finding in findings))
        self.findings = tuple(findings)
