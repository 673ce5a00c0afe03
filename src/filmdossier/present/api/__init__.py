"""The library for programs: JSON over HTTP under ``/api``, described by ``/api/openapi.json``.

A router for each kind of thing; :mod:`~filmdossier.present.api.mounted` puts them into the web
application, behind its guard.
"""
