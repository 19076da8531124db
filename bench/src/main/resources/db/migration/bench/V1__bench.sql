CREATE TABLE parcel (
    id    uuid PRIMARY KEY,
    label text NOT NULL
);
CREATE TABLE arrival (
    parcel uuid NOT NULL
);
COMMENT ON TABLE parcel IS 'What writers insert while they are measured.';
COMMENT ON TABLE arrival IS 'What the consumer makes of each parcel.';
