"""Who signed which text, and how. What was signed in ink stands in `scan_models`."""

from cryptography import x509
from django.db import models

from agreements.papers.models import Paper
from negotiate import moment
from negotiate.law.refusal import N_
from negotiate.people.models import Seat


class Signature(models.Model):
    """One person's hand on one exact text: `digest` is the paper's at that moment. `public_key`: of
    a key that the signer's own phone keeps (Base64), and `possession` its signature over `digest`;
    empty where the phone cannot keep one.

    `intent`: the words that were shown and agreed to, by the server's knowledge; `read_from`: when
    it served them with the text. `end_after` and `signed_after` are what the phone claims: ms until
    the end of the text came into view, and until the press. `remote`: not where the others are."""

    class Identity(models.TextChoices):
        LINK = "link", N_("本人的入场链接，只绑定一部设备")
        LINK_AND_CODE = "code", N_("本人的入场链接和短码，只绑定一部设备")
        ACCOUNT = "account", N_("本人的账号和密码")

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="signatures")
    digest = models.CharField(max_length=64)
    strokes = models.TextField()
    strokes_digest = models.CharField(max_length=64)
    image = models.BinaryField()
    public_key = models.TextField(blank=True)
    possession = models.TextField(blank=True)
    intent = models.TextField(blank=True)
    intent_digest = models.CharField(max_length=64, blank=True)
    read_from = models.DateTimeField(null=True, blank=True)
    end_after = models.PositiveIntegerField(null=True, blank=True)
    signed_after = models.PositiveIntegerField(null=True, blank=True)
    device = models.CharField(max_length=200, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)
    identity = models.CharField(max_length=10, choices=Identity.choices, blank=True)
    remote = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "seat"), name="signed_once"),
            models.CheckConstraint(
                condition=models.Q(intent="", intent_digest="")
                | ~models.Q(intent="") & ~models.Q(intent_digest=""),
                name="intent_with_its_digest",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat} signed {self.paper}"


class Refusals(models.QuerySet["Refusal"]):
    def standing(self) -> "Refusals":
        """Those that nobody has taken back."""
        return self.filter(withdrawn_at=None)


class Refusal(models.Model):
    """A signer who would not sign this paper, and why. It stays when he signs after all, or takes
    it back: then it has been `withdrawn_at`."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="refusals")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = Refusals.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("paper", "seat"),
                condition=models.Q(withdrawn_at=None),
                name="refuses_to_sign_once",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="refusal_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.seat} refused {self.paper}"


class Initial(models.Model):
    """One chief's word on the draft of a contract: this text, by its digest, goes before those whom
    it binds."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="initials")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (models.UniqueConstraint(fields=("paper", "seat"), name="initialled_once"),)

    def __str__(self) -> str:
        return f"{self.seat} initialled {self.paper}"


class Certificate(models.Model):
    """One digital signature that a paper must bear, by the certificate of its key; their order is
    that of the signatures. An event key is made for this paper alone and destroyed when it has
    signed. `value` is the raw signature; a phone's is missing until the phone has given it.
    `token` is the time authority's over it: missing until it is given, empty where none is asked
    for."""

    class Custody(models.TextChoices):
        PHONE = "phone", N_("签署人手机保管的密钥")
        EVENT = "event", N_("平台为本次签署生成、用后即毁的密钥")
        PLATFORM = "platform", N_("平台密钥")

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="certificates")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=40)
    custody = models.CharField(max_length=10, choices=Custody.choices)
    fingerprint = models.CharField(max_length=64)
    serial = models.CharField(max_length=40)
    pem = models.TextField()
    value = models.BinaryField(null=True)
    token = models.BinaryField(null=True, default=b"")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "fingerprint"), name="certificate_once"),
        )

    def __str__(self) -> str:
        return f"{self.role}: {self.fingerprint[:16]}"

    def loaded(self) -> x509.Certificate:
        return x509.load_pem_x509_certificate(self.pem.encode())


class Revocation(models.Model):
    """A certificate that counts no more from a day on; what was signed before stays."""

    serial = models.CharField(max_length=40, unique=True)
    reason = models.CharField(max_length=200)
    since = models.DateTimeField()
    at = models.DateTimeField(default=moment.now, editable=False)

    def __str__(self) -> str:
        return self.serial
