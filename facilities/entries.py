"""What a look-up answers: entries, mentions, and names that do not lead to one facility."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _


class Entry(NamedTuple):
    """A facility as look-ups name it. ``pk`` is None where the registry is not loaded."""

    pk: int | None
    name: str
    city: str

    def __str__(self) -> str:
        return self.name


class FacilityNotFound(LookupError):
    """A name does not lead to one facility. ``candidates`` are those that may be meant."""

    def __init__(self, name: str, candidates: tuple[Entry, ...]) -> None:
        super().__init__(self.reason(name, ", ".join(map(str, candidates))))
        self.name = name
        self.candidates = candidates

    def reason(self, name: str, candidates: str) -> str:
        """What is wrong and what to do, for the person who typed the name."""
        raise NotImplementedError


class UnknownFacility(FacilityNotFound):
    """No facility bears the name; the candidates bear similar ones."""

    def reason(self, name: str, candidates: str) -> str:
        """Similar names, if any."""
        if candidates:
            return _("“%(name)s” is not in the registry. Do you mean: %(candidates)s?") % {
                "name": name,
                "candidates": candidates,
            }
        return _("“%s” is not in the registry. Check how the facility's name is written.") % name


class AmbiguousFacility(FacilityNotFound):
    """Several facilities bear the name."""

    def reason(self, name: str, candidates: str) -> str:
        """The facilities to choose from."""
        return _("“%(name)s” is the name of several facilities. Choose one: %(candidates)s.") % {
            "name": name,
            "candidates": candidates,
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names a facility; several entries where the name is ambiguous.

    ``start`` and ``end`` (exclusive) count characters of the text.
    """

    text: str
    start: int
    end: int
    entries: tuple[Entry, ...]
