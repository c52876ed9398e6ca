"""A partner outlet in memory: a transport that keeps what it was given and answers as told."""

from collections.abc import Callable, Mapping

from newsroom.syndication.parcels import Parcel, Placed, Setting, TryOut

Answer = Placed | Exception | Callable[[Parcel], Placed]


class Partner:
    """What all transports of one test share."""

    def __init__(self) -> None:
        self.inbox: list[Parcel] = []
        self.answers: list[Answer] = []
        self.settings: list[dict[str, str]] = []
        self.works = TryOut(works=True, message="Tersambung.")

    def take(self, parcel: Parcel) -> Placed:
        """The next answer in the list; where it is empty, acceptance."""
        self.inbox.append(parcel)
        answer = self.answers.pop(0) if self.answers else self.accept(parcel)
        if isinstance(answer, Exception):
            raise answer
        return answer(parcel) if callable(answer) else answer

    def accept(self, parcel: Parcel) -> Placed:
        """It keeps its id for an item it already has."""
        remote = parcel.replaces or f"item-{len(self.inbox)}"
        return Placed(remote, f"https://media.example/{remote}", removal_verified=parcel.withdraws)

    def transport(self, *, verifies: bool = True) -> type:
        """A transport class that carries to this partner."""
        partner = self

        class ToPartner:
            slug = "partner"
            label = "Mitra uji"
            settings = (
                Setting("url", "Alamat"),
                Setting("secret", "Rahasia", secret=True),
                Setting("previous_secret", "Rahasia lama", secret=True, required=False),
            )
            accepts: tuple[str, ...] = ()
            carries_enclosures = True
            verifies_removal = verifies

            def __init__(self, settings: Mapping[str, str]) -> None:
                partner.settings.append(dict(settings))

            def place(self, parcel: Parcel) -> Placed:
                return partner.take(parcel)

            def try_out(self) -> TryOut:
                return partner.works

        return ToPartner
