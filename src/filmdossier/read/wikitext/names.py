"""Names of templates whose rendering is a table: what they print, which argument they print, or that they print nothing."""

import re

CONSTANTS = {
    "cmain": "Main", "crecurring": "Recurring", "cguest": "Guest", "currentyear": "", "sup": "", "tba": "TBA", "tbd": "TBD", "cmain voice": "Main",
    "mdashes": "—", "zwsp": "", "rarr": "→", "larr": "←", "emptycell": "", "spaces": " ", "0": "", "00": "", "thinspace": " ", "ya": "Yes",
}  # fmt: skip

RESULTS = {
    "won": "Won", "win": "Won", "nom": "Nominated", "nominated": "Nominated", "yes": "Yes", "no": "No", "n/a": "—", "na": "—", "pending": "Pending",
    "runner-up": "Runner-up", "runner up": "Runner-up", "draw": "Draw", "tie": "Tied", "unknown": "Unknown", "dunno": "?", "?": "?", "some": "Some",
    "partial": "Partial", "free": "Free", "not nominated": "Not nominated", "shortlisted": "Shortlisted", "sho": "Shortlisted", "included": "Included",
    "yes2": "", "no2": "", "maybe": "Maybe", "any": "Any", "good": "Good", "bad": "Bad", "won2": "Won", "nom2": "Nominated", "recognized": "Recognized",
    "eliminated": "Eliminated", "cancelled": "Cancelled", "longlisted": "Longlisted", "lost": "Lost", "usually": "Usually", "n/a2": "—", "active": "Active",
    "depends": "Depends", "planned": "Planned", "table cell": "", "sho2": "Shortlisted", "third place": "Third place", "second place": "Second place",
    "first place": "First place", "gold1": "Gold", "silver2": "Silver", "bronze3": "Bronze", "special mention": "Special mention", "n": "No", "y": "Yes",
    "coming soon": "Coming soon", "in production": "In production", "in development": "In development", "released": "Released", "special": "Special",
    "varies": "Varies", "rarely": "Rarely", "site active": "Active", "incomplete": "Incomplete", "honored": "Honored", "ordered": "Ordered",
}  # fmt: skip

FIRST_ARGUMENT = (
    "small", "smaller", "nowrap", "nobr", "nobold", "noitalic", "nobreak", "big", "larger", "resize", "center", "left", "right", "bold", "em", "strong",
    "italics correction", "longitem", "longlink", "smallcaps", "sc", "small caps", "raise", "lower", "underline", "u", "mono", "code", "tt", "kbd",
    "var", "normal", "noitalics", "nobold", "wrap", "no wrap", "fontsize", "large", "normalsize", "font", "serif", "sup", "sub", "noprint", "screen reader-only",
    "formatprice", "nts", "number table sorting", "formatnum", "format price", "val", "gaps", "no italic", "noitalic", "noitalics", "avoid wrap", "mvar",
    "flagicon image", "pslink", "section link", "slink", "unichar", "char", "angle bracket", "okina", "avoidwrap", "allow wrap", "ipa", "respell", "angbr",
    "flagcountry", "flag", "flagu", "country data", "flaglist", "flagdeco text", "sort grade", "no bold", "longitem", "nee", "née", "notatypo", "strikethrough",
    "small block", "block", "align", "aligned table", "music note", "mp", "plainlink", "url text", "resize2", "tq", "quotation marks", "linktext", "cn span",
    "citation needed span", "clarify span", "disputed span", "update span", "elucidate", "original research span", "title link", "subst:nowrap", "ruby", "user",
    "coloredlink", "highlight", "nobold", "nowrapitem", "nowraplinks", "estimation text", "isn", "italic", "first word", "small2", "larger2", "text", "tmp", "lc", "uc",
    "lcfirst", "ucfirst", "nocaps", "hidden text", "keypress", "button", "start-stop", "cardinal", "ordinal", "numero", "ordinal to word", "number to word",
)  # fmt: skip

