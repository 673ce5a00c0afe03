"""The pictures of one film's reception, drawn from its record."""

from collections.abc import Sequence

from filmdossier.model.film import FilmRecord
from filmdossier.present.outline import reviewer
from filmdossier.present.pictures.aspects import aspects
from filmdossier.present.pictures.drawing import Picture
from filmdossier.present.pictures.scores import scores
from filmdossier.present.pictures.shares import shares
from filmdossier.present.pictures.stances import Judge, stances


def pictures(record: FilmRecord, hrefs: Sequence[str] = ()) -> tuple[Picture, ...]:
    """The pictures for which the record has something: share, scores, stances, aspects; each review once.

    ``hrefs`` lead to the record's reviews, in their order; without them marks are no links.
    """
    again = {copy.review for copy in record.reception.copies}
    counted = [(index, review) for index, review in enumerate(record.reviews) if index not in again]
    paths = {document.id: document.path for document in record.documents}
    judges = [
        Judge(
            name=reviewer(review, paths),
            stance=review.stance,
            origin=review.stance_origin,
            rating=review.rating.raw if review.rating else "",
            href=hrefs[index] if hrefs else "",
        )
        for index, review in counted
    ]
    drawn = (
        shares(record),
        scores([review.rating for _, review in counted if review.rating is not None]),
        stances(judges),
        aspects([review for _, review in counted]),
    )
    return tuple(picture for picture in drawn if picture is not None)
