"""Pictures of the reception: what they show, in shapes and in words, in the page and as files."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from filmdossier.model.claim import Aspect, AspectMention, Stance
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import (
    CopyReason,
    Rating,
    RatingOrigin,
    Review,
    ReviewCopy,
)
from filmdossier.present.pictures.aspects import aspects
from filmdossier.present.pictures.drawing import Picture
from filmdossier.present.pictures.files import picture_files
from filmdossier.present.pictures.reception import pictures
from filmdossier.present.pictures.scores import scores
from filmdossier.present.pictures.shares import shares
from filmdossier.present.pictures.stances import MOST_ROWS, Judge, stances
from filmdossier.reception.ratings import parse_rating
from support.records import desperado, hostile, silent

_SVG = "{http://www.w3.org/2000/svg}"


def root(picture: Picture | None) -> Any:
    assert picture is not None
    return etree.fromstring(picture.markup)


def words(picture: Picture | None) -> list[str]:
    """The words that the picture shows, titles and descriptions left out."""
    return [(element.xpath("string(text()[last()])")) for element in root(picture).iter("text")]


def bars(picture: Picture | None) -> list[tuple[float, float, float]]:
    """The bars: where they begin and how wide they are in per cent, and how high in pixels."""
    return [
        (float(one.get("x").rstrip("%")), float(one.get("width").rstrip("%")), float(one.get("height")))
        for one in root(picture).iter("rect")
        if "bar" in one.get("class", "")
    ]


def test_each_scale_has_a_histogram_of_its_own_and_nothing_is_converted() -> None:
    picture = scores([parse_rating(raw) for raw in ("3/5", "3/5", "4/5", "2.5/4", "B", "B-plus", "B+", "7")])
    assert picture is not None
    assert picture.title == "Scores on their own scales, 7 ratings"
    shown = words(picture)
    assert [line for line in shown if "rating" in line] == ["Out of 5: 3 ratings", "Letters: 3 ratings", "Out of 4: 1 rating"]
    assert "On a scale that is not told: “7”" in shown
    assert (
        "Out of 5, 3 ratings: 2 at 3, 1 at 4. Letters, 3 ratings: 1 at B, 2 at B+. Out of 4, 1 rating: 1 at 2.5."
        in picture.description
    )


def test_a_bar_stands_at_its_score_and_is_as_high_as_its_count() -> None:
    low, high = bars(scores([parse_rating(raw) for raw in ("0/10", "0/10", "10/10")]))
    assert low[0] + low[1] / 2 == pytest.approx(4)
    assert high[0] + high[1] / 2 == pytest.approx(96)
    assert low[2] == pytest.approx(2 * high[2])


def test_scores_too_close_to_stand_apart_are_gathered_and_the_heading_says_so() -> None:
    picture = scores([parse_rating(f"{points}/100") for points in range(40, 80)])
    assert "Out of 100: 40 ratings, in tenths of the scale" in words(picture)
    assert [number for number in words(picture) if number == "10"] == ["10"] * 4
    assert len(bars(picture)) == 4


@pytest.mark.parametrize(
    "raw", ["2.5/5", "1/100", "100/100", "F", "A+", "thumbs up", "two thumbs down", "5/6", "+3 out of -4..+4", "80%"]
)
def test_every_scale_can_be_drawn_within_the_picture(raw: str) -> None:
    rating = parse_rating(raw)
    assert rating.value is not None, "the case must be one that is drawn"
    for x, width, _ in bars(scores([rating])):
        assert x >= 0
        assert x + width <= 100


def test_no_scores_no_picture() -> None:
    assert scores([]) is None
    assert scores([Rating(raw="7", scale="unknown", value=None, origin=RatingOrigin.GIVEN)]) is None


def _judge(name: str, stance: Stance | None, origin: RatingOrigin = RatingOrigin.GIVEN, href: str = "") -> Judge:
    return Judge(name=name, stance=stance, origin=origin if stance else None, rating="3/5", href=href)


def test_critics_stand_in_rows_for_to_against_and_shapes_tell_the_stances_apart() -> None:
    picture = stances(
        [
            _judge("Ada", Stance.NEGATIVE),
            _judge("Ben", Stance.POSITIVE, RatingOrigin.INTERPRETED, href="#ben"),
            _judge("Cid", None),
            _judge("Dot", Stance.MIXED),
        ]
    )
    shown = words(picture)
    assert [name for name in shown if name in ("Ada", "Ben", "Cid", "Dot")] == ["Ben", "Dot", "Ada", "Cid"]
    assert "not told" in shown
    assert "Hollow marks were read out of the words." in shown
    marks = [group for group in root(picture).iter("g") if "mark" in group.get("class")]
    assert [group.get("class") for group in marks] == ["mark positive hollow", "mark mixed", "mark negative"]
    assert len({group.find(".//path").get("d") for group in marks}) == 3
    (link,) = root(picture).iter("a")
    assert (link.get("href"), link.get("aria-label")) == ("#ben", "Ben: positive, read from the words, “3/5”")
    assert picture is not None
    assert picture.description.startswith("Ben: positive, read from the words, “3/5”. Dot: mixed")


def test_the_links_of_a_picture_are_not_hidden_inside_an_image() -> None:
    assert root(stances([_judge("Ada", Stance.MIXED)])).get("role") == "img"
    assert root(stances([_judge("Ada", Stance.MIXED, href="#ada")])).get("role") == "group"


def test_many_critics_become_bars_with_patterns_of_their_own() -> None:
    judges = [_judge(str(number), list(Stance)[number % 3]) for number in range(MOST_ROWS + 2)]
    picture = stances(judges)
    assert words(picture) == ["14 of 42 positive", "14 of 42 mixed", "14 of 42 negative"]
    assert [one.get("fill") for one in root(picture).iter("rect") if "bar" in one.get("class", "")] == [
        None,
        "url(#picture-stances-dotted)",
        "url(#picture-stances-hatched)",
    ]
    assert {pattern.get("id") for pattern in root(picture).iter("pattern")} == {"picture-stances-dotted", "picture-stances-hatched"}


def test_where_nobody_takes_a_stance_there_is_nothing_to_draw() -> None:
    assert stances([_judge("Ada", None)]) is None
    assert stances([]) is None


def _review(praised: tuple[str, ...] = (), criticised: tuple[str, ...] = ()) -> Review:
    def mentions(names: tuple[str, ...]) -> tuple[AspectMention, ...]:
        return tuple(AspectMention(aspect=name, evidence=()) for name in names)

    return Review(
        critic=None, outlet=None, rating=None, stance=None, stance_probability=None, stance_origin=None, quotes=(), praised=mentions(praised),
        criticised=mentions(criticised), published=None, own=False, evidence=(),
    )  # fmt: skip


def test_praise_goes_right_and_criticism_left_with_their_counts() -> None:
    picture = aspects([_review(("the score",), ("plot",)), _review(("Score", "score"), ()), _review(("plot",), ())])
    assert picture is not None
    assert picture.title == "Praised and criticised in 3 reviews"
    assert picture.description == "the score: 2 reviews praise it, 0 criticise it. plot: 1 review praises it, 1 criticises it."
    patterned = [one.get("fill") is not None for one in root(picture).iter("rect")]
    assert patterned.count(True) == 1, "criticism is hatched"
    assert {x < 50 for x, _, _ in bars(picture)} == {True, False}
    assert [number for number in words(picture) if number.isdigit()].count("2") == 1


def test_phrases_on_one_side_of_the_film_stand_together() -> None:
    def review(words: str, kind: Aspect | None) -> Review:
        return replace(_review(), praised=(AspectMention(aspect=words, evidence=(), kind=kind),))

    some = [
        review("her face", Aspect.ACTING),
        review("the performances", Aspect.ACTING),
        review("a sequel's duty", None),
        review("the film", Aspect.FILM),
    ]
    picture = aspects(some)
    assert picture is not None
    assert picture.title == "Praised and criticised in 3 reviews"
    assert picture.description.startswith("acting: 2 reviews praise it")
    assert [line for line in words(picture) if line in ("acting", "a sequel's duty", "the film")] == ["acting", "a sequel's duty"]
    assert aspects(some[-1:]) is None


def test_of_many_aspects_the_most_named_are_drawn_and_the_rest_is_counted() -> None:
    picture = aspects([_review(tuple(f"thing {n}" for n in range(20)))])
    assert "and 8 more, named less often" in words(picture)
    assert len(bars(picture)) == 12


def test_shares_stand_apart_each_with_its_count_and_interval() -> None:
    picture = shares(desperado())
    assert picture is not None
    assert picture.description == (
        "Reviews here: 40 % positive, 5 reviews with a stance; 95 % interval 12–77 %. "
        "Rotten Tomatoes, as claimed: 70 % positive, 54 reviews; 95 % interval 57–81 %. "
        "A trade leaflet, as claimed: 71 % positive, 54 reviews."
    )
    assert [group.get("class") for group in root(picture).iter("g")] == ["mark dot", "mark ring", "mark ring"]


def test_under_five_reviews_there_is_no_share_of_ours_to_draw() -> None:
    film = desperado()
    few = replace(
        film,
        aggregators=(),
        reception=replace(film.reception, positive=1, mixed=0, negative=1, approval=None, approval_interval=None),
    )
    assert shares(few) is None


def test_a_review_printed_twice_is_drawn_once() -> None:
    film = desperado()
    again = replace(
        film,
        reviews=(*film.reviews, film.reviews[0]),
        reception=replace(film.reception, copies=(ReviewCopy(review=6, of=0, reason=CopyReason.SYNDICATED),)),
    )
    assert pictures(again) == pictures(film)


@pytest.mark.parametrize("record", [desperado(), silent(), hostile()])
def test_files_are_whole_svg_and_fetch_nothing(record: FilmRecord) -> None:
    for name, text in picture_files(record).items():
        svg: Any = etree.fromstring(text.encode())
        assert name.startswith(f"{record.film.id}-")
        assert svg.tag == f"{_SVG}svg"
        assert "prefers-color-scheme: dark" in text
        assert not svg.xpath("//*[local-name()='script' or local-name()='image' or local-name()='use']")
        assert not [value for value in svg.xpath("//@href | //@src") if not value.startswith("#")]
        titles = svg.xpath("//*[@id=$id]", id=svg.get("aria-labelledby"))
        assert [title.text for title in titles] != [None]
        assert svg.find(f".//{_SVG}desc").text


def test_the_files_of_a_record() -> None:
    assert list(picture_files(desperado())) == [f"desperado-1995-{name}.svg" for name in ("share", "scores", "stances", "aspects")]
    assert not picture_files(silent())


def test_words_of_documents_are_escaped_and_characters_that_xml_cannot_hold_replaced() -> None:
    name = '<script>alert(1)</script> & \x00\x1b "x" \ufffe'
    picture = stances([_judge(name, Stance.POSITIVE, href="#r")])
    assert picture is not None
    assert "<script" not in picture.markup
    assert any(line.startswith("<script>alert(1)</script> & \N{REPLACEMENT CHARACTER}") for line in words(picture))


def test_the_same_record_gives_the_same_pictures() -> None:
    assert picture_files(desperado()) == picture_files(desperado())


def test_ratings_on_no_told_scale_are_named_once_with_their_number() -> None:
    picture = scores([parse_rating(raw) for raw in ("3/5", *["7"] * 3, "8", "9", "6", "5")])
    assert picture is not None
    assert "On a scale that is not told: “7” (3 times), “8”, “9” and “6” and 1 more" in words(picture)
