CREATE TABLE arrival (
    parcel uuid NOT NULL
);
COMMENT ON TABLE arrival IS 'What the consumer makes of each parcel.';
