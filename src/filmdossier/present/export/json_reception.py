"""The reception in the record JSON: aggregators' claims, reviews, and what is counted of them.

Values of the record enter, plain dictionaries leave; what is estimated stands under a key of its own.
"""

from collections.abc import Iterable

from filmdossier.model.claim import AspectMention
from filmdossier.model.reception import AggregatorClaim, EstimatedShare, Rating, Reception, Review, Said, SaidWords
from filmdossier.present.export.json_plain import decided, evidence_json, rounded, whole


def aggregator_json(claim: AggregatorClaim) -> dict[str, object]:
    """What an aggregator is said to show, with our check of it."""
    score = claim.score
    return {
        "name": score.name,
        "approval": whole(score.approval),
        "reviews": score.reviews,
        "average": whole(score.average),
        "average_max": whole(score.average_max),
        "score": whole(score.score),
        "grade": score.grade,
        "consensus": score.consensus,
        "as_of": score.as_of,
        "check": claim.check,
        "evidence": evidence_json(claim.evidence),
        "audience": score.audience,
        "comparison": list(claim.comparison),
        **decided(claim),
    }


def _rating(rating: Rating | None) -> dict[str, object] | None:
    if rating is None:
        return None
    value = None if rating.value is None else float(rating.value)
    return {"raw": rating.raw, "scale": rating.scale, "value": value, "origin": rating.origin.value}


def _aspects(aspects: Iterable[AspectMention]) -> list[dict[str, object]]:
    return [
        {"aspect": aspect.aspect, "kind": aspect.kind.value if aspect.kind else None, "evidence": evidence_json(aspect.evidence)}
        for aspect in aspects
    ]


def review_json(review: Review) -> dict[str, object]:
    """One judgement of the film."""
    return {
        "critic": review.critic,
        "outlet": review.outlet,
        "rating": _rating(review.rating),
        "stance": review.stance.value if review.stance else None,
        "stance_probability": None if review.stance_probability is None else rounded(review.stance_probability),
        "stance_origin": review.stance_origin.value if review.stance_origin else None,
        "quotes": evidence_json(review.quotes),
        "praised": _aspects(review.praised),
        "criticised": _aspects(review.criticised),
        "evidence": evidence_json(review.evidence),
        "published": review.published,
        "own": review.own,
        "stance_passages": [
            {**evidence_json([p.evidence])[0], "stance": p.stance.value, "probability": rounded(p.probability)}
            for p in review.stance_passages
        ],
        **decided(review),
    }


def reception_json(reception: Reception) -> dict[str, object]:
    """What the reviews come to."""
    interval = reception.approval_interval
    return {
        "reviews": reception.reviews,
        "positive": reception.positive,
        "mixed": reception.mixed,
        "negative": reception.negative,
        "approval": whole(reception.approval),
        "approval_interval": None if interval is None else [whole(bound) for bound in interval],
        "rated": reception.rated,
        "mean": whole(reception.mean),
        "note": reception.note,
        "given": reception.given,
        "converted": reception.converted,
        "interpreted": reception.interpreted,
        "copies": [{"review": copy.review, "of": copy.of, "reason": copy.reason.value} for copy in reception.copies],
        "letter_means": [{"profile": mean.profile, "mean": whole(mean.mean)} for mean in reception.letter_means],
        "shrunk_mean": whole(reception.shrunk_mean),
        "prior_mean": whole(reception.prior_mean),
        "prior_weight": whole(reception.prior_weight),
        "adjusted_mean": whole(reception.adjusted_mean),
        "adjusted": reception.adjusted,
        "adjustment": reception.adjustment,
        "said": _said(reception.said),
        "estimated": _estimated(reception.estimated),
    }


def _estimated(estimated: EstimatedShare | None) -> dict[str, object] | None:
    if estimated is None:
        return None
    return {
        "share": whole(round(estimated.share, 1)),
        "interval": [whole(round(bound, 1)) for bound in (estimated.low, estimated.high)],
        "reviews": estimated.reviews,
    }


def _said(said: Said) -> dict[str, object]:
    def phrases(words: Iterable[SaidWords]) -> list[dict[str, object]]:
        return [{"review": one.review, "words": one.words, "evidence": evidence_json(one.evidence)} for one in words]

    return {
        "reviews": said.reviews,
        "aspects": [
            {
                "aspect": tally.aspect.value,
                "praised_by": tally.praised_by,
                "criticised_by": tally.criticised_by,
                "praised": phrases(tally.praised),
                "criticised": phrases(tally.criticised),
            }
            for tally in said.aspects
        ],
        "summary": [{"words": part.words, "evidence": evidence_json(part.evidence)} for part in said.summary],
    }
