#!/usr/bin/env python3
"""Learns the weights by which whom a pronoun or a calling means is told (src/brief/quotes/clause/antecedent/weights.txt).

usage: learn.py PROGRAM FILE… > weights.txt      with the passages of this folder and of the one above; needs numpy and scipy
       learn.py --check PROGRAM FILE…            what weights learnt on three quarters of the passages do on the fourth

PROGRAM is asked for `eval antecedents FILE…`: for each quotation everybody who may be meant, what tells for each, and who is
right. It is asked of the passages as they stand and in other shapes (variants.py). The weights are those of a conditional logit
(one of the candidates is meant), a common part and one for each kind of words, both held small (L2). Deterministic.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import minimize

import variants

KINDS = ["Pronoun", "Silent", "Description", "Bare"]
SMALL = 8.0  # how much the weights of a kind are held small; chosen by --check
COMMON = 0.06  # the same for the common part, of that
AS_TOLD = 3  # how much more a passage as it stands tells than one of its other shapes
RULED, OTHER, DESCRIBED = 1.2, 2, 3  # as in weights.rs


def rows_of(program, files):
    told = subprocess.run([program, "eval", "antecedents", *files], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in told.splitlines()]


def varied(program, files):
    """The same of the passages in their other shapes."""
    with tempfile.TemporaryDirectory() as folder:
        written = []
        for number, file in enumerate(files):
            passages = json.loads(pathlib.Path(file).read_text(encoding="utf8"))
            shapes = [variants.variant(passage, way) for passage in passages for way in variants.WAYS]
            path = pathlib.Path(folder, f"{number}.json")
            path.write_text(json.dumps([shape for shape in shapes if shape]), encoding="utf8")
            written.append(str(path))
        return rows_of(program, written)


class Cases:
    """Matrices of the candidates, each case a stretch of rows."""

    def __init__(self, rows, names):
        self.rows, self.width = rows, len(names)
        place = {name: at for at, name in enumerate(names)}
        self.cases = []
        for row in rows:
            if any(one["right"] and "OtherGender" in one["features"] for one in row["candidates"]):
                continue  # other words than those weighed stand for the speaker
            kind = KINDS.index(row["kind"])
            matrix = numpy.zeros((len(row["candidates"]), self.width * (1 + len(KINDS))))
            for at, candidate in enumerate(row["candidates"]):
                for name, value in candidate["features"].items():
                    matrix[at, place[name]] = matrix[at, self.width * (1 + kind) + place[name]] = value
            right = numpy.array([candidate["right"] for candidate in row["candidates"]], dtype=float)
            if not right.any():
                right[-1] = 1.0  # whoever is meant is not among those named: nobody is
            self.cases.append((matrix, right, row))

    def learn(self, cases):
        size = self.width * (1 + len(KINDS))
        held = numpy.full(size, SMALL)
        held[: self.width] *= COMMON
        matrix = numpy.concatenate([case[0] for case in cases])
        right = numpy.concatenate([case[1] for case in cases])
        starts = numpy.cumsum([0] + [len(case[0]) for case in cases])[:-1]
        case_of = numpy.repeat(numpy.arange(len(cases)), [len(case[0]) for case in cases])

        def loss(weights):
            scores = matrix @ weights
            scores = numpy.exp(scores - numpy.maximum.reduceat(scores, starts)[case_of])
            likely = scores / numpy.add.reduceat(scores, starts)[case_of]
            chance = numpy.add.reduceat(likely * right, starts)
            slope = matrix.T @ (likely - likely * right / chance[case_of])
            return -numpy.log(chance).sum() + 0.5 * (held * weights**2).sum(), slope + held * weights

        return minimize(loss, numpy.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def chosen(matrix, weights, row):
    scores = matrix @ weights
    likely = numpy.exp(scores - scores.max())
    likely /= likely.sum()
    last = len(likely) - 1
    unnamed = "RuledUnnamed" in row["candidates"][last]["features"]
    best = last
    for at, one in enumerate(row["candidates"][:last]):
        ruled = "Ruled" in one["features"]
        cost = RULED if ruled else DESCRIBED if row["kind"] == "Description" else OTHER
        if (ruled or not unnamed) and cost * (1 - likely[at]) < 1 - likely[last]:
            best = at if best == last or likely[at] > likely[best] else best
    return best


def check(cases):
    own = lambda row: row["id"].split("~")[0]
    passages = sorted({own(row) for _, _, row in cases.cases})
    counts = collections.Counter()
    for part in range(4):
        held = set(passages[part::4])
        weights = cases.learn([case for case in cases.cases if own(case[2]) not in held])
        for matrix, right, row in cases.cases:
            if own(row) not in held:
                continue
            last = len(right) - 1
            rules = next((at for at, one in enumerate(row["candidates"]) if "Ruled" in one["features"]), last)
            for way, at in (("rules", rules), ("weights", chosen(matrix, weights, row))):
                for kind in (row["kind"], "all"):
                    counts[kind, way, "right"] += int(right[at])
                    counts[kind, way, "wrong"] += int(at < last and not right[at])
    for kind in [*KINDS, "all"]:
        told = [f"{way} {counts[kind, way, 'right']} right {counts[kind, way, 'wrong']} wrong" for way in ("rules", "weights")]
        print(f"{kind:12} {', '.join(told)}")


def main(arguments):
    checks = arguments[:1] == ["--check"]
    program, *files = arguments[checks:]
    rows = rows_of(program, files) * (1 if checks else AS_TOLD) + varied(program, files)
    names = sorted({name for row in rows for one in row["candidates"] for name in one["features"]})
    cases = Cases(rows, names)
    if checks:
        return check(cases)
    weights = cases.learn(cases.cases)
    print("# how much each feature tells, by kind; see antecedent/mod.rs. Made by tests/benchmark/learning/learn.py")
    print("# feature", *KINDS)
    for at, name in enumerate(names):
        own = [weights[at] + weights[cases.width * (1 + kind) + at] for kind in range(len(KINDS))]
        print(name, *(f"{weight:.2f}" for weight in own))


if __name__ == "__main__":
    main(sys.argv[1:])
