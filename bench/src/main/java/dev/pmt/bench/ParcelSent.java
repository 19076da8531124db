package dev.pmt.bench;

import java.util.UUID;

/** What is said about a parcel, in both logs. */
record ParcelSent(UUID parcel, String label) {}
