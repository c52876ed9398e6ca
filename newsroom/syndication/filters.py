"""What a destination wants."""

from newsroom.releases.story import Story

from .models import Destination


def wants(destination: Destination, story: Story) -> bool:
    """Whether the story passes the destination's filter.

    An empty kind of filter lets everything pass; of a filled one at least one entry must fit.
    Regions and facilities are two ways to say where, so either may fit. Programmes and topics are
    compared by the names the edition carries. Asks no query where the filters are prefetched.
    """
    return (
        allowed(destination, story)
        and _from_there(destination, story)
        and _one_of({one.name for one in destination.programmes.all()}, story.programmes)
        and _one_of({one.name for one in destination.topics.all()}, story.topics)
    )


def allowed(destination: Destination, story: Story) -> bool:
    """Whether everybody in the story has agreed to be seen at this outlet."""
    return story.only_outlets is None or destination.outlet_id in story.only_outlets


def _from_there(destination: Destination, story: Story) -> bool:
    regions = {one.pk for one in destination.regions.all()}
    facilities = {one.pk for one in destination.facilities.all()}
    if not regions and not facilities:
        return True
    return story.place.region_id in regions or story.place.facility_id in facilities


def _one_of(wanted: set[str], carried: tuple[str, ...]) -> bool:
    return not wanted or not wanted.isdisjoint(carried)
