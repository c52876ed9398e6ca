"""Whole stories as they arrive by chat, from a word processor and from sites."""

from collections.abc import Callable
from datetime import date

import pytest

from newsroom.releases.intake import Intake

Read = Callable[..., Intake]

CHAT = """[12/08/25 09.15.33] Humas Lapas: Assalamualaikum, izin mengirimkan rilis hari ini 🙏

*Panen Perdana, Lapas Tobelo Bagikan 200 Kilogram Jagung*

_TOBELO, INFO_PAS_ – Warga binaan Lapas Kelas II B Tobelo memanen jagung di lahan setengah
hektare milik lapas, Selasa (11/3/2025). Hasilnya dibagikan kepada tetangga lapas.

“Kami ingin hasilnya dirasakan tetangga,” kata Kepala Lapas Tobelo.

• 120 kilogram untuk panti asuhan
• 80 kilogram untuk warga desa

(Humas Lapas Tobelo)

#Panen #Pemasyarakatan
Terima kasih 🙏
"""

SITE = """Beranda > Daerah
Rutan Kudus Gelar Donor Darah Bersama PMI
Wira Sasmita - Jumat, 14 Februari 2025 | 10:22 WIB
Foto: Petugas Rutan Kudus menyumbangkan darah di aula rutan
KUDUS, suarakota.id – Rumah Tahanan Negara (Rutan) Kelas IIB Kudus menggelar donor darah, \
Kamis (13/2). Sebanyak 45 kantong terkumpul dalam tiga jam.
Baca juga: Jalan Sehat Diikuti Ribuan Warga
Kegiatan diikuti petugas Lapas Kelas IIA Kendal dan Bapas Kelas I Semarang sejak pagi hari.
Baca Juga:
Jalan Rusak Segera Diperbaiki
Harga Cabai Naik
“Setetes darah sangat berarti,” kata Kepala Rutan Kudus. (ws/*)
Editor: Sekar Ayu
Dibaca 214 kali
Tags: rutan, pmi
Bagikan: Facebook Twitter WhatsApp
Tinggalkan Komentar
© 2025 Suara Kota
"""

FORM = """Judul: Kunjungan Belajar Anak Binaan
UPT: LPKA Blitar
Hari/Tanggal: Rabu, 8 Januari 2025
Isi:
Anak binaan berkunjung ke perpustakaan kota dan menulis ringkasan buku pilihan mereka.
Penulis: Rina A. / Editor: Doni
"""


def test_chat_message_gives_every_field(read: Read) -> None:
    found = read(CHAT)
    assert found.headline == "Panen Perdana, Lapas Tobelo Bagikan 200 Kilogram Jagung"
    assert found.facility is not None
    assert found.facility.name == "Lapas Kelas IIB Tobelo"
    assert (found.dateline_place, found.event_date) == ("Tobelo", date(2025, 3, 11))
    assert found.bylines == ("Humas Lapas Tobelo",)
    assert [text[:24] for text in found.paragraphs] == [
        "Warga binaan Lapas Kelas",
        "“Kami ingin hasilnya dir",
        "• 120 kilogram untuk pan",
        "• 80 kilogram untuk warg",
    ]
    assert "setengah hektare milik" in found.paragraphs[0]
    assert found.missing == []
    assert "#Panen #Pemasyarakatan" in found.dropped


def test_site_page_is_freed_of_its_furniture(read: Read) -> None:
    found = read(SITE)
    assert found.headline == "Rutan Kudus Gelar Donor Darah Bersama PMI"
    assert found.facility is not None
    assert found.facility.name == "Rutan Kelas IIB Kudus"
    assert (found.dateline_place, found.event_date) == ("Kudus", date(2025, 2, 13))
    assert found.bylines == ("Wira Sasmita", "ws", "Sekar Ayu")
    assert found.caption == "Petugas Rutan Kudus menyumbangkan darah di aula rutan"
    assert [text.split()[0] for text in found.paragraphs] == ["Rumah", "Kegiatan", "“Setetes"]
    assert found.paragraphs[-1].endswith("Kepala Rutan Kudus.")


def test_form_lines_fill_their_fields(read: Read) -> None:
    found = read(FORM)
    assert (found.headline, found.event_date) == (
        "Kunjungan Belajar Anak Binaan",
        date(2025, 1, 8),
    )
    assert found.facility is not None
    assert found.facility.name == "LPKA Kelas I Blitar"
    assert found.bylines == ("Rina A.", "Doni")
    assert len(found.paragraphs) == 1
    assert found.missing == ["dateline_place"]


def test_day_on_the_form_goes_before_days_in_the_story(read: Read) -> None:
    found = read(FORM.replace("Isi:", "Isi: Sehari sebelumnya, Selasa (7/1/2025), mereka latihan."))
    assert found.event_date == date(2025, 1, 8)
    assert found.paragraphs[0] == "Sehari sebelumnya, Selasa (7/1/2025), mereka latihan."


