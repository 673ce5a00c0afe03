"""Pages of any site: the main text, the facts, and the data the page carries for programs."""

import json

import pytest

from filmdossier.errors import BrokenFile
from filmdossier.model.text import BlockKind, MarkKind, Origin
from support.reading import links, marked, outline, read_as, rows, texts, values

PROSE = [
    "Kiyoshi Kurosawa's thriller begins with a murder and a man who cannot say why he did it, and it never hurries to explain him.",
    "Kōji Yakusho plays the detective as someone who has stopped sleeping, and the film follows him with the patience of a doctor.",
    "By the last scene the calm of the images has become the most frightening thing in them, which is no small achievement.",
]


def page(body: str, head: str = "") -> str:
    """A page with navigation, an article and a foot."""
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>Cure review | The Lantern</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/film">Film</a> <a href="/music">Music</a></nav>
<article><h1>Cure review</h1>{body}</article>
<aside><a href="/a">Ten more films you will love</a><a href="/b">Subscribe now</a></aside>
<footer>© The Lantern. All rights reserved.</footer></body></html>"""


ARTICLE = f"""<p>{PROSE[0]}</p><p>{PROSE[1].replace("the film", "<em>Cure</em>")} See <a href="https://example.org/pulse">Pulse</a>.</p>
<h2>The end</h2><blockquote><p>Who are you, he asks, and nobody answers him for a long time.</p></blockquote><p>{PROSE[2]}</p>
<ul><li>Kōji Yakusho as Takabe</li><li>Masato Hagiwara as Mamiya</li></ul>"""


def test_the_main_text_with_its_layout_and_nothing_of_the_site() -> None:
    document = read_as("cure.html", page(ARTICLE))
    body = [entry for entry in outline(document) if entry[0] != "field"]
    assert ("paragraph", PROSE[0]) in body
    assert ("heading 2", "The end") in body
    assert ("quote", "Who are you, he asks, and nobody answers him for a long time.") in body
    assert [words for kind, words in body if kind.startswith("list_item")] == [
        "Kōji Yakusho as Takabe",
        "Masato Hagiwara as Mamiya",
    ]
    assert marked(document, MarkKind.ITALIC) == ["Cure"]
    assert links(document) == [("Pulse", "https://example.org/pulse")]
    for noise in ("Home", "Subscribe", "rights reserved", "Ten more"):
        assert noise not in document.text
    assert (document.title, document.language) == ("Cure review", "en")


@pytest.mark.parametrize(
    "mark", ['<p class="rating">★★★★☆</p>', '<div class="review-score"><span>4</span>/5</div>', '<div class="our_verdict">B+</div>']
)
def test_the_rating_that_the_page_marks_as_one_is_kept(mark: str) -> None:
    document = read_as("cure.html", page(ARTICLE + mark))
    kind, words = outline(document)[-1]
    assert (kind, words) in (("paragraph", "★★★★☆"), ("paragraph", "4/5"), ("paragraph", "B+"))


def test_several_ratings_are_boxes_to_click_on() -> None:
    document = read_as("cure.html", page(ARTICLE + "".join(f'<div class="rating">{number}/5</div>' for number in range(1, 6))))
    assert "3/5" not in document.text


def test_a_page_of_few_words_is_read_whole() -> None:
    document = read_as("a.html", "<html><body><nav>Home</nav><div>Cure<br>A film.</div><ul><li>Rain</li></ul></body></html>")
    assert outline(document) == [("paragraph", "Cure\nA film."), ("list_item 1", "Rain")]


def test_an_article_set_in_boxes_of_one_kind_is_read_to_its_end() -> None:
    boxes = "".join(
        f'<div class="row"><div class="chunk body"><p>{PROSE[number % 3]} This is part {number}, and it has more to say than that.</p>'
        f"<p>{PROSE[(number + 1) % 3]} Part {number} ends.</p></div></div><div class='ad'><p>Advertisement</p></div>"
        for number in range(6)
    )
    document = read_as("a.html", page(boxes))
    assert [number for number in range(6) if f"This is part {number}" not in document.text] == []


def test_meta_tags_are_fields() -> None:
    head = """<meta property="og:title" content="Cure review – rain &amp; murder"><meta property="og:site_name" content="The Lantern">
    <meta name="author" content="Ann Lee"><meta property="article:author" content="https://example.org/ann">
    <meta property="article:published_time" content="1998-03-01T09:00:00Z"><meta name="viewport" content="width">"""
    document = read_as("a.html", page(ARTICLE, head))
    assert values(document) == {
        "og:title": ["Cure review – rain & murder"],
        "og:site_name": ["The Lantern"],
        "author": ["Ann Lee"],
        "article:published_time": ["1998-03-01T09:00:00Z"],
    }
    assert document.published == "1998-03-01T09:00:00Z"
    assert {block.origin for block in document.fields()} == {Origin.STRUCTURED_DATA}


FILM = {
    "@context": "https://schema.org",
    "@type": "Movie",
    "name": "Cure",
    "url": "https://example.org/cure",
    "sameAs": "https://www.imdb.com/title/tt0123948/",
    "datePublished": "1997-12-27",
    "director": {"@type": "Person", "name": "Kiyoshi Kurosawa"},
    "genre": ["Crime", "Horror"],
    "actor": [
        {"@type": "PerformanceRole", "actor": {"@type": "Person", "name": "Kōji Yakusho"}, "characterName": "Takabe"},
        {"@type": "Person", "name": "Anna Nakagawa"},
    ],
    "aggregateRating": {"@type": "AggregateRating", "ratingValue": 7.4, "bestRating": "10", "ratingCount": 52},
    "review": {
        "@type": "CriticReview",
        "author": {"@type": "Person", "name": "Ann Lee"},
        "publisher": {"name": "The Lantern"},
        "reviewRating": {"@type": "Rating", "ratingValue": "4", "bestRating": 5},
        "reviewBody": "A <b>slow</b> storm &amp; more.",
        "datePublished": "1998-03-01",
    },
}


def _json_ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_json_ld_is_fields_by_property() -> None:
    document = read_as("a.html", page(ARTICLE, _json_ld({"@graph": [FILM]})))
    found = values(document)
    assert found["Movie.name"] == ["Cure"]
    assert found["Movie.director"] == ["Kiyoshi Kurosawa"]
    assert found["Movie.genre"] == ["Crime", "Horror"]
    assert found["Movie.actor"] == ["Anna Nakagawa"]
    assert found["Movie.sameAs"] == ["https://www.imdb.com/title/tt0123948/"]
    assert found["Movie.aggregateRating"] == ["7.4/10"]
    assert found["Movie.aggregateRating.ratingCount"] == ["52"]
    assert "Movie.url" not in found
    assert rows(document) == [{"actor": ["Kōji Yakusho"], "characterName": ["Takabe"]}]


def test_a_review_inside_a_film_stands_for_itself_and_names_the_film() -> None:
    found = values(read_as("a.html", page(ARTICLE, _json_ld(FILM))))
    assert found["CriticReview.itemReviewed"] == ["Cure"]
    assert found["CriticReview.author"] == ["Ann Lee"]
    assert found["CriticReview.publisher"] == ["The Lantern"]
    assert found["CriticReview.reviewRating"] == ["4/5"]
    assert found["CriticReview.reviewBody"] == ["A slow storm & more."]


def test_a_film_inside_a_review_is_read_too_and_dates_the_page() -> None:
    data = {
        "@type": "Review",
        "author": "Ann Lee",
        "datePublished": "1998-03-01",
        "itemReviewed": {"@type": "Movie", "name": "Cure", "director": "K. Kurosawa"},
    }
    document = read_as("a.html", page(ARTICLE, _json_ld([data, data])))
    assert values(document) == {
        "Review.author": ["Ann Lee"],
        "Review.datePublished": ["1998-03-01"],
        "Review.itemReviewed": ["Cure"],
        "Movie.name": ["Cure"],
        "Movie.director": ["K. Kurosawa"],
    }
    assert document.published == "1998-03-01"


def test_repeated_keys_keep_all_their_values() -> None:
    head = '<script type="application/ld+json">// data\n{"@type": "Movie", "actor": {"name": "Ann"}, "actor": {"name": "Bo"}, "actor": [{"name": "Cy"}]};</script>'
    assert values(read_as("a.html", page(ARTICLE, head)))["Movie.actor"] == ["Ann", "Bo", "Cy"]


@pytest.mark.parametrize("data", ["{", "[1, 2", '"words"', "null", "{'@type': 'Movie'}", "[" * 100_000])
def test_broken_data_is_passed_over(data: str) -> None:
    document = read_as("a.html", page(ARTICLE, f'<script type="application/ld+json">{data}</script>'))
    assert not list(document.fields())
    assert PROSE[0] in document.text


def test_things_that_are_no_films_are_left_out() -> None:
    assert not values(read_as("a.html", page(ARTICLE, _json_ld({"@type": "Organization", "name": "The Lantern"}))))


def test_microdata() -> None:
    body = f"""<div itemscope itemtype="http://schema.org/Review"><span itemprop="author" itemscope itemtype="http://schema.org/Person">
    <a itemprop="name" href="/ann">Ann Lee</a></span> <time itemprop="datePublished" datetime="1998-03-01">March</time>
    <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie"><span itemprop="name">Cure</span>
    <span itemprop="director">Kiyoshi Kurosawa</span><span itemprop="director">Ann Ray</span></div>
    <span itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating"><meta itemprop="ratingValue" content="3.5"><meta itemprop="bestRating" content="4"></span></div>{ARTICLE}"""
    found = values(read_as("a.html", page(body)))
    assert found["Review.author"] == ["Ann Lee"]
    assert found["Review.datePublished"] == ["1998-03-01"]
    assert found["Review.reviewRating"] == ["3.5/4"]
    assert found["Review.itemReviewed"] == ["Cure"]
    assert found["Movie.director"] == ["Kiyoshi Kurosawa", "Ann Ray"]


