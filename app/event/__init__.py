"""The event as set up: days, blocks, slots, tables."""
