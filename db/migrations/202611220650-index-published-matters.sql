-- The district's list of answered matters, newest result first, without sorting all that were ever published.
create index matter_published_all_ix on matter (closed_at desc, id desc) where is_published
--;;
-- A queue of a whole subdistrict or district, newest first: walked backwards, filtered by area on the way.
create index matter_newest_ix on matter (received_at desc, id desc)