def test_rdfa() -> None:
    body = f'<div vocab="http://schema.org/" typeof="Movie"><span property="name">Cure</span> by <span property="director">Kiyoshi Kurosawa</span></div>{ARTICLE}'
    assert values(read_as("a.html", page(body))) == {"Movie.name": ["Cure"], "Movie.director": ["Kiyoshi Kurosawa"]}


@pytest.mark.parametrize(
    "facts",
    [
        "<table><tr><th>Director:</th><td>Kiyoshi Kurosawa</td></tr><tr><th>Cast</th><td>Kōji Yakusho<br>Anna Nakagawa</td></tr><tr><td>Certificate</td><td>15</td></tr></table>",
        "<dl><dt>Director</dt><dd>Kiyoshi Kurosawa</dd><dt>Cast:</dt><dd>Kōji Yakusho</dd><dd>Anna Nakagawa</dd><dt>Certificate</dt><dd>15</dd></dl>",
    ],
)
def test_tables_and_lists_of_facts_are_fields(facts: str) -> None:
    document = read_as("a.html", page(facts + ARTICLE))
    assert values(document) == {"Director": ["Kiyoshi Kurosawa"], "Cast": ["Kōji Yakusho", "Anna Nakagawa"], "Certificate": ["15"]}
    assert {block.origin for block in document.fields()} == {Origin.TABLE}
    assert not texts(document, BlockKind.ROW)


