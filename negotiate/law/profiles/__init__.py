"""What varies by place, each value with its article: read from the files beside this one."""

from negotiate.law.profiles.profile import Duration, Profile, Value
from negotiate.law.profiles.shelf import DEFAULT, codes, profile

__all__ = ["DEFAULT", "Duration", "Profile", "Value", "codes", "profile"]
