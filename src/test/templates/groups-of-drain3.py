#!/usr/bin/env python3
"""Writes the groups that drain3 makes of seeded messages, for DrainTest.

usage: groups-of-drain3.py DIRECTORY [COUNT]     (needs: pip install drain3==0.9.11)

Each file is JSON: the settings, the messages, the number of each message's group (from 0 in the order
in which they began) and the groups' templates after the last message. All messages are made here.
"""
import json
import random
import sys
from pathlib import Path

from drain3 import TemplateMiner
from drain3.masking import MaskingInstruction
from drain3.template_miner_config import TemplateMinerConfig

HOSTS = ["alpha", "beta", "gamma", "delta", "db-1", "db-2", "edge.example"]
USERS = ["ada", "grace", "linus", "margaret", "root"]


def server(random):
    """Lines of a server: few templates, many numbers, some free text."""
    n = lambda top: random.randrange(top)
    word = lambda: "".join(random.choice("abcdefghij") for _ in range(random.randint(2, 7)))
    ip = lambda: ".".join(str(n(256)) for _ in range(4))
    return random.choice([
        lambda: f"Connection from {ip()}:{n(65536)} accepted by {random.choice(HOSTS)}",
        lambda: f"Connection to {random.choice(HOSTS)} lost after {n(9000)} ms",
        lambda: f"User {random.choice(USERS)} logged in from {ip()}",
        lambda: f"User {random.choice(USERS)} logged out",
        lambda: f"GET /{word()}/{word()}?id={n(10000)} {random.choice([200, 204, 404, 500])} {n(5000)}us",
        lambda: f"Cache {word()} evicted {n(500)} of {n(5000)} entries",
        lambda: f"request=0x{n(1 << 32):08x} state={random.choice(['open', 'done', 'failed'])} took={n(900)}ms",
        lambda: f"Failed to write block {n(10 ** 9)} to {random.choice(HOSTS)}: {random.choice(['disk full', 'timeout', 'no route'])}",
        lambda: f"{word()} {word()} {word()}",
        lambda: f"worker-{n(16)} started",
        lambda: f"queue depth {n(100)}, {n(100)} waiting, {n(10)} failed",
    ])()


def words(random):
    """Texts of few words that share prefixes, so that groups compete for them."""
    vocabulary = ["a", "b", "c", "up", "down", "x1", "y2", "<*>", "end"]
    return " ".join(random.choice(vocabulary) for _ in range(random.randint(0, 6)))


def odd(random):
    """White space and digits of all kinds, delimiters at the ends, empty texts."""
    spaces = [" ", "  ", "\t", "\u00a0", "\u2003", "\u0085", "\u001c", "\n", "\u3000"]
    tokens = ["size", "n\u00b2", "\u2460", "\u2469", "\u00bd", "\u0663", "gr\u00fc\u00df", "=", "a=b", "k::v", "::", "\U0001f600", "<*>", "7"]
    text = "".join(random.choice(tokens) + random.choice(spaces) for _ in range(random.randint(0, 5)))
    return random.choice(spaces) + text if random.random() < 0.2 else text


COMMON = [
    (r"(?<![A-Za-z0-9])\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9])", "IP"),
    (r"(?<![A-Za-z0-9])0x[0-9a-fA-F]+(?![A-Za-z0-9])", "HEX"),
    (r"(?<![A-Za-z0-9])[-+]?\d+(?![A-Za-z0-9])", "NUM"),
]

SETS = {
    "server": (server, 20260101, {}),
    "server-masked": (server, 20260102, {"depth": 5, "similarity": 0.5, "extraDelimiters": ["=", ":"], "masks": COMMON}),
    "words": (words, 20260103, {"depth": 6, "similarity": 0.6, "maxChildren": 4}),
    "words-plain": (words, 20260104, {"depth": 3, "similarity": 0.3, "numbersAreParameters": False}),
    "odd": (odd, 20260105, {"depth": 5, "maxChildren": 6, "extraDelimiters": ["::", "="]}),
}


def groups(settings, messages):
    config = TemplateMinerConfig()
    config.drain_depth = settings["depth"]
    config.drain_sim_th = settings["similarity"]
    config.drain_max_children = settings["maxChildren"]
    config.parametrize_numeric_tokens = settings["numbersAreParameters"]
    config.drain_extra_delimiters = settings["extraDelimiters"]
    config.masking_instructions = [MaskingInstruction(*mask) for mask in settings["masks"]]
    miner = TemplateMiner(config=config)
    numbers = [miner.add_log_message(message)["cluster_id"] - 1 for message in messages]
    templates = [cluster.get_template() for cluster in miner.drain.clusters]
    return numbers, templates


def main():
    directory, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 600
    for name, (make, seed, changed) in SETS.items():
        source = random.Random(seed)
        settings = {"depth": 4, "similarity": 0.4, "maxChildren": 100, "numbersAreParameters": True,
                    "extraDelimiters": [], "masks": []} | changed
        messages = [make(source) for _ in range(count)]
        numbers, templates = groups(settings, messages)
        text = json.dumps({"settings": settings, "messages": messages, "groups": numbers, "templates": templates})
        (directory / f"{name}.json").write_text(text + "\n")
        print(name, len(messages), "messages", len(templates), "groups")


if __name__ == "__main__":
    main()
