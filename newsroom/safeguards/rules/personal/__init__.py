"""Personal data that leads to one private person (UU 27/2022): each kind has its own file."""

from .addresses import home_addresses
from .bank_accounts import bank_accounts
from .births import births
from .documents import document_numbers
from .emails import emails
from .health import health
from .phones import phones
from .plates import licence_plates
from .registers import register_numbers

PERSONAL = (
    phones,
    emails,
    licence_plates,
    register_numbers,
    document_numbers,
    bank_accounts,
    home_addresses,
    births,
    health,
)
