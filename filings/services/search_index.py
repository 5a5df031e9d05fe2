"""Keeps the search index equal to what is public."""

from ..models import Filing, SearchEntry
from ..search_words import index_words


def index_filing(*, filing_id: int) -> None:
    """Index what the filing says to the public now, or forget it when nothing is public.

    Runs in the transaction that moved the pointer, so a search never finds what a page refuses.
    """
    filing = Filing.objects.get(pk=filing_id)
    if filing.published_revision_id is None:
        SearchEntry.objects.filter(pk=filing_id).delete()
    else:
        SearchEntry.objects.update_or_create(
            pk=filing_id, defaults={"words": index_words(filing.public_text)}
        )
