"""What leads to a private person is found; what a newsroom writes every day passes."""

import pytest

from newsroom.safeguards import Group, Level, Person
from newsroom.safeguards.rules.personal import PERSONAL
from tests.safeguards.judging import found, strongest

BLOCKED = [
    # identity numbers beside their name, however they are built
    "NIK: 9999887766554433",
    "Nomor KK 0000 1111 2222 3333 tercatat atas nama ayahnya.",
    "KTP-nya bernomor 12 34 56 78 90 12 34 56.",
    "Kartu Keluarga nomor 6271-0112-0390-0001",
    "Penerima bantuan ber-NIK 6271015203900001.",
    "62.71.01.120390.0001",
    "nik_6271011203900001",
    # register numbers
    "Warga Binaan dengan nomor register BI.123/2024 itu bebas.",
    "No. Reg. B I 045/2023",
    "No. Register: BIIa 12/2025",
    "Narapidana reg. A.III 20/2025 dipanggil.",
    "Tahanan bernomor A.II-15/2025 menerima kunjungan.",
    "nomor register 0817/2024",
    "Nomor Registernya B.I.77/2022.",
    "noreg 4451",
    # documents
    "Paspor nomor C1234567 miliknya disita.",
    "Pemegang paspor A 7654321",
    "SIM C nomor 1234-5678-901234",
    "Nomor BPJS Kesehatan 0001234567890",
    "kartu BPJS no. 0001 2345 67890",
    "NPWP 01.234.567.8-901.000",
    "NPWP: 0123456789012345",
    "NISN 0081234567",
    "Nomor rekam medis 00-12-34",
    # bank accounts
    "Kirim ke rekening BRI 0123-01-012345-50-1 a.n. Sumber Fiktif.",
    "nomor rekening 7123456789 atas nama istrinya",
    "Uang ditransfer ke BCA 1234567890.",
    "No. Rek. Mandiri: 123-00-0456789-1",
    "melalui DANA 081234567890 milik keluarganya",
    "virtual account 8808123456789012",
    # addresses
    "Ia tinggal di Jalan Merpati RT 03/RW 05.",
    "Rumahnya di RT.003 RW.005 Kelurahan Contoh.",
    "alamat: RT 1 / RW 2, Desa Contoh",
    "RT/RW 004/002",
    "Keluarga Warga Binaan di RT 03 RW 05 didatangi petugas.",
    "Warga Kampung Contoh RT 02/07",
    "RW 05 RT 03 Desa Contoh, asal Warga Binaan itu",
    "Data penerima: 6271 0112 0390 0001 atas nama Fulan.",
    "NIK-nya 6271.0112.0390.0001",
    "no ktp 6271011203900001",
    "Nomor Induk Kependudukan: 627101 120390 0001",
    "KK No 6271-0112-0390-0001",
    "Nomor kartu keluarganya 6271011203900001.",
    "Nomor register: B.I 12/2024",
    "dengan Reg. No. BIIa/123/2023",
    "Warga Binaan (BI 55/2023) menerima remisi.",
    "bernomor register AIII/77/2025",
    "Nomor induk Warga Binaan 00412/2024",
    "rek BCA an Fulan 1234567890",
    "Silakan transfer ke 0123456789 (BNI) atas nama Fulan.",
    "Nomor rekening miliknya: 1122-3344-5566-77",
    "tinggal di RT 5 RW 3 Kelurahan Contoh",
    "alamatnya Jalan Contoh, RT. 05/RW. 03",
    "beralamat di Dusun II RT 001 RW 002",
    "RT05/RW03, rumah orang tuanya",
    "Rumah duka berada di RT 02/RW 01.",
    "nomor paspor B 1234567",
    "SIM A 12345678901234",
    "No. BPJS 0001234567891",
]

