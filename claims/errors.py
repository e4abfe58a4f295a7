"""Define the errors that reach a user: each message is one sentence that names the input and what to do."""


class ClaimsError(Exception):
    """Base of every error whose message is meant for the user."""


class InputError(ClaimsError):
    """Say that one input (a file, a line, a pasted text) could not be read; the others go on."""


class LanguageError(InputError):
    """Say that a text is in another language than English."""


class ModelError(ClaimsError):
    """Say that a model folder is missing, incomplete or unusable."""


class StoreError(ClaimsError):
    """Say that a database cannot be opened, is not ours, or is of a newer version."""


class DataError(ClaimsError):
    """Say that a table under data/ (actors, stance) has a row that cannot be used."""
