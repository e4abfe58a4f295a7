"""List the words by which the actor rules know determiners, titles, pronouns, roles and reports."""

from __future__ import annotations

from claims.extraction.actor_rows import Gender


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    """
    a all an another any both certain each every few her his its many most multiple my numerous other
    others' our several some such that the their these this those various your
    """
)
DEFINITE = _words("her his its that the their these this those")
INDEFINITE_ARTICLES = ("a", "an", "one", "another")
QUANTIFIERS = _words(
    """
    all any both certain few five four many most multiple numerous other several some three two various
    """
)
EDGE_WORDS = _words(
    """
    according after also although and as at because before both but by either even for from however if in
    just like meanwhile neither not of on only or said say says since then though to via when where while
    with
    """
)
"""What a source span may carry at its edges besides the names."""
CONJUNCTIONS = frozenset(("and", "or", "&", "nor", "plus", "versus"))
LONG_CONJUNCTIONS = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("but", "also"),
    ("and", "also"),
)
DESK = frozenset("staff reports report reporter reporters writer writers correspondent editor desk newsroom".split())
"""Words of a byline that names nobody: "From Staff Reports"."""
CLAUSE_STARTS = _words(
    """
    adding citing commenting posting quoting referring responding said says speaking told using when where
    which who whom whose writing
    """
)
POSSESSIVES = ("'s", "’s", "'", "’")

_MALE_TITLES = _words("baron duke emperor father fr king lord mr prince sir sultan")
_FEMALE_TITLES = _words("baroness countess dame duchess lady madam madame miss mrs ms princess queen sister")
_TITLES = _words(
    """
    adm admiral ambassador archbishop attorney ayatollah bishop brigadier capt captain cardinal chairman
    chairwoman chancellor chief cllr cmdr coach col colonel commander congressman congresswoman constable corporal
    councillor councilman councilwoman cpl dep deputy detective director dr gen general gov governor imam
    inspector judge justice lieutenant lt maj major marshal mayor minister mp mufti mullah officer pm pope
    premier president prime private prof professor prosecutor rabbi rep representative rev reverend
    secretary sen senator sergeant sgt sheikh sheriff speaker spokesman spokesperson spokeswoman
    superintendent vice
    """
)
TITLES: dict[str, Gender] = {
    **dict.fromkeys(_TITLES, ""),
    **dict.fromkeys(_MALE_TITLES, "m"),
    **dict.fromkeys(_FEMALE_TITLES, "f"),
}
NAME_PARTICLES = _words("abu al ben bin bint da das de del den der di dos du el ibn la le st ten ter van von")
NAME_SUFFIXES = _words("ii iii iv jr kc md mp obe phd qc sr")
HEADLINE_WORDS = _words(
    """
    accuses admits arrested attacks backs blames calls claims confirms dead death defends denied denies
    dies faces gets has hits hoax is leads loses rejects said says seeks slams tells to told urges vows
    wants warns wins
    """
)
"""What the recogniser takes into a name in headlines."""

PERSONAL: dict[str, tuple[Gender, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", "person")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", "person")),
    **dict.fromkeys(("it", "its", "itself"), ("", "thing")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", "group")),
}
FIRST_PERSON = _words("i me mine my myself our ours ourselves us we")
RELATIVE = frozenset(("who", "which", "that"))
NAMELESS = RELATIVE | frozenset(("you", "what", "this", "whoever", "your", "yours"))

