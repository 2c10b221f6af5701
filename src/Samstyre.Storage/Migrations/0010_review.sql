-- Why: the office asks about single fields and gets answers, and sets its own rating beside the reporter's.

create table question (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    id uuid not null,
    -- Path of the field; empty for the whole form.
    field text not null,
    text text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    answer text,
    answered_at timestamptz,
    answered_by text,
    constraint question_pk primary key (portfolio_id, round_id, initiative_id, id),
    constraint question_text_not_blank check (text <> ''),
    constraint question_answer_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    constraint question_assignment_fk foreign key (portfolio_id, round_id, initiative_id) references assignment (portfolio_id, round_id, initiative_id)
);

create table office_rating (
    portfolio_id uuid not null,
    round_id uuid not null,
    initiative_id uuid not null,
    step integer not null,
    status text,
    risk text,
    reason text not null,
    rated_at timestamptz not null,
    rated_by text not null,
    constraint office_rating_pk primary key (portfolio_id, round_id, initiative_id, step),
    constraint office_rating_status_known check (status in ('Green', 'Yellow', 'Red')),
    constraint office_rating_risk_known check (risk in ('Green', 'Yellow', 'Red')),
    constraint office_rating_reason_not_blank check (reason <> ''),
    constraint office_rating_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id),
    constraint office_rating_initiative_fk foreign key (portfolio_id, initiative_id) references initiative (portfolio_id, id)
);

create trigger office_rating_immutable before update or delete or truncate on office_rating for each statement execute function refuse_change();
