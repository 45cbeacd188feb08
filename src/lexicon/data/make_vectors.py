#!/usr/bin/env python3
"""Distils the word vectors of vectors.bin from a sentence encoder. Needs numpy alone.

    make_vectors.py MODEL_FOLDER WORDNET_ALL.tsv.gz WORDNET_FREQUENT.tsv.gz vectors.bin

MODEL_FOLDER holds model.safetensors and vocab.txt of all-MiniLM-L6-v2 (Apache-2.0). The two tables list WordNet's synsets,
all of them and the common half: their third column holds the words, parted by `|`; a first column that starts with `v` is
a verb's.

Each word piece goes through the encoder alone; the mean of its outputs is scaled to unit length, reduced by principal
components (the first four, which tell pieces from words and common from rare, are left out), and weighted down where the
word is frequent. vectors.README.md describes the choices and the layout.
"""
import gzip
import json
import re
import struct
import sys

import numpy as np

DIMENSIONS = 56
LEFT_OUT = 4
NAMES_UP_TO = 6000  # words that WordNet lacks, names mostly, are kept among this many first pieces
RANK_OF_ADDED = 20000  # where words that are no piece stand by frequency
SMOOTHING = 1e-3  # weight of a word: SMOOTHING / (SMOOTHING + its share of running text)
STEPS = 254  # steps of the scale in one unit of length

ENDINGS = [("s", [""]), ("es", [""]), ("ies", ["y"]), ("ed", ["", "e"]), ("ied", ["y"]), ("ing", ["", "e"]),
           ("er", ["", "e"]), ("est", ["", "e"]), ("ly", [""])]


