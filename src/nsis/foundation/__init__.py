"""What every app stands on: users, roles, encrypted field, jobs, audit, stored files, embedded database."""
