-- Why: a published round stands: its report can be made again with the same figures, whatever is recorded later.

create table publication (
    portfolio_id uuid not null,
    round_id uuid not null,
    revision integer not null,
    published_at timestamptz not null,
    portfolio_version bigint not null,
    actor text not null,
    reason text,
    constraint publication_pk primary key (portfolio_id, round_id, revision),
    constraint publication_revision_positive check (revision > 0),
    constraint publication_correction_has_reason check (revision = 1 or reason <> ''),
    constraint publication_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id)
);

create trigger publication_immutable before update or delete or truncate on publication for each statement execute function refuse_change();

-- Every change writes its audit entry. One that was begun before a publication and ends after it would change what was published.
create function refuse_before_publication() returns trigger language plpgsql as $$
begin
    if exists (select 1 from publication where portfolio_id = new.portfolio_id and published_at >= new.recorded_at) then
        raise exception 'Something was published meanwhile: begin again.'
            using errcode = 'restrict_violation', constraint = 'audit_entry_after_publication';
    end if;
    return new;
end
$$;

create trigger audit_entry_after_publication before insert on audit_entry for each row execute function refuse_before_publication();
