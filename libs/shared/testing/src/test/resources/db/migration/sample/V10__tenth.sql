CREATE TABLE tenth(n integer);
