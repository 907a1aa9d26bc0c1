-- The program connects as startex_app, which owns nothing. The owner of the tables migrates and does nothing else.
do $$
begin
  if not exists (select from pg_roles where rolname = 'startex_app') then
    create role startex_app nologin;
  end if;
end $$;
grant usage on schema public to startex_app;
alter default privileges in schema public grant select, insert, update, delete on tables to startex_app;
