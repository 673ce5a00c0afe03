"""The trained reader: words with their grammar, from one small model that ships with the program."""

from pathlib import Path

SHIPPED = Path(__file__).parent / "reader.onnx"
