-- Open matters whose due date waits for the holidays of a coming year to be announced.
create index matter_provisional_ix on matter (id) where is_due_provisional and closed_at is null and disposition is null
