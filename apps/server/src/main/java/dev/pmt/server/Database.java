package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;

/** The PostgreSQL that holds every service's schema: the embedded one, or one that somebody else runs. */
interface Database extends AutoCloseable {

    /** Returns the database that services share, and who administers the server. */
    DatabaseAddress address();

    /** Opens a connection of the role that makes roles and schemas, to the database that services share. */
    default Connection administrator() throws SQLException {
        return address().connect();
    }

    /** Returns where each service's data are. */
    default Databases databases() {
        return new Databases(address());
    }

    /** Makes sure of the service's role and schema. @throws Failure with a sentence when the rights for it are missing */
    void provision(String service, String password);

    @Override
    void close();
}
