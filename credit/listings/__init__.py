"""◇ The legal procedure of the two lists: grounds, workflow, periods, guards, measures."""
