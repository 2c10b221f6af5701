-- Why: the office edits the words of the portfolio report, version by version, and a published report keeps the words it was published with.

create table report_text (
    portfolio_id uuid not null,
    round_id uuid not null,
    chapter text not null,
    language text not null,
    version integer not null,
    -- Null is back to the words drafted from the figures.
    text text,
    -- The words drafted from the figures when it was saved, so that one sees when the numbers under it have changed.
    drafted text not null,
    drafted_sha256 bytea not null,
    saved_at timestamptz not null,
    saved_by text not null,
    constraint report_text_pk primary key (portfolio_id, round_id, chapter, language, version),
    constraint report_text_version_positive check (version > 0),
    constraint report_text_chapter_form check (chapter ~ '^[a-z][a-z-]{0,59}$'),
    constraint report_text_language_known check (language in ('nb', 'nn', 'en')),
    constraint report_text_not_blank check (text <> ''),
    constraint report_text_size check (length(text) <= 200000),
    constraint report_text_drafted_true check (drafted_sha256 = sha256(convert_to(drafted, 'UTF8'))),
    constraint report_text_round_fk foreign key (portfolio_id, round_id) references round (portfolio_id, id)
);

create trigger report_text_immutable before update or delete or truncate on report_text for each statement execute function refuse_change();
