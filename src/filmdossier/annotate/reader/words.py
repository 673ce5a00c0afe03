"""Where the words of a text stand, cut as the treebank cuts them.

Contractions come apart ("do|n't", "it|'s"), hyphens and brackets stand alone, abbreviations,
initials, amounts and addresses stay whole. Characters that are neither a word nor a mark
(spaces, controls) belong to no word, and neither do footnote marks such as ``[8]``: they are no part
of the sentence.
"""

import re

# The order matters: the first alternative that fits wins. What looks ahead over letters is bounded: on a megabyte
# of them, looking to the end from every word would never end.
_WORD = re.compile(
    r"""
    (?P<footnote>\[(?:\d{1,3}|[a-z]|note\ \d{1,3}|citation\ needed)\])
  | (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]        # an address
  | [\w.+-]{1,64}@\w+(?:\.\w+)+                              # somebody's mail
  | \w{1,40}(?=n['’]t\b)                                     # "do" of "don't"
  | n['’]t\b
  | (?i:can)(?=not\b) | (?<=\b[Cc]an)not\b
  | (?i:gon|wan|got)(?=(?:na|ta)\b) | (?<=\b[Gg]on)na\b | (?<=\b[Ww]an)na\b | (?<=\b[Gg]ot)ta\b
  | (?i:['’](?:s|re|ve|ll|d|m|em|cause|til|n))\b             # what a contraction adds
  | (?:[^\W\d_]\.){2,}                                       # "U.S.", "a.m."
  | (?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Sgt|Capt|Prof|Rev|Hon|vs|etc|al|Vol|Inc|Ltd|Co|Corp|Bros|Ph\.D)\.(?=[\s,)]|$)
  | No\.(?=\s*\d)
  | \b(?i:co|pre|anti|non|pro|inter|semi|mini|post|multi|un|re|ex|sub|e)-[^\W\d_]+   # a prefix is no word of its own
  | \b[A-Z]\.(?=\s+[A-Z])                                    # an initial before a name
  | \d+(?:[.,:/]\d+)+ | \d+(?:st|nd|rd|th|s)\b | \d+         # amounts, times, "21st"
  | \.{2,} | …+ | -{2,} | [–—]+ | !+ | \?+ | \*+ | =+ | _+   # runs of one mark
  | [^\W\d_]+(?:['’](?!(?i:s|re|ve|ll|d|m|em)\b)[^\W\d_]+)*  # a word, "o'clock" among them
  | \w | [^\w\s\x00-\x1f\x7f-\x9f]
    """,
    re.VERBOSE,
)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of ``text``, in order; half-open, in characters."""
    return [match.span() for match in _WORD.finditer(text) if match.lastgroup is None]
