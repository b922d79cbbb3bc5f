package io.hcdc.postgres;

/** As whom to connect, and to which database. */
record Login(String user, String password, String database) {}
