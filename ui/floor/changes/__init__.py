"""Big changes of the running day: what is asked, all that it brings, and how it is made."""
