-- More time for a matter: what its owner asked for and why, and the other person who allowed it.
alter table matter add column extensions jsonb not null default '[]'
--;;
alter table matter add constraint matter_extension_other_person_ck check (not jsonb_path_exists(extensions, '$[*] ? (@.approvedBy.account == @.proposedBy.account)'))
