-- Why: the first store: portfolios with their rounds, initiatives and reports; every row carries its portfolio, so that portfolios can be spread over machines.

create table portfolio (
    id uuid not null,
    code text not null,
    definition jsonb not null,
    version bigint not null,
    recorded_at timestamptz not null,
    constraint portfolio_pk primary key (id),
    constraint portfolio_code_unique unique (code),
    constraint portfolio_code_form check (code ~ '^[a-z0-9][a-z0-9-]*$' and length(code) <= 60),
    constraint portfolio_version_positive check (version > 0)
);

-- What a portfolio's definition was until it was replaced: for reading the portfolio as it stood.
create table portfolio_past (
    portfolio_id uuid not null,
    replaced_at timestamptz not null,
    version bigint not null,
    definition jsonb not null,
    constraint portfolio_past_pk primary key (portfolio_id, version),
    constraint portfolio_past_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create table round (
    portfolio_id uuid not null,
    id uuid not null,
    code text not null,
    collected_on date not null,
    recorded_at timestamptz not null,
    constraint round_pk primary key (portfolio_id, id),
    constraint round_code_unique unique (portfolio_id, code),
    constraint round_code_form check (code ~ '^[a-z0-9][a-z0-9-]*$' and length(code) <= 60),
    constraint round_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create table initiative (
    portfolio_id uuid not null,
    id uuid not null,
    national_id integer,
    name text not null,
    organisation text,
    segment text,
    recorded_at timestamptz not null,
    constraint initiative_pk primary key (portfolio_id, id),
    constraint initiative_national_id_positive check (national_id > 0),
    constraint initiative_name_not_blank check (name <> ''),
    constraint initiative_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create unique index initiative_national_id_unique on initiative (portfolio_id, national_id) where national_id is not null;

-- What an initiative was registered as until it was changed.
create table initiative_past (
    portfolio_id uuid not null,
    initiative_id uuid not null,
    replaced_at timestamptz not null,
    portfolio_version bigint not null,
    national_id integer,
    name text not null,
    organisation text,
    segment text,
    constraint initiative_past_pk primary key (portfolio_id, initiative_id, portfolio_version),
    constraint initiative_past_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

-- What reports may call an initiative. The key is the name as it is compared: lower-case words and numbers.
create table initiative_name (
    portfolio_id uuid not null,
    key text not null,
    initiative_id uuid not null,
    name text not null,
    registered boolean not null,
    constraint initiative_name_pk primary key (portfolio_id, key, initiative_id),
    constraint initiative_name_key_not_blank check (key <> ''),
    constraint initiative_name_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

create index initiative_name_initiative_idx on initiative_name (portfolio_id, initiative_id);

create table life_event (
    portfolio_id uuid not null,
    initiative_id uuid not null,
    step integer not null,
    occurred_on date not null,
    stage text not null,
    reason text,
    recorded_at timestamptz not null,
    revoked_at timestamptz,
    constraint life_event_pk primary key (portfolio_id, initiative_id, step),
    constraint life_event_stage_known check (stage in ('Candidate', 'InPortfolio', 'Completed', 'Paused', 'Stopped', 'Merged', 'Split', 'Withdrawn')),
    constraint life_event_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

create table source_file (
    portfolio_id uuid not null,
    id uuid not null,
    sha256 bytea not null,
    name text not null,
    size bigint not null,
    recorded_at timestamptz not null,
    bytes bytea not null,
    constraint source_file_pk primary key (portfolio_id, id),
    constraint source_file_sha256_unique unique (portfolio_id, sha256),
    constraint source_file_sha256_length check (octet_length(sha256) = 32),
    constraint source_file_size_true check (size = octet_length(bytes)),
    constraint source_file_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create table import (
    portfolio_id uuid not null,
    id uuid not null,
    source_file_id uuid not null,
    round_id uuid not null,
    file_name text not null,
    actor text not null,
    recorded_at timestamptz not null,
    constraint import_pk primary key (portfolio_id, id),
    constraint import_once_per_round unique (portfolio_id, round_id, source_file_id),
    constraint import_source_file_fk foreign key (portfolio_id, source_file_id) references source_file (portfolio_id, id),
    constraint import_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id)
);

-- The whole report stands last: lists read only the columns before it.
create table report (
    portfolio_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    revision integer not null,
    recorded_at timestamptz not null,
    name text not null,
    organisation text,
    status text,
    risk text,
    phase text,
    phase_end text,
    end_date text,
    focus_area text,
    budget numeric,
    total_cost numeric,
    annual_operating_cost numeric,
    open_questions integer not null,
    import_id uuid not null,
    line integer,
    content_sha256 bytea not null,
    content jsonb not null,
    constraint report_pk primary key (portfolio_id, id),
    constraint report_revision_unique unique (portfolio_id, round_id, initiative_id, revision),
    constraint report_revision_positive check (revision > 0),
    constraint report_status_known check (status in ('Green', 'Yellow', 'Red')),
    constraint report_risk_known check (risk in ('Green', 'Yellow', 'Red')),
    constraint report_phase_known check (phase in ('Concept', 'Planning', 'Execution', 'Closing', 'Realisation')),
    constraint report_phase_end_form check (phase_end ~ '^[0-9]{4}(-[HQ][1-4]|-[0-9]{2}(-[0-9]{2})?)?$'),
    constraint report_end_date_form check (end_date ~ '^[0-9]{4}(-[HQ][1-4]|-[0-9]{2}(-[0-9]{2})?)?$'),
    constraint report_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id),
    constraint report_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id),
    constraint report_import_fk foreign key (portfolio_id, import_id) references import (portfolio_id, id)
) with (toast_tuple_target = 512);

create index report_initiative_idx on report (portfolio_id, initiative_id);

-- A form that names no initiative: kept, so that a person can say whose it is.
create table unmatched_form (
    portfolio_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    import_id uuid not null,
    recorded_at timestamptz not null,
    line integer,
    content jsonb not null,
    constraint unmatched_form_pk primary key (portfolio_id, id),
    constraint unmatched_form_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id),
    constraint unmatched_form_import_fk foreign key (portfolio_id, import_id) references import (portfolio_id, id)
);

create index unmatched_form_round_idx on unmatched_form (portfolio_id, round_id);
