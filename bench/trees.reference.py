"""scikit-learn's histogram trees on the file that bench/stats.trees.ts writes: doubles, column after column, the answers last; half to learn from, half to judge by.

    python3 trees.reference.py FILE ROWS COLUMNS TREES
prints {"seconds": …, "auc": …}.
"""
import json
import sys
import time

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

path, rows, columns, trees = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
data = numpy.fromfile(path).reshape(columns + 1, rows)
table = numpy.ascontiguousarray(data[:columns].T)
answers = data[columns]
half = rows // 2
# Its threads are started by a first small fit, which is not counted.
HistGradientBoostingClassifier(max_iter=2, early_stopping=False).fit(table[:2000], answers[:2000])
began = time.perf_counter()
model = HistGradientBoostingClassifier(
    max_iter=trees, max_leaf_nodes=31, learning_rate=0.1, max_bins=255, min_samples_leaf=20, l2_regularization=0.0, early_stopping=False, random_state=1
).fit(table[:half], answers[:half])
seconds = time.perf_counter() - began
print(json.dumps({"seconds": seconds, "auc": roc_auc_score(answers[half:], model.predict_proba(table[half:])[:, 1])}))