def test_labelled_caption_above_the_headline_stays_a_caption(read: Read) -> None:
    found = read(
        "Foto: Petugas rutan berbaris di halaman depan sebelum apel pagi dimulai.\n" + CHAT
    )
    assert found.caption.startswith("Petugas rutan berbaris")
    assert found.headline.startswith("Panen Perdana")


def test_text_that_begins_with_the_story_has_no_headline(read: Read) -> None:
    found = read(
        "Petugas Rutan Kelas IIB Sinjai memeriksa seluruh blok hunian pada Senin (2/6/2025). "
        "Pemeriksaan berjalan tertib.\nTidak ada barang terlarang yang ditemukan."
    )
    assert found.headline == ""
    assert found.missing == ["headline", "dateline_place", "bylines"]
    assert len(found.paragraphs) == 2


def test_headline_with_a_dash_is_not_taken_for_a_dateline(read: Read) -> None:
    found = read(
        "Sinergi – Lapas Sampit dan Polres Gelar Apel\n\nSAMPIT – Lapas Kelas IIB Sampit dan "
        "Polres menggelar apel siaga, Senin (3/3/2025). Apel diikuti seratus personel."
    )
    assert found.headline == "Sinergi – Lapas Sampit dan Polres Gelar Apel"
    assert found.paragraphs[0].startswith("Lapas Kelas IIB Sampit")


def test_line_about_a_photo_is_a_caption_and_no_headline(read: Read) -> None:
    found = read(
        "Foto bersama usai upacara di Rutan Sinjai\n\nSINJAI – Upacara di Rutan Kelas IIB Sinjai "
        "berlangsung khidmat, Senin (2/6/2025). Seluruh petugas hadir."
    )
    assert found.headline == ""
    assert found.caption == "Foto bersama usai upacara di Rutan Sinjai"


def test_headline_broken_in_two_lines_is_joined(read: Read) -> None:
    found = read(
        "RAZIA MALAM DI RUTAN KELAS IIB SINJAI\nTIDAK MENEMUKAN NARKOBA\n\n"
        "SINJAI - Petugas menggelar razia pada 5 Mei 2025. Semua berjalan aman dan tertib."
    )
    assert found.headline == "RAZIA MALAM DI RUTAN KELAS IIB SINJAI TIDAK MENEMUKAN NARKOBA"
    assert found.event_date == date(2025, 5, 5)


def test_line_with_city_and_date_above_the_headline_is_a_dateline(read: Read) -> None:
    found = read(
        "Kudus, 10 Januari 2025\nRutan Kudus Bagikan Masker\n\nPetugas Rutan Kudus membagikan "
        "masker kepada pengunjung sejak pagi. Semua pengunjung menerimanya dengan senang hati."
    )
    assert (found.headline, found.dateline_place) == ("Rutan Kudus Bagikan Masker", "Kudus")
    assert found.event_date == date(2025, 1, 10)


def test_prose_after_the_signature_stays_and_a_blurb_goes(read: Read) -> None:
    more = (
        "Sehari kemudian petugas kembali memeriksa seluruh blok hunian, dan sampai sore tidak ada "
        "barang terlarang yang ditemukan oleh tim gabungan itu."
    )
    found = read(
        "Petugas Rutan Sinjai memeriksa blok hunian dengan teliti pada Senin pagi. (ra)\n"
        f"Rutan Sinjai\nSalah satu unit di Sulawesi.\n{more}"
    )
    assert found.paragraphs[-1] == more
    assert len(found.paragraphs) == 2
    assert found.dropped == ("Rutan Sinjai", "Salah satu unit di Sulawesi.")


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u200b\ufeff", "🙏🙏", "\x00"])
def test_nothing_gives_nothing_and_names_every_field(read: Read, text: str) -> None:
    found = read(text)
    assert found.missing == [
        "headline",
        "facility",
        "event_date",
        "dateline_place",
        "bylines",
        "paragraphs",
    ]


def test_invisible_characters_and_foreign_line_ends_do_not_matter(read: Read) -> None:
    plain = read(CHAT)
    dressed = (
        CHAT.replace("\n", "\r\n").replace(" Tobelo", "\u00a0To\u200bbelo").replace(". ", ".\t")
    )
    assert read("\ufeff" + dressed) == plain


@pytest.mark.parametrize(
    "piece",
    ["Lapas Kelas IIB Tobelu. ", "(", "*a ", "A | ", "27 Mei 2025 "],
)
def test_very_long_texts_end(read: Read, piece: str) -> None:
    assert read(piece * (100_000 // len(piece))).headline == ""


def test_what_is_not_recognised_is_kept_aside_not_lost(read: Read) -> None:
    found = read(SITE)
    kept = [found.headline, found.caption, *found.paragraphs, *found.dropped, *found.bylines]
    together = "\n".join(kept)
    assert all(word in together for word in ("Cabai", "Suara Kota", "214", "Ribuan"))
