"""Video and audio players."""

import re

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="player_words",
        family=JunkFamily.PLAYER,
        pattern=only(
            "watch", "listen", "listen now", "watch now", "watch live", "watch video", "watch the video", "play",
            "play video", "play audio", "pause", "mute", "unmute", "replay", "autoplay", "turn autoplay off",
            "turn autoplay on", "video", "video player", "audio", "audio player", "full screen", "fullscreen", "subtitles",
            "captions", "closed captions", "volume", "loading", "media caption", "media playback", "slideshow",
            "launch slideshow", "live stream", "livestream", "transcript", "embed", "now playing", "current time",
            "duration", "quality", "of", "image", "photo", "photos", "image gallery", "toggle", "skip ad",
        ),
        drops=("Turn autoplay off", "Watch Listen", "VIDEO 3:45 03:45"),
        keeps=("Watch out for ice, drivers were told.",),
    ),
    JunkRule(
        name="player_notice",
        family=JunkFamily.PLAYER,
        pattern=opening("media playback is", "this video is", "this video cannot", "sorry, this video", "video:", "audio:",
                        "watch:", "listen:", "replay:", "this media cannot", "this content is not available",
                        "media requires"),
        drops=("Media playback is unsupported on your device", "VIDEO: How the bridge was built"),
        keeps=("Video footage of the blast was shown in court.",),
    ),
)
