-- A model's summary stands in its own table, with the version of its prompt.
alter table articles drop column prompt_version;