SIGNED_FOR = [
    # phones
    "Hubungi Budi di 0812-3456-7890.",
    "Ibunya dapat dihubungi di +62 812 3456 7890.",
    "nomor ponsel 081234567890",
    "wa.me/6281234567890",
    "+62 (0) 813-1112-2233",
    "HP 0 8 1 2 3 4 5 6 7 8 9 0",
    "nomornya nol delapan satu dua tiga empat lima enam tujuh delapan",
    "Telepon rumah orang tuanya (0536) 3221234.",
    "0857.1234.5678",
    "Nomor pribadi Kalapas 0821 5555 1234",
    "Untuk informasi, hubungi ayah Warga Binaan itu di 081234567890.",
    # e-mail
    "Kirim ke budi.fiktif@gmail.com",
    "surel contoh_nama@yahoo.co.id",
    "alamat: nama [at] gmail [dot] com",
    "nama.orang(at)outlook.com",
    # plates
    "Mobil itu bernomor polisi KH 1234 AB.",
    "B 1234 XYZ",
    "sepeda motor DA 3456 ZZ",
    "truk BG 8123 UX mengangkut barang",
    "Motor H 12 A diparkir di luar.",
    "nopol 1234-07",
    "Mobil b-4321-ab",
    # births
    "Ia lahir di Palangka Raya, 12 Maret 1990.",
    "lahir pada 3 Januari 1988",
    "TTL: Kapuas, 01-02-1995",
    "tempat/tanggal lahir: Sampit, 12/3/1999",
    "kelahiran Barito, 5 Mei 2001",
    "tanggal lahir 17-08-1985",
    # home address without RT/RW
    "Ia tinggal di Jalan Kenanga Nomor 12.",
    "Kediaman orang tuanya di Jl. Melati Indah No. 5 didatangi.",
    "rumahnya di Gang Mawar No 3",
    # health
    "Warga Binaan bernama Fulan bin Fulan mengidap HIV.",
    "Narapidana berinisial F.A. didiagnosis TBC.",
    "Tahanan atas nama Fulan menderita gangguan jiwa.",
    # case numbers
    "perkara nomor 123/Pid.Sus/2025/PN Plk",
    "Bisa menghubungi keluarga di 0812 34567890",
    "WA: 08123456789",
    "telp 0812.345.678.90",
    "(0812) 3456-7890",
    "+62-812-3456-7890",
    "+62812-3456-7890 milik istrinya",
    "nol delapan dua satu, lima lima, satu satu, dua dua, tiga tiga",
    "Nomor kontak: 62812 3456 7890",
    "0812 3456 78 90",
    "fulan.fiktif@gmail.com",
    "Email: fulan_99@yahoo.com",
    "fulan @ gmail . com",
    "fulanATgmail.com",
    "Mobil Avanza hitam B 1234 ABC terparkir.",
    "mobil dengan pelat KH1234AB",
    "KH 1234 AB diparkir di halaman.",
    "Kendaraan DA 1 XX",
    "Fulan (lahir di Kapuas, 3 April 1991) dinyatakan bebas.",
    "lahir Kapuas 3-4-1991",
    "Tanggal lahirnya 3 April 1991.",
    "Tempat, tanggal lahir: Kapuas, 3 April 1991",
    "Fulan kelahiran 3 April 1991",
    "Warga Binaan berinisial F positif HIV.",
    "Ia bertempat tinggal di Jalan Mawar No. 7.",
    "Alamat rumah: Jl. Mawar Gang 3 No. 7",
]

ASKED_AT_MOST = [
    "Layanan pengaduan WhatsApp 0812-3456-7890 buka 24 jam.",
    "Hotline: 0811 5200 123",
    "Narahubung: Humas Lapas Contoh, 081234567890.",
    "Keluarga Warga Binaan dapat menghubungi layanan informasi di nomor 0812-3456-7890.",
    "Call center kunjungan 0822-1111-2222",
    "Lapas Kelas IIA Contoh, Jalan Tjilik Riwut km 2,5, telepon (0536) 3221234.",
    "Kantor Wilayah, Jl. G. Obos No. 10, telp. 0536-3221234",
    "Kirim aduan ke humas.lapascontoh@gmail.com",
    "Surel layanan: lapascontoh@yahoo.com",
    "Warga sekitar RT 03/RW 05 ikut bakti sosial.",
    "Informasi kunjungan dapat ditanyakan melalui 0813-9999-0000.",
    "Posko pengaduan, nomor 0852 1234 5678",
    "Nomor layanan 0811-1234-567 (WhatsApp) untuk pengaduan.",
    "Pengaduan: 0812 3456 7890 / humas.lapas@gmail.com",
    "Pemesanan roti karya Warga Binaan dapat melalui 0812-3456-7890.",
    "Hubungi layanan kunjungan 0813 1111 2222, pukul 08.00-11.00.",
    "Pendaftaran kunjungan daring lewat WhatsApp 081311112222.",
    "WhatsApp resmi Rutan: 0813-1111-2222",
]

