-- Why: an entry of the audit log that is changed, removed or slipped in afterwards shows: each one's hash covers the hash of the one before.

-- The rounds and initiatives are no foreign keys: a key's lock on them, taken by who holds the log's head, could meet one who holds them and waits for the head.
alter table audit_entry
    add column position bigint,
    add column hash bytea,
    add column round_id uuid,
    add column initiative_id uuid;

-- Where each portfolio's log ends. Its row is the lock that lets writers of one portfolio follow one another.
create table audit_head (
    portfolio_id uuid not null,
    position bigint not null,
    hash bytea not null,
    constraint audit_head_pk primary key (portfolio_id),
    constraint audit_head_position_positive check (position > 0),
    constraint audit_head_hash_length check (octet_length(hash) = 32),
    constraint audit_head_portfolio_fk foreign key (portfolio_id) references portfolio (id)
);

create trigger audit_head_kept before delete or truncate on audit_head for each statement execute function refuse_change();

-- What was logged before there was a chain is chained as it stands now.
alter table audit_entry disable trigger audit_entry_immutable;

update audit_entry e
set position = n.position
from (select portfolio_id, id, row_number() over (partition by portfolio_id order by recorded_at, id) as position from audit_entry) n
where e.portfolio_id = n.portfolio_id and e.id = n.id;

alter table audit_entry add constraint audit_entry_position_unique unique (portfolio_id, position);
analyze audit_entry;

with recursive chain (portfolio_id, position, hash) as (
    select e.portfolio_id, e.position,
        sha256(uuid_send(e.portfolio_id) || convert_to(jsonb_build_array(
            e.id, (extract(epoch from e.recorded_at) * 1000000)::bigint, e.actor, e.action, e.subject, e.subject_id, e.details, e.round_id, e.initiative_id)::text, 'UTF8'))
    from audit_entry e
    where e.position = 1
    union all
    select e.portfolio_id, e.position,
        sha256(c.hash || convert_to(jsonb_build_array(
            e.id, (extract(epoch from e.recorded_at) * 1000000)::bigint, e.actor, e.action, e.subject, e.subject_id, e.details, e.round_id, e.initiative_id)::text, 'UTF8'))
    from chain c
    join audit_entry e on e.portfolio_id = c.portfolio_id and e.position = c.position + 1
)
update audit_entry e
set hash = c.hash
from chain c
where e.portfolio_id = c.portfolio_id and e.position = c.position;

alter table audit_entry enable trigger audit_entry_immutable;

insert into audit_head (portfolio_id, position, hash)
select distinct on (portfolio_id) portfolio_id, position, hash
from audit_entry
order by portfolio_id, position desc;

alter table audit_entry
    alter column position set not null,
    alter column hash set not null,
    add constraint audit_entry_position_positive check (position > 0),
    add constraint audit_entry_hash_length check (octet_length(hash) = 32);

create index audit_entry_round_idx on audit_entry (portfolio_id, round_id, position) where round_id is not null;
create index audit_entry_initiative_idx on audit_entry (portfolio_id, initiative_id, position) where initiative_id is not null;
