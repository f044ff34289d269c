"""Templates of badges: what stands where on them, as files that people can change."""
