-- Where in a trace (W3C Trace Context) the event was heard; sockets go on from there.
ALTER TABLE recent_event ADD COLUMN trace text COLLATE "C";
