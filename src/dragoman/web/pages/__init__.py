"""One module a page: what its address asks for, the struct it shows, and how that comes from queries."""
