"""How many asked about what, with small figures hidden so that nobody can be found behind them."""
