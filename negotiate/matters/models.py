"""A matter (议题) and the answers that decide which procedure it may take."""

from django.db import models
from django.db.models import Q

from negotiate import moment
from negotiate.law.words import Procedure, Side, Stage
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.models import SIDES, Account, Enterprise, Federation
from negotiate.record.models import Book


class Matter(models.Model):
    """One thing that one side wants settled, with the person who answers for it and by when."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="matters")
    title = models.CharField(max_length=60)
    kind = models.CharField(
        max_length=20, choices=[(k.code, k.label) for k in MATTER_KINDS.values()]
    )
    summary = models.TextField(max_length=500, blank=True)
    raised_by = models.CharField(max_length=50)
    raised_side = models.CharField(max_length=10, choices=SIDES)
    owner = models.CharField(max_length=50)
    due = models.DateField()
    procedure = models.CharField(
        max_length=20,
        choices=[(p.value, p.label) for p in Procedure],
        default=Procedure.SIMPLIFIED.value,
    )
    stage = models.CharField(
        max_length=20, choices=[(s.value, s.label) for s in Stage], default=Stage.RAISED.value
    )
    book = models.OneToOneField(Book, models.PROTECT, related_name="matter")
    created_by = models.ForeignKey(Account, models.PROTECT, related_name="matters")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title

    @property
    def goes_by(self) -> Procedure:
        """The simplified procedure, unless the gate barred it."""
        return Procedure(self.procedure)

    @property
    def from_side(self) -> Side:
        return Side(self.raised_side)


class Screening(models.Model):
    """The gate's two questions, answered by a named person before the room opens."""

    matter = models.OneToOneField(Matter, models.PROTECT, related_name="screening")
    contract = models.BooleanField()
    reduces_rights = models.BooleanField()
    answered_by = models.CharField(max_length=50)
    note = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    def __str__(self) -> str:
        return f"screening of {self.matter}"


class Templates(models.QuerySet["TermTemplate"]):
    def of_office(self, account: Account) -> "Templates":
        """Those that this account's office made, and may change."""
        if account.enterprise_id:
            return self.filter(enterprise=account.enterprise_id)
        return self.filter(federation=account.federation_id or 0)

    def for_enterprise(self, enterprise: Enterprise) -> "Templates":
        """Those that may be used there and are in use: its own, and those of the federations above
        it."""
        above: list[int] = []
        federation: Federation | None = enterprise.federation
        while federation and federation.pk not in above:
            above.append(federation.pk)
            federation = federation.parent
        own = Q(enterprise=enterprise) | Q(federation__in=above)
        return self.filter(own, retired=False)


class TermTemplate(models.Model):
    """The terms of a matter that comes again and again (a new order's prices), with what their
    forms open with. Of one enterprise, or of a federation for all enterprises under it.

    `terms`: a list of {"title", "kind", "value"}, the value as a form gives it, with gaps.
    """

    name = models.CharField(max_length=60)
    kind = models.CharField(
        max_length=20, choices=[(k.code, k.label) for k in MATTER_KINDS.values()]
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, null=True, blank=True, related_name="term_templates"
    )
    federation = models.ForeignKey(
        Federation, models.PROTECT, null=True, blank=True, related_name="term_templates"
    )
    terms = models.JSONField(default=list)
    retired = models.BooleanField(default=False)
    book = models.OneToOneField(Book, models.PROTECT, related_name="term_template")
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="term_templates")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = Templates.as_manager()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(enterprise=None) ^ Q(federation=None), name="template_one_owner"
            ),
        )

    def __str__(self) -> str:
        return self.name
