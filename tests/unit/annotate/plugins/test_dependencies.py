"""ClearNLP trees become Universal Dependencies."""

import pytest

from filmdossier.annotate.plugins.dependencies import Token, to_universal


def tree(text: str) -> tuple[list[str], list[Token]]:
    """The words and tokens of lines "word lemma pos head-word label"; a word that heads itself is the root."""
    rows = [line.split() for line in text.strip().splitlines()]
    forms = [row[0] for row in rows]
    return forms, [Token(forms.index(row[3]), row[4], row[2], row[1]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            Buscemi Buscemi PROPN killed nsubjpass
            was be AUX killed auxpass
            killed kill VERB killed ROOT
            outside outside ADP killed prep
            the the DET church det
            church church NOUN outside pobj
            by by ADP killed agent
            Navajas Navajas PROPN by pobj
            """,
            "killed<nsubj:pass killed<aux:pass killed<root church<case church<det killed<obl Navajas<case killed<obl:agent",
            id="passive, preposition, agent",
        ),
        pytest.param(
            """
            Bucho Bucho PROPN is nsubj
            is be AUX is ROOT
            the the DET brother det
            brother brother NOUN is attr
            of of ADP brother prep
            Mariachi Mariachi PROPN of pobj
            """,
            "brother<nsubj brother<cop brother<det brother<root Mariachi<case brother<nmod",
            id="copula",
        ),
        pytest.param(
            """
            There there PRON is expl
            is be VERB is ROOT
            a a DET man det
            man man NOUN is attr
            """,
            "is<expl is<root man<det is<nsubj",
            id="there is",
        ),
        pytest.param(
            """
            Campa Campa PROPN arrive nsubj
            , , PUNCT Campa punct
            Quino Quino PROPN Campa conj
            and and CCONJ Quino cc
            Carolina Carolina PROPN Quino conj
            arrive arrive VERB arrive ROOT
            """,
            "arrive<nsubj Campa<punct Campa<conj Carolina<cc Campa<conj arrive<root",
            id="conjuncts",
        ),
        pytest.param(
            """
            He he PRON runs nsubj
            runs run VERB runs ROOT
            out out ADP runs prep
            of of ADP out prep
            the the DET bar det
            bar bar NOUN of pobj
            after after ADP runs prep
            shooting shoot VERB after pcomp
            Bucho Bucho PROPN shooting dobj
            """,
            "runs<nsubj runs<root bar<case bar<case bar<det runs<obl shooting<mark runs<advcl shooting<obj",
            id="two prepositions, a clause",
        ),
        pytest.param(
            """
            She she PRON gives nsubj
            gives give VERB gives ROOT
            it it PRON gives dobj
            to to ADP gives dative
            him he PRON to pobj
            """,
            "gives<nsubj gives<root gives<obj him<case gives<obl",
            id="dative",
        ),
        pytest.param(
            """
            In in ADP In ROOT
            a a DET bar det
            bar bar NOUN In pobj
            """,
            "bar<case bar<det bar<root",
            id="fragment",
        ),
        pytest.param(
            """
            walks walk VERB walks ROOT
            in in ADP walks prep
            and and CCONJ walks cc
            dies die VERB walks conj
            No no INTJ No ROOT
            """,
            "walks<root walks<advmod dies<cc walks<conj walks<parataxis",
            id="bare preposition, second tree",
        ),
        pytest.param(
            """
            Elle elle PRON aime nsubj
            aime aimer VERB aime ROOT
            Paris Paris PROPN aime obj
            en en ADP mai case
            mai mai NOUN aime obl
            """,
            "aime<nsubj aime<root aime<obj mai<case aime<obl",
            id="universal already",
        ),
    ],
)
def test_trees(text: str, expected: str) -> None:
    forms, tokens = tree(text)
    found = [f"{forms[head]}<{relation}" for head, relation in to_universal(tokens)]
    assert found == expected.split()


def test_every_result_is_a_tree_whatever_comes_in() -> None:
    labels = ["prep", "pobj", "attr", "conj", "cc", "pcomp", "agent", "ROOT", "nsubj", "acomp"]
    for seed in range(2_000):
        size = 2 + seed % 6
        root = seed % size
        tokens = []
        for index in range(size):
            # A head that is nearer to the root than the token itself: always a tree.
            step = 1 if index < root else -1
            tokens.append(
                Token(
                    index if index == root else index + step * (1 + (seed // 7 + index) % max(abs(root - index), 1)),
                    labels[(seed * 31 + index * 17) % len(labels)],
                    ("VERB", "NOUN", "AUX", "ADP")[(seed + index) % 4],
                    ("be", "x")[(seed // 3 + index) % 2],
                )
            )
        result = to_universal(tokens)
        roots = [index for index, (head, _) in enumerate(result) if head == index]
        assert len(roots) == 1
        for index in range(size):
            at, steps = index, 0
            while result[at][0] != at:
                at, steps = result[at][0], steps + 1
                assert steps <= size