PASSES = [
    "Keputusan Nomor PAS-03.PR.01.01 Tahun 2020 menjadi dasarnya.",
    "Surat W17.PAS.PAS1-UM.01.01-1234 tertanggal 4 Mei 2026.",
    "Anggaran Rp1.250.000.000 diserahkan pada 27.02.2020 pukul 14.30.",
    "Penjualan roti mencapai Rp 12.345.678.901 setahun.",
    "Kegiatan berlangsung 12-05-2025 08.00-10.00 WIB.",
    "Rapat 24-09-2024 10.00-12.00, lalu 25-09-2024 08.00-10.00.",
    "Hadir 150 peserta dari 54 UPT, 24 s.d. 26 September 2024.",
    "LPKA beralamat di Jalan Tjilik Riwut, km 2,5, Palangka Raya.",
    "Lapas Contoh beralamat di Jalan Merdeka Nomor 12 RT 03 RW 01.",
    "Rutan berada di KM 5 jalan lintas Trans-Kalimantan.",
    "Blok B 12 dan Blok C 3 A direnovasi.",
    "Lapas Kelas II B 2025 RAIH WBK",
    "LAPAS KELAS IIB 2025 DAN SELANJUTNYA",
    "Pasal 12 B 3 UU Nomor 20 Tahun 2001",
    "Limbah B3 RS Pengayoman dikelola sendiri.",
    "Petugas P2U menerima 12 tamu.",
    "Presidensi G20 RI dan COP 28 UEA dibahas.",
    "Tahun Baru Islam 1 Muharram 1447 H.",
    "Idulfitri 1446 H 2025 M dirayakan bersama.",
    "Kirim surat ke humas@kemenimipas.go.id atau lpkaplk@ditjenpas.go.id.",
    "kontak redaksi@contohmedia.com",
    "Hari lahir Pancasila, 1 Juni 1945, diperingati.",
    "Pemasyarakatan lahir pada 27 April 1964 di Lembang.",
    "Ia lahir dan besar di Kapuas.",
    "Koordinat 2.2083, 113.9167 menunjukkan letak kantor.",
    "Koordinat kantor -2.208333, 113.916667.",
    "Rekening listrik dibayar 12 kali.",
    "Pembukaan rekening tabungan bagi 120 Warga Binaan.",
    "Tabungan di Bank BRI sebesar Rp 12.345.678 dibukukan.",
    "Transfer ke bank senilai 12.500.000 rupiah.",
    "NIP 19700101 199503 1 001",
    "NIP. 197001011995031001",
    "Petugas memeriksa KTP dan KK setiap pengunjung.",
    "Perekaman KTP-el diikuti 120 Warga Binaan.",
    "Registrasi dibuka pukul 08.00 di nomor antrean 12.",
    "Petugas registrasi menerima 3 tahanan titipan.",
    "Buku register B diganti yang baru pada 2025.",
    "BI 7-Day Reverse Repo Rate tetap 5,75 persen.",
    "Pembuatan SIM dan BPJS bagi 50 Warga Binaan difasilitasi.",
    "Tahun 2020 2021 2022 2023 berturut-turut",
    "Hasil 1.200 1.300 1.400 1.500 kilogram",
    "Skrining TBC diikuti 200 Warga Binaan; tidak ada yang positif TBC.",
    "Warga Binaan yang menderita TBC dirawat terpisah.",
    "Penyuluhan HIV dibuka Kepala Lapas, Budi Fiktif.",
    "Call center 1500-021 atau 119 ext 8.",
    "Ketua RT setempat hadir.",
    "Ketua RT 03 dan tokoh masyarakat hadir.",
    "Skor 21-19, 19-21, 21-17 untuk tim Blok A.",
    "Jarak 0812 meter dicatat.",
    "Remisi diberikan kepada 1.234 orang, 56 di antaranya bebas.",
    "SK Menteri Nomor M.HH-11.HH.04.05/2023 tentang strategi komunikasi.",
    "Nomor 005/B/II/2026 dan 12/A/III/2026 adalah nomor surat.",
    "ISBN 978-602-1234-56-7 tercantum di buku itu.",
    "Kegiatan pada 01/02/2026 pukul 08.00-12.00 WIB, 02/02/2026 libur.",
    "Rumah Tahanan Negara Kelas I, Jalan Percetakan Negara Nomor 88.",
    "Tinggal di asrama, siswa belajar 3 nomor lagu.",
    "Dana Rp2.500.000.000,00 dialokasikan untuk 2026.",
    "Nomor SP DIPA-137.05.2.407123/2026 tanggal 2 Desember 2025.",
    "Surat Nomor PAS4-PK.01.02-1234 tanggal 12-05-2026.",
    "Kepmen M.IP-12.OT.01.01 Tahun 2025 berlaku.",
    "Perjanjian kerja sama nomor W.17-HH.05.05-1234.",
    "Nomor 123/PKS/V/2026 ditandatangani.",
    "Pukul 08.00-10.00 WIB, 10.15-12.00 WIB, 13.00-15.00 WIB.",
    "Usia 14-17 tahun sebanyak 32 orang, 18-25 tahun 140 orang.",
    "Luas 1.250 m2, panjang 12,5 meter, lebar 10 meter.",
    "Panen 1.200 kg kangkung, 850 kg sawi, 2.350 kg cabai.",
    "Suhu 36,5 derajat; tekanan darah 120/80.",
    "Situs www.lapascontoh.go.id dan tautan https://s.id/lapor1234567890.",
    "Instagram @lapascontoh, X @lapas_contoh.",
    "Hadir Dandim 1016/Palangka Raya dan Kapolres.",
    "Yonif 631/Antang mengirim 12 personel.",
    "Kode satker 407123 dan NPSN 30203456 dicantumkan.",
    "Akreditasi KARS nomor 123/IV/2026.",
    "ISO 9001:2015 diraih.",
    "Nomor antrean A 123 B dipanggil.",
    "Tim B 2 A menang melawan Tim D 1 C.",
    "Kelas II A 2026 menjadi target.",
    "Blok D 12 B direnovasi.",
    "Ruang H 101 A dipakai rapat.",
    "Zoom Meeting ID 812 3456 7890, kode sandi 123456.",
    "Jalan Jenderal Sudirman Nomor 12, lokasi kantor Bapas.",
    "Lapas berada di Jalan A. Yani No. 5 RT 01 RW 02.",
    "Ketua RW 05 dan Ketua RT 03 hadir.",
    "Warga RT 05 menerima 30 paket sembako.",
    "Lahir dari kepedulian, program ini berjalan sejak 12 Maret 2024.",
    "Program ini lahir pada 12 Maret 2024.",
    "R.A. Kartini lahir di Jepara, 21 April 1879.",
    "Dr. Sahardjo lahir pada 26 Juni 1909.",
    "Hari lahir NU 31 Januari 1926.",
    "Koperasi memiliki rekening bank dan 120 anggota.",
    "Bank BRI Cabang Kapuas menyerahkan 12 unit komputer.",
    "BNI 46 menyalurkan CSR senilai Rp 125.000.000.",
    "Register F diisi petugas setiap pelanggaran.",
    "Petugas memeriksa nomor register setiap Warga Binaan.",
    "Reg pengamanan dan regu 1 sampai 4 mengikuti apel.",
    "Remisi diberikan kepada 12 orang (RU I) dan 3 orang (RU II).",
    "Sebanyak 5 orang PB, 3 orang CB, 2 orang CMB.",
    "SK B.I dan B.IIa direkap setiap bulan.",
    "Bus DAMRI 1234 membawa tamu.",
    "KM Kelimutu 1000 GT bersandar.",
    "Pesawat JT 672 mendarat.",
    "Sertifikat nomor 12.34.56.78.9.00123 diserahkan.",
    "Senin 04/05/2026 08:00 - 04/05/2026 16:00.",
    "Tabel: 12 15 18 21 24 27 30 33 36 39.",
    "2024 2025 2026 | 120 135 150 | 80 85 90",
    "Skor tes 612345678901 peserta dinilai.",
]


