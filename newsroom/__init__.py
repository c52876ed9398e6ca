"""WartaPas: the newsroom of Indonesia's correctional facilities."""
