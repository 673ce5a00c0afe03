"""``python -m benchmarks [quality|speed|corpus|calibration] …``: quality and speed if none is named."""

import sys

from benchmarks import calibration, corpus, quality, speed


def main() -> int:
    """Runs the named measurements."""
    names, rest = (
        [a for a in sys.argv[1:] if a in ("quality", "speed", "corpus", "calibration")],
        [a for a in sys.argv[1:] if a.startswith("-")],
    )
    status = 0
    if not names or "quality" in names:
        status |= quality.main(rest)
    if not names or "speed" in names:
        status |= speed.main(rest)
    if "corpus" in names:
        status |= corpus.main(rest)
    if "calibration" in names:
        status |= calibration.main(rest)
    return status


if __name__ == "__main__":
    sys.exit(main())
