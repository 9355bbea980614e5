"""How an action, a board and a search cost as a district fills up: 10⁵ tickets, in the long form 10⁷."""
