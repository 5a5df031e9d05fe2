"""激励和惩戒措施: the register of measures, to look at."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from huanglong_portal.common.officer_admin import OfficerModelAdmin

from ..models import Measure


@admin.register(Measure)
class MeasureAdmin(OfficerModelAdmin):
    """Measures with their basis and who decides them; they begin and end with a listing."""

    list_display = ["association", "title", "department", "starts_on", "ended_on"]
    list_filter = ["kind", "code", ("ended_on", admin.EmptyFieldListFilter)]
    search_fields = ["association__name", "=association__credit_code"]
    fields = [
        "association",
        "kind",
        "title",
        "basis",
        "department",
        "own_power",
        "starts_on",
        "ended_on",
        "ended_because",
        "ordered_by",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Measure]:
        return Measure.objects.select_related("association", "listing", "ordered_by")
