"""
Whole numbers below 2^51 carried as floats, in which they are exact.

Few machines multiply, compare or convert 64-bit whole numbers many at a time; all do so with floats. Added to
the bits of the float 1.5 x 2^52, a whole number makes it that much more; the same way leads back.
"""

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

TILE = 256  # rows that are taken together

_WHOLE, _FLOAT = ir.IntType(64), ir.DoubleType()
_SHIFT = ir.Constant(_FLOAT, 1.5 * 2.0**52)
_BITS = ir.Constant(_WHOLE, 0x4338000000000000)  # of the shift
_HALF, _ONE = ir.Constant(_FLOAT, 0.5), ir.Constant(_FLOAT, 1.0)

_POINTER: Any = types.CPointer

Typed = Any  # what Numba gives to a function that writes the machine's code, and takes from it


def _carried(typing: Typed, number: Typed) -> Typed:
    """A whole number or a truth as a float."""

    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        if number != types.int64:
            return context.cast(builder, arguments[0], number, types.float64)
        return builder.fsub(builder.bitcast(builder.add(arguments[0], _BITS), _FLOAT), _SHIFT)

    return types.float64(number), generate


def _whole(typing: Typed, number: Typed) -> Typed:
    """A float that carries a whole number as that number; some number for any other float."""

    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        return builder.sub(builder.bitcast(builder.fadd(arguments[0], _SHIFT), _WHOLE), _BITS)

    return types.int64(types.float64), generate


def _floored(typing: Typed, left: Typed, right: Typed) -> Typed:
    """
    The whole-number quotient, rounded down.

    The true quotient of a half more (or less, by a negative number) lies half a part or more from every whole
    number, and `left * (1 / right) + |1 / right| / 2`, rounded at the end and in the part alone, errs by less
    than that below 2^51. The part is reckoned once before a loop in which the divisor stays the same.
    """

    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        floor = builder.module.declare_intrinsic("llvm.floor", [_FLOAT])
        magnitude = builder.module.declare_intrinsic("llvm.fabs", [_FLOAT])
        part = builder.fdiv(_ONE, arguments[1])
        half = builder.fmul(builder.call(magnitude, [part]), _HALF)
        return builder.call(floor, [builder.fma(arguments[0], part, half)])

    return types.float64(types.float64, types.float64), generate


def _chosen(typing: Typed, test: Typed, one: Typed, other: Typed) -> Typed:
    """One float or the other, both of which are there already."""

    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        test, one, other = arguments
        return builder.select(context.is_true(builder, types.boolean, test), one, other)

    return types.float64(types.boolean, types.float64, types.float64), generate


def _room(typing: Typed) -> Typed:
    """Room for a float of each row of a tile, where nothing else is."""

    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        with builder.goto_entry_block():
            return builder.bitcast(builder.alloca(ir.ArrayType(_FLOAT, TILE)), _FLOAT.as_pointer())

    return _POINTER(types.float64)(), generate


carried: Callable[..., Any] = intrinsic(_carried)
whole: Callable[..., Any] = intrinsic(_whole)
floored: Callable[..., Any] = intrinsic(_floored)
chosen: Callable[..., Any] = intrinsic(_chosen)
room: Callable[..., Any] = intrinsic(_room)
