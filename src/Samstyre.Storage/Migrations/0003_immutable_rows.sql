-- Why: what was submitted stands: a correction is a new revision, so reports, originals, imports and the audit log are never changed or removed.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed or removed: add a new one.', tg_table_name
        using errcode = 'restrict_violation', constraint = tg_table_name || '_immutable';
end
$$;

create trigger report_immutable before update or delete or truncate on report for each statement execute function refuse_change();
create trigger unmatched_form_immutable before update or delete or truncate on unmatched_form for each statement execute function refuse_change();
create trigger source_file_immutable before update or delete or truncate on source_file for each statement execute function refuse_change();
create trigger import_immutable before update or delete or truncate on import for each statement execute function refuse_change();
create trigger audit_entry_immutable before update or delete or truncate on audit_entry for each statement execute function refuse_change();
