"""What every app stands on: users and roles, encrypted field, jobs, audit, stored files, embedded database."""
