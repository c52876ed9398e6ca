"""People in custody stay unnamed and unjudged; staff, partners and crafts pass."""

from datetime import date

import pytest

from newsroom.safeguards import STOPS, Field, Finding, Group, Level, Matter, Person, check


def found(text: str, *people: Person, place: str = "body") -> list[Finding]:
    """What the inmate rules say of one field of a Lapas."""
    matter = Matter(
        (Field(place, text),), event_date=date(2026, 5, 4), parts_asked=False, people=people
    )
    return [one for one in check(matter) if one.group is Group.INMATE]


@pytest.mark.parametrize(
    "text",
    [
        "Rutan menerima pelimpahan tersangka korupsi dana desa, Sukirno, dari Kejaksaan.",
        "Bambang Wijanarko mendapat remisi tiga bulan dan langsung bebas.",
        "“Saya bersyukur,” ujar Hendra, narapidana kasus narkotika.",
        "Napi berinisial TR kabur dari Lapas.",
        "Seorang tahanan (AG, 29) jatuh sakit.",
        "Jenazah almarhum Sumantri, warga binaan Blok B, diserahkan kepada keluarga.",
        "Klien Bapas bernama Doni Saputra membuka bengkel.",
        "Petugas mengawal tahanan yang merupakan pelaku pembunuhan ke persidangan.",
        "Dua penjahat yang sedang menunggu sidang dipindahkan.",
        "Terdakwa Sulaiman menghadiri sidang daring.",
        "Batik karya Sumarni, Warga Binaan Lapas Perempuan, laku keras.",
        "Juara I diraih WBP a.n. Rudi Hartawan bin Slamet.",
        "Eks Bupati Sutarjo yang menjalani pidana lima tahun ikut panen.",
        "“Saya menyesal dan ingin memulai lagi setelah bebas,” ujar Hendra sambil menunduk.",
        "Kebun itu dirawat Sarwono. Ia menjalani pidana delapan tahun.",
        "Narapidana yang dikenal sebagai Mat Jenggo memimpin senam.",
        "Kursi itu dibuat oleh Wagino dan Tarmin, dua Warga Binaan Blok C.",
    ],
)
def test_whoever_is_in_custody_is_neither_named_nor_judged(text: str) -> None:
    assert [one for one in found(text) if one.level is Level.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "Pelaku UMKM bekerja sama dengan Rutan. Para pelaku seni menghibur tahanan.",
        "Sosialisasi bahaya narkoba: tidak ada tempat bagi bandar di Lapas.",
        "Klien Bapas mengikuti apel yang dipimpin PK Madya Lestari Wulandari.",
        "Warga Binaan Lapas Perempuan Malang, Jawa Timur, menerima bantuan.",
        "Warga Binaan Blok Mawar juara. WBP Lapas IIA Kediri sehat.",
        "Tersangka diserahkan penyidik kepada Jaksa Rina Susanti sebelum dititipkan di Rutan.",
        "Tahanan tidak boleh disebut pelaku sebelum ada putusan.",
        "Terduga pelaku penyelundupan diserahkan kepada polisi.",
        "Narapidana pelaku pencurian itu divonis dua tahun.",
        "Instruktur las Bambang Irawan melatih Warga Binaan.",
        "Lapas menggandeng pelaku usaha untuk memasarkan karya tahanan.",
    ],
)
def test_ordinary_news_of_a_lapas_passes(text: str) -> None:
    assert [one.excerpt for one in found(text) if one.level in STOPS] == []


def test_the_words_of_an_address_are_no_names() -> None:
    assert found("tiga-narapidana-ucapkan-ikrar-setia-nkri", place="slug") == []


INMATE = Person("Bowo Sulaksono", "inmate")
AGREED = Person("Bowo Sulaksono", "inmate", consent=True)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("body", "Lukisan itu dibuat Bowo Sulaksono."),
        ("body", "Bowo tersenyum."),
        ("headline", "BOWO SULAKSONO JUARA"),
        ("body", "B o w o tampil di panggung."),
        ("photos.0.file_name", "IMG_bowo_sulaksono.jpg"),
        ("slug", "karya-bowo-sulaksono"),
        ("body", "Ikuti @bowosulaksono77."),
    ],
)
def test_a_declared_inmate_is_named_with_consent_only(place: str, text: str) -> None:
    assert [one for one in found(text, INMATE, place=place) if one.level is Level.BLOCK]
    assert [one for one in found(text, AGREED, place=place) if one.level in STOPS] == []


@pytest.mark.parametrize(
    ("part", "level"),
    [
        ("detainee", Level.BLOCK),
        ("victim", Level.SIGN_OFF),
        ("family", Level.SIGN_OFF),
        ("visitor", Level.WARNING),
    ],
)
def test_those_around_an_inmate_weigh_less(part: str, level: Level) -> None:
    person = Person("Tarsih Wulandari", part)  # type: ignore[arg-type]
    assert {one.level for one in found("Tarsih Wulandari datang.", person)} == {level}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Para andikpas belajar.", "Anak Binaan"),
        ("Sebanyak 20 napi anak hadir.", "Anak Binaan"),
        ("Seluruh Warga Binaan Pemasyarakatan (WBP) hadir.", "Warga Binaan"),
        ("Ada 30 WBP.", "Warga Binaan"),
        ("Sipir berjaga.", "petugas Pemasyarakatan"),
        ("Ia bekerja di penjara itu.", "Lapas"),
    ],
)
def test_terms_of_1995_give_way(text: str, right: str) -> None:
    (finding,) = [one for one in found(text) if one.rule == "law_terms"]
    assert (finding.level, finding.replacements[0]) == (Level.WARNING, right)


@pytest.mark.parametrize(
    "text",
    ["“WBP kami sehat,” katanya.", "Ia dijatuhi pidana penjara dua tahun.", "Warga Binaan hadir."],
)
def test_what_was_said_and_what_courts_say_stays(text: str) -> None:
    assert [one for one in found(text) if one.rule == "law_terms"] == []
