"""Concrete details of security are stopped; the ordinary news of a facility passes untouched."""

import pytest

from newsroom.safeguards import Group, Level
from tests.safeguards.judging import found, strongest

BLOCKED = [
    # strength
    "Malam itu hanya 12 petugas jaga malam yang bertugas.",
    "Setiap regu pengamanan berjumlah 5 orang.",
    "Regu pengamanan di lapas ini terdiri atas tujuh orang.",
    "Lapas hanya memiliki dua penjaga pada malam hari.",
    "Jumlah petugas pengamanan saat ini 24 orang.",
    "Empat petugas berjaga di menara.",
    "Menara barat dijaga oleh satu petugas.",
    "PINTU UTAMA DIJAGA 3 PETUGAS",
    "Kekuatan regu jaga malam cuma enam orang.",
    "Tiap regu malam berkekuatan sembilan orang.",
    "Dua di menara timur, satu di pintu.",
    # rosters and rounds
    "Jadwal jaga regu A mulai pukul 07.00.",
    "Pergantian regu jaga dilakukan pukul 07.00, 13.00, dan 19.00.",
    "Serah terima regu setiap pukul 06.00 WIB.",
    "Regu malam bertugas pukul 19.00 hingga 07.00.",
    "Petugas berpatroli; patroli dilakukan setiap dua jam.",
    "Kontrol keliling tiap 30 menit melewati blok.",
    "Pos atas kosong pada dini hari.",
    "Menara 3 tidak dijaga pada malam hari.",
    "Sisi timur tembok jarang diawasi.",
    # plans and places
    "Denah blok hunian Lapas terlampir.",
    "Site plan rutan dapat diunduh di sini.",
    "Peta blok memperlihatkan letak kamar.",
    "Dapur berada di sisi timur, menempel tembok luar.",
    "Blok C terletak 20 meter dari tembok.",
    "Menara pengawas di sudut timur laut menghadap sungai.",
    "Lapas memiliki empat menara yang saling melihat.",
    "Tembok belakang retak dan mudah dipanjat.",
    "Kawat berduri di sisi barat putus.",
    "Pintu belakang tidak terkunci pada siang hari.",
    "Pagar setinggi 3 meter mengelilingi blok.",
    # keys
    "Kunci blok disimpan di laci meja komandan jaga.",
    "Duplikat kunci kamar dipegang Karupam.",
    "Anak kunci gerbang digantung di ruang P2U.",
    "Gembok blok B rusak sejak pekan lalu.",
    "Lemari kunci kamar hunian berada di pos depan.",
    # cameras
    "Sebanyak 16 CCTV terpasang di lorong blok dan dapur.",
    "Ada titik buta CCTV di belakang dapur.",
    "Lorong itu tidak terjangkau kamera.",
    "CCTV di blok B mati sejak Senin.",
    "Kamera pengawas mengarah ke pintu utama.",
    "Delapan kamera pengawas dipasang di blok A dan gerbang.",
    "Letak CCTV ada di sudut koridor.",
    "Kamera dipasang di atas pintu dapur.",
    "Area yang belum terpantau tinggal sisi utara bengkel.",
    # weapons
    "Gudang senjata berada di belakang ruang KPLP.",
    "Lapas menyimpan 12 pucuk senjata api.",
    "Amunisi disimpan di ruang kepala keamanan.",
    "Tersedia 200 butir peluru.",
    # transfers to come
    "Dua puluh narapidana akan dipindahkan besok pukul 03.00 melalui jalur laut.",
    "Pemindahan Warga Binaan dijadwalkan Kamis dini hari.",
    "Tahanan akan dibawa ke pengadilan besok pukul 09.00.",
    "Narapidana akan dipindahkan lewat jalur darat.",
    "Rencana pemindahan narapidana tanggal 12 Mei lewat Pelabuhan Contoh.",
    "Besok malam 15 Warga Binaan dikirim ke Nusakambangan.",
    # high risk
    "Narapidana risiko tinggi ditempatkan di Blok D kamar 5.",
    "Napiter itu menghuni sel nomor 3.",
    "Terpidana mati menempati kamar 12 Blok A.",
    "Bandar narkoba itu ditempatkan di sel isolasi.",
    # secrets
    "Frekuensi HT regu adalah 145,500 MHz.",
    "Kata sandi regu malam adalah rajawali.",
    "Kode pintu P2U: 4471",
    "Mesin x-ray rusak sehingga barang tidak diperiksa.",
    "Pemeriksaan barang hanya dilakukan pada hari Senin.",
    "X-ray beroperasi pukul 08.00 sampai 11.00.",
    "Ia kabur dengan memotong jeruji memakai gergaji.",
    "Dua tahanan melarikan diri lewat plafon.",
    "Mereka meloloskan diri setelah menyambung sarung lalu memanjat tembok.",
]

