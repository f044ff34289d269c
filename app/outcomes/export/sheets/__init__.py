"""The sheets of an export: what each row is, and what its columns say."""
