"""The tables of the library's database, and their versions."""

from __future__ import annotations

import sqlite3

VERSION = 2
"""Version of the tables, in the database's ``user_version``."""

_VERSION_1 = (
    """
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        prompt TEXT NOT NULL,
        negative TEXT NOT NULL,
        seed INTEGER,
        tempo REAL NOT NULL,
        key TEXT NOT NULL,
        seconds REAL NOT NULL,
        model TEXT NOT NULL COLLATE NOCASE,
        stars INTEGER NOT NULL DEFAULT 0,
        tags TEXT NOT NULL DEFAULT '',  -- ',one,two,'
        created REAL NOT NULL,
        trashed REAL,                   -- when it was deleted
        path TEXT NOT NULL,             -- within the library's folder, or absolute
        bytes INTEGER NOT NULL,
        loudness REAL,
        peak_db REAL NOT NULL
    )
    """,
    # Large fields are in a separate table, so that lists of entries read little of the file.
    """
    CREATE TABLE details (
        id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
        recipe TEXT NOT NULL,
        score TEXT NOT NULL,
        picture BLOB NOT NULL
    )
    """,
    # Separate from pictures, as all vectors are read to find similar sounds.
    """
    CREATE TABLE features (
        id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
        vector BLOB NOT NULL
    )
    """,
    "CREATE INDEX by_id ON entries (id) WHERE trashed IS NULL",
    "CREATE INDEX by_stars ON entries (stars, id) WHERE trashed IS NULL",
    "CREATE INDEX by_name ON entries (name COLLATE NOCASE, id) WHERE trashed IS NULL",
    "CREATE INDEX by_tempo ON entries (tempo, id) WHERE trashed IS NULL",
    "CREATE INDEX by_seconds ON entries (seconds, id) WHERE trashed IS NULL",
    "CREATE INDEX by_key ON entries (key, id) WHERE trashed IS NULL",
    "CREATE INDEX by_model ON entries (model, id) WHERE trashed IS NULL",
    "CREATE INDEX by_seed ON entries (seed, id) WHERE trashed IS NULL",
    "CREATE INDEX by_path ON entries (path)",
    "CREATE INDEX in_trash ON entries (trashed) WHERE trashed IS NOT NULL",
    "CREATE INDEX removable ON entries (id) WHERE trashed IS NULL AND stars = 0 AND bytes > 0",
    """
    CREATE TABLE entry_tags (
        tag TEXT NOT NULL,
        id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
        PRIMARY KEY (tag, id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX tags_of ON entry_tags (id)",
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        name, prompt, tags, model,
        content='entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    """
    CREATE TRIGGER entry_added AFTER INSERT ON entries BEGIN
        INSERT INTO words (rowid, name, prompt, tags, model)
            VALUES (new.id, new.name, new.prompt, new.tags, new.model);
        UPDATE totals SET entries = entries + (new.trashed IS NULL), bytes = bytes + new.bytes;
    END
    """,
    """
    CREATE TRIGGER entry_removed AFTER DELETE ON entries BEGIN
        INSERT INTO words (words, rowid, name, prompt, tags, model)
            VALUES ('delete', old.id, old.name, old.prompt, old.tags, old.model);
        UPDATE totals SET entries = entries - (old.trashed IS NULL), bytes = bytes - old.bytes;
    END
    """,
    """
    CREATE TRIGGER entry_reworded AFTER UPDATE OF name, prompt, tags, model ON entries BEGIN
        INSERT INTO words (words, rowid, name, prompt, tags, model)
            VALUES ('delete', old.id, old.name, old.prompt, old.tags, old.model);
        INSERT INTO words (rowid, name, prompt, tags, model)
            VALUES (new.id, new.name, new.prompt, new.tags, new.model);
    END
    """,
    """
    CREATE TRIGGER entry_trashed AFTER UPDATE OF trashed ON entries BEGIN
        UPDATE totals SET entries = entries - (old.trashed IS NULL) + (new.trashed IS NULL);
    END
    """,
    # One row, so that the size of the library is known without reading all entries. Those in the trash have files too.
    "CREATE TABLE totals (entries INTEGER NOT NULL, bytes INTEGER NOT NULL)",
    "INSERT INTO totals VALUES (0, 0)",
    "CREATE TABLE prompts (prompt TEXT PRIMARY KEY, negative TEXT NOT NULL, used REAL NOT NULL)",
    "CREATE INDEX prompts_by_use ON prompts (used)",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value REAL NOT NULL)",
)

_VERSION_2 = (
    "CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE)",
    # The files of the user's own folders; those of a removed folder have none, and are in the trash.
    """
    CREATE TABLE folder_files (
        id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
        folder INTEGER REFERENCES folders (id) ON DELETE SET NULL,
        place TEXT NOT NULL,       -- 'Drums/Kicks': names of the folder and of those inside
        bytes INTEGER NOT NULL,    -- size and time of the file when it was read
        changed REAL NOT NULL,
        measured INTEGER NOT NULL  -- whether loudness, picture and the like were measured since
    )
    """,
    "CREATE INDEX files_of_folder ON folder_files (folder)",
    "CREATE INDEX unmeasured_files ON folder_files (folder, id) WHERE NOT measured",
)

MIGRATIONS: dict[int, tuple[str, ...]] = {0: _VERSION_1, 1: _VERSION_2}
"""Statements that lead from each version to the next one; version 0 is an empty database."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the present version, in the transaction that is open."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            connection.execute(statement)
    if version < VERSION:
        connection.execute(f"PRAGMA user_version = {VERSION}")