SIGNED_FOR = [
    "Rasio petugas jaga 1:80 dinilai berat.",
    "Satu petugas mengawasi 120 orang.",
    "Narapidana dipindahkan pukul 03.00 melalui Pelabuhan Contoh.",
    "Razia besar akan digelar Jumat malam.",
    "Warga Binaan bernama Fulan menempati kamar 5.",
]

PASSES = [
    "Petugas menggelar razia blok hunian A dan menemukan sendok.",
    "Sebanyak 20 petugas pengamanan mengikuti pelatihan bela diri.",
    "12 petugas mengikuti pelatihan kehumasan.",
    "Regu jaga pagi melaksanakan apel serah terima.",
    "Apel pergantian regu dipimpin Kepala KPLP, Senin (4/5/2026).",
    "Penggeledahan kamar hunian melibatkan 30 personel gabungan TNI-Polri.",
    "Kepala KPLP memimpin kontrol keliling ke seluruh blok hunian.",
    "Petugas memeriksa gembok dan teralis untuk memastikan keamanan.",
    "Sinergi menjadi kunci sukses pembinaan.",
    "Kunci keberhasilan ada pada kedisiplinan petugas lapas.",
    "Kata kunci program ini adalah ketekunan.",
    "Penyerahan kunci rumah layak huni kepada warga.",
    "CCTV baru diresmikan Kepala Kantor Wilayah.",
    "Lapas memasang CCTV baru untuk memperkuat layanan kunjungan.",
    "Pemantauan lewat CCTV dilakukan 24 jam.",
    "Lapas menerima 12 petugas baru, CPNS formasi 2024.",
    "Sebanyak 45 penjaga tahanan CPNS mengikuti orientasi.",
    "Lapas telah memindahkan 20 Warga Binaan ke Lapas Contoh.",
    "Sebanyak 15 narapidana risiko tinggi telah dipindahkan ke Nusakambangan.",
    "Pemindahan dilakukan untuk mengurangi kepadatan penghuni.",
    "Warga Binaan yang dipindahkan akan menjalani pembinaan lanjutan.",
    "Pemindahan narapidana akan dilakukan melalui sidang TPP.",
    "Kepala Lapas dipindahtugaskan ke Kanwil pekan depan.",
    "Enam pegawai akan dipindahkan ke unit lain mulai Senin.",
    "Kunjungan keluarga dibuka pukul 08.00 sampai 11.00.",
    "Kepala Lapas mengecek pos menara saat kontrol malam.",
    "Peta jalan reformasi birokrasi dibahas.",
    "Lomba denah kebun antar-blok berlangsung meriah.",
    "Panitia membagikan denah parkir acara.",
    "Jadwal piket kebersihan blok ditempel di papan.",
    "TPS di lapas dijaga 4 petugas KPPS.",
    "Skrining TBC dengan x-ray portabel berlangsung pukul 08.00 sampai 12.00.",
    "Petugas menggagalkan penyelundupan sabu dalam nasi bungkus.",
    "Latihan menembak diikuti 15 petugas dengan 10 pucuk senjata api dinas.",
    "Simulasi menangani narapidana kabur dengan memanjat tembok digelar.",
    "Radio komunitas mengudara di frekuensi 107,7 FM.",
    "Badan Siber dan Sandi Negara memberi materi.",
    "Seni mural menghias tembok setinggi 3 meter.",
    "Atap aula yang rusak diperbaiki.",
    "Blok hunian perempuan direnovasi.",
    "Dua Warga Binaan bebas hari ini setelah menerima remisi.",
    "Warga Binaan kasus terorisme mengucapkan ikrar setia NKRI di aula.",
    "Pelayanan terpadu dijaga oleh petugas yang ramah.",
    "Petugas P2U memeriksa barang bawaan pengunjung.",
    "Satu regu pramuka dari LPKA mengikuti jambore.",
    "Petugas dan Warga Binaan menjaga kebersihan menara air.",
    "Tim futsal petugas pengamanan bertanding pukul 16.00 hingga 17.00.",
    "Kamera wartawan menyorot pertunjukan tari.",
    "Wartawan mengambil foto dari sudut kiri panggung.",
    "Sebanyak 276.885 penghuni menempati 532 unit.",
    "Blok A dan Blok B menang lomba kebersihan.",
    "Lantai dua gedung layanan diresmikan Menteri.",
    "Tes urine mendadak diikuti 40 petugas, hasilnya negatif.",
    "Razia rutin akan terus dilakukan untuk menjaga keamanan.",
    "Panen raya akan digelar Jumat di kebun lapas.",
    "Program ini membawa Warga Binaan melewati masa sulit menuju jalan pulang.",
]


