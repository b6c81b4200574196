-- Job families of contacts and types of habilitations are kept like every other administered list.
alter table contact_job_family
    add column version bigint not null default 0,
    alter column position set default 100;

alter table habilitation_type add column position integer not null default 100;
-- the order they have had so far: by name
update habilitation_type t set position = ranked.place * 10
from (select code, row_number() over (order by fold(label_fr), code) as place from habilitation_type) ranked
where ranked.code = t.code;
