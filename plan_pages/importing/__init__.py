"""From a Word, PDF, web or text file to the parts of a plan. Nothing is guessed; what is missing is said."""
