"""How texts call the offices that the almanac knows: "Dirjenpas", "Kalapas Purwakarta"."""

import re
from functools import lru_cache

from facilities.atlas import bare
from facilities.known import Holder, Known, Office

#: Kind of facility -> how its head is called, and how its kind is written.
_HEADS = {
    "lapas": (r"Kalapas", r"Lapas|Lembaga Pemasyarakatan|LP"),
    "lpp": (r"Kalapas|KaLPP", r"Lapas|LPP|Lembaga Pemasyarakatan"),
    "lpka": (r"KaLPKA|Ka\.?\s?LPKA", r"LPKA|Lembaga Pembinaan Khusus Anak"),
    "rutan": (r"Karutan", r"Rutan|Rumah Tahanan(?: Negara)?"),
    "bapas": (r"Kabapas", r"Bapas|Balai Pemasyarakatan"),
    "lpas": (r"KaLPAS", r"LPAS|Lembaga Penempatan Anak Sementara"),
    "rs": (r"Karumkit", r"RSU?|Rumah Sakit(?: Umum)?"),
}
_CLASS = r"(?:\s+K(?:elas|las|ls)\s+(?:I{1,3}|[123])\s?-?[AB]?\b)?"
_SPECIAL = r"(?:\s+(?:Perempuan|Wanita|Narkotika|Terbuka|Pemuda|Khusus))?"
_HEAD_OF_NAME = re.compile(
    rf"^(?:Lapas|LPP|LPKA|Rutan|Bapas|LPAS|RSU?){_SPECIAL}{_CLASS}\s+", re.IGNORECASE
)
_IN_BRACKETS = r"(?:\s*\([^()\n]{2,24}\))?"
_NATION = r"(?:\s+(?:RI|R\.I\.|Republik Indonesia|Kemenimipas|Kemenkumham))?"
_DIRECTOR = r"(?:Direktur Jenderal|Dirjen)\s+(?:Pe(?:r)?masyarakatan|PAS)|Dirjen\s?pas"
#: Long names of ministries as ministers' titles carry them -> their short ones.
_SHORT_MINISTRIES = {
    "Imigrasi dan Pemasyarakatan": (r"Imigrasi dan Pemasyarakatan|Imipas", "imipas"),
    "Hukum dan Hak Asasi Manusia": (
        r"Hukum dan Hak Asasi Manusia|Hukum (?:dan|&) HAM|Kumham",
        "kumham",
    ),
}
_PREFIX = (
    r"(?:(?P<prefix>(?:Pelaksana\s+Tugas|Pelaksana\s+Harian)(?:\s*\(?Pl[th]\.?\)?)?|Pl[th]\.?)\s*)?"
)

#: Whoever holds it, an office is one of these: its level and, in the ministry, its title.
OfficeKey = tuple[Office, str]


def office_of(holder: Holder) -> OfficeKey:
    """The office that a holder's row speaks of."""
    return holder.office, holder.title.casefold() if holder.office == "ministry" else ""


@lru_cache(maxsize=256)
def title_pattern(
    key: OfficeKey, title: str, kind: str, places: tuple[str, ...]
) -> re.Pattern[str]:
    """Finds the office in a text: groups "prefix" and "title"; for a head with class and place.

    ``places`` are those of the facility or region, by which its own head is told from others'.
    """
    here = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True) if place)
    place = rf"(?:\s+(?:{here})\b)?" if here else ""
    regional = r"Kakanwil|Kepala\s+(?:Kanwil|Kantor\s+Wilayah)"
    forms = {
        "directorate": rf"(?:{_DIRECTOR}){_IN_BRACKETS}{_NATION}",
        "ministry": rf"(?:{_ministerial(title)}){_IN_BRACKETS}{_NATION}",
        "region": rf"(?:{regional}){_OWNER}{_IN_BRACKETS}{place}",
        "facility": _head(kind) + place,
    }
    return re.compile(rf"(?<![\w-]){_PREFIX}(?P<title>{forms[key[0]]})(?![\w-])", re.IGNORECASE)


_OWNER = (
    r"(?:\s+(?:Kemenkumham|Ditjen\s?pas|Ditjen Pemasyarakatan|Direktorat Jenderal Pemasyarakatan"
    r"|Kementerian Hukum dan HAM))?"
)


def _head(kind: str) -> str:
    short, long = _HEADS.get(kind, _HEADS["lapas"])
    return rf"(?:(?:{short})|Kepala\s+(?:{long})){_IN_BRACKETS}{_SPECIAL}{_CLASS}{_IN_BRACKETS}"


def _ministerial(title: str) -> str:
    """ "Wakil Menteri X" and its short forms; "Menteri X" does not stand in "Wakil Menteri X"."""
    vice = title.casefold().startswith("wakil ")
    name = re.sub(r"^(?:Wakil\s+)?Menteri\s+", "", title, flags=re.IGNORECASE)
    before = r"(?:Wakil\s+Menteri|Wamen)" if vice else r"(?<!Wakil\s)Menteri"
    if name not in _SHORT_MINISTRIES:
        return rf"{before}\s+{re.escape(name)}"
    forms, glued = _SHORT_MINISTRIES[name]
    return rf"{before}\s+(?:{forms})|{'Wamen' if vice else 'Men'}{glued}"


def places_of(key: OfficeKey, known: Known) -> tuple[str, ...]:
    """The places that may follow the title."""
    if key[0] == "facility":
        called = {_HEAD_OF_NAME.sub("", name) for name in known.names}
        return tuple(sorted({known.city, bare(known.regency), *called}))
    if key[0] == "region":
        return tuple(sorted({known.province, re.sub(r"^Kanwil(?: Ditjenpas)? ", "", known.region)}))
    return ()
