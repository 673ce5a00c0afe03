"""Store stage: a library of documents, claims, films and decisions; opened by :class:`Store`."""

from filmdossier.store.lists import DocumentHead
from filmdossier.store.rows import DocumentRows, encode_document
from filmdossier.store.store import MEMORY, Store
from filmdossier.store.view import Fingerprint, View
from filmdossier.store.writer import Writer

__all__ = ["MEMORY", "DocumentHead", "DocumentRows", "Fingerprint", "Store", "View", "Writer", "encode_document"]
