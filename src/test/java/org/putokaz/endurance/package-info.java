/**
 * Endurance tests of the finished jar, run by {@code mvn verify}: a {@link org.putokaz.endurance.ServerProcess} is
 * killed while {@link org.putokaz.endurance.RandomEditor}s publish through an {@link org.putokaz.endurance.ApiClient},
 * and while {@link org.putokaz.endurance.ReplicaPoller}s and an {@link org.putokaz.endurance.UnreliableWebhookReceiver}
 * keep {@link org.putokaz.endurance.Replica}s. At the end each replica equals what is published.
 */
package org.putokaz.endurance;
