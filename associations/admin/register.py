"""The register of organisations: search, admit, refuse, suspend, invite, import."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse

from huanglong_portal.common import audit, blobs
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.officer_admin import OfficerModelAdmin

from .. import register_file, services
from ..models import Association, Mandate
from ..permissions import may_admit, signed_in
from ..services.register import receiving_office_id

_STEPS: dict[str, Callable[..., Association]] = {
    "admit": services.admit,
    "refuse": services.refuse,
    "suspend": services.suspend,
    "reinstate": services.reinstate,
}
_OFFERED = {
    "applied": (("admit", "核准"), ("refuse", "不予核准")),
    "admitted": (("suspend", "暂停报送"),),
    "suspended": (("reinstate", "恢复报送"),),
    "refused": (("admit", "核准"),),
}
_PARTICULARS: list[Any] = [
    "name",
    "is_trade_association",
    "industry",
    "registered_on",
    "address",
    "legal_representative",
    "office_phone",
    "member_count",
    "business_scope",
    "supervising_unit",
    "party_affairs_unit",
    ("quorum_numerator", "quorum_denominator"),
    ("majority_numerator", "majority_denominator"),
]


@admin.register(Association)
class AssociationAdmin(OfficerModelAdmin):
    """社会组织登记簿."""

    list_display = ["name", "credit_code", "category", "state", "standing", "grade"]
    list_filter = ["state", "kind", "is_trade_association", "standing", "industry"]
    search_fields = ["name", "=credit_code", "name_initials"]
    search_help_text = "名称、统一社会信用代码或拼音首字母"
    readonly_fields = ["credit_code", "kind", "state", "state_note", "standing", "grade"]
    fieldsets = [
        (None, {"fields": ["credit_code", "kind", "state", "state_note", "standing", "grade"]}),
        ("登记事项", {"fields": _PARTICULARS}),
    ]
    change_form_template = "admin/associations/association.html"
    change_list_template = "admin/associations/association_list.html"

    @admin.display(description="报送类别")
    def category(self, association: Association) -> str:
        return association.category.label

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not self.has_view_permission(request):
            return False
        return obj is None or may_admit(request.user, obj, receiving_office_id(obj))

    def get_urls(self) -> list[Any]:
        return [
            path(
                "import/",
                self.admin_site.admin_view(self.import_view),
                name="associations_association_import",
            ),
            path(
                "<int:association_id>/certificate/",
                self.admin_site.admin_view(self.certificate_view),
                name="associations_association_certificate",
            ),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Association]:
        return Association.objects.visible_to(request.user)

    def save_model(self, request: HttpRequest, obj: Association, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        audit.record(
            "associations.edit_particulars",
            actor=request.user,
            target=obj,
            association_id=obj.pk,
            data={
                field: [str(form.initial.get(field)), str(form.cleaned_data.get(field))]
                for field in form.changed_data
            },
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        here = reverse("admin:associations_association_change", args=[object_id])
        typed: dict[str, str] = {}
        if "step" in request.POST and object_id.isdigit():
            try:
                messages.success(request, _take_step(request, int(object_id)))
                return HttpResponseRedirect(here)
            except DomainError as refused:
                messages.error(request, refused.sentence)
                typed = {key: str(value) for key, value in request.POST.items()}
                request.method = "GET"
        association = self.get_object(request, object_id)
        if association is None:
            raise Http404
        return super().change_view(
            request,
            object_id,
            form_url,
            {
                **(extra_context or {}),
                "typed": typed,
                "steps": _OFFERED.get(association.state, ())
                if self.has_change_permission(request, association)
                else (),
                "mandates": association.mandates.current().select_related("user"),
                "invitations": association.invitations.filter(accepted_at__isnull=True),
                "roles": Mandate.Role.choices,
            },
        )

    def certificate_view(self, request: HttpRequest, association_id: int) -> FileResponse:
        """The certificate scan, as a download."""
        association = self.get_queryset(request).filter(pk=association_id).first()
        if association is None or association.certificate is None:
            raise Http404
        return FileResponse(
            blobs.open_blob(association.certificate),
            as_attachment=True,
            filename=association.certificate_name or "certificate",
            headers={
                "Cache-Control": "no-store",
                "Content-Security-Policy": "default-src 'none'; sandbox",
            },
        )

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Import the register: dry run with row-by-row errors first, then apply what was seen."""
        context = {
            **self.admin_site.each_context(request),
            "title": "导入登记簿",
            "opts": Association._meta,
            "columns": register_file.COLUMNS,
        }
        upload = request.FILES.get("file")
        if request.method == "POST" and upload is None and "apply" not in request.POST:
            messages.error(request, "请选择要导入的 XLSX 或 CSV 文件。")
        try:
            if upload is not None:
                blob = blobs.store(upload, "application/octet-stream")
                context |= {
                    "plan": services.plan_import(blob.digest, upload.name or ""),
                    "digest": blob.digest,
                    "name": upload.name,
                }
            elif "apply" in request.POST:
                result = services.apply_import(
                    digest=request.POST.get("apply", ""),
                    name=request.POST.get("name", ""),
                    by=signed_in(request),
                )
                messages.success(
                    request, f"已导入：新增 {result.added} 家，更新 {result.changed} 家。"
                )
                return HttpResponseRedirect(reverse("admin:associations_association_changelist"))
        except DomainError as refused:
            messages.error(request, refused.sentence)
        return render(request, "admin/associations/import.html", context)


def _take_step(request: HttpRequest, association_id: int) -> str:
    step = request.POST["step"]
    if step == "invite":
        invitation = services.invite(
            association_id=association_id,
            email=request.POST.get("email", ""),
            name=request.POST.get("person", ""),
            role=request.POST.get("role", Mandate.Role.HANDLER),
            by=signed_in(request),
        )
        return f"邀请已发送到 {invitation.email}。"
    if step == "revoke":
        mandate = services.revoke_mandate(
            mandate_id=int(request.POST.get("mandate", "0")), by=signed_in(request)
        )
        return f"已撤销{mandate.user.name}的授权。"
    if step not in _STEPS:
        raise Http404(step)
    moved = _STEPS[step](
        association_id=association_id, by=signed_in(request), note=request.POST.get("note", "")
    )
    return f"{moved.name}：{moved.get_state_display()}。"
