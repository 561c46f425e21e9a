"""What varies by place, each value with its article: read from the files beside this one."""

from negotiate.law.profiles.key import UNITS, Key
from negotiate.law.profiles.keys import GROUPS, KEYS, key_of
from negotiate.law.profiles.profile import Duration, Profile, Value
from negotiate.law.profiles.shelf import DEFAULT, NATIONAL, BrokenProfile, codes, profile

__all__ = [
    "DEFAULT",
    "GROUPS",
    "KEYS",
    "NATIONAL",
    "UNITS",
    "BrokenProfile",
    "Duration",
    "Key",
    "Profile",
    "Value",
    "codes",
    "key_of",
    "profile",
]
