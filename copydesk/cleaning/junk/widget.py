"""Weather, markets, polls and other boxes that change by the hour."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="weather_reading",
        family=JunkFamily.WIDGET,
        pattern=LinePattern(re.compile(r".{0,60}\d\s?°\s?[CF]?(?!\w).{0,20}"), needs=("°",)),
        drops=("London Min:0°C Max:7°C", "Today 54°"),
        keeps=(
            "The summer was 2 °C warmer than the long-term mean, the weather service in Geneva reported.",
        ),
    ),
    JunkRule(
        name="market_reading",
        family=JunkFamily.WIDGET,
        pattern=LinePattern(
            re.compile(r"[A-Z][\w&. ]{1,25}(?:\s+[+-]?[\d,]+\.\d+%?){2,}"),
            needs=(".",),
            may_end_sentence=False,
        ),
        drops=("S&P 1,289.09 0.49",),
        keeps=("Shares rose 2.4 percent.",),
    ),
    JunkRule(
        name="widget_words",
        family=JunkFamily.WIDGET,
        pattern=only(
            "forecast",
            "detailed forecast",
            "five day forecast",
            "weather forecast",
            "currency converter",
            "lottery",
            "horoscopes",
            "horoscope",
            "sudoku",
            "crossword",
            "market data",
            "ticker",
            "quote",
            "tv listings",
            "traffic",
            "quiz",
            "puzzles",
        ),
        drops=("Detailed Forecast", "Horoscopes | Sudoku"),
        keeps=("The forecast was wrong.",),
    ),
    JunkRule(
        name="image_file",
        family=JunkFamily.MARKUP,
        pattern=LinePattern(
            re.compile(r"[\w.()%+-]{1,120}\.(?:jpe?g|png|gif|webp|svg)", re.IGNORECASE),
            endings=(".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"),
        ),
        drops=("ferry-at-the-quay-091019.jpg", "IMG_2041.PNG"),
        keeps=("Save the picture as a .jpg", "He sent her ferry.jpg."),
    ),
    JunkRule(
        name="pull_quote_mark",
        family=JunkFamily.WIDGET,
        # What a screen reader is told before and after words that the page sets large.
        pattern=LinePattern(
            re.compile(r"(?:Start|End) Quote(?: (?-i:[A-Z(]).{0,120}(?<![.!?]))?", re.IGNORECASE),
            starts=("start quote", "end quote"),
        ),
        drops=("Start Quote", "End Quote Jane Roe Minister of transport"),
        keeps=("End quote marks are curly.", "Start quoting, he said."),
    ),
)
