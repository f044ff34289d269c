"""Breaking the ice: rounds at mixed tables, in which people meet whom they do not know yet."""
