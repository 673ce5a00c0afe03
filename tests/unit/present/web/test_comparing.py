"""The mean freed from its critics' leniency shows on the pages, and follows what other films' critics gave."""

from pathlib import Path

from filmdossier.run.tables import import_table
from filmdossier.store import Store
from support.serving import served, wait_for
from support.table_files import write

CRITICS = ("Ada Quill", "Ben Orlo", "Cara Pell", "Dan Roe", "Eve Sund")


def library(folder: Path, films: int) -> Path:
    """Films that five critics rate, Ada Quill always two stars above the others."""
    lines = ["rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content"]
    for film in range(films):
        for critic in CRITICS:
            stars = (5 if critic == "Ada Quill" else 3) - film % 2
            lines.append(f"m/ferry_{film:02},{critic},True,Notes of {critic.split()[0]},Fresh,{stars}/5,2011-03-02,")
    table = write(folder / "reviews.csv", lines)
    path = folder / "library.db"
    with Store.open(path) as store:
        import_table(table, store)
    return path


def test_the_adjusted_mean_shows_once_the_ratings_are_read(tmp_path: Path) -> None:
    with served(library(tmp_path, films=10)) as client:
        film = client.get("/api/films").json()["items"][0]["film"]
        wait_for(lambda: "Adjusted mean" in client.get(f"/films/{film}").text)
        page = client.get(f"/films/{film}")
        mean = client.get(f"/api/films/{film}").json()["reception"]["adjusted_mean"]
        assert f"{mean:g}" in page.text
        again = client.get(f"/films/{film}", headers={"If-None-Match": page.headers["etag"]})
        assert again.status_code == 304


def test_critics_of_few_films_are_not_compared(tmp_path: Path) -> None:
    with served(library(tmp_path, films=3)) as client:
        film = client.get("/api/films").json()["items"][0]["film"]
        wait_for(lambda: "no critic here has 10 ratings" in " ".join(client.get(f"/films/{film}").text.split()))
        assert "Adjusted mean" not in client.get(f"/films/{film}").text
