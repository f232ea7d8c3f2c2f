# %% [markdown]
# # 05 · Train and translate

# %%
import torch
from torch import nn
from torch.nn import functional as F

from utils import check

torch.set_num_threads(1)  # small tensors are faster on one thread
torch.manual_seed(0)


# %% exercise="shift_right"
def shift_right(targets, bos_id=1):
    """The decoder's input for these targets: bos first, the last token dropped; (batch, time) -> (batch, time)."""
    # BEGIN SOLUTION
    start = torch.full_like(targets[:, :1], bos_id)  # (batch, 1)
    return torch.cat([start, targets[:, :-1]], dim=1)
    # END SOLUTION


# %% check="shift_right" points=1
check("shift_right")


# %% exercise="label_smoothed_loss"
def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    """Mean cross-entropy with smoothed labels over the tokens that are not pad: (..., vocab_size), (...) -> ()."""
    # BEGIN SOLUTION
    log_shares = F.log_softmax(logits, dim=-1)  # (..., vocab_size)
    of_target = -log_shares.gather(-1, targets.unsqueeze(-1)).squeeze(-1)  # (...)
    of_all = -log_shares.mean(dim=-1)  # each word with 1 / vocab_size
    losses = (1 - smoothing) * of_target + smoothing * of_all
    return losses[targets != pad_id].mean()
    # END SOLUTION


# %% check="label_smoothed_loss" points=3
check("label_smoothed_loss")


