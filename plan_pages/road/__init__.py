"""The road of a draft to a decision: what stands where, who may do what, what is still missing. Knows no addresses."""
