"""What is known before reading: word lists that prove themselves, and tables with their sources."""
