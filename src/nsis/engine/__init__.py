"""Rule mark, dated look-up, findings, explain, proof, kernel; knows no country and no branch."""
