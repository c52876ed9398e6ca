"""The sample accounts. Their names say that they are samples."""

from dataclasses import dataclass
from typing import Any

from facilities.models import Facility
from newsroom.contributors.models import Contributor, Membership, Role, Scope, User

_HOME = "LPKA Kelas II Palangka Raya"


@dataclass(frozen=True, slots=True)
class Account:
    """What the terminal prints for one account."""

    email: str
    name: str
    part: str


_ACCOUNTS = (
    Account("penulis@contoh.example", "Penulis Contoh", "Penulis di LPKA Kelas II Palangka Raya"),
    Account("wilayah@contoh.example", "Editor Wilayah Contoh", "Editor Kanwil Kalimantan Tengah"),
    Account("pusat@contoh.example", "Editor Pusat Contoh", "Editor nasional"),
    Account("admin@contoh.example", "Administrator Contoh", "Administrator"),
)


def accounts() -> list[Account]:
    """The four sample accounts in the order a story passes them."""
    return list(_ACCOUNTS)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: the four users."""

    writer: User
    regional: User
    national: User
    administrator: User

    @classmethod
    def assemble(cls, password: str) -> "Cast":
        """Make the users and memberships that are missing."""
        home = Facility.objects.select_related("region").get(name=_HOME)
        places: tuple[dict[str, Any], ...] = (
            {"role": Role.WRITER, "scope": Scope.FACILITY, "facility": home},
            {"role": Role.EDITOR, "scope": Scope.REGION, "region": home.region},
            {"role": Role.EDITOR, "scope": Scope.NATIONAL},
            {"role": Role.MANAGER, "scope": Scope.NATIONAL},
        )
        pairs = zip(_ACCOUNTS, places, strict=True)
        users = [_user(account, place, password) for account, place in pairs]
        User.objects.filter(pk=users[3].pk).update(is_superuser=True)
        return cls(*users)


def byline_of(facility: Facility) -> Contributor:
    """The PR team's byline of a facility."""
    team, _created = Contributor.objects.get_or_create(
        slug=f"humas-{facility.slug}"[:140],
        defaults={"name": f"Humas {facility.name}", "facility": facility},
    )
    return team


def _user(account: Account, place: dict[str, Any], password: str) -> User:
    user = User.objects.filter(email=account.email).first()
    if user is None:
        user = User.objects.create_user(account.email, password, full_name=account.name)
        Membership.objects.create(user=user, **place)
    return user
