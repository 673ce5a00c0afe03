"""The tables of a library, the same on SQLite and PostgreSQL.

Keys are the ids that the pipeline makes (hashes of content), so that the same documents give the
same rows in whatever order they are read. Structured values are JSON text: readable with any SQL
tool, and free of the two engines' different JSON types.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

# Raise it with every table or column that comes, and tell in `upgrade.py` how an older library gets them.
SCHEMA_VERSION = 6
APPLICATION = "filmdossier"

METADATA = MetaData()

# "application", "schema", "links" (the linking that made the links, '' where documents came since), and the
# numbers that `kept.py` raises with changes.
META = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# The text stands last: SQLite reads a row's head without its overflow pages, so that listing two
# thousand documents does not read two thousand texts.
DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("origin", Text, nullable=False, unique=True),
    Column("media_type", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("reason", Text, nullable=False),
    Column("hint_title", Text),
    Column("hint_year", Integer),
    Column("text", Text, nullable=False),
)

LAYOUTS = Table(
    "layouts",
    METADATA,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

TOPICS = Table(
    "topics",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("year", Integer),
    Column("content", Text, nullable=False),
    Index("topics_by_document", "document"),
)

# Keyed by place, not by id: the hashes of one document's claims fall on a page of the index each.
# Committing a thousand documents of a hundred claims took 2.3 s keyed by id and 0.7 s keyed by place.
CLAIMS = Table(
    "claims",
    METADATA,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("topic", Text, ForeignKey("topics.id", ondelete="CASCADE"), nullable=False),
    Column("predicate", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("claims_by_topic", "topic", "predicate"),
    Index("claims_by_predicate", "predicate"),
)

FILMS = Table(
    "films",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("year", Integer),
    Column("content", Text, nullable=False),
)

LINKS = Table(
    "links",
    METADATA,
    Column("topic", Text, ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True),
    Column("film", Text, ForeignKey("films.id", ondelete="CASCADE"), nullable=False),
    Index("links_by_film", "film"),
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("origin", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False),
)

# No foreign key on purpose: a decision outlives every claim, document and film it was made about. Rows are
# added and never changed. "decisions" was the name of an earlier format's table; see `upgrade.py`.
DECISIONS = Table(
    "editor_decisions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("film", Text, nullable=False),
    Column("decided_at", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("editor_decisions_by_film", "film"),
)

# What a list of thousands of films shows of each. Computed from the record and dropped in the transaction
# that changes what it follows from (see `summaries.py`): a row that is there is true.
SUMMARIES = Table(
    "summaries",
    METADATA,
    Column("film", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("year", Integer),
    Column("sort_key", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("directors", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("facts", Integer, nullable=False),
    Column("cast", Integer, nullable=False),
    Column("story", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("disputed", Text, nullable=False),
)

# A page of a sorted list is a walk along one of these; those that hold the names are searched without a look at the rows.
Index("summaries_in_title_order", SUMMARIES.c.version, SUMMARIES.c.sort_key, SUMMARIES.c.film, SUMMARIES.c.names)
for _column, _beside in (
    (SUMMARIES.c.year, ()),
    (SUMMARIES.c.documents, (SUMMARIES.c.names,)),
    (SUMMARIES.c.reviews, ()),
    (SUMMARIES.c.disputes, ()),
):
    Index(
        f"summaries_in_{_column.name}_order", SUMMARIES.c.version, _column.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film, *_beside
    )

# Who has a part in which film, and who wrote of it where; computed and dropped with the summary.
APPEARANCES = Table(
    "appearances",
    METADATA,
    Column("film", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("rating", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Index("appearances_by_name", "kind", "name_key", "film", "name"),
)

# Every name once, with the number of its films: kept with the appearances, which it counts.
NAMES = Table(
    "names",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("name_key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("films", Integer, nullable=False),
)

# What of each film is most worth an editor's look; computed and dropped with the summary.
LOOKS = Table(
    "looks",
    METADATA,
    Column("film", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("urgency", Float, nullable=False),
    Index("looks_by_urgency", "urgency", "film", "ordinal"),
)

# The numbers under which documents stand in the index of words, which on SQLite takes nothing else.
SEARCHABLE = Table(
    "searchable",
    METADATA,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
)
