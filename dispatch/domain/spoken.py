"""An answer that was spoken (语音): it says where to listen; what the citizen is told is still to be written. Pure.

Used by ``answering`` and ``drafting``.
"""

from dispatch.domain.reply_checks import gap

SPOKEN = "见语音"
"""What stands in a field of words where somebody spoke instead of writing."""
_STOPS = ",\uff0c;\uff1b。 \n"


def is_spoken(words: str) -> bool:
    """Whether words point to a recording."""
    return SPOKEN in words


def written(words: str) -> str:
    """The written part of words that may point to a recording; a gap where there is no other."""
    if not is_spoken(words):
        return words
    rest = "，".join(part for each in words.split(SPOKEN) if (part := each.strip(_STOPS)))
    return rest or gap("办理情况，听语音后写")