#: Rules of this room; names that nobody has declared are asked about elsewhere.
OURS = {rule.__name__ for rule in PERSONAL} | {"identity_numbers", "case_numbers"}


@pytest.mark.parametrize("text", BLOCKED)
def test_what_leads_straight_to_a_person_blocks(text: str) -> None:
    assert strongest(text, Group.PERSONAL) is Level.BLOCK


@pytest.mark.parametrize("text", SIGNED_FOR)
def test_what_may_be_private_is_signed_for(text: str) -> None:
    assert strongest(text, Group.PERSONAL) is Level.SIGN_OFF


@pytest.mark.parametrize("text", ASKED_AT_MOST)
def test_what_serves_the_public_never_stops(text: str) -> None:
    assert strongest(text, Group.PERSONAL) in (Level.WARNING, Level.SUGGESTION)


@pytest.mark.parametrize("text", PASSES)
def test_what_a_newsroom_writes_every_day_passes(text: str) -> None:
    told = [one for one in found(text, Group.PERSONAL) if one.rule in OURS]
    assert [(one.rule, one.excerpt) for one in told] == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("photos.0.file_name", "KTP_6271011203900001.jpg"),
        ("photos.0.file_name", "mobil-b-1234-xyz.jpg"),
        ("photos.1.alt", "Surat dengan NIK 6271011203900001"),
        ("photos.1.credit", "Foto: Budi, 0812-3456-7890"),
        ("slug", "warga-rt-03-rw-05-terima-bantuan-di-rumahnya"),
        ("slug", "nomor-hp-081234567890"),
        ("attachments.0.file_name", "rekening_BRI_012301012345501.pdf"),
        ("attachments.0.text", "Nomor register BI.123/2024"),
        ("ednote", "Kontak ibunya: 0812 3456 7890"),
        ("topics.0", "6271011203900001"),
        ("headline", "WARGA BINAAN BI.123/2024 BEBAS HARI INI"),
    ],
)
def test_every_field_is_searched(place: str, text: str) -> None:
    assert strongest(text, Group.PERSONAL, place=place) in (Level.BLOCK, Level.SIGN_OFF)


