"""Who writes, and what each may do: users, bylines, memberships."""

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility, Region

#: The rows that people may take away; everything else stays for ever (docs/design.md, 3.8).
REMOVABLE = frozenset({"contributors.delete_membership", "facilities.delete_alias"})


class People(BaseUserManager["User"]):
    """Makes users; e-mail addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who signs in by e-mail. Without a password nobody can sign in yet."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator of the installation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Sign-in does not care for capitals."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in by e-mail. What they may do stands in their memberships."""

    email = models.EmailField(_("e-mail"), unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may enter the desk"), default=True)
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = People()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["full_name"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_is_unique_without_case")
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """As Django asks, except that administrators too remove only what may be removed."""
        if self.is_superuser and ".delete_" in perm and perm not in REMOVABLE:
            return False
        return super().has_perm(perm, obj)

    @cached_property
    def held_memberships(self) -> list["Membership"]:
        """All memberships, read once for the life of this object (one request, one task)."""
        return list(self.memberships.all())

    def get_full_name(self) -> str:
        """The name as Django's own pages ask for it."""
        return self.full_name

    def get_short_name(self) -> str:
        """The first word of the name."""
        return self.full_name.split(" ")[0]


class Contributor(models.Model):
    """A byline: a person, or the PR team of a unit. Staff may go; their bylines stay."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        UNIT = "unit", _("PR team of a unit")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices, default=Kind.UNIT)
    name = models.CharField(_("name"), max_length=120)
    initials = models.CharField(_("initials"), max_length=8, blank=True)
    slug = models.SlugField(_("slug"), max_length=140, unique=True)
    about = models.TextField(_("about"), blank=True)
    facility = models.ForeignKey(
        Facility,
        models.PROTECT,
        related_name="contributors",
        verbose_name=_("facility"),
        null=True,
        blank=True,
    )
    user = models.OneToOneField(
        User,
        models.SET_NULL,
        related_name="contributor",
        verbose_name=_("user"),
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="contributor_kind_is_known", condition=Q(kind__in=["person", "unit"])
            ),
            models.CheckConstraint(
                name="contributor_team_has_no_single_user",
                condition=~Q(kind="unit", user__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public profile page."""
        return reverse("public:contributor", args=[self.slug])


class Role(models.TextChoices):
    """What a membership lets a person do; each includes the ones before it."""

    WRITER = "writer", _("Writer")
    EDITOR = "editor", _("Editor")
    MANAGER = "manager", _("Manager")


class Scope(models.TextChoices):
    """How far a membership reaches."""

    FACILITY = "facility", _("Facility")
    REGION = "region", _("Region")
    NATIONAL = "national", _("National")


class Membership(models.Model):
    """A user's role over one facility, one region with all its facilities, or all of them."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=8, choices=Role.choices)
    scope = models.CharField(_("scope"), max_length=8, choices=Scope.choices)
    facility = models.ForeignKey(
        Facility,
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("facility"),
        null=True,
        blank=True,
    )
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("region"),
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                name="membership_scope_names_its_place",
                condition=Q(scope="facility", facility__isnull=False, region__isnull=True)
                | Q(scope="region", facility__isnull=True, region__isnull=False)
                | Q(scope="national", facility__isnull=True, region__isnull=True),
            ),
            models.CheckConstraint(
                name="membership_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.UniqueConstraint(
                fields=["user", "facility"],
                condition=Q(scope="facility"),
                name="membership_is_given_once_a_facility",
            ),
            models.UniqueConstraint(
                fields=["user", "region"],
                condition=Q(scope="region"),
                name="membership_is_given_once_a_region",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(scope="national"),
                name="membership_is_given_once_nationally",
            ),
        ]

    def __str__(self) -> str:
        place = self.facility or self.region or self.get_scope_display()
        return f"{self.get_role_display()}, {place}"
