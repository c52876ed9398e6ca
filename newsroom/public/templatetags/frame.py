"""The parts of the frame that are the same for all readers: rendered once a process."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def masthead(section: str = "") -> SafeString:
    """Name and navigation; ``section`` is the entry that is current."""
    return _rendered("public/_masthead.html", section, get_language())


@register.simple_tag
def footer() -> SafeString:
    """The foot of the page."""
    return _rendered("public/_footer.html", "", get_language())


@lru_cache(maxsize=32)
def _rendered(name: str, section: str, language: str) -> SafeString:
    """The language is not used here, but it is what the words depend on."""
    return render_to_string(name, {"section": section})
