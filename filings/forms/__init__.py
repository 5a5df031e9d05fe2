"""Forms of the filing page: one for each material, and those for body, files and answers."""

from collections.abc import Mapping

from ..materials import Material
from .case import CaseForm
from .convention import ConventionForm
from .ethics_code import EthicsCodeForm
from .material import MaterialForm
from .pledge import PledgeForm
from .standard import StandardForm

MATERIAL_FORMS: Mapping[str, type[MaterialForm]] = {
    Material.CONVENTION: ConventionForm,
    Material.ETHICS_CODE: EthicsCodeForm,
    Material.STANDARD: StandardForm,
    Material.PLEDGE: PledgeForm,
    Material.CASE: CaseForm,
}

__all__ = ["MATERIAL_FORMS", "MaterialForm"]
