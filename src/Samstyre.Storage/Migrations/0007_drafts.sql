-- Why: a form is filled in field by field over the last report, by one or several people, and becomes a report when it is submitted.

-- What was changed in a form; a field without a row has the value of the last report.
create table draft_value (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    -- Path of the field: totalCostMnok, deliverables.2.planned; an order of rows for a list: deliverables.
    field text not null,
    -- As written; empty is "removed".
    value text not null,
    version integer not null,
    saved_at timestamptz not null,
    saved_by text not null,
    -- The file, line and words that it was read from; null where a person wrote it.
    origin jsonb,
    constraint draft_value_pk primary key (portfolio_id, round_id, initiative_id, field),
    constraint draft_value_field_form check (field <> '' and length(field) <= 200),
    constraint draft_value_value_size check (length(value) <= 200000),
    constraint draft_value_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);

-- What somebody wrote in a field that another had changed meanwhile: kept until one of them has chosen.
create table draft_rival (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    id uuid not null,
    field text not null,
    value text not null,
    saved_at timestamptz not null,
    saved_by text not null,
    settled_at timestamptz,
    constraint draft_rival_pk primary key (portfolio_id, round_id, initiative_id, id),
    constraint draft_rival_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);

-- What was read from an uploaded form and waits for a person's yes.
create table draft_proposal (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    id uuid not null,
    field text not null,
    value text not null,
    -- The file, line and words that it was read from, and the findings about it.
    origin jsonb not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    settled_at timestamptz,
    accepted boolean,
    constraint draft_proposal_pk primary key (portfolio_id, round_id, initiative_id, id),
    constraint draft_proposal_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);

alter table report
    -- Null for a report that was submitted on the web.
    alter column import_id drop not null,
    -- Keys of the fields that are shown to nobody but its organisation and the office.
    add column confidential text[] not null default '{}';

create table submission (
    portfolio_id uuid not null,
    id uuid not null,
    -- Sent with the form: the same submission sent twice is one.
    request_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    report_id uuid not null,
    submitted_at timestamptz not null,
    actor text not null,
    -- Whether the reporter stated that nothing has changed.
    unchanged boolean not null,
    -- Per field or rule: what the reporter explained.
    explanations jsonb not null,
    constraint submission_pk primary key (portfolio_id, id),
    constraint submission_once unique (portfolio_id, request_id),
    constraint submission_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id),
    constraint submission_report_fk foreign key (portfolio_id, report_id) references report (portfolio_id, id)
);

create index submission_report_idx on submission (portfolio_id, round_id, initiative_id);

create trigger submission_immutable before update or delete or truncate on submission for each statement execute function refuse_change();

create table attachment (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    id uuid not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 bytea not null,
    bytes bytea not null,
    added_at timestamptz not null,
    added_by text not null,
    removed_at timestamptz,
    constraint attachment_pk primary key (portfolio_id, round_id, initiative_id, id),
    constraint attachment_size_true check (size = octet_length(bytes)),
    constraint attachment_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);
