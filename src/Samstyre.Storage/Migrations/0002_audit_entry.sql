-- Why: who did what, when and about which thing, written in the same transaction as the change itself.

create table audit_entry (
    portfolio_id uuid not null,
    id uuid not null,
    recorded_at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    subject_id uuid,
    details jsonb,
    constraint audit_entry_pk primary key (portfolio_id, id),
    constraint audit_entry_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create index audit_entry_recorded_at_idx on audit_entry (portfolio_id, recorded_at);
