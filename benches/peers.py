#!/usr/bin/env python3
"""Plans of zonewerk beside those of GerryChain and pygeoda, on the same units, neighbours and bounds.

    pip install gerrychain pygeoda geopandas
    python3 benches/peers.py [--program target/release/zonewerk] [--seconds 60] [--minimum 75000] [--maximum 125000] SCENARIO...

For each scenario: GerryChain draws for so many seconds (recombination along spanning trees in short bursts,
which keep the plan with the least border), pygeoda draws once by each of its methods that knows a minimum of
inhabitants (coordinates as attributes; it knows no maximum), and zonewerk has a tenth of the seconds. A unit
above the maximum is a zone by itself. Border is what zones share, each once; the outer border is the same for
all. `zonewerk audit` judges every plan. One row of Markdown for each plan.
"""
import argparse
import csv
import json
import signal
import subprocess
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path

warnings.filterwarnings("ignore")


class Territory:
    """Units with inhabitants, and the borders they share."""

    def __init__(self, options, scenario, folder):
        self.options, self.scenario, self.folder = options, scenario, Path(folder)
        run(options, "graph", scenario, "--out", str(self.folder / "graph.json"))
        graph = json.loads((self.folder / "graph.json").read_text())
        self.people = {node["id"]: node["population"] for node in graph["nodes"]}
        self.borders = [(link["source"], link["target"], link["border_m"]) for link in graph["links"]]
        self.alone = {unit for unit, people in self.people.items() if people > options.maximum}
        self.number = max(1, round(sum(self.people[unit] for unit in self.others()) / self.ideal()))

    def others(self):
        return [unit for unit in self.people if unit not in self.alone]

    def ideal(self):
        return (self.options.minimum + self.options.maximum) / 2

    def border_km(self, plan):
        return sum(metres for a, b, metres in self.borders if plan[a] != plan[b]) / 1000

    def row(self, name, plan, seconds):
        plan = plan | {unit: f"alone {unit}" for unit in self.alone}
        file = self.folder / "plan.csv"
        with open(file, "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("unit", "zone"), *plan.items()])
        verdict = run(self.options, "audit", str(file), "-s", self.scenario).returncode
        kept = {0: "compliant", 1: "breaks rules"}.get(verdict, "not audited")
        border = self.border_km(plan)
        zones = len(set(plan.values()))
        print(f"| {Path(self.scenario).stem} | {name} | {zones} | {border:,.1f} | {seconds:.1f} | {kept} |", flush=True)


def run(options, *arguments):
    return subprocess.run([options.program, *arguments], capture_output=True, text=True)


def zonewerk(territory, seconds):
    options, out = territory.options, territory.folder / "result"
    begin = time.time()
    run(options, "solve", territory.scenario, "--time-limit", str(seconds), "--out", str(out))
    took = time.time() - begin
    with open(out / "plan.csv", newline="", encoding="utf-8") as file:
        plan = {row["unit"]: row["zone"] for row in csv.DictReader(file)}
    territory.row("zonewerk", plan, took)


class TimeIsUp(Exception):
    pass


def time_is_up(*_):
    raise TimeIsUp


def gerrychain(territory, seconds):
    import networkx
    from gerrychain import Graph, Partition, constraints
    from gerrychain.optimization import SingleMetricOptimizer
    from gerrychain.proposals import recom
    from gerrychain.tree import recursive_tree_part
    from gerrychain.updaters import Tally

    network = networkx.Graph()
    network.add_nodes_from((unit, {"people": territory.people[unit]}) for unit in territory.others())
    free = set(network)
    network.add_edges_from((a, b, {"metres": metres}) for a, b, metres in territory.borders if a in free and b in free)
    network = network.subgraph(max(networkx.connected_components(network), key=len)).copy()
    if len(network) < len(free):
        print(f"<!-- gerrychain: only the largest of several parts of {territory.scenario} -->")
        return
    graph = Graph.from_networkx(network)
    mean = sum(territory.people[unit] for unit in free) / territory.number
    within = min(1 - territory.options.minimum / mean, territory.options.maximum / mean - 1)
    best, begin = None, time.time()

    def border(partition):
        return sum(partition.graph._rx_graph.get_edge_data(*edge)["metres"] for edge in partition["cut_edges"])

    signal.signal(signal.SIGALRM, time_is_up)
    signal.alarm(int(seconds))
    try:
        parts = range(territory.number)
        first = Partition(graph, recursive_tree_part(graph, parts, mean, "people", within), {"people": Tally("people")})
        best = (border(first), first)
        proposal = partial(recom, pop_col="people", pop_target=mean, epsilon=within)
        bounds = constraints.within_percent_of_ideal_population(first, within, pop_key="people")
        search = SingleMetricOptimizer(proposal, bounds, first, border, maximize=False, rng=1)
        for _ in search.short_bursts(10, 10**9):
            if search.best_score < best[0]:
                best = (search.best_score, search.best_part)
    except (TimeIsUp, RuntimeError):  # it gives up where no tree of many can be cut
        pass
    signal.alarm(0)
    took = time.time() - begin
    if best is None:
        print(f"| {Path(territory.scenario).stem} | GerryChain | - | - | {took:.1f} | no plan |", flush=True)
        return
    names = best[1].graph
    plan = {names.original_nx_node_id_for_internal_node_id(node): str(zone) for node, zone in best[1].assignment.items()}
    territory.row("GerryChain", plan, took)


def pygeoda(territory, _):
    import geopandas
    import pygeoda

    units = geopandas.read_file(territory.folder / "result" / "units.geojson").to_crs(territory.options.crs)
    units = units[units["unit"].isin(territory.others())].reset_index(drop=True)
    middles = units.geometry.representative_point()
    units["x"], units["y"] = middles.x, middles.y
    weights = pygeoda.rook_weights(pygeoda.open(units))
    people = [float(territory.people[unit]) for unit in units["unit"]]
    middles, number, least = units[["x", "y"]], territory.number, territory.options.minimum
    bounded = {"bound_variable": people, "min_bound": least}
    methods = {
        "skater": lambda: pygeoda.skater(number, weights, middles, **bounded),
        "redcap": lambda: pygeoda.redcap(number, weights, middles, "fullorder-wardlinkage", **bounded),
        "azp_sa": lambda: pygeoda.azp_sa(number, weights, middles, 0.85, **bounded),
        "maxp_greedy": lambda: pygeoda.maxp_greedy(weights, middles, people, least),
    }
    for name, method in methods.items():
        begin = time.time()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        clusters = method()["Clusters"]
        territory.row(f"pygeoda {name}", dict(zip(units["unit"], map(str, clusters))), time.time() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="+", metavar="SCENARIO")
    parser.add_argument("--program", default="target/release/zonewerk")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--minimum", type=int, default=75_000)
    parser.add_argument("--maximum", type=int, default=125_000)
    parser.add_argument("--crs", default="EPSG:3035", help="plane in which pygeoda measures")
    parser.add_argument("--only", choices=["gerrychain", "pygeoda"], help="one peer alone")
    options = parser.parse_args()
    print("| territory | drawn by | zones | border, km | seconds | audit |\n|---|---|---:|---:|---:|---|", flush=True)
    for scenario in options.scenarios:
        with tempfile.TemporaryDirectory() as folder:
            territory = Territory(options, scenario, folder)
            zonewerk(territory, options.seconds / 10)
            for peer in [gerrychain, pygeoda]:
                if options.only in (None, peer.__name__):
                    peer(territory, options.seconds)


if __name__ == "__main__":
    main()
