"""The verbs by theme: lock → decide → save → append in one transaction. The only writers of tickets."""
