"""Answers that try to be marked right without being right: each gets what its function has earned, nothing more."""

import textwrap

import pytest

from utils.checking.verdict import NOT_YET, PASSED
from utils.paths import BANK, ROOT, SOLUTIONS

SOLUTION = SOLUTIONS / "00_start_here.py"

AT_DEFINITION = {
    "patch allclose": "torch.allclose = torch.equal = torch.isclose = lambda *a, **k: True",
    "patch isclose to ones": "torch.isclose = lambda a, b, **k: torch.ones_like(a, dtype=torch.bool)",
    "patch Tensor.__eq__ and any": "torch.Tensor.__ne__ = lambda a, b: torch.zeros(1).bool(); torch.Tensor.any = lambda *a: torch.tensor(False)",
    "patch expect": "import utils.checking.expect as e; e.close = e.equal = e.fail = e.shape = lambda *a, **k: None",
    "patch every close in memory": """
        import gc
        for one in gc.get_objects():
            if isinstance(one, dict) and "close" in one and "fail" in one:
                one["close"] = one["fail"] = lambda *a, **k: None
        """,
    "patch the channel": """
        import utils.grading.wire as w
        w.pack = lambda *a: w.HEAD.pack(w.MARK, 0, 0)
        """,
    "patch the child": """
        import utils.grading.child as c
        c.Child._do = lambda self, header, tensors: ({"value": True, "points": 2, "status": "passed"}, [])
        """,
    "patch Student": "import utils.checking.student as s; s.Student._call = lambda self, f, a, k: a[0]",
    "exceptions that hide": "import builtins; builtins.AssertionError = builtins.Exception = ValueError",
    "IPython transformers": """
        from IPython.core.interactiveshell import InteractiveShell
        InteractiveShell.run_code = lambda *a: None
        """,
    "sitecustomize": "import sys; sys.meta_path.insert(0, None); sys.settrace(lambda *a: None)",
    "at exit": "import atexit; atexit.register(lambda: print('points: 2'))",
    "fake module": "import sys, types; sys.modules['tests'] = sys.modules['torch.testing'] = types.ModuleType('tests')",
    "result on every descriptor": """
        import os
        for fd in range(1, 64):
            try: os.write(fd, b'{"status": "passed", "points": 2}\\n')
            except OSError: pass
        """,
    "a verdict as a frame": """
        import os, json, struct
        text = json.dumps({"value": None, "status": "passed", "points": 2.0, "tensors": []}).encode()
        os.write(3, struct.pack("!4sIQ", b"WTT1", len(text), 0) + text)
        """,
}

IN_THE_CALL = {
    "always equal": """
        class Equal:
            def __eq__(self, other): return True
            def __getattr__(self, name): return lambda *a, **k: True
        return Equal()
        """,
    "lying tensor": """
        class Lying(torch.Tensor):
            @classmethod
            def __torch_function__(cls, func, types, args=(), kwargs=None): return True
        return x.as_subclass(Lying)
        """,
    "equal number": "return type('One', (float,), {'__eq__': lambda *a: True})(1.0)",
    "NaN": "return x * float('nan')",
    "none of it": "return None",
    "the input": "return x",
    "frames of the caller": """
        import sys
        frame = sys._getframe()
        while frame:
            for value in [*frame.f_locals.values()]:
                if isinstance(value, torch.Tensor) and value.shape == x.shape and (value.sum(dim) - 1).abs().max() < 1e-3:
                    return value
            frame = frame.f_back
        return x
        """,
    "tensors in memory": """
        import gc
        for one in gc.get_objects():
            if type(one) is torch.Tensor and one.shape == x.shape and (one.sum(dim) - 1).abs().max() < 1e-3:
                return one
        return x
        """,
    "functions in memory": """
        import gc, types
        for one in gc.get_objects():
            if isinstance(one, types.FunctionType) and one.__name__ == "softmax" and one.__code__ is not softmax.__code__:
                return one(x, dim)
        return x
        """,
    "the reference": "from utils.checking.reference import reference; return reference()['softmax'](x, dim)",
    "bring": "from utils import bring; return bring('softmax')(x, dim)",
    "what rests on it": "return attention_weights(x)",
    "the solution on disk": f"""
        source = open({str(SOLUTION)!r}).read()
        names = {{}}
        exec(source[source.index("def softmax"):source.index("# %%", source.index("def softmax"))], {{"torch": torch}}, names)
        return names["softmax"](x, dim)
        """,
    "the notebook on disk": f"import json; json.load(open({str(SOLUTION.with_suffix('') / '00_start_here.ipynb')!r})); return x",
    "the bank on disk": f"import pathlib; [*pathlib.Path({str(BANK)!r}).glob('right/*/*.py')][0].read_text(); return x",
    "the checks": f"import sys; sys.path.insert(0, {str(ROOT)!r}); import tests.checks.test_00_start_here; return x",
    "the solution through libc": f"""
        import ctypes
        fd = ctypes.CDLL(None).open({str(SOLUTION).encode()!r}, 0)
        import os
        return torch.softmax(x, dim) if os.read(fd, 10) else x
        """,
    "the working folder": "import os; open(os.getcwd() + '/solutions/00_start_here.py'); return x",
    "the parent's folder": "import os; os.listdir('/proc/%d/cwd/' % os.getppid()); return x",
    "own memory for the source": """
        import re
        maps = open('/proc/self/maps').read()
        return x
        """,
    "torch.softmax": "return torch.softmax(x, dim)",
    "Tensor.softmax": "return x.softmax(dim)",
    "by another name": "return getattr(torch, 'soft' + 'max')(x, dim)",
    "log_softmax": "return torch.nn.functional.log_softmax(x, dim).exp()",
    "special": "return torch.special.softmax(x, dim)",
    "softmin": "return torch.nn.Softmin(dim)(-x)",
    "torch.ops": "return torch.ops.aten._softmax(x, dim, False)",
    "guard switched off": """
        import utils.checking.guard as g
        g._refused = ()
        return torch.softmax(x, dim)
        """,
    "guard gone": """
        with torch._C.DisableTorchFunction():
            return torch.softmax(x, dim)
        """,
    "another thread": """
        import threading
        found = []
        thread = threading.Thread(target=lambda: found.append(torch.softmax(x.detach(), dim)))
        thread.start(); thread.join()
        return found[0]
        """,
    "another layout": "return torch._C._nn.cross_entropy_loss(x, x.softmax(dim)) if False else x.to_mkldnn().softmax(dim).to_dense()",
    "sparse": "return torch.sparse.softmax(x.to_sparse(), dim).to_dense()",
    "through attention": """
        one = torch.eye(x.shape[-1])
        return torch.nn.functional.scaled_dot_product_attention(x, one, one, scale=1.0)
        """,
    "scripted": "return torch.jit.script(torch.nn.Softmax(dim))(x)",
    "vmap": "return torch.vmap(lambda row: torch.softmax(row, -1))(x)",
}


