#!/usr/bin/env python3
"""Draws portfolios at random, computes every score a second time, straight from the formulas and without a line of
kam's code, and compares with what `kam assess --all` and `kam inventory` say in JSON."""
import argparse
import datetime
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

AS_OF = datetime.date(2026, 6, 30)
AREAS = ["product_development", "logistics", "quality_management", "marketing", "sales"]
PARTNERSHIP = ["collaboration_potential", "partner_acceptance", "strategic_relevance"]
MEASURES = ["revenue", "contribution_margin", "profit", "contribution_margin_ratio", "revenue_growth",
            "share_of_wallet"]


# ---- drawing ----

def maybe(draw, value, odds=0.6):
    return value() if draw.random() < odds else None


def drop_unknown(mapping):
    return {key: value for key, value in mapping.items() if value is not None}


def rating(draw, top):
    return draw.choice([draw.randint(0, top), draw.randint(0, top * 4) / 4])


def portfolio(draw):
    top = draw.randint(3, 10)
    attractiveness = {}
    for number in range(draw.randint(1, 6)):
        criterion = {"weight": draw.choice([0, 1, 2.5, 10, 20]), "label": f"Kriterium {number}"}
        if draw.random() < 0.5:
            criterion["measure"] = draw.choice(MEASURES)
            criterion["steps"] = sorted(draw.sample(range(-10, 300), draw.randint(1, 6)))
        attractiveness[f"c{number}"] = criterion
    if not any(criterion["weight"] for criterion in attractiveness.values()):
        attractiveness["c0"]["weight"] = 1
    low, high = sorted(draw.sample(range(1, 100), 2))
    return {
        "kam": 1, "company": "Orakel AG", "language": "en", "currency": "EUR", "scale": top,
        "attractiveness": attractiveness,
        "partnership": {key: {"weight": draw.choice([1, 2, 0.5])} for key in PARTNERSHIP},
        "collaboration": {key: {"weight": draw.choice([1, 3])} for key in AREAS},
        "requirements": {f"r{number}": {"label": f"Anforderung {number}"} for number in range(draw.randint(1, 7))},
        "offerings": {f"o{number}": {"label": f"Leistung {number}"} for number in range(3)},
        "thresholds": {
            "abc": [draw.randint(10, 80), draw.randint(81, 99)],
            "bands": [low, high],
            "key_account": {"attractiveness": draw.randint(20, 80), "partnership": draw.randint(20, 80)},
            "matrix": {"attractiveness": draw.randint(20, 80), "strength": draw.randint(20, 80)},
            "crosshair": draw.choice(["mean", "median", "midpoint", {"importance": top / 2, "fulfilment": top / 3}]),
            "stale_after_days": draw.randint(30, 500),
        },
    }


def day(draw):
    return datetime.date(2024, 1, 1) + datetime.timedelta(draw.randint(0, 1200))


def account(draw, settings, number):
    top = settings["scale"]

    def rated(keys):
        return drop_unknown({key: maybe(draw, lambda: rating(draw, top)) for key in keys})

    def year():
        return drop_unknown({
            "revenue": maybe(draw, lambda: draw.choice([0, -5, 100, draw.randint(1, 400)])),
            "contribution_margin": maybe(draw, lambda: draw.randint(-50, 200)),
            "profit": maybe(draw, lambda: draw.randint(-50, 100)),
            "purchasing_volume": maybe(draw, lambda: draw.randint(0, 900)),
        })

    own = {f"own{index}": {"label": f"Eigene {index}"} for index in range(draw.randint(0, 2))}
    requirements = list(settings["requirements"]) + list(own)

    def ratings():
        return {key: drop_unknown({"importance": maybe(draw, lambda: rating(draw, top), 0.8),
                                   "fulfilment": maybe(draw, lambda: rating(draw, top), 0.8)})
                for key in requirements if draw.random() < 0.6}

    return {
        "kam": 1, "name": f"Konto {number:02}",
        "status": draw.choice(["key_account", "candidate", "prospect", "former"]),
        "figures": {year_number: year() for year_number in (2022, 2023, 2024, 2025, 2026, 2027)
                    if draw.random() < 0.6},
        "attractiveness": rated(settings["attractiveness"]),
        "partnership": rated(PARTNERSHIP),
        "collaboration": {key: {"intensity": rating(draw, top)} for key in AREAS if draw.random() < 0.5},
        "requirements": own,
        "assessments": [{"date": day(draw), "perspective": draw.choice(["customer", "own"]), "ratings": ratings()}
                        for _ in range(draw.randint(0, 5))],
        "offerings": {key: drop_unknown({"current": maybe(draw, lambda: draw.randint(0, 90)),
                                         "potential": maybe(draw, lambda: draw.randint(0, 90))})
                      for key in settings["offerings"] if draw.random() < 0.5},
        "potentials": [drop_unknown({"title": f"Potenzial {index}",
                                     "value": maybe(draw, lambda: draw.randint(0, 1000)),
                                     "probability": maybe(draw, lambda: draw.randint(0, 100)),
                                     "status": draw.choice([None, "open", "won", "lost"])})
                       for index in range(draw.randint(0, 4))],
        "actions": [drop_unknown({"title": f"Maßnahme {index}", "due": maybe(draw, lambda: day(draw)),
                                  "status": draw.choice([None, "open", "done"])})
                    for index in range(draw.randint(0, 4))],
    }


