"""The labels that credits, fact tables and file headers use.

Enters a label as written; leaves whether it is one of them. Only used to tell lines and tables of
facts from prose: what a label means is for the extractors to say.
"""

import re

from filmdossier.model.field_words import english, jobs

_KNOWN_LABEL = re.compile(
    r"(?:original )?title|film|movie|directors?|directed by|(?:co-)?writers?|written by|screenplay(?: by)?|story(?: by)?|based on"
    r"|(?:executive )?producers?|produced by|cast|starring|stars|music(?: by)?|composer|cinematograph(?:y|er)|photography"
    r"|director of photography|edit(?:or|ing|ed by)|production (?:company|companies)|studio|distribut(?:or|ed by)"
    r"|(?:(?:uk|us|us?a|british|american|first|theatrical|general|cinema) )?release(?:d| dates?)?|year|date|country|language|genres?|running time|runtime|length|duration|budget|box office"
    r"|author|critic|reviewer|by|reviewed by|publication|outlet|source|(?:my |our |final |overall |star |film )?(?:rating|grade|score|verdict|stars)|published|subject|from|to"
    r"|original (?:screenplay|script|music|score)(?: by)?|written|directed|produced|direction|dialogues?|original story|script(?: by)?|scenario|screen ?play(?: and dialogue)?|adaptation|camera(?:work)?|photographed by|director of photography|lighting camera(?:man)?"
    r"|associate producers?|art direct(?:or|ion)|costumes?|sets?|with|featuring|players|year of (?:production|release)|production year|produced in|first shown|premiere"
    r"|alternative titles?|also known as|footage|gauge|country of origin|production countr(?:y|ies)|lyrics|narrat(?:or|ion)|(?:filming )?locations?"
    r"|venue|certificate|original language|aspect ratio|colou?r|sound|mpaa rating|rated|plot|synopsis",
    re.IGNORECASE,
)

_OF_DOCUMENT = re.compile(
    r"(?:my |our |final |overall |star |film )?(?:rating|grade|score|verdict|stars)|author|critic|reviewer|by|reviewed by|publication|outlet|source"
    r"|published|subject|from|to|date",
    re.IGNORECASE,
)


def is_credit_label(label: str) -> bool:
    """Whether ``label`` is one that credits or the head of a file use."""
    return len(label) <= 60 and (_known(label) or all(_known(job) for job in jobs(label)))


def _known(label: str) -> bool:
    return _KNOWN_LABEL.fullmatch(english(label).strip().rstrip(":")) is not None


def describes_document(label: str) -> bool:
    """Whether ``label`` says something of the document (who wrote it, its rating) and not of the film."""
    return _OF_DOCUMENT.fullmatch(label.strip()) is not None