MALE = _words(
    """
    actor boy boyfriend brother businessman cameraman chairman congressman dad father fireman gentleman
    grandfather husband king man monk nephew policeman priest prince son spokesman stepfather uncle
    widower
    """
)
FEMALE = _words(
    """
    actress aunt businesswoman chairwoman congresswoman daughter girl girlfriend grandmother lady mom
    mother mum niece nun policewoman princess queen sister spokeswoman stepmother waitress widow wife
    woman
    """
)
KIN = _words(
    """
    aunt boyfriend brother cousin dad daughter father fiance fiancee friend girlfriend grandfather
    grandmother husband mom mother mum nephew niece parents partner sister son stepfather stepmother uncle
    widow widower wife
    """
)
ROLE_FORMS: dict[str, tuple[str, ...]] = {
    "rep": ("congressman", "congresswoman", "representative", "lawmaker"),
    "representative": ("congressman", "congresswoman", "lawmaker"),
    "congressman": ("representative", "lawmaker"),
    "congresswoman": ("representative", "lawmaker"),
    "sen": ("senator", "lawmaker"),
    "senator": ("lawmaker",),
    "mp": ("lawmaker", "politician"),
    "gov": ("governor",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "gen": ("general",),
    "col": ("colonel",),
    "capt": ("captain",),
    "cllr": ("councillor",),
    "cmdr": ("commander",),
    "sgt": ("sergeant",),
    "lt": ("lieutenant",),
    "adm": ("admiral",),
    "pm": ("prime minister", "premier"),
    "rev": ("reverend", "pastor"),
    "attorney": ("lawyer",),
    "solicitor": ("lawyer",),
    "barrister": ("lawyer",),
    "lawyer": ("attorney",),
    "actress": ("actor", "star"),
    "publicist": ("representative", "spokesman", "spokeswoman"),
    "chief executive": ("ceo", "chief", "boss"),
    "ceo": ("chief executive", "chief", "boss"),
}
SPOKES = _words("spokesman spokesmen spokespeople spokesperson spokespersons spokeswoman")
SPEAKS_FOR = SPOKES | {"representative", "representatives", "rep", "reps"}
SPEAKS_FOR |= {"press office", "press service", "press secretary"}
AGENTS = _words("agent attorney attorneys barrister counsel lawyer lawyers manager publicist solicitor")
HUMAN = (
    MALE
    | FEMALE
    | KIN
    | SPOKES
    | AGENTS
    | _words(
        """
    accountant activist adviser advisor aide alderman ambassador analyst angler anthropologist
    apprentice archaeologist archivist artist assistant astronaut astronomer athlete attendant
    auditor author bailiff baker bandmate banker barber barista barmaid barman bartender bassist
    beekeeper bellboy biologist bishop blogger bookkeeper bookseller boss botanist boxer brewer
    brigadier broker builder butcher bystander cabbie caller campaigner candidate captain caretaker
    carpenter cashier caterer celebrity ceo chairperson champion chancellor chauffeur chef chemist
    chief child choreographer claimant classmate cleaner cleric clerk climatologist climber co-pilot
    coach colleague colonel columnist comedian commander commissioner commuter complainant conductor
    consultant contestant convict cook coroner cosmonaut councillor counsellor counselor courier
    critic curator cyclist dealer dean defendant defender delegate dentist detainee detective
    dietitian diplomat director doctor driver drummer ecologist economist editor electrician
    employee engineer envoy epidemiologist executive expert fan farmer farmhand fiddler filmmaker
    firefighter fisherman flatmate florist footballer foreman forester founder gardener general
    geneticist geologist goalie goalkeeper golfer governor gran granddaughter grandma grandson
    grocer grower guest guitarist guru hacker hairdresser handler head headmaster headmistress
    headteacher heir hiker historian host hostage housekeeper hunter imam immunologist influencer
    informant inmate insider inspector interpreter inventor investigator jockey journalist judge
    juror justice keeper landlady landlord landscaper lawmaker leader lecturer legislator librarian
    lifeguard linguist lobbyist magistrate mayor mechanic medic meteorologist midfielder midwife
    miner minister model monarch motorist musician nan nanny neighbor neighbour neurologist nominee
    novelist nurse nutritionist oceanographer officer official onlooker opponent optician organiser
    organizer owner painter paramedic parishioner passenger pastor pathologist pedestrian pensioner
    person petitioner pharmacist philosopher photographer physician physicist pilot plaintiff player
    plumber podcaster poet politician porter postman postmaster prefect premier presenter president
    principal producer professor programmer promoter proponent prosecutor protester psychiatrist
    psychologist pupil rabbi radiologist rancher ranger rapper rector referee refugee registrar rep
    reporter representative researcher resident retiree reviewer roofer roommate runner sailor
    salesman scientist sculptor secretary seismologist seller senator sheikh shepherd sheriff
    shopkeeper singer skier skipper smuggler sociologist soldier songwriter source speaker
    specialist sprinter star stationmaster statistician stenographer steward stewardess strategist
    streamer striker student stylist superintendent supervisor surgeon surveyor survivor suspect
    swimmer tailor teacher technician technologist teenager tenant theologian therapist tourist
    toxicologist trader trafficker trainer translator treasurer trucker trustee tutor umpire user
    vet veteran veterinarian vicar victim villager violinist virologist visitor vlogger voter waiter
    warden welder whistleblower winger witness worker writer youtuber zoologist
    """
    )
)
CELEBRATED = _words(
    """
    actor actress artist athlete billionaire boxer businessman businesswoman celebrity comedian crooner director
    drummer entertainer filmmaker footballer frontman golfer guitarist mogul musician novelist painter performer
    presenter rapper rocker singer songwriter star striker superstar tycoon wrestler
    """
)
"""What a text about somebody famous calls them in place of their name. Of 11 such descriptions in 260 web and
Wikinews articles 9 mean whom the article is about; "author", "legend", "model" mostly do not. Words for
the rich and for athletes were added later and not counted."""
KINDS: dict[str, frozenset[str]] = {
    "academic": _words("economist historian lecturer linguist philosopher professor prof researcher scholar"),
    "athlete": _words("boxer cyclist footballer golfer jockey runner sprinter swimmer wrestler"),
    **dict.fromkeys(
        _words("billionaire businessman businesswoman entrepreneur magnate millionaire mogul tycoon"),
        _words(
            "banker billionaire boss businessman businesswoman candidate ceo chairman developer entrepreneur financier "
            "founder investor nominee owner trader"
        ),
    ),
    "clergyman": _words("bishop father pastor priest reverend vicar"),
    "cleric": _words("archbishop ayatollah bishop cardinal father imam monk pastor priest rabbi reverend vicar"),
    "coach": _words("manager trainer"),
    "congressman": _words("lawmaker rep representative"),
    "congresswoman": _words("lawmaker rep representative"),
    "diplomat": _words("ambassador consul envoy"),
    "executive": _words("boss ceo chairman chief director founder president"),
    "journalist": _words("anchor broadcaster columnist correspondent editor presenter reporter"),
    "lawmaker": _words("congressman congresswoman councillor mp peer rep representative sen senator"),
    "officer": _words(
        "captain colonel commander constable detective inspector lieutenant lt major policeman sergeant sgt "
        "superintendent"
    ),
    "peer": _words("baroness lady lord viscount"),
    "politician": _words(
        "candidate chairman chancellor congressman congresswoman councillor governor lawmaker leader mayor minister mp "
        "nominee premier president secretary sen senator"
    ),
    "scientist": _words(
        "biologist chemist climatologist ecologist geologist physicist professor researcher virologist"
    ),
    "writer": _words("author columnist novelist playwright poet"),
}
"""What somebody is called right behind his name, with the roles by which he may have been introduced."""
OF_OTHERS = frozenset(("former", "other", "same", "fellow"))
"""Adjectives by which a description means somebody else."""
PROPER_ADJECTIVES = _words(
    """
    african arab asian baltic catholic christian eastern european gulf islamic jewish latin muslim nordic
    northern southern western
    """
)
"""Adjectives that keep their capital and are no country's demonym."""
NO_FIRMS = _words(
    "agency association campaign charity committee council group organisation organization union watchdog"
)
FIRMS = _words(
    """
    airline automaker bank brewer business carmaker carrier chain chipmaker company conglomerate developer drugmaker
    firm insurer lender manufacturer miner retailer start-up startup supermarket supplier toymaker
    """
)
ANY_BODY = FIRMS | _words("agency group organisation organization")
"""Nouns that take up the one body of an article without having been said of it."""
BODY_NOUNS = _words(
    """
    administration agency airline alliance army assembly association authority automaker bank bloc board body brand
    brewery brigade broadcaster bureau carmaker chain charity chipmaker club coalition college commission committee
    company conglomerate congress consortium contractor cooperative corporation council court delegation department
    drugmaker embassy faction factory federation firm force foundation fund gang giant government group hospital
    inquiry institute institution insurer lab label laboratory league lender maker manufacturer military militia
    ministry mission movement museum navy network office operator organisation organization panel parliament party
    plant platform police presidency publisher regulator retailer school secretariat senate service start-up startup
    studio supermarket supplier syndicate team theatre toymaker tribunal union university utility watchdog
    """
)
GOVERNMENT = _words(
    """
    administration administrations authorities consulate delegation delegations diplomat diplomats
    embassies embassy government governments leaders leadership mission missions official officialdom
    officials regime regimes side sides state
    """
)
"""What a country's officials are called as its voice."""
OFFICIALS = _words("authorities diplomat diplomats government official officials")
"""Those of them that are called by their own name: "Lebanese authorities"."""
GOVERNMENT_BRANCHES = _words("consular defence defense embassy federal foreign health intelligence military security")
"""Modifiers that say which officials they are."""
GOVERNMENT_MODIFIERS = _words(
    """
    anonymous central consular counter-terrorism counterterrorism current defence defense diplomatic
    embassy federal foreign government health high high-ranking intelligence interim local-government many
    military multiple national new other public ranking ruling security senior several some state top
    transitional un unidentified unnamed various
    """
)

REPORTS = _words(
    """
    account article articles blog broadcast dispatch headline hoax item newspaper outlet page piece post
    posting posts publication report reports rumor rumors rumour rumours site stories story tabloid tale
    tweet website
    """
)
OUTLET_NOUNS = _words(
    """
    blog broadcaster channel daily gazette magazine network news newspaper outlet page paper portal
    publication site station tabloid website weekly
    """
)
DOCUMENTS = _words(
    """
    ad advert analysis assessment audit briefing column communique complaint dossier e-mail editorial
    email estimate filing inquiry interview investigation lawsuit letter memo message paper poll release
    review speech statement study survey tweet video
    """
)
TAKES_UP = _words(
    """
    article blog hoax item newspaper outlet page paper piece post posting publication report rumor rumour site story
    tabloid website
    """
)
"""Singular nouns that take up a report whose outlet was named."""
UNSOUND = _words(
    """
    bogus clickbait conspiracy discredited dubious fake false fringe hoax hoaxed humor humour parody
    phoney phony prank satire satirical sham so-called spoof tabloid unreliable unverified
    """
)
ORIGINS = _words(
    """
    aired appeared appears began begins came carried circulated comes created emerged filed first invented
    issued launched made originated originates posted printed produced published run shared spread started
    starts surfaced surfaces written
    """
)
ANY_COUNTRY = ("senate", "congress", "supreme court", "house of representatives", "house")
"""Bodies that the tables give to one country and many countries have: the article's country comes first."""
PUBLISHING = _words(
    """
    air break carry circulate create fabricate invent launch post print produce promulgate publish release run
    share spread start
    """
)
"""Verbs whose subject brought the report into the world that is their object."""
PLATFORMS = _words(
    """
    4chan facebook google instagram internet line media online reddit snapchat social telegram tiktok
    truth tumblr twitter vk web weibo whatsapp x youtube
    """
)
"""Where reports are shared; the outlet is somebody else."""
