"""Whose contact it is: the service's, which readers need, or a private person's."""

import re

from newsroom.safeguards.viewing import View

_SERVICE = re.compile(
    r"\b(?:layanan|pelayanan|pengaduan|aduan|lapor|hotline|call ?cent(?:er|re)|narahubung"
    r"|contact person|humas|kehumasan|ppid|posko|pusat bantuan|resmi|24 jam|kantor|sekretariat"
    r"|loket|helpdesk|customer service|pendaftaran|pemesanan|reservasi|redaksi|panitia|sumantab"
    r"|hubungan masyarakat|wbs|upg|span)\b",
    re.IGNORECASE,
)
# A number beside an office's own address, or one that the public is invited to call.
_INVITED = re.compile(
    r"@[\w.\-]{2,40}\.go\.id|\b(?:masyarakat|publik|pembaca|warga(?! binaan)|pelanggan|pengunjung"
    r"|pembeli|keluarga|media|wartawan)\b[\w ]{0,30}\b(?:dapat|bisa|silakan|dipersilakan"
    r"|diminta)\b[\w ]{0,20}\b(?:menghubungi|mengirim\w*|melapor\w*|menelepon|memesan)\b(?: nomor"
    r"| ke| melalui| wa| whatsapp| pesan|[ :]){0,6}$",
    re.IGNORECASE,
)
_INFORMATION = re.compile(r"\binformasi\b|\binfo\b|\bkunjungan\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"\b(?:pribadi|ayah|ibu(?! kota)|orang ?tua|keluarga|istri|isteri|suami|anak|korban|saksi"
    r"|warga binaan|wbp|narapidana|napi|tahanan|klien|pelapor|paman|bibi|kakek|nenek|kakak|adik"
    r"|wali|pengunjung|tetangga|pacar|saudara|mantan|rumah)(?:nya|ku)?\b",
    re.IGNORECASE,
)
# "nomor ponsel ibunya": whose number it is stands right before it, whatever the sentence is about.
_OWNED = re.compile(
    r"\b(?:nomor|no|hp|handphone|ponsel|telepon|telp|wa|whatsapp|kontak|surel"
    r"|e-?mail)\b[^.\n]{0,14}\b(?:pribadi|ayah|ibu|orang tua|istri|isteri|suami|keluarga|korban"
    r"|saksi|pelapor|wali|kakak|adik|paman|bibi|kakek|nenek|warga binaan|wbp|narapidana|tahanan"
    r"|pengunjung)(?:nya|ku)?\b(?! (?:dapat|bisa|silakan|agar))",
    re.IGNORECASE,
)


def serves_the_public(view: View, span: tuple[int, int]) -> bool:
    """Whether the words beside a number or an address say that it belongs to a service."""
    before = view.before(span[0], 110)
    after = view.after(span[1], 80)
    near = before + " " + after[:40]
    if _OWNED.search(before[-60:]):
        return False
    if _SERVICE.search(near) or _INVITED.search(before) or _INVITED.search(after):
        return True
    return bool(_INFORMATION.search(near)) and not _PRIVATE.search(near)


def is_private(view: View, span: tuple[int, int]) -> bool:
    """Whether the words beside it speak of a private person."""
    return bool(_PRIVATE.search(view.around(span, before=80, after=30)))
