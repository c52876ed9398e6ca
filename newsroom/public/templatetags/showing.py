"""How photos are shown, stories shared and machines told what a page is."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from newsroom.lib.addresses import absolute
from newsroom.lib.images import OUTLET_WIDTH
from newsroom.releases.story import Picture, Story

from .reading import iso, local

register = template.Library()

#: As json_script escapes: nothing in a story can end the script element.
_JSON_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
_TYPES = ("image/avif", "image/webp", "image/jpeg")


@register.simple_tag
def photo(picture: Picture, sizes: str, *, eager: bool = False) -> SafeString:
    """A <picture> in every format the photo has; "" where no file is public (yet).

    ``sizes`` as in HTML. Width and height are given, so nothing moves when the photo arrives; the
    focal point becomes two classes, because the page's policy forbids style attributes.
    """
    if not picture.files:
        return SafeString("")
    offers = [(kind, _srcset(picture, kind)) for kind in _TYPES]
    sources = [(kind, srcset, sizes) for kind, srcset in offers[:-1] if srcset]
    largest = picture.files[-1]
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" '
        'class="fx{} fy{}" {}></picture>',
        format_html_join("", '<source type="{}" srcset="{}" sizes="{}">', sources),
        local(_fallback(picture)),
        offers[-1][1],
        sizes,
        largest.width,
        largest.height,
        picture.alt,
        *(round(part * 10) for part in picture.focal),
        SafeString('fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'),
    )


@register.simple_tag
def full(path: str) -> str:
    """The full address of a path of this site."""
    return absolute(path)


@register.simple_tag
def share_image(story: Story) -> str:
    """The full address of the picture that other sites show beside a link to this story."""
    files = [one for picture in story.pictures[:1] for one in picture.files]
    jpegs = [one for one in files if one.content_type == "image/jpeg"]
    if not jpegs:
        return absolute(static("public/share.png"))
    return min(jpegs, key=lambda one: abs(one.width - OUTLET_WIDTH)).url


@dataclass(frozen=True, slots=True)
class Share:
    """One way to pass a story on."""

    name: str
    url: str


@register.simple_tag
def shares(story: Story) -> list[Share]:
    """Plain links, WhatsApp first: that is how most readers here pass things on."""
    both = f"{story.headline}\n{story.url}"
    return [
        Share("WhatsApp", f"https://wa.me/?{_query(text=both)}"),
        Share("Telegram", f"https://t.me/share/url?{_query(url=story.url, text=story.headline)}"),
        Share("Facebook", f"https://www.facebook.com/sharer/sharer.php?{_query(u=story.url)}"),
        Share("X", f"https://x.com/intent/post?{_query(text=story.headline, url=story.url)}"),
        Share(_("E-mail"), f"mailto:?{_query(subject=story.headline, body=both)}"),
    ]


@register.simple_tag
def news_article(story: Story) -> SafeString:
    """The story as schema.org NewsArticle, for a script element of type application/ld+json."""
    text = json.dumps(_news_article(story), ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_JSON_ESCAPES))  # noqa: S308 - escaped just now


def _news_article(story: Story) -> dict[str, Any]:
    zone = story.place.time_zone
    corrections = [
        {"@type": "CorrectionComment", "text": one.note, "datePublished": iso(one.at, zone)}
        for one in story.changes
        if one.kind == "correction"
    ]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": story.guid,
        "url": story.url,
        "mainEntityOfPage": story.url,
        "headline": story.headline,
        "description": story.lead,
        "inLanguage": story.language,
        "dateline": story.dateline_place,
        "datePublished": iso(story.first_published_at, zone),
        "dateModified": iso(story.published_at, zone),
        "version": story.number,
        "image": [share_image(story)],
        "keywords": [*story.programmes, *story.topics],
        "author": [
            {
                "@type": "Person" if one.kind == "person" else "Organization",
                "name": one.name,
                "url": one.url,
            }
            for one in story.bylines
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": "WartaPas", "url": absolute("/")},
        "sourceOrganization": {
            "@type": "GovernmentOrganization",
            "name": story.place.facility,
            "url": story.place.facility_url,
        },
        **({"correction": corrections} if corrections else {}),
    }


def _srcset(picture: Picture, kind: str) -> str:
    files = (one for one in picture.files if one.content_type == kind)
    return ", ".join(f"{local(one.url)} {one.width}w" for one in files)


def _fallback(picture: Picture) -> str:
    jpegs = [one.url for one in picture.files if one.content_type == "image/jpeg"]
    return (jpegs or [picture.files[-1].url])[len(jpegs) // 2 if jpegs else 0]


def _query(**parts: str) -> str:
    return urlencode(parts, quote_via=quote)
