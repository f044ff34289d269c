"""Makes of the project what people install: one folder, and the packages that carry it."""
