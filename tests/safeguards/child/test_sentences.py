"""In a release of children, what leads to a child is stopped and ordinary news passes."""

import pytest

from newsroom.safeguards import STOPS, Level
from tests.safeguards.child.sayings import found


@pytest.mark.parametrize(
    "text",
    [
        "Anak Binaan bernama Dimas Pratama meraih juara pertama lomba pidato.",
        "“Saya senang bisa belajar,” ujar Rizky, salah seorang Anak Binaan.",
        "Dimas tersenyum memegang piala.",
        "DIMAS RAIH JUARA LOMBA PIDATO",
        "Seorang anak berinisial DP mengaku menyesal.",
        "Anak Binaan RA (16) mengikuti ujian.",
        "A.R. (15) tampil membawakan puisi.",
        "D i m a s tampil memukau.",
        "Di-mas menerima piagam.",
        "dimas menerima piagam dari Kepala LPKA.",
        "Acara dihadiri Ibu Sumiati, orang tua salah satu Anak Binaan.",
        "ibunda Dimas tak kuasa menahan tangis.",
        "Anak itu merupakan putra dari Bapak Slamet Riyadi.",
        "Ia merupakan siswa SMPN 3 Purbalingga.",
        "Anak tersebut sebelumnya bersekolah di MTs Al-Hidayah.",
        "Anak asal Desa Karangsari itu menangis.",
        "Remaja yang tinggal di Jalan Melati RT 02 RW 05 tersebut mengaku menyesal.",
        "Anak Binaan yang akrab disapa Ucil itu menjadi kiper.",
        "Ia sebelumnya bergabung dengan klub SSB Garuda Muda.",
        "Guru dari SDN 2 Kalibata datang menjenguk muridnya.",
        "Anak Binaan bertato naga di lengan kiri menampilkan tari.",
        "Ia datang dengan motor Vixion merah miliknya.",
        "Ikuti karyanya di Instagram @dimaspratama07.",
        "Anak tersebut lahir pada 12 Mei 2010.",
        "Seorang anak berusia 15 tahun dengan kasus pencurian di Kecamatan Sukaraja kini dibina.",
        "Yosafat Wenda tampil memimpin lagu.",
        "Menurut Yosafat, pembinaan di LPKA sangat membantu.",
        "Pembacaan puisi oleh Ferdinan mendapat tepuk tangan.",
        "Foto: Bagas menerima sertifikat.",
        "D1mas menerima sertifikat.",
        'Anak bernama "Dim-as" itu senang.',
        "Muh. Rizal Anwar (17) mengaku senang.",
        "Kepala LPKA menyerahkan piala kepada Dimas.",
        "Bersama Kepala LPKA, Dimas menanam pohon.",
        "perwakilan Anak Binaan, Galang, menyampaikan terima kasih.",
        "Kakaknya, Rendi, datang menjemput.",
        "Paman anak tersebut, Pak Darto, menjadi penjamin.",
        "Neneknya yang berjualan di Pasar Wage datang setiap pekan.",
        "Santri Ponpes Darul Ulum itu kini menghafal 5 juz.",
        "D*** mengaku menyesal.",
        "Ketua kelas, Fajar, memimpin doa.",
    ],
)
def test_what_leads_to_a_child_is_stopped(text: str) -> None:
    assert [one for one in found(text) if one.level is Level.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala LPKA Kelas II Palangka Raya, Suwarto, membuka kegiatan.",
        "Kegiatan dihadiri Kepala Dinas Pendidikan Kota Palangka Raya, Jayani, S.Pd., M.Pd.",
        "Sebanyak 45 Anak Binaan berusia 14 sampai 18 tahun mengikuti upacara Hari Anak Nasional.",
        "LPKA bekerja sama dengan SMKN 1 Palangka Raya dan PKBM Darussa'adah.",
        "“Kami berkomitmen,” ujar Kasi Pembinaan, Rudi Hartono, A.Md.IP., S.H.",
        "Instruktur menjahit dari BLK, Siti Aminah, memuji hasil karya anak-anak.",
        "Ustaz Abdul Somad Wahid memberi tausiah di Masjid At-Taubah.",
        "Para petugas yakni Andi, Budi Santoso, dan Citra Dewi mendampingi anak.",
        "LPKA beralamat di Jalan Tjilik Riwut km 2,5, Palangka Raya.",
        "Wali asuh Rina Marlina mendampingi Anak Binaan selama belajar.",
        "Kepala Subseksi Pendidikan dan Bimbingan Kemasyarakatan, Yuni Astuti, menjelaskan.",
        "Siswa-siswi SMAN 2 Palangka Raya berkunjung ke LPKA untuk berbagi.",
        "Mahasiswa Universitas Palangka Raya, Novi Lestari, mengajar melukis.",
        "Orang tua Anak Binaan hadir dalam acara tersebut.",
        "Anak Binaan menampilkan Tari Manasai dan lagu Isen Mulang.",
        "Panti Rehabilitasi Harapan Bangsa menjadi mitra.",
        "Gebyar Kemerdekaan LPKA Diikuti Seluruh Anak Binaan",
        "LPKA PALANGKA RAYA GELAR PESANTREN KILAT RAMADAN",
        "Ikuti informasi di Instagram @lpka_palangkaraya.",
        "Rina dari PKBM Darussa'adah menyebut anak-anak antusias.",
        "Ketua Yayasan Peduli Anak Bangsa, Maria Goretti, menyerahkan bantuan.",
        "Kanwil Ditjenpas Kalimantan Tengah mengapresiasi capaian ini.",
        "Pelatih futsal Bambang Irawan melatih anak tiap Sabtu.",
        "Duta Anak Kalimantan Tengah hadir sebagai narasumber.",
        "Program hapus tato digelar bagi Anak Binaan.",
        "Psikolog anak dari Universitas Indonesia, Dr. Vera Handayani, memberi konseling.",
        "Suwarto yang akrab disapa Pak Warto memimpin apel. Kepala LPKA Suwarto berterima kasih.",
        "Bupati Garut Abdusy Syakur Amin hadir.",
        "Kapolsek Cibalong Iptu Dede Kurnia memberi penyuluhan.",
        "Penghargaan diserahkan oleh Direktur Jenderal Pemasyarakatan, Mashudi.",
        "Kegiatan bakti sosial membantu warga Desa Karangpawitan.",
    ],
)
def test_ordinary_news_of_children_passes(text: str) -> None:
    assert [one.excerpt for one in found(text) if one.level in STOPS] == []
