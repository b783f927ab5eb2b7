"""Weights of the shipped networks and the catalogue that says what they are."""