@pytest.mark.parametrize("around", ["{}", "<html><body><div>{}</div></body></html>"])
def test_labelled_lines_in_the_text_are_fields(around: str) -> None:
    lines = "<p><strong>Director:</strong> <a href='/k'>Kiyoshi Kurosawa</a><br><b>Running time</b>: 1:51</p><ul><li>Cast: <i>Kōji</i> Yakusho</li></ul><p>Rating: 4/5</p>"
    markup = page(ARTICLE + lines) if around == "{}" else around.format(ARTICLE + lines)
    document = read_as("a.html", markup)
    assert values(document) == {
        "Director": ["Kiyoshi Kurosawa"],
        "Running time": ["1:51"],
        "Cast": ["Kōji Yakusho"],
        "Rating": ["4/5"],
    }
    assert [block.origin for block in document.fields()] == [Origin.BODY] * 3 + [Origin.FRONT_MATTER]
    assert ("Kiyoshi Kurosawa", "/k") in links(document)
    assert "Kōji" in marked(document, MarkKind.ITALIC)


def test_other_tables_of_two_columns_are_no_facts() -> None:
    document = read_as(
        "a.html", page(ARTICLE + "<table><tr><td>Monday</td><td>19:00</td></tr><tr><td>Tuesday</td><td>21:00</td></tr></table>")
    )
    assert not list(document.fields())


def _card(critic: str, outlet: str, rating: str, quote: str) -> str:
    return f"""<div class="review card"><div class="score">{rating}</div><div class="head"><span class="source"><a href="/p">{outlet}</a></span>
    <span class="author">{critic}</span><span class="date">1 March 1998</span></div>
    <div class="summary">{quote} <a href="/full">Read full review</a></div></div>"""


