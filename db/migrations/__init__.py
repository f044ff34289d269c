"""The steps from each released schema to the next. They never import today's models."""
