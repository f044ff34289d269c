"""Who wants to meet whom, and what came of it: requests, meetings, plans that were accepted."""
