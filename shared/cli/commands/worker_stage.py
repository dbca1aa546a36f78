"""`inkdex worker stage`: the Worker's files, where wrangler looks for them."""

__all__ = ["stage"]


def stage() -> None:
    """Copy the Worker's modules into .worker, and build the search page if it is older than its sources.

    wrangler uploads every Python file that it finds, so it is shown only those that belong to the Worker: functions/
    and shared/, without the command line and the adapters of one machine. wrangler.toml calls this before every build.

    Example: `inkdex worker stage`
    """
    from shared.adapters.local.web_client import ensure_web_client
    from shared.cli.terminal import console, count, say
    from shared.cli.worker.folders import find_repository
    from shared.cli.worker.staging import stage as copy_modules

    repository = find_repository()
    ensure_web_client(say)
    changed = copy_modules(repository, repository / ".worker")
    console().print(f"{count(changed, 'file')} of .worker changed")
