"""Words that judge by themselves, for and against. Written for the project; adjectives and adverbs of film criticism."""

GOOD = frozenset(
    """brilliant excellent superb wonderful outstanding impressive beautiful stunning compelling engaging entertaining gripping memorable powerful perfect strong effective charming funny clever witty great good
    remarkable splendid magnificent terrific fantastic fine solid smart sharp stylish fascinating delightful enjoyable moving poignant thrilling exciting exhilarating spectacular gorgeous lovely vivid atmospheric
    imaginative inventive original fresh crisp taut tight restrained sensitive subtle nuanced warm rich masterful masterly expert first-rate topnotch top-notch extraordinary exceptional amazing marvelous marvellous
    interesting absorbing satisfying rewarding likable likeable appealing amusing hilarious unforgettable ambitious graceful elegant riveting touching spirited lively inspired flawless dazzlingly beautifully
    brilliantly wonderfully superbly perfectly masterfully stylishly credible believable convincing commanding breathtaking dazzling haunting intense heartfelt honest incredible""".split()
)
BAD = frozenset(
    """poor bad terrible awful weak dull boring tedious slow predictable cliched clichéd disappointing uneven confusing confused annoying unconvincing flawed lazy bland flat thin trite hackneyed stale tired sluggish
    wooden stiff lifeless listless feeble silly ridiculous absurd contrived overwrought overlong overstretched sloppy atrocious mediocre shallow pointless generic forced clumsy muddled messy incoherent disjointed
    excessive gratuitous hollow empty underdeveloped undeveloped underwhelming lackluster lacklustre dreary dismal drab inept amateurish crude cheap phoney phony sentimental repetitive monotonous pretentious
    anemic anaemic archaic misfired inconsequential callous marginalizes marginalises soulless joyless uninspired unoriginal derivative implausible uninteresting unsatisfying overdone overblown heavy-handed strained ludicrous laughable dumb stupid
    banal trivial tiresome turgid insipid plodding aimless charmless pedestrian lumbering bloated formulaic fails failed unfunny flimsy rusty episodic one-dimensional two-dimensional misguided wasted fiasco dud turkey trainwreck clunker misfire travesty debacle""".split()
)
DENIALS = frozenset(
    """not never no nor neither without hardly scarcely barely lacks lacking lacked isn't wasn't aren't weren't don't doesn't didn't can't cannot couldn't won't wouldn't""".split()
)
# What a film is called; a word of judgement before one judges the film itself.
FILM_NOUNS = frozenset(
    """film films movie movies picture flick drama melodrama comedy thriller satire western romance musical mystery horror noir fantasy adventure entertainment production adaptation remake sequel prequel effort
    debut work yarn spectacle entry""".split()
)
