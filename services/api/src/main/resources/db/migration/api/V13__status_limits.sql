-- How many tasks should be in a column at most; more are never refused, only told.
ALTER TABLE status ADD COLUMN wip_limit smallint CHECK (wip_limit BETWEEN 1 AND 999);
