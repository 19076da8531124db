CREATE TABLE first(n integer);
