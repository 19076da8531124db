package dev.pmt.cli;

import picocli.CommandLine.Command;

/** Groups what only this machine's administrator may do. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "Lists users, makes links to reset passwords, rotates keys; over this machine's private socket.",
        subcommands = {AdminUsersCommand.class, AdminResetLinkCommand.class, AdminRotateKeysCommand.class})
final class AdminCommand {}
