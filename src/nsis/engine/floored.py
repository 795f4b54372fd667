"""
The floored quotient of two whole numbers below 2^51, in steps that every machine takes many rows at a time.

Few machines turn 64-bit whole numbers into floating-point ones by vectors. Below 2^51 adding the bits of
1.5 x 2^52 does it, and back. The floored quotient of such floats is the whole-number quotient.
"""

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

_WHOLE, _FLOAT = ir.IntType(64), ir.DoubleType()
_SHIFT = ir.Constant(_FLOAT, 1.5 * 2.0**52)
_BITS = ir.Constant(_WHOLE, 0x4338000000000000)  # of the shift

Typed = Any  # what Numba gives to a function that writes the machine's code, and takes from it


def _write(typing: Typed, left: Typed, right: Typed) -> Typed:
    def generate(context: Typed, builder: Typed, signature: Typed, arguments: Typed) -> Typed:
        floats = [
            builder.fsub(builder.bitcast(builder.add(each, _BITS), _FLOAT), _SHIFT) for each in arguments
        ]
        floor = builder.module.declare_intrinsic("llvm.floor", [_FLOAT])
        quotient = builder.call(floor, [builder.fdiv(*floats)])
        return builder.sub(builder.bitcast(builder.fadd(quotient, _SHIFT), _WHOLE), _BITS)

    return types.int64(types.int64, types.int64), generate


# The whole-number quotient, rounded down; both lie below 2^51 in magnitude, and the right one is not 0.
floored: Any = intrinsic(_write)
