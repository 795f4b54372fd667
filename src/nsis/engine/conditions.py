"""A condition of a rule in words: labels for names, what its numbers mean, in both languages."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from nsis.engine.rule import Rule
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording

_SIGNS: Mapping[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "≤",
    ast.Gt: ">",
    ast.GtE: "≥",
    ast.Eq: "=",
    ast.NotEq: "≠",
    ast.Add: "+",
    ast.Sub: "−",
    ast.Mult: "×",
}
_AND, _OR = Wording(en="and", bn="এবং"), Wording(en="or", bn="অথবা")
_NOT = Wording(en="not ({condition})", bn="({condition}) নয়")
_CHOICE = Wording(en="{body} if {test}, else {other}", bn="{test} হলে {body}, নইলে {other}")
_CHOSEN = (ast.BoolOp, ast.IfExp, ast.Compare)
_PARTED = (*_CHOSEN, ast.BinOp)

WORDINGS = {
    "min": Wording(en="the least of", bn="সবচেয়ে ছোট"),
    "max": Wording(en="the greatest of", bn="সবচেয়ে বড়"),
    "abs": Wording(en="the size of", bn="চিহ্ন ছাড়া মান"),
    "share": Wording(en="the share", bn="অংশ"),
    "prorate": Wording(en="in proportion", bn="আনুপাতিক অংশ"),
    "round_to": Wording(en="in whole steps", bn="পূর্ণ ধাপে"),
    "wholes": Wording(en="the wholes", bn="পূর্ণ ভাগ"),
    "rest": Wording(en="the rest", bn="ভাগশেষ"),
    "lookup": Wording(en="the entry", bn="ছকের মান"),
    "total": Wording(en="the total", bn="মোট"),
    "sum_of_all": Wording(en="the sum of all months", bn="সব মাসের যোগফল"),
    "sum_of_last": Wording(en="the sum of the last months", bn="শেষ মাসগুলোর যোগফল"),
    "mean_of_last": Wording(en="the mean of the last insured months", bn="শেষ বীমাকৃত মাসগুলোর গড়"),
    "best_years": Wording(en="the mean of the best years", bn="সেরা বছরগুলোর গড়"),
    "career_average": Wording(en="the career average", bn="কর্মজীবনের গড়"),
    "total_of": Wording(en="the total over all members", bn="সব সদস্যের মোট"),
    "rank_of": Wording(en="the rank", bn="ক্রম"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of the law is called, what it is counted in, and what its numbers mean beyond that."""

    label: Wording
    unit: str
    said: tuple[tuple[int, Wording], ...] = ()

    def value(self, number: int) -> Wording:
        """A number of it as people read it."""
        return dict(self.said).get(number) or value_wording(number, unit=self.unit)


def worded(condition: ast.expr, rule: Rule, named: Callable[[str], Named]) -> Wording:
    """The condition in words; `named` says what an argument of the rule is."""
    words = _Words(rule, named, _locals(rule.tree))
    return Wording.of_each(lambda language: words.text(condition, language))


def _locals(tree: ast.FunctionDef) -> dict[str, ast.expr | None]:
    """What each of a rule's own names stands for; None if it is given a value more than once."""
    found: dict[str, ast.expr | None] = {}
    for part in ast.walk(tree):
        match part:
            case ast.Assign(targets=[ast.Name(id=local)], value=value):
                found[local] = None if local in found else value
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """One rule's names in words."""

    rule: Rule
    named: Callable[[str], Named]
    locals: Mapping[str, ast.expr | None]

    def text(self, node: ast.expr, language: Language, beside: Named | None = None) -> str:
        """An expression; a number in it is one of what it stands `beside`."""
        part = partial(self._part, language=language)
        match node:
            case ast.Name(id=word):
                return self._name(word, language, beside)
            case ast.Constant(value=int(number)):
                return _number(number, beside).in_language(language)
            case ast.Compare(left=left, ops=signs, comparators=others):
                return self._comparison([left, *others], signs, language)
            case ast.BoolOp(op=operator, values=values):
                joint = (_AND if isinstance(operator, ast.And) else _OR).in_language(language)
                return f" {joint} ".join(part(value, apart=(ast.BoolOp, ast.IfExp)) for value in values)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return _NOT.format(condition=self.text(operand, language)).in_language(language)
            case ast.UnaryOp(operand=operand):
                return f"−{part(operand)}"
            case ast.BinOp(left=left, op=sign, right=right):
                return f"{part(left)} {_SIGNS[type(sign)]} {part(right)}"
        return self._call_or_choice(node, language)

    def _call_or_choice(self, node: ast.expr, language: Language) -> str:
        match node:
            case ast.Call(func=ast.Name(id=word), args=arguments):
                inner = ", ".join(self.text(argument, language) for argument in arguments)
                return f"{WORDINGS[word].in_language(language)} ({inner})"
            case ast.IfExp(test=test, body=body, orelse=other):
                either = {"body": self._part(body, language), "other": self._part(other, language)}
                return _CHOICE.format(test=self.text(test, language), **either).in_language(language)
        raise TypeError(f"no words for {ast.dump(node)}")

    def _part(self, node: ast.expr, language: Language, apart: tuple[type[ast.expr], ...] = _PARTED) -> str:
        """An expression within another, in brackets where it is of a kind that is told `apart`."""
        text = self.text(node, language)
        return f"({text})" if isinstance(self._meant(node), apart) else text

    def _comparison(self, sides: list[ast.expr], signs: list[ast.cmpop], language: Language) -> str:
        names = [side.id for side in sides if isinstance(side, ast.Name) and side.id in self.rule.inputs]
        beside = self.named(names[0]) if names else None
        first, *others = (
            self.text(side, language, beside)
            if isinstance(side, ast.Name | ast.Constant)
            else self._part(side, language, _CHOSEN)
            for side in sides
        )
        pairs = zip(signs, others, strict=True)
        return " ".join([first, *(f"{_SIGNS[type(sign)]} {other}" for sign, other in pairs)])

    def _name(self, word: str, language: Language, beside: Named | None) -> str:
        if word in self.rule.inputs:
            return self.named(word).label.in_language(language)
        if word not in self.locals:
            return _number(self.rule.function.__globals__[word], beside).in_language(language)
        whole = self._meant(ast.Name(word))
        return f"`{word}`" if isinstance(whole, ast.Name) else self._part(whole, language)

    def _meant(self, node: ast.expr) -> ast.expr:
        """What a rule's own name stands for, where that is one thing; anything else is itself."""
        value = self.locals.get(node.id) if isinstance(node, ast.Name) else None
        return node if value is None else value


def _number(number: int, beside: Named | None) -> Wording:
    return Wording.of_number(number) if beside is None else beside.value(number)
