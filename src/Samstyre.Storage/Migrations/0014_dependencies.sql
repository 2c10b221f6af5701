-- Why: what a form depends on is free text; what people decide about it - whom the words name, what the other side answers, what the architects note - is kept beside the forms and never changes them.

-- Words and what they name. A null target: they name nothing that the portfolio follows. The same words may name several; taking them back ends them.
create table known_name (
    portfolio_id uuid not null,
    number bigint generated always as identity,
    words text not null,
    target text,
    taught_at timestamptz not null,
    taught_by text not null,
    revoked_at timestamptz,
    constraint known_name_pk primary key (portfolio_id, number),
    constraint known_name_words_not_blank check (words <> '')
);

-- What a giver says to a dependency on it; the last one of a dependency and giver counts.
create table need_answer (
    portfolio_id uuid not null,
    receiver_id uuid not null,
    need text not null,
    giver_id uuid not null,
    number integer not null,
    kind text not null,
    deliver_by text,
    certainty text,
    words text not null,
    answered_at timestamptz not null,
    answered_by text not null,
    constraint need_answer_pk primary key (portfolio_id, receiver_id, need, giver_id, number),
    constraint need_answer_kind_known check (kind in ('Accepted', 'Corrected', 'Rejected')),
    constraint need_answer_certainty_known check (certainty in ('Sure', 'Likely', 'Unsure')),
    constraint need_answer_not_itself check (receiver_id <> giver_id),
    constraint need_answer_receiver_fk foreign key (portfolio_id, receiver_id) references initiative (portfolio_id, id),
    constraint need_answer_giver_fk foreign key (portfolio_id, giver_id) references initiative (portfolio_id, id)
);

create index need_answer_giver_idx on need_answer (portfolio_id, giver_id);

-- What the offices ask an initiative about a dependency: it stands in its next form until somebody has answered.
create table need_question (
    portfolio_id uuid not null,
    id uuid not null,
    receiver_id uuid not null,
    need text not null,
    -- The side that is asked: the receiver itself, or a giver.
    asked_id uuid not null,
    rule text,
    words text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    reply text,
    replied_at timestamptz,
    replied_by text,
    constraint need_question_pk primary key (portfolio_id, id),
    constraint need_question_words_not_blank check (words <> ''),
    constraint need_question_replied check ((reply is null) = (replied_at is null)),
    constraint need_question_receiver_fk foreign key (portfolio_id, receiver_id) references initiative (portfolio_id, id),
    constraint need_question_asked_fk foreign key (portfolio_id, asked_id) references initiative (portfolio_id, id)
);

create index need_question_asked_idx on need_question (portfolio_id, asked_id);
create index need_question_receiver_idx on need_question (portfolio_id, receiver_id);

-- What the architects note about a dependency.
create table need_note (
    portfolio_id uuid not null,
    id uuid not null,
    receiver_id uuid not null,
    need text not null,
    words text not null,
    noted_at timestamptz not null,
    noted_by text not null,
    constraint need_note_pk primary key (portfolio_id, id),
    constraint need_note_words_not_blank check (words <> ''),
    constraint need_note_receiver_fk foreign key (portfolio_id, receiver_id) references initiative (portfolio_id, id)
);

create index need_note_receiver_idx on need_note (portfolio_id, receiver_id);

-- A run over uncertain dates: with its seed and its inputs, so that it can be made again.
create table simulation (
    portfolio_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    seed bigint not null,
    runs integer not null,
    settings jsonb not null,
    results jsonb not null,
    run_at timestamptz not null,
    run_by text not null,
    constraint simulation_pk primary key (portfolio_id, id),
    constraint simulation_runs_positive check (runs > 0),
    constraint simulation_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id)
);

create index simulation_round_idx on simulation (portfolio_id, round_id);

-- What a registered name means for what others wrote counts from the moment it was recorded; those of before have always counted.
alter table initiative_name add column registered_at timestamptz not null default '-infinity';
