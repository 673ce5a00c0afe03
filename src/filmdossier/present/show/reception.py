"""The reception in a terminal: aggregators' claims, our own count, and each critic.

Side by side and never added up; a score keeps its count, its date and its scale, or says which is missing.
"""

from rich.text import Text

from filmdossier.model.claim import Stance
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import AggregatorClaim, Review, Said
from filmdossier.present import outline
from filmdossier.present.computed import computed_words, site_word
from filmdossier.present.said import first_cited, said_evidence, tally_words
from filmdossier.present.show.sheet import Sheet, statement
from filmdossier.present.wording import RATING_ORIGINS, STANCE_ORIGINS, STANCES, count, sureness

# In the whole record a critic speaks briefly; the part alone has every word.
_QUOTES = 2
_STYLES = {Stance.POSITIVE: "green", Stance.MIXED: "yellow", Stance.NEGATIVE: "red"}


def reception(record: FilmRecord, sheet: Sheet) -> None:
    """Prints the reception; alone, it owns up to silence."""
    if not record.aggregators and not record.reviews:
        if sheet.quoting:
            sheet.heading("Reception")
            sheet.note("The documents say nothing of this.")
        return
    sheet.heading("Reception", count(len(record.reviews), "review"))
    for claim in sorted(record.aggregators, key=lambda claim: claim.score.audience):
        _aggregator(claim, sheet)
    if record.reviews:
        _own_count(record, sheet)
        _said(record.reception.said, sheet)
    paths = {document.id: document.path for document in record.documents}
    for review in record.reviews:
        _review(review, outline.reviewer(review, paths), sheet)


def _aggregator(claim: AggregatorClaim, sheet: Sheet) -> None:
    score = claim.score
    lines = [_measured(measure) for measure in outline.measures(claim)] or [Text("no number told")]
    dated = f"as of {score.as_of}" if score.as_of else "no date given"
    lines.append(Text(f"{'audience; ' if score.audience else ''}{dated}", "dim"))
    if claim.check:
        lines.append(Text(f"check: {claim.check}", "bold red" if claim.check.startswith("impossible") else "dim"))
    lines += [Text(words, "dim") for words in (site_word(score), *claim.comparison) if words]
    if score.consensus:
        lines.append(statement(f"“{score.consensus}”"))
    sheet.line(score.name, Text("\n").join(lines), claim.evidence)


def _measured(measure: outline.Measure) -> Text:
    interval = f"; {outline.interval_words(measure.interval)}" if measure.interval else ""
    return statement(measure.words, detail=f", {measure.of}{interval}")


def _own_count(record: FilmRecord, sheet: Sheet) -> None:
    reception = record.reception
    judged = (reception.positive, reception.mixed, reception.negative)
    tally = dict(zip((*Stance, None), (*judged, reception.reviews - sum(judged)), strict=True))
    lines = [Text(", ".join(count(amount, STANCES[stance], STANCES[stance]) for stance, amount in tally.items() if amount))]
    headline = outline.headline(reception)
    if headline:
        lines.append(_measured(headline))
    told = (outline.mean_words(reception), *computed_words(reception), reception.note)
    lines += [Text(words, "dim") for words in told if words]
    sheet.line("Reviews here", Text("\n").join(lines))


def _said(said: Said, sheet: Sheet) -> None:
    """The sentence that sums the reviews up, then each side with its counts; nothing where nobody praises or criticises one."""
    if not said.summary:
        return
    sheet.line("Said in them", statement("".join(part.words for part in said.summary)), said_evidence(said))
    if sheet.quoting:
        for tally in said.aspects:
            evidence, more = first_cited(e for words in (*tally.praised, *tally.criticised) for e in words.evidence)
            words = Text(f"{tally.aspect.value}: ", "dim") + statement(tally_words(tally))
            words.append(f"; {count(more, 'passage')} more with the reviews" if more else "", "dim")
            sheet.line("", words, evidence, verbatim=True)


def _review(review: Review, name: str, sheet: Sheet) -> None:
    verdict = Text()
    if review.stance:
        verdict.append(STANCES[review.stance], _STYLES[review.stance])
        origin = STANCE_ORIGINS[review.stance_origin] if review.stance_origin else ""
        sure = sureness(review.stance_probability) if review.stance_probability is not None else ""
        verdict.append(f" ({', '.join(filter(None, (origin, sure)))})" if origin or sure else "", "dim")
    else:
        verdict.append("stance not told", "dim")
    if review.rating:
        origin = "scale not told" if review.rating.value is None else RATING_ORIGINS[review.rating.origin]
        verdict += Text(" · ") + statement(review.rating.raw, detail=f"({origin})")
    sheet.line(name, verdict, review.evidence)
    quotes = outline.quotations(review)
    shown = quotes if sheet.quoting else quotes[:_QUOTES]
    for group in shown:
        sheet.line("", f"“{group[0].quote}”", group, verbatim=True)
    if len(shown) < len(quotes):
        sheet.line("", Text(f"and {count(len(quotes) - len(shown), 'passage')} more", "dim"))
    for label, aspects in (("praised", review.praised), ("criticised", review.criticised)):
        if aspects:
            words = Text(f"{label}: ", "dim") + statement("; ".join(aspect.aspect for aspect in aspects))
            sheet.line("", words, (evidence for aspect in aspects for evidence in aspect.evidence), verbatim=True)
