"""How production serves scripts and styles: under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Also renames what one script imports from another: a browser that kept an old part of a
    page's script beside a new one would break it."""

    support_js_module_import_aggregation = True
