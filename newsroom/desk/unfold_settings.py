"""How unfold dresses the desk: name, colours, and the sidebar grouped by what people come to do."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def _allows(permission: str) -> Any:
    def allowed(request: HttpRequest) -> bool:
        return request.user.has_perm(permission)

    return allowed


def _item(title: Any, icon: str, link: str, permission: str = "") -> dict[str, Any]:
    item = {"title": title, "icon": icon, "link": reverse_lazy(link)}
    return item | ({"permission": _allows(permission)} if permission else {})


def _group(title: Any, *items: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "separator": True, "items": list(items)}


_NAVIGATION = [
    _group(
        pgettext_lazy("desk menu", "Releases"),
        _item(_("What waits for me"), "inbox", "admin:index"),
        _item(_("All releases"), "article", "admin:releases_release_changelist"),
        _item(_("Write a release"), "edit_square", "desk:write", "releases.add_release"),
        _item(_("Paste a finished text"), "content_paste", "desk:paste", "releases.add_release"),
        _item(_("Consents"), "handshake", "desk:consents", "safeguards.view_consent"),
        _item(_("Writing habits"), "spellcheck", "desk:habits", "releases.add_release"),
        _item(_("Topics"), "sell", "admin:releases_topic_changelist", "releases.change_topic"),
    ),
    _group(
        pgettext_lazy("desk menu", "Facilities"),
        _item(
            _("Facilities"),
            "location_city",
            "admin:facilities_facility_changelist",
            "facilities.view_facility",
        ),
        _item(
            _("Regions"),
            "map",
            "admin:facilities_region_changelist",
            "facilities.view_region",
        ),
        _item(
            _("Programmes"),
            "flag",
            "admin:facilities_programme_changelist",
            "facilities.view_programme",
        ),
    ),
    _group(
        pgettext_lazy("desk menu", "Outlets and destinations"),
        _item(
            _("Outlets"),
            "feed",
            "admin:press_outlet_changelist",
            "press.view_outlet",
        ),
        _item(
            _("Destinations"),
            "send",
            "admin:syndication_destination_changelist",
            "syndication.view_destination",
        ),
        _item(
            _("Deliveries"),
            "local_shipping",
            "admin:syndication_delivery_changelist",
            "syndication.view_delivery",
        ),
    ),
    _group(
        pgettext_lazy("desk menu", "People"),
        _item(
            _("Users and memberships"),
            "group",
            "admin:contributors_user_changelist",
            "contributors.view_user",
        ),
        _item(
            _("Contributors"),
            "badge",
            "admin:contributors_contributor_changelist",
            "contributors.view_contributor",
        ),
    ),
]

#: Deep blue-green of the service with a cool grey; steps are near those of the public pages.
_PRIMARY = {
    "50": "oklch(97.5% .012 215)",
    "100": "oklch(94% .025 215)",
    "200": "oklch(88% .045 215)",
    "300": "oklch(79% .065 215)",
    "400": "oklch(68% .08 215)",
    "500": "oklch(56% .08 216)",
    "600": "oklch(43% .07 218)",
    "700": "oklch(38.5% .062 219)",
    "800": "oklch(33% .053 220)",
    "900": "oklch(28.5% .045 221)",
    "950": "oklch(22% .035 222)",
}

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": _("WartaPas · Editorial desk"),
    "SITE_HEADER": "WartaPas",
    "SITE_SUBHEADER": _("Editorial desk"),
    "SITE_SYMBOL": "newspaper",
    "SITE_URL": "/",
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda request: static("public/mark.svg"),
        }
    ],
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": False,
    "BORDER_RADIUS": "6px",
    "COLORS": {"primary": _PRIMARY},
    "STYLES": [lambda request: static("desk/desk.css")],
    "SCRIPTS": [
        lambda request: static("desk/kept.js"),
        lambda request: static("desk/desk.js"),
    ],
    "DASHBOARD_CALLBACK": "newsroom.desk.dashboard.waiting",
    "SIDEBAR": {"show_search": False, "show_all_applications": False, "navigation": _NAVIGATION},
    "ACCOUNT": {
        "navigation": [
            {"title": _("Change password"), "link": reverse_lazy("account_change_password")},
            {"title": _("Second factor"), "link": reverse_lazy("mfa_index")},
        ]
    },
}
