"""Tables that leave the program as workbooks and texts. Knows no event."""
