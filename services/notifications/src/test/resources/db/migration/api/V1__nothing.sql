-- What says events in tests has no tables of its own.
SELECT 1;
