"""Short articles for the flow's tests."""

MOSCOW = """Tuesday, March 17, 2009

Minister sees progress in arms talks

Moscow - Russian Foreign Minister Sergei Lavrov said on Tuesday that talks with the United States had \
made progress.

"We are ready to sign a new treaty by the end of this year," Lavrov told reporters after he met the US \
ambassador in Moscow.

The two countries have been negotiating since the beginning of the year over a successor to a treaty \
that runs out in December.

Washington welcomed the remarks and promised a quick answer to the latest Russian proposals on \
verification.
"""

BRUSSELS = """BRUSSELS, March 5 (Reuters) - NATO foreign ministers agreed on Thursday to resume formal \
talks with Russia, which were broken off after the war in Georgia.

"We can and must find ways to work constructively with Russia," U.S. Secretary of State Hillary Clinton \
told the meeting in Brussels.

Lithuania had opposed the move for several hours before its minister gave way, diplomats said after the \
meeting.

Russia's envoy to the alliance welcomed the decision and said that the talks should begin before the \
summer.
"""

GERMAN = """Genf - Die amerikanische Außenministerin Hillary Clinton hat am Freitag in Genf ihren \
russischen Kollegen Sergej Lawrow getroffen.

Beide Seiten sprachen nach dem Treffen von einem neuen Anfang in den Beziehungen zwischen ihren Ländern \
und kündigten weitere Gespräche an.

Über die Raketenabwehr in Polen und Tschechien bestehen weiter Meinungsverschiedenheiten, sagte der \
Minister vor der Presse.
"""
