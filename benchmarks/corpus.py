"""Reads every page and review of the shared data set, and says what failed and why.

``python -m benchmarks corpus [--keep FOLDER]`` unpacks the encyclopedia pages (wikitext in XML and
raw HTML) and writes the reviews as Markdown files with front matter, reads them all into a new
library, and prints counts, failures, the documents that name no film with the reason, and what the
titles and years come to against the lists that accompany the pages.
"""

import gzip
import json
import sys
import tarfile
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks import gold
from filmdossier.run.library import Summary, read_paths
from filmdossier.store import Store

DATA = gold.EVALUATION.parent / "data"


def main(arguments: list[str]) -> int:
    """Prints the table."""
    if not DATA.is_dir():
        print(f"the shared data set is not at {DATA}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        pages, reviews = unpack_pages(corpus / "pages"), write_reviews(corpus / "reviews")
        start = time.perf_counter()
        with Store.open(Path(folder) / "library.db") as store:
            summary = read_paths([corpus], store)
            seconds = time.perf_counter() - start
            with store.view() as view:
                films = len(view.films())
        print(f"{pages} pages and {len(reviews)} reviews in {seconds:.1f} s ({(pages + len(reviews)) / seconds:.0f} documents/s)")
        print(f"read {len(summary.read)}, failed {len(summary.failures)}, about no film {len(summary.without_film)}, films {films}")
        _explain(summary)
    return 0


def unpack_pages(folder: Path) -> int:
    """The number of encyclopedia pages written to ``folder``."""
    folder.mkdir(parents=True)
    count = 0
    for name in ("wiki-wikitext.tar.gz", "wiki-html.tar.gz"):
        with tarfile.open(DATA / name) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None:
                    (folder / Path(member.name).name).write_bytes(content.read())
                    count += 1
    return count


def write_reviews(folder: Path) -> list[dict[str, Any]]:
    """The reviews' rows; each is written as a Markdown file under its own name."""
    folder.mkdir(parents=True)
    with gzip.open(DATA / "reviews-with-records.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        front = "".join(f"{key}: {row[key]}\n" for key in ("date", "imdb_id", "grade", "slug"))
        (folder / row["file"]).write_text(f"---\n{front}---\n\n{row['text']}\n", encoding="utf-8")
    return rows


def _explain(summary: Summary) -> None:
    for failure in summary.failures:
        print(f"  failed: {failure.origin}: {failure.reason}")
    for reason, count in Counter(summary.without_film.values()).most_common():
        names = sorted(Path(origin).name for origin, why in summary.without_film.items() if why == reason)
        print(f"  no film ({count}): {reason}: {', '.join(names[:4])}{' …' if count > 4 else ''}")
