"""The projection's only reading of files: texts of assumptions, tables of figures."""