def test_lists_of_reviews_are_rows_and_visitors_stand_apart() -> None:
    cards = _card("Ann Lee", "The Lantern", "80", "A slow storm that stays with you.") + _card(
        "Bo Ray", "Harbour Post", '<i aria-label="4 out of 5"></i>', "Rain and murder, calmly told."
    )
    visitor = cards.replace("Ann Lee", "rain_fan").replace("The Lantern", "").replace("A slow storm", "Best film")
    document = read_as("a.html", page(f'<div class="reviews">{cards}</div><div class="user_reviews">{visitor}</div>'))
    listed = [row for row in document.blocks if row.origin is Origin.RATINGS]
    assert rows(document)[0] == {
        "rating": ["80"],
        "outlet": ["The Lantern"],
        "critic": ["Ann Lee"],
        "date": ["1 March 1998"],
        "quote": ["A slow storm that stays with you."],
    }
    assert rows(document)[1]["rating"] == ["4 out of 5"]
    assert [row.template for row in listed] == ["review", "review", "user review", "user review"]


def test_the_only_paragraph_of_a_card_is_its_words() -> None:
    def card(critic: str, words: str) -> str:
        return f'<div class="review"><span class="author">{critic}</span> <span class="pub">Variety</span><p>{words}</p></div>'

    document = read_as(
        "a.html", page(card("Ann Lee", "A slow storm that stays.") + card("Bo Ray", "Rain and murder, calmly told."))
    )
    assert [row["quote"] for row in rows(document)] == [["A slow storm that stays."], ["Rain and murder, calmly told."]]
    assert rows(document)[0]["outlet"] == ["Variety"]


def test_one_box_alone_is_no_list_of_reviews() -> None:
    document = read_as("a.html", page(_card("Ann Lee", "The Lantern", "80", "A slow storm that stays with you.") + ARTICLE))
    assert not [block for block in document.blocks if block.origin is Origin.RATINGS]


def test_a_table_of_one_column_is_text() -> None:
    body = f"<table><tr><td>{PROSE[0]}<br><br>{PROSE[1]}</td></tr><tr><td>{PROSE[2]}</td></tr></table>"
    document = read_as("a.html", f"<html><body>{body}</body></html>")
    assert texts(document, BlockKind.PARAGRAPH) == PROSE


def test_nothing_is_fetched_expanded_or_run() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    document = read_as(
        "a.html",
        bomb
        + page(
            f"{ARTICLE}<p>&b; &f; the end of the film is near and nobody will say it aloud to him.</p><script>document.write('run')</script>"
        ),
    )
    assert "aaaa" not in document.text
    assert "run" not in document.text.split()


@pytest.mark.parametrize("tag", ["div", "b", "span", "table", "ul", "blockquote"])
def test_deep_nesting_is_read_as_far_as_the_parser_goes_and_refused_beyond(tag: str) -> None:
    for depth in (200, 1500):
        nested = f"<{tag}>" * depth + PROSE[0] + f"</{tag}>" * depth
        assert PROSE[0] in read_as("a.html", page(nested + ARTICLE)).text
    with pytest.raises(BrokenFile, match="nested"):
        read_as("a.html", page(f"<{tag}>" * 10_000 + ARTICLE))


def test_deep_nesting_inside_an_encyclopedia_page() -> None:
    nested = "<div>" * 1500 + "<p>" + PROSE[0] + "</p>" + "</div>" * 1500
    assert PROSE[0] in read_as("a.html", f'<html><body><div class="mw-parser-output">{nested}</div></body></html>').text


def test_a_box_of_facts_is_not_read_again_with_the_main_text() -> None:
    rows_of_facts = "<tr><th>Directed by</th><td>Ann Lee</td></tr><tr><th>Production<br>companies</th><td>Gull<br>Tern</td></tr>"
    cast = "<tr><th>Starring</th><td><ul><li>Bo Ek</li></ul></td></tr>"
    document = read_as(
        "a.html", page(f"<table><tr><th colspan='2'><i>Night Ferry</i></th></tr>{rows_of_facts}{cast}</table>{ARTICLE}")
    )
    assert values(document) == {"Directed by": ["Ann Lee"], "Production companies": ["Gull", "Tern"], "Starring": ["Bo Ek"]}
    assert document.text.count("Ann Lee") == 1


def test_the_foot_of_a_block_quotation_says_whose_words_they_are() -> None:
    quoted = "<blockquote><p>“A film to come back to.”</p><footer>Ines Valdovinos, The Lantern</footer></blockquote>"
    document = read_as("page.html", page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{quoted}<p>{PROSE[2]}</p>"))
    assert "Ines Valdovinos, The Lantern" in document.text
    assert "All rights reserved" not in document.text
