package dev.pmt.shared.data;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Lets the loss of the database be seen as what it is.
 *
 * <p>When a connection dies within a transaction, the rollback on it fails as well, and Spring throws that second failure
 * in place of the first. PostgreSQL has rolled back by itself then, so only the first one says anything.
 */
final class OutageTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(OutageTransactionManager.class);

    OutageTransactionManager(DataSource source) {
        super(source);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException e) {
            if (!isLost(status)) {
                throw e;
            }
            log.debug("The connection is gone, and its transaction with it", e);
        }
    }

    private static boolean isLost(DefaultTransactionStatus status) {
        try {
            return ((JdbcTransactionObjectSupport) status.getTransaction())
                    .getConnectionHolder()
                    .getConnection()
                    .isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