# A mapping a line; below that, everything in flow style. JSON but for keys and dates, which stand bare.
def flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return str(value)


def document(mapping):
    return "".join(f"{key}: {flow(value)}\n" for key, value in mapping.items() if value not in ({}, []))


# ---- the formulas ----

def known_years(facts, needs):
    return [year for year in sorted(facts["figures"], reverse=True)
            if year <= AS_OF.year and all(need in facts["figures"][year] for need in needs)]


def measure(facts, name):
    figures = facts["figures"]
    if name == "revenue_growth":
        for year in known_years(facts, ["revenue"])[:1]:
            old = figures.get(year - 1, {}).get("revenue")
            return 100 * (figures[year]["revenue"] - old) / old if old is not None and old > 0 else None
        return None
    shares = {"share_of_wallet": ("revenue", "purchasing_volume"),
              "contribution_margin_ratio": ("contribution_margin", "revenue")}
    if name in shares:
        part, whole = shares[name]
        for year in known_years(facts, [part, whole])[:1]:
            return 100 * figures[year][part] / figures[year][whole] if figures[year][whole] > 0 else None
        return None
    for year in known_years(facts, [name])[:1]:
        return figures[year][name]
    return None


def weighted(top, weights, ratings):
    known = {key: value for key, value in ratings.items() if value is not None}
    weight = sum(weights[key] for key in known)
    total = sum(weights.values())
    score = 100 * sum(weights[key] * value for key, value in known.items()) / (top * weight) if weight else None
    return score, 100 * weight / total if total else 0


def attractiveness(settings, facts):
    ratings = {}
    for key, criterion in settings["attractiveness"].items():
        value = facts["attractiveness"].get(key)
        if value is None and "measure" in criterion:
            amount = measure(facts, criterion["measure"])
            if amount is not None:
                reached = sum(amount >= step - 1e-9 for step in criterion["steps"])
                value = settings["scale"] * reached / len(criterion["steps"])
        ratings[key] = value
    return weighted(settings["scale"], {k: c["weight"] for k, c in settings["attractiveness"].items()}, ratings)


def rated_requirements(settings, facts, perspective):
    latest = {}
    for assessment in sorted(facts["assessments"], key=lambda one: one["date"]):  # stable: the later in the file wins
        if assessment["perspective"] == perspective and assessment["date"] <= AS_OF:
            for key, values in assessment["ratings"].items():
                latest.setdefault(key, {}).update(values)
    keys = list(settings["requirements"]) + list(facts["requirements"])
    return [(key, latest[key]["importance"], latest[key]["fulfilment"]) for key in keys
            if {"importance", "fulfilment"} <= set(latest.get(key, {}))]


def fulfilment(settings, rated):
    importance = sum(i for _, i, _ in rated)
    return 100 * sum(i * f for _, i, f in rated) / (settings["scale"] * importance) if importance else None


def crosshair(settings, rated):
    chosen = settings["thresholds"]["crosshair"]
    if isinstance(chosen, dict):
        return chosen["importance"], chosen["fulfilment"]
    if chosen == "midpoint":
        return settings["scale"] / 2, settings["scale"] / 2
    centre = statistics.fmean if chosen == "mean" else statistics.median
    return (centre([i for _, i, _ in rated]), centre([f for _, _, f in rated])) if rated else (0, 0)


