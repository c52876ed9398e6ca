"""The one signal of the house: a doorbell rung after an edition is safely written."""

from django.dispatch import Signal

#: Sent after commit with ``edition_id: int``. A missed ring is harmless: a sweep reads the rows.
edition_published = Signal()
