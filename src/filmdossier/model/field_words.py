"""What the labels of a film's sheet mean that are not English, or short: "Regie", "Guion", "Ph".

Enters a label as written; leaves the English label it stands for, the label itself where it is none
of these. Reading, annotating and extracting ask here, so that a sheet of credits is one to all of them.
"""

import re
from functools import cache

_MEANING: dict[str, str] = {
    "director": "regie|regia|regi|regissör|regisseur|regissør|instruktør|instruktion|réalisation|réalisateur|réalisatrice|réalisé par|realisation|mise en scène|mise-en-scène|dirección|direccion|dirigida por|"
    "realización|realizador|realizadora|direção|direcção|realização|diretto da|regista|reżyseria|rezyseria|reżyser|režie|rendező|rendezte|ohjaus|ohjaaja|yönetmen|regizor|regia di|un film di|ein film von|un film de|uma filme de|dir|dir.|d|d.",
    "screenplay": "buch|drehbuch|drehbuch von|scénario|scénariste|scénaristes|scenario et dialogues|scénario et dialogues|dialogues et scénario|guion|guión|guionista|argumento y guion|roteiro|argumento e roteiro|"
    "sceneggiatura|sceneggiatori|scenariusz|scénář|forgatókönyv|käsikirjoitus|manus|manuskript|manuskript av|senaryo|scenariu|scr|scr.|sc|sc.|wri|script/screenplay",
    "dialogue": "dialoge|dialogues|dialoghi|diálogos",
    "story": "soggetto|soggetto di|argumento|story idea|idée originale",
    "producer": "produzent|produzenten|producteur|producteurs|productrice|productor|productores|productora ejecutiva|produtor|produtores|produttore|produttori|prodotto da|producent|producenter|producenci|producător|tuottaja|yapımcı|produsent|prod|prod.",
    "executive producer": "producteur exécutif|productor ejecutivo|produttore esecutivo|exec prod|exec. prod.|exec. producer|exec producer",
    "production company": "produktionsfirma|société de production|sociétés de production|casa di produzione|compañía|productora|bolag|produktionsbolag|wytwórnia|prod co|prod. co.|prod co.|production co.|production co",
    "production": "produktion|produção|produzione|produkcja|produkce",
    "distributor": "verleih|im verleih|distribution france|distributeur|distribuidora|distribución|distribuzione|distribuição|distributör|uk dist|dist|dist.",
    "music": "musik|musique|musique de|música|musica|musiche|musiche di|muzyka|hudba|zene|musiikki|müzik|muzica|muziek|mus|mus.|original music by|score by",
    "cinematography": "kamera|bildgestaltung|photographie|directeur de la photographie|chef opérateur|fotografía|fotografia|director de fotografía|direttore della fotografia|zdjęcia|kamery|operatőr|fényképezte|kuvaus|fotograf|görüntü yönetmeni|imagine|ph|ph.|phot|phot.|cin|cin.|cam|cam.|dp|d.p.|doph|lighting|lighting cameraman|photographed by|shot by|lensed by",
    "editor": "schnitt|montage|monteur|monteuse|montaje|montador|montagem|montaggio|montaż|střih|vágó|leikkaus|klippning|klipning|klipp|kurgu|montaj|ed|ed.|cut by|cutter|editing by",
    "cast": "darsteller|darstellerinnen|besetzung|mit|in den hauptrollen|interprètes|interprétation|distribution artistique|avec|reparto|intérpretes|elenco|interpreti|attori|cast artistico|obsada|hrají|szereplők|näyttelijät|i rollerna|medverkande|skådespelare|roller|medvirkende|oyuncular|voice cast|voice talent|the voices of|spieler|sprecher",
    "country": "land|länder|produktionsland|pays|país|paese|nazione|kraj|země|ország|maa|ülke|produktionsländer",
    "language": "sprache|sprachen|langue|langues|idioma|idiomas|lingua|språk|język|jazyk|nyelv|kieli|dil|originalsprache|versión original",
    "running time": "länge|laufzeit|dauer|durée|duración|duracion|durata|duração|längd|lengde|czas trwania|délka|kesto|süre|filmlänge",
    "genre": "género|genere|gênero|gattung|gatunek|žánr",
    "year": "jahr|produktionsjahr|année|año|ano|anno|rok|rok výroby|år|vuosi|yıl",
    "title": "titel|titre|título|titolo|tytuł|originaltitel|titre original|título original|titolo originale",
}  # fmt: skip
_ENGLISH = {word: meaning for meaning, words in _MEANING.items() for word in words.split("|")}
_JOINED = re.compile(r"\s*(?:[,/+]|&|\b(?:and|und|et|y|e|och|og|i)\b)\s*", re.IGNORECASE)
_WRITTEN = {
    "written": "writer", "directed": "director", "produced": "producer", "edited": "editor", "photographed": "cinematography",
    "scored": "music", "composed": "music", "scripted": "screenplay", "shot": "cinematography",
}  # fmt: skip


@cache
def english(label: str) -> str:
    """The English label that ``label`` stands for: "Regie" → director; any other label as it is."""
    return _ENGLISH.get(_plain(label), label)


@cache
def jobs(label: str) -> tuple[str, ...]:
    """The single labels in one that joins several: "Regie und Buch", "Written, produced and directed by"; itself where it is one."""
    if _plain(label) in _ENGLISH:
        return (english(label),)
    parts = [part for part in _JOINED.split(label.strip(" :")) if part]
    if len(parts) < 2 or len(parts) > 6:
        return (label,)
    return tuple(_WRITTEN.get(_plain(part).removesuffix(" by"), english(part)) for part in parts)


def _plain(label: str) -> str:
    return " ".join(label.strip(" :").casefold().split())
