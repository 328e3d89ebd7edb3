-- Where there is danger two clocks run: until it is made safe, and until it is put right.
alter table matter add column safe_due_at timestamptz
--;;