def weights(folder):
    raw = open(folder + "/model.safetensors", "rb").read()
    size = struct.unpack("<Q", raw[:8])[0]
    table = {}
    for name, entry in json.loads(raw[8:8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            table[name] = np.frombuffer(raw[8 + size + start:8 + size + end], np.float32).reshape(entry["shape"])
    return table


class Encoder:
    """The forward pass of a six-layer BERT of width 384 with twelve heads."""

    def __init__(self, folder):
        self.w = weights(folder)
        self.pieces = [line.rstrip("\n") for line in open(folder + "/vocab.txt", encoding="utf8")]
        self.ids = {piece: i for i, piece in enumerate(self.pieces)}

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.w[name + ".weight"] + self.w[name + ".bias"]

    def linear(self, x, name):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    @staticmethod
    def gelu(x):
        # The error function by a rational approximation, good to 1e-7.
        z = np.abs(x) * np.float32(0.5 ** 0.5)
        t = 1 / (1 + np.float32(0.3275911) * z)
        poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
        return (0.5 * x * (1 + np.sign(x) * (1 - poly * np.exp(-z * z)))).astype(np.float32)

    def run(self, ids):
        batch, length = ids.shape
        x = self.w["embeddings.word_embeddings.weight"][ids]
        x = x + self.w["embeddings.position_embeddings.weight"][:length]
        x = self.norm(x + self.w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}."
            q, k, v = (self.linear(x, name + "attention.self." + part).reshape(batch, length, 12, 32).transpose(0, 2, 1, 3)
                       for part in ("query", "key", "value"))
            a = q @ k.transpose(0, 1, 3, 2) / np.float32(32 ** 0.5)
            a = np.exp(a - a.max(-1, keepdims=True))
            a /= a.sum(-1, keepdims=True)
            context = (a @ v).transpose(0, 2, 1, 3).reshape(batch, length, 384)
            x = self.norm(x + self.linear(context, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            inner = self.gelu(self.linear(x, name + "intermediate.dense"))
            x = self.norm(x + self.linear(inner, name + "output.dense"), name + "output.LayerNorm")
        return x

    def split(self, word):
        """The pieces of a word, each as long as can be."""
        out, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = ("##" if at else "") + word[at:end]
                if piece in self.ids:
                    out.append(self.ids[piece])
                    at = end
                    break
        return out

    def embed(self, items):
        """The mean output over the pieces of each item, of unit length."""
        out = np.zeros((len(items), 384), np.float32)
        by_length = {}
        for i, item in enumerate(items):
            by_length.setdefault(len(item), []).append(i)
        for members in by_length.values():
            for start in range(0, len(members), 512):
                chunk = members[start:start + 512]
                ids = np.array([[self.ids["[CLS]"]] + items[i] + [self.ids["[SEP]"]] for i in chunk])
                out[chunk] = self.run(ids)[:, 1:-1].mean(1)
        return out / np.linalg.norm(out, axis=1, keepdims=True)


def wordnet(path):
    """Each single lower-case word with its number of senses, and the verbs among them."""
    senses, verbs = {}, set()
    for line in gzip.open(path, "rt", encoding="utf8"):
        columns = line.split("\t")
        for word in columns[2].split("|"):
            if re.fullmatch("[a-z]+", word):
                senses[word] = senses.get(word, 0) + 1
                if columns[0].startswith("v"):
                    verbs.add(word)
    return senses, verbs


def known(word, words):
    """Whether the word, or what it is an inflection of, is listed."""
    if word in words:
        return True
    for ending, mends in ENDINGS:
        stem = word[:-len(ending)]
        if word.endswith(ending) and (any(stem + mend in words for mend in mends)
                                      or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in words)):
            return True
    return False


def front_code(words):
    """Sorted words, each as the length shared with the one before, the length of the rest, and the rest."""
    out, before = bytearray(), b""
    for word in words:
        word = word.encode()
        shared = 0
        while shared < min(len(word), len(before)) and word[shared] == before[shared]:
            shared += 1
        out += bytes([shared, len(word) - shared]) + word[shared:]
        before = word
    return bytes(out)


def main():
    folder, all_path, frequent_path, target = sys.argv[1:]
    encoder = Encoder(folder)
    listed, _ = wordnet(all_path)
    senses, verbs = wordnet(frequent_path)

    # The vocabulary stands in the order of frequency, from the first punctuation mark on.
    ordered = [p for p in encoder.pieces[encoder.ids["!"]:] if re.fullmatch(r"(##)?[a-z]+|[0-9]{1,4}", p)]
    total = (1 / np.arange(1, len(ordered) + 1)).sum()
    chosen = [(p, 1 + rank) for rank, p in enumerate(ordered)
              if p.startswith("##") or (not p.isdigit() and (rank < NAMES_UP_TO or known(p, listed)))]
    chosen += [(w, RANK_OF_ADDED) for w in senses if w not in encoder.ids and senses[w] >= 2 and w in verbs]

    x = encoder.embed([[encoder.ids[w]] if w in encoder.ids else encoder.split(w) for w, _ in chosen]).astype(np.float64)
    x -= x.mean(0)
    _, axes = np.linalg.eigh(x.T @ x)
    x = x @ axes[:, ::-1][:, LEFT_OUT:LEFT_OUT + DIMENSIONS]
    length = np.linalg.norm(x, axis=1)
    rank = np.array([r for _, r in chosen])
    weight = SMOOTHING / (SMOOTHING + 1 / rank / total) * length
    rows = np.clip(np.round(x / length[:, None] * STEPS), -127, 127).astype(np.int8)
    weight = np.maximum(1, np.round(weight / weight.max() * 255)).astype(np.uint8)

    # A piece that continues a word is written with one `#`.
    names = [w.replace("##", "#") for w, _ in chosen]
    order = sorted(range(len(names)), key=lambda i: names[i].encode())
    text = front_code([names[i] for i in order])
    with open(target, "wb") as out:
        out.write(b"CCWV" + struct.pack("<III", len(order), DIMENSIONS, len(text)))
        out.write(text + weight[order].tobytes() + rows[order].tobytes())
    print(len(order), "words and pieces,", 16 + len(text) + len(order) * (1 + DIMENSIONS), "bytes")


if __name__ == "__main__":
    main()
