"""Backups on disk: bases, archived WAL and pictures in one folder, the store. Called by the command line alone.

    store/
      bases/20261126T014600Z/   one base: base.tar.gz, pg_wal.tar.gz, backup_manifest, manifest.json
      wal/0000…07.gz            segments, kept as PostgreSQL hands them over
      pictures/3f/…jpg          pictures of tickets, with their digests in pictures/3f/SHA256SUMS
      audit-heads/              heads of the audit's chain

One rule orders it all: **the database first, then the pictures, and only then is it published.** A picture is
fsynced before the transaction that names it commits, and pictures are never deleted. So pictures that are copied after
a part of the database was read hold every file which that part names; and neither a base nor a segment is seen in the
store before the copying is done. Whatever moment is restored, no row names a file that is not there.

What is being written lies under a name that ends in ``.part``, is fsynced, and takes its own name last.
"""
