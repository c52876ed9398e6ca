"""Pieces of patterns that several rules of security share."""

SOURCE = "UU 14/2008 art. 17; UU 22/2022"

_UNIT = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
NUMBER = (
    rf"(?:\d{{1,4}}|(?:{_UNIT}) (?:belas|puluh)(?: (?:{_UNIT}))?|sepuluh|sebelas|belasan|puluhan"
    rf"|{_UNIT}|seorang|sepasang)(?: \(\w{{1,12}}\))?"
)
#: A time of the day, or a day that is to come.
CLOCK = r"(?:pukul|jam) ?\d{1,2}|\d{1,2}[.:]\d\d(?: ?(?:wib|wita|wit))?"
WEEKDAY = r"senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad"
MONTH = r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
SOON = (
    r"besok|lusa|esok|malam ini|nanti malam|malam nanti|sore nanti|dini hari nanti|(?:pekan|minggu"
    r"|bulan) depan|hari ini juga"
)
PRISONERS = (
    r"narapidana|warga binaan|tahanan(?! negara)|wbp|napi|terpidana|anak binaan|andikpas|napiter"
    r"|bandar|teroris|penghuni"
)
#: Parts of a facility, named so exactly that somebody could go there.
INSIDE = (
    r"pintu|lorong|koridor|selasar|sudut|menara|dapur|tembok|pagar|gerbang|branggang|brandgang|p2u"
    r"|portir|blok|kamar|sel|pos|gudang|poliklinik|klinik|ruang|lantai|atap|halaman|bengkel|kantin"
)
SIDE = (
    r"(?:sudut|sisi|sebelah|arah|bagian|pojok) (?:utara|selatan|timur|barat|tenggara|barat ?daya"
    r"|barat ?laut|timur ?laut|belakang|depan|kiri|kanan)"
)
