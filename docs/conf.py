"""The site: every lesson, executed, and these pages. `make site` builds it into docs/_build/html; it needs no network."""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from lesson_pages import write_lesson_pages  # noqa: E402

repository = ""
"""Where the course is on GitHub, as `owner/name`: lessons then get buttons for Colab and Binder (`make site REPOSITORY=owner/name`)."""

project = "Write the Transformer"
html_title = project
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]

nb_execution_mode = "off"
nb_code_prompt_show = "Solution"
nb_code_prompt_hide = "Solution"
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # quiz questions are small headings under large ones

default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_default_options = {"members": True}

html_theme = "furo"
html_theme_options = {"dark_css_variables": {"color-foreground-primary": "#e6e6e6"}}  # read on attention's blue too
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_search_summary = False  # it would fetch the pages, which a browser does not do for files
mathjax_path = "mathjax/tex-chtml.js"
mathjax_options = {}
mathjax3_config = {"options": {"enableMenu": False}}
"""The menu would load more of MathJax than is shipped."""


def setup(app):
    app.add_config_value("repository", "", "env", str)
    app.connect("builder-inited", lambda app: write_lesson_pages(HERE / "lessons", app.config.repository))
    app.connect("build-finished", ship_mathjax)
    app.connect("build-finished", name_for_screen_readers)


def ship_mathjax(app, failed: Exception | None) -> None:
    """Copy what the pages use of MathJax: 3 MB of the package's 20."""
    package = Path(find_spec("sphinx-mathjax-offline").submodule_search_locations[0], "static", "mathjax")
    to = Path(app.outdir, "_static", "mathjax")
    fonts = "output/chtml/fonts/woff-v2"
    shutil.copytree(package / fonts, to / fonts, dirs_exist_ok=True)
    shutil.copy(package / "tex-chtml.js", to)


def name_for_screen_readers(app, failed: Exception | None) -> None:
    """Sphinx gives its captions no rank and long code no place for the keyboard."""
    for path in Path(app.outdir).rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = text.replace('role="heading">', 'role="heading" aria-level="2">').replace("<pre>", '<pre tabindex="0">')
        path.write_text(text, encoding="utf-8")