def test_a_declared_persons_illness_is_signed_for_and_an_officials_name_is_not() -> None:
    text = "Fulan Fiktif dirawat karena menderita kanker."
    inmate = Person("Fulan Fiktif", "inmate")
    official = Person("Fulan Fiktif", "official")
    assert strongest(text, Group.PERSONAL, people=(inmate,)) is Level.SIGN_OFF
    assert strongest(text, Group.PERSONAL, people=(official,)) is None


def test_the_finding_marks_the_number_and_offers_to_delete_it() -> None:
    text = "Ibunya: 0812-3456-7890, kata petugas."
    (one,) = found(text, Group.PERSONAL)
    assert one.excerpt == "0812-3456-7890"
    assert text[one.start : one.end] == one.excerpt
    assert one.replacements == ("",)
    assert "27/2022" in one.source


def test_an_account_of_an_institution_is_signed_for_and_a_persons_blocks() -> None:
    donation = "Donasi melalui rekening BSI 7123456789 a.n. Yayasan Contoh."
    assert strongest(donation, Group.PERSONAL) is Level.SIGN_OFF
    assert strongest("Rekening BSI 7123456789 a.n. Fulan.", Group.PERSONAL) is Level.BLOCK


def test_numbers_are_seen_through_disguises() -> None:
    assert strongest("0812\N{ZERO WIDTH SPACE}34567890", Group.PERSONAL) is Level.SIGN_OFF
    assert strongest("NIK\t6271011203\n900001", Group.PERSONAL) is Level.BLOCK
    assert strongest("R\N{CYRILLIC CAPITAL LETTER TE} 03/RW 05", Group.PERSONAL) is Level.BLOCK
