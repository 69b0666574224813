/**
 * Webhooks for partners (Standard Webhooks 1.0, docs/decisions/0019): addresses that changes of the published store are
 * sent to, in order and signed, until they are acknowledged. Nothing of the content is kept here; what is sent is made from
 * the store at each attempt.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.webhook;
