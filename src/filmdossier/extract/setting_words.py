"""When a story may play, in words, and what is found of when and where it plays."""

import re
from dataclasses import dataclass

from filmdossier.model.text import Span

_DECADE = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[’']?\d0s|1[89]\d0s|20\d0s)"
TIME = re.compile(
    r"(?P<time>(?:pre-|post-)?(?:(?:the )?(?:early|mid|late)(?:[ -]to[ -](?:mid|late))?[ -])?(?:the )?(?:1\d{3}[–-](?:1\d{3}|\d\d)|1\d{3}s?|20[0-9]\d|2[1-9]\d\ds?|(?:16|17|18|19|20)\d0s|\d{1,2}(?:st|nd|rd|th)[ -]century|"
    r"(?:twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]century|['’]?\d0s(?: (?:and|to|through) (?:early |late |mid-)?['’]?\d0s)?)(?: (?:B\.?C\.?|A\.?D\.?))?"
    rf"|(?:the )?(?:(?:fag )?end|turn|beginning|start|close|middle) of the (?:(?:\w+ )?century|{_DECADE})|the (?:early |late |mid-|roaring |swinging )?(?:{_DECADE})"
    r"|(?:the )?(?:Middle Ages|Cold War|World War (?:II|I|Two|One)|(?:First|Second) World War|(?:American )?Civil War|Vietnam War|Korean War|Iraq War|Gulf War|Crimean War|Boer War|Napoleonic Wars?|"
    r"Great Depression|Depression|Prohibition|Renaissance|Edo [Pp]eriod|Meiji (?:era|period)|Victorian (?:era|England|London|times)|Edwardian era|Regency|Gold Rush|Reconstruction|Stone Age|Bronze Age|Roman Empire|"
    r"Seven Years['’] War|Hundred Years['’] War|Thirty Years['’] War|Spanish Civil War|Mexican Revolution|French Revolution|Russian Revolution|American Revolution|Cuban Missile Crisis|Holocaust|Partition of India|"
    r"Prohibition[ -]era|Cold War[ -]era|(?:near|distant|not-too-distant) future|post-apocalyptic future|Old West|Wild West|American West|Dark Ages|antebellum South|British Raj|Battle of [A-Z]\w+(?: [A-Z]\w+)?))(?![\w%$])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A time or place of the story, where it stands, how sure and how it was told."""

    value: str
    span: Span
    confidence: float
    how: str