def requirement_quadrant(cross, importance, fulfilled):
    high, well = importance >= cross[0] - 1e-9, fulfilled >= cross[1] - 1e-9
    return {(True, False): "concentrate_here", (True, True): "keep_up", (False, False): "low_priority",
            (False, True): "possible_overkill"}[high, well]


def qualification(settings, attractive, partner):
    if any(score is None or coverage < 50 - 1e-9 for score, coverage in (attractive, partner)):
        return None
    least = settings["thresholds"]["key_account"]
    if attractive[0] < least["attractiveness"] - 1e-9:
        return "regular"
    return "key_account" if partner[0] >= least["partnership"] - 1e-9 else "candidate"


def quadrant(settings, attractive, strength):
    if attractive is None or strength is None:
        return None
    least = settings["thresholds"]["matrix"]
    high, strong = attractive >= least["attractiveness"] - 1e-9, strength >= least["strength"] - 1e-9
    return {(True, True): "strategic", (True, False): "star", (False, True): "status",
            (False, False): "streamline"}[high, strong]


def abc(settings, revenues, own):
    if own is None:
        return None
    total = sum(revenue for revenue in revenues if revenue > 0)
    if own <= 0:
        return "C"
    above = 100 * sum(revenue for revenue in revenues if revenue > own) / total
    first, second = settings["thresholds"]["abc"]
    return "A" if above < first - 1e-9 else "B" if above < second - 1e-9 else "C"


def completeness(settings, facts, attractive_known, headline):
    def intensity(area):
        return facts["collaboration"].get(area, {}).get("intensity")

    rated = {key for key, _, _ in headline}
    answered = [
        attractive_known,
        *(key in facts["partnership"] for key in PARTNERSHIP),
        any(intensity(area) is not None for area in AREAS),
        bool(headline),
        set(settings["requirements"]) <= rated,
        any(one["perspective"] == "customer" and one["date"] <= AS_OF for one in facts["assessments"]),
        bool(facts["potentials"]),
    ]
    return 100 * sum(answered) / 21


def sum_known(values):
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def expect(settings, accounts):
    revenues = {key: measure(facts, "revenue") for key, facts in accounts.items() if facts["status"] != "former"}
    known = [revenue for revenue in revenues.values() if revenue is not None]
    total = sum(revenue for revenue in known if revenue > 0)
    result = {}
    for key, facts in accounts.items():
        attractive = attractiveness(settings, facts)
        partner = weighted(settings["scale"], {k: c["weight"] for k, c in settings["partnership"].items()},
                           {k: facts["partnership"].get(k) for k in PARTNERSHIP})
        areas = weighted(settings["scale"], {k: c["weight"] for k, c in settings["collaboration"].items()},
                         {k: facts["collaboration"].get(k, {}).get("intensity") for k in AREAS})
        views = {view: rated_requirements(settings, facts, view) for view in ("customer", "own")}
        scores = {view: fulfilment(settings, rated) for view, rated in views.items()}
        headline = "customer" if scores["customer"] is not None else "own" if scores["own"] is not None else None
        rated = views[headline or "customer"]
        weight = sum(i for _, i, _ in rated)
        lost = {k: 100 * i * (settings["scale"] - f) / (settings["scale"] * weight) if weight else None
                for k, i, f in rated}
        cross = crosshair(settings, rated)
        dates = [one["date"] for one in facts["assessments"] if one["date"] <= AS_OF]
        revenue = revenues.get(key)
        open_actions = [one for one in facts["actions"] if one.get("status", "open") == "open"]
        attractive_known = any(k in facts["attractiveness"] for k in settings["attractiveness"]) or any(
            "measure" in c and measure(facts, c["measure"]) is not None for c in settings["attractiveness"].values())
        count = len(settings["requirements"]) + len(facts["requirements"])
        result[key] = {
            "attractiveness": attractive[0], "attractiveness_coverage": attractive[1],
            "partnership": partner[0], "partnership_coverage": partner[1], "collaboration": areas[0],
            "fulfilment": scores[headline] if headline else None, "perspective": headline,
            "fulfilment_coverage": 100 * len(rated) / count,
            "perception_gap": scores["own"] - scores["customer"] if None not in scores.values() else None,
            "qualification": qualification(settings, attractive, partner),
            "quadrant": quadrant(settings, attractive[0], scores[headline] if headline else None),
            "abc": abc(settings, known, revenue),
            "revenue_share": None if revenue is None else 100 * revenue / total if revenue > 0 else 0,
            "revenue_growth": measure(facts, "revenue_growth"),
            "share_of_wallet": measure(facts, "share_of_wallet"),
            "last_assessed": max(dates).isoformat() if dates else None,
            "stale": (AS_OF - max(dates)).days > settings["thresholds"]["stale_after_days"] if dates else None,
            "open_actions": len(open_actions),
            "overdue_actions": sum("due" in one and one["due"] < AS_OF for one in open_actions),
            "expected_value": sum_known(
                one["value"] * one["probability"] / 100 if {"value", "probability"} <= set(one) else None
                for one in facts["potentials"] if one.get("status", "open") == "open"),
            "white_space": sum_known(max(one["potential"] - one["current"], 0)
                                     if {"potential", "current"} <= set(one) else None
                                     for one in facts["offerings"].values()),
            "completeness": completeness(settings, facts, attractive_known, rated),
            "requirements": {k: (lost[k], i - f, requirement_quadrant(cross, i, f)) for k, i, f in rated},
        }
    return result


