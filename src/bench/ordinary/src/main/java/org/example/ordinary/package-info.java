/** A peer of the benchmark: a service as most people would write it, and no worse. */
package org.example.ordinary;
