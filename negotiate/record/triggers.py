"""The database itself refuses to change or delete an entry, whoever asks.

Both databases raise an error that carries REFUSAL. PostgreSQL refuses TRUNCATE as well.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "negotiate_entry"
REFUSAL = "the record only grows"

SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS record_no_{verb} BEFORE {verb} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("update", "delete")
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION record_only_grows() RETURNS trigger AS $$ "
    f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql",
    f"CREATE OR REPLACE TRIGGER record_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION record_only_grows()",
    f"CREATE OR REPLACE TRIGGER record_no_truncate BEFORE TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION record_only_grows()",
)
REMOVAL = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS record_no_{verb}" for verb in ("update", "delete")),
    "postgresql": tuple(
        f"DROP TRIGGER IF EXISTS record_no_{verb} ON {TABLE}" for verb in ("change", "truncate")
    ),
}
INSTALLATION = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def install(connection: BaseDatabaseWrapper) -> None:
    _run(connection, INSTALLATION[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """For reversing the migration, and for tests that must empty their database."""
    _run(connection, REMOVAL[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
