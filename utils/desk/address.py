"""An extension of Jupyter's server that says where it listens, where Jupyter itself does not: with a token of the user's own."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server) -> None:
    server.io_loop.add_callback(_tell, server)  # once it listens: only then the port is known


def _tell(server) -> None:
    """As `jupyter lab` does; our profile leaves errors alone in the terminal, so that Jupyter says it of its own tokens only."""
    if not server.identity_provider.token_generated:
        print(f"It is at {server.display_url}", flush=True)
