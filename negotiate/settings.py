"""Every setting, read from the environment (or a file `.env` beside manage.py) once at start.

MODE is `production` unless it says `demo` (plain HTTP, no services; run.py sets it) or `test`.
docs/: SECRET_KEY, DATABASE_URL, REDIS_URL, ALLOWED_HOSTS, PUBLIC_ORIGINS, STATIC_ROOT, LOG_LEVEL,
AUTHORITY_DIR, AUTHORITY_PASSPHRASE, TIMESTAMP_URL, TIMESTAMP_ROOTS, TIMESTAMP_POLICY,
TIMESTAMP_SECONDS, API_RATE, API_RATE_PUBLIC, SEARCH_ENGINE_URL, SEARCH_ENGINE_INDEX,
SEARCH_ENGINE_SECONDS, SEARCH_ENGINE_ROOTS.
CLOCK_AHEAD (days): only of a demonstration or a test, see negotiate/moment.py.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from negotiate import stores

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

MODE = env.str("MODE", "production")
if MODE not in ("production", "demo", "test"):
    raise ImproperlyConfigured(f"MODE is {MODE!r}; it may be production, demo or test.")
PRODUCTION = MODE == "production"
DEBUG = env.bool("DEBUG", False)

# --- Who may sign and who may ask ---------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY", "for tests only, never served" if MODE == "test" else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set (MODE=test runs without one).")
# Keys that stand in documentation and examples are known to everybody.
KNOWN_KEYS = ("django-insecure", "change", "secret", "example", "default", "dev-", "for tests")
if PRODUCTION and (len(SECRET_KEY) < 50 or SECRET_KEY.lower().startswith(KNOWN_KEYS)):
    raise ImproperlyConfigured("SECRET_KEY is short or a known example: make 50 random characters.")

# Exact origins (scheme, host, port) that browsers see; for sockets, forms and the CSP.
PUBLIC_ORIGINS = env.list("PUBLIC_ORIGINS", default=["http://testserver"] if MODE == "test" else [])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["testserver"] if MODE == "test" else [])
CSRF_TRUSTED_ORIGINS = PUBLIC_ORIGINS
if PRODUCTION and not all(origin.startswith("https://") for origin in PUBLIC_ORIGINS or [""]):
    raise ImproperlyConfigured("PUBLIC_ORIGINS must name the https:// origin(s) users open.")

# --- What it is made of -------------------------------------------------------------------------
INSTALLED_APPS = [
    "negotiate",
    "agreements",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "negotiate.compressed.CompressText",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "negotiate.errors.RefuseOversized",
    "negotiate.errors.SayUnavailable",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
CSRF_FAILURE_VIEW = "negotiate.errors.csrf_failure"
ROOT_URLCONF = "negotiate.urls"
ASGI_APPLICATION = "negotiate.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["negotiate.templatetags.kept"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
AUTH_USER_MODEL = "negotiate.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Where data lives ---------------------------------------------------------------------------
DATABASE = env.db("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}")
DATABASES = {"default": stores.database(DATABASE, pool=env.int("DATABASE_POOL", 16))}
REDIS_URL = env.str("REDIS_URL", "")
CHANNEL_LAYERS = {"default": stores.layer(REDIS_URL, env.str("REDIS_PREFIX", "negotiate"))}
LIMITS_STORAGE = stores.counters(REDIS_URL)  # where the `limits` package counts attempts

# --- Files --------------------------------------------------------------------------------------
STATIC_URL = "static/"
# Hashed names need `collectstatic`, which a demonstration or a test does without.
STATIC_ROOT = str(env.path("STATIC_ROOT", BASE_DIR / "static")) if PRODUCTION else None
HASHED = "negotiate.storage.HashedStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": HASHED if PRODUCTION else PLAIN},
}
WHITENOISE_USE_FINDERS = not PRODUCTION
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # bytes of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
# The photographs of a paper signed in ink. For every page, because a form is read, and counted, by
# the check against forged ones before anybody knows which page it is for.
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # larger files wait on disk, not in memory

# --- Papers -------------------------------------------------------------------------------------
# The certification authority that papers are signed under, see agreements/signing/authorities.py.
# One made for a trial is never that of a product in use: another folder, and a known passphrase.
AUTHORITY = "authority" if PRODUCTION else "trial-authority"
AUTHORITY_DIR = env.str("AUTHORITY_DIR", str(BASE_DIR / "var" / AUTHORITY))
AUTHORITY_PASSPHRASE = env.str("AUTHORITY_PASSPHRASE", "" if PRODUCTION else "for trials only")
# Who stamps signatures with the time, if anybody, see agreements/signing/time_authority.py.
TIMESTAMP_URL = env.str("TIMESTAMP_URL", "")
TIMESTAMP_ROOTS = env.str("TIMESTAMP_ROOTS", "")  # PEM
TIMESTAMP_POLICY = env.str("TIMESTAMP_POLICY", "")  # an OID
TIMESTAMP_SECONDS = env.int("TIMESTAMP_SECONDS", 3)  # for each signature

# --- Signing in ---------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL, LOGIN_REDIRECT_URL = "sign-in", "home"
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
# A whole office shares one address, so an address alone is never locked; a name with an address is
# after 5 failures. AXES_HANDLER adds a looser limit on a name tried from many addresses.
AXES_HANDLER = "negotiate.lockout.LockoutHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_FAILURE_LIMIT_PER_NAME = 30
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_CALLABLE = "negotiate.people.views.locked"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# --- The archive's API --------------------------------------------------------------------------
API_RATE = env.str("API_RATE", "600 per minute")  # of one token
API_RATE_PUBLIC = env.str("API_RATE_PUBLIC", "60 per minute")  # of one address without a token

# --- The archive's search engine, if one is beside the database ---------------------------------
SEARCH_ENGINE_URL = env.str("SEARCH_ENGINE_URL", "")
SEARCH_ENGINE_INDEX = env.str("SEARCH_ENGINE_INDEX", "agreements")  # how its indexes' names begin
SEARCH_ENGINE_SECONDS = env.int("SEARCH_ENGINE_SECONDS", 5)  # for one search
SEARCH_ENGINE_ROOTS = env.str("SEARCH_ENGINE_ROOTS", "")  # PEM

# --- What a browser is told ---------------------------------------------------------------------
# Chromium up to 69 does not count sockets as 'self': each is named.
SOCKETS = [origin.replace("http", "ws", 1) for origin in PUBLIC_ORIGINS]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "manifest-src": [SELF],
        "connect-src": [SELF, *SOCKETS],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
# Trusted only where the operator says that a proxy writes these headers. Without the address axes
# would take all clients for one, and five failures would lock a name for everybody. (AXES_IPWARE_*
# have no effect: they are for django-ipware, which is not installed.)
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_CLIENT_IP_CALLABLE = "negotiate.people.address.behind_proxy"

# --- Language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "negotiate" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
CLOCK_AHEAD = timedelta(days=env.int("CLOCK_AHEAD", 0))
if PRODUCTION and CLOCK_AHEAD:
    raise ImproperlyConfigured("CLOCK_AHEAD moves the clock: never of a product in use.")

# --- What the server says about itself ----------------------------------------------------------
# Addresses are not logged: a representative's link is as good as a key.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"without address": {"()": "negotiate.logs.WithoutAddress"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.request": {"level": "ERROR", "filters": ["without address"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
