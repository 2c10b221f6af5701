-- Why: a round has a life: it is planned, opened for reporting, reviewed and published, and knows who must report in it.

alter table round
    add column state text,
    add column opens_on date,
    add column due_on date,
    -- A round counts from when it was opened; a planned one is in no snapshot.
    add column opened_at timestamptz,
    -- The rules that its reports are checked by, as they were when it opened.
    add column rules jsonb;

update round set opened_at = recorded_at, state = case
    when exists (select from publication p where p.portfolio_id = round.portfolio_id and p.round_id = round.id) then 'Published'
    else 'Open' end;

alter table round
    alter column state set not null,
    add constraint round_state_known check (state in ('Planned', 'Open', 'InReview', 'Published')),
    add constraint round_opened_unless_planned check ((state = 'Planned') = (opened_at is null)),
    add constraint round_due_after_opening check (due_on >= opens_on);

create table round_event (
    portfolio_id uuid not null,
    round_id uuid not null,
    step integer not null,
    state text not null,
    occurred_at timestamptz not null,
    actor text not null,
    reason text,
    constraint round_event_pk primary key (portfolio_id, round_id, step),
    constraint round_event_state_known check (state in ('Planned', 'Open', 'InReview', 'Published')),
    constraint round_event_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id)
);

create trigger round_event_immutable before update or delete or truncate on round_event for each statement execute function refuse_change();

-- Who must report in a round: one row per initiative, made when the round opens.
create table assignment (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    organisation text not null,
    segment text,
    -- Parts of the form that must be filled in.
    parts text[] not null,
    due_on date not null,
    state text not null,
    -- The effective report before the round, which the form starts from; null for the first.
    prior_report_id uuid,
    -- Why it need not report, or has another deadline than the round.
    reason text,
    -- Grows with every saved field.
    draft_version bigint not null default 0,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint assignment_pk primary key (portfolio_id, round_id, initiative_id),
    constraint assignment_state_known check (state in ('Missing', 'Drafting', 'Submitted', 'Returned', 'Approved', 'Excused')),
    constraint assignment_excused_has_reason check (state <> 'Excused' or reason <> ''),
    constraint assignment_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id),
    constraint assignment_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

create index assignment_organisation_idx on assignment (portfolio_id, organisation);

-- Every turn between reporter and office.
create table assignment_event (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    step integer not null,
    state text not null,
    occurred_at timestamptz not null,
    actor text not null,
    message text,
    constraint assignment_event_pk primary key (portfolio_id, round_id, initiative_id, step),
    constraint assignment_event_state_known check (state in ('Missing', 'Drafting', 'Submitted', 'Returned', 'Approved', 'Excused')),
    constraint assignment_event_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);

create trigger assignment_event_immutable before update or delete or truncate on assignment_event for each statement execute function refuse_change();
