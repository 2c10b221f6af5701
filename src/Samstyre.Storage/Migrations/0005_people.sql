-- Why: people log in, and what they may do follows from their roles. Accounts belong to the installation, roles to a portfolio.

create table account (
    id uuid not null,
    email text not null,
    name text not null,
    language text not null,
    -- Null until the person has chosen one by the link of the invitation.
    password_hash text,
    -- Grows when everything that was logged in must not be so any longer.
    stamp integer not null default 1,
    failures integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null,
    closed_at timestamptz,
    constraint account_pk primary key (id),
    constraint account_email_unique unique (email),
    constraint account_email_form check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
    constraint account_name_not_blank check (name <> ''),
    constraint account_language_known check (language in ('nb', 'nn', 'en'))
);

create table role_grant (
    portfolio_id uuid not null,
    account_id uuid not null,
    role text not null,
    -- Code of the organisation that a reporter reports for; empty for the other roles.
    organisation text not null,
    granted_at timestamptz not null,
    granted_by text not null,
    constraint role_grant_pk primary key (portfolio_id, account_id, role, organisation),
    constraint role_grant_role_known check (role in ('Reporter', 'PortfolioOffice', 'ArchitectureOffice', 'CommitteeMember', 'Administrator')),
    constraint role_grant_organisation_of_reporters check ((role = 'Reporter') = (organisation <> '')),
    constraint role_grant_portfolio_fk foreign key (portfolio_id) references portfolio (id),
    constraint role_grant_account_fk foreign key (account_id) references account (id)
);

create index role_grant_account_idx on role_grant (account_id);

-- Invitations and resets: the link carries a secret, the store its hash.
create table one_time_link (
    hash bytea not null,
    account_id uuid not null,
    purpose text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint one_time_link_pk primary key (hash),
    constraint one_time_link_purpose_known check (purpose in ('Invitation', 'Reset')),
    constraint one_time_link_account_fk foreign key (account_id) references account (id)
);

create index one_time_link_account_idx on one_time_link (account_id);

-- Logged in means: the cookie names a session that has neither ended nor expired.
create table session (
    id uuid not null,
    account_id uuid not null,
    stamp integer not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint session_pk primary key (id),
    constraint session_account_fk foreign key (account_id) references account (id)
);

create index session_account_idx on session (account_id);

-- Keys that cookies and form tokens are protected with; every process of the installation reads the same.
create table protection_key (
    name text not null,
    xml text not null,
    created_at timestamptz not null,
    constraint protection_key_pk primary key (name)
);
