"""A caption says who is seen, what happens and where (C14)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter

SHORTEST = 5
#: Somebody or some place: a name, or the people and rooms of the service.
_TOLD = re.compile(
    r"(?<=\w )[A-Z]\w|(?i:\b(?:petugas|pegawai|warga|narapidana|tahanan|peserta|anak|keluarga"
    r"|kepala|kalapas|karutan|tamu|wartawan|aula|kebun|dapur|lapangan|blok|bengkel|klinik|masjid"
    r"|gereja|musala|kantor|halaman|ruang)\b)"
)


def captions(matter: Matter) -> Iterator[Finding]:
    """A suggestion for each caption that names neither a person nor a place."""
    for reading in matter.readings:
        if not (reading.place.startswith("photos.") and reading.place.endswith(".caption")):
            continue
        if len(reading.clear.split()) < SHORTEST or not _TOLD.search(reading.clear):
            yield reading.whole(
                rule="caption_says_little",
                group=Group.LANGUAGE,
                level=Level.SUGGESTION,
                reason=_("Say in the caption who is seen, what happens, where and when."),
                source="Gaya siaran pers",
            )