def test_of_whom_a_departure_speaks_another_sentence_may_say() -> None:
    departure = "Rombongan dijadwalkan berangkat Kamis pukul 03.00 menuju dermaga."
    transfer = f"Lapas menyiapkan pemindahan sepuluh Warga Binaan. {departure}"
    assert strongest(transfer, Group.SECURITY) is Level.BLOCK
    assert strongest(f"Jambore pramuka dimulai. {departure}", Group.SECURITY) is None


@pytest.mark.parametrize("text", BLOCKED)
def test_a_concrete_detail_of_security_blocks(text: str) -> None:
    assert strongest(text, Group.SECURITY) is Level.BLOCK


@pytest.mark.parametrize("text", SIGNED_FOR)
def test_what_weakens_security_a_little_is_signed_for(text: str) -> None:
    assert strongest(text, Group.SECURITY) is Level.SIGN_OFF


@pytest.mark.parametrize("text", PASSES)
def test_ordinary_news_passes_untouched(text: str) -> None:
    assert [(one.rule, one.excerpt) for one in found(text, Group.SECURITY)] == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("attachments.0.file_name", "Denah_Lapas.pdf"),
        ("attachments.0.file_name", "siteplan-2026.dwg"),
        ("attachments.0.file_name", "jadwalJagaRegu.xlsx"),
        ("attachments.1.text", "Kode pintu P2U: 4471"),
        ("photos.0.file_name", "rute_pemindahan_narapidana.jpg"),
        ("photos.0.file_name", "posisi-cctv.jpg"),
        ("photos.0.alt", "Tampak kunci blok digantung di ruang P2U"),
        ("photos.0.caption", "Denah blok hunian"),
        ("slug", "napiter-ditempatkan-di-blok-d-kamar-5"),
        ("ednote", "Narapidana akan dipindahkan besok pukul 03.00"),
        ("headline", "NARAPIDANA RISIKO TINGGI MENGHUNI SEL NOMOR 3"),
    ],
)
def test_every_field_and_every_file_name_is_searched(place: str, text: str) -> None:
    assert strongest(text, Group.SECURITY, place=place) is Level.BLOCK


def test_the_finding_covers_the_detail_and_offers_neutral_words() -> None:
    text = "Pada malam itu hanya 12 petugas jaga malam bersiaga."
    one = next(one for one in found(text, Group.SECURITY) if one.rule == "guard_strength")
    assert one.excerpt == "12 petugas jaga"
    assert one.replacements[0] == "petugas pengamanan"
    assert "14/2008" in one.source


def test_a_file_name_is_found_as_a_whole() -> None:
    name = "Denah_Lapas.pdf"
    told = found(name, Group.SECURITY, place="attachments.0.file_name")
    assert {one.excerpt for one in told} == {name}
