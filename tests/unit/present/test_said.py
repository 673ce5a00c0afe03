"""What critics said: a count of hundreds shows the first of its passages, and says how many more there are."""

from dataclasses import replace

from filmdossier.model.reception import SaidPart
from filmdossier.present.said import CITED, first_cited, said_evidence
from support.records import desperado


def test_each_passage_is_shown_once_and_the_rest_counted() -> None:
    record = desperado()
    passages = [evidence for fact in record.facts for evidence in fact.evidence]
    many = list(dict.fromkeys(passages))
    assert len(many) > CITED
    assert first_cited([*many, *many]) == (tuple(many[:CITED]), len(many) - CITED)
    assert first_cited(many[:2]) == (tuple(many[:2]), 0)
    said = replace(record.reception.said, summary=(SaidPart(words="x", evidence=tuple(many)), SaidPart(words=".", evidence=())))
    assert said_evidence(said) == tuple(many[:CITED])
