"""Store the weights of an ONNX graph as INT8; as it stands, the arithmetic is done in 32-bit floats.

The usual dynamic quantisation also rounds the activations, with one scale for a whole batch, so that a
pair's probabilities change with the pairs that happen to share its batch (benchmarks/quantization.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

BLOCK = 64
"""Inputs that share a scale in a weight matrix. One scale a column cost the NLI model 1.1 points on the
negation set, blocks of 64 cost 0.3, blocks of 32 cost 0.1 and twice the room for scales."""
SMALLEST = 100_000
"""Fewest numbers in a matrix that is rounded: heads are sensitive and take no room."""


def quantize_weights(model: ModelProto) -> ModelProto:
    """Replace weight matrices and embedding tables by INT8 values and scales; the model itself is changed."""
    graph = model.graph
    nodes = list(graph.node)
    del graph.node[:]
    for node in nodes:
        graph.node.extend(_rewritten(node, graph))
    return model


def _rewritten(node: NodeProto, graph: GraphProto) -> Iterator[NodeProto]:
    weights = {tensor.name for tensor in graph.initializer if _is_large(tensor)}
    if node.op_type in ("MatMul", "Gemm") and node.input[1] in weights:
        yield from _split_matrix(node.input[1], graph, _input_axis(node))
        yield node
    elif node.op_type == "Gather" and node.input[0] in weights:
        yield from _split_table(node, graph)
    else:
        yield node


def _is_large(tensor: TensorProto) -> bool:
    is_matrix = tensor.data_type == TensorProto.FLOAT and len(tensor.dims) == 2
    return is_matrix and prod(tensor.dims) >= SMALLEST


def _input_axis(node: NodeProto) -> int:
    return next((attribute.i for attribute in node.attribute if attribute.name == "transB"), 0)


def _split_matrix(name: str, graph: GraphProto, axis: int) -> Iterator[NodeProto]:
    # All inputs are constants: onnxruntime multiplies them out once, when the model is loaded.
    weights = _take(name, graph)
    before, after = weights.shape[:axis], weights.shape[axis + 1 :]
    _store(name, graph, weights.reshape(*before, -1, BLOCK, *after), axis + 1)
    graph.initializer.append(numpy_helper.from_array(np.array(weights.shape), f"{name}_shape"))
    yield helper.make_node("Cast", [f"{name}_int8"], [f"{name}_float"], to=TensorProto.FLOAT)
    yield helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [f"{name}_blocks"])
    yield helper.make_node("Reshape", [f"{name}_blocks", f"{name}_shape"], [name])


def _split_table(node: NodeProto, graph: GraphProto) -> Iterator[NodeProto]:
    table, rows = node.input
    out = node.output[0]
    _store(table, graph, _take(table, graph), 1)
    yield helper.make_node("Gather", [f"{table}_int8", rows], [f"{out}_int8"])
    yield helper.make_node("Cast", [f"{out}_int8"], [f"{out}_float"], to=TensorProto.FLOAT)
    yield helper.make_node("Gather", [f"{table}_scale", rows], [f"{out}_scale"])
    yield helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out])


def _take(name: str, graph: GraphProto) -> NDArray[np.float32]:
    tensor = next(tensor for tensor in graph.initializer if tensor.name == name)
    graph.initializer.remove(tensor)
    weights: NDArray[np.float32] = numpy_helper.to_array(tensor)
    return weights


def _store(name: str, graph: GraphProto, weights: NDArray[np.float32], axis: int) -> None:
    values, scales = round_to_int8(weights, axis)
    graph.initializer.append(numpy_helper.from_array(values, f"{name}_int8"))
    graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scale"))


def round_to_int8(weights: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return values of -127 to 127, and the scales along `axis` that bring the weights back."""
    scales = np.maximum(np.abs(weights).max(axis=axis, keepdims=True), 1e-8) / 127
    return np.rint(weights / scales).astype(np.int8), scales.astype(np.float32)
