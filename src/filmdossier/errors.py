"""The exceptions filmdossier raises on purpose.

::

    FilmdossierError
    ├── ReadError            a file cannot be turned into a document
    │   ├── UnsupportedFormat    no reader for this kind of file
    │   ├── TooLarge             over the size limit
    │   ├── Encrypted            needs a password
    │   ├── BrokenFile           damaged, truncated or not what its name says
    │   ├── NoText               read, but holds no words
    │   └── UnknownColumns       a table, and nobody says what its columns mean
    ├── AnnotatorError       an annotator that the user plugged in gives no answer
    ├── EvidenceError        a citation that does not quote its document
    ├── StageError           a stage broke on a document: a defect of the program
    ├── StoreError           the library cannot be opened, read or written
    ├── UnknownFilm          no film of that name in the library
    ├── DecisionError        a decision that cannot be made: it names nothing, or contradicts itself
    │   └── UnknownStatement     no statement of that id in the record
    └── SettingsError        a setting with an impossible value

Every message names the thing, the reason and what to do about it.
"""


class FilmdossierError(Exception):
    """Root of every error raised on purpose."""


class ReadError(FilmdossierError):
    """A file cannot be turned into a document.

    ``path`` is the file as the user named it, ``reason`` what is wrong with it,
    ``remedy`` what the user can do.
    """

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path, self.reason, self.remedy = path, reason, remedy


class UnsupportedFormat(ReadError):
    """No reader for this kind of file."""


class TooLarge(ReadError):
    """The file is over the size limit."""


class Encrypted(ReadError):
    """The file needs a password."""


class BrokenFile(ReadError):
    """The file is damaged, truncated or not what its name says."""


class NoText(ReadError):
    """The file could be read but holds no words."""


class UnknownColumns(ReadError):
    """The columns of the table are not known, or do not tell a film or a judgement."""


class AnnotatorError(FilmdossierError):
    """An annotator that the user plugged in gives no answer: it cannot be loaded, reached or trusted with more time.

    ``reason`` is what is wrong, ``remedy`` what the user can do.
    """

    def __init__(self, annotator: str, reason: str, remedy: str) -> None:
        super().__init__(f"{annotator}: {reason}; {remedy}")
        self.reason, self.remedy = f"the annotator {annotator}: {reason}", remedy


class EvidenceError(FilmdossierError):
    """A citation that does not quote its document exactly."""


class StageError(FilmdossierError):
    """A stage broke on a document: a defect of the program, not of the document.

    ``stage`` is the stage's name; the cause is chained.
    """

    def __init__(self, stage: str, cause: str) -> None:
        super().__init__(f"internal error in the {stage} stage: {cause}")
        self.stage = stage


class StoreError(FilmdossierError):
    """The library cannot be opened, read or written."""


class UnknownFilm(FilmdossierError):
    """No film of that name in the library."""


class DecisionError(FilmdossierError):
    """A decision that cannot be made: what it names is not there, or it does not fit together."""


class UnknownStatement(DecisionError):
    """No statement or conflict of that id in the record."""


class SettingsError(FilmdossierError):
    """A setting with an impossible value."""
