"""Pictures of every state of the window, for the README and for comparing with the drafts."""

from ui.pictures.making import make_pictures

__all__ = ["make_pictures"]
