"""Review of currency (aktualitetsgranskning): does the plan in force still hold?"""
