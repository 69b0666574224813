package org.putokaz.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Log handler that captures everything logged while it is open, stack traces included. */
public final class LogCapture extends Handler implements AutoCloseable {

    private final StringBuffer text = new StringBuffer();
    private final StringBuffer errors = new StringBuffer();

    public LogCapture() {
        setLevel(Level.ALL);
        Logger.getLogger("").addHandler(this);
    }

    /** All lines of all levels. */
    public String text() {
        return text.toString();
    }

    /** The lines of level ERROR and above. */
    public String errors() {
        return errors.toString();
    }

    @Override
    public void publish(LogRecord record) {
        StringWriter line = new StringWriter();
        line.append(ExtLogRecord.wrap(record).getFormattedMessage()).append('\n');
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        text.append(line);
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.append(line);
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
