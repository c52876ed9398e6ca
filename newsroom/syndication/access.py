"""The doorman of syndication: the only way from a person to a destination or a delivery."""

from django.db.models import Q, QuerySet
from django.http import Http404

from newsroom.contributors.access import Somebody, covers, sees_all
from newsroom.contributors.models import Role, User
from newsroom.press.access import outlets_of
from newsroom.releases.access import shown
from newsroom.releases.models import Release

from .models import Delivery, Destination


def destinations_of(user: Somebody, role: Role = Role.MANAGER) -> QuerySet[Destination]:
    """Destinations of the outlets the user looks after with at least that role."""
    return Destination.objects.filter(outlet__in=outlets_of(user, role))


def deliveries(user: Somebody) -> QuerySet[Delivery]:
    """Deliveries of the releases the user may see and to the destinations they look after."""
    rows = Delivery.objects.all()
    if sees_all(user, Role.WRITER):  # spares the database a look into every release
        return _told(rows)
    theirs = shown(user) | Q(destination__in=destinations_of(user, Role.EDITOR))
    return _told(rows.filter(theirs))


def deliveries_of(user: Somebody, release: Release) -> QuerySet[Delivery]:
    """All deliveries of one release, newest edition first; none where it is not theirs to see.

    Each comes with its edition, destination, outlet, receipt and prefetched attempts: two queries.
    """
    found = Delivery.objects.filter(shown(user), release=release)
    ordered = found.order_by("-number", "destination__outlet__name", "destination__name")
    return _told(ordered).prefetch_related("attempts")


def holders_of(release: Release) -> list[str]:
    """Names of the outlets that have, or may have, the release; for whoever may see it."""
    names = Delivery.objects.filter(release=release).reached()
    return sorted(set(names.values_list("destination__outlet__name", flat=True)))


def delivery_for(user: Somebody, pk: int) -> Delivery:
    """The delivery, or Http404 where it does not exist or is not the user's to see."""
    found = deliveries(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_steer(user: Somebody, delivery: Delivery) -> bool:
    """Whether the user may ask for another try or take the delivery over.

    Editors of the release's facility may, and whoever manages the outlet.
    """
    if not isinstance(user, User):
        return False
    if covers(user, delivery.release.facility, Role.EDITOR):
        return True
    return destinations_of(user).filter(pk=delivery.destination_id).exists()


def _told(rows: QuerySet[Delivery]) -> QuerySet[Delivery]:
    return rows.select_related(
        "edition", "release__facility", "destination__outlet", "receipt", "taken_over_by"
    )
