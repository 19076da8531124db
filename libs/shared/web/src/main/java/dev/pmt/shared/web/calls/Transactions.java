package dev.pmt.shared.web.calls;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/** Whether this thread is in a transaction; in a service without a database it never is. */
final class Transactions {

    private static final boolean KNOWN = ClassUtils.isPresent(
            "org.springframework.transaction.support.TransactionSynchronizationManager",
            Transactions.class.getClassLoader());

    private Transactions() {}

    /** Refuses a call in the middle of a write: rows would stay locked for as long as another service takes. */
    static void refuse(String service) {
        if (KNOWN && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Another service must not be asked in a transaction: " + service);
        }
    }
}