LAST_ARGUMENT = ("sort", "hs", "sorttext", "sort text", "ntsh", "font color", "fontcolor", "color", "colour", "fgcolor", "bgcolor", "background color", "legend", "hidden", "coltit", "ruby-ja",
                 "resize", "size", "color box", "tooltip2", "wikt-lang", "lang2", "sorthide", "family name hatnote text", "pipe link", "fs", "font size", "uncertain")  # fmt: skip

DROPPED = frozenset((
    "reflist", "references", "notelist", "notelist-ua", "notelist-la", "rp", "issn", "oclc", "doi", "asin", "anchor", "anchors", "clear", "-", "clr",
    "short description", "use dmy dates", "use mdy dates", "good article", "featured article", "italic title", "toc limit", "toclimit", "toc right", "toc left", "tocright",
    "tocleft", "toc", "cbignore", "webarchive", "wayback", "dead link", "deadlink", "self-published source", "self-published inline", "citation needed", "cn", "fact", "who", "when",
    "where", "which", "whom", "why", "by whom", "according to whom", "clarify", "citation needed section", "unreliable source?", "better", "better source", "better source needed",
    "subscription required", "registration required", "subscription", "portal", "portal bar", "portal-inline", "portalbar", "subject bar", "authority control", "navboxes", "wikiquote", "commons category",
    "commonscat", "commons", "commons category-inline", "commons-inline", "wikiquote-inline", "sister project links", "sisterlinks", "wikisource", "wikidata", "spoken wikipedia", "spoken article",
    "main", "main article", "see also", "seealso", "further", "further information", "details", "about", "for", "other uses", "otheruses", "otheruses4", "redirect", "redirect2", "distinguish",
    "confused", "for2", "hatnote group", "other uses of", "two other uses", "similar names", "about2", "for-multi", "for multi", "redirect-distinguish", "redirect-multi", "distinguish2", "main list",
    "multiple issues", "refimprove", "more citations needed", "more citations", "unreferenced", "unsourced", "notability", "expand section", "empty section", "plot", "long plot", "missing information",
    "unreferenced section", "refimprove section", "more citations needed section", "single source", "one source", "original research", "or", "tone", "copyedit", "copy edit", "cleanup", "update", "pov", "npov", "advert",
    "trivia", "in popular culture", "importance", "weasel", "peacock", "fansite", "all plot", "no plot", "no footnotes", "more footnotes", "blp sources", "primary sources", "third-party", "orphan", "dead end", "underlinked",
    "overlinked", "lead too short", "lead missing", "lead rewrite", "globalize", "prose", "very long", "split", "merge", "merge to", "merge from", "proposed deletion", "prod", "proposed deletion/dated", "afd", "deletable image-caption",
    "pp-vandalism", "pp-pc1", "pp-semi", "pp-protected", "pp", "pp-move", "pp-move-indef", "prone to spam", "prone to vandalism", "engvarb", "engvar", "inflation/year", "inflation-year", "inflation/fn", "inflation-fn",
    "inflation", "inflationyear", "inflation year", "inflation adjusted", "estimation", "increase", "decrease", "steady", "official website", "official site", "official url", "url", "imdb title", "imdb name", "tcmdb title", "mojo title",
    "rotten-tomatoes", "rotten tomatoes", "rottentomatoes", "metacritic film", "metacritic", "allmovie title", "allmovie", "amg movie", "amg title", "allrovi movie", "afi film", "afi catalog", "screenonline title", "ann", "imcdb movie", "bcdb title",
    "tv.com show", "tv.com", "hkmdb title", "facebook", "twitter", "instagram", "youtube", "dmoz", "moby game", "bmdb title", "internet archive film", "imdb", "imdb episodes", "bfi", "letterboxd", "tmdb title", "discogs master", "allmusic", "musicbrainz release",
    "album chart", "singlechart", "listen", "external media", "series overview", "extra chronology", "chronology", "singles", "image label", "images", "image frame", "css image crop", "flagicon", "flag icon", "flagdeco", "coord", "coords", "coordinates", "refend",
    "div col end", "colend", "col-begin", "col-end", "col-break", "col-2", "col-3", "col-4", "col begin", "col end", "col break", "col-1-of-2", "col-2-of-2", "col-1-of-3", "col-2-of-3", "col-3-of-3", "div end", "end div col", "divcol end", "end", "multicol-break",
    "multicol-end", "cast list end", "cast listing end", "endplainlist", "end plainlist", "plainlist end", "flatlist end", "endflatlist", "stack end", "stack begin", "s-start", "s-end", "s-bef", "s-ttl", "s-aft", "s-ach", "succession box", "start box", "end box", "certification table top",
    "certification table bottom", "certification table summary", "rt data", "mc data", "rotten tomatoes data", "film rating", "ref begin", "ref end", "access icon", "open access", "closed access", "free access", "in lang", "ja icon", "fr icon", "de icon", "it icon", "es icon", "ru icon", "zh icon", "language icon", "en icon",
    "ko icon", "pt icon", "pl icon", "sv icon", "nl icon", "da icon", "no icon", "fi icon", "cs icon", "hu icon", "tr icon", "hi icon", "ta icon", "te icon", "ml icon", "kn icon", "bn icon", "ur icon", "main other", "pov statement", "dubious", "vague", "verify source", "verification needed", "failed verification", "page needed",
    "year needed", "full citation needed", "full", "contradict", "contradict-inline", "contradictory inline", "specify", "efn end", "ambiguous", "opinion", "editorializing", "how", "like whom?", "undue weight inline", "nonspecific", "not in citation given", "citation not found", "medrs", "primary source inline", "non-primary source needed",
    "third-party inline", "tertiary source", "user-generated inline", "user-generated source", "synthesis inline", "original research inline", "irrelevant citation", "relevance inline", "importance inline", "examples", "example needed", "quantify", "time needed", "definition needed", "jargon inline", "awkward", "clarification needed", "clarify inline",
    "circular reference", "chronology citation needed", "promotional source", "dead youtube link", "cleanup bare urls", "bare url", "bare url inline", "link rot", "linkrot", "abbr end", "toc hidden", "use american english", "use british english", "use indian english", "default sort", "defaultsort", "noinclude", "hatnote templates", "improve categories",
    "uncategorized", "good topic", "featured list", "vanchor end", "film imdb refimprove", "imdb refimprove", "external links", "too many links", "cleanup-section", "cleanup rewrite", "in use", "under construction", "current", "recent death", "current film", "upcoming film", "future film", "film-stub", "stub", "filmseries", "cite check", "wikiproject film",
    "video game reviews end", "italics", "italictitle", "lowercase title", "lowercase", "displaytitle", "restrict title", "correct title", "taxobox", "family name hatnote", "family name explanation", "eastern name order", "indian name", "spanish name", "chinese name", "korean name", "japanese name", "ipac-cmn", "ipa-yue", "ipac-en", "ipa-en", "ipa-fr", "ipa-all",
    "audio", "pronunciation", "listen2", "multi-listen item", "ogg", "attached kml", "location map", "osm location map", "maplink", "graph:chart", "bar box", "timeline", "family tree", "chart top", "tree chart", "ahnentafel", "quote box end", "flagathlete", "color box2", "legend2", "sfn whitelist", "refideas", "nosave", "toc level", "hide in print", "only in print", "nbsp2",
))  # fmt: skip

_DROPPED_SHAPE = re.compile(
    r"(?:use \w+ (?:english|dates)|.*[- ]stub|pp[- ].*|.* icon|.* navbox|.* media|.* hatnote|.*[- ](?:title|id|movie|film id)|cleanup.*|.* inline|.*needed|s-.*|end .*|.* end|.*-end|wikiproject .*"
    r"|expand .*|more .*|.* filmography|films directed by .*|portal.*|about.*|redirect.*|other uses.*|toc.*|ipa.*|imdb.*|afd.*|.*tomatoes.*|.*metacritic.*|coord.*|flagicon.*|col-.*|infl.*|div col.*|.*sidebar)"
)


def dropped(name: str) -> bool:
    """Whether an unlisted name has the shape of a maintenance, navigation or external-link template."""
    return _DROPPED_SHAPE.fullmatch(name) is not None
