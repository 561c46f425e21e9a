"""A column that another one decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from agreements.archive.grams import normalise

if TYPE_CHECKING:
    Text = models.CharField[str, str]
else:
    Text = models.CharField


class Normalised(Text):
    """What another field of the row says, as it is compared (grams.normalise). Worked out whenever
    a row is saved or created, by whomever; `update` passes it by."""

    def __init__(self, of: str, **options: Any) -> None:
        super().__init__(**options)
        self.of = of

    def deconstruct(self) -> Any:
        name, path, parts, options = super().deconstruct()
        return name, path, parts, options | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        said = normalise(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, said)
        return said
