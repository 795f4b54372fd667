"""Rule mark, dated look-up, findings, explain; knows no country and no branch."""
