"""The short roads beside the main one: a fact is corrected, a plan is repealed, its currency is reviewed."""
