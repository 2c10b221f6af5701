-- Why: who comes into the portfolio, how closely each is followed and what became of those that left is decided by people, with reasons; the reasons are kept where everybody finds them.

-- An organisation announces an initiative: the initiative itself is a candidate from then on.
create table announcement (
    portfolio_id uuid not null,
    id uuid not null,
    initiative_id uuid not null,
    organisation text not null,
    purpose text not null,
    -- The checklist that it is assessed with, as it was that day.
    checklist jsonb not null,
    announced_at timestamptz not null,
    announced_by text not null,
    constraint announcement_pk primary key (portfolio_id, id),
    constraint announcement_purpose_not_blank check (purpose <> ''),
    constraint announcement_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

create index announcement_initiative_idx on announcement (portfolio_id, initiative_id);

-- An answer to a question of the checklist; the last one of a side and question counts. A null answer takes the one before back.
create table assessment_answer (
    portfolio_id uuid not null,
    announcement_id uuid not null,
    number integer not null,
    side text not null,
    question text not null,
    answer text,
    comment text,
    answered_at timestamptz not null,
    answered_by text not null,
    constraint assessment_answer_pk primary key (portfolio_id, announcement_id, number),
    constraint assessment_answer_side_known check (side in ('Submitter', 'Office')),
    constraint assessment_answer_known check (answer in ('Yes', 'No')),
    constraint assessment_answer_announcement_fk foreign key (portfolio_id, announcement_id) references announcement (portfolio_id, id)
);

-- What office and submitter ask and answer each other beside the checklist.
create table assessment_message (
    portfolio_id uuid not null,
    announcement_id uuid not null,
    number integer not null,
    side text not null,
    words text not null,
    sent_at timestamptz not null,
    sent_by text not null,
    constraint assessment_message_pk primary key (portfolio_id, announcement_id, number),
    constraint assessment_message_side_known check (side in ('Submitter', 'Office')),
    constraint assessment_message_announcement_fk foreign key (portfolio_id, announcement_id) references announcement (portfolio_id, id)
);

-- What the office decided; the last one counts. Undecided stands until a day.
create table admission_decision (
    portfolio_id uuid not null,
    announcement_id uuid not null,
    number integer not null,
    outcome text not null,
    segment text,
    undecided_until date,
    decided_on date not null,
    reason text not null,
    case_ref text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint admission_decision_pk primary key (portfolio_id, announcement_id, number),
    constraint admission_decision_outcome_known check (outcome in ('In', 'Out', 'Undecided')),
    constraint admission_decision_segment_if_in check ((outcome = 'In') = (segment is not null)),
    constraint admission_decision_until_if_undecided check ((outcome = 'Undecided') = (undecided_until is not null)),
    constraint admission_decision_announcement_fk foreign key (portfolio_id, announcement_id) references announcement (portfolio_id, id)
);

-- From which segment to which; the initiative's own column says where it stands today.
create table segment_change (
    portfolio_id uuid not null,
    initiative_id uuid not null,
    number integer not null,
    changed_on date not null,
    was text,
    became text not null,
    reason text not null,
    case_ref text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint segment_change_pk primary key (portfolio_id, initiative_id, number),
    constraint segment_change_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

-- What people said to a change of segment that the system proposed. A declined one is proposed again when its evidence has changed.
create table segment_answer (
    portfolio_id uuid not null,
    initiative_id uuid not null,
    rule text not null,
    evidence text not null,
    accepted boolean not null,
    reason text,
    answered_at timestamptz not null,
    answered_by text not null,
    constraint segment_answer_pk primary key (portfolio_id, initiative_id, rule, evidence),
    constraint segment_answer_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

alter table life_event
    add column until date,
    add column handed_to text,
    add column delivered text,
    add column learned text,
    add column case_ref text,
    add column recorded_by text;

-- Who goes on with what a merged or split initiative was.
create table succession (
    portfolio_id uuid not null,
    initiative_id uuid not null,
    step integer not null,
    successor_id uuid not null,
    constraint succession_pk primary key (portfolio_id, initiative_id, step, successor_id),
    constraint succession_not_itself check (successor_id <> initiative_id),
    constraint succession_step_fk foreign key (portfolio_id, initiative_id, step) references life_event (portfolio_id, initiative_id, step),
    constraint succession_successor_fk foreign key (portfolio_id, successor_id) references initiative (portfolio_id, id)
);

create index succession_successor_idx on succession (portfolio_id, successor_id);

-- The yearly wheel of the most closely steered: when each theme is treated, by whom, with which papers.
create table wheel_meeting (
    portfolio_id uuid not null,
    id uuid not null,
    theme text not null,
    held_on date not null,
    responsible text not null,
    -- One line each.
    papers text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    cancelled_at timestamptz,
    constraint wheel_meeting_pk primary key (portfolio_id, id),
    constraint wheel_meeting_theme_known check (theme in ('Strategy', 'Prioritisation', 'Balancing', 'NextYear')),
    constraint wheel_meeting_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

-- A picture of the portfolio that people discuss: the moment is all that is kept, everything else follows from it.
create table discussion_snapshot (
    portfolio_id uuid not null,
    id uuid not null,
    name text not null,
    taken_at timestamptz not null,
    taken_by text not null,
    constraint discussion_snapshot_pk primary key (portfolio_id, id),
    constraint discussion_snapshot_name_not_blank check (name <> ''),
    constraint discussion_snapshot_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create trigger announcement_immutable before update or delete or truncate on announcement for each statement execute function refuse_change();
create trigger assessment_answer_immutable before update or delete or truncate on assessment_answer for each statement execute function refuse_change();
create trigger assessment_message_immutable before update or delete or truncate on assessment_message for each statement execute function refuse_change();
create trigger admission_decision_immutable before update or delete or truncate on admission_decision for each statement execute function refuse_change();
create trigger segment_change_immutable before update or delete or truncate on segment_change for each statement execute function refuse_change();
create trigger segment_answer_immutable before update or delete or truncate on segment_answer for each statement execute function refuse_change();
create trigger succession_immutable before update or delete or truncate on succession for each statement execute function refuse_change();
create trigger discussion_snapshot_immutable before update or delete or truncate on discussion_snapshot for each statement execute function refuse_change();
