"""From requests to a plan, and repair of a running day. Pure: it knows no database and no clock."""
