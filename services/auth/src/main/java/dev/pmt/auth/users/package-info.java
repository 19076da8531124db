/** Who may sign in: people, their e-mail address and global role, and the users API. */
@NullMarked
package dev.pmt.auth.users;

import org.jspecify.annotations.NullMarked;
