/** Peer of the benchmark: the same content served by an ordinary Quarkus application with REST, Panache and Jackson. */
package org.example.ordinary;
