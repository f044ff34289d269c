"""Asks for the closing report and the follow-up list, and shows them before they are written."""
