def single_head_matrices(attention, head):
    matrices = {}
    for name in "qkv":
        weight = getattr(attention, f"w_{name}").weight.data
        matrices[name] = weight.unflatten(0, (attention.n_heads, -1))[head].mT
    return tuple(matrices.values())
