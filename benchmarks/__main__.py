"""``python -m benchmarks [quality|speed|corpus|calibration|leads|reader|coreference|ratings|reception|questions|kills|kills-uploading|serve|aspects|verdicts-hidden|tables|whole-reviews] …``: quality and speed if none is named."""

import sys

from benchmarks import (
    aspects,
    calibration,
    coreference,
    corpus,
    kills,
    kills_uploading,
    leads,
    quality,
    questions,
    ratings,
    reader,
    reception,
    serve,
    speed,
    tables,
    verdicts_hidden,
    whole_reviews,
)


def main() -> int:
    """Runs the named measurements."""
    known = (
        "quality",
        "speed",
        "corpus",
        "calibration",
        "leads",
        "reader",
        "coreference",
        "ratings",
        "reception",
        "questions",
        "kills",
        "kills-uploading",
        "serve",
        "aspects",
        "verdicts-hidden",
        "tables",
        "whole-reviews",
    )
    names, rest = [a for a in sys.argv[1:] if a in known], [a for a in sys.argv[1:] if a not in known]
    status = 0
    if not names or "quality" in names:
        status |= quality.main(rest)
    if not names or "speed" in names:
        status |= speed.main(rest)
    if "corpus" in names:
        status |= corpus.main(rest)
    if "calibration" in names:
        status |= calibration.main(rest)
    if "leads" in names:
        status |= leads.main(rest)
    if "reader" in names:
        status |= reader.main(rest)
    if "coreference" in names:
        status |= coreference.main(rest)
    if "ratings" in names:
        status |= ratings.main(rest)
    if "reception" in names:
        status |= reception.main(rest)
    if "questions" in names:
        status |= questions.main(rest)
    if "kills" in names:
        status |= kills.main(rest)
    if "kills-uploading" in names:
        status |= kills_uploading.main(rest)
    if "serve" in names:
        status |= serve.main(rest)
    if "aspects" in names:
        status |= aspects.main(rest)
    if "verdicts-hidden" in names:
        status |= verdicts_hidden.main(rest)
    if "whole-reviews" in names:
        status |= whole_reviews.main(rest)
    if "tables" in names:
        status |= tables.main(rest)
    return status


if __name__ == "__main__":
    sys.exit(main())
