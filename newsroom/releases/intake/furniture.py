"""What sites and chats put around a story: counters, share buttons, links, greetings. Pure."""

import re

from . import dates

_SERVICES = (
    r"(?:facebook|twitter|x|whats ?app|wa|telegram|instagram|threads|line|pinterest|linkedin|"
    r"youtube|tik ?tok|e-?mail|surel|copy link|salin (?:link|tautan)|print|cetak|reddit|tumblr|"
    r"messenger|flipboard|koo|bluesky|google news)"
)
_COUNTERS = [
    r"(?:sudah )?(?:dibaca|dilihat|views?|post views|pembaca)\b.{0,30}",
    r"\d[\d.,]* (?:kali|views?|x)(?: dibaca)?",
    r"\d+ (?:min(?:ute)?s? read|menit (?:baca|membaca|dibaca))|waktu baca.{0,20}",
]
_BUTTONS = [
    rf"{_SERVICES}(?:[\s|/,·•]+{_SERVICES})*",
    r"(?:leave a|tinggalkan|post a|tulis|kirim|beri) (?:comment|reply|komentar|balasan)s?\b.*",
    r"(?:\d+ |no |belum ada |tidak ada )?(?:comments?|komentar)(?: on\b.*)?",
    r"(?:share|bagikan|sebarkan)(?: (?:this|artikel|berita|ke|di|on|via|tulisan)\b.*)?:?",
    rf"(?:share|bagikan|sebarkan)\s?:?\s(?:{_SERVICES}[\s|/,]*)+",
    r"(?:like|suka|follow|ikuti|subscribe|berlangganan|gabung|join)\b(?=.*\b(?:kami|google|channel|"
    r"saluran|akun|grup|instagram|facebook|whatsapp|telegram|youtube|news|update)).{0,160}",
    r"(?:click|klik)\b.{0,100}",
    r"(?:cek|simak|dapatkan|baca) .{0,80}(?:google news|whatsapp|channel|saluran|telegram)\b.*",
    r"(?:tagged|tags?|topik|kata kunci|categories|kategori|label|filed under)\s?:.*|tagged",
    r"(?:#\w+[\s,]*)+",
    r"https?://\S+|www\.\S+|(?:sumber|source|via|link)\s?:.*",
]
_LINKS = [
    r"(?:baca|simak|lihat)(?: juga| selengkapnya| lainnya)\b.*|read (?:more|also)\b.*",
    r"(?:berita|artikel|pos|post|tulisan)s? (?:lainnya|terkait|terbaru|terpopuler|populer|terkini|"
    r"sebelumnya|berikutnya|pilihan|utama|foto)",
    r"(?:related|recent|popular|previous|next|latest) (?:posts?|articles?|news)\b.*",
    r"terpopuler|trending|rekomendasi|radio corner",
    r"menu|home|beranda|skip to content|search|cari|(?:home|beranda)\s?[>»/|].*",
]
_HOUSE = [
    r"segala (?:sanggahan|kritik|saran)\b.*",
    r"artikel ini (?:telah|sudah|pernah)\b.*|(?:berita|artikel) ini .{0,20}tayang\b.*",
    r"(?:posted )?(?:by|oleh|penulis)\s?:?\s?(?:web ?)?admin\w*\b.{0,40}|admin\w*",
    r"advertisements?|iklan|scroll to (?:continue|resume).*|lanjutkan membaca.*|loading.*",
    r"(?:copyright|hak cipta)\b.*|©.*|.*all rights reserved.*|powered by .*",
    r"(?:siaran pers|press release|rilis(?: berita| pers)?|news release|forwarded|diteruskan)",
    r"(?:berita|hukum|daerah|nasional|regional|peristiwa|headlines?|uncategorized)",
    r"(?:nomor|no)\s?[.:].{0,60}|untuk (?:di)?(?:terbit|siar|rilis)kan segera.*",
    r"(?:narahubung|kontak|contact|call center|hotline|pengaduan|layanan pengaduan|website|"
    r"informasi lebih lanjut|instagram|facebook|alamat|telp|whatsapp)\b.{0,120}:.*",
    r"(?:foto|photo|dok|dokumentasi|kredit|credit|sumber foto)\s?[:/]\s?.{0,60}",
]
_GREETINGS = [
    r"(?:ass?alam\S*|selamat (?:pagi|siang|sore|malam)|shalom|salam sejahtera|om swastiastu)\b"
    r".{0,160}",
    r"(?:yth\b|kepada yth|dengan hormat|(?:mohon )?i[jz]in\b|mohon (?:arahan|petunjuk)).{0,160}",
    r"(?:siap,? (?:i[jz]in|komandan)|wassalam\S*|terima ?kasih|hormat kami|cc\b|tembusan).{0,160}",
    r"(?:berikut (?:kami|saya|ini)|demikian)\b(?=.*\b(?:rilis|berita|laporan|sampaikan|disampaikan|"
    r"informasi)).{0,160}",
]
_WHOLE = re.compile("|".join([*_COUNTERS, *_BUTTONS, *_LINKS, *_HOUSE, *_GREETINGS]), re.IGNORECASE)
#: Bare headings after which a site lists links to other stories.
_OPENS_LINKS = re.compile(
    r"(?:baca|simak|lihat) juga\W*|(?:berita|artikel) (?:lainnya|terkait|terbaru|terpopuler)\W*|"
    r"terpopuler|trending|related (?:posts?|articles?)\W*",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^[^\w#©(\"“'‘]+")
_LETTERS = re.compile(r"[^\W\d_]")
_META_WORDS = re.compile(
    rf"\b(?:posted|on|by|diposting|dipublikasikan|diterbitkan|terbit|published?|tayang|updated?|at|"
    rf"diperbarui|terakhir|last|modified|pukul|pada|wib|wita|wit|am|pm|tanggal|hari|dibaca|kali|"
    rf"{dates.WEEKDAY})\b",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether the whole line belongs to a site or a chat, not to the story."""
    bare = _LEADING.sub("", line)
    return not _LETTERS.search(bare) or bool(_WHOLE.fullmatch(bare))


def opens_links(line: str) -> bool:
    """Whether links to other stories follow."""
    return bool(_OPENS_LINKS.fullmatch(_LEADING.sub("", line)))


def is_posting_line(line: str) -> bool:
    """Whether a line says nothing but when the story was put up."""
    rest, day = dates.posting_day(line)
    return day is not None and not _LETTERS.search(_META_WORDS.sub("", rest))
