"""Rules on people: children and those around them, inmates and detainees, names nobody knows."""

from .child_names import child_names
from .child_traces import child_traces
from .inmates import inmates
from .law_terms import law_terms
from .perpetrators import perpetrators
from .unknown_people import unknown_people

PEOPLE = (child_names, child_traces, inmates, perpetrators, unknown_people, law_terms)

__all__ = ["PEOPLE"]
