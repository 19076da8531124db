package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;

/** The PostgreSQL that holds every service's schema: the embedded one, or one that somebody else runs. */
interface Database extends AutoCloseable {

    /** Returns the JDBC URL, without user or password. */
    String url();

    /** Opens a connection of the role that makes roles and schemas. */
    Connection administrator() throws SQLException;

    /** Makes sure of the service's role and schema. @throws Failure with a sentence when the rights for it are missing */
    void provision(String service, String password);

    @Override
    void close();
}
