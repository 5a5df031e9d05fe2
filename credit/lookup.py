"""◇ Finding an organisation by what people type: name, initials or code."""

from django.db.models import Q


def naming(typed: str, path: str = "") -> Q:
    """The condition that a name, its initials (cyxh for 餐饮协会) or the code has each word typed.

    ``path`` leads to the organisation, for example ``association__``.
    """
    found = Q()
    for word in typed.split():
        found &= (
            Q(**{f"{path}name__contains": word})
            | Q(**{f"{path}name_initials__contains": word.lower()})
            | Q(**{f"{path}credit_code__startswith": word.upper()})
        )
    return found
