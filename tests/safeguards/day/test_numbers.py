"""Numbers of one story agree with each other."""

import pytest

from newsroom.safeguards.rules.day.number_words import parse, spelled
from tests.safeguards.day.judging import found, mended


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("10 (sebelas)", ("10 (sepuluh)", "11 (sebelas)")),
        ("dua puluh lima (24)", ("dua puluh empat (24)", "dua puluh lima (25)")),
        ("1.250 (seribu dua ratus)",
         ("1.250 (seribu dua ratus lima puluh)", "1.200 (seribu dua ratus)")),
    ],
)  # fmt: skip
def test_digits_and_words_that_differ_are_pointed_out(text: str, ways: tuple[str, ...]) -> None:
    assert [one.replacements for one in found("digits_and_words", body=f"Ada {text} orang.")] == [
        ways
    ]


@pytest.mark.parametrize(
    "text",
    [
        "10 (sepuluh)",
        "dua puluh lima (25)",
        "1.250 (seribu dua ratus lima puluh)",
        "tahun 2020 (dua kegiatan)",
        "Pasal 7 (tujuh) dan 8 (delapan)",
        "sepuluh (lihat lampiran)",
        "10 (dua puluh puluh)",
    ],
)
def test_digits_and_words_that_agree_pass(text: str) -> None:
    assert mended("digits_and_words", f"Ada {text} orang.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kegiatan diikuti 150 peserta: 100 pria dan 40 wanita.",
        "Sebanyak 25 orang terdiri atas 10 pegawai dan 14 warga binaan hadir.",
        "Sebanyak dua puluh lima orang yang terdiri dari sepuluh guru dan empat belas murid.",
        "Sebanyak 120 orang menerima remisi. Rinciannya, 96 orang RU I dan 14 orang RU II.",
        "Panen 45 kilogram sayur, yakni 20 kilogram kangkung dan 20 kg bayam.",
        "Ada 60 peserta, yaitu 20 pegawai, 20 mahasiswa, serta 10 tamu.",
        "Sebanyak 30 peserta dilatih. Mereka terdiri atas 18 warga binaan dan 15 pegawai.",
        "Sebanyak 30 peserta dilatih. Para peserta terdiri dari 18 pria dan 15 wanita.",
    ],
)
def test_parts_that_do_not_add_up_are_pointed_out(text: str) -> None:
    assert len(found("totals", body=text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kegiatan diikuti 150 peserta: 100 pria dan 50 wanita.",
        "Kegiatan diikuti 150 peserta dari 54 unit dan 20 instansi.",
        "Sebanyak 25 orang terdiri atas 10 pegawai, 14 warga binaan, dan kepala.",
        "Sebanyak 25 orang, antara lain: 10 pegawai dan 14 warga binaan.",
        "Kegiatan terbagi dalam 3 sesi: 20 peserta pagi dan 25 peserta siang.",
        "Sebanyak 25 orang dilatih: 2 hari teori dan 3 hari praktik.",
        "Sebanyak 120 orang menerima remisi. Rinciannya, 106 orang RU I dan 14 orang RU II.",
        "Ada 60 peserta, yakni 20 pegawai (10 pria dan 10 wanita) dan 40 tamu.",
        "Layanan dibuka pukul 08.00: 20 orang pagi dan 30 orang siang.",
        "Panen 45 kilogram sayur: 20 kilogram dijual dan sisanya 30 kilogram dimasak.",
        "Sebanyak 100 orang hadir, yakni 30 pegawai dan 20 tamu undangan.",
        "Sebanyak 30 peserta dilatih. Panitia terdiri atas 10 pegawai dan 10 mahasiswa.",
        "Sebanyak 30 peserta dilatih. Mereka terdiri atas 15 warga binaan dan 15 pegawai.",
        "Kapasitasnya 118 orang, dihuni 187 orang.",
    ],
)
def test_parts_that_add_up_or_are_not_all_pass(text: str) -> None:
    assert found("totals", body=text) == []


def test_a_total_may_stand_in_the_lead_and_its_parts_in_the_body() -> None:
    body = "Rinciannya, 96 orang memperoleh RU I dan 14 orang RU II."
    assert len(found("totals", lead="Sebanyak 120 orang menerima remisi.", body=body)) == 1
    assert found("totals", lead="Sebanyak 110 orang menerima remisi.", body=body) == []


@pytest.mark.parametrize(
    ("headline", "lead", "slip"),
    [
        ("Lapas Panen 40 Kilogram Sayur", "Lapas memanen 45 kilogram sayur.", [("40", "45")]),
        ("Lapas Panen 40 Kg", "Lapas memanen 45 kilogram sayur.", [("40", "45")]),
        ("120 Warga Binaan Terima Remisi", "Sebanyak 125 warga binaan menerima.", [("120", "125")]),
        ("Lapas Panen 40 Kilogram Sayur", "Lapas memanen 40 kilogram sayur.", []),
        ("Lapas Panen 40 Kilogram Sayur", "Lapas memanen 45 kilogram cabai.", []),
        ("10 Warga Binaan Bebas", "Dari 150 warga binaan, sepuluh orang bebas.", []),
        ("10 Warga Binaan Bebas", "Ada 150 warga binaan dan 20 warga binaan lain.", []),
        ("Lapas Ikuti 13 Program Akselerasi", "Lapas mengikuti 15 program aksi.", []),
        ("Lapas Panen 1,5 Ton Jagung", "Lapas memanen 2 ton jagung.", []),
        ("Lapas Panen Sayur", "Lapas memanen 45 kilogram sayur.", []),
    ],
)
def test_the_headlines_number_is_the_storys(
    headline: str, lead: str, slip: list[tuple[str, str]]
) -> None:
    said = found("headline_numbers", headline=headline, lead=lead)
    assert [(one.excerpt, one.replacements[0]) for one in said] == slip


@pytest.mark.parametrize("number", [*range(0, 130), 199, 200, 999, 1000, 1999, 25_117, 999_999])
def test_a_spelled_number_reads_as_itself(number: int) -> None:
    assert parse(spelled(number)) == number


@pytest.mark.parametrize("text", ["", "puluh", "dua tiga", "dua kali", "belas dua", "satu " * 40])
def test_words_that_spell_no_number_are_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Penghuni turun dari 812 menjadi 745 orang. Penurunan terjadi setelah 47 orang pindah.",
         [("47", "67")]),
        ("Penghuni turun dari 812 menjadi 745 orang. Penurunan terjadi setelah 67 orang pindah.",
         []),
        ("Penghuni turun dari 812 menjadi 745 orang. Kemudian 10 orang datang.", []),
        ("Penghuni turun. Penurunan terjadi setelah 47 orang pindah.", []),
        ("Nilai naik dari 1.200 ke 1.250. Kenaikan itu dicapai dalam 3 bulan.", []),
    ],
)  # fmt: skip
def test_a_change_is_as_large_as_its_cause(text: str, slips: list[tuple[str, str]]) -> None:
    assert mended("changes", text) == slips
