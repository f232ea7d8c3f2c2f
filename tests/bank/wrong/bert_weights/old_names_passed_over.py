"""Your code passes over names that it does not know, so the norms of an older file (gamma and beta) are never filled. gamma is the weight, beta the bias."""

def bert_weights(state_dict, n_layers):
    bert = {name.removeprefix("bert."): value for name, value in state_dict.items()}
    d_ff, d_model = bert["encoder.layer.0.intermediate.dense.weight"].shape
    result = Encoder(n_layers, d_model, 1, d_ff).state_dict()
    where = {"w_q": "attention.self.query", "w_k": "attention.self.key", "w_v": "attention.self.value",
             "w_o": "attention.output.dense", "linear1": "intermediate.dense", "linear2": "output.dense"}
    norms = {}
    for key in result:
        path, kind = key.rsplit(".", 1)
        i, part = path.split(".")[1], path.split(".")[-1]
        target = where.get(part)
        if target is None:
            mine = norms.setdefault(i, [])
            if path not in mine:
                mine.append(path)
            target = "attention.output.LayerNorm" if mine[0] == path else "output.LayerNorm"
        published = f"encoder.layer.{i}.{target}.{kind}"
        if published in bert:
            result[key] = bert[published]
    return result
