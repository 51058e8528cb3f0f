"""Why a file cannot be imported: one sentence for the person who chose it."""


class ImportRefusedError(Exception):
    """`str(error)` is the sentence: what is wrong and what to do."""
