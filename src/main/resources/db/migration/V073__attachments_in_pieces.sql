-- Large attachments are read piece by piece, which is quick only where they are not compressed as a whole. They are pictures and documents, compressed already.
alter table scenario_content alter column content set storage external;

-- What a picture shows, as the file itself says it.
alter table scenario_attachment add column alt text not null default '';
