package dev.pmt.shared.carriers;

import java.util.List;

/** What a broker does for one reader of one log. Whatever it throws but an interruption means that it cannot be used. */
interface Broker {

    /** Connects; takes a few seconds at most. */
    Subscription open() throws Exception;

    /** A connection to it. */
    interface Subscription extends AutoCloseable {

        /**
         * Returns what it has behind a position, as it comes: doubled, upset or with gaps. Everything up to the position has
         * taken effect.
         *
         * @param millis waited for the first at most
         */
        List<Carried> take(long after, int limit, long millis) throws Exception;

        /** Throws away what it has: it is of another log. */
        void discard() throws Exception;

        @Override
        void close();
    }
}
