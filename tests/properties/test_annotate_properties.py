"""What holds for every text: sentences are disjoint and ordered, mentions cover what they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.annotate import annotate
from filmdossier.extract import extract
from support.prose import document

WORDS = st.sampled_from(
    ["Desperado", "is", "a", "1995", "film", "directed", "by", "Robert Rodriguez", "İnci", "and", "“", "”", '"', "[8]", "'", "’s", "«", "»", ".", "!",
     "\n", ",", "$7 million", "104 minutes", "Mr.", "the", "★★★½", "of", "The Post", "wrote", "(", ")", "–", "praised", "starring", "as", "El Mariachi"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join) | st.text(min_size=1, max_size=200)


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXTS.filter(lambda text: bool(text.strip())), min_size=1, max_size=3))
def test_annotations_fit_their_text(paragraphs: list[str]) -> None:
    made = document(*paragraphs)
    annotations = annotate(made)
    end = 0
    for sentence in annotations.sentences:
        assert end <= sentence.span.start
        end = sentence.span.end
        assert sentence.span.of(made.text).strip()
    for mention in annotations.mentions:
        assert mention.surface == mention.span.of(made.text)
    for claim in extract(made, annotations):
        for evidence in claim.evidence:
            assert evidence.span.of(made.text) == evidence.quote


@settings(deadline=None, max_examples=50)
@given(TEXTS.filter(lambda text: bool(text.strip())))
def test_annotating_twice_gives_the_same(text: str) -> None:
    first, second = annotate(document(text)), annotate(document(text))
    assert first == second
    assert [claim.id for claim in extract(document(text), first)] == [claim.id for claim in extract(document(text), second)]
