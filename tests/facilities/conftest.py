"""A registry of a few facilities, and the whole one where a test needs it."""

import pytest

from facilities import registry
from facilities.loading import load
from facilities.models import Facility


@pytest.fixture
def whole_registry(db: None) -> None:
    """All facilities, names and programmes of the project's files."""
    load(registry.facilities(), registry.former_names(), registry.programmes())


@pytest.fixture
def tobelo(whole_registry: None) -> Facility:
    """One facility of the registry."""
    return Facility.objects.get(slug="lapas-tobelo")
