"""The closed vocabularies: every value that a column with `values` can take."""

from enum import StrEnum


class MediaType(StrEnum):
    """What kind of file a record was read from, or what a text file turned out to be."""

    TEXT = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    JSONL = "application/jsonl"
    JSON = "application/json"
    CSV = "text/csv"
    TSV = "text/tab-separated-values"
    PARQUET = "application/vnd.apache.parquet"
    WARC = "application/warc"


class SegmentLabel(StrEnum):
    """What a line of raw text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BODY = "body"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    JUNK = "junk"


class JunkFamily(StrEnum):
    """Why a line is junk."""

    NAVIGATION = "navigation"
    RELATED_LINK = "related_link"
    SHARE_TOOLS = "share_tools"
    READ_MORE = "read_more"
    ADVERTISING = "advertising"
    SUBSCRIBE = "subscribe"
    PLAYER = "player"
    TIMESTAMP = "timestamp"
    COMMENTS = "comments"
    CONTACT = "contact"
    FORM = "form"
    SEPARATOR = "separator"
    LEGAL = "legal"
    BROWSER = "browser"
    COOKIE = "cookie"
    REPEATED_TITLE = "repeated_title"
    TEASER = "teaser"
    AUTHOR_BOX = "author_box"
    WIDGET = "widget"
    MARKUP = "markup"
    OTHER = "other"


class PublishedFrom(StrEnum):
    """Where the publication date was found."""

    METADATA = "metadata"
    PAGE = "page"
    DATELINE = "dateline"
    CREDIT = "credit"
    INFERRED = "inferred"


class MentionLabel(StrEnum):
    """What kind of thing a mention names (OntoNotes labels, merged)."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    LAW = "LAW"
    WORK = "WORK"
    PRODUCT = "PRODUCT"
    DATE = "DATE"


class EntityLabel(StrEnum):
    """What kind of thing an entity is: the mention labels without dates."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    LAW = "LAW"
    WORK = "WORK"
    PRODUCT = "PRODUCT"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class QuoteKind(StrEnum):
    """How much of a quote's content stands within quotation marks: all, none, or part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class EventStatus(StrEnum):
    """Whether an event is told as having happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    BACKGROUND = "background"


class QuadClass(StrEnum):
    """The four classes of the PLOVER event types."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class ActorRole(StrEnum):
    """Which side of an event an actor is on."""

    SOURCE = "source"
    TARGET = "target"


class Sector(StrEnum):
    """What part of society an actor stands for (PLOVER sectors)."""

    GOV = "GOV"
    MIL = "MIL"
    LEG = "LEG"
    JUD = "JUD"
    COP = "COP"
    SPY = "SPY"
    PTY = "PTY"
    OPP = "OPP"
    REB = "REB"
    CVL = "CVL"
    BUS = "BUS"
    MED = "MED"
    NGO = "NGO"
    IGO = "IGO"
    CRM = "CRM"
    EDU = "EDU"
    ELI = "ELI"
    LAB = "LAB"
    REF = "REF"
    REL = "REL"
    UNK = "UNK"


class Stage(StrEnum):
    """The stage of a run at which a record or row was rejected."""

    READ = "read"
    CLEAN = "clean"
    EXTRACT = "extract"
    VALIDATE = "validate"


class RejectReason(StrEnum):
    """Why a record or row was rejected."""

    UNREADABLE_FILE = "unreadable_file"
    UNSUPPORTED_FORMAT = "unsupported_format"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    TRUNCATED_FILE = "truncated_file"
    INVALID_JSON = "invalid_json"
    INVALID_ROW = "invalid_row"
    INVALID_WARC = "invalid_warc"
    NO_TEXT = "no_text"
    NO_ARTICLE = "no_article"
    IDENTICAL_RECORD = "identical_record"
    CHANGED_DURING_RUN = "changed_during_run"
    INTERNAL_ERROR = "internal_error"
    FAILED_EXPECTATION = "failed_expectation"


class Validation(StrEnum):
    """The verdict over a run's tables."""

    PASSED = "passed"
    FAILED = "failed"
