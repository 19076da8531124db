-- A work log is no change of its task, so a line of it stands beside the one that led to the same version.
ALTER TABLE task_activity
    DROP CONSTRAINT task_activity_kind_check,
    ADD CONSTRAINT task_activity_kind_check
        CHECK (kind IN ('created', 'changed', 'assigned', 'transitioned', 'archived', 'unarchived', 'related', 'unrelated',
                        'attached', 'detached', 'logged', 'log-corrected', 'unlogged'))
        NOT VALID;
