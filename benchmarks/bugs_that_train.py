"""What a trained task says of a wrong Transformer: little. Trains one known mistake at a time to reverse digits.

    python benchmarks/bugs_that_train.py [EXERCISE/MISTAKE ...]

Prints for each the accuracy when the right words so far are given (teacher forcing, as a loss curve would tell), and how many
of 500 new sequences are decoded without a fault. The checks of the course refuse every one of them.
"""

import argparse

import torch
from torch import Tensor

from utils.checking.program import Program, run
from utils.checking.reference import imported
from utils.lesson import exercises, lessons
from utils.paths import BANK

HIDDEN = [
    "TransformerEmbedding/no_scale",
    "TransformerEmbedding/multiplied_positions",
    "sinusoidal_positions/halves",
    "MultiHeadAttention/divides_by_d_head",
    "MultiHeadAttention/no_output_projection",
    "MultiHeadAttention/shared_layer",
    "scaled_dot_product_attention/softmax_twice",
    "AddAndNorm/no_norm",
    "FeedForward/no_relu",
    "Encoder/one_layer_many_times",
    "Decoder/one_layer_many_times",
    "Transformer/causal_encoder",
    "Transformer/causal_mask_without_diagonal",
    "Transformer/no_source_padding_mask",
    "Transformer/padding_on_the_query_axis",
    "Transformer/raw_embeddings_as_memory",
]
"""Mistakes that leave the task as easy as it was."""
LEAKS = [
    "Transformer/no_causal_mask",
    "Transformer/causal_mask_transposed",
    "Transformer/causal_mask_one_ahead",
    "Transformer/causal_mask_inverted",
    "MultiHeadAttention/mask_after_softmax",
    "MultiHeadAttention/softmax_over_queries",
    "MultiHeadAttention/split_and_merge_without_transpose",
    "MultiHeadAttention/merge_without_transpose",
    "LayerNorm/over_time",
    "LayerNorm/over_batch",
]
"""Mistakes that let a word see words to come, or other sentences."""
RIGHT = "no mistake"
SIZES = {"d_model": 32, "n_heads": 4, "n_layers": 2, "d_ff": 64, "dropout": 0.0, "max_length": 16}
WORDS, LONGEST, STEPS, BATCH, LEARNING_RATE = 13, 8, 1_200, 64, 3e-3
PAD, BOS, EOS = 0, 1, 2


def course_with(mistake: str) -> dict[str, object]:
    """Every exercise by name, one of them as in the bank, the others right and resting on it."""
    wrong, _, entry = mistake.partition("/")
    found: dict[str, object] = {}
    for lesson in lessons():
        program = Program(lesson.code)
        for exercise in lesson.exercises:
            if exercise.name == wrong:
                text = (BANK / "wrong" / wrong / f"{entry}.py").read_text(encoding="utf-8")
                given = {**imported(exercises()[wrong].lesson), **found}
                found[wrong] = run(Program([text]).texts(wrong, given), given)[wrong]
            else:
                found[exercise.name] = run(program.texts(exercise.name, found), found, place="lesson")[exercise.name]
    return found


def drawn(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Digits of 3 to 8 places and eos, padded; bos, the same digits backwards and eos, padded."""
    src, tgt = torch.full((count, LONGEST + 1), PAD), torch.full((count, LONGEST + 2), PAD)
    for row in range(count):
        length = int(torch.randint(3, LONGEST + 1, (), generator=generator))
        digits = torch.randint(3, WORDS, (length,), generator=generator)
        src[row, : length + 1] = torch.cat([digits, torch.tensor([EOS])])
        tgt[row, : length + 2] = torch.cat([torch.tensor([BOS]), digits.flip(0), torch.tensor([EOS])])
    return src, tgt


def trained_and_measured(mistake: str) -> tuple[float, float]:
    """Teacher-forced accuracy and exact match of greedy decoding, on sequences that were not trained on."""
    course = course_with(mistake)
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(0)
    training, new = drawn(20_000, generator), drawn(500, generator)
    model = course["Transformer"](WORDS, WORDS, **SIZES)
    for one in model.parameters():
        if one.dim() > 1:
            torch.nn.init.xavier_uniform_(one)
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    falling = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=STEPS)
    for _ in range(STEPS):
        rows = torch.randint(len(training[0]), (BATCH,), generator=generator)
        course["train_step"](model, training[0][rows], training[1][rows], optimizer, smoothing=0.0)
        falling.step()
    model.eval()
    src, tgt = new
    with torch.no_grad():
        said = model(src, tgt[:, :-1]).argmax(dim=-1)
    real = tgt[:, 1:] != PAD
    forced = (said == tgt[:, 1:])[real].float().mean().item()
    tokens = course["greedy_decode"](model, src, tgt.shape[1])
    tokens = torch.nn.functional.pad(tokens, (0, tgt.shape[1] - tokens.shape[1]), value=PAD)
    return forced, (tokens == tgt).all(dim=1).float().mean().item()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mistakes", nargs="*", default=[RIGHT, *HIDDEN, *LEAKS])
    torch.set_num_threads(1)
    print("| mistake | teacher-forced accuracy | decoded without a fault |\n|---|---|---|")
    for mistake in parser.parse_args().mistakes:
        forced, exact = trained_and_measured(mistake)
        print(f"| {mistake} | {forced:.1%} | {exact:.1%} |", flush=True)


if __name__ == "__main__":
    main()
