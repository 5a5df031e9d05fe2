"""Keeps the search index equal to what is public."""

from associations.models import Association

from ..models import Filing, SearchEntry


def index_filing(*, filing_id: int) -> None:
    """Index what the filing says to the public now, or forget it when nothing is public.

    Runs in the transaction that moved the pointer, so a search never finds what a page refuses.
    """
    filing = Filing.objects.select_related("association").get(pk=filing_id)
    SearchEntry.objects.filter(pk=filing_id).delete()
    if filing.published_revision_id is not None:
        SearchEntry.of(filing).save(force_insert=True)


def index_organisation(*, association_id: int) -> None:
    """Let everything public of an organisation be found by the name it has now."""
    names = SearchEntry.names_of(Association.objects.get(pk=association_id))
    entries = SearchEntry.objects.filter(filing__association=association_id)
    entries.exclude(names=names).update(names=names)
