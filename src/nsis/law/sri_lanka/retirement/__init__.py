"""What an employee of Sri Lanka's private sector saves and is owed for old age."""
