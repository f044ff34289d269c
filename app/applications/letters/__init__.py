"""Letters and mails that tell people what became of their applications."""
