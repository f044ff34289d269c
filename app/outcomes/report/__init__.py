"""The closing report: what a day or an event came to, for whoever paid for it."""
