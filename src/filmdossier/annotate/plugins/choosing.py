"""Makes plug-ins of the names that users give them: "spacy:en_core_web_sm", "openai:http://localhost:8000/v1#model"."""

from filmdossier.annotate.plugins.additions import Plugin
from filmdossier.annotate.plugins.language_model import LanguageModel
from filmdossier.annotate.plugins.spacy_pipeline import SpacyPipeline
from filmdossier.errors import SettingsError

KINDS = {"spacy": "spacy:PIPELINE", "openai": "openai:URL#MODEL"}


def choose(name: str, *, key: str = "", timeout_seconds: float = 60.0) -> Plugin:
    """The plug-in called ``name``, checked as far as that can be done without using it.

    ``key`` and ``timeout_seconds`` are for language models: the server's key, and the time for one
    question. Raises SettingsError where there is no such plug-in, or what it needs is not installed.
    """
    kind, _, rest = name.strip().partition(":")
    if kind == "spacy" and rest:
        pipeline = SpacyPipeline(model=rest)
        pipeline.check()
        return pipeline
    if kind == "openai" and rest:
        url, _, model = rest.partition("#")
        language_model = LanguageModel(url=url.rstrip("/"), model=model, key=key, timeout_seconds=timeout_seconds)
        language_model.check()
        return language_model
    raise SettingsError(f"there is no annotator {name!r}; known are {', '.join(KINDS.values())}")
