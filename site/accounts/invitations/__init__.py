"""How people come in: invited by somebody who may, for fourteen days, once."""
