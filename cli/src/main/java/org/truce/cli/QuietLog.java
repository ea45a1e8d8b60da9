package org.truce.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Keeps libraries from writing into a command's answer: what they have to say of a file, the command says in words of
 * its own. A server sets its own logging in place of this one.
 */
public final class QuietLog extends ContextAwareBase implements Configurator {
    /** Made by the logging library. */
    public QuietLog() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
