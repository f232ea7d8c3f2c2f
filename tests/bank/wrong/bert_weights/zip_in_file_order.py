"""Your code goes through both lists of names side by side; the file is sorted in its own way, so look up every tensor by its name."""

def bert_weights(state_dict, n_layers):
    bert = {key.removeprefix("bert."): tensor for key, tensor in state_dict.items()}
    bert = {key: tensor for key, tensor in bert.items() if key.startswith("encoder.layer.")}
    d_ff, d_model = bert["encoder.layer.0.intermediate.dense.weight"].shape
    ours = Encoder(n_layers, d_model, 1, d_ff).state_dict()
    return dict(zip(ours, bert.values()))
