"""The simulation of docs/ripples.md in NumPy, vectorised over runs: what bench/run compares the program with.

Needs NumPy (on Debian: apt-get install python3-numpy). Reads the graph that the bench wrote, prints JSON:
processor seconds, and per node the share of runs on time, the mean delay and its 90th percentile.
"""

import json
import sys
import time

import numpy as np

BLOCK = 512  # Runs at once: the delays of a block stay in the caches.


def places_of(nodes, givers, receivers):
    """Per node its place in reverse postorder of a depth-first search: all edges but those that close a circle go forward."""
    order = np.argsort(givers, kind="stable")
    begin = np.searchsorted(givers[order], np.arange(nodes + 1)).tolist()
    out = receivers[order].tolist()
    following = begin[:-1]
    seen, places, place = [False] * nodes, [0] * nodes, nodes
    for root in range(nodes):
        stack = [] if seen[root] else [root]
        seen[root] = True
        while stack:
            node = stack[-1]
            while following[node] < begin[node + 1] and seen[out[following[node]]]:
                following[node] += 1
            if following[node] < begin[node + 1]:
                seen[out[following[node]]] = True
                stack.append(out[following[node]])
            else:
                place -= 1
                places[node] = place
                stack.pop()
    return np.array(places)


def layers_of(nodes, givers, receivers, places):
    """Per node its layer, one more than the highest of those it waits for by a forward edge."""
    layers = [0] * nodes
    for giver, receiver in sorted(zip(givers.tolist(), receivers.tolist()), key=lambda edge: places[edge[0]]):
        layers[receiver] = max(layers[receiver], layers[giver] + 1)
    return np.array(layers)


def by_receiver(chosen, givers, receivers, slack):
    """Some edges, sorted by receiver for a reduction: givers, slack, starts, receivers."""
    chosen = chosen[np.argsort(receivers[chosen], kind="stable")]
    targets, starts = np.unique(receivers[chosen], return_index=True)
    return givers[chosen], slack[chosen][:, None], starts, targets


def relax(delays, into):
    """One step: every target takes the largest delay that reaches it. True where something changed."""
    givers, slack, starts, targets = into
    if not targets.size:
        return False
    passed = delays[givers]
    np.maximum(passed, slack, out=passed)
    passed -= slack
    before = delays[targets]
    now = np.maximum(np.maximum.reduceat(passed, starts, axis=0), before)
    delays[targets] = now
    return not np.array_equal(now, before)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        graph = json.load(file)
    began = time.process_time()
    first = np.array(graph["first"])
    nodes, units, runs = int(first[-1]), len(first) - 1, graph["runs"]
    follows = np.setdiff1d(np.arange(nodes), first[1:] - 1)
    givers = np.concatenate([np.array(graph["from"]), follows])
    receivers = np.concatenate([np.array(graph["to"]), follows + 1])
    slack = np.concatenate([np.array(graph["slack"]), np.zeros(follows.size, int)]).astype(np.uint8)
    months = np.array(graph["months"], np.uint8)
    share = np.array(graph["weights"], float)
    most = int(months.max())

    places = places_of(nodes, givers, receivers)
    forward = places[givers] < places[receivers]
    layers = layers_of(nodes, givers[forward], receivers[forward], places)
    ahead = np.flatnonzero(forward)
    ahead = ahead[np.argsort(layers[receivers[ahead]], kind="stable")]
    cuts = np.searchsorted(layers[receivers[ahead]], np.arange(1, layers.max() + 2))
    steps = [by_receiver(ahead[one:other], givers, receivers, slack) for one, other in zip(cuts, cuts[1:])]
    back = by_receiver(np.flatnonzero(~forward), givers, receivers, slack)
    random = np.random.Generator(np.random.SFC64(1))
    bounds = np.cumsum(share)[:-1] / share.sum()
    counts = np.zeros((nodes, most + 1), np.int64)
    rows = np.arange(nodes)[:, None] * (most + 1)
    late_sum, late_when, own_late, own_when, times_late = 0, np.zeros(units), np.zeros(units), np.zeros(units), np.zeros(units)
    for block in range(0, runs, BLOCK):
        wide = min(BLOCK, runs - block)
        drawn = months[np.searchsorted(bounds, random.random((units, wide), np.float32), side="right")]
        delays = np.zeros((nodes, wide), np.uint8)
        delays[first[:-1]] = drawn
        while True:
            for step in steps:
                relax(delays, step)
            if not relax(delays, back):
                break
        counts += np.bincount((rows + delays).ravel(), minlength=counts.size).reshape(counts.shape)
        late = delays > 0
        late[first[1:] - 1] = False
        own = np.add.reduceat(late, first[:-1], axis=0, dtype=np.int32)
        all_late = own.sum(axis=0)
        by_itself = drawn > 0
        late_sum += int(all_late.sum())
        late_when += by_itself @ all_late
        own_late += own.sum(axis=1)
        own_when += (own * by_itself).sum(axis=1)
        times_late += by_itself.sum(axis=1)

    others = (late_when - own_when) / times_late - (late_sum - own_late - late_when + own_when) / (runs - times_late)
    ninetieth = (np.cumsum(counts, axis=1) * 10 >= runs * 9).argmax(axis=1)
    json.dump({
        "seconds": time.process_time() - began,
        "onTime": (counts[:, 0] / runs).tolist(),
        "mean": (counts @ np.arange(most + 1) / runs).tolist(),
        "ninetieth": ninetieth.tolist(),
        "others": others.tolist(),
    }, sys.stdout)


if __name__ == "__main__":
    main()
