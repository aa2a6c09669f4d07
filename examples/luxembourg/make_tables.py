#!/usr/bin/env python3
"""Makes the tables of this folder from public sources.

Needs in SOURCES, at any depth:
  be_municipalities_2021.geojson          communes of 2021 with codes and names:
                                          github.com/sciensanogit/bemaps, data/BE_ADMIN_MUNTY.rda as GeoJSON
  TU_COM_REFNIS.txt                       Statbel's codes, for the names of the arrondissements:
                                          github.com/sciensanogit/bemaps, inst/extdata
  population_municipality_2017_2022.csv   columns year, nis, total: Statbel TF_SOC_POP_STRUCT_2017..2022
                                          as kept in github.com/sciensanogit/bopR, inst/extdata
"""

import argparse
import csv
import json
import pathlib
import sys

PROVINCE = "80000"
YEAR = "2022"
COMMUNES, PEOPLE = 44, 291143

# The base plan is made up: arrondissements, and one zone of four communes in the north.
NORTH, IN_NORTH = "Haute Ardenne", ("82014", "82032", "82037", "83055")


def source(folder, name):
    found = sorted(folder.rglob(name))
    if not found:
        sys.exit(f"{name} is not in {folder}")
    return found[0]


def read(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def write(folder, name, header, rows):
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def short(arrondissement):
    """`Arlon` of `Arrondissement d'Arlon`."""
    return arrondissement.removeprefix("Arrondissement ").removeprefix("de ").removeprefix("d'")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=pathlib.Path, help="folder with the source files")
    parser.add_argument("out", type=pathlib.Path, help="folder for the tables")
    args = parser.parse_args()

    features = json.loads(source(args.sources, "be_municipalities_2021.geojson").read_text(encoding="utf-8"))["features"]
    communes = sorted(
        (f["properties"] for f in features if f["properties"]["prov_nis"] == PROVINCE), key=lambda c: c["nis"]
    )
    codes = read(source(args.sources, "TU_COM_REFNIS.txt"), "|")
    arrondissements = {row["CD_REFNIS"]: short(row["TX_REFNIS_FR"]) for row in codes if row["CD_SUP_REFNIS"] == PROVINCE}
    people = {
        row["nis"]: int(row["total"])
        for row in read(source(args.sources, "population_municipality_2017_2022.csv"))
        if row["year"] == YEAR
    }
    total = sum(people[c["nis"]] for c in communes)
    if (len(communes), total) != (COMMUNES, PEOPLE):
        sys.exit(f"{len(communes)} communes with {total} people; expected {COMMUNES} with {PEOPLE}")

    rows = [(c["nis"], c["name_fr"], people[c["nis"]]) for c in communes]
    write(args.out, "communes.csv", ["nis", "name", f"population_{YEAR}"], rows)
    by = "Statbel, codes of the communes"
    rows = sorted((arrondissements[c["arr_nis"]], c["nis"], by) for c in communes)
    write(args.out, "arrondissements.csv", ["group", "unit", "source"], rows)
    rows = [(c["nis"], NORTH if c["nis"] in IN_NORTH else arrondissements[c["arr_nis"]]) for c in communes]
    write(args.out, "base_plan.csv", ["unit", "zone"], rows)


if __name__ == "__main__":
    main()
