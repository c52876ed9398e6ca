import re

import pytest
from django.urls import reverse

from newsroom.releases import judging
from newsroom.safeguards import Group, Level, check
from newsroom.safeguards.rules import RULES

pytestmark = pytest.mark.browser
OUT = "/work/tmp/typing/"


def style(matter):
    for r in matter.readings:
        for pattern, new, level, reason in [
            (
                r"Kelas II B",
                "Kelas IIB",
                Level.WARNING,
                "Golongan dan huruf kelas ditulis serangkai.",
            ),
            (
                r"\bdi karenakan\b",
                "dikarenakan",
                Level.WARNING,
                "Imbuhan “di-” ditulis serangkai dengan katanya.",
            ),
            (
                r"\bpermasyarakatan\b",
                "pemasyarakatan",
                Level.WARNING,
                "Kata bakunya “pemasyarakatan”.",
            ),
            (r"\bdalam rangka\b", "untuk", Level.SUGGESTION, "Lebih ringkas."),
            (r"\bmerupakan\b", "adalah", Level.SUGGESTION, "Lebih lugas."),
        ]:
            for m in re.finditer(pattern, r.clear):
                yield r.finding(
                    m.span(),
                    rule="x",
                    group=Group.LANGUAGE,
                    level=level,
                    reason=reason,
                    source="EYD V",
                    replacements=(new,),
                    safe=level == Level.WARNING,
                )
        for m in re.finditer(r"\bBudi Percobaan\b", r.clear):
            yield r.finding(
                m.span(),
                rule="unknown_person",
                group=Group.INMATE,
                level=Level.WARNING,
                reason="Siapa Budi Percobaan? Sebutkan perannya agar siaran ini aman.",
            )
        for m in re.finditer(r"\b08\d{8,10}\b", r.clear):
            yield r.finding(
                m.span(),
                rule="phone",
                group=Group.PERSONAL,
                level=Level.SIGN_OFF,
                reason="Nomor telepon pribadi tidak diterbitkan.",
                source="UU 27/2022 Pasal 4",
                replacements=("",),
            )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shots(world, visitor, width, scheme, monkeypatch):
    monkeypatch.setattr(judging, "check", lambda m: check(m, (*RULES, style)))
    release = world.draft(
        headline="Rutan Kelas II B Uji Damai gelar panen raya dalam rangka hari bakti permasyarakatan",
        body="<p>Kegiatan ini <strong>merupakan Kelas II B</strong> tahunan, kata Budi Percobaan. Hubungi 081234567890 atau NIK 6271034505120003 untuk kabar.</p><ul><li>Sayur Kelas II B di karenakan hujan</li><li>Buah permasyarakatan</li></ul>",
        lead="Sebanyak 40 kilogram sayur dipanen di kebun Lapas Kelas II B pada Senin pagi dalam rangka ketahanan pangan.",
        event_date=None,
    )
    someone = visitor(width, color_scheme=scheme)
    someone.sign_in(world.writer)
    page = someone.page
    page.emulate_media(color_scheme=scheme)
    if scheme == "dark":
        page.evaluate("localStorage.setItem('_x_adminTheme', JSON.stringify('dark'))")
    someone.open(reverse("desk:release", args=[release.pk]))
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    page.wait_for_timeout(2500)
    page.screenshot(path=f"{OUT}{width}-{scheme}.png")
    page.screenshot(path=f"{OUT}{width}-{scheme}-full.png", full_page=True)
    if width == 390:
        page.click(".check-bar")
        page.wait_for_timeout(400)
        page.screenshot(path=f"{OUT}{width}-{scheme}-open.png")
    print(someone.complaints)
    assert someone.complaints == []
