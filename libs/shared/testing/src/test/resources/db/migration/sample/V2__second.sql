CREATE TABLE second(n integer);
