"""Names of files by which the parts of the product know what is theirs."""

SITE_MANIFEST = ".wiredesk-site.json"
"""Stands in a folder that a site was published into: `publish` knows its own files by it, and `collect` reads none of
them back as news."""
