"""Base forms of verbs."""

import pytest

from filmdossier.extract.story.lemmas import verb_lemma


@pytest.mark.parametrize(
    ("forms", "lemma"),
    [
        ("kills killed killing kill", "kill"),
        ("celebrates celebrated celebrating", "celebrate"),
        ("stops stopped stopping", "stop"),
        ("passes passed passing", "pass"),
        ("hires hired hiring", "hire"),
        ("tries tried trying", "try"),
        ("dies died dying", "die"),
        ("escapes escaped escaping", "escape"),
        ("visits visited visiting", "visit"),
        ("murders murdered murdering", "murder"),
        ("persuades persuaded persuading", "persuade"),
        ("rescues rescued rescuing", "rescue"),
        ("arranges arranged arranging", "arrange"),
        ("chooses chose chosen choosing", "choose"),
        ("shoots shot shooting", "shoot"),
        ("reveals revealed revealing", "reveal"),
        ("settles settled settling", "settle"),
        ("explains explained explaining", "explain"),
        ("imagines imagined imagining", "imagine"),
        ("threatens threatened threatening", "threaten"),
        ("poisons poisoned poisoning", "poison"),
        ("watches watched watching", "watch"),
        ("agrees agreed agreeing", "agree"),
        ("controls controlled controlling", "control"),
        ("travels traveled traveling", "travel"),
        ("invites invited inviting", "invite"),
        ("executes executed executing", "execute"),
        ("explores explored exploring", "explore"),
        ("appears appeared appearing", "appear"),
        ("bribes bribed bribing", "bribe"),
        ("climbs climbed climbing", "climb"),
        ("decides decided deciding", "decide"),
        ("avoids avoided avoiding", "avoid"),
        ("accuses accused accusing", "accuse"),
        ("realizes realized realizing", "realize"),
        ("goes went gone going", "go"),
        ("flees fled fleeing", "flee"),
        ("strangles strangled strangling", "strangle"),
        ("steals stole stolen stealing", "steal"),
        ("develops developed developing", "develop"),
    ],
)
def test_every_form_leads_to_the_verb(forms: str, lemma: str) -> None:
    assert {form: verb_lemma(form) for form in forms.split()} == dict.fromkeys(forms.split(), lemma)
