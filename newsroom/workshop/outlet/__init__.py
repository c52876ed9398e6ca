"""The sample partner outlet: a small news site of its own that takes WartaPas' signed webhooks.

It knows nothing of the newsroom: no Django, no shared table, only what travels in a request. So
what it shows is what any partner could show.
"""
