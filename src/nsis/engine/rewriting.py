"""Trees of rules written anew."""

import ast
from typing import Any


class Rewriting(ast.NodeVisitor):
    """Each node written anew, as `visit_<kind>` says; what is visited stays as it is, for others."""

    def generic_visit(self, node: ast.AST) -> Any:
        """The same node, of parts written anew."""
        parts = {name: self._anew(value) for name, value in ast.iter_fields(node)}
        return ast.copy_location(type(node)(**parts), node)

    def _anew(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._anew(each) for each in value]
        return self.visit(value) if isinstance(value, ast.AST) else value
