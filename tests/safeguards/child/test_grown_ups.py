"""Grown-ups are told by open signs; what children are called is a closed list."""

import pytest

from newsroom.safeguards import Group, Level, check
from newsroom.safeguards.matter import Field, Matter


def _stopped(body: str) -> list[str]:
    matter = Matter(
        fields=(Field("lead", "Kegiatan berlangsung di LPKA."), Field("body", body)),
        for_children=True,
        parts_asked=False,
    )
    return [
        one.excerpt
        for one in check(matter)
        if one.group is Group.CHILD and one.level is Level.BLOCK
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Pelatihan dibuka bengkel mitra. Pemiliknya, Sutarman Lesmana, hadir sejak pagi.",
        "Hadir pula Toni Wiranto (34), penjual bibit, sejak pagi.",
        "Hidangan disiapkan Mbah Warsinem sejak subuh.",
        "Ibadah dipandu Pnt. Jolanda Rumagit dan Sym. Vence Lolong.",
        "Pembawa acara: Ratna Suminar. Pembaca doa: H. Jamhari Sukanta.",
        "Dinas diwakili Permadi Wicaksana.",
        "Enam mahasiswa mengajar menyablon. Mereka ialah Yudi Pratomo dan Sinta Wardani.",
        "Petugas, seperti Yanto, Sigit, dan Marsel, ikut bergotong royong.",
        "Anggota DPRD, Gunarto Salim, meninjau dapur. Salim memuji masakannya.",
        "Seminar membahas semangat R.A. Kartini.",
        "Penari utama membawakan tokoh Srikandi.",
        "Konsultasi diberikan paralegal Sukamto Hadi.",
    ],
)
def test_a_grown_up_told_openly_passes(body: str) -> None:
    assert _stopped(body) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Kepala LPKA, Budi Santoso, menyerahkan piagam kepada Rizal.", "Rizal"),
        ("Tarian dibawakan peserta termuda, Sekar Wulandari.", "Sekar Wulandari"),
        ("Disaksikan Kepala LPKA Budi Santoso, Galang menerima ijazah.", "Galang"),
        ("Juara pertama, Rendi Saputra, menangis haru.", "Rendi Saputra"),
        ("Doa dipimpin Rendi Saputra, anak yang baru hafal dua juz.", "Rendi Saputra"),
        ("Hadir Rendi (16), penabuh gendang.", "Rendi"),
        ("Mbah Warsinem memeluk cucunya yang dibina di sini.", "Warsinem"),
        ("Kegiatan ditutup gurauan Rizal.", "Rizal"),
        ("Sembilan Anak Binaan tampil. Mereka ialah Yudi dan Sinta.", "Yudi"),
        ("Gitaris band Anak Binaan, Rio Permana, memukau tamu.", "Rio"),
    ],
)
def test_a_child_or_its_kin_is_stopped(body: str, name: str) -> None:
    assert any(name in told for told in _stopped(body)), _stopped(body)
