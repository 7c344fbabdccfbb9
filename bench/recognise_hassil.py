"""Times hassil (PyPI) on the templates, home and sentences in the JSON file that is given; prints times in ms as JSON."""

import json
import sys
import time

import hassil
import yaml
from hassil import Intents, TextSlotList


def merged(files):
    """Sentence files as one, as Home Assistant merges them."""
    whole = {}
    for file in files:
        with open(file, encoding="utf-8") as text:
            hassil.merge_dict(whole, yaml.safe_load(text))
    return whole


def names(pairs, context):
    return TextSlotList.from_tuples(
        ((name, value, context.get(value, {})) for name, value in pairs), allow_template=False
    )


def first(text, intents, lists, skip_words):
    return next(
        iter(hassil.recognize_all(text, intents, slot_lists=lists, skip_words=skip_words, language="en")), None
    )


def main():
    with open(sys.argv[1], encoding="utf-8") as text:
        task = json.load(text)
    pack = merged(task["files"])
    begun = time.perf_counter()
    intents = Intents.from_dict(pack)
    lists = {name: names(task["lists"][name], task["contexts"]) for name in ("name", "area", "floor")}
    # The same politeness: what TALI knows as openings and closings, hassil can only skip.
    skip_words = sorted({*pack["skip_words"], *pack["openings"], *pack["closings"]}, key=len, reverse=True)
    first(task["sentences"][0], intents, lists, skip_words)
    built = time.perf_counter() - begun
    times, understood = [], 0
    for round in range(task["rounds"]):
        for sentence in task["sentences"]:
            begun = time.perf_counter()
            result = first(sentence, intents, lists, skip_words)
            times.append((time.perf_counter() - begun) * 1000)
            understood += round == 0 and result is not None
    print(json.dumps({"version": sys.argv[2], "built": built * 1000, "times": times, "understood": understood}))


main()