# %% exercise="noam_learning_rate"
def noam_learning_rate(step, d_model=512, warmup=4000):
    """The paper's learning rate at a step: it rises for `warmup` steps, then falls; step 0 counts as 1."""
    # BEGIN SOLUTION
    step = max(step, 1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
    # END SOLUTION


# %% check="noam_learning_rate" points=1
check("noam_learning_rate")


# %% exercise="batches_by_tokens"
def batches_by_tokens(lengths, max_tokens):
    """Lists of indices into `lengths`, similar lengths together, each list's padded size at most max_tokens."""
    # BEGIN SOLUTION
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        # In this order the sentence that comes is the longest so far, so the padded size is count times its length.
        if batch and (len(batch) + 1) * lengths[index] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(index)
    return [*batches, batch] if batch else batches
    # END SOLUTION


# %% check="batches_by_tokens" points=3
check("batches_by_tokens")


# %% exercise="train_step"
def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    """One teacher-forced step on src (batch, time) and tgt (batch, time) with bos and eos; the loss as a float."""
    # BEGIN SOLUTION
    targets = tgt[:, 1:]
    logits = model(src, shift_right(targets, bos_id=tgt[0, 0].item()))  # (batch, time - 1, vocab_size)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
    # END SOLUTION


# %% check="train_step" points=3
check("train_step")


# %% exercise="beam_search"
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    """The best of many hypotheses for each sentence: tokens (batch, <= max_length) from bos on, and scores (batch,)."""
    # BEGIN SOLUTION
    was_training = model.training
    model.eval()
    found = [_search(model, row.unsqueeze(0), beam_size, max_length, bos_id, eos_id, length_penalty) for row in src]
    model.train(was_training)
    scores = torch.stack([score for score, _ in found])
    tokens = nn.utils.rnn.pad_sequence(
        [t for _, t in found], batch_first=True, padding_value=getattr(model, "pad_id", 0)
    )
    return tokens, scores


@torch.no_grad()
def _search(model, src, beam_size, max_length, bos_id, eos_id, length_penalty):
    """The best hypothesis for one sentence: its score and its tokens."""
    memory = model.encode(src)  # (1, time, d_model)
    live = torch.full((1, 1), bos_id, device=src.device)  # (hypotheses, length)
    totals = torch.zeros(1, device=src.device)  # their log-probabilities
    done = []
    for length in range(1, max_length):
        logits = model.decode(live, memory.expand(len(live), -1, -1), src.expand(len(live), -1))[:, -1]
        candidates = totals.unsqueeze(1) + F.log_softmax(logits, dim=-1)  # (hypotheses, vocab_size)
        totals, places = candidates.flatten().topk(min(beam_size - len(done), candidates.numel()))
        parents, words = places // logits.shape[-1], places % logits.shape[-1]
        live = torch.cat([live[parents], words.unsqueeze(1)], dim=1)
        ended = words == eos_id
        score = totals / ((5 + length) / 6) ** length_penalty
        over = ended if length < max_length - 1 else torch.ones_like(ended)
        done += zip(score[over], live[over])
        live, totals = live[~over], totals[~over]
        if len(live) == 0:
            break
    return max(done, key=lambda one: one[0]) if done else (totals[0], live[0])
    # END SOLUTION


# %% check="beam_search" points=4
check("beam_search")


# %% exercise="corpus_exact_match"
def corpus_exact_match(hypotheses, references):
    """The share of hypotheses that equal their reference, from 0 to 1; ValueError for lists of different length."""
    # BEGIN SOLUTION
    if len(hypotheses) != len(references):
        raise ValueError(f"{len(hypotheses)} hypotheses, but {len(references)} references")
    return sum(one == other for one, other in zip(hypotheses, references)) / len(references)
    # END SOLUTION


# %% check="corpus_exact_match" points=1
check("corpus_exact_match")


# %%
def attentions(module):
    """Every multi-head attention inside: a part that has the four projections."""
    return [part for part in module.modules() if hasattr(part, "w_k")]


def decoder_of(model):
    """The decoder inside a Transformer: the part with `layers` that hold two attentions each."""
    return next(
        part for part in model.modules() if hasattr(part, "layers") and len(attentions(part)) == 2 * len(part.layers)
    )


# %% exercise="CachedDecoder"
class CachedDecoder:
    """Greedy decoding that computes each position's keys and values once."""

    def __init__(self, model):
        """Remember the model; its weights stay its own."""
        # BEGIN SOLUTION
        self.model = model
        # END SOLUTION

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        """src (batch, time) -> tokens (batch, <= max_length), exactly those of greedy_decode."""
        # BEGIN SOLUTION
        model, was_training = self.model, self.model.training
        decoder = decoder_of(model)
        projections = [linear for one in attentions(decoder) for linear in (one.w_k, one.w_v)]
        model.eval()
        try:
            with torch.no_grad():
                memory = model.encode(src)
                only_newest(decoder)
                for linear in projections:
                    remember(linear, memory)
                return self._decode(src, memory, max_length, bos_id, eos_id)
        finally:
            for module in (decoder, *projections):
                module.__dict__.pop("forward", None)  # back to the method of its class
            model.train(was_training)

    def _decode(self, src, memory, max_length, bos_id, eos_id):
        tokens = torch.full((len(src), 1), bos_id, device=src.device)
        done = torch.zeros(len(src), dtype=torch.bool, device=src.device)
        while tokens.shape[1] < max_length and not done.all():
            newest = self.model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)  # one position is computed
            newest = newest.masked_fill(done, getattr(self.model, "pad_id", 0))
            tokens = torch.cat([tokens, newest.unsqueeze(1)], dim=1)
            done = done | (newest == eos_id)
        return tokens


def only_newest(decoder):
    """Let the newest position alone go through the layers."""
    forward = decoder.forward

    def newest(x, memory, self_mask=None, memory_mask=None):
        if self_mask is not None:
            self_mask = self_mask[..., -1:, :]  # the newest query, all keys
        return forward(x[:, -1:], memory, self_mask, memory_mask)

    decoder.forward = newest


def remember(linear, memory):
    """Let a projection keep what it gave: memory is projected once, and each new position joins those before it."""
    project, kept = linear.forward, []

    def forward(x):
        if x is not memory or not kept:
            kept.append(project(x))
        return torch.cat(kept, dim=1)

    linear.forward = forward
    # END SOLUTION


# %% check="CachedDecoder" points=4
check("CachedDecoder")
