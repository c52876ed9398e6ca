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
    # the same in other words
    "Blok Melati dijaga empat orang saat malam.",
    "Di pos utama hanya ada tiga orang yang berjaga.",
    "Tiga sipir bergantian menjaga 400 penghuni.",
    "Dalam satu shift, rutan menugaskan lima petugas untuk mengawasi tiga blok.",
    "Personel jaga malam tinggal empat karena dua sakit.",
    "Petugas menara berganti tiap empat jam, mulai pukul 06.00.",
    "Komposisi regu: satu komandan, empat anggota.",
    "Jumlah anggota regu pengamanan sebanyak delapan orang.",
    "Kekurangan petugas membuat menara timur kosong setelah tengah malam.",
    "Daftar piket malam Mei 2026 terlampir.",
    "Kunci cadangan ada di brankas ruang Kalapas.",
    "Kunci induk gerbang dititipkan kepada petugas P2U.",
    "Pintu blok C dibuka dengan kunci nomor 12.",
    "Anak kunci sel disimpan di kotak merah dekat meja portir.",
    "Gembok kamar 7 tidak bisa dikunci.",
    "Kamera di lorong belakang hanya pajangan.",
    "Lima kamera merekam lorong, sedangkan gudang tidak terekam.",
    "Rekaman CCTV hanya bertahan tiga hari dan kamera gerbang mati.",
    "Kamera pengawas di dapur tidak merekam malam hari.",
    "Titik pemasangan CCTV: pintu 1, pintu 2, lorong blok C.",
    "Rombongan tahanan berangkat Jumat pukul 04.00 lewat tol Cipali.",
    "Mobil transpas akan melewati Jalan Sudirman pukul 05.00 membawa 12 narapidana.",
    "Tiga narapidana dipindahkan malam ini ke Nusakambangan.",
    "Pengawalan tahanan ke pengadilan menempuh rute Jalan Merdeka setiap Selasa.",
    "Napi kasus terorisme ada di kamar 3 blok Anggrek.",
    "Warga Binaan berisiko tinggi mendiami Blok Mawar sel 4.",
    "Bandar besar itu kini di sel isolasi Blok F.",
    "Senjata laras panjang disimpan di lemari besi ruang KPLP.",
    "Rutan memiliki delapan pucuk senjata.",
    "HT petugas memakai frekuensi 148.920.",
    'Sandi radio malam ini "Garuda Tiga".',
    "PIN brankas 998877.",
    "Mesin X-ray tidak beroperasi pada akhir pekan.",
    "Pengunjung hari Minggu tidak digeledah.",
    "Ia melarikan diri dengan menggunting kawat di belakang bengkel.",
    "Pelarian dilakukan lewat saluran air di samping dapur.",
    "Tembok sisi selatan hanya setinggi tiga meter.",
    "Pagar belakang tanpa kawat berduri.",
    "Denah terlampir menunjukkan pintu darurat dan pos jaga.",
    "Lubang di plafon kamar 9 belum ditutup.",
    "Genset berada di belakang blok B dan tidak dijaga.",
    "Listrik pagar mati setiap pukul 02.00.",
]

SIGNED_FOR = [
    "Rasio petugas jaga 1:80 dinilai berat.",
    "Satu petugas mengawasi 120 orang.",
    "Narapidana telah dipindahkan pukul 03.00 melalui Pelabuhan Contoh.",
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
    "Kepala Rutan memimpin apel pagi yang diikuti 45 pegawai.",
    "Sebanyak 20 personel gabungan menggeledah Blok A dan Blok B.",
    "Petugas menyita dua ponsel dan satu gunting dari kamar hunian.",
    "Kalapas menyerahkan kunci ruang kelas baru kepada kepala sekolah.",
    "Kunci pembinaan adalah kepercayaan.",
    "Empat petugas menerima penghargaan atas kinerja pengamanan.",
    "Rapat membahas penguatan sistem pengamanan dan pemasangan CCTV.",
    "Kanwil meninjau ruang kontrol CCTV dan P2U.",
    "Kalapas mengingatkan petugas jaga agar tidak lengah.",
    "Warga Binaan menanam 200 bibit cabai di belakang blok hunian.",
    "Bus pariwisata membawa keluarga pengunjung.",
    "Rombongan Komisi XIII akan tiba besok pukul 09.00 di Lapas.",
    "Kalapas akan berangkat ke Jakarta Senin pukul 06.00.",
    "Pekan depan 12 Warga Binaan akan mengikuti ujian kejar paket pukul 08.00.",
    "Narapidana kasus terorisme menyatakan setia kepada NKRI.",
    "Sebanyak 15 Warga Binaan risiko tinggi mengikuti penyuluhan.",
    "Blok hunian khusus lansia diresmikan.",
    "Kontrol malam dipimpin Kalapas pada Sabtu (2/5/2026).",
    "Petugas kesehatan berkeliling blok setiap Senin untuk skrining.",
    "Patroli kebersihan rutin digelar.",
    "Alat x-ray baru diserahterimakan dari Kanwil.",
    "Layanan kunjungan memakai metal detector baru.",
    "Peserta menempuh rute lari lima kilometer lewat jalan desa.",
    "Pos pelayanan dijaga petugas kesehatan.",
    "Regu pramuka menjaga stan pameran.",
    "Senjata tradisional dipamerkan dalam festival budaya.",
    "Kode etik petugas dibacakan.",
    "Kode pos Palangka Raya 73112.",
    "Sandi morse diajarkan kepada 30 anggota pramuka.",
    "Simulasi pemadaman api melibatkan 12 petugas jaga.",
    "Tim medis merujuk seorang Warga Binaan ke rumah sakit.",
    "Sebanyak 25 Warga Binaan pindahan dari Lapas lain menerima pengarahan.",
    "Kegiatan penerimaan tahanan baru berlangsung di aula.",
    "Panggung menghadap gerbang utama.",
    "Masjid berada di sisi timur lapangan.",
    "Dapur sehat diresmikan Menteri, berada di samping gedung layanan.",
    "Kalapas meminta masyarakat tidak menitipkan barang terlarang.",
    "Pintu masuk layanan kini ramah disabilitas.",
    "Taman bermain anak berada di ruang tunggu.",
    "Petugas melakukan penggeledahan badan terhadap pengunjung sesuai SOP.",
    "Pagar kebun diperbaiki bersama Warga Binaan.",
    "Wakil Menteri akan meninjau Lapas besok pukul 10.00.",
    "Rutan memiliki kapasitas 400 orang dan dihuni 820 orang.",
    "Jumlah petugas 64 orang, terdiri atas 50 laki-laki dan 14 perempuan.",
    "Sidang daring tahanan digelar pukul 09.00 melalui Zoom.",
    "Tes urine dilakukan kepada 20 petugas dan 30 Warga Binaan.",
    "Pos ronda warga dibangun bersama.",
    "Kepala pengamanan menyebut razia dilakukan dua kali sepekan.",
    "Sertijab Kepala KPLP dihadiri seluruh regu pengamanan.",
    "Empat regu pengamanan mengikuti lomba yel-yel.",
    "Dua petugas P2U menggagalkan penyelundupan sabu.",
    "Kamera ponsel pengunjung dititipkan di loker.",
    "Operator CCTV mengikuti pelatihan tiga hari.",
    "Wajah mereka tidak tersorot kamera.",
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
