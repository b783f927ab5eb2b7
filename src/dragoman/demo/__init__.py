"""The demo corpus: short reports of ours about real diplomacy, under invented outlets; README.md has its policy."""
