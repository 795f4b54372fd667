"""
The floored quotient of two whole numbers below 2^51, in steps that every machine takes many rows at a time.

Few machines turn 64-bit whole numbers into floating-point ones by vectors. Below 2^51 adding the bits of
1.5 x 2^52 does it, and back. The floored quotient of such floats is the whole-number quotient.
"""

from typing import Any

from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

LIMIT = 2**51
_SHIFT = 1.5 * 2.0**52
_BITS = 0x4338000000000000  # of the shift


Typed = Any  # what Numba gives to a function that writes the machine's code, and takes from it


def _as_bits_are(kind: ir.Type, result: Typed, given: Typed) -> Typed:
    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        return builder.bitcast(arguments[0], kind)

    return result(given), generate


def _to_float(typing: Typed, bits: Typed) -> Typed:
    return _as_bits_are(ir.DoubleType(), types.float64, types.int64)


def _to_bits(typing: Typed, number: Typed) -> Typed:
    return _as_bits_are(ir.IntType(64), types.int64, types.float64)


def _to_floor(typing: Typed, number: Typed) -> Typed:
    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        return builder.call(builder.module.declare_intrinsic("llvm.floor", [ir.DoubleType()]), arguments)

    return types.float64(types.float64), generate


_float_of_bits: Any = intrinsic(_to_float)
_bits_of_float: Any = intrinsic(_to_bits)
_floor: Any = intrinsic(_to_floor)


@njit(inline="always", error_model="numpy")
def _as_float(number: int) -> float:
    moved: float = _float_of_bits(number + _BITS) - _SHIFT
    return moved


@njit(inline="always", error_model="numpy")
def floored(left: int, right: int) -> int:
    """The whole-number quotient, rounded down; both lie below 2^51 in magnitude, and `right` is not 0."""
    quotient: int = _bits_of_float(_floor(_as_float(left) / _as_float(right)) + _SHIFT) - _BITS
    return quotient