# ---- comparing ----

def same(expected, found):
    if isinstance(expected, float) or isinstance(found, float):
        return None not in (expected, found) and abs(expected - found) <= 0.0051
    return expected == found


def differences(settings, accounts, inventory, assessed):
    expected = expect(settings, accounts)
    rows = {row["id"]: row for row in inventory["accounts"]}
    if set(rows) != set(accounts):
        yield f"inventory lists {sorted(rows)}"
    for key, values in expected.items():
        for column, value in values.items():
            if column == "requirements":
                continue
            found = rows[key][column]
            if column == "qualification" and found == "unknown":
                found = None
            if not same(value, found):
                yield f"{key}: {column} is {found}, not {value}"
        for one in assessed[key]["fulfilment"]["requirements"]:
            if one["id"] not in values["requirements"] and one["lost_points"] is None:
                continue  # half rated: it may have nothing but its one value
            for name, value in zip(("lost_points", "gap", "quadrant"), values["requirements"].get(one["id"], [None] * 3)):
                if not same(value, one[name]):
                    yield f"{key}: {name} of {one['id']} is {one[name]}, not {value}"
        rated = {one["id"] for one in assessed[key]["fulfilment"]["requirements"] if None not in (one["importance"], one["fulfilment"])}
        if rated != set(values["requirements"]):
            yield f"{key}: rated are {sorted(rated)}, not {sorted(values['requirements'])}"
    ranked = sorted(accounts, key=lambda key: (
        expected[key]["attractiveness"] is None, -round(expected[key]["attractiveness"] or 0, 9),
        measure(accounts[key], "revenue") is None, -(measure(accounts[key], "revenue") or 0), key))
    if [row["id"] for row in inventory["accounts"]] != ranked:
        yield f"ranked as {[row['id'] for row in inventory['accounts']]}, not {ranked}"


def run(kam, root, *arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run([kam, "-C", root, "--as-of", AS_OF.isoformat(), *arguments, "--format", "json"],
                          capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        sys.exit(f"kam {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True)
    parser.add_argument("--draws", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kam = os.path.abspath(options.kam)
    failed = 0
    compared = 0
    for seed in range(options.seed, options.seed + options.draws):
        draw = random.Random(seed)
        settings = portfolio(draw)
        accounts = {f"konto-{number:02}": account(draw, settings, number) for number in range(draw.randint(1, 8))}
        with tempfile.TemporaryDirectory() as directory:
            root = pathlib.Path(directory)
            (root / "accounts").mkdir()
            (root / "kam.yaml").write_text(document(settings), encoding="utf-8")
            for key, facts in accounts.items():
                (root / "accounts" / f"{key}.yaml").write_text(document(facts), encoding="utf-8")
            inventory = run(kam, directory, "inventory")
            assessed = {one["id"]: one for one in run(kam, directory, "assess", "--all")["accounts"]}
        for difference in differences(settings, accounts, inventory, assessed):
            print(f"seed {seed}: {difference}")
            failed += 1
        compared += len(accounts)
    print(f"{compared} accounts in {options.draws} portfolios, {failed} differences")
    return 1 if failed or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
