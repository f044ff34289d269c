"""What the desk sees."""

from ui.singletons import keep_singletons

keep_singletons()
