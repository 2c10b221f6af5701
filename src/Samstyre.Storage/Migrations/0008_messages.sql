-- Why: people are told by e-mail, each message once: it is written down with its reason, and taken by one sender before it is sent.

create table message (
    id uuid not null,
    account_id uuid not null,
    address text not null,
    kind text not null,
    -- Says what the message is about: the same reason twice is one message.
    reason text not null,
    subject text not null,
    -- Null once a message that carries a secret has been sent.
    body text,
    secret boolean not null,
    created_at timestamptz not null,
    taken_at timestamptz,
    sent_at timestamptz,
    attempts integer not null default 0,
    failure text,
    constraint message_pk primary key (id),
    constraint message_once unique (account_id, reason),
    constraint message_account_fk foreign key (account_id) references account (id)
);

create index message_waiting_idx on message (created_at) where taken_at is null;
