"""Borders by NumPy, by trying every one: the numbers in `merit_borders.rs`.

    pip install numpy && python borders_reference.py

`clinic.csv` holds what the shipped networks say of 480 craniocaudal phantoms that they have not seen (seed 310), with the true percent density.
"""

import csv
from pathlib import Path

import numpy as np

rows = list(csv.DictReader(open(Path(__file__).parent / "clinic.csv")))
area = np.array([float(row["percent_density"]) for row in rows])
expected = np.array([sum(i * float(row[f"p_{c}"]) for i, c in enumerate("ABCD")) / sum(float(row[f"p_{c}"]) for c in "ABCD") for row in rows])
for borders in ([14, 30, 55], [18, 36, 58], [13, 28, 52], [15, 35, 50], [17, 38, 60], [20, 33, 65]):
    labels = np.digitize(area, borders)
    values = np.unique(expected)
    fitted = []
    for below in range(3):
        own = below + 0.5
        cuts = [own if low <= own < high else (low + high) / 2 for low, high in zip(values, values[1:])]
        wrong = np.array([((expected > cut) != (labels > below)).sum() for cut in cuts])
        best = np.array(cuts)[wrong == wrong.min()]
        fitted.append(own if own in best else float(best[len(best) // 2]))
    right = (np.digitize(expected, fitted, right=True) == labels).sum()
    above = [float(np.sort(area)[::-1][(expected > f).sum()]) for f in fitted]
    print(borders, [round(f, 4) for f in fitted], "right", right, "area above which as many lie", above)
