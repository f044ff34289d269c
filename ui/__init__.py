"""What the desk sees."""

from ui.features import read_no_sources
from ui.singletons import keep_singletons

read_no_sources()
keep_singletons()
