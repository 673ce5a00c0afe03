"""Tables of reviews for the tests, in the layouts that exist in the wild; every line is made up."""

import gzip
from collections.abc import Sequence
from pathlib import Path

LINKED = (
    "rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content",
    'm/night_ferry,Ada Quill,True,The Harbour Gazette,Fresh,4/5,2011-03-02,"A crossing that ends too soon, and ""soon"" is the word."',
    "m/night_ferry,Ben Orlo,False,Reel Notes,Rotten,,2000-01-01,It runs aground in the second act.",
    "m/glass_harvest,Ada Quill,True,The Harbour Gazette,Rotten,2/5,2012-07-09,",
)
STATED = (
    "id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl",
    "night_ferry,11,2011-03-02,Ada Quill,True,B+,fresh,The Harbour Gazette,Lovely to the last buoy.,POSITIVE,http://example.org/a",
    "glass_harvest,12,2012-07-09,Ben Orlo,False,,rotten,Reel Notes,Nothing grows here.,NEGATIVE,",
)
NUMBERED = (
    "id\treview\trating\tfresh\tcritic\ttop_critic\tpublisher\tdate",
    '3\tCéline\'s tide of "small" griefs.\t3/4\tfresh\tAda Quill\t1\tThe Harbour Gazette\tMarch 2, 2011',
    '3\t"It says ""hello"" and means it."\t\tfresh\tBen Orlo\t0\tReel Notes\tJanuary 1, 2000',
    "7\t\tC-\trotten\tAda Quill\t1\tThe Harbour Gazette\tJuly 9, 2012",
)
SCORED = (
    '{"movie": "Night Ferry", "year": "1951", "tomatometer": "67%", "audience": "58%", "critic": "Ada Quill", "outlet": "The Harbour Gazette", "state": "fresh", "score": "4/5", "date": "2011-03-02", "quote": "A crossing that ends too soon."}',
    '{"movie": "Night Ferry", "year": "1951", "tomatometer": "67%", "audience": "58%", "critic": "", "outlet": "Reel Notes", "state": "rotten", "score": null, "date": "2000-01-01", "quote": ""}',
)
RATED = ("tconst\taverageRating\tnumVotes", "tt0000001\t7.1\t1203", "tt0000002\t5.4\t88")
BASICS = (
    "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres",
    "tt0000001\tmovie\tNight Ferry\tDer Nachtdampfer\t0\t1951\t\\N\t92\tDrama",
    "tt0000002\tmovie\tGlass Harvest\tGlass Harvest\t0\t\\N\t\\N\t\\N\t\\N",
)
FILMS = ("id,title,year", "3,Night Ferry,1951", "7,Glass Harvest,2012")


def write(path: Path, lines: Sequence[str], *, encoding: str = "utf-8", packed: bool = False, end: str = "\n") -> Path:
    """The file, with these lines in it."""
    raw = (end.join(lines) + end).encode(encoding)
    path.write_bytes(gzip.compress(raw) if packed else raw)
    return path