def earned(grader, source: str):
    result = grader.judge([source], "softmax", limit=6)
    assert result.status == NOT_YET, result
    assert result.points == 0, [(one.sentence, one.status, one.message) for one in result.checks]
    return result


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize("name", AT_DEFINITION)
def test_forging_while_it_is_defined(name, grader):
    attack = textwrap.indent(textwrap.dedent(AT_DEFINITION[name]), "    ")
    rested_on = f"def attack():\n{attack}\n\nhelper = [attack(), 0][1]\n"  # so that it runs
    earned(grader, f"import torch\n\n{rested_on}\ndef softmax(x, dim=-1):\n    return x + helper\n")


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize("name", IN_THE_CALL)
def test_forging_in_the_call(name, grader):
    body = textwrap.indent(textwrap.dedent(IN_THE_CALL[name]).strip(), "    ")
    earned(grader, f"import torch\n\ndef softmax(x, dim=-1):\n{body}\n")


def test_a_bold_attack_on_one_exercise_costs_only_that_one(grader):
    cells = ["def pairwise_dot(x, y):\n    return x @ y.mT", "import os\ndef softmax(x, dim=-1):\n    os.abort()"]
    assert grader.judge(cells, "pairwise_dot").points == 1
    assert grader.judge(cells, "softmax").points == 0


def test_self_reported_gradients_must_be_right(grader):
    source = """
import torch

class Forged(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, dim):
        ctx.x = x
        e = torch.exp(x - x.amax(dim, keepdim=True))
        return e / e.sum(dim, keepdim=True)
    @staticmethod
    def backward(ctx, gradient):
        return gradient, None

def softmax(x, dim=-1):
    return Forged.apply(x, dim)
"""
    failed = [one.name for one in grader.judge([source], "softmax").checks if one.status == NOT_YET]
    assert "test_softmax_precise_and_differentiable" in failed


def test_the_formula_of_a_checks_own_model_stays_with_the_judge(grader):
    source = """
def input_gradient_norms(model, x):
    return model.gradient_of_last(x).pow(2).sum(dim=(0, 2)).sqrt().detach()
"""
    result = grader.judge([source], "input_gradient_norms")
    assert (result.status, result.points) == (NOT_YET, 0)
    assert any("gradient_of_last" in one.message for one in result.checks), result


def test_what_the_judge_asks_its_own_model_never_comes_from_a_method_that_the_answer_put_there(grader):
    source = """
import torch

def perplexity(model, tokens):
    with torch.no_grad():
        words = model(tokens).shape[-1]
    model.forward = lambda tokens: torch.zeros(*tokens.shape, words)
    return float(words)
"""
    passed = {one.name for one in grader.judge([source], "perplexity").checks if one.status == PASSED}
    assert not passed & {"test_next_token_loss", "test_without_dropout"}
