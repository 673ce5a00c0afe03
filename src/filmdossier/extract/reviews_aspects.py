"""What a review praises and criticises, in the document's words. (Filled in below.)"""

from filmdossier.extract.reviews_statements import Statement
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import AspectMention
from filmdossier.model.text import Span


def aspects(annotations: Annotations, statement: Statement, region: Span) -> tuple[list[AspectMention], list[AspectMention]]:
    """Praised and criticised."""
    return [], []
