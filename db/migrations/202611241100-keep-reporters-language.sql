-- The language in which a reporter reads what is written to him: that of the page he filed in.
alter table matter_reporter add column language text not null default 'zh'
--;;
alter table matter_reporter add constraint matter_reporter_language_ck check (language in ('zh', 'en'))
