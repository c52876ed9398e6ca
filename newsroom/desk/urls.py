"""Addresses of the desk's own pages; the lists are Django admin's."""

from django.contrib import admin
from django.urls import path

from . import (
    attachments,
    checking,
    consents,
    faces,
    habits,
    history,
    overruling,
    paste,
    pictures,
    placements,
    preview,
    steps,
    writing,
)

app_name = "desk"

_inside = admin.site.admin_view

urlpatterns = [
    path("siaran/baru/", _inside(writing.write), name="write"),
    path("siaran/tempel/", _inside(paste.paste), name="paste"),
    path("siaran/periksa/", _inside(checking.check_new), name="check_new"),
    path("siaran/<int:pk>/periksa/", _inside(checking.check), name="check"),
    path("siaran/<int:pk>/", _inside(writing.release), name="release"),
    path("siaran/<int:pk>/langkah/<slug:name>/", _inside(steps.step), name="step"),
    path(
        "siaran/<int:pk>/temuan/<slug:fingerprint>/izinkan/",
        _inside(overruling.overrule),
        name="overrule",
    ),
    path("siaran/<int:pk>/riwayat/", _inside(history.history), name="history"),
    path("siaran/<int:pk>/pratinjau/", _inside(preview.preview), name="preview"),
    path("siaran/<int:pk>/pengiriman/", _inside(placements.deliveries), name="deliveries"),
    path("ejaan/", _inside(habits.habits), name="habits"),
    path("ejaan/kata/", _inside(habits.learn), name="learn_word"),
    path("ejaan/kata/<int:pk>/hapus/", _inside(habits.forget), name="forget_word"),
    path("persetujuan/", _inside(consents.consents), name="consents"),
    path("persetujuan/baru/", _inside(consents.record), name="consent_new"),
    path("persetujuan/<int:pk>/", _inside(consents.consent), name="consent"),
    path("persetujuan/<int:pk>/berkas/", _inside(consents.paper), name="consent_paper"),
    path("persetujuan/<int:pk>/cabut/", _inside(consents.withdraw), name="consent_withdraw"),
    path("kiriman/<int:pk>/coba-lagi/", _inside(placements.retry), name="retry"),
    path("kiriman/<int:pk>/ambil-alih/", _inside(placements.take_over), name="take_over"),
    path(
        "siaran/<int:pk>/lampiran/<int:attachment_pk>/",
        _inside(attachments.attachment),
        name="attachment",
    ),
    path("siaran/<int:pk>/foto/<int:photo_pk>/", _inside(pictures.picture), name="picture"),
    path("siaran/<int:pk>/foto/<int:photo_pk>/wajah/", _inside(faces.faces), name="faces"),
    path("siaran/<int:pk>/foto/<int:photo_pk>/keadaan/", _inside(faces.state), name="photo_state"),
    path("siaran/<int:pk>/foto/<int:photo_pk>/asli/", _inside(pictures.original), name="original"),
]
