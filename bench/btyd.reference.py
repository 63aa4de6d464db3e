"""BG/NBD by SciPy on grouped histories: the likelihood vectorised over the groups, minimised in logarithms by Nelder-Mead and by L-BFGS-B. Prints seconds and what was found."""
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

x, last, watched, count = np.loadtxt(sys.argv[1], delimiter=",", unpack=True)
bought = x > 0


def negative(logs):
    r, alpha, a, b = np.exp(logs)
    front = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stays = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    here = -(r + x) * np.log(alpha + watched)
    gone = np.where(bought, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + last), -np.inf)
    return -np.sum(count * (front + stays + np.logaddexp(here, gone)))


answer = {}
start = np.log([0.5, watched.max() / 8, 0.7, 2.0])
for method, options in (("Nelder-Mead", {"maxiter": 4000, "xatol": 1e-6, "fatol": 1e-6}), ("L-BFGS-B", {"maxiter": 1000})):
    took = []
    for _ in range(int(sys.argv[2])):
        begun = time.perf_counter()
        found = minimize(negative, start, method=method, options=options)
        took.append(time.perf_counter() - begun)
    answer[method] = {"seconds": min(took), "logLikelihood": -float(found.fun)}
print(json.dumps(answer))
