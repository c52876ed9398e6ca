"""The WordPress transport: photos first, then the post; updates in place; withdrawals seen gone."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.syndication.parcels import Parcel, Placed, Refused, Setting, TryLater, TryOut
from newsroom.syndication.transports.errand import TOTAL, WHILE_WAITING, Errand, secure

from .photos import Photos
from .posts import Choices, Posts
from .site import Item, NotSignedIn, Site


class WordPress:
    """Posts on a WordPress site, written by one account of it.

    Where the account may not publish, the post waits for the outlet's editors. A withdrawal moves
    the post to the trash, removes its photos and looks whether its page is gone.
    """

    slug = "wordpress"
    label = "WordPress"
    accepts: tuple[str, ...] = ("text/html",)
    carries_enclosures = True
    verifies_removal = True
    settings: tuple[Setting, ...] = (
        Setting(
            "url",
            gettext_lazy("address of the site"),
            gettext_lazy("The https:// address of the front page, without /wp-admin."),
        ),
        Setting(
            "user",
            gettext_lazy("user name"),
            gettext_lazy("The name the account signs in with; an Author may publish."),
        ),
        Setting(
            "password",
            gettext_lazy("application password"),
            gettext_lazy("Made in WordPress under Users > Profile > Application Passwords."),
            secret=True,
        ),
        Setting(
            "status",
            gettext_lazy("status of new posts"),
            gettext_lazy("publish, pending or draft; empty means publish."),
            required=False,
        ),
        Setting(
            "categories",
            gettext_lazy("category numbers"),
            gettext_lazy("The ids of categories there, divided by commas."),
            required=False,
        ),
        Setting(
            "tags",
            gettext_lazy("tag numbers"),
            gettext_lazy("The ids of tags there, divided by commas."),
            required=False,
        ),
    )

    def __init__(self, settings: Mapping[str, str]) -> None:
        self._settings = settings

    def place(self, parcel: Parcel) -> Placed:
        """Create, update or withdraw the post."""
        choices = Choices.read(self._settings)
        site = self._site()
        posts, photos = Posts(site, parcel, choices), Photos(site, parcel)
        if parcel.withdraws:
            return _withdraw(site, posts, photos, parcel)
        if parcel.document.content_type.partition(";")[0] not in self.accepts:
            raise Refused(_("WordPress takes the HTML format. Please change the destination."))
        try:
            return _put(posts, photos)
        except TryLater as later:
            later.uncertain = later.uncertain or site.changed  # look before doing it twice
            raise

    def try_out(self) -> TryOut:
        """Ask the site who we are there and what that account may do."""
        try:
            Choices.read(self._settings)
            account = self._site(WHILE_WAITING).get("users/me", context="edit")
        except NotSignedIn as denied:
            return TryOut(False, str(denied), _header_hints())
        except (TryLater, Refused) as error:
            return TryOut(False, str(error))
        return _verdict(account)

    def _site(self, deadline: timedelta = TOTAL) -> Site:
        missing = [
            str(one.label)
            for one in self.settings
            if one.required and not self._settings.get(one.name)
        ]
        if missing:
            reason = _("Please fill in: %(names)s.")
            raise Refused(reason % {"names": ", ".join(missing)})
        url = secure(self._settings["url"])
        return Site(url, self._settings["user"], self._settings["password"], Errand(deadline))


def _put(posts: Posts, photos: Photos) -> Placed:
    held = posts.held()
    try:
        photos.bring()
        post = posts.update(held, photos) if held else posts.create(photos)
    except Refused:
        photos.discard()
        raise
    notes = [posts.note(post), "" if photos.drop_old() else _photos_left()]
    if photos.forbidden:
        notes.append(_("The account may not upload photos; the text went without them."))
    return Placed(
        str(post["id"]),
        posts.public_url(post),
        media=tuple(str(one) for one in photos.here),
        note=" ".join(filter(None, notes)),
    )


def _withdraw(site: Site, posts: Posts, photos: Photos, parcel: Parcel) -> Placed:
    """Trash the post, remove the photos, and look. May be done again at any time."""
    held = parcel.replaces or posts.find()
    address = parcel.replaces_url or (posts.address_of(held) if held else "")
    if held:
        posts.trash(held)
    bare = photos.remove_all()
    gone = not address or site.is_gone(address)
    notes = [
        "" if held else _("Nothing of it was found there."),
        "" if bare else _photos_left(),
        "" if gone else _("Removed there, but its page still shows; perhaps from a cache."),
    ]
    return Placed(
        held or parcel.guid,
        address,
        note=" ".join(filter(None, notes)),
        removal_verified=gone and bare,
    )


def _photos_left() -> str:
    return _("The account may not remove photos there; please ask the outlet to.")


def _verdict(account: Item) -> TryOut:
    may = account.get("capabilities") or {}
    name = {"name": str(account.get("name", "")), "roles": ", ".join(account.get("roles") or [])}
    if not may.get("edit_posts"):
        return TryOut(
            False,
            _("Signed in as %(name)s (%(roles)s), but this account may not write posts.") % name,
        )
    if not may.get("publish_posts"):
        return TryOut(
            True,
            _("Signed in as %(name)s (%(roles)s). It may not publish: posts wait for the outlet.")
            % name,
            () if may.get("upload_files") else (_("It may not upload photos either."),),
        )
    return TryOut(True, _("Signed in as %(name)s (%(roles)s). It may publish.") % name)


def _header_hints() -> tuple[str, ...]:
    nginx = "fastcgi_param HTTP_AUTHORIZATION $http_authorization;"
    apache = "RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]"
    return (
        _("If the server is nginx, add to its PHP location: %(line)s") % {"line": nginx},
        _("If the server is Apache, add to .htaccess: %(line)s") % {"line": apache},
    )
