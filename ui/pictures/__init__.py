"""Pictures of every state of the window, for the README and for comparing with the drafts."""

from ui.pictures.making import SCENES, make_pictures

__all__ = ["SCENES", "make_pictures"]
