-- Why: offices bring in their own old lists: what the columns of a list give is remembered, a list waits while its columns are chosen, and the same list may be read again under another mapping.

create table column_mapping (
    portfolio_id uuid not null,
    -- Hash of the headings.
    fingerprint bytea not null,
    content jsonb not null,
    -- The file that it was last used for.
    file_name text not null,
    saved_at timestamptz not null,
    saved_by text not null,
    constraint column_mapping_pk primary key (portfolio_id, fingerprint),
    constraint column_mapping_fingerprint_length check (octet_length(fingerprint) = 32),
    constraint column_mapping_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create table pending_table (
    portfolio_id uuid not null,
    id uuid not null,
    -- Who uploaded it; nobody else sees it.
    owner text not null,
    name text not null,
    bytes bytea not null,
    added_at timestamptz not null,
    constraint pending_table_pk primary key (portfolio_id, id),
    constraint pending_table_size check (octet_length(bytes) between 1 and 25000000),
    constraint pending_table_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

alter table import
    -- Hash of the mapping of columns that the file was read under; empty for a file that needs none.
    add column mapping_sha256 bytea not null default '',
    drop constraint import_once_per_round,
    add constraint import_once_per_round unique (portfolio_id, round_id, source_file_id, mapping_sha256);
