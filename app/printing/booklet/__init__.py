"""The booklet of participants: who comes, by delegation and sector."""
