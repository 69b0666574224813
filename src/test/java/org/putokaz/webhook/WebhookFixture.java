package org.putokaz.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;

/**
 * Set-up of a test of deliveries: a receiver, registered webhooks, and published events. {@link #close} removes all of
 * it.
 */
public final class WebhookFixture implements AutoCloseable {

    /** Member of a registration that selects the family of {@link #publish}. */
    public static final String EVENTS = "'families': ['history-events']";

    public final WebhookReceiver receiver = new WebhookReceiver();
    private final ScratchEntries scratch;
    private final List<RegisteredWebhook> webhooks = new ArrayList<>();

    public WebhookFixture(ScratchEntries scratch) {
        this.scratch = scratch;
    }

    /** A verified webhook of the fixture's receiver; {@code members} as in {@link RegisteredWebhook#registered}. */
    public RegisteredWebhook verified(String... members) {
        return verifiedAt(receiver, members);
    }

    public RegisteredWebhook verifiedAt(WebhookReceiver at, String... members) {
        RegisteredWebhook webhook = RegisteredWebhook.verified(at, members);
        deleteOnClose(webhook);
        return webhook;
    }

    public void deleteOnClose(RegisteredWebhook webhook) {
        webhooks.add(webhook);
    }

    /** Publishes a new event. */
    public UUID publish(String body) {
        return publish(Publishing.newId(), ScratchEntries.slug("hook"), body);
    }

    public UUID publish(UUID id, String slug, String body) {
        scratch.publish(ScratchEntries.EVENTS, id, slug, event(body));
        return id;
    }

    /** The content of an event, with the body in Serbian Cyrillic. */
    public static String event(String body) {
        return ScratchEntries.event("'body': {'sr-Cyrl': '" + body + "'}");
    }

    /** Publishes a new guide of one step. */
    public UUID publishGuide(UUID id, String title) {
        scratch.publish(ScratchEntries.GUIDES, id, ScratchEntries.slug("hook"), guide(title));
        return id;
    }

    public static String guide(String title) {
        return ScratchEntries.guide(
                ScratchEntries.step(Publishing.newId(), ScratchEntries.slug("step")),
                "'title': {'sr-Cyrl': '" + title + "'}");
    }

    /** Waits until the receiver has received so many changes. */
    public void awaitChanges(int count) {
        RegisteredWebhook.awaitUntil(
                count + " changes", () -> receiver.changes().size() >= count);
    }

    @Override
    public void close() {
        webhooks.forEach(RegisteredWebhook::delete);
        receiver.close();
        scratch.withdrawAll();
    }
}
